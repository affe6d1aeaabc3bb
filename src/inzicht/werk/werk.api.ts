// SPDX-License-Identifier: EUPL-1.2
import Type, { type Static } from 'typebox';
import { Id, Keuze, Leeg, Moment } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { leesWerk } from './werk.store.ts';
import { GROEPEN, HOOGSTENS_PER_GROEP, TELT_TOT, WIE } from './werk.ts';

const WerkRegel = Type.Object(
  {
    id: Id,
    groep: Keuze(GROEPEN),
    soort: Type.String(),
    waarom: Type.String(),
    acuut: Type.Boolean(),
    teLaat: Type.Boolean(),
    casusId: Leeg(Id),
    casusNummer: Leeg(Type.String()),
    aanduiding: Leeg(Type.String()),
    onderwerpSoort: Type.String(),
    onderwerpId: Id,
    meldingId: Leeg(Id),
    begintOp: Moment,
    waarschuwtOp: Leeg(Moment),
    vervaltOp: Leeg(Moment),
    opgeschortOp: Leeg(Moment),
    clausule: Type.String(),
    bron: Type.String(),
    houderId: Leeg(Id),
    houderNaam: Leeg(Type.String()),
    eigenaarOrganisatieId: Id,
    eigenaarOrganisatieNaam: Type.String(),
    eigenaarMedewerkerId: Leeg(Id),
    eigenaarMedewerkerNaam: Leeg(Type.String()),
  },
  { $id: 'WerkRegel' },
);
const Werk = Type.Object(
  {
    wie: Keuze(WIE),
    gelezenOp: Moment,
    aantallen: Type.Object({
      nu: Type.Integer(),
      vandaag: Type.Integer(),
      week: Type.Integer(),
      later: Type.Integer(),
      wacht: Type.Integer(),
    }),
    hoogstensPerGroep: Type.Integer({
      description: 'Van een groep komen hoogstens zoveel regels mee; het aantal telt ze allemaal.',
    }),
    teltTot: Type.Integer({ description: 'Een aantal dat hieraan gelijk is, betekent: zoveel of meer.' }),
    regels: Type.Array(WerkRegel),
  },
  { $id: 'Werk' },
);
export type WerkAntwoord = Static<typeof Werk>;
export type WerkRegelAntwoord = Static<typeof WerkRegel>;

/** The worklist. */
export function registreerWerk(api: Api, huis: Huis): void {
  api.get(
    '/werk',
    {
      schema: {
        operationId: 'werkLezen',
        summary: 'Wat er op u wacht, naar wanneer; en wat bij anderen wacht',
        tags: ['Werk'],
        querystring: Type.Object({ wie: Type.Optional(Keuze(WIE)) }),
        response: { 200: Werk },
      },
    },
    async (request) => {
      const wie = request.query.wie ?? 'mij';
      return huis.deuren.read(
        contextVan(request, 'zicht_houden'),
        'werk.lezen',
        { soort: 'termijn' },
        async (tx) => {
          const w = await leesWerk(tx, wie);
          const iso = (d: Date | null) => d?.toISOString() ?? null;
          return {
            wie,
            gelezenOp: tx.nu.toISOString(),
            aantallen: w.aantallen,
            hoogstensPerGroep: HOOGSTENS_PER_GROEP,
            teltTot: TELT_TOT,
            regels: w.regels.map((r) => ({
              ...r,
              begintOp: r.begintOp.toISOString(),
              waarschuwtOp: iso(r.waarschuwtOp),
              vervaltOp: iso(r.vervaltOp),
              opgeschortOp: iso(r.opgeschortOp),
            })),
          };
        },
      );
    },
  );
}
