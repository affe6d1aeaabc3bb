// SPDX-License-Identifier: EUPL-1.2
// What a person decides about a candidate of the radar, and taking that back (P6).
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import {
  type Betrokkenheidswijziging,
  herbereken,
  listMeldingenVan,
  vergrendelMeldingen,
} from './betrokkenheid.store.ts';
import {
  findPersoonVan,
  GROND,
  listVermeldingenVan,
  meldHerkend,
  schrijfOordelen,
  type Verplaatsing,
  vergrendelPersonen,
  verplaats,
  zetVraagtermijn,
} from './kandidaat.store.ts';
import { type Antwoord, isGekoppeld, type KandidaatOordeel, magAntwoorden } from './radar.ts';

interface KandidaatRij {
  id: string;
  meldingId: string;
  casusId: string;
  organisatieId: string;
  vermeldingId: string;
  persoonId: string;
  tegenVermeldingId: string | null;
  oordeel: string;
}

/** One candidate, kept from others while this act runs. Throws 404. */
async function getVoorOordeel(tx: Tx, id: string): Promise<KandidaatRij> {
  const r = await tx.db
    .selectFrom('radar_kandidaat')
    .select([
      'id',
      'melding_id',
      'organisatie_id',
      'vermelding_id',
      'persoon_id',
      'tegen_vermelding_id',
      'oordeel',
    ])
    .where('id', '=', id)
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .forUpdate()
    .executeTakeFirst();
  const m =
    r &&
    (await tx.db.selectFrom('melding').select('casus_id').where('id', '=', r.melding_id).executeTakeFirst());
  if (!r || !m) throw nietGevonden('Deze kandidaat');
  tx.overCasus(m.casus_id);
  return {
    id: r.id,
    meldingId: r.melding_id,
    casusId: m.casus_id,
    organisatieId: r.organisatie_id,
    vermeldingId: r.vermelding_id,
    persoonId: r.persoon_id,
    tegenVermeldingId: r.tegen_vermelding_id,
    oordeel: r.oordeel,
  };
}

export interface OordeelUitkomst {
  id: string;
  meldingId: string;
  casusId: string;
  oordeel: KandidaatOordeel;
  openVragen: number;
  wijzigingen: Betrokkenheidswijziging[];
}

/** Writes what is true now on the candidate, and everything that follows from it. */
async function rondAf(
  tx: Tx,
  k: KandidaatRij,
  oordeel: KandidaatOordeel,
  reden: string | null,
  verplaatst: readonly Verplaatsing[],
  geraakt: readonly string[],
): Promise<OordeelUitkomst> {
  await schrijfOordelen(tx, [
    {
      kandidaatId: k.id,
      organisatieId: k.organisatieId,
      oordeel,
      medewerkerId: tx.wie.medewerkerId,
      reden,
      verplaatst,
    },
  ]);
  const open = oordeel === 'vraag';
  await tx.db
    .updateTable('radar_kandidaat')
    .set({
      oordeel,
      beoordeeld_op: open ? null : tx.nu,
      medewerker_id: open ? null : tx.wie.medewerkerId,
      reden: open ? null : reden,
    })
    .where('id', '=', k.id)
    .execute();
  const meldingen = [k.meldingId, ...(await listMeldingenVan(tx, geraakt))];
  await vergrendelMeldingen(tx, meldingen);
  const vragen = await zetVraagtermijn(tx, k.meldingId);
  const wijzigingen = await herbereken(tx, meldingen);
  tx.betreft(...geraakt);
  tx.categorie('naam', 'koppeling');
  tx.inhoud({
    kandidaat: k.id,
    oordeel,
    was: k.oordeel,
    verplaatst: verplaatst.length,
    betrokkenheid: wijzigingen,
  });
  return { id: k.id, meldingId: k.meldingId, casusId: k.casusId, oordeel, openVragen: vragen, wijzigingen };
}

function alBeantwoord(oordeel: string): Probleem {
  return new Probleem(
    409,
    'Deze vraag is al beantwoord',
    'Iemand heeft al gezegd of dit dezelfde persoon is. Draai dat eerst terug als het niet klopt. Er is niets gewijzigd.',
    { soort: 'al-beantwoord', huidig: { oordeel } },
  );
}

/**
 * A person says whether this mention is that person.
 *
 * `zelfde` moves the mention, with those that were joined to it since, to that person; `niet_dezelfde` on a join that the
 * radar made takes it apart. Of a mention that is joined already a second `zelfde` says that two known persons are one: then the
 * one goes over to the other, whole and undone as such. Throws 409 when someone answered before, and when a "no" between two of
 * these mentions stands: a no stays a no until it is taken back.
 */
