// SPDX-License-Identifier: EUPL-1.2

/** The five phases (handbook 5, Drenthe wording) with the plan that belongs to each. */
export const FASEN = [
  { nummer: 1, nl: 'Directe veiligheid', en: 'Immediate safety', plan: 'veiligheidsplan' },
  {
    nummer: 2,
    nl: 'Stabiele veiligheid',
    en: 'Stable safety',
    plan: 'hulpverleningsplan risicogestuurde zorg',
  },
  { nummer: 3, nl: 'Herstel', en: 'Recovery', plan: 'herstelplannen' },
  { nummer: 4, nl: 'Stabilisatie', en: 'Stabilisation', plan: 'doelen evalueren en bijstellen' },
  { nummer: 5, nl: 'Omgaan met terugval', en: 'Dealing with relapse', plan: 'toekomstplan' },
] as const;

/** Reasons to close. Standaardwaarde: no list was found in a source. */
export const SLUITREDENEN = [
  { code: 'veilig', nl: 'Het is veilig en het blijft veilig', en: 'It is safe and stays safe' },
  {
    code: 'geen_hgkm',
    nl: 'Geen huiselijk geweld of kindermishandeling',
    en: 'No domestic violence or abuse',
  },
  { code: 'geen_vervolg', nl: 'Geen vervolgstappen nodig', en: 'No further steps needed' },
  {
    code: 'verhuisd',
    nl: 'Verhuisd buiten de regio, andere regio heeft aanvaard',
    en: 'Moved; another region accepted',
  },
  {
    code: 'niet_ontvankelijk',
    nl: 'Melding niet ontvankelijk of onjuist geadresseerd',
    en: 'Report not admissible or misdirected',
  },
  { code: 'samengevoegd', nl: 'Samengevoegd met een andere casus', en: 'Merged with another casus' },
  { code: 'ingetrokken', nl: 'Melding ingetrokken door de melder', en: 'Report withdrawn' },
] as const;

export interface Naamdragend {
  rol: string;
  achternaam: string | null;
  tussenvoegsel: string | null;
  geboortejaar: number | null;
}

/**
 * What a household is called on screen: its family names, at most two, adults first. Never a first name, so that the
 * list on a screen in a full office says as little as it can.
 */
export function aanduidingVan(personen: readonly Naamdragend[]): string {
  const gewicht = (p: Naamdragend) => (p.rol === 'kind' ? 1 : 0) * 10_000 + (p.geboortejaar ?? 5_000);
  const namen: string[] = [];
  for (const p of [...personen].sort((a, b) => gewicht(a) - gewicht(b))) {
    if (!p.achternaam) continue;
    const naam = [p.tussenvoegsel, p.achternaam].filter(Boolean).join(' ');
    if (!namen.includes(naam)) namen.push(naam);
  }
  if (namen.length === 0) return 'Gezin, naam nog onbekend';
  return `Gezin ${namen.slice(0, 2).join(' – ')}`;
}
