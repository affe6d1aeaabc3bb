// SPDX-License-Identifier: EUPL-1.2
// Puts the rooms together: the doors over the database, the stations' routes, what they do when something happens.
// main.ts and the tests build the same house.
import { createHmac } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { registreerCijfers } from './inzicht/cijfers/cijfers.api.ts';
import { registreerToezicht } from './inzicht/toezicht/toezicht.api.ts';
import { registreerWerk } from './inzicht/werk/werk.api.ts';
import { registreerCasus } from './kern/casus/casus.api.ts';
import { registreerConcept } from './kern/concept/concept.api.ts';
import { bij } from './kern/gebeurtenissen.ts';
import { registreerIk } from './kern/ik/ik.api.ts';
import { registreerMedewerkers } from './kern/organisatie/medewerker.api.ts';
import { registreerOrganisatie } from './kern/organisatie/organisatie.api.ts';
import { legBijHouder } from './kern/termijn/houderswerk.store.ts';
import { registreerOppakken } from './kern/termijn/oppakken.api.ts';
import { registreerTermijn } from './kern/termijn/termijn.api.ts';
import { verwerkTermijnen } from './kern/termijn/termijn.job.ts';
import { registreerCasustoegang } from './kern/toegang/casustoegang.api.ts';
import { eindigDelingen } from './kern/toegang/deling.store.ts';
import { registreerEvaluatie } from './kern/toegang/evaluatie.api.ts';
import { registreerNoodtoegang } from './kern/toegang/noodtoegang.api.ts';
import { zoekRelaties } from './kern/toegang/relaties.store.ts';
import { BELEID } from './kern/toegang/toegangsregels.ts';
import { noemOpvolgers } from './kern/toegang/verzegeling.store.ts';
import { registreerUitspraken } from './kern/uitspraak/uitspraak.api.ts';
import { reageerMetBeoordeling, registreerBeoordeling } from './keten/beoordeling/beoordeling.api.ts';
import { registreerControle } from './keten/beoordeling/controle.api.ts';
import { registreerAdvies } from './keten/melding/advies.api.ts';
import { registreerBijlage } from './keten/melding/bijlage.api.ts';
import { reageerMetUitkomst, registreerJzv } from './keten/melding/jzv.api.ts';
import { registreerMelding } from './keten/melding/melding.api.ts';
import type { Herkenning } from './keten/melding/melding.store.ts';
import { verstuurUitkomsten } from './keten/melding/uitkomst.job.ts';
import { type Onbezorgd, telOnbezorgd } from './keten/melding/uitkomst.store.ts';
import { reageerMetMonitoring, registreerMonitoring } from './keten/monitoring/monitoring.api.ts';
import { reageerMetOverdracht, registreerOverdracht } from './keten/overdracht/overdracht.api.ts';
import { registreerTerugkoppeling } from './keten/overdracht/terugkoppeling.api.ts';
import { findLaatsteControle, findOpenAanbod, listEigenStukken } from './keten/plan/casusbeeld.store.ts';
import { reageerMetPlan, registreerPlan } from './keten/plan/plan.api.ts';
import { reageerMetBelang, registreerBelang } from './keten/radar/belang.api.ts';
import { maakHerkenning } from './keten/radar/herkenning.ts';
import { registreerInzage } from './keten/radar/inzage.api.ts';
import { listBsnBijAnder } from './keten/radar/kandidaat.store.ts';
import { reageerMetRadar, registreerRadar, registreerSamenvoegen } from './keten/radar/radar.api.ts';
import { telRegister } from './keten/radar/radar.job.ts';
import { type Deuren, maakDeuren, maakPseudoniem, Reacties } from './platform/acts/deur.ts';
import { ruimOp } from './platform/acts/opruim.store.ts';
import { voerLogUit } from './platform/acts/uitvoer.store.ts';
import { zegelLog } from './platform/acts/zegel.store.ts';
import type { Klok } from './platform/clock/klok.ts';
import { zegDagVoluit, zegTijd } from './platform/clock/zeggen.ts';
import type { Tabellen } from './platform/database/tabellen.ts';
import type { Api, Huis } from './platform/http/server.ts';
import type { Taak } from './platform/jobs/jobs.ts';

export interface HuisOpties {
  app: Pool;
  klok: Klok;
  demo: boolean;
  /** Key of the pseudonyms in the log and of the BSN look-up. */
  pseudoniemSleutel: string;
  /** Where the police want their outcomes delivered; without it they fetch them. */
  jzvUitkomstUrl?: string | undefined;
  /** Where a copy of the processing log goes (OTLP over HTTP, JSON). */
  otlpUrl?: string | undefined;
}

export interface HeelHuis extends Huis {
  db: Kysely<Tabellen>;
  deuren: Deuren;
  herkenning: Herkenning;
  /** The stations' routes under /api/v1. */
  api: (api: Api) => void;
  /** Routes that follow another standard. */
  anders: (api: Api) => void;
  /** Jobs of the stations, by name. */
  taken: Record<string, Taak>;
  /** Re-derives from the rows what the queue may have lost, in one region. */
  ronde: (regioId: string) => Promise<void>;
  /** What goes on while we are well and yet asks for someone, as the last round saw it; in Dutch, nothing of anyone. */
  zorgen: () => string[];
}

