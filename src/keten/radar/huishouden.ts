// SPDX-License-Identifier: EUPL-1.2
/**
 * Persons of one report lift each other: who is reported together with a mother that is surely known, is probably of
 * that mother's household. The lift is one explained bar; it never replaces what must hold for the person alone
 * (`waarborgen` in oordeel.ts looks at the fields, not at the weight).
 */
import type { Score } from './score.ts';
import { kansUitBits } from './weging.ts';
import { zinVoor } from './zinnen.ts';

export interface HuishoudKandidaat {
  readonly persoonId: string;
  /** Households that this person belongs to or belonged to. */
  readonly huishoudens: readonly string[];
  readonly score: Score;
}

/** Settings, bron onbekend, standaardwaarde. */
export const HUISHOUDEN_INSTELLING = {
  /** Chance that a reported person of a known household was mentioned with that household before. */
  samen: 0.6,
  /** Members that a known household is taken to have. */
  leden: 4,
  /** Bits at most, when the address was not among the equal fields. */
  hoogstens: 6,
  /** Bits at most, when the equal address already counted for the household. */
  hoogstensMetAdres: 2,
} as const;

/**
 * Adds the household bar to the candidates of every person of a report.
 * The others count by their best candidate in the same household, before any lift (no one lifts himself back), and
 * never by the person being lifted: one known person cannot be two reported ones.
 * @param perPersoon for each reported person (own key) the candidates
 * @returns the same persons and candidates in the same order; lifted scores have one more bar, and still add up
 */
export function metHuishouden<K extends HuishoudKandidaat>(
  perPersoon: ReadonlyMap<string, readonly K[]>,
  instelling: {
    samen: number;
    leden: number;
    hoogstens: number;
    hoogstensMetAdres: number;
  } = HUISHOUDEN_INSTELLING,
): Map<string, K[]> {
  const boeken = new Map(
    [...perPersoon].map(([persoon, kandidaten]) => [persoon, perHuishouden(kandidaten)]),
  );
  const uit = new Map<string, K[]>();
  for (const [persoon, kandidaten] of perPersoon) {
    uit.set(
      persoon,
      kandidaten.map((kandidaat) => {
        const steun = steunVoor(persoon, kandidaat, boeken);
        return steun <= 0 ? kandidaat : { ...kandidaat, score: tilOp(kandidaat.score, steun, instelling) };
      }),
    );
  }
  return uit;
}

/** The candidates of one reported person by household, each with the chance that it is that person. */
type Huishoudboek = ReadonlyMap<string, readonly { persoonId: string; kans: number }[]>;

function perHuishouden(kandidaten: readonly HuishoudKandidaat[]): Huishoudboek {
  const uit = new Map<string, { persoonId: string; kans: number }[]>();
  for (const { persoonId, huishoudens, score } of kandidaten) {
    const lid = { persoonId, kans: kansUitBits(score.gewicht) };
    for (const h of huishoudens) {
      const al = uit.get(h);
      if (al) al.push(lid);
      else uit.set(h, [lid]);
    }
  }
  return uit;
}

/** Chance that at least one other person of the report belongs to a household of this candidate. */
function steunVoor(
  persoon: string,
  kandidaat: HuishoudKandidaat,
  boeken: ReadonlyMap<string, Huishoudboek>,
): number {
  let geenEnkele = 1;
  for (const [ander, boek] of boeken) {
    if (ander === persoon) continue;
    let beste = 0;
    for (const h of kandidaat.huishoudens)
      for (const { persoonId, kans } of boek.get(h) ?? [])
        if (persoonId !== kandidaat.persoonId) beste = Math.max(beste, kans);
    geenEnkele *= 1 - beste;
  }
  return 1 - geenEnkele;
}

function tilOp(
  score: Score,
  steun: number,
  instelling: { samen: number; leden: number; hoogstens: number; hoogstensMetAdres: number },
): Score {
  // The prior of a random member of the register becomes that of a member of this household.
  const lambda = kansUitBits(score.prior);
  const ruw = Math.log2(1 + (steun * instelling.samen) / (instelling.leden * lambda));
  const adres = score.niveaus.adres;
  const telefoon = score.niveaus.telefoon;
  const alGeteld = adres === 'gelijk' || adres === 'bijna' || telefoon === 'gelijk';
  // A weak support never gives full lift: at steun 0.1 at most a tenth of the ceiling.
  const bits = Math.min(ruw, (alGeteld ? instelling.hoogstensMetAdres : instelling.hoogstens) * steun);
  if (bits <= 0) return score;
  const gewicht = score.gewicht + bits;
  return {
    ...score,
    gewicht,
    kans: kansUitBits(gewicht),
    staven: [
      ...score.staven,
      { veld: 'huishouden', niveau: 'anderen', bits, ...zinVoor('huishouden', 'anderen', bits) },
    ],
  };
}
