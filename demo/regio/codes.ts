// SPDX-License-Identifier: EUPL-1.2
// Words that the demo writes into free columns. One place, so that a station that chooses other words is soon followed.

/** Why an organisation holds zicht. */
export const ZICHT_GROND = {
  melding: 'melding ontvangen: zicht gaat van melder naar Veilig Thuis',
  heropend: 'casus heropend na een nieuwe melding',
} as const;

/** What ends a term. */
export const AFGEROND = {
  vastgesteld: 'vastgesteld',
  gehandeld: 'De politie en de huisarts zijn gebeld. Moeder weet wie zij vannacht belt.',
  gekeken: 'gecontroleerd',
  teruggekoppeld: 'teruggekoppeld',
  opnieuw: 'opnieuw aangeboden',
  aangeboden: 'aangeboden',
  klaar: 'afgerond',
  gesloten: 'casus gesloten',
  overgedragen: 'overgedragen',
} as const;

/** Codes of the overdracht station. */
export const OVERDRACHT_GROND = {
  grondslag: 'wmo_4_1_1_2_d',
  deel: 'Wmo 2015 art. 4.1.1 lid 2 onder d',
} as const;
