// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import {
  heleAfweging,
  lees,
  legVoor,
  lopendeTermijnen,
  nieuweMelding,
  stelVast,
} from '../../../test/hulp/beoordeling.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const soorten = async (casusId: string) => [...(await lopendeTermijnen(t, casusId)).keys()].sort();
const meldingStatus = async (id: string) =>
  (await t.database.beheer.query('select status from melding where id = $1', [id])).rows[0].status;

describe('a melding comes in', () => {
  it('has a beoordeling that waits, its terms with the one who took it, and a next look at the family', async () => {
    const m = await nieuweMelding(t);
    expect(m.beoordeling).toMatchObject({
      status: 'open',
      versie: 1,
      beoordelaarId: null,
      houderNaam: 'Veilig Thuis Test',
      laatsteControleOp: null,
    });
    expect(m.beoordeling.nodig.map((n) => n.veld)).toContain('uitspraakIds');
    const termijnen = await lopendeTermijnen(t, m.casusId);
    expect([...termijnen.keys()].sort()).toEqual(['beoordeling', 'informeren_betrokkenen', 'zichtcontrole']);
    for (const [soort, r] of termijnen) {
      expect(r, soort).toMatchObject({
        eigenaar_organisatie_id: ORG.vt,
        eigenaar_medewerker_id: MENS.visser.id,
      });
    }
    expect(m.beoordeling.termijnen.map((x) => x.soort).sort()).toEqual(['beoordeling', 'zichtcontrole']);
  });

  it('from outside belongs to the whole of Veilig Thuis, and acute adds the 24 hours', async () => {
    const uit = await t.als('politie').post('/meldingen', {});
    expect(uit.statusCode).toBe(400);
    const m = await t.als('school').post('/meldingen', {
      melder: { groep: 'onderwijs', naam: 'I. Schut', email: 'ib@school.voorbeeld', bekend: 'open' },
      uitspraken: [{ soort: 'feit', tekst: 'Blauwe plekken gezien.', bron: 'juf' }],
      personen: [{ rol: 'kind', voornamen: 'Bram', achternaam: 'Proef' }],
      aard: ['kindermishandeling'],
      acuut: true,
    });
    expect(m.statusCode, m.body).toBe(201);
    const { rows } = await t.database.beheer.query(
      'select t.soort, t.eigenaar_medewerker_id, t.acuut from termijn t join beoordeling b on b.id = t.onderwerp_id where b.melding_id = $1 order by 1',
      [m.json<{ id: string }>().id],
    );
    expect(rows).toEqual([
      { soort: 'beoordeling', eigenaar_medewerker_id: null, acuut: true },
      { soort: 'spoed_24u', eigenaar_medewerker_id: null, acuut: true },
    ]);
  });

  it('in a casus that runs already sets no second look', async () => {
    const m = await nieuweMelding(t);
    await nieuweMelding(t, { casusId: m.casusId });
    const { rows } = await t.database.beheer.query(
      "select soort, count(*)::int as n from termijn where casus_id = $1 and soort in ('zichtcontrole', 'beoordeling') group by 1 order by 1",
      [m.casusId],
    );
    expect(rows).toEqual([
      { soort: 'beoordeling', n: 2 },
      { soort: 'zichtcontrole', n: 1 },
    ]);
  });
});

