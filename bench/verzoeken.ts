// SPDX-License-Identifier: EUPL-1.2
// Speed on the server, rights on, beside the bare SQL that the same request needs, replayed as owner in the same run.
// By hand: `npm run bench`. Ratios within one run count; times are indications. A small form, under two minutes; MELDINGEN=138000 makes
// a region of some 100,000 casussen.
import pg from 'pg';
import type { Wie } from '../src/platform/acts/deur.ts';
import { startDemohuis } from './demohuis.ts';
import { startMeetserver } from './server.ts';

const RONDEN = Number(process.env['RONDEN'] ?? 150);
const MELDINGEN = process.env['MELDINGEN'];

interface Opdracht {
  tekst: string;
  waarden: unknown[];
}

/** What the app asks of PostgreSQL while a request is recorded. */
let opname: Opdracht[] | null = null;
const origineel = pg.Client.prototype.query;
pg.Client.prototype.query = function opgenomen(this: pg.Client, ...args: unknown[]) {
  const eerste = args[0];
  if (opname && typeof eerste === 'string') opname.push({ tekst: eerste, waarden: [] });
  else if (opname) {
    const { text, values } = eerste as { text: string; values?: unknown[] };
    opname.push({ tekst: text, waarden: values ?? [] });
  }
  return (origineel as (...a: unknown[]) => unknown).apply(this, args);
} as typeof pg.Client.prototype.query;

const server = await startMeetserver();
const { beheer } = server;
let wie: Wie;
const { http, persona } = await startDemohuis(server, () => wie, MELDINGEN ? Number(MELDINGEN) : undefined);
wie = await persona('vt-medewerker');

const casussen = (
  await beheer.query<{ id: string }>(
    `select c.id from casus c join betrokkenheid b on b.casus_id = c.id and b.organisatie_id = $1 where c.status = 'open' order by c.nummer limit 200`,
    [wie.organisatieId],
  )
).rows.map((r) => r.id);
interface Bekende {
  voornamen: string;
  tussenvoegsel: string | null;
  achternaam: string;
  geboortejaar: number;
}
const bekenden = (
  await beheer.query<Bekende>(
    `select voornamen, tussenvoegsel, achternaam, geboortejaar from vermelding
     where voornamen is not null and achternaam is not null and geboortejaar is not null order by id limit 500`,
  )
).rows;

/** Whom most reports were about: a report of that family must cost no more than another (P5). */
const vaakst = (
  await beheer.query<Bekende>(
    `select v.voornamen, v.tussenvoegsel, v.achternaam, v.geboortejaar from koppeling k
     join (select persoon_id, count(*) as n from koppeling where tot is null group by 1 order by 2 desc, 1 limit 20) x using (persoon_id)
     join vermelding v on v.id = k.vermelding_id
     where k.tot is null and v.voornamen is not null and v.geboortejaar is not null order by x.n desc, v.id limit 1`,
  )
).rows[0];

const melding = (over: object, i: number): ReturnType<Taak['vraag']> => ({
  method: 'POST',
  url: '/api/v1/meldingen',
  payload: {
    melder: { groep: 'niet_beroepsmatig', bekend: 'anoniem' },
    uitspraken: [{ soort: 'waarneming', tekst: 'Fictieve meting.', bron: 'melder' }],
    personen: [over, { rol: 'kind', achternaam: `Meting${i}`, geboortejaar: 2018 }],
    aard: ['kindermishandeling'],
    acuut: false,
  },
});

interface Taak {
  naam: string;
  /** Makes new things: a replay gives them other ids. */
  maakt?: boolean;
  vraag: (i: number) => { method: 'GET' | 'POST'; url: string; payload?: object };
}
const bekende = (i: number) => {
  const b = bekenden[(i * 7) % bekenden.length];
  return {
    rol: 'onbekend',
    voornamen: b?.voornamen,
    tussenvoegsel: b?.tussenvoegsel,
    achternaam: b?.achternaam,
    geboortejaar: b?.geboortejaar,
  };
};
const taken: Taak[] = [
  { naam: 'worklist', vraag: () => ({ method: 'GET', url: '/api/v1/werk' }) },
  {
    naam: 'casus page',
    vraag: (i) => ({ method: 'GET', url: `/api/v1/casussen/${casussen[i % casussen.length]}` }),
  },
  {
    naam: 'casus list',
    vraag: () => ({ method: 'POST', url: '/api/v1/casussen/_zoek', payload: { bij: 'organisatie' } }),
  },
  {
    naam: 'radar look-up',
    vraag: (i) => ({ method: 'POST', url: '/api/v1/radar/_zoek', payload: { personen: [bekende(i)] } }),
  },
  { naam: 'melding submit', maakt: true, vraag: (i) => melding(bekende(i), i) },
  { naam: 'vaakst gemeld', maakt: true, vraag: (i) => melding({ rol: 'kind', ...vaakst }, i) },
];

