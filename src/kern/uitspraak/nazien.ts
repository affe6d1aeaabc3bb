// SPDX-License-Identifier: EUPL-1.2
// What may lead to the melder or to a hiding place without naming either: "de juf van groep vier", "ik woon hiernaast", "zij slaapt bij
// haar zus". A machine cannot know, so a person looks at each before it leaves the organisatie (handbook 1.4: S:24).
import { vindplaatsen, vouw } from './vouw.ts';

export const AANWIJZINGEN = ['melder', 'plek', 'bereik'] as const;
/** To whom or what it may lead: the melder, where someone hides, how someone is reached. */
export type Aanwijzing = (typeof AANWIJZINGEN)[number];

/** A run of a text; `soort` says why it is marked, null: it is not. */
export interface Stuk {
  tekst: string;
  soort: Aanwijzing | null;
}

const VOOR = '(?<![\\p{L}\\p{N}])';
const NA = '(?![\\p{L}\\p{N}])';
const woord = (bron: string) => new RegExp(`${VOOR}(?:${bron})${NA}`, 'giu');

/** People from outside the household who see a family: whoever reads "the teacher" knows which one. */
const BUITENSTAANDERS =
  "(?:boven|onder|over|achter)?bu(?:ren|ur(?:man|vrouw|meisje|jongen|t|tgeno+te?n?)?)|hiernaast|huisbaas|verhuurder|conci[eë]rge|juf(?:frouw)?|meester|leerkracht(?:en)?|leraar|lerares|docente?|mentor|intern begeleider|(?:groeps)?leidster|gastouder|oppas|trainer|coach|huisarts|tandarts|verloskundige|kraamverzorgster|kraamzorg|wijkverpleegkundige|consultatiebureau|jeugdarts|thuiszorg|hulpverle(?:ner|enster)|maatschappelijk werk(?:er|ster)|wijkagent|collega(?:[’']?s)?|werkgever|vrijwilliger|dominee|pastoor|imam";
/** Family is in every story; it points at the melder when it tells. */
const FAMILIE =
  '(?:schoon|stief|pleeg)?(?:oma|opa|grootmoeder|grootvader|tante|oom|zus(?:je|ter)?|broer(?:tje)?|nicht(?:je)?|neef(?:je)?|moeder|vader|dochter|zoon)|ex(?:-partner|-man|-vrouw)?|vriend(?:in)?';
const VERTELT =
  'bel(?:t|de|len)|vertel(?:t|de|len)|meld(?:t|de|en)|zeg(?:t|gen)|zei|hoor(?:t|de)|zag|ziet|mail(?:t|de)|kwam langs|maakt zich zorgen|maakte zich zorgen|wil(?:de)? anoniem';

/** Whose words they are. */
export type Spreker = 'iedereen' | 'gezin';

const REGELS: readonly { soort: Aanwijzing; patroon: RegExp; behalve?: Spreker }[] = [
  { soort: 'melder', patroon: woord(BUITENSTAANDERS) },
  { soort: 'melder', patroon: woord(`(?:${FAMILIE})(?:\\s+[\\p{L}.'-]+){0,3}?\\s+(?:${VERTELT})`) },
  // what the melder saw from where he is; in a response it is the family that speaks
  { soort: 'melder', patroon: woord('ik|mij|mijn|ons|onze'), behalve: 'gezin' },
  {
    soort: 'plek',
    patroon: woord(
      '(?:vrouwen|nood|crisis|mannen)?opvang|blijf-van-mijn-lijf(?:huis)?|blijfhuis|safehouse|schuil(?:adres|plaats|plek)|onderduik\\p{L}*|ondergedoken|(?:geheim|tijdelijk|nieuw) adres|verblij(?:ft|ven|f)|verbleef|logeer(?:t|de)|(?:slaapt|slapen|sliep|woont|wonen|zit|zitten) (?:nu |tijdelijk |voorlopig |weer )?bij|gevlucht(?: naar)?',
    ),
  },
  { soort: 'bereik', patroon: /(?<![\p{L}\p{N}])\+?\d[\d\s().-]{7,}\d/gu },
  { soort: 'bereik', patroon: /(?<![^\s@<>()])[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/gu },
  { soort: 'bereik', patroon: /(?<!\d)[1-9]\d{3}\s?[A-Z]{2}(?!\p{L})/gu },
  {
    soort: 'bereik',
    patroon:
      /(?<![\p{L}\p{N}])(?:[A-Z]{1,3}-\d{2,3}-[A-Z]{1,3}|\d{1,3}-[A-Z]{2,3}-\d{1,2}|[A-Z]{2}-[A-Z]{2}-\d{2})(?![\p{L}\p{N}])/gu,
  },
];

/** What marks a text: the rules for who speaks, and the towns of this casus that tell where someone hides. */
const patronenVoor = (spreker: Spreker, plaatsen: readonly RegExp[]) => [
  ...REGELS.filter((r) => r.behalve !== spreker),
  ...plaatsen.map((patroon) => ({ soort: 'plek' as const, patroon })),
];

/**
 * The text in runs: joined they are the text again. What two rules mark is marked once, by the first.
 * @param plaatsen towns of hiding places, of `verborgenPlaatsen`
 */
export function deelInStukken(
  tekst: string,
  spreker: Spreker = 'iedereen',
  plaatsen: readonly RegExp[] = [],
): Stuk[] {
  const soort: (Aanwijzing | null)[] = new Array(tekst.length).fill(null);
  const g = vouw(tekst);
  for (const r of patronenVoor(spreker, plaatsen))
    for (const { van, tot } of vindplaatsen(g, tekst.length, r.patroon))
      for (let i = van; i < tot; i++) soort[i] ??= r.soort;
  const stukken: Stuk[] = [];
  for (let i = 0; i < tekst.length; i++) {
    const laatste = stukken.at(-1);
    const s = soort[i] ?? null;
    if (laatste && laatste.soort === s) laatste.tekst += tekst[i];
    else stukken.push({ tekst: tekst[i] ?? '', soort: s });
  }
  return stukken;
}

/** Whether a person has to look at this text before it leaves. */
export function vraagtNazien(
  tekst: string,
  spreker: Spreker = 'iedereen',
  plaatsen: readonly RegExp[] = [],
): boolean {
  const { vlak } = vouw(tekst);
  return patronenVoor(spreker, plaatsen).some((r) => vlak.search(r.patroon) >= 0);
}
