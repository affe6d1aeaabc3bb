// SPDX-License-Identifier: EUPL-1.2
// Every route, called as everyone, about every casus: their own, another team's, a sealed one, another region's, one that does not
// exist. What is hidden answers as what is not there, and what does come back holds nothing of another family.
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Functie } from '../src/kern/toegang/toegangsregels.ts';
import { MENS, type MensNaam, maakTestHuis, meldingVoorbeeld, ORG, type TestHuis } from './huis.ts';
import {
  ANDERS,
  type CasusNaam,
  DEEL,
  type Keten,
  MERK,
  plantKeten,
  spiegelId,
  spiegelMerk,
  spiegelRegio,
  WAS_DEEL,
} from './hulp/twee-regios.ts';

/** What an id in an address names. */
type Soort = keyof typeof IDS;
/** The words for "who". */
const ALLEN = [...new Set(Object.values(MENS).map((m) => m.functie))];
const VT: Functie[] = ['vt_medewerker', 'vt_gedragswetenschapper', 'vt_teamleider'];
const WERK: Functie[] = [...VT, 'regisseur', 'lokaal_teamleider'];
const BUITEN: Functie[] = ['professional', 'regisseur', 'lokaal_teamleider'];
const LEIDERS: Functie[] = ['vt_teamleider', 'lokaal_teamleider'];

/** The words for "on what": whether this person may, on what hangs on this casus. `rij` is the row that the address names. */
type Deel = (wie: MensNaam, casus: CasusNaam, rij: Record<string, unknown>) => boolean;
const HOUDER: Record<CasusNaam, keyof typeof ORG | null> = {
  vt: 'vt',
  emmen: 'emmen',
  assen: 'assen',
  aanbod: 'vt',
  school: 'vt',
  politie: 'vt',
  samen: 'vt',
  dicht: null,
};
const dicht = (wie: MensNaam, casus: CasusNaam) =>
  (casus === ANDERS.verzegeld.casus && !(ANDERS.verzegeld.genoemd as readonly string[]).includes(wie)) ||
  (casus === ANDERS.belang.casus && wie === ANDERS.belang.wie);
const van = (wie: MensNaam, org: keyof typeof ORG | null) =>
  org !== null && MENS[wie].organisatie === ORG[org];
const betrokken: Deel = (wie, casus) => !dicht(wie, casus) && DEEL[casus].some((o) => van(wie, o));
/** Their organisation had a part in it: what it received or wrote is its own dossier. */
const dossier: Deel = (wie, casus) => !dicht(wie, casus) && (WAS_DEEL[casus] ?? []).some((o) => van(wie, o));
/** Of those with a part in it: the organisation that set this voorwaarde. */
const steller: Deel = (wie, casus, rij) =>
  betrokken(wie, casus, rij) && MENS[wie].organisatie === rij['organisatie_id'];
const houder: Deel = (wie, casus) => !dicht(wie, casus) && van(wie, HOUDER[casus]);
/** Who accepted a casus is its regisseur, also when it is closed. */
const regisseur: Deel = (wie, casus) =>
  (wie === 'emmen' && (casus === 'emmen' || casus === 'dicht')) || (wie === 'assen' && casus === 'assen');
/** The Veilig Thuis that received the report: all of them came in at the same one. */
const ontvanger: Deel = (wie, casus) => !dicht(wie, casus) && van(wie, 'vt');
const eigen =
  (...kolommen: string[]): Deel =>
  (wie, casus, rij) =>
    !dicht(wie, casus) && kolommen.some((k) => rij[k] === MENS[wie].organisatie);
const nood: Deel = (wie, casus) => wie === ANDERS.nood.wie && casus === ANDERS.nood.casus;
const gedeeld =
  (deel?: string): Deel =>
  (wie, casus) =>
    van(wie, ANDERS.deling.naar) &&
    casus === ANDERS.deling.casus &&
    (deel === undefined || (ANDERS.deling.onderdelen as readonly string[]).includes(deel));
const of =
  (...delen: Deel[]): Deel =>
  (wie, casus, rij) =>
    delen.some((d) => d(wie, casus, rij));

interface Indeling {
  /** The functions that get an answer at all. */
  wie: readonly Functie[];
  /** What the id in the address names, and on which of those; without it a list or something of one's own. */
  op?: Soort;
  deel?: Deel;
  /** Who knows of it without being shown it: whoever received a melding that is another's casus by now. */
  weet?: Deel;
}

