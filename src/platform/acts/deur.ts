// SPDX-License-Identifier: EUPL-1.2
// The two doors. act() is the only way to write, read() the only way to read about persons: one transaction each, in
// which the row-level context is set, decide() is asked, the work is done, and act and log are written.
import { createHash, createHmac, createSecretKey } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type Beleid, type Besluit, type Bron, decide, type Subject } from '../access/decide.ts';
import type { Klok } from '../clock/klok.ts';
import type { Tabellen } from '../database/tabellen.ts';
import { ENGELS } from '../http/algemeen.ts';
import { algemeen, Probleem } from '../http/problem.ts';
import { maakToeval, nieuwId } from './id.ts';

export interface Wie extends Subject {
  regioId: string;
  naam: string;
  organisatieNaam: string;
  teamId: string | null;
  fictief: boolean;
}

export interface Context {
  wie: Wie;
  /** The stated purpose; names a letter of Wmo 4.1.1 or another basis (kern/toegang). */
  doel: string;
  /** W3C traceparent of the caller, kept as foreign_operation. */
  traceparent?: string | undefined;
  idempotentie?: { sleutel: string; verzoek: unknown } | undefined;
}

/** Where an act is about; relations are looked up by the door itself. */
export interface Onderwerp {
  soort: string;
  casusId?: string | undefined;
  onderwerpId?: string | undefined;
}

/** What a station gets inside a door. */
export interface Tx {
  db: Transaction<Tabellen>;
  wie: Wie;
  /** The moment of this act: one for all that it writes. */
  nu: Date;
  regio: string;
  /** The parts that the asker has in the subject, as the door found them when it opened. */
  delen: readonly string[];
  /** What this server keeps in memory between doors, by a name of its own: counts and lists, never persons. */
  geheugen: Map<string, unknown>;
  /** Names the persons whose data this touches: one log record each. */
  betreft(...persoonIds: readonly string[]): void;
  /** The same for a list: that this casus was in it is on record with them, where the door opened no casus itself. */
  betreftIn(casusId: string, ...persoonIds: readonly string[]): void;
  /** Says which categories of data were shown or written (level 2 of Logboek Dataverwerkingen). */
  categorie(...namen: readonly string[]): void;
  /** The casus that this act turned out to be about, when the door was opened without one. */
  overCasus(casusId: string): void;
  /** Goes into the act, for the timeline. Ids and choices; the story itself stands in its own table. */
  inhoud(velden: Record<string, unknown>): void;
  /** Wakes a job in the same transaction, once what happens has happened. `op` by Houvast's clock. */
  plan(taak: string, inhoud: Record<string, string>, op: Date, sleutel?: string): void;
  /**
   * Lifts the row-level wall for one piece of work that the decided act needs and that lies across it: a report that is
   * written into the receiving organisation, an acceptance that ends the giver's zicht. Never around a read that goes
   * back to the caller.
   */
  overGrens<R>(fn: () => Promise<R>): Promise<R>;
  /**
   * Nothing happened after all (the clock looked and found nothing), or nothing about others was shown: no act and no log record. That a
   * person asked, and what the answer was, is on record all the same. The clock's own sweeps are not: they would bury the log.
   */
  stil(): void;
  /** Says what happened; every later station that reacts to it does so in this same transaction. */
  gebeurt(naam: string, gegevens: unknown): Promise<void>;
  /** A second act within the same transaction (a term that lapses because of this one). */
  ook(
    soort: string,
    casusId: string | undefined,
    onderwerpId: string | undefined,
    velden: Record<string, unknown>,
  ): void;
}

