// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, meldingVoorbeeld, ORG, type TestHuis } from '../../../test/huis.ts';
import { lopendeTermijnen, nieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import {
  aanbodVoorbeeld,
  aanvaard,
  bied,
  biedAan,
  gezin,
  houders,
  klaarVoorOverdracht,
} from '../../../test/hulp/overdracht.ts';
import { radar } from '../../../test/hulp/radar.ts';
import { sluitCasus } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

describe('the whole way', () => {
  it('prepares, offers, accepts: zicht passes at the acceptance and not before', async () => {
    const { casusId } = await klaarVoorOverdracht(t, { personen: meldingVoorbeeld()['personen'] });
    const klaar = (await t.als('visser').get(`/casussen/${casusId}/overdracht-voorbereiding`)).json();
    expect(klaar).toMatchObject({
      ontbreekt: [],
      houder: 'Veilig Thuis Test',
      openAanbodId: null,
      contactNaam: 'J. Visser',
    });
    expect(
      Object.fromEntries(klaar.delen.map((d: { deel: string; aantal: number }) => [d.deel, d.aantal])),
    ).toMatchObject({
      personen: 2,
      uitspraken: 1,
      beoordeling: 1,
      veiligheidsvoorwaarden: 0,
    });

    // the decision asked Veilig Thuis to hand over; the offer answers that
    expect((await lopendeTermijnen(t, casusId)).get('overdragen')).toMatchObject({
      eigenaar_organisatie_id: ORG.vt,
    });
    const aanbod = await bied(t, casusId);
    expect(aanbod.statusCode, aanbod.body).toBe(201);
    expect((await lopendeTermijnen(t, casusId)).has('overdragen')).toBe(false);
    const o = aanbod.json();
    expect(aanbod.headers['location']).toBe(`/api/v1/overdrachten/${o.id}`);
    expect(o).toMatchObject({
      status: 'aangeboden',
      richting: 'uit',
      zicht: 'Veilig Thuis Test houdt zicht tot Lokaal team Emmen aanvaardt',
    });
    // Monday morning plus five working days: until the end of Monday 30 November, local time
    expect(o.vervaltOp).toBe('2026-11-30T23:00:00.000Z');
    expect(await houders(t, casusId)).toEqual([ORG.vt]);

    const bijEmmen = (await t.als('emmen').get('/overdrachten?richting=in&status=open')).json();
    expect(bijEmmen).toHaveLength(1);
    expect(bijEmmen[0]).toMatchObject({
      id: o.id,
      casusId: null,
      richting: 'in',
      aanduiding: 'Gezin Testman – van der Proef',
    });
    const gelezen = (await t.als('emmen').get(`/overdrachten/${o.id}`)).json();
    expect(gelezen).toMatchObject({
      casusId: null,
      houder: null,
      zicht: 'Veilig Thuis Test houdt zicht tot Lokaal team Emmen aanvaardt',
    });
    expect(gelezen.gegevens.personen.map((p: { naam: string }) => p.naam)).toEqual([
      'Bram van der Proef',
      'Suzanne Testman',
    ]);
    expect(gelezen.gegevens.contact).toEqual({ naam: 'J. Visser', telefoon: '0592-123456' });
    expect((await lopendeTermijnen(t, casusId)).get('overdracht_antwoord')).toMatchObject({
      eigenaar_organisatie_id: ORG.emmen,
    });

    const ja = await aanvaard(t, o.id);
    expect(ja.statusCode, ja.body).toBe(200);
    expect(ja.json()).toMatchObject({
      status: 'aanvaard',
      casusId,
      houder: { naam: 'Lokaal team Emmen' },
      zicht: 'Lokaal team Emmen houdt zicht sinds maandag 23 november 2026',
      regisseur: { id: MENS.emmen.id, naam: 'S. Kuipers' },
    });
    const { rows } = await t.database.beheer.query(
      'select organisatie_id, vanaf, tot from zicht where casus_id = $1 order by vanaf',
      [casusId],
    );
    expect(rows.map((r) => r.organisatie_id)).toEqual([ORG.vt, ORG.emmen]);
    expect(rows[0].tot).toEqual(rows[1].vanaf);
    expect(rows[1].tot).toBeNull();
    const casus = await t.database.beheer.query('select fase, regisseur_id from casus where id = $1', [
      casusId,
    ]);
    expect(casus.rows[0]).toEqual({ fase: 1, regisseur_id: MENS.emmen.id });
    const termijnen = await lopendeTermijnen(t, casusId);
    expect(termijnen.has('overdracht_antwoord')).toBe(false);
    // the look at the family goes with zicht, the duty of Wmo 5.3.1 stays with Veilig Thuis
    expect(termijnen.get('zichtcontrole')).toMatchObject({
      eigenaar_organisatie_id: ORG.emmen,
      eigenaar_medewerker_id: MENS.emmen.id,
    });
    expect(termijnen.get('informeren_betrokkenen')).toMatchObject({ eigenaar_organisatie_id: ORG.vt });
    // Veilig Thuis, which monitors, sees the contract with the present holder
    expect((await t.als('visser').get(`/overdrachten/${o.id}`)).json()).toMatchObject({
      zicht: 'Lokaal team Emmen houdt zicht sinds maandag 23 november 2026',
    });
  });

  it('tells the receiver of a report that came in after the offer, and leaves assessing it to Veilig Thuis', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    const bijEmmen = async () => (await t.als('emmen').get(`/overdrachten/${id}`)).json();
    expect((await bijEmmen()).nieuweMelding).toBeNull();

    const gewoon = await nieuweMelding(t, { casusId, personen: gezin() });
    expect((await bijEmmen()).nieuweMelding).toEqual({
      acuut: false,
      beoordeeld: false,
      zin: 'Er is een nieuwe melding over dit gezin. Die staat niet in dit aanbod. Veilig Thuis beoordeelt haar nog, ook als het gezin overgaat naar een ander.',
    });
    const antwoord = async () => (await lopendeTermijnen(t, casusId)).get('overdracht_antwoord');
    expect((await antwoord())?.acuut).toBe(false);
    const spoed = await nieuweMelding(t, {
      casusId,
      personen: gezin(),
      acuut: true,
      acuutToelichting: 'Hij staat met een mes in de keuken.',
    });
    const gelezen = await bijEmmen();
    expect(gelezen.nieuweMelding.acuut).toBe(true);
    // and it stands out in the worklist of whoever has to answer
    expect((await antwoord())?.acuut).toBe(true);
    expect(gelezen.nieuweMelding.zin).toContain('acuut gevaar');
    expect(JSON.stringify(gelezen)).not.toContain('mes in de keuken');
    const { rows: casus } = await t.database.beheer.query('select acuut from casus where id = $1', [casusId]);
    expect(casus).toEqual([{ acuut: true }]);
    // the giver reads it too, whoever has no part in it reads nothing
    expect((await t.als('visser').get(`/overdrachten/${id}`)).json().nieuweMelding.acuut).toBe(true);
    expect((await t.als('assen').get(`/overdrachten/${id}`)).statusCode).toBe(403);

    const ja = await aanvaard(t, id);
    expect(ja.statusCode, ja.body).toBe(200);
    expect(ja.json().nieuweMelding.acuut).toBe(true);
    expect(await houders(t, casusId)).toEqual([ORG.emmen]);
    const { rows } = await t.database.beheer.query(
      `select soort, eigenaar_organisatie_id as wie from termijn where casus_id = $1 and onderwerp_id = any($2) and afgerond_op is null order by soort`,
      [casusId, [gewoon.beoordeling.id, spoed.beoordeling.id]],
    );
    expect(rows).toEqual([
      { soort: 'beoordeling', wie: ORG.vt },
      { soort: 'beoordeling', wie: ORG.vt },
      { soort: 'spoed_24u', wie: ORG.vt },
    ]);

    for (const m of [gewoon, spoed])
      await stelVast(t, m, { besluit: 'einde_bemoeienis', besluitReden: 'Emmen gaat met het gezin verder.' });
    expect((await bijEmmen()).nieuweMelding).toBeNull();
  });

  it.each([
    [false, 'Veilig Thuis beoordeelt haar nog'],
    [true, 'Veilig Thuis heeft haar al beoordeeld'],
  ])(
    'tells it of an acute report that joined the casus since (assessed: %s), until that is undone',
    async (beoordeeld, woorden) => {
      const familie = gezin();
      const { casusId } = await klaarVoorOverdracht(t, { personen: familie });
      t.klok.vooruit(60_000);
      const id = await biedAan(t, casusId);
      t.klok.vooruit(60_000);
      const ander = await nieuweMelding(t, {
        personen: familie,
        acuut: true,
        acuutToelichting: 'Hij staat met een mes in de keuken.',
      });
      for (const k of (await radar(t, ander.id)).personen.flatMap((p) => p.kandidaten))
        await t.als('visser').post(`/radar-kandidaten/${k.id}/oordeel`, { oordeel: 'zelfde' });
      if (beoordeeld)
        await stelVast(t, ander, {
          acuut: 'ja',
          acuutArgument: 'Hij dreigt.',
          besluit: 'overdragen',
          besluitReden: 'Het lokaal team kent het gezin.',
          vervolgSoort: 'lokaal_team',
        });
      const stand = async () => {
        const o = (await t.als('emmenLeider').get(`/overdrachten/${id}`)).json();
        const werk = (await t.als('emmenLeider').get('/werk?wie=organisatie')).json<{
          regels: { onderwerpId: string; acuut: boolean; groep: string }[];
        }>();
        const regel = werk.regels.find((r) => r.onderwerpId === id);
        return {
          nieuw: o.nieuweMelding,
          acuut: o.gegevens.acuut,
          regel: [regel?.acuut, regel?.groep === 'nu'],
        };
      };
      const vooraf = { nieuw: null, acuut: false, regel: [false, false] };
      expect(await stand()).toEqual(vooraf);
      t.klok.vooruit(60_000);
      const samen = await t
        .als('visser')
        .post(`/casussen/${ander.casusId}/samenvoeging`, { doelCasusId: casusId, reden: 'Zelfde gezin.' });
      expect(samen.statusCode, samen.body).toBe(201);
      const na = await stand();
      expect(na).toMatchObject({ nieuw: { acuut: true, beoordeeld }, acuut: true, regel: [true, true] });
      expect(na.nieuw.zin).toContain(woorden);
      t.klok.vooruit(60_000);
      const terug = await t
        .als('visser')
        .post(`/samenvoegingen/${samen.json().id}/terugdraaiing`, { reden: 'Toch een ander gezin.' });
      expect(terug.statusCode, terug.body).toBe(200);
      expect(await stand()).toEqual(vooraf);
    },
  );

  it('tells it of a report that was found acute since', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    t.klok.vooruit(60_000);
    const m = await nieuweMelding(t, { casusId, personen: gezin() });
    await stelVast(t, m, { acuut: 'ja', acuutArgument: 'Hij dreigt.' });
    const o = (await t.als('emmenLeider').get(`/overdrachten/${id}`)).json();
    expect(o).toMatchObject({ nieuweMelding: { acuut: true, beoordeeld: true }, gegevens: { acuut: true } });
  });

  it('gives the new holder a reason to look that is true for it', async () => {
    const m = await nieuweMelding(t, { personen: gezin() });
    const { casusId } = m;
    const waarom = async (van: string) =>
      (
        await t.database.beheer.query(
          `select waarom from termijn where casus_id = $1 and soort = 'zichtcontrole' and afgerond_op is null`,
          [van],
        )
      ).rows.map((r) => r.waarom);
    expect(await waarom(casusId)).toEqual(['Het gezin wacht op de beoordeling']);
    await stelVast(t, m, {
      besluit: 'overdragen',
      besluitReden: 'Het lokaal team kent het gezin.',
      vervolgSoort: 'lokaal_team',
    });
    expect(await waarom(casusId)).toEqual(['Het gezin wacht op wat er na het besluit komt']);
    expect((await aanvaard(t, await biedAan(t, casusId))).statusCode).toBe(200);
    expect(await waarom(casusId)).toEqual(['Dit gezin is net overgenomen']);

    const ander = await klaarVoorOverdracht(t);
    const gezien = await t.als('visser').post(`/casussen/${ander.casusId}/veiligheidscontroles`, {
      met: 'moeder',
      uitkomst: 'zorgelijk',
      toelichting: 'Zij klonk gespannen.',
    });
    expect(gezien.statusCode, gezien.body).toBe(201);
    expect((await aanvaard(t, await biedAan(t, ander.casusId))).statusCode).toBe(200);
    expect(await waarom(ander.casusId)).toEqual(['De vorige keer was het niet in orde']);
  });

  it('says no with a reason, and asks the giver anew', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    expect((await t.als('emmen').post(`/overdrachten/${id}/weigering`, { reden: '   ' })).statusCode).toBe(
      400,
    );
    const nee = await t
      .als('emmen')
      .post(`/overdrachten/${id}/weigering`, { reden: 'Het gezin is verhuisd naar Assen.' });
    expect(nee.statusCode, nee.body).toBe(200);
    expect(nee.json()).toMatchObject({ status: 'geweigerd', zicht: 'Het zicht bleef bij Veilig Thuis Test' });
    expect(await houders(t, casusId)).toEqual([ORG.vt]);
    expect((await lopendeTermijnen(t, casusId)).get('overdracht_opnieuw')).toMatchObject({
      eigenaar_organisatie_id: ORG.vt,
      eigenaar_medewerker_id: MENS.visser.id,
    });
    const bijGever = (await t.als('visser').get(`/overdrachten/${id}`)).json();
    expect(bijGever).toMatchObject({
      reden: 'Het gezin is verhuisd naar Assen.',
      keuzeOpen: true,
      zicht: 'Veilig Thuis Test houdt zicht',
    });

    // a new offer to another answers that question
    const tweede = await biedAan(t, casusId, { naarOrganisatieId: ORG.assen });
    expect((await lopendeTermijnen(t, casusId)).has('overdracht_opnieuw')).toBe(false);
    expect(
      (
        await t.als('visser').post(`/overdrachten/${tweede}/intrekking`, { reden: 'Wij doen het toch zelf.' })
      ).json(),
    ).toMatchObject({ status: 'ingetrokken' });
    expect(await houders(t, casusId)).toEqual([ORG.vt]);
    // and so does the decision to keep it
    const houdt = await t
      .als('visser')
      .post(`/overdrachten/${tweede}/behoud`, { reden: 'Er is eerst een onderzoek nodig.' });
    expect(houdt.statusCode, houdt.body).toBe(200);
    expect(houdt.json()).toMatchObject({ keuzeOpen: false });
    expect((await lopendeTermijnen(t, casusId)).has('overdracht_opnieuw')).toBe(false);
  });

  it('answers once: who comes second hears what is now', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    await aanvaard(t, id);
    const laat = await t.als('visser').post(`/overdrachten/${id}/intrekking`, { reden: 'Te laat bedacht.' });
    expect(laat.statusCode).toBe(409);
    expect(laat.json()).toMatchObject({
      type: '/problemen/al-beantwoord',
      detail: 'Lokaal team Emmen heeft deze overdracht al aanvaard en houdt nu zicht.',
      huidig: { status: 'aanvaard' },
    });
    expect(
      (await t.als('emmen').post(`/overdrachten/${id}/weigering`, { reden: 'Toch niet.' })).statusCode,
    ).toBe(409);
    expect(await houders(t, casusId)).toEqual([ORG.emmen]);
  });

  it('goes on to the next: the new holder offers, the old one cannot', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    const oud = await bied(t, casusId, { naarOrganisatieId: ORG.assen });
    expect([403, 404]).toContain(oud.statusCode);
    // a lokaal team cannot name a power of Veilig Thuis
    const fout = await bied(t, casusId, { naarOrganisatieId: ORG.assen }, 'emmen');
    expect(fout.statusCode).toBe(400);
    expect(fout.json().fouten).toEqual([expect.objectContaining({ veld: 'grondslag' })]);
    const id = await biedAan(
      t,
      casusId,
      {
        naarOrganisatieId: ORG.assen,
        grondslag: 'toestemming',
        delen: [
          { deel: 'personen', grond: 'contact' },
          { deel: 'uitspraken', grond: 'wat er was' },
        ],
      },
      'emmen',
    );
    const ja = await aanvaard(t, id, 'assen');
    expect(ja.statusCode, ja.body).toBe(200);
    expect(await houders(t, casusId)).toEqual([ORG.assen]);
    // Emmen's part has ended; what it gave it can still read, and its own dossier; who holds now it cannot
    expect((await t.als('emmen').get(`/overdrachten/${id}`)).json()).toMatchObject({
      casusId,
      houder: null,
      zicht: 'Het zicht ging over naar Lokaal team Assen',
    });
    const deel = await t.database.beheer.query(
      'select tot from betrokkenheid where casus_id = $1 and organisatie_id = $2',
      [casusId, ORG.emmen],
    );
    expect(deel.rows[0].tot).not.toBeNull();
    // no term is left with someone who is gone
    const { rows } = await t.database.beheer.query(
      'select soort from termijn where casus_id = $1 and afgerond_op is null and eigenaar_organisatie_id = $2',
      [casusId, ORG.emmen],
    );
    expect(rows).toEqual([]);
  });
});

