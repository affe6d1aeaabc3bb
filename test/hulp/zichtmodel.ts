// SPDX-License-Identifier: EUPL-1.2
// What should happen to zicht, in as few words as possible: a model of casussen and organisations without a database, a clock or
// a row. The test plays the same moves on the model and on the house, and they must agree (P1, P2).

export interface Partij {
  soort: 'veilig_thuis' | 'lokaal_team' | 'opvang';
  /** Index of who followed; null as long as it is open. */
  opvolger: number | null;
  /** The moment at which it closed. */
  geslotenIn?: number;
}

export interface Casus {
  gezin: number;
  /** The moment at which it was opened, as `Model.moment` had it. */
  geopend: number;
  houder: number | null;
  /** Everyone who held it, in order; null: closed for a while. */
  verloop: (number | null)[];
  aanbod: { van: number; naar: number; moment: number } | null;
  /** How often it was ever offered. */
  aangeboden: number;
  opgegaanIn: string | null;
  /** The meldingen that are in it now, by the label of the casus that each opened. */
  meldingen: string[];
}

export interface Samenvoeging {
  bron: string;
  doel: string;
  wie: number;
  ongedaan: boolean;
  meldingen: string[];
  /** The holder at which the target opened again; null when it was open. */
  heropendBij: number | null;
  /** How often the target had been offered then. */
  aangeboden: number;
  moment: number;
}

export interface Model {
  /** Goes up before every move; what happens at once shares it. */
  moment: number;
  partijen: Partij[];
  casussen: Record<string, Casus>;
  /** Which Veilig Thuis received a melding. */
  ontvanger: Record<string, number>;
  /** In order. */
  samenvoegingen: Record<string, Samenvoeging>;
}

/** A move with everything chosen. `wie` and the like are indexes of `partijen`; casussen go by label. */
export type Zet =
  | { soort: 'melding'; label: string; gezin: number }
  | { soort: 'aanbieden'; casus: string; wie: number; naar: number }
  | { soort: 'aanvaarden' | 'weigeren' | 'intrekken'; casus: string; wie: number }
  | { soort: 'stilte' }
  | { soort: 'afsluiten'; casus: string; wie: number }
  | { soort: 'samenvoegen'; label: string; bron: string; doel: string; wie: number }
  | { soort: 'terugdraaien'; samenvoeging: string; wie: number }
  | { soort: 'sluiten'; partij: number; opvolger: number };

/** One thing that may happen: it is done or refused, and this is how things are then. */
export interface Gang {
  gedaan: boolean;
  model: Model;
}

export function nieuwModel(partijen: Partij[]): Model {
  return { moment: 0, partijen, casussen: {}, ontvanger: {}, samenvoegingen: {} };
}

export const isOpen = (m: Model, partij: number): boolean => m.partijen[partij]?.opvolger === null;

/** The Veilig Thuis that takes new meldingen: the first that is open. */
export function vtVan(m: Model): number {
  return m.partijen.findIndex((p) => p.soort === 'veilig_thuis' && p.opvolger === null);
}

const isVt = (m: Model, partij: number) => m.partijen[partij]?.soort === 'veilig_thuis';

/** Whoever followed, and followed that one. */
function erfgenaam(m: Model, partij: number): number {
  const opvolger = m.partijen[partij]?.opvolger ?? null;
  return opvolger === null ? partij : erfgenaam(m, opvolger);
}

function geefZicht(c: Casus, houder: number | null): void {
  c.houder = houder;
  c.verloop.push(houder);
}

/**
 * What may happen at a move: one thing, or two where the answer does not follow from what this model knows (a Veilig Thuis that
 * followed another does not see all that the other received).
 */
export function voorspel(m: Model, z: Zet): Gang[] {
  const mag = bezwaar(m, z);
  const gangen: Gang[] = [];
  if (mag !== 'ja') gangen.push({ gedaan: false, model: m });
  if (mag !== 'nee') {
    const model = structuredClone(m);
    doe(model, z);
    gangen.push({ gedaan: true, model });
  }
  return gangen;
}

type Oordeel = 'ja' | 'nee' | 'kan';

function bezwaar(m: Model, z: Zet): Oordeel {
  switch (z.soort) {
    case 'melding':
    case 'stilte':
      return 'ja';
    case 'aanbieden': {
      const c = m.casussen[z.casus];
      if (!c || c.houder !== z.wie || z.naar === z.wie || !isOpen(m, z.naar) || c.aanbod) return 'nee';
      // Veilig Thuis sends its beoordeling along: it must be able to see one of each melding
      return !isVt(m, z.wie) || c.meldingen.every((x) => m.ontvanger[x] === z.wie) ? 'ja' : 'kan';
    }
    case 'aanvaarden':
    case 'weigeren':
      return m.casussen[z.casus]?.aanbod?.naar === z.wie ? 'ja' : 'nee';
    case 'intrekken':
      return m.casussen[z.casus]?.aanbod?.van === z.wie ? 'ja' : 'nee';
    case 'afsluiten': {
      const c = m.casussen[z.casus];
      return c && c.houder === z.wie && !c.aanbod ? 'ja' : 'nee';
    }
    case 'samenvoegen': {
      const bron = m.casussen[z.bron];
      const doel = m.casussen[z.doel];
      if (!bron || !doel || z.bron === z.doel || !isVt(m, z.wie) || bron.houder !== z.wie) return 'nee';
      if (bron.aanbod || doel.opgegaanIn || bron.gezin !== doel.gezin || bron.geopend < doel.geopend)
        return 'nee';
      return bron.meldingen.every((x) => m.ontvanger[x] === z.wie) ? 'ja' : 'kan';
    }
    case 'terugdraaien': {
      const s = m.samenvoegingen[z.samenvoeging];
      if (!s || s.ongedaan || !isVt(m, z.wie)) return 'nee';
      // of who closes at that very moment it may have been allowed just before
      const sluit = !isOpen(m, z.wie) && m.partijen[z.wie]?.geslotenIn === m.moment;
      if (!isOpen(m, z.wie) && !sluit) return 'nee';
      if (m.casussen[s.doel]?.opgegaanIn || m.casussen[s.bron]?.opgegaanIn !== s.doel) return 'nee';
      return s.wie === z.wie && !sluit ? 'ja' : 'kan';
    }
    case 'sluiten':
      return isOpen(m, z.partij) &&
        isOpen(m, z.opvolger) &&
        z.partij !== z.opvolger &&
        (!isVt(m, z.partij) || isVt(m, z.opvolger))
        ? 'ja'
        : 'nee';
  }
}

