// SPDX-License-Identifier: EUPL-1.2
// Plays the moves of the model on the real thing: the stations' own functions behind the doors, on real PostgreSQL, each game in a
// region of its own. And reads from the tables who holds what, without asking the guard.
import type pg from 'pg';
import { bouwHuis, type HeelHuis } from '../../src/huis.ts';
import { sluitOrganisatie } from '../../src/kern/organisatie/organisatie.store.ts';
import { verwerkTermijnen } from '../../src/kern/termijn/termijn.job.ts';
import type { Functie } from '../../src/kern/toegang/toegangsregels.ts';
import { getVeiligThuis, ontvangMelding } from '../../src/keten/melding/melding.store.ts';
import { sluitAf } from '../../src/keten/monitoring/afsluiting.store.ts';
import { beeindig } from '../../src/keten/monitoring/monitoring.store.ts';
import { biedAan } from '../../src/keten/overdracht/aanbod.store.ts';
import { aanvaard, trekIn, weiger } from '../../src/keten/overdracht/antwoord.store.ts';
import { voegSamen } from '../../src/keten/radar/samenvoegen.store.ts';
import { draaiSamenvoegingTerug } from '../../src/keten/radar/terugdraaien.store.ts';
import type { Onderwerp, Tx, Wie } from '../../src/platform/acts/deur.ts';
import { nieuwId } from '../../src/platform/acts/id.ts';
import { TestKlok } from '../../src/platform/clock/klok.ts';
import { Probleem } from '../../src/platform/http/problem.ts';
import type { TestDatabase } from '../database.ts';
import type { Model, Partij, Zet } from './zichtmodel.ts';

/** Two Veilig Thuizen (the second can follow the first) and three that take over. */
export const PARTIJEN: readonly Partij[] = [
  { soort: 'veilig_thuis', opvolger: null },
  { soort: 'veilig_thuis', opvolger: null },
  { soort: 'lokaal_team', opvolger: null },
  { soort: 'lokaal_team', opvolger: null },
  { soort: 'opvang', opvolger: null },
];
export const GEZINNEN = 2;
/** Longer than any term for an answer (LANGSTE_TERMIJN: ten werkdagen). */
const STILTE = 30 * 86_400_000;

interface Speler {
  organisatieId: string;
  wie: Wie;
  /** May close an organisation; only at a Veilig Thuis. */
  leider: Wie;
  medewerkerId: string;
}

/** One game: a region, its parties, and the ids behind the labels. */
export class Spel {
  readonly #database: TestDatabase;
  readonly #huis: HeelHuis;
  readonly #klok: TestKlok;
  readonly #regio: string;
  readonly #spelers: Speler[] = [];
  readonly #gezinnen: string[] = [];
  readonly #casussen = new Map<string, string>();
  readonly #aanbod = new Map<string, string>();
  readonly #samenvoegingen = new Map<string, string>();