describe('what must be there', () => {
  it('names everything that is missing at once, and stores nothing', async () => {
    const m = await nieuweMelding(t, {
      uitspraken: [
        { soort: 'waarneming', tekst: 'Alleen ik kon dit horen.', bron: 'melder', afgeschermd: true },
      ],
    });
    const uit = await bied(t, m.casusId, { contactTelefoon: '' });
    expect(uit.statusCode).toBe(400);
    expect(uit.json().fouten.map((f: { veld: string }) => f.veld)).toEqual([
      'uitspraken',
      'beoordeling',
      'contactTelefoon',
    ]);
    const klaar = (await t.als('visser').get(`/casussen/${m.casusId}/overdracht-voorbereiding`)).json();
    expect(klaar.ontbreekt.map((x: { veld: string }) => x.veld)).toEqual(['uitspraken', 'beoordeling']);
    const { rows } = await t.database.beheer.query('select 1 from overdracht where casus_id = $1', [
      m.casusId,
    ]);
    expect(rows).toEqual([]);
  });

  it('asks the veiligheidsvoorwaarden after V&V, and hands them over', async () => {
    const m = await nieuweMelding(t);
    await stelVast(t, m, { besluit: 'voorwaarden_en_vervolg' });
    const zonder = await bied(t, m.casusId);
    expect(zonder.json().fouten.map((f: { veld: string }) => f.veld)).toEqual(['veiligheidsvoorwaarden']);
    await t.database.beheer.query(
      `insert into voorwaarde (regio_id, id, casus_id, tekst, voor, gesteld_op, organisatie_id)
       select regio_id, gen_random_uuid(), id, 'Vader komt niet in huis', 'Suzanne', now(), $2 from casus where id = $1`,
      [m.casusId, ORG.vt],
    );
    const vergeten = await bied(t, m.casusId);
    expect(vergeten.json().fouten.map((f: { veld: string }) => f.veld)).toEqual(['delen']);
    const delen = [
      ...(aanbodVoorbeeld()['delen'] as object[]),
      { deel: 'veiligheidsvoorwaarden', grond: 'Basis van het plan.' },
    ];
    const id = await biedAan(t, m.casusId, { delen });
    const bij = (await t.als('emmen').get(`/overdrachten/${id}`)).json();
    expect(bij.gegevens.veiligheidsvoorwaarden).toEqual([
      expect.objectContaining({ tekst: 'Vader komt niet in huis', voor: 'Suzanne' }),
    ]);
  });

  it('asks someone to look at what may lead to the melder, and keeps what leads to him', async () => {
    const m = await nieuweMelding(t, {
      personen: gezin(),
      uitspraken: [
        { soort: 'waarneming', tekst: 'De juf van groep vier zag blauwe plekken.', bron: 'melder' },
        { soort: 'waarneming', tekst: 'Oma belt elke dag met het gezin.', bron: 'melder' },
        { soort: 'waarneming', tekst: 'Er is elke avond ruzie.', bron: 'melder' },
      ],
    });
    await stelVast(t, m, { besluit: 'overdragen', vervolgSoort: 'lokaal_team' });
    const weg = `/casussen/${m.casusId}/overdrachten`;
    const er = (await t.als('visser').get(`/casussen/${m.casusId}/overdracht-voorbereiding`)).json();
    const tekstVan = (u: { tekst: { tekst: string }[] }) => u.tekst.map((s) => s.tekst).join('');
    const juf = er.naTeZien.find((u: Parameters<typeof tekstVan>[0]) => tekstVan(u).includes('juf'));
    const oma = er.naTeZien.find((u: Parameters<typeof tekstVan>[0]) => tekstVan(u).includes('Oma'));
    expect(er.naTeZien).toHaveLength(2);
    expect(juf.tekst).toContainEqual({ tekst: 'juf', soort: 'melder' });

    const niets = await t.als('visser').post(weg, aanbodVoorbeeld());
    expect(niets.statusCode).toBe(400);
    const half = await t.als('visser').post(weg, aanbodVoorbeeld({ nagezien: [{ id: juf.id, mee: false }] }));
    for (const nee of [niets, half])
      expect(nee.json().fouten).toEqual([expect.objectContaining({ veld: 'nagezien' })]);

    const id = await biedAan(t, m.casusId, {
      nagezien: [
        { id: juf.id, mee: false },
        { id: oma.id, mee: true },
      ],
    });
    await aanvaard(t, id);
    const gezien = JSON.stringify([
      (await t.als('emmen').get(`/overdrachten/${id}`)).json(),
      (await t.als('emmen').get(`/casussen/${m.casusId}/uitspraken`)).json(),
    ]);
    expect(gezien).not.toContain('juf');
    expect(gezien).toContain('Oma belt');
    expect(gezien).toContain('Er is elke avond ruzie');
  });

  it('takes one offer at a time, only to another organisation that is open, within days that make sense', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const weg = (anders: Record<string, unknown>) => bied(t, casusId, anders);
    expect((await weg({ naarOrganisatieId: ORG.vt })).json().fouten[0].veld).toBe('naarOrganisatieId');
    expect(
      (await weg({ naarOrganisatieId: '00000000-0000-7000-8000-00000000ffff' })).json().fouten[0].veld,
    ).toBe('naarOrganisatieId');
    expect((await weg({ termijn: 0 })).statusCode).toBe(400);
    expect((await weg({ termijn: 11 })).statusCode).toBe(400);
    const kort = await weg({ termijn: 2 });
    expect(kort.json().vervaltOp).toBe('2026-11-25T23:00:00.000Z');
    const nogEen = await weg({ naarOrganisatieId: ORG.assen });
    expect(nogEen.statusCode).toBe(409);
    expect(nogEen.json().type).toBe('/problemen/al-aangeboden');
  });

  it.each(['politie', 'gemeente', 'school'] as const)(
    'is not for an organisation where nobody can accept: %s',
    async (wie) => {
      const { casusId } = await klaarVoorOverdracht(t);
      const uit = await t
        .als('visser')
        .post(`/casussen/${casusId}/overdrachten`, aanbodVoorbeeld({ naarOrganisatieId: ORG[wie] }));
      expect(uit.statusCode, uit.body).toBe(400);
      expect(uit.json().fouten).toContainEqual({
        veld: 'naarOrganisatieId',
        melding: expect.stringContaining('kan niemand een casus aannemen'),
      });
    },
  );

  it('takes as regisseur only someone who works at the receiver with casussen', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    for (const regisseurId of [MENS.visser.id, MENS.assen.id, '00000000-0000-7000-8000-00000000ffff']) {
      const uit = await t.als('emmen').post(`/overdrachten/${id}/aanvaarding`, { regisseurId });
      expect(uit.statusCode).toBe(400);
      expect(uit.json().fouten[0].veld).toBe('regisseurId');
    }
    expect(await houders(t, casusId)).toEqual([ORG.vt]);
  });
});