function doe(m: Model, z: Zet): void {
  const casus = (label: string): Casus => {
    const c = m.casussen[label];
    if (!c) throw new RangeError(`casus ${label} bestaat niet`);
    return c;
  };
  switch (z.soort) {
    case 'melding': {
      const vt = vtVan(m);
      m.casussen[z.label] = {
        gezin: z.gezin,
        geopend: m.moment,
        houder: vt,
        verloop: [vt],
        aanbod: null,
        aangeboden: 0,
        opgegaanIn: null,
        meldingen: [z.label],
      };
      m.ontvanger[z.label] = vt;
      return;
    }
    case 'aanbieden': {
      const c = casus(z.casus);
      c.aanbod = { van: z.wie, naar: z.naar, moment: m.moment };
      c.aangeboden += 1;
      return;
    }
    case 'aanvaarden': {
      const c = casus(z.casus);
      c.aanbod = null;
      geefZicht(c, z.wie);
      return;
    }
    case 'weigeren':
    case 'intrekken':
      casus(z.casus).aanbod = null;
      return;
    case 'stilte':
      for (const c of Object.values(m.casussen)) c.aanbod = null;
      return;
    case 'afsluiten':
      geefZicht(casus(z.casus), null);
      return;
    case 'samenvoegen': {
      const bron = casus(z.bron);
      const doel = casus(z.doel);
      const dicht = doel.houder === null;
      if (dicht) {
        const laatste = doel.verloop.findLast((h) => h !== null) ?? z.wie;
        geefZicht(doel, erfgenaam(m, laatste));
      }
      m.samenvoegingen[z.label] = {
        bron: z.bron,
        doel: z.doel,
        wie: z.wie,
        ongedaan: false,
        meldingen: [...bron.meldingen],
        heropendBij: dicht ? doel.houder : null,
        aangeboden: doel.aangeboden,
        moment: m.moment,
      };
      geefZicht(bron, null);
      bron.opgegaanIn = z.doel;
      doel.meldingen.push(...bron.meldingen.splice(0));
      return;
    }
    case 'terugdraaien': {
      const s = m.samenvoegingen[z.samenvoeging];
      if (!s) return;
      const bron = casus(s.bron);
      const doel = casus(s.doel);
      s.ongedaan = true;
      bron.opgegaanIn = null;
      // back to who held it, not to who undoes
      geefZicht(bron, erfgenaam(m, s.wie));
      bron.meldingen = [...s.meldingen];
      doel.meldingen = doel.meldingen.filter((x) => !s.meldingen.includes(x));
      // an offer made since told of both; of one made in that very moment nobody can say that it did not
      if (doel.aanbod && doel.aanbod.moment >= s.moment) doel.aanbod = null;
      // the target closes again as it was, unless someone went on with it
      const namen = Object.keys(m.samenvoegingen);
      const later = namen
        .slice(namen.indexOf(z.samenvoeging) + 1)
        .some((n) => m.samenvoegingen[n]?.doel === s.doel && !m.samenvoegingen[n].ongedaan);
      if (
        s.heropendBij !== null &&
        doel.houder === s.heropendBij &&
        !later &&
        doel.aangeboden === s.aangeboden
      )
        geefZicht(doel, null);
      return;
    }
    case 'sluiten': {
      const p = m.partijen[z.partij];
      if (p) {
        p.opvolger = z.opvolger;
        p.geslotenIn = m.moment;
      }
      for (const c of Object.values(m.casussen)) {
        if (c.houder === z.partij) geefZicht(c, z.opvolger);
        if (!c.aanbod) continue;
        if (c.aanbod.van === z.partij) c.aanbod.van = z.opvolger;
        if (c.aanbod.naar === z.partij || c.aanbod.naar === c.aanbod.van) c.aanbod = null;
      }
    }
  }
}

/** Two moves at once: everything that one after the other may give, in either order. */
export function voorspelSamen(m: Model, a: Zet, b: Zet): { a: boolean; b: boolean; model: Model }[] {
  const uit: { a: boolean; b: boolean; model: Model }[] = [];
  for (const eerst of voorspel(m, a))
    for (const dan of voorspel(eerst.model, b))
      uit.push({ a: eerst.gedaan, b: dan.gedaan, model: dan.model });
  for (const eerst of voorspel(m, b))
    for (const dan of voorspel(eerst.model, a))
      uit.push({ a: dan.gedaan, b: eerst.gedaan, model: dan.model });
  return uit;
}

/** How a model stands, as one text: who holds what, and who was offered what. */
export function standVan(m: Model): string {
  return Object.entries(m.casussen)
    .map(([label, c]) => `${label}:${c.houder ?? '-'}${c.aanbod ? `(${c.aanbod.van}>${c.aanbod.naar})` : ''}`)
    .sort()
    .join(' ');
}
