// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { getCasus, getCasusVoorSchrijven, openCasus } from '../../kern/casus/casus.store.ts';
import { aanduidingVan } from '../../kern/casus/casus.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { schrijfVermeldingen, voegPersonenToe } from '../../kern/persoon/persoon.store.ts';
import { type Geboorte, type Twijfel, twijfelsBij } from '../../kern/persoon/persoon.ts';
import { schrijfUitspraken } from '../../kern/uitspraak/uitspraak.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { dagVan, jaarVan } from '../../platform/clock/dagen.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import { dubbeleBsns, twijfelsBijMomenten } from './melding.ts';

/** How persons are recognised: given by the radar through the composition, so that this station need not know it. */
export interface Herkenning {
  isGeldigBsn(bsn: string): boolean;
  /** Keyed hash of a BSN: the number itself is never an index. */
  bsnSleutel(bsn: string): string;
  sleutels(v: PersoonOpgave & { bsnSleutel: string | null }): number[];
}

export interface PersoonOpgave {
  rol: string;
  relatie: string | null;
  bsn: string | null;
  voornamen: string | null;
  voorletters: string | null;
  tussenvoegsel: string | null;
  achternaam: string | null;
  partnerTussenvoegsel: string | null;
  partnerAchternaam: string | null;
  geboorte: Geboorte;
  geslacht: string | null;
  straat: string | null;
  huisnummer: string | null;
  huisletter: string | null;
  toevoeging: string | null;
  postcode: string | null;
  woonplaats: string | null;
  land: string | null;
  geheimAdres: boolean;
  telefoon: string[];
  email: string[];
}

export interface MeldingOpgave {
  kanaal: 'jzv' | 'telefoon' | 'professional' | 'advies';
  registratienummer: string | null;
  /** An open casus that the worker says it belongs to: then it is added there. */
  casusId: string | null;
  vtId: string;
  melderOrganisatieId: string | null;
  melder: {
    groep: string;
    rol: string | null;
    naam: string | null;
    telefoon: string | null;
    email: string | null;
    bekend: 'open' | 'anoniem_voor_gezin' | 'anoniem';
    grond: string | null;
  };
  uitspraken: {
    soort: string;
    tekst: string;
    bron: string;
    gebeurdOp: string | null;
    afgeschermd: boolean;
  }[];
  personen: PersoonOpgave[];
  aard: string[];
  aanvullend: string[];
  duur: string;
  acuut: boolean;
  acuutToelichting: string | null;
  kindcheck: string;
  kindcheckToelichting: string | null;
  gemeentecode: string | null;
  terugkoppelingGewenst: boolean;
  twijfels: Twijfel[];
}

/**
 * The Veilig Thuis that a report lands at: the one that takes it in; of whoever else reports, that of this region. Throws 503 when the
 * region has none that is open: a report must land somewhere.
 */
export async function getVeiligThuis(tx: Tx): Promise<{ id: string; naam: string }> {
  const rij = await tx.db
    .selectFrom('organisatie')
    .select(['id', 'naam'])
    .where('soort', '=', 'veilig_thuis')
    .where('gesloten_op', 'is', null)
    .orderBy((e) => e('id', '=', tx.wie.organisatieId), 'desc')
    .orderBy('id')
    .executeTakeFirst();
  if (!rij)
    throw new Probleem(
      503,
      'In deze regio is geen Veilig Thuis ingericht',
      'Bel 0800-2000. Er is niets bewaard.',
    );
  return rij;
}

/**
 * Only in a casus that one works in can one put a melding: what is sealed, closed to the asker or merely looked at is as if it were not
 * there. Throws 404.
 */
async function eisDeel(tx: Tx, casusId: string): Promise<void> {
  await getCasus(tx, casusId);
  const deel = await tx.db
    .selectFrom('betrokkenheid')
    .select('casus_id')
    .where('casus_id', '=', casusId)
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', tx.nu)]))
    .executeTakeFirst();
  if (!deel) throw nietGevonden('Deze casus');
}

/**
 * Writes whom a melding names: the mentions as given, what is doubtful about them, and their place in the melding and in the casus.
 * @param waar `vanaf` is the place of the first in the melding, from 1
 * @param twijfels what is doubtful about one beside what is always looked at
 */
