// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { findLaatsteHouder, getCasusVoorSchrijven, maakCasusAcuut } from '../../kern/casus/casus.store.ts';
import { geefBeoordelingsdeel, laatTerugkeren } from '../../kern/casus/heropenen.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { zetTermijn } from '../../kern/termijn/termijn.store.ts';
import { schrijfUitspraken } from '../../kern/uitspraak/uitspraak.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import {
  type JzvMelding,
  leesGemeente,
  leesPersoon,
  leesTwijfels,
  leesUitspraken,
  type Meldingstand,
  noemtHuisverbod,
  noemtNieuwHuisverbod,
  type UitkomstStatus,
  uitkomstenNa,
} from './jzv.ts';
import {
  getVeiligThuis,
  type Herkenning,
  noemPersonen,
  ontvangMelding,
  voegTwijfelsToe,
} from './melding.store.ts';
import { twijfelsBijMomenten } from './melding.ts';

type Soort = 'melding' | 'wijziging' | 'afwijkend' | 'intrekking';

const hash = (m: unknown) => createHash('sha256').update(stabiel(m)).digest('hex');

/** JSON with its keys in order, so that the same message in another order of fields is the same message. */
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

async function berichten(tx: Tx, registratienummer: string) {
  // two messages with one number at once: the second waits for the first
  await sql`select pg_advisory_xact_lock(hashtextextended(${`jzv:${tx.wie.organisatieId}:${registratienummer}`}, 11))`.execute(
    tx.db,
  );
  return tx.db
    .selectFrom('jzv_bericht')
    .select(['id', 'soort', 'inhoud', 'hash', 'melding_id', 'naar_organisatie_id'])
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .where('registratienummer', '=', registratienummer)
    .orderBy('ontvangen_op')
    .orderBy('id')
    .execute();
}

