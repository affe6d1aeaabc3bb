// SPDX-License-Identifier: EUPL-1.2
// Two regions full of everything that the chain leaves behind, for the tests that walk every table and every route. In the first
// region each organisation has a casus that the others have no part in; the second is its mirror, under other ids and words.
import { expect } from 'vitest';
import { telRegister } from '../../src/keten/radar/radar.job.ts';
import { zegelLog } from '../../src/platform/acts/zegel.store.ts';
import { MENS, type MensNaam, meldingVoorbeeld, ORG, REGIO, type TestHuis } from '../huis.ts';
import { heleAfweging, lees, type NieuweMelding, stelVast } from './beoordeling.ts';
import { sluit, stopMonitoren, vraagNu } from './monitoring.ts';
import { biedAan } from './overdracht.ts';

/** Which casussen there are, each with the word that stands in all its texts, names and addresses and nowhere else. */
export const MERK = {
  /** Veilig Thuis is still weighing it */
  vt: 'Wolkenvanger',
  /** Emmen holds it, Veilig Thuis monitors */
  emmen: 'Regenboogmaker',
  /** Assen holds it alone */
  assen: 'Sterrenkijker',
  /** Veilig Thuis holds it and offered it to Emmen */
  aanbod: 'Zandloperdraaier',
  /** a school reported it, Veilig Thuis decided and told the school */
  school: 'Krijttekenaar',
  /** the police reported it */
  politie: 'Fluitenbouwer',
  /** two reports of one family, the second casus merged into the first */
  samen: 'Dubbelganger',
  /** Emmen held it and closed it */
  dicht: 'Deurensluiter',
} as const;
export type CasusNaam = keyof typeof MERK;

/** Which organisations have a part in which casus, as the story above tells it. */
export const DEEL: Record<CasusNaam, readonly (keyof typeof ORG)[]> = {
  vt: ['vt'],
  emmen: ['vt', 'emmen'],
  assen: ['assen'],
  aanbod: ['vt'],
  school: ['vt'],
  politie: ['vt'],
  samen: ['vt'],
  dicht: ['vt', 'emmen'],
};

/** Which organisations had a part in it that ended: they keep their own dossier. */
export const WAS_DEEL: Partial<Record<CasusNaam, readonly (keyof typeof ORG)[]>> = { assen: ['vt'] };

/** Who is shut out, and for whom something opened; each also in a way that is over. */
export const ANDERS = {
  /** existence is hidden to all but these two */
  verzegeld: { casus: 'school', genoemd: ['visser', 'bakker'] },
  /** kept out of a casus of the own organisation */
  belang: { casus: 'politie', wie: 'bakker' },
  /** a worker who never logs in is kept out where no team leader works: the privacy officer's to decide */
  belangFg: { casus: 'assen', organisatie: 'assen' },
  /** looks by the noodknop; for `was` it is over */
  nood: { casus: 'vt', wie: 'assen', was: 'emmen' },
  /** three parts of a casus are shared; the sharing of `was` is over */
  deling: {
    casus: 'emmen',
    naar: 'opvang',
    onderdelen: ['personen', 'plan', 'tijdlijn'],
    doel: 'zicht_houden',
    was: 'dicht',
  },
} as const satisfies Record<string, Record<string, unknown> & { casus: CasusNaam }>;

export interface Keten {
  casus: Record<CasusNaam, string>;
  melding: Record<CasusNaam, string>;
  /** The casus of the second report of `samen`, which was merged away. */
  weggevoegd: string;
}

/** The second region: every id of the first with another version in it. */
export const REGIO_2 = spiegelId(REGIO);
export function spiegelId(id: string): string {
  return id.replace(/^(.{14})[47]/, '$18');
}
/** A word of the first region as it stands in the second: back to front. */
export function spiegelMerk(merk: string): string {
  return [...merk.toLowerCase()].reverse().join('');
}

