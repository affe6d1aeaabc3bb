// SPDX-License-Identifier: EUPL-1.2
// Setting up a region (all names invented) in a real database: all of it or nothing, and once.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../test/database.ts';
import type { Tabellen } from '../../platform/database/tabellen.ts';
import { richtRegioIn } from './inrichting.store.ts';
import { Inrichtingsfout, leesInrichting } from './inrichting.ts';

const NU = new Date('2026-11-23T09:00:00Z');

const VT = {
  naam: 'Veilig Thuis Veldrijk',
  soort: 'veilig_thuis',
  contact: '0800 0000',
  teams: ['Noord'],
  medewerkers: [
    { naam: 'A. Zomer', functie: 'vt_teamleider', team: 'Noord', inlogcode: 'code-zomer' },
    { naam: 'C. Herfst', functie: 'privacyfunctionaris', inlogcode: 'code-herfst' },
  ],
};
const LOKAAL = {
  naam: 'Lokaal team Veldstad',
  soort: 'lokaal_team',
  gemeentecode: '9901',
  medewerkers: [{ naam: 'D. Lente', functie: 'lokaal_teamleider', inlogcode: 'code-lente' }],
};
const BESTAND = { regio: { naam: 'Veldrijk' }, organisaties: [VT, LOKAAL] };
const NIEUWE = { naam: 'E. Dauw', functie: 'vt_medewerker', inlogcode: 'code-dauw' };
const MET_NIEUWE = {
  ...BESTAND,
  organisaties: [{ ...VT, medewerkers: [...VT.medewerkers, NIEUWE] }, LOKAAL],
};
/** Region, organisations, team and workers of the file. */
const AANTAL = 1 + 2 + 1 + 3;

let d: TestDatabase;
let db: Kysely<Tabellen>;
beforeEach(async () => {
  d = await maakTestDatabase();
  db = new Kysely<Tabellen>({ dialect: new PostgresDialect({ pool: d.beheer }) });
  return () => d.weg();
});

const richtIn = (json: unknown, proef = false) => richtRegioIn(db, leesInrichting(json), { nu: NU, proef });

/** Everything that the command may write to. */
async function alles(): Promise<Record<string, unknown[]>> {
  const uit: Record<string, unknown[]> = {};
  for (const tabel of ['regio', 'organisatie', 'team', 'medewerker', 'handeling'])
    uit[tabel] = (await d.beheer.query(`select * from houvast.${tabel} order by 1, 2`)).rows;
  return uit;
}
const tel = async () => Object.values(await alles()).map((rijen) => rijen.length);

