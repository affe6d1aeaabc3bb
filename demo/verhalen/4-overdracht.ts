// SPDX-License-Identifier: EUPL-1.2
// Hubertus Nagelhout (999995972), Denise Speelman (999996034) en hun tweeling Django (999996046) en Jordy (999996058) wonen in Emmen.
// Veilig Thuis heeft beoordeeld en biedt de casus aan lokaal team Emmen aan. Tot Emmen aanvaardt, houdt Veilig Thuis zicht.
// Werk voor: de teamleider van lokaal team Emmen (neem aan of weiger). Veilig Thuis wacht.
import type { Verhaal } from './verhaal.ts';

export const AANGEBODEN: Verhaal = {
  id: '4-overdracht',
  titel: 'Een overdracht die op antwoord wacht',
  nu: 'Aangeboden aan lokaal team Emmen, nog geen antwoord',
  gemeentecode: '0114',
  huizen: {
    thuis: { straat: 'Turfspadesingel', huisnummer: '418', postcode: '7891SS', woonplaats: 'Klazienaveen' },
  },
  personen: {
    hubertus: { bsn: '999995972', woont: 'thuis', telefoon: '0600100401' },
    denise: { bsn: '999996034', woont: 'thuis', telefoon: '0600100402' },
    django: { bsn: '999996046', woont: 'thuis' },
    jordy: { bsn: '999996058', woont: 'thuis' },
  },
  casussen: [
    [
      {
        wat: 'melding',
        op: { werkdagen: 12, om: '13:15' },
        melder: {
          groep: 'niet_beroepsmatig',
          rol: 'buur',
          naam: 'G. Wijnholds',
          telefoon: '0600100499',
          bekend: 'anoniem_voor_gezin',
          grond: 'De melder woont vlakbij en is bang voor ruzie.',
        },
        behandelaar: 'vt-medewerker',
        aard: ['kindermishandeling', 'partnergeweld'],
        aanvullend: ['verslaving'],
        duur: '1_tot_2_jaar',
        kindcheck: 'Een tweeling van zeven. Een oom past soms op.',
        personen: [
          { wie: 'denise', rol: 'slachtoffer', relatie: 'moeder' },
          { wie: 'hubertus', rol: 'pleger', relatie: 'vader' },
          { wie: 'django', rol: 'slachtoffer', relatie: 'zoon' },
          { wie: 'jordy', rol: 'slachtoffer', relatie: 'zoon' },
        ],
        gezegd: [
          {
            soort: 'waarneming',
            bron: 'melder',
            dagen: 18,
            afgeschermd: true,
            tekst: 'Door de muur hoor ik vader tegen de jongens schreeuwen, vooral laat op de avond.',
          },
          {
            soort: 'waarneming',
            bron: 'melder',
            dagen: 18,
            tekst: 'De jongens zaten op een schooldag in hun pyjama op de stoep.',
            wederhoor: {
              door: 'moeder',
              reactie: 'Dat was een studiedag. Maar het is waar dat het vaak onrustig is in huis.',
              oneens: true,
              op: { werkdagen: 9, om: '10:30' },
            },
          },
          { soort: 'mening', bron: 'melder', dagen: 17, tekst: 'Ik denk dat vader te veel drinkt.' },
        ],
      },
      {
        wat: 'uitspraken',
        op: { werkdagen: 9, om: '16:00' },
        door: 'vt-medewerker',
        gezegd: [
          {
            soort: 'feit',
            bron: 'Veilig Thuis',
            tekst: 'Op school zijn Django en Jordy dit jaar elf keer te laat gekomen.',
          },
          {
            soort: 'van_horen_zeggen',
            bron: 'Veilig Thuis',
            tekst: 'Jordy vertelde de juf dat papa de afstandsbediening gooide en dat mama moest huilen.',
            wederhoor: {
              door: 'vader',
              reactie: 'Dat is gebeurd en daar schaam ik me voor. Ik wil minder drinken.',
              oneens: false,
              op: { werkdagen: 8, om: '13:40' },
            },
          },
        ],
      },
      {
        wat: 'controle',
        op: { werkdagen: 8, om: '14:00' },
        door: 'vt-medewerker',
        met: 'beide ouders, aan huis',
        uitkomst: 'zorgelijk',
        toelichting:
          'De jongens speelden boven. De sfeer was rustig. Vader gaf de flessen aan zijn broer mee.',
      },
      {
        wat: 'voorgelegd',
        op: { werkdagen: 8, om: '16:20' },
        door: 'vt-medewerker',
        aan: 'vt-gedragswetenschapper',
        afweging: {
          acuut: 'nee',
          acuutArgument:
            'Vader slaapt tot maandag bij zijn broer. Moeder kan elk moment bellen en doet dat ook.',
          structureel: 'ja',
          structureelArgument:
            'Ouders vertellen zelf dat er al meer dan een jaar elke maand geschreeuwd en gegooid wordt.',
          multiprobleem: null,
          multiprobleemArgument: null,
          besluit: 'overdragen',
          reden:
            'Ouders willen hulp en houden zich aan de eerste afspraken. Het lokale team kan met het gezin een veiligheidsplan maken en hulp bij het drinken regelen.',
          vervolgSoort: 'lokaal_team',
        },
      },
      {
        wat: 'vastgesteld',
        op: { werkdagen: 7, om: '10:15' },
        door: 'vt-gedragswetenschapper',
        opmerking: 'Eens. Laat de jongens ieder apart vertellen: zij zijn een tweeling, niet één kind.',
      },
      { wat: 'teruggekoppeld', op: { werkdagen: 6, om: '11:30' }, door: 'vt-medewerker' },
      {
        wat: 'controle',
        op: { werkdagen: 3, om: '09:50' },
        door: 'vt-medewerker',
        met: 'moeder, telefonisch',
        uitkomst: 'veilig',
        toelichting: 'Geen ruzie geweest. Vader is nuchter en weer thuis. De oom komt elke avond even langs.',
      },
      {
        wat: 'aangeboden',
        op: { werkdagen: 2, om: '11:05' },
        door: 'vt-medewerker',
        gemeente: '0114',
        typehulp: 'regie',
        bericht:
          'Ouders weten van deze overdracht en willen graag beginnen. Wij vragen: een veiligheidsplan met de oom erbij, hulp bij het drinken, en een eigen gesprek met Django en met Jordy.',
      },
    ],
  ],
};
