// SPDX-License-Identifier: EUPL-1.2
// A Veilig Thuis that takes a family over knows it from then on, as it knows whom it heard of itself: a next report must meet it (in drie
// stappen). What it knows is what came along: the mentions, with neither a BSN nor an address that is secret.
import { sql } from 'kysely';
import type { Gebeurtenissen } from '../../kern/gebeurtenissen.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { zonderAdres } from './herkenning.ts';
import { planTelling } from './kandidaat.store.ts';
import { uitRij, type VermeldingRij } from './radar.store.ts';
import { sleutelGetallen } from './sleutelgetal.ts';
import { sleutels } from './vermelding.ts';

type Rij = VermeldingRij & { id: string; persoon_id: string; geheim: boolean };

function sleutelsVan(r: Rij): number[] {
  const v = uitRij(r.id, { ...r, bsn_sleutel: null });
  return sleutelGetallen(sleutels(r.geheim ? zonderAdres(v) : v));
}

/** The mentions of a casus that a Veilig Thuis accepted become mentions of its own register, of the same persons. */
export async function neemInRegister(tx: Tx, g: Gebeurtenissen['overdracht.aanvaard']): Promise<void> {
  await tx.overGrens(async () => {
    const { rows } = await sql<Rij>`
      select v.id, k.persoon_id, k.persoon_id = any (array(select casus_geheim(${g.casusId}))) as geheim, v.voornamen, v.voorletters,
        v.tussenvoegsel, v.achternaam, v.partner_tussenvoegsel, v.partner_achternaam, v.geboortejaar, v.geboortemaand, v.geboortedag,
        v.geslacht, v.straat, v.huisnummer, v.huisletter, v.postcode, v.woonplaats, v.telefoon, v.email
      from casus_persoon cp
      join vermelding v on v.regio_id = cp.regio_id and v.id = cp.vermelding_id
      join koppeling k on k.regio_id = v.regio_id and k.vermelding_id = v.id and k.tot is null
      join organisatie o on o.regio_id = cp.regio_id and o.id = ${g.naarId} and o.soort = 'veilig_thuis'
      where cp.casus_id = ${g.casusId} and v.organisatie_id <> ${g.naarId}
        and not exists (select from koppeling e join vermelding w on w.regio_id = e.regio_id and w.id = e.vermelding_id
          where e.persoon_id = k.persoon_id and e.tot is null and w.organisatie_id = ${g.naarId})
      order by v.id`.execute(tx.db);
    for (const r of rows) {
      const id = nieuwId(tx.nu);
      await sql`
        insert into vermelding (regio_id, id, organisatie_id, bron, gegeven_op, voornamen, voorletters, tussenvoegsel, achternaam,
          partner_tussenvoegsel, partner_achternaam, geboortejaar, geboortemaand, geboortedag, geslacht, straat, huisnummer, huisletter,
          toevoeging, postcode, woonplaats, land, geheim_adres, telefoon, email, twijfels, sleutels)
        select regio_id, ${id}, ${g.naarId}, ${bronVan(g)}, ${tx.nu}, voornamen, voorletters, tussenvoegsel, achternaam,
          partner_tussenvoegsel, partner_achternaam, geboortejaar, geboortemaand, geboortedag, geslacht,
          case when not ${r.geheim} then straat end, case when not ${r.geheim} then huisnummer end,
          case when not ${r.geheim} then huisletter end, case when not ${r.geheim} then toevoeging end,
          case when not ${r.geheim} then postcode end, case when not ${r.geheim} then woonplaats end,
          case when not ${r.geheim} then land end, ${r.geheim}, telefoon, email, twijfels, ${sleutelsVan(r)}
        from vermelding where id = ${r.id}`.execute(tx.db);
      await tx.db
        .insertInto('koppeling')
        .values({
          regio_id: tx.regio,
          id: nieuwId(tx.nu),
          vermelding_id: id,
          persoon_id: r.persoon_id,
          vanaf: tx.nu,
          tot: null,
          grond: 'overdracht',
          medewerker_id: tx.wie.medewerkerId,
        })
        .execute();
    }
    if (rows.length > 0) planTelling(tx, g.naarId);
  });
}

const bronVan = (g: Gebeurtenissen['overdracht.aanvaard']) => `overdracht ${g.overdrachtId}`;
