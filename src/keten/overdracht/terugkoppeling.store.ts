// SPDX-License-Identifier: EUPL-1.2
import { ORGANISATIE_VOOR_HULP } from '../../kern/organisatie/organisatie.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import { rondTermijnAf, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import { getPlekken } from '../../kern/uitspraak/afscherming.store.ts';
import { type Geheimen, patronen, verborgenPlaatsen, verraadt } from '../../kern/uitspraak/afscherming.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import {
  type Aan,
  aanWie,
  GRONDSLAG_TERUGKOPPELING,
  type Moment,
  stelTerugkoppelingOp,
  waaromGeen,
} from './terugkoppeling.ts';

/** Writes the draft, or the reason why there is none; with a draft comes its term. One per melding and moment. */
async function maak(
  tx: Tx,
  t: {
    casusId: string;
    meldingId: string;
    organisatieId: string;
    moment: Moment;
    aan: Aan;
    tekst: string;
    reden: string | null;
  },
): Promise<void> {
  const gemaakt = await tx.db
    .insertInto('terugkoppeling')
    .values({
      regio_id: tx.regio,
      id: nieuwId(tx.nu),
      casus_id: t.casusId,
      melding_id: t.meldingId,
      organisatie_id: t.organisatieId,
      moment: t.moment,
      status: t.reden === null ? 'concept' : 'afgezien',
      aan: t.aan,
      tekst: t.tekst,
      grondslag: GRONDSLAG_TERUGKOPPELING,
      reden: t.reden,
      gemaakt_op: tx.nu,
      afgehandeld_op: t.reden === null ? null : tx.nu,
      medewerker_id: null,
    })
    // what was taken back as not so may become so after all
    .onConflict((c) =>
      c
        .columns(['regio_id', 'melding_id', 'moment'])
        .doUpdateSet((e) => ({
          status: e.ref('excluded.status'),
          tekst: e.ref('excluded.tekst'),
          reden: e.ref('excluded.reden'),
          gemaakt_op: e.ref('excluded.gemaakt_op'),
          afgehandeld_op: e.ref('excluded.afgehandeld_op'),
        }))
        .where('terugkoppeling.status', '=', 'afgezien')
        .where('terugkoppeling.reden', '=', NIET_OVERGEDRAGEN),
    )
    .returning('id')
    .executeTakeFirst();
  if (!gemaakt || t.reden !== null) return;
  await zetTermijn(tx, {
    soort: 'terugkoppeling_melder',
    casusId: t.casusId,
    onderwerpSoort: 'terugkoppeling',
    onderwerpId: gemaakt.id,
    eigenaarOrganisatieId: t.organisatieId,
    waarom:
      t.moment === 'na_overdracht' ? 'De overdracht is aanvaard' : 'Het besluit na de beoordeling is genomen',
    begintOp: tx.nu,
  });
}

/** After the decision (KNMG bijlage 4: the first of at least two moments). Runs in the transaction of Veilig Thuis. */
export async function stelOpNaBeoordeling(
  tx: Tx,
  b: { meldingId: string; casusId: string; besluit: string; vtId: string },
): Promise<void> {
  const m = await tx.db
    .selectFrom('melding as m')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'm.regio_id').onRef('o.id', '=', 'm.organisatie_id'),
    )
    .leftJoin('melder as r', (j) =>
      j.onRef('r.regio_id', '=', 'm.regio_id').onRef('r.melding_id', '=', 'm.id'),
    )
    .select([
      'm.nummer',
      'm.ontvangen_op',
      'm.kanaal',
      'm.melder_groep',
      'm.melder_rol',
      'm.terugkoppeling_gewenst',
      'o.naam',
      'r.bekend',
    ])
    .where('m.id', '=', b.meldingId)
    .executeTakeFirst();
  if (!m) return;
  // who cannot see how far the melder may be known, does not draft to him as if he were known
  const aan = aanWie({
    kanaal: m.kanaal,
    groep: m.melder_groep,
    rol: m.melder_rol,
    bekend: m.bekend ?? 'anoniem',
    gewenst: m.terugkoppeling_gewenst,
  });
  const basis = {
    casusId: b.casusId,
    meldingId: b.meldingId,
    organisatieId: b.vtId,
    moment: 'na_beoordeling' as const,
    aan,
  };
  if (aan === 'professional' || aan === 'burger') {
    const tekst = stelTerugkoppelingOp({
      aan,
      moment: 'na_beoordeling',
      meldingNummer: m.nummer,
      ontvangenOp: m.ontvangen_op,
      vtNaam: m.naam,
      besluit: b.besluit,
      overgedragenAan: null,
    });
    await maak(tx, { ...basis, tekst, reden: null });
  } else {
    await maak(tx, { ...basis, tekst: '', reden: waaromGeen(aan) });
  }
}

