// SPDX-License-Identifier: EUPL-1.2
// Staying with it: the moments at which someone asks how it is, the list of what is overdue, and closing.
import Type, { type Static } from 'typebox';
import { getCasus } from '../../kern/casus/casus.store.ts';
import { SLUITREDENEN } from '../../kern/casus/casus.ts';
import { findRegisseur } from '../../kern/casus/overzicht.store.ts';
import { bij } from '../../kern/gebeurtenissen.ts';
import { codes } from '../../kern/lijsten.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import { heeftAlleenEigenDossier } from '../../kern/toegang/eigen.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Reacties } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { listCijfers } from '../plan/cijfers.store.ts';
import { SCORER_SOORT } from '../plan/plan.ts';
import { bereidAfsluitingVoor, sluitAf } from './afsluiting.store.ts';
import {
  getMoment,
  listMomenten,
  listMomentenVanCasus,
  type Monitormoment,
  type MonitorRegel,
  TOON,
} from './moment.store.ts';
import {
  beeindig,
  monitorNaSluiting,
  planExtra,
  planNaAanvaarding,
  planNaHeropenen,
  vervalNaSluiten,
  voerUit,
} from './monitoring.store.ts';
import {
  LAATSTE_CIJFER_DAGEN,
  MONITOR_UITKOMSTEN,
  MONITORSOORTEN,
  uitvoerenVanaf,
  VEILIG_VANAF_CIJFER,
  vraagtOndanks,
  watSluitenTegenhoudt,
} from './monitoring.ts';

const SLUITKEUZES = SLUITREDENEN.filter((r) => r.code !== 'samengevoegd');

const momentVelden = {
  id: Id,
  casusId: Id,
  soort: Keuze(codes(MONITORSOORTEN)),
  geplandDatum: Type.String({
    format: 'date',
    description: 'De laatste dag waarop iemand vraagt hoe het gaat.',
  }),
  vervaltOp: Moment,
  begintOp: Leeg(Moment),
  waarschuwtOp: Leeg(Moment),
  clausule: Leeg(Type.String()),
  bron: Leeg(Type.String()),
  reden: Leeg(Type.String()),
  teLaat: Type.Boolean(),
  organisatieId: Id,
  organisatieNaam: Type.String(),
  eigenaarNaam: Leeg(Type.String()),
  uitgevoerdOp: Leeg(Moment),
  uitkomst: Leeg(Keuze(codes(MONITOR_UITKOMSTEN))),
  gesprokenMet: Leeg(Type.String()),
  toelichting: Leeg(Type.String()),
  door: Leeg(Type.String()),
  vervallenOp: Leeg(Moment),
  vervallenReden: Leeg(Type.String()),
};
const MomentUit = Type.Object(momentVelden, { $id: 'Monitormoment' });
export type MonitormomentAntwoord = Static<typeof MomentUit>;
const MomentenVanCasus = Type.Object({ momenten: Type.Array(MomentUit) }, { $id: 'MonitormomentenVanCasus' });

// twice in one answer: a schema with a name may stand there once
const AnderMoment = Type.Object(momentVelden);
const MomentDetail = Type.Object(
  {
    moment: MomentUit,
    magUitvoeren: Type.Boolean(),
    kanVanafOp: Leeg(
      Type.String({ format: 'date-time', description: 'Vanaf dan kan het. Leeg: het kan nu, of niet meer.' }),
    ),
    openVanOns: Type.Integer({
      description: 'Zoveel momenten heeft uw organisatie bij dit gezin nog gepland.',
    }),
    casus: Type.Object({
      id: Id,
      nummer: Type.String(),
      aanduiding: Type.String(),
      status: Keuze(['open', 'gesloten']),
      fase: Leeg(Type.Integer()),
      acuut: Type.Boolean(),
      eigenDossier: Type.Boolean({
        description: 'Uw organisatie heeft geen deel meer in deze casus: u leest haar eigen dossier.',
      }),
      houderNaam: Leeg(Type.String()),
      houderVanafOp: Leeg(Moment),
      regisseurNaam: Leeg(Type.String()),
      regisseurOrganisatie: Leeg(Type.String()),
    }),
    personen: Type.Array(
      Type.Object({
        persoonId: Id,
        naam: Type.String(),
        leeftijd: Leeg(Type.Integer()),
        rollen: Type.Array(Type.String()),
        geheimAdres: Type.Boolean(),
      }),
    ),
    cijfers: Type.Array(
      Type.Object({
        id: Id,
        persoonId: Id,
        naam: Leeg(Type.String({ description: 'Leeg: niet meer in dit gezin.' })),
        scorerSoort: Keuze(codes(SCORER_SOORT)),
        scorer: Type.String(),
        cijfer: Type.Integer(),
        waarom: Type.String(),
      }),
      { description: 'De veiligheidscijfers die bij dit moment zijn gegeven.' },
    ),
    andere: Type.Array(AnderMoment, { description: 'De andere momenten van deze casus.' }),
  },
  { $id: 'MonitormomentDetail' },
);
export type MonitormomentDetailAntwoord = Static<typeof MomentDetail>;

