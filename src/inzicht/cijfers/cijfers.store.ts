// SPDX-License-Identifier: EUPL-1.2
// Each figure has one source; what is counted and the list behind it are two readings of it, so they cannot differ.
import { type RawBuilder, sql } from 'kysely';
import { betreftCasussen } from '../../kern/casus/betreft.store.ts';
import { wachtenden } from '../../keten/beoordeling/wachtlijst.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { werkdagenTussen } from '../../platform/clock/werkdagen.ts';
import { type Figuur, mediaan, type Periode, procent, wachtdagen, wekenVan } from './cijfers.ts';

const isVt = (tx: Tx) => tx.wie.organisatieSoort === 'veilig_thuis';

/**
 * The lines of a figure: id, casus_id, wat (what kind), wie_id (the other organisation, or the holder), vanaf_op, tot_op,
 * op_tijd, aanbod_id (the offer that names the household, for who does not see the casus). Row-level security is on.
 */
function bron(tx: Tx, figuur: Figuur, p: Periode): RawBuilder<unknown> {
  const org = tx.wie.organisatieId;
  const houder = sql`(select z.organisatie_id from zicht z where z.regio_id = x.regio_id and z.casus_id = x.casus_id and z.tot is null)`;
  const contract = (eigen: 'van' | 'naar', waar: RawBuilder<unknown>) => sql`
    select x.id, x.casus_id, x.status as wat, ${eigen === 'van' ? sql`x.naar_organisatie_id` : sql`x.van_organisatie_id`} as wie_id,
      x.aangeboden_op as vanaf_op, x.beantwoord_op as tot_op, null::boolean as op_tijd, x.id as aanbod_id
    from overdracht x where ${eigen === 'van' ? sql`x.van_organisatie_id` : sql`x.naar_organisatie_id`} = ${org} and ${waar}`;
  const inPeriode = (kolom: RawBuilder<unknown>) => sql`${kolom} >= ${p.vanafOp} and ${kolom} < ${p.totOp}`;
  switch (figuur) {
    case 'in':
      return isVt(tx)
        ? sql`select x.id, x.casus_id, x.melder_groep as wat, ${houder} as wie_id, x.ontvangen_op as vanaf_op, null::timestamptz as tot_op,
              null::boolean as op_tijd, null::uuid as aanbod_id
            from melding x where x.organisatie_id = ${org} and ${inPeriode(sql`x.ontvangen_op`)}`
        : sql`select q.id, q.casus_id, q.wat, q.wie_id, q.tot_op as vanaf_op, null::timestamptz as tot_op, q.op_tijd, q.aanbod_id
            from (${contract('naar', sql`x.status = 'aanvaard' and ${inPeriode(sql`x.beantwoord_op`)}`)}) q`;
    case 'open':
      return sql`select x.casus_id as id, x.casus_id, coalesce(c.fase::text, 'geen') as wat, x.organisatie_id as wie_id, x.vanaf as vanaf_op,
          null::timestamptz as tot_op, null::boolean as op_tijd, null::uuid as aanbod_id
        from zicht x join casus c on c.regio_id = x.regio_id and c.id = x.casus_id
        where x.organisatie_id = ${org} and x.tot is null`;
    case 'op_tijd': {
      // done while the term stood still is in time; so is isOpTijd of kern/termijn
      const opTijd = sql`(t.vervalt_op is null or t.afgerond_op < t.vervalt_op)`;
      return isVt(tx)
        ? sql`select x.id, x.casus_id, x.besluit as wat, ${houder} as wie_id, t.begint_op as vanaf_op, x.vastgesteld_op as tot_op, ${opTijd} as op_tijd, null::uuid as aanbod_id
            from beoordeling x
            join termijn t on t.regio_id = x.regio_id and t.onderwerp_id = x.id and t.soort = 'beoordeling' and t.afgerond_op is not null
            where x.organisatie_id = ${org} and x.status = 'vastgesteld' and ${inPeriode(sql`x.vastgesteld_op`)}`
        : sql`select x.id, x.casus_id, x.status as wat, x.van_organisatie_id as wie_id, x.aangeboden_op as vanaf_op, x.beantwoord_op as tot_op,
              ${opTijd} and x.status <> 'verlopen' as op_tijd, x.id as aanbod_id
            from overdracht x
            join termijn t on t.regio_id = x.regio_id and t.onderwerp_id = x.id and t.soort = 'overdracht_antwoord' and t.afgerond_op is not null
            where x.naar_organisatie_id = ${org} and x.status in ('aanvaard', 'geweigerd', 'verlopen') and ${inPeriode(sql`x.beantwoord_op`)}`;
    }
    case 'wachten':
      // an offer leads to its own page, what else waits to the casus
      return sql`select case when w.wacht_op in ('overdracht', 'ons_antwoord') then w.overdracht_id else w.casus_id end as id, w.casus_id,
          w.wacht_op as wat, w.houder_id as wie_id, w.sinds as vanaf_op, null::timestamptz as tot_op, null::boolean as op_tijd, w.overdracht_id as aanbod_id
        from (${wachtenden(tx)}) w`;
    case 'overgedragen':
      return contract('van', inPeriode(sql`x.aangeboden_op`));
    case 'aangekregen':
      return contract('naar', inPeriode(sql`x.aangeboden_op`));
  }
}

