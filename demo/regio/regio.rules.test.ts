// SPDX-License-Identifier: EUPL-1.2
// The region as figures and as a whole: does it look like the published Drenthe, and does it obey the house's own rules?
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { BELEID } from '../../src/kern/toegang/toegangsregels.ts';
import { type Afweging, watNogNodigIs } from '../../src/keten/beoordeling/beoordeling.ts';
import { isTestBsn } from '../../src/keten/radar/bsn.ts';
import { minuutVanDag } from '../../src/platform/clock/dagen.ts';
import { TESTPERSONEN } from '../data/testpersonen.ts';
import { PERSONAS } from '../personas.ts';
import type { Rij, Tabel } from './boek.ts';
import { PARAMETERS } from './parameters.ts';
import { maakRegio, maakTabellen, type Regio } from './regio.ts';
import { DAG } from './tijd.ts';

const NU = new Date('2026-11-23T09:00:00Z');
const bsnSleutel = (bsn: string) => `sleutel:${bsn}`;

let regio: Regio;
let tabellen: ReadonlyMap<Tabel, readonly object[]>;
function lees<T extends Tabel>(tabel: T): Rij<T>[] {
  return [...(tabellen.get(tabel) ?? [])] as Rij<T>[];
}
/** Rows by a key. */
function per<R>(rijen: readonly R[], sleutel: (r: R) => string): Map<string, R[]> {
  const uit = new Map<string, R[]>();
  for (const r of rijen) uit.set(sleutel(r), [...(uit.get(sleutel(r)) ?? []), r]);
  return uit;
}
const deel = <R>(rijen: readonly R[], past: (r: R) => boolean) => rijen.filter(past).length / rijen.length;

beforeAll(() => {
  regio = maakRegio({ nu: NU, zaad: 1, bsnSleutel });
  tabellen = maakTabellen(regio);
});

/** Meldingen of the three years. */
const recent = () => lees('melding').filter((m) => m.ontvangen_op.getTime() >= regio.begin.getTime());

