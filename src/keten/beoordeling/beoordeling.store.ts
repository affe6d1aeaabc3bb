// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { wijzigCasus } from '../../kern/casus/casus.store.ts';
import { type Gebeurtenissen, laatWeten } from '../../kern/gebeurtenissen.ts';
import { rondTermijnAf, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import type { Soort } from '../../kern/termijn/termijnsoorten.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { zetMeldingStatus } from '../melding/melding.store.ts';
import {
  type Afweging,
  type Besluit,
  bezwaarTegenTweede,
  type Grond,
  isZelfde,
  kanTweedeZijn,
  stopt,
  termijnenNa,
  uitkomstCode,
  voorDeStukken,
  watNogNodigIs,
} from './beoordeling.ts';

/** The terms that hang on one beoordeling until it is decided. */
const TOT_BESLUIT: readonly Soort[] = ['beoordeling', 'spoed_24u', 'tweede_paar_ogen'];

export interface Beoordeling extends Afweging {
  id: string;
  casusId: string;
  meldingId: string;
  organisatieId: string;
  status: 'open' | 'voorgelegd' | 'vastgesteld';
  beoordelaarId: string | null;
  voorgelegdOp: Date | null;
  tweedeId: string | null;
  tweedeOpmerking: string | null;
  vastgesteldOp: Date | null;
  gewijzigdOp: Date | null;
  gewijzigdDoor: string | null;
  versie: number;
}

type Rij = {
  id: string;
  casus_id: string;
  melding_id: string;
  organisatie_id: string;
  status: string;
  acuut: string | null;
  acuut_argument: string | null;
  structureel: string | null;
  structureel_argument: string | null;
  multiprobleem: string | null;
  multiprobleem_argument: string | null;
  uitspraak_ids: string[];
  besluit: string | null;
  besluit_reden: string | null;
  vervolg_soort: string | null;
  beoordelaar_id: string | null;
  voorgelegd_op: Date | null;
  tweede_id: string | null;
  tweede_opmerking: string | null;
  vastgesteld_op: Date | null;
  gewijzigd_op: Date | null;
  gewijzigd_door: string | null;
  versie: number;
};

function naarBeoordeling(r: Rij): Beoordeling {
  return {
    id: r.id,
    casusId: r.casus_id,
    meldingId: r.melding_id,
    organisatieId: r.organisatie_id,
    status: r.status as Beoordeling['status'],
    acuut: r.acuut,
    acuutArgument: r.acuut_argument,
    structureel: r.structureel,
    structureelArgument: r.structureel_argument,
    multiprobleem: r.multiprobleem,
    multiprobleemArgument: r.multiprobleem_argument,
    uitspraakIds: r.uitspraak_ids,
    besluit: r.besluit,
    besluitReden: r.besluit_reden,
    vervolgSoort: r.vervolg_soort,
    beoordelaarId: r.beoordelaar_id,
    voorgelegdOp: r.voorgelegd_op,
    tweedeId: r.tweede_id,
    tweedeOpmerking: r.tweede_opmerking,
    vastgesteldOp: r.vastgesteld_op,
    gewijzigdOp: r.gewijzigd_op,
    gewijzigdDoor: r.gewijzigd_door,
    versie: r.versie,
  };
}

function kolommen(a: Afweging) {
  return {
    acuut: a.acuut,
    acuut_argument: a.acuutArgument,
    structureel: a.structureel,
    structureel_argument: a.structureelArgument,
    multiprobleem: a.multiprobleem,
    multiprobleem_argument: a.multiprobleemArgument,
    uitspraak_ids: [...a.uitspraakIds],
    besluit: a.besluit,
    besluit_reden: a.besluitReden,
    vervolg_soort: a.vervolgSoort,
  };
}

/** The weighing alone, without who and when. */
export function afwegingVan(b: Afweging): Afweging {
  return {
    acuut: b.acuut,
    acuutArgument: b.acuutArgument,
    structureel: b.structureel,
    structureelArgument: b.structureelArgument,
    multiprobleem: b.multiprobleem,
    multiprobleemArgument: b.multiprobleemArgument,
    uitspraakIds: b.uitspraakIds,
    besluit: b.besluit,
    besluitReden: b.besluitReden,
    vervolgSoort: b.vervolgSoort,
  };
}

// ── What happens when a melding comes in, goes or moves ────────────────────────────────────────────────────────────────

/**
 * A melding was received: its beoordeling waits, and so do its terms. The family has someone who looks from the first
 * day: the zichtcontrole is the holder's, one per casus.
 */
export async function beginBeoordeling(tx: Tx, g: Gebeurtenissen['melding.ontvangen']): Promise<void> {
  await tx.overGrens(async () => {
    const id = nieuwId(tx.nu);
    await tx.db
      .insertInto('beoordeling')
      .values({
        regio_id: tx.regio,
        id,
        casus_id: g.casusId,
        melding_id: g.meldingId,
        organisatie_id: g.vtId,
        status: 'open',
      })
      .execute();
    // who assesses must be able to read the casus, also one that was handed over earlier
    await tx.db
      .insertInto('betrokkenheid')
      .values({
        regio_id: tx.regio,
        casus_id: g.casusId,
        organisatie_id: g.vtId,
        grond: 'beoordeling',
        vanaf: tx.nu,
        tot: null,
      })
      .onConflict((c) => c.columns(['regio_id', 'casus_id', 'organisatie_id']).doUpdateSet({ tot: null }))
      .execute();
    await rondTermijnAf(tx, g.casusId, ['afsluiten'], 'er is een nieuwe melding');
    const medewerkerId = tx.wie.organisatieId === g.vtId ? tx.wie.medewerkerId : null;
    const basis = {
      casusId: g.casusId,
      eigenaarOrganisatieId: g.vtId,
      eigenaarMedewerkerId: medewerkerId,
      acuut: g.acuut,
    };
    const over = { onderwerpSoort: 'beoordeling', onderwerpId: id };
    await zetTermijn(tx, {
      ...basis,
      ...over,
      soort: 'beoordeling',
      begintOp: g.ontvangenOp,
      waarom: 'Nieuwe melding',
    });
    if (g.acuut) {
      await zetTermijn(tx, {
        ...basis,
        ...over,
        soort: 'spoed_24u',
        begintOp: g.ontvangenOp,
        waarom: 'De melder noemt acuut gevaar',
      });
    }
    // counted from the recording of the data (Wmo 2015 art. 5.3.1 lid 1)
    await zetTermijn(tx, {
      ...basis,
      acuut: false,
      soort: 'informeren_betrokkenen',
      onderwerpSoort: 'melding',
      onderwerpId: g.meldingId,
      begintOp: tx.nu,
      waarom: 'Gegevens vastgelegd',
    });
    const houder = await findHouder(tx, g.casusId);
    const houderId = houder?.organisatieId ?? g.vtId;
    await zetZichtcontrole(tx, g.casusId, {
      organisatieId: houderId,
      medewerkerId: houderId === g.vtId ? medewerkerId : null,
      begintOp: g.ontvangenOp,
      acuut: g.acuut,
      waarom: 'Het gezin wacht op de beoordeling',
    });
  });
}

/** Sets the zichtcontrole of a casus unless one is running: a family has one next look. */
export async function zetZichtcontrole(
  tx: Tx,
  casusId: string,
  t: {
    organisatieId: string;
    medewerkerId: string | null;
    begintOp: Date;
    acuut: boolean;
    waarom: string;
    dagen?: number | undefined;
  },
): Promise<void> {
  const loopt = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('onderwerp_id', '=', casusId)
    .where('soort', '=', 'zichtcontrole')
    .where('afgerond_op', 'is', null)
    .executeTakeFirst();
  if (loopt) return;
  await zetTermijn(tx, {
    soort: 'zichtcontrole',
    casusId,
    onderwerpSoort: 'casus',
    onderwerpId: casusId,
    eigenaarOrganisatieId: t.organisatieId,
    eigenaarMedewerkerId: t.medewerkerId,
    acuut: t.acuut,
    begintOp: t.begintOp,
    waarom: t.waarom,
    duur: t.dagen === undefined ? undefined : { aantal: t.dagen, eenheid: 'dagen' },
  });
}

async function findBijMelding(tx: Tx, meldingId: string): Promise<Beoordeling | null> {
  const rij = await tx.db
    .selectFrom('beoordeling')
    .selectAll()
    .where('melding_id', '=', meldingId)
    .executeTakeFirst();
  return rij ? naarBeoordeling(rij) : null;
}

/** The melder withdrew: nothing is left to assess, and the family is not forgotten: someone closes the casus, or says why not. */
export async function stopBeoordeling(tx: Tx, g: Gebeurtenissen['melding.ingetrokken']): Promise<void> {
  await tx.overGrens(async () => {
    const b = await findBijMelding(tx, g.meldingId);
    if (!b || b.status === 'vastgesteld') return;
    await rondTermijnAf(tx, b.id, TOT_BESLUIT, 'melding ingetrokken');
    await zetAfsluiten(tx, b, 'De melding is ingetrokken');
  });
}

/** The melding belongs to another casus now: its beoordeling and terms go along. Undoing is the same, the other way. */
export async function verplaatsBeoordelingen(tx: Tx, g: Gebeurtenissen['melding.verplaatst']): Promise<void> {
  if (g.meldingIds.length === 0) return;
  await tx.overGrens(async () => {
    const rijen = await tx.db
      .updateTable('beoordeling')
      .set({ casus_id: g.naarCasusId })
      .where('melding_id', 'in', [...g.meldingIds])
      .returning(['id', 'status', 'organisatie_id'])
      .execute();
    const onderwerpen = [...rijen.map((r) => r.id), ...g.meldingIds];
    await tx.db
      .updateTable('termijn')
      .set({ casus_id: g.naarCasusId })
      .where('onderwerp_id', 'in', onderwerpen)
      .where('casus_id', '=', g.vanCasusId)
      .execute();
    const houder = await findHouder(tx, g.naarCasusId);
    const wacht = rijen.find((r) => r.status !== 'vastgesteld');
    if (houder && wacht) {
      await zetZichtcontrole(tx, g.naarCasusId, {
        organisatieId: houder.organisatieId,
        medewerkerId: null,
        begintOp: tx.nu,
        acuut: false,
        waarom: 'Het gezin wacht op de beoordeling',
      });
    }
  });
}

/** After acceptance the one who watches is the one who looks. Where the overdracht already passed it on, nothing is left to do. */
export async function geefZichtcontroleDoor(tx: Tx, g: Gebeurtenissen['overdracht.aanvaard']): Promise<void> {
  await tx.overGrens(async () => {
    await tx.db
      .updateTable('termijn')
      .set({
        eigenaar_organisatie_id: g.naarId,
        eigenaar_medewerker_id: g.regisseurId,
        eigenaar_team_id: null,
      })
      .where('casus_id', '=', g.casusId)
      .where('soort', '=', 'zichtcontrole')
      .where('afgerond_op', 'is', null)
      .where('eigenaar_organisatie_id', '!=', g.naarId)
      .execute();
  });
}

// ── Reading ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One beoordeling, kept from others while this act runs. Throws 404. */
async function getVoorSchrijven(tx: Tx, id: string): Promise<Beoordeling> {
  const rij = await tx.db
    .selectFrom('beoordeling')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze beoordeling');
  return naarBeoordeling(rij);
}

/** One beoordeling, by its own id or by that of its melding. Throws 404. */
export async function getBeoordeling(
  tx: Tx,
  op: { id: string } | { meldingId: string },
): Promise<Beoordeling> {
  const vraag = tx.db.selectFrom('beoordeling').selectAll();
  const rij = await ('id' in op
    ? vraag.where('id', '=', op.id)
    : vraag.where('melding_id', '=', op.meldingId)
  ).executeTakeFirst();
  if (!rij) throw nietGevonden('Deze beoordeling');
  return naarBeoordeling(rij);
}

/** What the rules need of the statements of a casus. */
export async function listGronden(tx: Tx, casusId: string): Promise<Grond[]> {
  const rijen = await tx.db
    .selectFrom('uitspraak')
    .select(['id', 'soort', 'bron', 'verbetert_id'])
    .where('casus_id', '=', casusId)
    .execute();
  const verbeterd = new Set(rijen.map((r) => r.verbetert_id));
  return rijen.map((r) => ({ id: r.id, soort: r.soort, bron: r.bron, verbeterd: verbeterd.has(r.id) }));
}

export interface MeldingBijBeoordeling {
  nummer: string;
  kanaal: string;
  status: string;
  ontvangenOp: Date;
  melderGroep: string;
  aard: string[];
  aanvullend: string[];
  duur: string;
  acuut: boolean;
  acuutToelichting: string | null;
  kindcheck: string;
  kindcheckToelichting: string | null;
  betrokkenheid: string;
  betrokkenheidUitleg: string;
  twijfels: { veld: string; reden: string }[];
}

/** The melding as the assessor needs it: never who reported, only from which side. */
export async function getMeldingBij(tx: Tx, meldingId: string): Promise<MeldingBijBeoordeling> {
  const r = await tx.db
    .selectFrom('melding')
    .select([
      'nummer',
      'kanaal',
      'status',
      'ontvangen_op',
      'melder_groep',
      'aard',
      'aanvullend',
      'duur',
      'acuut',
      'acuut_toelichting',
      'kindcheck',
      'kindcheck_toelichting',
      'betrokkenheid',
      'betrokkenheid_uitleg',
      'twijfels',
    ])
    .where('id', '=', meldingId)
    .executeTakeFirst();
  if (!r) throw nietGevonden('Deze melding');
  return {
    nummer: r.nummer,
    kanaal: r.kanaal,
    status: r.status,
    ontvangenOp: r.ontvangen_op,
    melderGroep: r.melder_groep,
    aard: r.aard,
    aanvullend: r.aanvullend,
    duur: r.duur,
    acuut: r.acuut,
    acuutToelichting: r.acuut_toelichting,
    kindcheck: r.kindcheck,
    kindcheckToelichting: r.kindcheck_toelichting,
    betrokkenheid: r.betrokkenheid,
    betrokkenheidUitleg: r.betrokkenheid_uitleg,
    twijfels: r.twijfels as unknown as { veld: string; reden: string }[],
  };
}

export interface Stap {
  stap: string;
  op: Date;
  door: string;
  opmerking: string | null;
}

/** When it was put forward, came back and was decided, oldest first. */
export async function listStappen(tx: Tx, beoordelingId: string): Promise<Stap[]> {
  const rijen = await tx.db
    .selectFrom('beoordeling_stap as s')
    .leftJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 's.regio_id').onRef('m.id', '=', 's.medewerker_id'),
    )
    .select(['s.stap', 's.op', 's.opmerking', 'm.naam'])
    .where('s.beoordeling_id', '=', beoordelingId)
    .orderBy('s.op')
    .orderBy('s.id')
    .limit(100)
    .execute();
  return rijen.map((r) => ({ stap: r.stap, op: r.op, door: r.naam ?? '', opmerking: r.opmerking }));
}

