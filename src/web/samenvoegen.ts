// SPDX-License-Identifier: EUPL-1.2
// Two windows, or two people, changed the same form. What only one of them changed since they began is taken over; what
// both changed, differently, clashes and is left to a person.

type Rij = Record<string, unknown>;

/** One place where both wrote something else. A row of a list is named by its key, not by its number. */
export interface Botsing {
  pad: readonly string[];
  mijn: unknown;
  hun: unknown;
}

/** The same content, whatever the order of the keys (the server does not keep it); what is undefined is left out. */
export function zelfdeInhoud(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Rij, b as Rij];
  const sleutels = new Set([...Object.keys(x), ...Object.keys(y)]);
  return [...sleutels].every((k) => zelfdeInhoud(x[k], y[k]));
}

const isLeeg = (x: unknown) =>
  x === undefined || x === null || x === '' || (Array.isArray(x) && x.length === 0);
const isRijtje = (x: unknown): x is Rij => typeof x === 'object' && x !== null && !Array.isArray(x);

/** What names a row in a list: made by the form (`sleutel`), or the person whose row it is. */
const SLEUTELS = ['sleutel', 'persoonId'] as const;
function rijnaam(lijsten: readonly unknown[]): (typeof SLEUTELS)[number] | undefined {
  const rijen = lijsten.flatMap((l) => (Array.isArray(l) ? (l as unknown[]) : []));
  return rijen.length === 0
    ? undefined
    : SLEUTELS.find((s) => rijen.every((r) => isRijtje(r) && typeof r[s] === 'string'));
}

/**
 * @param basis what both began from; undefined: not known, then all that differs clashes where both wrote something
 * @param samen with the clashing places as in `mijn`
 */
export function voegSamen<T>(basis: T | undefined, mijn: T, hun: T): { samen: T; botst: Botsing[] } {
  const botst: Botsing[] = [];
  return { samen: voeg(basis, mijn, hun, [], botst) as T, botst };
}

function voeg(
  basis: unknown,
  mijn: unknown,
  hun: unknown,
  pad: readonly string[],
  botst: Botsing[],
): unknown {
  if (zelfdeInhoud(mijn, hun)) return mijn;
  if (basis !== undefined) {
    if (zelfdeInhoud(mijn, basis)) return hun;
    if (zelfdeInhoud(hun, basis)) return mijn;
  }
  if (isRijtje(mijn) && isRijtje(hun)) {
    const b = isRijtje(basis) ? basis : {};
    const velden = [...new Set([...Object.keys(mijn), ...Object.keys(hun)])];
    return Object.fromEntries(velden.map((v) => [v, voeg(b[v], mijn[v], hun[v], [...pad, v], botst)]));
  }
  const sleutel = rijnaam([mijn, hun]);
  if (sleutel && Array.isArray(mijn) && Array.isArray(hun))
    return voegRijen(Array.isArray(basis) ? basis : [], mijn, hun, sleutel, pad, botst);
  // Where it began is not known: what is empty gives way, for so nothing written goes.
  if (basis === undefined && isLeeg(mijn)) return hun;
  if (basis === undefined && isLeeg(hun)) return mijn;
  botst.push({ pad, mijn, hun });
  return mijn;
}

/** Rows come and go on both sides: what one changed and the other took out stays, for nothing may be lost unseen. */
function voegRijen(
  basis: readonly Rij[],
  mijn: readonly Rij[],
  hun: readonly Rij[],
  sleutel: (typeof SLEUTELS)[number],
  pad: readonly string[],
  botst: Botsing[],
): Rij[] {
  const van = (lijst: readonly Rij[], s: unknown) => lijst.find((r) => r[sleutel] === s);
  const uit: Rij[] = [];
  const erbij: Rij[] = [];
  for (const m of mijn) {
    const [b, h] = [van(basis, m[sleutel]), van(hun, m[sleutel])];
    if (!h) {
      if (!b || !zelfdeInhoud(m, b)) uit.push(m);
    } else if (b || sleutel === 'persoonId')
      uit.push(voeg(b, m, h, [...pad, String(m[sleutel])], botst) as Rij);
    else {
      // Both put a row in under the same number: those are two.
      uit.push(m);
      if (!zelfdeInhoud(m, h)) erbij.push(h);
    }
  }
  for (const h of hun) {
    const b = van(basis, h[sleutel]);
    if (!van(mijn, h[sleutel]) && (!b || !zelfdeInhoud(h, b))) uit.push(h);
  }
  for (const h of erbij) {
    const hoogste = Math.max(0, ...[...uit, ...hun].map((r) => Number(r[sleutel]) || 0));
    uit.push({ ...h, [sleutel]: String(hoogste + 1) });
  }
  return uit;
}

/** The same, with what they wrote where both wrote something. */
export function metHun<T>(samen: T, botst: readonly Botsing[]): T {
  return botst.reduce<unknown>((x, b) => zet(x, b.pad, b.hun), samen) as T;
}

function zet(x: unknown, pad: readonly string[], waarde: unknown): unknown {
  const [eerst, ...rest] = pad;
  if (eerst === undefined) return waarde;
  if (Array.isArray(x)) {
    const sleutel = rijnaam([x]);
    return (x as Rij[]).map((r) => (sleutel && r[sleutel] === eerst ? zet(r, rest, waarde) : r));
  }
  return isRijtje(x) ? { ...x, [eerst]: zet(x[eerst], rest, waarde) } : x;
}
