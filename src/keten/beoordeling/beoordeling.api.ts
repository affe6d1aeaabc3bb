// SPDX-License-Identifier: EUPL-1.2
import Type, { type Static } from 'typebox';
import { getCasus } from '../../kern/casus/casus.store.ts';
import { bij } from '../../kern/gebeurtenissen.ts';
import { AARD, codes, GEMEENTEN } from '../../kern/lijsten.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import { alsTermijnUit, TermijnUit } from '../../kern/termijn/termijn.api.ts';
import { listTermijnenOver } from '../../kern/termijn/termijnlijst.store.ts';
import { heeftDeel } from '../../kern/toegang/eigen.store.ts';
import { listUitspraken } from '../../kern/uitspraak/uitspraak.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Reacties, Tx } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import {
  afwegingVan,
  type Beoordeling,
  getBeoordeling,
  getMeldingBij,
  listCollegas,
  listGronden,
  listStappen,
  namenVan,
} from './beoordeling.store.ts';
import {
  type Afweging,
  ANTWOORDEN,
  BESLUITEN,
  type Besluit,
  bezwaarTegenTweede,
  isFeitMetBron,
  uitkomstCode,
  VERVOLGSOORTEN,
  vragenBijAfweging,
  watNogNodigIs,
} from './beoordeling.ts';
import { bewaar, legTerug, legVoor, neemOver, stelVast, weigerEigenTweede } from './besluit.store.ts';
import { findLaatsteControle } from './controle.store.ts';
import { maakHeel } from './herschikken.store.ts';
import {
  beginBeoordeling,
  stopBeoordeling,
  verplaatsBeoordelingen,
  versnelBeoordeling,
} from './instroom.store.ts';
import { geefZichtcontroleDoor, vraagRegisseur } from './zichtcontrole.store.ts';

/** The longest text that one argument may have. */
const LANG = 8000;
/** A casus with more statements than this shows the newest. */
const HOOGSTENS_UITSPRAKEN = 500;

const Argument = Leeg(Type.String({ maxLength: LANG }));
const velden = {
  acuut: Leeg(Keuze(codes(ANTWOORDEN))),
  acuutArgument: Argument,
  structureel: Leeg(Keuze(codes(ANTWOORDEN))),
  structureelArgument: Argument,
  multiprobleem: Leeg(Keuze(codes(ANTWOORDEN))),
  multiprobleemArgument: Argument,
  uitspraakIds: Type.Array(Id, { maxItems: 200 }),
  besluit: Leeg(Keuze(codes(BESLUITEN))),
  besluitReden: Argument,
  vervolgSoort: Leeg(Keuze(codes(VERVOLGSOORTEN))),
  aard: Leeg(Type.Array(Keuze(codes(AARD)), { maxItems: 8 })),
  gemeentecode: Leeg(Keuze(codes(GEMEENTEN))),
};

/** What is kept; a field that is left out stays as it was, null empties it. */
const BeoordelingInvoer = Type.Object(
  { versie: Type.Integer({ minimum: 1 }), ...Type.Partial(Type.Object(velden)).properties },
  { $id: 'BeoordelingInvoer' },
);

const Nodig = Type.Object({ veld: Type.String(), melding: Type.String() });
const stand = {
  id: Id,
  versie: Type.Integer(),
  status: Keuze(['open', 'voorgelegd', 'vastgesteld']),
  bewaardOp: Leeg(Moment),
  /** What is still needed before a colleague can look. */
  nodig: Type.Array(Nodig),
  /** What the answers ask; stops nothing. */
  vragen: Type.Array(Type.Object({ code: Type.String(), melding: Type.String() })),
};
const BeoordelingStand = Type.Object(stand, { $id: 'BeoordelingStand' });

const Uitspraak = Type.Object({
  id: Id,
  soort: Type.String(),
  tekst: Type.String(),
  bron: Type.String(),
  gebeurdOp: Leeg(Type.String()),
  vastgelegdOp: Moment,
  afgeschermd: Type.Boolean(),
  vanDezeMelding: Type.Boolean(),
  verbeterd: Type.Boolean(),
  /** A fact or observation with its source: can carry the decision. */
  draagt: Type.Boolean(),
  wederhoor: Type.Array(
    Type.Object({
      door: Type.String(),
      reactie: Type.String(),
      oneens: Type.Boolean(),
      vastgelegdOp: Moment,
    }),
  ),
});

