// SPDX-License-Identifier: EUPL-1.2
// What the radar shows of one melding: per person the candidates, side by side with what was given, and what it would mean.
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden } from '../../platform/http/problem.ts';
import { telOpenVragen } from './betrokkenheid.store.ts';
import { naamVan } from './inzage.store.ts';
import { MODEL } from './model.ts';
import { vraagredenen, type Waarborg } from './oordeel.ts';
import { type Bekend, getWeegopties, listBekend, listBekendeCasussen } from './radar.store.ts';
import {
  type Betekenis,
  betekenis,
  isGekoppeld,
  type Veldverschil,
  veldteksten,
  verschillen,
} from './radar.ts';
import {
  listSamenvoegingen,
  listVoorstellen,
  type Samenvoeging,
  type Voorstel,
} from './samenvoegen.store.ts';
import { type Score, type Staaf, scoor } from './score.ts';
import { eenduidige } from './treffer.ts';
import { bereidVoor } from './vermelding.ts';

export interface Weging {
  gewicht: number;
  kans: number;
  /** Where the sum begins: how likely before looking. */
  prior: number;
  staven: readonly Staaf[];
  model: string;
}

function alsWeging(s: Score): Weging {
  return { gewicht: s.gewicht, kans: s.kans, prior: s.prior, staven: s.staven, model: s.modelVersie };
}

export interface Kandidaatbeeld extends Weging {
  id: string;
  oordeel: string;
  persoonId: string;
  naam: string;
  geboren: string | null;
  woonplaats: string | null;
  geheimAdres: boolean;
  gegevenOp: Date;
  verschillen: Veldverschil[];
  /** An open question: why it is one although so much agrees. */
  vraagredenen: Waarborg[];
  /** This is clearly the one: only then something is told about what was before. */
  eenduidig: boolean;
  /** What it would mean for this melding; null while it is not clear that this is the one. */
  betekenis: Betekenis | null;
  /** Somebody joined this mention to another candidate: nothing is asked any more. */
  vervallen: boolean;
  beoordeeldOp: Date | null;
  door: string | null;
  reden: string | null;
}

export interface Persoonsbeeld {
  vermeldingId: string;
  persoonId: string;
  naam: string;
  geboren: string | null;
  woonplaats: string | null;
  rol: string;
  geheimAdres: boolean;
  kandidaten: Kandidaatbeeld[];
}

export interface Radarbeeld {
  meldingId: string;
  nummer: string;
  ontvangenOp: Date;
  casusId: string;
  casusNummer: string;
  aanduiding: string;
  betrokkenheid: string;
  betrokkenheidUitleg: string;
  voorlopig: boolean;
  openVragen: number;
  personen: Persoonsbeeld[];
  voorstellen: Voorstel[];
  samenvoegingen: Samenvoeging[];
}