/** Where the rows stand that an id can name, and the column that names their casus. */
const IDS = {
  casus: 'select * from casus where id = $1',
  melding: 'select * from melding where casus_id = $1',
  uitspraak: 'select * from uitspraak where casus_id = $1 and vrij_op is not null and not afgeschermd',
  voorwaarde: 'select * from voorwaarde where casus_id = $1',
  afspraak: 'select * from afspraak where casus_id = $1',
  termijn: 'select * from termijn where casus_id = $1 and afgerond_op is null',
  kandidaat: `select k.* from radar_kandidaat k join melding m on m.regio_id = k.regio_id and m.id = k.melding_id where m.casus_id = $1`,
  inzage:
    'select i.* from radar_inzage i join melding m on m.regio_id = i.regio_id and m.id = i.melding_id where m.casus_id = $1',
  samenvoeging: 'select * from samenvoeging where casus_id = $1',
  beoordeling: 'select * from beoordeling where casus_id = $1',
  overdracht: 'select * from overdracht where casus_id = $1',
  terugkoppeling: 'select * from terugkoppeling where casus_id = $1',
  monitormoment: 'select * from monitormoment where casus_id = $1',
  deling: `select * from deling where casus_id = $1 and tot > '2026-11-23T12:00:00Z'`,
  belang: 'select * from belang where casus_id = $1',
} as const;

const leesCasus = of(betrokken, nood);
/** The own team leader; where there is none, the privacy officer. */
const besluitBelang: Deel = (wie, casus) =>
  MENS[wie].functie === 'privacyfunctionaris'
    ? casus === ANDERS.belangFg.casus
    : van(wie, 'vt') && casus === ANDERS.belang.casus;
/**
 * Every operation of the API, by its operationId. A new one: say here which functions get an answer, and about what. Where the
 * address names something, `op` says what, and `deel` on which of those.
 */