describe('two people', () => {
  it('weigh, look and decide; the follow-up has its term and the melding moves on', async () => {
    const m = await nieuweMelding(t);
    const id = m.beoordeling.id;
    const eerst = await t
      .als('visser')
      .put(`/beoordelingen/${id}`, { versie: 1, acuut: 'nee', acuutArgument: 'Hij is het huis uit.' });
    expect(eerst.json()).toMatchObject({ versie: 2, status: 'open' });
    expect(await meldingStatus(m.id)).toBe('in_beoordeling');
    // what was left out of the second save is still there
    const tweede = await t
      .als('visser')
      .put(
        `/beoordelingen/${id}`,
        heleAfweging(await lees(t, m.id), { acuut: undefined, acuutArgument: undefined }),
      );
    expect(tweede.json()).toMatchObject({ versie: 3, nodig: [] });

    const voor = await t
      .als('visser')
      .post(`/beoordelingen/${id}/voorlegging`, { versie: 3, aanId: MENS.bakker.id });
    expect(voor.statusCode, voor.body).toBe(200);
    expect((await lopendeTermijnen(t, m.casusId)).get('tweede_paar_ogen')).toMatchObject({
      eigenaar_medewerker_id: MENS.bakker.id,
    });
    // read-only now, for everyone
    expect((await t.als('visser').put(`/beoordelingen/${id}`, { versie: 4, acuut: 'ja' })).statusCode).toBe(
      409,
    );

    const gezien = await lees(t, m.id, 'bakker');
    expect(gezien).toMatchObject({
      status: 'voorgelegd',
      magVaststellen: true,
      magBewaren: false,
      beoordelaarNaam: 'J. Visser',
    });
    const vast = await t
      .als('bakker')
      .post(`/beoordelingen/${id}/vaststelling`, { versie: gezien.versie, opmerking: 'Eens.' });
    expect(vast.statusCode, vast.body).toBe(200);

    expect(await lees(t, m.id)).toMatchObject({
      status: 'vastgesteld',
      tweedeNaam: 'M. Bakker',
      tweedeOpmerking: 'Eens.',
      uitkomst: 'VT-01-01',
      multiprobleem: null,
    });
    expect(await meldingStatus(m.id)).toBe('beoordeeld');
    const open = await soorten(m.casusId);
    expect(open).toContain('voorwaarden_en_vervolg');
    expect(open).toContain('zichtcontrole');
    for (const klaar of ['beoordeling', 'tweede_paar_ogen', 'spoed_24u']) expect(open).not.toContain(klaar);
    // the acts tell who, and no story
    const { rows } = await t.database.beheer.query(
      "select soort, medewerker_id, inhoud::text as inhoud from handeling where casus_id = $1 and soort like 'beoordeling.%' order by op, id",
      [m.casusId],
    );
    expect(rows.map((r) => r.soort)).toEqual([
      'beoordeling.bewaren',
      'beoordeling.bewaren',
      'beoordeling.voorleggen',
      'beoordeling.vaststellen',
    ]);
    expect(rows.at(-1).medewerker_id).toBe(MENS.bakker.id);
    expect(rows.map((r) => r.inhoud).join()).not.toMatch(/patroon|huis uit/);
  });

  it('are two: the one who put it forward is refused, and the database refuses too', async () => {
    const m = await nieuweMelding(t);
    const { versie } = await legVoor(t, m);
    const zelf = await t.als('visser').post(`/beoordelingen/${m.beoordeling.id}/vaststelling`, { versie });
    expect(zelf.statusCode).toBe(403);
    expect(zelf.json<{ detail: string }>().detail).toMatch(/collega/);
    await expect(
      t.database.beheer.query(
        "update beoordeling set status = 'vastgesteld', tweede_id = beoordelaar_id where id = $1",
        [m.beoordeling.id],
      ),
    ).rejects.toThrow(/twee_mensen/);
    expect(
      (await t.als('teamleider').post(`/beoordelingen/${m.beoordeling.id}/vaststelling`, { versie }))
        .statusCode,
    ).toBe(200);
  });

  it('cannot put forward without a sourced fact, nor without the rest; the list names each', async () => {
    const m = await nieuweMelding(t, {
      uitspraken: [{ soort: 'mening', tekst: 'Het deugt daar niet.', bron: 'oom' }],
    });
    const b = m.beoordeling;
    const bewaard = await t
      .als('visser')
      .put(`/beoordelingen/${b.id}`, heleAfweging(b, { uitspraakIds: b.uitspraken.map((u) => u.id) }));
    expect(bewaard.json<{ nodig: { veld: string }[] }>().nodig.map((n) => n.veld)).toEqual(['uitspraakIds']);
    const voor = await t.als('visser').post(`/beoordelingen/${b.id}/voorlegging`, { versie: 2 });
    expect(voor.statusCode).toBe(400);
    expect(voor.json<{ fouten: { veld: string }[] }>().fouten.map((f) => f.veld)).toEqual(['uitspraakIds']);
    expect(await soorten(m.casusId)).not.toContain('tweede_paar_ogen');
  });

  it('cannot lean on a statement of another family', async () => {
    const [m, ander] = [await nieuweMelding(t), await nieuweMelding(t)];
    const uit = await t.als('visser').put(`/beoordelingen/${m.beoordeling.id}`, {
      versie: 1,
      uitspraakIds: [ander.beoordeling.uitspraken[0]?.id],
    });
    expect(uit.statusCode).toBe(400);
  });

  it('hand it back with a remark; what was proposed stays readable', async () => {
    const m = await nieuweMelding(t);
    const id = m.beoordeling.id;
    const { versie } = await legVoor(t, m);
    expect(
      (await t.als('bakker').post(`/beoordelingen/${id}/teruglegging`, { versie, opmerking: '' })).statusCode,
    ).toBe(400);
    const terug = await t
      .als('bakker')
      .post(`/beoordelingen/${id}/teruglegging`, { versie, opmerking: 'Is er met de school gebeld?' });
    expect(terug.json()).toMatchObject({ status: 'open' });
    const b = await lees(t, m.id);
    expect(b).toMatchObject({ tweedeOpmerking: 'Is er met de school gebeld?', magBewaren: true });
    expect(b.stappen.map((s) => [s.stap, s.door])).toEqual([
      ['voorgelegd', 'J. Visser'],
      ['teruggelegd', 'M. Bakker'],
    ]);
    expect(await soorten(m.casusId)).not.toContain('tweede_paar_ogen');

    await t
      .als('visser')
      .put(`/beoordelingen/${id}`, { versie: b.versie, besluitReden: 'Ook de school ziet het.' });
    const { rows } = await t.database.beheer.query(
      "select inhoud->>'besluitReden' as reden from beoordeling_stap where beoordeling_id = $1 order by op, id",
      [id],
    );
    expect(rows.map((r) => r.reden)).toEqual([
      'Er is een patroon en er zijn kinderen bij.',
      'Er is een patroon en er zijn kinderen bij.',
    ]);
    await expect(
      t.database.beheer.query('delete from beoordeling_stap where beoordeling_id = $1', [id]),
    ).rejects.toThrow(/append-only/);
    // and whoever handed it back may still be the second
    await stelVast(t, m);
  });
});