export async function beoordeelKandidaat(
  tx: Tx,
  id: string,
  oordeel: Antwoord,
  reden: string | null,
): Promise<OordeelUitkomst> {
  const k = await getVoorOordeel(tx, id);
  return tx.overGrens(() => oordeelOver(tx, k, oordeel, reden));
}

async function oordeelOver(
  tx: Tx,
  k: KandidaatRij,
  oordeel: Antwoord,
  reden: string | null,
): Promise<OordeelUitkomst> {
  if (!magAntwoorden(k.oordeel)) throw alBeantwoord(k.oordeel);
  if (k.oordeel === 'zelf_gekoppeld') {
    // a confirmation stands for the same moves, so that it is undone as the join itself
    if (oordeel === 'zelfde') return rondAf(tx, k, oordeel, reden, await listHeen(tx, k), [k.persoonId]);
    const { verplaatst, geraakt } = await zetTerug(tx, k);
    return rondAf(tx, k, oordeel, reden, verplaatst, geraakt);
  }
  if (oordeel !== 'zelfde') {
    const { van, naar } = await vergrendelPaar(tx, k);
    // a yes elsewhere made them one: a no beside it would clash
    if (oordeel === 'niet_dezelfde' && van === naar) {
      throw new Probleem(
        409,
        'Deze twee zijn langs een andere weg gekoppeld',
        'Een ander oordeel zegt dat zij dezelfde persoon zijn. Bespreek het met een collega en draai dat oordeel eerst terug. Er is niets gewijzigd.',
        { soort: 'oordelen-botsen' },
      );
    }
    return rondAf(tx, k, oordeel, reden, [], [naar, van]);
  }
  const { van, naar } = await vergrendelPaar(tx, k);
  if (van === naar) return rondAf(tx, k, oordeel, reden, [], [naar]);
  const mee = await listVermeldingenVan(tx, van);
  await weigerBijNee(tx, mee, await listVermeldingenVan(tx, naar));
  const verplaatst = mee.map((vermelding) => ({ vermelding, van, naar }));
  await verplaats(tx, verplaatst, GROND.zelfde, tx.wie.medewerkerId);
  await meldHerkend(tx, [naar]);
  return rondAf(tx, k, oordeel, reden, verplaatst, [van, naar]);
}

/** Who the two mentions are now, both kept from other acts. */
async function vergrendelPaar(tx: Tx, k: KandidaatRij): Promise<{ van: string; naar: string }> {
  const lees = async () => ({
    van: await findPersoonVan(tx, k.vermeldingId),
    // the person may have been recognised as someone else since: the mention that was compared says as whom
    naar: k.tegenVermeldingId ? await findPersoonVan(tx, k.tegenVermeldingId) : k.persoonId,
  });
  const eerst = await lees();
  await vergrendelPersonen(
    tx,
    [eerst.van, eerst.naar].filter((x): x is string => x !== null),
  );
  const { van, naar } = await lees();
  if (!van || !naar) throw nietGevonden('Deze kandidaat');
  if (van !== eerst.van || naar !== eerst.naar) {
    throw new Probleem(
      409,
      'Iemand was u net voor',
      'Er is niets gewijzigd. Ververs de pagina om te zien wat er nu staat.',
      {
        soort: 'al-gedaan',
      },
    );
  }
  return { van, naar };
}

/** Whether one of these judgements stands between any mention of one and any of the other. */
async function staatTussen(
  tx: Tx,
  oordelen: readonly KandidaatOordeel[],
  een: readonly string[],
  ander: readonly string[],
  behalve?: string,
): Promise<boolean> {
  if (een.length === 0 || ander.length === 0) return false;
  const rij = await tx.db
    .selectFrom('radar_kandidaat')
    .select('id')
    .where('oordeel', 'in', [...oordelen])
    .$if(behalve !== undefined, (q) => q.where('id', '<>', behalve ?? ''))
    .where((e) =>
      e.or([
        e.and([e('vermelding_id', 'in', [...een]), e('tegen_vermelding_id', 'in', [...ander])]),
        e.and([e('vermelding_id', 'in', [...ander]), e('tegen_vermelding_id', 'in', [...een])]),
      ]),
    )
    .executeTakeFirst();
  return rij !== undefined;
}

/** Another "yes" between any two of these mentions forbids that they part. Throws 409. */
async function weigerBijJa(
  tx: Tx,
  behalve: string,
  een: readonly string[],
  ander: readonly string[],
): Promise<void> {
  if (!(await staatTussen(tx, ['zelfde', 'zelf_gekoppeld'], een, ander, behalve))) return;
  throw new Probleem(
    409,
    'Een ander oordeel houdt deze personen bij elkaar',
    'Iemand zei ook langs een andere weg dat zij dezelfde persoon zijn. Draai eerst dat oordeel terug. Er is niets gewijzigd.',
    { soort: 'oordelen-botsen' },
  );
}

