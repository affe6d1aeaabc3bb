// SPDX-License-Identifier: EUPL-1.2
// How a person is written down in a hurry: mostly right, sometimes with a slip that a real record would have too.

import { type Gezin, type Mens, woont } from './mensen.ts';
import { PARAMETERS as P } from './parameters.ts';
import type { Toeval } from './toeval.ts';

/** A person as named once. The columns of a vermelding, without what the database adds. */
export interface Noemwijze {
  bsn: string | null;
  voornamen: string | null;
  voorletters: string | null;
  tussenvoegsel: string | null;
  achternaam: string | null;
  partner_tussenvoegsel: string | null;
  partner_achternaam: string | null;
  geboortejaar: number | null;
  geboortemaand: number | null;
  geboortedag: number | null;
  geslacht: string | null;
  straat: string | null;
  huisnummer: string | null;
  huisletter: string | null;
  toevoeging: string | null;
  postcode: string | null;
  woonplaats: string | null;
  land: string | null;
  geheim_adres: boolean;
  telefoon: string[];
  email: string[];
}

export function voorlettersVan(voornamen: string): string {
  return voornamen
    .split(/[\s-]+/)
    .map((v) => `${v.charAt(0).toUpperCase()}.`)
    .join('');
}

/** The person without any slip, at the address of that moment. */
export function noemVoluit(mens: Mens, gezin: Gezin, op: number): Noemwijze {
  const { adres, geheim } = woont(gezin, mens, op);
  return {
    bsn: mens.bsn,
    voornamen: mens.voornamen,
    voorletters: null,
    tussenvoegsel: mens.tussenvoegsel,
    achternaam: mens.achternaam,
    partner_tussenvoegsel: mens.partnerTussenvoegsel,
    partner_achternaam: mens.partnerAchternaam,
    geboortejaar: mens.jaar,
    geboortemaand: mens.maand,
    geboortedag: mens.dag,
    geslacht: mens.geslacht,
    straat: adres.straat,
    huisnummer: adres.huisnummer,
    huisletter: adres.huisletter,
    toevoeging: null,
    postcode: adres.postcode,
    woonplaats: adres.woonplaats,
    land: null,
    geheim_adres: geheim,
    telefoon: mens.telefoon ? [mens.telefoon] : [],
    email: mens.email ? [mens.email] : [],
  };
}

type Slip = (n: Noemwijze, mens: Mens, t: Toeval) => void;

const KORT: Readonly<Record<string, string>> = {
  'van der': 'v.d.',
  'van den': 'v.d.',
  'van de': 'v.d.',
  van: 'v.',
};

/** The slips, each with how often it happens compared to the others. */
const SLIPS: readonly (readonly [number, Slip])[] = [
  [
    5,
    (n, m) => {
      n.voornamen = null;
      n.voorletters = voorlettersVan(m.voornamen);
    },
  ],
  [
    5,
    (n, m, t) => {
      const kort = m.ook.length > 0 ? t.kies(m.ook) : m.voornamen.split(' ')[0];
      if (kort) n.voornamen = kort;
    },
  ],
  [
    4,
    (n, m, t) => {
      if (m.fouten.length === 0) return;
      // a misspelling of the list is written with its prefix
      const fout = t.kies(m.fouten);
      const voor = m.tussenvoegsel ? `${m.tussenvoegsel} ` : '';
      if (voor && fout.startsWith(voor)) n.achternaam = fout.slice(voor.length);
      else {
        const delen = /^((?:(?:van|de|den|der|het|ten|ter|in|int|op|'t)\s)*)(.+)$/u.exec(fout);
        n.tussenvoegsel = delen?.[1]?.trim() || null;
        n.achternaam = delen?.[2] ?? fout;
      }
    },
  ],
  [
    3,
    (n) => {
      if (n.tussenvoegsel) n.tussenvoegsel = KORT[n.tussenvoegsel] ?? n.tussenvoegsel;
    },
  ],
  [
    2,
    (n) => {
      if (!n.tussenvoegsel || !n.achternaam) return;
      n.achternaam = n.tussenvoegsel.replace(/\s/g, '') + n.achternaam.toLowerCase();
      n.achternaam = n.achternaam.charAt(0).toUpperCase() + n.achternaam.slice(1);
      n.tussenvoegsel = null;
    },
  ],
  [
    3,
    (n, m) => {
      if (!m.partnerAchternaam) return;
      n.tussenvoegsel = m.partnerTussenvoegsel;
      n.achternaam = m.partnerAchternaam;
      n.partner_tussenvoegsel = null;
      n.partner_achternaam = null;
    },
  ],
  [
    3,
    (n, m) => {
      if (!m.partnerAchternaam) return;
      n.achternaam = `${m.partnerAchternaam}-${m.achternaam}`;
      n.tussenvoegsel = m.partnerTussenvoegsel;
      n.partner_tussenvoegsel = null;
      n.partner_achternaam = null;
    },
  ],
  [
    2,
    (n, m) => {
      if (m.dag <= 12 && m.dag !== m.maand) {
        n.geboortemaand = m.dag;
        n.geboortedag = m.maand;
      }
    },
  ],
  [
    3,
    (n, m, t) => {
      n.geboortedag = Math.min(28, Math.max(1, m.dag + t.kies([-10, -1, 1, 10])));
    },
  ],
  [
    2,
    (n, m, t) => {
      n.geboortejaar = m.jaar + t.kies([-1, 1, -10]);
    },
  ],
  [
    5,
    (n) => {
      n.geboortemaand = null;
      n.geboortedag = null;
    },
  ],
  [
    4,
    (n) => {
      n.geboortejaar = null;
      n.geboortemaand = null;
      n.geboortedag = null;
    },
  ],
  [
    2,
    (n) => {
      n.huisnummer = null;
      n.huisletter = null;
      n.postcode = null;
    },
  ],
  [
    3,
    (n) => {
      n.straat = null;
      n.huisnummer = null;
      n.huisletter = null;
      n.postcode = null;
      n.woonplaats = null;
    },
  ],
  [
    1,
    (n, m) => {
      if (m.schrift?.voornamen) n.voornamen = m.schrift.voornamen;
      if (m.schrift?.achternaam) n.achternaam = m.schrift.achternaam;
    },
  ],
];

/**
 * The person as some source writes it down at a moment.
 * @param slordig how likely a slip is, compared to the ordinary chance
 */
export function noem(mens: Mens, gezin: Gezin, op: number, t: Toeval, slordig = 1): Noemwijze {
  const n = noemVoluit(mens, gezin, op);
  if (t.kans(0.5)) n.bsn = null;
  if (t.kans(0.35)) n.telefoon = [];
  if (t.kans(0.6)) n.email = [];
  if (t.kans(P.verschrijving.waarde * slordig)) {
    t.weeg(SLIPS, ([w]) => w)[1](n, mens, t);
    if (t.kans(0.2)) t.weeg(SLIPS, ([w]) => w)[1](n, mens, t);
  }
  return n;
}
