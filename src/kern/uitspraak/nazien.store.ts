// SPDX-License-Identifier: EUPL-1.2
// What must stay hidden of a casus that leaves: what is known to lead there, what a person has to look at, and its shielding.
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { getPlekken } from './afscherming.store.ts';
import { type Geheimen, schermAf, verraadt } from './afscherming.ts';
import { deelInStukken, type Stuk, vraagtNazien } from './nazien.ts';
import type { Uitspraak } from './uitspraak.store.ts';

/** What is said of a text that leads there, after where it stands. */
export const VERRAADT = 'staat iets dat naar de melder of naar een geheim adres leidt. Haal het weg.';

/**
 * What must stay hidden of a casus, as far as the asker's organisation knows it. The police that report by their own system are an
 * organisation and no person: hiding the name of their region would hide a province.
 * @param wie 'verborgen': without the melders who said that the family may know who they are
 */
export async function geheimenVan(
  tx: Tx,
  casusId: string,
  personen: readonly string[],
  wie: 'alle' | 'verborgen' = 'alle',
): Promise<Geheimen> {
  const melders = await tx.db
    .selectFrom('melder as r')
    .innerJoin('melding as m', (j) =>
      j.onRef('m.regio_id', '=', 'r.regio_id').onRef('m.id', '=', 'r.melding_id'),
    )
    .select(['r.naam', 'r.telefoon', 'r.email'])
    .where('m.casus_id', '=', casusId)
    .where('m.kanaal', '<>', 'jzv')
    .$if(wie === 'verborgen', (v) => v.where('r.bekend', '<>', 'open'))
    .execute();
  const zelf = new Set(personen.map((p) => p.toLocaleLowerCase('nl')));
  // someone who reported about himself is known as a person of the casus; that he reported is nowhere in it
  return {
    melders: melders.filter((m) => !m.naam || !zelf.has(m.naam.trim().toLocaleLowerCase('nl'))),
    ...(await getPlekken(tx, casusId)),
    personen,
  };
}

/** A statement that a person looks at before it leaves: its texts in runs, marked where they may lead somewhere. */
export interface NaTeZien {
  id: string;
  tekst: Stuk[];
  bron: Stuk[];
  /** Each as who responded, and what. */
  wederhoor: Stuk[][];
}

/**
 * Own statements that would go along and may lead to the melder or a hiding place (handbook 1.4: S:24).
 * @param plaatsen the towns of hiding places
 */
export function listNaTeZien(
  tx: Tx,
  uitspraken: readonly Uitspraak[],
  plaatsen: readonly RegExp[],
): NaTeZien[] {
  return uitspraken
    .filter(
      (u) =>
        u.organisatieId === tx.wie.organisatieId &&
        (vraagtNazien(u.tekst, 'iedereen', plaatsen) ||
          vraagtNazien(u.bron, 'iedereen', plaatsen) ||
          u.wederhoor.some((w) => vraagtNazien(`${w.door}: ${w.reactie}`, 'gezin', plaatsen))),
    )
    .map((u) => ({
      id: u.id,
      tekst: deelInStukken(u.tekst, 'iedereen', plaatsen),
      bron: deelInStukken(u.bron, 'iedereen', plaatsen),
      wederhoor: u.wederhoor.map((w) => deelInStukken(`${w.door}: ${w.reactie}`, 'gezin', plaatsen)),
    }));
}

/** Someone's relation is typed too ("neighbour of …"): a row that tells is followed by one that does not. */
export async function schermRelatiesAf(tx: Tx, casusId: string, geheim: readonly RegExp[]): Promise<void> {
  const rijen = await tx.db
    .selectFrom('casus_persoon')
    .selectAll()
    .where('casus_id', '=', casusId)
    .where('tot', 'is', null)
    .where('relatie', 'is not', null)
    .orderBy('id')
    .execute();
  for (const r of rijen) {
    if (!verraadt(r.relatie ?? '', geheim)) continue;
    await tx.db.updateTable('casus_persoon').set({ tot: tx.nu }).where('id', '=', r.id).execute();
    await tx.db
      .insertInto('casus_persoon')
      .values({ ...r, id: nieuwId(tx.nu), relatie: schermAf(r.relatie, geheim), vanaf: tx.nu })
      .execute();
  }
}
