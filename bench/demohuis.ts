// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { getPersonaSub } from '../demo/personas.ts';
import { laadDemo } from '../demo/regio/laad.ts';
import { bouwHuis, bsnSleutelMaker } from '../src/huis.ts';
import { maakPseudoniem, type Wie } from '../src/platform/acts/deur.ts';
import { klokVanaf } from '../src/platform/clock/klok.ts';
import { type Meetdeur, openMeetdeur } from './server.ts';

/** A Monday morning. */
export const NU = new Date('2026-11-23T08:00:00Z');
const SLEUTEL = 'alleen-voor-metingen-alleen-voor-metingen';

/**
 * The demo region in an empty database, and the whole house before it without a network.
 * @param wie who asks, at each request anew
 * @param meldingen how many, instead of the region's own number
 */
export async function startDemohuis(
  { app, beheer }: { app: pg.Pool; beheer: pg.Pool },
  wie: () => Wie,
  meldingen?: number,
): Promise<{
  http: Meetdeur;
  persona(naam: Parameters<typeof getPersonaSub>[0]): Promise<Wie>;
}> {
  const begin = performance.now();
  await laadDemo({
    beheer,
    nu: NU,
    ...(meldingen ? { meldingen } : {}),
    bsnSleutel: bsnSleutelMaker(SLEUTEL),
    pseudoniem: maakPseudoniem(SLEUTEL),
    zeg: console.error,
  });
  console.log(`demo region loaded in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  await beheer.query('analyze');
  const huis = bouwHuis({ app, klok: klokVanaf(NU), demo: true, pseudoniemSleutel: SLEUTEL });
  const http = await openMeetdeur(huis, wie);
  return {
    http,
    async persona(naam) {
      const { rows } = await app.query('select * from houvast.wie_is($1)', [getPersonaSub(naam)]);
      const m = rows[0];
      return {
        regioId: m.regio_id,
        medewerkerId: m.id,
        naam: m.naam,
        functie: m.functie,
        organisatieId: m.organisatie_id,
        organisatieNaam: m.organisatie_naam,
        organisatieSoort: m.organisatie_soort,
        teamId: m.team_id,
        fictief: m.fictief,
      };
    },
  };
}
