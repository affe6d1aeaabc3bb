// SPDX-License-Identifier: EUPL-1.2
/** The floor of `koppel` on made-up registers and on FEBRL 1, through the code path that the command takes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  BIOGRAFISCH,
  KLEIN,
  maakBiografisch,
  maakKlein,
  maakTweelijst,
  type Rij,
  TWEELIJST,
} from '../../../../bench/radar/engels.ts';
import { FEBRL } from '../../../../bench/radar/febrl.ts';
import {
  besteMaat,
  clusterPaarMaat,
  kalibratie,
  randMaat,
  warePairs,
} from '../../../../bench/radar/meten.ts';
import { alsKolommen, maakNederland, relatie } from '../../../../bench/radar/nederlands.ts';
import type { Vermelding } from '../vermelding.ts';
import { leesKandidaten } from './blokken.ts';
import { deelIn, groepeer } from './clusters.ts';
import { leesCsv } from './csv.ts';
import { metDraden, zonderDraden } from './draden.ts';
import { koppelRegister, maakBlokken } from './koppel.ts';
import { alsKolom, maakRegister, type Register } from './register.ts';
import type { Soort } from './velden.ts';

function alsRegister(
  rijen: readonly Rij[],
  soorten: Readonly<Record<string, Soort>>,
  nA = rijen.length,
): Register {
  return maakRegister(
    Object.entries(soorten).map(([naam, soort]) =>
      alsKolom(
        naam,
        soort,
        rijen.map((r) => r.waarden[naam] ?? ''),
      ),
    ),
    rijen.length,
    nA,
  );
}

async function meet(register: Register, wie: readonly string[]) {
  const uit = await koppelRegister(register);
  const randen = Array.from(uit.a, (a, i) => ({
    a,
    b: uit.b[i] as number,
    kans: uit.kans[i] as number,
    gewicht: uit.gewicht[i] as number,
    waar: wie[a] === wie[uit.b[i] as number],
  })).filter((x) => x.kans >= 0.01);
  const waar = warePairs(wie);
  return {
    rand: randMaat(randen, waar, 0.5),
    cluster: clusterPaarMaat(uit.cluster, wie),
    ece: kalibratie(randen).ece,
  };
}

describe('without labels, without thresholds', () => {
  test('FEBRL 1: every pair but a few, and nothing false', async () => {
    const t = leesCsv(
      readFileSync(new URL('../../../../bench/radar/data/dataset1.csv', import.meta.url), 'utf8'),
      'dataset1.csv',
    );
    const kolom = (naam: string) => t.kolommen.find((k) => k.naam === naam) as (typeof t.kolommen)[number];
    const register = maakRegister(
      Object.entries(FEBRL).map(([naam, soort]) => ({ ...kolom(naam), soort })),
      t.rijen,
      t.rijen,
    );
    const wie = kolom('rec_id').teksten.map((id) => id.split('-')[1] ?? '');
    const m = await meet(register, wie);
    expect(m.rand.f1).toBeGreaterThan(0.997);
    expect(m.cluster.f1).toBeGreaterThan(0.997);
    expect(m.ece).toBeLessThan(0.02);
  });

  test('a small file with heavy slips, and a register with many mentions per person', async () => {
    const klein = maakKlein(500, 11);
    const k = await meet(
      alsRegister(klein, KLEIN),
      klein.map((r) => r.wie),
    );
    const bio = maakBiografisch(2500, 12);
    const b = await meet(
      alsRegister(bio, BIOGRAFISCH),
      bio.map((r) => r.wie),
    );
    process.stdout.write(
      `koppel: klein cluster F1 ${k.cluster.f1.toFixed(4)} (P ${k.cluster.precisie.toFixed(4)}), biografisch F1 ${b.cluster.f1.toFixed(4)} (P ${b.cluster.precisie.toFixed(4)})\n`,
    );
    expect(k.cluster.f1).toBeGreaterThan(0.96);
    expect(b.cluster.f1).toBeGreaterThan(0.9);
    expect(b.cluster.precisie).toBeGreaterThan(0.95);
  });

  test('the same bytes however many threads there are', async () => {
    // So many rows that keys decide what is compared.
    const register = alsRegister(maakKlein(1400, 13), KLEIN);
    const een = await koppelRegister(register, { draden: zonderDraden });
    const drie = await koppelRegister(register, { draden: metDraden(3) });
    expect(een.a.length).toBeGreaterThan(1000);
    expect(drie).toEqual(een);
  });

  test('two lists without doubles: each row is of one of the other list at most, and the second best is not told', async () => {
    const { a, b } = maakTweelijst(1500, 15, 2);
    const wie = [...a, ...b].map((r) => r.wie);
    const uit = await koppelRegister(alsRegister([...a, ...b], TWEELIJST, a.length));
    const keer = new Map<number, number>();
    let [goed, gevonden] = [0, 0];
    uit.a.forEach((x, i) => {
      if ((uit.kans[i] as number) < 0.5) return;
      const y = uit.b[i] as number;
      for (const rij of [x, y]) keer.set(rij, (keer.get(rij) ?? 0) + 1);
      gevonden++;
      if (wie[x] === wie[y]) goed++;
    });
    expect(Math.max(...keer.values())).toBe(1);
    expect(goed / gevonden).toBeGreaterThan(0.997);
    expect(goed / a.length).toBeGreaterThan(0.98);
  });

  test('two lists of which one has doubles keep these', async () => {
    const { a, b } = maakTweelijst(600, 16, 1);
    // A third of the second list once more, without birth date.
    const nog = b.filter((_, i) => i % 3 === 0).map((r) => ({ ...r, waarden: { ...r.waarden, dob: '' } }));
    const uit = await koppelRegister(alsRegister([...a, ...b, ...nog], TWEELIJST, a.length));
    const keer = new Map<number, number>();
    uit.a.forEach((x, i) => {
      if ((uit.kans[i] as number) >= 0.5) keer.set(x, (keer.get(x) ?? 0) + 1);
    });
    expect([...keer.values()].filter((k) => k === 2).length).toBeGreaterThan(180);
  });

  test('two files: only pairs between them', async () => {
    const rijen = maakKlein(600, 14);
    const a = rijen.filter((_, i) => i % 2 === 0);
    const alle = [...a, ...rijen.filter((_, i) => i % 2 === 1)];
    const uit = await koppelRegister(alsRegister(alle, KLEIN, a.length));
    expect(uit.a.length).toBeGreaterThan(100);
    expect(uit.a.every((x) => x < a.length)).toBe(true);
    expect(uit.b.every((x) => x >= a.length)).toBe(true);
  });
});

describe('the made-up Dutch families', () => {
  test('in a small register relatives are not forgotten, and their numbers in a row are no slips of one number', async () => {
    const { meldingen } = maakNederland(400, 43);
    const wie = meldingen.map((x) => String(x.persoon.id));
    for (const kolommen of [alsKolommen(meldingen), alsKolommen(meldingen, 0, 17)]) {
      const m = await meet(maakRegister(kolommen, wie.length, wie.length), wie);
      expect(m.rand.precisie).toBeGreaterThan(0.97);
      expect(m.rand.recall).toBeGreaterThan(0.96);
      expect(m.cluster.precisie).toBeGreaterThan(0.99);
      expect(m.ece).toBeLessThan(0.02);
    }
  });

  test('recall at precision 0.99, nothing joined of twins, or of father and son; per kind of slip its own floor', async () => {
    const { meldingen } = maakNederland(900, 41);
    const register = maakRegister(alsKolommen(meldingen), meldingen.length, meldingen.length);
    const uit = await koppelRegister(register);
    const persoon = (i: number) => meldingen[i]?.persoon as (typeof meldingen)[number]['persoon'];
    const wie = meldingen.map((m) => m.persoon.id);
    const waar = warePairs(wie);
    const randen = Array.from(uit.a, (a, i) => {
      const b = uit.b[i] as number;
      return {
        a,
        b,
        kans: uit.kans[i] as number,
        gewicht: uit.gewicht[i] as number,
        waar: wie[a] === wie[b],
      };
    });
    // Per kind of slip: of the true pairs in which it occurs, how many are found; of the pairs found, how many are true.
    const perFout = new Map<string, { waar: number; goed: number; gevonden: number }>();
    const bij = (i: number, j: number, veld: 'waar' | 'goed' | 'gevonden'): void => {
      for (const f of new Set([...(meldingen[i]?.fouten ?? []), ...(meldingen[j]?.fouten ?? [])])) {
        const t = perFout.get(f) ?? { waar: 0, goed: 0, gevonden: 0 };
        t[veld]++;
        perFout.set(f, t);
      }
    };
    meldingen.forEach((a, i) => {
      for (let j = i + 1; meldingen[j]?.persoon.huishouden === a.persoon.huishouden; j++)
        if (meldingen[j]?.persoon.id === a.persoon.id) bij(i, j, 'waar');
    });
    for (const x of randen) {
      if (x.kans < 0.5) continue;
      bij(x.a, x.b, 'gevonden');
      if (x.waar) bij(x.a, x.b, 'goed');
    }
    const { recallBij } = besteMaat(randen, waar);
    const m = randMaat(randen, waar, 0.5);
    const { ece } = kalibratie(randen.filter((x) => x.kans >= 0.01));
    const samen = new Map<string, number>();
    uit.cluster.forEach((c, i) => {
      for (let j = i + 1; j < uit.cluster.length; j++) {
        if (uit.cluster[j] !== c) continue;
        const soort = relatie(persoon(i), persoon(j));
        samen.set(soort, (samen.get(soort) ?? 0) + 1);
      }
    });
    const regels = [...perFout]
      .filter(([, t]) => t.waar >= 30)
      .map(
        ([f, t]) =>
          `  ${f.padEnd(24)} P ${(t.goed / t.gevonden).toFixed(3)} R ${(t.goed / t.waar).toFixed(3)} (${t.waar})`,
      );
    process.stdout.write(
      `koppel, Dutch families: P ${m.precisie.toFixed(4)} R ${m.recall.toFixed(4)} at 0.5, R at P≥0.99 ${recallBij.toFixed(4)}, ECE ${ece.toFixed(4)}; in groups: ${[...samen].map(([s, k]) => `${s} ${k}`).join(', ')}\n${regels.join('\n')}\n`,
    );
    expect(recallBij).toBeGreaterThan(0.95);
    expect(ece).toBeLessThan(0.02);
    expect(samen.get('tweeling') ?? 0).toBe(0);
    expect(samen.get('naamgenoot') ?? 0).toBe(0);
    expect(samen.get('zelfde') ?? 0).toBeGreaterThan(0.8 * waar);
    for (const [f, minstens] of Object.entries({
      'geen fout': 0.98,
      spelling: 0.93,
      tussenvoegsel: 0.95,
      voorletters: 0.92,
      partnernaam: 0.9,
      verhuisd: 0.92,
      'geen bsn': 0.94,
      'geboorte onbekend': 0.85,
    })) {
      const t = perFout.get(f);
      expect(t?.waar ?? 0).toBeGreaterThan(30);
      expect([f, (t?.goed ?? 0) / (t?.waar ?? 1) > minstens]).toEqual([f, true]);
      expect([f, (t?.goed ?? 0) / (t?.gevonden ?? 1) > 0.9]).toEqual([f, true]);
    }
  });
});

describe('an initial that two share', () => {
  test('is of neither by itself, however much a slip of one makes the other likelier: a person is asked', async () => {
    const { meldingen } = maakNederland(900, 41);
    const lijn = (vermelding: Vermelding) => ({
      ...(meldingen[0] as (typeof meldingen)[number]),
      vermelding,
    });
    const gezin = {
      id: '',
      achternaam: 'Waterink',
      geboorte: { jaar: 1985, maand: 4, dag: 7 },
      geslacht: 'man' as const,
      huisnummer: 18,
      postcode: '9320JX',
    };
    const n = meldingen.length;
    const [jeroen, initialen, jan, karel] = [n, [n + 2, n + 3], n + 4, n + 5];
    const rijen = [
      ...meldingen,
      lijn({ ...gezin, voornamen: 'Jeroen', telefoon: ['0680242619'] }),
      lijn({ ...gezin, voornamen: 'Jeroen', achternaam: 'Waerink', telefoon: ['0644862590'] }),
      lijn({ ...gezin, voorletters: 'J.', bsnSleutel: 'bsn:2fa41' }),
      lijn({ ...gezin, voorletters: 'J.', bsnSleutel: 'bsn:2fa41' }),
      // his twin, with a slip
      lijn({ ...gezin, voornamen: 'Jan', achternaam: 'Waterin', telefoon: ['0650849717'] }),
      // without a twin the same initial is enough
      lijn({ ...gezin, voornamen: 'Karel', achternaam: 'Offereins', postcode: '7811AB' }),
      lijn({ ...gezin, voorletters: 'K.', achternaam: 'Offereins', postcode: '7811AB' }),
    ];
    const uit = await koppelRegister(maakRegister(alsKolommen(rijen), rijen.length, rijen.length));
    const groep = (i: number) => uit.cluster[i];
    expect(groep(karel + 1)).toBe(groep(karel));
    expect(groep(jan)).not.toBe(groep(jeroen));
    for (const initiaal of initialen) expect([groep(jeroen), groep(jan)]).not.toContain(groep(initiaal));
    // both are told, and neither as certain
    const vragen = Array.from(uit.a, (a, k) => ({ a, b: uit.b[k] as number, kans: uit.kans[k] as number }));
    const tussen = vragen.filter(
      (v) => initialen.includes(v.a) !== initialen.includes(v.b) && v.a >= n && v.b < karel,
    );
    expect(tussen.length).toBe(initialen.length * 3);
    for (const v of tussen) expect(v.kans).toBeLessThan(0.99);
  });
});

describe('two names and two numbers in one group', () => {
  test('are of two persons: no group holds both, though each mention by itself would fit', async () => {
    const { meldingen } = maakNederland(300, 7);
    const lijn = (vermelding: Omit<Vermelding, 'id'>) => ({
      ...(meldingen[0] as (typeof meldingen)[number]),
      vermelding: { id: '', ...vermelding },
    });
    const tweeling = {
      achternaam: 'Dijkmans',
      geboorte: { jaar: 1983, maand: 6, dag: 9 },
      geslacht: 'man' as const,
    };
    const thuis = { huisnummer: 146, postcode: '9421NX' };
    const n = meldingen.length;
    const rijen = [
      ...meldingen,
      lijn({ ...tweeling, voorletters: 'J.', bsnSleutel: 'bsn:1072', telefoon: ['0644621061'] }),
      lijn({ ...tweeling, ...thuis, voornamen: 'Jos', bsnSleutel: 'bsn:1073', telefoon: ['0663343867'] }),
      lijn({ ...tweeling, ...thuis, voornamen: 'Joordy', bsnSleutel: 'bsn:1072', telefoon: ['0687648508'] }),
      lijn({ ...tweeling, ...thuis, voornamen: 'Jos', telefoon: ['0663343867'] }),
      lijn({ ...tweeling, voornamen: 'Jos', huisnummer: 61, postcode: '7852RM', telefoon: ['0651446641'] }),
    ];
    const { cluster } = await koppelRegister(maakRegister(alsKolommen(rijen), rijen.length, rijen.length));
    const jos = [1, 3, 4].map((i) => cluster[n + i]);
    for (const jordy of [0, 2]) expect(jos).not.toContain(cluster[n + jordy]);
  });
});

describe("who is called by another's second name", () => {
  test('is a question, until a number or his first name ties him to a group', async () => {
    const { meldingen } = maakNederland(300, 7);
    const lijn = (vermelding: Omit<Vermelding, 'id'>) => ({
      ...(meldingen[0] as (typeof meldingen)[number]),
      vermelding: { id: '', ...vermelding },
    });
    const huis = (naam: string, postcode: string, dag = 7) => ({
      achternaam: naam,
      geboorte: { jaar: 1988, maand: 2, dag },
      geslacht: 'man' as const,
      huisnummer: 160,
      postcode,
    });
    const [een, twee, drie] = [
      huis('Dalloo', '9535ZL'),
      huis('Offereins', '7811AB', 12),
      huis('Waterink', '9320JX', 23),
    ];
    // a register that knows twins
    const tweelingen = Array.from({ length: 6 }, (_, k) =>
      ['Kees', 'Bart', 'Kees', 'Bart'].map((voornamen) =>
        lijn({
          ...huis(`Brooddijk${'abcdef'.charAt(k)}`, `78${k}2RM`),
          voornamen,
          bsnSleutel: `bsn:${k}${voornamen === 'Kees' ? 4 : 7}`,
        }),
      ),
    ).flat();
    const n = meldingen.length + tweelingen.length;
    const rijen = [
      ...meldingen,
      ...tweelingen,
      lijn({ ...een, voornamen: 'Gijsbert Aernout' }),
      lijn({ ...een, voornamen: 'Aernout' }),
      lijn({ ...twee, voornamen: 'Lambert Joachim', telefoon: ['0680242619'] }),
      lijn({ ...twee, voornamen: 'Joachim', telefoon: ['0680242619'] }),
      lijn({ ...drie, voornamen: 'Evert Cornelis' }),
      lijn({ ...drie, voornamen: 'Evert' }),
    ];
    const { cluster } = await koppelRegister(maakRegister(alsKolommen(rijen), rijen.length, rijen.length));
    const samen = (a: number) => cluster[n + a] === cluster[n + a + 1];
    expect([samen(0), samen(2), samen(4)]).toEqual([false, true, true]);
  });
});

describe('candidates', () => {
  test('the keys meet nearly every true pair, each pair once', async () => {
    const rijen = maakBiografisch(4000, 15);
    const register = alsRegister(rijen, BIOGRAFISCH);
    const blokken = await maakBlokken(register, zonderDraden(register));
    expect(blokken.alles).toBe(false);
    const gezien = new Int32Array(register.n).fill(-1);
    const paren = new Set<number>();
    let goed = 0;
    const lijst = new Int32Array(register.n);
    let bezocht = 0;
    let terug = 0;
    for (let a = 0; a < register.n; a++)
      for (const b of lijst.subarray(0, leesKandidaten(register, blokken, a, gezien, lijst))) {
        bezocht++;
        if (b <= a) terug++;
        paren.add(a * register.n + b);
        if (rijen[a]?.wie === rijen[b]?.wie) goed++;
      }
    expect(terug).toBe(0);
    expect(bezocht).toBe(paren.size);
    const waar = warePairs(rijen.map((r) => r.wie));
    expect(goed / waar).toBeGreaterThan(0.93);
    expect(paren.size).toBeLessThan((register.n * (register.n - 1)) / 8);
  });
});

describe('groups', () => {
  type Band = [a: number, b: number, bits: number, nooit?: 1];
  const vorm = (n: number, banden: readonly Band[], hoogstens?: number): number[] => {
    const p = {
      a: Int32Array.from(banden, ([a]) => a),
      b: Int32Array.from(banden, ([, b]) => b),
      bits: Float32Array.from(banden, ([, , bits]) => bits),
      nooit: Uint8Array.from(banden, ([, , , nooit]) => nooit ?? 0),
    };
    const uit = Int32Array.from({ length: n }, (_, i) => i);
    const delen = deelIn(n, p, hoogstens);
    groepeer(p, n, delen, 0, delen.aantal, uit);
    return [...uit];
  };

  test('one weak link does not chain two groups that do not otherwise agree', () => {
    const binnen: Band[] = [
      [0, 1, 15],
      [0, 2, 15],
      [1, 2, 15],
      [3, 4, 15],
      [3, 5, 15],
      [4, 5, 15],
    ];
    expect(vorm(6, [...binnen, [2, 3, 1]])).toEqual([0, 0, 0, 3, 3, 3]);
    expect(vorm(6, [...binnen, [2, 3, 15], [0, 3, 15], [1, 4, 15], [0, 5, 15]])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('two who may never be one stay apart, whoever stands between them', () => {
    expect(
      vorm(3, [
        [0, 1, 14],
        [1, 2, 13],
        [0, 2, 3, 1],
      ]),
    ).toEqual([0, 0, 2]);
    expect(vorm(2, [[0, 1, 14, 1]])).toEqual([0, 1]);
  });

  test('rows without any link are groups by themselves, and 200,000 rows in a chain do not overflow', () => {
    expect(vorm(3, [])).toEqual([0, 1, 2]);
    const n = 200_000;
    const keten = Array.from({ length: n - 1 }, (_, i): Band => [i, i + 1, 9]);
    const groepen = new Set(vorm(n, keten)).size;
    expect(groepen).toBeLessThan(n);
    expect(groepen).toBeGreaterThan(n / 20);
  });

  test('a part with too many links falls apart at its weakest, and strong groups stay', () => {
    const sterk: Band[] = [];
    for (let g = 0; g < 100; g++)
      for (const [i, j] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ] as const)
        sterk.push([3 * g + i, 3 * g + j, 15]);
    const zwak = Array.from({ length: 99 }, (_, g): Band => [3 * g + 2, 3 * g + 3, 0]);
    const apart = Array.from({ length: 300 }, (_, i) => 3 * Math.floor(i / 3));
    expect(vorm(300, [...sterk, ...zwak], 10)).toEqual(apart);
    expect(vorm(300, [...sterk, ...zwak])).toEqual(apart);
  });
});
