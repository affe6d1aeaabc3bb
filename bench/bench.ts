// SPDX-License-Identifier: EUPL-1.2
// Measures by hand: `npm run bench` (requests), `npm run bench -- radar [mentions]`, `npm run bench -- koppel [rows]`, `npm run bench -- zegel`, `npm run bench -- verborgen`. Each says what it does.
const METINGEN: Readonly<Record<string, () => Promise<unknown>>> = {
  verzoeken: () => import('./verzoeken.ts'),
  radar: () => import('./radar/snelheid.ts'),
  koppel: () => import('./radar/miljoen.ts'),
  zegel: () => import('./zegel.ts'),
  verborgen: () => import('./verborgen.ts'),
};
const naam = process.argv[2] ?? 'verzoeken';
const meting = METINGEN[naam];
if (meting) await meting();
else {
  console.error(`Er is geen meting "${naam}". Kies uit: ${Object.keys(METINGEN).join(', ')}.`);
  process.exitCode = 1;
}
