// SPDX-License-Identifier: EUPL-1.2
// In a line that a worker types, who someone is to the family: "vriend van moeder", "zijn broertje", "juf".
import { AANSPREEK } from './invoernaam.ts';
import type { Bouw, Neem } from './invoervorm.ts';
import { isBekendeVoornaam } from './naam.ts';
import type { Geslacht } from './vermelding.ts';

const WOORDEN: readonly (readonly [Geslacht | 'weg', string])[] = [
  [
    'man',
    'man jongen jongetje zoon zoontje vader stiefvader pleegvader schoonvader pleegzoon stiefzoon schoonzoon kleinzoon papa opa broer broertje stiefbroer halfbroer oom zwager neef neefje vriend buurman buurjongen meester leraar echtgenoot ex-man exman ex-vriend dhr heer meneer',
  ],
  [
    'vrouw',
    'vrouw meisje dochter dochtertje moeder stiefmoeder pleegmoeder schoonmoeder pleegdochter stiefdochter schoondochter kleindochter mama oma zus zusje stiefzus halfzus schoonzus tante nicht nichtje vriendin buurvrouw buurmeisje juf lerares echtgenote ex-vrouw exvrouw ex-vriendin mevr mevrouw mw mej',
  ],
  [
    'weg',
    'kind baby peuter kleuter pleegkind stiefkind kleinkind partner ex-partner expartner ex verloofde huisgenoot oppas begeleider mentor leerkracht docent huisarts familie fam gezin',
  ],
];
const AANDUIDINGEN: ReadonlyMap<string, Geslacht | 'weg'> = new Map(
  WOORDEN.flatMap(([soort, lijst]) => lijst.split(' ').map((w) => [w, soort] as const)),
);
/** Surnames as well ("Jan de Vriend", "Meester, Piet"): only where no name can stand. */
const OOK_NAAM: ReadonlySet<string> = new Set(
  'vriend vriendin neef nicht meester buurman leraar mentor docent zwager schoonzoon'.split(' '),
);
const WIE = [...AANDUIDINGEN.keys()].toSorted((a, b) => b.length - a.length).join('|');
const BEZIT = "zijn|haar|hun|mijn|m'n|z'n|d'r|diens|ons|onze|de|het|een";
const WELKE =
  'nieuwe|oude|oudste|jongste|middelste|oudere|jongere|kleine|grote|biologische|vorige|huidige|inwonende|beste|ex';
const ANDEREN = 'kinderen|slachtoffer|pleger|jongste|oudste|meisjes|jongens|tweeling|school|buren';
/** "(zijn) (nieuwe) vriend (van (de) moeder (van de kinderen))"; whose it is may be a given name before a comma. */
const RELATIE = new RegExp(
  `(?<![\\p{L}'-])(?:(?:${BEZIT}) )?(?:(?:${WELKE}) )?(${WIE})\\.?(?![\\p{L}'-])` +
    `((?: van(?: (?:${BEZIT}))?(?: (?:${WELKE}))? (?:${WIE}|${ANDEREN})(?![\\p{L}'-]))*)( van \\p{L}+(?= *(?:[,:\uE000\uE001]|$)))?`,
  'giu',
);

/** Takes the words out that say who someone is. All that is said of it stays, in the order in which it was said. */
export function leesRelatie(neem: Neem, uit: Bouw): void {
  neem(RELATIE, (m, rest) => {
    const woord = (m[1] ?? '').toLowerCase();
    const soort = AANDUIDINGEN.get(woord);
    if (soort === undefined) return false;
    const vooraan = m.index <= 1 || /[,:;(\uE000\uE001] *$/.test(rest.slice(0, m.index));
    const hoofdletter = /^\p{Lu}/u.test(m[1] ?? '');
    const phrase = m[2] !== '';
    // "de Heer" is also a surname; only small letters or a full stop make it a form of address.
    if (hoofdletter && !vooraan && !AANSPREEK.has(woord)) return false;
    if (woord === 'heer' && (!vooraan || !/^de /i.test(m[0]))) return false;
    if (OOK_NAAM.has(woord) && !phrase) {
      const voor = rest.slice(0, m.index).trim().split(/\s+/);
      const bezit = /^(?:zijn|haar|hun|mijn|een|ons|onze) /i.test(m[0]);
      const komma = rest[m.index + m[0].length] === ',';
      if (vooraan ? hoofdletter && komma : !bezit && (/^de /i.test(m[0]) || voor.length < 2)) return false;
    }
    // "vader van Jan": Jan is another; "vader van Dijk" is a father whose name is Van Dijk.
    const van = (m[3] ?? '').trim();
    const bij = van !== '' && isBekendeVoornaam(van.slice(4)) ? ` ${van}` : '';
    const gelezen = `${m[0].slice(0, m[0].length - (m[3] ?? '').length)}${bij}`.trim();
    if (soort !== 'weg') uit.geslacht ??= soort;
    const zegt = (phrase || bij ? gelezen : gelezen.replace(/^(?:de|het|een) /i, '')).replace(/\.$/, '');
    const klein = zegt.slice(0, 1).toLowerCase() + zegt.slice(1);
    uit.aanduiding = uit.aanduiding === undefined ? klein : `${uit.aanduiding}, ${klein}`;
    return gelezen.length;
  });
}