export interface Telling {
  code: string;
  aantal: number;
}

export interface Contractcijfers {
  aantal: number;
  aanvaard: number;
  geweigerd: number;
  ingetrokken: number;
  verlopen: number;
  wacht: number;
  mediaanWerkdagen: number | null;
  perOrganisatie: {
    organisatieId: string;
    naam: string;
    aantal: number;
    aanvaard: number;
    geweigerd: number;
    ingetrokken: number;
    verlopen: number;
    wacht: number;
    mediaanWerkdagen: number | null;
  }[];
}

export interface Teamcijfers {
  in: { aantal: number; weken: { weekDatum: string; aantal: number }[]; delen: Telling[] };
  open: { aantal: number; acuut: number; delen: Telling[] };
  opTijd: { aantal: number; opTijd: number; procent: number | null; nogOpenTeLaat: number };
  wachten: {
    aantal: number;
    mediaanDagen: number | null;
    langsteDagen: number | null;
    houders: { naam: string; aantal: number; langsteDagen: number }[];
  };
  overgedragen: Contractcijfers;
  aangekregen: Contractcijfers;
}

const aflopend = (a: Telling, b: Telling) => b.aantal - a.aantal || a.code.localeCompare(b.code);

async function telIn(tx: Tx, p: Periode): Promise<Teamcijfers['in']> {
  const { rows } = await sql<{ week: string; wat: string; n: number }>`
    select to_char(date_trunc('week', q.vanaf_op at time zone 'Europe/Amsterdam'), 'YYYY-MM-DD') as week,
      ${isVt(tx) ? sql`q.wat` : sql`coalesce(o.naam, '')`} as wat, count(*) as n
    from (${bron(tx, 'in', p)}) q left join organisatie o on o.id = q.wie_id
    group by 1, 2`.execute(tx.db);
  const tel = (sleutel: (r: { week: string; wat: string }) => string) => {
    const uit = new Map<string, number>();
    for (const r of rows) uit.set(sleutel(r), (uit.get(sleutel(r)) ?? 0) + r.n);
    return uit;
  };
  const perWeek = tel((r) => r.week);
  return {
    aantal: rows.reduce((som, r) => som + r.n, 0),
    weken: wekenVan(p).map((weekDatum) => ({ weekDatum, aantal: perWeek.get(weekDatum) ?? 0 })),
    delen: [...tel((r) => r.wat)].map(([code, aantal]) => ({ code, aantal })).sort(aflopend),
  };
}

