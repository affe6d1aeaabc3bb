// SPDX-License-Identifier: EUPL-1.2
/** What each bar says in plain Dutch (B1) and English. No personal data: only which field, how alike, how much. */

const TEKST: Readonly<Record<string, readonly [string, string]>> = {
  'bsn.gelijk': ['Het BSN is gelijk', 'The BSN is equal'],
  'bsn.anders': ['Het BSN is verschillend', 'The BSN differs'],
  'achternaam.gelijk': ['De achternaam is gelijk', 'The surname is equal'],
  'achternaam.deel': [
    'Een van de achternamen is gelijk (eigen naam, naam van partner of deel van een dubbele naam)',
    'One of the surnames is equal (own, partner’s, or part of a double name)',
  ],
  'achternaam.bijna': [
    'De achternaam klinkt gelijk of scheelt één letter',
    'The surname sounds alike or differs one letter',
  ],
  'achternaam.verwisseld': ['Voornaam en achternaam staan verwisseld', 'Given name and surname are swapped'],
  'achternaam.lijkt': ['De achternaam lijkt erop', 'The surname is similar'],
  'achternaam.anders': ['De achternaam is anders', 'The surname differs'],
  'voornaam.gelijk': ['De voornaam is gelijk', 'The given name is equal'],
  'voornaam.roepnaam': [
    'De voornamen horen bij elkaar (roepnaam en doopnaam, of een van de voornamen)',
    'The given names belong together (call name and church name, or one of the given names)',
  ],
  'voornaam.bijna': ['De voornaam is bijna gelijk', 'The given name is nearly equal'],
  'voornaam.voorletter': ['De voorletter past', 'The initial fits'],
  'voornaam.lijkt': ['De voornaam lijkt erop', 'The given name is similar'],
  'voornaam.letter': [
    'De voornaam is anders, alleen de eerste letter is gelijk',
    'The given name differs, only the first letter is equal',
  ],
  'voornaam.anders': ['De voornaam is anders', 'The given name differs'],
  'geboorte.gelijk': ['De geboortedatum is gelijk', 'The birth date is equal'],
  'geboorte.slip': ['De geboortedatum scheelt één cijfer', 'The birth date differs one digit'],
  'geboorte.wissel': ['Dag en maand van geboorte staan verwisseld', 'Day and month of birth are swapped'],
  'geboorte.delen': [
    'Van de geboortedatum zijn twee van de drie delen gelijk',
    'Two of the three parts of the birth date are equal',
  ],
  'geboorte.onvolledig': [
    'Het geboortejaar is gelijk; van een van beiden is dag of maand niet bekend',
    'The birth year is equal; day or month is not known of one of them',
  ],
  'geboorte.jaar': ['Alleen het geboortejaar is gelijk', 'Only the birth year is equal'],
  'geboorte.nabij': ['Het geboortejaar scheelt één jaar', 'The birth year differs one year'],
  'geboorte.anders': ['De geboortedatum is anders', 'The birth date differs'],
  'geboorte.generatie': ['De geboortedatum scheelt een generatie', 'The birth date differs a generation'],
  'geslacht.gelijk': ['Het geslacht is gelijk', 'The sex is equal'],
  'geslacht.anders': ['Het geslacht is anders', 'The sex differs'],
  'adres.gelijk': ['Het adres is gelijk', 'The address is equal'],
  'adres.bijna': ['Het adres is bijna gelijk', 'The address is nearly equal'],
  'adres.buurt': [
    'De straat of postcode is gelijk, het huisnummer niet',
    'Street or postcode is equal, the house number is not',
  ],
  'adres.plaats': ['Alleen de woonplaats is gelijk', 'Only the town is equal'],
  'adres.anders': ['Het adres is anders', 'The address differs'],
  'telefoon.gelijk': ['Een telefoonnummer is gelijk', 'A phone number is equal'],
  'telefoon.anders': ['De telefoonnummers zijn anders', 'The phone numbers differ'],
  'email.gelijk': ['Een e-mailadres is gelijk', 'An e-mail address is equal'],
  'email.anders': ['De e-mailadressen zijn anders', 'The e-mail addresses differ'],
  'naamfrequentie.achternaam+': ['Deze achternaam is zeldzaam', 'This surname is rare'],
  'naamfrequentie.achternaam-': ['Deze achternaam komt veel voor', 'This surname is common'],
  'naamfrequentie.voornaam+': ['Deze voornaam is zeldzaam', 'This given name is rare'],
  'naamfrequentie.voornaam-': ['Deze voornaam komt veel voor', 'This given name is common'],
  'verwant.tweeling': ['Dit kan ook een tweelingbroer of -zus zijn', 'This may also be a twin'],
  'verwant.naamgenoot': [
    'Dit kan ook een familielid met dezelfde naam zijn (zoals vader en zoon)',
    'This may also be a relative with the same name (such as father and son)',
  ],
  'verwant.gezin': [
    'Dit kan ook een ander lid van hetzelfde gezin zijn',
    'This may also be another member of the same family',
  ],
  'verwant.partner': ['Dit kan ook de partner zijn', 'This may also be the partner'],
  'huishouden.anderen': [
    'Ook anderen uit deze melding passen bij dit huishouden',
    'Others in this report also fit this household',
  ],
};

