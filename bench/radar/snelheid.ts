// SPDX-License-Identifier: EUPL-1.2
/**
 * One person against a register of a million mentions, warm, on one connection with rights on: candidates, weighing and explanation, beside the
 * bare look-up in the key index in the same run; how often the right person is among the candidates; and what adding a mention costs.
 * And a report of a household of five, from the request over HTTP to its answer: its radar, its casus, its terms and its log included.
 * By hand: npm run bench -- radar [mentions, 1000000] [questions, 400]. The people are made up, with the errors of demo/regio/fouten.ts.
 * MEETMAP=<folder> keeps the filled register there, and uses the one that it finds; the reports of each run stay in it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Genoemde, maakRadarset } from '../../demo/regio/radarset.ts';
import { bouwHuis } from '../../src/huis.ts';
import { schrijfVermeldingen } from '../../src/kern/persoon/persoon.store.ts';
import { getTelling } from '../../src/keten/radar/namenboek.store.ts';
import { listOpgehaald, telNamen, zoekKandidaten } from '../../src/keten/radar/radar.store.ts';
import { sleutelGetallen } from '../../src/keten/radar/sleutelgetal.ts';
import {
  bereidVoor,
  sleutels,
  type Vermelding,
  zoekRuimte,
  zoekSleutels,
} from '../../src/keten/radar/vermelding.ts';
import type { Tx, Wie } from '../../src/platform/acts/deur.ts';
import { nieuwId } from '../../src/platform/acts/id.ts';
import { klokVanaf } from '../../src/platform/clock/klok.ts';
import { openMeetdeur, startMeetserver } from '../server.ts';

const AANTAL = Number(process.argv[3] ?? 1_000_000);
const VRAGEN = Number(process.argv[4] ?? 400);
/** Households that are made at a time; some seven mentions each. */
const GEZINNEN = 2_000;
const NU = new Date('2026-11-23T08:00:00Z');
const REGIO = '00000000-0000-7000-8000-00000000be01';
const VT = '00000000-0000-7000-8000-00000000be02';
const MENS = '00000000-0000-7000-8000-00000000be03';

const zeg = (tekst: string) => console.log(tekst);
const deel = (tijden: readonly number[], p: number) =>
  [...tijden].sort((a, b) => a - b)[Math.min(tijden.length - 1, Math.floor(p * tijden.length))] ?? Number.NaN;
const zegTijden = (naam: string, tijden: readonly number[]) =>
  zeg(
    `${naam.padEnd(44)} p50 ${deel(tijden, 0.5).toFixed(2)}  p95 ${deel(tijden, 0.95).toFixed(2)}  p99 ${deel(tijden, 0.99).toFixed(2)} ms`,
  );

const MAP = process.env['MEETMAP'];
const server = await startMeetserver(MAP);
const { app, beheer } = server;

/** What is asked later: a mention that was kept out, and who it is. */
const vragen: { vermelding: Vermelding; persoonId: string }[] = [];
/** Every so many persons with more than one mention, the last one is kept out. */
const OM_DE = Math.max(1, Math.floor(AANTAL / 7 / VRAGEN));

interface Rij {
  id: string;
  persoon: string;
  v: Vermelding;
  eerste: boolean;
}

const MEDEKLINKERS = 'bdfghjklmnprstvz';

/**
 * Every batch lives in a part of the country of its own. The generator knows one region and begins to count anew in each batch: without
 * this, dozens of families would share a house and dozens of people a BSN.
 */
function elders({ mens, gezin, fouten, vermelding: v }: Genoemde, batch: number): Genoemde {
  const hier = [batch % 16, batch >> 4, ...(batch > 255 ? [batch >> 8] : [])]
    .map((n) => MEDEKLINKERS.charAt(n % 16))
    .join('a');
  const pc4 = v.postcode && String(1000 + ((Number(v.postcode.slice(0, 4)) - 1000 + batch * 61) % 9000));
  return {
    mens,
    gezin,
    fouten,
    vermelding: {
      ...v,
      ...(v.bsnSleutel ? { bsnSleutel: `${batch}.${v.bsnSleutel}` } : {}),
      ...(pc4 ? { postcode: `${pc4}${v.postcode.slice(4)}` } : {}),
      ...(v.woonplaats ? { woonplaats: `${hier}${v.woonplaats}` } : {}),
    },
  };
}