/** A "no" between any two of these mentions forbids that they become one person. Throws 409. */
async function weigerBijNee(tx: Tx, een: readonly string[], ander: readonly string[]): Promise<void> {
  if (!(await staatTussen(tx, ['niet_dezelfde'], een, ander))) return;
  throw new Probleem(
    409,
    'Iemand zei eerder dat dit niet dezelfde persoon is',
    'Die vermeldingen zouden nu toch samenkomen. Bespreek het met een collega en draai het eerdere oordeel terug als het niet klopt. Er is niets gewijzigd.',
    { soort: 'nee-blijft-nee' },
  );
}

/**
 * Takes a judgement or a join back, with the reason: everyone is again who they were before, and the question is open again.
 * Throws 409 when there is nothing to take back, and when a later join rests on it.
 */
export async function draaiTerug(tx: Tx, id: string, reden: string): Promise<OordeelUitkomst> {
  const k = await getVoorOordeel(tx, id);
  if (k.oordeel === 'vraag') {
    throw new Probleem(
      409,
      'Er is niets om terug te draaien',
      'Deze vraag staat nog open. Er is niets gewijzigd.',
      {
        soort: 'al-gedaan',
      },
    );
  }
  return tx.overGrens(async () => {
    const { verplaatst, geraakt } = isGekoppeld(k.oordeel)
      ? await zetTerug(tx, k)
      : { verplaatst: [], geraakt: [k.persoonId] };
    return rondAf(tx, k, 'vraag', reden, verplaatst, geraakt);
  });
}

/** Puts the memberships back as they were before the join of this candidate. */
async function zetTerug(tx: Tx, k: KandidaatRij): Promise<{ verplaatst: Verplaatsing[]; geraakt: string[] }> {
  const heen = await listHeen(tx, k);
  await vergrendelPersonen(
    tx,
    heen.flatMap((v) => [v.van, v.naar]),
  );
  for (const v of heen) {
    if ((await findPersoonVan(tx, v.vermelding)) === v.naar) continue;
    throw new Probleem(
      409,
      'Op deze koppeling rust een latere',
      'Deze persoon is daarna als iemand anders herkend. Draai eerst die latere koppeling terug. Er is niets gewijzigd.',
      { soort: 'latere-koppeling' },
    );
  }
  const mee = heen.map((v) => v.vermelding);
  const blijft = new Set(heen.length === 0 ? [] : await listVermeldingenVan(tx, heen[0]?.naar ?? ''));
  for (const v of mee) blijft.delete(v);
  await weigerBijJa(tx, k.id, mee, [...blijft]);
  // and nobody goes back to whom someone has since said that it is another
  for (const naar of new Set(heen.map((v) => v.van)))
    await weigerBijNee(tx, mee, await listVermeldingenVan(tx, naar));
  const verplaatst = heen.map((v) => ({ vermelding: v.vermelding, van: v.naar, naar: v.van }));
  await verplaats(tx, verplaatst, GROND.terug, tx.wie.medewerkerId);
  await meldHerkend(
    tx,
    verplaatst.map((v) => v.naar),
  );
  return { verplaatst, geraakt: [...new Set(heen.flatMap((v) => [v.van, v.naar]))] };
}

/**
 * What the join of this candidate moved, by the judgement that stands. A join that was loaded from elsewhere has no judgement
 * on record: then its own mention, back to who it was before or to nobody known.
 */
async function listHeen(tx: Tx, k: KandidaatRij): Promise<Verplaatsing[]> {
  const staat = await tx.db
    .selectFrom('radar_oordeel')
    .select('verplaatst')
    .where('kandidaat_id', '=', k.id)
    .orderBy('op', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (staat) return staat.verplaatst as unknown as Verplaatsing[];
  const nu = await findPersoonVan(tx, k.vermeldingId);
  if (nu === null) throw nietGevonden('Deze kandidaat');
  const eerder = await tx.db
    .selectFrom('koppeling')
    .select('persoon_id')
    .where('vermelding_id', '=', k.vermeldingId)
    .where('persoon_id', '<>', nu)
    .orderBy('vanaf', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (eerder) return [{ vermelding: k.vermeldingId, van: eerder.persoon_id, naar: nu }];
  const van = nieuwId(tx.nu);
  await tx.db.insertInto('persoon').values({ regio_id: tx.regio, id: van, gemaakt_op: tx.nu }).execute();
  return [{ vermelding: k.vermeldingId, van, naar: nu }];
}
