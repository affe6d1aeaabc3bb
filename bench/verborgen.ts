// SPDX-License-Identifier: EUPL-1.2
// Whether time tells what an answer hides: "it is there, and not for you" beside "there is no such thing", in turns within one run, for a
// casus, a melding, an overdracht and a persoon. By hand: `npm run bench -- verborgen`. Prints medians and the test of Mann and Whitney:
// |z| above 3 asks for a look. RONDEN=600 asks each so often.
import pg from 'pg';
import type { Wie } from '../src/platform/acts/deur.ts';
import { nieuwId } from '../src/platform/acts/id.ts';
import { NU, startDemohuis } from './demohuis.ts';
import { startMeetserver } from './server.ts';

const RONDEN = Number(process.env['RONDEN'] ?? 300);

let vragen = 0;
const origineel = pg.Client.prototype.query;
pg.Client.prototype.query = function geteld(this: pg.Client, ...args: unknown[]) {
  vragen += 1;
  return (origineel as (...a: unknown[]) => unknown).apply(this, args);
} as typeof pg.Client.prototype.query;

const server = await startMeetserver();
const { beheer } = server;
let wie: Wie;
const { http, persona } = await startDemohuis(server, () => wie);
wie = await persona('regisseur-assen');

const ids = async (tekst: string): Promise<string[]> =>
  (await beheer.query<{ id: string }>(tekst, [wie.organisatieId])).rows.map((r) => r.id);
const ZONDER_DEEL = `not exists (select from houvast.betrokkenheid b where b.casus_id = x.casus_id and b.organisatie_id = $1)`;
const regisseur = wie;
const verborgen = await ids(
  `select x.casus_id as id from houvast.zicht x where ${ZONDER_DEEL} order by x.id limit 200`,
);
const eigen = (
  await ids(
    'select casus_id as id from houvast.zicht where organisatie_id = $1 and tot is null order by id limit 1',
  )
)[0];
const opdrachten: { wat: string; wie: Wie; verborgen: string[]; vraag: (id: string) => [string, object?] }[] =
  [
    { wat: 'casus', wie: regisseur, verborgen, vraag: (id) => [`/casussen/${id}`] },
    {
      wat: 'melding',
      wie: regisseur,
      verborgen: await ids(
        'select id from houvast.melding where melder_organisatie_id is distinct from $1 order by id limit 200',
      ),
      vraag: (id) => [`/meldingen/${id}/terugkoppelingen`],
    },
    {
      wat: 'overdracht',
      wie: regisseur,
      verborgen: await ids(
        `select x.id from houvast.overdracht x where ${ZONDER_DEEL} and $1 not in (van_organisatie_id, naar_organisatie_id) order by id limit 200`,
      ),
      vraag: (id) => [`/overdrachten/${id}`],
    },
    {
      wat: 'persoon',
      wie: regisseur,
      verborgen: await ids(
        `select distinct k.persoon_id as id from houvast.casus_persoon x join houvast.koppeling k on k.vermelding_id = x.vermelding_id
       where ${ZONDER_DEEL} limit 200`,
      ),
      vraag: (id) => [
        `/casussen/${eigen}/veiligheidscijfers`,
        { persoonId: id, scorerSoort: 'professional', scorer: 'meting', cijfer: 5, waarom: 'meting' },
      ],
    },
  ];

const mediaan = (x: readonly number[]) => [...x].sort((a, b) => a - b)[Math.floor(x.length / 2)] ?? 0;

/** How far the ranks of `a` among both lie from where chance puts them, in standard deviations. */
function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const alle = [...a.map((x) => [x, 1] as const), ...b.map((x) => [x, 0] as const)].sort(
    (x, y) => x[0] - y[0],
  );
  const rang = alle.reduce((som, [, vanA], i) => som + (vanA ? i + 1 : 0), 0);
  const u = rang - (a.length * (a.length + 1)) / 2;
  const midden = (a.length * b.length) / 2;
  return (u - midden) / Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
}

console.log('wat         verborgen ms   onbekend ms      z   vragen   antwoord');
for (const o of opdrachten) {
  wie = o.wie;
  const tijden: [number[], number[]] = [[], []];
  const gesteld = [new Set<number>(), new Set<number>()];
  const codes = [new Set<number>(), new Set<number>()];
  for (let i = 0; i < 2 * (RONDEN + 20); i++) {
    const kant = i % 2;
    const id = kant === 0 ? (o.verborgen[(i / 2) % o.verborgen.length] ?? '') : nieuwId(NU);
    const [pad, body] = o.vraag(id);
    vragen = 0;
    const begin = performance.now();
    const { statusCode } = await http.inject({
      method: body ? 'POST' : 'GET',
      url: `/api/v1${pad}`,
      ...(body ? { payload: body } : {}),
    });
    const duur = performance.now() - begin;
    // the first ones warm up
    if (i < 40) continue;
    tijden[kant]?.push(duur);
    gesteld[kant]?.add(vragen);
    codes[kant]?.add(statusCode);
  }
  const [a, b] = tijden;
  const paar = (x: Set<number>[]) => x.map((s) => [...s].join('/')).join(' = ');
  console.log(
    `${o.wat.padEnd(12)}${mediaan(a).toFixed(2).padStart(12)}${mediaan(b).toFixed(2).padStart(14)}${mannWhitney(a, b).toFixed(1).padStart(7)}   ${paar(gesteld)}   ${paar(codes)}`,
  );
}
await http.close();
await server.weg();
