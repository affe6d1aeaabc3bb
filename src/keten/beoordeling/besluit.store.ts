// SPDX-License-Identifier: EUPL-1.2
// The acts from a weighing to a decision by two people.
import { sql } from 'kysely';
import { zetAcuut } from '../../kern/casus/casus.store.ts';
import { type Gebeurtenissen, laatWeten } from '../../kern/gebeurtenissen.ts';
import { looptTermijn, rondTermijnAf, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import type { Soort } from '../../kern/termijn/termijnsoorten.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { ongeldig, Probleem } from '../../platform/http/problem.ts';
import { zetMeldingStatus } from '../melding/melding.store.ts';
import {
  afwegingVan,
  type Beoordeling,
  betreftCasus,
  getBeoordeling,
  getMeldingBij,
  getVoorSchrijven,
  listCollegas,
  listGronden,
  namenVan,
} from './beoordeling.store.ts';
import {
  type Afweging,
  type Besluit,
  bezwaarTegenTweede,
  isZelfde,
  stopt,
  termijnenNa,
  uitkomstCode,
  voorDeStukken,
  watNogNodigIs,
} from './beoordeling.ts';
import {
  GEVAAR_GEZIEN,
  neemGevaarTerug,
  vraagRegisseur,
  zegWaaropHetWacht,
  zetZichtcontrole,
} from './zichtcontrole.store.ts';

/**
 * The terms that hang on one beoordeling until it is decided. Not the 24 hours: they ask to act (handbook 1.1, S:16), and a decision
 * on paper is no act. They end by a look, or when someone says what was done.
 */
export const TOT_BESLUIT: readonly Soort[] = ['beoordeling', 'tweede_paar_ogen'];

function kolommen(a: Afweging) {
  return {
    acuut: a.acuut,
    acuut_argument: a.acuutArgument,
    structureel: a.structureel,
    structureel_argument: a.structureelArgument,
    multiprobleem: a.multiprobleem,
    multiprobleem_argument: a.multiprobleemArgument,
    uitspraak_ids: [...a.uitspraakIds],
    besluit: a.besluit,
    besluit_reden: a.besluitReden,
    vervolg_soort: a.vervolgSoort,
    aard: a.aard && [...a.aard],
    gemeentecode: a.gemeentecode,
  };
}

async function open(tx: Tx, id: string): Promise<Beoordeling> {
  const b = await getVoorSchrijven(tx, id);
  tx.overCasus(b.casusId);
  tx.inhoud({ melding: b.meldingId });
  await betreftCasus(tx, b.casusId);
  return b;
}

async function conflict(tx: Tx, b: Beoordeling): Promise<Probleem> {
  const namen = await namenVan(tx, [b.gewijzigdDoor]);
  return new Probleem(
    409,
    'Een collega heeft deze beoordeling ook gewijzigd',
    'Uw tekst staat nog in dit scherm en is niet verloren. Vergelijk beide versies en kies welke blijft.',
    {
      soort: 'andere-versie',
      huidig: {
        ...afwegingVan(b),
        versie: b.versie,
        status: b.status,
        gewijzigdOp: b.gewijzigdOp?.toISOString() ?? null,
        gewijzigdDoor: (b.gewijzigdDoor && namen.get(b.gewijzigdDoor)) ?? null,
      },
    },
  );
}

async function controleerVersie(tx: Tx, b: Beoordeling, versie: number): Promise<void> {
  if (b.versie !== versie) throw await conflict(tx, b);
}

/**
 * Keeps the weighing as it is now. Throws 409 with `huidig` when someone else was first, 409 when it was already put
 * forward, 400 when a statement is not of this casus.
 */
export async function bewaar(
  tx: Tx,
  id: string,
  versie: number,
  wijziging: Partial<Afweging>,
): Promise<Beoordeling> {
  const b = await open(tx, id);
  const nieuw: Afweging = { ...afwegingVan(b), ...wijziging };
  // the answer to an earlier send got lost: what was asked already is so
  if (
    b.status === 'open' &&
    b.gewijzigdDoor === tx.wie.medewerkerId &&
    isZelfde(nieuw, b) &&
    b.versie >= versie
  ) {
    tx.stil();
    return b;
  }
  await controleerVersie(tx, b, versie);
  if (b.status !== 'open') {
    throw new Probleem(
      409,
      b.status === 'vastgesteld'
        ? 'Deze beoordeling is vastgesteld'
        : 'Deze beoordeling ligt bij een collega',
      b.status === 'vastgesteld'
        ? 'Zij verandert niet meer. Voeg een uitspraak toe aan de casus, of wacht op een nieuwe melding.'
        : 'Laat haar terugleggen als u nog iets wilt wijzigen. Uw tekst staat nog in dit scherm.',
      { soort: 'niet-open' },
    );
  }
  if (nieuw.uitspraakIds.length > 0) {
    const bekend = new Set((await listGronden(tx, b.casusId)).map((g) => g.id));
    if (nieuw.uitspraakIds.some((u) => !bekend.has(u))) {
      throw ongeldig([
        {
          veld: 'uitspraakIds',
          melding: 'Een gekozen uitspraak hoort niet bij deze casus. Ververs de pagina.',
        },
      ]);
    }
  }
  await zetMeldingStatus(tx, b.meldingId, 'in_beoordeling');
  await tx.db
    .updateTable('beoordeling')
    .set({
      ...kolommen(nieuw),
      beoordelaar_id: b.beoordelaarId ?? tx.wie.medewerkerId,
      gewijzigd_op: tx.nu,
      gewijzigd_door: tx.wie.medewerkerId,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', id)
    .execute();
  if (!b.beoordelaarId) await maakEigenaar(tx, b.id, tx.wie.medewerkerId);
  if (nieuw.acuut !== b.acuut) await volgAcuut(tx, b, nieuw.acuut);
  tx.inhoud({ versie: versie + 1 });
  tx.categorie('beoordeling');
  return getBeoordeling(tx, { id });
}

/** Whoever begins to assess has the terms on their own list. */
async function maakEigenaar(tx: Tx, beoordelingId: string, medewerkerId: string): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({ eigenaar_medewerker_id: medewerkerId })
    .where('onderwerp_id', '=', beoordelingId)
    .where('afgerond_op', 'is', null)
    .execute();
}

/**
 * The assessor finds acute danger: the same follows as from a melding that names it. 24 hours begin now (S:16), unless those of the
 * melding still run, and whoever holds zicht looks within them. Taken back before it was put forward: so are the hours, and the look
 * stays planned. What the melder called acute stays so until two people have decided.
 */
async function volgAcuut(tx: Tx, b: Beoordeling, acuut: string | null): Promise<void> {
  await tx.overGrens(async () => {
    if (acuut === 'ja') {
      if (!(await looptTermijn(tx, b.id, 'spoed_24u'))) {
        await zetTermijn(tx, {
          soort: 'spoed_24u',
          casusId: b.casusId,
          onderwerpSoort: 'beoordeling',
          onderwerpId: b.id,
          eigenaarOrganisatieId: b.organisatieId,
          eigenaarMedewerkerId: tx.wie.medewerkerId,
          acuut: true,
          begintOp: tx.nu,
          waarom: GEVAAR_GEZIEN,
        });
      }
      await zetAcuut(tx, b.casusId, true);
      const houder = await findHouder(tx, b.casusId);
      if (houder) {
        await zetZichtcontrole(tx, b.casusId, {
          organisatieId: houder.organisatieId,
          medewerkerId: houder.organisatieId === tx.wie.organisatieId ? tx.wie.medewerkerId : null,
          begintOp: tx.nu,
          acuut: true,
          waarom: GEVAAR_GEZIEN,
        });
      }
    } else if (b.acuut === 'ja') {
      const { acuut: genoemd } = await getMeldingBij(tx, b.meldingId);
      if (genoemd) return;
      await rondTermijnAf(tx, b.id, ['spoed_24u'], 'toch niet acuut, voor het voorleggen');
      const nog = await isNogAcuut(tx, b.casusId, b.id);
      await zetAcuut(tx, b.casusId, nog);
      await neemGevaarTerug(tx, b.casusId, nog);
    }
  });
}

/**
 * Whether a melding of the casus is acute and undecided, or was decided to be and no plan has begun since; or 24 hours run for what was
 * found, also of a melding that was withdrawn, and nobody decided that it is not acute.
 * @param behalveId a beoordeling that does not count
 */
export async function isNogAcuut(tx: Tx, casusId: string, behalveId: string | null = null): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select exists (select from beoordeling o join melding m on m.regio_id = o.regio_id and m.id = o.melding_id
      join casus c on c.regio_id = o.regio_id and c.id = o.casus_id
      where o.casus_id = ${casusId} and o.id is distinct from ${behalveId}::uuid and m.status <> 'ingetrokken'
        and case when o.status = 'vastgesteld' then o.acuut = 'ja' and c.fase is null else m.acuut or o.acuut = 'ja' end)
      or exists (select from termijn t where t.casus_id = ${casusId} and t.onderwerp_id is distinct from ${behalveId}::uuid
        and t.soort = 'spoed_24u' and t.afgerond_op is null and not exists (select from beoordeling d where d.regio_id = t.regio_id
          and d.id = t.onderwerp_id and d.status = 'vastgesteld' and d.acuut = 'nee')) as ja`.execute(tx.db);
  return rows[0]?.ja ?? false;
}

async function schrijfStap(
  tx: Tx,
  b: Beoordeling,
  stap: string,
  opmerking: string | null,
  inhoud: Afweging,
): Promise<void> {
  await tx.db
    .insertInto('beoordeling_stap')
    .values({
      regio_id: tx.regio,
      id: nieuwId(tx.nu),
      beoordeling_id: b.id,
      organisatie_id: b.organisatieId,
      stap,
      op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
      opmerking,
      inhoud: JSON.stringify(inhoud),
    })
    .execute();
}

async function controleerVolledig(tx: Tx, b: Beoordeling): Promise<void> {
  const nodig = watNogNodigIs(b, await listGronden(tx, b.casusId));
  if (nodig.length > 0) throw ongeldig(nodig);
}

/**
 * Puts it before the second pair of eyes: one colleague, or whoever is first. Throws 400 with what is still needed.
 */
export async function legVoor(
  tx: Tx,
  id: string,
  versie: number,
  aanId: string | null,
): Promise<Beoordeling> {
  const b = await open(tx, id);
  if (b.status !== 'open')
    throw new Probleem(409, 'Deze beoordeling is al voorgelegd', 'Er is niets gewijzigd.', {
      soort: 'al-gedaan',
    });
  await controleerVersie(tx, b, versie);
  await controleerVolledig(tx, b);
  if (aanId !== null && !(await listCollegas(tx, b)).some((c) => c.id === aanId)) {
    throw ongeldig([{ veld: 'aanId', melding: 'Kies een collega van dit Veilig Thuis, niet uzelf.' }]);
  }
  await zetMeldingStatus(tx, b.meldingId, 'in_beoordeling');
  const stuk = voorDeStukken(afwegingVan(b));
  await tx.db
    .updateTable('beoordeling')
    .set({
      ...kolommen(stuk),
      status: 'voorgelegd',
      // who puts it forward stands for it, and so cannot be the second
      beoordelaar_id: tx.wie.medewerkerId,
      voorgelegd_op: tx.nu,
      tweede_id: null,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', id)
    .execute();
  await schrijfStap(tx, b, 'voorgelegd', null, stuk);
  await zetTermijn(tx, {
    soort: 'tweede_paar_ogen',
    casusId: b.casusId,
    onderwerpSoort: 'beoordeling',
    onderwerpId: id,
    eigenaarOrganisatieId: b.organisatieId,
    eigenaarMedewerkerId: aanId,
    acuut: b.acuut === 'ja',
    begintOp: tx.nu,
    waarom: 'Een collega vraagt u mee te kijken',
  });
  tx.inhoud({ besluit: b.besluit, aan: aanId });
  tx.categorie('beoordeling');
  return getBeoordeling(tx, { id });
}

/** Who put an assessment forward stands for it and cannot be the second: taking that up would hide it from who can (P6). */
export async function weigerEigenTweede(tx: Tx, t: { soort: string; onderwerpId: string }): Promise<void> {
  if (t.soort !== 'tweede_paar_ogen') return;
  const b = await tx.db
    .selectFrom('beoordeling')
    .select('beoordelaar_id')
    .where('id', '=', t.onderwerpId)
    .executeTakeFirst();
  if (b?.beoordelaar_id === tx.wie.medewerkerId)
    throw new Probleem(
      409,
      'U legde deze beoordeling zelf voor',
      'Een collega kijkt mee. Is er haast, vraag het dan aan iemand. Er is niets gewijzigd.',
      { soort: 'zelf-voorgelegd' },
    );
}

/** Who takes over a colleague's work is asked for no second look at what they put forward themselves: that is everyone else's. */
export async function neemOver(tx: Tx, g: Gebeurtenissen['medewerker.werk_over']): Promise<void> {
  await vraagRegisseur(tx, g.naam, g.organisatieId, g.zonderRegisseur);
  if (g.aanId === null) return;
  await tx.db
    .updateTable('termijn')
    .set({ eigenaar_medewerker_id: null })
    .where('soort', '=', 'tweede_paar_ogen')
    .where('eigenaar_medewerker_id', '=', g.aanId)
    .where('afgerond_op', 'is', null)
    .where((e) =>
      e('onderwerp_id', 'in', e.selectFrom('beoordeling').select('id').where('beoordelaar_id', '=', g.aanId)),
    )
    .execute();
}

/** Back to the first person, with what is missing. The first may also take it back. Throws 409 when it was not put forward. */
export async function legTerug(tx: Tx, id: string, versie: number, opmerking: string): Promise<Beoordeling> {
  const b = await open(tx, id);
  if (b.status !== 'voorgelegd') {
    throw new Probleem(409, 'Deze beoordeling is niet (meer) voorgelegd', 'Er is niets gewijzigd.', {
      soort: 'al-gedaan',
    });
  }
  await controleerVersie(tx, b, versie);
  await schrijfStap(tx, b, 'teruggelegd', opmerking, afwegingVan(b));
  await tx.db
    .updateTable('beoordeling')
    .set({
      status: 'open',
      voorgelegd_op: null,
      tweede_id: tx.wie.medewerkerId,
      tweede_opmerking: opmerking,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', id)
    .execute();
  await rondTermijnAf(tx, id, ['tweede_paar_ogen'], 'teruggelegd');
  tx.categorie('beoordeling');
  return getBeoordeling(tx, { id });
}

/**
 * The second person decides. Ends the terms of the beoordeling, sets those of what follows, and lets the later stations
 * know. Throws 403 when it is the same person, 400 when something is missing.
 */
export async function stelVast(
  tx: Tx,
  id: string,
  versie: number,
  opmerking: string | null,
): Promise<Beoordeling> {
  const b = await open(tx, id);
  const bezwaar = bezwaarTegenTweede(b, tx.wie);
  if (bezwaar) {
    const status = b.status === 'voorgelegd' ? 403 : 409;
    throw new Probleem(status, 'U kunt deze beoordeling niet vaststellen', bezwaar, { soort: 'twee-mensen' });
  }
  await controleerVersie(tx, b, versie);
  await controleerVolledig(tx, b);
  const besluit = b.besluit as Besluit;
  await zetMeldingStatus(tx, b.meldingId, 'beoordeeld');
  await schrijfStap(tx, b, 'vastgesteld', opmerking, afwegingVan(b));
  await tx.db
    .updateTable('beoordeling')
    .set({
      status: 'vastgesteld',
      tweede_id: tx.wie.medewerkerId,
      tweede_opmerking: opmerking,
      vastgesteld_op: tx.nu,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', id)
    .execute();
  await rondTermijnAf(tx, id, TOT_BESLUIT, 'vastgesteld');
  // 'onbekend' leaves the mark as it was
  if (b.acuut !== 'onbekend')
    await zetAcuut(tx, b.casusId, b.acuut === 'ja' || (await isNogAcuut(tx, b.casusId, b.id)));
  await zetVervolg(tx, b, besluit);
  await zegWaaropHetWacht(tx, b.casusId);
  tx.inhoud({ besluit, vervolgSoort: b.vervolgSoort, uitkomst: uitkomstCode(besluit) });
  tx.categorie('beoordeling');
  await laatWeten(tx, 'beoordeling.vastgesteld', {
    meldingId: b.meldingId,
    casusId: b.casusId,
    besluit,
    vervolgSoort: b.vervolgSoort,
    vtId: b.organisatieId,
  });
  return getBeoordeling(tx, { id });
}

const WAAROM: Partial<Record<Soort, string>> = {
  start_onderzoek: 'Besluit: onderzoek',
  onderzoek: 'Besluit: onderzoek',
  voorwaarden_en_vervolg: 'Besluit: Voorwaarden en Vervolg',
  overdragen: 'Besluit: overdragen',
};

/** Sets what follows from a decision, as far as it was not set before and this Veilig Thuis can do it. */
export async function zetVervolg(tx: Tx, b: Beoordeling, besluit: Besluit): Promise<void> {
  for (const soort of termijnenNa(besluit)) {
    if (await isVervolgGezet(tx, b, soort)) continue;
    if (soort === 'afsluiten') {
      await zetAfsluiten(tx, b, 'Besluit: geen vervolg door Veilig Thuis');
      continue;
    }
    // only who has zicht can hand it over
    if (soort === 'overdragen' && (await findHouder(tx, b.casusId))?.organisatieId !== b.organisatieId)
      continue;
    // the start counts from receipt, the rest from this decision (Uitvoeringsbesluit Wmo 2015 art. 4.1.7 lid 1 and 2)
    const begintOp = soort === 'start_onderzoek' ? (await getMeldingBij(tx, b.meldingId)).ontvangenOp : tx.nu;
    await zetTermijn(tx, {
      soort,
      casusId: b.casusId,
      onderwerpSoort: 'beoordeling',
      onderwerpId: b.id,
      eigenaarOrganisatieId: b.organisatieId,
      eigenaarMedewerkerId: b.beoordelaarId,
      acuut: b.acuut === 'ja',
      begintOp,
      waarom: WAAROM[soort] ?? '',
    });
  }
}

/** Whether this decision had this term: to close is asked about the casus, the rest about the beoordeling. */
async function isVervolgGezet(tx: Tx, b: Beoordeling, soort: Soort): Promise<boolean> {
  const rij = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('soort', '=', soort)
    .where((w) =>
      w.or([
        w('onderwerp_id', '=', b.id),
        w.and([w('onderwerp_id', '=', b.casusId), w('begint_op', '>=', b.vastgesteldOp ?? tx.nu)]),
      ]),
    )
    .executeTakeFirst();
  return rij !== undefined;
}

/**
 * Asks the holder to close the casus, once, and only when nothing else in it is going on. It never closes by itself: until
 * someone does, the holder watches (P1).
 */
export async function zetAfsluiten(tx: Tx, b: Beoordeling, waarom: string): Promise<void> {
  const houder = await findHouder(tx, b.casusId);
  if (houder?.organisatieId !== b.organisatieId) return;
  const anderen = await tx.db
    .selectFrom('beoordeling as o')
    .innerJoin('melding as m', (j) =>
      j.onRef('m.regio_id', '=', 'o.regio_id').onRef('m.id', '=', 'o.melding_id'),
    )
    .select(['o.status', 'o.besluit'])
    .where('o.casus_id', '=', b.casusId)
    .where('o.id', '!=', b.id)
    .where('m.status', '!=', 'ingetrokken')
    .execute();
  if (anderen.some((o) => o.status !== 'vastgesteld' || !stopt(o.besluit))) return;
  const loopt = await looptTermijn(tx, b.casusId, 'afsluiten');
  if (loopt) return;
  await zetTermijn(tx, {
    soort: 'afsluiten',
    casusId: b.casusId,
    onderwerpSoort: 'casus',
    onderwerpId: b.casusId,
    eigenaarOrganisatieId: b.organisatieId,
    eigenaarMedewerkerId: b.beoordelaarId,
    begintOp: tx.nu,
    waarom,
  });
}
