// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type CasusRij, getCasus, sluitCasus } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import { rondTermijnenVanCasusAf } from '../../kern/termijn/termijn.store.ts';
import { getTermijnsoort, type Soort } from '../../kern/termijn/termijnsoorten.ts';
import { findHouder, type Houder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { laatsteDag } from '../../platform/clock/werkdagen.ts';
import { ongeldig, Probleem } from '../../platform/http/problem.ts';
import { findOpenAanbod } from '../plan/casusbeeld.store.ts';
import { geefCijfers, listCijfers, tekstenVanCijfer } from '../plan/cijfers.store.ts';
import { getOpenCasus } from '../plan/plan.store.ts';
import { telVoorwaarden } from '../plan/voorwaarden.store.ts';
import {
  bezwaarTegenSluiten,
  EERST_AF,
  LAATSTE_CIJFER_DAGEN,
  type Laatste,
  lageCijfers,
  type NietVeilig,
  type Sluitstand,
  vraagtOndanks,
} from './monitoring.ts';

const DAG = 86_400_000;

export interface Betrokkene {
  persoonId: string;
  naam: string;
  leeftijd: number | null;
  rollen: string[];
  /** The lowest figure that was given at closing, in the last days; null: none yet. */
  laatsteCijfer: number | null;
  laatsteCijferOp: Date | null;
  heeftCijfer: boolean;
}

export interface Stand extends Sluitstand {
  directbetrokkenen: Betrokkene[];
  openVoorwaarden: number;
  lageCijfers: LaagCijfer[];
}

/** A low last figure about someone who is in the casus. */
export interface LaagCijfer extends Laatste {
  naam: string;
  op: Date;
}

/**
 * How a casus stands, as far as closing asks.
 * @param nieuw figures that come with the closing itself
 */
async function getStand(
  tx: Tx,
  casus: CasusRij,
  houder: Houder | null,
  nieuw: readonly Laatste[] = [],
): Promise<Stand> {
  const erbij = await listCasusPersonen(tx, casus.id);
  const personen = erbij.filter((p) => p.directbetrokken);
  const sinds = new Date(tx.nu.getTime() - LAATSTE_CIJFER_DAGEN * DAG);
  const alle = await listCijfers(tx, casus.id);
  const cijfers = alle.filter((c) => c.bij === 'afsluiting' && c.op >= sinds && c.op <= tx.nu);
  const naamVan = new Map(erbij.map((p) => [p.persoonId, p.naam]));
  const laag = lageCijfers<Laatste & { op: Date }>(
    alle,
    nieuw.map((c) => ({ ...c, op: tx.nu })),
  ).flatMap((c) => {
    const naam = naamVan.get(c.persoonId);
    const { persoonId, scorerSoort, scorer, cijfer, op } = c;
    return naam === undefined ? [] : [{ persoonId, naam, scorerSoort, scorer, cijfer, op }];
  });
  const aanbod = await findOpenAanbod(tx, casus.id);
  const voorwaarden = await telVoorwaarden(tx, casus.id);
  const loopt = await tx.db
    .selectFrom('termijn as t')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 't.regio_id').onRef('o.id', '=', 't.eigenaar_organisatie_id'),
    )
    .select(['t.soort', 'o.naam'])
    .distinct()
    .where('t.casus_id', '=', casus.id)
    .where('t.soort', 'in', [...EERST_AF])
    .where('t.afgerond_op', 'is', null)
    .orderBy('t.soort')
    .execute();
  const anderen = await sql<{ organisatie: string; contact: string | null; gepland_op: Date }>`
    select o.naam as organisatie, o.contact, min(m.gepland_op) as gepland_op
    from monitormoment m join organisatie o on o.regio_id = m.regio_id and o.id = m.organisatie_id
    where m.casus_id = ${casus.id} and m.uitgevoerd_op is null and m.vervallen_op is null and m.organisatie_id is distinct from ${houder?.organisatieId ?? null}
    group by o.id, o.naam, o.contact order by min(m.gepland_op), o.naam`.execute(tx.db);
  return {
    openAanbodAan: aanbod?.naarNaam ?? null,
    loopt: loopt.map((t) => ({
      soort: t.soort,
      omschrijving: getTermijnsoort(t.soort as Soort).omschrijving,
      eigenaarNaam: t.naam,
    })),
    directbetrokkenen: personen.map((p) => {
      const eigen = cijfers.filter((c) => c.persoonId === p.persoonId);
      const laagste = eigen.length > 0 ? Math.min(...eigen.map((c) => c.cijfer)) : null;
      return {
        persoonId: p.persoonId,
        naam: p.naam,
        leeftijd: p.leeftijd,
        rollen: p.rollen,
        laatsteCijfer: laagste,
        laatsteCijferOp: eigen[0]?.op ?? null,
        heeftCijfer: eigen.length > 0,
      };
    }),
    openVoorwaarden: voorwaarden.open,
    nietNageleefd: voorwaarden.nietNageleefd,
    anderenMonitoren: anderen.rows.map((r) => ({
      organisatieNaam: r.organisatie,
      contact: r.contact,
      eerstvolgende: laatsteDag(r.gepland_op),
    })),
    nietVeilig: await listNietVeilig(tx, casus.id),
    lageCijfers: laag,
  };
}

/**
 * The last look of each organisation since the casus was accepted or opened, and the last look of all, as far as it was not safe, newest
 * first. What an organisation found before the handover was the reason for it, and is not held against closing; that the holder was
 * followed up since changes nothing.
 */
