// SPDX-License-Identifier: EUPL-1.2
/**
 * Remembers what a pure function of one text gave: names and streets are few, mentions are many.
 * @param hoogstens answers kept at a time; when full it begins anew
 */
export function onthoud<T>(fn: (tekst: string) => T, hoogstens = 50_000): (tekst: string) => T {
  const bekend = new Map<string, T>();
  return (tekst) => {
    const al = bekend.get(tekst);
    if (al !== undefined) return al;
    const uit = fn(tekst);
    if (bekend.size >= hoogstens) bekend.clear();
    bekend.set(tekst, uit);
    return uit;
  };
}
