// SPDX-License-Identifier: EUPL-1.2
/**
 * One typed line about a person, read into fields, so that whoever is on the phone types as they hear:
 * `Jan v.d. Berg 3 mei 84`. What was not understood comes back too; nothing is thrown away, nothing is made up. A number or a
 * date that cannot be right is still what was said: it comes out in its field, with a doubt.
 */
import { isGeldigBsn, normaliseerBsn } from './bsn.ts';
import { leesNaam } from './invoernaam.ts';
import { leesStraat, leesWoonplaats, leesWoordMetNummer, twijfelAanPlaatsnaam } from './invoerplaats.ts';
import { leesRelatie } from './invoerrelatie.ts';
import {
  ADRES,
  type Bouw,
  type Neem,
  type NietBegrepen,
  type Persoonsregel,
  PLEK,
  type Twijfel,
} from './invoervorm.ts';

/**
 * Year used to read two digits when the caller gives none: `84` is 1984, `15` is 2015. A caller with a clock passes the
 * current year.
 */
export const PEILJAAR_STANDAARD = 2026;
const OUDSTE_JAAR = 1900;

const MAANDEN: readonly RegExp[] = [
  /^jan(uari|\.)?$/i,
  /^feb(ruari|r|\.)?$/i,
  /^(maart|mrt\.?|maa\.)$/i,
  /^apr(il|\.)?$/i,
  /^mei$/i,
  /^jun(i|\.)?$/i,
  /^jul(i|\.)?$/i,
  /^aug(ustus|\.)?$/i,
  /^sep(tember|t|\.|t\.)?$/i,
  /^o[kc]t(ober|\.)?$/i,
  /^nov(ember|\.)?$/i,
  /^dec(ember|\.)?$/i,
];
const MAANDWOORD =
  '(jan(?:uari)?|feb(?:ruari|r)?|maart|mrt|apr(?:il)?|mei|jun(?:i)?|jul(?:i)?|aug(?:ustus)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const TITELS: ReadonlySet<string> = new Set([
  'drs',
  'dr',
  'ir',
  'ing',
  'mr',
  'prof',
  'ds',
  'bsc',
  'msc',
  'ba',
  'ma',
]);

function maandNummer(woord: string): number | undefined {
  const i = MAANDEN.findIndex((re) => re.test(woord));
  return i < 0 ? undefined : i + 1;
}