describe('two at once', () => {
  it('lose neither text: the second hears what stands there now', async () => {
    const m = await nieuweMelding(t);
    const pad = `/beoordelingen/${m.beoordeling.id}`;
    await t.als('visser').put(pad, { versie: 1, besluitReden: 'Van Visser' });
    const botst = await t.als('bakker').put(pad, { versie: 1, besluitReden: 'Van Bakker' });
    expect(botst.statusCode).toBe(409);
    expect(botst.json()).toMatchObject({
      huidig: { besluitReden: 'Van Visser', versie: 2, gewijzigdDoor: 'J. Visser', status: 'open' },
    });
    expect((await lees(t, m.id)).besluitReden).toBe('Van Visser');
    // having compared, Bakker keeps hers
    const gekozen = await t.als('bakker').put(pad, { versie: 2, besluitReden: 'Van Bakker' });
    expect(gekozen.json()).toMatchObject({ versie: 3 });
  });

  it('is no conflict with oneself when an answer got lost', async () => {
    const m = await nieuweMelding(t);
    const pad = `/beoordelingen/${m.beoordeling.id}`;
    const inhoud = { versie: 1, acuut: 'nee', acuutArgument: 'Gezien.' };
    await t.als('visser').put(pad, inhoud);
    const nogmaals = await t.als('visser').put(pad, inhoud);
    expect(nogmaals.statusCode, nogmaals.body).toBe(200);
    expect(nogmaals.json()).toMatchObject({ versie: 2 });
  });

  it('exactly one of two decisions at the same moment counts', async () => {
    const m = await nieuweMelding(t);
    const { versie } = await legVoor(t, m);
    const pad = `/beoordelingen/${m.beoordeling.id}/vaststelling`;
    const uit = await Promise.all([
      t.als('bakker').post(pad, { versie }),
      t.als('teamleider').post(pad, { versie }),
    ]);
    expect(uit.map((u) => u.statusCode).sort()).toEqual([200, 409]);
    const { rows } = await t.database.beheer.query(
      "select count(*)::int as n from termijn where onderwerp_id = $1 and soort = 'voorwaarden_en_vervolg'",
      [m.beoordeling.id],
    );
    expect(rows[0].n).toBe(1);
  });
});