describe('the published figures (handbook 3.6)', () => {
  it('eerdere betrokkenheid as in the Netherlands 2023*, within two and a half points', () => {
    const soort = (begin: string) => deel(recent(), (m) => (m.betrokkenheid ?? '').startsWith(begin)) * 100;
    expect(soort('eerste melding')).toBeCloseTo(31.9, -0.7);
    expect(soort('hermelding')).toBeCloseTo(38.1, -0.7);
    expect(soort('vervolgmelding tijdens veiligheidsbeoordeling')).toBeCloseTo(13.3, -0.7);
    expect(soort('vervolgmelding na veiligheidsbeoordeling')).toBeCloseTo(10.1, -0.7);
    expect(soort('vervolgmelding tijdens monitoring')).toBeCloseTo(5.1, -0.7);
    expect(soort('niet ingedeeld')).toBeLessThan(2.5);
  });

  it('aard as in Drenthe 2023*: more than one may apply, adding up to about 128 in 100', () => {
    const alle = recent().flatMap((m) => m.aard ?? []);
    const n = recent().length;
    for (const [aard, verwacht] of Object.entries({
      kindermishandeling: 55.6,
      partnergeweld: 30.7,
      geweld_tegen_ouders: 6.6,
      ouderenmishandeling: 1.8,
      huiselijk_geweld_overig: 9.7,
      andere_problematiek: 23.6,
    })) {
      const gevonden = (alle.filter((a) => a === aard).length / n) * 100;
      expect(Math.abs(gevonden - verwacht), `${aard}: ${gevonden}`).toBeLessThan(3);
    }
    expect(alle.length / n).toBeCloseTo(2440 / 1905, 1);
  });

  it('melder as in Drenthe 2023*: 56 % police and justice', () => {
    const groep = (g: string) => deel(recent(), (m) => m.melder_groep === g) * 100;
    for (const [g, verwacht] of Object.entries({
      justitie_veiligheid: 55.6,
      niet_beroepsmatig: 10.2,
      gezondheidszorg: 14.7,
      ggz: 2.1,
      onderwijs: 4.2,
      jeugdzorg: 2.1,
    })) {
      expect(Math.abs(groep(g) - verwacht), `${g}: ${groep(g)}`).toBeLessThan(2);
    }
  });

  it('Assen and Midden-Drenthe have their share, and all twelve municipalities take part', () => {
    const gemeente = (code: string) => deel(recent(), (m) => m.gemeentecode === code) * 100;
    expect(Math.abs(gemeente('0106') - (270 / 1905) * 100)).toBeLessThan(2.5);
    expect(Math.abs(gemeente('1731') - (105 / 1905) * 100)).toBeLessThan(2.5);
    expect(new Set(recent().map((m) => m.gemeentecode)).size).toBe(12);
  });

  it('some 1,900 meldingen a year, about 1.27 to a casus in a year, 14 in 100 to an own dienst', () => {
    expect(recent().length / 3).toBeGreaterThan(1800);
    expect(recent().length / 3).toBeLessThan(2000);
    const jaar = recent().filter((m) => m.ontvangen_op.getTime() > NU.getTime() - 365 * DAG);
    const perCasus = jaar.length / new Set(jaar.map((m) => m.casus_id)).size;
    expect(Math.abs(perCasus - 1.27)).toBeLessThan(0.1);
    const diensten = per(lees('beoordeling'), (b) => b.casus_id);
    const met = [...diensten.values()].filter((bs) =>
      bs.some((b) => b.besluit === 'onderzoek' || b.besluit === 'voorwaarden_en_vervolg'),
    ).length;
    expect(Math.abs(met / lees('melding').length - 270 / 1905)).toBeLessThan(0.025);
  });

  it('some families come back again and again', () => {
    const aantallen = [...per(lees('casus_persoon'), (c) => c.vermelding_id)].length;
    expect(aantallen).toBe(lees('vermelding').length);
    const koppeling = per(
      lees('koppeling').filter((k) => k.tot == null),
      (k) => k.persoon_id,
    );
    const casusVan = new Map(lees('casus_persoon').map((c) => [c.vermelding_id, c.casus_id]));
    const perPersoon = [...koppeling.values()].map(
      (ks) => new Set(ks.map((k) => casusVan.get(k.vermelding_id))).size,
    );
    expect(Math.max(...perPersoon)).toBeGreaterThanOrEqual(8);
  });

  it('every parameter says where it comes from', () => {
    for (const [naam, p] of Object.entries(PARAMETERS)) {
      expect(p.bron.length, naam).toBeGreaterThan(0);
      expect(p.uitleg.length, naam).toBeGreaterThan(10);
    }
  });
});

describe('nobody real', () => {
  it('a BSN is always an official test person, in the test range, passing the elfproef', () => {
    const test = new Set(TESTPERSONEN.map((p) => p.bsn));
    const gebruikt = new Set(lees('vermelding').flatMap((v) => (v.bsn ? [v.bsn] : [])));
    expect(gebruikt.size).toBeGreaterThan(30);
    for (const bsn of gebruikt) {
      expect(test.has(bsn)).toBe(true);
      expect(isTestBsn(bsn)).toBe(true);
    }
    expect(deel(lees('vermelding'), (v) => v.bsn != null)).toBeLessThan(0.02);
  });

  it('no address, number or mail address can be anyone’s', () => {
    for (const v of lees('vermelding')) {
      if (v.postcode) expect(v.postcode).toMatch(/^\d{4}S[ADS]$/);
      for (const t of v.telefoon ?? []) expect(t).toMatch(/^0600\d{6}$/);
      for (const e of v.email ?? []) expect(e).toMatch(/@voorbeeld\.example$/);
    }
    for (const m of lees('melder')) if (m.telefoon) expect(m.telefoon).toMatch(/^0600\d{6}$|^\d{4} 00 /);
    for (const o of lees('organisatie')) expect(o.contact).toMatch(/^0592 00 \d\d 00$/);
  });

  it('the region says that it is fictitious, and so does every police report', () => {
    expect(lees('regio')[0]).toMatchObject({ fictief: true, naam: 'Drenthe (fictief)' });
    for (const b of lees('jzv_bericht')) expect(b.registratienummer).toMatch(/^FICTIEF-\d{4}-\d{6}$/);
  });
});