export interface Collega {
  id: string;
  naam: string;
  functie: string;
}

/** Who can be the second pair of eyes, next to the one who asks. */
export async function listCollegas(tx: Tx, organisatieId: string): Promise<Collega[]> {
  const rijen = await tx.db
    .selectFrom('medewerker')
    .select(['id', 'naam', 'functie'])
    .where('organisatie_id', '=', organisatieId)
    .where('actief', '=', true)
    .where('id', '!=', tx.wie.medewerkerId)
    .orderBy('naam')
    .limit(500)
    .execute();
  return rijen.filter((r) => kanTweedeZijn(r.functie));
}

/** The names of workers by id. */
export async function namenVan(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const echte = ids.filter((i): i is string => i !== null);
  if (echte.length === 0) return new Map();
  const rijen = await tx.db
    .selectFrom('medewerker')
    .select(['id', 'naam'])
    .where('id', 'in', echte)
    .execute();
  return new Map(rijen.map((r) => [r.id, r.naam]));
}

/** Puts everyone in the casus on the record of this act. */
export async function betreftCasus(tx: Tx, casusId: string): Promise<void> {
  const { rows } = await sql<{ persoon_id: string }>`
    select distinct k.persoon_id from casus_persoon cp
    join koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
    where cp.casus_id = ${casusId} and cp.tot is null`.execute(tx.db);
  tx.betreft(...rows.map((r) => r.persoon_id));
}