const INDELING: Record<string, Indeling> = {
  // one's own desk
  ikLezen: { wie: ALLEN },
  conceptBewaren: { wie: ALLEN },
  conceptLezen: { wie: ALLEN },
  conceptWeggooien: { wie: ALLEN },
  conceptLijst: { wie: ALLEN },
  organisatieLijst: { wie: ALLEN },
  medewerkerLijst: { wie: ALLEN },
  organisatieSluiten: { wie: ['vt_teamleider'] },
  collegasLijst: { wie: LEIDERS },
  medewerkerToevoegen: { wie: LEIDERS },
  medewerkerWijzigen: { wie: LEIDERS },
  medewerkerWerkOverdragen: { wie: LEIDERS },
  medewerkerVertrek: { wie: LEIDERS },
  medewerkerTerugkeer: { wie: LEIDERS },
  kringLezen: { wie: ALLEN },
  kringBewaren: { wie: ALLEN },
  kringWeghalen: { wie: ALLEN },
  // casus
  casusLezen: { wie: [...WERK, 'professional'], op: 'casus', deel: of(leesCasus, dossier, gedeeld()) },
  casusTijdlijn: {
    wie: [...WERK, 'professional'],
    op: 'casus',
    deel: of(leesCasus, dossier, gedeeld('tijdlijn')),
  },
  casussenZoeken: { wie: WERK },
  casusToegang: { wie: WERK, op: 'casus', deel: betrokken },
  uitsprakenLijst: {
    wie: [...WERK, 'professional'],
    op: 'casus',
    deel: of(leesCasus, dossier, gedeeld('uitspraken')),
  },
  uitspraakToevoegen: { wie: WERK, op: 'casus', deel: betrokken },
  wederhoorVastleggen: { wie: WERK, op: 'uitspraak', deel: betrokken },
  uitspraakAfschermen: {
    wie: WERK,
    op: 'uitspraak',
    deel: (wie, casus, rij) => betrokken(wie, casus, rij) && eigen('organisatie_id')(wie, casus, rij),
  },
  uitspraakVrijgeven: {
    wie: WERK,
    op: 'uitspraak',
    deel: (wie, casus, rij) => betrokken(wie, casus, rij) && eigen('organisatie_id')(wie, casus, rij),
  },
  veiligheidscontroleVastleggen: { wie: WERK, op: 'casus', deel: betrokken },
  veiligheidscontrolesLezen: {
    wie: [...WERK, 'professional'],
    op: 'casus',
    deel: of(leesCasus, dossier, gedeeld('monitoring')),
  },
  wachtendeGezinnen: { wie: WERK },
  // plan
  voorwaardenLijst: { wie: [...WERK, 'professional'], op: 'casus', deel: of(leesCasus, gedeeld('plan')) },
  voorwaardeStellen: { wie: WERK, op: 'casus', deel: betrokken },
  voorwaardeControleren: { wie: WERK, op: 'voorwaarde', deel: betrokken },
  voorwaardeVervallen: { wie: WERK, op: 'voorwaarde', deel: steller, weet: betrokken },
  afsprakenLijst: { wie: [...WERK, 'professional'], op: 'casus', deel: of(leesCasus, gedeeld('plan')) },
  afspraakMaken: { wie: WERK, op: 'casus', deel: betrokken },
  afspraakBeeindigen: { wie: WERK, op: 'afspraak', deel: betrokken },
  cijfersLijst: { wie: [...WERK, 'professional'], op: 'casus', deel: of(leesCasus, gedeeld('plan')) },
  cijferGeven: { wie: WERK, op: 'casus', deel: betrokken },
  fasewisselingenLijst: { wie: [...WERK, 'professional'], op: 'casus', deel: of(leesCasus, gedeeld('plan')) },
  faseWisselen: { wie: WERK, op: 'casus', deel: betrokken },
  // melding and advies
  meldingIndienen: { wie: [...WERK, 'professional'] },
  meldingLijst: { wie: VT },
  meldingLezen: { wie: VT, op: 'melding', deel: ontvanger },
  eigenMeldingen: { wie: BUITEN },
  bijlageToevoegen: { wie: VT, op: 'melding', deel: ontvanger },
  bijlageLezen: { wie: VT, op: 'melding', deel: ontvanger },
  adviesVastleggen: { wie: VT },
  adviesLijst: { wie: VT },
  adviesLezen: { wie: VT },
  adviesOmzetten: { wie: VT },
  adviesVerbeteren: { wie: VT },
  // deadlines
  termijnOpschorten: { wie: WERK, op: 'termijn', deel: eigen('eigenaar_organisatie_id') },
  termijnHervatten: { wie: WERK, op: 'termijn', deel: eigen('eigenaar_organisatie_id') },
  termijnAfronden: { wie: WERK, op: 'termijn', deel: eigen('eigenaar_organisatie_id') },
  termijnVerlengen: { wie: WERK, op: 'termijn', deel: eigen('eigenaar_organisatie_id') },
  termijnOppakken: { wie: WERK, op: 'termijn', deel: eigen('eigenaar_organisatie_id') },
  termijnTerugleggen: { wie: WERK, op: 'termijn', deel: eigen('eigenaar_organisatie_id') },
  // radar
  radarZoeken: { wie: VT },
  radarEerderBijTypen: { wie: VT },
  radarEerder: { wie: VT, op: 'kandidaat', deel: ontvanger },
  radarContact: { wie: VT, op: 'inzage', deel: (wie, _casus, rij) => rij['medewerker_id'] === MENS[wie].id },
  radarLezen: { wie: VT, op: 'melding', deel: ontvanger },
  radarBeoordelen: { wie: VT, op: 'kandidaat', deel: ontvanger },
  radarTerugdraaien: { wie: VT, op: 'kandidaat', deel: ontvanger },
  casusSamenvoegen: { wie: VT, op: 'casus', deel: betrokken },
  samenvoegingenLezen: { wie: WERK, op: 'casus', deel: of(leesCasus, dossier) },
  samenvoegingLezen: { wie: WERK, op: 'samenvoeging', deel: betrokken },
  samenvoegenTerugdraaien: { wie: VT, op: 'samenvoeging', deel: betrokken },
  // beoordeling: of the Veilig Thuis that received the melding
  beoordelingVanMelding: { wie: VT, op: 'melding', deel: ontvanger },
  beoordelingLezen: { wie: VT, op: 'beoordeling', deel: ontvanger },
  beoordelingBewaren: { wie: VT, op: 'beoordeling', deel: ontvanger },
  beoordelingVoorleggen: { wie: VT, op: 'beoordeling', deel: ontvanger },
  beoordelingVaststellen: { wie: VT, op: 'beoordeling', deel: ontvanger },
  beoordelingTerugleggen: { wie: VT, op: 'beoordeling', deel: ontvanger },
  // overdracht
  overdrachtVoorbereiden: { wie: WERK, op: 'casus', deel: houder },
  overdrachtAanbieden: { wie: WERK, op: 'casus', deel: houder },
  overdrachtLijst: { wie: WERK },
  overdrachtLezen: {
    wie: WERK,
    op: 'overdracht',
    deel: of(betrokken, eigen('van_organisatie_id', 'naar_organisatie_id')),
  },
  overdrachtAanvaarden: { wie: WERK, op: 'overdracht', deel: eigen('naar_organisatie_id') },
  overdrachtWeigeren: { wie: WERK, op: 'overdracht', deel: eigen('naar_organisatie_id') },
  overdrachtIntrekken: { wie: WERK, op: 'overdracht', deel: eigen('van_organisatie_id') },
  overdrachtBehouden: { wie: WERK, op: 'overdracht', deel: eigen('van_organisatie_id') },
  regisseurNoemen: { wie: WERK, op: 'casus', deel: houder },
  terugkoppelingLezen: { wie: VT, op: 'terugkoppeling', deel: ontvanger },
  terugkoppelingLijst: { wie: VT, op: 'melding', deel: ontvanger },
  terugkoppelingVersturen: { wie: VT, op: 'terugkoppeling', deel: ontvanger },
  terugkoppelingAfzien: { wie: VT, op: 'terugkoppeling', deel: ontvanger },
  // monitoring and closing
  monitormomentenVanCasus: {
    wie: [...WERK, 'professional'],
    op: 'casus',
    deel: of(leesCasus, dossier, gedeeld('monitoring')),
  },
  monitormomentPlannen: { wie: WERK, op: 'casus', deel: betrokken },
  monitoringBeeindigen: { wie: WERK, op: 'casus', deel: betrokken },
  monitormomentenLijst: { wie: WERK },
  monitormomentLezen: {
    wie: [...WERK, 'professional'],
    op: 'monitormoment',
    deel: of(
      leesCasus,
      (wie, casus, rij) => dossier(wie, casus, rij) && eigen('organisatie_id')(wie, casus, rij),
    ),
  },
  monitormomentUitvoeren: { wie: WERK, op: 'monitormoment', deel: betrokken },
  afsluitingVoorbereiden: { wie: WERK, op: 'casus', deel: houder },
  casusAfsluiten: { wie: WERK, op: 'casus', deel: houder },
  // work and figures
  werkLezen: { wie: WERK },
  teamcijfers: { wie: WERK },
  teamcijfersCsv: { wie: WERK },
  teamcijfersLijst: { wie: WERK },
  regiocijfers: { wie: ['beleid', ...LEIDERS] },
  // who is shut out, and for whom something opened
  noodtoegangOpenen: { wie: WERK },
  noodtoegangEigen: { wie: WERK },
  noodtoegangLijst: { wie: ['privacyfunctionaris'] },
  noodtoegangNakijken: { wie: ['privacyfunctionaris'] },
  delingGeven: { wie: WERK, op: 'casus', deel: of(houder, regisseur) },
  delingIntrekken: { wie: WERK, op: 'deling', deel: of(houder, regisseur) },
  delingenEigen: { wie: [...WERK, 'professional'] },
  casusVerzegelen: { wie: LEIDERS, op: 'casus', deel: houder },
  casusOntzegelen: { wie: LEIDERS, op: 'casus', deel: houder },
  casusNoemen: { wie: LEIDERS, op: 'casus', deel: houder },
  casusNietMeerNoemen: { wie: LEIDERS, op: 'casus', deel: houder },
  // oversight: of any casus by its number, who looked and nothing of what stands in it
  toezichtLezen: { wie: ['privacyfunctionaris'] },
  toezichtGezien: { wie: ['privacyfunctionaris'] },
  toezichtMedewerkers: { wie: ['privacyfunctionaris'] },
  toezichtMedewerker: { wie: ['privacyfunctionaris'] },
  toezichtCasus: { wie: ['privacyfunctionaris'] },
  overzichtPersonen: { wie: ['privacyfunctionaris'] },
  overzichtBetrokkene: { wie: ['privacyfunctionaris'] },
  belangLijst: { wie: [...LEIDERS, 'privacyfunctionaris'] },
  belangOpheffen: { wie: [...LEIDERS, 'privacyfunctionaris'], op: 'belang', deel: besluitBelang },
  belangBevestigen: { wie: [...LEIDERS, 'privacyfunctionaris'], op: 'belang', deel: besluitBelang },
};