describe('the same seed', () => {
  const som = (zaad: number) => {
    const r = maakRegio({ nu: NU, zaad, meldingen: 400, bsnSleutel });
    const hash = createHash('sha256');
    for (const [tabel, rijen] of maakTabellen(r)) hash.update(tabel).update(JSON.stringify(rijen));
    return hash.digest('hex');
  };

  it('and the same moment give the same region, to the last letter; another seed another', () => {
    expect(som(7)).toBe(som(7));
    expect(som(7)).not.toBe(som(8));
  });
});

describe('the rules of the house', () => {
  it('P1: every casus is held at every moment that it is open, by exactly one', () => {
    const zicht = per(lees('zicht'), (z) => z.casus_id);
    const periodes = per(lees('casus_periode'), (p) => p.casus_id);
    const tijd = (d: Date | null | undefined) => d?.getTime() ?? Number.POSITIVE_INFINITY;
    let heropend = 0;
    for (const c of lees('casus')) {
      const z = (zicht.get(c.id) ?? []).sort((a, b) => a.vanaf.getTime() - b.vanaf.getTime());
      const p = (periodes.get(c.id) ?? []).sort((a, b) => a.vanaf.getTime() - b.vanaf.getTime());
      if (p.length > 1) heropend += 1;
      const gedekt: [number, number][] = [];
      for (const { vanaf, tot } of z) {
        expect(tijd(tot)).toBeGreaterThan(vanaf.getTime());
        const vorige = gedekt.at(-1);
        if (vorige?.[1] === vanaf.getTime()) vorige[1] = tijd(tot);
        else gedekt.push([vanaf.getTime(), tijd(tot)]);
      }
      expect(gedekt).toEqual(p.map((x) => [x.vanaf.getTime(), tijd(x.tot)]));
      expect(z.filter((x) => x.tot == null).length).toBe(c.status === 'open' ? 1 : 0);
    }
    expect(heropend).toBeGreaterThan(5);
  });

  it('nothing has happened after now; only what waits lies ahead', () => {
    const mag = new Set(['termijn.waarschuwt_op', 'termijn.vervalt_op', 'monitormoment.gepland_op']);
    for (const [tabel, rijen] of tabellen) {
      for (const rij of rijen) {
        for (const [veld, waarde] of Object.entries(rij)) {
          if (!(waarde instanceof Date) || mag.has(`${tabel}.${veld}`)) continue;
          if (waarde.getTime() > NU.getTime())
            expect(`${tabel}.${veld}: ${waarde.toISOString()}`).toBe('not after now');
        }
      }
    }
  });

  it('whoever looks whether a voorwaarde is kept does so by day, also in a region that is loaded at night', () => {
    const nacht = maakRegio({ nu: new Date('2026-11-23T01:15:00Z'), zaad: 1, bsnSleutel, meldingen: 400 });
    const gekeken = (maakTabellen(nacht).get('voorwaarde_controle') ?? []) as Rij<'voorwaarde_controle'>[];
    expect(gekeken.length).toBeGreaterThan(20);
    for (const c of gekeken) {
      const uur = minuutVanDag(c.op) / 60;
      expect(uur >= 8 && uur <= 18, c.op.toISOString()).toBe(true);
    }
  });

  it('P3: every act was one that this function may do, with that purpose', () => {
    const mensen = new Map(lees('medewerker').map((m) => [m.id, m.functie]));
    const soorten = new Set<string>();
    for (const h of lees('handeling')) {
      if (!h.medewerker_id) continue;
      const functie = mensen.get(h.medewerker_id) ?? '';
      const sleutel = `${h.soort} ${functie} ${h.doel}`;
      if (soorten.has(sleutel)) continue;
      soorten.add(sleutel);
      const mag = BELEID.regels.some(
        (r) => r.handelingen.includes(h.soort) && r.functies.includes(functie) && r.doelen.includes(h.doel),
      );
      expect(mag, sleutel).toBe(true);
    }
    expect(soorten.size).toBeGreaterThan(20);
  });

  it('P4: a melder who must stay hidden, and a secret address, go along with no overdracht', () => {
    const verborgen = per(
      lees('melder').filter((m) => m.bekend !== 'open'),
      (m) => m.melding_id,
    );
    const melding = per(lees('melding'), (m) => m.casus_id);
    const vermelding = new Map(lees('vermelding').map((v) => [v.id, v]));
    const geheim = per(lees('casus_persoon'), (c) => c.casus_id);
    let gekeken = 0;
    const aangeboden = new Map(lees('overdracht').map((o) => [o.id, o.aangeboden_op]));
    for (const o of lees('overdracht_inhoud')) {
      const op = aangeboden.get(o.overdracht_id);
      if (!op) throw new Error(`geen overdracht ${o.overdracht_id}`);
      const tekst = JSON.stringify([o.gegevens, o.bericht]);
      for (const m of melding.get(o.casus_id) ?? []) {
        for (const { telefoon } of verborgen.get(m.id) ?? []) {
          if (telefoon) expect(tekst).not.toContain(telefoon);
        }
      }
      for (const c of geheim.get(o.casus_id) ?? []) {
        const v = vermelding.get(c.vermelding_id);
        if (!v?.geheim_adres || !v.postcode || c.vanaf > op) continue;
        gekeken += 1;
        expect(tekst).not.toContain(v.postcode);
      }
    }
    expect(gekeken).toBeGreaterThan(20);
  });

  it('two people sign, on at least one fact, and nothing that the form asks is missing', () => {
    const uitspraken = per(lees('uitspraak'), (u) => u.casus_id);
    for (const b of lees('beoordeling')) {
      if (b.status === 'open') continue;
      if (b.status === 'vastgesteld') expect(b.tweede_id).not.toBe(b.beoordelaar_id);
      const gronden = (uitspraken.get(b.casus_id) ?? []).map((u) => ({
        id: u.id,
        soort: u.soort,
        bron: u.bron,
        verbeterd: false,
      }));
      const a: Afweging = {
        acuut: b.acuut ?? null,
        acuutArgument: b.acuut_argument ?? null,
        structureel: b.structureel ?? null,
        structureelArgument: b.structureel_argument ?? null,
        multiprobleem: b.multiprobleem ?? null,
        multiprobleemArgument: b.multiprobleem_argument ?? null,
        uitspraakIds: b.uitspraak_ids ?? [],
        besluit: b.besluit ?? null,
        besluitReden: b.besluit_reden ?? null,
        vervolgSoort: b.vervolg_soort ?? null,
        aard: null,
        gemeentecode: null,
      };
      const nodig = watNogNodigIs(a, gronden);
      if (nodig.length > 0) expect(nodig).toEqual([]);
    }
  });

  it('no besluit gives a reason that contradicts what was found about acute danger', () => {
    const geen =
      /niet acuut|geen (?:acuut |direct )?gevaar|geen letsel|geen dreiging|geen (?:aanwijzing voor )?geweld|niet over huiselijk geweld/i;
    const wel =
      /(?<!(?:niet|geen) )\bacu(?:ut|te) gevaar|direct gevaar|er is (?:letsel|gedreigd)|kan vanavond weer/i;
    const gezien = { ja: 0, nee: 0 };
    for (const b of lees('beoordeling')) {
      const tekst = [b.acuut_argument, b.besluit_reden].filter(Boolean).join(' ');
      if (b.acuut === 'ja') expect(tekst, b.id).not.toMatch(geen);
      if (b.acuut === 'nee') expect(tekst, b.id).not.toMatch(wel);
      if (b.acuut === 'onbekend') expect(b.besluit_reden ?? '', b.id).not.toMatch(geen);
      if (b.acuut === 'ja' && wel.test(tekst)) gezien.ja++;
      if (b.acuut === 'nee' && geen.test(tekst)) gezien.nee++;
    }
    // the words that it looks for do stand there
    expect(gezien.ja).toBeGreaterThan(10);
    expect(gezien.nee).toBeGreaterThan(10);
  });

  it('a term that passed was seen to pass; one that is done has an end', () => {
    for (const t of lees('termijn')) {
      const einde = Math.min(NU.getTime(), t.afgerond_op?.getTime() ?? Number.POSITIVE_INFINITY);
      const verliep = (t.vervalt_op?.getTime() ?? Number.POSITIVE_INFINITY) <= einde;
      if ((t.verstreken_op != null) !== verliep) expect(t).toEqual('seen when it passed');
      if (t.afgerond_op && t.afgerond_op < t.begint_op) expect(t).toEqual('done after it began');
    }
  });

  it('how it is was asked from the day on that a moment asks attention', () => {
    const van = new Map(lees('termijn').map((t) => [t.onderwerp_id, t]));
    const gedaan = lees('monitormoment').filter((m) => m.uitgevoerd_op);
    expect(gedaan.length).toBeGreaterThan(50);
    for (const m of gedaan) {
      const vanaf = van.get(m.id)?.waarschuwt_op;
      if (!vanaf || !m.uitgevoerd_op || m.uitgevoerd_op < vanaf) expect(m).toEqual('asked from its day on');
    }
  });

  it('phases go one step at a time, or back to the first', () => {
    for (const [casus, wissels] of per(lees('fasewissel'), (f) => f.casus_id)) {
      let fase: number | null = null;
      for (const w of wissels) {
        expect(w.van ?? null, casus).toBe(fase);
        if (w.terugval) expect(w.naar).toBe(1);
        else expect(w.naar).toBe((fase ?? 0) + 1);
        fase = w.naar;
      }
    }
  });

  it('police reports are messages that the standard accepts', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../src/keten/melding/jzv-meldingen-1.0.schema.json', import.meta.url), 'utf8'),
    ) as { definitions: { Melding: object } };
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const keurt = ajv.compile(schema.definitions.Melding);
    for (const b of lees('jzv_bericht')) {
      if (!keurt(b.inhoud)) expect(keurt.errors).toEqual([]);
    }
    expect(lees('jzv_bericht').length).toBeGreaterThan(3000);
  });

  it('a question of the radar is about somebody else than the mention is linked to', () => {
    const nu = new Map(
      lees('koppeling')
        .filter((k) => k.tot == null)
        .map((k) => [k.vermelding_id, k.persoon_id]),
    );
    const vragen = lees('radar_kandidaat').filter((k) => k.oordeel === 'vraag');
    expect(vragen.length).toBeGreaterThan(3);
    for (const k of vragen) expect(nu.get(k.vermelding_id)).not.toBe(k.persoon_id);
    for (const k of lees('radar_kandidaat').filter((x) => x.oordeel !== 'vraag')) {
      expect(nu.get(k.vermelding_id)).toBe(k.persoon_id);
    }
  });
});