/**
 * After another organisation accepted what this Veilig Thuis gave. The kind of melder comes from the first moment: the
 * receiver, in whose act this runs, cannot see the melder and need not. A draft that was not sent yet is renewed, so that
 * the melder hears it once.
 */
export async function stelOpNaOverdracht(
  tx: Tx,
  o: { casusId: string; vanId: string; naarId: string },
): Promise<void> {
  await tx.overGrens(async () => {
    const eerder = await listNaBeoordeling(tx, o.casusId, o.vanId);
    const naar = await tx.db
      .selectFrom('organisatie')
      .select(['naam', 'soort'])
      .where('id', '=', o.naarId)
      .executeTakeFirst();
    const overgedragenAan = naar?.soort === 'opvang' ? ORGANISATIE_VOOR_HULP : (naar?.naam ?? null);
    for (const t of eerder) {
      if (t.status === 'concept') await herschrijf(tx, t, overgedragenAan);
      else if (t.status === 'verstuurd') {
        await maak(tx, {
          casusId: o.casusId,
          meldingId: t.meldingId,
          organisatieId: o.vanId,
          moment: 'na_overdracht',
          aan: t.aan,
          tekst: stelTerugkoppelingOp({ ...t, moment: 'na_overdracht', overgedragenAan }),
          reden: null,
        });
      }
    }
  });
}

interface NaBeoordeling {
  id: string;
  status: string;
  aan: 'professional' | 'burger';
  meldingId: string;
  meldingNummer: string;
  ontvangenOp: Date;
  vtNaam: string;
  besluit: string | null;
}

/** What this Veilig Thuis told, or is to tell, melders of a casus after the beoordeling. */
async function listNaBeoordeling(tx: Tx, casusId: string, vtId: string): Promise<NaBeoordeling[]> {
  const rijen = await tx.db
    .selectFrom('terugkoppeling as t')
    .innerJoin('melding as m', (j) =>
      j.onRef('m.regio_id', '=', 't.regio_id').onRef('m.id', '=', 't.melding_id'),
    )
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 't.regio_id').onRef('o.id', '=', 't.organisatie_id'),
    )
    .leftJoin('beoordeling as b', (j) =>
      j.onRef('b.regio_id', '=', 'm.regio_id').onRef('b.melding_id', '=', 'm.id'),
    )
    .select([
      't.id',
      't.status',
      't.aan',
      't.melding_id as meldingId',
      'm.nummer as meldingNummer',
      'm.ontvangen_op as ontvangenOp',
      'o.naam as vtNaam',
      'b.besluit',
    ])
    .where('m.casus_id', '=', casusId)
    .where('t.organisatie_id', '=', vtId)
    .where('t.moment', '=', 'na_beoordeling')
    .orderBy('t.id')
    .forUpdate('t')
    .execute();
  return rijen.flatMap((r) => {
    const aan = r.aan as Aan;
    return aan === 'professional' || aan === 'burger' ? [{ ...r, aan }] : [];
  });
}

/** Writes a draft that was not sent yet anew. */
async function herschrijf(tx: Tx, t: NaBeoordeling, overgedragenAan: string | null): Promise<void> {
  await tx.db
    .updateTable('terugkoppeling')
    .set({ tekst: stelTerugkoppelingOp({ ...t, moment: 'na_beoordeling', overgedragenAan }) })
    .where('id', '=', t.id)
    .execute();
}

const NIET_OVERGEDRAGEN = 'De casus is niet overgedragen: het bleek een ander gezin.';