/** The doors beside the API, which are described by their standards. */
const ANDERE_DEUREN: { methode: Methode; pad: string; wie: readonly Functie[]; body?: unknown }[] = [
  { methode: 'GET', pad: '/api/jzv_meldingen/v1/meldingen', wie: ['politie'] },
  { methode: 'GET', pad: '/api/jzv_meldingen/v1/meldingen/{nummer}', wie: ['politie'] },
  { methode: 'DELETE', pad: '/api/jzv_meldingen/v1/meldingen/{nummer}', wie: ['politie'] },
  { methode: 'GET', pad: '/api/jzv_meldingen/v1/uitkomstmeldingen/{nummer}', wie: ['politie'] },
];

// ── The document ────────────────────────────────────────────────────────────────────────────────────────────────────
type Methode = 'GET' | 'POST' | 'PUT' | 'DELETE';
interface Schema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  anyOf?: Schema[];
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
}
interface Inhoud {
  content?: Record<string, { schema: Schema }>;
}
interface Document {
  paths: Record<
    string,
    Record<string, { operationId: string; requestBody?: Inhoud; responses: Record<string, Inhoud> }>
  >;
  components: { schemas: Record<string, Schema> };
}
interface Operatie {
  id: string;
  methode: Methode;
  pad: string;
  body: unknown;
  soortBody: string;
  antwoorden: Record<string, Inhoud>;
}

