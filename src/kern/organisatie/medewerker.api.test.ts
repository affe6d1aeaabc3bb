// SPDX-License-Identifier: EUPL-1.2
// Who works here: someone new, someone whose work another does, someone who leaves. Nothing stays behind on a name that is gone.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MENS,
  type MensNaam,
  maakTestHuis,
  meldingVoorbeeld,
  ORG,
  REGIO,
  type TestHuis,
} from '../../../test/huis.ts';
import { heleAfweging, nieuweMelding } from '../../../test/hulp/beoordeling.ts';
import { biedAan, gezin, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';
import type { CollegasAntwoord } from './medewerker.api.ts';
import { voegMedewerkerToe } from './medewerker.store.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const DAG = 86_400_000;
const code = () => `inlog-${randomBytes(6).toString('hex')}`;

/** Someone who comes to work at this leader's organisation. */
async function komtWerken(leider: MensNaam, velden: Record<string, unknown> = {}): Promise<string> {
  const uit = await t.als(leider).post('/medewerkers', {
    naam: 'P. Vertrek',
    functie: leider === 'teamleider' ? 'vt_medewerker' : 'regisseur',
    teamId: null,
    inlogcode: code(),
    ...velden,
  });
  expect(uit.statusCode, uit.body).toBe(201);
  return uit.json().id;
}
const lijst = async (wie: MensNaam) => (await t.als(wie).get('/medewerkers')).json<CollegasAntwoord>();
const vind = async (wie: MensNaam, id: string) => (await lijst(wie)).medewerkers.find((m) => m.id === id);
async function wijzig(leider: MensNaam, id: string, velden: Record<string, unknown>) {
  const nu = await vind(leider, id);
  return t.als(leider).put(`/medewerkers/${id}`, {
    versie: nu?.versie,
    naam: nu?.naam,
    functie: nu?.functie,
    teamId: nu?.teamId,
    inlogcode: nu?.inlogcode,
    ...velden,
  });
}
const logtIn = async (inlogcode: string) =>
  (
    await t.database.app.query<{ id: string }>('select id from houvast.wie_logt_in($1)', [inlogcode])
  ).rows.map((r) => r.id);
/** A family that Emmen took over, with this one as regisseur. */
async function gezinVan(regisseurId: string): Promise<string> {
  const c = await klaarVoorOverdracht(t, { personen: gezin() });
  const id = await biedAan(t, c.casusId);
  const uit = await t.als('emmenLeider').post(`/overdrachten/${id}/aanvaarding`, { regisseurId });
  expect(uit.statusCode, uit.body).toBe(200);
  return c.casusId;
}
const opNaam = async (casusId: string, soort: string) =>
  (
    await t.database.beheer.query<{ eigenaar_medewerker_id: string | null }>(
      'select eigenaar_medewerker_id from termijn where casus_id = $1 and soort = $2 and afgerond_op is null',
      [casusId, soort],
    )
  ).rows.map((r) => r.eigenaar_medewerker_id);
const blijftOpNaam = async (id: string) =>
  (
    await t.database.beheer.query(
      `select id from termijn where eigenaar_medewerker_id = $1 and afgerond_op is null
       union all select id from casus where regisseur_id = $1 and status = 'open'
       union all select id from concept where medewerker_id = $1
       union all select id from genoemde where medewerker_id = $1 and tot is null`,
      [id],
    )
  ).rowCount;
const soortenVan = async (wie: MensNaam, casusId: string) =>
  (await t.als(wie).get('/werk'))
    .json<{ regels: { casusId: string; soort: string }[] }>()
    .regels.filter((r) => r.casusId === casusId)
    .map((r) => r.soort);

describe('someone new', () => {
  it('can log in with the code that the identity provider gave, from then on', async () => {
    const inlogcode = code();
    expect(await logtIn(inlogcode)).toEqual([]);
    const id = await komtWerken('emmenLeider', { inlogcode: ` ${inlogcode} ` });
    expect(await logtIn(inlogcode)).toEqual([id]);
    expect(await vind('emmenLeider', id)).toMatchObject({
      naam: 'P. Vertrek',
      functie: 'regisseur',
      actief: true,
      inlogcode,
    });
    // and may be asked for a family at once
    await gezinVan(id);
  });

  it("is refused, at the field, with a function that is not the leader's to give or a code of another", async () => {
    const van = MENS.visser.id;
    for (const [velden, veld] of [
      [{ functie: 'privacyfunctionaris' }, 'functie'],
      [{ functie: 'vt_teamleider' }, 'functie'],
      [{ inlogcode: van }, 'inlogcode'],
      [{ inlogcode: 'inlog code' }, 'inlogcode'],
      [{ inlogcode: 'ingelogd\u200b' }, 'inlogcode'],
      [{ teamId: randomUUID() }, 'teamId'],
      [{ naam: '  ' }, 'naam'],
    ] as const) {
      const uit = await t.als('emmenLeider').post('/medewerkers', {
        naam: 'N. Nieuw',
        functie: 'regisseur',
        teamId: null,
        inlogcode: null,
        ...velden,
      });
      expect(uit.statusCode, JSON.stringify(velden)).toBe(400);
      expect(uit.json().fouten.map((f: { veld: string }) => f.veld)).toEqual([veld]);
    }
    expect((await lijst('emmenLeider')).medewerkers.map((m) => m.naam)).not.toContain('N. Nieuw');
  });

  it('is put in by a leader only, and a leader sees the own organisation only', async () => {
    for (const wie of ['emmen', 'visser', 'school', 'fg'] as const)
      expect((await t.als(wie).get('/medewerkers')).statusCode).toBe(403);
    const namen = (await lijst('teamleider')).medewerkers.map((m) => m.naam);
    expect(namen).toContain('J. Visser');
    expect(namen).not.toContain('S. Kuipers');
  });
});

describe('whose place it is not', () => {
  it("is told so: another organisation does not exist, and who oversees is not the leader's", async () => {
    for (const pad of ['vertrek', 'werkoverdracht', 'terugkeer'] as const) {
      const body = pad === 'terugkeer' ? {} : { aanId: null };
      expect(
        (await t.als('emmenLeider').post(`/medewerkers/${MENS.visser.id}/${pad}`, body)).statusCode,
      ).toBe(404);
      expect((await t.als('teamleider').post(`/medewerkers/${MENS.fg.id}/${pad}`, body)).statusCode).toBe(
        403,
      );
    }
    // not even their login code is shown
    expect(await vind('teamleider', MENS.fg.id)).toMatchObject({ teWijzigen: false, inlogcode: null });
  });

  it('is not written by the database either, whatever the code does', async () => {
    await expect(
      t.huis.deuren.act(
        { wie: t.wie('teamleider'), doel: 'verantwoorden' },
        'medewerker.wijzigen',
        { soort: 'medewerker' },
        async (tx) => {
          const uit = await tx.db
            .updateTable('medewerker')
            .set({ actief: false })
            .where('id', 'in', [MENS.fg.id, MENS.emmen.id, MENS.visser.id])
            .returning('id')
            .execute();
          throw new Error(uit.map((r) => r.id).join());
        },
      ),
    ).rejects.toThrow(new RegExp(`^${MENS.visser.id}$`));
  });
});

describe('who leaves', () => {
  it("is logged out at once, and what was on that name is the colleague's: work, families, drafts", async () => {
    const inlogcode = code();
    const id = await komtWerken('emmenLeider', { inlogcode });
    const casusId = await gezinVan(id);
    expect(await opNaam(casusId, 'zichtcontrole')).toEqual([id]);
    const concept = randomUUID();
    await t.database.beheer.query(
      `insert into concept (regio_id, id, medewerker_id, soort, inhoud, versie, gewijzigd_op) values ($1, $2, $3, 'melding', '{}', 1, $4)`,
      [REGIO, concept, id, t.klok.nu()],
    );
    await t.database.beheer.query(
      'insert into sessie (id_hash, medewerker_id, regio_id, gemaakt, laatst_gezien) values ($1, $2, $3, $4, $4)',
      [randomBytes(32), id, REGIO, t.klok.nu()],
    );
    const uit = await t.als('emmenLeider').post(`/medewerkers/${id}/vertrek`, { aanId: MENS.emmen.id });
    expect(uit.statusCode, uit.body).toBe(200);
    expect(uit.json()).toMatchObject({ casussen: 1, zonderRegisseur: 0, concepten: 1 });
    expect(uit.json().termijnen).toBeGreaterThan(0);
    expect(await blijftOpNaam(id)).toBe(0);
    expect(await opNaam(casusId, 'zichtcontrole')).toEqual([MENS.emmen.id]);
    expect((await t.als('emmen').get(`/casussen/${casusId}`)).json().regisseur.naam).toBe('S. Kuipers');
    expect((await t.als('emmen').get(`/concepten/${concept}`)).statusCode).toBe(200);
    expect(await logtIn(inlogcode)).toEqual([]);
    const { rows } = await t.database.beheer.query(
      'select ingetrokken_op from sessie where medewerker_id = $1',
      [id],
    );
    expect(rows.map((r) => r.ingetrokken_op)).toEqual([t.klok.nu()]);
    // what happened is told where the family is
    const tijdlijn = (await t.als('emmen').get(`/casussen/${casusId}/tijdlijn`)).json();
    expect(JSON.stringify(tijdlijn)).toContain('casus.regisseur_over');
    // and no one can give them anything any more
    const terug = await t.als('emmenLeider').put(`/casussen/${casusId}/regisseur`, { medewerkerId: id });
    expect(terug.statusCode).toBe(400);
  });

  it('leaves no family without a question: given to everyone, the next look asks for a regisseur', async () => {
    const id = await komtWerken('emmenLeider');
    const casusId = await gezinVan(id);
    const uit = await t.als('emmenLeider').post(`/medewerkers/${id}/vertrek`, { aanId: null });
    expect(uit.json()).toMatchObject({ casussen: 1, zonderRegisseur: 1 });
    expect(await blijftOpNaam(id)).toBe(0);
    expect((await t.als('emmen').get(`/casussen/${casusId}`)).json().regisseur).toBeNull();
    const { rows } = await t.database.beheer.query<{ waarom: string }>(
      "select waarom from termijn where casus_id = $1 and soort = 'zichtcontrole' and afgerond_op is null",
      [casusId],
    );
    expect(rows.map((r) => r.waarom)).toEqual(['Overgenomen van P. Vertrek: noem een regisseur']);
    t.klok.vooruit(7 * DAG);
    for (const wie of ['emmen', 'emmenLeider'] as const)
      expect(await soortenVan(wie, casusId)).toContain('zichtcontrole');
  });

  it('leaves no sealed casus that nobody sees, and gives none to who is not named in it', async () => {
    const id = await komtWerken('emmenLeider');
    const casusId = await gezinVan(id);
    const zegel = await t.als('emmenLeider').post(`/casussen/${casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'Een collega komt erin voor.',
      medewerkerIds: [id],
    });
    expect(zegel.statusCode, zegel.body).toBe(201);
    const af = await t
      .als('emmenLeider')
      .post(`/casussen/${casusId}/verzegeling/genoemden/${MENS.emmenLeider.id}/einde`, {});
    expect(af.statusCode, af.body).toBe(200);
    expect((await t.als('emmenLeider').get(`/casussen/${casusId}`)).statusCode).toBe(404);
    await t.als('emmenLeider').post(`/medewerkers/${id}/vertrek`, { aanId: MENS.emmen.id });
    expect(await blijftOpNaam(id)).toBe(0);
    expect((await t.als('emmen').get(`/casussen/${casusId}`)).statusCode).toBe(404);
    expect((await t.als('emmenLeider').get(`/casussen/${casusId}`)).statusCode).toBe(200);
    expect(await opNaam(casusId, 'zichtcontrole')).toEqual([null]);
    t.klok.vooruit(7 * DAG);
    expect(await soortenVan('emmenLeider', casusId)).toContain('zichtcontrole');
  });

  it('gives no second look to who put that forward, and no family to who stays out of it', async () => {
    const id = await komtWerken('teamleider', { functie: 'vt_gedragswetenschapper' });
    const [mens, ...rest] = gezin();
    const m = await nieuweMelding(t, { personen: [mens, ...rest] });
    const b = (await t.als('visser').get(`/meldingen/${m.id}/beoordeling`)).json();
    const bewaard = await t.als('visser').put(`/beoordelingen/${b.id}`, heleAfweging(b));
    const voor = await t
      .als('visser')
      .post(`/beoordelingen/${b.id}/voorlegging`, { versie: bewaard.json().versie, aanId: id });
    expect(voor.statusCode, voor.body).toBe(200);
    expect(await opNaam(m.casusId, 'tweede_paar_ogen')).toEqual([id]);
    const over = await t
      .als('teamleider')
      .post(`/medewerkers/${id}/werkoverdracht`, { aanId: MENS.visser.id });
    expect(await opNaam(m.casusId, 'tweede_paar_ogen')).toEqual([null]);
    // and it is said that it is on nobody's name
    expect(over.json().opNiemand).toBe(1);
    await t.database.beheer.query(
      "update termijn set eigenaar_medewerker_id = $1 where casus_id = $2 and soort = 'tweede_paar_ogen'",
      [id, m.casusId],
    );
    const { voornamen, achternaam, geboortejaar, geboortemaand, geboortedag } = mens as Record<
      string,
      unknown
    >;
    const kring = await t
      .als('bakker')
      .post('/ik/kring', { wie: 'familie', voornamen, achternaam, geboortejaar, geboortemaand, geboortedag });
    expect(kring.statusCode, kring.body).toBe(201);
    await t.als('teamleider').post(`/medewerkers/${id}/vertrek`, { aanId: MENS.bakker.id });
    expect(await opNaam(m.casusId, 'tweede_paar_ogen')).toEqual([null]);
    expect(await soortenVan('teamleider', m.casusId)).toContain('tweede_paar_ogen');
  });

  it('is not oneself, not the last who leads, and not someone twice', async () => {
    const vertrek = (wie: MensNaam, id: string, aanId: string | null = null) =>
      t.als(wie).post(`/medewerkers/${id}/vertrek`, { aanId });
    expect((await vertrek('emmenLeider', MENS.emmenLeider.id)).json().type).toMatch(/zelf$/);
    const laatste = await wijzig('emmenLeider', MENS.emmenLeider.id, { functie: 'regisseur' });
    expect(laatste.statusCode).toBe(409);
    expect(laatste.json().type).toMatch(/laatste-teamleider$/);
    const id = await komtWerken('emmenLeider', { functie: 'lokaal_teamleider' });
    expect((await vertrek('emmenLeider', id, id)).json().fouten[0].veld).toBe('aanId');
    expect((await vertrek('emmenLeider', id, MENS.visser.id)).json().fouten[0].veld).toBe('aanId');
    expect((await vertrek('emmenLeider', id)).statusCode).toBe(200);
    expect((await vertrek('emmenLeider', id)).statusCode).toBe(409);
    const weg = await t
      .als('emmenLeider')
      .post(`/medewerkers/${MENS.emmen.id}/werkoverdracht`, { aanId: id });
    expect(weg.json().fouten[0].veld).toBe('aanId');
  });

  it('may come back, without the work and with a code of their own', async () => {
    const inlogcode = code();
    const id = await komtWerken('emmenLeider', { inlogcode });
    const casusId = await gezinVan(id);
    await t.als('emmenLeider').post(`/medewerkers/${id}/vertrek`, { aanId: MENS.emmen.id });
    expect(await vind('emmenLeider', id)).toMatchObject({ actief: false, termijnen: 0, regie: 0 });
    // the same account is another worker's meanwhile
    const ander = randomUUID();
    await t.database.beheer.query(
      "insert into medewerker (regio_id, id, organisatie_id, naam, functie, inlogcode) values ($1, $2, $3, 'A. Ander', 'regisseur', $4)",
      [REGIO, ander, ORG.assen, inlogcode],
    );
    const terug = () => t.als('emmenLeider').post(`/medewerkers/${id}/terugkeer`, {});
    const nee = await terug();
    expect(nee.statusCode).toBe(409);
    // what can be done about it, and not where
    expect(nee.json().detail).toContain('eerst daar vertrekken');
    expect(nee.body).not.toContain('Assen');
    await t.database.beheer.query('update medewerker set organisatie_id = $1 where id = $2', [
      ORG.emmen,
      ander,
    ]);
    expect((await terug()).json().detail).toContain('A. Ander logt hier in');
    await t.database.beheer.query('update medewerker set actief = false where id = $1', [ander]);
    const ja = await t.als('emmenLeider').post(`/medewerkers/${id}/terugkeer`, {});
    expect(ja.statusCode, ja.body).toBe(200);
    expect(await logtIn(inlogcode)).toEqual([id]);
    expect(await opNaam(casusId, 'zichtcontrole')).toEqual([MENS.emmen.id]);
  });
});

describe('who is away for a while', () => {
  it('keeps the place, and has nothing on the name', async () => {
    const inlogcode = code();
    const id = await komtWerken('emmenLeider', { inlogcode });
    const casusId = await gezinVan(id);
    const voor = await vind('emmenLeider', id);
    expect(voor).toMatchObject({ regie: 1 });
    expect(voor?.termijnen).toBeGreaterThan(0);
    const uit = await t
      .als('emmenLeider')
      .post(`/medewerkers/${id}/werkoverdracht`, { aanId: MENS.emmen.id });
    expect(uit.statusCode, uit.body).toBe(200);
    expect(uit.json()).toMatchObject({ termijnen: voor?.termijnen, opNiemand: 0 });
    expect(await vind('emmenLeider', id)).toMatchObject({ actief: true, termijnen: 0, regie: 0 });
    expect(await logtIn(inlogcode)).toEqual([id]);
    expect(await opNaam(casusId, 'zichtcontrole')).toEqual([MENS.emmen.id]);
  });

  it('is not the only one who sees a sealed casus, when another leads here too', async () => {
    const ander = await komtWerken('emmenLeider', { functie: 'lokaal_teamleider' });
    const id = await komtWerken('emmenLeider');
    const casusId = await gezinVan(id);
    await t.als('emmenLeider').post(`/casussen/${casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'Een collega komt erin voor.',
      medewerkerIds: [id],
    });
    await t
      .als('emmenLeider')
      .post(`/casussen/${casusId}/verzegeling/genoemden/${MENS.emmenLeider.id}/einde`, {});
    await t.als('emmenLeider').post(`/medewerkers/${id}/werkoverdracht`, { aanId: MENS.emmen.id });
    const { rows } = await t.database.beheer.query(
      `select g.medewerker_id from genoemde g join medewerker m on m.id = g.medewerker_id
       where g.casus_id = $1 and g.tot is null and m.organisatie_id = $2`,
      [casusId, ORG.emmen],
    );
    expect(rows.map((r) => r.medewerker_id)).toEqual(expect.arrayContaining([id, ander]));
    expect(rows.map((r) => r.medewerker_id)).not.toContain(MENS.emmenLeider.id);
    const { rows: acten } = await t.database.beheer.query(
      "select 1 from handeling where casus_id = $1 and soort = 'casus.noemen'",
      [casusId],
    );
    expect(acten.length).toBeGreaterThan(0);
  });
});

describe('what is changed', () => {
  it('is not overwritten when two change it at once, and another code ends what was logged in', async () => {
    const id = await komtWerken('emmenLeider');
    const nu = await vind('emmenLeider', id);
    await t.database.beheer.query(
      'insert into sessie (id_hash, medewerker_id, regio_id, gemaakt, laatst_gezien) values ($1, $2, $3, $4, $4)',
      [randomBytes(32), id, REGIO, t.klok.nu()],
    );
    const open = async () =>
      (
        await t.database.beheer.query(
          'select 1 from sessie where medewerker_id = $1 and ingetrokken_op is null',
          [id],
        )
      ).rowCount;
    expect((await wijzig('emmenLeider', id, { naam: 'P. Vertrek-Blijft' })).statusCode).toBe(200);
    expect(await open()).toBe(1);
    const laat = await wijzig('emmenLeider', id, { naam: 'P. Ander', versie: nu?.versie });
    expect(laat.statusCode).toBe(409);
    expect(laat.json().huidig.naam).toBe('P. Vertrek-Blijft');
    expect((await wijzig('emmenLeider', id, { inlogcode: code() })).statusCode).toBe(200);
    expect(await open()).toBe(0);
    // both stay on record, of the code only that it changed
    const { rows } = await t.database.beheer.query(
      "select inhoud from handeling where soort = 'medewerker.wijzigen' and onderwerp_id = $1 order by op, id",
      [id],
    );
    expect(rows.map((r) => [r.inhoud.naam, r.inhoud.andereInlogcode])).toEqual([
      [{ van: 'P. Vertrek', naar: 'P. Vertrek-Blijft' }, false],
      [{ van: 'P. Vertrek-Blijft', naar: 'P. Vertrek-Blijft' }, true],
    ]);
    expect(JSON.stringify(rows)).not.toContain('inlog-');
  });

  it('never makes one person another: a name and a login code do not change together', async () => {
    const inlogcode = code();
    const id = await komtWerken('emmenLeider', { inlogcode });
    const uit = await wijzig('emmenLeider', id, { naam: 'O. Volger', inlogcode: code() });
    expect(uit.statusCode).toBe(400);
    expect(uit.json().fouten).toEqual([
      { veld: 'inlogcode', melding: expect.stringContaining('Is dit iemand anders?') },
    ]);
    expect(await logtIn(inlogcode)).toEqual([id]);
  });

  it('is not the login code with which one leads here oneself', async () => {
    const tweede = await komtWerken('emmenLeider', { functie: 'lokaal_teamleider' });
    for (const inlogcode of [code(), null]) {
      const uit = await wijzig('emmenLeider', MENS.emmenLeider.id, { inlogcode });
      expect(uit.statusCode).toBe(409);
      expect(uit.json().type).toMatch(/zelf$/);
    }
    expect(await logtIn(MENS.emmenLeider.id)).toEqual([MENS.emmenLeider.id]);
    expect((await wijzig('emmenLeider', MENS.emmenLeider.id, { naam: 'Anders' })).statusCode).toBe(200);
    // that of another leader may
    expect((await wijzig('emmenLeider', tweede, { inlogcode: code() })).statusCode).toBe(200);
    await wijzig('emmenLeider', MENS.emmenLeider.id, { naam: MENS.emmenLeider.naam });
    await t.als('emmenLeider').post(`/medewerkers/${tweede}/vertrek`, { aanId: null });
  });
});

describe('at the same moment', () => {
  const even = () => new Promise((klaar) => setTimeout(klaar, Math.random() * 12));
  const vertrek = (leider: MensNaam, id: string, aanId: string | null = null) =>
    t.als(leider).post(`/medewerkers/${id}/vertrek`, { aanId });

  it('nothing lands on the name of who leaves: a report, a second look, a family', async () => {
    for (let i = 0; i < 6; i++) {
      const m = await nieuweMelding(t, { personen: gezin() });
      const b = (await t.als('bakker').get(`/meldingen/${m.id}/beoordeling`)).json();
      const bewaard = await t.als('bakker').put(`/beoordelingen/${b.id}`, heleAfweging(b));
      await Promise.all([
        even().then(() => t.als('visser').post('/meldingen', meldingVoorbeeld({ personen: gezin() }))),
        even().then(() =>
          t.als('bakker').post(`/beoordelingen/${b.id}/voorlegging`, {
            versie: bewaard.json().versie,
            aanId: MENS.visser.id,
          }),
        ),
        even().then(() =>
          t.als('bakker').put(`/casussen/${m.casusId}/regisseur`, { medewerkerId: MENS.visser.id }),
        ),
        even().then(() => vertrek('teamleider', MENS.visser.id)),
      ]);
      expect(await blijftOpNaam(MENS.visser.id), `try ${i}`).toBe(0);
      expect(
        (await t.als('teamleider').post(`/medewerkers/${MENS.visser.id}/terugkeer`, {})).statusCode,
      ).toBe(200);
    }
  });

  it('work is not passed on to who leaves', async () => {
    const leider = await komtWerken('emmenLeider', { functie: 'lokaal_teamleider' });
    expect(leider).toBeTruthy();
    for (let i = 0; i < 6; i++) {
      const [x, y] = [await komtWerken('emmenLeider'), await komtWerken('emmenLeider')];
      await gezinVan(y);
      await Promise.all([
        even().then(() => t.als('emmenLeider').post(`/medewerkers/${y}/werkoverdracht`, { aanId: x })),
        even().then(() => vertrek('emmenLeider', x)),
      ]);
      expect(await blijftOpNaam(x), `try ${i}`).toBe(0);
    }
  });
});

describe('what comes back', () => {
  it('does not come back to who left: undoing a samenvoeging asks who works here now', async () => {
    const personen = gezin().map((p) => ({ ...p, straat: 'Weerpad', postcode: '7798WP' }));
    const x = await komtWerken('teamleider');
    const [doel, bron] = [await nieuweMelding(t, { personen }), await nieuweMelding(t, { personen })];
    await t.database.beheer.query(
      'update termijn set eigenaar_medewerker_id = $1 where casus_id = $2 and afgerond_op is null',
      [x, bron.casusId],
    );
    t.klok.vooruit(60_000);
    const beeld = (await t.als('visser').get(`/meldingen/${bron.id}/radar`)).json();
    for (const p of beeld.personen)
      for (const k of p.kandidaten)
        await t
          .als('visser')
          .post(`/radar-kandidaten/${k.id}/oordeel`, { oordeel: 'zelfde', reden: 'Zelfde.' });
    const een = await t
      .als('visser')
      .post(`/casussen/${bron.casusId}/samenvoeging`, { doelCasusId: doel.casusId, reden: 'Een gezin.' });
    expect(een.statusCode, een.body).toBe(201);
    expect((await t.als('teamleider').post(`/medewerkers/${x}/vertrek`, { aanId: null })).statusCode).toBe(
      200,
    );
    t.klok.vooruit(60_000);
    const uit = await t
      .als('bakker')
      .post(`/samenvoegingen/${een.json().id}/terugdraaiing`, { reden: 'Toch niet.' });
    expect(uit.statusCode, uit.body).toBe(200);
    expect(await blijftOpNaam(x)).toBe(0);
    expect(await opNaam(bron.casusId, 'zichtcontrole')).toEqual([null]);
  });

  it('is the same person, kept out of the same families', async () => {
    const inlogcode = code();
    const x = await komtWerken('emmenLeider', { inlogcode });
    await t.als('emmenLeider').post(`/medewerkers/${x}/vertrek`, { aanId: null });
    const weer = await t
      .als('emmenLeider')
      .post('/medewerkers', { naam: 'P. Vertrek', functie: 'regisseur', teamId: null, inlogcode });
    expect(weer.statusCode).toBe(400);
    expect(weer.json().fouten[0]).toMatchObject({ veld: 'inlogcode' });
    expect((await t.als('emmenLeider').post(`/medewerkers/${x}/terugkeer`, {})).statusCode).toBe(200);
  });
});

describe('a leader', () => {
  it('who cannot log in leads nobody, and takes over nothing', async () => {
    const stil = await komtWerken('emmenLeider', { functie: 'lokaal_teamleider', inlogcode: null });
    // others of earlier tests may lead; these two are what is left
    await t.database.beheer.query(
      "update medewerker set actief = false where organisatie_id = $1 and functie = 'lokaal_teamleider' and id <> all ($2)",
      [ORG.emmen, [MENS.emmenLeider.id, stil]],
    );
    const weg = await wijzig('emmenLeider', MENS.emmenLeider.id, { functie: 'regisseur' });
    expect(weg.statusCode).toBe(409);
    const leeg = await wijzig('emmenLeider', MENS.emmenLeider.id, { inlogcode: null });
    expect(leeg.statusCode).toBe(409);
    const over = await t
      .als('emmenLeider')
      .post(`/medewerkers/${MENS.emmen.id}/werkoverdracht`, { aanId: stil });
    expect(over.json().fouten[0].veld).toBe('aanId');
  });

  it('whom a seal keeps out does not let themselves in by passing work on', async () => {
    // nobody else leads there
    await t.database.beheer.query(
      "update medewerker set actief = false where organisatie_id = $1 and functie = 'lokaal_teamleider' and id <> $2",
      [ORG.emmen, MENS.emmenLeider.id],
    );
    const genoemde = await komtWerken('emmenLeider');
    const casusId = await gezinVan(genoemde);
    await t.als('emmenLeider').post(`/casussen/${casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'De teamleider komt erin voor.',
      medewerkerIds: [genoemde],
    });
    await t
      .als('emmenLeider')
      .post(`/casussen/${casusId}/verzegeling/genoemden/${MENS.emmenLeider.id}/einde`, {});
    expect((await t.als('emmenLeider').get(`/casussen/${casusId}`)).statusCode).toBe(404);
    const uit = await t
      .als('emmenLeider')
      .post(`/medewerkers/${genoemde}/werkoverdracht`, { aanId: MENS.emmen.id });
    expect(uit.statusCode, uit.body).toBe(200);
    expect((await t.als('emmenLeider').get(`/casussen/${casusId}`)).statusCode).toBe(404);
    // the work stays with the one who can see it
    expect(await opNaam(casusId, 'zichtcontrole')).toEqual([genoemde]);
  });

  it('reads no draft about a family that they are kept out of, and neither does a successor', async () => {
    const x = await komtWerken('emmenLeider');
    const casusId = await gezinVan(x);
    await t.als('emmenLeider').post(`/casussen/${casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'Een collega komt erin voor.',
      medewerkerIds: [x],
    });
    const los = await gezinVan(x);
    for (const over of [casusId, los])
      await t.database.beheer.query(
        `insert into concept (regio_id, id, medewerker_id, soort, inhoud, versie, gewijzigd_op) values ($1, gen_random_uuid(), $2, $3, $4, 1, $5)`,
        [
          REGIO,
          x,
          `afsluiting:${over}`,
          JSON.stringify({ tekst: 'Alleen voor wie erbij mag.' }),
          t.klok.nu(),
        ],
      );
    await t.als('emmenLeider').post(`/medewerkers/${x}/werkoverdracht`, { aanId: MENS.emmen.id });
    const soorten = async (wie: MensNaam) =>
      (await t.als(wie).get('/concepten')).json<{ soort: string }[]>().map((c) => c.soort);
    expect(await soorten('emmen')).toContain(`afsluiting:${los}`);
    expect(await soorten('emmen')).not.toContain(`afsluiting:${casusId}`);
    // the leader is named in that seal and may
    expect(await soorten('emmenLeider')).toContain(`afsluiting:${casusId}`);
  });
});

describe('whose work was passed on', () => {
  it('is no sign to the privacy officer: they looked at what was theirs', async () => {
    t.klok.vooruit(3 * DAG);
    const casussen = [
      await gezinVan(MENS.emmen.id),
      await gezinVan(MENS.emmen.id),
      await gezinVan(MENS.emmen.id),
    ];
    for (const c of casussen) expect((await t.als('emmen').get(`/casussen/${c}`)).statusCode).toBe(200);
    const ander = await komtWerken('emmenLeider');
    const uit = await t
      .als('emmenLeider')
      .post(`/medewerkers/${MENS.emmen.id}/werkoverdracht`, { aanId: ander });
    expect(uit.json().casussen).toBeGreaterThanOrEqual(3);
    const { signalen } = (await t.als('fg').get('/toezicht')).json<{
      signalen: { patroon: string; wie: { naam: string } }[];
    }>();
    const vandaag = t.klok.nu().toISOString().slice(0, 10);
    expect(
      signalen.filter(
        (s) =>
          s.wie.naam === MENS.emmen.naam &&
          /geen_werk/.test(s.patroon) &&
          JSON.stringify(s).includes(vandaag),
      ),
    ).toEqual([]);
    // and what was written is not written twice
    const concept = randomUUID();
    const bewaar = (versie: number) =>
      t.als('emmen').put(`/concepten/${concept}`, { soort: 'melding', inhoud: { tekst: 'half' }, versie });
    expect((await bewaar(0)).statusCode).toBe(200);
    await t.als('emmenLeider').post(`/medewerkers/${MENS.emmen.id}/werkoverdracht`, { aanId: ander });
    const nog = await bewaar(1);
    expect(nog.statusCode).toBe(409);
    expect(nog.json().type).toMatch(/doorgegeven$/);
    expect(nog.json().huidig).toEqual({ collega: 'P. Vertrek' });
  });

  it('sends a draft once: the second of the two hears under which number it arrived', async () => {
    const sleutel = { 'idempotency-key': `melding-${randomUUID()}` };
    const lijf = meldingVoorbeeld({ personen: gezin() });
    const eerst = await t.als('visser').post('/meldingen', lijf, sleutel);
    expect(eerst.statusCode, eerst.body).toBe(201);
    const tweede = await t.als('bakker').post('/meldingen', lijf, sleutel);
    expect(tweede.statusCode).toBe(409);
    expect(tweede.json().type).toMatch(/al-ontvangen$/);
    expect(tweede.json().huidig).toEqual({ id: eerst.json().id, nummer: eerst.json().nummer });
    // a key that anybody might choose is one's own, and another organisation's is another's
    const los = { 'idempotency-key': '1' };
    expect((await t.als('visser').post('/meldingen', lijf, los)).statusCode).toBe(201);
    expect((await t.als('bakker').post('/meldingen', lijf, los)).statusCode).toBe(201);
  });
});

describe('an organisation that closes', () => {
  it('has nobody working there any more, and its successor lets them in under the same code', async () => {
    const inlogcode = code();
    const x = await komtWerken('emmenLeider', { inlogcode });
    const dicht = await gezinVan(x);
    await t.als('emmenLeider').post(`/casussen/${dicht}/verzegeling`, {
      soort: 'collega',
      reden: 'Een collega komt erin voor.',
      medewerkerIds: [x],
    });
    const [half, verder, gezien] = [randomUUID(), randomUUID(), randomUUID()];
    for (const [id, soort] of [
      [half, 'melding'],
      [verder, 'melding'],
      [gezien, `afsluiting:${dicht}`],
    ])
      await t.database.beheer.query(
        `insert into concept (regio_id, id, medewerker_id, soort, inhoud, versie, gewijzigd_op) values ($1, $2, $3, $4, '{"verhaal": "half"}', 1, $5)`,
        [REGIO, id, x, soort, t.klok.nu()],
      );
    const bijAssen = async () =>
      (
        await t.database.beheer.query<{ id: string; wie: string; functie: string }>(
          `select c.id, m.id as wie, m.functie from concept c join medewerker m on m.id = c.medewerker_id where m.organisatie_id = $1
             and c.id = any ($2)`,
          [ORG.assen, [half, verder, gezien]],
        )
      ).rows;
    // who comes to lead there first, and can log in
    const leider = randomUUID();
    await t.database.beheer.query(
      "insert into medewerker (regio_id, id, organisatie_id, naam, functie, inlogcode) values ($1, $2, $3, 'L. Assen', 'lokaal_teamleider', $4)",
      [REGIO, leider, ORG.assen, code()],
    );
    const uit = await t
      .als('teamleider')
      .post(`/organisaties/${ORG.emmen}/sluiting`, { opvolgerId: ORG.assen, reden: 'De teams gaan samen.' });
    expect(uit.statusCode, uit.body).toBe(200);
    const na = await bijAssen();
    expect(na.map((c) => c.id)).toEqual(expect.arrayContaining([half, verder]));
    expect(new Set(na.map((c) => c.functie))).toEqual(new Set(['lokaal_teamleider']));
    // that about a family only with who may see it
    for (const c of na.filter((r) => r.id === gezien)) {
      const { rows: mag } = await t.database.beheer.query(
        'select from genoemde where casus_id = $1 and medewerker_id = $2 and tot is null',
        [dicht, c.wie],
      );
      expect(mag.length).toBeGreaterThan(0);
    }
    // one of them is gone on with; who comes along finds the other
    t.klok.vooruit(60_000);
    await t.database.beheer.query('update concept set gewijzigd_op = $1 where id = $2', [
      t.klok.nu(),
      verder,
    ]);
    const mee = await t.huis.deuren.act(
      {
        wie: { ...t.wie('emmenLeider'), medewerkerId: na[0]?.wie ?? '', organisatieId: ORG.assen },
        doel: 'verantwoorden',
      },
      'medewerker.toevoegen',
      { soort: 'medewerker' },
      (tx) => voegMedewerkerToe(tx, { naam: 'P. Vertrek', functie: 'regisseur', teamId: null, inlogcode }),
    );
    expect((await bijAssen()).filter((c) => c.wie === mee).map((c) => c.id)).toContain(half);
    expect((await bijAssen()).filter((c) => c.wie === mee).map((c) => c.id)).not.toContain(verder);
    await t.database.beheer.query('update medewerker set actief = false where id = $1', [mee]);
    expect(await logtIn(inlogcode)).toEqual([]);
    expect((await t.als('emmenLeider').post(`/medewerkers/${x}/terugkeer`, {})).statusCode).not.toBe(200);
    const { rows } = await t.database.beheer.query(
      'select id from medewerker where organisatie_id = $1 and actief',
      [ORG.emmen],
    );
    expect(rows).toEqual([]);
  });
});
