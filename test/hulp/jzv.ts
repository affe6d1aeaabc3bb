// SPDX-License-Identifier: EUPL-1.2
// What the police send, for tests of what becomes of it.
let teller = 0;
/** A valid police report with a number of its own, to change at will. */
export function jzvBericht(
  anders: Record<string, unknown> = {},
): Record<string, unknown> & { registratienummer: string } {
  teller += 1;
  return {
    registratienummer: `PL0100-2026-${String(teller).padStart(6, '0')}`,
    incident: {
      datumTijd: '2026-11-22T22:10:00+01:00',
      locatie: 'Teststraat 12, Emmen',
      omschrijving: 'Buren hoorden een ruzie. Bij aankomst was een ruit gebroken.',
      periodeVanTot: {
        datumTijdBegin: '2026-11-22T21:30:00+01:00',
        datumTijdEinde: '2026-11-22T22:30:00+01:00',
      },
    },
    natuurlijkPersoon: {
      adres: { soortAdres: '02', straatAdres: { straatnaam: 'Teststraat', huisnummer: 12, huisletter: '-' } },
      burgerservicenummer: '999993653',
      naam: { geslachtsnaam: 'Moulin', voornamen: 'Suzanne' },
      geboorte: { datum: '1985-12-01' },
      geslachtsaanduiding: 'vrouw',
    },
    overigeInformatie: { omschrijving: 'Proces-verbaal', uRL: 'https://politie.voorbeeld.nl/pv/1' },
    zorgelijkeSituatie: {
      nadereOmschrijving: 'Er waren twee kinderen in huis.',
      situatieSchets: 'De verbalisanten vonden de kinderen geschrokken.',
      vraagAntwoord: { vraag: 'VT-001', antwoord: 'Niet bekend.' },
    },
    soort: 'VT',
    datumTijd: '2026-11-23T06:00:00Z',
    verzoek: 'Graag beoordelen.',
    terugkoppelingGewenst: true,
    ...anders,
  };
}