/**
 * Veilig Thuis has a casus again that was one with another, which was handed over meanwhile: what was not sent yet does not say that this
 * one was. What was sent is said.
 */
export async function herzieTerugkoppelingen(tx: Tx, casusId: string, sinds: Date): Promise<void> {
  await tx.overGrens(async () => {
    const houder = await findHouder(tx, casusId);
    if (!houder) return;
    for (const t of await listNaBeoordeling(tx, casusId, houder.organisatieId))
      if (t.status === 'concept') await herschrijf(tx, t, null);
    const onwaar = await tx.db
      .updateTable('terugkoppeling')
      .set({ status: 'afgezien', reden: NIET_OVERGEDRAGEN, afgehandeld_op: tx.nu })
      .where('casus_id', '=', casusId)
      .where('organisatie_id', '=', houder.organisatieId)
      .where('moment', '=', 'na_overdracht')
      .where('status', '=', 'concept')
      .where('gemaakt_op', '>=', sinds)
      .returning('id')
      .execute();
    for (const { id } of onwaar) await rondTermijnAf(tx, id, ['terugkoppeling_melder'], 'niet overgedragen');
  });
}

/** A melding that was withdrawn has nothing to tell any more: its open drafts are closed, with that reason. */
export async function vervalNaIntrekking(tx: Tx, meldingId: string): Promise<void> {
  await tx.overGrens(async () => {
    const open = await tx.db
      .selectFrom('terugkoppeling')
      .select('id')
      .where('melding_id', '=', meldingId)
      .where('status', '=', 'concept')
      .forUpdate()
      .execute();
    for (const { id } of open) {
      await tx.db
        .updateTable('terugkoppeling')
        .set({ status: 'afgezien', reden: 'De melder trok de melding zelf in.', afgehandeld_op: tx.nu })
        .where('id', '=', id)
        .execute();
      await rondTermijnAf(tx, id, ['terugkoppeling_melder'], 'melding ingetrokken');
    }
  });
}

/** Follows a melding to the casus that it now belongs to. */
export async function verplaatsTerugkoppelingen(
  tx: Tx,
  meldingIds: readonly string[],
  naarCasusId: string,
): Promise<void> {
  if (meldingIds.length === 0) return;
  await tx.overGrens(async () => {
    await tx.db
      .updateTable('terugkoppeling')
      .set({ casus_id: naarCasusId })
      .where('melding_id', 'in', [...meldingIds])
      .execute();
  });
}

export interface Terugkoppeling {
  id: string;
  casusId: string;
  meldingId: string;
  meldingNummer: string;
  moment: string;
  status: 'concept' | 'verstuurd' | 'afgezien';
  aan: string;
  /** How to reach the melder: for whoever may send it and nobody else. */
  melder: { naam: string | null; telefoon: string | null; email: string | null; bekend: string } | null;
  tekst: string;
  grondslag: string;
  reden: string | null;
  gemaaktOp: Date;
  afgehandeldOp: Date | null;
  door: string | null;
  vervaltOp: Date | null;
}

