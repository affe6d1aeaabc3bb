// SPDX-License-Identifier: EUPL-1.2

/** A birth date as people give it: a year only, a month, or a whole day. */
export interface Geboorte {
  jaar: number | null;
  maand: number | null;
  dag: number | null;
}

export interface Naam {
  voornamen: string | null;
  voorletters: string | null;
  tussenvoegsel: string | null;
  achternaam: string | null;
  partnerTussenvoegsel?: string | null;
  partnerAchternaam?: string | null;
}

/** How a person is called on a screen. What is not known says so. */
export function weergavenaam(n: Naam): string {
  const voor = n.voornamen?.trim() || n.voorletters?.trim() || '';
  const achter = [n.tussenvoegsel, n.achternaam].filter(Boolean).join(' ');
  const partner = [n.partnerTussenvoegsel, n.partnerAchternaam].filter(Boolean).join(' ');
  const familie = partner && achter ? `${partner} - ${achter}` : partner || achter;
  const heel = [voor, familie].filter(Boolean).join(' ');
  return heel || 'Naam nog onbekend';
}

/** How an API says a birth date, for its description. */
export const GEBOREN_UITLEG =
  'Zoals gegeven, zover bekend: 1984-05-03, 1984-05 of 1984. Wat onbekend is vóór iets wat bekend is, staat er als X (ISO 8601-2): XXXX-03-12 is 12 maart, jaar onbekend.';

/**
 * A birth date as far as it is known, as it was given: `1984-05-03`, `1984-05`, `1984`. An unknown part before a known one is
 * written in X (ISO 8601-2, unspecified digits): `XXXX-03-12`, for a birthday without its year is known too. Null when nothing is.
 */
export function geborenTekst(g: Geboorte): string | null {
  if (g.jaar === null && g.maand === null && g.dag === null) return null;
  const deel = (n: number | null, lengte: number) =>
    n === null ? 'X'.repeat(lengte) : String(n).padStart(lengte, '0');
  const jaar = deel(g.jaar, 4);
  if (g.maand === null && g.dag === null) return jaar;
  const maand = `${jaar}-${deel(g.maand, 2)}`;
  return g.dag === null ? maand : `${maand}-${deel(g.dag, 2)}`;
}

export interface Adresdelen {
  straat: string | null;
  huisnummer: string | null;
  huisletter: string | null;
  toevoeging: string | null;
  postcode: string | null;
  woonplaats: string | null;
  land: string | null;
}

/** An address on one line, all that was given of it; null when nothing was. */
export function adresRegel(a: Adresdelen): string | null {
  const deel = (...d: (string | null)[]) => d.filter(Boolean).join(' ');
  return (
    [deel(a.straat, a.huisnummer, a.huisletter, a.toevoeging), deel(a.postcode, a.woonplaats), a.land ?? '']
      .filter(Boolean)
      .join(', ') || null
  );
}

/**
 * Age in whole years on a day; null when the year of birth is not known or lies after that day. With only a year the age
 * may be one too high: `ongeveer` says so.
 */
export function leeftijd(g: Geboorte, op: Date): { jaren: number; ongeveer: boolean } | null {
  if (g.jaar === null) return null;
  const jaar = op.getUTCFullYear();
  const maand = op.getUTCMonth() + 1;
  const dag = op.getUTCDate();
  let jaren = jaar - g.jaar;
  const ongeveer = g.maand === null || (g.dag === null && g.maand === maand);
  if (g.maand !== null && (g.maand > maand || (g.maand === maand && (g.dag ?? 1) > dag))) jaren -= 1;
  return jaren < 0 || jaren > 130 ? null : { jaren, ongeveer };
}

/** Doubt about what was given. It is kept as it was given, and marked: never corrected, never dropped. */
export interface Twijfel {
  veld: string;
  reden: string;
}

/**
 * A BSN that stands with someone else too, as a comparison found after the receipt. A mention is never rewritten, so this doubt is
 * added where it is read; it says nothing of who the other is.
 */
export const BSN_OOK_BIJ_ANDER: Twijfel = {
  veld: 'bsn',
  reden: 'Dit BSN staat ook bij iemand anders. Vraag na van wie het is.',
};

export interface Opgave {
  bsn: string | null;
  geboorte: Geboorte;
  achternaam: string | null;
  voornamen: string | null;
}

/** A letter that no Latin alphabet has. */
const ANDER_SCHRIFT = /[^\P{L}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
const PLAATJE = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const PLAATJES = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu;
/**
 * What stands in no name of any script. In names stand letters and their marks, spaces, dots, apostrophes, hyphens and the middle
 * dot in their several forms, brackets, slashes and numbers ("de Vries (2e)"), and the joiners and marks of scripts that run from
 * right to left. Not the signs that turn the direction of what follows.
 */
const GEEN_NAAMTEKEN =
  /[^\p{L}\p{M}\d\s.,'’‘`´\u02bc\u02b9\u05f3\u05f4\-\u2010-\u2014\u00b7\u30fb()/\u200c-\u200f\u061c]/u;

/**
 * What is doubtful about a person as given, at the moment of receipt.
 * @param isGeldigBsn the elfproef
 */
export function twijfelsBij(o: Opgave, ontvangen: Date, isGeldigBsn: (bsn: string) => boolean): Twijfel[] {
  const t: Twijfel[] = [];
  if (o.bsn !== null && !isGeldigBsn(o.bsn))
    t.push({ veld: 'bsn', reden: 'Dit BSN klopt niet (elfproef). Vraag het na.' });
  const { jaar, maand, dag } = o.geboorte;
  if (jaar !== null) {
    const geboren = Date.UTC(jaar, (maand ?? 1) - 1, dag ?? 1);
    if (geboren > ontvangen.getTime())
      t.push({ veld: 'geboortedatum', reden: 'Deze geboortedatum ligt in de toekomst.' });
    else if (ontvangen.getUTCFullYear() - jaar > 120)
      t.push({ veld: 'geboortedatum', reden: 'Deze persoon zou ouder dan 120 zijn.' });
    if (maand === null || dag === null)
      t.push({ veld: 'geboortedatum', reden: 'De geboortedatum is niet volledig bekend.' });
  } else if (maand !== null || dag !== null)
    t.push({ veld: 'geboortedatum', reden: 'Het geboortejaar is niet bekend.' });
  else t.push({ veld: 'geboortedatum', reden: 'De geboortedatum is niet bekend.' });
  if (maand !== null && dag !== null) {
    // without its year a day in February may be the 29th
    const d = new Date(Date.UTC(jaar ?? 2000, maand - 1, dag));
    if (d.getUTCMonth() !== maand - 1 || d.getUTCDate() !== dag)
      t.push({ veld: 'geboortedatum', reden: 'Deze dag bestaat niet.' });
  }
  for (const [veld, tekst] of [
    ['achternaam', o.achternaam],
    ['voornamen', o.voornamen],
  ] as const) {
    if (!tekst) continue;
    if (PLAATJE.test(tekst)) t.push({ veld, reden: 'In deze naam staat een plaatje (emoji).' });
    if (GEEN_NAAMTEKEN.test(tekst.replaceAll(PLAATJES, '')))
      t.push({ veld, reden: 'In deze naam staan tekens die in namen niet voorkomen.' });
    if (ANDER_SCHRIFT.test(tekst)) t.push({ veld, reden: 'Deze naam staat in een ander schrift.' });
    if ([...tekst.trim()].length === 1) t.push({ veld, reden: 'Deze naam is maar één letter.' });
    if ([...tekst].length > 60) t.push({ veld, reden: 'Deze naam is erg lang.' });
  }
  return t;
}
