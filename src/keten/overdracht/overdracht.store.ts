// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type CasusRij, getCasusVoorSchrijven, wijzigCasus } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { houdOpen, listTeamleiders, type OrganisatieRij } from '../../kern/organisatie/organisatie.store.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import { geefTermijnenDoor, rondTermijnAf, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import { type Soort, TERMIJNSOORTEN } from '../../kern/termijn/termijnsoorten.ts';
import { eisGenoemdBij } from '../../kern/toegang/verzegeling.store.ts';
import { listUitspraken, type Uitspraak } from '../../kern/uitspraak/uitspraak.store.ts';
import { draagZichtOver, findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { type Geheimen, patronen, schermAf, verraadt } from './afscherming.ts';
import { deelInStukken, type Stuk, vraagtNazien } from './nazien.ts';
import {
  type Deel,
  mogelijkeGrondslagen,
  type Ontbreekt,
  REGISSEUR_FUNCTIES,
  redenVerlopen,
  type Stand,
  type Status,
  watErNuIs,
  watOntbreekt,
  wieHoudtZicht,
} from './overdracht.ts';

/** The family as it was handed over. Never the melder, never a secret address: see `maakGegevens`. */
export interface Gegevens {
  aanduiding: string;
  casusNummer: string;
  gemeentecode: string | null;
  acuut: boolean;
  contact: { naam: string; telefoon: string };
  personen:
    | {
        naam: string;
        leeftijd: number | null;
        leeftijdOngeveer: boolean;
        geboortejaar: number | null;
        geboortemaand: number | null;
        geboortedag: number | null;
        geslacht: string | null;
        rollen: string[];
        relatie: string | null;
        adres: string | null;
        geheimAdres: boolean;
        telefoon: string[];
      }[]
    | null;
  uitspraken:
    | {
        soort: string;
        tekst: string;
        bron: string;
        gebeurdOp: string | null;
        vastgelegdOp: string;
        wederhoor: { door: string; reactie: string; oneens: boolean }[];
      }[]
    | null;
  beoordeling: {
    acuut: string | null;
    acuutArgument: string | null;
    structureel: string | null;
    structureelArgument: string | null;
    multiprobleem: string | null;
    multiprobleemArgument: string | null;
    besluit: string;
    besluitReden: string;
    vastgesteldOp: string;
  } | null;
  veiligheidsvoorwaarden: { tekst: string; voor: string; gesteldOp: string }[] | null;
  veiligheidscijfers:
    | { over: string; scorerSoort: string; scorer: string; cijfer: number; waarom: string; op: string }[]
    | null;
  veiligheidscontroles: { op: string; met: string; uitkomst: string; toelichting: string }[] | null;
}

/** In the row; the ids name whose data these are in the log and never go out. */
type BewaardeGegevens = Gegevens & { persoonIds: string[] };

const VERRAADT = 'staat iets dat naar de melder of naar een geheim adres leidt. Haal het weg.';

export interface Opgave {
  naarOrganisatieId: string;
  doel: string;
  grondslag: string;
  typeHulp: string;
  bericht: string;
  delen: { deel: string; grond: string }[];
  /** What someone said of each text that may lead somewhere: it goes along, or stays (`listNaTeZien`). */
  nagezien: { id: string; mee: boolean }[];
  /** Working days for the answer; null: as the catalogue has it. */
  termijn: number | null;
  contactNaam: string | null;
  contactTelefoon: string | null;
}

interface Bronnen {
  casus: { nummer: string; aanduiding: string; gemeentecode: string | null; acuut: boolean };
  personen: Awaited<ReturnType<typeof listCasusPersonen>>;
  /** May go along. */
  uitspraken: Uitspraak[];
  /** Not shielded yet, but lead to a melder or a secret address. */
  verraders: Uitspraak[];
  beoordeling: NonNullable<Gegevens['beoordeling']> | null;
  beoordelingen: { vastgesteld: number; open: number } | null;
  voorwaardenBesloten: boolean;
  voorwaarden: NonNullable<Gegevens['veiligheidsvoorwaarden']>;
  cijfers: NonNullable<Gegevens['veiligheidscijfers']>;
  controles: NonNullable<Gegevens['veiligheidscontroles']>;
  geheim: RegExp[];
}

/** What must stay hidden of a casus, as far as the asker's organisation knows it. */
async function geheimenVan(tx: Tx, casusId: string, personen: readonly string[]): Promise<Geheimen> {
  const melders = await tx.db
    .selectFrom('melder as r')
    .innerJoin('melding as m', (j) =>
      j.onRef('m.regio_id', '=', 'r.regio_id').onRef('m.id', '=', 'r.melding_id'),
    )
    .select(['r.naam', 'r.telefoon', 'r.email'])
    .where('m.casus_id', '=', casusId)
    .execute();
  const adressen = await tx.db
    .selectFrom('casus_persoon as cp')
    .innerJoin('vermelding as v', (j) =>
      j.onRef('v.regio_id', '=', 'cp.regio_id').onRef('v.id', '=', 'cp.vermelding_id'),
    )
    .select(['v.straat', 'v.huisnummer', 'v.postcode', 'v.woonplaats', 'v.telefoon', 'v.email'])
    .where('cp.casus_id', '=', casusId)
    .where('v.geheim_adres', '=', true)
    .execute();
  const zelf = new Set(personen.map((p) => p.toLocaleLowerCase('nl')));
  // someone who reported about himself is known as a person of the casus; that he reported is nowhere in it
  return {
    melders: melders.filter((m) => !m.naam || !zelf.has(m.naam.trim().toLocaleLowerCase('nl'))),
    adressen,
    personen,
  };
}

async function verzamel(tx: Tx, casusId: string): Promise<Bronnen> {
  const casus = await tx.db
    .selectFrom('casus')
    .select(['nummer', 'aanduiding', 'gemeentecode', 'acuut'])
    .where('id', '=', casusId)
    .executeTakeFirst();
  if (!casus) throw nietGevonden('Deze casus');
  const personen = await listCasusPersonen(tx, casusId);
  const naamVan = new Map(personen.map((p) => [p.persoonId, p.naam]));
  const geheim = patronen(
    await geheimenVan(
      tx,
      casusId,
      personen.map((p) => p.naam),
    ),
  );
  const alle = await listUitspraken(tx, casusId);
  const verbeterd = new Set(alle.map((u) => u.verbetertId));
  const open = alle.filter((u) => !u.afgeschermd && !verbeterd.has(u.id));
  const verraderlijk = (u: Uitspraak) =>
    verraadt([u.tekst, u.bron, ...u.wederhoor.flatMap((w) => [w.door, w.reactie])].join('\n'), geheim);
  const beoordelingen =
    tx.wie.organisatieSoort === 'veilig_thuis' ? await listBeoordelingen(tx, casusId) : null;
  const laatste = beoordelingen?.find((b) => b.status === 'vastgesteld') ?? null;
  const voorwaarden = await tx.db
    .selectFrom('voorwaarde')
    .select(['tekst', 'voor', 'gesteld_op'])
    .where('casus_id', '=', casusId)
    .where('vervallen_op', 'is', null)
    .orderBy('gesteld_op')
    .orderBy('id')
    .execute();
  const cijfers = await tx.db
    .selectFrom('veiligheidscijfer')
    .select(['persoon_id', 'scorer_soort', 'scorer', 'cijfer', 'waarom', 'op'])
    .where('casus_id', '=', casusId)
    .orderBy('op', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  const controles = await tx.db
    .selectFrom('veiligheidscontrole')
    .select(['op', 'met', 'uitkomst', 'toelichting'])
    .where('casus_id', '=', casusId)
    .orderBy('op', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute();
  return {
    casus,
    personen,
    uitspraken: open.filter((u) => !verraderlijk(u)),
    verraders: open.filter(verraderlijk),
    beoordeling: laatste && {
      acuut: laatste.acuut,
      acuutArgument: laatste.acuut_argument,
      structureel: laatste.structureel,
      structureelArgument: laatste.structureel_argument,
      multiprobleem: laatste.multiprobleem,
      multiprobleemArgument: laatste.multiprobleem_argument,
      besluit: laatste.besluit ?? '',
      besluitReden: laatste.besluit_reden ?? '',
      vastgesteldOp: laatste.vastgesteld_op?.toISOString() ?? '',
    },
    beoordelingen: beoordelingen && {
      vastgesteld: beoordelingen.filter((b) => b.status === 'vastgesteld').length,
      open: await telOnbeoordeeld(tx, casusId),
    },
    voorwaardenBesloten:
      beoordelingen?.some((b) => b.status === 'vastgesteld' && b.besluit === 'voorwaarden_en_vervolg') ??
      false,
    voorwaarden: voorwaarden.map((v) => ({
      tekst: v.tekst,
      voor: v.voor,
      gesteldOp: v.gesteld_op.toISOString(),
    })),
    cijfers: cijfers.map((c) => ({
      over: naamVan.get(c.persoon_id) ?? 'Naam nog onbekend',
      scorerSoort: c.scorer_soort,
      scorer: c.scorer,
      cijfer: c.cijfer,
      waarom: c.waarom,
      op: c.op.toISOString(),
    })),
    controles: controles.map((c) => ({
      op: c.op.toISOString(),
      met: c.met,
      uitkomst: c.uitkomst,
      toelichting: c.toelichting,
    })),
    geheim,
  };
}

function listBeoordelingen(tx: Tx, casusId: string) {
  return tx.db
    .selectFrom('beoordeling')
    .select([
      'status',
      'acuut',
      'acuut_argument',
      'structureel',
      'structureel_argument',
      'multiprobleem',
      'multiprobleem_argument',
      'besluit',
      'besluit_reden',
      'vastgesteld_op',
    ])
    .where('casus_id', '=', casusId)
    .orderBy('vastgesteld_op', (o) => o.desc().nullsLast())
    .orderBy('id', 'desc')
    .execute();
}

/** Reports of this casus that nobody has assessed: only Veilig Thuis can. */
async function telOnbeoordeeld(tx: Tx, casusId: string): Promise<number> {
  const rij = await tx.db
    .selectFrom('melding')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('casus_id', '=', casusId)
    .where('status', 'in', ['ontvangen', 'in_beoordeling'])
    .executeTakeFirstOrThrow();
  return rij.n;
}

function standVan(
  b: Bronnen,
  geverSoort: string,
  o: Partial<Opgave>,
  delen: readonly string[] | null,
): Stand {
  return {
    geverSoort,
    personenMetNaam: b.personen.filter((p) => p.naam !== 'Naam nog onbekend').length,
    uitspraken: b.uitspraken.length,
    beoordelingen: b.beoordelingen,
    voorwaardenBesloten: b.voorwaardenBesloten,
    voorwaarden: b.voorwaarden.length,
    contactNaam: o.contactNaam ?? null,
    contactTelefoon: o.contactTelefoon ?? null,
    doel: o.doel ?? null,
    bericht: o.bericht ?? null,
    delen,
  };
}

/**
 * The snapshot. The melder is in none of its parts; shielded statements and those that lead to the melder or a secret
 * address stay behind; whatever someone typed elsewhere is marked where it would tell.
 */
function maakGegevens(b: Bronnen, o: Opgave): BewaardeGegevens {
  const mee = (deel: Deel) => o.delen.some((d) => d.deel === deel);
  const dicht = <T>(waarde: T): T => schermAf(waarde, b.geheim);
  return {
    aanduiding: b.casus.aanduiding,
    casusNummer: b.casus.nummer,
    gemeentecode: b.casus.gemeentecode,
    acuut: b.casus.acuut,
    contact: { naam: o.contactNaam ?? '', telefoon: o.contactTelefoon ?? '' },
    persoonIds: b.personen.map((p) => p.persoonId),
    personen: mee('personen')
      ? b.personen.map((p) => ({
          naam: p.naam,
          leeftijd: p.leeftijd,
          leeftijdOngeveer: p.leeftijdOngeveer,
          geboortejaar: p.geboorte.jaar,
          geboortemaand: p.geboorte.maand,
          geboortedag: p.geboorte.dag,
          geslacht: p.geslacht,
          rollen: p.rollen,
          relatie: dicht(p.relatie),
          adres: dicht(p.adres),
          geheimAdres: p.geheimAdres,
          telefoon: p.telefoon.filter((t) => !verraadt(t, b.geheim)),
        }))
      : null,
    uitspraken: mee('uitspraken')
      ? b.uitspraken.map((u) => ({
          soort: u.soort,
          tekst: u.tekst,
          bron: u.bron,
          gebeurdOp: u.gebeurdOp,
          vastgelegdOp: u.vastgelegdOp.toISOString(),
          wederhoor: u.wederhoor.map((w) => ({ door: w.door, reactie: w.reactie, oneens: w.oneens })),
        }))
      : null,
    beoordeling: mee('beoordeling') ? dicht(b.beoordeling) : null,
    veiligheidsvoorwaarden: mee('veiligheidsvoorwaarden') ? dicht(b.voorwaarden) : null,
    veiligheidscijfers: mee('veiligheidscijfers') ? dicht(b.cijfers) : null,
    veiligheidscontroles: mee('veiligheidscontroles') ? dicht(b.controles) : null,
  };
}

export interface Voorbereiding {
  /** Per part how much of it there is. */
  delen: { deel: Deel; aantal: number }[];
  ontbreekt: Ontbreekt[];
  /** Statements and relations that will be shielded at the offer, because they lead to the melder or a secret address. */
  wordtAfgeschermd: { id: string; begin: string }[];
  naTeZien: NaTeZien[];
  contactNaam: string;
  contactTelefoon: string | null;
  houder: string | null;
  /** The offer that is open already. */
  openAanbodId: string | null;
}

/** A statement that a person looks at before it leaves: its texts in runs, marked where they may lead somewhere. */
export interface NaTeZien {
  id: string;
  tekst: Stuk[];
  bron: Stuk[];
  /** Each as who responded, and what. */
  wederhoor: Stuk[][];
}

/** Own statements that would go along and may lead to the melder or a hiding place (handbook 1.4: S:24). */
function listNaTeZien(tx: Tx, b: Bronnen): NaTeZien[] {
  return b.uitspraken
    .filter(
      (u) =>
        u.organisatieId === tx.wie.organisatieId &&
        (vraagtNazien(u.tekst) ||
          vraagtNazien(u.bron) ||
          u.wederhoor.some((w) => vraagtNazien(`${w.door}: ${w.reactie}`, 'gezin'))),
    )
    .map((u) => ({
      id: u.id,
      tekst: deelInStukken(u.tekst),
      bron: deelInStukken(u.bron),
      wederhoor: u.wederhoor.map((w) => deelInStukken(`${w.door}: ${w.reactie}`, 'gezin')),
    }));
}

/** What there is to hand over, and what is missing: for the giver, before offering. */
export async function bereidVoor(tx: Tx, casusId: string): Promise<Voorbereiding> {
  const b = await verzamel(tx, casusId);
  const eigen = await tx.db
    .selectFrom('organisatie')
    .select('contact')
    .where('id', '=', tx.wie.organisatieId)
    .executeTakeFirst();
  const open = await tx.db
    .selectFrom('overdracht')
    .select('id')
    .where('casus_id', '=', casusId)
    .where('status', '=', 'aangeboden')
    .executeTakeFirst();
  const contact = { contactNaam: tx.wie.naam, contactTelefoon: eigen?.contact ?? null };
  // what the form itself asks is not missing yet
  const ontbreekt = watOntbreekt(
    standVan(
      b,
      tx.wie.organisatieSoort,
      { ...contact, contactTelefoon: 'volgt', doel: 'volgt', bericht: 'volgt' },
      null,
    ),
  );
  return {
    delen: [
      { deel: 'personen', aantal: b.personen.length },
      { deel: 'uitspraken', aantal: b.uitspraken.length },
      { deel: 'beoordeling', aantal: b.beoordeling ? 1 : 0 },
      { deel: 'veiligheidsvoorwaarden', aantal: b.voorwaarden.length },
      { deel: 'veiligheidscijfers', aantal: b.cijfers.length },
      { deel: 'veiligheidscontroles', aantal: b.controles.length },
    ],
    ontbreekt,
    wordtAfgeschermd: [
      ...b.verraders.map((u) => ({ id: u.id, begin: u.tekst.slice(0, 120) })),
      ...b.personen.flatMap((p) =>
        p.relatie && verraadt(p.relatie, b.geheim) ? [{ id: p.persoonId, begin: p.relatie }] : [],
      ),
    ],
    naTeZien: listNaTeZien(tx, b),
    ...contact,
    houder: (await findHouder(tx, casusId))?.naam ?? null,
    openAanbodId: open?.id ?? null,
  };
}

/** The casus behind a lock, held by `organisatieId`. Throws 409 when it is closed or when another holds it. */
async function getGehouden(tx: Tx, casusId: string, organisatieId: string): Promise<CasusRij> {
  const casus = await getCasusVoorSchrijven(tx, casusId);
  const houder = await findHouder(tx, casusId);
  if (casus.status !== 'open' || houder === null) {
    throw new Probleem(
      409,
      'Deze casus is gesloten',
      'Er is niets gewijzigd. Heropen de casus als er weer iets moet gebeuren.',
      { soort: 'casus-gesloten' },
    );
  }
  if (houder.organisatieId !== organisatieId) {
    throw new Probleem(
      409,
      `${houder.naam} houdt nu zicht`,
      'Er is niets gewijzigd. Alleen wie zicht houdt kan de casus overdragen.',
      { soort: 'andere-houder' },
    );
  }
  return casus;
}

/**
 * Offers a casus to another organisation. Nothing moves: the giver holds zicht until the other accepts.
 * @throws Probleem 400 with every part of the minimum data set that is missing; 409 when an offer is open already.
 */
export async function biedAan(tx: Tx, casusId: string, o: Opgave): Promise<string> {
  const van = tx.wie.organisatieId;
  const orgs = await houdOpen(tx, [van, o.naarOrganisatieId]);
  const naar = orgs.get(o.naarOrganisatieId);
  const gever = orgs.get(van);
  const fouten: { veld: string; melding: string }[] = [];
  if (o.naarOrganisatieId === van)
    fouten.push({ veld: 'naarOrganisatieId', melding: 'Kies een andere organisatie dan uw eigen.' });
  else if (!naar)
    fouten.push({
      veld: 'naarOrganisatieId',
      melding: 'Deze organisatie is hier niet bekend. Kies uit de lijst.',
    });
  else if (naar.geslotenOp)
    fouten.push({
      veld: 'naarOrganisatieId',
      melding: `${naar.naam} is gesloten. Kies een andere organisatie.`,
    });
  const casus = await getGehouden(tx, casusId, van);
  if (naar) await eisGenoemdBij(tx, casusId, naar.id, 'naarOrganisatieId');
  const open = await tx.db
    .selectFrom('overdracht')
    .select('id')
    .where('casus_id', '=', casusId)
    .where('status', '=', 'aangeboden')
    .executeTakeFirst();
  if (open) {
    throw new Probleem(
      409,
      'Deze casus is al aangeboden',
      'Er kan één overdracht tegelijk open staan. Wacht op het antwoord, of trek die overdracht eerst in.',
      {
        soort: 'al-aangeboden',
        huidig: { overdrachtId: open.id },
      },
    );
  }
  const b = await verzamel(tx, casusId);
  const naTeZien = listNaTeZien(tx, b).map((u) => u.id);
  if (naTeZien.some((u) => !o.nagezien.some((n) => n.id === u)))
    fouten.push({
      veld: 'nagezien',
      melding: 'Kijk elke gemarkeerde tekst na en kies of die meegaat of bij u blijft.',
    });
  // what stays is shielded like what leads to the melder for certain; before it is asked whether enough goes along
  const blijft = new Set(o.nagezien.filter((n) => !n.mee && naTeZien.includes(n.id)).map((n) => n.id));
  b.verraders.push(...b.uitspraken.filter((u) => blijft.has(u.id)));
  b.uitspraken = b.uitspraken.filter((u) => !blijft.has(u.id));
  const metContact: Opgave = {
    ...o,
    contactNaam: o.contactNaam?.trim() || tx.wie.naam,
    contactTelefoon: o.contactTelefoon?.trim() || (gever?.contact ?? null),
  };
  for (const m of watOntbreekt(
    standVan(
      b,
      tx.wie.organisatieSoort,
      metContact,
      o.delen.map((d) => d.deel),
    ),
  ))
    fouten.push({ veld: m.veld, melding: m.zin });
  if (
    naar &&
    !mogelijkeGrondslagen(tx.wie.organisatieSoort, naar.soort).some((g) => g.code === o.grondslag)
  ) {
    fouten.push({
      veld: 'grondslag',
      melding: `Op deze grondslag kan uw organisatie niet aan ${naar.naam} overdragen. Kies een andere.`,
    });
  }
  const dubbel = o.delen.map((d) => d.deel);
  if (new Set(dubbel).size !== dubbel.length)
    fouten.push({ veld: 'delen', melding: 'Een onderdeel staat er twee keer in.' });
  const teksten: [veld: string, waar: string, tekst: string][] = [
    ['doel', 'In het doel', o.doel],
    ['bericht', 'In uw bericht', o.bericht],
    ['contactNaam', 'Bij het contact', metContact.contactNaam ?? ''],
    ['contactTelefoon', 'Bij het telefoonnummer', metContact.contactTelefoon ?? ''],
    ...o.delen.map((d, i): [string, string, string] => [
      `delen.${i}.grond`,
      'Bij de reden van een onderdeel',
      d.grond,
    ]),
  ];
  for (const [veld, waar, tekst] of teksten) {
    if (verraadt(tekst, b.geheim)) fouten.push({ veld, melding: `${waar} ${VERRAADT}` });
  }
  if (fouten.length > 0) throw ongeldig(fouten);
  if (!naar) throw nietGevonden('Deze organisatie');

  // what leads to the melder stays inside, also after the other has accepted and reads the casus
  const af = b.verraders.filter((u) => u.organisatieId === van).map((u) => u.id);
  if (af.length > 0) {
    await tx.db.updateTable('uitspraak').set({ afgeschermd: true }).where('id', 'in', af).execute();
    tx.ook('uitspraak.afgeschermd', casusId, casusId, { uitspraken: af });
  }
  await schermRelatiesAf(tx, casusId, b);
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('overdracht')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: casusId,
      van_organisatie_id: van,
      naar_organisatie_id: naar.id,
      status: 'aangeboden',
      doel: o.doel,
      grondslag: o.grondslag,
      typehulp: o.typeHulp,
      bericht: o.bericht,
      delen: JSON.stringify(o.delen),
      gegevens: JSON.stringify(maakGegevens(b, metContact)),
      aangeboden_op: tx.nu,
      aangeboden_door: tx.wie.medewerkerId,
    })
    .execute();
  await rondNieuweKeuzeAf(tx, casusId, 'opnieuw aangeboden');
  await rondCasusTermijnenAf(tx, casusId, van, ['overdragen'], 'aangeboden');
  await zetTermijn(tx, {
    soort: 'overdracht_antwoord',
    casusId,
    onderwerpSoort: 'overdracht',
    onderwerpId: id,
    eigenaarOrganisatieId: naar.id,
    wachtOrganisatieId: van,
    waarom: `${tx.wie.organisatieNaam} biedt een overdracht aan`,
    acuut: casus.acuut,
    begintOp: tx.nu,
    duur: o.termijn === null ? undefined : { aantal: o.termijn, eenheid: 'werkdagen' },
  });
  tx.categorie('overdracht', ...o.delen.map((d) => d.deel));
  tx.inhoud({
    overdracht: id,
    van,
    naar: naar.id,
    grondslag: o.grondslag,
    typeHulp: o.typeHulp,
    delen: o.delen.map((d) => d.deel),
    nagezien: { mee: naTeZien.length - blijft.size, blijft: blijft.size },
  });
  await laatWeten(tx, 'overdracht.aangeboden', { overdrachtId: id, casusId, vanId: van, naarId: naar.id });
  return id;
}

/** Someone's relation is typed too ("neighbour of …"): a row that tells is followed by one that does not. */
async function schermRelatiesAf(tx: Tx, casusId: string, b: Bronnen): Promise<void> {
  const rijen = await tx.db
    .selectFrom('casus_persoon')
    .selectAll()
    .where('casus_id', '=', casusId)
    .where('tot', 'is', null)
    .where('relatie', 'is not', null)
    .orderBy('id')
    .execute();
  for (const r of rijen) {
    if (!verraadt(r.relatie ?? '', b.geheim)) continue;
    await tx.db.updateTable('casus_persoon').set({ tot: tx.nu }).where('id', '=', r.id).execute();
    await tx.db
      .insertInto('casus_persoon')
      .values({ ...r, id: nieuwId(tx.nu), relatie: schermAf(r.relatie, b.geheim), vanaf: tx.nu })
      .execute();
  }
}

/** Ends the questions that an earlier overdracht of this casus left with its giver. */
async function rondNieuweKeuzeAf(tx: Tx, casusId: string, hoe: string): Promise<void> {
  const eerder = await tx.db.selectFrom('overdracht').select('id').where('casus_id', '=', casusId).execute();
  for (const { id } of eerder)
    await rondTermijnAf(tx, id, ['overdracht_opnieuw', 'overdracht_escalatie'], hoe);
}

interface Rij {
  id: string;
  casusId: string;
  vanId: string;
  naarId: string;
  status: Status;
  aangebodenDoor: string | null;
  persoonIds: string[];
}

async function getRij(tx: Tx, id: string, slot: boolean): Promise<Rij> {
  let vraag = tx.db
    .selectFrom('overdracht')
    .select([
      'id',
      'casus_id',
      'van_organisatie_id',
      'naar_organisatie_id',
      'status',
      'aangeboden_door',
      'gegevens',
    ])
    .where('id', '=', id);
  if (slot) vraag = vraag.forUpdate();
  const r = await vraag.executeTakeFirst();
  if (!r) throw nietGevonden('Deze overdracht');
  return {
    id: r.id,
    casusId: r.casus_id,
    vanId: r.van_organisatie_id,
    naarId: r.naar_organisatie_id,
    status: r.status as Status,
    aangebodenDoor: r.aangeboden_door,
    persoonIds: (r.gegevens as BewaardeGegevens).persoonIds,
  };
}

/**
 * Reads an overdracht behind locks, always in this order: organisations, its own terms, the casus, the overdracht. Whoever
 * else wants to answer it waits here; the clock passes by terms that are held.
 */
async function vergrendel(
  tx: Tx,
  id: string,
): Promise<{ rij: Rij; casus: CasusRij; orgs: Map<string, OrganisatieRij> }> {
  const vooraf = await getRij(tx, id, false);
  const orgs = await houdOpen(tx, [vooraf.vanId, vooraf.naarId]);
  await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('onderwerp_id', '=', id)
    .where('afgerond_op', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const casus = await getCasusVoorSchrijven(tx, vooraf.casusId);
  const rij = await getRij(tx, id, true);
  // the giver was followed up while we waited
  if (!orgs.has(rij.vanId)) for (const [k, o] of await houdOpen(tx, [rij.vanId])) orgs.set(k, o);
  tx.overCasus(rij.casusId);
  tx.betreft(...rij.persoonIds);
  return { rij, casus, orgs };
}

const naamVan = (orgs: ReadonlyMap<string, OrganisatieRij>, id: string) =>
  orgs.get(id)?.naam ?? 'De andere organisatie';

/** Refuses an answer that came too late, and says what is now. */
function nogOpen(rij: Rij, orgs: ReadonlyMap<string, OrganisatieRij>): void {
  if (rij.status === 'aangeboden') return;
  throw new Probleem(
    409,
    'Deze overdracht is al beantwoord',
    watErNuIs(rij.status, naamVan(orgs, rij.naarId)),
    {
      soort: 'al-beantwoord',
      huidig: { status: rij.status },
    },
  );
}

/** Kinds that a giver other than Veilig Thuis passes on: everything but the contract's own. */
const VAN_HET_CONTRACT: readonly Soort[] = [
  'overdracht_antwoord',
  'overdracht_opnieuw',
  'overdracht_escalatie',
];
const ALLES: readonly Soort[] = TERMIJNSOORTEN.filter((s) => !VAN_HET_CONTRACT.includes(s));
/** What goes with zicht; the tasks of Veilig Thuis stay there, they cannot be delegated (handbook 9.3, S:107). */
const MET_HET_ZICHT: readonly Soort[] = [
  'zichtcontrole',
  'voorwaarde_controle',
  'cijfers_vragen',
  'hermelding_terug',
];
/** What Veilig Thuis is done with when another accepts: V&V ends by handing the conditions over (handbook 0, S:6). */
const DAARMEE_KLAAR: readonly Soort[] = ['voorwaarden_en_vervolg', 'afsluiten', 'overdragen'];

/**
 * The acceptance: in one act the giver's zicht ends and the receiver's begins (P1, P2), and someone steers.
 * @throws Probleem 409 with what is now, when someone else was first; 400 when the regisseur does not work here.
 */
export async function aanvaard(tx: Tx, id: string, regisseurId: string): Promise<void> {
  await tx.overGrens(async () => {
    const { rij, casus, orgs } = await vergrendel(tx, id);
    nogOpen(rij, orgs);
    const ontvanger = orgs.get(rij.naarId);
    const gever = orgs.get(rij.vanId);
    if (!ontvanger || ontvanger.geslotenOp) {
      throw new Probleem(409, 'Uw organisatie is gesloten', 'Er is niets gewijzigd. De gever houdt zicht.', {
        soort: 'gesloten',
      });
    }
    await getGehouden(tx, rij.casusId, rij.vanId);
    const regisseur = await tx.db
      .selectFrom('medewerker')
      .select(['functie'])
      .where('id', '=', regisseurId)
      .where('organisatie_id', '=', rij.naarId)
      .where('actief', '=', true)
      .executeTakeFirst();
    if (!regisseur || !REGISSEUR_FUNCTIES.includes(regisseur.functie)) {
      throw ongeldig([
        {
          veld: 'regisseurId',
          melding: `Kies als regisseur iemand die bij ${ontvanger.naam} met casussen werkt.`,
        },
      ]);
    }

    await draagZichtOver(tx, rij.casusId, rij.naarId, `overdracht van ${naamVan(orgs, rij.vanId)} aanvaard`);
    await antwoord(tx, id, 'aanvaard', null, regisseurId);
    await wijzigCasus(tx, rij.casusId, { regisseur_id: regisseurId, fase: casus.fase ?? 1 });
    // Veilig Thuis stays to monitor (handbook 0, S:17); another giver's part ends here
    await tx.db
      .updateTable('betrokkenheid')
      .set(gever?.soort === 'veilig_thuis' ? { grond: 'monitoring' } : { tot: tx.nu })
      .where('casus_id', '=', rij.casusId)
      .where('organisatie_id', '=', rij.vanId)
      .execute();
    await rondTermijnAf(tx, id, ['overdracht_antwoord'], 'aanvaard');
    await rondNieuweKeuzeAf(tx, rij.casusId, 'aanvaard');
    const naar = { organisatieId: rij.naarId, medewerkerId: regisseurId };
    if (gever?.soort === 'veilig_thuis') {
      await geefTermijnenDoor(tx, rij.casusId, MET_HET_ZICHT, naar, 'overdracht aanvaard', rij.vanId);
      await rondCasusTermijnenAf(tx, rij.casusId, rij.vanId, DAARMEE_KLAAR, 'overgedragen');
    } else {
      await geefTermijnenDoor(tx, rij.casusId, ALLES, naar, 'overdracht aanvaard', rij.vanId);
    }
    tx.categorie('overdracht', 'zicht');
    tx.inhoud({ overdracht: id, van: rij.vanId, naar: rij.naarId, regisseur: regisseurId });
    await laatWeten(tx, 'overdracht.aanvaard', {
      overdrachtId: id,
      casusId: rij.casusId,
      vanId: rij.vanId,
      naarId: rij.naarId,
      regisseurId,
    });
  });
}

async function rondCasusTermijnenAf(
  tx: Tx,
  casusId: string,
  eigenaarId: string,
  soorten: readonly Soort[],
  hoe: string,
): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({ afgerond_op: tx.nu, afgerond_hoe: hoe })
    .where('casus_id', '=', casusId)
    .where('eigenaar_organisatie_id', '=', eigenaarId)
    .where('soort', 'in', [...soorten])
    .where('afgerond_op', 'is', null)
    .execute();
}

async function antwoord(
  tx: Tx,
  id: string,
  status: Status,
  reden: string | null,
  regisseurId: string | null,
): Promise<void> {
  await tx.db
    .updateTable('overdracht')
    .set({
      status,
      reden,
      regisseur_id: regisseurId,
      beantwoord_op: tx.nu,
      beantwoord_door: tx.wie.functie === 'systeem' ? null : tx.wie.medewerkerId,
    })
    .where('id', '=', id)
    .execute();
}

/** Ends an offer without an acceptance. Zicht stays where it was, and the giver is asked what to do now. */
async function nietDoor(
  tx: Tx,
  rij: Rij,
  hoe: 'geweigerd' | 'ingetrokken' | 'verlopen',
  reden: string,
  waarom: string,
  acuut: boolean,
  vraagGever = true,
): Promise<void> {
  await antwoord(tx, rij.id, hoe, reden, null);
  await rondTermijnAf(tx, rij.id, ['overdracht_antwoord'], hoe);
  const vraag = {
    casusId: rij.casusId,
    onderwerpSoort: 'overdracht',
    onderwerpId: rij.id,
    eigenaarOrganisatieId: rij.vanId,
    waarom,
    acuut,
    begintOp: tx.nu,
  };
  if (vraagGever)
    await zetTermijn(tx, {
      ...vraag,
      soort: 'overdracht_opnieuw',
      eigenaarMedewerkerId: await werktNog(tx, rij),
    });
  if (hoe === 'verlopen') {
    await zetTermijn(tx, {
      ...vraag,
      soort: 'overdracht_escalatie',
      eigenaarMedewerkerId: await findTeamleider(tx, rij),
    });
  }
  await laatWeten(tx, 'overdracht.niet_door', {
    overdrachtId: rij.id,
    casusId: rij.casusId,
    vanId: rij.vanId,
    naarId: rij.naarId,
    hoe,
  });
}

/** Who offered, when still at the giver; otherwise the question is everyone's there. */
async function werktNog(tx: Tx, rij: Rij): Promise<string | null> {
  if (!rij.aangebodenDoor) return null;
  const m = await tx.db
    .selectFrom('medewerker')
    .select('id')
    .where('id', '=', rij.aangebodenDoor)
    .where('organisatie_id', '=', rij.vanId)
    .where('actief', '=', true)
    .executeTakeFirst();
  return m?.id ?? null;
}

/** The one teamleider to escalate to: of the team of who offered, or the only one there is. Null: everyone at the giver. */
async function findTeamleider(tx: Tx, rij: Rij): Promise<string | null> {
  const leiders = await listTeamleiders(tx, rij.vanId);
  const gever = rij.aangebodenDoor
    ? await tx.db
        .selectFrom('medewerker')
        .select('team_id')
        .where('id', '=', rij.aangebodenDoor)
        .executeTakeFirst()
    : undefined;
  const eigen = gever?.team_id ? leiders.filter((l) => l.teamId === gever.team_id) : [];
  if (eigen.length === 1) return eigen[0]?.id ?? null;
  return leiders.length === 1 ? (leiders[0]?.id ?? null) : null;
}

/** The receiver says no, with the reason. Zicht never left the giver. */
export async function weiger(tx: Tx, id: string, reden: string): Promise<void> {
  await tx.overGrens(async () => {
    const { rij, casus, orgs } = await vergrendel(tx, id);
    nogOpen(rij, orgs);
    await nietDoor(
      tx,
      rij,
      'geweigerd',
      reden,
      `${naamVan(orgs, rij.naarId)} neemt de overdracht niet aan`,
      casus.acuut,
    );
    tx.inhoud({ overdracht: id, van: rij.vanId, naar: rij.naarId });
  });
}

/** The giver takes the offer back, with the reason. */
export async function trekIn(tx: Tx, id: string, reden: string): Promise<void> {
  const vooraf = await getRij(tx, id, false);
  // the receiver reads the reason: nothing may be in it that was kept out of the offer
  const personen = await listCasusPersonen(tx, vooraf.casusId);
  if (
    verraadt(
      reden,
      patronen(
        await geheimenVan(
          tx,
          vooraf.casusId,
          personen.map((p) => p.naam),
        ),
      ),
    )
  ) {
    throw ongeldig([
      {
        veld: 'reden',
        melding: `In de reden ${VERRAADT}`,
      },
    ]);
  }
  await tx.overGrens(async () => {
    const { rij, casus, orgs } = await vergrendel(tx, id);
    nogOpen(rij, orgs);
    if (rij.vanId !== tx.wie.organisatieId) throw nietGevonden('Deze overdracht');
    await nietDoor(tx, rij, 'ingetrokken', reden, 'U trok de overdracht in', casus.acuut);
    tx.inhoud({ overdracht: id, van: rij.vanId, naar: rij.naarId });
  });
}

/**
 * The term for the answer has passed (P2): the offer lapses, zicht stays with the giver, who chooses anew, and it goes up a
 * step to the teamleider. Answered in the meantime: nothing happens.
 */
export async function verloop(tx: Tx, id: string): Promise<void> {
  await tx.overGrens(async () => {
    const vooraf = await getRij(tx, id, false);
    const casus = await getCasusVoorSchrijven(tx, vooraf.casusId);
    const rij = await getRij(tx, id, true);
    if (rij.status !== 'aangeboden') return;
    const termijn = await tx.db
      .selectFrom('termijn')
      .select('vervalt_op')
      .where('onderwerp_id', '=', id)
      .where('soort', '=', 'overdracht_antwoord')
      .executeTakeFirst();
    const naar = await tx.db
      .selectFrom('organisatie')
      .select('naam')
      .where('id', '=', rij.naarId)
      .executeTakeFirst();
    const naam = naar?.naam ?? 'De andere organisatie';
    await nietDoor(
      tx,
      rij,
      'verlopen',
      redenVerlopen(naam, termijn?.vervalt_op ?? null),
      `${naam} gaf geen antwoord op de overdracht`,
      casus.acuut,
    );
    tx.betreft(...rij.persoonIds);
    tx.ook('overdracht.verlopen', rij.casusId, rij.id, {
      overdracht: rij.id,
      van: rij.vanId,
      naar: rij.naarId,
    });
  });
}

/** The giver keeps zicht and offers to nobody for now: ends the question that a failed overdracht left. */
export async function behoud(tx: Tx, id: string, reden: string): Promise<void> {
  await tx.overGrens(async () => {
    const { rij } = await vergrendel(tx, id);
    if (rij.status === 'aangeboden' || rij.status === 'aanvaard') {
      throw new Probleem(
        409,
        'Er is niets te kiezen',
        rij.status === 'aanvaard'
          ? 'Deze overdracht is aanvaard.'
          : 'Deze overdracht wacht nog op antwoord. Trek haar eerst in.',
        {
          soort: 'al-beantwoord',
          huidig: { status: rij.status },
        },
      );
    }
    await getGehouden(tx, rij.casusId, rij.vanId);
    await rondTermijnAf(tx, id, ['overdracht_opnieuw', 'overdracht_escalatie'], `houdt zelf zicht: ${reden}`);
    tx.inhoud({ overdracht: id, van: rij.vanId });
  });
}

/** A casus that closes, or becomes part of another, has nothing left to hand over. */
export async function vervalBijSluiten(tx: Tx, casusId: string, reden: string): Promise<void> {
  await tx.overGrens(async () => {
    const open = await tx.db
      .selectFrom('overdracht')
      .select('id')
      .where('casus_id', '=', casusId)
      .where('status', '=', 'aangeboden')
      .forUpdate()
      .executeTakeFirst();
    if (open)
      await nietDoor(
        tx,
        await getRij(tx, open.id, true),
        'ingetrokken',
        reden,
        'De casus is gesloten',
        false,
        false,
      );
    await rondNieuweKeuzeAf(tx, casusId, 'casus gesloten');
  });
}

/**
 * An organisation closed. Offers to it lapse back to the giver, who never stopped holding zicht; its own offers go on with
 * its successor as giver, which holds zicht now: the receiver may be weighing it at this moment.
 */
export async function verwerkSluiting(
  tx: Tx,
  s: { organisatieId: string; opvolgerId: string },
): Promise<void> {
  await tx.overGrens(async () => {
    const open = await tx.db
      .selectFrom('overdracht')
      .select(['id', 'casus_id'])
      .where('status', '=', 'aangeboden')
      .where((w) =>
        w.or([w('naar_organisatie_id', '=', s.organisatieId), w('van_organisatie_id', '=', s.organisatieId)]),
      )
      .orderBy('casus_id')
      .execute();
    const namen = await tx.db
      .selectFrom('organisatie')
      .select(['id', 'naam'])
      .where('id', 'in', [s.organisatieId, s.opvolgerId])
      .execute();
    const naam = (id: string) => namen.find((n) => n.id === id)?.naam ?? 'Een organisatie';
    for (const o of open) {
      const casus = await getCasusVoorSchrijven(tx, o.casus_id);
      const rij = await getRij(tx, o.id, true);
      if (rij.status !== 'aangeboden') continue;
      if (rij.naarId === s.organisatieId) {
        await nietDoor(
          tx,
          rij,
          'ingetrokken',
          `${naam(s.organisatieId)} is gesloten. ${naam(s.opvolgerId)} volgt op.`,
          `${naam(s.organisatieId)} sloot voor het antwoord`,
          casus.acuut,
        );
      } else if (rij.naarId === s.opvolgerId) {
        await nietDoor(
          tx,
          { ...rij, vanId: s.opvolgerId },
          'ingetrokken',
          `${naam(s.organisatieId)} is gesloten. ${naam(s.opvolgerId)} volgt op en houdt al zicht.`,
          '',
          casus.acuut,
          false,
        );
      } else {
        await tx.db
          .updateTable('overdracht')
          .set({ van_organisatie_id: s.opvolgerId })
          .where('id', '=', o.id)
          .execute();
        tx.ook('overdracht.gever_gewisseld', rij.casusId, rij.id, {
          overdracht: rij.id,
          van: s.organisatieId,
          naar: s.opvolgerId,
        });
      }
    }
  });
}

/** Names who steers a casus that one's organisation holds. Throws 400 when that person does not work here. */
export async function noemRegisseur(tx: Tx, casusId: string, medewerkerId: string): Promise<void> {
  await getGehouden(tx, casusId, tx.wie.organisatieId);
  const m = await tx.db
    .selectFrom('medewerker')
    .select('functie')
    .where('id', '=', medewerkerId)
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .where('actief', '=', true)
    .executeTakeFirst();
  if (!m || !REGISSEUR_FUNCTIES.includes(m.functie)) {
    throw ongeldig([
      { veld: 'medewerkerId', melding: 'Kies iemand die bij uw organisatie met casussen werkt.' },
    ]);
  }
  await wijzigCasus(tx, casusId, { regisseur_id: medewerkerId });
  tx.inhoud({ regisseur: medewerkerId });
}

export interface Partij {
  id: string;
  naam: string;
  soort: string;
}

export interface Overdracht {
  id: string;
  /** Null until the asker's organisation has a part in the casus. */
  casusId: string | null;
  status: Status;
  richting: 'in' | 'uit' | 'anders';
  van: Partij;
  naar: Partij;
  houder: Partij | null;
  zicht: string;
  aanduiding: string | null;
  doel: string | null;
  grondslag: string;
  typeHulp: string;
  bericht: string | null;
  delen: { deel: string; grond: string }[];
  gegevens: Gegevens | null;
  aangebodenOp: Date;
  aangebodenDoor: string | null;
  vervaltOp: Date | null;
  beantwoordOp: Date | null;
  beantwoordDoor: string | null;
  reden: string | null;
  regisseur: { id: string; naam: string } | null;
  /** The giver still has to choose what to do now. */
  keuzeOpen: boolean;
}

/**
 * An offer that did not go through leaves the receiver no ground to go on reading about the family, and neither does one after which
 * the own part in the casus ended.
 */
function zietInhoud(richting: Overdracht['richting'], status: Status, betrokken: boolean): boolean {
  return status === 'aangeboden' || (betrokken && (richting !== 'in' || status === 'aanvaard'));
}

async function lees(
  tx: Tx,
  waar: { id?: string; richting?: 'in' | 'uit' | undefined; open?: boolean | undefined; voor?: Date | null },
  hoeveel: number,
): Promise<Overdracht[]> {
  const eigen = tx.wie.organisatieId;
  const { rows } = await sql<{
    id: string;
    casus_id: string;
    status: Status;
    van_id: string;
    van_naam: string;
    van_soort: string;
    naar_id: string;
    naar_naam: string;
    naar_soort: string;
    doel: string;
    grondslag: string;
    typehulp: string;
    bericht: string;
    delen: { deel: string; grond: string }[];
    gegevens: BewaardeGegevens;
    aangeboden_op: Date;
    door: string | null;
    vervalt_op: Date | null;
    beantwoord_op: Date | null;
    beantwoord_door: string | null;
    reden: string | null;
    regisseur_id: string | null;
    regisseur: string | null;
    houder_id: string | null;
    houder: string | null;
    houder_soort: string | null;
    betrokken: boolean;
    keuze: boolean;
  }>`
    select o.id, o.casus_id, o.status, v.id as van_id, v.naam as van_naam, v.soort as van_soort, n.id as naar_id, n.naam as naar_naam, n.soort as naar_soort,
      o.doel, o.grondslag, o.typehulp, o.bericht, o.delen, o.gegevens, o.aangeboden_op, a.naam as door, t.vervalt_op, o.beantwoord_op, b.naam as beantwoord_door,
      o.reden, o.regisseur_id, r.naam as regisseur, h.id as houder_id, h.naam as houder, h.soort as houder_soort, c.id is not null as betrokken,
      exists (select from termijn k where k.regio_id = o.regio_id and k.onderwerp_id = o.id and k.soort in ('overdracht_opnieuw', 'overdracht_escalatie')
        and k.afgerond_op is null) as keuze
    from overdracht o
    join organisatie v on v.regio_id = o.regio_id and v.id = o.van_organisatie_id
    join organisatie n on n.regio_id = o.regio_id and n.id = o.naar_organisatie_id
    left join medewerker a on a.regio_id = o.regio_id and a.id = o.aangeboden_door
    left join medewerker b on b.regio_id = o.regio_id and b.id = o.beantwoord_door
    left join medewerker r on r.regio_id = o.regio_id and r.id = o.regisseur_id
    left join casus c on c.regio_id = o.regio_id and c.id = o.casus_id
    left join zicht z on z.regio_id = o.regio_id and z.casus_id = o.casus_id and z.tot is null
    left join organisatie h on h.regio_id = z.regio_id and h.id = z.organisatie_id
    left join lateral (select vervalt_op from termijn t where t.regio_id = o.regio_id and t.onderwerp_id = o.id and t.soort = 'overdracht_antwoord' limit 1) t on true
    where ${waar.id ? sql`o.id = ${waar.id}` : sql`(o.van_organisatie_id = ${eigen} or o.naar_organisatie_id = ${eigen})`}
      ${waar.richting === 'in' ? sql`and o.naar_organisatie_id = ${eigen}` : waar.richting === 'uit' ? sql`and o.van_organisatie_id = ${eigen}` : sql``}
      ${waar.open === undefined ? sql`` : waar.open ? sql`and o.status = 'aangeboden'` : sql`and o.status <> 'aangeboden'`}
      ${waar.voor ? sql`and o.aangeboden_op < ${waar.voor}` : sql``}
    order by o.aangeboden_op desc, o.id desc limit ${hoeveel}`.execute(tx.db);
  return rows.map((r): Overdracht => {
    const richting = r.naar_id === eigen ? 'in' : r.van_id === eigen ? 'uit' : 'anders';
    const ziet = zietInhoud(richting, r.status, r.betrokken);
    const { persoonIds, ...gegevens } = r.gegevens;
    if (ziet) tx.betreft(...persoonIds);
    return {
      id: r.id,
      casusId: r.betrokken ? r.casus_id : null,
      status: r.status,
      richting,
      van: { id: r.van_id, naam: r.van_naam, soort: r.van_soort },
      naar: { id: r.naar_id, naam: r.naar_naam, soort: r.naar_soort },
      houder:
        r.houder_id && r.houder ? { id: r.houder_id, naam: r.houder, soort: r.houder_soort ?? '' } : null,
      zicht: wieHoudtZicht({
        status: r.status,
        gever: r.van_naam,
        ontvanger: r.naar_naam,
        houder: r.houder,
        aanvaardOp: r.status === 'aanvaard' ? r.beantwoord_op : null,
      }),
      aanduiding: ziet ? gegevens.aanduiding : null,
      doel: ziet ? r.doel : null,
      grondslag: r.grondslag,
      typeHulp: r.typehulp,
      bericht: ziet ? r.bericht : null,
      delen: r.delen,
      gegevens: ziet ? gegevens : null,
      aangebodenOp: r.aangeboden_op,
      aangebodenDoor: r.door,
      vervaltOp: r.status === 'aangeboden' ? r.vervalt_op : null,
      beantwoordOp: r.beantwoord_op,
      beantwoordDoor: r.beantwoord_door,
      reden: r.reden,
      regisseur: r.regisseur_id && r.regisseur ? { id: r.regisseur_id, naam: r.regisseur } : null,
      keuzeOpen: richting === 'uit' && r.keuze,
    };
  });
}

/** One overdracht as the asker may see it. Throws 404. */
export async function getOverdracht(tx: Tx, id: string): Promise<Overdracht> {
  const [o] = await lees(tx, { id }, 1);
  if (!o) throw nietGevonden('Deze overdracht');
  if (o.casusId) tx.overCasus(o.casusId);
  tx.categorie('overdracht', ...(o.gegevens ? o.delen.map((d) => d.deel) : []));
  return o;
}

/** Ours, given and received, newest first, at most 50 offered before `voor`. */
export async function listOverdrachten(
  tx: Tx,
  f: { richting?: 'in' | 'uit' | undefined; open?: boolean | undefined; voor: Date | null },
): Promise<Overdracht[]> {
  tx.categorie('overdracht');
  return lees(tx, f, 50);
}
