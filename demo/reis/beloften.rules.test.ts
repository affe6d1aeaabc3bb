// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Beeld, type Termijnbeeld, toetsAanbod, toetsTermijnen, toetsZicht } from './beloften.ts';

const VT = 'Veilig Thuis';
const EMMEN = 'Lokaal team';
const op = (uur: number) => `2026-11-23T${String(uur).padStart(2, '0')}:00:00.000Z`;
const z = (organisatieNaam: string, van: number, tot: number | null) => ({
  organisatieNaam,
  vanafOp: op(van),
  totOp: tot === null ? null : op(tot),
});
const open = (anders: Partial<Beeld> = {}): Beeld => ({
  id: 'x',
  status: 'open',
  geopendOp: op(8),
  geslotenOp: null,
  zicht: { organisatieNaam: EMMEN, vanafOp: op(10) },
  zichtVerloop: [z(EMMEN, 10, null), z(VT, 8, 10)],
  openAanbod: null,
  termijnen: [],
  ...anders,
});
const gesloten = (anders: Partial<Beeld> = {}): Beeld =>
  open({
    status: 'gesloten',
    geslotenOp: op(12),
    zicht: null,
    zichtVerloop: [z(EMMEN, 10, 12), z(VT, 8, 10)],
    ...anders,
  });

describe('P1 from outside', () => {
  it('is content with one holder now and a past that tiles', () => {
    expect(toetsZicht(open())).toEqual([]);
    expect(toetsZicht(gesloten())).toEqual([]);
  });

  it('allows a stretch without holder only where the casus was seen to close', () => {
    const heropend = open({
      zicht: { organisatieNaam: EMMEN, vanafOp: op(15) },
      zichtVerloop: [z(EMMEN, 15, null), z(VT, 8, 12)],
    });
    expect(toetsZicht(heropend, [op(12)])).toEqual([]);
    expect(toetsZicht(heropend)).toEqual([`Van ${op(12)} tot ${op(15)} hield niemand zicht.`]);
    expect(toetsZicht(heropend, [op(11)])).toHaveLength(1);
  });

  it.each<[string, Beeld]>([
    ['nobody in an open casus', open({ zicht: null, zichtVerloop: [z(EMMEN, 10, 11), z(VT, 8, 10)] })],
    ['nobody at all', open({ zicht: null, zichtVerloop: [] })],
    ['an answer that leaves the holder out', { id: 'x', status: 'open', geopendOp: op(8) }],
    ['two at once', open({ zichtVerloop: [z(EMMEN, 10, null), z(VT, 8, null)] })],
    ['two for an hour', open({ zichtVerloop: [z(EMMEN, 10, null), z(VT, 8, 11)] })],
    ['a gap', open({ zichtVerloop: [z(EMMEN, 10, null), z(VT, 8, 9)] })],
    ['another than the past says', open({ zicht: { organisatieNaam: VT, vanafOp: op(10) } })],
    ['since another moment', open({ zicht: { organisatieNaam: EMMEN, vanafOp: op(9) } })],
    ['a begin after the casus opened', open({ geopendOp: op(7) })],
    ['no time at all', open({ zichtVerloop: [z(EMMEN, 10, null), z(VT, 10, 10), z(VT, 8, 10)] })],
    ['a holder of a closed casus', gesloten({ zicht: { organisatieNaam: EMMEN, vanafOp: op(10) } })],
    ['zicht that runs on after closing', gesloten({ zichtVerloop: [z(EMMEN, 10, null), z(VT, 8, 10)] })],
    ['zicht that ended before closing', gesloten({ zichtVerloop: [z(EMMEN, 10, 11), z(VT, 8, 10)] })],
  ])('sees %s', (_wat, b) => {
    expect(toetsZicht(b).length).toBeGreaterThan(0);
  });
});

describe('P2 from outside', () => {
  const openAanbod = { vanNaam: VT, naarNaam: EMMEN };
  it('lets the giver hold as long as the offer waits', () => {
    const bijVt = { zicht: { organisatieNaam: VT, vanafOp: op(8) }, zichtVerloop: [z(VT, 8, null)] };
    expect(toetsAanbod(open({ ...bijVt, openAanbod }))).toEqual([]);
    expect(toetsAanbod(open())).toEqual([]);
    expect(toetsAanbod(open({ openAanbod }))).toHaveLength(1);
    expect(toetsAanbod(open({ openAanbod, zicht: null }))).toHaveLength(1);
  });
});

describe('P7 from outside', () => {
  const nu = new Date(op(12));
  const t = (anders: Partial<Termijnbeeld> = {}): Beeld =>
    open({
      termijnen: [
        {
          soort: 'beoordeling',
          clausule: 'art. 1',
          bron: 'wet',
          eigenaarOrganisatieNaam: VT,
          vervaltOp: op(15),
          ...anders,
        },
      ],
    });
  it.each<[string, Partial<Termijnbeeld>]>([
    ['a term that runs', {}],
    [
      'one that stands still with a reason',
      { vervaltOp: null, opgeschortOp: op(9), opgeschortReden: 'Het gezin is weg.' },
    ],
    ['one that has passed and says so', { vervaltOp: op(9), verstrekenOp: op(9) }],
    ['one that passed a minute ago', { vervaltOp: '2026-11-23T11:59:00.000Z' }],
  ])('is content with %s', (_wat, anders) => {
    expect(toetsTermijnen(t(anders), nu)).toEqual([]);
  });
  it.each<[string, Partial<Termijnbeeld>]>([
    ['no clause', { clausule: ' ' }],
    ['no source', { bron: null }],
    ['nobody', { eigenaarOrganisatieNaam: null }],
    ['no end', { vervaltOp: null }],
    ['standing still without a reason', { vervaltOp: null, opgeschortOp: op(9), opgeschortReden: null }],
    ['passed unseen', { vervaltOp: op(9), verstrekenOp: null }],
  ])('sees a term with %s', (_wat, anders) => {
    expect(toetsTermijnen(t(anders), nu)).toHaveLength(1);
  });
});