function deel(tijden: number[], p: number): number {
  const s = [...tijden].sort((a, b) => a - b);
  return s[Math.min(s.length - 1, Math.floor(p * s.length))] ?? Number.NaN;
}

const namen = new Map<string, string>();
/** As the app does: every statement is parsed and planned once. */
function benoemd(o: Opdracht): pg.QueryConfig {
  if (o.waarden.length === 0) return { text: o.tekst };
  const name = namen.get(o.tekst) ?? `kaal_${namen.size}`;
  namen.set(o.tekst, name);
  return { name, text: o.tekst, values: o.waarden };
}

/** Replays recorded statements as owner, in a transaction that is rolled back. New ids are made anew each time. */
async function speelAf(client: pg.Client, opdrachten: Opdracht[]): Promise<number> {
  const begin = performance.now();
  await client.query('begin');
  for (const o of opdrachten) {
    if (/^(begin|commit|rollback|start transaction)/i.test(o.tekst)) continue;
    await client.query(benoemd(o));
  }
  const duur = performance.now() - begin;
  await client.query('rollback');
  return duur;
}

const kaal = new pg.Client({
  ...server.verbinding,
  options: '-c search_path=houvast,public -c timezone=UTC',
});
await kaal.connect();
console.log(
  `\n${RONDEN} requests each, one at a time, in ms (p50 / p95); bare = the same statements as owner, no rights, no log`,
);
console.log('                    request         bare SQL        ratio p50');
for (const taak of taken) {
  const tijden: number[] = [];
  const bare: number[] = [];
  let statements = 0;
  for (let i = 0; i < RONDEN + 10; i++) {
    opname = [];
    const begin = performance.now();
    const antwoord = await http.inject({ ...taak.vraag(i), headers: { 'content-type': 'application/json' } });
    const duur = performance.now() - begin;
    const opgenomen = opname;
    opname = null;
    if (antwoord.statusCode >= 400) throw new Error(`${taak.naam}: ${antwoord.statusCode} ${antwoord.body}`);
    // the bare form leaves out what rights cost: setting the context, asking for relations, writing act and log
    const nodig = opgenomen.filter(
      (o) => !/set_config|zet_context|log_verwerking|'houder' as deel|insert into "handeling"/.test(o.tekst),
    );
    statements = nodig.length;
    const los = taak.maakt ? versNummer(nodig) : nodig;
    const zonder = await speelAf(kaal, los);
    if (i >= 10) {
      tijden.push(duur);
      bare.push(zonder);
    }
  }
  const f = (x: number) => x.toFixed(1).padStart(6);
  console.log(
    `${taak.naam.padEnd(16)}${f(deel(tijden, 0.5))} /${f(deel(tijden, 0.95))}  ${f(deel(bare, 0.5))} /${f(deel(bare, 0.95))}  ${f(deel(tijden, 0.5) / deel(bare, 0.5))}×   (${statements} statements)`,
  );
}

/** The ids that this act made share its millisecond; give them another, so that the replay does not collide. */
function versNummer(opdrachten: Opdracht[]): Opdracht[] {
  const eigen = new Map<string, string>();
  for (const o of opdrachten) {
    if (!/insert into "(melding|casus|vermelding|persoon|koppeling)"/.test(o.tekst)) continue;
    for (const w of o.waarden) {
      // ids of the region's own fixed things (organisations, workers) have one prefix; what is new has the moment in it
      if (
        typeof w === 'string' &&
        /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(w) &&
        !w.startsWith(wie.regioId.slice(0, 13))
      )
        eigen.set(w.slice(0, 13), '');
    }
  }
  const tekst = (s: string) =>
    s.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) =>
      eigen.has(id.slice(0, 13)) ? `${id.slice(0, 24)}ffff${id.slice(28)}` : id,
    );
  return opdrachten.map((o) => ({
    tekst: o.tekst,
    waarden: o.waarden.map((w) =>
      typeof w === 'string' ? (/^M\d{4}-|^\d{4}-\d{5,}$/.test(w) ? `${w}-bench` : tekst(w)) : w,
    ),
  }));
}

await kaal.end();
await http.close();
await server.weg();
