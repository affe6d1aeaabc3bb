// SPDX-License-Identifier: EUPL-1.2
import Type, { type Static } from 'typebox';
import { codes } from '../../kern/lijsten.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { legControleVast, listControles } from './controle.store.ts';
import { CONTROLE_UITKOMSTEN, HOOGSTENS_DAGEN } from './controle.ts';
import { listWachtenden, WACHT_OP } from './wachtlijst.store.ts';

/** A page of a list: from 1, and how many lines a page has. */
const bladeren = {
  pagina: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,4}$', description: 'Pagina, vanaf 1.' })),
  aantal: Type.Optional(
    Type.String({
      pattern: '^([1-9][0-9]?|1[0-9]{2}|200)$',
      description: 'Regels per pagina, hoogstens 200.',
    }),
  ),
};

function blad(q: { pagina?: string; aantal?: string }): { vanaf: number; aantal: number; pagina: number } {
  const aantal = Number(q.aantal ?? 50);
  const pagina = Number(q.pagina ?? 1);
  return { vanaf: (pagina - 1) * aantal, aantal, pagina };
}

const ControleInvoer = Type.Object(
  {
    uitkomst: Keuze(codes(CONTROLE_UITKOMSTEN)),
    met: Tekst(200),
    toelichting: Tekst(4000),
    gezienOp: Type.Optional(Leeg(Moment)),
    volgendeOverDagen: Type.Optional(Leeg(Type.Integer({ minimum: 1, maximum: HOOGSTENS_DAGEN }))),
  },
  { $id: 'VeiligheidscontroleInvoer' },
);

const ControleGedaan = Type.Object(
  {
    id: Id,
    volgendeOp: Leeg(Moment),
    volgendeDoor: Leeg(Type.String({ description: 'Wie zicht houdt, en dus de volgende keer kijkt.' })),
  },
  { $id: 'VeiligheidscontroleGedaan' },
);

const Controles = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Id,
        gezienOp: Moment,
        uitkomst: Keuze(codes(CONTROLE_UITKOMSTEN)),
        met: Type.String(),
        toelichting: Type.String(),
        organisatie: Type.String(),
        door: Leeg(Type.String()),
      }),
    ),
    totaal: Type.Integer(),
    pagina: Type.Integer(),
  },
  { $id: 'Veiligheidscontroles' },
);

const WachtendeGezinnen = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        casusId: Leeg(Id),
        casusNummer: Leeg(Type.String()),
        overdrachtId: Leeg(Id),
        aanduiding: Type.String(),
        acuut: Type.Boolean(),
        aantalPersonen: Type.Integer(),
        aantalKinderen: Type.Integer(),
        houderId: Id,
        houderNaam: Type.String(),
        houderSoort: Type.String(),
        wachtOp: Keuze(WACHT_OP),
        wachtSindsOp: Moment,
        beoordelingId: Leeg(Id),
        termijnSoort: Leeg(Type.String()),
        termijnBegintOp: Leeg(Moment),
        termijnVervaltOp: Leeg(Moment),
        termijnClausule: Leeg(Type.String()),
        termijnBron: Leeg(Type.String()),
        teLaat: Type.Boolean(),
        controleVervaltOp: Leeg(Moment),
        laatsteControleOp: Leeg(Moment),
        laatsteControleUitkomst: Leeg(Keuze(codes(CONTROLE_UITKOMSTEN))),
        laatsteControleMet: Leeg(Type.String()),
      }),
    ),
    totaal: Type.Integer(),
    acuut: Type.Integer(),
    teLaat: Type.Integer(),
    nooitGezien: Type.Integer(),
    pagina: Type.Integer(),
  },
  { $id: 'WachtendeGezinnen' },
);
export type WachtendeGezinnenAntwoord = Static<typeof WachtendeGezinnen>;
export type ControlesAntwoord = Static<typeof Controles>;

const iso = (d: Date | null) => d?.toISOString() ?? null;

/** Routes of the check on safety, and of the list of families that wait. */
export function registreerControle(api: Api, huis: Huis): void {
  const opCasus = onzichtbaarZonderDeel(huis.deuren, 'Deze casus');
  api.post(
    '/casussen/:id/veiligheidscontroles',
    {
      schema: {
        operationId: 'veiligheidscontroleVastleggen',
        summary: 'Leg vast hoe het nu is; zet de volgende controle',
        tags: ['Zicht'],
        params: IdParam,
        body: ControleInvoer,
        response: { 201: ControleGedaan },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const uit = await opCasus.act(
        contextVan(request, 'zicht_houden'),
        'veiligheidscontrole.vastleggen',
        { soort: 'casus', casusId: id },
        async (tx) => {
          const c = await legControleVast(tx, id, {
            uitkomst: b.uitkomst,
            met: b.met,
            toelichting: b.toelichting,
            op: b.gezienOp ? new Date(b.gezienOp) : null,
            volgendeOverDagen: b.volgendeOverDagen ?? null,
          });
          return { ...c, volgendeOp: iso(c.volgendeOp) };
        },
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${id}/veiligheidscontroles`).send(uit);
    },
  );
  api.get(
    '/casussen/:id/veiligheidscontroles',
    {
      schema: {
        operationId: 'veiligheidscontrolesLezen',
        summary: 'Wie keek wanneer, en hoe was het',
        tags: ['Zicht'],
        params: IdParam,
        querystring: Type.Object(bladeren),
        response: { 200: Controles },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { vanaf, aantal, pagina } = blad(request.query);
      return opCasus.read(
        contextVan(request, 'zicht_houden'),
        'veiligheidscontrole.lezen',
        { soort: 'casus', casusId: id },
        async (tx) => {
          const uit = await listControles(tx, id, vanaf, aantal);
          return {
            items: uit.items.map(({ op, ...c }) => ({
              ...c,
              uitkomst: c.uitkomst as ControlesAntwoord['items'][number]['uitkomst'],
              gezienOp: op.toISOString(),
            })),
            totaal: uit.totaal,
            pagina,
          };
        },
      );
    },
  );
  api.get(
    '/wachtende-gezinnen',
    {
      schema: {
        operationId: 'wachtendeGezinnen',
        summary: 'Wie wacht, op wat, wie houdt zicht en wanneer is er het laatst gekeken',
        tags: ['Zicht'],
        querystring: Type.Object({ ...bladeren, alleenTeLaat: Type.Optional(Keuze(['true', 'false'])) }),
        response: { 200: WachtendeGezinnen },
      },
    },
    async (request) => {
      const { vanaf, aantal, pagina } = blad(request.query);
      return huis.deuren.read(
        contextVan(request, 'verantwoorden'),
        'cijfers.wachtlijst',
        { soort: 'casus' },
        async (tx) => {
          const uit = await listWachtenden(tx, {
            vanaf,
            aantal,
            alleenTeLaat: request.query.alleenTeLaat === 'true',
          });
          return {
            ...uit,
            pagina,
            items: uit.items.map((w) => ({
              ...w,
              laatsteControleUitkomst:
                w.laatsteControleUitkomst as WachtendeGezinnenAntwoord['items'][number]['laatsteControleUitkomst'],
              wachtSindsOp: w.wachtSindsOp.toISOString(),
              termijnBegintOp: iso(w.termijnBegintOp),
              termijnVervaltOp: iso(w.termijnVervaltOp),
              controleVervaltOp: iso(w.controleVervaltOp),
              laatsteControleOp: iso(w.laatsteControleOp),
            })),
          };
        },
      );
    },
  );
}