const Persoon = Type.Object({
  persoonId: Id,
  naam: Type.String(),
  leeftijd: Leeg(Type.Integer()),
  leeftijdOngeveer: Type.Boolean(),
  rollen: Type.Array(Type.String()),
  relatie: Leeg(Type.String()),
  geheimAdres: Type.Boolean(),
  adres: Leeg(Type.String()),
  telefoon: Type.Array(Type.String()),
  twijfels: Type.Array(Type.Object({ veld: Type.String(), reden: Type.String() })),
});

const BeoordelingUit = Type.Object(
  {
    ...stand,
    ...velden,
    meldingId: Id,
    casusId: Id,
    casusNummer: Type.String(),
    aanduiding: Type.String(),
    beoordelaarId: Leeg(Id),
    beoordelaarNaam: Leeg(Type.String()),
    voorgelegdOp: Leeg(Moment),
    tweedeId: Leeg(Id),
    tweedeNaam: Leeg(Type.String()),
    tweedeOpmerking: Leeg(Type.String()),
    vastgesteldOp: Leeg(Moment),
    uitkomst: Leeg(Type.String()),
    magBewaren: Type.Boolean(),
    magVaststellen: Type.Boolean(),
    waaromNietVaststellen: Leeg(Type.String()),
    melding: Type.Object({
      nummer: Type.String(),
      kanaal: Type.String(),
      status: Type.String(),
      ontvangenOp: Moment,
      melderGroep: Type.String(),
      aard: Type.Array(Type.String()),
      aanvullend: Type.Array(Type.String()),
      duur: Type.String(),
      acuut: Type.Boolean(),
      acuutToelichting: Leeg(Type.String()),
      kindcheck: Type.String(),
      kindcheckToelichting: Leeg(Type.String()),
      gemeentecode: Leeg(Type.String()),
      betrokkenheid: Type.String(),
      betrokkenheidUitleg: Type.String(),
      twijfels: Type.Array(Type.Object({ veld: Type.String(), reden: Type.String() })),
    }),
    uitspraken: Type.Array(Uitspraak),
    aantalUitspraken: Type.Integer(),
    personen: Type.Array(Persoon),
    termijnen: Type.Array(TermijnUit),
    eigenDossier: Type.Boolean({
      description: 'Uw organisatie heeft geen deel meer in deze casus: u leest haar eigen dossier.',
    }),
    houderNaam: Leeg(Type.String()),
    houderSindsOp: Leeg(Moment),
    laatsteControleOp: Leeg(Moment),
    laatsteControleUitkomst: Leeg(Type.String()),
    stappen: Type.Array(
      Type.Object({
        stap: Type.String(),
        gezetOp: Moment,
        door: Type.String(),
        opmerking: Leeg(Type.String()),
      }),
    ),
    collegas: Type.Array(Type.Object({ id: Id, naam: Type.String(), functie: Type.String() })),
  },
  { $id: 'Beoordeling' },
);
export type BeoordelingAntwoord = Static<typeof BeoordelingUit>;
export type BeoordelingStandAntwoord = Static<typeof BeoordelingStand>;

const iso = (d: Date | null) => d?.toISOString() ?? null;

async function alsStand(tx: Tx, b: Beoordeling): Promise<BeoordelingStandAntwoord> {
  return {
    id: b.id,
    versie: b.versie,
    status: b.status,
    bewaardOp: iso(b.gewijzigdOp),
    nodig: watNogNodigIs(b, await listGronden(tx, b.casusId)),
    vragen: vragenBijAfweging(b),
  };
}