/** What a level means, in Dutch and in English. Unknown field or level is a programming error and throws. */
export function woordenVoor(veld: string, niveau: string): readonly [nl: string, en: string] {
  const tekst = TEKST[`${veld}.${niveau}`];
  if (tekst === undefined) throw new RangeError(`no words for ${veld}.${niveau}`);
  return tekst;
}

// making a formatter takes longer than all the weighing; below ten one digit after the comma
const GETAL = {
  nl: [0, 1].map((n) => getalvorm('nl-NL', n)),
  en: [0, 1].map((n) => getalvorm('en-GB', n)),
};

function getalvorm(taal: string, maximumFractionDigits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(taal, { maximumSignificantDigits: 2, maximumFractionDigits });
}

/** How many times as often, in words: `8 keer zo vaak`. */
function keer(bits: number, taal: 'nl' | 'en'): string {
  const maal = 2 ** Math.abs(bits);
  if (maal >= 1e6) return taal === 'nl' ? 'meer dan een miljoen' : 'more than a million';
  return GETAL[taal][maal < 10 ? 1 : 0]?.format(maal) ?? '';
}

/** The sentence of one bar, in both languages. Unknown field or level is a programming error and throws. */
export function zinVoor(veld: string, niveau: string, bits: number): { zin: string; zinEn: string } {
  const teken = veld === 'naamfrequentie' ? (bits > 0 ? '+' : '-') : '';
  const tekst = TEKST[`${veld}.${niveau}${teken}`];
  if (tekst === undefined) throw new RangeError(`no sentence for ${veld}.${niveau}`);
  const [nl, en] = tekst;
  if (Math.abs(bits) < 0.07) {
    return {
      zin: `${nl}: dat zegt hier niets voor of tegen.`,
      zinEn: `${en}: this says nothing for or against.`,
    };
  }
  if (veld === 'verwant') {
    return {
      zin: `${nl}: dat maakt dezelfde persoon ${keer(bits, 'nl')} keer minder aannemelijk.`,
      zinEn: `${en}: this makes the same person ${keer(bits, 'en')} times less likely.`,
    };
  }
  return bits > 0
    ? {
        zin: `${nl}: dat komt ${keer(bits, 'nl')} keer zo vaak voor bij dezelfde persoon als bij twee verschillende.`,
        zinEn: `${en}: ${keer(bits, 'en')} times as often with the same person as with two different ones.`,
      }
    : {
        zin: `${nl}: dat komt ${keer(bits, 'nl')} keer zo vaak voor bij twee verschillende personen als bij dezelfde.`,
        zinEn: `${en}: ${keer(bits, 'en')} times as often with two different persons as with the same one.`,
      };
}
