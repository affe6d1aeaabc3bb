// SPDX-License-Identifier: EUPL-1.2
// The figures of the radar's model: node bench/radarcijfers.ts [gezinnen] [--schrijf]
// Prints precision and recall per kind of error on the fictitious Dutch set, and FEBRL 1-3 beside it; with --schrijf it makes
// src/keten/radar/cijfers.ts, which the page "Hoe werkt de radar" shows.
import { writeFileSync } from 'node:fs';
import { maakRadarset, meetRadar, zegMaat } from '../demo/regio/radarset.ts';
import type { Deelmaat, RadarCijfers, Radarmaat } from '../src/keten/radar/cijfersvorm.ts';
import { koppel } from '../src/keten/radar/koppeling.ts';
import { kandidaatParen, leer } from '../src/keten/radar/leren.ts';
import { MODEL } from '../src/keten/radar/model.ts';
import { BEGINMODEL } from '../src/keten/radar/modelvorm.ts';
import { bereidVoor } from '../src/keten/radar/vermelding.ts';
import { leesFebrl } from './radar/febrl.ts';
import { randMaat, warePairs } from './radar/meten.ts';

const SCHRIJF = process.argv.includes('--schrijf');
const GEZINNEN = Number(process.argv.slice(2).find((a) => /^\d+$/.test(a)) ?? 2500);
const ZAAD = 'radarset/cijfers';

const rond = (x: number): number => Number(x.toFixed(4));
const rondDeel = (d: Deelmaat): Deelmaat => ({
  precisie: rond(d.precisie),
  recall: rond(d.recall),
  paren: d.paren,
});
const rondMaat = (m: Radarmaat): Radarmaat => ({
  ...m,
  alles: rondDeel(m.alles),
  perFout: Object.fromEntries(Object.entries(m.perFout).map(([f, d]) => [f, rondDeel(d)])),
  banden: m.banden.map((b) => ({ ...b, gemiddeld: rond(b.gemiddeld), waar: rond(b.waar) })),
  ijkfout: rond(m.ijkfout),
});

function febrl(nummer: 1 | 2 | 3): RadarCijfers['febrl'][number] {
  const { vermeldingen, wie } = leesFebrl(nummer);
  const alle = vermeldingen.map(bereidVoor);
  const paren = kandidaatParen(alle);
  const model = leer(alle, { ...BEGINMODEL, alternatieven: [] }, { paren });
  const randen = koppel(alle, model, {}, paren).map((k) => ({ ...k, waar: wie[k.a] === wie[k.b] }));
  const waar = warePairs(wie);
  const m = randMaat(randen, waar, 0.5);
  return { naam: `FEBRL ${nummer}`, ...rondDeel({ ...m, paren: waar }) };
}

const set = maakRadarset(GEZINNEN, ZAAD);
const nederlands = rondMaat(meetRadar(set));
console.log(zegMaat(nederlands));
const zonderVerwanten = rondDeel(meetRadar(set, { ...MODEL, alternatieven: [] }).alles);
console.log(
  `alleen zelfde of vreemde: precisie ${zonderVerwanten.precisie} recall ${zonderVerwanten.recall}`,
);
const anderen = ([1, 2, 3] as const).map(febrl);
for (const f of anderen)
  console.log(`${f.naam}: precisie ${f.precisie} recall ${f.recall} (${f.paren} paren)`);

if (SCHRIJF) {
  const cijfers: RadarCijfers = {
    gemaaktMet: `node bench/radarcijfers.ts ${GEZINNEN} --schrijf`,
    model: MODEL.versie,
    nederlands,
    zonderVerwanten,
    febrl: anderen,
  };
  writeFileSync(
    new URL('../src/keten/radar/cijfers.ts', import.meta.url),
    `// SPDX-License-Identifier: EUPL-1.2
// Made by \`${cijfers.gemaaktMet}\`; do not edit. The page "Hoe werkt de radar" shows it.
import type { RadarCijfers } from './cijfersvorm.ts';

export const CIJFERS: RadarCijfers = ${JSON.stringify(cijfers, null, 2)};
`,
  );
}