export async function noemPersonen(
  tx: Tx,
  waar: { meldingId: string; casusId: string; vtId: string; bron: string; vanaf: number },
  personen: readonly PersoonOpgave[],
  herkenning: Herkenning,
  twijfels: (p: PersoonOpgave) => readonly Twijfel[],
): Promise<{ vermeldingId: string; persoonId: string; rol: string }[]> {
  if (personen.length === 0) return [];
  const geschreven = await schrijfVermeldingen(
    tx,
    personen.map((p) => {
      const bsnSleutel = p.bsn && herkenning.isGeldigBsn(p.bsn) ? herkenning.bsnSleutel(p.bsn) : null;
      return {
        ...p,
        organisatieId: waar.vtId,
        bron: waar.bron,
        bsnSleutel,
        twijfels: [...twijfelsBij(p, tx.nu, herkenning.isGeldigBsn), ...twijfels(p)],
        sleutels: herkenning.sleutels({ ...p, bsnSleutel }),
      };
    }),
  );
  const genoemd = personen.map((p, i) => ({
    ...(geschreven[i] as (typeof geschreven)[number]),
    rol: p.rol,
    relatie: p.relatie,
  }));
  await tx.db
    .insertInto('melding_vermelding')
    .values(
      genoemd.map(({ vermeldingId, rol, relatie }, i) => ({
        regio_id: tx.regio,
        melding_id: waar.meldingId,
        vermelding_id: vermeldingId,
        volgnummer: waar.vanaf + i,
        rol,
        relatie,
      })),
    )
    .execute();
  await voegPersonenToe(
    tx,
    waar.casusId,
    genoemd.map(({ vermeldingId, rol, relatie }) => ({
      vermeldingId,
      rol,
      relatie,
      directbetrokken: rol !== 'getuige',
    })),
  );
  return genoemd.map(({ vermeldingId, persoonId, rol }) => ({ vermeldingId, persoonId, rol }));
}

/**
 * Takes a melding in, whole: persons, statements, the shielded melder, a casus that someone holds from this moment (zicht
 * moves from the melder to Veilig Thuis, handbook 0), and lets the later stations react.
 */
