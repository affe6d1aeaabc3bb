// SPDX-License-Identifier: EUPL-1.2
// Each story ends where it says that it ends, whatever the day and hour on which the demo is opened.
import { beforeAll, describe, expect, it } from 'vitest';
import { TESTPERSONEN } from '../data/testpersonen.ts';
import { Boek, type Rij, type Tabel } from '../regio/boek.ts';
import type { CasusBoek } from '../regio/casusboek.ts';
import { maakWerkveld, type Werkveld } from '../regio/organisaties.ts';
import { Register } from '../regio/register.ts';
import { DAG, UUR } from '../regio/tijd.ts';
import { Toeval } from '../regio/toeval.ts';
import { VERHALEN } from './index.ts';
import { momentenVan, momentVan, speelVerhaal } from './verhaal.ts';

const MOMENTEN = [
  new Date('2026-11-23T09:00:00Z'),
  new Date('2026-11-23T06:10:00Z'),
  new Date('2026-11-28T13:30:00Z'),
  new Date('2026-12-26T01:20:00Z'),
  new Date('2027-03-28T00:30:00Z'),
  new Date('2027-07-01T21:45:00Z'),
];

interface Gespeeld {
  veld: Werkveld;
  casussen: Map<string, CasusBoek[]>;
  rijen: ReadonlyMap<Tabel, readonly object[]>;
}

function speel(nu: Date): Gespeeld {
  const boek = new Boek(nu, new Toeval('verhalen'));
  const veld = maakWerkveld(boek);
  const g = { boek, veld, register: new Register(boek, (bsn) => `sleutel:${bsn}`) };
  const momenten = VERHALEN.map((v) => momentenVan(v, nu));
  boek.reserveer(
    'casus',
    momenten.flatMap((m) => m.casussen),
  );
  boek.reserveer(
    'melding',
    momenten.flatMap((m) => m.meldingen),
  );
  const casussen = new Map(VERHALEN.map((v) => [v.id, speelVerhaal(v, g)]));
  return { veld, casussen, rijen: boek.neem() };
}

it.each(MOMENTEN)('on %s everything happened in the order in which it is told', (nu) => {
  for (const v of VERHALEN) {
    for (const casus of v.casussen) {
      const tijden = casus.map((g) => momentVan(g.op, nu).getTime());
      expect(
        [...tijden].sort((a, b) => a - b),
        v.id,
      ).toEqual(tijden);
      expect(Math.max(...tijden)).toBeLessThanOrEqual(nu.getTime());
    }
  }
});

it('every story has official test persons, each in one story, and says who they are', () => {
  const bekend = new Map(TESTPERSONEN.map((p) => [p.bsn, p]));
  const gezien = new Set<string>();
  for (const v of VERHALEN) {
    for (const p of Object.values(v.personen)) {
      expect(bekend.get(p.bsn)?.gezin, p.bsn).toBe(v.id);
      expect(gezien.has(p.bsn)).toBe(false);
      gezien.add(p.bsn);
    }
  }
  expect(VERHALEN.length).toBe(8);
});

