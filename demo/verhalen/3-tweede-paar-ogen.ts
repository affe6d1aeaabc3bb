// SPDX-License-Identifier: EUPL-1.2
// Inderjeet Dewansingh (999993045) en Maaike Holthuizen (999994967) zijn al jaren gescheiden. Hun dochter Devikumarie (999992557)
// is zestien. Zij vertelde de huisarts in Borger dat zij niet meer slaapt van de ruzie over haar.
// De beoordeling is af en ligt bij de gedragswetenschapper: een tweede paar ogen.
// Werk voor: de gedragswetenschapper van Veilig Thuis. De huisarts wacht op bericht.
import type { Verhaal } from './verhaal.ts';

export const TWEEDE_PAAR_OGEN: Verhaal = {
  id: '3-tweede-paar-ogen',
  titel: 'Een besluit dat een collega nog moet zien',
  nu: 'Beoordeling voorgelegd, wacht op een tweede paar ogen',
  gemeentecode: '1681',
  huizen: {
    bijMoeder: { straat: 'Zilvermospad', huisnummer: '403', postcode: '9531SA', woonplaats: 'Borger' },
    bijVader: { straat: 'Brinkeikhof', huisnummer: '409', postcode: '7873SS', woonplaats: 'Odoorn' },
  },
  personen: {
    inderjeet: { bsn: '999993045', woont: 'bijVader', telefoon: '0600100301' },
    maaike: { bsn: '999994967', woont: 'bijMoeder', telefoon: '0600100302' },
    devikumarie: { bsn: '999992557', woont: 'bijMoeder' },
  },
  casussen: [
    [
      {
        wat: 'melding',
        op: { werkdagen: 4, om: '09:25' },
        melder: { groep: 'gezondheidszorg', rol: 'huisarts', persona: 'professional-huisarts' },
        behandelaar: 'vt-medewerker',
        aard: ['kindermishandeling'],
        aanvullend: ['complexe_scheiding'],
        duur: 'langer_dan_5_jaar',
        kindcheck: 'Eén dochter van zestien, om de week bij elk van beide ouders.',
        personen: [
          { wie: 'devikumarie', rol: 'slachtoffer', relatie: 'dochter' },
          { wie: 'maaike', rol: 'gezinslid', relatie: 'moeder' },
          { wie: 'inderjeet', rol: 'gezinslid', relatie: 'vader' },
        ],
        gezegd: [
          {
            soort: 'feit',
            bron: 'huisarts',
            dagen: 7,
            tekst:
              'Devikumarie kwam drie keer in twee maanden met buikpijn en slecht slapen. Lichamelijk onderzoek gaf geen verklaring.',
          },
          {
            soort: 'waarneming',
            bron: 'huisarts',
            dagen: 6,
            tekst: 'Zij huilde toen ik vroeg hoe het thuis is. Zij wilde dat de deur dicht bleef.',
          },
          {
            soort: 'van_horen_zeggen',
            bron: 'huisarts',
            dagen: 6,
            tekst:
              'Zij vertelde: "Ze schreeuwen door de telefoon over wie mij krijgt. Ik moet kiezen en dat wil ik niet."',
            wederhoor: {
              door: 'dochter (16)',
              reactie: 'Zo is het. Ik wil dat zij het van iemand anders horen dan van mij.',
              oneens: false,
              op: { werkdagen: 2, om: '15:10' },
            },
          },
          {
            soort: 'mening',
            bron: 'huisarts',
            dagen: 6,
            tekst: 'Vader zegt dat moeder hem zwartmaakt.',
            wederhoor: {
              door: 'moeder',
              reactie: 'Ik zeg niets over hem. Hij komt zijn afspraken niet na en dat merkt ze zelf.',
              oneens: true,
              op: { werkdagen: 2, om: '11:05' },
            },
          },
          {
            soort: 'professioneel_oordeel',
            bron: 'huisarts',
            dagen: 5,
            tekst: 'Ik zie een meisje dat klem zit. De klachten passen bij langdurige spanning.',
          },
        ],
      },
      {
        wat: 'controle',
        op: { werkdagen: 2, om: '15:30' },
        door: 'vt-medewerker',
        met: 'Devikumarie, op school',
        uitkomst: 'zorgelijk',
        toelichting: 'Zij is niet bang voor geweld. Zij ziet op tegen het weekend, als zij van huis wisselt.',
      },
      {
        wat: 'voorgelegd',
        op: { werkdagen: 1, om: '16:10' },
        door: 'vt-medewerker',
        aan: 'vt-gedragswetenschapper',
        afweging: {
          acuut: 'nee',
          acuutArgument:
            'Geen geweld en geen dreiging. Zij heeft bij beide ouders een eigen kamer en een tante bij wie zij altijd terechtkan.',
          structureel: 'ja',
          structureelArgument:
            'De strijd duurt elf jaar, twee keer mediation heeft niet geholpen, en de klachten nemen toe.',
          multiprobleem: null,
          multiprobleemArgument: null,
          besluit: 'voorwaarden_en_vervolg',
          reden:
            'Beide ouders willen dat het beter gaat met hun dochter. Wij spreken met ieder apart voorwaarden af: niet meer ruziën waar zij bij is, en zij hoeft niet te kiezen. Daarna dragen wij over.',
          vervolgSoort: null,
        },
      },
    ],
  ],
};