export async function ontvangMelding(
  tx: Tx,
  m: MeldingOpgave,
  herkenning: Herkenning,
): Promise<{ id: string; nummer: string; casusId: string; casusNummer: string; ontvangenOp: Date }> {
  if (m.casusId) await eisDeel(tx, m.casusId);
  return tx.overGrens(async () => {
    const id = nieuwId(tx.nu);
    const { rows } = await sql<{ n: number }>`select nextval('houvast.meldingnummer') as n`.execute(tx.db);
    const nummer = `M${jaarVan(dagVan(tx.nu))}-${String(rows[0]?.n ?? 0).padStart(5, '0')}`;

    let casus: { id: string; nummer: string };
    if (m.casusId) {
      const bestaand = await getCasusVoorSchrijven(tx, m.casusId);
      if (bestaand.status !== 'open') {
        throw new Probleem(
          409,
          'Deze casus is gesloten',
          'Dien de melding in zonder casus. De radar brengt haar daarna bij de gesloten casus.',
        );
      }
      casus = bestaand;
      tx.overCasus(casus.id);
    } else {
      casus = await openCasus(tx, {
        aanduiding: aanduidingVan(
          m.personen.map((p) => ({
            rol: p.rol,
            achternaam: p.achternaam,
            tussenvoegsel: p.tussenvoegsel,
            geboortejaar: p.geboorte.jaar,
          })),
        ),
        gemeentecode: m.gemeentecode,
        acuut: m.acuut,
        houderId: m.vtId,
        grond: 'melding ontvangen: zicht gaat van melder naar Veilig Thuis',
      });
    }
    await tx.db
      .insertInto('melding')
      .values({
        regio_id: tx.regio,
        id,
        nummer,
        casus_id: casus.id,
        organisatie_id: m.vtId,
        melder_organisatie_id: m.melderOrganisatieId,
        medewerker_id: tx.wie.medewerkerId,
        kanaal: m.kanaal,
        registratienummer: m.registratienummer,
        ontvangen_op: tx.nu,
        status: 'ontvangen',
        melder_groep: m.melder.groep,
        melder_rol: m.melder.rol,
        aard: m.aard,
        aanvullend: m.aanvullend,
        duur: m.duur,
        acuut: m.acuut,
        acuut_toelichting: m.acuutToelichting,
        kindcheck: m.kindcheck,
        kindcheck_toelichting: m.kindcheckToelichting,
        gemeentecode: m.gemeentecode,
        terugkoppeling_gewenst: m.terugkoppelingGewenst,
        twijfels: JSON.stringify([
          ...m.twijfels,
          ...twijfelsBijMomenten(
            m.uitspraken.map((u) => u.gebeurdOp),
            m.personen.map((p) => p.geboorte),
            tx.nu,
          ),
        ]),
      })
      .execute();
    await tx.db
      .insertInto('melder')
      .values({
        regio_id: tx.regio,
        melding_id: id,
        organisatie_id: m.vtId,
        naam: m.melder.naam,
        telefoon: m.melder.telefoon,
        email: m.melder.email,
        bekend: m.melder.bekend,
        grond: m.melder.grond,
      })
      .execute();
    const dubbel = dubbeleBsns(m.personen);
    const vermeldingen = await noemPersonen(
      tx,
      { meldingId: id, casusId: casus.id, vtId: m.vtId, bron: `melding ${nummer}`, vanaf: 1 },
      m.personen,
      herkenning,
      (p) =>
        p.bsn !== null && dubbel.has(p.bsn)
          ? [
              {
                veld: 'bsn',
                reden: 'Dit BSN staat in deze melding bij meer mensen. Vraag na van wie het is.',
              },
            ]
          : [],
    );
    await schrijfUitspraken(
      tx,
      m.uitspraken.map((u) => ({ ...u, casusId: casus.id, meldingId: id, organisatieId: m.vtId })),
    );
    tx.categorie('melding', 'melder', 'personen');
    tx.inhoud({ melding: id, nummer, kanaal: m.kanaal, acuut: m.acuut });
    await laatWeten(tx, 'melding.ontvangen', {
      meldingId: id,
      casusId: casus.id,
      vtId: m.vtId,
      acuut: m.acuut,
      ontvangenOp: tx.nu,
      vermeldingen,
    });
    return { id, nummer, casusId: casus.id, casusNummer: casus.nummer, ontvangenOp: tx.nu };
  });
}

/** Marks what a later message makes doubtful; what was marked already stands once. */
export async function voegTwijfelsToe(tx: Tx, meldingId: string, nieuw: readonly Twijfel[]): Promise<void> {
  const { twijfels } = await tx.db
    .selectFrom('melding')
    .select('twijfels')
    .where('id', '=', meldingId)
    .executeTakeFirstOrThrow();
  const oud = twijfels as Twijfel[];
  const erbij = nieuw.filter((n) => !oud.some((o) => o.reden === n.reden));
  if (erbij.length === 0) return;
  await tx.db
    .updateTable('melding')
    .set({ twijfels: JSON.stringify([...oud, ...erbij]) })
    .where('id', '=', meldingId)
    .execute();
}

/**
 * Moves a melding on, for the station that assesses it. A melding that was withdrawn or assessed does not move back.
 * Throws 409 when it was withdrawn.
 */
export async function zetMeldingStatus(
  tx: Tx,
  meldingId: string,
  status: 'in_beoordeling' | 'beoordeeld',
): Promise<void> {
  const rij = await tx.db
    .selectFrom('melding')
    .select('status')
    .where('id', '=', meldingId)
    .forUpdate()
    .executeTakeFirst();
  if (rij?.status === 'ingetrokken') {
    throw new Probleem(
      409,
      'Deze melding is ingetrokken',
      'Er is niets gewijzigd. Wat u schreef staat nog in dit scherm.',
      { soort: 'ingetrokken' },
    );
  }
  const mag = status === 'in_beoordeling' ? ['ontvangen'] : ['ontvangen', 'in_beoordeling'];
  await tx.db
    .updateTable('melding')
    .set({ status })
    .where('id', '=', meldingId)
    .where('status', 'in', mag)
    .execute();
}
