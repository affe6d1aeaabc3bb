// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { laatWeten } from '../gebeurtenissen.ts';
import { adresRegel, type Geboorte, leeftijd, type Twijfel, weergavenaam } from './persoon.ts';

/** A mention as it is written: what was given, whole. */
export interface NieuweVermelding {
  organisatieId: string;
  bron: string;
  bsn: string | null;
  bsnSleutel: string | null;
  voornamen: string | null;
  voorletters: string | null;
  tussenvoegsel: string | null;
  achternaam: string | null;
  partnerTussenvoegsel: string | null;
  partnerAchternaam: string | null;
  geboorte: Geboorte;
  geslacht: string | null;
  straat: string | null;
  huisnummer: string | null;
  huisletter: string | null;
  toevoeging: string | null;
  postcode: string | null;
  woonplaats: string | null;
  land: string | null;
  geheimAdres: boolean;
  telefoon: string[];
  email: string[];
  twijfels: Twijfel[];
  /** Numbers of the keys by which the radar finds it. */
  sleutels: number[];
}

/**
 * Writes mentions and, for each, a new person that it stands for; whether that person is someone we knew is for the radar to ask.
 * @returns ids of both, in the same order
 */
export async function schrijfVermeldingen(
  tx: Tx,
  vermeldingen: readonly NieuweVermelding[],
): Promise<{ vermeldingId: string; persoonId: string }[]> {
  if (vermeldingen.length === 0) return [];
  const geschreven = vermeldingen.map((v) => ({
    v,
    vermeldingId: nieuwId(tx.nu),
    persoonId: nieuwId(tx.nu),
  }));
  await tx.db
    .insertInto('vermelding')
    .values(
      geschreven.map(({ v, vermeldingId }) => ({
        regio_id: tx.regio,
        id: vermeldingId,
        organisatie_id: v.organisatieId,
        bron: v.bron,
        gegeven_op: tx.nu,
        bsn: v.bsn,
        bsn_sleutel: v.bsnSleutel,
        voornamen: v.voornamen,
        voorletters: v.voorletters,
        tussenvoegsel: v.tussenvoegsel,
        achternaam: v.achternaam,
        partner_tussenvoegsel: v.partnerTussenvoegsel,
        partner_achternaam: v.partnerAchternaam,
        geboortejaar: v.geboorte.jaar,
        geboortemaand: v.geboorte.maand,
        geboortedag: v.geboorte.dag,
        geslacht: v.geslacht,
        straat: v.straat,
        huisnummer: v.huisnummer,
        huisletter: v.huisletter,
        toevoeging: v.toevoeging,
        postcode: v.postcode,
        woonplaats: v.woonplaats,
        land: v.land,
        geheim_adres: v.geheimAdres,
        telefoon: v.telefoon,
        email: v.email,
        twijfels: JSON.stringify(v.twijfels),
        sleutels: v.sleutels,
      })),
    )
    .execute();
  await tx.db
    .with('nieuw', (db) =>
      db
        .insertInto('persoon')
        .values(
          geschreven.map(({ persoonId }) => ({ regio_id: tx.regio, id: persoonId, gemaakt_op: tx.nu })),
        ),
    )
    .insertInto('koppeling')
    .values(
      geschreven.map(({ vermeldingId, persoonId }) => ({
        regio_id: tx.regio,
        id: nieuwId(tx.nu),
        vermelding_id: vermeldingId,
        persoon_id: persoonId,
        vanaf: tx.nu,
        tot: null,
        grond: 'eerste vermelding',
        medewerker_id: tx.wie.functie === 'systeem' ? null : tx.wie.medewerkerId,
      })),
    )
    .execute();
  tx.betreft(...geschreven.map((g) => g.persoonId));
  return geschreven.map(({ vermeldingId, persoonId }) => ({ vermeldingId, persoonId }));
}

export interface CasusPersoon {
  persoonId: string;
  vermeldingId: string;
  naam: string;
  leeftijd: number | null;
  leeftijdOngeveer: boolean;
  geboorte: Geboorte;
  geslacht: string | null;
  rollen: string[];
  relatie: string | null;
  directbetrokken: boolean;
  geheimAdres: boolean;
  /** null when it must stay secret or is not known */
  adres: string | null;
  telefoon: string[];
  twijfels: Twijfel[];
  aantalVermeldingen: number;
}

/**
 * The people of a casus, one per person, children first and then by age; the newest mention speaks. An address that any
 * mention of the person calls secret, in whatever casus, is left out here, at the source, for every caller (P4); so is that of whoever
 * lives at that house, because a child's address is its mother's.
 */