/** Everything that the radar found about one melding. Throws 404. */
export async function getRadarbeeld(tx: Tx, meldingId: string): Promise<Radarbeeld> {
  const vt = tx.wie.organisatieId;
  const m = await tx.db
    .selectFrom('melding as m')
    .innerJoin('casus as c', (j) => j.onRef('c.regio_id', '=', 'm.regio_id').onRef('c.id', '=', 'm.casus_id'))
    .select([
      'm.nummer',
      'm.ontvangen_op',
      'm.casus_id',
      'm.betrokkenheid',
      'm.betrokkenheid_uitleg',
      'c.nummer as casus_nummer',
      'c.aanduiding',
    ])
    .where('m.id', '=', meldingId)
    .where('m.organisatie_id', '=', vt)
    .executeTakeFirst();
  if (!m) throw nietGevonden('Deze melding');
  tx.overCasus(m.casus_id);
  const genoemd = await tx.db
    .selectFrom('melding_vermelding')
    .select(['vermelding_id', 'rol'])
    .where('melding_id', '=', meldingId)
    .orderBy('volgnummer')
    .execute();
  const kandidaten = await tx.db
    .selectFrom('radar_kandidaat as k')
    .leftJoin('medewerker as w', (j) =>
      j.onRef('w.regio_id', '=', 'k.regio_id').onRef('w.id', '=', 'k.medewerker_id'),
    )
    .selectAll('k')
    .select('w.naam as door')
    .where('k.melding_id', '=', meldingId)
    .orderBy('k.gewicht', 'desc')
    .orderBy('k.id')
    .execute();
  const tegen = await listTegen(tx, kandidaten);
  const bekend = await listBekend(tx, vt, [...genoemd.map((g) => g.vermelding_id), ...tegen.values()]);
  const casussen = await listBekendeCasussen(
    tx,
    vt,
    [...bekend.values()].map((b) => b.persoonId),
  );

  const eigenCasus = await tx.db
    .selectFrom('casus_persoon')
    .select('vermelding_id')
    .where('casus_id', '=', m.casus_id)
    .execute();
  const inCasus = new Set(eigenCasus.map((r) => r.vermelding_id));

  const personen: Persoonsbeeld[] = [];
  for (const g of genoemd) {
    const nieuw = bekend.get(g.vermelding_id);
    if (!nieuw) continue;
    const eigen = kandidaten.filter((k) => k.vermelding_id === g.vermelding_id);
    const gekoppeld = eigen.some((k) => isGekoppeld(k.oordeel));
    const een = eenduidige(
      eigen.map((k) => ({
        persoonId: bekend.get(tegen.get(k.id) ?? '')?.persoonId ?? k.persoon_id,
        gewicht: k.gewicht,
        bsn: (k.staven as unknown as Staaf[]).some((s) => s.veld === 'bsn' && s.niveau === 'gelijk'),
        oordeel: k.oordeel,
      })),
    );
    const beelden: Kandidaatbeeld[] = [];
    for (const k of eigen) {
      const b = bekend.get(tegen.get(k.id) ?? '');
      if (!b) continue;
      const wat = (casussen.get(b.persoonId) ?? []).filter((c) => c.casusId !== m.casus_id);
      const eenduidig = een?.persoonId === b.persoonId && k.oordeel !== 'niet_dezelfde';
      const weging = await wegingVan(tx, nieuw, b, k);
      const anderen = eigen.filter((a) => a !== k && a.oordeel !== 'niet_dezelfde').map((a) => a.gewicht);
      beelden.push({
        ...weging,
        vraagredenen: k.oordeel === 'vraag' ? vraagredenen(weging.gewicht, weging.staven, anderen) : [],
        id: k.id,
        oordeel: k.oordeel,
        persoonId: b.persoonId,
        naam: naamVan(b.vermelding),
        geboren: veldteksten(b.vermelding).geboren,
        woonplaats: b.vermelding.woonplaats ?? null,
        geheimAdres: b.afgeschermd,
        gegevenOp: b.gegevenOp,
        verschillen: verschillen(nieuw.vermelding, b.vermelding, nieuw.afgeschermd || b.afgeschermd),
        eenduidig,
        betekenis: eenduidig ? betekenis(wat, g.rol, inCasus.has(b.vermeldingId)) : null,
        vervallen: gekoppeld && !isGekoppeld(k.oordeel),
        beoordeeldOp: k.beoordeeld_op,
        door: k.door,
        reden: k.reden,
      });
    }
    personen.push({
      vermeldingId: g.vermelding_id,
      persoonId: nieuw.persoonId,
      naam: naamVan(nieuw.vermelding),
      geboren: veldteksten(nieuw.vermelding).geboren,
      // beside someone with a secret address even what was said openly is not repeated
      woonplaats: beelden.some((k) => k.geheimAdres) ? null : (nieuw.vermelding.woonplaats ?? null),
      rol: g.rol,
      geheimAdres: nieuw.afgeschermd,
      kandidaten: beelden,
    });
  }
  const { vragen, onzeker } = await telOpenVragen(tx, meldingId);
  tx.betreft(...[...bekend.values()].map((b) => b.persoonId));
  tx.categorie('naam', 'geboortedatum', 'adres', 'koppeling');
  return {
    meldingId,
    nummer: m.nummer,
    ontvangenOp: m.ontvangen_op,
    casusId: m.casus_id,
    casusNummer: m.casus_nummer,
    aanduiding: m.aanduiding,
    betrokkenheid: m.betrokkenheid,
    betrokkenheidUitleg: m.betrokkenheid_uitleg,
    voorlopig: onzeker > 0,
    openVragen: vragen,
    personen,
    voorstellen: await listVoorstellen(
      tx,
      m.casus_id,
      personen.map((p) => p.persoonId),
    ),
    samenvoegingen: await listSamenvoegingen(tx, { casusId: m.casus_id }),
  };
}

/** The mention that each candidate is compared with; one that was loaded without it gets the newest of that person. */
async function listTegen(
  tx: Tx,
  kandidaten: readonly {
    id: string;
    persoon_id: string;
    vermelding_id: string;
    tegen_vermelding_id: string | null;
  }[],
): Promise<Map<string, string>> {
  const uit = new Map<string, string>();
  for (const k of kandidaten) {
    if (k.tegen_vermelding_id !== null) {
      uit.set(k.id, k.tegen_vermelding_id);
      continue;
    }
    const rij = await tx.db
      .selectFrom('koppeling as k')
      .innerJoin('vermelding as v', (j) =>
        j.onRef('v.regio_id', '=', 'k.regio_id').onRef('v.id', '=', 'k.vermelding_id'),
      )
      .select('v.id')
      .where('k.persoon_id', '=', k.persoon_id)
      .where('k.tot', 'is', null)
      .where('v.id', '<>', k.vermelding_id)
      .orderBy('v.gegeven_op', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (rij) uit.set(k.id, rij.id);
  }
  return uit;
}

/**
 * The explanation as it was kept; where an address became secret since, it is weighed anew without it: a bar about an address
 * would tell whoever knows one side what the other is (P4).
 */
async function wegingVan(
  tx: Tx,
  nieuw: Bekend,
  b: Bekend,
  k: { gewicht: number; kans: number; staven: unknown; model: string },
): Promise<Weging> {
  const staven = k.staven as Staaf[];
  const bewaard: Weging = {
    gewicht: k.gewicht,
    kans: k.kans,
    prior: k.gewicht - staven.reduce((som, s) => som + s.bits, 0),
    staven,
    model: k.model,
  };
  if (!(nieuw.afgeschermd || b.afgeschermd) || !staven.some((s) => s.veld === 'adres')) return bewaard;
  const [x, y] = [bereidVoor(nieuw.vermelding), bereidVoor(b.vermelding)];
  return alsWeging(scoor(x, y, MODEL, await getWeegopties(tx, tx.wie.organisatieId)));
}