/** What later stations do when an earlier one says that something happened. In the order of registration. */
export class Reacties {
  readonly #perNaam = new Map<string, ((tx: Tx, gegevens: unknown) => Promise<void>)[]>();
  bij(naam: string, fn: (tx: Tx, gegevens: unknown) => Promise<void>): void {
    this.#perNaam.set(naam, [...(this.#perNaam.get(naam) ?? []), fn]);
  }
  async laat(tx: Tx, naam: string, gegevens: unknown): Promise<void> {
    for (const fn of this.#perNaam.get(naam) ?? []) await fn(tx, gegevens);
  }
}

/** Looks up which parts the asker has in a subject. Given by the kern. */
export type ZoekRelaties = (db: Transaction<Tabellen>, wie: Wie, onderwerp: Onderwerp) => Promise<string[]>;

export interface Deuren {
  act<T>(context: Context, soort: string, onderwerp: Onderwerp, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same, where the answer says something about people: what is kept for a second click is what `fn` gives (an id), and `toon` reads
   * the answer, each time anew and as far as the asker may see it then.
   */
  act<K, T>(
    context: Context,
    soort: string,
    onderwerp: Onderwerp,
    fn: (tx: Tx) => Promise<K>,
    toon: (tx: Tx, bewaard: K) => Promise<T>,
  ): Promise<T>;
  read<T>(context: Context, soort: string, onderwerp: Onderwerp, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Whether this act would be allowed; nothing is done but that the answer is on record. */
  vraag(context: Context, soort: string, onderwerp: Onderwerp): Promise<Besluit>;
}

export interface DeurOpties {
  db: Kysely<Tabellen>;
  klok: Klok;
  beleid: Beleid;
  relaties: ZoekRelaties;
  reacties: Reacties;
  /** Who someone is in the log. */
  pseudoniem: Pseudoniem;
}

/** The keyed pseudonym under which a person stands in the log of a region. */
export type Pseudoniem = (regioId: string, persoonId: string) => string;

/** Makes the pseudonyms of this key. */
export function maakPseudoniem(sleutel: string): Pseudoniem {
  // made once: a list asks for the pseudonyms of some two hundred persons
  const geheim = createSecretKey(sleutel, 'utf8');
  return (regio, id) => createHmac('sha256', geheim).update(`${regio}:${id}`).digest('hex');
}

/** The clock and the sweep, acting under their own name in one region. */
export function systeem(regioId: string): Wie {
  return {
    regioId,
    medewerkerId: '00000000-0000-0000-0000-000000000000',
    naam: 'Houvast',
    functie: 'systeem',
    organisatieId: '00000000-0000-0000-0000-000000000000',
    organisatieNaam: 'Houvast',
    organisatieSoort: 'systeem',
    teamId: null,
    fictief: false,
  };
}

/** Follows the name of an act in the log where only its kept answer was shown again. */
const HERHAALD = '.herhaald';

const OPNIEUW = new Set(['40001', '40P01']);

/**
 * Whether an act that the database refused may succeed when it is tried again: it lost a race. Also when a guard of ours refused
 * it at commit: what the act was built on may have changed meanwhile (an organisation that closes while a melding for it comes
 * in). A second time it sees what is now; an act that is simply wrong is refused again.
 */
function isRace(fout: unknown, poging: number): boolean {
  const { code = '', message = '' } = fout as { code?: string; message?: string };
  if (OPNIEUW.has(code)) return poging < 5;
  return code === '23514' && message.startsWith('houvast:') && poging < 3;
}

interface TweedeHandeling {
  soort: string;
  casusId: string | undefined;
  onderwerpId: string | undefined;
  velden: Record<string, unknown>;
}

interface Taak {
  taak: string;
  inhoud: string;
  op: Date;
  sleutel: string | null;
}

/** Puts the jobs that an act wakes in the queue, in one question and in the order in which they were asked: the last with a key stands. */
async function planTaken(db: Kysely<Tabellen>, taken: readonly Taak[]): Promise<void> {
  if (taken.length === 0) return;
  const laatste = new Map(taken.map((t) => [t.sleutel, t]));
  const nodig = taken.filter((t) => t.sleutel === null || laatste.get(t.sleutel) === t);
  await sql`
    select houvast.plan_taken(${nodig.map((t) => t.taak)}::text[], ${nodig.map((t) => t.inhoud)}::text[],
      ${nodig.map((t) => t.op)}::timestamptz[], ${nodig.map((t) => t.sleutel)}::text[])`.execute(db);
}

/** Makes the two doors over one database. */
export function maakDeuren(o: DeurOpties): Deuren {
  const geheugen = new Map<string, unknown>();
  /** Sets the row-level context of a transaction, looks up the parts, and asks decide(). */
  async function weeg(
    db: Transaction<Tabellen>,
    { wie, doel }: Context,
    soort: string,
    onderwerp: Onderwerp,
    begin: Date,
  ): Promise<{
    besluit: Besluit;
    delen: readonly string[];
    vastgelegd: Record<string, unknown>;
    trace: string;
    ouder: string;
  }> {
    await sql`select houvast.zet_context(${wie.regioId}, ${wie.organisatieId}, ${wie.medewerkerId}, ${wie.functie}, ${doel}, ${begin.toISOString()})`.execute(
      db,
    );
    // where no line asks a part the subject decides nothing: an answer that went by it would tell of a seal or a conflict of interest
    const vraagtDeel = o.beleid.regels.some((r) => r.handelingen.includes(soort) && r.relaties.length > 0);
    const relaties = wie.functie === 'systeem' || !vraagtDeel ? [] : await o.relaties(db, wie, onderwerp);
    const bron: Bron = { ...onderwerp, relaties };
    const besluit =
      wie.functie === 'systeem'
        ? { decision: true, reasons: ['systeem'], policyVersion: o.beleid.versie, zonderDeel: false }
        : decide(o.beleid, wie, soort, bron, { doel });
    const trace = maakToeval(16);
    const ouder = maakToeval(8);
    return {
      besluit,
      delen: relaties,
      vastgelegd: besluitRegel(wie, soort, bron, doel, besluit, begin, trace, ouder),
      trace,
      ouder,
    };
  }

  async function open(
    context: Context,
    soort: string,
    onderwerp: Onderwerp,
    schrijft: boolean,
    fn: (tx: Tx) => Promise<unknown>,
    toon: (tx: Tx, bewaard: unknown) => Promise<unknown> = async (_tx, bewaard) => bewaard,
  ): Promise<unknown> {
    const { wie } = context;
    const begin = o.klok.nu();
    return o.db.transaction().execute(async (db) => {
      const { besluit, delen, vastgelegd, trace, ouder } = await weeg(db, context, soort, onderwerp, begin);
      // who, and in which casussen a list showed them
      const personen = new Map<string, Set<string>>();
      const categorieen = new Set<string>();
      const velden: Record<string, unknown> = {};
      const ook: TweedeHandeling[] = [];
      const taken: Taak[] = [];
      let casusId = onderwerp.casusId;
      let diepte = 0;
      let nietsGebeurd = false;
      const tx: Tx = {
        db,
        wie,
        nu: begin,
        regio: wie.regioId,
        delen,
        geheugen,
        betreft: (...ids) => {
          for (const id of ids) if (!personen.has(id)) personen.set(id, new Set());
        },
        betreftIn: (casus, ...ids) => {
          tx.betreft(...ids);
          for (const id of ids) personen.get(id)?.add(casus);
        },
        categorie: (...namen) => {
          for (const n of namen) categorieen.add(n);
        },
        overCasus: (id) => {
          casusId = id;
        },
        inhoud: (v) => {
          Object.assign(velden, v);
        },
        gebeurt: (naam, gegevens) => o.reacties.laat(tx, naam, gegevens),
        overGrens: async (werk) => {
          if (diepte === 0) await sql`select set_config('houvast.functie', 'systeem', true)`.execute(db);
          diepte += 1;
          try {
            return await werk();
          } finally {
            diepte -= 1;
            // a broken transaction refuses this statement too; the error that broke it is the one to hear
            if (diepte === 0)
              await sql`select set_config('houvast.functie', ${wie.functie}, true)`
                .execute(db)
                .catch(() => undefined);
          }
        },
        stil: () => {
          nietsGebeurd = true;
        },
        ook: (s, c, id, v) => {
          ook.push({ soort: s, casusId: c, onderwerpId: id, velden: v });
        },
        plan: (taak, inhoud, op, sleutel) => {
          // the queue keeps real time; Houvast's clock may run elsewhere (demo, tests)
          const echt = new Date(Date.now() + Math.max(0, op.getTime() - o.klok.nu().getTime()));
          taken.push({
            taak,
            inhoud: JSON.stringify({ regio: wie.regioId, ...inhoud }),
            op: echt,
            sleutel: sleutel ?? null,
          });
        },
      };
      if (!besluit.decision) throw new Geweigerd(besluit, vastgelegd);
      // one record per person concerned; with nobody concerned the processing itself is still on record
      const logDit = (naam = soort) => {
        const gedeeld = {
          regio_id: wie.regioId,
          trace_id: trace,
          status_code: 1,
          name: naam,
          start_time: begin,
          end_time: o.klok.nu(),
          foreign_operation: leesTraceparent(context.traceparent),
          processing_activity_id: `urn:houvast:verwerking:${context.doel}`,
          medewerker_id: wie.medewerkerId,
          organisatie_id: wie.organisatieId,
          functie: wie.functie,
          namens: wie.organisatieNaam,
          doel: context.doel,
          casus_id: casusId ?? null,
          categorieen: [...categorieen],
          noodknop: besluit.noodknop ?? false,
          beleidsversie: besluit.policyVersion,
        };
        if (personen.size === 0)
          return schrijfLog(db, vastgelegd, gedeeld, [{ id: nieuwId(begin), span_id: ouder }]);
        // every record has these, so they are said once
        const vanPersonen = { parent_span_id: ouder, data_subject_id_type: 'hmac-sha256(persoon)' };
        const eigen = [...personen].map(([persoon, casussen]) => ({
          id: nieuwId(begin),
          span_id: maakToeval(8),
          data_subject_id: o.pseudoniem(wie.regioId, persoon),
          getoond_in: casusId || casussen.size === 0 ? null : [...casussen],
        }));
        return schrijfLog(db, vastgelegd, { ...gedeeld, ...vanPersonen }, eigen);
      };
      if (schrijft && context.idempotentie) {
        const eerder = await eerdereUitkomst(tx, context.idempotentie);
        if (eerder) {
          // nothing happens again, so there is no act to go with it; but what was answered is shown again
          tx.betreft(...eerder.personen);
          if (eerder.casusId) casusId = eerder.casusId;
          const antwoord = await toon(tx, eerder.antwoord);
          await logDit(`${soort}${HERHAALD}`);
          return antwoord;
        }
      }
      const uitkomst = await fn(tx);
      await planTaken(db, taken);
      if (nietsGebeurd) {
        if (wie.functie !== 'systeem') await schrijfLog(db, vastgelegd);
        return uitkomst;
      }
      if (schrijft) {
        const doel = context.doel;
        const rij = (h: TweedeHandeling) => ({
          regio_id: wie.regioId,
          id: nieuwId(begin),
          soort: h.soort,
          op: begin,
          medewerker_id: wie.functie === 'systeem' ? null : wie.medewerkerId,
          organisatie_id: wie.functie === 'systeem' ? null : wie.organisatieId,
          namens: wie.organisatieNaam,
          doel,
          casus_id: h.casusId ?? null,
          onderwerp_id: h.onderwerpId ?? null,
          inhoud: JSON.stringify(h.velden),
        });
        await db
          .insertInto('handeling')
          .values([rij({ soort, casusId, onderwerpId: onderwerp.onderwerpId, velden }), ...ook.map(rij)])
          .execute();
        if (context.idempotentie)
          await bewaarUitkomst(tx, context.idempotentie, uitkomst, [...personen.keys()], casusId);
      }
      const antwoord = await toon(tx, uitkomst);
      await logDit();
      return antwoord;
    });
  }

  async function metHerkansing<T>(doe: () => Promise<T>): Promise<T> {
    for (let poging = 1; ; poging++) {
      try {
        return await doe();
      } catch (fout) {
        // the refused transaction leaves nothing behind but this: that it was asked, by whom, and why not
        if (fout instanceof Geweigerd) await schrijfLog(o.db, fout.vastgelegd);
        if (!isRace(fout, poging)) throw fout;
        await new Promise((klaar) => setTimeout(klaar, poging * 20 + Math.random() * 30));
      }
    }
  }

  return {
    vraag: (context, soort, onderwerp) =>
      metHerkansing(() =>
        o.db.transaction().execute(async (db) => {
          const { besluit, vastgelegd } = await weeg(db, context, soort, onderwerp, o.klok.nu());
          await schrijfLog(db, vastgelegd);
          return besluit;
        }),
      ),
    act: <K, T>(
      context: Context,
      soort: string,
      onderwerp: Onderwerp,
      fn: (tx: Tx) => Promise<K>,
      toon?: (tx: Tx, bewaard: K) => Promise<T>,
    ) =>
      metHerkansing(
        () =>
          open(
            context,
            soort,
            onderwerp,
            true,
            fn,
            toon && ((tx, bewaard) => toon(tx, bewaard as K)),
          ) as Promise<T>,
      ),
    read: <T>(context: Context, soort: string, onderwerp: Onderwerp, fn: (tx: Tx) => Promise<T>) =>
      metHerkansing(() => open(context, soort, onderwerp, false, fn) as Promise<T>),
  };
}

/** Writes a decision and, where it was allowed, one record per person concerned. */
async function schrijfLog(
  db: Kysely<Tabellen>,
  besluit: Record<string, unknown>,
  gedeeld: Record<string, unknown> = {},
  records: readonly Record<string, unknown>[] = [],
): Promise<void> {
  await sql`select houvast.log_verwerking(${JSON.stringify(besluit)}::jsonb, ${JSON.stringify(gedeeld)}::jsonb,
    ${JSON.stringify(records)}::jsonb)`.execute(db);
}

/** A decision in the shape of the Authorization Decision Log: what was asked, what was answered, by which rules. */
function besluitRegel(
  wie: Wie,
  handeling: string,
  bron: Bron,
  doel: string,
  besluit: Besluit,
  op: Date,
  trace: string,
  span: string,
): Record<string, unknown> {
  return {
    regio_id: wie.regioId,
    id: nieuwId(op),
    trace_id: trace,
    span_id: span,
    status_code: besluit.decision ? 1 : 0,
    op,
    request: {
      subject: {
        type: 'medewerker',
        id: wie.medewerkerId,
        properties: { functie: wie.functie, organisatie: wie.organisatieId },
      },
      action: { name: handeling },
      resource: {
        type: bron.soort,
        id: bron.onderwerpId ?? bron.casusId ?? null,
        properties: { casus: bron.casusId ?? null, delen: bron.relaties },
      },
      context: { doel },
    },
    response: { decision: besluit.decision, context: { reasons: besluit.reasons } },
    policies: [{ id: 'toegangsregels', version: besluit.policyVersion }],
  };
}

/** No. What was asked goes into the log of decisions when the transaction is gone. */
class Geweigerd extends Probleem {
  readonly vastgelegd: Record<string, unknown>;
  constructor(besluit: Besluit, vastgelegd: Record<string, unknown>) {
    super(403, 'Dit mag u hier niet', besluit.reasons.join(' '), {
      ...(besluit.zonderDeel ? { soort: 'geen-deel' } : {}),
      en: ENGELS.magNiet,
    });
    this.vastgelegd = vastgelegd;
  }
}

/** Stable text of a request, so that the same key with another body is seen. */
function verzoekHash(verzoek: unknown): string {
  return createHash('sha256').update(JSON.stringify(verzoek)).digest('hex');
}

/** A key that nobody makes twice: it has a UUID in it. Any other is its sender's own. */
const UNIEK = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** A draft that was passed on is sent once, by whom of the two comes first: the other hears what came of it, by its number only. */
async function eisNietVanCollega(tx: Tx, sleutel: string): Promise<void> {
  const rij = await tx.overGrens(() =>
    tx.db
      .selectFrom('idempotentie as i')
      .innerJoin('medewerker as m', (j) =>
        j.onRef('m.regio_id', '=', 'i.regio_id').onRef('m.id', '=', 'i.medewerker_id'),
      )
      .select('i.antwoord')
      .where('i.sleutel', '=', sleutel)
      .where('m.organisatie_id', '=', tx.wie.organisatieId)
      .where('m.id', '<>', tx.wie.medewerkerId)
      .executeTakeFirst(),
  );
  if (!rij) return;
  const { id, nummer } = (rij.antwoord ?? {}) as { id?: unknown; nummer?: unknown };
  throw algemeen('alVerstuurd', { huidig: { id, nummer } });
}

async function eerdereUitkomst(
  tx: Tx,
  i: NonNullable<Context['idempotentie']>,
): Promise<{ antwoord: unknown; personen: string[]; casusId: string | null } | null> {
  // two clicks at once, of one or of two colleagues: the second waits here for the first
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.wie.organisatieId}:${i.sleutel}`}, 7))`.execute(
    tx.db,
  );
  const rij = await tx.db
    .selectFrom('idempotentie')
    .select(['verzoek_hash', 'antwoord', 'personen', 'over_casus'])
    .where('medewerker_id', '=', tx.wie.medewerkerId)
    .where('sleutel', '=', i.sleutel)
    .executeTakeFirst();
  if (!rij) {
    if (UNIEK.test(i.sleutel)) await eisNietVanCollega(tx, i.sleutel);
    return null;
  }
  if (rij.verzoek_hash !== verzoekHash(i.verzoek)) {
    // the first one did arrive: what came of it, so that the screen can say so
    throw algemeen('sleutelGebruikt', { huidig: rij.antwoord });
  }
  return { antwoord: rij.antwoord, personen: rij.personen, casusId: rij.over_casus };
}

async function bewaarUitkomst(
  tx: Tx,
  i: NonNullable<Context['idempotentie']>,
  antwoord: unknown,
  personen: string[],
  casusId: string | undefined,
): Promise<void> {
  await tx.db
    .insertInto('idempotentie')
    .values({
      regio_id: tx.regio,
      medewerker_id: tx.wie.medewerkerId,
      sleutel: i.sleutel,
      verzoek_hash: verzoekHash(i.verzoek),
      antwoord: JSON.stringify(antwoord ?? null),
      personen,
      over_casus: casusId ?? null,
      gemaakt_op: tx.nu,
    })
    .execute();
}

function leesTraceparent(waarde: string | undefined): { trace_id: string; span_id: string } | null {
  const delen = waarde ? /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(waarde) : null;
  return delen?.[1] && delen[2] ? { trace_id: delen[1], span_id: delen[2] } : null;
}
