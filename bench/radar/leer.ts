// SPDX-License-Identifier: EUPL-1.2
/**
 * Makes src/keten/radar/model.ts from the fictitious population: node bench/radar/leer.ts [--schrijf]
 * u by sampling and m by EM, without looking at the truth; the chances inside the alternatives (twins, family) are
 * counted on the generated families, because no register tells them. Prints how far EM lands from the counted truth.
 */
import { writeFileSync } from 'node:fs';
import { kandidaatParen, leer } from '../../src/keten/radar/leren.ts';
import {
  type Alternatief,
  BEGINMODEL,
  type Kansen,
  kansenUit,
  type Model,
  type Verwantschap,
} from '../../src/keten/radar/modelvorm.ts';
import { NIVEAUS, VELDEN, type Veld, vergelijk } from '../../src/keten/radar/vergelijking.ts';
import { bereidVoor } from '../../src/keten/radar/vermelding.ts';
import { maakNederland, relatie } from './nederlands.ts';

const ZAAD = 20261121;
const HUISHOUDENS = 6000;

function tel(): {
  bij: (niveaus: Int8Array) => void;
  kansen: (sterkte: number) => Kansen;
  paren: () => number;
} {
  const t = new Map<Veld, number[]>(VELDEN.map((v) => [v, NIVEAUS[v].map(() => 0)]));
  let paren = 0;
  return {
    bij: (niveaus) => {
      paren++;
      VELDEN.forEach((v, i) => {
        const n = niveaus[i] ?? -1;
        const rij = t.get(v);
        if (n >= 0 && rij !== undefined) rij[n] = (rij[n] ?? 0) + 1;
      });
    },
    kansen: (sterkte) => kansenUit((v, i) => (t.get(v)?.[i] ?? 0) + sterkte / NIVEAUS[v].length, 1e-5),
    paren: () => paren,
  };
}

function rond(x: number): number {
  return Number(x.toPrecision(4));
}

/** One part in a hundred of the first guess: a slip that the fictitious people never made is still not impossible. */
const metTwijfel = (k: Kansen): Kansen =>
  kansenUit((v, i) => 0.99 * (k[v][i] ?? 0) + 0.01 * (BEGINMODEL.zelfde[v][i] ?? 0));

/** Strangers who share an address, phone or BSN by a clerk's mistake: at least one in a million (standaardwaarde). */
const metVloer = (k: Kansen): Kansen => kansenUit((v, i) => k[v][i] ?? 0, 1e-6);

const rondKansen = (k: Kansen): Kansen =>
  Object.fromEntries(VELDEN.map((v) => [v, k[v].map(rond)])) as unknown as Kansen;

const { meldingen } = maakNederland(HUISHOUDENS, ZAAD);
const alle = meldingen.map((m) => bereidVoor(m.vermelding));
const perHuis = new Map<number, number[]>();
meldingen.forEach((m, i) => {
  const lijst = perHuis.get(m.persoon.huishouden) ?? [];
  lijst.push(i);
  perHuis.set(m.persoon.huishouden, lijst);
});
const tellers = new Map([...['zelfde', 'gezin', 'partner', 'tweeling', 'naamgenoot']].map((s) => [s, tel()]));
for (const leden of perHuis.values()) {
  leden.forEach((i, x) => {
    for (const j of leden.slice(x + 1)) {
      const mi = meldingen[i];
      const mj = meldingen[j];
      const pi = alle[i];
      const pj = alle[j];
      if (mi === undefined || mj === undefined || pi === undefined || pj === undefined) continue;
      tellers.get(relatie(mi.persoon, mj.persoon))?.bij(vergelijk(pi, pj));
    }
  });
}
const zelfdeParen = tellers.get('zelfde')?.paren() ?? 1;
const GEDEELD: Record<Verwantschap, Alternatief['gedeeld']> = {
  gezin: ['achternaam'],
  partner: ['achternaam'],
  tweeling: ['achternaam'],
  naamgenoot: ['achternaam', 'voornaam'],
};
const alternatieven: Alternatief[] = (['gezin', 'partner', 'tweeling', 'naamgenoot'] as const).map(
  (soort) => ({
    soort,
    verhouding: rond((tellers.get(soort)?.paren() ?? 0) / zelfdeParen),
    kansen: rondKansen(tellers.get(soort)?.kansen(1) ?? BEGINMODEL.zelfde),
    gedeeld: GEDEELD[soort],
  }),
);

