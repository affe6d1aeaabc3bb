// SPDX-License-Identifier: EUPL-1.2
// The labelled Dutch set: households of the fictitious region, each person mentioned a few times over three years with the errors of
// fouten.ts, and the truth beside it; and how well the radar's frozen model does on it, per kind of error.
import type { Radarmaat } from '../../src/keten/radar/cijfersvorm.ts';
import { koppel } from '../../src/keten/radar/koppeling.ts';
import { alsFrequenties, kandidaatParen, telNamen } from '../../src/keten/radar/leren.ts';
import { MODEL } from '../../src/keten/radar/model.ts';
import type { Model } from '../../src/keten/radar/modelvorm.ts';
import { oordeelNaam } from '../../src/keten/radar/oordeel.ts';
import { lambdaVoorRegister, scoor } from '../../src/keten/radar/score.ts';
import { bereidVoor, type Vermelding } from '../../src/keten/radar/vermelding.ts';
import { FOUTEN, type Foutsoort, noemMetFouten } from './fouten.ts';
import { Bevolking, type Gezin, type Mens, woont } from './mensen.ts';
import { PARAMETERS as P } from './parameters.ts';
import { Plattegrond } from './plattegrond.ts';
import { naarRadar } from './register.ts';
import { DAG } from './tijd.ts';
import { Toeval } from './toeval.ts';

export interface Genoemde {
  readonly vermelding: Vermelding;
  readonly mens: Mens;
  readonly gezin: Gezin;
  readonly fouten: readonly Foutsoort[];
}

/** Three years in which a household is mentioned. */
const BEGIN = Date.UTC(2023, 10, 23);
const JAREN = 3;

/** Makes the set; the same seed gives the same set. */
export function maakRadarset(gezinnen: number, zaad: string): Genoemde[] {
  const t = new Toeval(zaad);
  const kaart = new Plattegrond(t.tak('kaart'));
  const bevolking = new Bevolking(t.tak('bevolking'), kaart);
  const noemen = t.tak('noemen');
  const nummers = new Map<Mens, string>();
  const uit: Genoemde[] = [];
  for (let g = 0; g < gezinnen; g++) {
    const gezin = bevolking.nieuwGezin(noemen.verdeel(P.aardCombinaties.waarde), BEGIN);
    const eerste = new Map<Mens, string>();
    const keren = noemen.heel(1, 4);
    for (let k = 0; k < keren; k++) {
      const op = BEGIN + (k + noemen.deel()) * ((JAREN * 365 * DAG) / keren);
      for (const { mens } of gezin.leden) {
        if (!noemen.kans(0.75)) continue;
        const hier = woont(gezin, mens, op).adres.postcode;
        const was = eerste.get(mens) ?? hier;
        eerste.set(mens, was);
        const m = noemMetFouten(mens, gezin, op, was !== hier, noemen);
        const nummer = m.bsnVan && (nummers.get(m.bsnVan) ?? `proef${nummers.size}`);
        if (m.bsnVan && nummer) nummers.set(m.bsnVan, nummer);
        uit.push({ vermelding: naarRadar(`v${uit.length}`, m.zoals, nummer), mens, gezin, fouten: m.fouten });
      }
    }
  }
  return uit;
}

type Verwant = 'tweeling' | 'naamgenoot' | 'gezin' | 'vreemd';

/** What two different people of the set are of each other. */
function verwantschap(a: Genoemde, b: Genoemde): Verwant {
  if (a.gezin !== b.gezin) return 'vreemd';
  const [x, y] = [a.mens, b.mens];
  if (x.jaar === y.jaar && x.maand === y.maand && x.dag === y.dag) return 'tweeling';
  return x.voornamen === y.voornamen && x.achternaam === y.achternaam ? 'naamgenoot' : 'gezin';
}

const BANDGRENZEN = [0, 0.01, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99, 0.999, 1.0000001];

/**
 * Weighs every candidate pair of the set and holds it against the truth.
 * @param model the frozen one of the radar, unless something is compared with it
 */
