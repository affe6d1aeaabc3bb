// SPDX-License-Identifier: EUPL-1.2
// A fortnight of which every figure can be counted by hand. Monday 23 November up to Thursday 3 December 2026.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { nieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, biedAan, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';
import type { WachtendeGezinnenAntwoord } from '../../keten/beoordeling/controle.api.ts';
import type { FiguurlijstAntwoord, RegiocijfersAntwoord, TeamcijfersAntwoord } from './cijfers.api.ts';
import { FIGUREN, type Figuur } from './cijfers.ts';

let t: TestHuis;
const politie = {
  melder: {
    groep: 'justitie_veiligheid',
    rol: 'wijkagent',
    naam: 'A. Agent',
    telefoon: '0592-000000',
    bekend: 'open',
  },
};
const op = (moment: string) => t.klok.zet(new Date(moment));

beforeAll(async () => {
  t = await maakTestHuis(new Date('2026-11-23T08:00:00Z'));
  const a = await klaarVoorOverdracht(t);
  const b = await klaarVoorOverdracht(t);
  const c = await klaarVoorOverdracht(t);
  const d = await nieuweMelding(t, politie);
  await nieuweMelding(t); // e: nobody assesses it
  const aanbodA = await biedAan(t, a.casusId);
  const aanbodB = await biedAan(t, b.casusId);
  await biedAan(t, c.casusId, { naarOrganisatieId: '00000000-0000-7000-8000-000000000103' });
  op('2026-11-25T09:00:00Z');
  expect((await aanvaard(t, aanbodA)).statusCode).toBe(200); // two working days later
  op('2026-11-26T09:00:00Z');
  expect(
    (await t.als('emmen').post(`/overdrachten/${aanbodB}/weigering`, { reden: 'Wij kennen dit gezin niet.' }))
      .statusCode,
  ).toBe(200);
  op('2026-12-01T09:00:00Z'); // the five working days of C and D ended on Monday at midnight
  await t.klokRonde();
  await stelVast(t, d); // too late
  const g = await klaarVoorOverdracht(t);
  await biedAan(t, g.casusId, { naarOrganisatieId: '00000000-0000-7000-8000-000000000103' });
  op('2026-12-03T10:00:00Z');
  await nieuweMelding(t); // f: came in just now
}, 120_000);
afterAll(() => t.weg());

const team = async (wie: MensNaam, q = '') => {
  const uit = await t.als(wie).get(`/cijfers/team${q}`);
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<TeamcijfersAntwoord>();
};
const lijst = async (wie: MensNaam, figuur: Figuur, q: string) => {
  const uit = await t.als(wie).get(`/cijfers/team/${figuur}?${q}`);
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<FiguurlijstAntwoord>();
};

describe('the figures of Veilig Thuis', () => {
  it('what came in, by week and by who reported', async () => {
    const { in: i, vanDatum, totDatum } = await team('teamleider');
    expect([vanDatum, totDatum]).toEqual(['2026-09-07', '2026-12-03']);
    expect(i.aantal).toBe(7);
    expect(i.delen).toEqual([
      { code: 'niet_beroepsmatig', aantal: 6 },
      { code: 'justitie_veiligheid', aantal: 1 },
    ]);
    expect(i.weken).toHaveLength(13);
    expect(i.weken.filter((w) => w.aantal > 0)).toEqual([
      { weekDatum: '2026-11-23', aantal: 5 },
      { weekDatum: '2026-11-30', aantal: 2 },
    ]);
  });

  it('open, on time, waiting', async () => {
    const f = await team('visser');
    // all but A, which Emmen holds
    expect(f.open.aantal).toBe(6);
    // A, B, C and G on the day itself; D after its term; E is open and late
    expect(f.opTijd).toEqual({ aantal: 5, opTijd: 4, procent: 80, nogOpenTeLaat: 1, streefProcent: 90 });
    // B and C for ten days, since the decision that nothing followed; E as long; the offer of G for two, and D since its check ran
    // out on Monday at midnight; F since today
    expect(f.wachten).toEqual({
      aantal: 6,
      mediaanDagen: 6,
      langsteDagen: 10,
      houders: [{ naam: 'Veilig Thuis Test', aantal: 6, langsteDagen: 10 }],
    });
  });

  it('handed over, with the time to acceptance per receiver', async () => {
    const { overgedragen: o } = await team('visser');
    expect(o).toMatchObject({
      aantal: 4,
      aanvaard: 1,
      geweigerd: 1,
      ingetrokken: 0,
      verlopen: 1,
      wacht: 1,
      mediaanWerkdagen: 2,
    });
    expect(
      o.perOrganisatie.map((x) => [x.naam, x.aantal, x.aanvaard, x.verlopen, x.mediaanWerkdagen]),
    ).toEqual([
      ['Lokaal team Assen', 2, 0, 1, null],
      ['Lokaal team Emmen', 2, 1, 0, 2],
    ]);
  });

  it('a period leaves out what lies outside it, and keeps what is now', async () => {
    const f = await team('visser', '?van=2026-11-24&tot=2026-11-30');
    expect([f.in.aantal, f.opTijd.aantal, f.overgedragen.aantal]).toEqual([0, 0, 0]);
    expect(f.opTijd.procent).toBeNull();
    expect(f.open.aantal).toBe(6);
    expect((await t.als('visser').get('/cijfers/team?van=2026-12-02&tot=2026-12-01')).statusCode).toBe(400);
    expect((await t.als('visser').get('/cijfers/team?van=vorige-week')).statusCode).toBe(400);
  });
});

