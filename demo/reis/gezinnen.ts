// SPDX-License-Identifier: EUPL-1.2
// Who the journey is about: official test persons of RvIG (BRP proefomgeving, edition 2022, EUPL-1.2), who do not exist. An
// extract like demo/data/testpersonen.json (see demo/data/BRON.md), of eleven parents, each with a child, who are in none of the
// stories of the demo region. Where they live and what happens to them is invented.

export interface Testpersoon {
  bsn: string;
  voornamen: string;
  voorvoegsel: string | null;
  achternaam: string;
  /** ISO date. */
  geboren: string;
  geslacht: 'man' | 'vrouw';
}

export interface Gezin {
  ouder: Testpersoon;
  kind: Testpersoon;
}

export const GEZINNEN: readonly Gezin[] = [
  {
    ouder: {
      bsn: '999997610',
      voornamen: 'Estrella',
      voorvoegsel: 'de',
      achternaam: 'Jager',
      geboren: '1994-01-01',
      geslacht: 'vrouw',
    },
    kind: {
      bsn: '999992089',
      voornamen: 'Mirik',
      voorvoegsel: 'de',
      achternaam: 'Jager',
      geboren: '2010-01-01',
      geslacht: 'man',
    },
  },
  {
    ouder: {
      bsn: '999996381',
      voornamen: 'Reinier Lodivicus Maria',
      voorvoegsel: null,
      achternaam: 'Jacobs',
      geboren: '1973-08-13',
      geslacht: 'man',
    },
    kind: {
      bsn: '999996411',
      voornamen: 'Vica',
      voorvoegsel: null,
      achternaam: 'Jacobs',
      geboren: '2012-06-09',
      geslacht: 'vrouw',
    },
  },
  {
    ouder: {
      bsn: '999993082',
      voornamen: 'Vera',
      voorvoegsel: null,
      achternaam: 'Galjoen',
      geboren: '1999-05-18',
      geslacht: 'vrouw',
    },
    kind: {
      bsn: '999996460',
      voornamen: 'Veronique',
      voorvoegsel: null,
      achternaam: 'Galjoen',
      geboren: '2019-08-17',
      geslacht: 'vrouw',
    },
  },
  {
    ouder: {
      bsn: '999992995',
      voornamen: 'Jan',
      voorvoegsel: null,
      achternaam: 'Goedmut',
      geboren: '1995-01-01',
      geslacht: 'man',
    },
    kind: {
      bsn: '999996472',
      voornamen: 'Aiona',
      voorvoegsel: null,
      achternaam: 'Goedmut',
      geboren: '2019-10-01',
      geslacht: 'vrouw',
    },
  },
  {
    ouder: {
      bsn: '999990664',
      voornamen: 'Jane Rosetta',
      voorvoegsel: null,
      achternaam: 'Braam',
      geboren: '1978-06-15',
      geslacht: 'vrouw',
    },
    kind: {
      bsn: '999996484',
      voornamen: 'Alexandra',
      voorvoegsel: null,
      achternaam: 'Holthuizen',
      geboren: '2019-03-04',
      geslacht: 'vrouw',
    },
  },
  {
    ouder: {
      bsn: '999994761',
      voornamen: 'Jean-Marie',
      voorvoegsel: null,
      achternaam: 'Blok',
      geboren: '1985-03-17',
      geslacht: 'man',
    },
    kind: {
      bsn: '999996496',
      voornamen: 'Naud',
      voorvoegsel: null,
      achternaam: 'Peeters',
      geboren: '2019-05-26',
      geslacht: 'man',
    },
  },
  {
    ouder: {
      bsn: '999993641',
      voornamen: 'Antonius Johannes Joseph',
      voorvoegsel: null,
      achternaam: 'Wellingasterveen',
      geboren: '1963-12-04',
      geslacht: 'man',
    },
    kind: {
      bsn: '999996502',
      voornamen: 'Roy',
      voorvoegsel: null,
      achternaam: 'Wellingasterveen',
      geboren: '2019-09-01',
      geslacht: 'man',
    },
  },
  {
    ouder: {
      bsn: '999996721',
      voornamen: 'Mathilda',
      voorvoegsel: null,
      achternaam: 'Groeneveld',
      geboren: '1990-04-20',
      geslacht: 'vrouw',
    },
    kind: {
      bsn: '999996514',
      voornamen: 'Petronella',
      voorvoegsel: null,
      achternaam: 'Groeneveld',
      geboren: '2019-02-23',
      geslacht: 'vrouw',
    },
  },
  {
    ouder: {
      bsn: '999996344',
      voornamen: 'Marjolein Iris',
      voorvoegsel: null,
      achternaam: 'Nagelhout',
      geboren: '2001-12-31',
      geslacht: 'vrouw',
    },
    kind: {
      bsn: '999996356',
      voornamen: 'Melvin',
      voorvoegsel: null,
      achternaam: 'Nagelhout',
      geboren: '2019-03-04',
      geslacht: 'man',
    },
  },
  {
    ouder: {
      bsn: '999990226',
      voornamen: 'Jeannette',
      voorvoegsel: null,
      achternaam: 'Overvaart',
      geboren: '1987-02-08',
      geslacht: 'vrouw',
    },
    kind: {
      bsn: '999997580',
      voornamen: 'Nina',
      voorvoegsel: null,
      achternaam: 'Overvaart',
      geboren: '2018-12-01',
      geslacht: 'vrouw',
    },
  },
  {
    ouder: {
      bsn: '999990512',
      voornamen: 'Barbara',
      voorvoegsel: null,
      achternaam: 'Goulouse',
      geboren: '1993-12-26',
      geslacht: 'vrouw',
    },
    kind: {
      bsn: '999990342',
      voornamen: 'Victoria',
      voorvoegsel: null,
      achternaam: 'Braveheart',
      geboren: '2020-02-15',
      geslacht: 'vrouw',
    },
  },
];

/** A name as people write it. */
export function naamVan(p: Testpersoon): string {
  return [p.voornamen, p.voorvoegsel, p.achternaam].filter(Boolean).join(' ');
}
