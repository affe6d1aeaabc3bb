// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { nieuweMelding } from '../../../test/hulp/beoordeling.ts';
import { overgedragen } from '../../../test/hulp/monitoring.ts';
import { aanvaard, biedAan, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';
import type { WerkAntwoord } from './werk.api.ts';
import { GROEPEN, groepVan } from './werk.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const werk = async (wie: MensNaam, wiens = 'mij') => {
  const uit = await t.als(wie).get(`/werk?wie=${wiens}`);
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<WerkAntwoord>();
};
const vanCasus = (w: WerkAntwoord, casusId: string) => w.regels.filter((r) => r.casusId === casusId);
const sleutel = (w: WerkAntwoord, casusId: string) =>
  vanCasus(w, casusId)
    .map((r) => `${r.groep} ${r.soort}`)
    .sort();

describe('the worklist', () => {
  it('puts a melding to who took it in, as questions with their clause and who watches', async () => {
    const m = await nieuweMelding(t);
    const w = await werk('visser');
    // five working days from Monday end on the next Monday; four weeks is later; a look within a week
    expect(sleutel(w, m.casusId)).toEqual([
      'later beoordeling',
      'later informeren_betrokkenen',
      'later zichtcontrole',
    ]);
    const regel = w.regels.find((r) => r.casusId === m.casusId && r.soort === 'beoordeling');
    expect(regel).toMatchObject({
      houderNaam: 'Veilig Thuis Test',
      eigenaarMedewerkerId: MENS.visser.id,
      meldingId: m.id,
      onderwerpSoort: 'beoordeling',
      teLaat: false,
      acuut: false,
    });
    expect(regel?.clausule).toContain('vijf werkdagen');
    expect(regel?.aanduiding).toMatch(/^Gezin /);
    // it is Visser's; a colleague sees it with the team, not among their own
    expect(vanCasus(await werk('bakker'), m.casusId)).toEqual([]);
    expect(vanCasus(await werk('bakker', 'team'), m.casusId)).toHaveLength(3);
  });

  it('acute comes first, whatever its end', async () => {
    const m = await nieuweMelding(t, {
      acuut: true,
      acuutToelichting: 'Hij staat voor de deur.',
      personen: [{ rol: 'slachtoffer', achternaam: 'Niemandanders' }],
    });
    const w = await werk('visser');
    expect(sleutel(w, m.casusId).filter((k) => k.startsWith('nu'))).toEqual([
      'nu beoordeling',
      'nu spoed_24u',
      'nu zichtcontrole',
    ]);
    expect(w.regels[0]).toMatchObject({ groep: 'nu', acuut: true, soort: 'spoed_24u' });
  });

  it('an offer is a question to the receiver, and waiting to the giver', async () => {
    const c = await klaarVoorOverdracht(t);
    const id = await biedAan(t, c.casusId);
    const emmen = (await werk('emmen')).regels.find((r) => r.onderwerpId === id);
    expect(emmen).toMatchObject({
      soort: 'overdracht_antwoord',
      casusId: null,
      houderNaam: 'Veilig Thuis Test',
      onderwerpSoort: 'overdracht',
    });
    expect(emmen?.aanduiding).toMatch(/^Gezin /);
    expect((await werk('visser')).regels.find((r) => r.onderwerpId === id)).toMatchObject({
      groep: 'wacht',
      eigenaarOrganisatieNaam: 'Lokaal team Emmen',
      houderNaam: 'Veilig Thuis Test',
    });
    expect((await werk('assen', 'organisatie')).regels).toEqual([]);
    await aanvaard(t, id);
    expect((await werk('visser')).regels.some((r) => r.onderwerpId === id)).toBe(false);
  });

  it('what is nobody’s is everyone’s as soon as it asks attention', async () => {
    const { casusId } = await overgedragen(t);
    const monitor = (w: WerkAntwoord) => vanCasus(w, casusId).filter((r) => r.soort === 'monitor_3_maanden');
    expect(monitor(await werk('bakker'))).toEqual([]);
    expect(monitor(await werk('bakker', 'organisatie'))).toHaveLength(1);
    const beheer = t.database.beheer;
    await beheer.query(
      "update termijn set waarschuwt_op = '2026-11-29T22:59:00Z' where casus_id = $1 and soort = 'monitor_3_maanden'",
      [casusId],
    );
    expect(monitor(await werk('bakker'))).toHaveLength(1);
    await beheer.query(
      "update termijn set waarschuwt_op = '2026-11-29T23:00:00Z' where casus_id = $1 and soort = 'monitor_3_maanden'",
      [casusId],
    );
    expect(monitor(await werk('bakker'))).toEqual([]);
  });

  it('its counts are its rows, its groups those of the rule, its order acute and then by end', async () => {
    for (const [wie, wiens] of [
      ['visser', 'mij'],
      ['visser', 'team'],
      ['visser', 'organisatie'],
      ['emmen', 'organisatie'],
      ['opvang', 'organisatie'],
    ] as const) {
      const w = await werk(wie, wiens);
      const nu = new Date(w.gelezenOp);
      for (const g of GROEPEN)
        expect([wie, wiens, g, w.regels.filter((r) => r.groep === g).length]).toEqual([
          wie,
          wiens,
          g,
          w.aantallen[g],
        ]);
      for (const r of w.regels.filter((x) => x.groep !== 'wacht')) {
        expect(r.groep, r.soort).toBe(
          groepVan({ acuut: r.acuut, vervaltOp: r.vervaltOp ? new Date(r.vervaltOp) : null }, nu),
        );
      }
      const orde = w.regels.map(
        (r) => `${GROEPEN.indexOf(r.groep)} ${r.acuut ? 0 : 1} ${r.vervaltOp ?? '9999'}`,
      );
      expect(orde).toEqual([...orde].sort());
    }
  });

  it('tells beforehand what it does not send along', async () => {
    const { rows } = await t.database.beheer.query("select id from casus where status = 'open' limit 1");
    await t.database.beheer.query(
      `insert into termijn (regio_id, id, casus_id, soort, clausule, bron, eigenaar_organisatie_id, onderwerp_soort, onderwerp_id, begint_op, duur_aantal, duur_eenheid,
         waarschuwt_op, vervalt_op)
       select $1, gen_random_uuid(), $2, 'zichtcontrole', 'x', 'x', $3, 'casus', $2, now(), 1, 'weken', '2026-11-20', '2026-11-20T00:00:00Z'::timestamptz + n * interval '1 second'
       from generate_series(1, 520) n`,
      ['00000000-0000-7000-8000-000000000001', rows[0].id, ORG.opvang],
    );
    const w = await werk('opvang');
    expect(w.aantallen.nu).toBe(520);
    expect(w.regels).toHaveLength(w.hoogstensPerGroep);
    // the first to end are the ones that come
    expect(w.regels[0]?.vervaltOp).toBe('2026-11-20T00:00:01.000Z');
    expect(w.regels.at(-1)?.vervaltOp).toBe('2026-11-20T00:08:20.000Z');
  });
});

