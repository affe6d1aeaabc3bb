// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Plek } from '../../kern/bladeren.ts';
import { type CasusRij, getCasusVoorSchrijven, wijzigCasus } from '../../kern/casus/casus.store.ts';
import { rondTermijnAf, zetOpNaamVan } from '../../kern/termijn/termijn.store.ts';
import type { Soort } from '../../kern/termijn/termijnsoorten.ts';
import { eisKanErbij } from '../../kern/toegang/verzegeling.store.ts';
import { schermAf } from '../../kern/uitspraak/afscherming.ts';
import { listPatronen } from '../../kern/uitspraak/vrijgave.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { regisseurIsGenoemd } from '../beoordeling/zichtcontrole.store.ts';
import { REGISSEUR_FUNCTIES, type Status, wieHoudtZicht, zegNieuweMelding } from './overdracht.ts';

/** The family as it was handed over. Never the melder, never a secret address: see `maakGegevens`. */
export interface Gegevens {
  aanduiding: string;
  casusNummer: string;
  gemeentecode: string | null;
  acuut: boolean;
  contact: { naam: string; telefoon: string };
  personen:
    | {
        naam: string;
        leeftijd: number | null;
        leeftijdOngeveer: boolean;
        geboortejaar: number | null;
        geboortemaand: number | null;
        geboortedag: number | null;
        geslacht: string | null;
        rollen: string[];
        relatie: string | null;
        adres: string | null;
        geheimAdres: boolean;
        telefoon: string[];
      }[]
    | null;
  uitspraken:
    | {
        soort: string;
        tekst: string;
        bron: string;
        gebeurdOp: string | null;
        vastgelegdOp: string;
        wederhoor: { door: string; reactie: string; oneens: boolean }[];
      }[]
    | null;
  beoordeling: {
    acuut: string | null;
    acuutArgument: string | null;
    structureel: string | null;
    structureelArgument: string | null;
    multiprobleem: string | null;
    multiprobleemArgument: string | null;
    besluit: string;
    besluitReden: string;
    vastgesteldOp: string;
  } | null;
  veiligheidsvoorwaarden: { tekst: string; voor: string; gesteldOp: string }[] | null;
  veiligheidscijfers:
    | { over: string; scorerSoort: string; scorer: string; cijfer: number; waarom: string; op: string }[]
    | null;
  veiligheidscontroles: { op: string; met: string; uitkomst: string; toelichting: string }[] | null;
}

/** In the row; the ids name whose data these are in the log and never go out. */
export type BewaardeGegevens = Gegevens & { persoonIds: string[] };

/** The casus behind a lock, held by `organisatieId`. Throws 409 when it is closed or when another holds it. */
export async function getGehouden(tx: Tx, casusId: string, organisatieId: string): Promise<CasusRij> {
  const casus = await getCasusVoorSchrijven(tx, casusId);
  const houder = await findHouder(tx, casusId);
  if (casus.status !== 'open' || houder === null) {
    throw new Probleem(
      409,
      'Deze casus is gesloten',
      'Er is niets gewijzigd. Is het weer niet veilig, doe dan een nieuwe melding.',
      { soort: 'casus-gesloten' },
    );
  }
  if (houder.organisatieId !== organisatieId) {
    throw new Probleem(
      409,
      `${houder.naam} houdt nu zicht`,
      'Er is niets gewijzigd. Alleen wie zicht houdt kan de casus overdragen.',
      { soort: 'andere-houder' },
    );
  }
  return casus;
}

/** Ends the questions that an earlier overdracht of this casus left with its giver. */
export async function rondNieuweKeuzeAf(tx: Tx, casusId: string, hoe: string): Promise<void> {
  const eerder = await tx.db.selectFrom('overdracht').select('id').where('casus_id', '=', casusId).execute();
  for (const { id } of eerder)
    await rondTermijnAf(tx, id, ['overdracht_opnieuw', 'overdracht_escalatie'], hoe);
}