it('ends an open offer when the casus closes, and asks nobody what to do now', async () => {
  const { casusId } = await klaarVoorOverdracht(t);
  const id = await biedAan(t, casusId);
  const dicht = { casusId, reden: 'veilig', organisatieId: ORG.vt };
  await t.huis.deuren.act(
    { wie: t.wie('visser'), doel: 'zicht_houden' },
    'casus.afsluiten',
    { soort: 'casus', casusId },
    async (tx) => {
      await sluitCasus(tx, casusId, 'veilig');
      await laatWeten(tx, 'casus.gesloten', dicht);
    },
  );
  expect((await t.als('emmen').get(`/overdrachten/${id}`)).json()).toMatchObject({
    status: 'ingetrokken',
    gegevens: null,
  });
  expect((await aanvaard(t, id)).statusCode).toBe(409);
  // it says what can be done: nobody opens a casus by hand
  const weer = await t.als('visser').post(`/casussen/${casusId}/overdrachten`, aanbodVoorbeeld());
  expect(weer.body).not.toContain('Heropen');
  expect(await houders(t, casusId)).toEqual([]);
  const open = [...(await lopendeTermijnen(t, casusId)).keys()].filter((soort) =>
    soort.startsWith('overdracht_'),
  );
  expect(open).toEqual([]);
  // without that word the database refuses: zicht cannot end under an open offer
  const ander = await klaarVoorOverdracht(t);
  await biedAan(t, ander.casusId);
  const stil = t.huis.deuren.act(
    { wie: t.wie('visser'), doel: 'zicht_houden' },
    'casus.afsluiten',
    { soort: 'casus', casusId: ander.casusId },
    (tx) => sluitCasus(tx, ander.casusId, 'veilig'),
  );
  await expect(stil).rejects.toMatchObject({ code: '23514' });
  expect(await houders(t, ander.casusId)).toEqual([ORG.vt]);
});