function personen(merk: string, jaar: number): Record<string, unknown>[] {
  const adres = { straat: `${merk}laan`, huisnummer: '7', postcode: '7811ZZ', woonplaats: `${merk}dorp` };
  return [
    {
      rol: 'slachtoffer',
      voornamen: `An${merk.toLowerCase()}`,
      achternaam: merk,
      geboortejaar: jaar,
      geboortemaand: 1 + (jaar % 12),
      geboortedag: 1 + (jaar % 27),
      geslacht: 'vrouw',
      telefoon: ['0612345678'],
      email: [`${merk.toLowerCase()}@voorbeeld.nl`],
      ...adres,
    },
    {
      rol: 'kind',
      voornamen: `Bo${merk.toLowerCase()}`,
      achternaam: merk,
      geboortejaar: jaar + 28,
      geboortemaand: 1 + (jaar % 11),
      geboortedag: 2 + (jaar % 23),
      geslacht: 'man',
      geheimAdres: true,
      ...adres,
    },
  ];
}

function melding(naam: CasusNaam, anders: Record<string, unknown> = {}): Record<string, unknown> {
  const merk = MERK[naam];
  const nr = Object.keys(MERK).indexOf(naam);
  return meldingVoorbeeld({
    melder: {
      groep: 'niet_beroepsmatig',
      naam: `Buur ${merk}`,
      telefoon: '0612345678',
      email: `buur.${merk.toLowerCase()}@voorbeeld.nl`,
      bekend: 'anoniem_voor_gezin',
    },
    uitspraken: [
      { soort: 'waarneming', tekst: `Ik hoorde ${merk} roepen.`, bron: `melder ${merk}` },
      { soort: 'mening', tekst: `Afgeschermd: ${merk}.`, bron: 'melder', afgeschermd: true },
    ],
    personen: personen(merk, 1961 + nr * 4),
    acuutToelichting: null,
    kindcheckToelichting: `Kindcheck ${merk}.`,
    ...anders,
  });
}

/** Sends, and stops the test when the answer is not what the story needs. */
async function doe<T = { id: string }>(
  t: TestHuis,
  wie: MensNaam,
  pad: string,
  body: unknown,
  methode: 'post' | 'put' = 'post',
): Promise<T> {
  const uit = await t.als(wie)[methode](pad, body);
  expect(uit.statusCode, `${wie} ${pad}: ${uit.body}`).toBeLessThan(300);
  return uit.json<T>();
}

async function neemAan(t: TestHuis, naam: CasusNaam, wie: MensNaam, anders: Record<string, unknown> = {}) {
  t.klok.vooruit(60_000);
  return doe<{ id: string; casusId: string }>(t, wie, '/meldingen', melding(naam, anders));
}

async function besluit(t: TestHuis, m: { id: string; casusId: string }, merk: string): Promise<void> {
  const heel: NieuweMelding = { ...m, beoordeling: await lees(t, m.id) };
  await stelVast(t, heel, {
    acuutArgument: `Niet acuut, zegt ${merk}.`,
    besluit: 'overdragen',
    besluitReden: `Omdat ${merk}.`,
    vervolgSoort: 'lokaal_team',
  });
}

async function draagOver(t: TestHuis, casusId: string, merk: string, naar: 'emmen' | 'assen', klaar = true) {
  const id = await biedAan(t, casusId, {
    naarOrganisatieId: ORG[naar],
    doel: `Plan voor ${merk}.`,
    bericht: `Bericht ${merk}.`,
  });
  if (klaar) await doe(t, naar, `/overdrachten/${id}/aanvaarding`, { regisseurId: MENS[naar].id });
}