async function listNietVeilig(tx: Tx, casusId: string): Promise<NietVeilig[]> {
  const { rows } = await sql<{ organisatie: string; op: Date; uitkomst: string }>`
    with keer as (
      select organisatie_id, op, uitkomst from veiligheidscontrole where casus_id = ${casusId}
      union all
      select organisatie_id, uitgevoerd_op, uitkomst from monitormoment where casus_id = ${casusId} and uitgevoerd_op is not null
    ), sinds as (
      select greatest((select max(vanaf) from casus_periode where casus_id = ${casusId}),
        (select max(beantwoord_op) from overdracht where casus_id = ${casusId} and status = 'aanvaard')) as op
    ), laatst as (select distinct on (organisatie_id) * from keer order by organisatie_id, op desc, uitkomst = 'veilig')
    select o.naam as organisatie, l.op, l.uitkomst
    from laatst l join organisatie o on o.regio_id = ${tx.regio} and o.id = l.organisatie_id
    where l.uitkomst <> 'veilig' and (l.op >= (select op from sinds) or l.op = (select max(op) from keer))
    order by l.op desc`.execute(tx.db);
  return rows.map((r) => ({ organisatieNaam: r.organisatie, op: r.op, uitkomst: r.uitkomst }));
}

/** What closing asks, and what is still missing. Throws 409 when the casus is closed. */
export async function bereidAfsluitingVoor(
  tx: Tx,
  casusId: string,
): Promise<{ casus: CasusRij; houder: Houder | null; stand: Stand }> {
  const casus = await getCasus(tx, casusId);
  if (casus.status !== 'open')
    throw new Probleem(409, 'Deze casus is al gesloten', 'Er is niets meer af te sluiten.', {
      soort: 'gesloten',
    });
  const houder = await findHouder(tx, casusId);
  const stand = await getStand(tx, casus, houder);
  tx.categorie('veiligheid');
  if (stand.lageCijfers.length > 0) tx.categorie('veiligheidscijfers');
  tx.betreft(...stand.lageCijfers.map((c) => c.persoonId));
  return { casus, houder, stand };
}

export interface NieuweAfsluiting {
  reden: string;
  toelichting: string;
  zonderCijfer: readonly { persoonId: string; reden: string }[];
  ondanks: string | null;
  cijfers: readonly {
    persoonId: string;
    scorerSoort: string;
    scorer: string;
    cijfer: number;
    waarom: string;
  }[];
}

/**
 * Closes a casus: zicht ends in this very moment, with nothing left open (P1).
 * @throws Probleem 409 when another holds zicht; 400 with everything that is still missing
 */
export async function sluitAf(
  tx: Tx,
  casusId: string,
  a: NieuweAfsluiting,
): Promise<{ id: string; geslotenOp: Date }> {
  const casus = await getOpenCasus(tx, casusId);
  const houder = await findHouder(tx, casusId);
  if (houder?.organisatieId !== tx.wie.organisatieId) {
    throw new Probleem(
      409,
      `${houder?.naam ?? 'Een ander'} houdt nu zicht`,
      'Er is niets gewijzigd. Alleen wie zicht houdt kan de casus afsluiten.',
      {
        soort: 'andere-houder',
      },
    );
  }
  const stand = await getStand(tx, casus, houder, a.cijfers);
  const bezwaren = bezwaarTegenSluiten(stand, { ...a, metCijfer: a.cijfers.map((c) => c.persoonId) });
  if (bezwaren.length > 0) throw ongeldig(bezwaren.map((b) => ({ veld: b.veld, melding: b.zin })));
  // a reason is kept only where it was asked: of someone who gave a figure it would read as a refusal
  const zonder = stand.directbetrokkenen.flatMap((p) => {
    const z = a.zonderCijfer.find((x) => x.persoonId === p.persoonId);
    return z && !p.heeftCijfer && !a.cijfers.some((c) => c.persoonId === p.persoonId)
      ? [{ persoonId: p.persoonId, reden: z.reden }]
      : [];
  });
  const ondanks = vraagtOndanks(stand) ? a.ondanks : null;
  await laatWeten(tx, 'tekst.geschreven', {
    casusId,
    teksten: [
      ['toelichting', a.toelichting],
      ['ondanks', ondanks],
      ...zonder.map((z): [string, string] => [`zonderCijfer.${z.persoonId}`, z.reden]),
      ...a.cijfers.flatMap((c, i) => tekstenVanCijfer(c, `cijfers.${i}.`)),
    ],
  });
  const cijfers = a.cijfers.map((c) => ({ ...c, nodig: null, bij: 'afsluiting' }));
  await geefCijfers(tx, casus, cijfers, stand.directbetrokkenen);
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('afsluiting')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: casusId,
      op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
      organisatie_id: tx.wie.organisatieId,
      reden: a.reden,
      toelichting: a.toelichting,
      zonder_cijfer: JSON.stringify(zonder),
      ondanks,
    })
    .execute();
  await sluitCasus(tx, casusId, a.reden);
  await tx.overGrens(() => rondTermijnenVanCasusAf(tx, casusId, 'casus gesloten'));
  tx.inhoud({ afsluiting: id, reden: a.reden });
  tx.categorie('casus', 'veiligheid');
  await laatWeten(tx, 'casus.gesloten', { casusId, reden: a.reden, organisatieId: tx.wie.organisatieId });
  return { id, geslotenOp: tx.nu };
}