async function lees(tx: Tx, op: { id: string } | { meldingId: string }): Promise<BeoordelingAntwoord> {
  const b = await getBeoordeling(tx, op);
  tx.overCasus(b.casusId);
  tx.categorie('melding', 'beoordeling');
  const casus = await getCasus(tx, b.casusId);
  const melding = await getMeldingBij(tx, b.meldingId);
  const uitspraken = await listUitspraken(tx, b.casusId);
  const verbeterd = new Set(uitspraken.map((u) => u.verbetertId));
  const [personen, eigen, vanCasus, houder, controle, stappen, namen] = [
    await listCasusPersonen(tx, b.casusId),
    await listTermijnenOver(tx, b.id),
    await listTermijnenOver(tx, b.casusId),
    await findHouder(tx, b.casusId),
    await findLaatsteControle(tx, b.casusId),
    await listStappen(tx, b.id),
    await namenVan(tx, [b.beoordelaarId, b.tweedeId]),
  ];
  const ingetrokken = melding.status === 'ingetrokken';
  const bezwaar = ingetrokken ? 'Deze melding is ingetrokken.' : bezwaarTegenTweede(b, tx.wie);
  return {
    ...(await alsStand(tx, b)),
    ...(afwegingVan(b) as Pick<BeoordelingAntwoord, keyof typeof velden>),
    meldingId: b.meldingId,
    casusId: b.casusId,
    casusNummer: casus.nummer,
    aanduiding: casus.aanduiding,
    beoordelaarId: b.beoordelaarId,
    beoordelaarNaam: (b.beoordelaarId && namen.get(b.beoordelaarId)) || null,
    voorgelegdOp: iso(b.voorgelegdOp),
    tweedeId: b.tweedeId,
    tweedeNaam: (b.tweedeId && namen.get(b.tweedeId)) || null,
    tweedeOpmerking: b.tweedeOpmerking,
    vastgesteldOp: iso(b.vastgesteldOp),
    uitkomst: b.status === 'vastgesteld' ? uitkomstCode(b.besluit as Besluit) : null,
    magBewaren: b.status === 'open' && !ingetrokken,
    magVaststellen: bezwaar === null,
    waaromNietVaststellen: bezwaar,
    melding: { ...melding, ontvangenOp: melding.ontvangenOp.toISOString() },
    uitspraken: uitspraken.slice(0, HOOGSTENS_UITSPRAKEN).map((u) => ({
      id: u.id,
      soort: u.soort,
      tekst: u.tekst,
      bron: u.bron,
      gebeurdOp: u.gebeurdOp,
      vastgelegdOp: u.vastgelegdOp.toISOString(),
      afgeschermd: u.afgeschermd,
      vanDezeMelding: u.meldingId === b.meldingId,
      verbeterd: verbeterd.has(u.id),
      draagt: isFeitMetBron({ ...u, verbeterd: verbeterd.has(u.id) }),
      wederhoor: u.wederhoor.map((w) => ({
        door: w.door,
        reactie: w.reactie,
        oneens: w.oneens,
        vastgelegdOp: w.op.toISOString(),
      })),
    })),
    aantalUitspraken: uitspraken.length,
    personen,
    termijnen: [
      ...eigen,
      ...vanCasus.filter((t) => t.soort === 'zichtcontrole' && t.afgerondOp === null),
    ].map(alsTermijnUit),
    eigenDossier: !(await heeftDeel(tx, b.casusId)),
    houderNaam: houder?.naam ?? null,
    houderSindsOp: iso(houder?.vanaf ?? null),
    laatsteControleOp: iso(controle?.op ?? null),
    laatsteControleUitkomst: controle?.uitkomst ?? null,
    stappen: stappen.map(({ op: gezet, ...s }) => ({ ...s, gezetOp: gezet.toISOString() })),
    collegas: b.status === 'open' ? await listCollegas(tx, b) : [],
  };
}

/** What was sent, without what was left out. */
function alsWijziging(body: Static<typeof BeoordelingInvoer>): Partial<Afweging> {
  const { versie: _versie, ...rest } = body;
  return Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined));
}

const tags = ['Beoordeling'];

