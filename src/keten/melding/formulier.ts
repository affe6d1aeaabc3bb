// SPDX-License-Identifier: EUPL-1.2
// The form of a melding: what it holds while someone types, what is still needed, and the request that comes of it.
// Almost everything may stay empty: nothing is required that a caller might not know.
import {
  AARD,
  codes,
  DUUR,
  type Keuzewaarde,
  KINDCHECK,
  MELDER_BEKEND,
  MELDER_GROEP,
  ROL,
  UITSPRAAK_SOORT,
} from '../../kern/lijsten.ts';
import type { Opgave } from '../../kern/persoon/persoon.ts';
import type { Persoonsregel } from '../radar/invoervorm.ts';
import type { MeldingInvoerType } from './melding.api.ts';

/** Who fills it in: a worker of Veilig Thuis on the phone, or a professional who reports himself. */
export type Kant = 'vt' | 'professional';

export interface Uitspraakvorm {
  /** Stays the same while rows come and go. */
  sleutel: string;
  soort: MeldingInvoerType['uitspraken'][number]['soort'];
  tekst: string;
  bron: string;
  /** As read (`2026-11-22`, `2026-11`) or as typed ("vorige zomer"): both are kept. */
  gebeurdOp: string;
  afgeschermd: boolean;
}

/** Something that was typed about a person and found no field: shown until someone has looked at it. */
export interface Kladje {
  /** Empty when all that was typed did find its field, and only what was read of it is to be looked at. */
  tekst: string;
  /** Why it found no field, in the words of the reader; empty when it is simply text. */
  uitleg: string;
  /** An age is two possible years of birth: the worker chooses. */
  leeftijd?: { aantal: number; eenheid: 'jaar' | 'maand' | 'week' } | undefined;
}

export interface Persoonvorm {
  sleutel: string;
  /** The line as it was typed. */
  getypt: string;
  rol: MeldingInvoerType['personen'][number]['rol'];
  relatie: string;
  voornamen: string;
  voorletters: string;
  tussenvoegsel: string;
  achternaam: string;
  partnerTussenvoegsel: string;
  partnerAchternaam: string;
  /** `1984-05-03`, `1984-05`, `1984`, or as typed. */
  geboorte: string;
  /** Day and month of someone whose year is not known. */
  verjaardag: { dag: number; maand: number } | null;
  geslacht: string;
  bsn: string;
  straat: string;
  huisnummer: string;
  huisletter: string;
  toevoeging: string;
  postcode: string;
  woonplaats: string;
  land: string;
  geheimAdres: boolean;
  telefoon: string;
  email: string;
  kladjes: Kladje[];
}

export interface Meldingvorm {
  /** The same for every attempt to send this draft, so that it becomes one melding. Given by the screen. */
  inzending: string;
  /** A known open casus that the worker chose: the melding is added there. */
  casusId: string | null;
  melder: {
    groep: string;
    rol: string;
    naam: string;
    telefoon: string;
    email: string;
    bekend: string;
    grond: string;
  };
  uitspraken: Uitspraakvorm[];
  /** The line about a person that is being typed. */
  persoonsregel: string;
  personen: Persoonvorm[];
  aard: string[];
  aanvullend: string[];
  duur: string;
  /** Not asked yet is not "no". */
  acuut: '' | 'ja' | 'nee';
  acuutToelichting: string;
  kindcheck: string;
  kindcheckToelichting: string;
  gemeentecode: string;
  terugkoppelingGewenst: boolean;
}

/** The key of a new row in a list. */
export function nieuweSleutel(rijen: readonly { sleutel: string }[]): string {
  return String(1 + Math.max(0, ...rijen.map((r) => Number(r.sleutel) || 0)));
}

/**
 * Puts a row back where it was taken out. Its key may be another row's by now: then it gets a new one.
 * @param plek counts from 0
 */
export function zetTerug<R extends { sleutel: string }>(rijen: readonly R[], rij: R, plek: number): R[] {
  const vrij = rijen.every((r) => r.sleutel !== rij.sleutel);
  return rijen.toSpliced(plek, 0, vrij ? rij : { ...rij, sleutel: nieuweSleutel(rijen) });
}

export function legeUitspraak(sleutel: string, bron: string): Uitspraakvorm {
  return { sleutel, soort: 'waarneming', tekst: '', bron, gebeurdOp: '', afgeschermd: false };
}

