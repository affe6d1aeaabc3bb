// SPDX-License-Identifier: EUPL-1.2
// Monique Dijkhuizen (999996769) en Piet Streeveld (999993173) hebben een zoon die ook Piet heet (Piet Junior, 999996526).
// Hun casus in Borger-Odoorn is vorig jaar gesloten: het was veilig. Gisteren kwam een nieuwe melding binnen, een hermelding.
// De radar herkende Monique. Van "Piet Streeveld", zonder geboortedatum, weet hij niet of het de vader of de zoon is.
// Werk voor: de medewerker van Veilig Thuis. Een open vraag van de radar.
import type { Verhaal } from './verhaal.ts';

export const HERMELDING: Verhaal = {
  id: '8-hermelding',
  titel: 'Een gesloten casus, een nieuwe melding',
  nu: 'Hermelding ontvangen; de radar vraagt wie Piet is',
  gemeentecode: '1681',
  huizen: {
    thuis: { straat: 'Roggeschoofwijk', huisnummer: '415', postcode: '7876SS', woonplaats: 'Valthermond' },
  },
  personen: {
    piet: { bsn: '999993173', woont: 'thuis', telefoon: '0600100801' },
    monique: { bsn: '999996769', woont: 'thuis', telefoon: '0600100802' },
    junior: { bsn: '999996526', woont: 'thuis' },
  },
  casussen: [
    [
      {
        wat: 'melding',
        op: { dagen: 540, om: '21:10' },
        melder: { groep: 'justitie_veiligheid', rol: 'politie', persona: 'politie' },
        behandelaar: 'vt-medewerker',
        aard: ['partnergeweld'],
        kindcheck: 'Eén zoon van vijf.',
        personen: [
          { wie: 'monique', rol: 'slachtoffer', relatie: 'moeder' },
          { wie: 'piet', rol: 'pleger', relatie: 'vader' },
          { wie: 'junior', rol: 'kind', relatie: 'zoon' },
        ],
        gezegd: [
          {
            soort: 'feit',
            bron: 'Politie',
            dagen: 540,
            tekst: 'Buren belden over geschreeuw. Bij aankomst was het rustig.',
          },
          {
            soort: 'van_horen_zeggen',
            bron: 'Politie',
            dagen: 540,
            tekst: 'Mevrouw vertelt dat zij ruzie hadden over geld en dat hij een bord gooide.',
            wederhoor: {
              door: 'vader',
              reactie: 'Het bord gooide ik in de gootsteen, niet naar haar.',
              oneens: true,
              op: { dagen: 536, om: '11:00' },
            },
          },
        ],
      },
      {
        wat: 'voorgelegd',
        op: { dagen: 535, om: '14:00' },
        door: 'vt-medewerker',
        aan: 'vt-gedragswetenschapper',
        afweging: {
          acuut: 'nee',
          acuutArgument: 'Het was een enkele ruzie en beiden zijn geschrokken.',
          structureel: 'nee',
          structureelArgument: 'Geen eerdere meldingen. Huisarts en school kennen geen zorgen.',
          multiprobleem: 'ja',
          multiprobleemArgument: 'Schulden na ontslag, en een huurachterstand.',
          besluit: 'overdragen',
          reden:
            'Hulp bij het geld haalt de spanning weg. Lokaal team Borger-Odoorn helpt, met aandacht voor veiligheid.',
          vervolgSoort: 'lokaal_team',
        },
      },
      { wat: 'vastgesteld', op: { dagen: 534, om: '10:00' }, door: 'vt-gedragswetenschapper' },
      {
        wat: 'aangeboden',
        op: { dagen: 532, om: '13:00' },
        door: 'vt-medewerker',
        gemeente: '1681',
        typehulp: 'gezinshulp',
        bericht: 'Het gezin wil hulp met geld en wil leren praten zonder ruzie.',
      },
      { wat: 'aanvaard', op: { dagen: 529, om: '15:20' }, door: null, regisseur: null },
      {
        wat: 'fase',
        op: { dagen: 529, om: '15:40' },
        door: null,
        naar: 1,
        reden: 'Begonnen met een gesprek thuis.',
      },
      {
        wat: 'afspraak',
        op: { dagen: 520, om: '10:00' },
        door: null,
        wie: 'Piet',
        doet: 'loopt een rondje met de hond als de ruzie oploopt',
        wanneer: 'zodra het oploopt',
        zietToe: 'Monique',
      },
      {
        wat: 'fase',
        op: { dagen: 490, om: '10:00' },
        door: null,
        naar: 2,
        reden: 'Een maand zonder ruzie. De schulden zijn op een rij gezet.',
      },
      {
        wat: 'cijfers',
        op: { dagen: 425, om: '14:00' },
        door: null,
        bij: 'afsluiting',
        cijfers: [
          { over: 'monique', soort: 'zelf', scorer: 'Monique', cijfer: 8, waarom: 'Wij praten weer.' },
          { over: 'junior', soort: 'zelf', scorer: 'Piet Junior', cijfer: 9, waarom: 'Papa en mama lachen.' },
        ],
      },
      {
        wat: 'gesloten',
        op: { dagen: 422, om: '16:00' },
        door: null,
        reden: 'veilig',
        toelichting:
          'Het is een half jaar rustig en de schulden zijn geregeld. Het gezin weet wie het kan bellen.',
      },
    ],
    [
      {
        wat: 'melding',
        op: { uren: 20 },
        melder: {
          groep: 'niet_beroepsmatig',
          rol: 'familie',
          naam: 'H. Dijkhuizen',
          telefoon: '0600100899',
          bekend: 'anoniem_voor_gezin',
          grond: 'De melder wil het contact met het gezin niet verliezen.',
        },
        behandelaar: 'vt-medewerker',
        aard: ['kindermishandeling', 'partnergeweld'],
        duur: '1_tot_6_maanden',
        kindcheck: 'Eén zoon van zeven.',
        personen: [
          {
            wie: 'monique',
            rol: 'slachtoffer',
            relatie: 'moeder',
            zoals: { bsn: null, tussenvoegsel: null },
          },
          {
            wie: 'piet',
            rol: 'pleger',
            relatie: 'vader of zoon, dat is niet duidelijk',
            zoals: {
              bsn: null,
              voornamen: 'Piet',
              geboortejaar: null,
              geboortemaand: null,
              geboortedag: null,
              telefoon: [],
            },
            radarVraag: ['junior'],
          },
        ],
        gezegd: [
          {
            soort: 'van_horen_zeggen',
            bron: 'melder',
            dagen: 3,
            tekst: 'Monique vertelde dat het weer misgaat sinds Piet zijn baan kwijt is.',
          },
          {
            soort: 'waarneming',
            bron: 'melder',
            dagen: 2,
            afgeschermd: true,
            tekst:
              'Op mijn verjaardag had zij een blauwe plek op haar pols. De kleine zei niets en bleef bij mij zitten.',
          },
          {
            soort: 'mening',
            bron: 'melder',
            dagen: 2,
            tekst: 'Ik denk dat zij het niet durft te zeggen, omdat het vorige keer zo goed afliep.',
          },
        ],
      },
    ],
  ],
};
