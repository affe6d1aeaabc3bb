// SPDX-License-Identifier: EUPL-1.2
// Offering a casus: what there is, what is missing, and the snapshot that goes along.
import { sql } from 'kysely';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { houdOpen } from '../../kern/organisatie/organisatie.store.ts';
import { kanAannemen } from '../../kern/organisatie/organisatie.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import { MET_DE_CASUS, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import { eisGenoemdBij } from '../../kern/toegang/verzegeling.store.ts';
import {
  patronen,
  schermAf,
  teWegen,
  verborgenPlaatsen,
  verraadt,
} from '../../kern/uitspraak/afscherming.ts';
import {
  geheimenVan,
  listNaTeZien,
  type NaTeZien,
  schermRelatiesAf,
  VERRAADT,
} from '../../kern/uitspraak/nazien.store.ts';
import { listUitspraken, type Uitspraak } from '../../kern/uitspraak/uitspraak.store.ts';
import { schermAfVoorGoed } from '../../kern/uitspraak/vrijgave.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import {
  type BewaardeGegevens,
  type Gegevens,
  getGehouden,
  rondCasusTermijnenAf,
  rondNieuweKeuzeAf,
} from './overdracht.store.ts';
import { type Deel, mogelijkeGrondslagen, type Ontbreekt, type Stand, watOntbreekt } from './overdracht.ts';

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
  beoordelingen: Stand['beoordelingen'];
  voorwaardenBesloten: boolean;
  voorwaarden: NonNullable<Gegevens['veiligheidsvoorwaarden']>;
  cijfers: NonNullable<Gegevens['veiligheidscijfers']>;
  controles: NonNullable<Gegevens['veiligheidscontroles']>;
  geheim: RegExp[];
  /** Towns that tell where someone hides: a person weighs them in a statement, and where nobody looks they are marked. */
  plaatsen: RegExp[];
  /** What a person weighs in a statement (`teWegen`). */
  teWegen: RegExp[];
}

/** What must be in no text that goes along without anyone looking at it. */
const ongezien = (b: Bronnen) => [...b.geheim, ...b.plaatsen];

async function verzamel(tx: Tx, casusId: string): Promise<Bronnen> {
  const casus = await tx.db
    .selectFrom('casus')
    .select(['nummer', 'aanduiding', 'gemeentecode', 'acuut'])
    .where('id', '=', casusId)
    .executeTakeFirst();
  if (!casus) throw nietGevonden('Deze casus');
  const personen = await listCasusPersonen(tx, casusId);
  const naamVan = new Map(personen.map((p) => [p.persoonId, p.naam]));
  const geheimen = await geheimenVan(
    tx,
    casusId,
    personen.map((p) => p.naam),
  );
  const geheim = patronen(geheimen);
  const alle = await listUitspraken(tx, casusId);
  const verbeterd = new Set(alle.map((u) => u.verbetertId));
  const open = alle.filter((u) => !u.afgeschermd && !verbeterd.has(u.id));
  const verraderlijk = (u: Uitspraak) =>
    verraadt([u.tekst, u.bron, ...u.wederhoor.flatMap((w) => [w.door, w.reactie])].join('\n'), geheim);
  const beoordelingen =
    tx.wie.organisatieSoort === 'veilig_thuis' ? await listBeoordelingen(tx, casusId) : null;
  const laatste = beoordelingen?.find((b) => b.status === 'vastgesteld') ?? null;
  // what another Veilig Thuis assessed came with its overdracht: the family moved, and is not assessed twice; a team passes it on
  const meegekomen = laatste ? null : await findMeegekomen(tx, casusId);
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
    beoordeling:
      (laatste && {
        acuut: laatste.acuut,
        acuutArgument: laatste.acuut_argument,
        structureel: laatste.structureel,
        structureelArgument: laatste.structureel_argument,
        multiprobleem: laatste.multiprobleem,
        multiprobleemArgument: laatste.multiprobleem_argument,
        besluit: laatste.besluit ?? '',
        besluitReden: laatste.besluit_reden ?? '',
        vastgesteldOp: laatste.vastgesteld_op?.toISOString() ?? '',
      }) ??
      meegekomen,
    beoordelingen: beoordelingen && {
      vastgesteld: beoordelingen.filter((b) => b.status === 'vastgesteld').length + (meegekomen ? 1 : 0),
      elders: !laatste && !meegekomen && (await isEldersBeoordeeld(tx, casusId)),
      open: await telOnbeoordeeld(tx, casusId),
    },
    voorwaardenBesloten:
      (beoordelingen !== null && meegekomen?.besluit === 'voorwaarden_en_vervolg') ||
      (beoordelingen ?? []).some((b) => b.status === 'vastgesteld' && b.besluit === 'voorwaarden_en_vervolg'),
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
    plaatsen: verborgenPlaatsen(geheimen),
    teWegen: teWegen(geheimen),
  };
}

