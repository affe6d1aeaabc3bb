// SPDX-License-Identifier: EUPL-1.2

/**
 * Two people changed the same thing. What only one of them changed is taken over; what both changed, differently, clashes.
 * @param basis what both began from; undefined: not known, then every difference clashes
 * @param samen with the clashing fields as in `mijn`
 */
export function voegSamen<T extends object>(
  basis: T | undefined,
  mijn: T,
  hun: T,
): { samen: T; botst: (keyof T)[] } {
  const gelijk = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const samen = { ...mijn };
  const botst: (keyof T)[] = [];
  for (const veld of Object.keys(mijn) as (keyof T)[]) {
    if (gelijk(mijn[veld], hun[veld])) continue;
    if (basis && gelijk(mijn[veld], basis[veld])) samen[veld] = hun[veld];
    else if (!(basis && gelijk(hun[veld], basis[veld]))) botst.push(veld);
  }
  return { samen, botst };
}