/** The place of the next person that a melding names, from 1. */
async function volgendePlek(tx: Tx, meldingId: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select coalesce(max(volgnummer), 0) + 1 as n from melding_vermelding where melding_id = ${meldingId}`.execute(
    tx.db,
  );
  return rows[0]?.n ?? 1;
}

async function schrijfBericht(
  tx: Tx,
  soort: Soort,
  vtId: string,
  m: { registratienummer: string },
  meldingId: string | null,
): Promise<void> {
  await tx.db
    .insertInto('jzv_bericht')
    .values({
      regio_id: tx.regio,
      id: nieuwId(tx.nu),
      organisatie_id: tx.wie.organisatieId,
      naar_organisatie_id: vtId,
      registratienummer: m.registratienummer,
      soort,
      inhoud: JSON.stringify(m),
      hash: hash(m),
      ontvangen_op: tx.nu,
      melding_id: meldingId,
    })
    .execute();
}

/** Asks Veilig Thuis to look at a message that says something else than the one before. */
async function vraagBlik(
  tx: Tx,
  meldingId: string,
  casusId: string,
  vtId: string,
  waarom: string,
  acuut = false,
): Promise<void> {
  await zetTermijn(tx, {
    soort: 'bericht_bekijken',
    casusId,
    onderwerpSoort: 'melding',
    onderwerpId: meldingId,
    eigenaarOrganisatieId: vtId,
    waarom,
    acuut,
    begintOp: tx.nu,
  });
}

const ACUUT_TOELICHTING = 'De politie noemt een tijdelijk huisverbod.';

/**
 * A later message names a huisverbod that the one before it did not: danger is as acute as if a new report said so. A casus that was
 * closed opens again with who held it last: nobody can look at a closed one. Only ever this way round: that it is over is for Veilig
 * Thuis to say, not for a message in which it is left out.
 */
async function meldAcuut(tx: Tx, meldingId: string, casusId: string, vtId: string): Promise<void> {
  const { status } = await getCasusVoorSchrijven(tx, casusId);
  if (status === 'gesloten') {
    const houderId = (await findLaatsteHouder(tx, casusId)) ?? vtId;
    await laatTerugkeren(
      tx,
      casusId,
      { houderId, vtId },
      {
        meldingId,
        acuut: true,
        grond: 'acuut gevaar gemeld bij een gesloten casus',
        waarom: 'De melder noemt nu acuut gevaar',
      },
    );
    tx.ook('casus.heropenen', casusId, meldingId, {});
  }
  await geefBeoordelingsdeel(tx, casusId, vtId);
  await maakCasusAcuut(tx, casusId);
  tx.ook('melding.acuut_gemeld', casusId, meldingId, { acuut: true });
  await laatWeten(tx, 'melding.acuut_gemeld', { meldingId, casusId, vtId, op: tx.nu });
}

export type Ontvangst = { uitkomst: 'nieuw' | 'zelfde' | 'afwijkend' | 'ingetrokken' };

/**
 * Takes in a police report. The same message again is the same report. Another message with a known number is kept beside
 * it as `afwijkend` and shown to Veilig Thuis; it changes nothing of the report (the sender gets a 409 that says so). Danger
 * does not wait for a number to be right: where it names a huisverbod, someone has to act within the day all the same.
 */
export async function ontvangJzv(tx: Tx, m: JzvMelding, herkenning: Herkenning): Promise<Ontvangst> {
  const eerder = await berichten(tx, m.registratienummer);
  const eerste = eerder.find((b) => b.soort === 'melding');
  if (eerste?.melding_id) {
    const meldingId = eerste.melding_id;
    const ingetrokken = eerder.some((b) => b.soort === 'intrekking');
    if (!ingetrokken && eerder.some((b) => b.hash === hash(m) && b.soort !== 'afwijkend'))
      return { uitkomst: 'zelfde' };
    if (!eerder.some((b) => b.hash === hash(m) && b.soort === 'afwijkend')) {
      await tx.overGrens(async () => {
        await schrijfBericht(tx, 'afwijkend', eerste.naar_organisatie_id, m, meldingId);
        const { casus_id } = await tx.db
          .selectFrom('melding')
          .select('casus_id')
          .where('id', '=', meldingId)
          .executeTakeFirstOrThrow();
        tx.overCasus(casus_id);
        const acuut = noemtNieuwHuisverbod(nieuwsteVan(eerder, eerste), m);
        await vraagBlik(
          tx,
          meldingId,
          casus_id,
          eerste.naar_organisatie_id,
          acuut
            ? 'De politie stuurde een ander bericht met hetzelfde nummer, met een tijdelijk huisverbod'
            : 'De politie stuurde een ander bericht met hetzelfde nummer',
          acuut,
        );
        if (acuut) await meldAcuut(tx, meldingId, casus_id, eerste.naar_organisatie_id);
      });
    }
    return { uitkomst: ingetrokken ? 'ingetrokken' : 'afwijkend' };
  }
  const vt = await getVeiligThuis(tx);
  const huisverbod = noemtHuisverbod(m);
  const { id } = await ontvangMelding(
    tx,
    {
      kanaal: 'jzv',
      registratienummer: m.registratienummer,
      casusId: null,
      vtId: vt.id,
      melderOrganisatieId: tx.wie.organisatieId,
      melder: {
        groep: 'justitie_veiligheid',
        rol: 'politie',
        naam: tx.wie.organisatieNaam,
        telefoon: null,
        email: null,
        bekend: 'open',
        grond: null,
      },
      uitspraken: leesUitspraken(m),
      personen: [leesPersoon(m)],
      aard: ['onbekend'],
      aanvullend: [],
      duur: 'onbekend',
      acuut: huisverbod,
      acuutToelichting: huisverbod ? ACUUT_TOELICHTING : null,
      kindcheck: 'onbekend',
      kindcheckToelichting: null,
      gemeentecode: leesGemeente(m.incident.locatie),
      terugkoppelingGewenst: m.terugkoppelingGewenst,
      twijfels: leesTwijfels(m, tx.nu),
    },
    herkenning,
  );
  await schrijfBericht(tx, 'melding', vt.id, m, id);
  return { uitkomst: 'nieuw' };
}

type Bericht = Awaited<ReturnType<typeof berichten>>[number];

/** What the report says as it stands: its last correction, or the report itself. A deviating message changed nothing. */
function nieuwsteVan(eerder: readonly Bericht[], eerste: Bericht): JzvMelding {
  const nieuwste = eerder.filter((b) => b.soort === 'melding' || b.soort === 'wijziging').at(-1) ?? eerste;
  return nieuwste.inhoud as JzvMelding;
}

interface Stand {
  meldingId: string;
  vtId: string;
  inhoud: JzvMelding;
}

function stand(eerder: readonly Bericht[]): Stand {
  const eerste = eerder.find((b) => b.soort === 'melding');
  if (!eerste?.melding_id) throw nietGevonden('Deze melding');
  if (eerder.some((b) => b.soort === 'intrekking')) {
    throw new Probleem(
      410,
      'Deze melding is ingetrokken',
      'U heeft deze melding ingetrokken. Veilig Thuis bewaart haar en beslist wat ermee gebeurt. Wilt u toch melden, stuur dan een nieuwe melding met een nieuw registratienummer (POST).',
      { soort: 'ingetrokken' },
    );
  }
  return {
    meldingId: eerste.melding_id,
    vtId: eerste.naar_organisatie_id,
    inhoud: nieuwsteVan(eerder, eerste),
  };
}

/**
 * A correction by the sender: what it adds is added, what was said before stays. A huisverbod that it adds makes the report as
 * acute as one that named it at once. Throws 404, 410.
 */
export async function wijzigJzv(tx: Tx, m: JzvMelding, herkenning: Herkenning): Promise<void> {
  const eerder = await berichten(tx, m.registratienummer);
  const nu = stand(eerder);
  if (hash(nu.inhoud) === hash(m)) return;
  await tx.overGrens(async () => {
    const { casus_id: casusId } = await tx.db
      .selectFrom('melding')
      .select('casus_id')
      .where('id', '=', nu.meldingId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    tx.overCasus(casusId);
    await schrijfBericht(tx, 'wijziging', nu.vtId, m, nu.meldingId);
    await voegTwijfelsToe(tx, nu.meldingId, [
      ...leesTwijfels(m, tx.nu),
      ...twijfelsBijMomenten([m.incident.datumTijd], [leesPersoon(m).geboorte], tx.nu),
    ]);
    const oud = new Set(leesUitspraken(nu.inhoud).map((u) => u.tekst));
    const nieuw = leesUitspraken(m).filter((u) => !oud.has(u.tekst));
    await schrijfUitspraken(
      tx,
      nieuw.map((u) => ({
        ...u,
        tekst: `Gewijzigd door de politie: ${u.tekst}`,
        casusId,
        meldingId: nu.meldingId,
        organisatieId: nu.vtId,
      })),
    );
    const anderePersoon = stabiel(nu.inhoud.natuurlijkPersoon) !== stabiel(m.natuurlijkPersoon);
    const vermeldingen = anderePersoon
      ? await noemPersonen(
          tx,
          {
            meldingId: nu.meldingId,
            casusId,
            vtId: nu.vtId,
            bron: 'wijziging door de politie',
            vanaf: await volgendePlek(tx, nu.meldingId),
          },
          [leesPersoon(m)],
          herkenning,
          () => [
            {
              veld: 'persoon',
              reden: 'De politie wijzigde deze persoon. Is het dezelfde als eerst genoemd?',
            },
          ],
        )
      : [];
    const acuut = noemtNieuwHuisverbod(nu.inhoud, m);
    await vraagBlik(
      tx,
      nu.meldingId,
      casusId,
      nu.vtId,
      acuut ? 'De politie meldt nu een tijdelijk huisverbod' : 'De politie wijzigde haar melding',
      acuut,
    );
    if (acuut) {
      await tx.db
        .updateTable('melding')
        .set({ acuut: true, acuut_toelichting: ACUUT_TOELICHTING })
        .where('id', '=', nu.meldingId)
        .execute();
      await meldAcuut(tx, nu.meldingId, casusId, nu.vtId);
    }
    if (vermeldingen.length > 0)
      await laatWeten(tx, 'melding.aangevuld', {
        meldingId: nu.meldingId,
        casusId,
        vtId: nu.vtId,
        acuut,
        vermeldingen,
      });
  });
}

/**
 * The sender withdraws. The melding stays and the casus stays held: whether a worry is over is for Veilig Thuis to say.
 * Throws 404, 410.
 */
export async function trekJzvIn(tx: Tx, registratienummer: string): Promise<void> {
  const nu = stand(await berichten(tx, registratienummer));
  await tx.overGrens(async () => {
    const { casus_id: casusId } = await tx.db
      .selectFrom('melding')
      .select('casus_id')
      .where('id', '=', nu.meldingId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    tx.overCasus(casusId);
    await schrijfBericht(tx, 'intrekking', nu.vtId, { registratienummer }, nu.meldingId);
    // what was decided stays decided
    await tx.db
      .updateTable('melding')
      .set({ status: 'ingetrokken' })
      .where('id', '=', nu.meldingId)
      .where('status', '<>', 'beoordeeld')
      .execute();
    await vraagBlik(
      tx,
      nu.meldingId,
      casusId,
      nu.vtId,
      'De politie trok haar melding in: beslis wat er met de zorg gebeurt',
    );
    await laatWeten(tx, 'melding.ingetrokken', {
      meldingId: nu.meldingId,
      casusId,
      vtId: nu.vtId,
      reden: 'ingetrokken door de politie',
    });
  });
}

/** The message as it stands now. Throws 404, 410. */
export async function getJzv(tx: Tx, registratienummer: string): Promise<JzvMelding> {
  return stand(await berichten(tx, registratienummer)).inhoud;
}

/** The sender's own messages as they stand, newest first, at most `hoogstens`. */
export async function listJzv(tx: Tx, hoogstens: number): Promise<JzvMelding[]> {
  const { rows } = await sql<{ inhoud: JzvMelding }>`
    select inhoud from (
      select distinct on (registratienummer) registratienummer, inhoud, soort, ontvangen_op from jzv_bericht
      where organisatie_id = ${tx.wie.organisatieId} and soort <> 'afwijkend' order by registratienummer, ontvangen_op desc, id desc
    ) s where soort <> 'intrekking' order by ontvangen_op desc limit ${hoogstens}`.execute(tx.db);
  return rows.map((r) => r.inhoud);
}

/** Writes an outcome for a police report, once per status; nothing for a report that came another way. */
export async function schrijfUitkomst(tx: Tx, meldingId: string, status: UitkomstStatus): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into uitkomstmelding (regio_id, id, melding_id, organisatie_id, naar_organisatie_id, registratienummer, status, volgnummer, gemaakt_op)
    select m.regio_id, ${nieuwId(tx.nu)}, m.id, m.organisatie_id, m.melder_organisatie_id, m.registratienummer, ${status},
      (select coalesce(max(u.volgnummer), 0) + 1 from uitkomstmelding u where u.melding_id = m.id), ${tx.nu}
    from melding m where m.id = ${meldingId} and m.kanaal = 'jzv'
    on conflict (regio_id, melding_id, status) do nothing returning id`.execute(tx.db);
  const id = rows[0]?.id;
  if (id) tx.plan('uitkomst', { uitkomst: id }, tx.nu, `uitkomst:${id}`);
}

