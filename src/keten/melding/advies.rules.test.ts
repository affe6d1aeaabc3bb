// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { ADVIES_VRAAG } from '../../../demo/regio/teksten.ts';
import { herkenbaar, type Spoor } from './advies.ts';

// BSNs are of RvIG's own test range.
const VAN_EEN_GEZIN: readonly (readonly [string, Spoor])[] = [
  ['bsn 999993653', 'bsn'],
  ['haar nummer is 999.993.653', 'bsn'],
  ['9999 93 653', 'bsn'],
  ['9999-93-653', 'bsn'],
  ['99 99 93 653', 'bsn'],
  ['BSN: 99999365', 'bsn'],
  ['postcode 7811AA', 'postcode'],
  ['7811 AA 12', 'postcode'],
  ['7811-AA', 'postcode'],
  ['7811 aa', 'postcode'],
  ['7811aa', 'postcode'],
  ['7811aa 12', 'postcode'],
  ['03-05-1985', 'datum'],
  ['3/5/85', 'datum'],
  ['03.05.1985', 'datum'],
  ['3 5 1985', 'datum'],
  ['1985-05-03', 'datum'],
  ['03051985', 'datum'],
  ['19850503', 'datum'],
  ['3 mei 1985', 'datum'],
  ["3 mei '85", 'datum'],
  ['3e mei, 1985', 'datum'],
  ['03-mei-1985', 'datum'],
  ['3 May 1985', 'datum'],
  ['Het kind is geboren op 3 mei.', 'datum'],
  ['Geb. 3-5.', 'datum'],
  ['Zij is jarig op 12 december', 'datum'],
  ['Op 12 december is zij jarig', 'datum'],
  ['geboren in mei 2018', 'datum'],
  ['bel 06-12345678', 'telefoon'],
  ['bel 06.12.34.56.78', 'telefoon'],
  ['(0591) 12 34 56', 'telefoon'],
  ['+31612345678', 'telefoon'],
  ['+31 (0)6 1234 5678', 'telefoon'],
  ['0031 6 12345678', 'telefoon'],
  ['+49 151 12345678', 'telefoon'],
  ['mail proef@voorbeeld.nl', 'email'],
  ['proef (at) voorbeeld punt nl', 'email'],
  ['Jan de Boer, Dorpsstraat 4', 'straat'],
  ['zij woont in de Teststraat 12 in Emmen', 'straat'],
  ['dorpsstraat 4, emmen', 'straat'],
  ['Lindelaan 3b', 'straat'],
  ['Dorpsstr. 4', 'straat'],
  ['Op Hoofdweg 7 hoort men het elke nacht', 'straat'],
];

/** As an adviesvrager and a worker of Veilig Thuis speak of a worry. */
const OVER_NIEMAND = [
  'Een meisje van 8 jaar, haar broer van 12 en een baby van 3 maanden.',
  'De ruzies zijn er sinds 3 mei, en op 12 mei kwam de politie.',
  'Dit speelt sinds mei 2024. In 2023 is zij verhuisd; in 2024 en 2025 ging het goed.',
  'Zij is geboren in 1985 en woont sinds 2019 in Emmen.',
  'Het schooljaar 2025-2026, groep 7/8, om 14.30 uur.',
  'Bel 112 bij gevaar, of Veilig Thuis op 0800-2000. De Kindertelefoon is 0800-0432, 113 is 0800-0113.',
  'Op een schaal van 1 tot 10: eerst een 4, daarna 6, 7 en 8.',
  'Hij verdient 2500 per maand en heeft 12000 euro schuld; zij reist 1200 km.',
  'Volg stap 3 van de meldcode en maak binnen 5 werkdagen een afspraak.',
  'Onderweg 2 keer gestopt, en op het schoolplein 3 kinderen gezien.',
  'De school staat in een rustige straat. 4 buren hoorden het.',
  'Hij liep weg. 3 dagen later was hij er weer, halverwege 2 lessen.',
  'Wij spraken af: over 2 weken opnieuw bellen, tussen 9 en 12.',
  'Wet van 2015, artikel 4.1.1 lid 2, en artikel 5.2.6.',
  'Van de 1500 in de wijk, zeker 1000 op school.',
  'De buurt heeft 1100 woningen, 2000 is te veel.',
];

describe('what may point at a family in an advies', () => {
  it.each(VAN_EEN_GEZIN)('is asked about: %s', (tekst, spoor) => {
    expect(herkenbaar(tekst)).toContain(spoor);
  });

  it.each([...OVER_NIEMAND, ...ADVIES_VRAAG.flatMap((a) => [a.vraag, a.advies])])(
    'is not in: %s',
    (tekst) => {
      expect(herkenbaar(tekst)).toEqual([]);
    },
  );

  it.each(['1', '1 ', '1-', '06 ', '1234 ', 'geboren ', 'Straat', '3 mei ', '@a.', 'a', 'bsn 1'])(
    'is looked for in the longest text of only "%s" in no time',
    (stuk) => {
      const begin = performance.now();
      herkenbaar(stuk.repeat(8_000 / stuk.length));
      expect(performance.now() - begin).toBeLessThan(1_000);
    },
  );
});