function alsRijen(set: readonly Genoemde[], teller: { personen: number }): Rij[] {
  const per = new Map<Genoemde['mens'], Genoemde[]>();
  for (const g of set) per.set(g.mens, [...(per.get(g.mens) ?? []), g]);
  const uit: Rij[] = [];
  for (const genoemd of per.values()) {
    const persoon = nieuwId(NU);
    teller.personen += 1;
    const vraag = genoemd.length > 1 && vragen.length < VRAGEN && teller.personen % OM_DE === 0;
    if (vraag) {
      const laatste = genoemd.at(-1) as Genoemde;
      vragen.push({ vermelding: { ...laatste.vermelding, id: 'gezocht' }, persoonId: persoon });
    }
    for (const [i, g] of (vraag ? genoemd.slice(0, -1) : genoemd).entries())
      uit.push({ id: nieuwId(NU), persoon, v: g.vermelding, eerste: i === 0 });
  }
  return uit;
}

async function laad(client: pg.PoolClient, rijen: readonly Rij[]): Promise<void> {
  const json = JSON.stringify(
    rijen.map(({ id, persoon, v, eerste }) => ({
      id,
      persoon,
      eerste,
      koppeling: nieuwId(NU),
      bsn_sleutel: v.bsnSleutel,
      voornamen: v.voornamen,
      voorletters: v.voorletters,
      tussenvoegsel: v.tussenvoegsel,
      achternaam: v.achternaam,
      partner_tussenvoegsel: v.partnerTussenvoegsel,
      partner_achternaam: v.partnerAchternaam,
      geboortejaar: v.geboorte?.jaar,
      geboortemaand: v.geboorte?.maand,
      geboortedag: v.geboorte?.dag,
      geslacht: v.geslacht,
      straat: v.straat,
      huisnummer: v.huisnummer === undefined ? undefined : String(v.huisnummer),
      huisletter: v.huisletter,
      postcode: v.postcode,
      woonplaats: v.woonplaats,
      telefoon: v.telefoon ?? [],
      email: v.email ?? [],
      sleutels: sleutelGetallen(sleutels(v)),
    })),
  );
  await client.query(
    `with r as materialized (
       select * from jsonb_to_recordset($1::jsonb) as r (id uuid, persoon uuid, koppeling uuid, eerste boolean, bsn_sleutel text, voornamen text,
         voorletters text, tussenvoegsel text, achternaam text, partner_tussenvoegsel text, partner_achternaam text, geboortejaar smallint,
         geboortemaand smallint, geboortedag smallint, geslacht text, straat text, huisnummer text, huisletter text, postcode text,
         woonplaats text, telefoon text[], email text[], sleutels bigint[])
     ), v as (
       insert into vermelding (regio_id, id, organisatie_id, bron, gegeven_op, bsn_sleutel, voornamen, voorletters, tussenvoegsel, achternaam,
         partner_tussenvoegsel, partner_achternaam, geboortejaar, geboortemaand, geboortedag, geslacht, straat, huisnummer, huisletter,
         postcode, woonplaats, telefoon, email, sleutels)
       select $2, id, $3, 'meting', $4, bsn_sleutel, voornamen, voorletters, tussenvoegsel, achternaam, partner_tussenvoegsel,
         partner_achternaam, geboortejaar, geboortemaand, geboortedag, geslacht, straat, huisnummer, huisletter, postcode, woonplaats,
         telefoon, email, sleutels from r
     ), p as (insert into persoon (regio_id, id, gemaakt_op) select $2, persoon, $4 from r where eerste)
     insert into koppeling (regio_id, id, vermelding_id, persoon_id, vanaf, grond) select $2, koppeling, id, persoon, $4, 'meting' from r`,
    [json, REGIO, VT, NU],
  );
}