const MonitorLijst = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        ...momentVelden,
        casusNummer: Type.String(),
        aanduiding: Type.String(),
        acuut: Type.Boolean(),
        eigenDossier: Type.Boolean({
          description: 'Uw organisatie heeft geen deel meer in deze casus: u leest haar eigen dossier.',
        }),
        houderNaam: Leeg(Type.String()),
        regisseurNaam: Leeg(Type.String()),
        vorigeUitkomst: Leeg(Keuze(codes(MONITOR_UITKOMSTEN))),
        aantalPersonen: Type.Integer(),
        aantalKinderen: Type.Integer(),
      }),
    ),
    totaal: Type.Integer(),
    teLaat: Type.Integer(),
    nu: Type.Integer({ description: 'Te laat, of vraagt nu aandacht.' }),
    open: Type.Integer(),
    pagina: Type.Integer(),
  },
  { $id: 'Monitorlijst' },
);
export type MonitorlijstAntwoord = Static<typeof MonitorLijst>;

const CijferInvoer = Type.Object({
  persoonId: Id,
  scorerSoort: Keuze(codes(SCORER_SOORT)),
  scorer: Tekst(200),
  cijfer: Type.Integer({ minimum: 0, maximum: 10 }),
  waarom: Tekst(2000),
});

const UitvoeringInvoer = Type.Object(
  {
    uitkomst: Keuze(codes(MONITOR_UITKOMSTEN)),
    gesprokenMet: Tekst(200),
    toelichting: Tekst(4000),
    cijfers: Type.Optional(Type.Array(CijferInvoer, { maxItems: 60 })),
  },
  { $id: 'MonitorUitvoering' },
);
const UitvoeringGedaan = Type.Object(
  {
    houderKijktVoorOp: Leeg(
      Type.String({ format: 'date-time', description: 'Voor dit moment kijkt wie zicht houdt.' }),
    ),
    opnieuwId: Leeg(
      Type.String({ format: 'uuid', description: 'Het moment waarop opnieuw wordt gevraagd.' }),
    ),
  },
  { $id: 'MonitorUitgevoerd' },
);
export type MonitorUitgevoerdAntwoord = Static<typeof UitvoeringGedaan>;

const Bezwaren = Type.Array(Type.Object({ veld: Type.String(), zin: Type.String(), zinEn: Type.String() }));
const Voorbereiding = Type.Object(
  {
    casusId: Id,
    nummer: Type.String(),
    aanduiding: Type.String(),
    houderNaam: Leeg(Type.String()),
    tegen: Bezwaren,
    redenen: Type.Array(Type.Object({ code: Type.String(), nl: Type.String(), en: Type.String() })),
    personen: Type.Array(
      Type.Object({
        persoonId: Id,
        naam: Type.String(),
        leeftijd: Leeg(Type.Integer()),
        rollen: Type.Array(Type.String()),
        heeftCijfer: Type.Boolean(),
        laatsteCijfer: Leeg(Type.Integer()),
        laatsteCijferOp: Leeg(Moment),
      }),
    ),
    cijferDagen: Type.Integer({
      description: 'Een laatste cijfer is hoogstens zoveel dagen oud. Bron onbekend, standaardwaarde.',
    }),
    openVoorwaarden: Type.Integer(),
    nietNageleefd: Type.Integer(),
    nietVeilig: Type.Array(
      Type.Object({ organisatieNaam: Type.String(), op: Moment, uitkomst: Type.String() }),
      {
        description:
          'Van elke organisatie de laatste keer dat zij keek, als dat niet veilig was: sinds wie nu zicht houdt begon, en de laatste keer van allen.',
      },
    ),
    lageCijfers: Type.Array(
      Type.Object({
        persoonId: Id,
        naam: Type.String(),
        scorerSoort: Keuze(codes(SCORER_SOORT)),
        scorer: Type.String(),
        cijfer: Type.Integer(),
        op: Moment,
      }),
      {
        description: `Van wie over iemand in dit gezin een cijfer gaf het laatste, als dat lager is dan een ${VEILIG_VANAF_CIJFER}. Die grens is onze keuze: bron onbekend, standaardwaarde.`,
      },
    ),
    vraagtOndanks: Type.Boolean(),
  },
  { $id: 'AfsluitingVoorbereiding' },
);
export type AfsluitingVoorbereidingAntwoord = Static<typeof Voorbereiding>;