/** Keyed hash of a BSN: nine digits can be guessed, so the key is what protects it. */
export function bsnSleutelMaker(sleutel: string): (bsn: string) => string {
  return (bsn) => createHmac('sha256', sleutel).update(`bsn:${bsn}`).digest('hex');
}

/** Builds the house over an open pool. */
export function bouwHuis(o: HuisOpties): HeelHuis {
  const db = new Kysely<Tabellen>({ dialect: new PostgresDialect({ pool: o.app }) });
  const reacties = new Reacties();
  const pseudoniem = maakPseudoniem(o.pseudoniemSleutel);
  const deuren = maakDeuren({
    db,
    klok: o.klok,
    beleid: BELEID,
    relaties: zoekRelaties,
    reacties,
    pseudoniem,
  });
  const herkenning = maakHerkenning(bsnSleutelMaker(o.pseudoniemSleutel));
  bij(reacties, 'organisatie.gesloten', noemOpvolgers);
  bij(reacties, 'casus.gesloten', eindigDelingen);
  bij(reacties, 'overdracht.aanvaard', (tx, g) => legBijHouder(tx, g.casusId, 'overdracht aanvaard'));
  bij(reacties, 'casus.herschikt', (tx, g) => legBijHouder(tx, g.casusId, 'samengevoegd, of weer los'));
  reageerMetBelang(reacties);
  reageerMetUitkomst(reacties);
  reageerMetRadar(reacties);
  reageerMetBeoordeling(reacties);
  reageerMetPlan(reacties);
  reageerMetOverdracht(reacties);
  reageerMetMonitoring(reacties);
  const onbezorgd = new Map<string, Onbezorgd>();
  const huis: Huis = { deuren, klok: o.klok, demo: o.demo };
  return {
    ...huis,
    db,
    herkenning,
    api: (api) => {
      registreerIk(api, huis);
      registreerConcept(api, huis);
      registreerCasus(api, huis, {
        openAanbod: findOpenAanbod,
        laatsteControle: findLaatsteControle,
        eigenStukken: listEigenStukken,
        bsnBijAnder: listBsnBijAnder,
      });
      registreerCasustoegang(api, huis);
      registreerNoodtoegang(api, huis);
      registreerUitspraken(api, huis);
      registreerPlan(api, huis);
      registreerMelding(api, huis, herkenning, listBsnBijAnder);
      registreerOrganisatie(api, huis);
      registreerMedewerkers(api, huis);
      registreerTermijn(api, huis);
      registreerOppakken(api, huis);
      registreerRadar(api, huis);
      registreerInzage(api, huis, herkenning);
      registreerBelang(api, huis);
      registreerSamenvoegen(api, huis);
      registreerBeoordeling(api, huis);
      registreerControle(api, huis);
      registreerOverdracht(api, huis);
      registreerTerugkoppeling(api, huis);
      registreerMonitoring(api, huis);
      registreerWerk(api, huis);
      registreerCijfers(api, huis);
      registreerToezicht(api, huis, pseudoniem);
      registreerBijlage(api, huis);
      registreerAdvies(api, huis, herkenning);
    },
    anders: (api) => {
      registreerJzv(api, huis, herkenning);
      registreerEvaluatie(api, huis);
    },
    taken: {
      termijn: async (i) => {
        await verwerkTermijnen(deuren, i['regio'] ?? '', i['termijn']);
      },
      radar_telling: async (i) => {
        await telRegister(deuren, i['regio'] ?? '', i['organisatie'] ?? '');
      },
      uitkomst: async (i) => {
        await verstuurUitkomsten(deuren, i['regio'] ?? '', o.jzvUitkomstUrl);
      },
    },
    ronde: async (regioId) => {
      await verwerkTermijnen(deuren, regioId);
      // what cannot be delivered now stands in its row with the reason, and is tried again; we are well all the same
      await verstuurUitkomsten(deuren, regioId, o.jzvUitkomstUrl).catch(() => 0);
      // without an address the police fetch them
      if (o.jzvUitkomstUrl) onbezorgd.set(regioId, await telOnbezorgd(db, regioId, o.klok.nu()));
      await zegelLog(db, regioId, o.klok.nu());
      await voerLogUit(db, regioId, o.otlpUrl, o.klok.nu());
      await ruimOp(db, regioId, o.klok.nu());
    },
    zorgen: () =>
      [...onbezorgd.values()].flatMap(({ aantal, sinds }) =>
        sinds
          ? `Nog niet bij de politie aangekomen: ${aantal} ${aantal === 1 ? 'uitkomst' : 'uitkomsten'}, sinds ${zegDagVoluit(sinds)} ${zegTijd(sinds)}. Houvast blijft het proberen.`
          : [],
      ),
  };
}