describe.each(MOMENTEN)('on %s', (nu) => {
  let w: Gespeeld;
  beforeAll(() => {
    w = speel(nu);
  });
  const lees = <T extends Tabel>(tabel: T) => [...(w.rijen.get(tabel) ?? [])] as Rij<T>[];
  const laatste = (id: string) => {
    const casus = w.casussen.get(id)?.at(-1);
    if (!casus) throw new Error(`geen casus in ${id}`);
    return casus;
  };
  const openTermijnen = (id: string) =>
    lees('termijn').filter((t) => t.casus_id === laatste(id).id && t.afgerond_op == null);

  it('1 is acute, not looked at, and its 24 hours run', () => {
    const c = laatste('1-acuut');
    expect(c.rij).toMatchObject({ status: 'open', acuut: true, fase: null });
    const spoed = openTermijnen('1-acuut').find((t) => t.soort === 'spoed_24u');
    expect((spoed?.vervalt_op?.getTime() ?? 0) - nu.getTime()).toBeLessThanOrEqual(22.5 * UUR);
    expect(c.meldingen[0]?.rij.status).toBe('ontvangen');
  });

  it('2 must be assessed before the next working day is over, and is not late', () => {
    const t = openTermijnen('2-bijna-te-laat').find((x) => x.soort === 'beoordeling');
    const rest = (t?.vervalt_op?.getTime() ?? 0) - nu.getTime();
    expect(rest).toBeGreaterThan(0);
    expect(rest).toBeLessThan(5 * DAG);
    expect(laatste('2-bijna-te-laat').meldingen[0]?.beoordeling.status).toBe('open');
  });

  it('3 asks the gedragswetenschapper to look', () => {
    const t = openTermijnen('3-tweede-paar-ogen').find((x) => x.soort === 'tweede_paar_ogen');
    expect(t?.eigenaar_medewerker_id).toBe(w.veld.getPersona('vt-gedragswetenschapper').id);
    expect(laatste('3-tweede-paar-ogen').meldingen[0]?.beoordeling.status).toBe('voorgelegd');
  });

  it('4 is offered to Emmen, and Veilig Thuis still holds zicht', () => {
    const c = laatste('4-overdracht');
    expect(lees('overdracht').find((x) => x.casus_id === c.id)).toMatchObject({
      status: 'aangeboden',
      naar_organisatie_id: w.veld.getTeam('0114').id,
    });
    expect(c.houder).toBe(w.veld.vt);
    const tekst = JSON.stringify(lees('overdracht_inhoud').find((x) => x.casus_id === c.id)?.gegevens);
    expect(tekst).not.toContain('Wijnholds');
    expect(tekst).not.toContain('Door de muur');
    expect(tekst).toContain('Django');
  });

  it('5 is in phase 2, its figures lie far apart, and the secret address is on no offer', () => {
    const c = laatste('5-plan');
    expect(c.rij.fase).toBe(2);
    expect(c.regisseur?.id).toBe(w.veld.getPersona('regisseur-assen').id);
    const cijfers = lees('veiligheidscijfer').filter((x) => x.casus_id === c.id);
    const laatsteRonde = Math.max(...cijfers.map((x) => x.op.getTime()));
    const nuCijfers = cijfers.filter((x) => x.op.getTime() === laatsteRonde).map((x) => x.cijfer);
    expect(Math.max(...nuCijfers) - Math.min(...nuCijfers)).toBeGreaterThanOrEqual(5);
    const o = lees('overdracht_inhoud').find((x) => x.casus_id === c.id);
    expect(JSON.stringify(o?.gegevens)).not.toContain('Vuurjufferdreef');
  });

  it('6 fell back from phase 3 to phase 1', () => {
    const c = laatste('6-terugval');
    expect(c.rij.fase).toBe(1);
    expect(
      lees('fasewissel')
        .filter((f) => f.casus_id === c.id)
        .at(-1),
    ).toMatchObject({ van: 3, naar: 1, terugval: true });
    expect(c.meldingen.at(-1)?.rij.betrokkenheid).toBe('vervolgmelding tijdens monitoring');
    expect(
      openTermijnen('6-terugval').some(
        (t) => t.eigenaar_medewerker_id === w.veld.getPersona('regisseur-emmen').id,
      ),
    ).toBe(true);
  });

  it('7 was not asked how it is, though the day has passed', () => {
    const t = openTermijnen('7-monitoring').find((x) => x.soort === 'monitor_3_maanden');
    expect(t?.verstreken_op).not.toBeNull();
    expect(t?.eigenaar_organisatie_id).toBe(w.veld.vt.id);
  });

  it('8 is a hermelding, and the radar asks whether Piet is the father or the son', () => {
    const [oud, nieuw] = w.casussen.get('8-hermelding') ?? [];
    expect(oud?.rij.status).toBe('gesloten');
    const m = nieuw?.meldingen[0];
    expect(m?.rij.betrokkenheid).toMatch(/^hermelding/);
    const vragen = lees('radar_kandidaat').filter((k) => k.melding_id === m?.rij.id && k.oordeel === 'vraag');
    expect(new Set(vragen.map((k) => k.persoon_id)).size).toBe(2);
    expect(openTermijnen('8-hermelding').some((t) => t.soort === 'radar_vraag')).toBe(true);
  });
});