/**
 * Writes what the police hear about a report, or about every report in a casus, now that something happened in it
 * (`uitkomstenNa`).
 * @param houderId who holds zicht now, or held it at the closing; null: nobody, the casus is closed
 */
export async function meldUitkomsten(
  tx: Tx,
  waar: { meldingId: string } | { casusId: string },
  gebeurd: 'vastgesteld' | 'overgedragen' | 'gesloten' | 'verplaatst',
  houderId: string | null,
): Promise<void> {
  await tx.overGrens(async () => {
    const houder = await tx.db
      .selectFrom('organisatie')
      .select('soort')
      .where('id', '=', houderId)
      .executeTakeFirst();
    const { rows } = await sql<{ id: string } & Meldingstand>`
      select m.id, b.besluit, array(select u.status from uitkomstmelding u where u.regio_id = m.regio_id and u.melding_id = m.id) as gemeld
      from melding m left join beoordeling b on b.regio_id = m.regio_id and b.melding_id = m.id and b.status = 'vastgesteld'
      where m.kanaal = 'jzv' and ${'meldingId' in waar ? sql`m.id = ${waar.meldingId}` : sql`m.casus_id = ${waar.casusId}`}
      order by m.ontvangen_op, m.id`.execute(tx.db);
    // a closed casus has nobody else who goes on with it
    const wie = houder && houder.soort !== 'veilig_thuis' ? 'ander' : 'veilig_thuis';
    for (const { id, ...stand } of rows) {
      for (const status of uitkomstenNa(stand, gebeurd, wie)) await schrijfUitkomst(tx, id, status);
    }
  });
}

