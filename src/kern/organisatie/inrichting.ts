// SPDX-License-Identifier: EUPL-1.2
// The file with which an operator sets up a region: whether it is right, and what is to be added to what is there. Nothing that holds work
// is taken away or re-labelled by it: who works with families leaves in the app and an organisation closes there, so that the work goes to
// somebody. Whoever has no leader there (who oversees, who counts, who reports, a machine) leaves by the file.
import { Ajv, type ErrorObject } from 'ajv';
import Type, { type Static } from 'typebox';
import { Keuze, OMKEREND, ZICHTBAAR } from '../../platform/http/schema.ts';
import { Invoerfout } from '../../platform/invoer.ts';
import { UUID } from '../../platform/uuid.ts';
import { FUNCTIES, type Functie } from '../toegang/toegangsregels.ts';
import { FUNCTIES_BIJ, functiesVanLeider, INLOGCODE, isTeamleider, TEAMLEIDERS } from './functies.ts';

/** Text of some length with something to see in it, read as it is written, as in the app; a NUL cannot be kept. */
const Tekst = (max: number) =>
  Type.String({ maxLength: max, pattern: ZICHTBAAR, not: { type: 'string', pattern: `\\0|${OMKEREND}` } });
const Naam = Tekst(200);
const WensMedewerker = Type.Object(
  {
    naam: Naam,
    // which of these there are depends on the kind of organisation: that is checked with it
    functie: Naam,
    team: Type.Optional(Naam),
    /** As the identity provider calls this person (sub; OpenID Connect Core 2: at most 255 ASCII characters). */
    inlogcode: Type.String({ pattern: INLOGCODE.source }),
    /** The code that they have in Houvast, where that was a slip: that it is the same person is not to be seen from there. */
    inlogcodeWas: Type.Optional(Type.String({ pattern: INLOGCODE.source })),
    /** Does not work here any more. */
    vertrokken: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
const WensOrganisatie = Type.Object(
  {
    naam: Naam,
    soort: Keuze(Object.keys(FUNCTIES_BIJ)),
    gemeentecode: Type.Optional(Type.String({ pattern: '^[0-9]{4}$' })),
    contact: Type.Optional(Tekst(500)),
    teams: Type.Optional(Type.Array(Naam)),
    medewerkers: Type.Optional(Type.Array(WensMedewerker)),
  },
  { additionalProperties: false },
);
const Bestand = Type.Object(
  {
    regio: Type.Object(
      { id: Type.Optional(Type.String({ format: 'uuid' })), naam: Naam },
      { additionalProperties: false },
    ),
    organisaties: Type.Array(WensOrganisatie),
  },
  { additionalProperties: false },
);

type Organisatiewens = Static<typeof WensOrganisatie>;
type Medewerkerwens = Omit<Static<typeof WensMedewerker>, 'functie'> & { functie: Functie };

/** One region, as its file describes it. */
export interface Inrichting {
  regio: { id?: string; naam: string };
  organisaties: readonly (Omit<Organisatiewens, 'teams' | 'medewerkers'> & {
    teams: readonly string[];
    medewerkers: readonly Medewerkerwens[];
  })[];
}

/** One thing about the file, at its place: `organisaties[2].medewerkers[0].functie`. */
interface Zin {
  plek: string;
  zin: string;
}

/** The file cannot be used. Every reason is a line of its own, with the place in the file. */
export class Inrichtingsfout extends Invoerfout {
  readonly redenen: readonly string[];
  constructor(redenen: readonly string[]) {
    super(redenen.join('\n'));
    this.redenen = redenen;
  }
}

const ajv = new Ajv({ allErrors: true, strict: false });
ajv.addFormat('uuid', UUID);
const keurBestand = ajv.compile(Bestand);

/** Text as it is kept: spaces around it and double ones were never meant, and an accent is one sign. */
const schoon = (tekst: string): string => tekst.normalize('NFC').trim().replace(/\s+/gu, ' ');
/** By what a name is recognised: in other capitals it is the same name. */
const sleutel = (naam: string): string => schoon(naam).toLocaleLowerCase('nl');

/** Where in the file, in the way in which one would write it down. */
function zegPlek(delen: readonly (string | number)[]): string {
  return delen.map((d, i) => (typeof d === 'number' ? `[${d}]` : i === 0 ? d : `.${d}`)).join('');
}

const kies = (uit: Iterable<string>): string => `kies uit ${[...uit].join(', ')}.`;
/** What is wrong with one field, by the keyword that refused it and, for a form, by the field. */
const VORMZINNEN: Readonly<Record<string, (p: Readonly<Record<string, unknown>>, veld: string) => string>> = {
  required: (p) => `${String(p['missingProperty'])} ontbreekt.`,
  additionalProperties: (p) => `"${String(p['additionalProperty'])}" bestaat hier niet; haal het weg.`,
  type: (p) =>
    ({
      string: 'moet tekst zijn, tussen aanhalingstekens.',
      array: 'moet een lijst zijn: […].',
      object: 'moet een object zijn: {…}.',
      boolean: 'moet true of false zijn, zonder aanhalingstekens.',
    })[String(p['type'])] ?? 'heeft niet de juiste vorm.',
  maxLength: (p) => `is te lang (hoogstens ${String(p['limit'])} tekens).`,
  enum: (p) => kies(p['allowedValues'] as string[]),
  format: () => 'is geen id zoals 0190d8a4-7c1e-7000-8000-000000000001.',
  not: () => 'bevat een teken dat letters van plaats laat wisselen, of NUL; haal het weg.',
  pattern: (_p, veld) =>
    ({
      gemeentecode: 'moet vier cijfers zijn, zoals "0106".',
      inlogcode: 'moet 1 tot 255 letters, cijfers of tekens zijn, zonder spatie of accent.',
      inlogcodeWas: 'moet 1 tot 255 letters, cijfers of tekens zijn, zonder spatie of accent.',
    })[veld] ?? 'is leeg: er staat niets in dat te zien is.',
};

function vormfout(fout: ErrorObject, json: unknown): { delen: (string | number)[]; zin: string } {
  // a step is the number of an item where there is a list, else a name
  let hier: unknown = json;
  const delen = fout.instancePath
    .split('/')
    .slice(1)
    .map((stap) => {
      const naam = stap.replaceAll('~1', '/').replaceAll('~0', '~');
      const deel = Array.isArray(hier) ? Number(naam) : naam;
      hier = (hier as Record<string | number, unknown>)[deel];
      return deel;
    });
  const zin = VORMZINNEN[fout.keyword]?.(fout.params, String(delen.at(-1))) ?? 'klopt niet.';
  return { delen, zin };
}

/** What may be read of a file that is not in order: everything may be missing, or something else. */
interface Half {
  naam?: unknown;
  soort?: unknown;
  teams?: unknown;
  medewerkers?: unknown;
  functie?: unknown;
  team?: unknown;
  inlogcode?: unknown;
  vertrokken?: unknown;
}
const lijst = (x: unknown): Half[] =>
  Array.isArray(x) ? x.map((d) => (typeof d === 'object' && d !== null ? d : {})) : [];
const naamVan = (x: Half): string => (typeof x.naam === 'string' ? schoon(x.naam) : '');
const functiesBij = (soort: unknown): readonly string[] | undefined =>
  typeof soort === 'string' && Object.hasOwn(FUNCTIES_BIJ, soort) ? FUNCTIES_BIJ[soort] : undefined;

/** Says of each name that stands somewhere before where that was. */
function maakDubbelzoeker(): (naam: string, plek: string) => string | undefined {
  const gezien = new Map<string, string>();
  return (naam, plek) => {
    const eerder = gezien.get(naam);
    if (eerder === undefined) gezien.set(naam, plek);
    return eerder;
  };
}

/** Without whom a region does not work: what nobody would get. */
function eisen(
  organisaties: readonly { plek: string | null; soort: unknown; functies: ReadonlySet<unknown> }[],
): Zin[] {
  const uit: Zin[] = [];
  const vt = organisaties.filter((o) => o.soort === 'veilig_thuis');
  if (vt.length === 0) uit.push({ plek: 'organisaties', zin: 'de regio heeft geen veilig_thuis.' });
  for (const { plek, functies } of vt)
    if (plek !== null && !functies.has('vt_teamleider'))
      uit.push({
        plek,
        zin: 'dit Veilig Thuis heeft geen vt_teamleider: een escalatie bereikt dan niemand. Zet er een bij.',
      });
  if (!organisaties.some((o) => o.functies.has('privacyfunctionaris')))
    uit.push({
      plek: 'organisaties',
      zin: 'de regio heeft geen privacyfunctionaris: niemand kijkt dan het gebruik van de noodknop na. Zet er een bij een veilig_thuis of een gemeente.',
    });
  return uit;
}

/** What no schema says, as far as the file can be read. */
function controleer(organisaties: readonly Half[]): Zin[] {
  const uit: Zin[] = [];
  const organisatieStond = maakDubbelzoeker();
  const codeStond = maakDubbelzoeker();
  for (const [i, o] of organisaties.entries()) {
    const hier = `organisaties[${i}]`;
    const meld = (veld: string, zin: string) => uit.push({ plek: `${hier}.${veld}`, zin });
    const eerder = naamVan(o) && organisatieStond(sleutel(naamVan(o)), hier);
    if (eerder) meld('naam', `"${naamVan(o)}" staat ook bij ${eerder}.`);
    const teams = new Set<string>();
    for (const [j, team] of (Array.isArray(o.teams) ? o.teams : []).entries()) {
      if (typeof team !== 'string') continue;
      if (teams.has(sleutel(team))) meld(`teams[${j}]`, `"${schoon(team)}" staat hier twee keer.`);
      teams.add(sleutel(team));
    }
    const functies = functiesBij(o.soort);
    for (const [j, m] of lijst(o.medewerkers).entries()) {
      if (typeof m.functie === 'string' && !(functies ?? Object.keys(FUNCTIES)).includes(m.functie))
        meld(
          `medewerkers[${j}].functie`,
          functies
            ? `"${m.functie}" is er niet bij een ${String(o.soort)}; ${kies(functies)}`
            : kies(Object.keys(FUNCTIES)),
        );
      if (typeof m.team === 'string' && !teams.has(sleutel(m.team)))
        meld(
          `medewerkers[${j}].team`,
          `"${schoon(m.team)}" staat niet bij de teams van deze organisatie; zet het bij ${hier}.teams.`,
        );
      const plek = `${hier}.medewerkers[${j}]`;
      const stond = typeof m.inlogcode === 'string' && codeStond(m.inlogcode, plek);
      if (stond) meld(`medewerkers[${j}].inlogcode`, `deze inlogcode staat ook bij ${stond}.`);
    }
  }
  uit.push(
    ...eisen(
      organisaties.map((o, i) => ({
        plek: `organisaties[${i}].medewerkers`,
        soort: o.soort,
        functies: new Set(
          lijst(o.medewerkers)
            .filter((m) => m.vertrokken !== true)
            .map((m) => m.functie),
        ),
      })),
    ),
  );
  return uit;
}

/** Lines in the order of the file, each with the name of whom or what it is about: a number alone is hard to find in a long file. */
function inVolgorde(zinnen: readonly Zin[], organisaties: readonly Half[]): string[] {
  const plaats = (plek: string): number[] =>
    [/organisaties\[(\d+)\]/, /medewerkers\[(\d+)\]/].map((r) => Number(r.exec(plek)?.[1] ?? -1));
  return zinnen
    .map(({ plek, zin }) => {
      const [i = -1, j = -1] = plaats(plek);
      const o = organisaties[i];
      const naam = naamVan(lijst(o?.medewerkers)[j] ?? o ?? {});
      return { i, j, regel: `${plek ? `${plek}: ` : ''}${zin}${naam ? ` (${naam})` : ''}` };
    })
    .sort((a, b) => a.i - b.i || a.j - b.j)
    .map((r) => r.regel);
}

/**
 * Reads what stands in the file of a region.
 * @param json as it was parsed
 * @throws Inrichtingsfout with everything that is wrong with it, each with its place
 */
export function leesInrichting(json: unknown): Inrichting {
  const zinnen: Zin[] = [];
  if (!keurBestand(json))
    for (const fout of keurBestand.errors ?? []) {
      const { delen, zin } = vormfout(fout, json);
      zinnen.push({ plek: zegPlek(delen) || 'het bestand', zin });
    }
  const half = lijst((json as { organisaties?: unknown } | null)?.organisaties);
  // without a list there is nobody to miss
  if (Array.isArray((json as { organisaties?: unknown } | null)?.organisaties))
    zinnen.push(...controleer(half));
  if (zinnen.length > 0) throw new Inrichtingsfout(inVolgorde(zinnen, half));
  const goed = json as Static<typeof Bestand>;
  return {
    regio: { ...goed.regio, naam: schoon(goed.regio.naam) },
    organisaties: goed.organisaties.map((o) => ({
      ...o,
      naam: schoon(o.naam),
      ...(o.contact === undefined ? {} : { contact: schoon(o.contact) }),
      teams: (o.teams ?? []).map(schoon),
      medewerkers: (o.medewerkers ?? []).map((m) => ({
        ...m,
        naam: schoon(m.naam),
        functie: m.functie as Functie,
        ...(m.team === undefined ? {} : { team: schoon(m.team) }),
      })),
    })),
  };
}

/** What the database holds, of every region: a login code is one person's in all of them. */
export interface Stand {
  regios: readonly { id: string; naam: string; fictief: boolean }[];
  organisaties: readonly {
    id: string;
    regioId: string;
    naam: string;
    soort: string;
    gemeentecode: string | null;
    contact: string | null;
    open: boolean;
  }[];
  teams: readonly { id: string; regioId: string; organisatieId: string; naam: string }[];
  medewerkers: readonly {
    id: string;
    regioId: string;
    organisatieId: string;
    teamId: string | null;
    naam: string;
    functie: string;
    inlogcode: string | null;
    actief: boolean;
  }[];
}

/** A database that nothing was put into yet. */
export const LEGE_STAND: Stand = { regios: [], organisaties: [], teams: [], medewerkers: [] };

type Feit = 'contact' | 'gemeentecode';

/** What is to happen: what comes in, which plain facts change, and what is said of what stays as it is. */
export interface Inrichtingsplan {
  regio: { id: string; naam: string; nieuw: boolean };
  organisaties: readonly {
    id: string;
    naam: string;
    soort: string;
    gemeentecode: string | null;
    contact: string | null;
  }[];
  teams: readonly { id: string; organisatieId: string; organisatie: string; naam: string }[];
  medewerkers: readonly {
    id: string;
    organisatieId: string;
    organisatie: string;
    teamId: string | null;
    naam: string;
    functie: Functie;
    inlogcode: string;
  }[];
  /** Who does not work there any more. */
  vertrekken: readonly { id: string; organisatie: string; naam: string; functie: string }[];
  /** Who logs in under another code from now on: the one that they had was a slip. */
  inlogcodes: readonly { id: string; organisatie: string; naam: string; naar: string }[];
  wijzigingen: readonly {
    organisatieId: string;
    organisatie: string;
    veld: Feit;
    van: string | null;
    naar: string;
  }[];
  /** What the file says otherwise than the database, and what to do about it. */
  anders: readonly string[];
}

/** What is done about a name: here, nothing. */
const andereNaam = (naam: string): string =>
  `heet in Houvast "${naam}". Namen wijzigt dit commando niet: schrijf het in het bestand ook zo.`;

function vindRegio(
  wens: Inrichting['regio'],
  stand: Stand,
): { regio?: Stand['regios'][number] | undefined; anders?: Zin } {
  const weiger = (plek: string, zin: string) => new Inrichtingsfout([`${plek}: ${zin}`]);
  const metNaam = stand.regios.filter((r) => sleutel(r.naam) === sleutel(wens.naam));
  if (wens.id !== undefined) {
    const id = wens.id.toLowerCase();
    const regio = stand.regios.find((r) => r.id === id);
    if (regio && regio.naam !== wens.naam)
      return { regio, anders: { plek: 'regio.naam', zin: andereNaam(regio.naam) } };
    if (!regio && metNaam[0])
      throw weiger(
        'regio.id',
        `${metNaam[0].naam} staat al in Houvast, onder id ${metNaam[0].id}. Zet dat id in het bestand, of laat id weg.`,
      );
    return { regio };
  }
  if (metNaam.length > 1)
    throw weiger('regio', `er zijn meer regio's die zo heten. Zet het id erbij dat u bedoelt.`);
  // a slip in the name would put everything in a second time, and nothing of it can be taken out again
  if (!metNaam[0] && stand.regios[0])
    throw weiger(
      'regio.naam',
      `in Houvast staat al ${stand.regios.map((r) => `"${r.naam}"`).join(', ')}. Bedoelt u die, schrijf de naam dan zo. Is dit een regio erbij, geef haar dan zelf een id.`,
    );
  return { regio: metNaam[0] };
}

/** Whether it is a leader in the app who gives and takes this function at an organisation of this kind. */
function geeftLeider(soort: string, functie: Functie): boolean {
  return TEAMLEIDERS.some((l) => FUNCTIES_BIJ[soort]?.includes(l) && functiesVanLeider(l).includes(functie));
}

/** How someone stops where they work now, so that another function or place can follow. */
function hoeWeg(m: Stand['medewerkers'][number], stand: Stand): string {
  const org = stand.organisaties.find((o) => o.regioId === m.regioId && o.id === m.organisatieId);
  if (!geeftLeider(org?.soort ?? '', m.functie as Functie))
    return `zet ${org?.naam ? `bij ${org.naam}` : 'daar'} eerst functie ${m.functie} met "vertrokken": true`;
  const leider = stand.medewerkers.some(
    (x) =>
      x.id !== m.id &&
      x.organisatieId === m.organisatieId &&
      x.actief &&
      x.inlogcode !== null &&
      isTeamleider(x.functie),
  );
  return `${leider ? 'laat' : `zet ${org?.naam ? `bij ${org.naam}` : 'daar'} eerst een andere teamleider in het bestand, draai dit commando en laat`} deze medewerker in de app vertrekken, zodat het werk naar een ander gaat`;
}

const hoofd = (zin: string): string => zin.charAt(0).toUpperCase() + zin.slice(1);

/** Where the file says something else of a worker than Houvast does, and what to do about it. */
function verschillen(
  m: Stand['medewerkers'][number],
  wens: Medewerkerwens,
  hier: { id: string; soort: string },
  stand: Stand,
): { veld: string; zin: string }[] {
  const uit: { veld: string; zin: string }[] = [];
  if (m.organisatieId !== hier.id) {
    const elders = stand.organisaties.find((o) => o.regioId === m.regioId && o.id === m.organisatieId);
    return [
      {
        veld: 'inlogcode',
        zin: `werkt in Houvast bij ${elders?.naam ?? 'een andere organisatie'}. ${hoofd(hoeWeg(m, stand))}, en draai dit commando. Zet de medewerker pas daarna hier. Of verbeter het bestand.`,
      },
    ];
  }
  if (m.naam !== wens.naam)
    uit.push({
      veld: 'naam',
      zin: `heet in Houvast "${m.naam}". Wijzig dat in de app, of schrijf het in het bestand ook zo.`,
    });
  if (m.functie !== wens.functie)
    uit.push({
      veld: 'functie',
      zin: `is in Houvast ${m.functie}. ${
        geeftLeider(hier.soort, m.functie as Functie) && geeftLeider(hier.soort, wens.functie)
          ? 'Laat de teamleider dat in de app wijzigen'
          : `${hoofd(hoeWeg(m, stand))}, en draai dit commando dan opnieuw`
      }, of verbeter het bestand.`,
    });
  const team = stand.teams.find((t) => t.regioId === m.regioId && t.id === m.teamId)?.naam;
  if (wens.team !== undefined && (team === undefined || sleutel(team) !== sleutel(wens.team)))
    uit.push({
      veld: 'team',
      zin: `zit in Houvast ${team === undefined ? 'niet in een team' : `in ${team}`}. Wijzig dat in de app, of verbeter het bestand.`,
    });
  return uit;
}

/** Who is to leave by the file, or why not. */
function wieVertrekt(
  wens: Medewerkerwens,
  hier: { id: string; soort: string },
  stand: Stand,
): Stand['medewerkers'][number] | { zin: string } | null {
  const bekend = stand.medewerkers.filter((x) => x.inlogcode === wens.inlogcode);
  const werkt = bekend.find((x) => x.actief);
  if (!werkt)
    return bekend.length > 0
      ? null
      : { zin: 'staat niet in Houvast, dus er valt niets te beëindigen: haal deze regel weg.' };
  if (werkt.organisatieId !== hier.id)
    return { zin: 'werkt in Houvast bij een andere organisatie: zet deze regel daar.' };
  if (werkt.functie !== wens.functie)
    return { zin: `is in Houvast ${werkt.functie}: schrijf dat in het bestand ook zo.` };
  if (geeftLeider(hier.soort, wens.functie))
    return {
      zin: 'vertrekt in de app, bij Collega’s van de teamleider, zodat het werk naar een ander gaat.',
    };
  return werkt;
}

/** Whose login code was a slip and is put right by the file: the same name and function, under the code that the file says it was. */
function wieHeetteZo(
  wens: Medewerkerwens,
  organisatieId: string,
  stand: Stand,
): Stand['medewerkers'][number] | undefined {
  if (wens.inlogcodeWas === undefined || stand.medewerkers.some((x) => x.inlogcode === wens.inlogcode))
    return undefined;
  return stand.medewerkers.find(
    (x) =>
      x.actief &&
      x.inlogcode === wens.inlogcodeWas &&
      x.organisatieId === organisatieId &&
      x.functie === wens.functie &&
      sleutel(x.naam) === sleutel(wens.naam),
  );
}

/**
 * What is to be said of someone whose login code is in the database already: nothing where the file says the same.
 * @returns null when this worker comes in
 */
function watBekendIs(
  wens: Medewerkerwens,
  hier: { id: string; soort: string },
  stand: Stand,
): { veld: string; zin: string }[] | null {
  const bekend = stand.medewerkers.filter((x) => x.inlogcode === wens.inlogcode);
  const werkt = bekend.find((x) => x.actief);
  if (werkt) return verschillen(werkt, wens, hier, stand);
  // a leader may have given another code since, because the one in the file was a stranger's
  const naamgenoot = stand.medewerkers.find(
    (x) => x.organisatieId === hier.id && x.actief && sleutel(x.naam) === sleutel(wens.naam),
  );
  if (naamgenoot)
    return [
      {
        veld: 'inlogcode',
        zin: `staat in Houvast al bij deze organisatie, met ${
          naamgenoot.inlogcode === null
            ? 'geen inlogcode. Is dit dezelfde, geef de code dan in de app'
            : `een andere inlogcode. Is dit dezelfde en klopt het bestand, zet er dan bij: "inlogcodeWas": "${naamgenoot.inlogcode}"`
        }. Is het een ander, schrijf de naam dan anders.`,
      },
    ];
  // a line that stayed in the file must not let in again who left; a function that no leader gives can be asked for here only
  const vanLeider = geeftLeider(hier.soort, wens.functie);
  if (!bekend.some((x) => x.organisatieId === hier.id && (vanLeider || x.functie === wens.functie)))
    return null;
  const terug = vanLeider
    ? ' Komt iemand terug, dan doet de teamleider dat in de app.'
    : ' Komt iemand terug, geef dan een andere inlogcode.';
  return [
    { veld: '', zin: `vertrok hier in Houvast en komt er zo niet weer bij: haal deze regel weg.${terug}` },
  ];
}

/**
 * Decides what is to be added to what is there, so that the region is what the file says.
 * @param maakId gives each new row its id
 * @throws Inrichtingsfout when the region cannot be told, stands beside a fictitious one, or would work without someone it cannot do without
 */
export function beslisInrichting(wens: Inrichting, stand: Stand, maakId: () => string): Inrichtingsplan {
  const demo = stand.regios.find((r) => r.fictief);
  if (demo)
    throw new Inrichtingsfout([
      `In deze database staat de fictieve regio ${demo.naam}. Een echte regio komt nooit naast een fictieve: neem een andere database (DATABASE_URL) of een andere gegevensmap (HOUVAST_DATA).`,
    ]);
  const gevonden = vindRegio(wens.regio, stand);
  const regio = gevonden.regio ?? { id: wens.regio.id?.toLowerCase() ?? maakId(), naam: wens.regio.naam };
  const van = <T extends { regioId: string }>(rijen: readonly T[]) =>
    rijen.filter((r) => r.regioId === regio.id);
  const [hier, teams, mensen] = [van(stand.organisaties), van(stand.teams), van(stand.medewerkers)];
  const nieuw = {
    organisaties: [] as Inrichtingsplan['organisaties'][number][],
    teams: [] as Inrichtingsplan['teams'][number][],
    medewerkers: [] as Inrichtingsplan['medewerkers'][number][],
    vertrekken: [] as Inrichtingsplan['vertrekken'][number][],
    inlogcodes: [] as Inrichtingsplan['inlogcodes'][number][],
    wijzigingen: [] as Inrichtingsplan['wijzigingen'][number][],
  };
  const anders: Zin[] = gevonden.anders ? [gevonden.anders] : [];
  const straks: { id: string; plek: string | null; soort: string }[] = [];

  for (const [i, o] of wens.organisaties.entries()) {
    const plek = `organisaties[${i}]`;
    const staat =
      hier.find((h) => h.naam === o.naam) ?? hier.find((h) => sleutel(h.naam) === sleutel(o.naam));
    if (staat && (!staat.open || staat.soort !== o.soort)) {
      anders.push(
        staat.open
          ? {
              plek: `${plek}.soort`,
              zin: `is in Houvast een ${staat.soort}. Een andere soort is een andere organisatie: geef haar een andere naam. Wat eronder staat is overgeslagen.`,
            }
          : {
              plek,
              zin: 'is in Houvast gesloten. Wat eronder staat is overgeslagen; haal haar uit het bestand.',
            },
      );
      continue;
    }
    if (staat && staat.naam !== o.naam) anders.push({ plek: `${plek}.naam`, zin: andereNaam(staat.naam) });
    const id = staat?.id ?? maakId();
    straks.push({ id, plek: `${plek}.medewerkers`, soort: o.soort });
    if (!staat)
      nieuw.organisaties.push({
        id,
        naam: o.naam,
        soort: o.soort,
        gemeentecode: o.gemeentecode ?? null,
        contact: o.contact ?? null,
      });
    for (const veld of ['contact', 'gemeentecode'] as const) {
      const naar = o[veld];
      if (staat && naar !== undefined && staat[veld] !== naar)
        nieuw.wijzigingen.push({ organisatieId: id, organisatie: staat.naam, veld, van: staat[veld], naar });
    }
    const teamIds = new Map(
      teams.filter((t) => t.organisatieId === id).map((t) => [sleutel(t.naam), t.id] as const),
    );
    for (const naam of o.teams) {
      if (teamIds.has(sleutel(naam))) continue;
      const teamId = maakId();
      teamIds.set(sleutel(naam), teamId);
      nieuw.teams.push({ id: teamId, organisatieId: id, organisatie: o.naam, naam });
    }
    for (const [j, m] of o.medewerkers.entries()) {
      const plekM = `${plek}.medewerkers[${j}]`;
      if (m.vertrokken) {
        const wie = wieVertrekt(m, { id, soort: o.soort }, stand);
        if (wie && 'zin' in wie) anders.push({ plek: plekM, zin: wie.zin });
        else if (wie)
          nieuw.vertrekken.push({ id: wie.id, organisatie: o.naam, naam: wie.naam, functie: wie.functie });
        continue;
      }
      const anderecode = wieHeetteZo(m, id, stand);
      if (anderecode) {
        nieuw.inlogcodes.push({
          id: anderecode.id,
          organisatie: o.naam,
          naam: anderecode.naam,
          naar: m.inlogcode,
        });
        continue;
      }
      const bekend = watBekendIs(m, { id, soort: o.soort }, stand);
      if (bekend) {
        anders.push(...bekend.map(({ veld, zin }) => ({ plek: `${plekM}${veld && `.${veld}`}`, zin })));
        continue;
      }
      nieuw.medewerkers.push({
        id: maakId(),
        organisatieId: id,
        organisatie: o.naam,
        teamId: m.team === undefined ? null : (teamIds.get(sleutel(m.team)) ?? null),
        naam: m.naam,
        functie: m.functie,
        inlogcode: m.inlogcode,
      });
    }
  }

  for (const h of hier)
    if (h.open && !straks.some((s) => s.id === h.id)) straks.push({ id: h.id, plek: null, soort: h.soort });
  const mist = eisen(
    straks.map((s) => ({
      ...s,
      functies: new Set(
        [
          ...mensen.filter((m) => m.actief && !nieuw.vertrekken.some((v) => v.id === m.id)),
          ...nieuw.medewerkers,
        ]
          .filter((m) => m.organisatieId === s.id)
          .map((m) => m.functie),
      ),
    })),
  );
  const zeg = (zinnen: readonly Zin[]) => inVolgorde(zinnen, wens.organisaties);
  // the file names them, but they do not come in: why not stands beside it
  if (mist.length > 0) throw new Inrichtingsfout(zeg([...mist, ...anders]));
  return { regio: { id: regio.id, naam: regio.naam, nieuw: !gevonden.regio }, ...nieuw, anders: zeg(anders) };
}
