// SPDX-License-Identifier: EUPL-1.2
// The police report as a message of JZV Meldingen 1.0 (VNG Realisatie), with a number that says that it is fictitious.
import { createHash } from 'node:crypto';
import type { Boek, Rij } from './boek.ts';
import type { MeldingIn } from './casusvorm.ts';
import type { Werkveld } from './organisaties.ts';
import { getGemeente } from './plattegrond.ts';
import { MINUUT, UUR } from './tijd.ts';
import { REGIO_ID } from './veld.ts';

/** JSON with its keys in order: the same message in another order is the same message. */
function stabiel(x: unknown): string {
  if (Array.isArray(x)) return `[${x.map(stabiel).join(',')}]`;
  if (x && typeof x === 'object') {
    return `{${Object.entries(x)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${stabiel(v)}`)
      .join(',')}}`;
  }
  return JSON.stringify(x);
}

function twee(n: number | null): string {
  return String(n ?? 1).padStart(2, '0');
}

/** Writes the message that a police melding came in with, and gives the melding its registratienummer. */
export function maakBericht(boek: Boek, veld: Werkveld, melding: Rij<'melding'>, m: MeldingIn): void {
  const eerste = m.personen[0]?.zoals;
  const nummer = boek.registratienummer(m.op);
  melding.registratienummer = nummer;
  const [wat = '', schets = wat, nader = schets] = m.gezegd.map((u) => u.tekst);
  const incident = new Date(m.op.getTime() - 3 * UUR);
  const gemeente = getGemeente(m.gemeentecode).naam;
  const inhoud = {
    registratienummer: nummer,
    soort: 'VT',
    datumTijd: new Date(m.op.getTime() - 10 * MINUUT).toISOString(),
    incident: {
      datumTijd: incident.toISOString(),
      locatie: [eerste?.straat, eerste?.huisnummer, eerste?.woonplaats, `gemeente ${gemeente}`]
        .filter(Boolean)
        .join(' '),
      omschrijving: wat,
      periodeVanTot: {
        datumTijdBegin: new Date(incident.getTime() - 30 * MINUUT).toISOString(),
        datumTijdEinde: incident.toISOString(),
      },
    },
    natuurlijkPersoon: {
      naam: {
        geslachtsnaam: eerste?.achternaam ?? 'onbekend',
        ...(eerste?.voornamen ? { voornamen: eerste.voornamen } : {}),
        ...(eerste?.tussenvoegsel ? { voorvoegselGeslachtsnaam: eerste.tussenvoegsel } : {}),
      },
      ...(eerste?.geboortejaar
        ? {
            geboorte: {
              datum: `${eerste.geboortejaar}-${twee(eerste.geboortemaand)}-${twee(eerste.geboortedag)}`,
            },
          }
        : {}),
      ...(eerste?.geslacht ? { geslachtsaanduiding: eerste.geslacht } : {}),
      // the message cannot do without a number; nine noughts are nobody's
      burgerservicenummer: eerste?.bsn ?? '000000000',
      adres: {
        soortAdres: '02',
        straatAdres: {
          straatnaam: eerste?.straat ?? 'onbekend',
          huisnummer: Number(eerste?.huisnummer ?? 0),
          huisletter: eerste?.huisletter ?? '-',
        },
      },
    },
    zorgelijkeSituatie: {
      situatieSchets: schets,
      nadereOmschrijving: nader,
      vraagAntwoord: { vraag: 'VT-001', antwoord: 'Niet bekend bij de politie.' },
    },
    overigeInformatie: {
      omschrijving: 'Fictief bericht, gemaakt voor de demo.',
      uRL: `https://politie.voorbeeld.example/${nummer}`,
    },
    verzoek: 'Graag beoordelen of het gezin veilig is.',
    terugkoppelingGewenst: true,
  };
  boek.schrijf('jzv_bericht', {
    regio_id: REGIO_ID,
    id: boek.id(m.op),
    organisatie_id: veld.politie.id,
    naar_organisatie_id: veld.vt.id,
    registratienummer: nummer,
    soort: 'melding',
    inhoud,
    hash: createHash('sha256').update(stabiel(inhoud)).digest('hex'),
    ontvangen_op: m.op,
    melding_id: melding.id,
  });
}
