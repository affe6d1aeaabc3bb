// SPDX-License-Identifier: EUPL-1.2
// What a person may do with a running term: suspend, resume, extend, or say that it was done. Always with a reason (P7).
import Type from 'typebox';
import type { Tx } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { hervat, schortOp, verleng } from './termijn.store.ts';
import { getTermijn, rondMetDeHandAf, type TermijnRegel } from './termijnlijst.store.ts';

/** A term as every screen that shows one gets it. */
export const TermijnUit = Type.Object(
  {
    id: Id,
    soort: Type.String(),
    omschrijving: Type.String(),
    clausule: Type.String(),
    bron: Type.String(),
    casusId: Leeg(Id),
    onderwerpSoort: Type.String(),
    onderwerpId: Id,
    waarom: Type.String(),
    acuut: Type.Boolean(),
    begintOp: Moment,
    waarschuwtOp: Leeg(Moment),
    vervaltOp: Leeg(Moment),
    opgeschortOp: Leeg(Moment),
    opgeschortTot: Leeg(Moment),
    afgerondOp: Leeg(Moment),
    afgerondHoe: Leeg(Type.String()),
    magOpschorten: Type.Boolean(),
    magHervatten: Type.Boolean(),
    magVerlengen: Type.Boolean(),
    magAfronden: Type.Boolean(),
  },
  { $id: 'Termijn' },
);

const iso = (d: Date | null) => d?.toISOString() ?? null;

/** The term in the form of `TermijnUit`. */
export function alsTermijnUit(t: TermijnRegel) {
  return {
    ...t,
    begintOp: t.begintOp.toISOString(),
    waarschuwtOp: iso(t.waarschuwtOp),
    vervaltOp: iso(t.vervaltOp),
    opgeschortOp: iso(t.opgeschortOp),
    opgeschortTot: iso(t.opgeschortTot),
    afgerondOp: iso(t.afgerondOp),
  };
}

const Reden = Type.Object({ reden: Tekst(2000) }, { $id: 'TermijnReden' });
const Verlenging = Type.Object(
  {
    reden: Tekst(2000),
    aantal: Type.Integer({ minimum: 1, maximum: 400 }),
    eenheid: Keuze(['uren', 'dagen', 'werkdagen', 'weken', 'maanden', 'jaren']),
  },
  { $id: 'TermijnVerlenging' },
);

/** Routes under a term; whoever owns it, owns its changes. */
export function registreerTermijn(api: Api, huis: Huis): void {
  const deuren = onzichtbaarZonderDeel(huis.deuren, 'Deze termijn');
  const doe = async (
    request: Parameters<typeof contextVan>[0],
    id: string,
    handeling: string,
    fn: (tx: Tx) => Promise<void>,
  ) =>
    deuren.act(
      contextVan(request, 'zicht_houden'),
      handeling,
      { soort: 'termijn', onderwerpId: id },
      async (tx) => {
        const t = await getTermijn(tx, id);
        if (t.casusId) tx.overCasus(t.casusId);
        tx.inhoud({ termijn: id, soort: t.soort });
        await fn(tx);
        return { id };
      },
      async (tx) => alsTermijnUit(await getTermijn(tx, id)),
    );
  const stap = (
    pad: 'hervatting' | 'afronding',
    operationId: string,
    summary: string,
    handeling: string,
    fn: (tx: Tx, id: string, reden: string) => Promise<void>,
  ) =>
    api.post(
      `/termijnen/:id/${pad}`,
      {
        schema: {
          operationId,
          summary,
          tags: ['Termijn'],
          params: IdParam,
          body: Reden,
          response: { 200: TermijnUit },
        },
      },
      async (request) =>
        doe(request, request.params.id, handeling, (tx) => fn(tx, request.params.id, request.body.reden)),
    );
  stap(
    'hervatting',
    'termijnHervatten',
    'Laat een termijn weer lopen, met reden',
    'termijn.hervatten',
    hervat,
  );
  stap(
    'afronding',
    'termijnAfronden',
    'Zeg dat gedaan is wat de termijn vraagt',
    'termijn.afronden',
    rondMetDeHandAf,
  );
  api.post(
    '/termijnen/:id/opschorting',
    {
      schema: {
        operationId: 'termijnOpschorten',
        summary: 'Schort een termijn op, met reden, tot een moment waarop hij vanzelf weer loopt',
        tags: ['Termijn'],
        params: IdParam,
        body: Type.Object({ reden: Tekst(2000), totOp: Moment }, { $id: 'TermijnOpschorting' }),
        response: { 200: TermijnUit },
      },
    },
    async (request) => {
      const { reden, totOp } = request.body;
      return doe(request, request.params.id, 'termijn.opschorten', (tx) =>
        schortOp(tx, request.params.id, new Date(totOp), reden),
      );
    },
  );
  api.post(
    '/termijnen/:id/verlenging',
    {
      schema: {
        operationId: 'termijnVerlengen',
        summary: 'Verleng een termijn binnen wat de clausule toelaat, met reden',
        tags: ['Termijn'],
        params: IdParam,
        body: Verlenging,
        response: { 200: TermijnUit },
      },
    },
    async (request) => {
      const { aantal, eenheid, reden } = request.body;
      return doe(request, request.params.id, 'termijn.verlengen', (tx) =>
        verleng(tx, request.params.id, { aantal, eenheid }, reden),
      );
    },
  );
}