/** The latest outcome of one of the asker's reports. Throws 404 when there is none yet. */
export async function getUitkomst(
  tx: Tx,
  registratienummer: string,
): Promise<{ registratienummer: string; status: UitkomstStatus }> {
  const rij = await tx.db
    .selectFrom('uitkomstmelding')
    .select(['registratienummer', 'status'])
    .where('registratienummer', '=', registratienummer)
    .orderBy('volgnummer', 'desc')
    .executeTakeFirst();
  if (!rij)
    throw new Probleem(
      404,
      'Nog geen uitkomst',
      'Er is nog geen uitkomst, of deze melding is bij ons niet bekend.',
      { soort: 'niet-gevonden' },
    );
  return { registratienummer: rij.registratienummer, status: rij.status as UitkomstStatus };
}

/**
 * An outcome that Veilig Thuis gives by hand.
 * @returns false when this status was given already
 * @throws Probleem 404; 409 when two senders used this number: the standard names no sender, and the wrong one would hear it
 */
export async function plaatsUitkomst(
  tx: Tx,
  u: { registratienummer: string; status: UitkomstStatus },
): Promise<boolean> {
  const [melding, ander] = await tx.db
    .selectFrom('melding')
    .select(['id', 'casus_id'])
    .where('registratienummer', '=', u.registratienummer)
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .execute();
  if (!melding) throw nietGevonden('Deze melding');
  if (ander)
    throw new Probleem(
      409,
      'Twee melders gebruikten dit registratienummer',
      'Aan het nummer alleen is niet te zien wie deze uitkomst moet horen. Er is niets verstuurd. Bel de melder.',
      { soort: 'nummer-niet-uniek' },
    );
  tx.overCasus(melding.casus_id);
  const al = await tx.db
    .selectFrom('uitkomstmelding')
    .select('id')
    .where('melding_id', '=', melding.id)
    .where('status', '=', u.status)
    .executeTakeFirst();
  if (al) return false;
  await schrijfUitkomst(tx, melding.id, u.status);
  return true;
}

export interface TeVersturen {
  id: string;
  registratienummer: string;
  status: string;
  eerste: boolean;
}

/** The oldest outcome that has not been delivered, held so that no other job sends it too. */
export async function neemTeVersturen(tx: Tx): Promise<TeVersturen | null> {
  const { rows } = await sql<{ id: string; registratienummer: string; status: string; volgnummer: number }>`
    select id, registratienummer, status, volgnummer from uitkomstmelding u where verzonden_op is null
      and not exists (select from uitkomstmelding v where v.melding_id = u.melding_id and v.volgnummer < u.volgnummer and v.verzonden_op is null)
    order by pogingen, gemaakt_op, volgnummer limit 1 for update skip locked`.execute(tx.db);
  const r = rows[0];
  return r
    ? { id: r.id, registratienummer: r.registratienummer, status: r.status, eerste: r.volgnummer === 1 }
    : null;
}

export async function markeerVerzonden(tx: Tx, id: string, fout: string | null): Promise<void> {
  await tx.db
    .updateTable('uitkomstmelding')
    .set({
      pogingen: sql<number>`pogingen + 1`,
      laatste_fout: fout,
      ...(fout === null ? { verzonden_op: tx.nu } : {}),
    })
    .where('id', '=', id)
    .execute();
}