describe('today', () => {
  const open = () => lees('termijn').filter((t) => t.afgerond_op == null);

  it('about forty meldingen wait to be assessed, some late, a few acute', () => {
    const wacht = lees('melding').filter((m) => m.status !== 'beoordeeld');
    expect(wacht.length).toBeGreaterThan(30);
    expect(wacht.length).toBeLessThan(75);
    expect(wacht.filter((m) => m.acuut).length).toBeGreaterThanOrEqual(2);
    const laat = open().filter((t) => t.soort === 'beoordeling' && t.verstreken_op);
    expect(laat.length).toBeGreaterThanOrEqual(3);
    expect(laat.length).toBeLessThan(wacht.length / 2);
  });

  it('between 120 and 280 casussen are open, at Veilig Thuis and at every local team of some size', () => {
    const houders = per(
      lees('zicht').filter((z) => z.tot == null),
      (z) => z.organisatie_id,
    );
    const totaal = lees('casus').filter((c) => c.status === 'open').length;
    expect(totaal).toBeGreaterThan(120);
    expect(totaal).toBeLessThan(280);
    expect(houders.size).toBeGreaterThan(8);
  });

  it('whoever logs in finds work', () => {
    const mensen = new Map(lees('medewerker').map((m) => [m.id, m]));
    for (const p of PERSONAS) {
      const m = mensen.get(p.sub);
      expect(m?.naam, p.id).toBe(p.naam);
      if (!m) continue;
      const eigen = open().filter((t) => t.eigenaar_medewerker_id === m.id).length;
      const vanTeam = open().filter(
        (t) => t.eigenaar_organisatie_id === m.organisatie_id && !t.eigenaar_medewerker_id,
      ).length;
      const gemeld = lees('melding').filter((x) => x.melder_organisatie_id === m.organisatie_id).length;
      if (m.functie === 'lokaal_teamleider') expect(vanTeam, p.id).toBeGreaterThanOrEqual(3);
      else if (m.functie === 'professional' || m.functie === 'politie')
        expect(gemeld, p.id).toBeGreaterThanOrEqual(5);
      else if (m.functie !== 'beleid' && m.functie !== 'privacyfunctionaris')
        expect(eigen, p.id).toBeGreaterThanOrEqual(1);
    }
  });
});
