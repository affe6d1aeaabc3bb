// SPDX-License-Identifier: EUPL-1.2
// Johan Groot Esselink (999999345) en Wilma Haverkamp (999999357) hebben zes kinderen en wonen in Coevorden.
// De intern begeleider van basisschool De Zwerfkei deed vijf werkdagen geleden een melding. De beoordeling is begonnen en moet vandaag af.
// Werk voor: de medewerker van Veilig Thuis, en voor de intern begeleider, die wacht op bericht.
import type { Verhaal } from './verhaal.ts';

export const BIJNA_TE_LAAT: Verhaal = {
  id: '2-bijna-te-laat',
  titel: 'Een beoordeling die vandaag af moet',
  nu: 'In beoordeling, de termijn loopt vandaag af',
  gemeentecode: '0109',
  huizen: {
    thuis: { straat: 'Haverkistweg', huisnummer: '407', postcode: '7741SD', woonplaats: 'Coevorden' },
  },
  personen: {
    johan: { bsn: '999999345', woont: 'thuis', telefoon: '0600100201' },
    wilma: { bsn: '999999357', woont: 'thuis', telefoon: '0600100202' },
    teun: { bsn: '999999369', woont: 'thuis' },
    daan: { bsn: '999999370', woont: 'thuis' },
    fien: { bsn: '999999382', woont: 'thuis' },
    maud: { bsn: '999999394', woont: 'thuis' },
    trix: { bsn: '999999400', woont: 'thuis' },
    hein: { bsn: '999999412', woont: 'thuis' },
  },
  casussen: [
    [
      {
        wat: 'melding',
        op: { werkdagen: 5, om: '10:40' },
        melder: { groep: 'onderwijs', rol: 'intern begeleider', persona: 'professional-school' },
        behandelaar: 'vt-medewerker',
        aard: ['kindermishandeling', 'andere_problematiek'],
        duur: '6_tot_12_maanden',
        kindcheck: 'Zes kinderen van 6 tot 14 jaar. Oma past soms op.',
        personen: [
          { wie: 'fien', rol: 'slachtoffer', relatie: 'dochter' },
          { wie: 'maud', rol: 'slachtoffer', relatie: 'dochter' },
          { wie: 'trix', rol: 'kind', relatie: 'dochter' },
          { wie: 'hein', rol: 'kind', relatie: 'zoon' },
          { wie: 'teun', rol: 'kind', relatie: 'zoon' },
          { wie: 'daan', rol: 'kind', relatie: 'zoon' },
          { wie: 'wilma', rol: 'gezinslid', relatie: 'moeder' },
          { wie: 'johan', rol: 'gezinslid', relatie: 'vader' },
        ],
        gezegd: [
          {
            soort: 'waarneming',
            bron: 'school',
            dagen: 10,
            tekst:
              'Fien en Maud kwamen in vier weken negen keer zonder eten op school. Maud had twee keer geen jas aan bij regen.',
          },
          {
            soort: 'van_horen_zeggen',
            bron: 'school',
            dagen: 9,
            tekst: 'Fien vertelde de juf: "Ik maak het brood voor de kleintjes, want mama ligt op bed."',
            wederhoor: {
              door: 'moeder',
              reactie: 'Dat klopt soms. Ik heb nachtdienst en slaap overdag. De buurvrouw komt dan kijken.',
              oneens: false,
              op: { werkdagen: 1, om: '11:20' },
            },
          },
          {
            soort: 'feit',
            bron: 'school',
            dagen: 8,
            tekst: 'Wij nodigden ouders drie keer uit. Vader kwam één keer, alleen.',
          },
          {
            soort: 'mening',
            bron: 'school',
            dagen: 8,
            tekst: 'Vader vindt dat school zich niet met zijn gezin moet bemoeien.',
            wederhoor: {
              door: 'vader',
              reactie: 'Ik zei dat wij het zelf willen oplossen. Dat is iets anders.',
              oneens: true,
              op: { werkdagen: 1, om: '11:45' },
            },
          },
          {
            soort: 'professioneel_oordeel',
            bron: 'school',
            dagen: 7,
            tekst:
              'De kinderen zijn lief voor elkaar. De zorg komt te veel op de schouders van Fien. Praten met ouders heeft niet genoeg geholpen.',
          },
        ],
      },
      {
        wat: 'uitspraken',
        op: { werkdagen: 2, om: '14:10' },
        door: 'vt-medewerker',
        gezegd: [
          {
            soort: 'feit',
            bron: 'Veilig Thuis',
            tekst: 'Ouders zijn gebeld en weten van de melding. Zij komen morgen samen op gesprek.',
          },
          {
            soort: 'van_horen_zeggen',
            bron: 'Veilig Thuis',
            tekst: 'De jeugdarts kent het gezin. De jongste drie misten hun laatste controle.',
          },
        ],
      },
      {
        wat: 'begonnen',
        op: { werkdagen: 1, om: '15:30' },
        door: 'vt-medewerker',
        afweging: {
          acuut: 'nee',
          acuutArgument:
            'De kinderen zijn gisteren op school gezien en hadden eten bij zich. Moeder is vanaf morgen een week thuis.',
          structureel: 'onbekend',
        },
      },
    ],
  ],
};
