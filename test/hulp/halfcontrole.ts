// SPDX-License-Identifier: EUPL-1.2
// What must never be found after a kill, asked straight of the tables. Each question gives the rows that are wrong.
// $1: the id from which on rows are of the test; $2: the kinds of act that it did.

/** The acts that the writers of the kill test do, and those that follow from them. */
export const HANDELINGEN = [
  'jzv.melden',
  'jzv.wijzigen',
  'melding.indienen',
  'beoordeling.bewaren',
  'beoordeling.voorleggen',
  'beoordeling.vaststellen',
  'overdracht.aanbieden',
  'overdracht.aanvaarden',
  'jzv.uitkomst_versturen',
];

export const HALF: Record<string, string> = {
  'a melding without one of its parts': `
    select m.nummer, m.kanaal from melding m where m.id >= $1 and cardinality($2::text[]) > 0 and not (
      (select count(*) from casus c where c.id = m.casus_id and c.geopend_op = m.ontvangen_op) = 1
      and (select count(*) from melder d where d.melding_id = m.id) = 1
      and (select count(*) from uitspraak u where u.melding_id = m.id and u.casus_id = m.casus_id and u.vastgelegd_op = m.ontvangen_op)
        = case m.kanaal when 'jzv' then 7 else 1 end
      and (select count(*) from melding_vermelding v
          join koppeling k on k.vermelding_id = v.vermelding_id and k.tot is null
          join casus_persoon p on p.vermelding_id = v.vermelding_id and p.casus_id = m.casus_id
          where v.melding_id = m.id) = case m.kanaal when 'jzv' then 1 else 2 end
      and (select count(*) from beoordeling b
          join termijn t on t.onderwerp_id = b.id and t.soort = 'beoordeling'
          where b.melding_id = m.id and b.casus_id = m.casus_id) = 1
      and (select count(*) from termijn t where t.onderwerp_id = m.id and t.soort = 'informeren_betrokkenen') = 1
      and exists (select from termijn t where t.onderwerp_id = m.casus_id and t.soort = 'zichtcontrole')
      and exists (select from betrokkenheid b where b.casus_id = m.casus_id and b.organisatie_id = m.organisatie_id)
      and exists (select from zicht z where z.casus_id = m.casus_id and z.organisatie_id = m.organisatie_id and z.vanaf = m.ontvangen_op)
      and (select count(*) from handeling h join verwerkingslog l on l.name = h.soort and l.start_time = h.op and l.casus_id = h.casus_id
          and l.data_subject_id is not null
          where h.casus_id = m.casus_id and h.op = m.ontvangen_op and h.soort = case m.kanaal when 'jzv' then 'jzv.melden' else 'melding.indienen' end
            and h.inhoud ->> 'melding' = m.id::text) = case m.kanaal when 'jzv' then 1 else 2 end
      and (m.kanaal <> 'jzv' or (select count(*) from jzv_bericht j where j.melding_id = m.id and j.soort = 'melding'
          and j.registratienummer = m.registratienummer) = 1)
      and (m.kanaal <> 'telefoon' or (select count(*) from idempotentie i where i.antwoord ->> 'id' = m.id::text) = 1))`,
  'an act that tells of a melding that is not there, or the other way round': `
    select h.soort, h.op, h.inhoud from handeling h where h.id >= $1 and h.soort = any ($2)
      and h.soort in ('jzv.melden', 'melding.indienen') and h.inhoud ? 'melding'
      and not exists (select from melding m where m.id::text = h.inhoud ->> 'melding' and m.casus_id = h.casus_id)`,
  'an act without its log, or a log without its act': `
    select * from (select soort, op, count(*) as n from handeling where id >= $1 and soort = any ($2) group by 1, 2) h
    full join (select name, start_time, count(distinct trace_id) as n from verwerkingslog where id >= $1 and name = any ($2) group by 1, 2) l
      on l.name = h.soort and l.start_time = h.op
    where h.n is distinct from l.n`,
  'an open casus without exactly one holder of zicht, or a closed one with': `
    select c.nummer, c.status from casus c where (select count(*) from zicht z where z.casus_id = c.id and z.tot is null)
      <> case c.status when 'open' then 1 else 0 end and $1::uuid is not null and cardinality($2::text[]) > 0`,
  'a row that belongs to nothing': `
    select 'uitspraak' as wat, u.id from uitspraak u where u.id >= $1 and cardinality($2::text[]) > 0
      and not exists (select from melding m where m.id = u.melding_id)
    union all select 'casus', c.id from casus c where c.id >= $1 and not exists (select from melding m where m.casus_id = c.id)
    union all select 'vermelding', v.id from vermelding v where v.id >= $1
      and not exists (select from melding_vermelding mv where mv.vermelding_id = v.id)
    union all select 'persoon', p.id from persoon p where p.id >= $1 and not exists (select from koppeling k where k.persoon_id = p.id)
    union all select 'bericht', j.id from jzv_bericht j where j.id >= $1 and not exists (select from melding m where m.id = j.melding_id)
    union all select 'termijn', t.id from termijn t where t.id >= $1 and not exists (
      select from melding m where m.id = t.onderwerp_id union all select from beoordeling b where b.id = t.onderwerp_id
      union all select from overdracht o where o.id = t.onderwerp_id union all select from casus c where c.id = t.onderwerp_id
      union all select from terugkoppeling k where k.id = t.onderwerp_id union all select from monitormoment n where n.id = t.onderwerp_id)
    union all select 'handeling', h.id from handeling h where h.id >= $1 and h.casus_id is not null
      and not exists (select from casus c where c.id = h.casus_id)
    union all select 'idempotentie', (i.antwoord ->> 'id')::uuid from idempotentie i where (i.antwoord ->> 'id')::uuid >= $1
      and not exists (select from melding m where m.id::text = i.antwoord ->> 'id')`,
  'a decision without its step, its end of term or its outcome': `
    select b.id, b.status from beoordeling b join melding m on m.id = b.melding_id
    where b.id >= $1 and cardinality($2::text[]) > 0 and (
      (b.status = 'vastgesteld') is distinct from exists (select from beoordeling_stap s where s.beoordeling_id = b.id and s.stap = 'vastgesteld')
      or (b.status <> 'open') is distinct from exists (select from beoordeling_stap s where s.beoordeling_id = b.id and s.stap = 'voorgelegd')
      or (b.status = 'vastgesteld') is distinct from (m.status = 'beoordeeld')
      or (b.status = 'vastgesteld') is distinct from exists (select from termijn t where t.onderwerp_id = b.id and t.soort = 'beoordeling' and t.afgerond_op is not null)
      or (b.status = 'vastgesteld') is distinct from exists (select from uitkomstmelding u where u.melding_id = m.id and u.status = 'VT-01-02')
      or (b.status = 'vastgesteld') is distinct from exists (select from handeling h where h.onderwerp_id = b.id and h.soort = 'beoordeling.vaststellen'))`,
  'an overdracht that was accepted by half': `
    select o.id, o.status from overdracht o where o.id >= $1 and cardinality($2::text[]) > 0 and (
      (o.status = 'aanvaard') is distinct from exists (select from zicht z where z.casus_id = o.casus_id
        and z.organisatie_id = o.naar_organisatie_id and z.tot is null)
      or (o.status = 'aanvaard') is distinct from exists (select from handeling h where h.onderwerp_id = o.id and h.soort = 'overdracht.aanvaarden')
      or (o.status = 'aanvaard') is distinct from exists (select from uitkomstmelding u join melding m on m.id = u.melding_id
        where m.casus_id = o.casus_id and u.status = 'VT-02')
      or not exists (select from handeling h where h.onderwerp_id = o.id or h.inhoud ->> 'overdracht' = o.id::text))`,
  'an outcome that is marked as sent without its act, or the other way round': `
    select u.registratienummer, u.status, u.verzonden_op from uitkomstmelding u where u.id >= $1 and cardinality($2::text[]) > 0
      and (select count(*) from handeling h where h.soort = 'jzv.uitkomst_versturen' and h.inhoud ->> 'uitkomst' = u.id::text
        and h.inhoud ->> 'gelukt' = 'true') <> case when u.verzonden_op is null then 0 else 1 end`,
};
