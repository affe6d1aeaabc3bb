// SPDX-License-Identifier: EUPL-1.2

const SPOREN: [RegExp, string][] = [
  [
    /\b\d{9}\b/,
    'Hier staat een getal van negen cijfers (een BSN?). Een advies bewaart geen gegevens van het gezin.',
  ],
  [/\b\d{4}\s?[A-Z]{2}\b\s*\d*/, 'Hier staat een postcode. Een advies bewaart geen gegevens van het gezin.'],
  [
    /\b\d{1,2}[-/]\d{1,2}[-/](19|20)?\d{2}\b/,
    'Hier staat een datum die een geboortedatum kan zijn. Een advies bewaart geen gegevens van het gezin.',
  ],
  [
    /\b0[1-9](?:[ -]?\d){8}\b/,
    'Hier staat een telefoonnummer. Een advies bewaart geen gegevens van het gezin.',
  ],
];

/**
 * What in a text of an advies may point at a family. A warning, not a judgement: the worker decides and may say that it
 * is about nobody in particular. An advies holds no identifying data (handbook 0, S:8).
 */
export function herkenbaar(tekst: string): string[] {
  return SPOREN.filter(([patroon]) => patroon.test(tekst)).map(([, melding]) => melding);
}
