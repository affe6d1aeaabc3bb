// SPDX-License-Identifier: EUPL-1.2
// The second wall, walked whole: every table of the database, asked in plain SQL by everyone who can ask. What may be seen is
// written down here per table, apart from the policies; more is a leak, less is a colleague who cannot work.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BELEID } from '../src/kern/toegang/toegangsregels.ts';
import { MENS, type MensNaam, maakTestHuis, ORG, REGIO, type TestHuis } from './huis.ts';
import {
  ANDERS,
  type CasusNaam,
  DEEL,
  type Keten,
  plantKeten,
  REGIO_2,
  spiegelId,
  spiegelRegio,
  WAS_DEEL,
} from './hulp/twee-regios.ts';

type Rij = Record<string, unknown>;
/** Someone who asks the database: a role, and as much of a context as the doors set. */
interface Vrager {
  rol: 'houvast_app' | 'houvast_log' | 'houvast_owner';
  regio?: string;
  organisatie?: string;
  medewerker?: string;
  functie?: string;
  doel?: string;
}
type Regel = (rij: Rij, w: Vrager) => boolean;

/** One table: what it holds, and who sees which rows of it. */
interface Soort {
  /** Whether a row says something about a person. Then the wall stands, also for the owner. */
  persoon: boolean;
  ziet: Regel;
  /** Why a row may be seen (own organisation, own act) by who has no part in its casus. Not named: never. */
  zonderDeel?: string;
  /** Which rows may be added about a casus in which the writer has no part. Not named: none. */
  schrijftZonderDeel?: Regel;
  /** Why the owner of the tables may read it, past the wall. Not named: never. */
  eigenaar?: string;
}

// ── Words for "who sees which rows" ─────────────────────────────────────────────────────────────────────────────────
/** Functions that work in casussen; another function sees no casus through its organisation. */
const CASUSWERK = [
  'vt_medewerker',
  'vt_gedragswetenschapper',
  'vt_teamleider',
  'regisseur',
  'lokaal_teamleider',
];
const SYSTEEM = 'systeem';

const eigenRegio: Regel = (r, w) => r['regio_id'] === w.regio;
const niemand: Regel = () => false;
const iedereenVanDeApp: Regel = (_r, w) => w.rol === 'houvast_app';
const deLogrol: Regel = (_r, w) => w.rol === 'houvast_log';
const VAN_HET_LOG = new Set(['verwerkingslog', 'besluitlog', 'log_uitvoer', 'log_ongezegeld', 'logzegel']);
/** The log's role, while it answers a narrow question of one of these in their own region. */
const deLogrolVoor =
  (...functies: string[]): Regel =>
  (r, w) =>
    w.rol === 'houvast_log' && functies.includes(w.functie ?? '') && r['regio_id'] === w.regio;
const eigenMedewerker: Regel = (r, w) => r['medewerker_id'] === w.medewerker;
const hetSysteem: Regel = (_r, w) => w.functie === SYSTEEM;
const deFg: Regel = (_r, w) => w.functie === 'privacyfunctionaris';
const deTeamleider: Regel = (_r, w) => w.functie === 'vt_teamleider' || w.functie === 'lokaal_teamleider';
const andereMedewerker: Regel = (r, w) => w.medewerker !== undefined && r['medewerker_id'] !== w.medewerker;
const looptNu: Regel = (r) => Date.parse(String(r['tot'])) > t.klok.nu().getTime();
const werktInCasussen: Regel = (_r, w) => CASUSWERK.includes(w.functie ?? '');
/** A column names the own organisation. */
const eigenOrganisatie =
  (...kolommen: string[]): Regel =>
  (r, w) =>
    w.organisatie !== undefined && kolommen.some((k) => r[k] === w.organisatie);
const eigenNaam: Regel = (r, w) => eigenMedewerker(r, w) && eigenOrganisatie('organisatie_id')(r, w);
/** The organisation has a part in the casus, as the story of the fixtures tells it: not as the database says. */
const casusDeel =
  (kolom = 'casus_id'): Regel =>
  (r, w) =>
    werktInCasussen(r, w) && (delen.get(w.organisatie ?? '')?.has(String(r[kolom])) ?? false);
/** The organisation has or had a part in it, and this of it is its own dossier. */
const eigenDossier =
  (eigen: Regel, kolom = 'casus_id'): Regel =>
  (r, w) =>
    werktInCasussen(r, w) &&
    [delen, wasDeel].some((d) => d.get(w.organisatie ?? '')?.has(String(r[kolom]))) &&
    eigen(r, w);
/** A mention in the register of the own organisation. */
const eigenVermelding: Regel = (r, w) =>
  (perTabel.get('vermelding') ?? []).some(
    (v) => v['id'] === r['vermelding_id'] && v['organisatie_id'] === w.organisatie,
  );
/** From before the part of the own organisation ended. */
const tijdensDeel: Regel = (r, w) =>
  (perTabel.get('betrokkenheid') ?? []).some(
    (b) =>
      b['casus_id'] === r['casus_id'] &&
      b['organisatie_id'] === w.organisatie &&
      Date.parse(String(b['tot'])) >= Date.parse(String(r['op'])),
  );
/** What hangs on another row is seen with it. */
const via =
  (tabel: string, kolom: string, sleutel = 'id'): Regel =>
  (r, w) =>
    (perTabel.get(tabel) ?? []).some(
      (x) => x[sleutel] === r[kolom] && x['regio_id'] === r['regio_id'] && mag(tabel, x, w),
    );
const of =
  (...regels: Regel[]): Regel =>
  (r, w) =>
    regels.some((regel) => regel(r, w));
const en =
  (...regels: Regel[]): Regel =>
  (r, w) =>
    regels.every((regel) => regel(r, w));

/** A column is empty, or what it names is seen. */
const zonderOf =
  (tabel: string, kolom: string): Regel =>
  (r, w) =>
    r[kolom] === null || via(tabel, kolom)(r, w);