it('names another regisseur later, by the holder only', async () => {
  const { casusId } = await klaarVoorOverdracht(t);
  await aanvaard(t, await biedAan(t, casusId));
  expect(
    (await t.als('emmen').put(`/casussen/${casusId}/regisseur`, { medewerkerId: MENS.emmenLeider.id }))
      .statusCode,
  ).toBe(200);
  expect(
    (await t.als('emmen').put(`/casussen/${casusId}/regisseur`, { medewerkerId: MENS.visser.id })).statusCode,
  ).toBe(400);
  expect([403, 404]).toContain(
    (await t.als('visser').put(`/casussen/${casusId}/regisseur`, { medewerkerId: MENS.visser.id }))
      .statusCode,
  );
  const { rows } = await t.database.beheer.query('select regisseur_id from casus where id = $1', [casusId]);
  expect(rows[0].regisseur_id).toBe(MENS.emmenLeider.id);
});

it('names its organisations to anyone and its people only to themselves', async () => {
  const lijst = (await t.als('emmen').get('/organisaties?open=true')).json();
  expect(lijst.map((o: { id: string }) => o.id)).toContain(ORG.vt);
  const eigen = (await t.als('emmen').get(`/organisaties/${ORG.emmen}/medewerkers`)).json();
  expect(eigen.map((m: { naam: string }) => m.naam)).toEqual(['S. Kuipers', 'T. Hoekstra']);
  expect([403, 404]).toContain((await t.als('emmen').get(`/organisaties/${ORG.vt}/medewerkers`)).statusCode);
});
