// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Plek } from '../../kern/bladeren.ts';
import {
  adresRegel,
  BSN_OOK_BIJ_ANDER,
  geborenTekst,
  leeftijd,
  type Twijfel,
  weergavenaam,
} from '../../kern/persoon/persoon.ts';
import { heeftDeel } from '../../kern/toegang/eigen.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden } from '../../platform/http/problem.ts';
import { berichtVerschillen } from './jzv.ts';
import type { MeldingDetailType } from './meldingdetail.ts';
import { findOnbezorgdSinds } from './uitkomst.store.ts';

interface Regel {
  id: string;
  nummer: string;
  ontvangenOp: string;
  kanaal: string;
  status: string;
  acuut: boolean;
  aard: string[];
  betrokkenheid: string;
  casusId: string;
  aanduiding: string;
  houder: string | null;
}

/** Fifty at most, newest first, after a place in the list. */
export async function listMeldingen(
  tx: Tx,
  o: { voor: Plek | null; status: string | null },
): Promise<Regel[]> {
  const { rows } = await sql<Omit<Regel, 'ontvangenOp'> & { ontvangenOp: Date; personen: string[] }>`
    select m.id, m.nummer, m.ontvangen_op as "ontvangenOp", m.kanaal, m.status, m.acuut, m.aard, m.betrokkenheid, m.casus_id as "casusId",
      c.aanduiding, o.naam as houder,
      array(select k.persoon_id from melding_vermelding mv join koppeling k on k.vermelding_id = mv.vermelding_id and k.tot is null where mv.melding_id = m.id) as personen
    from melding m join casus c on c.regio_id = m.regio_id and c.id = m.casus_id
    left join zicht z on z.regio_id = m.regio_id and z.casus_id = m.casus_id and z.tot is null
    left join organisatie o on o.regio_id = z.regio_id and o.id = z.organisatie_id
    where m.organisatie_id = ${tx.wie.organisatieId} ${o.voor ? sql`and (m.ontvangen_op, m.id) < (${o.voor.op}::timestamptz, ${o.voor.id}::uuid)` : sql``} ${o.status ? sql`and m.status = ${o.status}` : sql``}
    order by m.ontvangen_op desc, m.id desc limit 50`.execute(tx.db);
  for (const r of rows) tx.betreftIn(r.casusId, ...r.personen);
  tx.categorie('aanduiding', 'melding');
  return rows.map(({ personen: _personen, ...r }) => ({ ...r, ontvangenOp: r.ontvangenOp.toISOString() }));
}