async function vulRegister(): Promise<void> {
  const client = await beheer.connect();
  try {
    await client.query(`insert into regio (regio_id, naam, fictief) values ($1, 'Meetregio', true)`, [REGIO]);
    await client.query(
      `insert into organisatie (regio_id, id, naam, soort) values ($1, $2, 'Veilig Thuis', 'veilig_thuis')`,
      [REGIO, VT],
    );
    await client.query(
      `insert into medewerker (regio_id, id, organisatie_id, naam, functie) values ($1, $2, $3, 'M. Eting', 'vt_medewerker')`,
      [REGIO, MENS, VT],
    );
    // a register that grew over years has its index; here it is built when all is in
    await client.query('set session_replication_role = replica');
    await client.query('drop index houvast.vermelding_sleutels');
    const teller = { personen: 0 };
    let n = 0;
    for (let z = 0; n < AANTAL; z++) {
      const set = maakRadarset(GEZINNEN, `meting/${z}`).map((g) => elders(g, z));
      const rijen = alsRijen(set, teller).slice(0, AANTAL - n);
      for (let i = 0; i < rijen.length; i += 5_000) await laad(client, rijen.slice(i, i + 5_000));
      n += rijen.length;
      console.error(`${n} vermeldingen van ${teller.personen} mensen`);
    }
    await client.query('set session_replication_role = origin');
    await client.query(
      'create index vermelding_sleutels on houvast.vermelding using gin (sleutels) with (fastupdate = off)',
    );
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}

const bewaard = MAP && join(MAP, `vragen-${AANTAL}.json`);
if (bewaard && existsSync(bewaard)) {
  vragen.push(...JSON.parse(readFileSync(bewaard, 'utf8')).slice(0, VRAGEN));
  zeg(`${AANTAL} mentions, kept from an earlier run`);
} else {
  const begin = performance.now();
  await vulRegister();
  zeg(`${AANTAL} mentions in ${((performance.now() - begin) / 1000).toFixed(0)} s, index included`);
  if (bewaard) writeFileSync(bewaard, JSON.stringify(vragen));
}

const huis = bouwHuis({
  app,
  klok: klokVanaf(NU),
  demo: true,
  pseudoniemSleutel: 'alleen-voor-metingen-alleen-voor-metingen',
});
const wie: Wie = {
  regioId: REGIO,
  medewerkerId: MENS,
  naam: 'M. Eting',
  functie: 'vt_medewerker',
  organisatieId: VT,
  organisatieNaam: 'Veilig Thuis',
  organisatieSoort: 'veilig_thuis',
  teamId: null,
  fictief: true,
};
const lees = <T>(fn: (tx: Tx) => Promise<T>) =>
  huis.deuren.read({ wie, doel: 'melden' }, 'radar.zoeken', { soort: 'radar' }, fn);

await lees((tx) => telNamen(tx, VT));
// a register that is at work has its pages in memory; the questions themselves are new to it
await beheer.query('create extension if not exists pg_prewarm schema public');
await beheer.query(
  `select pg_prewarm(c.oid::regclass) from pg_class c left join pg_index i on i.indexrelid = c.oid
   where coalesce(i.indrelid, c.oid) in ('houvast.vermelding'::regclass, 'houvast.koppeling'::regclass)`,
);
const kaal = new pg.Client({
  ...server.verbinding,
  options: '-c search_path=houvast,public -c enable_seqscan=off',
});
await kaal.connect();

/** A question that asks nothing: what every one of them costs on this machine, before the database does anything. */
const niets: number[] = [];
const los: number[] = [];
const heel: number[] = [];
let kandidaten = 0;
let erbij = 0;
let eerste = 0;
await lees(async (tx) => {
  const telling = await getTelling(tx, VT);
  for (const [i, { vermelding, persoonId }] of vragen.entries()) {
    const p = bereidVoor(vermelding);
    const zoek = zoekSleutels(p, zoekRuimte(p, telling));
    const a = performance.now();
    await kaal.query({ name: 'niets', text: 'select $1::int', values: [i] });
    const b0 = performance.now();
    await kaal.query({
      name: 'kaal',
      text: 'select id from vermelding where sleutels && $1 limit 300',
      values: [sleutelGetallen(zoek)],
    });
    const b1 = performance.now();
    const gevonden = (await zoekKandidaten(tx, VT, new Map([['x', vermelding]]))).get('x') ?? [];
    const b2 = performance.now();
    // the first half warms the programme; what is timed are questions that were never asked before
    if (i >= vragen.length / 2) {
      niets.push(b0 - a);
      los.push(b1 - b0);
      heel.push(b2 - b1);
    }
    const [opgehaald = []] = await listOpgehaald(tx, VT, [zoek]);
    kandidaten += opgehaald.length;
    const { rowCount } = await kaal.query(
      'select from koppeling where vermelding_id = any($1) and persoon_id = $2 and tot is null limit 1',
      [opgehaald.map((k) => k.id), persoonId],
    );
    erbij += rowCount ?? 0;
    if (gevonden[0]?.kandidaat.persoonId === persoonId) eerste += 1;
  }
});
zeg(`${vragen.length} questions, ${(kandidaten / vragen.length).toFixed(1)} candidates each`);
zegTijden('a question that asks nothing', niets);
zegTijden('bare look-up in the key index (owner)', los);
zegTijden('candidates, weighing, explanation (rights on)', heel);
zeg(
  `the person is among the candidates: ${(erbij / vragen.length).toFixed(4)}; first: ${(eerste / vragen.length).toFixed(4)}`,
);

const erin: number[] = [];
let meteen = 0;
/** Ends the adding: the register stays as it was, for a next measurement. */
class Genoeg extends Error {}
const voegToe = async (tx: Tx): Promise<never> => {
  const toe = vragen.slice(0, 400);
  for (const [i, { vermelding: v }] of toe.entries()) {
    const b = performance.now();
    const [{ vermeldingId } = { vermeldingId: '' }] = await schrijfVermeldingen(tx, [
      {
        organisatieId: VT,
        bron: 'meting',
        bsn: null,
        bsnSleutel: v.bsnSleutel ?? null,
        voornamen: v.voornamen ?? null,
        voorletters: v.voorletters ?? null,
        tussenvoegsel: v.tussenvoegsel ?? null,
        achternaam: v.achternaam ?? null,
        partnerTussenvoegsel: v.partnerTussenvoegsel ?? null,
        partnerAchternaam: v.partnerAchternaam ?? null,
        geboorte: {
          jaar: v.geboorte?.jaar ?? null,
          maand: v.geboorte?.maand ?? null,
          dag: v.geboorte?.dag ?? null,
        },
        geslacht: v.geslacht ?? null,
        straat: v.straat ?? null,
        huisnummer: v.huisnummer === undefined ? null : String(v.huisnummer),
        huisletter: v.huisletter ?? null,
        toevoeging: null,
        postcode: v.postcode ?? null,
        woonplaats: v.woonplaats ?? null,
        land: null,
        geheimAdres: false,
        telefoon: [...(v.telefoon ?? [])],
        email: [...(v.email ?? [])],
        twijfels: [],
        sleutels: sleutelGetallen(sleutels(v)),
      },
    ]);
    // the first half warms, as with the questions
    if (i >= toe.length / 2) erin.push(performance.now() - b);
    const [nu = []] = await listOpgehaald(tx, VT, [zoekSleutels(v)]);
    if (nu.some((k) => k.id === vermeldingId)) meteen += 1;
  }
  throw new Genoeg();
};
await huis.deuren
  .act({ wie, doel: 'melden' }, 'melding.indienen', { soort: 'melding' }, voegToe)
  .catch((fout) => {
    if (!(fout instanceof Genoeg)) throw fout;
  });
zegTijden('adding a mention with its keys', erin);
zeg(`found at once: ${meteen} of ${Math.min(400, vragen.length)}`);

/** Whole households of the register, as somebody would report them now: each member as the last one who named him did. */
function gezinnen(): Vermelding[][] {
  const per = new Map<Genoemde['gezin'], Map<Genoemde['mens'], Vermelding>>();
  for (const g of maakRadarset(GEZINNEN, 'meting/0').map((m) => elders(m, 0)))
    per.set(g.gezin, (per.get(g.gezin) ?? new Map()).set(g.mens, g.vermelding));
  return [...per.values()].filter((leden) => leden.size >= 5).map((leden) => [...leden.values()].slice(0, 5));
}

const alsPersoon = (v: Vermelding) => ({
  rol: 'onbekend',
  voornamen: v.voornamen,
  voorletters: v.voorletters,
  tussenvoegsel: v.tussenvoegsel,
  achternaam: v.achternaam,
  partnerTussenvoegsel: v.partnerTussenvoegsel,
  partnerAchternaam: v.partnerAchternaam,
  geboortejaar: v.geboorte?.jaar,
  geboortemaand: v.geboorte?.maand,
  geboortedag: v.geboorte?.dag,
  geslacht: v.geslacht,
  straat: v.straat,
  huisnummer: v.huisnummer === undefined ? undefined : String(v.huisnummer),
  huisletter: v.huisletter,
  postcode: v.postcode,
  woonplaats: v.woonplaats,
  telefoon: v.telefoon,
  email: v.email,
});

const http = await openMeetdeur(huis, () => wie);
const hele: number[] = [];
const thuis = gezinnen();
for (const [i, leden] of thuis.entries()) {
  // the first half warms; a region that is at work has had its tables counted
  if (i === Math.floor(thuis.length / 2)) await beheer.query('analyze');
  const b = performance.now();
  const antwoord = await http.inject({
    method: 'POST',
    url: '/api/v1/meldingen',
    headers: { 'content-type': 'application/json' },
    payload: {
      melder: { groep: 'niet_beroepsmatig', bekend: 'anoniem' },
      uitspraken: [{ soort: 'waarneming', tekst: 'Fictieve meting.', bron: 'melder' }],
      personen: leden.map(alsPersoon),
      aard: ['kindermishandeling'],
      acuut: false,
    },
  });
  if (antwoord.statusCode !== 201) throw new Error(`${antwoord.statusCode} ${antwoord.body}`);
  if (i > thuis.length / 2) hele.push(performance.now() - b);
}
zegTijden('a report of a household of five, over HTTP', hele);

await http.close();
await kaal.end();
await server.weg();