async function telOpen(tx: Tx, p: Periode): Promise<Teamcijfers['open']> {
  const { rows } = await sql<{ wat: string; n: number; acuut: number }>`
    select q.wat, count(*) as n, count(*) filter (where c.acuut) as acuut
    from (${bron(tx, 'open', p)}) q join casus c on c.id = q.casus_id group by 1 order by 1`.execute(tx.db);
  return {
    aantal: rows.reduce((som, r) => som + r.n, 0),
    acuut: rows.reduce((som, r) => som + r.acuut, 0),
    delen: rows.map((r) => ({ code: r.wat, aantal: r.n })),
  };
}

async function telOpTijd(tx: Tx, p: Periode): Promise<Teamcijfers['opTijd']> {
  const soort = isVt(tx) ? 'beoordeling' : 'overdracht_antwoord';
  const { rows } = await sql<{ n: number; goed: number; laat: number }>`
    select count(*) as n, count(*) filter (where q.op_tijd) as goed,
      (select count(*) from termijn t where t.eigenaar_organisatie_id = ${tx.wie.organisatieId} and t.soort = ${soort} and t.afgerond_op is null
         and t.vervalt_op <= ${tx.nu}) as laat
    from (${bron(tx, 'op_tijd', p)}) q`.execute(tx.db);
  const r = rows[0] ?? { n: 0, goed: 0, laat: 0 };
  return { aantal: r.n, opTijd: r.goed, procent: procent(r.goed, r.n), nogOpenTeLaat: r.laat };
}

async function telWachten(tx: Tx, p: Periode): Promise<Teamcijfers['wachten']> {
  const { rows } = await sql<{ vanaf_op: Date; naam: string }>`
    select q.vanaf_op, coalesce(o.naam, '') as naam from (${bron(tx, 'wachten', p)}) q left join organisatie o on o.id = q.wie_id`.execute(
    tx.db,
  );
  const dagen = rows.map((r) => ({ naam: r.naam, dagen: wachtdagen(r.vanaf_op, tx.nu) }));
  const per = new Map<string, number[]>();
  for (const d of dagen) per.set(d.naam, [...(per.get(d.naam) ?? []), d.dagen]);
  return {
    aantal: rows.length,
    mediaanDagen: mediaan(dagen.map((d) => d.dagen)),
    langsteDagen: dagen.length === 0 ? null : Math.max(...dagen.map((d) => d.dagen)),
    houders: [...per]
      .map(([naam, d]) => ({ naam, aantal: d.length, langsteDagen: Math.max(...d) }))
      .sort((a, b) => b.aantal - a.aantal || a.naam.localeCompare(b.naam, 'nl')),
  };
}

async function telContract(
  tx: Tx,
  figuur: 'overgedragen' | 'aangekregen',
  p: Periode,
): Promise<Contractcijfers> {
  const { rows } = await sql<{
    wie_id: string;
    naam: string;
    wat: string;
    vanaf_op: Date;
    tot_op: Date | null;
  }>`
    select q.wie_id, o.naam, q.wat, q.vanaf_op, q.tot_op from (${bron(tx, figuur, p)}) q join organisatie o on o.id = q.wie_id`.execute(
    tx.db,
  );
  const tel = (van: typeof rows) => {
    const met = (s: string) => van.filter((r) => r.wat === s).length;
    return {
      aantal: van.length,
      aanvaard: met('aanvaard'),
      geweigerd: met('geweigerd'),
      ingetrokken: met('ingetrokken'),
      verlopen: met('verlopen'),
      wacht: met('aangeboden'),
      mediaanWerkdagen: mediaan(
        van.flatMap((r) => (r.wat === 'aanvaard' && r.tot_op ? [werkdagenTussen(r.vanaf_op, r.tot_op)] : [])),
      ),
    };
  };
  const ids = [...new Set(rows.map((r) => r.wie_id))];
  return {
    ...tel(rows),
    perOrganisatie: ids
      .map((id) => {
        const van = rows.filter((r) => r.wie_id === id);
        return { organisatieId: id, naam: van[0]?.naam ?? '', ...tel(van) };
      })
      .sort((a, b) => b.aantal - a.aantal || a.naam.localeCompare(b.naam, 'nl')),
  };
}