export function legePersoon(sleutel: string): Persoonvorm {
  return {
    sleutel,
    getypt: '',
    rol: 'onbekend',
    relatie: '',
    voornamen: '',
    voorletters: '',
    tussenvoegsel: '',
    achternaam: '',
    partnerTussenvoegsel: '',
    partnerAchternaam: '',
    geboorte: '',
    verjaardag: null,
    geslacht: '',
    bsn: '',
    straat: '',
    huisnummer: '',
    huisletter: '',
    toevoeging: '',
    postcode: '',
    woonplaats: '',
    land: '',
    geheimAdres: false,
    telefoon: '',
    email: '',
    kladjes: [],
  };
}

/** An empty form. The source of a statement is the melder, until someone says otherwise. */
export function legeVorm(): Meldingvorm {
  return {
    inzending: '',
    casusId: null,
    melder: { groep: '', rol: '', naam: '', telefoon: '', email: '', bekend: '', grond: '' },
    uitspraken: [legeUitspraak('1', 'melder')],
    persoonsregel: '',
    personen: [],
    aard: [],
    aanvullend: [],
    duur: 'onbekend',
    acuut: '',
    acuutToelichting: '',
    kindcheck: 'onbekend',
    kindcheckToelichting: '',
    gemeentecode: '',
    terugkoppelingGewenst: true,
  };
}