export async function rondCasusTermijnenAf(
  tx: Tx,
  casusId: string,
  eigenaarId: string,
  soorten: readonly Soort[],
  hoe: string,
): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({ afgerond_op: tx.nu, afgerond_hoe: hoe })
    .where('casus_id', '=', casusId)
    .where('eigenaar_organisatie_id', '=', eigenaarId)
    .where('soort', 'in', [...soorten])
    .where('afgerond_op', 'is', null)
    .execute();
}

/** Names who steers a casus that one's organisation holds. Throws 400 when that person does not work here. */
export async function noemRegisseur(tx: Tx, casusId: string, medewerkerId: string): Promise<void> {
  const { regisseurId: was } = await getGehouden(tx, casusId, tx.wie.organisatieId);
  const m = await tx.db
    .selectFrom('medewerker')
    .select('functie')
    .where('id', '=', medewerkerId)
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .where('actief', '=', true)
    .executeTakeFirst();
  if (!m || !REGISSEUR_FUNCTIES.includes(m.functie)) {
    throw ongeldig([
      { veld: 'medewerkerId', melding: 'Kies iemand die bij uw organisatie met casussen werkt.' },
    ]);
  }
  await eisKanErbij(tx, casusId, medewerkerId, 'medewerkerId');
  await wijzigCasus(tx, casusId, { regisseur_id: medewerkerId });
  if (was !== null) await zetOpNaamVan(tx, casusId, was, medewerkerId);
  await regisseurIsGenoemd(tx, casusId);
  tx.inhoud({ regisseur: medewerkerId });
}

export interface Partij {
  id: string;
  naam: string;
  soort: string;
}

export interface Overdracht {
  id: string;
  /** Null until the asker's organisation has a part in the casus. */
  casusId: string | null;
  status: Status;
  richting: 'in' | 'uit' | 'anders';
  van: Partij;
  naar: Partij;
  houder: Partij | null;
  zicht: string;
  aanduiding: string | null;
  doel: string | null;
  grondslag: string;
  typeHulp: string;
  bericht: string | null;
  delen: { deel: string; grond: string }[];
  gegevens: Gegevens | null;
  aangebodenOp: Date;
  aangebodenDoor: string | null;
  vervaltOp: Date | null;
  beantwoordOp: Date | null;
  beantwoordDoor: string | null;
  reden: string | null;
  regisseur: { id: string; naam: string } | null;
  /** Of a report that the offer does not tell; null: there is none. Nothing of what it says. */
  nieuweMelding: { acuut: boolean; beoordeeld: boolean; zin: string } | null;
  /** The giver still has to choose what to do now. */
  keuzeOpen: boolean;
}