// ── Acts ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

async function open(tx: Tx, id: string): Promise<Beoordeling> {
  const b = await getVoorSchrijven(tx, id);
  tx.overCasus(b.casusId);
  tx.inhoud({ melding: b.meldingId });
  await betreftCasus(tx, b.casusId);
  return b;
}

async function conflict(tx: Tx, b: Beoordeling): Promise<Probleem> {
  const namen = await namenVan(tx, [b.gewijzigdDoor]);
  return new Probleem(
    409,
    'Een collega heeft deze beoordeling ook gewijzigd',
    'Uw tekst staat nog in dit scherm en is niet verloren. Vergelijk beide versies en kies welke blijft.',
    {
      soort: 'andere-versie',
      huidig: {
        ...afwegingVan(b),
        versie: b.versie,
        status: b.status,
        gewijzigdOp: b.gewijzigdOp?.toISOString() ?? null,
        gewijzigdDoor: (b.gewijzigdDoor && namen.get(b.gewijzigdDoor)) ?? null,
      },
    },
  );
}

async function controleerVersie(tx: Tx, b: Beoordeling, versie: number): Promise<void> {
  if (b.versie !== versie) throw await conflict(tx, b);
}

/**
 * Keeps the weighing as it is now. Throws 409 with `huidig` when someone else was first, 409 when it was already put
 * forward, 400 when a statement is not of this casus.
 */