const inCasus: Soort = { persoon: true, ziet: of(casusDeel(), hetSysteem) };
/** The same, and of what is over the own part stays readable. */
const inCasusOfEigen = (eigen: Regel, kolom = 'casus_id'): Soort => ({
  persoon: true,
  ziet: of(casusDeel(kolom), hetSysteem, eigenDossier(eigen, kolom)),
  zonderDeel: 'het eigen dossier van een casus waarin men een deel had',
});
const vanWie = (...kolommen: string[]) => of(en(werktInCasussen, eigenOrganisatie(...kolommen)), hetSysteem);

/**
 * Every table. A new one: say here whether it holds anything about a person and who sees which rows, in the words above, and
 * put rows of it in test/hulp/twee-regios.ts: at least one that some may see and others not.
 */
const TABELLEN: Record<string, Soort> = {
  // who works where
  regio: { persoon: false, ziet: eigenRegio, eigenaar: 'wie_is: login vraagt naar een mens zonder regio' },
  organisatie: { persoon: false, ziet: eigenRegio, eigenaar: 'wie_is' },
  team: { persoon: false, ziet: eigenRegio, eigenaar: 'een naam van een team' },
  medewerker: { persoon: true, ziet: eigenRegio, eigenaar: 'wie_is' },
  sessie: {
    persoon: false,
    ziet: iedereenVanDeApp,
    eigenaar: 'login zoekt een sessie voor er een regio is; alleen hashes',
  },
  idempotentie: { persoon: true, ziet: of(eigenMedewerker, hetSysteem) },
  concept: { persoon: true, ziet: of(eigenMedewerker, hetSysteem) },
  // the casus and who has a part in it
  casus: { ...inCasusOfEigen(() => true, 'id'), eigenaar: 'bewaakt P1' },
  betrokkenheid: {
    persoon: true,
    ziet: vanWie('organisatie_id'),
    zonderDeel: 'wat voorbij is',
    eigenaar: 'casus_zoek',
  },
  casus_periode: { ...inCasus, eigenaar: 'bewaakt P1' },
  zicht: { ...inCasusOfEigen(eigenOrganisatie('organisatie_id')), eigenaar: 'bewaakt P1' },
  handeling: {
    persoon: true,
    ziet: (r, w) => of(casusDeel(), vanWie('organisatie_id'), eigenMedewerker)(r, w) && magHandeling(r, w),
    zonderDeel: 'wat men zelf deed, en de eigen organisatie',
    // who reports, or says yes to an offer, acts in the casus of another
    schrijftZonderDeel: eigenNaam,
  },
  // people
  persoon: { persoon: false, ziet: eigenRegio, eigenaar: 'een nummer alleen zegt niets' },
  vermelding: {
    persoon: true,
    ziet: of(vanWie('organisatie_id'), via('casus_persoon', 'id', 'vermelding_id')),
    eigenaar: 'radar',
  },
  koppeling: { persoon: true, ziet: via('vermelding', 'vermelding_id'), eigenaar: 'radar' },
  casus_persoon: { ...inCasusOfEigen(eigenVermelding), eigenaar: 'radar' },
  // what is said, and deadlines
  uitspraak: {
    persoon: true,
    ziet: (r, w) =>
      inCasusOfEigen(eigenOrganisatie('organisatie_id')).ziet(r, w) &&
      ((r['vrij_op'] !== null && r['afgeschermd'] !== true) || vanWie('organisatie_id')(r, w)),
    zonderDeel: 'wat men zelf vastlegde, in een casus waarin men een deel had',
    eigenaar: 'uitspraken_achter: hoeveel er bij een ander nog worden nagekeken',
  },
  wederhoor: {
    persoon: true,
    ziet: (r, w) => inCasusOfEigen(tijdensDeel).ziet(r, w) && via('uitspraak', 'uitspraak_id')(r, w),
    zonderDeel: 'wat op een eigen uitspraak is gezegd zolang men een deel had',
  },
  termijn: {
    persoon: true,
    ziet: en(
      of(casusDeel(), vanWie('eigenaar_organisatie_id', 'wacht_organisatie_id')),
      // who is kept out of a casus is work of their team leaders, or else the privacy officer's, and of nobody beside them
      of((r) => r['soort'] !== 'belang_bekijken', hetSysteem, via('belang', 'onderwerp_id')),
    ),
    zonderDeel: 'wat de eigen organisatie moet doen of waar zij op wacht',
    eigenaar: 'casus_zoek',
  },
  termijn_wijziging: { persoon: true, ziet: via('termijn', 'termijn_id'), eigenaar: 'met de termijn mee' },
  // melding
  melding: {
    persoon: true,
    ziet: of(vanWie('organisatie_id'), eigenOrganisatie('melder_organisatie_id')),
    zonderDeel: 'wie ontving en wie meldde',
    eigenaar: 'tellingen',
  },
  melding_vermelding: { persoon: true, ziet: via('melding', 'melding_id'), eigenaar: 'met de melding mee' },
  melder: {
    persoon: true,
    ziet: en(werktInCasussen, eigenOrganisatie('organisatie_id'), via('melding', 'melding_id')),
  },
  jzv_bericht: {
    persoon: true,
    ziet: of(
      eigenOrganisatie('organisatie_id'),
      en(vanWie('naar_organisatie_id'), zonderOf('melding', 'melding_id')),
    ),
  },
  uitkomstmelding: {
    persoon: true,
    ziet: of(
      en(vanWie('organisatie_id'), via('melding', 'melding_id')),
      eigenOrganisatie('naar_organisatie_id'),
    ),
  },
  bijlage: {
    persoon: true,
    ziet: en(werktInCasussen, eigenOrganisatie('organisatie_id')),
    zonderDeel: 'het stuk hoort bij de melding die men ontving',
  },
  advies: {
    persoon: true,
    ziet: en(werktInCasussen, eigenOrganisatie('organisatie_id'), zonderOf('melding', 'melding_id')),
  },
  // radar
  radar_kandidaat: {
    persoon: true,
    ziet: vanWie('organisatie_id'),
    eigenaar: 'casus_geheim: wie iemand met een geheim adres kan zijn',
  },
  radar_oordeel: {
    persoon: true,
    ziet: en(vanWie('organisatie_id'), via('radar_kandidaat', 'kandidaat_id')),
  },
  radar_naamtelling: { persoon: true, ziet: vanWie('organisatie_id') },
  // who looked at what was before, and why: that worker, and the privacy officer
  radar_inzage: {
    persoon: true,
    ziet: of(eigenMedewerker, deFg),
    schrijftZonderDeel: en(eigenNaam, werktInCasussen),
  },
  samenvoeging: {
    persoon: true,
    ziet: of(casusDeel(), casusDeel('bron_casus_id'), hetSysteem),
    eigenaar: 'overdracht_nieuwe_melding: wat er sinds een aanbod bij kwam',
  },
  // beoordeling
  beoordeling: {
    persoon: true,
    ziet: vanWie('organisatie_id'),
    zonderDeel: 'de eigen beoordeling blijft waar zij gemaakt is',
    eigenaar: 'tellingen',
  },
  beoordeling_stap: {
    persoon: true,
    ziet: en(werktInCasussen, eigenOrganisatie('organisatie_id'), via('beoordeling', 'beoordeling_id')),
  },
  veiligheidscontrole: inCasusOfEigen(eigenOrganisatie('organisatie_id')),
  // overdracht
  overdracht: {
    persoon: true,
    ziet: of(casusDeel(), vanWie('van_organisatie_id', 'naar_organisatie_id')),
    zonderDeel: 'wie het aanbod kreeg of gaf',
    eigenaar: 'bewaakt P2',
  },
  // what was in it: while it is offered, and then for who has a part now
  overdracht_inhoud: {
    persoon: true,
    ziet: (r, w) => {
      const o = (perTabel.get('overdracht') ?? []).find(
        (x) => x['id'] === r['overdracht_id'] && x['regio_id'] === r['regio_id'],
      );
      if (!o) return false;
      return of(
        hetSysteem,
        en((x) => x['status'] === 'aangeboden', via('overdracht', 'overdracht_id')),
        en(casusDeel(), (x) => x['status'] === 'aanvaard' || x['naar_organisatie_id'] !== w.organisatie),
      )({ ...o, overdracht_id: r['overdracht_id'] }, w);
    },
    zonderDeel: 'wie een open aanbod kreeg leest het om te kunnen antwoorden',
  },
  terugkoppeling: {
    persoon: true,
    ziet: of(vanWie('organisatie_id'), (r, w) => r['status'] === 'verstuurd' && isMelder(r, w)),
    zonderDeel: 'wie meldde leest wat er is teruggestuurd',
    eigenaar: 'heeft_plicht',
  },
  // plan and monitoring
  voorwaarde: inCasus,
  voorwaarde_controle: inCasus,
  afspraak: inCasus,
  veiligheidscijfer: inCasusOfEigen(
    en(eigenOrganisatie('organisatie_id'), (r) => r['monitormoment_id'] !== null),
  ),
  fasewissel: inCasus,
  monitormoment: {
    persoon: true,
    ziet: of(casusDeel(), vanWie('organisatie_id')),
    zonderDeel: 'wie het moment moet uitvoeren',
    eigenaar: 'tellingen',
  },
  afsluiting: inCasus,
  // who is shut out, and for whom something opened
  noodtoegang: {
    persoon: true,
    ziet: of(casusDeel(), eigenMedewerker, deFg, hetSysteem),
    schrijftZonderDeel: en(eigenNaam, werktInCasussen),
    zonderDeel: 'wie de noodknop gebruikte, en de privacyfunctionaris die het nakijkt',
    eigenaar: 'ctx_nood',
  },
  verzegeling: { ...inCasus, eigenaar: 'ctx_dicht' },
  genoemde: { ...inCasus, eigenaar: 'ctx_dicht' },
  kring: { persoon: true, ziet: of(eigenMedewerker, hetSysteem), eigenaar: 'belang_paren' },
  belang: {
    persoon: true,
    ziet: of(
      hetSysteem,
      en(andereMedewerker, of(deFg, en(deTeamleider, eigenOrganisatie('organisatie_id'), casusDeel()))),
    ),
    zonderDeel: 'de privacyfunctionaris kijkt na wie buiten staat',
    eigenaar: 'ctx_dicht',
  },
  deling: {
    persoon: true,
    ziet: of(casusDeel(), hetSysteem, en(eigenOrganisatie('naar_organisatie_id'), looptNu)),
    zonderDeel: 'wie iets gedeeld krijgt, zolang het duurt',
    eigenaar: 'ctx_gedeeld',
  },
  toezicht_gezien: { persoon: true, ziet: deFg },
  // the logs: written through one function, read by nobody from here
  verwerkingslog: { persoon: true, ziet: deLogrolVoor(SYSTEEM, 'privacyfunctionaris') },
  besluitlog: { persoon: true, ziet: deLogrolVoor('privacyfunctionaris') },
  log_uitvoer: { persoon: false, ziet: deLogrol },
  log_ongezegeld: { persoon: false, ziet: deLogrol },
  logzegel: { persoon: false, ziet: deLogrol },
  migratie: { persoon: false, ziet: niemand },
};