/** The assessment that came along when this casus was accepted by the asker's organisation, or one that it followed up; as it was sent. */
async function findMeegekomen(tx: Tx, casusId: string): Promise<Bronnen['beoordeling']> {
  return tx.overGrens(async () => {
    const { rows } = await sql<{ gegevens: Gegevens }>`
      with recursive wij as (
        select ${tx.wie.organisatieId}::uuid as id
        union
        select o.id from organisatie o join wij w on o.opvolger_id = w.id where o.gesloten_op is not null
      )
      select i.gegevens from overdracht o join overdracht_inhoud i on i.regio_id = o.regio_id and i.overdracht_id = o.id
      where o.casus_id = ${casusId} and o.naar_organisatie_id in (select id from wij) and o.status = 'aanvaard'
      order by o.beantwoord_op desc limit 1`.execute(tx.db);
    return rows[0]?.gegevens.beoordeling ?? null;
  });
}

/** Whether any Veilig Thuis assessed this family, also where what it wrote did not come along with the way that it went. */
async function isEldersBeoordeeld(tx: Tx, casusId: string): Promise<boolean> {
  return tx.overGrens(async () => {
    const rij = await tx.db
      .selectFrom('beoordeling')
      .select('id')
      .where('casus_id', '=', casusId)
      .where('status', '=', 'vastgesteld')
      .limit(1)
      .executeTakeFirst();
    return rij !== undefined;
  });
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
    metBeoordeling: b.beoordeling !== null,
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
  const dicht = <T>(waarde: T): T => schermAf(waarde, ongezien(b));
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
        p.relatie && verraadt(p.relatie, ongezien(b)) ? [{ id: p.persoonId, begin: p.relatie }] : [],
      ),
    ],
    naTeZien: listNaTeZien(tx, b.uitspraken, b.teWegen),
    ...contact,
    houder: (await findHouder(tx, casusId))?.naam ?? null,
    openAanbodId: open?.id ?? null,
  };
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
  else if (!kanAannemen(naar.soort))
    fouten.push({
      veld: 'naarOrganisatieId',
      melding: `Bij ${naar.naam} kan niemand een casus aannemen. Kies een organisatie met regisseurs, bijvoorbeeld een lokaal team.`,
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
  const naTeZien = listNaTeZien(tx, b.uitspraken, b.teWegen).map((u) => u.id);
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
  if (af.length > 0) await schermAfVoorGoed(tx, casusId, af);
  // what goes along was looked at, and may be read from here on
  const mee = b.uitspraken.filter((u) => u.organisatieId === van).map((u) => u.id);
  if (mee.length > 0 && o.delen.some((d) => d.deel === 'uitspraken'))
    await tx.db
      .updateTable('uitspraak')
      .set({ vrij_op: tx.nu })
      .where('id', 'in', mee)
      .where('vrij_op', 'is', null)
      .execute();
  await schermRelatiesAf(tx, casusId, ongezien(b));
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
      grondslag: o.grondslag,
      typehulp: o.typeHulp,
      aangeboden_op: tx.nu,
      aangeboden_door: tx.wie.medewerkerId,
    })
    .execute();
  await tx.db
    .insertInto('overdracht_inhoud')
    .values({
      regio_id: tx.regio,
      overdracht_id: id,
      casus_id: casusId,
      doel: o.doel,
      bericht: o.bericht,
      delen: JSON.stringify(o.delen),
      gegevens: JSON.stringify(maakGegevens(b, metContact)),
    })
    .execute();
  await rondNieuweKeuzeAf(tx, casusId, 'opnieuw aangeboden');
  await rondCasusTermijnenAf(tx, casusId, van, ['overdragen'], MET_DE_CASUS.aangeboden);
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