/** Routes of the veiligheidsbeoordeling. */
export function registreerBeoordeling(api: Api, huis: Huis): void {
  const opMelding = onzichtbaarZonderDeel(huis.deuren, 'Deze melding');
  const deuren = onzichtbaarZonderDeel(huis.deuren, 'Deze beoordeling');
  api.get(
    '/meldingen/:id/beoordeling',
    {
      schema: {
        operationId: 'beoordelingVanMelding',
        summary: 'De beoordeling van een melding',
        tags,
        params: IdParam,
        response: { 200: BeoordelingUit },
      },
    },
    async (request) => {
      const { id } = request.params;
      return opMelding.read(
        contextVan(request, 'beoordelen'),
        'beoordeling.lezen',
        { soort: 'melding', onderwerpId: id },
        (tx) => lees(tx, { meldingId: id }),
      );
    },
  );
  api.get(
    '/beoordelingen/:id',
    {
      schema: {
        operationId: 'beoordelingLezen',
        summary: 'Een beoordeling met wat nodig is om te wegen',
        tags,
        params: IdParam,
        response: { 200: BeoordelingUit },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.read(
        contextVan(request, 'beoordelen'),
        'beoordeling.lezen',
        { soort: 'beoordeling', onderwerpId: id },
        (tx) => lees(tx, { id }),
      );
    },
  );
  api.put(
    '/beoordelingen/:id',
    {
      schema: {
        operationId: 'beoordelingBewaren',
        summary: 'Bewaar de afweging; 409 met huidig als een ander eerder was',
        tags,
        params: IdParam,
        body: BeoordelingInvoer,
        response: { 200: BeoordelingStand },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.act(
        contextVan(request, 'beoordelen'),
        'beoordeling.bewaren',
        { soort: 'beoordeling', onderwerpId: id },
        async (tx) => alsStand(tx, await bewaar(tx, id, request.body.versie, alsWijziging(request.body))),
      );
    },
  );
  api.post(
    '/beoordelingen/:id/voorlegging',
    {
      schema: {
        operationId: 'beoordelingVoorleggen',
        summary: 'Leg de beoordeling voor aan een collega',
        tags,
        params: IdParam,
        body: Type.Object(
          { versie: Type.Integer({ minimum: 1 }), aanId: Type.Optional(Leeg(Id)) },
          { $id: 'BeoordelingVoorlegging' },
        ),
        response: { 200: BeoordelingStand },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.act(
        contextVan(request, 'beoordelen'),
        'beoordeling.voorleggen',
        { soort: 'beoordeling', onderwerpId: id },
        async (tx) => alsStand(tx, await legVoor(tx, id, request.body.versie, request.body.aanId ?? null)),
      );
    },
  );
  api.post(
    '/beoordelingen/:id/vaststelling',
    {
      schema: {
        operationId: 'beoordelingVaststellen',
        summary: 'Stel de beoordeling vast, als ander mens dan wie haar voorlegde',
        tags,
        params: IdParam,
        body: Type.Object(
          {
            versie: Type.Integer({ minimum: 1 }),
            opmerking: Type.Optional(Leeg(Type.String({ maxLength: LANG }))),
          },
          { $id: 'BeoordelingVaststelling' },
        ),
        response: { 200: BeoordelingStand },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.act(
        contextVan(request, 'beoordelen'),
        'beoordeling.vaststellen',
        { soort: 'beoordeling', onderwerpId: id },
        async (tx) =>
          alsStand(tx, await stelVast(tx, id, request.body.versie, request.body.opmerking?.trim() || null)),
      );
    },
  );
  api.post(
    '/beoordelingen/:id/teruglegging',
    {
      schema: {
        operationId: 'beoordelingTerugleggen',
        summary: 'Leg de beoordeling terug, met wat er nog moet',
        tags,
        params: IdParam,
        body: Type.Object(
          { versie: Type.Integer({ minimum: 1 }), opmerking: Tekst(LANG) },
          { $id: 'BeoordelingTeruglegging' },
        ),
        response: { 200: BeoordelingStand },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.act(
        contextVan(request, 'beoordelen'),
        'beoordeling.terugleggen',
        { soort: 'beoordeling', onderwerpId: id },
        async (tx) => alsStand(tx, await legTerug(tx, id, request.body.versie, request.body.opmerking)),
      );
    },
  );
}

/** What this station does when something happens elsewhere. */
export function reageerMetBeoordeling(reacties: Reacties): void {
  bij(reacties, 'melding.ontvangen', beginBeoordeling);
  bij(reacties, 'melding.acuut_gemeld', versnelBeoordeling);
  bij(reacties, 'melding.ingetrokken', stopBeoordeling);
  bij(reacties, 'melding.verplaatst', verplaatsBeoordelingen);
  bij(reacties, 'casus.herschikt', maakHeel);
  bij(reacties, 'overdracht.aanvaard', geefZichtcontroleDoor);
  bij(reacties, 'organisatie.gesloten', (tx, g) =>
    vraagRegisseur(tx, g.naam, g.opvolgerId, g.zonderRegisseur),
  );
  bij(reacties, 'medewerker.werk_over', neemOver);
  bij(reacties, 'termijn.oppakken', weigerEigenTweede);
}