const paren = kandidaatParen(alle);
const geleerd = leer(alle, { ...BEGINMODEL, alternatieven }, { steekproef: 4_000_000, paren });
const waarheid = tellers.get('zelfde')?.kansen(1) ?? BEGINMODEL.zelfde;
console.log(`${alle.length} vermeldingen, ${paren.a.length} kandidaatparen, ${zelfdeParen} ware paren`);
console.log(
  'verhouding (geteld → geleerd):',
  alternatieven
    .map((a, i) => `${a.soort} ${a.verhouding} → ${rond(geleerd.alternatieven[i]?.verhouding ?? 0)}`)
    .join(', '),
);
for (const v of VELDEN) {
  console.log(
    v.padEnd(11),
    NIVEAUS[v]
      .map(
        (n, i) =>
          `${n} m ${rond(geleerd.zelfde[v][i] ?? 0)} (geteld ${rond(waarheid[v][i] ?? 0)}) u ${rond(geleerd.vreemd[v][i] ?? 0)}`,
      )
      .join(' | '),
  );
}

const model: Model = {
  versie: '2026-11-b',
  herkomst:
    `Geleerd op ${alle.length} gefingeerde vermeldingen (bench/radar/leer.ts, ${HUISHOUDENS} huishoudens, zaad ${ZAAD}): u uit 4.000.000 ` +
    'vaste steekproefparen, m met EM zonder de waarheid te zien; de kansen binnen gezin, partner, tweeling en naamgenoot en hun ' +
    'verhouding zijn geteld op de gefingeerde gezinnen. Verhouding en fouten zijn fictief (standaardwaarde): te vervangen ' +
    'zodra bevestigde en verworpen koppelingen van een echt register geteld zijn.',
  lambda: 1e-5,
  zelfde: rondKansen(metTwijfel(geleerd.zelfde)),
  vreemd: rondKansen(metVloer(geleerd.vreemd)),
  alternatieven,
  namen: {
    achternaam: {
      overig: 0.0002,
      lijst: {
        jong: 0.0051,
        jansen: 0.0045,
        vries: 0.0043,
        berg: 0.0036,
        dijk: 0.0034,
        bakker: 0.0034,
        janssen: 0.0033,
        visser: 0.003,
        smit: 0.0026,
        meijer: 0.0024,
        boer: 0.0023,
        mulder: 0.0022,
        groot: 0.0022,
        bos: 0.0022,
        vos: 0.0018,
        peters: 0.0018,
        hendriks: 0.0018,
        leeuwen: 0.0017,
        dekker: 0.0017,
        brouwer: 0.0015,
        wit: 0.0015,
        dijkstra: 0.0015,
        smits: 0.0014,
        graaf: 0.0013,
        meer: 0.0013,
        linden: 0.0011,
        kok: 0.0011,
        jacobs: 0.0011,
        haan: 0.0011,
        vermeulen: 0.001,
        heuvel: 0.001,
        veen: 0.001,
        broek: 0.001,
      },
    },
    voornaam: { overig: 0, lijst: {} },
  },
};
if (process.argv.includes('--schrijf')) {
  const tekst = `// SPDX-License-Identifier: EUPL-1.2
/**
 * The frozen matching model. Made by \`node bench/radar/leer.ts --schrijf\`; do not edit by hand: a change is a new
 * version, and the version stands with every score. Shares of common surnames: order of magnitude, from memory
 * (bron onbekend, standaardwaarde); a name not listed counts cautiously as common as the 200th of a million.
 */
import type { Model } from './modelvorm.ts';

export const MODEL: Model = ${JSON.stringify(model, null, 2)};

export const modelVersie: string = MODEL.versie;
`;
  writeFileSync(new URL('../../src/keten/radar/model.ts', import.meta.url), tekst);
  console.log('geschreven: src/keten/radar/model.ts');
}