/** One terugkoppeling, with how to reach the melder. Only inside the Veilig Thuis that received the melding; else 404. */
export async function getTerugkoppeling(tx: Tx, id: string): Promise<Terugkoppeling> {
  const r = await tx.db
    .selectFrom('terugkoppeling as t')
    .innerJoin('melding as m', (j) =>
      j.onRef('m.regio_id', '=', 't.regio_id').onRef('m.id', '=', 't.melding_id'),
    )
    .leftJoin('melder as r', (j) =>
      j.onRef('r.regio_id', '=', 'm.regio_id').onRef('r.melding_id', '=', 'm.id'),
    )
    .leftJoin('medewerker as w', (j) =>
      j.onRef('w.regio_id', '=', 't.regio_id').onRef('w.id', '=', 't.medewerker_id'),
    )
    .leftJoin('termijn as k', (j) =>
      j
        .onRef('k.regio_id', '=', 't.regio_id')
        .onRef('k.onderwerp_id', '=', 't.id')
        .on('k.afgerond_op', 'is', null),
    )
    .select([
      't.id',
      't.casus_id',
      't.melding_id',
      'm.nummer',
      't.moment',
      't.status',
      't.aan',
      't.tekst',
      't.grondslag',
      't.reden',
      't.gemaakt_op',
      't.afgehandeld_op',
      'w.naam as door',
      'k.vervalt_op',
      'r.naam',
      'r.telefoon',
      'r.email',
      'r.bekend',
    ])
    .where('t.id', '=', id)
    .where('t.organisatie_id', '=', tx.wie.organisatieId)
    .executeTakeFirst();
  if (!r) throw nietGevonden('Deze terugkoppeling');
  tx.overCasus(r.casus_id);
  tx.categorie('terugkoppeling', 'melder');
  return {
    id: r.id,
    casusId: r.casus_id,
    meldingId: r.melding_id,
    meldingNummer: r.nummer,
    moment: r.moment,
    status: r.status as Terugkoppeling['status'],
    aan: r.aan,
    melder: r.bekend ? { naam: r.naam, telefoon: r.telefoon, email: r.email, bekend: r.bekend } : null,
    tekst: r.tekst,
    grondslag: r.grondslag,
    reden: r.reden,
    gemaaktOp: r.gemaakt_op,
    afgehandeldOp: r.afgehandeld_op,
    door: r.door,
    vervaltOp: r.vervalt_op,
  };
}

export interface TerugkoppelingRegel {
  id: string;
  moment: string;
  status: 'concept' | 'verstuurd' | 'afgezien';
  tekst: string;
  reden: string | null;
  afgehandeldOp: Date | null;
}

/** What was told about one melding: all of it for who received the melding, what was sent for who made it. */
export async function listTerugkoppelingen(tx: Tx, meldingId: string): Promise<TerugkoppelingRegel[]> {
  tx.categorie('terugkoppeling');
  const rijen = await tx.db
    .selectFrom('terugkoppeling')
    .select(['id', 'moment', 'status', 'tekst', 'reden', 'afgehandeld_op'])
    .where('melding_id', '=', meldingId)
    .orderBy('gemaakt_op')
    .orderBy('id')
    .execute();
  return rijen.map((r) => ({
    id: r.id,
    moment: r.moment,
    status: r.status as TerugkoppelingRegel['status'],
    tekst: r.tekst,
    reden: r.reden,
    afgehandeldOp: r.afgehandeld_op,
  }));
}

async function getOpen(
  tx: Tx,
  id: string,
): Promise<{ casusId: string; meldingId: string; aan: Aan; concept: string }> {
  const r = await tx.db
    .selectFrom('terugkoppeling')
    .select(['status', 'casus_id', 'melding_id', 'aan', 'tekst'])
    .where('id', '=', id)
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .forUpdate()
    .executeTakeFirst();
  if (!r) throw nietGevonden('Deze terugkoppeling');
  if (r.status !== 'concept') {
    throw new Probleem(
      409,
      r.status === 'verstuurd'
        ? 'Deze terugkoppeling is al verstuurd'
        : 'Van deze terugkoppeling is al afgezien',
      'Er is niets gewijzigd.',
      { soort: 'al-afgehandeld', huidig: { status: r.status } },
    );
  }
  tx.overCasus(r.casus_id);
  return { casusId: r.casus_id, meldingId: r.melding_id, aan: r.aan as Aan, concept: r.tekst };
}

/**
 * The other melders of a casus, as far as that does not say something of the addressee: someone who reported twice is no other, and a
 * telephone that two share is known to both.
 */
async function listAndereMelders(
  tx: Tx,
  casusId: string,
  meldingId: string,
): Promise<{ andere: Geheimen['melders']; zelf: string | null }> {
  const rijen = await tx.db
    .selectFrom('melder as r')
    .innerJoin('melding as m', (j) =>
      j.onRef('m.regio_id', '=', 'r.regio_id').onRef('m.id', '=', 'r.melding_id'),
    )
    .select(['m.id', 'r.naam', 'r.telefoon', 'r.email'])
    .where('m.casus_id', '=', casusId)
    .execute();
  const klein = (x: string | null) => x?.trim().replace(/\s+/g, ' ').toLocaleLowerCase('nl') || null;
  const cijfers = (x: string | null) => x?.replace(/\D/g, '').slice(-9) || null;
  const zelf = rijen.find((r) => r.id === meldingId);
  const naam = klein(zelf?.naam ?? null);
  const eigen = rijen.filter((r) => r.id === meldingId || (naam !== null && klein(r.naam) === naam));
  return {
    zelf: zelf?.naam ?? null,
    andere: rijen
      .filter((r) => !eigen.includes(r))
      .map((r) => ({
        naam: r.naam,
        telefoon: eigen.some((e) => cijfers(e.telefoon) === cijfers(r.telefoon)) ? null : r.telefoon,
        email: eigen.some((e) => klein(e.email) === klein(r.email)) ? null : r.email,
      })),
  };
}