const AfsluitingInvoer = Type.Object(
  {
    reden: Keuze(codes(SLUITKEUZES)),
    toelichting: Tekst(4000),
    zonderCijfer: Type.Array(Type.Object({ persoonId: Id, reden: Tekst(1000) }), { maxItems: 60 }),
    ondanks: Type.Optional(Leeg(Type.String({ maxLength: 4000 }))),
    cijfers: Type.Optional(Type.Array(CijferInvoer, { maxItems: 60 })),
  },
  { $id: 'AfsluitingInvoer' },
);
const Afgesloten = Type.Object({ id: Id, geslotenOp: Moment }, { $id: 'Afgesloten' });

const iso = (d: Date | null) => d?.toISOString() ?? null;

function uit(m: Monitormoment): MonitormomentAntwoord {
  return {
    ...m,
    vervaltOp: m.vervaltOp.toISOString(),
    begintOp: iso(m.begintOp),
    waarschuwtOp: iso(m.waarschuwtOp),
    uitgevoerdOp: iso(m.uitgevoerdOp),
    vervallenOp: iso(m.vervallenOp),
  };
}

const regelUit = (r: MonitorRegel) => ({
  ...r,
  ...uit(r),
  vorigeUitkomst: r.vorigeUitkomst as MonitorlijstAntwoord['items'][number]['vorigeUitkomst'],
});

/** What the station does when something happens elsewhere, in the same transaction. */
export function reageerMetMonitoring(reacties: Reacties): void {
  bij(reacties, 'overdracht.aanvaard', planNaAanvaarding);
  bij(reacties, 'casus.gesloten', vervalNaSluiten);
  bij(reacties, 'casus.heropend', planNaHeropenen);
  bij(reacties, 'organisatie.gesloten', monitorNaSluiting);
}

