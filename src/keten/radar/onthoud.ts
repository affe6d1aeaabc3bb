// SPDX-License-Identifier: EUPL-1.2
/**
 * Remembers what a pure function of one text gave: names and streets are few, mentions are many.
 * @param hoogstens answers kept at a time, twice over: when that many are new, those that were not asked again since are forgotten
 */
export function onthoud<T>(fn: (tekst: string) => T, hoogstens = 50_000): (tekst: string) => T {
  let bekend = new Map<string, T>();
  let eerder = new Map<string, T>();
  return (tekst) => {
    const al = bekend.get(tekst);
    if (al !== undefined) return al;
    const uit = eerder.get(tekst) ?? fn(tekst);
    if (bekend.size >= hoogstens) [bekend, eerder] = [new Map(), bekend];
    bekend.set(tekst, uit);
    return uit;
  };
}