let t: TestHuis;
let keten: Keten;
let document: Document;
let operaties: Operatie[];
/** The row that stands for a kind of thing in each casus. */
const rijen = new Map<Soort, Map<CasusNaam, Record<string, unknown>>>();
const keurders = new Map<string, ValidateFunction>();

/** Where the least that fits the schema is not enough to be heard. */
const BODY: Record<string, unknown> = { meldingIndienen: meldingVoorbeeld() };

/** A body that fits the schema with the least in it. */
function kleinste(s: Schema): unknown {
  if (s.$ref) return kleinste(document.components.schemas[s.$ref.split('/').at(-1) ?? ''] ?? {});
  if (s.anyOf) return kleinste(s.anyOf[0] ?? {});
  if (s.const !== undefined) return s.const;
  if (s.enum) return s.enum[0];
  switch (s.type) {
    case 'object':
      return Object.fromEntries((s.required ?? []).map((k) => [k, kleinste(s.properties?.[k] ?? {})]));
    case 'array':
      return Array.from({ length: s.minItems ?? 0 }, () => kleinste(s.items ?? {}));
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return s.minimum ?? 1;
    case 'string':
      if (s.format === 'uuid') return MENS.visser.id;
      if (s.format === 'date') return '2026-12-24';
      if (s.format === 'date-time') return '2026-11-23T08:00:00Z';
      return 'x'.repeat(Math.max(s.minLength ?? 1, 3));
    default:
      return {};
  }
}

/** The same schema, in which nothing may stand that it does not name. */
function streng(s: unknown): unknown {
  if (Array.isArray(s)) return s.map(streng);
  if (!s || typeof s !== 'object') return s;
  const uit = Object.fromEntries(Object.entries(s).map(([k, v]) => [k, streng(v)]));
  return 'properties' in uit && !('additionalProperties' in uit)
    ? { ...uit, additionalProperties: false }
    : uit;
}

beforeAll(async () => {
  t = await maakTestHuis();
  keten = await plantKeten(t);
  await spiegelRegio(t);
  const casus = await t.database.beheer.query<{ nummer: string; persoon: string }>(
    `select c.nummer, k.persoon_id as persoon from casus c join casus_persoon p on p.casus_id = c.id
     join koppeling k on k.vermelding_id = p.vermelding_id and k.tot is null where c.id = $1`,
    [keten.casus.vt],
  );
  const casusnummer = casus.rows[0]?.nummer;
  BODY['toezichtCasus'] = BODY['overzichtPersonen'] = { casusnummer };
  BODY['overzichtBetrokkene'] = { casusnummer, persoonId: casus.rows[0]?.persoon };
  document = (await t.app.inject({ url: '/api/v1/openapi.json' })).json();
  operaties = Object.entries(document.paths).flatMap(([pad, methoden]) =>
    Object.entries(methoden).map(([methode, op]) => {
      const [soortBody, inhoud] = Object.entries(op.requestBody?.content ?? {})[0] ?? ['', undefined];
      return {
        id: op.operationId,
        methode: methode.toUpperCase() as Methode,
        pad: `/api/v1${pad}`,
        body:
          BODY[op.operationId] ??
          (soortBody === 'application/json' && inhoud ? kleinste(inhoud.schema) : undefined),
        soortBody,
        antwoorden: op.responses,
      };
    }),
  );
  for (const [soort, tekst] of Object.entries(IDS)) {
    const per = new Map<CasusNaam, Record<string, unknown>>();
    for (const [naam, casusId] of Object.entries(keten.casus)) {
      const { rows } = await t.database.beheer.query(`${tekst} order by id limit 1`, [casusId]);
      if (rows[0]) per.set(naam as CasusNaam, rows[0]);
    }
    rijen.set(soort as Soort, per);
  }
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'document', components: streng(document.components) } as object);
  for (const op of operaties)
    for (const [status, antwoord] of Object.entries(op.antwoorden)) {
      const schema = antwoord.content?.['application/json']?.schema;
      if (!schema || !status.startsWith('2')) continue;
      const tekst = JSON.stringify(streng(schema)).replaceAll('"#/components', '"document#/components');
      keurders.set(`${op.id} ${status}`, ajv.compile(JSON.parse(tekst)));
    }
});
afterAll(() => t.weg());

