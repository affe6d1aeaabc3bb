// SPDX-License-Identifier: EUPL-1.2
/**
 * The measured baseline of the matching core: node bench/radar/baseline.ts [huishoudens]
 * FEBRL 1-3: λ, m and u learned on the set itself without its truth. Fictitious Dutch set (another seed than the model
 * was made with): once with the frozen model, once learned on the set.
 */
import { koppel } from '../../src/keten/radar/koppeling.ts';
import { alsFrequenties, kandidaatParen, leer, telNamen } from '../../src/keten/radar/leren.ts';
import { MODEL } from '../../src/keten/radar/model.ts';
import { BEGINMODEL, type Model } from '../../src/keten/radar/modelvorm.ts';
import { oordeelNaam } from '../../src/keten/radar/oordeel.ts';
import { lambdaVoorRegister, type ScoorOpties, scoor, weeg } from '../../src/keten/radar/score.ts';
import { bereidVoor, sleutels, type Vermelding, zoekSleutels } from '../../src/keten/radar/vermelding.ts';
import { leesFebrl } from './febrl.ts';
import { besteMaat, clusterMaat, kalibratie, type Rand, randMaat, warePairs } from './meten.ts';
import { maakNederland, relatie } from './nederlands.ts';

const p4 = (x: number): string => x.toFixed(4);
const ms = (van: number): string => `${((performance.now() - van) / 1000).toFixed(2)} s`;

interface Uitkomst {
  readonly randen: Rand[];
  readonly model: Model;
}

function meet(
  naam: string,
  vermeldingen: readonly Vermelding[],
  wie: readonly (string | number)[],
  vast?: Model,
): Uitkomst {
  const t0 = performance.now();
  const alle = vermeldingen.map(bereidVoor);
  const waar = warePairs(wie);
  const paren = kandidaatParen(alle);
  let gedekt = 0;
  for (let k = 0; k < paren.a.length; k++) if (wie[paren.a[k] ?? 0] === wie[paren.b[k] ?? 0]) gedekt++;
  const tParen = ms(t0);
  const t1 = performance.now();
  const opties: ScoorOpties =
    vast === undefined
      ? {}
      : { lambda: lambdaVoorRegister(alle.length), frequenties: alsFrequenties(telNamen(alle)) };
  const model = vast ?? leer(alle, { ...BEGINMODEL, alternatieven: [] }, { paren });
  const tLeer = ms(t1);
  const t2 = performance.now();
  const gekoppeld = koppel(alle, model, opties, paren);
  const duur = (performance.now() - t2) / 1000;
  const randen: Rand[] = gekoppeld.map((k) => ({ ...k, waar: wie[k.a] === wie[k.b] }));
  const op05 = randMaat(randen, waar, 0.5);
  const { beste, recallBij } = besteMaat(randen, waar);
  const cluster = clusterMaat(alle.length, randen, wie, waar, 0.95);
  const cluster5 = clusterMaat(alle.length, randen, wie, waar, 0.5);
  const { ece, banden } = kalibratie(randen);
  console.log(`\n== ${naam}: ${alle.length} vermeldingen, ${waar} ware paren`);
  console.log(
    `   kandidaten ${paren.a.length} (recall ${p4(gedekt / waar)}, overgeslagen sleutels ${paren.overgeslagen}) in ${tParen}; leren ${tLeer}`,
  );
  console.log(
    `   rand @0,5: P ${p4(op05.precisie)} R ${p4(op05.recall)} F1 ${p4(op05.f1)} | beste F1 ${p4(beste.f1)} | recall bij P≥0,99 ${p4(recallBij)}`,
  );
  console.log(
    `   cluster @0,95: P ${p4(cluster.precisie)} R ${p4(cluster.recall)} F1 ${p4(cluster.f1)} | @0,5 F1 ${p4(cluster5.f1)}`,
  );
  console.log(`   wegen: ${Math.round(paren.a.length / duur)} paren/s | ECE ${p4(ece)}`);
  console.log(
    `   kalibratie: ${banden
      .filter((b) => b.paren > 0)
      .map(
        (b) =>
          `[${b.van}-${Math.min(1, b.tot)}) n=${b.paren} gemiddeld ${b.gemiddeld.toFixed(3)} waar ${(b.waar / b.paren).toFixed(3)}`,
      )
      .join(' · ')}`,
  );
  return { randen, model };
}