function isRijtje(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

/** Only what has the type of the example: a draft of an older version must never break the form. */
function vulAan<T extends object>(voorbeeld: T, x: unknown): T {
  if (!isRijtje(x)) return voorbeeld;
  const uit: Record<string, unknown> = Object.fromEntries(Object.entries(voorbeeld));
  for (const [k, v] of Object.entries(voorbeeld)) {
    const w = x[k];
    if (
      v === null || w === null
        ? w !== undefined
        : typeof w === typeof v && Array.isArray(w) === Array.isArray(v)
    )
      uit[k] = w;
  }
  return uit as T;
}

/** Reads a draft as it was kept, whatever version wrote it. What it does not have is empty. */
export function leesVorm(x: unknown): Meldingvorm {
  const leeg = legeVorm();
  const v = vulAan(leeg, x);
  const woorden = (w: readonly unknown[]) => w.filter((s) => typeof s === 'string');
  const uitspraken = (v.uitspraken as unknown[]).filter(isRijtje);
  return {
    ...v,
    melder: vulAan(leeg.melder, v.melder),
    uitspraken: (uitspraken.length > 0 ? uitspraken : leeg.uitspraken).map((u, i) =>
      vulAan(legeUitspraak(String(i + 1), 'melder'), u),
    ),
    personen: (v.personen as unknown[]).filter(isRijtje).map((p, i) => vulAan(legePersoon(String(i + 1)), p)),
    aard: woorden(v.aard),
    aanvullend: woorden(v.aanvullend),
  };
}

/** How a person is called in the form. */
export function naamVan(p: Persoonvorm): string {
  const voor = p.voornamen.trim() || p.voorletters.trim();
  const eigen = [p.tussenvoegsel, p.achternaam]
    .map((s) => s.trim())
    .filter(Boolean)
    .join(' ');
  const partner = [p.partnerTussenvoegsel, p.partnerAchternaam]
    .map((s) => s.trim())
    .filter(Boolean)
    .join(' ');
  return [voor, [partner, eigen].filter(Boolean).join(' - ')].filter(Boolean).join(' ');
}

const twee = (n: number) => String(n).padStart(2, '0');

/** Fills a person from a typed line. What found no field stays on the card, so that nothing of what was typed is lost. */
export function persoonUitRegel(sleutel: string, getypt: string, r: Persoonsregel): Persoonvorm {
  const g = r.geboortedatum;
  const geboorte =
    g?.jaar === undefined
      ? ''
      : [
          String(g.jaar),
          ...(g.maand === undefined ? [] : [twee(g.maand), ...(g.dag === undefined ? [] : [twee(g.dag)])]),
        ].join('-');
  const kladjes: Kladje[] = [
    ...(r.roepnaam && r.voornamen ? [{ tekst: `(${r.roepnaam})`, uitleg: '' }] : []),
    ...r.nietBegrepen.map((n) => ({ tekst: n.tekst, uitleg: n.reden ?? '' })),
    ...r.twijfels.map((t) => ({ tekst: '', uitleg: t.zin })),
    ...(r.leeftijd && geboorte === '' ? [{ tekst: '', uitleg: '', leeftijd: { ...r.leeftijd } }] : []),
  ];
  return {
    ...legePersoon(sleutel),
    getypt: getypt.trim(),
    relatie: r.aanduiding ?? '',
    voornamen: r.voornamen ?? r.roepnaam ?? '',
    voorletters: r.voorletters ?? '',
    tussenvoegsel: r.tussenvoegsel ?? '',
    achternaam: r.achternaam ?? '',
    partnerTussenvoegsel: r.partnerTussenvoegsel ?? '',
    partnerAchternaam: r.partnerAchternaam ?? '',
    geboorte,
    verjaardag:
      geboorte === '' && g?.dag !== undefined && g.maand !== undefined
        ? { dag: g.dag, maand: g.maand }
        : null,
    geslacht: r.geslacht ?? '',
    bsn: r.bsn ?? '',
    straat: r.straat ?? '',
    huisnummer: r.huisnummer === undefined ? '' : String(r.huisnummer),
    huisletter: r.huisletter ?? '',
    postcode: r.postcode ?? '',
    woonplaats: r.woonplaats ?? '',
    telefoon: r.telefoon ?? '',
    email: r.email ?? '',
    kladjes,
  };
}

/** Someone of this age was born in one of these years. */
export function jarenBij(aantal: number, eenheid: 'jaar' | 'maand' | 'week', vandaag: string): number[] {
  const [jaar = 0, maand = 1] = vandaag.split('-').map(Number);
  if (eenheid === 'jaar') return [jaar - aantal - 1, jaar - aantal];
  const maanden = eenheid === 'maand' ? aantal : Math.floor(aantal / 4.345);
  // Counted in months an age points at one or two calendar months.
  const vroeg = jaar * 12 + (maand - 1) - maanden - 1;
  return [...new Set([Math.floor(vroeg / 12), Math.floor((vroeg + 1) / 12)])];
}

/** What is still needed, by field; the screen has the words. */
export interface Nodig {
  veld: string;
  wat:
    | 'acuut'
    | 'uitspraak'
    | 'persoon'
    | 'groep'
    | 'bekend'
    | 'naam'
    | 'bereikbaar'
    | 'grond'
    | 'professional_anoniem'
    | 'bsn'
    | 'geboorte';
}

/** What is a date or a part of one, and can be sent: a day that does not exist goes along, and is doubted where it is read. */
const DEELDATUM = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

const EENHEID = { jaar: 'jaar', maand: 'maanden', week: 'weken' } as const;

/** The words of a scrap that will not go along; null when nothing of what was typed is left in it. */
export function kladjeTekst(k: Kladje): string | null {
  return k.leeftijd ? `${k.leeftijd.aantal} ${EENHEID[k.leeftijd.eenheid]}` : k.tekst || null;
}

/** What was typed about someone and will not go along: it found no field, and nobody has done anything with it yet. */
export function nietMee(v: Meldingvorm): { persoon: Persoonvorm; kladje: Kladje; tekst: string }[] {
  return v.personen.flatMap((persoon) =>
    persoon.kladjes.flatMap((kladje) => {
      const tekst = kladjeTekst(kladje);
      return tekst === null ? [] : [{ persoon, kladje, tekst }];
    }),
  );
}

/** Makes a statement of a scrap: so it goes along in words, as it was typed. */
export function zetInVerhaal(v: Meldingvorm, sleutel: string, kladje: Kladje, kant: Kant): Meldingvorm {
  const persoon = v.personen.find((p) => p.sleutel === sleutel);
  const woorden = kladjeTekst(kladje);
  if (persoon === undefined || woorden === null) return v;
  const regel = legeUitspraak(nieuweSleutel(v.uitspraken), kant === 'vt' ? 'melder' : 'ikzelf');
  const tekst = `Over ${naamVan(persoon) || persoon.relatie || 'iemand van wie de naam nog onbekend is'}: ${woorden}`;
  return {
    ...v,
    // an empty row at the end is where the next statement was to come
    uitspraken: [...v.uitspraken.filter((u) => u.tekst.trim()), { ...regel, tekst }],
    personen: v.personen.map((p) =>
      p === persoon ? { ...p, kladjes: p.kladjes.filter((k) => k !== kladje) } : p,
    ),
  };
}

/**
 * What is still needed before this can be sent, in the order of the screen. The same rules as the server's
 * (controleerMelder and the schema): the server stays the judge.
 */
export function nogNodig(v: Meldingvorm, kant: Kant): Nodig[] {
  const uit: Nodig[] = [];
  if (v.acuut === '') uit.push({ veld: 'acuut', wat: 'acuut' });
  if (!v.uitspraken.some((u) => u.tekst.trim())) uit.push({ veld: 'uitspraken.0.tekst', wat: 'uitspraak' });
  const m = v.melder;
  if (!m.groep) uit.push({ veld: 'melder.groep', wat: 'groep' });
  const beroepsmatig = kant === 'professional' || (m.groep !== '' && m.groep !== 'niet_beroepsmatig');
  if (!m.bekend) uit.push({ veld: 'melder.bekend', wat: 'bekend' });
  else if (beroepsmatig && m.bekend === 'anoniem')
    uit.push({ veld: 'melder.bekend', wat: 'professional_anoniem' });
  if (beroepsmatig && m.bekend === 'anoniem_voor_gezin' && !m.grond.trim())
    uit.push({ veld: 'melder.grond', wat: 'grond' });
  if (m.bekend !== 'anoniem') {
    if (!m.naam.trim()) uit.push({ veld: 'melder.naam', wat: 'naam' });
    if (!m.telefoon.trim() && !m.email.trim()) uit.push({ veld: 'melder.telefoon', wat: 'bereikbaar' });
  }
  if (v.personen.length === 0 && !v.persoonsregel.trim()) uit.push({ veld: 'persoonsregel', wat: 'persoon' });
  v.personen.forEach((p, i) => {
    const bsn = p.bsn.replaceAll(/\D/g, '');
    if (p.bsn.trim() !== '' && bsn.length !== 9) uit.push({ veld: `personen.${i}.bsn`, wat: 'bsn' });
    if (p.geboorte.trim() !== '' && !DEELDATUM.test(p.geboorte))
      uit.push({ veld: `personen.${i}.geboorte`, wat: 'geboorte' });
  });
  return uit;
}

/** Takes the rows out in which nothing was typed, so that a row's number is its number in the request. */
export function zonderLegeRijen(v: Meldingvorm): Meldingvorm {
  const uitspraken = v.uitspraken.filter((u) => u.tekst.trim());
  return uitspraken.length === v.uitspraken.length || uitspraken.length === 0 ? v : { ...v, uitspraken };
}

const ofNiets = (s: string): string | null => s.trim() || null;

function inLijst<const C extends string>(lijst: readonly C[], x: string): C | undefined {
  return lijst.find((c) => c === x);
}

function alsLijst(s: string): string[] {
  return s
    .split(/[,;]/)
    .map((d) => d.trim())
    .filter(Boolean);
}

/** A person as the API takes it; what is not known is left out or null, never an empty string. */
export function persoonVerzoek(p: Persoonvorm): MeldingInvoerType['personen'][number] {
  const [, jaar, maand, dag] = DEELDATUM.exec(p.geboorte) ?? [];
  const bsn = p.bsn.replaceAll(/\D/g, '');
  return {
    rol: p.rol,
    relatie: ofNiets(p.relatie),
    bsn: bsn.length === 9 ? bsn : null,
    voornamen: ofNiets(p.voornamen),
    voorletters: ofNiets(p.voorletters),
    tussenvoegsel: ofNiets(p.tussenvoegsel),
    achternaam: ofNiets(p.achternaam),
    partnerTussenvoegsel: ofNiets(p.partnerTussenvoegsel),
    partnerAchternaam: ofNiets(p.partnerAchternaam),
    geboortejaar: jaar ? Number(jaar) : null,
    geboortemaand: maand ? Number(maand) : (p.verjaardag?.maand ?? null),
    geboortedag: dag ? Number(dag) : maand ? null : (p.verjaardag?.dag ?? null),
    geslacht: inLijst(['onbekend', 'vrouw', 'man', 'anders'], p.geslacht) ?? 'onbekend',
    straat: ofNiets(p.straat),
    huisnummer: ofNiets(p.huisnummer),
    huisletter: ofNiets(p.huisletter),
    toevoeging: ofNiets(p.toevoeging),
    postcode: ofNiets(p.postcode),
    woonplaats: ofNiets(p.woonplaats),
    land: ofNiets(p.land),
    geheimAdres: p.geheimAdres,
    telefoon: alsLijst(p.telefoon),
    email: alsLijst(p.email),
  };
}

/** What of a person can be doubted, as the server will read it. */
export function opgaveVan(p: Persoonvorm): Opgave {
  const v = persoonVerzoek(p);
  return {
    bsn: v.bsn ?? null,
    geboorte: {
      jaar: v.geboortejaar ?? null,
      maand: v.geboortemaand ?? null,
      dag: v.geboortedag ?? null,
    },
    achternaam: v.achternaam ?? null,
    voornamen: v.voornamen ?? null,
  };
}

/**
 * The request of a form in which nothing is needed any more (nogNodig gave an empty list).
 * A professional's request carries nothing that is internal to Veilig Thuis: no casus, no shielding.
 */
export function alsVerzoek(v: Meldingvorm, kant: Kant): MeldingInvoerType {
  const { melder: m } = v;
  const anoniem = m.bekend === 'anoniem';
  return {
    casusId: kant === 'vt' ? v.casusId : null,
    melder: {
      groep: inLijst(codes(MELDER_GROEP), m.groep) ?? 'anders',
      rol: ofNiets(m.rol),
      // What was typed before the melder chose to stay unknown is not sent.
      naam: anoniem ? null : ofNiets(m.naam),
      telefoon: anoniem ? null : ofNiets(m.telefoon),
      email: anoniem ? null : ofNiets(m.email),
      bekend: inLijst(codes(MELDER_BEKEND), m.bekend) ?? 'anoniem_voor_gezin',
      grond: m.bekend === 'anoniem_voor_gezin' ? ofNiets(m.grond) : null,
    },
    uitspraken: v.uitspraken
      .filter((u) => u.tekst.trim())
      .map((u) => ({
        soort: inLijst(codes(UITSPRAAK_SOORT), u.soort) ?? 'waarneming',
        tekst: u.tekst,
        bron: u.bron.trim() || 'melder',
        gebeurdOp: ofNiets(u.gebeurdOp),
        afgeschermd: kant === 'vt' && u.afgeschermd,
      })),
    personen: v.personen.map(persoonVerzoek),
    aard: codes(AARD).filter((c) => v.aard.includes(c)),
    aanvullend: v.aanvullend as NonNullable<MeldingInvoerType['aanvullend']>,
    duur: inLijst(codes(DUUR), v.duur) ?? 'onbekend',
    acuut: v.acuut === 'ja',
    acuutToelichting: v.acuut === 'ja' ? ofNiets(v.acuutToelichting) : null,
    kindcheck: inLijst(codes(KINDCHECK), v.kindcheck) ?? 'onbekend',
    kindcheckToelichting: v.kindcheck === 'kinderen' ? ofNiets(v.kindcheckToelichting) : null,
    gemeentecode: ofNiets(v.gemeentecode) as MeldingInvoerType['gemeentecode'] & string,
    terugkoppelingGewenst: v.terugkoppelingGewenst && !anoniem,
  };
}

/** Takes over what an advies already knew: never who it is about, for an advies does not hold that (handbook 0, S:8). */
export function uitAdvies(a: {
  vragerGroep: string;
  vragerRol: string | null;
  vragerNaam: string | null;
  vragerContact: string | null;
  gemeentecode: string | null;
  aard: readonly string[];
  aanvullend: readonly string[];
  duur: string;
}): Meldingvorm {
  const contact = a.vragerContact?.trim() ?? '';
  return {
    ...legeVorm(),
    melder: {
      ...legeVorm().melder,
      groep: a.vragerGroep,
      rol: a.vragerRol ?? '',
      naam: a.vragerNaam ?? '',
      telefoon: contact.includes('@') ? '' : contact,
      email: contact.includes('@') ? contact : '',
    },
    aard: [...a.aard],
    aanvullend: [...a.aanvullend],
    duur: a.duur,
    gemeentecode: a.gemeentecode ?? '',
  };
}

/** What a worker of another organisation need not type about himself. */
export function vanProfessional(ik: { naam: string; organisatie: string; soort: string }): Meldingvorm {
  return {
    ...legeVorm(),
    uitspraken: [legeUitspraak('1', 'ikzelf')],
    melder: {
      ...legeVorm().melder,
      groep: inLijst(codes(MELDER_GROEP), ik.soort) ?? 'anders',
      naam: ik.naam,
      rol: ik.organisatie,
      bekend: 'open',
    },
  };
}

export function isRol(x: string): x is Persoonvorm['rol'] {
  return ROL.some((r) => r.code === x);
}

/** The words of a list in the language of the screen, for a field. */
export function keuzes(
  lijst: readonly Keuzewaarde[],
  taal: 'nl' | 'en',
): { waarde: string; label: string }[] {
  return lijst.map((k) => ({ waarde: k.code, label: k[taal] }));
}
