// SPDX-License-Identifier: EUPL-1.2
import { afterEach, expect, it } from 'vitest';
import { dropLocal, findLocal, keepLocal, listLocal, wipeKopieen, wipeVanAnderen } from './kopie.ts';

afterEach(wipeKopieen);

it('gives a copy back to who typed it, and to nobody else', async () => {
  await keepLocal('visser', 'd1', { tekst: 'van Visser' }, 3, { soort: 'melding' });
  expect((await findLocal('visser', 'd1'))?.inhoud).toEqual({ tekst: 'van Visser' });
  expect(await findLocal('akkerman', 'd1')).toBeUndefined();
  expect(await listLocal('akkerman', 'melding')).toEqual([]);
  expect(await listLocal('visser', 'melding')).toMatchObject([{ id: 'd1', soort: 'melding' }]);
  // whoever has the beginning of a name in common is another
  expect(await listLocal('viss', 'melding')).toEqual([]);
  // what another throws away under the same name is not this one
  await dropLocal('akkerman', 'd1');
  expect(await findLocal('visser', 'd1')).toBeDefined();
});

it('keeps what is one’s own at the next login, and wipes what another left', async () => {
  await keepLocal('visser', 'd1', 'van Visser', 1, { soort: 'melding' });
  await keepLocal('akkerman', 'd2', 'van Akkerman', 1, { soort: 'melding' });
  await wipeVanAnderen('visser');
  expect((await findLocal('visser', 'd1'))?.inhoud).toBe('van Visser');
  expect(await findLocal('akkerman', 'd2')).toBeUndefined();
});

it('lists only the kind that is asked for', async () => {
  await keepLocal('visser', 'd1', {}, 1, { soort: 'melding' });
  await keepLocal('visser', 'd2', {}, 1, { soort: 'advies' });
  expect((await listLocal('visser', 'advies')).map((c) => c.id)).toEqual(['d2']);
});
