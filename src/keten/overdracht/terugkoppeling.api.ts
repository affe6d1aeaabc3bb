// SPDX-License-Identifier: EUPL-1.2
import Type, { type Static } from 'typebox';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import {
  getTerugkoppeling,
  listTerugkoppelingen,
  type Terugkoppeling as Rij,
  verstuur,
  zieAf,
} from './terugkoppeling.store.ts';
import { AAN, MOMENTEN } from './terugkoppeling.ts';

const STATUS = ['concept', 'verstuurd', 'afgezien'] as const;

export const Terugkoppeling = Type.Object(
  {
    id: Id,
    casusId: Id,
    meldingId: Id,
    meldingNummer: Type.String(),
    moment: Keuze(MOMENTEN),
    status: Keuze(STATUS),
    aan: Keuze(AAN),
    melder: Leeg(
      Type.Object({
        naam: Leeg(Type.String()),
        telefoon: Leeg(Type.String()),
        email: Leeg(Type.String()),
        bekend: Type.String(),
      }),
    ),
    tekst: Type.String(),
    grondslag: Type.String(),
    reden: Leeg(Type.String()),
    gemaaktOp: Moment,
    afgehandeldOp: Leeg(Moment),
    door: Leeg(Type.String()),
    vervaltOp: Leeg(Moment),
  },
  { $id: 'Terugkoppeling' },
);

export type TerugkoppelingAntwoord = Static<typeof Terugkoppeling>;

const Regel = Type.Object(
  {
    id: Id,
    moment: Keuze(MOMENTEN),
    status: Keuze(STATUS),
    tekst: Type.String(),
    reden: Leeg(Type.String()),
    afgehandeldOp: Leeg(Moment),
  },
  { $id: 'TerugkoppelingRegel' },
);

function alsAntwoord(t: Rij) {
  return {
    ...t,
    moment: t.moment as (typeof MOMENTEN)[number],
    aan: t.aan as (typeof AAN)[number],
    gemaaktOp: t.gemaaktOp.toISOString(),
    afgehandeldOp: t.afgehandeldOp?.toISOString() ?? null,
    vervaltOp: t.vervaltOp?.toISOString() ?? null,
  };
}

function gevuld(veld: string, waarde: string, melding: string): string {
  const t = waarde.trim();
  if (!t) throw ongeldig([{ veld, melding }]);
  return t;
}

/** Routes of the terugkoppeling to the melder (Wmo 2015 art. 4.1.1 lid 2 g). */
export function registreerTerugkoppeling(api: Api, huis: Huis): void {
  const tags = ['Terugkoppeling'];
  const onderwerp = (id: string) => ({ soort: 'terugkoppeling', onderwerpId: id });
  api.get(
    '/terugkoppelingen/:id',
    {
      schema: {
        operationId: 'terugkoppelingLezen',
        summary: 'Lees een terugkoppeling aan een melder',
        tags,
        params: IdParam,
        response: { 200: Terugkoppeling },
      },
    },
    async (request) => {
      const { id } = request.params;
      return huis.deuren.read(
        contextVan(request, 'terugkoppelen'),
        'terugkoppeling.lezen',
        onderwerp(id),
        async (tx) => alsAntwoord(await getTerugkoppeling(tx, id)),
      );
    },
  );
  api.get(
    '/meldingen/:id/terugkoppelingen',
    {
      schema: {
        operationId: 'terugkoppelingLijst',
        summary: 'Wat de melder over deze melding heeft gehoord',
        tags,
        params: IdParam,
        response: { 200: Type.Array(Regel) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const vanVt = request.houvastWie?.organisatieSoort === 'veilig_thuis';
      return huis.deuren.read(
        contextVan(request, vanVt ? 'terugkoppelen' : 'zelf_melden'),
        vanVt ? 'terugkoppeling.lijst' : 'terugkoppeling.eigen_lijst',
        { soort: 'melding', onderwerpId: id },
        async (tx) => {
          const rijen = await listTerugkoppelingen(tx, id);
          return rijen.map((r) => ({
            ...r,
            moment: r.moment as (typeof MOMENTEN)[number],
            afgehandeldOp: r.afgehandeldOp?.toISOString() ?? null,
          }));
        },
      );
    },
  );
  api.post(
    '/terugkoppelingen/:id/verzending',
    {
      schema: {
        operationId: 'terugkoppelingVersturen',
        summary: 'Leg vast wat u de melder vertelde',
        description:
          'Houvast verstuurt zelf geen e-mail en belt niemand: u vertelt het, en dit legt vast met welke woorden. De eigen organisatie van een professionele melder leest het bij haar melding.',
        tags,
        params: IdParam,
        body: Type.Object({ tekst: Tekst(4000) }),
        response: { 200: Terugkoppeling },
      },
    },
    async (request) => {
      const { id } = request.params;
      const tekst = gevuld('tekst', request.body.tekst, 'Vul in wat u de melder vertelde.');
      return huis.deuren.act(
        contextVan(request, 'terugkoppelen'),
        'terugkoppeling.versturen',
        onderwerp(id),
        async (tx) => {
          await verstuur(tx, id, tekst);
          return { id };
        },
        async (tx) => alsAntwoord(await getTerugkoppeling(tx, id)),
      );
    },
  );
  api.post(
    '/terugkoppelingen/:id/afzien',
    {
      schema: {
        operationId: 'terugkoppelingAfzien',
        summary: 'Zie af van terugkoppeling, met de reden',
        tags,
        params: IdParam,
        body: Type.Object({ reden: Tekst(1000) }),
        response: { 200: Terugkoppeling },
      },
    },
    async (request) => {
      const { id } = request.params;
      const reden = gevuld('reden', request.body.reden, 'Vul in waarom u de melder niets vertelt.');
      return huis.deuren.act(
        contextVan(request, 'terugkoppelen'),
        'terugkoppeling.afzien',
        onderwerp(id),
        async (tx) => {
          await zieAf(tx, id, reden);
          return { id };
        },
        async (tx) => alsAntwoord(await getTerugkoppeling(tx, id)),
      );
    },
  );
}