  private constructor(database: TestDatabase) {
    this.#database = database;
    this.#klok = new TestKlok('2026-11-23T08:00:00Z');
    this.#regio = nieuwId(new Date());
    this.#huis = bouwHuis({
      app: database.app,
      klok: this.#klok,
      demo: true,
      pseudoniemSleutel: 'alleen-voor-tests-alleen-voor-tests',
    });
  }

  static async begin(database: TestDatabase): Promise<Spel> {
    const s = new Spel(database);
    const organisaties: string[][] = [];
    const medewerkers: string[][] = [];
    for (const [i, p] of PARTIJEN.entries()) {
      const organisatieId = nieuwId(new Date());
      const naam = `Partij ${i}`;
      organisaties.push([organisatieId, naam, p.soort]);
      const mens = (functie: Functie): Wie => {
        const medewerkerId = nieuwId(new Date());
        medewerkers.push([medewerkerId, organisatieId, functie]);
        return {
          regioId: s.#regio,
          medewerkerId,
          naam: `Mens ${i}`,
          functie,
          organisatieId,
          organisatieNaam: naam,
          organisatieSoort: p.soort,
          teamId: null,
          fictief: true,
        };
      };
      const vt = p.soort === 'veilig_thuis';
      const wie = mens(vt ? 'vt_medewerker' : 'regisseur');
      const leider = mens(vt ? 'vt_teamleider' : 'lokaal_teamleider');
      s.#spelers.push({ organisatieId, wie, leider, medewerkerId: wie.medewerkerId });
    }
    for (let i = 0; i < GEZINNEN; i++) s.#gezinnen.push(nieuwId(new Date()));
    await database.beheer.query(
      `with r as (insert into regio (regio_id, naam, fictief) values ($1, 'Spel', true)),
         o as (insert into organisatie (regio_id, id, naam, soort) select $1, * from unnest($2::uuid[], $3::text[], $4::text[])),
         m as (insert into medewerker (regio_id, id, organisatie_id, naam, functie)
           select $1, id, organisatie_id, 'Mens', functie from unnest($5::uuid[], $6::uuid[], $7::text[]) as x (id, organisatie_id, functie))
       insert into persoon (regio_id, id, gemaakt_op) select $1, p, $9 from unnest($8::uuid[]) as p`,
      [
        s.#regio,
        ...[0, 1, 2].map((k) => organisaties.map((o) => o[k])),
        ...[0, 1, 2].map((k) => medewerkers.map((m) => m[k])),
        s.#gezinnen,
        s.#klok.nu(),
      ],
    );
    return s;
  }

  /** Time passes between moves. */
  verder(): void {
    this.#klok.vooruit(1_000);
  }

  /** So much time that whoever was asked has not answered. */
  lang(): void {
    this.#klok.vooruit(STILTE);
  }

  /** The clock comes by. */
  async ronde(): Promise<void> {
    await verwerkTermijnen(this.#huis.deuren, this.#regio);
  }

  /**
   * Tries a move. @returns whether it was done; false: refused with a sentence for the one who asked.
   * @param wacht how long the act stays open when its work is done, in ms; for a closing only
   * @throws whatever is not such a refusal
   */
  async speel(z: Zet, wacht = 0): Promise<boolean> {
    try {
      await this.#doe(z, wacht);
      return true;
    } catch (fout) {
      if (fout instanceof Probleem && fout.statusCode < 500) return false;
      throw new Error(`${JSON.stringify(z)}: ${(fout as Error).message}`, { cause: fout });
    }
  }

  #wie(i: number): Speler {
    const s = this.#spelers[i];
    if (!s) throw new RangeError(`partij ${i} bestaat niet`);
    return s;
  }

  #act<T>(
    wie: Wie,
    doel: string,
    soort: string,
    onderwerp: Onderwerp,
    fn: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    return this.#huis.deuren.act({ wie, doel }, soort, onderwerp, fn);
  }

  /** The id behind a label; of what was never made, an id that nothing has. */
  #id(soort: Map<string, string>, label: string): string {
    return soort.get(label) ?? nieuwId(this.#klok.nu());
  }

  async #doe(z: Zet, wacht: number): Promise<void> {
    switch (z.soort) {
      case 'melding':
        return this.#melding(z.label, z.gezin);
      case 'aanbieden': {
        const casusId = this.#id(this.#casussen, z.casus);
        const id = await this.#act(
          this.#wie(z.wie).wie,
          'overdragen',
          'overdracht.aanbieden',
          { soort: 'casus', casusId },
          (tx) => biedAan(tx, casusId, this.#aanbodVan(z.wie, z.naar)),
        );
        this.#aanbod.set(z.casus, id);
        return;
      }
      case 'aanvaarden':
      case 'weigeren':
      case 'intrekken': {
        const id = this.#id(this.#aanbod, z.casus);
        const { wie, medewerkerId } = this.#wie(z.wie);
        await this.#act(
          wie,
          'overdragen',
          `overdracht.${z.soort}`,
          { soort: 'overdracht', onderwerpId: id },
          (tx) =>
            z.soort === 'aanvaarden'
              ? aanvaard(tx, id, medewerkerId)
              : z.soort === 'weigeren'
                ? weiger(tx, id, 'Geen plek.')
                : trekIn(tx, id, 'Toch zelf.'),
        );
        return;
      }
      case 'stilte':
        return this.ronde();
      case 'afsluiten': {
        const casusId = this.#id(this.#casussen, z.casus);
        await this.#stopMonitoren(casusId, this.#wie(z.wie).organisatieId);
        await this.#act(
          this.#wie(z.wie).wie,
          'zicht_houden',
          'casus.afsluiten',
          { soort: 'casus', casusId },
          (tx) =>
            sluitAf(tx, casusId, {
              reden: 'veilig',
              toelichting: 'Het is rustig.',
              zonderCijfer: this.#gezinnen.map((persoonId) => ({ persoonId, reden: 'Wilde niet.' })),
              ondanks: 'Besproken.',
              cijfers: [],
            }),
        );
        return;
      }
      case 'samenvoegen': {
        const bron = this.#id(this.#casussen, z.bron);
        const uit = await this.#act(
          this.#wie(z.wie).wie,
          'beoordelen',
          'casus.samenvoegen',
          { soort: 'casus', casusId: bron },
          (tx) => voegSamen(tx, bron, this.#id(this.#casussen, z.doel), 'Hetzelfde gezin.'),
        );
        this.#samenvoegingen.set(z.label, uit.id);
        return;
      }
      case 'terugdraaien': {
        const id = this.#id(this.#samenvoegingen, z.samenvoeging);
        await this.#act(
          this.#wie(z.wie).wie,
          'beoordelen',
          'casus.samenvoegen_ongedaan',
          { soort: 'samenvoeging', onderwerpId: id },
          (tx) => draaiSamenvoegingTerug(tx, id, 'Toch niet.'),
        );
        return;
      }
      case 'sluiten': {
        const { organisatieId, leider } = this.#wie(z.partij);
        await this.#act(
          // a Veilig Thuis is closed by its own team leader
          leider.functie === 'vt_teamleider' ? leider : this.#wie(0).leider,
          'verantwoorden',
          'organisatie.sluiten',
          { soort: 'organisatie', onderwerpId: organisatieId },
          async (tx) => {
            await sluitOrganisatie(tx, organisatieId, this.#wie(z.opvolger).organisatieId, 'Zij gaan samen.');
            if (wacht > 0) await new Promise((klaar) => setTimeout(klaar, wacht));
          },
        );
      }
    }
  }

  /** Who else monitors stops, so that whether it may close is about zicht alone. */
  async #stopMonitoren(casusId: string, behalve: string): Promise<void> {
    const { rows } = await this.#database.beheer.query<{ organisatie_id: string }>(
      `select distinct organisatie_id from monitormoment
       where casus_id = $1 and organisatie_id <> $2 and uitgevoerd_op is null and vervallen_op is null`,
      [casusId, behalve],
    );
    for (const r of rows) {
      const wie = this.#spelers.find((s) => s.organisatieId === r.organisatie_id)?.wie;
      if (!wie) throw new RangeError(`${r.organisatie_id} speelt niet mee`);
      await this.#act(wie, 'zicht_houden', 'monitoring.beeindigen', { soort: 'casus', casusId }, (tx) =>
        beeindig(tx, casusId, 'Het is rustig.'),
      );
    }
  }

  #aanbodVan(van: number, naar: number): Parameters<typeof biedAan>[2] {
    const vt = (i: number) => this.#wie(i).wie.organisatieSoort === 'veilig_thuis';
    const delen = ['personen', 'uitspraken', ...(vt(van) ? ['beoordeling'] : [])];
    return {
      naarOrganisatieId: this.#wie(naar).organisatieId,
      doel: 'Verder met het gezin.',
      grondslag: vt(van) ? 'wmo_4_1_1_2_d' : vt(naar) ? 'wmo_5_2_6' : 'toestemming',
      typeHulp: 'gezinshulp',
      bericht: 'Graag overnemen.',
      delen: delen.map((deel) => ({ deel, grond: 'Nodig.' })),
      nagezien: [],
      termijn: null,
      contactNaam: 'Mens',
      contactTelefoon: '0592-000000',
    };
  }

  /** A melding as it comes in, and then, in one stroke, recognised and decided: that is not what this game is about. */
  async #melding(label: string, gezin: number): Promise<void> {
    // a worker of any Veilig Thuis takes it in; which one receives it, the house decides
    const uit = await this.#act(
      this.#wie(0).wie,
      'melden',
      'melding.indienen',
      { soort: 'melding' },
      async (tx) => {
        const vt = await getVeiligThuis(tx);
        return ontvangMelding(
          tx,
          {
            kanaal: 'telefoon',
            registratienummer: null,
            casusId: null,
            vtId: vt.id,
            melderOrganisatieId: null,
            melder: {
              groep: 'niet_beroepsmatig',
              rol: null,
              naam: null,
              telefoon: null,
              email: null,
              bekend: 'anoniem',
              grond: null,
            },
            uitspraken: [
              {
                soort: 'waarneming',
                tekst: 'Er was geschreeuw.',
                bron: 'melder',
                gebeurdOp: null,
                afgeschermd: false,
              },
            ],
            personen: [
              {
                ...ONBEKEND,
                achternaam: `${label}${gezin}`.replace(/\d/g, (c) => 'abcdefghij'.charAt(Number(c))),
              },
            ],
            aard: [],
            aanvullend: [],
            duur: 'onbekend',
            acuut: false,
            acuutToelichting: null,
            kindcheck: 'onbekend',
            kindcheckToelichting: null,
            gemeentecode: null,
            terugkoppelingGewenst: false,
            twijfels: [],
          },
          this.#huis.herkenning,
        );
      },
    );
    this.#casussen.set(label, uit.casusId);
    await this.#database.beheer.query(
      `with b as (update beoordeling set status = 'vastgesteld', besluit = 'overdragen', besluit_reden = 'Zo.', vastgesteld_op = $4,
           beoordelaar_id = $5, tweede_id = $6 where regio_id = $1 and melding_id = $2 returning id),
         m as (update melding set status = 'beoordeeld' where regio_id = $1 and id = $2),
         t as (update termijn set afgerond_op = $4, afgerond_hoe = 'vastgesteld' where regio_id = $1 and onderwerp_id in (select id from b) and afgerond_op is null)
       update koppeling set persoon_id = $3 where regio_id = $1 and vermelding_id in (select vermelding_id from melding_vermelding where regio_id = $1 and melding_id = $2)`,
      [
        this.#regio,
        uit.id,
        this.#gezinnen[gezin],
        this.#klok.nu(),
        this.#wie(0).wie.medewerkerId,
        this.#wie(0).leider.medewerkerId,
      ],
    );
  }

  #partij(organisatieId: string): number {
    return this.#spelers.findIndex((s) => s.organisatieId === organisatieId);
  }

  /** Who holds what now and who was offered what, as `standVan` says it of the model; two holders are shown as two. */
  async stand(): Promise<string> {
    const { rows } = await this.#vraag<{ id: string; houders: string[]; aanbod: string[] }>(
      `select c.id, array(select organisatie_id from zicht z where z.regio_id = c.regio_id and z.casus_id = c.id and z.tot is null) as houders,
         array(select o.van_organisatie_id || '>' || o.naar_organisatie_id from overdracht o where o.regio_id = c.regio_id and o.casus_id = c.id and o.status = 'aangeboden') as aanbod
       from casus c where c.regio_id = $1`,
    );
    const labels = new Map([...this.#casussen].map(([label, id]) => [id, label]));
    return rows
      .map((r) => {
        const aanbod = r.aanbod.map((a) => a.split('>').map((o) => this.#partij(o)));
        return `${labels.get(r.id) ?? r.id}:${r.houders.map((h) => this.#partij(h)).join('+') || '-'}${aanbod.map((a) => `(${a.join('>')})`).join('')}`;
      })
      .sort()
      .join(' ');
  }

  /**
   * The whole past: at every moment at which something changed, a millisecond before and a millisecond after, and now, exactly one
   * held each casus that was open and nobody one that was closed. Counts rows per moment; the guard compares ranges.
   * And now a part in a casus goes with a duty in it, whoever acted at the same time.
   * @returns what is wrong
   */
  async fouten(): Promise<string[]> {
    const { rows } = await this.#vraag<{
      casus_id: string;
      op: Date;
      houders: number;
      open: number;
      status: string | null;
    }>(
      `with grens as (
         select casus_id, vanaf as op from zicht where regio_id = $1 union select casus_id, tot from zicht where regio_id = $1 and tot is not null
         union select casus_id, vanaf from casus_periode where regio_id = $1 union select casus_id, tot from casus_periode where regio_id = $1 and tot is not null
         union select id, $2::timestamptz + interval '10 years' from casus where regio_id = $1
       ), moment as (
         select distinct casus_id, op + d * interval '1 millisecond' as op from grens, (values (-1), (0), (1)) as x (d)
       )
       select m.casus_id, m.op, h.n as houders, p.n as open, case when m.op > $2::timestamptz + interval '1 year' then c.status end as status
       from moment m join casus c on c.regio_id = $1 and c.id = m.casus_id,
         lateral (select count(*) as n from zicht z where z.regio_id = $1 and z.casus_id = m.casus_id and z.vanaf <= m.op and (z.tot is null or m.op < z.tot)) h,
         lateral (select count(*) as n from casus_periode q where q.regio_id = $1 and q.casus_id = m.casus_id and q.vanaf <= m.op and (q.tot is null or m.op < q.tot)) p
       where h.n <> p.n or h.n > 1 or (m.op > $2::timestamptz + interval '1 year' and (c.status = 'open') <> (h.n = 1))`,
      [this.#klok.nu()],
    );
    const { rows: delen } = await this.#vraag<{ casus_id: string; organisatie_id: string; loopt: boolean }>(
      `select b.casus_id, b.organisatie_id, b.tot is null as loopt from betrokkenheid b where b.regio_id = $1
         and (b.tot is null) <> heeft_plicht(b.regio_id, b.casus_id, b.organisatie_id, b.tot is not null)`,
    );
    const zonder = delen.map(
      (d) =>
        `casus ${d.casus_id}: partij ${this.#partij(d.organisatie_id)} heeft ${d.loopt ? 'een deel zonder plicht' : 'een plicht zonder deel'}`,
    );
    return zonder.concat(
      rows.map(
        (r) =>
          `casus ${r.casus_id} om ${r.op.toISOString()}: ${r.houders} houders, ${r.open} keer open, ${r.status ?? ''}`,
      ),
    );
  }

  /** Per casus everyone who ever held it, in order, with a gap where it was closed: as `Casus.verloop`. */
  async verloop(): Promise<Record<string, (number | null)[]>> {
    const { rows } = await this.#vraag<{
      casus_id: string;
      organisatie_id: string;
      vanaf: Date;
      tot: Date | null;
    }>('select casus_id, organisatie_id, vanaf, tot from zicht where regio_id = $1 order by casus_id, vanaf');
    const uit: Record<string, (number | null)[]> = {};
    for (const [label, id] of this.#casussen) {
      const rij: (number | null)[] = [];
      let eind: Date | null = null;
      for (const r of rows.filter((x) => x.casus_id === id)) {
        if (eind !== null && eind < r.vanaf) rij.push(null);
        rij.push(this.#partij(r.organisatie_id));
        eind = r.tot;
      }
      if (eind !== null) rij.push(null);
      uit[label] = rij;
    }
    return uit;
  }

  #vraag<R extends pg.QueryResultRow>(sql: string, p: unknown[] = []): Promise<pg.QueryResult<R>> {
    return this.#database.beheer.query<R>(sql, [this.#regio, ...p]);
  }
}

/** The verloop of the model, in the form of `Spel.verloop`. */
export function verloopVan(m: Model): Record<string, (number | null)[]> {
  return Object.fromEntries(Object.entries(m.casussen).map(([label, c]) => [label, c.verloop]));
}

const ONBEKEND = {
  rol: 'slachtoffer',
  relatie: null,
  bsn: null,
  voornamen: null,
  voorletters: null,
  tussenvoegsel: null,
  achternaam: null,
  partnerTussenvoegsel: null,
  partnerAchternaam: null,
  geboorte: { jaar: null, maand: null, dag: null },
  geslacht: null,
  straat: null,
  huisnummer: null,
  huisletter: null,
  toevoeging: null,
  postcode: null,
  woonplaats: null,
  land: null,
  geheimAdres: false,
  telefoon: [],
  email: [],
};
