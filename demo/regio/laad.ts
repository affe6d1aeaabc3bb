// SPDX-License-Identifier: EUPL-1.2
// Puts the fictitious region into an empty, migrated database: all of it or nothing.
import type { Pool, PoolClient } from 'pg';
import { PERSONAS, type Persona } from '../personas.ts';
import type { Tabel } from './boek.ts';
import { maakRegio } from './regio.ts';
import { leesCasussen, schrijfToegang } from './toegang.ts';
import { REGIO_ID } from './veld.ts';

export interface LaadOpties {
  /** The migrating user; it needs to be no superuser. */
  beheer: Pool;
  /** The moment by Houvast's clock that the history runs up to. */
  nu: Date;
  zaad?: number;
  meldingen?: number;
  /** Keyed hash of a BSN, the one that the running house looks up with. */
  bsnSleutel: (bsn: string) => string;
  /** Under which pseudonym a person stands in the log, the one of the running house. */
  pseudoniem: (regioId: string, persoonId: string) => string;
  zeg: (regel: string) => void;
}

/** A row needs those above it. Tables that are not in the list follow, in the order in which they were made. */
const VOLGORDE: readonly Tabel[] = [
  'regio',
  'organisatie',
  'team',
  'medewerker',
  'casus',
  'betrokkenheid',
  'casus_periode',
  'zicht',
  'persoon',
  'vermelding',
  'koppeling',
  'casus_persoon',
  'melding',
  'melding_vermelding',
  'melder',
  'jzv_bericht',
  'uitkomstmelding',
  'uitspraak',
  'wederhoor',
  'beoordeling',
  'beoordeling_stap',
  'overdracht',
  'overdracht_inhoud',
  'terugkoppeling',
  'voorwaarde',
];
/** So many rows go to the database at a time, while the next are being made. */
const STUK = 50_000;

/** Columns that any of these rows fill; the rest stay empty or keep their default. */
function kolommen(rijen: readonly object[]): string[] {
  const namen = new Set<string>();
  for (const rij of rijen as readonly Readonly<Record<string, unknown>>[]) {
    for (const naam in rij) if (rij[naam] != null) namen.add(naam);
  }
  return [...namen];
}

function tussenAanhalingstekens(tekst: string): string {
  return `"${/["\\]/.test(tekst) ? tekst.replace(/["\\]/g, '\\$&') : tekst}"`;
}

/** A value as an element of a PostgreSQL array literal. */
function element(waarde: unknown): string {
  if (waarde === null || waarde === undefined) return 'NULL';
  if (typeof waarde === 'string') return tussenAanhalingstekens(waarde);
  if (waarde instanceof Date) return waarde.toISOString();
  if (typeof waarde === 'object') return tussenAanhalingstekens(JSON.stringify(waarde));
  return String(waarde);
}

interface Kolom {
  readonly naam: string;
  readonly type: string;
}

/** One column of all rows as an array literal. Arrays inside become text, that is cast back. */
function kolomTekst(rijen: readonly Readonly<Record<string, unknown>>[], { naam, type }: Kolom): string {
  const isLijst = type.endsWith('[]');
  let uit = '{';
  for (const [i, rij] of rijen.entries()) {
    const waarde = rij[naam];
    if (i > 0) uit += ',';
    if (type === 'uuid') uit += waarde ?? 'NULL';
    else if (isLijst && Array.isArray(waarde))
      uit += tussenAanhalingstekens(`{${waarde.map(element).join(',')}}`);
    else uit += element(waarde);
  }
  return `${uit}}`;
}

/**
 * Writes rows column by column (`unnest`), which is about twice as quick as row by row and, other than COPY, allowed under
 * row-level security.
 */