describe('what follows', () => {
  it('an onderzoek has its start, counted from receipt, and its ten weeks from the decision', async () => {
    const m = await nieuweMelding(t);
    t.klok.vooruit(26 * 3_600_000);
    await stelVast(t, m, { besluit: 'onderzoek' });
    const { rows } = await t.database.beheer.query(
      "select soort, begint_op from termijn where onderwerp_id = $1 and soort in ('onderzoek', 'start_onderzoek') order by soort",
      [m.beoordeling.id],
    );
    expect(rows.map((r) => [r.soort, r.begint_op.toISOString()])).toEqual([
      ['onderzoek', t.klok.nu().toISOString()],
      ['start_onderzoek', m.beoordeling.melding.ontvangenOp],
    ]);
  });

  it.each(['einde_bemoeienis', 'niet_ontvankelijk', 'onjuist_geadresseerd'])(
    '%s closes nothing: the holder watches on and is asked to close',
    async (besluit) => {
      const m = await nieuweMelding(t);
      await stelVast(t, m, { besluit });
      const { rows } = await t.database.beheer.query(
        'select c.status, z.organisatie_id from casus c join zicht z on z.casus_id = c.id and z.tot is null where c.id = $1',
        [m.casusId],
      );
      expect(rows).toEqual([{ status: 'open', organisatie_id: ORG.vt }]);
      expect(await soorten(m.casusId)).toEqual(expect.arrayContaining(['afsluiten', 'zichtcontrole']));
      // a new melding: nobody is asked to close any more
      await nieuweMelding(t, { casusId: m.casusId });
      expect(await soorten(m.casusId)).not.toContain('afsluiten');
    },
  );

  it.each(['overdragen', 'regionaal_maatwerk'])(
    '%s hands nothing over yet: the holder is asked to',
    async (besluit) => {
      const m = await nieuweMelding(t);
      await stelVast(t, m, { besluit, ...(besluit === 'overdragen' ? { vervolgSoort: 'lokaal_team' } : {}) });
      expect(await soorten(m.casusId)).toEqual(expect.arrayContaining(['overdragen', 'zichtcontrole']));
    },
  );

  it('nobody is asked to close while another melding of the family is being weighed or followed up', async () => {
    const m = await nieuweMelding(t);
    await nieuweMelding(t, { casusId: m.casusId });
    await stelVast(t, m, { besluit: 'einde_bemoeienis' });
    expect(await soorten(m.casusId)).not.toContain('afsluiten');
  });

  it('stands in the act with its outcome code, for whoever reports back', async () => {
    const m = await nieuweMelding(t);
    await stelVast(t, m, { besluit: 'overdragen', vervolgSoort: 'lokaal_team' });
    const { rows } = await t.database.beheer.query(
      "select inhoud from handeling where casus_id = $1 and soort = 'beoordeling.vaststellen'",
      [m.casusId],
    );
    expect(rows[0].inhoud).toMatchObject({
      besluit: 'overdragen',
      vervolgSoort: 'lokaal_team',
      uitkomst: 'VT-01-02',
    });
  });
});