/** Routes of monitoring and closing. */
export function registreerMonitoring(api: Api, huis: Huis): void {
  const tags = ['Monitoring'];
  const doel = 'zicht_houden';
  const opCasus = onzichtbaarZonderDeel(huis.deuren, 'Deze casus');
  const opMoment = onzichtbaarZonderDeel(huis.deuren, 'Dit monitormoment');

  api.get(
    '/casussen/:id/monitormomenten',
    {
      schema: {
        operationId: 'monitormomentenVanCasus',
        summary: 'Wanneer wordt of werd gevraagd hoe het gaat',
        tags,
        params: IdParam,
        response: { 200: MomentenVanCasus },
      },
    },
    async (request) => {
      const { id } = request.params;
      return opCasus.read(
        contextVan(request, doel),
        'monitoring.lezen',
        { soort: 'casus', casusId: id },
        async (tx) => {
          await getCasus(tx, id);
          return { momenten: (await listMomentenVanCasus(tx, id)).map(uit) };
        },
      );
    },
  );

  api.post(
    '/casussen/:id/monitormomenten',
    {
      schema: {
        operationId: 'monitormomentPlannen',
        summary: 'Plan een extra moment, met reden',
        tags,
        params: IdParam,
        body: Type.Object(
          { geplandDatum: Type.String({ format: 'date' }), reden: Tekst(1000) },
          { $id: 'MonitormomentInvoer' },
        ),
        response: { 201: MomentUit },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const m = await opCasus.act(
        contextVan(request, doel),
        'monitoring.plannen',
        { soort: 'casus', casusId: id },
        async (tx) => ({ id: await planExtra(tx, id, request.body) }),
        async (tx, moment) => uit(await getMoment(tx, moment.id)),
      );
      return reply.code(201).header('Location', `/api/v1/monitormomenten/${m.id}`).send(m);
    },
  );

  api.get(
    '/monitormomenten',
    {
      schema: {
        operationId: 'monitormomentenLijst',
        summary: 'De momenten die uw organisatie monitort; wat te laat is staat bovenaan',
        tags,
        querystring: Type.Object({
          toon: Type.Optional(Keuze(TOON)),
          pagina: Type.Optional(
            Type.String({ pattern: '^[1-9][0-9]{0,4}$', description: 'Pagina, vanaf 1.' }),
          ),
          aantal: Type.Optional(
            Type.String({
              pattern: '^([1-9][0-9]?|1[0-9]{2}|200)$',
              description: 'Regels per pagina, hoogstens 200.',
            }),
          ),
        }),
        response: { 200: MonitorLijst },
      },
    },
    async (request) => {
      const aantal = Number(request.query.aantal ?? 50);
      const pagina = Number(request.query.pagina ?? 1);
      const toon = request.query.toon ?? 'open';
      return huis.deuren.read(
        contextVan(request, doel),
        'monitoring.lijst',
        { soort: 'monitormoment' },
        async (tx) => {
          const lijst = await listMomenten(tx, { toon, vanaf: (pagina - 1) * aantal, aantal });
          return { ...lijst, pagina, items: lijst.items.map(regelUit) };
        },
      );
    },
  );

  api.get(
    '/monitormomenten/:id',
    {
      schema: {
        operationId: 'monitormomentLezen',
        summary: 'Eén moment: hoe is het nu?',
        tags,
        params: IdParam,
        response: { 200: MomentDetail },
      },
    },
    async (request) => {
      const { id } = request.params;
      return opMoment.read(
        contextVan(request, doel),
        'monitoring.lezen',
        { soort: 'monitormoment', onderwerpId: id },
        async (tx) => {
          const moment = await getMoment(tx, id);
          tx.overCasus(moment.casusId);
          const casus = await getCasus(tx, moment.casusId);
          const houder = await findHouder(tx, casus.id);
          const voorbij = heeftAlleenEigenDossier(tx);
          const regisseur = voorbij ? null : await findRegisseur(tx, casus.regisseurId);
          const personen = await listCasusPersonen(tx, casus.id);
          const alle = await listMomentenVanCasus(tx, casus.id);
          const cijfers = moment.uitgevoerdOp ? await listCijfers(tx, casus.id, id) : [];
          if (cijfers.length > 0) tx.categorie('veiligheidscijfers');
          tx.betreft(...cijfers.map((c) => c.persoonId));
          const vanaf = uitvoerenVanaf(moment);
          const vanOns =
            moment.organisatieId === tx.wie.organisatieId &&
            casus.status === 'open' &&
            moment.uitgevoerdOp === null &&
            moment.vervallenOp === null;
          const teVroeg = vanaf !== null && vanaf > tx.nu;
          return {
            moment: uit(moment),
            magUitvoeren: vanOns && !teVroeg,
            kanVanafOp: vanOns && teVroeg ? iso(vanaf) : null,
            openVanOns: alle.filter(
              (m) => m.organisatieId === tx.wie.organisatieId && !m.uitgevoerdOp && !m.vervallenOp,
            ).length,
            casus: {
              id: casus.id,
              nummer: casus.nummer,
              aanduiding: casus.aanduiding,
              status: casus.status,
              fase: voorbij ? null : casus.fase,
              acuut: !voorbij && casus.acuut,
              eigenDossier: voorbij,
              houderNaam: houder?.naam ?? null,
              houderVanafOp: iso(houder?.vanaf ?? null),
              regisseurNaam: regisseur?.naam ?? null,
              regisseurOrganisatie: regisseur?.organisatieNaam ?? null,
            },
            personen: personen.map((p) => ({
              persoonId: p.persoonId,
              naam: p.naam,
              leeftijd: p.leeftijd,
              rollen: p.rollen,
              geheimAdres: p.geheimAdres,
            })),
            cijfers: cijfers.map((c) => ({
              id: c.id,
              persoonId: c.persoonId,
              naam: personen.find((p) => p.persoonId === c.persoonId)?.naam ?? null,
              scorerSoort: c.scorerSoort as Static<typeof CijferInvoer>['scorerSoort'],
              scorer: c.scorer,
              cijfer: c.cijfer,
              waarom: c.waarom,
            })),
            andere: alle.filter((m) => m.id !== id).map(uit),
          };
        },
      );
    },
  );

  api.post(
    '/monitormomenten/:id/uitvoering',
    {
      schema: {
        operationId: 'monitormomentUitvoeren',
        summary: 'Leg vast hoe het nu is; niet veilig laat de houder van zicht kijken',
        tags,
        params: IdParam,
        body: UitvoeringInvoer,
        response: { 201: UitvoeringGedaan },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const gedaan = await opMoment.act(
        contextVan(request, doel),
        'monitoring.vastleggen',
        { soort: 'monitormoment', onderwerpId: id },
        async (tx) => {
          const r = await voerUit(tx, id, {
            uitkomst: b.uitkomst,
            gesprokenMet: b.gesprokenMet,
            toelichting: b.toelichting,
            cijfers: (b.cijfers ?? []).map((c) => ({ ...c, nodig: null })),
          });
          return { houderKijktVoorOp: iso(r.houderKijktVoorOp), opnieuwId: r.opnieuwId };
        },
      );
      return reply.code(201).header('Location', `/api/v1/monitormomenten/${id}`).send(gedaan);
    },
  );

  api.post(
    '/casussen/:id/monitoring-einde',
    {
      schema: {
        operationId: 'monitoringBeeindigen',
        summary: 'Uw organisatie stopt met monitoren van dit gezin, met reden',
        tags,
        params: IdParam,
        body: Type.Object({ reden: Tekst(1000) }, { $id: 'MonitoringEindeInvoer' }),
        response: {
          201: Type.Object(
            { vervallen: Type.Integer({ description: 'Zoveel momenten zijn vervallen.' }) },
            { $id: 'MonitoringEinde' },
          ),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const gedaan = await opCasus.act(
        contextVan(request, doel),
        'monitoring.beeindigen',
        { soort: 'casus', casusId: id },
        async (tx) => ({ vervallen: await beeindig(tx, id, request.body.reden) }),
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${id}/monitormomenten`).send(gedaan);
    },
  );

  api.get(
    '/casussen/:id/afsluiting-voorbereiding',
    {
      schema: {
        operationId: 'afsluitingVoorbereiden',
        summary: 'Wat nodig is om af te sluiten, en wat nog ontbreekt',
        tags,
        params: IdParam,
        response: { 200: Voorbereiding },
      },
    },
    async (request) => {
      const { id } = request.params;
      return opCasus.read(
        contextVan(request, doel),
        'casus.afsluiting_voorbereiden',
        { soort: 'casus', casusId: id },
        async (tx) => {
          const { casus, houder, stand } = await bereidAfsluitingVoor(tx, id);
          return {
            casusId: casus.id,
            nummer: casus.nummer,
            aanduiding: casus.aanduiding,
            houderNaam: houder?.naam ?? null,
            tegen: watSluitenTegenhoudt(stand),
            redenen: [...SLUITKEUZES],
            personen: stand.directbetrokkenen.map((p) => ({ ...p, laatsteCijferOp: iso(p.laatsteCijferOp) })),
            cijferDagen: LAATSTE_CIJFER_DAGEN,
            openVoorwaarden: stand.openVoorwaarden,
            nietNageleefd: stand.nietNageleefd,
            nietVeilig: stand.nietVeilig.map((n) => ({ ...n, op: n.op.toISOString() })),
            lageCijfers: stand.lageCijfers.map((c) => ({
              ...c,
              scorerSoort: c.scorerSoort as Static<typeof CijferInvoer>['scorerSoort'],
              op: c.op.toISOString(),
            })),
            vraagtOndanks: vraagtOndanks(stand),
          };
        },
      );
    },
  );

  api.post(
    '/casussen/:id/afsluiting',
    {
      schema: {
        operationId: 'casusAfsluiten',
        summary: 'Sluit de casus af, met reden en een laatste cijfer van iedereen',
        tags,
        params: IdParam,
        body: AfsluitingInvoer,
        response: { 201: Afgesloten },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const r = await opCasus.act(
        contextVan(request, doel),
        'casus.afsluiten',
        { soort: 'casus', casusId: id },
        async (tx) => {
          const a = await sluitAf(tx, id, {
            reden: b.reden,
            toelichting: b.toelichting,
            zonderCijfer: b.zonderCijfer,
            ondanks: b.ondanks?.trim() || null,
            cijfers: b.cijfers ?? [],
          });
          return { id: a.id, geslotenOp: a.geslotenOp.toISOString() };
        },
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${id}`).send(r);
    },
  );
}
