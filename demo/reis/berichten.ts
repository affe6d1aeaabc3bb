// SPDX-License-Identifier: EUPL-1.2
// What people send in the journey. All of it is invented, but for the test persons.
import { type Gezin, naamVan } from './gezinnen.ts';

const UUR = 3_600_000;

/** A police report as JZV Meldingen 1.0 has it, about what happened some hours ago. */
export function politiebericht(
  registratienummer: string,
  gezin: Gezin,
  nu: Date,
  wat: string,
): Record<string, unknown> {
  const op = (uurGeleden: number) => new Date(nu.getTime() - uurGeleden * UUR).toISOString();
  const { ouder } = gezin;
  return {
    registratienummer,
    incident: {
      datumTijd: op(10),
      locatie: 'Reisstraat 7, Emmen',
      omschrijving: wat,
      periodeVanTot: { datumTijdBegin: op(11), datumTijdEinde: op(9) },
    },
    natuurlijkPersoon: {
      adres: {
        soortAdres: '02',
        straatAdres: { straatnaam: 'Reisstraat', huisnummer: 7, huisletter: '-' },
      },
      burgerservicenummer: ouder.bsn,
      naam: {
        geslachtsnaam: ouder.achternaam,
        voornamen: ouder.voornamen,
        ...(ouder.voorvoegsel ? { voorvoegselGeslachtsnaam: ouder.voorvoegsel } : {}),
      },
      geboorte: { datum: ouder.geboren },
      geslachtsaanduiding: ouder.geslacht,
    },
    overigeInformatie: { omschrijving: 'Proces-verbaal', uRL: 'https://politie.voorbeeld.nl/pv/reis' },
    zorgelijkeSituatie: {
      nadereOmschrijving: 'Er was een kind in huis.',
      situatieSchets: 'Het kind was geschrokken en zei weinig.',
      vraagAntwoord: { vraag: 'VT-001', antwoord: 'Niet bekend.' },
    },
    soort: 'VT',
    datumTijd: op(2),
    verzoek: 'Graag beoordelen of dit gezin veilig is.',
    terugkoppelingGewenst: true,
  };
}

/** A neighbour phones: no BSN, and the name as one hears it. */
export function telefoontje(gezin: Gezin, nu: Date): Record<string, unknown> {
  const geboren = (iso: string) => {
    const [jaar, maand, dag] = iso.split('-').map(Number);
    return { geboortejaar: jaar, geboortemaand: maand, geboortedag: dag };
  };
  const { ouder, kind } = gezin;
  return {
    melder: {
      groep: 'niet_beroepsmatig',
      naam: 'Buur van de Reis',
      telefoon: '0600000007',
      bekend: 'anoniem_voor_gezin',
      grond: 'De melder woont ernaast en is bang.',
    },
    uitspraken: [
      {
        soort: 'waarneming',
        tekst: 'Er werd geschreeuwd en er viel iets om. Het kind huilde op de gang.',
        bron: 'melder',
        gebeurdOp: new Date(nu.getTime() - 10 * UUR).toISOString().slice(0, 10),
      },
    ],
    personen: [
      {
        rol: 'slachtoffer',
        voornamen: ouder.voornamen.split(' ')[0],
        tussenvoegsel: ouder.voorvoegsel,
        achternaam: ouder.achternaam,
        // a neighbour knows about how old someone is, not the day
        geboortejaar: Number(ouder.geboren.slice(0, 4)),
        geslacht: ouder.geslacht,
        straat: 'Reisstraat',
        huisnummer: '7',
        postcode: '7811SA',
        woonplaats: 'Emmen',
      },
      {
        rol: 'kind',
        relatie: 'kind van het slachtoffer',
        voornamen: kind.voornamen,
        tussenvoegsel: kind.voorvoegsel,
        achternaam: kind.achternaam,
        ...geboren(kind.geboren),
        geslacht: kind.geslacht,
        straat: 'Reisstraat',
        huisnummer: '7',
        postcode: '7811SA',
        woonplaats: 'Emmen',
      },
    ],
    aard: ['partnergeweld', 'kindermishandeling'],
    acuut: false,
    kindcheck: 'kinderen',
    gemeentecode: '0114',
    terugkoppelingGewenst: true,
  };
}

/** An offer with all that it needs. */
export function aanbod(naarOrganisatieId: string): Record<string, unknown> {
  return {
    naarOrganisatieId,
    doel: 'Samen met het gezin een veiligheidsplan maken.',
    grondslag: 'wmo_4_1_1_2_d',
    typeHulp: 'gezinshulp',
    bericht: 'Wij vragen u met dit gezin verder te gaan. Er is een kind.',
    delen: [
      { deel: 'personen', grond: 'Nodig om het gezin te bereiken.' },
      { deel: 'uitspraken', grond: 'Nodig om te weten wat er speelt.' },
      { deel: 'beoordeling', grond: 'Nodig om te weten hoe onveilig het is.' },
    ],
    contactNaam: 'J. Visser',
    contactTelefoon: '0592-000000',
  };
}

/** How the family and those around it score, at one moment: apart, and never averaged. */
export function cijfers(
  personen: readonly { persoonId: string; naam: string }[],
  laag: boolean,
): { persoonId: string; scorerSoort: string; scorer: string; cijfer: number; waarom: string }[] {
  return personen.flatMap((p) => [
    {
      persoonId: p.persoonId,
      scorerSoort: 'zelf',
      scorer: 'zelf',
      cijfer: laag ? 4 : 8,
      waarom: laag ? 'Ik slaap slecht en luister naar de deur.' : 'Het is al lang rustig thuis.',
    },
    {
      persoonId: p.persoonId,
      scorerSoort: 'professional',
      scorer: 'de regisseur',
      cijfer: laag ? 6 : 8,
      waarom: laag ? 'De afspraken zijn er, maar zijn nog vers.' : 'Iedereen houdt zich aan de afspraken.',
    },
  ]);
}

/** Who it is about, for the first line. */
export function overWie(gezin: Gezin): string {
  return `${naamVan(gezin.ouder)} en ${naamVan(gezin.kind)}`;
}
