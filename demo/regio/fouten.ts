// SPDX-License-Identifier: EUPL-1.2
// How Dutch records differ from the people they are about: each kind of error with how often it occurs in a mention. The rates are
// an order of magnitude (bron onbekend, standaardwaarde), made to be hard on a radar: families, names that are written in many
// ways, and dates that somebody guessed.
import type { Gezin, Mens } from './mensen.ts';
import { type Noemwijze, noemVoluit, voorlettersVan } from './noemen.ts';
import type { Toeval } from './toeval.ts';

/** Share of mentions in which a kind of error occurs, of those in which it can. */
export const FOUTKANS = {
  tussenvoegsel: 0.15,
  partnernaamVrouw: 0.2,
  partnernaamMan: 0.03,
  voorletters: 0.2,
  roepnaam: 0.25,
  spelling: 0.1,
  tekens: 0.6,
  geboorteOnbekend: 0.08,
  eenJanuari: 0.04,
  dagMaand: 0.02,
  cijferInDatum: 0.03,
  geenBsn: 0.4,
  bsnFout: 0.01,
  bsnVanGezinslid: 0.005,
  adresOnbekend: 0.06,
} as const;

export const FOUTEN = [
  'geen fout',
  'tussenvoegsel',
  'partnernaam',
  'voorletters',
  'roepnaam',
  'spelling',
  'tekens',
  'geboorte onbekend',
  '1 januari',
  'dag en maand verwisseld',
  'cijfer in datum',
  'geen bsn',
  'bsn fout',
  'bsn van gezinslid',
  'verhuisd',
  'geheim adres',
  'adres onbekend',
] as const;
export type Foutsoort = (typeof FOUTEN)[number];

/** Ways to write the same sound, and names from another script: each one is tried in its own direction only. */
const SPELLING: readonly (readonly [RegExp, string])[] = [
  [/ij/i, 'y'],
  [/ij/i, 'ey'],
  [/y/i, 'ij'],
  [/ei/i, 'ij'],
  [/ou/i, 'au'],
  [/au/i, 'ou'],
  [/ck/i, 'k'],
  [/c(?!h)/i, 'k'],
  [/k/i, 'c'],
  [/dt/i, 't'],
  [/t$/i, 'dt'],
  [/sch/i, 'sg'],
  [/ss/i, 's'],
  [/s/i, 'ss'],
  [/z/i, 's'],
  [/v/i, 'f'],
  [/ie/i, 'i'],
  [/ou/i, 'oe'],
  [/mm/i, 'm'],
  [/nn/i, 'n'],
  [/n$/i, 'nn'],
  [/^el /i, 'Al '],
  [/^ben /i, 'Ben'],
  [/ch/i, 'sh'],
  [/oe/i, 'u'],
];

function zonderTekens(tekst: string): string {
  return tekst
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/İ/g, 'I')
    .replace(/ł/g, 'l');
}

