// SPDX-License-Identifier: EUPL-1.2

/** Which methods the addresses of the API know, by their routes alone: whether something is there under an id plays no part. */
export interface Methoden {
  noteer(methode: string | readonly string[], route: string): void;
  /** Sorted; empty when no route has this address. */
  van(pad: string): string[];
}

export function maakMethoden(): Methoden {
  const perRoute = new Map<string, { past: RegExp; methoden: Set<string> }>();
  return {
    noteer(methode, route) {
      const r = perRoute.get(route) ?? {
        past: new RegExp(
          `^${route
            .split('/')
            .map((deel) => (deel.startsWith(':') ? '[^/]+' : deel.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')))
            .join('/')}$`,
        ),
        methoden: new Set(),
      };
      perRoute.set(route, r);
      for (const m of [methode].flat()) r.methoden.add(m);
    },
    van: (pad) =>
      [
        ...new Set([...perRoute.values()].filter((r) => r.past.test(pad)).flatMap((r) => [...r.methoden])),
      ].sort(),
  };
}