export async function listCasusPersonen(tx: Tx, casusId: string): Promise<CasusPersoon[]> {
  const { rows } = await sql<{
    persoon_id: string;
    vermelding_id: string;
    voornamen: string | null;
    voorletters: string | null;
    tussenvoegsel: string | null;
    achternaam: string | null;
    partner_tussenvoegsel: string | null;
    partner_achternaam: string | null;
    geboortejaar: number | null;
    geboortemaand: number | null;
    geboortedag: number | null;
    geslacht: string | null;
    rollen: string[];
    relatie: string | null;
    directbetrokken: boolean;
    geheim: boolean;
    straat: string | null;
    huisnummer: string | null;
    huisletter: string | null;
    toevoeging: string | null;
    postcode: string | null;
    woonplaats: string | null;
    land: string | null;
    telefoon: string[];
    twijfels: Twijfel[];
    aantal: number;
  }>`
    with hier as materialized (
      select cp.rol, cp.relatie, cp.directbetrokken, cp.tot, v.*
      from casus_persoon cp join vermelding v on v.regio_id = cp.regio_id and v.id = cp.vermelding_id
      where cp.casus_id = ${casusId}
    )
    select distinct on (k.persoon_id) k.persoon_id, v.id as vermelding_id, v.voornamen, v.voorletters, v.tussenvoegsel, v.achternaam,
      v.partner_tussenvoegsel, v.partner_achternaam, v.geboortejaar, v.geboortemaand, v.geboortedag, v.geslacht,
      array_agg(v.rol) over p as rollen, v.relatie, bool_or(v.directbetrokken) over p as directbetrokken,
      k.persoon_id = any (array(select casus_geheim(${casusId}))) as geheim, v.straat, v.huisnummer, v.huisletter, v.toevoeging, v.postcode, v.woonplaats, v.land, v.telefoon, v.twijfels,
      count(*) over p as aantal
    from hier v
    join koppeling k on k.regio_id = v.regio_id and k.vermelding_id = v.id and k.tot is null
    where v.tot is null
    window p as (partition by k.persoon_id)
    order by k.persoon_id, v.gegeven_op desc, v.id desc`.execute(tx.db);
  tx.betreft(...rows.map((r) => r.persoon_id));
  tx.categorie('naam', 'leeftijd', 'rol');
  const personen = rows.map((r): CasusPersoon => {
    const geboorte = { jaar: r.geboortejaar, maand: r.geboortemaand, dag: r.geboortedag };
    const oud = leeftijd(geboorte, tx.nu);
    return {
      persoonId: r.persoon_id,
      vermeldingId: r.vermelding_id,
      naam: weergavenaam({
        voornamen: r.voornamen,
        voorletters: r.voorletters,
        tussenvoegsel: r.tussenvoegsel,
        achternaam: r.achternaam,
        partnerTussenvoegsel: r.partner_tussenvoegsel,
        partnerAchternaam: r.partner_achternaam,
      }),
      leeftijd: oud?.jaren ?? null,
      leeftijdOngeveer: oud?.ongeveer ?? false,
      geboorte,
      geslacht: r.geslacht,
      rollen: [...new Set(r.rollen)],
      relatie: r.relatie,
      directbetrokken: r.directbetrokken,
      geheimAdres: r.geheim,
      adres: r.geheim ? null : adresRegel(r),
      telefoon: r.geheim ? [] : r.telefoon,
      twijfels: r.twijfels,
      aantalVermeldingen: r.aantal,
    };
  });
  const kind = (p: CasusPersoon) => (p.rollen.includes('kind') ? 0 : 1);
  return personen.sort(
    (a, b) =>
      kind(a) - kind(b) || (a.leeftijd ?? 999) - (b.leeftijd ?? 999) || a.naam.localeCompare(b.naam, 'nl'),
  );
}

/** Puts mentions into a casus, each with its role. */
export async function voegPersonenToe(
  tx: Tx,
  casusId: string,
  personen: readonly {
    vermeldingId: string;
    rol: string;
    relatie: string | null;
    directbetrokken: boolean;
  }[],
): Promise<void> {
  if (personen.length === 0) return;
  await tx.db
    .insertInto('casus_persoon')
    .values(
      personen.map((p) => ({
        regio_id: tx.regio,
        id: nieuwId(tx.nu),
        casus_id: casusId,
        vermelding_id: p.vermeldingId,
        rol: p.rol,
        relatie: p.relatie,
        directbetrokken: p.directbetrokken,
        vanaf: tx.nu,
        tot: null,
      })),
    )
    .execute();
  await laatWeten(tx, 'casus.personen_toegevoegd', {
    casusId,
    vermeldingIds: personen.map((p) => p.vermeldingId),
  });
}