function hoofd(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** Written in another way that sounds the same; as the name's own list of misspellings has it, or by rule. Null: no way is known. */
function anders(naam: string, t: Toeval): string | null {
  const regels = SPELLING.filter(([van]) => van.test(naam));
  if (regels.length === 0) return null;
  const [van, naar] = t.kies(regels);
  return hoofd(naam.toLowerCase().replace(van, naar.toLowerCase()));
}

export interface MetFouten {
  zoals: Noemwijze;
  /** Which person's number stands there; null when none. */
  bsnVan: Mens | null;
  fouten: Foutsoort[];
}

/**
 * A person as a source in a hurry writes them down at a moment.
 * @param verhuisd whether the household moved since it was first mentioned
 */
export function noemMetFouten(mens: Mens, gezin: Gezin, op: number, verhuisd: boolean, t: Toeval): MetFouten {
  const n = noemVoluit(mens, gezin, op);
  const fouten: Foutsoort[] = [];
  const fout = (soort: Foutsoort, kans: number): boolean => {
    if (!t.kans(kans)) return false;
    fouten.push(soort);
    return true;
  };

  if (mens.ook.length > 0 && fout('roepnaam', FOUTKANS.roepnaam)) n.voornamen = t.kies(mens.ook);
  n.partner_tussenvoegsel = null;
  n.partner_achternaam = null;
  const partner = gezin.leden.find(
    (l) => l.mens !== mens && (l.plek === 'ouder' || l.plek === 'partner'),
  )?.mens;
  const volwassen = gezin.leden.some((l) => l.mens === mens && (l.plek === 'ouder' || l.plek === 'partner'));
  const partnernaam = mens.geslacht === 'vrouw' ? FOUTKANS.partnernaamVrouw : FOUTKANS.partnernaamMan;
  if (volwassen && partner && partner.achternaam !== mens.achternaam && fout('partnernaam', partnernaam)) {
    const eigen = [n.tussenvoegsel, n.achternaam].filter(Boolean).join(' ');
    const wijze = t.deel();
    if (wijze < 0.45) [n.tussenvoegsel, n.achternaam] = [partner.tussenvoegsel, partner.achternaam];
    else if (wijze < 0.75)
      [n.tussenvoegsel, n.achternaam] = [partner.tussenvoegsel, `${partner.achternaam}-${eigen}`];
    else
      n.achternaam = `${n.achternaam}-${[partner.tussenvoegsel, partner.achternaam].filter(Boolean).join(' ')}`;
  }
  const gespeld = n.achternaam === null ? null : anders(n.achternaam, t);
  if (gespeld !== null && fout('spelling', FOUTKANS.spelling)) n.achternaam = gespeld;
  if (/[^\x20-\x7e]/.test(`${n.voornamen}${n.achternaam}`) && fout('tekens', FOUTKANS.tekens)) {
    n.voornamen = n.voornamen === null ? null : zonderTekens(n.voornamen);
    n.achternaam = n.achternaam === null ? null : zonderTekens(n.achternaam);
  }
  if (n.tussenvoegsel !== null && n.achternaam !== null && fout('tussenvoegsel', FOUTKANS.tussenvoegsel)) {
    const wijze = t.deel();
    if (wijze < 0.5) n.tussenvoegsel = null;
    else if (wijze < 0.8) {
      n.achternaam = hoofd(`${n.tussenvoegsel.replaceAll(/[ .]/g, '')}${n.achternaam.toLowerCase()}`);
      n.tussenvoegsel = null;
    } else {
      n.voornamen = `${n.voornamen} ${n.tussenvoegsel}`;
      n.tussenvoegsel = null;
    }
  }
  if (fout('voorletters', FOUTKANS.voorletters)) {
    n.voorletters = voorlettersVan(mens.voornamen);
    n.voornamen = null;
  }

  if (fout('geboorte onbekend', FOUTKANS.geboorteOnbekend)) {
    n.geboortejaar = null;
    n.geboortemaand = null;
    n.geboortedag = null;
  } else if (fout('1 januari', FOUTKANS.eenJanuari)) {
    n.geboortemaand = 1;
    n.geboortedag = 1;
  } else if (
    mens.dag <= 12 &&
    mens.dag !== mens.maand &&
    fout('dag en maand verwisseld', FOUTKANS.dagMaand)
  ) {
    n.geboortemaand = mens.dag;
    n.geboortedag = mens.maand;
  } else if (fout('cijfer in datum', FOUTKANS.cijferInDatum)) {
    const welk = t.deel();
    if (welk < 0.4) n.geboortejaar = mens.jaar + (t.kans(0.5) ? 1 : -1);
    else if (welk < 0.7) n.geboortedag = 1 + ((mens.dag + 9) % 28);
    else n.geboortemaand = 1 + (mens.maand % 12);
  }

  // a wrong digit fails the elfproef, and then there is no number to compare
  let bsnVan: Mens | null = null;
  if (!fout('geen bsn', FOUTKANS.geenBsn) && !fout('bsn fout', FOUTKANS.bsnFout)) {
    const ander = gezin.leden.filter((l) => l.mens !== mens);
    bsnVan =
      ander.length > 0 && fout('bsn van gezinslid', FOUTKANS.bsnVanGezinslid) ? t.kies(ander).mens : mens;
  }
  if (verhuisd) fouten.push('verhuisd');
  // the radar is not given an address that must stay secret
  if (n.geheim_adres) fouten.push('geheim adres');
  if (n.geheim_adres || fout('adres onbekend', FOUTKANS.adresOnbekend)) {
    n.straat = null;
    n.huisnummer = null;
    n.huisletter = null;
    n.postcode = null;
    n.woonplaats = null;
  }
  if (t.kans(0.35)) n.telefoon = [];
  if (t.kans(0.6)) n.email = [];
  return { zoals: n, bsnVan, fouten: fouten.length === 0 ? ['geen fout'] : fouten };
}
