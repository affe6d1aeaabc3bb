// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const kleuren = new Map(
  [...css.matchAll(/--hv-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((m) => [
    m[1] ?? '',
    { licht: m[2] ?? '', donker: m[3] ?? '' },
  ]),
);

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

// Text on every ground on which a component puts it (WCAG 1.4.3), and shapes that carry meaning (1.4.11).
const gronden = ['papier', 'vlak', 'diep'];
const zacht = ['accent-zacht', 'amber-zacht', 'rood-zacht'];
const tekst: [string, string][] = [
  ...gronden.flatMap((g) =>
    ['inkt', 'inkt-2', 'accent', 'accent-diep', 'amber', 'rood'].map((t): [string, string] => [t, g]),
  ),
  ...zacht.flatMap((g) => ['inkt', 'inkt-2', 'accent'].map((t): [string, string] => [t, g])),
  ['accent-diep', 'accent-zacht'],
  ['amber', 'amber-zacht'],
  ['rood', 'rood-zacht'],
  ['op-accent', 'accent'],
  ['op-accent', 'accent-diep'],
  ['op-accent', 'rood'],
  ['papier', 'inkt'],
];
const vormen: [string, string][] = [
  ...gronden.flatMap((g) =>
    ['rand', 'accent', 'amber-vast', 'rood-vast', 'focus-buiten'].map((t): [string, string] => [t, g]),
  ),
  ...zacht.map((g): [string, string] => ['focus-buiten', g]),
];

describe.each(['licht', 'donker'] as const)('the %s theme', (thema) => {
  const kleur = (naam: string) => kleuren.get(naam)?.[thema] ?? `geen kleur ${naam}`;
  it.each(tekst)('text %s on %s is at least 4.5:1', (voor, achter) => {
    expect(contrast(kleur(voor), kleur(achter))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(vormen)('shape %s on %s is at least 3:1', (voor, achter) => {
    expect(contrast(kleur(voor), kleur(achter))).toBeGreaterThanOrEqual(3);
  });
});