/** All figures of one's own organisation over a period; open and waiting are of now. */
export async function telTeam(tx: Tx, p: Periode): Promise<Teamcijfers> {
  tx.categorie('tellingen');
  return {
    in: await telIn(tx, p),
    open: await telOpen(tx, p),
    opTijd: await telOpTijd(tx, p),
    wachten: await telWachten(tx, p),
    overgedragen: await telContract(tx, 'overgedragen', p),
    aangekregen: await telContract(tx, 'aangekregen', p),
  };
}

export interface Lijstregel {
  id: string;
  casusId: string | null;
  casusNummer: string | null;
  aanduiding: string | null;
  wat: string | null;
  wie: string | null;
  vanafOp: Date;
  totOp: Date | null;
  opTijd: boolean | null;
  dagen: number | null;
  werkdagen: number | null;
}

/** The list behind a figure: the same lines that it counts, oldest first where someone waits, otherwise newest first. */
export async function listBijFiguur(
  tx: Tx,
  figuur: Figuur,
  p: Periode,
  blad: { vanaf: number; aantal: number },
): Promise<{ items: Lijstregel[]; totaal: number }> {
  const orde = figuur === 'wachten' ? sql`q.vanaf_op, q.id` : sql`q.vanaf_op desc, q.id`;
  const tel = await sql<{ n: number }>`select count(*) as n from (${bron(tx, figuur, p)}) q`.execute(tx.db);
  const { rows } = await sql<{
    id: string;
    /** The casus, seen or not: for the log only. */
    over_id: string | null;
    casus_id: string | null;
    nummer: string | null;
    aanduiding: string | null;
    wat: string | null;
    wie: string | null;
    vanaf_op: Date;
    tot_op: Date | null;
    op_tijd: boolean | null;
    /** Of an offer: whom it names. */
    persoon_ids: string[] | null;
  }>`
    with blad as (select * from (${bron(tx, figuur, p)}) q order by ${orde} limit ${blad.aantal} offset ${blad.vanaf})
    select q.id, q.casus_id as over_id, c.id as casus_id, c.nummer, coalesce(c.aanduiding, i.gegevens ->> 'aanduiding') as aanduiding, q.wat,
      o.naam as wie, q.vanaf_op, q.tot_op, q.op_tijd, i.gegevens -> 'persoonIds' as persoon_ids
    from blad q left join casus c on c.id = q.casus_id left join organisatie o on o.id = q.wie_id
    left join overdracht_inhoud i on c.id is null and i.overdracht_id = q.aanbod_id
    order by ${orde}`.execute(tx.db);
  await betreftCasussen(
    tx,
    rows.flatMap((r) => (r.casus_id ? [r.casus_id] : [])),
  );
  for (const r of rows) if (r.over_id) tx.betreftIn(r.over_id, ...(r.persoon_ids ?? []));
  tx.categorie('naam');
  const contract = figuur === 'overgedragen' || figuur === 'aangekregen';
  return {
    totaal: tel.rows[0]?.n ?? 0,
    items: rows.map((r) => ({
      id: r.id,
      casusId: r.casus_id,
      casusNummer: r.nummer,
      aanduiding: r.aanduiding,
      wat: r.wat,
      wie: r.wie,
      vanafOp: r.vanaf_op,
      totOp: r.tot_op,
      opTijd: r.op_tijd,
      dagen: figuur === 'wachten' ? wachtdagen(r.vanaf_op, tx.nu) : null,
      werkdagen: contract && r.wat === 'aanvaard' && r.tot_op ? werkdagenTussen(r.vanaf_op, r.tot_op) : null,
    })),
  };
}

/** Counts of the whole region, rounded and cut off by the database itself: nothing smaller comes out. */
export async function telRegio(
  tx: Tx,
  p: Periode,
): Promise<{ figuur: string; deel: string; aantal: number | null }[]> {
  const { rows } = await sql<{ figuur: string; deel: string; aantal: number | null }>`
    select figuur, deel, aantal from houvast.regio_tellingen(${p.vanafOp}, ${p.totOp}) order by figuur, deel`.execute(
    tx.db,
  );
  tx.categorie('tellingen');
  return rows;
}