describe('acute danger', () => {
  it('found by the assessor starts the 24 hours at once, and taken back they stop', async () => {
    const m = await nieuweMelding(t);
    const pad = `/beoordelingen/${m.beoordeling.id}`;
    const acuut = async () =>
      (await t.database.beheer.query('select acuut from casus where id = $1', [m.casusId])).rows[0].acuut;
    await t.als('visser').put(pad, { versie: 1, acuut: 'ja' });
    expect(await soorten(m.casusId)).toContain('spoed_24u');
    expect(await acuut()).toBe(true);
    await t.als('visser').put(pad, { versie: 2, acuut: 'nee' });
    expect(await soorten(m.casusId)).not.toContain('spoed_24u');
    expect(await acuut()).toBe(false);
  });

  it('named by the melder: two people take away the mark, and only an act ends the 24 hours', async () => {
    const m = await nieuweMelding(t, { acuut: true });
    await t.als('visser').put(`/beoordelingen/${m.beoordeling.id}`, { versie: 1, acuut: 'nee' });
    expect(await soorten(m.casusId)).toContain('spoed_24u');
    await stelVast(t, m);
    expect(await soorten(m.casusId)).toContain('spoed_24u');
    const { rows } = await t.database.beheer.query('select acuut from casus where id = $1', [m.casusId]);
    expect(rows[0].acuut).toBe(false);
  });
});

describe('a melding that goes or moves', () => {
  const laat = (naam: 'melding.ingetrokken' | 'melding.verplaatst', g: unknown) =>
    t.huis.deuren.act(
      { wie: t.wie('visser'), doel: 'melden' },
      'melding.indienen',
      { soort: 'proef' },
      (tx) => tx.gebeurt(naam, g),
    );

  it('withdrawn: nothing is left to weigh, its text is kept, and someone closes the casus', async () => {
    const m = await nieuweMelding(t);
    const { versie } = await legVoor(t, m);
    await t.database.beheer.query("update melding set status = 'ingetrokken' where id = $1", [m.id]);
    await laat('melding.ingetrokken', {
      meldingId: m.id,
      casusId: m.casusId,
      vtId: ORG.vt,
      reden: 'vergissing',
    });
    expect(await soorten(m.casusId)).toEqual(['afsluiten', 'informeren_betrokkenen', 'zichtcontrole']);
    expect(
      (await t.als('bakker').post(`/beoordelingen/${m.beoordeling.id}/vaststelling`, { versie })).statusCode,
    ).toBe(409);
    expect((await lees(t, m.id)).besluitReden).toMatch(/patroon/);
  });

  it('moved to another casus takes its beoordeling and terms along, and back', async () => {
    const [m, doel] = [await nieuweMelding(t), await nieuweMelding(t)];
    const waar = async () =>
      (
        await t.database.beheer.query(
          'select array_agg(distinct casus_id::text) as ids from (select casus_id from beoordeling where melding_id = $1 union all select casus_id from termijn where onderwerp_id in ($1, $2)) x',
          [m.id, m.beoordeling.id],
        )
      ).rows[0].ids;
    await laat('melding.verplaatst', {
      meldingIds: [m.id],
      vanCasusId: m.casusId,
      naarCasusId: doel.casusId,
    });
    expect(await waar()).toEqual([doel.casusId]);
    await laat('melding.verplaatst', {
      meldingIds: [m.id],
      vanCasusId: doel.casusId,
      naarCasusId: m.casusId,
    });
    expect(await waar()).toEqual([m.casusId]);
  });
});