function dagenIn(jaar: number | undefined, maand: number): number {
  if (maand === 2) {
    if (jaar === undefined) return 29;
    return (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0 ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(maand) ? 30 : 31;
}

/**
 * Reads one line. Never throws; an empty line gives no fields.
 * @param tekst what was typed, any order: name, birth date (`3 mei 84`, `03-05-1984`, `1984-05-03`, `mei 1984`, `1984`),
 *   BSN, phone, postcode with house number, `m`/`v`, age
 * @param peiljaar the current year, to read two-digit years and to doubt birth dates in the future
 */
export function leesPersoonsregel(tekst: string, peiljaar: number = PEILJAAR_STANDAARD): Persoonsregel {
  const uit: Bouw = {};
  const nietBegrepen: NietBegrepen[] = [];
  const twijfels: Twijfel[] = [];
  let rest = ` ${tekst
    .normalize('NFC')
    .replaceAll(PLEK, ' ')
    .replaceAll(ADRES, ' ')
    .replace(/[‘’`´]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')} `;

  const neem: Neem = (re, lees, plek = ' ') => {
    let van = 0;
    for (;;) {
      re.lastIndex = van;
      const m = re.exec(rest);
      if (m === null || m[0] === '') return;
      const uitkomst = lees(m, rest);
      if (uitkomst === false) {
        van = m.index + Math.max(1, m[0].length);
        continue;
      }
      const begin = m.index + (typeof uitkomst === 'object' ? uitkomst.vanaf : 0);
      const eind = m.index + (typeof uitkomst === 'number' ? uitkomst : m[0].length);
      rest = rest.slice(0, begin) + plek + rest.slice(eind);
      van = begin + plek.length;
    }
  };
  const eenmaal = <K extends keyof Bouw>(
    veld: K,
    waarde: NonNullable<Bouw[K]>,
    gelezen: string,
    meervoud: string,
  ): true => {
    if (uit[veld] === undefined) uit[veld] = waarde;
    else nietBegrepen.push({ tekst: gelezen.trim(), reden: meervoud });
    return true;
  };

  neem(/[^\s<>,;]+@[^\s<>,;]+\.\p{L}{2,}/giu, (m) =>
    eenmaal('email', m[0], m[0], 'Er staat al een e-mailadres.'),
  );
  leesTelefoon(neem, eenmaal);
  leesBsn(neem, eenmaal, nietBegrepen, twijfels);
  neem(
    /(?<![\p{L}\d])([1-9]\d{3}) ?([a-z]{2})(?![\p{L}\d])(?:[ ,]+(\d{1,5})(?:[ -]?([a-z])(?![\p{L}\d]))?(?![\d./-]))?/giu,
    (m) => {
      const letters = (m[2] ?? '').toUpperCase();
      // "1984 in", "2010 en": two small letters after a year are a word, not a postcode.
      if (
        ['SA', 'SD', 'SS'].includes(letters) ||
        ((m[2] ?? '') !== letters && /^(in|en|op|te|de|is|of)$/i.test(m[2] ?? ''))
      )
        return false;
      if (uit.postcode !== undefined) return false;
      uit.postcode = `${m[1]} ${letters}`;
      if (m[3] !== undefined) uit.huisnummer = Number(m[3]);
      if (m[4] !== undefined) uit.huisletter = m[4].toUpperCase();
      return true;
    },
    ADRES,
  );
  leesStraat(neem, uit, twijfels, peiljaar);
  leesDatum(neem, uit, nietBegrepen, twijfels, peiljaar);
  neem(/(?<!\d)(\d{1,3}) ?(jaar|jaren|jr\.?|mnd\.?|maanden?|weken|week)(?:[ -]oud)?(?!\p{L})/giu, (m) => {
    const eenheid = /^(mnd|maand)/i.test(m[2] ?? '') ? 'maand' : /^we/i.test(m[2] ?? '') ? 'week' : 'jaar';
    const aantal = Number(m[1]);
    if (eenheid === 'jaar' && aantal > 125) return false;
    return eenmaal('leeftijd', { aantal, eenheid }, m[0], 'Er staat al een leeftijd.');
  });
  // "geb." before a date belongs to the date; before a word it is a maiden name (handled with the name).
  rest = rest.replace(
    new RegExp(
      `(?<!\\p{L})(?:geb(?:oren|dat(?:um)?|oortedatum)?\\.?|d\\.d\\.)(?: op| in)?:? ?${PLEK}`,
      'giu',
    ),
    PLEK,
  );
  leesGeslacht(neem, uit);
  leesWoordMetNummer(neem, uit, twijfels);
  neem(
    /(?<!\p{L})(\p{L}{2,4})\.?(?![\p{L}'])/gu,
    (m) => TITELS.has((m[1] ?? '').toLowerCase()) && /\.$/.test(m[0]),
  );
  neem(/[^\p{L}\p{M}\s,.()'\-/\d"“”:;&\uE000\uE001]+/gu, (m) => {
    nietBegrepen.push({ tekst: m[0] });
    return true;
  });
  neem(/[^\s\uE000\uE001]*\d[^\s\uE000\uE001]*/gu, (m) => {
    const getal = m[0];
    const reden = `Is dit een leeftijd of een geboortejaar? Typ ${getal} jaar of '${getal}.`;
    nietBegrepen.push(/^\d{2}$/.test(getal) ? { tekst: getal, reden } : { tekst: getal });
    return true;
  });
  leesNaam(leesWoonplaats(rest, uit, nietBegrepen, twijfels), uit, nietBegrepen, twijfels);
  twijfelAanPlaatsnaam(uit, twijfels);
  return { ...(uit as Omit<Persoonsregel, 'nietBegrepen' | 'twijfels'>), nietBegrepen, twijfels };
}

type Eenmaal = <K extends keyof Bouw>(
  veld: K,
  waarde: NonNullable<Bouw[K]>,
  gelezen: string,
  meervoud: string,
) => true;

function leesTelefoon(neem: Neem, eenmaal: Eenmaal): void {
  // Not inside a date: of "14-02-2022 7811 AA" the last ten digits are no number of anyone.
  neem(
    /(?<![\d+]|\d[-/.])(?:(?:tel|telefoon|mob|mobiel)\.?:? ?)?((?:(?:\+|00)\d{2}[ -]?(?:\(0\))?|0)(?:[ -]?\d){8,11})(?![\d])/giu,
    (m) => {
      const cijfers = (m[1] ?? '').replace(/\(0\)/, '').replace(/[^\d+]/g, '');
      const goed =
        /^0\d{9}$/.test(cijfers) ||
        /^(\+|00)31\d{9}$/.test(cijfers) ||
        /^(\+|00)(?!31)\d{9,13}$/.test(cijfers);
      // Ten digits after one zero; "00 000 0000" is not a number of anyone.
      return (
        goed && !/^0+$/.test(cijfers) && eenmaal('telefoon', cijfers, m[0], 'Er staat al een telefoonnummer.')
      );
    },
  );
}

function leesBsn(neem: Neem, eenmaal: Eenmaal, nietBegrepen: NietBegrepen[], twijfels: Twijfel[]): void {
  const zet = (gelezen: string): true => {
    const bsn = normaliseerBsn(gelezen);
    if (bsn === undefined) {
      nietBegrepen.push({ tekst: gelezen.trim(), reden: 'Een BSN heeft negen cijfers.' });
      return true;
    }
    // A slip of one digit is still the best that is known of who this is: somebody can ask after it.
    if (!isGeldigBsn(bsn))
      twijfels.push({ veld: 'bsn', zin: `BSN ${bsn} klopt niet (elfproef). Vraag het na.` });
    return eenmaal('bsn', bsn, gelezen, 'Er staat al een BSN.');
  };
  neem(
    /(?<!\p{L})(?:bsn|sofi|sofinummer|burgerservicenummer)(?:[- ]?(?:nr|nummer))?[.:]? ?(\d[\d. ]{6,11}\d)(?!\d)/giu,
    (m) => zet(m[1] ?? ''),
  );
  neem(/(?<![\d+])(\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?!\d)/gu, (m) => zet(m[0]));
}

function leesDatum(
  neem: Neem,
  uit: Bouw,
  nietBegrepen: NietBegrepen[],
  twijfels: Twijfel[],
  peiljaar: number,
): void {
  const jaarUit = (tekst: string): number => {
    const n = Number(tekst);
    if (tekst.length === 4) return n;
    const eeuw = Math.floor(peiljaar / 100) * 100;
    const jong = eeuw + n <= peiljaar ? eeuw + n : eeuw - 100 + n;
    if (peiljaar - (jong - 100) <= 100) {
      twijfels.push({
        veld: 'geboortedatum',
        zin: `Het jaar '${tekst} is gelezen als ${jong}. Is ${jong - 100} bedoeld?`,
      });
    }
    return jong;
  };
  const zet = (tekst: string, jaar: number | undefined, maand?: number, dag?: number): boolean => {
    const schoon = tekst.trim();
    const kanNiet = jaar !== undefined && (jaar < OUDSTE_JAAR || jaar > peiljaar);
    // A lone number of four digits may be anything; a year with a month or a day beside it is a date that was said.
    if (jaar === 0 || (kanNiet && maand === undefined)) {
      nietBegrepen.push({ tekst: schoon, reden: `Het jaar ${jaar} kan geen geboortejaar zijn.` });
    } else if (
      (maand !== undefined && (maand < 1 || maand > 12)) ||
      (dag !== undefined && (dag < 1 || dag > 31))
    ) {
      nietBegrepen.push({ tekst: schoon, reden: 'Deze datum bestaat niet.' });
    } else if (uit.geboortedatum !== undefined) {
      nietBegrepen.push({ tekst: schoon, reden: 'Er staat al een geboortedatum.' });
    } else {
      uit.geboortedatum = {
        ...(jaar === undefined ? {} : { jaar }),
        ...(maand === undefined ? {} : { maand }),
        ...(dag === undefined ? {} : { dag }),
      };
      if (kanNiet)
        twijfels.push({ veld: 'geboortedatum', zin: `Het jaar ${jaar} kan geen geboortejaar zijn.` });
      if (dag !== undefined && maand !== undefined && dag > dagenIn(jaar, maand))
        twijfels.push({ veld: 'geboortedatum', zin: `${schoon} is een dag die niet bestaat. Vraag het na.` });
    }
    return true;
  };

  // 1984-05-03
  neem(
    /(?<![\d.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])/gu,
    (m) => zet(m[0], Number(m[1]), Number(m[2]), Number(m[3])),
    PLEK,
  );
  // 3 mei 84, 3e mei 1984, 03-mei-84, 3 mei
  neem(
    new RegExp(
      `(?<![\\p{L}\\d])(\\d{1,2})(?:e|ste|de)?[ .-]*${MAANDWOORD}(?!\\p{L})\\.?(?:[ .,-]*'?(\\d{4}|\\d{2})(?![\\d\\p{L}]|[-/.]\\d| ?(?:jaar|jr|mnd|maand)))?`,
      'giu',
    ),
    (m) => {
      const maand = maandNummer(m[2] ?? '');
      if (maand === undefined) return false;
      if (m[3] === undefined) twijfels.push({ veld: 'geboortedatum', zin: 'Het geboortejaar ontbreekt.' });
      return zet(m[0], m[3] === undefined ? undefined : jaarUit(m[3]), maand, Number(m[1]));
    },
    PLEK,
  );
  // 03-05-1984, 3/5/84, 3.5.84, 3 5 1984
  neem(
    /(?<![\d.\-/])(\d{1,2})(?:[-/.] ?| )(\d{1,2})(?:[-/.] ?'?(\d{4}|\d{2})| '?(\d{4}))(?![\d])/gu,
    (m) => {
      const jaar = jaarUit(m[3] ?? m[4] ?? '');
      const [een, twee] = [Number(m[1]), Number(m[2])];
      if (twee > 12 && een <= 12) {
        twijfels.push({
          veld: 'geboortedatum',
          zin: 'Dag en maand stonden andersom; gelezen als maand-dag-jaar.',
        });
        return zet(m[0], jaar, een, twee);
      }
      return zet(m[0], jaar, twee, een);
    },
    PLEK,
  );
  // 03051984 or 19840503
  neem(
    /(?<!\d)(\d{8})(?!\d)/gu,
    (m) => {
      const t = m[1] ?? '';
      const vooraan = Number(t.slice(0, 4));
      const geldig = (jaar: number, maand: number, dag: number): boolean =>
        jaar >= OUDSTE_JAAR &&
        jaar <= peiljaar &&
        maand >= 1 &&
        maand <= 12 &&
        dag >= 1 &&
        dag <= dagenIn(jaar, maand);
      const [d, mnd, j] = [Number(t.slice(0, 2)), Number(t.slice(2, 4)), Number(t.slice(4))];
      if (geldig(j, mnd, d)) return zet(t, j, mnd, d);
      if (geldig(vooraan, Number(t.slice(4, 6)), Number(t.slice(6))))
        return zet(t, vooraan, Number(t.slice(4, 6)), Number(t.slice(6)));
      return false;
    },
    PLEK,
  );
  // mei 1984, mei '84. "Jan 1984" is a man called Jan: only the full word januari counts here.
  neem(
    new RegExp(`(?<!\\p{L})${MAANDWOORD}\\.?(?: |-|/)+'?(\\d{4}|(?<=')\\d{2})(?![\\d\\p{L}])`, 'giu'),
    (m) => {
      const maand = maandNummer(m[1] ?? '');
      if (maand === undefined || /^jan$/i.test(m[1] ?? '')) return false;
      return zet(m[0], jaarUit(m[2] ?? ''), maand);
    },
    PLEK,
  );
  // 05-1984, 5/1984
  neem(
    /(?<![\d.\-/])(0?[1-9]|1[0-2])[-/.](\d{4})(?!\d)/gu,
    (m) => zet(m[0], Number(m[2]), Number(m[1])),
    PLEK,
  );
  // 1984, '84
  neem(
    /(?<![\d\p{L}.\-/])(?:'(\d{2})|((?:19|20)\d{2}))(?![\d\p{L}]|[-/.]\d)/gu,
    (m) => zet(m[0], jaarUit(m[1] ?? m[2] ?? '')),
    PLEK,
  );
}

function leesGeslacht(neem: Neem, uit: Bouw): void {
  neem(/(?<!\p{L})\((m|v|x|man|vrouw|jongen|meisje)\)/giu, (m) => {
    const t = (m[1] ?? '').toLowerCase();
    uit.geslacht ??= t === 'x' ? 'anders' : t === 'v' || t === 'vrouw' || t === 'meisje' ? 'vrouw' : 'man';
    return true;
  });
  // A small m or v by itself, after the name or the date: not an initial, which has a capital or a dot.
  neem(/(?<=[\p{L}\uE000,] ?)(?<![\p{L}.])([mv])(?=[ ,]*\uE000|[ ,]*$)/gu, (m) => {
    uit.geslacht ??= m[1] === 'v' ? 'vrouw' : 'man';
    return true;
  });
  leesRelatie(neem, uit);
}