// of two colleagues with the same function and the same casussen one is enough
const wezens = (Object.keys(MENS) as MensNaam[]).filter(
  (wie) => wie !== 'zuidTweede' && wie !== 'emmenLeider',
);
let geroepen = 0;
const NIET = '01900000-0000-7000-8000-000000000000';

function roep(wie: MensNaam, op: Pick<Operatie, 'methode' | 'pad' | 'body' | 'soortBody'>, id?: string) {
  const url = op.pad
    .replace(/\{id\}/, id ?? NIET)
    .replace(/\{figuur\}/, 'in')
    .replace(/\{[A-Za-z]+\}/g, NIET);
  // each from an address of its own: how much one may ask is not what is walked here
  geroepen += 1;
  const remoteAddress = `10.${geroepen >> 16}.${(geroepen >> 8) & 255}.${geroepen & 255}`;
  const binair = op.soortBody !== '' && op.soortBody !== 'application/json';
  return t.app.inject({
    method: op.methode,
    url,
    remoteAddress,
    headers: { 'x-test-wie': wie, ...(binair ? { 'content-type': op.soortBody } : {}) },
    ...(binair
      ? { payload: Buffer.from('%PDF-1.7 x') }
      : op.body === undefined
        ? {}
        : { payload: op.body as object }),
  });
}

/** All of an answer but what differs by nature: the number of this one error, and when it was. */
function gezicht(a: LightMyRequestResponse, ids: readonly string[]): string {
  const zonder = (x: string) =>
    ids.reduce((y, id) => y.replaceAll(id, '…'), x).replace(/urn:houvast:fout:[0-9a-f]+/g, 'fout');
  const { date: _d, ...koppen } = a.headers;
  const rest = Object.entries(koppen).filter(([k]) => !/^x-?rate|ratelimit|retry-after/i.test(k));
  return JSON.stringify([a.statusCode, zonder(a.body), zonder(JSON.stringify(rest))]);
}

/** The casussen of which this person may read a word: a part, an own report, an offer, or something that opened. */
function kent(wie: MensNaam): Set<CasusNaam> {
  const uit = new Set<CasusNaam>();
  for (const casus of Object.keys(MERK) as CasusNaam[]) {
    const werkt = WERK.includes(MENS[wie].functie);
    const deel =
      (werkt && (betrokken(wie, casus, {}) || ontvanger(wie, casus, {}) || nood(wie, casus, {}))) ||
      gedeeld()(wie, casus, {}) ||
      (wie === 'school' && casus === 'school') ||
      (wie === 'politie' && casus === 'politie') ||
      (van(wie, 'emmen') && casus === 'aanbod');
    if (deel) uit.add(casus);
  }
  return uit;
}

/** What stands in an answer and may not: a word of a family that this person does not know, or a field that was not declared. */
function verkeerd(wie: MensNaam, op: Operatie, a: LightMyRequestResponse): string[] {
  const uit: string[] = [];
  const bekend = kent(wie);
  const tekst = `${a.body} ${JSON.stringify(a.headers)}`.toLowerCase();
  for (const [casus, merk] of Object.entries(MERK)) {
    if (tekst.includes(spiegelMerk(merk))) uit.push(`een woord van de andere regio (${casus})`);
    if (!bekend.has(casus as CasusNaam) && tekst.includes(merk.toLowerCase()))
      uit.push(`een woord van casus ${casus}`);
  }
  if (a.statusCode >= 300) return uit;
  const keur = keurders.get(`${op.id} ${a.statusCode}`);
  if (keur && !keur(a.json()))
    uit.push(`niet volgens het schema: ${JSON.stringify(keur.errors?.slice(0, 2))}`);
  return uit;
}