describe('the figures of a lokaal team', () => {
  it('are its own and nobody else’s', async () => {
    const emmen = await team('emmen');
    expect(emmen.in).toMatchObject({ aantal: 1, delen: [{ code: 'Veilig Thuis Test', aantal: 1 }] });
    expect(emmen.open.aantal).toBe(1);
    expect(emmen.opTijd).toMatchObject({ aantal: 2, opTijd: 2, procent: 100, streefProcent: null });
    expect(emmen.aangekregen).toMatchObject({ aantal: 2, aanvaard: 1, geweigerd: 1, mediaanWerkdagen: 2 });
    // nobody looked at A for a week, and the check went with zicht
    expect(emmen.wachten).toMatchObject({
      aantal: 1,
      houders: [{ naam: 'Lokaal team Emmen', aantal: 1, langsteDagen: 2 }],
    });
    const assen = await team('assen');
    expect(assen.opTijd).toMatchObject({ aantal: 1, opTijd: 0, procent: 0 });
    // the offer to Assen waits, and Veilig Thuis watches the family until Assen accepts
    expect(assen.wachten).toMatchObject({
      aantal: 1,
      houders: [{ naam: 'Veilig Thuis Test', aantal: 1, langsteDagen: 2 }],
    });
    expect((await team('opvang')).in.aantal).toBe(0);
  });
});

describe('counts and lists', () => {
  const aantallen = (f: TeamcijfersAntwoord): Record<Figuur, number> => ({
    in: f.in.aantal,
    open: f.open.aantal,
    op_tijd: f.opTijd.aantal,
    wachten: f.wachten.aantal,
    overgedragen: f.overgedragen.aantal,
    aangekregen: f.aangekregen.aantal,
  });

  it.each<[MensNaam, string]>([
    ['visser', ''],
    ['visser', '?van=2026-11-23&tot=2026-11-23'],
    ['visser', '?van=2026-12-01&tot=2026-12-03'],
    ['emmen', ''],
    ['assen', ''],
    ['opvang', ''],
  ])('agree for %s %s, also page by page', async (wie, q) => {
    const f = await team(wie, q);
    for (const figuur of FIGUREN) {
      const ids = new Set<string>();
      let totaal = 0;
      for (let pagina = 1; pagina <= 6; pagina++) {
        const l = await lijst(wie, figuur, `${q.slice(1)}&aantal=2&pagina=${pagina}`);
        totaal = l.totaal;
        for (const i of l.items) ids.add(i.id);
        if (l.items.length < 2) break;
      }
      expect([figuur, totaal, ids.size]).toEqual([figuur, aantallen(f)[figuur], aantallen(f)[figuur]]);
    }
  });

  it('agree in what they say of each line', async () => {
    const f = await team('visser');
    const opTijd = (await lijst('visser', 'op_tijd', 'aantal=200')).items;
    expect(opTijd.filter((i) => i.opTijd)).toHaveLength(f.opTijd.opTijd);
    const wachten = (await lijst('visser', 'wachten', 'aantal=200')).items;
    expect(wachten.map((i) => i.dagen)).toEqual([10, 10, 10, 2, 2, 0]);
    expect(wachten.map((i) => `${i.dagen} ${i.wat}`).sort()).toEqual([
      '0 beoordeling',
      '10 beoordeling',
      '10 vervolg',
      '10 vervolg',
      '2 controle',
      '2 overdracht',
    ]);
    const over = (await lijst('visser', 'overgedragen', 'aantal=200')).items;
    expect(over.filter((i) => i.wat === 'aanvaard').map((i) => i.werkdagen)).toEqual([2]);
    for (const u of f.uitleg) {
      const uit = await t.als('visser').get(u.lijst);
      expect(uit.json<FiguurlijstAntwoord>().totaal, u.lijst).toBe(aantallen(f)[u.figuur]);
    }
  });

  it.each<[MensNaam, MensNaam]>([
    ['visser', 'teamleider'],
    ['emmen', 'emmenLeider'],
    ['assen', 'assen'],
  ])(
    'the list of who waits and who watches has the families of %s that the figure counts',
    async (wie, leider) => {
      const uit = await t.als(leider).get('/wachtende-gezinnen?aantal=200');
      expect(uit.statusCode, uit.body).toBe(200);
      const lijstWachten = uit.json<WachtendeGezinnenAntwoord>();
      const figuur = (await lijst(wie, 'wachten', 'aantal=200')).items;
      const regel = (w: { aanduiding: string | null }, op: string | null, sinds: string) =>
        `${w.aanduiding} ${op} ${sinds}`;
      expect(lijstWachten.totaal).toBe((await team(wie)).wachten.aantal);
      expect(lijstWachten.items.map((w) => regel(w, w.wachtOp, w.wachtSindsOp)).sort()).toEqual(
        figuur.map((w) => regel(w, w.wat, w.vanafOp)).sort(),
      );
    },
  );

  it('an offer shows the household to who must answer, and leads to no casus that cannot be seen', async () => {
    const [regel] = (await lijst('assen', 'wachten', '')).items;
    expect(regel).toMatchObject({ casusId: null, casusNummer: null, wie: 'Veilig Thuis Test' });
    expect(regel?.aanduiding).toMatch(/^Gezin /);
  });

  it.each(['wachten', 'aangekregen'] as const)(
    'puts every person of an offered household on record, with the casus, in %s too',
    async (figuur) => {
      const { rows: aanbod } = await t.database.beheer.query<{ casus_id: string; mensen: number }>(
        `select o.casus_id, jsonb_array_length(i.gegevens -> 'persoonIds') as mensen from overdracht o
         join overdracht_inhoud i on i.overdracht_id = o.id where o.naar_organisatie_id = $1 and o.status = 'aangeboden'`,
        [ORG.assen],
      );
      expect(aanbod.map((o) => o.mensen > 0)).toEqual([true]);
      const gezien = async () =>
        (
          await t.database.beheer.query<{ n: number }>(
            `select count(distinct (trace_id, data_subject_id))::int as n from verwerkingslog
             where name = 'cijfers.team' and organisatie_id = $1 and data_subject_id is not null and $2 = any (getoond_in)`,
            [ORG.assen, aanbod[0]?.casus_id],
          )
        ).rows[0]?.n ?? 0;
      const voor = await gezien();
      await lijst('assen', figuur, '');
      expect(await gezien()).toBe(voor + (aanbod[0]?.mensen ?? 0));
    },
  );
});

