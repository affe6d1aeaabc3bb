// SPDX-License-Identifier: EUPL-1.2
import fastify from 'fastify';
import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { Keuze, Leeg, Moment } from './schema.ts';
import { luieVormen } from './vormen.ts';

const Kind = Type.Object({ naam: Leeg(Type.String()), jaren: Leeg(Type.Array(Leeg(Type.Integer()))) });
const Antwoord = Type.Object({
  tekst: Leeg(Type.String()),
  op: Leeg(Moment),
  soort: Leeg(Keuze(['a', 'b'])),
  aantal: Leeg(Type.Integer()),
  kind: Leeg(Kind),
  rij: Type.Array(Leeg(Kind)),
  anders: Type.Union([Type.String(), Type.Object({ naam: Type.String() }), Type.Null()]),
});

/** What a route with this shape answers when its work gives this. */
async function antwoordOp(gegevens: unknown) {
  const app = fastify({ schemaController: { compilersFactory: luieVormen() } });
  app.get('/', { schema: { response: { 200: Antwoord } } }, async () => gegevens);
  const uit = await app.inject('/');
  await app.close();
  return uit.json();
}

const LEEG = { tekst: null, op: null, soort: null, aantal: null, kind: null, rij: [null], anders: null };
const VOL = {
  tekst: 'één "woord"',
  op: '2026-11-30T09:00:00Z',
  soort: 'b',
  aantal: 3,
  kind: { naam: null, jaren: [2011, null] },
  rij: [{ naam: 'Noor', jaren: null }, null],
  anders: { naam: 'Sem' },
};

describe('the shape of an answer', () => {
  it('says what is empty and what is not', async () => {
    expect(await antwoordOp(LEEG)).toEqual(LEEG);
    expect(await antwoordOp(VOL)).toEqual(VOL);
  });

  it('lets nothing through that the shape does not name, also not where a shape may be empty', async () => {
    const uit = await antwoordOp({
      ...VOL,
      geheim: 'Kerkstraat 1',
      kind: { ...VOL.kind, geheim: 'Kerkstraat 1' },
      rij: [{ ...VOL.rij[0], geheim: 'Kerkstraat 1' }, null],
    });
    expect(uit).toEqual(VOL);
  });

  it('refuses an answer in which something is missing that may be empty but must be said', async () => {
    const { kind: _kind, ...zonder } = VOL;
    expect(await antwoordOp(zonder)).toMatchObject({ statusCode: 500 });
  });
});