async function lees(
  tx: Tx,
  waar: { id?: string; richting?: 'in' | 'uit' | undefined; open?: boolean | undefined; voor?: Plek | null },
  hoeveel: number,
): Promise<Overdracht[]> {
  const eigen = tx.wie.organisatieId;
  const { rows } = await sql<{
    id: string;
    casus_id: string;
    status: Status;
    van_id: string;
    van_naam: string;
    van_soort: string;
    naar_id: string;
    naar_naam: string;
    naar_soort: string;
    doel: string | null;
    grondslag: string;
    typehulp: string;
    bericht: string | null;
    delen: { deel: string; grond: string }[] | null;
    gegevens: BewaardeGegevens | null;
    aangeboden_op: Date;
    door: string | null;
    vervalt_op: Date | null;
    beantwoord_op: Date | null;
    beantwoord_door: string | null;
    reden: string | null;
    regisseur_id: string | null;
    regisseur: string | null;
    houder_id: string | null;
    houder: string | null;
    houder_soort: string | null;
    betrokken: boolean;
    keuze: boolean;
    acuut: boolean | null;
    nieuw_acuut: boolean | null;
    nieuw_beoordeeld: boolean | null;
  }>`
    -- first which ones, then everything about them: an organisation has thousands
    with o as materialized (
      select * from overdracht o
      where ${waar.id ? sql`o.id = ${waar.id}` : sql`(o.van_organisatie_id = ${eigen} or o.naar_organisatie_id = ${eigen})`}
        ${waar.richting === 'in' ? sql`and o.naar_organisatie_id = ${eigen}` : waar.richting === 'uit' ? sql`and o.van_organisatie_id = ${eigen}` : sql``}
        ${waar.open === undefined ? sql`` : waar.open ? sql`and o.status = 'aangeboden'` : sql`and o.status <> 'aangeboden'`}
        ${waar.voor ? sql`and (o.aangeboden_op, o.id) < (${waar.voor.op}::timestamptz, ${waar.voor.id}::uuid)` : sql``}
      order by o.aangeboden_op desc, o.id desc limit ${sql.lit(hoeveel)}
    )
    select o.id, o.casus_id, o.status, v.id as van_id, v.naam as van_naam, v.soort as van_soort, n.id as naar_id, n.naam as naar_naam, n.soort as naar_soort,
      i.doel, o.grondslag, o.typehulp, i.bericht, i.delen, i.gegevens, o.aangeboden_op, a.naam as door, t.vervalt_op, o.beantwoord_op, b.naam as beantwoord_door,
      o.reden, o.regisseur_id, r.naam as regisseur, h.id as houder_id, h.naam as houder, h.soort as houder_soort, c.id is not null as betrokken,
      exists (select from termijn k where k.regio_id = o.regio_id and k.onderwerp_id = o.id and k.soort in ('overdracht_opnieuw', 'overdracht_escalatie')
        and k.afgerond_op is null) as keuze,
      t.acuut, ${waar.id ? sql`w.acuut` : sql`null::boolean`} as nieuw_acuut, ${waar.id ? sql`w.beoordeeld` : sql`null::boolean`} as nieuw_beoordeeld
    from o
    join organisatie v on v.regio_id = o.regio_id and v.id = o.van_organisatie_id
    join organisatie n on n.regio_id = o.regio_id and n.id = o.naar_organisatie_id
    left join overdracht_inhoud i on i.regio_id = o.regio_id and i.overdracht_id = o.id
    left join medewerker a on a.regio_id = o.regio_id and a.id = o.aangeboden_door
    left join medewerker b on b.regio_id = o.regio_id and b.id = o.beantwoord_door
    left join medewerker r on r.regio_id = o.regio_id and r.id = o.regisseur_id
    left join casus c on c.regio_id = o.regio_id and c.id = o.casus_id
    left join zicht z on z.regio_id = o.regio_id and z.casus_id = o.casus_id and z.tot is null
    left join organisatie h on h.regio_id = z.regio_id and h.id = z.organisatie_id
    ${waar.id ? sql`left join lateral overdracht_nieuwe_melding(o.id) w on true` : sql``}
    left join lateral (select vervalt_op, acuut from termijn t where t.regio_id = o.regio_id and t.onderwerp_id = o.id and t.soort = 'overdracht_antwoord' limit 1) t on true
    order by o.aangeboden_op desc, o.id desc`.execute(tx.db);
  const [een] = rows;
  const geheim = waar.id && een?.gegevens ? await getGeheim(tx, een.casus_id) : null;
  return rows.map((r): Overdracht => {
    const richting = r.naar_id === eigen ? 'in' : r.van_id === eigen ? 'uit' : 'anders';
    // what the database withholds is not there: see overdracht_inhoud
    const { persoonIds, ...rest } = r.gegevens ?? { persoonIds: [] };
    // danger that was named since is danger for who has to answer
    const gegevens = { ...rest, acuut: (r.gegevens?.acuut ?? false) || (r.acuut ?? false) };
    tx.betreftIn(r.casus_id, ...persoonIds);
    return {
      id: r.id,
      casusId: r.betrokken ? r.casus_id : null,
      status: r.status,
      richting,
      van: { id: r.van_id, naam: r.van_naam, soort: r.van_soort },
      naar: { id: r.naar_id, naam: r.naar_naam, soort: r.naar_soort },
      houder:
        r.houder_id && r.houder ? { id: r.houder_id, naam: r.houder, soort: r.houder_soort ?? '' } : null,
      zicht: wieHoudtZicht({
        status: r.status,
        gever: r.van_naam,
        ontvanger: r.naar_naam,
        houder: r.houder,
        aanvaardOp: r.status === 'aanvaard' ? r.beantwoord_op : null,
      }),
      aanduiding: r.gegevens?.aanduiding ?? null,
      doel: r.doel,
      grondslag: r.grondslag,
      typeHulp: r.typehulp,
      bericht: r.bericht,
      delen: r.delen ?? [],
      gegevens:
        r.gegevens === null
          ? null
          : geheim
            ? zonderGeheim(gegevens as Gegevens, persoonIds, geheim)
            : (gegevens as Gegevens),
      aangebodenOp: r.aangeboden_op,
      aangebodenDoor: r.door,
      vervaltOp: r.status === 'aangeboden' ? r.vervalt_op : null,
      beantwoordOp: r.beantwoord_op,
      beantwoordDoor: r.beantwoord_door,
      reden: r.reden,
      regisseur: r.regisseur_id && r.regisseur ? { id: r.regisseur_id, naam: r.regisseur } : null,
      nieuweMelding:
        r.nieuw_acuut === null || r.nieuw_beoordeeld === null
          ? null
          : {
              acuut: r.nieuw_acuut,
              beoordeeld: r.nieuw_beoordeeld,
              zin: zegNieuweMelding({ acuut: r.nieuw_acuut, beoordeeld: r.nieuw_beoordeeld }),
            },
      keuzeOpen: richting === 'uit' && r.keuze,
    };
  });
}

