// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { acuutEerst, zegPlek, zegWaarde } from '../keten/melding/botsing.ts';
import { legePersoon, legeUitspraak, legeVorm, type Meldingvorm } from '../keten/melding/formulier.ts';
import { voegSamen } from './samenvoegen.ts';

const begin: Meldingvorm = {
  ...legeVorm(),
  uitspraken: [{ ...legeUitspraak('1', 'melder'), tekst: 'Vader sloeg moeder' }],
  personen: [{ ...legePersoon('1'), voornamen: 'Olivia', achternaam: 'Charbon' }],
};

describe('a draft that was changed in two windows', () => {
  it('keeps acute danger from the other window, whatever was typed in this one', () => {
    const mijn = { ...begin, melder: { ...begin.melder, naam: 'Anneke' } };
    const hun: Meldingvorm = {
      ...begin,
      acuut: 'ja',
      acuutToelichting: 'Hij staat met een mes voor de deur',
      melder: { ...begin.melder, telefoon: '0612345678' },
    };
    const { samen, botst } = voegSamen<Meldingvorm>(begin, mijn, hun);
    expect(botst).toEqual([]);
    expect(samen).toMatchObject({ ...hun, melder: { naam: 'Anneke', telefoon: '0612345678' } });
  });

  it('asks where both wrote something else, danger first, in words', () => {
    const mijn: Meldingvorm = {
      ...begin,
      acuut: 'nee',
      duur: 'nieuw',
      personen: begin.personen.map((p) => ({ ...p, rol: 'slachtoffer' })),
      uitspraken: begin.uitspraken.map((u) => ({ ...u, tekst: 'a' })),
    };
    const hun: Meldingvorm = {
      ...begin,
      acuut: 'ja',
      personen: begin.personen.map((p) => ({ ...p, rol: 'pleger' })),
      uitspraken: begin.uitspraken.map((u) => ({ ...u, tekst: 'b' })),
    };
    const { samen, botst } = voegSamen<Meldingvorm>(begin, mijn, hun);
    expect(
      acuutEerst(botst).map((b) => [
        zegPlek(b.pad, samen, 'nl'),
        zegWaarde(b.pad, b.mijn, 'nl') ?? b.mijn,
        zegWaarde(b.pad, b.hun, 'nl') ?? b.hun,
      ]),
    ).toEqual([
      ['Acuut gevaar', 'Nee', 'Ja, nu'],
      ['Uitspraak 1: tekst', 'a', 'b'],
      ['Olivia Charbon: rol', '(Vermoedelijk) slachtoffer', '(Vermoedelijke) pleger'],
    ]);
  });

  it('has a word for every place of the form', () => {
    const v = begin;
    const plekken = [
      ...Object.keys(v)
        .filter((k) => !['inzending', 'melder', 'uitspraken', 'personen'].includes(k))
        .map((k) => [k]),
      ...Object.keys(v.melder).map((k) => ['melder', k]),
      ...Object.keys(legeUitspraak('1', ''))
        .filter((k) => k !== 'sleutel')
        .map((k) => ['uitspraken', '1', k]),
      ...Object.keys(legePersoon('1'))
        .filter((k) => k !== 'sleutel' && k !== 'getypt')
        .map((k) => ['personen', '1', k]),
    ];
    for (const taal of ['nl', 'en'] as const)
      for (const pad of plekken)
        expect(zegPlek(pad, v, taal)).not.toMatch(/[a-z][A-Z]|^melder\.|undefined|: ?$/);
  });
});