/** One of everything that can hang on a casus. */
async function vulCasus(t: TestHuis, casusId: string, merk: string, wie: 'emmen' | 'assen'): Promise<void> {
  const c = `/casussen/${casusId}`;
  const u = await doe(t, wie, `${c}/uitspraken`, {
    soort: 'feit',
    tekst: `Feit ${merk}.`,
    bron: `bron ${merk}`,
  });
  await doe(t, wie, `/uitspraken/${u.id}/wederhoor`, {
    door: `vader ${merk}`,
    reactie: `Nee, ${merk}.`,
    oneens: true,
  });
  const v = await doe(t, wie, `${c}/voorwaarden`, { tekst: `Voorwaarde ${merk}.`, voor: `kind ${merk}` });
  await doe(t, wie, `/voorwaarden/${v.id}/controles`, {
    uitkomst: 'nageleefd',
    gezienBij: `oma ${merk}`,
    toelichting: `Gezien ${merk}.`,
  });
  const afspraak = {
    wie: `moeder ${merk}`,
    wat: `bellen ${merk}`,
    wanneer: `elke dag ${merk}`,
    zietToe: `oma ${merk}`,
  };
  await doe(t, wie, `${c}/afspraken`, afspraak);
  await doe(t, wie, `${c}/afspraken`, { ...afspraak, wat: `vluchtadres ${merk}`, verborgenVoorPleger: true });
  const { personen: p } = (await t.als(wie).get(c)).json<{ personen: { persoonId: string }[] }>();
  await doe(t, wie, `${c}/veiligheidscijfers`, {
    persoonId: p[0]?.persoonId,
    scorerSoort: 'netwerk',
    scorer: `oma ${merk}`,
    cijfer: 6,
    waarom: `Omdat ${merk}.`,
  });
  await doe(t, wie, `${c}/fasewisselingen`, {
    van: 1,
    naar: 2,
    reden: `Verder ${merk}.`,
    ondanks: `Toch ${merk}.`,
  });
  await doe(t, wie, `${c}/veiligheidscontroles`, {
    uitkomst: 'veilig',
    met: `moeder ${merk}`,
    toelichting: `Rust ${merk}.`,
  });
}

