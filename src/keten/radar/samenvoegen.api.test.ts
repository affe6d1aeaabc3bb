// SPDX-License-Identifier: EUPL-1.2
// Two casussen become one and two again: who holds zicht at every moment (P1), and both sides byte for byte (P6).
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { biedAan, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';
import {
  alsSysteem,
  betrokkenheid,
  type Gemeld,
  geefZicht,
  gezin,
  meld,
  type Persoon,
  radar,
  sluit,
} from '../../../test/hulp/radar.ts';
import { familieVan, voegSamen as samen, draaiTerug as terug } from '../../../test/hulp/samenvoegen.ts';
import { zetTermijn } from '../../kern/termijn/termijn.store.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

let n = 0;
let familie: Persoon[];
beforeEach(() => {
  n += 1;
  familie = familieVan(n);
});

const voegSamen = (bron: { casusId: string }, doel: { casusId: string }) => samen(t, bron, doel);
const draaiTerug = (id: string) => terug(t, id);

/**
 * Everything that hangs on casussen as it holds now, for comparing before and after: current holders, open terms, planned
 * moments that still stand. What was planned in between and lapsed stays on record as lapsed.
 */
async function toestand(...casusIds: string[]): Promise<Record<string, unknown[]>> {
  const uit: Record<string, unknown[]> = {};
  for (const tabel of [
    'melding',
    'bijlage',
    'uitspraak',
    'wederhoor',
    'casus_persoon',
    'beoordeling',
    'terugkoppeling',
    'veiligheidscontrole',
    'voorwaarde',
    'voorwaarde_controle',
    'afspraak',
    'veiligheidscijfer',
    'monitormoment',
    'fasewissel',
    'overdracht',
    'betrokkenheid',
  ]) {
    const { rows } = await t.database.beheer.query(
      `select to_jsonb(x) - 'inhoud' as r from ${tabel} x where casus_id = any($1) ${tabel === 'monitormoment' ? 'and vervallen_op is null' : ''} order by to_jsonb(x)::text`,
      [casusIds],
    );
    uit[tabel] = rows.map((r) => r.r);
  }
  const casus = await t.database.beheer.query(
    "select to_jsonb(x) - 'versie' as r from casus x where id = any($1) order by id",
    [casusIds],
  );
  uit['casus'] = casus.rows.map((r) => r.r);
  const houder = await t.database.beheer.query(
    'select casus_id, organisatie_id from zicht where casus_id = any($1) and tot is null order by casus_id',
    [casusIds],
  );
  uit['houder'] = houder.rows;
  const termijn = await t.database.beheer.query(
    'select to_jsonb(x) as r from termijn x where casus_id = any($1) and afgerond_op is null order by id',
    [casusIds],
  );
  uit['termijn'] = termijn.rows.map((r) => r.r);
  const koppeling = await t.database.beheer.query(
    'select vermelding_id, persoon_id from koppeling where tot is null order by vermelding_id',
  );
  uit['koppeling'] = koppeling.rows;
  return uit;
}

async function houders(casusId: string): Promise<string[]> {
  const { rows } = await t.database.beheer.query<{ o: string }>(
    'select organisatie_id as o from zicht where casus_id = $1 and tot is null',
    [casusId],
  );
  return rows.map((r) => r.o);
}

/** Every kind of thing that can hang on a casus. */
async function vul(m: Gemeld): Promise<void> {
  const { rows } = await t.database.beheer.query<{ id: string; regio_id: string }>(
    'select id, regio_id from uitspraak where casus_id = $1',
    [m.casusId],
  );
  const u = rows[0];
  const persoon = (await radar(t, m.id)).personen[0]?.persoonId;
  const basis = [u?.regio_id, m.casusId, t.klok.nu()];
  const q = (tekst: string, ...meer: unknown[]) => t.database.beheer.query(tekst, [...basis, ...meer]);
  await q(
    "insert into wederhoor (regio_id, id, casus_id, uitspraak_id, door, reactie, oneens, op) values ($1, gen_random_uuid(), $2, $4, 'moeder', 'nee', true, $3)",
    u?.id,
  );
  await q(
    "insert into veiligheidscontrole (regio_id, id, casus_id, op, organisatie_id, met, uitkomst, toelichting) values ($1, gen_random_uuid(), $2, $3, $4, 'moeder', 'veilig', 'goed')",
    ORG.vt,
  );
  const voorwaarde = await t
    .als('visser')
    .post(`/casussen/${m.casusId}/voorwaarden`, { tekst: 'geen geweld', voor: 'iedereen' });
  expect(voorwaarde.statusCode, voorwaarde.body).toBe(201);
  await q(
    "insert into afspraak (regio_id, id, casus_id, fase, wie, wat, wanneer, ziet_toe, gemaakt_op, organisatie_id) values ($1, gen_random_uuid(), $2, 1, 'vader', 'slaapt elders', 'nu', 'oma', $3, $4)",
    ORG.vt,
  );
  await q(
    "insert into veiligheidscijfer (regio_id, id, casus_id, persoon_id, scorer_soort, scorer, cijfer, waarom, op, organisatie_id) values ($1, gen_random_uuid(), $2, $5, 'zelf', 'moeder', 4, 'bang', $3, $4)",
    ORG.vt,
    persoon,
  );
  await q(
    "insert into bijlage (regio_id, id, casus_id, melding_id, organisatie_id, naam, soort, grootte, inhoud, op) values ($1, gen_random_uuid(), $2, $4, $5, 'foto.png', 'image/png', 3, 'abc', $3)",
    m.id,
    ORG.vt,
  );
}

describe('into a casus that runs', () => {
  it('moves everything, ends the source, and leaves the target its one holder', async () => {
    const oud = await meld(t, familie);
    await geefZicht(t, oud.casusId, ORG.emmen);
    const nieuw = await meld(t, familie);
    await vul(nieuw);
    const s = await voegSamen(nieuw, oud);
    expect(s).toMatchObject({ heropend: false, houder: 'Lokaal team Emmen' });
    expect(await houders(oud.casusId)).toEqual([ORG.emmen]);
    expect(await houders(nieuw.casusId)).toEqual([]);
    const bron = await toestand(nieuw.casusId);
    for (const tabel of [
      'melding',
      'uitspraak',
      'wederhoor',
      'casus_persoon',
      'beoordeling',
      'voorwaarde',
      'veiligheidscijfer',
      'bijlage',
      'termijn',
    ]) {
      expect(bron[tabel], tabel).toEqual([]);
    }
    const { rows } = await t.database.beheer.query(
      'select status, sluitreden, samengevoegd_in from casus where id = $1',
      [nieuw.casusId],
    );
    expect(rows).toEqual([{ status: 'gesloten', sluitreden: 'samengevoegd', samengevoegd_in: oud.casusId }]);
    // the beoordeling of what moved stays with Veilig Thuis, and so does its term
    const { rows: termijnen } = await t.database.beheer.query(
      "select eigenaar_organisatie_id as o from termijn where casus_id = $1 and soort = 'beoordeling' and afgerond_op is null",
      [oud.casusId],
    );
    expect(termijnen.map((r) => r.o)).toEqual([ORG.vt, ORG.vt]);
    expect(await betrokkenheid(t, nieuw.id)).toBe('vervolgmelding tijdens veiligheidsbeoordeling');
  });

  it('is undone byte for byte on both sides', async () => {
    const oud = await meld(t, familie);
    await vul(oud);
    const nieuw = await meld(t, familie, { acuut: true, acuutToelichting: 'nu' });
    await vul(nieuw);
    const voor = await toestand(oud.casusId, nieuw.casusId);
    const s = await voegSamen(nieuw, oud);
    expect(await toestand(oud.casusId, nieuw.casusId)).not.toEqual(voor);
    const terug = await draaiTerug(s.id);
    expect(terug.json(), terug.body).toMatchObject({ doelAlsVoorheen: true });
    expect(await toestand(oud.casusId, nieuw.casusId)).toEqual(voor);
    expect(await houders(nieuw.casusId)).toEqual([ORG.vt]);
    const nogEens = await draaiTerug(s.id);
    expect(nogEens.statusCode).toBe(409);
  });

  it('takes along what was added meanwhile to what goes back', async () => {
    const oud = await meld(t, familie);
    const nieuw = await meld(t, familie);
    const s = await voegSamen(nieuw, oud);
    const { rows } = await t.database.beheer.query<{ id: string; regio_id: string }>(
      'select id, regio_id from uitspraak where melding_id = $1',
      [nieuw.id],
    );
    await t.database.beheer.query(
      "insert into wederhoor (regio_id, id, casus_id, uitspraak_id, door, reactie, oneens, op) values ($1, gen_random_uuid(), $2, $3, 'vader', 'klopt niet', true, now())",
      [rows[0]?.regio_id, oud.casusId, rows[0]?.id],
    );
    expect((await draaiTerug(s.id)).statusCode).toBe(200);
    const { rows: w } = await t.database.beheer.query(
      'select casus_id from wederhoor where uitspraak_id = $1',
      [rows[0]?.id],
    );
    expect(w).toEqual([{ casus_id: nieuw.casusId }]);
  });
});

describe('into a casus that was closed', () => {
  it('returns to its last holder, with 24 hours to pick it up; Veilig Thuis keeps the beoordeling', async () => {
    const oud = await meld(t, familie);
    await geefZicht(t, oud.casusId, ORG.emmen);
    await sluit(t, oud.casusId);
    const nieuw = await meld(t, familie);
    expect((await radar(t, nieuw.id)).voorstellen).toMatchObject([
      { casusId: oud.casusId, status: 'gesloten', gemeen: 2 },
    ]);
    const s = await voegSamen(nieuw, oud);
    expect(s).toMatchObject({ heropend: true, houder: 'Lokaal team Emmen' });
    expect(await houders(oud.casusId)).toEqual([ORG.emmen]);
    const { rows } = await t.database.beheer.query(
      "select id, eigenaar_organisatie_id as o, vervalt_op from termijn where casus_id = $1 and soort = 'hermelding_terug' and afgerond_op is null",
      [oud.casusId],
    );
    expect(rows).toEqual([
      { id: expect.any(String), o: ORG.emmen, vervalt_op: new Date(t.klok.nu().getTime() + 24 * 3_600_000) },
    ]);
    const opgepakt = await t
      .als('emmen')
      .post(`/termijnen/${rows[0]?.id}/afronding`, { reden: 'Wij gaan er vandaag langs.' });
    expect(opgepakt.statusCode, opgepakt.body).toBe(200);
    const { rows: b } = await t.database.beheer.query(
      'select organisatie_id as o, casus_id from beoordeling where melding_id = $1',
      [nieuw.id],
    );
    expect(b).toEqual([{ o: ORG.vt, casus_id: oud.casusId }]);
    expect(await betrokkenheid(t, nieuw.id)).toBe('hermelding, meerdere bekend');
    const { rows: acts } = await t.database.beheer.query(
      "select soort, casus_id from handeling where soort = 'casus.samenvoegen' order by id desc limit 2",
    );
    expect(acts.map((a) => a.casus_id).sort()).toEqual([nieuw.casusId, oud.casusId].sort());
  });

  it('goes to the successor when the last holder is gone, and to Veilig Thuis when there is none', async () => {
    const oud = await meld(t, familie);
    await geefZicht(t, oud.casusId, ORG.opvang);
    await sluit(t, oud.casusId);
    await t.database.beheer.query('update organisatie set gesloten_op = $3, opvolger_id = $2 where id = $1', [
      ORG.opvang,
      ORG.assen,
      t.klok.nu(),
    ]);
    const s = await voegSamen(await meld(t, familie), oud);
    expect(s.houder).toBe('Lokaal team Assen');
    await t.database.beheer.query(
      'update organisatie set gesloten_op = null, opvolger_id = null where id = $1',
      [ORG.opvang],
    );
  });

  it('is undone byte for byte: closed as it was, and the source open again with Veilig Thuis', async () => {
    const oud = await meld(t, familie);
    await vul(oud);
    await geefZicht(t, oud.casusId, ORG.emmen);
    await sluit(t, oud.casusId);
    const nieuw = await meld(t, familie);
    await vul(nieuw);
    const voor = await toestand(oud.casusId, nieuw.casusId);
    const s = await voegSamen(nieuw, oud);
    const terug = await draaiTerug(s.id);
    expect(terug.json(), terug.body).toMatchObject({ doelAlsVoorheen: true });
    const na = await toestand(oud.casusId, nieuw.casusId);
    for (const tabel of Object.keys(voor)) expect(na[tabel], tabel).toEqual(voor[tabel]);
    // at every moment exactly one holder while open, none while closed: the database would have refused the act otherwise
    const { rows } = await t.database.beheer.query(
      `select c.id, (select range_agg(tstzrange(vanaf, tot)) from zicht where casus_id = c.id) = (select range_agg(tstzrange(vanaf, tot)) from casus_periode where casus_id = c.id) as goed
       from casus c where c.id = any($1)`,
      [[oud.casusId, nieuw.casusId]],
    );
    expect(rows.map((r) => r.goed)).toEqual([true, true]);
  });

  it('leaves it open when someone went on with it since', async () => {
    const oud = await meld(t, familie);
    await geefZicht(t, oud.casusId, ORG.emmen);
    await sluit(t, oud.casusId);
    const s = await voegSamen(await meld(t, familie), oud);
    await meld(t, familie, { casusId: oud.casusId });
    const terug = await draaiTerug(s.id);
    expect(terug.json(), terug.body).toMatchObject({ doelAlsVoorheen: false });
    expect(await houders(oud.casusId)).toEqual([ORG.emmen]);
  });
});

describe('undoing, when things went on since', () => {
  it('leaves a casus open in which its holder set a voorwaarde, whatever kind of work it was', async () => {
    const oud = await meld(t, familie);
    await geefZicht(t, oud.casusId, ORG.emmen);
    await sluit(t, oud.casusId);
    const s = await voegSamen(await meld(t, familie), oud);
    t.klok.vooruit(60_000);
    const v = await t
      .als('emmen')
      .post(`/casussen/${oud.casusId}/voorwaarden`, { tekst: 'Vader slaapt niet thuis.', voor: 'vader' });
    expect(v.statusCode, v.body).toBe(201);
    const terug = await draaiTerug(s.id);
    expect(terug.json(), terug.body).toMatchObject({ doelAlsVoorheen: false });
    expect(await houders(oud.casusId)).toEqual([ORG.emmen]);
  });

  it('does not take away danger that the target got of its own', async () => {
    const oud = await meld(t, familie);
    const nieuw = await meld(t, familie, { acuut: true });
    const s = await voegSamen(nieuw, oud);
    t.klok.vooruit(60_000);
    await alsSysteem(t, async (tx) => {
      await zetTermijn(tx, {
        soort: 'spoed_24u',
        casusId: oud.casusId,
        onderwerpSoort: 'melding',
        onderwerpId: oud.id,
        eigenaarOrganisatieId: ORG.vt,
        acuut: true,
        begintOp: tx.nu,
        waarom: 'De politie meldt een huisverbod',
      });
    });
    expect((await draaiTerug(s.id)).statusCode).toBe(200);
    const { rows } = await t.database.beheer.query('select acuut from casus where id = $1', [oud.casusId]);
    expect(rows).toEqual([{ acuut: true }]);
  });

  it('gives back what was to be done about an offer that was refused', async () => {
    const oud = await meld(t, familie);
    await geefZicht(t, oud.casusId, ORG.emmen);
    const nieuw = await klaarVoorOverdracht(t, { personen: familie });
    const aanbod = await biedAan(t, nieuw.casusId);
    const nee = await t.als('emmen').post(`/overdrachten/${aanbod}/weigering`, { reden: 'Al bij ons.' });
    expect(nee.statusCode, nee.body).toBe(200);
    const opnieuw = async () =>
      (
        await t.database.beheer.query(
          "select 1 from termijn where casus_id = $1 and soort = 'overdracht_opnieuw' and afgerond_op is null",
          [nieuw.casusId],
        )
      ).rows.length;
    expect(await opnieuw()).toBe(1);
    const s = await voegSamen(nieuw, oud);
    expect(await opnieuw()).toBe(0);
    expect((await draaiTerug(s.id)).statusCode).toBe(200);
    expect(await opnieuw()).toBe(1);
  });

  it('keeps out who is kept out of what joins, and lets in and steer again who was only kept out for that', async () => {
    const oud = await meld(t, familie.slice(0, 1));
    await geefZicht(t, oud.casusId, ORG.emmen);
    const noem = await t
      .als('emmenLeider')
      .put(`/casussen/${oud.casusId}/regisseur`, { medewerkerId: MENS.emmen.id });
    expect(noem.statusCode, noem.body).toBe(200);
    const mens = {
      voornamen: 'Evert',
      achternaam: 'Kringmans',
      geboortejaar: 1971,
      geboortemaand: 4,
      geboortedag: 6,
    };
    const oom = { rol: 'pleger', ...mens };
    const kring = (wie: 'emmen' | 'visser') => t.als(wie).post('/ik/kring', { wie: 'familie', ...mens });
    for (const wie of ['emmen', 'visser'] as const) expect((await kring(wie)).statusCode).toBe(201);
    const nieuw = await meld(t, [...familie, oom]);
    const ziet = async (wie: MensNaam, id: string) => (await t.als(wie).get(`/casussen/${id}`)).statusCode;
    expect(await ziet('visser', nieuw.casusId)).toBe(404);
    expect(await ziet('visser', oud.casusId)).toBe(200);
    // the circle no longer says why; that it was found stays
    await t.database.beheer.query("delete from kring where achternaam = 'Kringmans' and medewerker_id = $1", [
      MENS.visser.id,
    ]);
    t.klok.vooruit(60_000);
    const s = await t
      .als('bakker')
      .post(`/casussen/${nieuw.casusId}/samenvoeging`, { doelCasusId: oud.casusId, reden: 'Zelfde gezin.' });
    expect(s.statusCode, s.body).toBe(201);
    expect([await ziet('visser', oud.casusId), await ziet('emmen', oud.casusId)]).toEqual([404, 404]);
    expect((await draaiTerug(s.json().id)).statusCode).toBe(200);
    expect([await ziet('visser', oud.casusId), await ziet('emmen', oud.casusId)]).toEqual([200, 200]);
    expect(await ziet('visser', nieuw.casusId)).toBe(404);
    expect((await t.als('emmenLeider').get(`/casussen/${oud.casusId}`)).json().regisseur).toMatchObject({
      id: MENS.emmen.id,
    });
    await t.database.beheer.query("delete from kring where achternaam = 'Kringmans'");
  });
});

describe('what cannot be', () => {
  const vraag = (bron: string, doel: string) =>
    t.als('visser').post(`/casussen/${bron}/samenvoeging`, { doelCasusId: doel, reden: 'proef' });

  it('names why: nobody in common, the older into the newer, another holder, an open offer, itself', async () => {
    const oud = await meld(t, familie);
    const nieuw = await meld(t, familie);
    const vreemd = await meld(
      t,
      gezin(7).map((p) => ({ ...p, achternaam: 'Vreemdelinge', voornamen: 'Ottolien' })),
    );
    expect((await vraag(vreemd.casusId, oud.casusId)).json()).toMatchObject({
      type: '/problemen/niemand-gemeen',
    });
    expect((await vraag(oud.casusId, nieuw.casusId)).json()).toMatchObject({
      type: '/problemen/verkeerde-kant',
    });
    expect((await vraag(nieuw.casusId, nieuw.casusId)).json()).toMatchObject({
      type: '/problemen/zelfde-casus',
    });
    await geefZicht(t, nieuw.casusId, ORG.emmen);
    expect((await vraag(nieuw.casusId, oud.casusId)).json()).toMatchObject({
      type: '/problemen/andere-houder',
    });
    const zonder = await t
      .als('visser')
      .post(`/casussen/${nieuw.casusId}/samenvoeging`, { doelCasusId: oud.casusId, reden: ' ' });
    expect(zonder.statusCode).toBe(400);
  });

  it('an undo on which a later one rests waits for that one', async () => {
    const a = await meld(t, familie);
    const b = await meld(t, familie);
    const c = await meld(t, familie);
    const eerst = await voegSamen(c, b);
    const daarna = await voegSamen(b, a);
    expect((await draaiTerug(eerst.id)).json()).toMatchObject({ type: '/problemen/latere-samenvoeging' });
    expect((await draaiTerug(daarna.id)).statusCode).toBe(200);
    expect((await draaiTerug(eerst.id)).statusCode).toBe(200);
    for (const m of [a, b, c]) expect(await houders(m.casusId)).toEqual([ORG.vt]);
  });

  it('two at once: one wins, nothing is half', async () => {
    const oud = await meld(t, familie);
    const nieuw = await meld(t, familie);
    const uit = await Promise.all([vraag(nieuw.casusId, oud.casusId), vraag(nieuw.casusId, oud.casusId)]);
    expect(uit.map((u) => u.statusCode).sort()).toEqual([201, 409]);
    const { rows } = await t.database.beheer.query(
      'select count(*) as n from samenvoeging where bron_casus_id = $1',
      [nieuw.casusId],
    );
    expect(rows[0].n).toBe(1);
  });
});