describe('setting up a region', () => {
  it('lets in who was put in, as what and where the file says', async () => {
    await richtIn(BESTAND);
    for (const o of BESTAND.organisaties)
      for (const m of o.medewerkers) {
        // as the server asks it, in the role of the app
        const { rows } = await d.app.query(
          'select w.* from houvast.wie_logt_in($1) i, houvast.wie_is(i.id) w where w.regio_id = i.regio_id',
          [m.inlogcode],
        );
        expect(rows).toHaveLength(1);
        expect(rows[0]).toMatchObject({
          naam: m.naam,
          functie: m.functie,
          organisatie_naam: o.naam,
          organisatie_soort: o.soort,
          fictief: false,
        });
      }
    expect((await d.app.query("select from houvast.wie_logt_in('code-dauw')")).rows).toEqual([]);
    const { rows } = await d.beheer.query(
      `select o.naam, o.soort, o.gemeentecode, o.contact, t.naam as team, m.naam as zit_in
       from organisatie o left join team t on t.organisatie_id = o.id left join medewerker m on m.team_id = t.id order by o.naam`,
    );
    expect(rows).toEqual([
      {
        naam: LOKAAL.naam,
        soort: 'lokaal_team',
        gemeentecode: '9901',
        contact: null,
        team: null,
        zit_in: null,
      },
      {
        naam: VT.naam,
        soort: 'veilig_thuis',
        gemeentecode: null,
        contact: '0800 0000',
        team: 'Noord',
        zit_in: 'A. Zomer',
      },
    ]);
  });

  it('lets out who left: no login, no session, nothing on the name', async () => {
    const { regio } = await richtIn(BESTAND);
    const fg = (
      await d.beheer.query("select id, organisatie_id from medewerker where inlogcode = 'code-herfst'")
    ).rows[0];
    await d.beheer.query(
      'insert into sessie (id_hash, medewerker_id, regio_id, gemaakt, laatst_gezien) values (sha256($1), $2, $3, $4, $4)',
      [Buffer.from('x'), fg.id, regio.id, NU],
    );
    await d.beheer.query(
      `insert into termijn (regio_id, id, soort, clausule, bron, eigenaar_organisatie_id, eigenaar_medewerker_id, onderwerp_soort, onderwerp_id,
         waarom, acuut, begint_op, duur_aantal, duur_eenheid, waarschuwt_op, vervalt_op) values ($1, gen_random_uuid(), 'noodknop_nakijken', 'x', 'x', $2, $3, 'noodtoegang',
         gen_random_uuid(), '', false, $4, 1, 'werkdagen', $4, $4)`,
      [regio.id, fg.organisatie_id, fg.id, NU],
    );
    const [zomer] = VT.medewerkers;
    const weg = {
      ...BESTAND,
      organisaties: [
        {
          ...VT,
          medewerkers: [
            zomer,
            { naam: 'C. Herfst', functie: 'privacyfunctionaris', inlogcode: 'code-herfst', vertrokken: true },
            { naam: 'F. Rijp', functie: 'privacyfunctionaris', inlogcode: 'code-rijp' },
          ],
        },
        LOKAAL,
      ],
    };
    await richtIn(weg);
    const over = async (vraag: string) => (await d.beheer.query(vraag, [fg.id])).rowCount;
    expect((await d.app.query("select from houvast.wie_logt_in('code-herfst')")).rowCount).toBe(0);
    expect(await over('select from sessie where medewerker_id = $1 and ingetrokken_op is null')).toBe(0);
    expect(await over('select from termijn where eigenaar_medewerker_id = $1')).toBe(0);
    const voor = await alles();
    await richtIn(weg);
    expect(await alles()).toEqual(voor);
  });

  it('writes an act for everything that it puts in, on behalf of who runs Houvast', async () => {
    const plan = await richtIn(BESTAND);
    const { handeling = [] } = await alles();
    expect(handeling).toHaveLength(AANTAL);
    for (const h of handeling)
      expect(h).toMatchObject({
        regio_id: plan.regio.id,
        soort: 'regio.inrichten',
        namens: 'beheer',
        medewerker_id: null,
        organisatie_id: null,
        casus_id: null,
        op: NU,
      });
    const { rows } = await d.beheer.query(
      `select h.inhoud ->> 'wat' as wat, count(*) as n, count(x.id) as gevonden from handeling h left join
         (select regio_id as id, 'regio' as wat from regio union all select id, 'organisatie' from organisatie
          union all select id, 'team' from team union all select id, 'medewerker' from medewerker) x
         on x.id = h.onderwerp_id and x.wat = h.inhoud ->> 'wat' group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { wat: 'medewerker', n: 3, gevonden: 3 },
      { wat: 'organisatie', n: 2, gevonden: 2 },
      { wat: 'regio', n: 1, gevonden: 1 },
      { wat: 'team', n: 1, gevonden: 1 },
    ]);
    // by what someone logs in is not copied to where nothing can be taken away
    expect(JSON.stringify(handeling)).not.toContain('code-');
  });

  it('changes nothing the second time', async () => {
    const eerst = await richtIn(BESTAND);
    const stond = await alles();
    const weer = await richtIn(BESTAND);
    expect(weer).toEqual({
      regio: { ...eerst.regio, nieuw: false },
      organisaties: [],
      teams: [],
      medewerkers: [],
      vertrekken: [],
      inlogcodes: [],
      wijzigingen: [],
      anders: [],
    });
    expect(await alles()).toEqual(stond);
  });

  it('adds the worker that was added to the file, and leaves the rest as it is', async () => {
    await richtIn(BESTAND);
    const stond = await alles();
    const plan = await richtIn(MET_NIEUWE);
    expect(plan.medewerkers.map((m) => m.naam)).toEqual(['E. Dauw']);
    const staat = await alles();
    for (const tabel of ['regio', 'organisatie', 'team']) expect(staat[tabel]).toEqual(stond[tabel]);
    expect(staat['medewerker']).toEqual(expect.arrayContaining(stond['medewerker'] ?? []));
    expect(staat['medewerker']).toHaveLength(4);
    expect(staat['handeling']).toHaveLength(AANTAL + 1);
    expect((await d.app.query("select from houvast.wie_logt_in('code-dauw')")).rows).toHaveLength(1);
  });

  it('changes a contact, and keeps what it was', async () => {
    await richtIn(BESTAND);
    await richtIn({ ...BESTAND, organisaties: [{ ...VT, contact: '0800 1111' }, LOKAAL] });
    const { rows } = await d.beheer.query('select contact from organisatie where naam = $1', [VT.naam]);
    expect(rows).toEqual([{ contact: '0800 1111' }]);
    const { rows: acts } = await d.beheer.query(
      `select inhoud from handeling where inhoud ? 'veld' and soort = 'regio.inrichten'`,
    );
    expect(acts).toEqual([
      { inhoud: { wat: 'organisatie', veld: 'contact', van: '0800 0000', naar: '0800 1111' } },
    ]);
  });

  it('puts the login code of the only team leader right, when the file says what it was', async () => {
    await richtIn(BESTAND);
    const goed = { ...LOKAAL.medewerkers[0], inlogcode: 'code-goed', inlogcodeWas: 'code-lente' };
    await richtIn({ ...BESTAND, organisaties: [VT, { ...LOKAAL, medewerkers: [goed] }] });
    expect((await d.app.query("select from houvast.wie_logt_in('code-goed')")).rows).toHaveLength(1);
    expect((await d.app.query("select from houvast.wie_logt_in('code-lente')")).rows).toEqual([]);
    const { rows } = await d.beheer.query(
      `select inhoud from handeling where inhoud ->> 'wat' = 'inlogcode' and soort = 'regio.inrichten'`,
    );
    expect(rows).toEqual([{ inhoud: { wat: 'inlogcode' } }]);
  });

  it('names a function that is another, and does not change it', async () => {
    await richtIn(BESTAND);
    const stond = await alles();
    const anders = {
      ...LOKAAL,
      medewerkers: [{ ...LOKAAL.medewerkers[0], functie: 'regisseur' }],
    };
    const plan = await richtIn({ ...BESTAND, organisaties: [VT, anders] });
    expect(plan.anders).toEqual([
      expect.stringMatching(
        /^organisaties\[1\]\.medewerkers\[0\]\.functie: is in Houvast lokaal_teamleider.*\(D\. Lente\)$/,
      ),
    ]);
    expect(await alles()).toEqual(stond);
  });

  it('does not let in who left in the app', async () => {
    await richtIn(MET_NIEUWE);
    await d.beheer.query("update medewerker set actief = false where inlogcode = 'code-dauw'");
    const stond = await alles();
    const plan = await richtIn(MET_NIEUWE);
    expect(plan.anders).toEqual([
      expect.stringMatching(/^organisaties\[0\]\.medewerkers\[2\]: vertrok hier/),
    ]);
    expect(await alles()).toEqual(stond);
    expect((await d.app.query("select from houvast.wie_logt_in('code-dauw')")).rows).toEqual([]);
  });

  it('tries all of it and takes it back', async () => {
    const plan = await richtIn(BESTAND, true);
    expect(plan.medewerkers).toHaveLength(3);
    expect(await tel()).toEqual([0, 0, 0, 0, 0]);
    // nothing is held after it
    await richtIn(BESTAND);
    expect((await alles())['handeling']).toHaveLength(AANTAL);
  });

  it('refuses a database with a fictitious region, and leaves it as it is', async () => {
    await d.beheer.query(
      "insert into regio (regio_id, naam, fictief) values (gen_random_uuid(), 'Verzonnen', true)",
    );
    const fout = await richtIn(BESTAND).catch((f: unknown) => f);
    expect(fout).toBeInstanceOf(Inrichtingsfout);
    expect((fout as Inrichtingsfout).message).toContain('fictieve regio Verzonnen');
    expect(await tel()).toEqual([1, 0, 0, 0, 0]);
  });

  it('leaves nothing when the last of it fails', async () => {
    await d.beheer.query(
      `create function weiger() returns trigger language plpgsql as $$ begin
         if new.inhoud ->> 'functie' = 'lokaal_teamleider' then raise exception 'stroom weg'; end if; return new; end $$;
       create trigger weiger before insert on houvast.handeling for each row execute function weiger()`,
    );
    await expect(richtIn(BESTAND)).rejects.toThrow('stroom weg');
    expect(await tel()).toEqual([0, 0, 0, 0, 0]);
    // the connection that it broke on is given back in order
    await d.beheer.query('drop trigger weiger on houvast.handeling');
    await richtIn(BESTAND);
    expect((await alles())['handeling']).toHaveLength(AANTAL);
  });

  it('puts a region in once, also when two do so at the same moment', async () => {
    const plannen = await Promise.all([richtIn(BESTAND), richtIn(BESTAND), richtIn(BESTAND)]);
    expect(plannen.filter((p) => p.regio.nieuw)).toHaveLength(1);
    expect(await tel()).toEqual([1, 2, 1, 3, AANTAL]);
  });

  it('takes more workers than go in with one statement', async () => {
    const veel = Array.from({ length: 2_500 }, (_, i) => ({
      naam: `M. ${i}`,
      functie: 'professional',
      inlogcode: `m-${i}`,
    }));
    const school = { naam: 'Basisschool De Kiem', soort: 'onderwijs', medewerkers: veel };
    await richtIn({ ...BESTAND, organisaties: [VT, LOKAAL, school] });
    const { rows } = await d.beheer.query('select count(distinct inlogcode) as n from medewerker');
    expect(rows).toEqual([{ n: veel.length + 3 }]);
  });
});

describe('the command regio', () => {
  let map: string;
  beforeAll(async () => {
    map = await mkdtemp(join(tmpdir(), 'houvast-regio-'));
    await writeFile(join(map, 'regio.json'), JSON.stringify(BESTAND));
    await writeFile(join(map, 'fout.json'), JSON.stringify({ ...BESTAND, organisaties: [LOKAAL] }));
  });
  afterAll(() => rm(map, { recursive: true, force: true }));

  const urlVan = async (pool: TestDatabase['beheer']) => {
    const { rows } = await pool.query<{ naam: string }>('select current_database() as naam');
    const { host, port, user, password } = inject('pg');
    return `postgresql://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${rows[0]?.naam}`;
  };
  const regio = (env: Record<string, string>, ...args: string[]) => draai('scripts/regio.ts', env, args);
  function draai(programma: string, env: Record<string, string>, args: readonly string[]) {
    const { HOUVAST_OIDC_ISSUER: _issuer, DATABASE_URL: _url, ...rest } = process.env;
    const kind = spawn(process.execPath, [programma, ...args], {
      env: { ...rest, NODE_ENV: 'production', HOUVAST_DATA: join(map, 'data'), ...env },
    });
    const uit = { status: null as number | null, stdout: '', stderr: '' };
    for (const stroom of ['stdout', 'stderr'] as const)
      kind[stroom].on('data', (stuk) => {
        uit[stroom] += stuk;
      });
    return new Promise<typeof uit>((klaar) => {
      kind.on('close', (status) => klaar({ ...uit, status }));
    });
  }

  it('makes the tables where there are none, puts the region in, and does nothing more the second time', async () => {
    const leeg = await maakTestDatabase('template1');
    try {
      const env = { DATABASE_URL: await urlVan(leeg.beheer) };
      const heeftTabellen = async () =>
        (await leeg.beheer.query("select to_regclass('houvast.regio') is not null as er")).rows[0]?.er;
      const proef = await regio(env, join(map, 'regio.json'), '--proef');
      expect(proef).toMatchObject({ status: 0, stderr: '' });
      expect(proef.stdout).toContain('Dit was een proef: er is niets veranderd.');
      expect(await heeftTabellen()).toBe(false);

      const eerst = await regio(env, join(map, 'regio.json'));
      expect(eerst).toMatchObject({
        status: 0,
        stdout: expect.stringContaining(`Erbij gekomen (${AANTAL}):`),
      });
      expect(eerst.stdout).not.toContain('code-');
      expect((await leeg.app.query("select from houvast.wie_logt_in('code-zomer')")).rows).toHaveLength(1);

      const weer = await regio(env, join(map, 'regio.json'));
      expect(weer).toMatchObject({ status: 0, stderr: '' });
      expect(weer.stdout).toContain('Er is niets veranderd: alles uit het bestand staat al in Houvast.');
      const { rows } = await leeg.beheer.query('select count(*) as n from handeling');
      expect(rows).toEqual([{ n: AANTAL }]);
    } finally {
      await leeg.weg();
    }
  });

  it('keeps the demo out of a database in which people of flesh and blood stand', async () => {
    await richtIn(BESTAND);
    const env = { NODE_ENV: 'test', DATABASE_URL: await urlVan(d.beheer), PORT: '0' };
    const uit = await draai('src/main.ts', env, []);
    expect(uit.status).toBe(1);
    expect(uit.stderr).toContain('In deze database staat een echte regio (Veldrijk)');
    expect((await d.beheer.query('select naam from regio')).rows).toEqual([{ naam: 'Veldrijk' }]);
  });

  it('says what is wrong and ends with status 1', async () => {
    await d.beheer.query(
      "insert into regio (regio_id, naam, fictief) values (gen_random_uuid(), 'Verzonnen', true)",
    );
    const env = { DATABASE_URL: await urlVan(d.beheer) };
    const demo = await regio(env, join(map, 'regio.json'));
    expect(demo).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/fictieve regio Verzonnen[\s\S]*niets toegevoegd/),
    });
    expect(await tel()).toEqual([1, 0, 0, 0, 0]);
    for (const [args, zin, e] of [
      [[join(map, 'fout.json')], /^organisaties: de regio heeft geen veilig_thuis\.\norganisaties: /, env],
      // from where it was typed, and with the whole path
      [['weg.json'], new RegExp(`${join(map, 'weg.json')} bestaat niet`), { ...env, INIT_CWD: map }],
      [['fout.json'], /^organisaties: de regio heeft geen veilig_thuis/, { ...env, INIT_CWD: map }],
      [[], /Geef één bestand[\s\S]*Gebruik:/, env],
      [[join(map, 'regio.json'), '--wis'], /De optie --wis kan hier niet/, env],
      // the settings of the demo are not those of the server
      [[join(map, 'regio.json')], /draait Houvast als demo/, { ...env, NODE_ENV: '' }],
      [
        [join(map, 'regio.json')],
        /niet bereikbaar \(ECONNREFUSED\)/,
        { DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' },
      ],
    ] as const) {
      const uit = await regio(e, ...args);
      expect(uit).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(zin) });
      expect(uit.stderr).not.toMatch(/at file:|\n {4}at /);
    }
  });
});