// ── The fixtures ────────────────────────────────────────────────────────────────────────────────────────────────────
let t: TestHuis;
let keten: Keten;
const perTabel = new Map<string, Rij[]>();
const sleutels = new Map<string, string[]>();
/** Casussen in which an organisation has a part, in both regions. */
const delen = new Map<string, Set<string>>();
/** Those in which it had one. */
const wasDeel = new Map<string, Set<string>>();
let vragers: Record<string, Vrager>;

function isMelder(terugkoppeling: Rij, w: Vrager): boolean {
  const melding = (perTabel.get('melding') ?? []).find((m) => m['id'] === terugkoppeling['melding_id']);
  return melding !== undefined && eigenOrganisatie('melder_organisatie_id')(melding, w);
}

/** Acts that tell of someone kept out, or of a share: seen with that, and by who did them. */
const magHandeling: Regel = (r, w) => {
  const soort = String(r['soort']);
  if (soort.startsWith('belang.')) return of(hetSysteem, via('belang', 'onderwerp_id'))(r, w);
  if (!soort.startsWith('deling.')) return true;
  const deling = (r['inhoud'] as Rij)['deling'];
  return (
    of(hetSysteem, eigenMedewerker, vanWie('organisatie_id'))(r, w) ||
    via('deling', 'deling')({ ...r, deling }, w)
  );
};