class Lader {
  readonly #client: PoolClient;
  readonly #types = new Map<string, string>();
  readonly tellingen: Record<string, number> = {};
  #eerste = true;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async leesTypes(): Promise<void> {
    const { rows } = await this.#client.query<{ tabel: string; naam: string; type: string }>(
      `select c.relname as tabel, a.attname as naam, format_type(a.atttypid, null) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'houvast'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
    );
    for (const r of rows) this.#types.set(`${r.tabel}.${r.naam}`, r.type);
  }

  async vul(tabel: Tabel, rijen: readonly object[]): Promise<void> {
    const kolom = kolommen(rijen).map((naam): Kolom => {
      const type = this.#types.get(`${tabel}.${naam}`);
      if (type === undefined) throw new Error(`demo: tabel ${tabel} heeft geen kolom ${naam}`);
      return { naam, type };
    });
    const namen = kolom.map((k) => `"${k.naam}"`).join(', ');
    const parameters = kolom
      .map((k, i) => `$${i + 1}::${k.type.endsWith('[]') ? 'text' : k.type}[]`)
      .join(', ');
    const keuze = kolom
      .map((k) => (k.type.endsWith('[]') ? `"${k.naam}"::${k.type}` : `"${k.naam}"`))
      .join(', ');
    const waarden = kolom.map((k) => kolomTekst(rijen as Readonly<Record<string, unknown>>[], k));
    this.tellingen[tabel] = (this.tellingen[tabel] ?? 0) + rijen.length;
    await this.#client.query(
      `insert into houvast.${tabel} (${namen}) select ${keuze} from unnest(${parameters}) as rij (${namen})`,
      waarden,
    );
  }

  /** All of these rows, and at once the guards that would otherwise judge at commit: the database is busy while we make more. */
  async neemOp(tabellen: ReadonlyMap<Tabel, readonly object[]>): Promise<void> {
    const rest = [...tabellen.keys()].filter((t) => !VOLGORDE.includes(t));
    for (const tabel of [...VOLGORDE, ...rest]) {
      const rijen = tabellen.get(tabel);
      if (rijen) await this.vul(tabel, rijen);
    }
    // foreign keys plan their look-ups once; while a table is nearly empty any index looks as good as the right one
    if (this.#eerste) await this.telRijen([...tabellen.keys()]);
    this.#eerste = false;
    await this.#client.query('set constraints all immediate');
    await this.#client.query('set constraints all deferred');
  }

  /** Lets the planner know how much there is. */
  async telRijen(tabellen: readonly string[]): Promise<void> {
    await this.#client.query(`analyze ${tabellen.map((t) => `houvast.${t}`).join(', ')}`);
  }
}

/** P2 over the whole history: who offers holds zicht, and an acceptance is the moment in which the receiver began to hold. */
async function eisZichtBijOverdracht(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ fout: string }>(
    `select concat_ws(' ', o.casus_id, o.status, o.aangeboden_op, o.beantwoord_op) as fout from houvast.overdracht o where not exists (select from houvast.zicht z
       where z.regio_id = o.regio_id and z.casus_id = o.casus_id and case o.status
         when 'aanvaard' then z.organisatie_id = o.naar_organisatie_id and z.vanaf = o.beantwoord_op
         else z.organisatie_id = o.van_organisatie_id and z.vanaf <= o.aangeboden_op and (z.tot is null or z.tot >= coalesce(o.beantwoord_op, 'infinity')) end)
     limit 5`,
  );
  if (rows.length > 0)
    throw new Error(
      `demo: deze overdrachten passen niet bij wie zicht had: ${rows.map((r) => r.fout).join('; ')}`,
    );
}

/**
 * Takes away what PostgreSQL would otherwise keep up row by row: references and look-up indexes. All in the same transaction, so
 * nobody sees the tables without them.
 * @returns statements that put them back; each reference is then checked for all rows at once
 */
async function legWerkOpzij(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ weg: string; terug: string }>(
    `select format('drop index %s', i.indexrelid::regclass) as weg, pg_get_indexdef(i.indexrelid) as terug
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'houvast'::regnamespace and not i.indisunique
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
     union all
     select format('alter table %s drop constraint %I', conrelid::regclass, conname),
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
     from pg_constraint where connamespace = 'houvast'::regnamespace and contype = 'f'
     union all
     -- parts follow duties when all of it is there (below)
     select format('alter table %s disable trigger deel', tgrelid::regclass), format('alter table %s enable trigger deel', tgrelid::regclass)
     from pg_trigger where tgname = 'deel'`,
  );
  for (const r of rows) await client.query(r.weg);
  return rows.map((r) => r.terug);
}

/** Lets what waits (an answer of the database) go first. */
function adem(): Promise<void> {
  return new Promise((verder) => {
    setImmediate(verder);
  });
}

/**
 * Loads the region in one transaction. Does nothing when it is there already.
 * @returns the personas, and how many rows went into each table
 */
export async function laadDemo(
  o: LaadOpties,
): Promise<{ personas: Persona[]; tellingen: Record<string, number> }> {
  const personas: Persona[] = [...PERSONAS];
  const client = await o.beheer.connect();
  try {
    await client.query('begin');
    await client.query('set local role houvast_owner');
    // the guards plan their look-ups while the tables are small, and would go on reading them whole when they no longer are
    await client.query('set local enable_seqscan = off');
    // the owner is under row-level security too: this is the system at work, in this region
    await client.query(
      `select set_config('houvast.regio', $1, true), set_config('houvast.functie', 'systeem', true)`,
      [REGIO_ID],
    );
    const { rowCount } = await client.query('select from houvast.regio where regio_id = $1', [REGIO_ID]);
    if (rowCount) {
      await client.query('rollback');
      return { personas, tellingen: {} };
    }
    o.zeg('demo: de fictieve regio wordt gemaakt');
    const regio = maakRegio(o);
    // what only the receiving organisation may write, it writes
    await client.query(
      `select set_config('houvast.organisatie', $1, true), set_config('houvast.nu', $2, true)`,
      [regio.veld.vt.id, o.nu.toISOString()],
    );
    const lader = new Lader(client);
    await lader.leesTypes();
    const terug = await legWerkOpzij(client);
    // this guard judges an acceptance by who holds zicht now; here the years after it are there already (checked below)
    await client.query('alter table houvast.overdracht disable trigger zicht_bij_overdracht');
    let bezig: Promise<void> = Promise.resolve();
    for (const _ of regio.stappen()) {
      await adem();
      if (regio.boek.aantal < STUK) continue;
      await bezig;
      bezig = lader.neemOp(regio.boek.neem());
      // an error is thrown at the next await, not left hanging until then
      bezig.catch(() => undefined);
    }
    await bezig;
    await lader.neemOp(regio.boek.neem());
    for (const stap of terug) await client.query(stap);
    await client.query('alter table houvast.overdracht enable trigger zicht_bij_overdracht');
    await client.query(
      'update houvast.betrokkenheid set tot = $1 where tot is null and not houvast.heeft_plicht(regio_id, casus_id, organisatie_id, false)',
      [o.nu.toISOString()],
    );
    await eisZichtBijOverdracht(client);
    const log = schrijfToegang(regio.boek, regio.veld, await leesCasussen(client), o.pseudoniem);
    await lader.neemOp(regio.boek.neem());
    // the log has one door, and a chain of seals behind it
    await client.query('set local role houvast_app');
    for (const { besluit, records } of log)
      await client.query("select houvast.log_verwerking($1, '{}', $2)", [
        JSON.stringify(besluit),
        JSON.stringify(records),
      ]);
    await client.query('set local role houvast_owner');
    const { casus, melding, advies } = regio.boek.nummers;
    await client.query(
      `select setval('houvast.casusnummer', $1), setval('houvast.meldingnummer', $2), setval('houvast.adviesnummer', $3)`,
      [casus, melding, advies],
    );
    await client.query('commit');
    o.zeg(`demo: ${melding} meldingen in ${casus} casussen geladen (fictief)`);
    return { personas, tellingen: lader.tellingen };
  } catch (fout) {
    await client.query('rollback').catch(() => undefined);
    throw fout;
  } finally {
    client.release();
  }
}
