// SPDX-License-Identifier: EUPL-1.2
// Kevin de Boer (999996538) en Olivia Charbon (999996630) wonen in Emmen met hun zoon Vincent (999996629).
// Anderhalf uur geleden kwam de politie aan de deur. De melding is net binnen en acuut: niemand heeft haar nog opgepakt.
// Werk voor: de medewerker van Veilig Thuis. Vandaag nog handelen, en in vijf werkdagen beoordelen.
import type { Verhaal } from './verhaal.ts';

export const NET_BINNEN: Verhaal = {
  id: '1-acuut',
  titel: 'Een politiemelding, net binnen',
  nu: 'Melding ontvangen, acuut, nog door niemand opgepakt',
  gemeentecode: '0114',
  huizen: { thuis: { straat: 'Wollegraslaan', huisnummer: '412', postcode: '7824SS', woonplaats: 'Emmen' } },
  personen: {
    kevin: { bsn: '999996538', woont: 'thuis', telefoon: '0600100101' },
    olivia: { bsn: '999996630', woont: 'thuis', telefoon: '0600100102' },
    vincent: { bsn: '999996629', woont: 'thuis' },
  },
  casussen: [
    [
      {
        wat: 'melding',
        op: { uren: 1.5 },
        melder: { groep: 'justitie_veiligheid', rol: 'politie', persona: 'politie' },
        behandelaar: 'vt-medewerker',
        aard: ['partnergeweld', 'kindermishandeling'],
        aanvullend: ['wapens'],
        acuut: 'Meneer is weggegaan en heeft een sleutel. Mevrouw denkt dat hij vannacht terugkomt.',
        kindcheck: 'Vincent was thuis en stond in de gang.',
        personen: [
          { wie: 'olivia', rol: 'slachtoffer', relatie: 'moeder' },
          { wie: 'kevin', rol: 'pleger', relatie: 'vader' },
          { wie: 'vincent', rol: 'kind', relatie: 'zoon' },
        ],
        gezegd: [
          {
            soort: 'waarneming',
            bron: 'Politie',
            dagen: 0,
            tekst: 'Mevrouw deed open met een rode plek in haar hals. In de kamer lag een stoel om.',
          },
          {
            soort: 'van_horen_zeggen',
            bron: 'Politie',
            dagen: 0,
            tekst: 'Mevrouw vertelt dat haar man haar bij de keel greep en met een keukenmes op tafel sloeg.',
          },
          {
            soort: 'feit',
            bron: 'Politie',
            dagen: 0,
            tekst: 'Meneer was al weg toen wij kwamen. Wij hebben hem nog niet gesproken.',
          },
          {
            soort: 'waarneming',
            bron: 'Politie',
            dagen: 0,
            tekst: 'Vincent stond in zijn pyjama in de gang en hield zijn moeder vast.',
          },
          {
            soort: 'mening',
            bron: 'Politie',
            dagen: 0,
            tekst: 'Mevrouw zegt dat het de laatste weken erger wordt sinds haar man thuis zit.',
          },
        ],
      },
    ],
  ],
};