/** What a guest reads of a casus: by the noodknop all of these, by a share those of a part that is shared (null: of any). */
const GAST: Record<string, string | null> = {
  casus: null,
  zicht: null,
  casus_persoon: 'personen',
  uitspraak: 'uitspraken',
  wederhoor: 'uitspraken',
  voorwaarde: 'plan',
  voorwaarde_controle: 'plan',
  afspraak: 'plan',
  fasewissel: 'plan',
  veiligheidscijfer: 'cijfers',
  veiligheidscontrole: 'monitoring',
  monitormoment: 'monitoring',
  afsluiting: 'monitoring',
  handeling: 'tijdlijn',
};

/** The same id, in the region of the asker. */
const hier = (w: Vrager, id: string) => (w.regio === REGIO_2 ? spiegelId(id) : id);
const casusVan = (tabel: string, rij: Rij) => (tabel === 'casus' ? rij['id'] : rij['casus_id']);

/** The casussen that are closed to this worker, whatever the organisation. */
function dicht(w: Vrager): Set<unknown> {
  const { verzegeld, belang } = ANDERS;
  const uit = new Set<unknown>();
  if (!verzegeld.genoemd.some((wie) => hier(w, MENS[wie].id) === w.medewerker))
    uit.add(hier(w, keten.casus[verzegeld.casus]));
  if (hier(w, MENS[belang.wie].id) === w.medewerker) uit.add(hier(w, keten.casus[belang.casus]));
  return uit;
}

/** Whether a row belongs to a casus that is closed to this worker. Who reported goes on following what it became. */
function isDicht(tabel: string, rij: Rij, w: Vrager): boolean {
  const toe = dicht(w);
  const inToe = (tabel2: string, sleutel: string, id: unknown): boolean =>
    (perTabel.get(tabel2) ?? []).some(
      (x) =>
        x['regio_id'] === rij['regio_id'] &&
        x[sleutel] === id &&
        (tabel2 === 'melding_vermelding' ? inToe('melding', 'id', x['melding_id']) : toe.has(x['casus_id'])),
    );
  const vermeld = (id: unknown) =>
    inToe('casus_persoon', 'vermelding_id', id) || inToe('melding_vermelding', 'vermelding_id', id);
  if (tabel === 'vermelding') return vermeld(rij['id']);
  if (tabel === 'radar_kandidaat')
    return vermeld(rij['vermelding_id']) || vermeld(rij['tegen_vermelding_id']);
  if (!toe.has(casusVan(tabel, rij))) return false;
  const volgt =
    (tabel === 'melding' &&
      rij['melder_organisatie_id'] === w.organisatie &&
      rij['organisatie_id'] !== w.organisatie) ||
    (tabel === 'terugkoppeling' && rij['organisatie_id'] !== w.organisatie) ||
    // that the noodknop was used is reviewed whatever became of the casus
    (tabel === 'noodtoegang' && deFg(rij, w));
  return !volgt;
}

/** Whether the noodknop or a share shows the row. */
function alsGast(tabel: string, rij: Rij, w: Vrager): boolean {
  const deel = GAST[tabel];
  if (tabel === 'wederhoor' && !via('uitspraak', 'uitspraak_id')(rij, w)) return false;
  if (tabel === 'handeling' && !magHandeling(rij, w)) return false;
  const binnen = rij['afgeschermd'] === true || (tabel === 'uitspraak' && rij['vrij_op'] === null);
  if (deel === undefined || (binnen && !vanWie('organisatie_id')(rij, w))) return false;
  const { nood, deling } = ANDERS;
  const casus = casusVan(tabel, rij);
  if (hier(w, MENS[nood.wie].id) === w.medewerker && casus === hier(w, keten.casus[nood.casus])) return true;
  const gedeeld =
    hier(w, ORG[deling.naar]) === w.organisatie &&
    w.doel === deling.doel &&
    casus === hier(w, keten.casus[deling.casus]) &&
    (deel === null || (deling.onderdelen as readonly string[]).includes(deel));
  return gedeeld && rij['verborgen_voor_pleger'] !== true;
}

/** What the classification says of a row. Nobody sees another region, and without a whole context nothing is seen. */
function mag(tabel: string, rij: Rij, w: Vrager, gast = true): boolean {
  const soort = TABELLEN[tabel];
  if (!soort || w.rol === 'houvast_owner') return false;
  if (w.rol === 'houvast_log') return VAN_HET_LOG.has(tabel) && soort.ziet(rij, w);
  if (!('regio_id' in rij) || tabel === 'sessie') return soort.ziet(rij, w);
  if (!eigenRegio(rij, w) || (!hetSysteem(rij, w) && isDicht(tabel, rij, w))) return false;
  return soort.ziet(rij, w) || (gast && alsGast(tabel, rij, w));
}

/** How a context comes about: as a door sets it, or without what a door looks up once for all that follows. */
type Hoe = 'door een deur' | 'los';

