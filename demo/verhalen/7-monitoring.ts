// SPDX-License-Identifier: EUPL-1.2
// Gerrit den Braber (999994542) en Wilma van Zon (999993112) wonen in Sleen met Alexander (999995832), zeventien, en Zoey (999995807).
// Alexander duwde en bedreigde zijn moeder. Lokaal team Coevorden nam de casus aan. Na drie maanden had Veilig Thuis moeten vragen hoe
// het gaat; dat is niet gebeurd.
// Werk voor: de medewerker van Veilig Thuis. Het monitormoment is over tijd.
import type { Verhaal } from './verhaal.ts';

export const MONITORING_TE_LAAT: Verhaal = {
  id: '7-monitoring',
  titel: 'Een monitormoment dat over tijd is',
  nu: 'Lokaal team Coevorden houdt zicht; Veilig Thuis moest al vragen hoe het gaat',
  gemeentecode: '0109',
  huizen: { thuis: { straat: 'Esrandpad', huisnummer: '408', postcode: '7841SA', woonplaats: 'Sleen' } },
  personen: {
    gerrit: { bsn: '999994542', woont: 'thuis', telefoon: '0600100701' },
    wilma: { bsn: '999993112', woont: 'thuis', telefoon: '0600100702' },
    alexander: { bsn: '999995832', woont: 'thuis', telefoon: '0600100703' },
    zoey: { bsn: '999995807', woont: 'thuis' },
  },
  casussen: [
    [
      {
        wat: 'melding',
        op: { dagen: 140, om: '19:20' },
        melder: { groep: 'justitie_veiligheid', rol: 'politie', persona: 'politie' },
        behandelaar: 'vt-medewerker',
        aard: ['geweld_tegen_ouders'],
        duur: '6_tot_12_maanden',
        kindcheck: 'Zoey van zeven is vaak thuis als het misgaat.',
        personen: [
          { wie: 'wilma', rol: 'slachtoffer', relatie: 'moeder' },
          { wie: 'alexander', rol: 'pleger', relatie: 'zoon' },
          { wie: 'gerrit', rol: 'gezinslid', relatie: 'vader' },
          { wie: 'zoey', rol: 'kind', relatie: 'dochter' },
        ],
        gezegd: [
          {
            soort: 'feit',
            bron: 'Politie',
            dagen: 140,
            tekst: 'Moeder belde 112 omdat haar zoon een deur had ingetrapt.',
          },
          {
            soort: 'van_horen_zeggen',
            bron: 'Politie',
            dagen: 140,
            tekst:
              'Moeder vertelt dat hij haar tegen het aanrecht duwde toen zij zijn telefoon wilde afpakken.',
            wederhoor: {
              door: 'Alexander (17)',
              reactie: 'Ik duwde haar weg. Ik wilde haar geen pijn doen. Ik wist niet hoe ik moest stoppen.',
              oneens: false,
              op: { dagen: 135, om: '15:30' },
            },
          },
          {
            soort: 'mening',
            bron: 'Politie',
            dagen: 140,
            tekst: 'Vader zegt dat hij zich schaamt en het altijd binnen wilde houden.',
          },
        ],
      },
      {
        wat: 'controle',
        op: { dagen: 138, om: '10:00' },
        door: 'vt-medewerker',
        met: 'moeder en Zoey',
        uitkomst: 'zorgelijk',
        toelichting: 'Alexander slaapt bij een vriend. Zoey vroeg of hij nog terugkomt.',
      },
      {
        wat: 'voorgelegd',
        op: { dagen: 134, om: '14:20' },
        door: 'vt-medewerker',
        aan: 'vt-gedragswetenschapper',
        afweging: {
          acuut: 'nee',
          acuutArgument:
            'Alexander is tot het eerste gesprek niet thuis. Ouders weten wat zij doen als het oploopt.',
          structureel: 'ja',
          structureelArgument: 'Het gebeurt sinds een half jaar elke paar weken.',
          multiprobleem: null,
          multiprobleemArgument: null,
          besluit: 'voorwaarden_en_vervolg',
          reden:
            'Ouders en Alexander willen alle drie dat het stopt. Wij spreken voorwaarden af en dragen dan over.',
          vervolgSoort: null,
        },
      },
      { wat: 'vastgesteld', op: { dagen: 133, om: '09:45' }, door: 'vt-gedragswetenschapper' },
      {
        wat: 'voorwaarde',
        op: { dagen: 128, om: '16:00' },
        door: 'vt-medewerker',
        naam: 'weg',
        tekst: 'Als Alexander boos wordt, gaat hij naar de schuur of naar zijn opa. Niemand houdt hem tegen.',
        voor: 'Alexander en ouders',
      },
      {
        wat: 'nagegaan',
        op: { dagen: 116, om: '16:30' },
        door: 'vt-medewerker',
        naam: 'weg',
        uitkomst: 'nageleefd',
        bij: 'Alexander en opa',
        toelichting: 'Drie keer gelukt. Opa zet thee.',
      },
      {
        wat: 'aangeboden',
        op: { dagen: 107, om: '10:30' },
        door: 'vt-medewerker',
        gemeente: '0109',
        typehulp: 'gezinshulp',
        bericht:
          'Alexander werkt goed mee. Graag hulp voor het hele gezin, en iemand die ook naar Zoey kijkt.',
      },
      { wat: 'aanvaard', op: { dagen: 103, om: '11:15' }, door: null, regisseur: null },
      {
        wat: 'fase',
        op: { dagen: 103, om: '11:30' },
        door: null,
        naar: 1,
        reden: 'Kennisgemaakt met het hele gezin.',
      },
      {
        wat: 'nagegaan',
        op: { dagen: 90, om: '15:00' },
        door: null,
        naam: 'weg',
        uitkomst: 'nageleefd',
        bij: 'ouders',
        toelichting: 'Geen deuren meer kapot.',
      },
      {
        wat: 'cijfers',
        op: { dagen: 88, om: '15:30' },
        door: null,
        bij: 'start',
        cijfers: [
          { over: 'wilma', soort: 'zelf', scorer: 'Wilma', cijfer: 5, waarom: 'Ik durf weer nee te zeggen.' },
          { over: 'zoey', soort: 'zelf', scorer: 'Zoey', cijfer: 6, waarom: 'Alexander leest weer voor.' },
          {
            over: 'alexander',
            soort: 'zelf',
            scorer: 'Alexander',
            cijfer: 6,
            waarom: 'Ik weet nu waar ik heen kan.',
          },
        ],
      },
      {
        wat: 'fase',
        op: { dagen: 55, om: '13:30' },
        door: null,
        naar: 2,
        reden: 'Twee maanden rustig. Alexander begint met een training.',
      },
    ],
  ],
};