/** Of these mentions, those whose BSN also stands with someone else: the radar knows, and comes after this station. */
export type BsnBijAnder = (tx: Tx, vermeldingIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** One melding whole, with its shielded melder; for the organisation that received it. Throws 404. */
export async function getMelding(tx: Tx, id: string, bsnBijAnder: BsnBijAnder): Promise<MeldingDetailType> {
  const m = await tx.db
    .selectFrom('melding as m')
    .innerJoin('casus as c', (j) => j.onRef('c.regio_id', '=', 'm.regio_id').onRef('c.id', '=', 'm.casus_id'))
    .leftJoin('melder as d', (j) =>
      j.onRef('d.regio_id', '=', 'm.regio_id').onRef('d.melding_id', '=', 'm.id'),
    )
    .leftJoin('zicht as z', (j) =>
      j.onRef('z.regio_id', '=', 'm.regio_id').onRef('z.casus_id', '=', 'm.casus_id').on('z.tot', 'is', null),
    )
    .leftJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'z.regio_id').onRef('o.id', '=', 'z.organisatie_id'),
    )
    .leftJoin('beoordeling as b', (j) =>
      j.onRef('b.regio_id', '=', 'm.regio_id').onRef('b.melding_id', '=', 'm.id'),
    )
    .selectAll('m')
    .select([
      'c.nummer as casus_nummer',
      'c.aanduiding',
      'c.status as casus_status',
      'o.naam as houder',
      'b.id as beoordeling_id',
      'd.naam as melder_naam',
      'd.telefoon as melder_telefoon',
      'd.email as melder_email',
      'd.bekend as melder_bekend',
      'd.grond as melder_grond',
    ])
    .where('m.id', '=', id)
    .where('m.organisatie_id', '=', tx.wie.organisatieId)
    .executeTakeFirst();
  if (!m) throw nietGevonden('Deze melding');
  tx.overCasus(m.casus_id);
  const { rows: gegeven } = await sql<{
    vermelding_id: string;
    persoon_id: string;
    voornamen: string | null;
    voorletters: string | null;
    tussenvoegsel: string | null;
    achternaam: string | null;
    partner_tussenvoegsel: string | null;
    partner_achternaam: string | null;
    geboortejaar: number | null;
    geboortemaand: number | null;
    geboortedag: number | null;
    rol: string;
    relatie: string | null;
    straat: string | null;
    huisnummer: string | null;
    huisletter: string | null;
    toevoeging: string | null;
    bsn: string | null;
    postcode: string | null;
    woonplaats: string | null;
    land: string | null;
    twijfels: Twijfel[];
  }>`
    select v.id as vermelding_id, k.persoon_id, v.voornamen, v.voorletters, v.tussenvoegsel, v.achternaam, v.partner_tussenvoegsel, v.partner_achternaam,
      v.geboortejaar, v.geboortemaand, v.geboortedag, mv.rol, mv.relatie, v.straat, v.huisnummer, v.huisletter, v.toevoeging, v.bsn, v.postcode, v.woonplaats, v.land,
      v.twijfels
    from melding_vermelding mv
    join vermelding v on v.regio_id = mv.regio_id and v.id = mv.vermelding_id
    join koppeling k on k.regio_id = v.regio_id and k.vermelding_id = v.id and k.tot is null
    where mv.melding_id = ${id} order by mv.volgnummer`.execute(tx.db);
  const gedeeld = await bsnBijAnder(
    tx,
    gegeven.map((p) => p.vermelding_id),
  );
  const personen = gegeven.map((p) =>
    gedeeld.has(p.vermelding_id) ? { ...p, twijfels: [...p.twijfels, BSN_OOK_BIJ_ANDER] } : p,
  );
  // also of whoever lives at the same house: a child's address is its mother's (P4)
  const { rows: afgeschermd } = await sql<{ id: string }>`
    select radar_afgeschermd as id from radar_afgeschermd(${m.organisatie_id}, ${personen.map((p) => p.vermelding_id)})`.execute(
    tx.db,
  );
  const dicht = new Set(afgeschermd.map((r) => r.id));
  const uitspraken = await tx.db
    .selectFrom('uitspraak')
    .select(['id', 'soort', 'tekst', 'bron', 'gebeurd_op', 'afgeschermd'])
    .where('melding_id', '=', id)
    .orderBy('vastgelegd_op')
    .orderBy('id')
    .execute();
  const bijlagen = await tx.db
    .selectFrom('bijlage')
    .select(['id', 'naam', 'soort', 'grootte'])
    .where('melding_id', '=', id)
    .orderBy('op')
    .execute();
  const berichten = m.kanaal === 'jzv' ? await listLatereBerichten(tx, id) : [];
  const onbezorgd = m.kanaal === 'jzv' ? await findOnbezorgdSinds(tx, id) : null;
  const geheim = dicht.size > 0;
  tx.betreft(...personen.map((p) => p.persoon_id));
  tx.categorie('melding', 'melder', 'naam', 'adres', 'uitspraken');
  if (personen.some((p) => p.twijfels.some((x) => x.veld === 'bsn'))) tx.categorie('bsn');
  return {
    id: m.id,
    nummer: m.nummer,
    kanaal: m.kanaal,
    registratienummer: m.registratienummer,
    ontvangenOp: m.ontvangen_op.toISOString(),
    status: m.status,
    casus: {
      id: m.casus_id,
      nummer: m.casus_nummer,
      aanduiding: m.aanduiding,
      status: m.casus_status,
      eigenDossier: !(await heeftDeel(tx, m.casus_id)),
      houder: m.houder,
    },
    melder: {
      groep: m.melder_groep,
      rol: m.melder_rol,
      bekend: m.melder_bekend ?? 'open',
      naam: m.melder_naam,
      telefoon: m.melder_telefoon,
      email: m.melder_email,
      grond: m.melder_grond,
    },
    aard: m.aard,
    aanvullend: m.aanvullend,
    duur: m.duur,
    acuut: m.acuut,
    acuutToelichting: m.acuut_toelichting,
    kindcheck: m.kindcheck,
    kindcheckToelichting: m.kindcheck_toelichting,
    gemeentecode: m.gemeentecode,
    betrokkenheid: m.betrokkenheid,
    betrokkenheidUitleg: m.betrokkenheid_uitleg,
    beoordelingId: m.beoordeling_id,
    twijfels: m.twijfels as Twijfel[],
    personen: personen.map((p) => ({
      vermeldingId: p.vermelding_id,
      persoonId: p.persoon_id,
      naam: weergavenaam({
        voornamen: p.voornamen,
        voorletters: p.voorletters,
        tussenvoegsel: p.tussenvoegsel,
        achternaam: p.achternaam,
        partnerTussenvoegsel: p.partner_tussenvoegsel,
        partnerAchternaam: p.partner_achternaam,
      }),
      leeftijd:
        leeftijd({ jaar: p.geboortejaar, maand: p.geboortemaand, dag: p.geboortedag }, tx.nu)?.jaren ?? null,
      rol: p.rol,
      relatie: p.relatie,
      geboren: geborenTekst({ jaar: p.geboortejaar, maand: p.geboortemaand, dag: p.geboortedag }),
      // the number itself only where it is in doubt: there somebody must ask after it
      bsn: p.twijfels.some((x) => x.veld === 'bsn') ? p.bsn : null,
      adres: dicht.has(p.vermelding_id) ? null : adresRegel(p),
      geheimAdres: dicht.has(p.vermelding_id),
      twijfels: p.twijfels,
    })),
    uitspraken: uitspraken.map((u) => ({
      id: u.id,
      soort: u.soort,
      tekst: u.tekst,
      bron: u.bron,
      gebeurdOp: u.gebeurd_op,
      afgeschermd: u.afgeschermd,
    })),
    uitkomstOnbezorgdSinds: onbezorgd?.toISOString() ?? null,
    bijlagen,
    berichten: berichten.map((b) => ({
      soort: b.soort,
      ontvangenOp: b.ontvangenOp.toISOString(),
      verschillen:
        b.soort === 'intrekking'
          ? []
          : berichtVerschillen(b.vorige, b.inhoud).map((v) =>
              geheim && v.plek
                ? { veld: v.veld, eerder: null, nu: null, afgeschermd: true }
                : { veld: v.veld, eerder: v.eerder, nu: v.nu, afgeschermd: false },
            ),
    })),
  };
}