async function als<T>(
  w: Vrager,
  fn: (client: pg.PoolClient) => Promise<T>,
  hoe: Hoe = 'door een deur',
): Promise<T> {
  const client = await t.database.beheer.connect();
  try {
    await client.query('begin');
    const nu = w.regio ? t.klok.nu().toISOString() : '';
    const context = [w.regio, w.organisatie, w.medewerker, w.functie, w.doel, nu].map((x) => x ?? '');
    await client.query(
      hoe === 'door een deur'
        ? `select houvast.zet_context(nullif($1, '')::uuid, nullif($2, '')::uuid, nullif($3, '')::uuid, $4, $5, nullif($6, '')::timestamptz)`
        : `select set_config('houvast.regio', $1, true), set_config('houvast.organisatie', $2, true), set_config('houvast.medewerker', $3, true),
             set_config('houvast.functie', $4, true), set_config('houvast.doel', $5, true), set_config('houvast.nu', $6, true)`,
      context,
    );
    await client.query(`set local role ${w.rol}`);
    return await fn(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const WEIGERT = '42501';
/** The key of each row that a statement gives; null when the role may not even ask. */
async function vraag(
  client: pg.PoolClient,
  tekst: string,
  waarden: unknown[] = [],
): Promise<string[] | null> {
  await client.query('savepoint hier');
  try {
    const { rows } = await client.query<{ k: unknown }>(tekst, waarden);
    await client.query('release savepoint hier');
    return rows.map((r) => JSON.stringify(r.k));
  } catch (fout) {
    await client.query('rollback to savepoint hier');
    if ((fout as { code?: string }).code === WEIGERT) return null;
    throw fout;
  }
}
const sleutelVan = (tabel: string, rij: Rij) =>
  JSON.stringify((sleutels.get(tabel) ?? []).map((k) => rij[k]));
const sleutelSql = (tabel: string) =>
  `(select jsonb_agg(to_jsonb(t) -> k order by n) from unnest(array['${(sleutels.get(tabel) ?? []).join("','")}']) with ordinality as s (k, n)) as k`;

beforeAll(async () => {
  t = await maakTestHuis();
  keten = await plantKeten(t);
  await spiegelRegio(t);
  // tries an insert as whoever asks, and leaves nothing behind
  await t.database.beheer.query(
    `create function houvast.proef_schrijft(tabel text, namen text[], rij jsonb) returns boolean language plpgsql as $$
     declare kolommen text := (select string_agg(quote_ident(n), ', ') from unnest(namen) n);
     begin
       execute format('insert into houvast.%I (%s) select %s from jsonb_populate_record(null::houvast.%I, $1)', tabel, kolommen, kolommen, tabel) using rij;
       raise exception using errcode = 'HV001';
     exception when insufficient_privilege then return false; when others then return true;
     end $$`,
  );
  const { rows } = await t.database.beheer.query<{ tabel: string; sleutel: string[] }>(
    `select c.relname as tabel, array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as s (attnum, n)
       join pg_attribute a on a.attnum = s.attnum where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid order by s.n) as sleutel
     from pg_class c where c.relnamespace = 'houvast'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by c.relname`,
  );
  for (const { tabel, sleutel } of rows) {
    sleutels.set(tabel, sleutel);
    const alle = await t.database.beheer.query<{ r: Rij }>(`select to_jsonb(t) as r from houvast.${tabel} t`);
    perTabel.set(
      tabel,
      alle.rows.map((x) => x.r),
    );
  }
  for (const [naam, organisaties] of Object.entries(DEEL))
    for (const o of organisaties) {
      const casussen = [keten.casus[naam as CasusNaam], ...(naam === 'samen' ? [keten.weggevoegd] : [])];
      for (const maak of [(id: string) => id, spiegelId]) {
        const van = maak(ORG[o]);
        delen.set(van, new Set([...(delen.get(van) ?? []), ...casussen.map(maak)]));
      }
    }
  for (const [naam, organisaties] of Object.entries(WAS_DEEL))
    for (const o of organisaties)
      for (const maak of [(id: string) => id, spiegelId])
        wasDeel.set(
          maak(ORG[o]),
          new Set([...(wasDeel.get(maak(ORG[o])) ?? []), maak(keten.casus[naam as CasusNaam])]),
        );
  const mens = (naam: MensNaam, maak = (id: string) => id): Vrager => ({
    rol: 'houvast_app',
    regio: maak(REGIO),
    organisatie: maak(MENS[naam].organisatie),
    medewerker: maak(MENS[naam].id),
    functie: MENS[naam].functie,
    doel: 'zicht_houden',
  });
  const emmen = mens('emmen');
  vragers = {
    ...Object.fromEntries((Object.keys(MENS) as MensNaam[]).map((naam) => [naam, mens(naam)])),
    'visser van de andere regio': mens('visser', spiegelId),
    'emmen van de andere regio': mens('emmen', spiegelId),
    'opvang, met een ander doel': { ...mens('opvang'), doel: 'beoordelen' },
    'emmen, met de andere regio': { ...emmen, regio: REGIO_2 },
    'zonder context': { rol: 'houvast_app' },
    'alleen een regio': { rol: 'houvast_app', regio: REGIO },
    'zonder functie': { rol: 'houvast_app', regio: REGIO, organisatie: ORG.emmen, medewerker: MENS.emmen.id },
    'zonder organisatie': {
      rol: 'houvast_app',
      regio: REGIO,
      medewerker: MENS.emmen.id,
      functie: 'regisseur',
    },
    'zonder medewerker': { rol: 'houvast_app', regio: REGIO, organisatie: ORG.emmen, functie: 'regisseur' },
    'zonder regio': {
      rol: 'houvast_app',
      organisatie: ORG.emmen,
      medewerker: MENS.emmen.id,
      functie: 'regisseur',
    },
    'het systeem': { rol: 'houvast_app', regio: REGIO, functie: SYSTEEM },
    'het systeem zonder regio': { rol: 'houvast_app', functie: SYSTEEM },
    'de logrol': { rol: 'houvast_log' },
    'de logrol voor het systeem': { rol: 'houvast_log', regio: REGIO, functie: SYSTEEM },
    'de logrol voor de FG': { rol: 'houvast_log', regio: REGIO, functie: 'privacyfunctionaris' },
    'de eigenaar': { rol: 'houvast_owner' },
  };
});
afterAll(() => t.weg());

describe('every table', () => {
  it('is classified, and nothing is classified that is not there', () => {
    const tabellen = [...perTabel.keys()];
    expect(
      tabellen.filter((x) => !(x in TABELLEN)),
      'Een tabel die niemand heeft ingedeeld. Zet haar in TABELLEN (test/muur.access.test.ts): staat er iets over een persoon in, en wie ziet welke rijen?',
    ).toEqual([]);
    expect(Object.keys(TABELLEN).filter((x) => !perTabel.has(x))).toEqual([]);
  });

  it('has rows here, some seen and some not', () => {
    const leeg = [...perTabel].filter(([, rijen]) => rijen.length === 0).map(([tabel]) => tabel);
    expect(
      leeg,
      'Zet van elke tabel rijen in test/hulp/twee-regios.ts, anders bewijst deze toets niets.',
    ).toEqual([]);
    const nietTeZien: string[] = [];
    for (const [tabel, rijen] of perTabel) {
      const mensen = Object.values(vragers).filter((w) => w.rol === 'houvast_app' && w.medewerker);
      const gezien = rijen.filter((r) => mensen.some((w) => mag(tabel, r, w)));
      if (gezien.length === 0) nietTeZien.push(tabel);
    }
    expect(nietTeZien).toEqual([
      'besluitlog',
      'log_ongezegeld',
      'log_uitvoer',
      'logzegel',
      'migratie',
      'verwerkingslog',
    ]);
  });

  it.each<Hoe>(['door een deur', 'los'])(
    'shows to each asker exactly the rows that the classification says (context %s)',
    async (hoe) => {
      const verschil: string[] = [];
      let gevraagd = 0;
      for (const [wie, w] of Object.entries(vragers)) {
        if (w.rol === 'houvast_owner') continue;
        await als(
          w,
          async (client) => {
            for (const [tabel, rijen] of perTabel) {
              gevraagd += 1;
              const gezien = new Set(
                (await vraag(client, `select ${sleutelSql(tabel)} from houvast.${tabel} t`)) ?? [],
              );
              const hoort = new Set(rijen.filter((r) => mag(tabel, r, w)).map((r) => sleutelVan(tabel, r)));
              const teVeel = [...gezien].filter((k) => !hoort.has(k));
              const teWeinig = [...hoort].filter((k) => !gezien.has(k));
              if (teVeel.length > 0)
                verschil.push(`${tabel}: ${wie} ziet ${teVeel.length} rijen te veel, zoals ${teVeel[0]}`);
              if (teWeinig.length > 0)
                verschil.push(`${tabel}: ${wie} ziet ${teWeinig.length} rijen niet, zoals ${teWeinig[0]}`);
            }
          },
          hoe,
        );
      }
      expect(verschil).toEqual([]);
      expect(gevraagd).toBeGreaterThan(1_000);
    },
  );

  it.each([
    [
      'verzegeling',
      'emmen',
      "update houvast.verzegeling set tot = houvast.ctx_nu(), opgeheven_reden = 'proef' where tot is null",
    ],
    [
      'genoemde',
      'visser',
      'update houvast.genoemde set tot = houvast.ctx_nu() where medewerker_id = houvast.ctx_medewerker()',
    ],
    [
      'belang',
      'bakker',
      "update houvast.belang set tot = houvast.ctx_nu(), opgeheven_reden = 'proef' where tot is null",
    ],
    [
      'noodtoegang',
      'assen',
      `insert into houvast.noodtoegang select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'casus_id', c.id))).*
       from houvast.noodtoegang n join houvast.casus c on c.regio_id = n.regio_id and c.id <> n.casus_id where n.regio_id = houvast.ctx_regio()`,
    ],
    [
      'deling',
      'opvang',
      "update houvast.deling set ingetrokken_op = houvast.ctx_nu(), ingetrokken_reden = 'proef' where ingetrokken_op is null",
    ],
  ])('%s that changes in a transaction counts from there on in it', async (_tabel, wie, wijziging) => {
    const w = vragers[wie];
    if (!w) throw new Error(`geen vrager ${wie}`);
    const weet = `jsonb_build_array(to_jsonb(houvast.ctx_dicht()), to_jsonb(houvast.ctx_nood()), to_jsonb(houvast.ctx_gedeeld('casus')))`;
    const zoekt = `jsonb_build_array(to_jsonb(houvast.zoek_dicht()), to_jsonb(houvast.zoek_nood()), to_jsonb(coalesce((houvast.zoek_gedeeld() ->> 'casus')::uuid[], '{}')))`;
    await als(w, async (client) => {
      const kijk = async (wat: string) => (await client.query(`select ${wat} as k`)).rows[0].k;
      const eerst = await kijk(weet);
      expect(eerst).toEqual(await kijk(zoekt));
      await client.query('reset role');
      await client.query(wijziging);
      await client.query(`set local role ${w.rol}`);
      const daarna = await kijk(weet);
      expect(daarna).toEqual(await kijk(zoekt));
      expect(daarna).not.toEqual(eerst);
    });
  });

  it('with personal data has its wall up, also for the owner', async () => {
    const { rows } = await t.database.beheer.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'houvast'::regnamespace and relkind in ('r', 'p') and relrowsecurity and relforcerowsecurity`,
    );
    const metMuur = new Set(rows.map((r) => r.relname));
    expect(Object.keys(TABELLEN).filter((x) => TABELLEN[x]?.persoon && !metMuur.has(x))).toEqual([]);
    await als({ rol: 'houvast_owner' }, async (client) => {
      const open: string[] = [];
      for (const [tabel, soort] of Object.entries(TABELLEN)) {
        const gezien = (await vraag(client, `select ${sleutelSql(tabel)} from houvast.${tabel} t`)) ?? [];
        if (gezien.length > 0 && !soort.eigenaar) open.push(tabel);
      }
      expect(
        open,
        'De eigenaar leest hier langs de muur. Waarom? Zet het in `eigenaar`, of haal de policy weg.',
      ).toEqual([]);
    });
  });
});

describe('what decide() refuses', () => {
  it('gives no row in any table of that casus', async () => {
    const lezers = new Set(
      BELEID.regels.filter((r) => r.handelingen.includes('casus.lezen')).flatMap((r) => r.functies),
    );
    const lek: string[] = [];
    let geweigerd = 0;
    for (const naam of Object.keys(MENS) as MensNaam[]) {
      for (const [casus, casusId] of Object.entries({ ...keten.casus, weggevoegd: keten.weggevoegd })) {
        const besluit = await t.huis.deuren.vraag({ wie: t.wie(naam), doel: 'zicht_houden' }, 'casus.lezen', {
          soort: 'casus',
          casusId,
        });
        const w = vragers[naam] as Vrager;
        const eigen =
          lezers.has(MENS[naam].functie) &&
          TABELLEN['casus']?.ziet({ id: casusId }, w) &&
          !dicht(w).has(casusId);
        const gast = alsGast('casus', { id: casusId }, w);
        if (eigen || !gast) expect(besluit.decision, `${naam} ${casus}`).toBe(eigen);
        if (besluit.decision) continue;
        geweigerd += 1;
        await als(vragers[naam] as Vrager, async (client) => {
          for (const [tabel, rijen] of perTabel) {
            const kolom = tabel === 'casus' ? 'id' : 'casus_id';
            if (!rijen.some((r) => kolom in r) || TABELLEN[tabel]?.zonderDeel) continue;
            const gezien = await vraag(
              client,
              `select ${sleutelSql(tabel)} from houvast.${tabel} t where ${kolom} = $1`,
              [casusId],
            );
            if (gezien && gezien.length > 0)
              lek.push(`${tabel}: ${naam} ziet ${gezien.length} rijen van casus ${casus}`);
          }
        });
      }
    }
    expect(lek).toEqual([]);
    expect(geweigerd).toBeGreaterThan(60);
  });
});

describe('writing', () => {
  // of colleagues with the same kind of function one is enough here
  const ZELFDE = ['teamleider', 'emmenLeider', 'zuid', 'zuidTweede', 'beleid'];
  const mensen = () =>
    Object.entries(vragers).filter(
      ([wie, w]) => w.rol === 'houvast_app' && w.functie !== SYSTEEM && !ZELFDE.includes(wie),
    );

  it('never changes or removes a row that the writer may not see', async () => {
    const lek: string[] = [];
    for (const [wie, w] of mensen()) {
      await als(w, async (client) => {
        for (const [tabel, rijen] of perTabel) {
          // what a guest may read is not theirs to change
          const verborgen = rijen.filter((r) => !mag(tabel, r, w, false)).map((r) => sleutelVan(tabel, r));
          const kolom = sleutels.get(tabel)?.[0];
          const waar = `where (select k from (select ${sleutelSql(tabel)}) x) = any ($1::jsonb[]) returning ${sleutelSql(tabel)}`;
          for (const doe of [
            `update houvast.${tabel} t set ${kolom} = ${kolom}`,
            `delete from houvast.${tabel} t`,
          ]) {
            const geraakt = await vraag(client, `${doe} ${waar}`, [verborgen]);
            if (geraakt && geraakt.length > 0) lek.push(`${wie}: ${doe} raakt ${geraakt.length} rijen`);
          }
        }
      });
    }
    expect(lek).toEqual([]);
  });

  it('lets the privacy officer decide on no conflict of interest but where no team leader can', async () => {
    await als(vragers['fg'] as Vrager, async (client) => {
      const geraakt = await vraag(
        client,
        `update houvast.belang t set bevestigd_op = houvast.ctx_nu(), bevestigd_reden = 'proef' returning ${sleutelSql('belang')}`,
      );
      const hoort = (perTabel.get('belang') ?? []).filter(
        (r) => r['regio_id'] === REGIO && r['casus_id'] === keten.casus[ANDERS.belangFg.casus],
      );
      expect(hoort).toHaveLength(1);
      expect(geraakt).toEqual(hoort.map((r) => sleutelVan('belang', r)));
    });
  });

  it('never adds to a casus in which the writer has no part, nor in the name of someone else', async () => {
    const lek = new Map<string, string[]>();
    const { vt, emmen, assen, school } = keten.casus;
    const plekken = new Set([vt, emmen, assen, school, spiegelId(emmen)]);
    for (const [wie, w] of mensen()) {
      const eigen: Rij = {
        ...(w.organisatie ? { organisatie: w.organisatie } : {}),
        medewerker: w.medewerker ?? null,
      };
      await als(w, async (client) => {
        for (const [tabel, soort] of Object.entries(TABELLEN)) {
          const rijen = perTabel.get(tabel) ?? [];
          const kolom = tabel === 'casus' ? 'id' : 'casus_id';
          // a row of each of these casussen, as it stands there; and the same with every name in it changed into that of the writer
          const vreemd = new Map(
            rijen
              .filter(
                (r) =>
                  typeof r['regio_id'] === 'string' &&
                  (!(kolom in r) || r[kolom] === null || plekken.has(String(r[kolom]))),
              )
              .map((r) => [`${r['regio_id']} ${r[kolom]}`, r]),
          );
          for (const rij of vreemd.values()) {
            const deel =
              kolom in rij && tabel !== 'casus' ? casusDeel()(rij, w) && eigenRegio(rij, w) : undefined;
            const vervalst = Object.fromEntries(
              Object.entries(rij).map(([k, v]) => [
                k,
                /organisatie_id$/.test(k)
                  ? (eigen['organisatie'] ?? v)
                  : k === 'medewerker_id'
                    ? eigen['medewerker']
                    : v,
              ]),
            );
            const pogingen: [string, Rij, boolean][] = [
              ['zoals het er staat', rij, mag(tabel, rij, w, false)],
              ['in eigen naam', vervalst, deel ?? mag(tabel, vervalst, w, false)],
            ];
            for (const [hoe, poging, magHet] of pogingen) {
              if (magHet || (eigenRegio(poging, w) && soort.schrijftZonderDeel?.(poging, w))) continue;
              if (await schrijft(client, tabel, poging))
                lek.set(`${tabel} (${hoe})`, [...(lek.get(`${tabel} (${hoe})`) ?? []), wie]);
            }
          }
        }
      });
    }
    expect([...lek].map(([waar, wie]) => `${waar}: ${[...new Set(wie)].join(', ')}`)).toEqual([]);
  });

  it('never moves a row of the own organisation into a casus in which the writer has no part', async () => {
    const lek: string[] = [];
    let geprobeerd = 0;
    for (const wie of ['visser', 'emmen'] as const) {
      const w = vragers[wie] as Vrager;
      const vreemd = keten.casus[wie === 'visser' ? 'assen' : 'vt'];
      await als(w, async (client) => {
        for (const [tabel, rijen] of perTabel) {
          const rij = rijen.find(
            (r) => r['casus_id'] !== undefined && r['casus_id'] !== vreemd && mag(tabel, r, w),
          );
          if (!rij || tabel === 'samenvoeging') continue;
          geprobeerd += 1;
          const geraakt = await vraag(
            client,
            `update houvast.${tabel} t set casus_id = $1 where (select k from (select ${sleutelSql(tabel)}) x) = $2::jsonb returning ${sleutelSql(tabel)}`,
            [vreemd, sleutelVan(tabel, rij)],
          ).catch((fout: { code?: string; message: string }) =>
            fout.message.startsWith('houvast:') ? null : Promise.reject(fout),
          );
          if (geraakt && geraakt.length > 0) lek.push(`${tabel}: ${wie}`);
        }
      });
    }
    expect(lek).toEqual([]);
    expect(geprobeerd).toBeGreaterThan(30);
  });

  it('never puts an act in the name of a colleague', async () => {
    await als(vragers['visser'] as Vrager, async (client) => {
      const eigen = perTabel
        .get('handeling')
        ?.find((r) => r['medewerker_id'] === MENS.visser.id && r['regio_id'] === REGIO);
      expect(await schrijft(client, 'handeling', { ...eigen, id: spiegelId(String(eigen?.['id'])) })).toBe(
        true,
      );
      expect(await schrijft(client, 'handeling', { ...eigen, medewerker_id: MENS.bakker.id })).toBe(false);
      expect(await schrijft(client, 'handeling', { ...eigen, organisatie_id: ORG.emmen })).toBe(false);
    });
  });

  /** Whether the wall lets the row in. A key that is taken or a guard that speaks afterwards is too late: the wall had let go. */
  async function schrijft(client: pg.PoolClient, tabel: string, rij: Rij): Promise<boolean> {
    const namen = Object.keys(rij).filter((k) => !(tabel === 'samenvoeging' && k === 'casus_id'));
    const { rows } = await client.query<{ ja: boolean }>('select houvast.proef_schrijft($1, $2, $3) as ja', [
      tabel,
      namen,
      JSON.stringify(rij),
    ]);
    return rows[0]?.ja ?? false;
  }
});

describe('grants', () => {
  const sql = async (q: string) => (await t.database.beheer.query(q)).rows;

  it('give nothing to everybody', async () => {
    expect(
      await sql(
        `select c.relname, a.privilege_type from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'houvast'::regnamespace and a.grantee = 0
         union all select n.nspname, a.privilege_type from pg_namespace n, aclexplode(n.nspacl) a where n.nspname in ('houvast', 'graphile_worker') and a.grantee = 0
         union all select d.defaclrole::regrole::text, d.defaclobjtype::text from pg_default_acl d`,
      ),
    ).toEqual([]);
  });

  it('let the app and the log only add to what must stay', async () => {
    const rechten = await sql(
      `select c.relname as tabel, a.grantee::regrole::text as rol, string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as mag
       from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'houvast'::regnamespace and c.relkind in ('r', 'p')
         and a.grantee::regrole::text in ('houvast_app', 'houvast_log') group by 1, 2 order by 1, 2`,
    );
    const van = (tabel: string) => rechten.filter((r) => r.tabel === tabel).map((r) => `${r.rol}: ${r.mag}`);
    // read to be exported, and both by the narrow questions of the privacy officer
    expect(van('verwerkingslog')).toEqual(['houvast_log: insert, select']);
    expect(van('besluitlog')).toEqual(['houvast_log: insert, select']);
    expect(van('logzegel')).toEqual(['houvast_log: insert, select']);
    expect(van('log_ongezegeld')).toEqual(['houvast_log: delete, insert, select']);
    expect(van('migratie')).toEqual([]);
    for (const tabel of [
      'handeling',
      'vermelding',
      'jzv_bericht',
      'radar_oordeel',
      'radar_inzage',
      'beoordeling_stap',
      'termijn_wijziging',
    ])
      expect(van(tabel), tabel).toEqual(['houvast_app: insert, select']);
    // what can be thrown away is what nobody else builds on
    expect(
      rechten
        .filter((r) => r.rol === 'houvast_app' && /delete|truncate|references|trigger/.test(r.mag))
        .map((r) => r.tabel),
    ).toEqual(['concept', 'idempotentie', 'kring', 'radar_naamtelling']);
  });

  it('leave the app nothing beside its own schema, and no way to become another', async () => {
    expect(
      await sql(
        `select rolname from pg_roles where rolname in ('houvast_app', 'houvast_log', 'houvast_owner') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)
         union all select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname in ('houvast_app', 'houvast_log', 'houvast_owner')
         union all select nspname from pg_namespace where nspname not in ('houvast', 'public', 'pg_catalog', 'information_schema')
           and has_schema_privilege('houvast_app', oid, 'usage')
         union all select nspname from pg_namespace where has_schema_privilege('houvast_app', oid, 'create')`,
      ),
    ).toEqual([]);
  });

  it('let no function that acts as its owner be called by everybody or search where others can put something', async () => {
    const functies = await sql(
      `select p.oid::regprocedure::text as functie, coalesce(array_to_string(p.proconfig, ' '), '') as instelling,
         p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0) as openbaar
       from pg_proc p where p.pronamespace = 'houvast'::regnamespace and p.prosecdef order by 1`,
    );
    expect(functies.length).toBeGreaterThan(10);
    expect(
      functies
        .filter((f) => !/search_path=(houvast|pg_catalog), pg_temp( |$)/.test(f.instelling))
        .map((f) => f.functie),
    ).toEqual([]);
    expect(functies.filter((f) => f.openbaar).map((f) => f.functie)).toEqual([]);
  });
});
