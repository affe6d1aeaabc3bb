// SPDX-License-Identifier: EUPL-1.2
// The form of an advies: it holds no family, and who asks only with consent.

export interface Adviesvorm {
  groep: string;
  rol: string;
  naam: string;
  contact: string;
  stemtIn: boolean;
  gemeentecode: string;
  aard: string[];
  aanvullend: string[];
  duur: string;
  vraag: string;
  advies: string;
  /** The worker looked at what may point at a family, and says that it points at nobody. */
  zonderGezinsgegevens: boolean;
}

export function leegAdvies(): Adviesvorm {
  return {
    groep: '',
    rol: '',
    naam: '',
    contact: '',
    stemtIn: false,
    gemeentecode: '',
    aard: [],
    aanvullend: [],
    duur: 'onbekend',
    vraag: '',
    advies: '',
    zonderGezinsgegevens: false,
  };
}

/** Reads a draft as it was kept, whatever version wrote it. */
export function leesAdvies(x: unknown): Adviesvorm {
  const leeg = leegAdvies();
  if (typeof x !== 'object' || x === null) return leeg;
  const er = x as Record<string, unknown>;
  const vol = Object.entries(leeg).map(([k, v]) => {
    const w = er[k];
    if (Array.isArray(v)) return [k, Array.isArray(w) ? w.filter((s) => typeof s === 'string') : v];
    return [k, typeof w === typeof v ? w : v];
  });
  return Object.fromEntries(vol) as Adviesvorm;
}

export interface AdviesNodig {
  veld: string;
  wat: 'groep' | 'vraag' | 'advies' | 'herkenbaar';
}

/** What is still needed. @param verdacht something in the text may point at a family */
export function adviesNodig(v: Adviesvorm, verdacht: boolean): AdviesNodig[] {
  const uit: AdviesNodig[] = [];
  if (!v.vraag.trim()) uit.push({ veld: 'vraag', wat: 'vraag' });
  if (!v.advies.trim()) uit.push({ veld: 'advies', wat: 'advies' });
  if (verdacht && !v.zonderGezinsgegevens) uit.push({ veld: 'zonderGezinsgegevens', wat: 'herkenbaar' });
  if (!v.groep) uit.push({ veld: 'vrager.groep', wat: 'groep' });
  return uit;
}

/** The request: name and contact only with consent, also when they were typed before it was taken back. */
export function adviesVerzoek(v: Adviesvorm) {
  return {
    vrager: {
      groep: v.groep,
      rol: v.rol.trim() || null,
      naam: v.stemtIn ? v.naam.trim() || null : null,
      contact: v.stemtIn ? v.contact.trim() || null : null,
      stemtIn: v.stemtIn,
    },
    gemeentecode: v.gemeentecode || null,
    aard: v.aard,
    aanvullend: v.aanvullend,
    duur: v.duur,
    vraag: v.vraag,
    advies: v.advies,
    zonderGezinsgegevens: v.zonderGezinsgegevens,
  };
}