/** Lives the whole story in the first region. */
export async function plantKeten(t: TestHuis): Promise<Keten> {
  const beheer = t.database.beheer;
  await beheer.query(
    `insert into team (regio_id, id, organisatie_id, naam) values ($1, '00000000-0000-7000-8000-000000000301', $2, 'Team Noord'),
       ($1, '00000000-0000-7000-8000-000000000302', $3, 'Team Zuid')`,
    [REGIO, ORG.vt, ORG.emmen],
  );
  const casus: Partial<Record<CasusNaam, string>> = {};
  const bij: Partial<Record<CasusNaam, string>> = {};
  const zet = (naam: CasusNaam, m: { id: string; casusId: string }) => {
    casus[naam] = m.casusId;
    bij[naam] = m.id;
    return m;
  };

  const vt = zet('vt', await neemAan(t, 'vt', 'visser'));
  const b = await lees(t, vt.id);
  await doe(
    t,
    'visser',
    `/beoordelingen/${b.id}`,
    heleAfweging(b, { acuutArgument: `Niet acuut, ${MERK.vt}.` }),
    'put',
  );
  await doe(t, 'visser', `/casussen/${vt.casusId}/veiligheidscontroles`, {
    uitkomst: 'zorgelijk',
    met: `moeder ${MERK.vt}`,
    toelichting: `Onrust ${MERK.vt}.`,
  });

  for (const [naam, wie] of [
    ['emmen', 'emmen'],
    ['assen', 'assen'],
    ['dicht', 'emmen'],
  ] as const) {
    const m = zet(naam, await neemAan(t, naam, 'visser'));
    await besluit(t, m, MERK[naam]);
    await draagOver(t, m.casusId, MERK[naam], wie);
    await vulCasus(t, m.casusId, MERK[naam], wie);
  }
  const { momenten } = (await t.als('visser').get(`/casussen/${casus.emmen}/monitormomenten`)).json<{
    momenten: { id: string }[];
  }>();
  await vraagNu(t, momenten[0]?.id ?? '');
  await doe(t, 'visser', `/monitormomenten/${momenten[0]?.id}/uitvoering`, {
    uitkomst: 'veilig',
    gesprokenMet: `moeder ${MERK.emmen}`,
    toelichting: `Het gaat goed, ${MERK.emmen}.`,
  });
  t.klok.vooruit(60_000);
  await stopMonitoren(t, casus.dicht ?? '');
  const gesloten = await sluit(t, casus.dicht ?? '', 'emmen', { toelichting: `Veilig, zegt ${MERK.dicht}.` });
  expect(gesloten.statusCode, gesloten.body).toBe(201);
  // Veilig Thuis is done with the family in Assen; it looked there once before, and was answered
  await beheer.query(
    `with c as (insert into veiligheidscontrole (regio_id, id, casus_id, op, organisatie_id, medewerker_id, met, uitkomst, toelichting)
         values ($4, gen_random_uuid(), $1, $3, $2, $5, 'moeder', 'zorgelijk', 'Onrust ${MERK.assen}.')),
       w as (insert into wederhoor (regio_id, id, casus_id, uitspraak_id, door, reactie, oneens, op)
         select u.regio_id, gen_random_uuid(), u.casus_id, u.id, 'vader', x.reactie, true, x.op from uitspraak u,
           (values ('Nee.', $3::timestamptz - interval '1 minute'), ('Nog steeds niet.', $3::timestamptz + interval '1 minute')) as x (reactie, op)
         where u.casus_id = $1 and u.organisatie_id = $2),
       m as (update monitormoment set vervallen_op = $3, vervallen_reden = 'klaar'
         where casus_id = $1 and organisatie_id = $2 and uitgevoerd_op is null)
     update termijn set afgerond_op = $3, afgerond_hoe = 'klaar' where casus_id = $1 and eigenaar_organisatie_id = $2 and afgerond_op is null`,
    [casus.assen, ORG.vt, t.klok.nu(), REGIO, MENS.visser.id],
  );
  await beheer.query('update betrokkenheid set tot = $3 where casus_id = $1 and organisatie_id = $2', [
    casus.assen,
    ORG.vt,
    t.klok.nu(),
  ]);

  const aanbod = zet('aanbod', await neemAan(t, 'aanbod', 'visser'));
  await besluit(t, aanbod, MERK.aanbod);
  await draagOver(t, aanbod.casusId, MERK.aanbod, 'emmen', false);

  const school = zet(
    'school',
    await neemAan(t, 'school', 'school', {
      melder: {
        groep: 'onderwijs',
        naam: `Juf ${MERK.school}`,
        email: 'juf@school.voorbeeld',
        bekend: 'open',
      },
    }),
  );
  // a melder is not told which casus it became
  const { rows } = await beheer.query<{ casus_id: string }>('select casus_id from melding where id = $1', [
    school.id,
  ]);
  school.casusId = casus.school = rows[0]?.casus_id ?? '';
  await besluit(t, school, MERK.school);
  const terug = (await t.als('visser').get(`/meldingen/${school.id}/terugkoppelingen`)).json<
    { id: string }[]
  >();
  await doe(t, 'visser', `/terugkoppelingen/${terug[0]?.id}/verzending`, {
    tekst: 'Dank u wel. Wij gaan verder met uw melding.',
  });
  const bijlage = await t.app.inject({
    method: 'POST',
    url: `/api/v1/meldingen/${school.id}/bijlagen`,
    headers: {
      'x-test-wie': 'visser',
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${MERK.school}.pdf`,
    },
    payload: Buffer.from(
      `%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${`% ${MERK.school}\n`.repeat(100)}trailer<<>>\n%%EOF`,
    ),
  });
  expect(bijlage.statusCode, bijlage.body).toBe(201);

  zet('politie', await meldPolitie(t));
  await besluit(t, { id: bij.politie ?? '', casusId: casus.politie ?? '' }, MERK.politie);

  const eerst = zet('samen', await neemAan(t, 'samen', 'visser'));
  const tweede = await neemAan(t, 'samen', 'visser');
  const kandidaat = await beheer.query<{ id: string }>(
    'select id from radar_kandidaat where melding_id = $1 order by id',
    [tweede.id],
  );
  expect(kandidaat.rows.length, 'the radar knows a family that is reported twice').toBeGreaterThan(0);
  await doe(t, 'visser', `/radar-kandidaten/${kandidaat.rows[0]?.id}/oordeel`, {
    oordeel: 'zelfde',
    reden: MERK.samen,
  });
  await doe(t, 'visser', `/radar-kandidaten/${kandidaat.rows[0]?.id}/eerder`, {
    doel: 'beoordelen',
    reden: 'anders',
    toelichting: MERK.samen,
  });
  t.klok.vooruit(60_000);
  await doe(t, 'visser', `/casussen/${tweede.casusId}/samenvoeging`, {
    doelCasusId: eerst.casusId,
    reden: `Een gezin: ${MERK.samen}.`,
  });

  await doe(t, 'visser', '/adviezen', {
    vrager: { groep: 'onderwijs', naam: 'Meester Advies', contact: '0591-123456', stemtIn: true },
    aard: [],
    vraag: 'Een leerling slaapt slecht.',
    advies: 'Praat met de ouders.',
  });
  const concept = { soort: 'melding', inhoud: { tekst: 'Nog niet af.' }, versie: 0 };
  await doe(t, 'visser', '/concepten/00000000-0000-7000-8000-000000000401', concept, 'put');
  await doe(t, 'emmen', '/concepten/00000000-0000-7000-8000-000000000402', concept, 'put');
  const termijn = await beheer.query<{ id: string }>(
    `select id from termijn where soort = 'informeren_betrokkenen' and casus_id = $1 and afgerond_op is null`,
    [vt.casusId],
  );
  await doe(t, 'visser', `/termijnen/${termijn.rows[0]?.id}/verlenging`, {
    reden: `Veiligheid van ${MERK.vt}.`,
    aantal: 1,
    eenheid: 'weken',
  });
  // nothing that Emmen or Assen owns can be extended; a deadline that came from a closed organisation tells so in the same way
  await beheer.query(
    `insert into termijn_wijziging (regio_id, id, termijn_id, soort, op, reden)
     select distinct on (eigenaar_organisatie_id) regio_id, gen_random_uuid(), id, 'overgegaan', $2, 'opvolger' from termijn
     where eigenaar_organisatie_id = any ($1) order by eigenaar_organisatie_id, id`,
    [[ORG.emmen, ORG.assen], t.klok.nu()],
  );
  const sleutel = { 'idempotency-key': 'twee-regios' };
  for (const wie of ['visser', 'emmen'] as const) {
    const uit = await t
      .als(wie)
      .post(
        `/casussen/${casus.emmen}/uitspraken`,
        { soort: 'feit', tekst: `Nog een feit, ${MERK.emmen}.`, bron: 'arts' },
        sleutel,
      );
    expect(uit.statusCode, uit.body).toBe(201);
  }
  await beheer.query(
    `insert into sessie (id_hash, medewerker_id, regio_id, gemaakt, laatst_gezien) values (sha256('twee-regios'), $1, $2, $3, $3)`,
    [MENS.visser.id, REGIO, t.klok.nu()],
  );
  await sluitEnOpen(t, casus as Keten['casus']);
  await zegelLog(t.huis.db, REGIO, t.klok.nu());
  await beheer.query('insert into log_uitvoer (regio_id, nr, op) values ($1, 1, $2)', [REGIO, t.klok.nu()]);
  await telRegister(t.huis.deuren, REGIO, ORG.vt);
  return { casus: casus as Keten['casus'], melding: bij as Keten['melding'], weggevoegd: tweede.casusId };
}

async function sluitEnOpen(t: TestHuis, casus: Keten['casus']): Promise<void> {
  const nu = t.klok.nu();
  const { verzegeld, belang, belangFg, nood, deling } = ANDERS;
  const zet = (tekst: string, waarden: unknown[]) => t.database.beheer.query(tekst, [REGIO, nu, ...waarden]);
  // what someone answered to a shielded statement
  await zet(
    `insert into wederhoor (regio_id, id, casus_id, uitspraak_id, door, reactie, oneens, op)
     select $1, gen_random_uuid(), casus_id, id, 'proef', 'proef', false, $2 from uitspraak where regio_id = $1 and afgeschermd`,
    [],
  );
  await zet(
    `insert into verzegeling (regio_id, id, casus_id, soort, reden, vanaf) values ($1, gen_random_uuid(), $3, 'collega', 'proef', $2)`,
    [casus[verzegeld.casus]],
  );
  await zet(
    `insert into genoemde (regio_id, id, casus_id, medewerker_id, vanaf) select $1, gen_random_uuid(), $3, m, $2 from unnest($4::uuid[]) m`,
    [casus[verzegeld.casus], verzegeld.genoemd.map((wie) => MENS[wie].id)],
  );
  await zet(
    `insert into kring (regio_id, id, medewerker_id, wie, achternaam, gemaakt_op) values ($1, gen_random_uuid(), $3, 'familie', $4, $2)`,
    [MENS[belang.wie].id, 'Kringnaam'],
  );
  await zet(
    `insert into belang (regio_id, id, casus_id, medewerker_id, organisatie_id, gronden, vanaf)
     values ($1, gen_random_uuid(), $3, $4, $5, '{verwant}', $2)`,
    [casus[belang.casus], MENS[belang.wie].id, MENS[belang.wie].organisatie],
  );
  await zet(
    `with m as (insert into medewerker (regio_id, id, organisatie_id, naam, functie) values ($1, gen_random_uuid(), $4, 'W. Buiten', 'regisseur')
       returning id)
     insert into belang (regio_id, id, casus_id, medewerker_id, organisatie_id, gronden, vanaf)
     select $1, gen_random_uuid(), $3, m.id, $4, '{in_de_buurt}', $2 from m`,
    [casus[belangFg.casus], ORG[belangFg.organisatie]],
  );
  await zet(
    `insert into termijn (regio_id, id, casus_id, soort, clausule, bron, eigenaar_organisatie_id, eigenaar_medewerker_id, onderwerp_soort, onderwerp_id,
       begint_op, duur_aantal, duur_eenheid, vervalt_op)
     select $1, gen_random_uuid(), casus_id, 'belang_bekijken', 'proef', 'proef', organisatie_id, $4, 'belang', id, $2, 1, 'werkdagen', $2::timestamptz + interval '1 day'
     from belang where casus_id = $3`,
    [casus[belang.casus], MENS.teamleider.id],
  );
  // the same, given to nobody in particular, and as the act
  await zet(
    `insert into termijn (regio_id, id, casus_id, soort, clausule, bron, eigenaar_organisatie_id, onderwerp_soort, onderwerp_id,
       begint_op, duur_aantal, duur_eenheid, vervalt_op)
     select $1, gen_random_uuid(), casus_id, 'belang_bekijken', 'proef', 'proef', organisatie_id, 'belang', id, $2, 1, 'werkdagen', $2::timestamptz + interval '1 day'
     from belang where casus_id = $3`,
    [casus[belang.casus]],
  );
  await zet(
    `insert into handeling (regio_id, id, soort, op, namens, doel, casus_id, onderwerp_id)
     select $1, gen_random_uuid(), 'belang.gevonden', $2, 'Houvast', 'proef', casus_id, id from belang where casus_id = $3`,
    [casus[belang.casus]],
  );
  for (const [naam, wie, tot] of [
    [nood.casus, nood.wie, '1 hour'],
    [nood.casus, nood.was, '-1 second'],
    [verzegeld.casus, nood.was, '-1 second'],
  ] as const)
    await zet(
      `insert into noodtoegang (regio_id, id, casus_id, medewerker_id, organisatie_id, doel, reden, vanaf, tot)
       select $1, gen_random_uuid(), id, $4, $5, 'zicht_houden', 'proef', $2::timestamptz - interval '1 hour', $2::timestamptz + $6::interval
       from casus where id = $3`,
      [casus[naam], MENS[wie].id, MENS[wie].organisatie, tot],
    );
  for (const [naam, naar, tot] of [
    [deling.casus, deling.naar, '1 day'],
    [deling.was, deling.naar, '-1 second'],
    [deling.casus, 'school', '-1 second'],
  ] as const)
    await zet(
      `insert into deling (regio_id, id, casus_id, van_organisatie_id, naar_organisatie_id, doel, grondslag, reden, onderdelen, vanaf, tot)
       values ($1, gen_random_uuid(), $3, $4, $5, $6, 'proef', 'proef', $7, $2::timestamptz - interval '1 day', $2::timestamptz + $8::interval)`,
      [casus[naam], ORG.emmen, ORG[naar], deling.doel, deling.onderdelen, tot],
    );
  await zet(
    `insert into handeling (regio_id, id, soort, op, medewerker_id, organisatie_id, namens, doel, casus_id, inhoud)
     select $1, gen_random_uuid(), 'deling.geven', $2, $4, $5, 'proef', 'proef', casus_id, jsonb_build_object('deling', id) from deling where casus_id = $3`,
    [casus[deling.casus], MENS.emmen.id, ORG.emmen],
  );
  await zet(
    `insert into toezicht_gezien (regio_id, id, sleutel, notitie, op, medewerker_id) values ($1, gen_random_uuid(), 'proef', 'proef', $2, $3)`,
    [MENS.fg.id],
  );
}

async function meldPolitie(t: TestHuis): Promise<{ id: string; casusId: string }> {
  const merk = MERK.politie;
  t.klok.vooruit(60_000);
  await doe(t, 'politie', '/api/jzv_meldingen/v1/meldingen', {
    registratienummer: 'PL0100-2026-000001',
    incident: {
      datumTijd: '2026-11-22T22:10:00+01:00',
      locatie: `${merk}straat 12, Emmen`,
      omschrijving: `Ruzie bij ${merk}.`,
      periodeVanTot: {
        datumTijdBegin: '2026-11-22T21:30:00+01:00',
        datumTijdEinde: '2026-11-22T22:30:00+01:00',
      },
    },
    natuurlijkPersoon: {
      adres: {
        soortAdres: '02',
        straatAdres: { straatnaam: `${merk}straat`, huisnummer: 12, huisletter: '-' },
      },
      burgerservicenummer: '999993653',
      naam: { geslachtsnaam: merk, voornamen: `Cis${merk.toLowerCase()}` },
      geboorte: { datum: '1991-02-03' },
      geslachtsaanduiding: 'vrouw',
    },
    overigeInformatie: { omschrijving: `Proces-verbaal ${merk}`, uRL: 'https://politie.voorbeeld.nl/pv/1' },
    zorgelijkeSituatie: {
      nadereOmschrijving: `Kinderen ${merk}.`,
      situatieSchets: `Schets ${merk}.`,
      vraagAntwoord: { vraag: 'VT-001', antwoord: 'Niet bekend.' },
    },
    soort: 'VT',
    datumTijd: '2026-11-23T06:00:00Z',
    verzoek: 'Graag beoordelen.',
    terugkoppelingGewenst: true,
  });
  const { rows } = await t.database.beheer.query<{ id: string; casus_id: string }>(
    `select id, casus_id from melding where kanaal = 'jzv'`,
  );
  return { id: rows[0]?.id ?? '', casusId: rows[0]?.casus_id ?? '' };
}

/**
 * Copies every row of the first region into a second one: each id gets version 8, each marking word is written back to
 * front. A new table comes along by itself; what has no region in its key stays alone.
 */
export async function spiegelRegio(t: TestHuis): Promise<void> {
  const client = await t.database.beheer.connect();
  try {
    await client.query('begin');
    // a copy of what the guards approved needs no guards
    await client.query('set local session_replication_role = replica');
    const { rows } = await client.query<{ tabel: string; kolommen: string }>(
      `select c.relname as tabel, string_agg(format('%I', a.attname), ', ' order by a.attnum) as kolommen from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       where c.relnamespace = 'houvast'::regnamespace and c.relkind = 'r'
         and exists (select from pg_index i join pg_attribute r on r.attrelid = c.oid and r.attnum = any (i.indkey)
           where i.indrelid = c.oid and i.indisprimary and r.attname = 'regio_id')
       group by c.relname order by c.relname`,
    );
    const woorden = Object.values(MERK).flatMap((m) => [m, m.toLowerCase()]);
    for (const { tabel, kolommen } of rows) {
      const tekst = woorden.reduce(
        (vorig, woord) => `replace(${vorig}, '${woord}', '${spiegelMerk(woord)}')`,
        String.raw`regexp_replace(to_jsonb(r)::text, '([0-9a-f]{8}-[0-9a-f]{4})-[47]([0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})', '\1-8\2', 'g')`,
      );
      await client.query(
        `insert into houvast.${tabel} (${kolommen}) select ${kolommen} from jsonb_populate_recordset(null::houvast.${tabel},
           (select jsonb_agg((${tekst})::jsonb) from houvast.${tabel} r where r.regio_id = $1))`,
        [REGIO],
      );
    }
    await client.query('commit');
  } catch (fout) {
    await client.query('rollback');
    throw fout;
  } finally {
    client.release();
  }
}
