// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { gedeeldGeheugen } from './launcher.server.ts';

const GB = 1_073_741_824;

it('PostgreSQL gets a quarter of the memory, and never less than its own default or more than eight gigabytes', () => {
  expect(gedeeldGeheugen(8 * GB)).toBe(2_048);
  expect(gedeeldGeheugen(0.5 * GB)).toBe(128);
  expect(gedeeldGeheugen(0)).toBe(128);
  expect(gedeeldGeheugen(64 * GB)).toBe(8_192);
});