/**
 * The electronic messages that came after the first with its number, oldest first, each with the message that it is to be laid
 * beside: a correction beside what stood, a deviating one beside the report as it stood then.
 */
async function listLatereBerichten(
  tx: Tx,
  meldingId: string,
): Promise<{ soort: string; ontvangenOp: Date; inhoud: unknown; vorige: unknown }[]> {
  const rijen = await tx.db
    .selectFrom('jzv_bericht')
    .select(['soort', 'ontvangen_op', 'inhoud'])
    .where('melding_id', '=', meldingId)
    .orderBy('ontvangen_op')
    .orderBy('id')
    .execute();
  let vorige: unknown = null;
  return rijen.flatMap((r) => {
    const bij = vorige;
    if (r.soort === 'melding' || r.soort === 'wijziging') vorige = r.inhoud;
    return r.soort === 'melding'
      ? []
      : [{ soort: r.soort, ontvangenOp: r.ontvangen_op, inhoud: r.inhoud, vorige: bij }];
  });
}

/** What the sender may know of its own reports: the number, whether it is assessed, and the answer that was sent. */
export async function listEigenMeldingen(tx: Tx): Promise<
  {
    id: string;
    nummer: string;
    ontvangenOp: string;
    status: string;
    terugkoppeling: string | null;
    verstuurdOp: string | null;
  }[]
> {
  const eigen = await tx.db
    .selectFrom('melding')
    .select(['id', 'nummer', 'ontvangen_op', 'status'])
    .where('melder_organisatie_id', '=', tx.wie.organisatieId)
    .orderBy('ontvangen_op', 'desc')
    .limit(100)
    .execute();
  const verstuurd =
    eigen.length === 0
      ? []
      : await tx.db
          .selectFrom('terugkoppeling')
          .select(['melding_id', 'tekst', 'afgehandeld_op'])
          .where(
            'melding_id',
            'in',
            eigen.map((m) => m.id),
          )
          .where('status', '=', 'verstuurd')
          .orderBy('afgehandeld_op')
          .execute();
  return eigen.map((m) => {
    const laatste = verstuurd.filter((v) => v.melding_id === m.id).at(-1);
    return {
      id: m.id,
      nummer: m.nummer,
      ontvangenOp: m.ontvangen_op.toISOString(),
      status: m.status === 'beoordeeld' || m.status === 'ingetrokken' ? m.status : 'ontvangen',
      terugkoppeling: laatste?.tekst ?? null,
      verstuurdOp: laatste?.afgehandeld_op?.toISOString() ?? null,
    };
  });
}