describe('every operation', () => {
  it('is classified, and nothing is classified that is not there', () => {
    const ids = operaties.map((o) => o.id);
    expect(
      ids.filter((id) => !(id in INDELING)),
      'Een route die niemand heeft ingedeeld. Zet haar in INDELING (test/routes.access.test.ts): wie krijgt antwoord, en over welke casus?',
    ).toEqual([]);
    expect(Object.keys(INDELING).filter((id) => !ids.includes(id))).toEqual([]);
    for (const soort of Object.keys(IDS) as Soort[])
      expect(rijen.get(soort)?.size, `Zet van ${soort} een rij in test/hulp/twee-regios.ts`).toBeGreaterThan(
        0,
      );
  });

  it('would be found out by a word of another family, one of another region, or a field that nobody declared', async () => {
    const op = operaties.find((o) => o.id === 'ikLezen') as Operatie;
    const goed = await roep('school', op);
    const met = (body: string) => ({
      ...goed,
      statusCode: 200,
      headers: {},
      body,
      json: () => JSON.parse(body),
    });
    expect(goed.body).toContain(MENS.school.naam);
    const fout = (anders: string) =>
      verkeerd(
        'school',
        op,
        met(goed.body.replace(MENS.school.naam, anders)) as unknown as LightMyRequestResponse,
      );
    expect(fout('I. Schut')).toEqual([]);
    expect(fout(MERK.school)).toEqual([]);
    expect(fout(`Gezin ${MERK.vt}`)).toEqual(['een woord van casus vt']);
    expect(fout(spiegelMerk(MERK.school))).toEqual(['een woord van de andere regio (school)']);
    expect(fout('I. Schut", "bsn": "999993653')[0]).toMatch('niet volgens het schema');
  });

  it('answers about what is hidden as about what is not there, and does nothing', async () => {
    const klachten: string[] = [];
    const voor = await handelingen();
    let gevraagd = 0;
    for (const op of operaties) {
      const indeling = INDELING[op.id] as Indeling;
      for (const wie of wezens) {
        const magDeze = indeling.wie.includes(MENS[wie].functie);
        if (!indeling.op) {
          if (magDeze) continue;
          const a = await roep(wie, op);
          gevraagd += 1;
          if (a.statusCode !== 403) klachten.push(`${op.id}: ${wie} krijgt ${a.statusCode} en mag dit niet`);
          continue;
        }
        const soort = rijen.get(indeling.op) ?? new Map();
        const alle = [...soort]
          .filter(
            ([casus, rij]) => !magDeze || ![indeling.deel, indeling.weet].some((d) => d?.(wie, casus, rij)),
          )
          .map(([, rij]) => String(rij.id));
        // reading is tried on all of them; for writing the first and the last, which is another organisation's or sealed
        const verborgen =
          op.methode === 'GET' ? alle : alle.filter((_id, i) => i === 0 || i === alle.length - 1);
        const elders = [...soort.values()].map((rij) => spiegelId(String(rij.id))).slice(0, 1);
        const niets = await roep(wie, op, NIET);
        const anders = gezicht(niets, [NIET]);
        if (![403, 404].includes(niets.statusCode))
          klachten.push(`${op.id}: ${wie} krijgt ${niets.statusCode} op wat niet bestaat`);
        // by function alone one is enough: the answer is given before anything is looked up
        for (const id of magDeze ? [...verborgen, ...elders] : verborgen.slice(0, 1)) {
          gevraagd += 1;
          const a = await roep(wie, op, id);
          if (gezicht(a, [id]) !== anders)
            klachten.push(
              `${op.id}: ${wie} ${id} antwoordt anders dan wat niet bestaat: ${gezicht(a, [id]).slice(0, 300)} / ${anders.slice(0, 300)}`,
            );
          klachten.push(...verkeerd(wie, op, a).map((w) => `${op.id}: ${wie}: ${w}`));
        }
      }
    }
    expect(klachten).toEqual([]);
    expect(await handelingen()).toBe(voor);
    expect(gevraagd).toBeGreaterThan(1_500);
  });

  it('shows to who may read it what was declared, and no word of another family', async () => {
    const klachten: string[] = [];
    let gelezen = 0;
    for (const op of operaties.filter((o) => o.methode === 'GET' || /_zoek$|\/overzicht$/.test(o.pad))) {
      const indeling = INDELING[op.id] as Indeling;
      for (const wie of wezens.filter((w) => indeling.wie.includes(MENS[w].functie))) {
        const ids = indeling.op
          ? [...(rijen.get(indeling.op) ?? [])]
              .filter(([c, r]) => indeling.deel?.(wie, c, r))
              .map(([, r]) => String(r['id']))
          : [MENS[wie].organisatie];
        const bodies =
          op.id === 'casussenZoeken'
            ? [{}, ...Object.values(MERK).map((zoekterm) => ({ zoekterm }))]
            : [op.body];
        if (op.id === 'radarZoeken')
          bodies.splice(
            0,
            1,
            ...Object.values(MERK).map((achternaam) => ({ personen: [{ rol: 'slachtoffer', achternaam }] })),
          );
        for (const id of ids)
          for (const body of bodies) {
            const a = await roep(wie, { ...op, body }, id);
            gelezen += 1;
            const eigenId = !indeling.op && op.pad.includes('{id}') && a.statusCode === 404;
            if (a.statusCode !== 200 && !eigenId && !/bijlageLezen/.test(op.id))
              klachten.push(`${op.id}: ${wie} ${id} krijgt ${a.statusCode}: ${a.body.slice(0, 200)}`);
            klachten.push(...verkeerd(wie, op, a).map((w) => `${op.id}: ${wie}: ${w}`));
          }
      }
    }
    expect(klachten).toEqual([]);
    expect(gelezen).toBeGreaterThan(500);
  });

  it('of another standard is open to whom that standard names', async () => {
    const klachten: string[] = [];
    for (const deur of ANDERE_DEUREN)
      for (const wie of wezens.filter((w) => !deur.wie.includes(MENS[w].functie))) {
        const pad = deur.pad.replace('{nummer}', 'PL0100-2026-000001');
        const a = await roep(wie, { methode: deur.methode, pad, body: undefined, soortBody: '' });
        if (a.statusCode !== 403) klachten.push(`${deur.methode} ${pad}: ${wie} krijgt ${a.statusCode}`);
      }
    for (const wie of wezens)
      for (const id of [...Object.values(keten.casus), spiegelId(keten.casus.vt), NIET]) {
        const casus = (Object.keys(MERK) as CasusNaam[]).find((c) => keten.casus[c] === id);
        const a = await t.als(wie).post('/access/v1/evaluation', {
          subject: { type: 'medewerker', id: MENS[wie].id },
          action: { name: 'casus.lezen' },
          resource: { type: 'casus', id },
          context: { doel: 'zicht_houden' },
        });
        const hoort =
          casus !== undefined &&
          (INDELING['casusLezen'] as Indeling).wie.includes(MENS[wie].functie) &&
          (INDELING['casusLezen'] as Indeling).deel?.(wie, casus, {}) === true;
        if (a.json().decision !== hoort)
          klachten.push(`evaluation: ${wie} ${casus ?? id} hoort ${hoort}: ${a.body}`);
      }
    expect(klachten).toEqual([]);
  });

  it('that writes lets in who may', async () => {
    const klachten: string[] = [];
    for (const op of operaties.filter((o) => o.methode !== 'GET' && INDELING[o.id]?.op)) {
      const { wie: functies, op: soort, deel } = INDELING[op.id] as Indeling & { op: Soort };
      let binnen = 0;
      for (const [casus, rij] of rijen.get(soort) ?? []) {
        const wie = wezens.find((w) => functies.includes(MENS[w].functie) && deel?.(w, casus, rij));
        if (!wie || binnen > 0) continue;
        const [niets, a] = [await roep(wie, op, NIET), await roep(wie, op, String(rij['id']))];
        if (a.statusCode === 403 || gezicht(a, [String(rij['id'])]) === gezicht(niets, [NIET]))
          klachten.push(
            `${op.id}: ${wie} komt er niet in (${casus}): ${a.statusCode} ${a.body.slice(0, 200)}`,
          );
        klachten.push(...verkeerd(wie, op, a).map((w) => `${op.id}: ${wie}: ${w}`));
        binnen += 1;
      }
      if (binnen === 0)
        klachten.push(`${op.id}: niemand mag het hier; zet er een rij bij in test/hulp/twee-regios.ts`);
    }
    expect(klachten).toEqual([]);
  });
});

async function handelingen(): Promise<number> {
  const { rows } = await t.database.beheer.query<{ n: number }>('select count(*) as n from handeling');
  return rows[0]?.n ?? -1;
}