/**
 * Records that the melder was told, with the words that were used. Houvast sends no e-mail and makes no call: the worker
 * tells it, and the melder's own organisation reads it with its melding.
 * @throws Probleem 400 when the text holds a secret address or another melder, or for a citizen a name of the family; 409 when it was
 * done already.
 */
export async function verstuur(tx: Tx, id: string, tekst: string): Promise<void> {
  const { casusId, meldingId, aan, concept } = await getOpen(tx, id);
  const personen = await listCasusPersonen(tx, casusId);
  const geheim: Geheimen = { melders: [], personen: [], ...(await getPlekken(tx, casusId)) };
  // who told Veilig Thuis needs no town of a hiding place to hear what was done
  if (verraadt(tekst, [...patronen(geheim), ...verborgenPlaatsen(geheim)])) {
    throw ongeldig([
      {
        veld: 'tekst',
        melding: 'In uw tekst staat een adres of nummer dat geheim moet blijven. Haal het weg.',
      },
    ]);
  }
  const namen = personen
    .filter((p) => p.naam !== 'Naam nog onbekend')
    .map((p) => ({ naam: p.naam, telefoon: null, email: null }));
  const { andere, zelf } = await listAndereMelders(tx, casusId, meldingId);
  const vanGezin = new Set(namen.map((n) => n.naam.toLocaleLowerCase('nl')));
  // the words of the draft are no surname there: a melder may be an organisation ("Politie Drenthe"), and the draft names Veilig Thuis
  const bekend = [...namen.map((n) => n.naam), zelf ?? '', ...concept.split(/[^\p{L}\p{N}]+/u)];
  // who reported about himself is someone of the family: that is for the rule below
  const melders = andere.map((m) => ({
    ...m,
    naam: m.naam && vanGezin.has(m.naam.trim().toLocaleLowerCase('nl')) ? null : m.naam,
  }));
  if (verraadt(tekst, patronen({ melders, adressen: [], personen: bekend }))) {
    throw ongeldig([
      { veld: 'tekst', melding: 'In uw tekst staat iets over een andere melder. Haal het weg.' },
    ]);
  }
  if (aan === 'burger' && verraadt(tekst, patronen({ melders: namen, adressen: [], personen: [] }))) {
    throw ongeldig([
      {
        veld: 'tekst',
        melding:
          'In uw tekst staat een naam uit het gezin. Aan een burger mag u alleen zeggen dat u stappen zette.',
      },
    ]);
  }
  await tx.db
    .updateTable('terugkoppeling')
    .set({ status: 'verstuurd', tekst, afgehandeld_op: tx.nu, medewerker_id: tx.wie.medewerkerId })
    .where('id', '=', id)
    .execute();
  await rondTermijnAf(tx, id, ['terugkoppeling_melder'], 'verstuurd');
  tx.categorie('terugkoppeling');
  tx.inhoud({ terugkoppeling: id });
}

/** Declines to tell the melder anything, with the reason. */
export async function zieAf(tx: Tx, id: string, reden: string): Promise<void> {
  await getOpen(tx, id);
  await tx.db
    .updateTable('terugkoppeling')
    .set({ status: 'afgezien', reden, afgehandeld_op: tx.nu, medewerker_id: tx.wie.medewerkerId })
    .where('id', '=', id)
    .execute();
  await rondTermijnAf(tx, id, ['terugkoppeling_melder'], 'afgezien');
  tx.categorie('terugkoppeling');
  tx.inhoud({ terugkoppeling: id });
}
