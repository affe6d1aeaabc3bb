// SPDX-License-Identifier: EUPL-1.2
// A database that is away for a minute, a full disk, a clock that is wrong: an answer to act on, and nothing by half.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draagZichtOver } from '../src/kern/zicht/zicht.store.ts';
import { klokVanaf } from '../src/platform/clock/klok.ts';
import { startPostgres } from '../src/platform/database/launcher.ts';
import { maakTestHuis, meldingVoorbeeld, ORG, type TestHuis } from './huis.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const tel = async (tabel: string) =>
  (await t.database.beheer.query(`select count(*) as n from ${tabel}`)).rows[0].n as number;

describe('a full disk', () => {
  it('says so, says that nothing was lost, and leaves nothing by half', async () => {
    // the real error, raised in the last table that the act writes
    await t.database.beheer.query(`
      create function houvast.vol() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger vol before insert on houvast.termijn for each row execute function houvast.vol()`);
    const voor = [
      await tel('melding'),
      await tel('casus'),
      await tel('zicht'),
      await tel('persoon'),
      await tel('handeling'),
      await tel('verwerkingslog'),
    ];
    const a = await t.als('visser').post('/meldingen', meldingVoorbeeld());
    expect(a.statusCode).toBe(503);
    expect(a.json()).toMatchObject({ type: '/problemen/opslag-vol', title: 'De opslag is vol' });
    expect(a.json().detail).toContain('Uw tekst staat nog in dit scherm');
    expect([
      await tel('melding'),
      await tel('casus'),
      await tel('zicht'),
      await tel('persoon'),
      await tel('handeling'),
      await tel('verwerkingslog'),
    ]).toEqual(voor);
    await t.database.beheer.query('drop trigger vol on houvast.termijn; drop function houvast.vol()');
    expect((await t.als('visser').post('/meldingen', meldingVoorbeeld())).statusCode).toBe(201);
  });
});

describe('a clock that is wrong', () => {
  it('lets no handover begin before the one it follows, however far this server runs behind', async () => {
    const { casusId } = (await t.als('visser').post('/meldingen', meldingVoorbeeld())).json();
    const eerder = new Date(t.klok.nu().getTime() - 3_600_000);
    await t.huis.deuren.act(
      { wie: t.wie('visser'), doel: 'overdragen' },
      'overdracht.aanbieden',
      { soort: 'casus', casusId },
      async (tx) => {
        await tx.overGrens(async () => {
          await draagZichtOver(
            { ...tx, nu: eerder },
            casusId,
            ORG.emmen,
            'proef met een klok die achterloopt',
          );
        });
      },
    );
    const { rows } = await t.database.beheer.query(
      'select organisatie_id, vanaf, tot from zicht where casus_id = $1 order by vanaf',
      [casusId],
    );
    expect(rows.map((r) => r.organisatie_id)).toEqual([ORG.vt, ORG.emmen]);
    expect(rows[0].tot).toEqual(rows[1].vanaf);
    expect(rows[1].vanaf.getTime()).toBeGreaterThan(rows[0].vanaf.getTime());
  });

  it('stands still when the machine steps back, and says so', () => {
    let echt = 1_000_000;
    const klok = klokVanaf(new Date('2026-11-23T08:00:00Z'), () => echt);
    const een = klok.nu();
    echt -= 60_000;
    expect(klok.nu().getTime()).toBeGreaterThanOrEqual(een.getTime());
    expect(klok.terugval()?.nuAchterMs).toBe(60_000);
  });
});

describe('a database that is away for a minute', () => {
  it('answers 503 with what to do, and works again without a restart', async () => {
    const map = await mkdtemp(join(tmpdir(), 'houvast-weg-'));
    const eerste = await startPostgres({ map, zeg: () => undefined, snel: true });
    const huis = await maakTestHuis(undefined, eerste.verbinding);
    try {
      expect((await huis.als('visser').post('/meldingen', meldingVoorbeeld())).statusCode).toBe(201);
      await eerste.stop();
      const weg = await huis.als('visser').post('/meldingen', meldingVoorbeeld());
      expect(weg.statusCode).toBe(503);
      expect(weg.headers['retry-after']).toBe('30');
      expect(weg.json().type).toBe('/problemen/database-weg');
      const tweede = await startPostgres({ map, zeg: () => undefined, snel: true });
      const terug = await huis.als('visser').post('/meldingen', meldingVoorbeeld());
      expect(terug.statusCode, terug.body).toBe(201);
      expect((await huis.database.beheer.query('select count(*) as n from houvast.melding')).rows[0].n).toBe(
        2,
      );
      await huis.app.close();
      await Promise.all([huis.database.app.end(), huis.database.beheer.end()]);
      await tweede.stop();
    } finally {
      await rm(map, { recursive: true, force: true });
    }
  });
});
