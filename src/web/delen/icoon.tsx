// SPDX-License-Identifier: EUPL-1.2

/** Line icons on a 20-unit grid, drawn for this project. They always stand beside a word. */
const lijnen = {
  acuut: 'M10 2.500 18.200 17H1.800L10 2.500ZM10 8v4.200M10 14.600v.1',
  aandacht: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM10 6v5M10 13.800v.1',
  klok: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM10 5.500V10l3 2',
  oog: 'M1.500 10S4.500 4.500 10 4.500 18.500 10 18.500 10 15.500 15.500 10 15.500 1.500 10 1.500 10ZM10 7.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5Z',
  vink: 'm3.500 10.500 4 4 9-9.500',
  kruis: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  min: 'M4 10h12',
  slot: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  wacht:
    'M5.500 2.500h9M5.500 17.500h9M6.500 2.500c0 4 2.200 5.200 3.500 7.500-1.300 2.300-3.500 3.500-3.500 7.500M13.500 2.500c0 4-2.200 5.200-3.500 7.500 1.300 2.300 3.500 3.500 3.500 7.500',
  pijl: 'M4 10h12M11.500 5.500 16 10l-4.500 4.500',
  terug: 'M16 10H4M8.500 5.500 4 10l4.500 4.500',
  omlaag: 'm4.500 7.500 5.500 5.500 5.500-5.500',
  omhoog: 'm4.500 12.500 5.500-5.500 5.500 5.500',
  zoek: 'M8.500 3a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11ZM12.600 12.600 17 17',
  werk: 'M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h9',
  melding: 'M3 4h14v10H9l-4 3v-3H3z',
  casus: 'M2.500 8 10 2.500 17.500 8v9.500h-15zM8 17.500V12h4v5.500',
  overdracht: 'M2.500 7h12M11 3.500 14.500 7 11 10.500M17.500 13h-12M9 9.500 5.500 13 9 16.500',
  monitoring: 'M2 10h3.500L8 4.500l4 11 2.500-5.500H18',
  cijfers: 'M4 17V9M10 17V3M16 17v-6M2 17h16',
  mens: 'M10 2.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7ZM3.500 17.500c0-3.500 2.700-5.500 6.500-5.500s6.500 2 6.500 5.500',
  tabel: 'M2.500 4h15v12h-15zM2.500 8h15M2.500 12h15M8 4v12',
  print: 'M5.500 7V2.500h9V7M5.500 14h-3V7h15v7h-3M5.500 11.500h9v6h-9z',
  document: 'M4.500 2.500h7l4 4v11h-11zM11.500 2.500v4h4M7.500 10.500h5M7.500 13.500h5',
  gesprek: 'M2.500 3.500h11v7.500H8l-3 2.500V11H2.500zM15.500 7h2v7H15v2.500L12 14H9.500',
  telefoon:
    'M6.500 2.500 4 3.500c-.5 6.500 6 13 12.500 12.500l1-2.500-4-2-1.700 1.700C9.600 12 8 10.400 6.800 8.200L8.500 6.500z',
  info: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM10 9v5M10 6.200v.1',
  sluiten: 'M5 5l10 10M15 5 5 15',
  meer: 'M4.500 10h.1M10 10h.1M15.500 10h.1',
  wijzig: 'M3 17l1-4L14 3l3 3L7 16z',
} as const;

export type IcoonNaam = keyof typeof lijnen;

/** An icon of 1.125 em beside text; hidden from screen readers, because the word says it. */
export function Icoon({ naam, className }: { naam: IcoonNaam; className?: string | undefined }) {
  return (
    <svg
      className={`hv-icoon${className ? ` ${className}` : ''}`}
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={lijnen[naam]} />
    </svg>
  );
}
