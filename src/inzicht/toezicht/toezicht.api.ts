// SPDX-License-Identifier: EUPL-1.2
// Who looked: for the privacy officer per worker and per casus, with unusual patterns; and an overview for the person concerned. The
// officer's own looks are on record as anyone's.
import Type, { type Static } from 'typebox';
import { codes, ROL } from '../../kern/lijsten.ts';
import type { Pseudoniem, Tx } from '../../platform/acts/deur.ts';
import { lokaleDatum } from '../../platform/clock/dagen.ts';
import { nietGevonden, ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { maakOverzicht, REDENEN, SOORTEN } from './overzicht.ts';
import {
  type Blik,
  findCasusVanNummer,
  getAfscherming,
  listBlikken,
  listDrukte,
  listFeiten,
  listGestaan,
  listGezien,
  listMedewerkersVanRegio,
  listNummers,
  listOrganisatiesVan,
  listPersoonskeuzes,
  listWeigeringen,
  markeerGezien,
  type Periode,
} from './toezicht.store.ts';
import {
  GRENZEN,
  PATRONEN,
  patronenVan,
  patroonVanDrukte,
  patroonVanWeigering,
  type Signaal,
  voegSamen,
} from './toezicht.ts';

/** Looks on one page; who needs more chooses a shorter period. */
const HOOGSTENS = 500;
/** For the person concerned the log is read back this far, in days. Bron onbekend, standaardwaarde. */
const OVERZICHT_DAGEN = 5 * 365;

const Wie = Type.Object({
  medewerkerId: Id,
  naam: Type.String(),
  functie: Type.String(),
  organisatieNaam: Type.String(),
});
/** null: a sealed casus, of which not even the number is told. */
const Nummer = Leeg(Type.String());

const Toezicht = Type.Object(
  {
    vanafOp: Moment,
    totOp: Moment,
    signalen: Type.Array(
      Type.Object({
        sleutel: Type.String(),
        patroon: Keuze(codes(PATRONEN)),
        wie: Wie,
        casusId: Leeg(Id),
        casusnummer: Nummer,
        gebeurdOp: Moment,
        aantal: Type.Integer(),
        geslotenOp: Leeg(Moment),
        gezien: Leeg(Type.Object({ gezienOp: Moment, door: Type.String(), notitie: Type.String() })),
      }),
    ),
    weigeringen: Type.Array(
      Type.Object({
        wie: Wie,
        laatsteOp: Moment,
        aantal: Type.Integer(),
        onderwerpen: Type.Integer(),
        redenen: Type.Array(Type.String()),
      }),
    ),
  },
  { $id: 'Toezicht' },
);
export type ToezichtAntwoord = Static<typeof Toezicht>;

const Kijk = Type.Object(
  {
    gekekenOp: Moment,
    wie: Wie,
    doel: Type.String(),
    handeling: Type.String(),
    casusId: Leeg(Id),
    casusnummer: Nummer,
    categorieen: Type.Array(Type.String()),
    noodknop: Type.Boolean(),
    lijst: Type.Boolean({
      description: 'Een lijst waarin iemand uit een casus stond; geen casus is geopend.',
    }),
    personen: Type.Integer({ description: 'Van hoeveel mensen gegevens zijn gezien of vastgelegd.' }),
  },
  { $id: 'ToezichtKijk' },
);
const Kijken = Type.Object(
  {
    vanafOp: Moment,
    totOp: Moment,
    casusId: Leeg(Id),
    wie: Leeg(Wie),
    kijken: Type.Array(Kijk),
    meer: Type.Boolean({ description: 'Er is meer dan hier past: kies een kortere periode.' }),
  },
  { $id: 'ToezichtKijken' },
);
export type KijkenAntwoord = Static<typeof Kijken>;

const Medewerkers = Type.Object({ medewerkers: Type.Array(Wie) }, { $id: 'ToezichtMedewerkers' });
export type ToezichtMedewerkersAntwoord = Static<typeof Medewerkers>;

const Personen = Type.Object(
  {
    casusId: Id,
    casusnummer: Type.String(),
    personen: Type.Array(
      Type.Object({
        persoonId: Id,
        rollen: Type.Array(Keuze(codes(ROL))),
        geboortejaar: Leeg(Type.Integer()),
      }),
    ),
  },
  { $id: 'OverzichtPersonen' },
);
export type OverzichtPersonenAntwoord = Static<typeof Personen>;

const Overzicht = Type.Object(
  {
    casusnummer: Type.String(),
    gemaaktOp: Moment,
    regels: Type.Array(
      Type.Object({
        dag: Type.String(),
        organisatie: Leeg(Type.String()),
        soort: Keuze(codes(SOORTEN)),
        functie: Type.String(),
        redenen: Type.Array(Keuze(codes(REDENEN))),
        noodknop: Type.Boolean(),
      }),
    ),
  },
  { $id: 'OverzichtBetrokkene' },
);
export type OverzichtAntwoord = Static<typeof Overzicht>;

const Dag = Type.Optional(
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Een dag: JJJJ-MM-DD.' }),
);
const DAG_MS = 86_400_000;

/** The period that is asked for: whole days; the last weeks when nothing is said. @throws 400 */
function periode(nu: Date, van: string | undefined, tot: string | undefined): Periode {
  // up to and including this moment
  const eind = tot ? new Date(Date.parse(tot) + DAG_MS) : new Date(nu.getTime() + 1);
  const begin = van ? new Date(van) : new Date(eind.getTime() - GRENZEN.dagen * DAG_MS);
  if (Number.isNaN(begin.getTime()) || Number.isNaN(eind.getTime()) || begin >= eind)
    throw ongeldig([{ veld: 'van', melding: 'Kies een begin dat voor het einde ligt.' }]);
  if (eind.getTime() - begin.getTime() > (GRENZEN.langsteDagen + 1) * DAG_MS)
    throw ongeldig([{ veld: 'van', melding: `Kies hoogstens ${GRENZEN.langsteDagen} dagen.` }]);
  return { van: begin, tot: eind };
}

type WieUit = Static<typeof Wie>;
async function wiezen(tx: Tx, ids: readonly string[]): Promise<(id: string) => WieUit> {
  const bekend = await listMedewerkersVanRegio(tx, ids);
  return (id) => {
    const m = bekend.get(id);
    return {
      medewerkerId: id,
      naam: m?.naam ?? 'Onbekend',
      functie: m?.functie ?? '',
      organisatieNaam: m?.organisatieNaam ?? '',
    };
  };
}

async function alsKijken(
  tx: Tx,
  p: Periode,
  rijen: readonly Blik[],
  kop: { casusId: string | null; medewerkerId: string | null },
): Promise<KijkenAntwoord> {
  const blikken = rijen.slice(0, HOOGSTENS);
  const wie = await wiezen(tx, [
    ...blikken.map((b) => b.medewerkerId),
    ...(kop.medewerkerId ? [kop.medewerkerId] : []),
  ]);
  const nummers = await listNummers(
    tx,
    blikken.flatMap((b) => b.casusId ?? []),
  );
  return {
    vanafOp: p.van.toISOString(),
    totOp: p.tot.toISOString(),
    casusId: kop.casusId,
    wie: kop.medewerkerId ? wie(kop.medewerkerId) : null,
    kijken: blikken.map((b) => ({
      gekekenOp: b.op.toISOString(),
      wie: { ...wie(b.medewerkerId), functie: b.functie },
      doel: b.doel,
      handeling: b.naam,
      // a sealed casus keeps its id too
      casusId: b.casusId && nummers.has(b.casusId) ? b.casusId : null,
      casusnummer: b.casusId ? (nummers.get(b.casusId) ?? null) : '',
      categorieen: b.categorieen,
      noodknop: b.noodknop,
      lijst: b.lijst,
      personen: b.personen,
    })),
    meer: rijen.length > HOOGSTENS,
  };
}

/** Routes of who looked. */
export function registreerToezicht(api: Api, huis: Huis, pseudoniem: Pseudoniem): void {
  const tags = ['Toezicht'];
  const lees = <T>(
    request: Parameters<typeof contextVan>[0],
    handeling: string,
    fn: (tx: Tx) => Promise<T>,
  ) =>
    huis.deuren.read(contextVan(request, 'toezicht'), handeling, { soort: 'toezicht' }, async (tx) => {
      tx.categorie('logboek');
      return fn(tx);
    });
  const Periodevraag = Type.Object({ van: Dag, tot: Dag });

  api.get(
    '/toezicht',
    {
      schema: {
        operationId: 'toezichtLezen',
        summary: 'Opvallende patronen in wie keek, en wat werd geweigerd; de laatste weken',
        tags,
        querystring: Periodevraag,
        response: { 200: Toezicht },
      },
    },
    async (request) =>
      lees(request, 'toezicht.lezen', async (tx) => {
        const p = periode(tx.nu, request.query.van, request.query.tot);
        const feiten = await listFeiten(tx, p, { van: GRENZEN.nachtVan, tot: GRENZEN.nachtTot });
        const drukte = await listDrukte(tx, p, GRENZEN.veelPerUur);
        const weigeringen = await listWeigeringen(tx, p);
        const signalen: Signaal[] = [
          ...voegSamen(feiten.flatMap(patronenVan)),
          ...drukte.flatMap((d) => patroonVanDrukte(d) ?? []),
          ...weigeringen.flatMap((w) => patroonVanWeigering(w) ?? []),
        ].sort((a, b) => b.op.getTime() - a.op.getTime());
        const gezien = await listGezien(
          tx,
          signalen.map((s) => s.sleutel),
        );
        const nummers = await listNummers(
          tx,
          signalen.flatMap((s) => s.casusId ?? []),
        );
        const wie = await wiezen(
          tx,
          [...signalen, ...weigeringen].map((x) => x.medewerkerId),
        );
        return {
          vanafOp: p.van.toISOString(),
          totOp: p.tot.toISOString(),
          signalen: signalen.map((s) => {
            const g = gezien.get(s.sleutel);
            return {
              sleutel: s.sleutel,
              patroon: s.patroon,
              wie: wie(s.medewerkerId),
              casusId: s.casusId && nummers.has(s.casusId) ? s.casusId : null,
              casusnummer: s.casusId ? (nummers.get(s.casusId) ?? null) : '',
              gebeurdOp: s.op.toISOString(),
              aantal: s.aantal,
              geslotenOp: s.geslotenOp?.toISOString() ?? null,
              gezien: g ? { gezienOp: g.op.toISOString(), door: g.door, notitie: g.notitie } : null,
            };
          }),
          weigeringen: weigeringen.map((w) => ({
            wie: wie(w.medewerkerId),
            laatsteOp: w.laatste.toISOString(),
            aantal: w.aantal,
            onderwerpen: w.onderwerpen,
            redenen: w.redenen,
          })),
        };
      }),
  );

  api.post(
    '/toezicht/gezien',
    {
      schema: {
        operationId: 'toezichtGezien',
        summary: 'Zeg dat een opvallend patroon is bekeken, en wat eruit kwam',
        tags,
        body: Type.Object({ sleutel: Tekst(200), notitie: Tekst(2000) }, { $id: 'ToezichtGezien' }),
        response: { 201: Type.Object({ sleutel: Type.String() }, { $id: 'ToezichtGezienKlaar' }) },
      },
    },
    async (request, reply) => {
      const { sleutel, notitie } = request.body;
      await huis.deuren.act(
        contextVan(request, 'toezicht'),
        'toezicht.gezien',
        { soort: 'toezicht' },
        async (tx) => {
          await markeerGezien(tx, sleutel, notitie);
          tx.inhoud({ sleutel });
        },
      );
      return reply.code(201).header('Location', '/api/v1/toezicht').send({ sleutel });
    },
  );

  api.get(
    '/toezicht/medewerkers',
    {
      schema: {
        operationId: 'toezichtMedewerkers',
        summary: 'Iedereen in de regio die kan inloggen, op organisatie en naam',
        tags,
        response: { 200: Medewerkers },
      },
    },
    async (request) =>
      huis.deuren.read(
        contextVan(request, 'toezicht'),
        'toezicht.lezen',
        { soort: 'toezicht' },
        async (tx) => {
          // about workers, not about the people of a casus
          tx.stil();
          const alle = await listMedewerkersVanRegio(tx);
          return {
            medewerkers: [...alle.values()].map((m) => ({
              medewerkerId: m.id,
              naam: m.naam,
              functie: m.functie,
              organisatieNaam: m.organisatieNaam,
            })),
          };
        },
      ),
  );

  api.get(
    '/toezicht/medewerkers/:id',
    {
      schema: {
        operationId: 'toezichtMedewerker',
        summary: 'Wat een medewerker bekeek en deed, nieuwste eerst',
        tags,
        params: IdParam,
        querystring: Periodevraag,
        response: { 200: Kijken },
      },
    },
    async (request) =>
      lees(request, 'toezicht.lezen', async (tx) => {
        const { id } = request.params;
        const p = periode(tx.nu, request.query.van, request.query.tot);
        if (!(await listMedewerkersVanRegio(tx, [id])).has(id)) throw nietGevonden('Deze medewerker');
        const rijen = await listBlikken(tx, { medewerkerId: id, ...p }, HOOGSTENS + 1);
        return alsKijken(tx, p, rijen, { casusId: null, medewerkerId: id });
      }),
  );

  api.post(
    '/toezicht/casussen/_zoek',
    {
      schema: {
        operationId: 'toezichtCasus',
        summary: 'Wie er in een casus keek, op het nummer van de casus',
        tags,
        body: Type.Object({ casusnummer: Tekst(40), van: Dag, tot: Dag }, { $id: 'ToezichtCasusvraag' }),
        response: { 200: Kijken },
      },
    },
    async (request) =>
      lees(request, 'toezicht.lezen', async (tx) => {
        const { casusnummer, van, tot } = request.body;
        const p = periode(tx.nu, van, tot);
        const casusId = await findCasusVanNummer(tx, casusnummer);
        if (!casusId) throw nietGevonden('Deze casus');
        const rijen = await listBlikken(tx, { casusId, ...p }, HOOGSTENS + 1);
        return alsKijken(tx, p, rijen, { casusId, medewerkerId: null });
      }),
  );

  api.post(
    '/toezicht/overzicht/_zoek',
    {
      schema: {
        operationId: 'overzichtPersonen',
        summary: 'De mensen in een casus, met rol en geboortejaar, om er een aan te wijzen',
        tags,
        body: Type.Object({ casusnummer: Tekst(40) }, { $id: 'OverzichtZoekvraag' }),
        response: { 200: Personen },
      },
    },
    async (request) =>
      lees(request, 'toezicht.overzicht', async (tx) => {
        const casusId = await findCasusVanNummer(tx, request.body.casusnummer);
        if (!casusId) throw nietGevonden('Deze casus');
        const personen = await listPersoonskeuzes(tx, casusId);
        tx.overCasus(casusId);
        tx.betreft(...personen.map((x) => x.persoonId));
        return {
          casusId,
          casusnummer: request.body.casusnummer.trim().toUpperCase(),
          personen: personen.map((x) => ({
            persoonId: x.persoonId,
            rollen: x.rollen as OverzichtPersonenAntwoord['personen'][number]['rollen'],
            geboortejaar: x.geboortejaar,
          })),
        };
      }),
  );

  api.post(
    '/toezicht/overzicht',
    {
      schema: {
        operationId: 'overzichtBetrokkene',
        summary: 'Voor de betrokkene: wie keek, per dag, zonder wie meldde en waar iemand is',
        tags,
        body: Type.Object({ casusnummer: Tekst(40), persoonId: Id }, { $id: 'OverzichtVraag' }),
        response: { 200: Overzicht },
      },
    },
    async (request) =>
      lees(request, 'toezicht.overzicht', async (tx) => {
        const { casusnummer, persoonId } = request.body;
        const casusId = await findCasusVanNummer(tx, casusnummer);
        const erin = casusId ? await listPersoonskeuzes(tx, casusId) : [];
        if (!casusId || !erin.some((x) => x.persoonId === persoonId)) throw nietGevonden('Deze persoon');
        tx.overCasus(casusId);
        tx.betreft(persoonId);
        const rijen = await listBlikken(
          tx,
          {
            casusId,
            wie: await listGestaan(tx, persoonId, (id) => pseudoniem(tx.regio, id)),
            van: new Date(tx.nu.getTime() - OVERZICHT_DAGEN * DAG_MS),
            tot: new Date(tx.nu.getTime() + 1),
          },
          10_000,
        );
        const organisaties = await listOrganisatiesVan(
          tx,
          rijen.map((r) => r.organisatieId),
        );
        const regels = maakOverzicht(
          // a list shows a name and opens nothing: the sheet says that it leaves them out
          rijen
            .filter((r) => !r.lijst)
            .map((r) => ({
              dag: lokaleDatum(r.op),
              organisatieId: r.organisatieId,
              organisatieNaam: organisaties.get(r.organisatieId)?.naam ?? '',
              organisatieSoort: organisaties.get(r.organisatieId)?.soort ?? 'anders',
              functie: r.functie,
              doel: r.doel,
              noodknop: r.noodknop,
            })),
          await getAfscherming(tx, casusId),
        );
        return {
          casusnummer: casusnummer.trim().toUpperCase(),
          gemaaktOp: tx.nu.toISOString(),
          regels: regels as OverzichtAntwoord['regels'],
        };
      }),
  );
}