describe('taking work up', () => {
  const pak = (wie: MensNaam, id: string, body: unknown = {}) =>
    t.als(wie).post(`/termijnen/${id}/oppakken`, body);
  const leg = (wie: MensNaam, id: string, body: unknown = {}) =>
    t.als(wie).post(`/termijnen/${id}/terugleggen`, body);

  it('puts a name on it, and giving back takes it off again: undo restores what was', async () => {
    const { casusId } = await overgedragen(t);
    const id =
      (await werk('bakker', 'organisatie')).regels.find(
        (r) => r.casusId === casusId && r.soort === 'monitor_1_jaar',
      )?.id ?? '';
    const een = await pak('bakker', id);
    expect(een.statusCode, een.body).toBe(200);
    expect(een.json()).toMatchObject({ eigenaarMedewerkerId: MENS.bakker.id, wasVanMedewerkerId: null });
    expect((await werk('bakker')).regels.some((r) => r.id === id)).toBe(true);
    // a colleague hears whose it is, and may take it over
    const bezet = await pak('visser', id);
    expect(bezet.statusCode).toBe(409);
    expect(bezet.json<{ title: string }>().title).toContain(MENS.bakker.naam);
    const over = (await pak('visser', id, { overnemen: true })).json<{ wasVanMedewerkerId: string }>();
    expect(over.wasVanMedewerkerId).toBe(MENS.bakker.id);
    expect((await leg('visser', id, { aan: over.wasVanMedewerkerId })).statusCode).toBe(200);
    expect((await leg('visser', id)).statusCode).toBe(409);
    expect((await leg('bakker', id)).json()).toMatchObject({ eigenaarMedewerkerId: null });
    const { rows } = await t.database.beheer.query(
      "select soort from handeling where inhoud ->> 'termijn' = $1 and soort like 'termijn.%l%' or inhoud ->> 'termijn' = $1 and soort like 'termijn.%pakken' order by op, id",
      [id],
    );
    expect(rows.map((r) => r.soort)).toEqual([
      'termijn.oppakken',
      'termijn.oppakken',
      'termijn.terugleggen',
      'termijn.terugleggen',
    ]);
  });

  it('is for one’s own organisation, and for colleagues only', async () => {
    const { casusId } = await overgedragen(t);
    const id =
      (await werk('visser', 'organisatie')).regels.find(
        (r) => r.casusId === casusId && r.soort === 'monitor_1_jaar',
      )?.id ?? '';
    for (const wie of ['emmen', 'assen'] as const) expect((await pak(wie, id)).statusCode, wie).toBe(404);
    expect((await pak('beleid', id)).statusCode).toBe(403);
    await pak('visser', id);
    expect((await leg('visser', id, { aan: MENS.emmen.id })).statusCode).toBe(400);
  });

  it('two at once: one has it', async () => {
    const { casusId } = await overgedragen(t);
    const id =
      (await werk('visser', 'organisatie')).regels.find(
        (r) => r.casusId === casusId && r.soort === 'monitor_1_jaar',
      )?.id ?? '';
    const samen = await Promise.all([pak('visser', id), pak('bakker', id)]);
    expect(samen.map((r) => r.statusCode).sort()).toEqual([200, 409]);
  });

  it('the count in the rail is of what asks attention among these', async () => {
    const ik = async (wie: MensNaam) =>
      (await t.als(wie).get('/ik')).json<{ tellers: { werk: number } }>().tellers.werk;
    const w = await werk('visser');
    const nu = w.gelezenOp;
    const vraagt = w.regels.filter(
      (r) => r.groep !== 'wacht' && (r.acuut || (r.waarschuwtOp !== null && r.waarschuwtOp <= nu)),
    );
    expect(await ik('visser')).toBe(vraagt.length);
  });
});