export function meetRadar(set: readonly Genoemde[], model: Model = MODEL): Radarmaat {
  const alle = set.map((g) => bereidVoor(g.vermelding));
  const opties = { lambda: lambdaVoorRegister(alle.length), frequenties: alsFrequenties(telNamen(alle)) };
  const per = new Map<Foutsoort, { goed: number; gevonden: number; waar: number }>(
    FOUTEN.map((f) => [f, { goed: 0, gevonden: 0, waar: 0 }]),
  );
  const soorten = (a: Genoemde, b: Genoemde) => new Set([...a.fouten, ...b.fouten]);
  const bij = (a: Genoemde, b: Genoemde, wat: 'goed' | 'gevonden' | 'waar') => {
    for (const f of soorten(a, b)) {
      const telling = per.get(f);
      if (telling) telling[wat]++;
    }
  };
  let waar = 0;
  const perMens = new Map<Mens, Genoemde[]>();
  for (const g of set) {
    const eerder = perMens.get(g.mens) ?? [];
    for (const e of eerder) bij(e, g, 'waar');
    waar += eerder.length;
    perMens.set(g.mens, [...eerder, g]);
  }
  const gewogen = { tweeling: 0, naamgenoot: 0 };
  const zelf = { zelfde: 0, tweeling: 0, naamgenoot: 0, gezin: 0, vreemd: 0 };
  const banden = BANDGRENZEN.slice(0, -1).map((van, i) => ({
    van,
    tot: Math.min(1, BANDGRENZEN[i + 1] ?? 1),
    paren: 0,
    gemiddeld: 0,
    waar: 0,
  }));
  let [goed, gevonden, bekeken, kandidaten] = [0, 0, 0, 0];
  for (const k of koppel(alle, model, opties, kandidaatParen(alle))) {
    const [a, b, va, vb] = [set[k.a], set[k.b], alle[k.a], alle[k.b]];
    if (!a || !b || !va || !vb) continue;
    const een = a.mens === b.mens;
    kandidaten++;
    if (een) bekeken++;
    const wat = een ? 'zelfde' : verwantschap(a, b);
    if (wat === 'tweeling' || wat === 'naamgenoot') gewogen[wat]++;
    const band = banden.findLast((x) => k.kans >= x.van);
    if (band) {
      band.paren++;
      band.gemiddeld += k.kans;
      if (een) band.waar++;
    }
    if (k.kans < 0.5) continue;
    gevonden++;
    bij(a, b, 'gevonden');
    if (een) {
      goed++;
      bij(a, b, 'goed');
    }
    if (oordeelNaam(scoor(va, vb, model, opties)) === 'zelfde') zelf[wat]++;
  }
  let ijkfout = 0;
  for (const band of banden) {
    if (band.paren === 0) continue;
    ijkfout += Math.abs(band.waar - band.gemiddeld) / kandidaten;
    band.waar /= band.paren;
    band.gemiddeld /= band.paren;
  }
  const deel = (x: number, van: number) => (van === 0 ? 1 : x / van);
  return {
    vermeldingen: set.length,
    mensen: perMens.size,
    paren: waar,
    alles: { precisie: deel(goed, gevonden), recall: deel(goed, waar), paren: waar },
    perFout: Object.fromEntries(
      [...per].map(([f, x]) => [
        f,
        { precisie: deel(x.goed, x.gevonden), recall: deel(x.goed, x.waar), paren: x.waar },
      ]),
    ),
    zelfGekoppeld: zelf,
    gewogen,
    nooitBekeken: waar - bekeken,
    banden,
    ijkfout,
  };
}

/** The measure as lines to read. */
export function zegMaat(m: Radarmaat): string {
  const p = (x: number) => x.toFixed(4);
  const z = m.zelfGekoppeld;
  return [
    `${m.vermeldingen} vermeldingen van ${m.mensen} mensen, ${m.paren} ware paren (${m.nooitBekeken} nooit bekeken)`,
    `alles: precisie ${p(m.alles.precisie)} recall ${p(m.alles.recall)}; ijkfout ${p(m.ijkfout)}`,
    `zonder vraag gekoppeld: zelfde ${z.zelfde}, tweeling ${z.tweeling} van ${m.gewogen.tweeling}, naamgenoot ${z.naamgenoot} van ${m.gewogen.naamgenoot}, gezin ${z.gezin}, vreemd ${z.vreemd}`,
    ...Object.entries(m.perFout)
      .sort(([, a], [, b]) => a.recall - b.recall)
      .map(
        ([f, d]) => `  ${f.padEnd(24)} precisie ${p(d.precisie)} recall ${p(d.recall)} (${d.paren} paren)`,
      ),
  ].join('\n');
}