describe('the spreadsheet', () => {
  it('says in its first line that the region does not exist, and holds the same numbers', async () => {
    const uit = await t.als('visser').get('/cijfers/team/csv');
    expect(uit.statusCode, uit.body).toBe(200);
    expect(uit.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(uit.headers['content-disposition']).toBe(
      'attachment; filename="teamcijfers-2026-09-07-tot-en-met-2026-12-03.csv"',
    );
    const regels = uit.body.split('\r\n');
    expect(regels[0]).toMatch(/^FICTIEF/);
    const waarde = (begin: string) => regels.find((r) => r.startsWith(begin))?.split(';')[2];
    expect(waarde('in;totaal')).toBe('7');
    expect(waarde('in;Justitie en veiligheid')).toBe('1');
    expect(waarde('op_tijd;op tijd;80')).toBe('80');
    expect(waarde('overgedragen;tijd tot aannemen')).toBe('2');
    expect(regels.slice(3, -1).every((r) => r.split(';').length >= 6)).toBe(true);
  });
});

describe('the region', () => {
  it('gives counts that are rounded and cut off, and never a casus', async () => {
    const lees = async (q = '') =>
      (await t.als('beleid').get(`/cijfers/regio${q}`)).json<RegiocijfersAntwoord>();
    const klein = await lees();
    // seven meldingen: fewer than ten is not told
    expect(klein.figuren.flatMap((f) => f.delen).every((d) => d.aantal === null)).toBe(true);
    for (let i = 0; i < 6; i++) await nieuweMelding(t, politie);
    const nu = await lees();
    const deel = (figuur: string, code: string) =>
      nu.figuren.find((f) => f.code === figuur)?.delen.find((d) => d.code === code)?.aantal;
    // thirteen is told as fifteen; seven of justitie and six of citizens are not told
    expect(deel('meldingen', 'totaal')).toBe(15);
    expect(deel('meldingen_melder', 'justitie_veiligheid')).toBeNull();
    expect(deel('meldingen_melder', 'niet_beroepsmatig')).toBeNull();
    expect(nu).toMatchObject({
      halfjaar: '2026-2',
      voorlopig: true,
      fictief: true,
      afronding: 5,
      ondergrens: 10,
    });
    expect((await lees('?halfjaar=2026-1')).figuren.find((f) => f.code === 'meldingen')?.delen).toEqual([
      { code: 'totaal', aantal: null },
    ]);
    expect((await t.als('beleid').get('/cijfers/regio?halfjaar=2026-3')).statusCode).toBe(400);
  });

  it('says of each count what it counts, and shows what is of now under no half year that has ended', async () => {
    const vraag = async (q = '') =>
      (await t.als('beleid').get(`/cijfers/regio${q}`)).json<RegiocijfersAntwoord>();
    const nu = await vraag();
    expect(nu.figuren.map((f) => f.code)).toContain('casussen');
    for (const f of nu.figuren) expect(f.uitleg?.nl, f.code).toMatch(/\.$/);
    const eerder = await vraag('?halfjaar=2026-1');
    expect(eerder.voorlopig).toBe(false);
    expect(eerder.figuren.map((f) => f.code)).not.toContain('casussen');
  });
});