for (const nummer of [1, 2, 3] as const) {
  const { vermeldingen, wie } = leesFebrl(nummer);
  const { randen } = meet(`FEBRL${nummer}, zelf geleerd`, vermeldingen, wie);
  if (process.argv.includes('--fouten')) {
    const fout = randen.filter((x) => x.waar !== x.kans >= 0.5).slice(0, 12);
    for (const f of fout)
      console.log(
        f.waar,
        f.gewicht.toFixed(2),
        JSON.stringify(vermeldingen[f.a]),
        JSON.stringify(vermeldingen[f.b]),
      );
  }
}

const huishoudens = Number(process.argv[2] ?? 3000) || 3000;
const { meldingen } = maakNederland(huishoudens, 7);
const vermeldingen = meldingen.map((m) => m.vermelding);
const wie = meldingen.map((m) => m.persoon.id);
const { randen } = meet('Nederlands, vast model', vermeldingen, wie, MODEL);

const soorten = new Map<string, { paren: number; boven: number; automatisch: number }>();
const perFout = new Map<string, { waar: number; gevonden: number }>();
const alle = vermeldingen.map(bereidVoor);
const opties: ScoorOpties = {
  lambda: lambdaVoorRegister(alle.length),
  frequenties: alsFrequenties(telNamen(alle)),
};
for (const rand of randen) {
  const a = meldingen[rand.a];
  const b = meldingen[rand.b];
  const va = alle[rand.a];
  const vb = alle[rand.b];
  if (a === undefined || b === undefined || va === undefined || vb === undefined) continue;
  const soort = relatie(a.persoon, b.persoon);
  const s = soorten.get(soort) ?? { paren: 0, boven: 0, automatisch: 0 };
  s.paren++;
  if (rand.kans >= 0.5) {
    s.boven++;
    if (oordeelNaam(scoor(va, vb, MODEL, opties)) === 'zelfde') s.automatisch++;
  }
  soorten.set(soort, s);
}
console.log('\n   wat boven 0,5 komt en wat zonder vraag zou koppelen, naar wat de twee van elkaar zijn:');
for (const [soort, s] of soorten)
  console.log(`   ${soort.padEnd(11)} kandidaten ${s.paren}, ≥0,5: ${s.boven}, zelfde: ${s.automatisch}`);
const gevonden = new Set(randen.filter((x) => x.kans >= 0.5).map((x) => `${x.a}.${x.b}`));
const per = new Map<number, number[]>();
wie.forEach((w, i) => {
  per.set(w, [...(per.get(w) ?? []), i]);
});
for (const lijst of per.values()) {
  lijst.forEach((i, x) => {
    for (const j of lijst.slice(x + 1)) {
      for (const f of new Set([...(meldingen[i]?.fouten ?? []), ...(meldingen[j]?.fouten ?? [])])) {
        const t = perFout.get(f) ?? { waar: 0, gevonden: 0 };
        t.waar++;
        if (gevonden.has(`${i}.${j}`)) t.gevonden++;
        perFout.set(f, t);
      }
    }
  });
}
console.log('   recall @0,5 naar soort fout (paren waarin zij voorkomt):');
for (const [f, t] of [...perFout].sort((x, y) => x[1].gevonden / x[1].waar - y[1].gevonden / y[1].waar)) {
  console.log(`   ${f.padEnd(24)} ${p4(t.gevonden / t.waar)}  (${t.waar})`);
}
const gemiddeld = (f: (v: Vermelding) => string[]): string =>
  (vermeldingen.reduce((s, v) => s + f(v).length, 0) / vermeldingen.length).toFixed(1);
console.log(`   sleutels per vermelding: bewaard ${gemiddeld(sleutels)}, gezocht ${gemiddeld(zoekSleutels)}`);

meet('Nederlands, zelf geleerd zonder verwanten', vermeldingen, wie);
const metVerwanten = leer(alle, { ...BEGINMODEL, alternatieven: MODEL.alternatieven });
meet('Nederlands, zelf geleerd met verwanten', vermeldingen, wie, metVerwanten);

const t3 = performance.now();
const [eerste] = alle;
let n = 0;
if (eerste !== undefined) for (; n < 200_000; n++) weeg(eerste, alle[n % alle.length] ?? eerste, MODEL);
console.log(`\n   één tegen velen: ${Math.round(n / ((performance.now() - t3) / 1000))} vergelijkingen/s`);