/** What must stay hidden of a casus by now: looked up across the wall, for whoever reads may not know what or why. */
async function getGeheim(tx: Tx, casusId: string): Promise<Geheim> {
  return tx.overGrens(async () => {
    const { rows } = await sql<{
      id: string;
    }>`select casus_geheim as id from casus_geheim(${casusId})`.execute(tx.db);
    return {
      personen: new Set(rows.map((r) => r.id)),
      // what Veilig Thuis reads of an offer stays as it was made
      patronen: tx.wie.organisatieSoort === 'veilig_thuis' ? [] : (await listPatronen(tx, casusId)).geheim,
    };
  });
}

interface Geheim {
  personen: ReadonlySet<string>;
  patronen: readonly RegExp[];
}

/**
 * What was offered, without what became secret since (P4): addresses, and what any text says of them. The offer as it was made stays as
 * it was.
 */
function zonderGeheim(g: Gegevens, persoonIds: readonly string[], geheim: Geheim): Gegevens {
  const personen = g.personen?.map((p, i) =>
    geheim.personen.has(persoonIds[i] ?? '') ? { ...p, geheimAdres: true, adres: null, telefoon: [] } : p,
  );
  return schermAf(personen ? { ...g, personen } : g, geheim.patronen);
}

/** One overdracht as the asker may see it. Throws 404. */
export async function getOverdracht(tx: Tx, id: string): Promise<Overdracht> {
  const [o] = await lees(tx, { id }, 1);
  if (!o) throw nietGevonden('Deze overdracht');
  if (o.casusId) tx.overCasus(o.casusId);
  tx.categorie('overdracht', ...(o.gegevens ? o.delen.map((d) => d.deel) : []));
  return o;
}

/** Ours, given and received, newest first, at most 50, after a place in the list. */
export async function listOverdrachten(
  tx: Tx,
  f: { richting?: 'in' | 'uit' | undefined; open?: boolean | undefined; voor: Plek | null },
): Promise<Overdracht[]> {
  tx.categorie('overdracht');
  return lees(tx, f, 50);
}

/**
 * Whether a family that is on offer is in acute danger may have changed since: whoever has to answer sees it in the worklist, not in the
 * offer alone. What the offer itself called acute stays so.
 */
export async function volgAcuut(tx: Tx, casusId: string): Promise<void> {
  await tx.overGrens(() =>
    sql`update termijn t set acuut = c.acuut or (i.gegevens ->> 'acuut')::boolean
      from casus c, overdracht_inhoud i
      where t.casus_id = ${casusId} and t.soort = 'overdracht_antwoord' and t.afgerond_op is null
        and c.regio_id = t.regio_id and c.id = t.casus_id and i.regio_id = t.regio_id and i.overdracht_id = t.onderwerp_id`.execute(
      tx.db,
    ),
  );
}