export async function bewaar(
  tx: Tx,
  id: string,
  versie: number,
  wijziging: Partial<Afweging>,
): Promise<Beoordeling> {
  const b = await open(tx, id);
  const nieuw: Afweging = { ...afwegingVan(b), ...wijziging };
  // the answer to an earlier send got lost: what was asked already is so
  if (
    b.status === 'open' &&
    b.gewijzigdDoor === tx.wie.medewerkerId &&
    isZelfde(nieuw, b) &&
    b.versie >= versie
  ) {
    tx.stil();
    return b;
  }
  await controleerVersie(tx, b, versie);
  if (b.status !== 'open') {
    throw new Probleem(
      409,
      b.status === 'vastgesteld'
        ? 'Deze beoordeling is vastgesteld'
        : 'Deze beoordeling ligt bij een collega',
      b.status === 'vastgesteld'
        ? 'Zij verandert niet meer. Voeg een uitspraak toe aan de casus, of wacht op een nieuwe melding.'
        : 'Laat haar terugleggen als u nog iets wilt wijzigen. Uw tekst staat nog in dit scherm.',
      { soort: 'niet-open' },
    );
  }
  if (nieuw.uitspraakIds.length > 0) {
    const bekend = new Set((await listGronden(tx, b.casusId)).map((g) => g.id));
    if (nieuw.uitspraakIds.some((u) => !bekend.has(u))) {
      throw ongeldig([
        {
          veld: 'uitspraakIds',
          melding: 'Een gekozen uitspraak hoort niet bij deze casus. Ververs de pagina.',
        },
      ]);
    }
  }
  await zetMeldingStatus(tx, b.meldingId, 'in_beoordeling');
  await tx.db
    .updateTable('beoordeling')
    .set({
      ...kolommen(nieuw),
      beoordelaar_id: b.beoordelaarId ?? tx.wie.medewerkerId,
      gewijzigd_op: tx.nu,
      gewijzigd_door: tx.wie.medewerkerId,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', id)
    .execute();
  if (!b.beoordelaarId) await maakEigenaar(tx, b.id, tx.wie.medewerkerId);
  if (nieuw.acuut !== b.acuut) await volgAcuut(tx, b, nieuw.acuut);
  tx.inhoud({ versie: versie + 1 });
  tx.categorie('beoordeling');
  return getBeoordeling(tx, { id });
}

/** Whoever begins to assess has the terms on their own list. */
async function maakEigenaar(tx: Tx, beoordelingId: string, medewerkerId: string): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({ eigenaar_medewerker_id: medewerkerId })
    .where('onderwerp_id', '=', beoordelingId)
    .where('afgerond_op', 'is', null)
    .execute();
}

/**
 * The assessor finds acute danger that the melder did not name: 24 hours begin now (S:16). Taken back before it was put
 * forward: so are the hours. What the melder called acute stays so until two people have decided.
 */
async function volgAcuut(tx: Tx, b: Beoordeling, acuut: string | null): Promise<void> {
  const melding = await tx.db
    .selectFrom('melding')
    .select('acuut')
    .where('id', '=', b.meldingId)
    .executeTakeFirst();
  if (melding?.acuut) return;
  if (acuut === 'ja') {
    await zetTermijn(tx, {
      soort: 'spoed_24u',
      casusId: b.casusId,
      onderwerpSoort: 'beoordeling',
      onderwerpId: b.id,
      eigenaarOrganisatieId: b.organisatieId,
      eigenaarMedewerkerId: tx.wie.medewerkerId,
      acuut: true,
      begintOp: tx.nu,
      waarom: 'Acute onveiligheid gezien bij de beoordeling',
    });
    await wijzigCasus(tx, b.casusId, { acuut: true });
  } else if (b.acuut === 'ja') {
    await rondTermijnAf(tx, b.id, ['spoed_24u'], 'toch niet acuut, voor het voorleggen');
    await wijzigCasus(tx, b.casusId, { acuut: await isNogAcuut(tx, b) });
  }
}

/** Whether another melding of the casus is acute and undecided, or was decided to be and no plan has begun since. */
async function isNogAcuut(tx: Tx, b: Beoordeling): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select exists (select from beoordeling o join melding m on m.regio_id = o.regio_id and m.id = o.melding_id
      join casus c on c.regio_id = o.regio_id and c.id = o.casus_id
      where o.casus_id = ${b.casusId} and o.id <> ${b.id} and m.status <> 'ingetrokken'
        and case when o.status = 'vastgesteld' then o.acuut = 'ja' and c.fase is null else m.acuut or o.acuut = 'ja' end) as ja`.execute(
    tx.db,
  );
  return rows[0]?.ja ?? false;
}

async function schrijfStap(
  tx: Tx,
  b: Beoordeling,
  stap: string,
  opmerking: string | null,
  inhoud: Afweging,
): Promise<void> {
  await tx.db
    .insertInto('beoordeling_stap')
    .values({
      regio_id: tx.regio,
      id: nieuwId(tx.nu),
      beoordeling_id: b.id,
      organisatie_id: b.organisatieId,
      stap,
      op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
      opmerking,
      inhoud: JSON.stringify(inhoud),
    })
    .execute();
}

async function controleerVolledig(tx: Tx, b: Beoordeling): Promise<void> {
  const nodig = watNogNodigIs(b, await listGronden(tx, b.casusId));
  if (nodig.length > 0) throw ongeldig(nodig);
}

/**
 * Puts it before the second pair of eyes: one colleague, or whoever is first. Throws 400 with what is still needed.
 */
export async function legVoor(
  tx: Tx,
  id: string,
  versie: number,
  aanId: string | null,
): Promise<Beoordeling> {
  const b = await open(tx, id);
  if (b.status !== 'open')
    throw new Probleem(409, 'Deze beoordeling is al voorgelegd', 'Er is niets gewijzigd.', {
      soort: 'al-gedaan',
    });
  await controleerVersie(tx, b, versie);
  await controleerVolledig(tx, b);
  if (aanId !== null && !(await listCollegas(tx, b.organisatieId)).some((c) => c.id === aanId)) {
    throw ongeldig([{ veld: 'aanId', melding: 'Kies een collega van dit Veilig Thuis, niet uzelf.' }]);
  }
  await zetMeldingStatus(tx, b.meldingId, 'in_beoordeling');
  const stuk = voorDeStukken(afwegingVan(b));
  await tx.db
    .updateTable('beoordeling')
    .set({
      ...kolommen(stuk),
      status: 'voorgelegd',
      // who puts it forward stands for it, and so cannot be the second
      beoordelaar_id: tx.wie.medewerkerId,
      voorgelegd_op: tx.nu,
      tweede_id: null,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', id)
    .execute();
  await schrijfStap(tx, b, 'voorgelegd', null, stuk);
  await zetTermijn(tx, {
    soort: 'tweede_paar_ogen',
    casusId: b.casusId,
    onderwerpSoort: 'beoordeling',
    onderwerpId: id,
    eigenaarOrganisatieId: b.organisatieId,
    eigenaarMedewerkerId: aanId,
    acuut: b.acuut === 'ja',
    begintOp: tx.nu,
    waarom: 'Een collega vraagt u mee te kijken',
  });
  tx.inhoud({ besluit: b.besluit, aan: aanId });
  tx.categorie('beoordeling');
  return getBeoordeling(tx, { id });
}

/** Back to the first person, with what is missing. The first may also take it back. Throws 409 when it was not put forward. */
export async function legTerug(tx: Tx, id: string, versie: number, opmerking: string): Promise<Beoordeling> {
  const b = await open(tx, id);
  if (b.status !== 'voorgelegd') {
    throw new Probleem(409, 'Deze beoordeling is niet (meer) voorgelegd', 'Er is niets gewijzigd.', {
      soort: 'al-gedaan',
    });
  }
  await controleerVersie(tx, b, versie);
  await schrijfStap(tx, b, 'teruggelegd', opmerking, afwegingVan(b));
  await tx.db
    .updateTable('beoordeling')
    .set({
      status: 'open',
      voorgelegd_op: null,
      tweede_id: tx.wie.medewerkerId,
      tweede_opmerking: opmerking,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', id)
    .execute();
  await rondTermijnAf(tx, id, ['tweede_paar_ogen'], 'teruggelegd');
  tx.categorie('beoordeling');
  return getBeoordeling(tx, { id });
}

/**
 * The second person decides. Ends the terms of the beoordeling, sets those of what follows, and lets the later stations
 * know. Throws 403 when it is the same person, 400 when something is missing.
 */
export async function stelVast(
  tx: Tx,
  id: string,
  versie: number,
  opmerking: string | null,
): Promise<Beoordeling> {
  const b = await open(tx, id);
  const bezwaar = bezwaarTegenTweede(b, tx.wie);
  if (bezwaar) {
    const status = b.status === 'voorgelegd' ? 403 : 409;
    throw new Probleem(status, 'U kunt deze beoordeling niet vaststellen', bezwaar, { soort: 'twee-mensen' });
  }
  await controleerVersie(tx, b, versie);
  await controleerVolledig(tx, b);
  const besluit = b.besluit as Besluit;
  await zetMeldingStatus(tx, b.meldingId, 'beoordeeld');
  await schrijfStap(tx, b, 'vastgesteld', opmerking, afwegingVan(b));
  await tx.db
    .updateTable('beoordeling')
    .set({
      status: 'vastgesteld',
      tweede_id: tx.wie.medewerkerId,
      tweede_opmerking: opmerking,
      vastgesteld_op: tx.nu,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', id)
    .execute();
  await rondTermijnAf(tx, id, TOT_BESLUIT, 'vastgesteld');
  // 'onbekend' leaves the mark as it was
  if (b.acuut !== 'onbekend')
    await wijzigCasus(tx, b.casusId, { acuut: b.acuut === 'ja' || (await isNogAcuut(tx, b)) });
  await zetVervolg(tx, b, besluit);
  tx.inhoud({ besluit, vervolgSoort: b.vervolgSoort, uitkomst: uitkomstCode(besluit) });
  tx.categorie('beoordeling');
  await laatWeten(tx, 'beoordeling.vastgesteld', {
    meldingId: b.meldingId,
    casusId: b.casusId,
    besluit,
    vervolgSoort: b.vervolgSoort,
    vtId: b.organisatieId,
  });
  return getBeoordeling(tx, { id });
}

const WAAROM: Partial<Record<Soort, string>> = {
  start_onderzoek: 'Besluit: onderzoek',
  onderzoek: 'Besluit: onderzoek',
  voorwaarden_en_vervolg: 'Besluit: Voorwaarden en Vervolg',
  overdragen: 'Besluit: overdragen',
};

async function zetVervolg(tx: Tx, b: Beoordeling, besluit: Besluit): Promise<void> {
  for (const soort of termijnenNa(besluit)) {
    if (soort === 'afsluiten') {
      await zetAfsluiten(tx, b, 'Besluit: geen vervolg door Veilig Thuis');
      continue;
    }
    // only who has zicht can hand it over
    if (soort === 'overdragen' && (await findHouder(tx, b.casusId))?.organisatieId !== b.organisatieId)
      continue;
    // the start counts from receipt, the rest from this decision (Uitvoeringsbesluit Wmo 2015 art. 4.1.7 lid 1 and 2)
    const begintOp = soort === 'start_onderzoek' ? (await getMeldingBij(tx, b.meldingId)).ontvangenOp : tx.nu;
    await zetTermijn(tx, {
      soort,
      casusId: b.casusId,
      onderwerpSoort: 'beoordeling',
      onderwerpId: b.id,
      eigenaarOrganisatieId: b.organisatieId,
      eigenaarMedewerkerId: b.beoordelaarId,
      acuut: b.acuut === 'ja',
      begintOp,
      waarom: WAAROM[soort] ?? '',
    });
  }
}

/**
 * Asks the holder to close the casus, once, and only when nothing else in it is going on. It never closes by itself: until
 * someone does, the holder watches (P1).
 */
async function zetAfsluiten(tx: Tx, b: Beoordeling, waarom: string): Promise<void> {
  const houder = await findHouder(tx, b.casusId);
  if (houder?.organisatieId !== b.organisatieId) return;
  const anderen = await tx.db
    .selectFrom('beoordeling as o')
    .innerJoin('melding as m', (j) =>
      j.onRef('m.regio_id', '=', 'o.regio_id').onRef('m.id', '=', 'o.melding_id'),
    )
    .select(['o.status', 'o.besluit'])
    .where('o.casus_id', '=', b.casusId)
    .where('o.id', '!=', b.id)
    .where('m.status', '!=', 'ingetrokken')
    .execute();
  if (anderen.some((o) => o.status !== 'vastgesteld' || !stopt(o.besluit))) return;
  const loopt = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('onderwerp_id', '=', b.casusId)
    .where('soort', '=', 'afsluiten')
    .where('afgerond_op', 'is', null)
    .executeTakeFirst();
  if (loopt) return;
  await zetTermijn(tx, {
    soort: 'afsluiten',
    casusId: b.casusId,
    onderwerpSoort: 'casus',
    onderwerpId: b.casusId,
    eigenaarOrganisatieId: b.organisatieId,
    eigenaarMedewerkerId: b.beoordelaarId,
    begintOp: tx.nu,
    waarom,
  });
}
