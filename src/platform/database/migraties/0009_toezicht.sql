-- SPDX-License-Identifier: EUPL-1.2
-- Who looked (P3): narrow questions about the logs, for the privacy officer and nobody else. They answer with who, when, as what and
-- why, and with the number of a casus; never with a name, an address or a word of it. A sealed casus has no number here, unless the
-- privacy officer is named in it.
set local role houvast_owner;

create index on houvast.verwerkingslog (regio_id, start_time) where casus_id is not null;
create policy toezicht on houvast.verwerkingslog for select to houvast_log using ((select houvast.ctx_fg()) and regio_id = (select houvast.ctx_regio()));
create policy toezicht on houvast.besluitlog for select to houvast_log using ((select houvast.ctx_fg()) and regio_id = (select houvast.ctx_regio()));
grant select on houvast.verwerkingslog, houvast.besluitlog to houvast_log;
create policy toezicht on houvast.handeling for select to houvast_owner using ((select houvast.ctx_fg()));

-- The privacy officer has seen an unusual pattern, and says what was found. A look on another day asks again.
create table houvast.toezicht_gezien (
  regio_id uuid not null,
  id uuid not null,
  -- kind of pattern, worker, casus, day
  sleutel text not null,
  notitie text not null check (length(notitie) > 0),
  op timestamptz not null,
  medewerker_id uuid not null,
  primary key (regio_id, id),
  unique (regio_id, sleutel),
  foreign key (regio_id, medewerker_id) references houvast.medewerker
);
select houvast.beveilig('houvast.toezicht_gezien', 'select, insert', '(select houvast.ctx_fg())');
create trigger bijschrijven before update or delete or truncate on houvast.toezicht_gezien
  for each statement execute function houvast.alleen_bijschrijven();

reset role;
set local role houvast_log;

-- Looks in a period, taken together per worker and casus. One act is one look, of however many people.
create function houvast.toezicht_blikken(van timestamptz, tot timestamptz, nacht_van integer, nacht_tot integer)
  returns table (medewerker_id uuid, organisatie_id uuid, functie text, casus_id uuid, aantal bigint, nood bigint, nachtelijk bigint,
                 eerste timestamptz, laatste timestamptz)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
begin
  if not ctx_fg() then
    return;
  end if;
  return query
  select v.medewerker_id, v.organisatie_id, v.functie, v.casus_id, count(distinct v.trace_id),
    count(distinct v.trace_id) filter (where v.noodknop),
    count(distinct v.trace_id) filter (where extract(hour from v.start_time at time zone 'Europe/Amsterdam') >= nacht_van
      or extract(hour from v.start_time at time zone 'Europe/Amsterdam') < nacht_tot),
    min(v.start_time), max(v.start_time)
  from verwerkingslog v
  where v.regio_id = ctx_regio() and v.casus_id is not null and v.start_time >= toezicht_blikken.van and v.start_time < toezicht_blikken.tot
    and v.functie not in ('systeem', 'privacyfunctionaris')
  group by v.medewerker_id, v.organisatie_id, v.functie, v.casus_id;
end $$;

-- Hours in which one worker looked into so many casussen.
create function houvast.toezicht_drukte(van timestamptz, tot timestamptz, vanaf integer)
  returns table (medewerker_id uuid, organisatie_id uuid, functie text, uur timestamptz, casussen bigint)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
begin
  if not ctx_fg() then
    return;
  end if;
  return query
  select v.medewerker_id, v.organisatie_id, v.functie, date_trunc('hour', v.start_time), count(distinct v.casus_id)
  from verwerkingslog v
  where v.regio_id = ctx_regio() and v.casus_id is not null and v.start_time >= toezicht_drukte.van and v.start_time < toezicht_drukte.tot
    and v.functie not in ('systeem', 'privacyfunctionaris')
  group by v.medewerker_id, v.organisatie_id, v.functie, date_trunc('hour', v.start_time)
  having count(distinct v.casus_id) >= toezicht_drukte.vanaf;
end $$;

-- Refusals, per worker and day.
create function houvast.toezicht_weigeringen(van timestamptz, tot timestamptz)
  returns table (medewerker_id uuid, dag date, aantal bigint, onderwerpen bigint, laatste timestamptz, handelingen text[], redenen text[])
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
begin
  if not ctx_fg() then
    return;
  end if;
  return query
  select (b.request #>> '{subject,id}')::uuid, (b.op at time zone 'Europe/Amsterdam')::date, count(*),
    count(distinct coalesce(b.request #>> '{resource,properties,casus}', b.request #>> '{resource,id}', b.request #>> '{action,name}')),
    max(b.op),
    array_agg(distinct b.request #>> '{action,name}'), array_agg(distinct b.response #>> '{context,reasons,0}')
  from besluitlog b
  where b.regio_id = ctx_regio() and b.status_code = 0 and b.op >= toezicht_weigeringen.van and b.op < toezicht_weigeringen.tot
  group by 1, 2;
end $$;

-- The looks of one worker, or into one casus, or at one person in it, newest first. A casus is also what went up in it, and what it went up
-- in since (toezicht_verwant); a person is whoever the mentions of that person were taken for at the time (`wie`: [{pseudoniem, van, tot}],
-- from toezicht_was). A list that showed people of the casus is a look too, and says that it is a list; the questions above leave it out,
-- because it opens no casus.
create function houvast.toezicht_logboek(medewerker uuid, casus uuid, wie jsonb, van timestamptz, tot timestamptz, hoogstens integer)
  returns table (op timestamptz, medewerker_id uuid, organisatie_id uuid, functie text, doel text, naam text, casus_id uuid,
                 categorieen text[], noodknop boolean, personen bigint, lijst boolean)
language plpgsql stable security definer set search_path = houvast, pg_temp
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  casussen uuid[];
  pseudoniemen text[];
begin
  if not ctx_fg() or (toezicht_logboek.medewerker is null and toezicht_logboek.casus is null) then
    return;
  end if;
  -- known before it is planned: so that the log is found by its indexes
  casussen := array(select c.casus_id from toezicht_verwant(toezicht_logboek.casus) c where c.open);
  pseudoniemen := array(select w ->> 'pseudoniem' from jsonb_array_elements(toezicht_logboek.wie) w);
  return query
  select min(v.start_time), v.medewerker_id, v.organisatie_id, v.functie, v.doel, v.name,
    coalesce(v.casus_id, toezicht_logboek.casus),
    coalesce(array_agg(distinct c.c) filter (where c.c is not null), '{}'), bool_or(v.noodknop), count(distinct v.data_subject_id),
    bool_or(v.getoond_in is not null)
  from verwerkingslog v left join lateral unnest(v.categorieen) c(c) on true
  where v.regio_id = ctx_regio() and v.start_time >= toezicht_logboek.van and v.start_time < toezicht_logboek.tot and v.functie <> 'systeem'
    and (toezicht_logboek.medewerker is null or v.medewerker_id = toezicht_logboek.medewerker)
    and (toezicht_logboek.casus is null or ((v.casus_id = any (casussen) or v.getoond_in && casussen)
      and exists (select from toezicht_verwant(toezicht_logboek.casus) k where (v.casus_id = k.casus_id or v.getoond_in @> array[k.casus_id])
        and k.open and v.start_time >= k.van and v.start_time <= k.tot)))
    and (toezicht_logboek.wie is null or (v.data_subject_id = any (pseudoniemen)
      and exists (select from jsonb_to_recordset(toezicht_logboek.wie) w (pseudoniem text, van timestamptz, tot timestamptz)
        where w.pseudoniem = v.data_subject_id and v.start_time >= w.van and (w.tot is null or v.start_time <= w.tot))))
  group by v.trace_id, v.medewerker_id, v.organisatie_id, v.functie, v.doel, v.name, v.casus_id
  order by 1 desc limit toezicht_logboek.hoogstens;
end $$;

revoke all on function houvast.toezicht_blikken(timestamptz, timestamptz, integer, integer),
  houvast.toezicht_drukte(timestamptz, timestamptz, integer), houvast.toezicht_weigeringen(timestamptz, timestamptz),
  houvast.toezicht_logboek(uuid, uuid, jsonb, timestamptz, timestamptz, integer) from public;
grant execute on function houvast.toezicht_drukte(timestamptz, timestamptz, integer), houvast.toezicht_weigeringen(timestamptz, timestamptz),
  houvast.toezicht_logboek(uuid, uuid, jsonb, timestamptz, timestamptz, integer) to houvast_app;
grant execute on function houvast.toezicht_blikken(timestamptz, timestamptz, integer, integer) to houvast_owner;

reset role;
set local role houvast_owner;

-- Whether someone of a casus has a secret address. Whoever has one mention that is shielded is shielded in all, wherever it was made
-- (radar_afgeschermd).
create function houvast.toezicht_geheim(casus uuid) returns boolean
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
begin
  return exists (select from casus_persoon cp
    join koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
    join koppeling a on a.regio_id = k.regio_id and a.persoon_id = k.persoon_id and a.tot is null
    join vermelding v on v.regio_id = a.regio_id and v.id = a.vermelding_id
    where cp.regio_id = ctx_regio() and cp.casus_id = toezicht_geheim.casus and v.geheim_adres);
end $$;
revoke all on function houvast.toezicht_geheim(uuid) from public;

-- What is to be said about a worker who looked into a casus: yes or no, and never why. Only what may be unusual comes back.
create function houvast.toezicht_feiten(van timestamptz, tot timestamptz, nacht_van integer, nacht_tot integer, hoogstens integer)
  returns table (medewerker_id uuid, organisatie_id uuid, functie text, casus_id uuid, aantal bigint, nood bigint, nachtelijk bigint,
                 eerste timestamptz, laatste timestamptz, had_deel boolean, gesloten_op timestamptz, had_werk boolean,
                 zelfde_naam boolean, zelfde_postcode boolean)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
declare
  hier uuid := ctx_regio();
begin
  if not ctx_fg() then
    return;
  end if;
  return query
  with blik as materialized (
    select b.*, c.gesloten_op, m.naam from toezicht_blikken(toezicht_feiten.van, toezicht_feiten.tot, nacht_van, nacht_tot) b
    join casus c on c.regio_id = hier and c.id = b.casus_id
    join medewerker m on m.regio_id = hier and m.id = b.medewerker_id
  ), feit as (
    select b.*,
      exists (select from betrokkenheid x where x.regio_id = hier and x.casus_id = b.casus_id and x.organisatie_id = b.organisatie_id
          and x.vanaf <= b.eerste and (x.tot is null or x.tot >= b.laatste))
        or exists (select from zicht z where z.regio_id = hier and z.casus_id = b.casus_id and z.organisatie_id = b.organisatie_id
          and z.vanaf <= b.laatste and (z.tot is null or z.tot >= b.eerste))
        or exists (select from overdracht o where o.regio_id = hier and o.casus_id = b.casus_id
          and b.organisatie_id in (o.van_organisatie_id, o.naar_organisatie_id) and o.aangeboden_op <= b.laatste)
        or exists (select from melding m where m.regio_id = hier and m.casus_id = b.casus_id
          and b.organisatie_id in (m.organisatie_id, m.melder_organisatie_id))
        or exists (select from deling d where d.regio_id = hier and d.casus_id = b.casus_id and d.naar_organisatie_id = b.organisatie_id
          and d.vanaf <= b.eerste and d.tot >= b.laatste) as had_deel,
      exists (select from handeling h where h.regio_id = hier and h.casus_id = b.casus_id and h.medewerker_id = b.medewerker_id)
        or exists (select from termijn t where t.regio_id = hier and t.casus_id = b.casus_id and t.eigenaar_medewerker_id = b.medewerker_id)
        or exists (select from melding m where m.regio_id = hier and m.casus_id = b.casus_id and m.medewerker_id = b.medewerker_id)
        or exists (select from casus c where c.regio_id = hier and c.id = b.casus_id and c.regisseur_id = b.medewerker_id)
        or exists (select from genoemde g where g.regio_id = hier and g.casus_id = b.casus_id and g.medewerker_id = b.medewerker_id)
        -- it was theirs, and passed on since
        or exists (select from termijn t join termijn_wijziging w on w.regio_id = hier and w.termijn_id = t.id
          where t.regio_id = hier and t.casus_id = b.casus_id and w.was_medewerker_id = b.medewerker_id)
        or exists (select from handeling h where h.regio_id = hier and h.casus_id = b.casus_id
          and h.soort in ('casus.regisseur_over', 'casus.regisseur_weg') and h.inhoud ->> 'was' = b.medewerker_id::text) as had_werk,
      exists (select from casus_persoon cp join vermelding v on v.regio_id = hier and v.id = cp.vermelding_id
        where cp.regio_id = hier and cp.casus_id = b.casus_id and (
          lower(v.achternaam) = lower(substring(b.naam from '[^ ]+$')) or lower(v.partner_achternaam) = lower(substring(b.naam from '[^ ]+$'))
          or exists (select from kring k where k.regio_id = hier and k.medewerker_id = b.medewerker_id and k.wie <> 'bekende'
            and lower(k.achternaam) in (lower(v.achternaam), lower(v.partner_achternaam))))) as zelfde_naam,
      -- where an address is secret nothing is said that leads to it (P4)
      exists (select from kring k join casus_persoon cp on cp.regio_id = hier and cp.casus_id = b.casus_id
        join vermelding v on v.regio_id = hier and v.id = cp.vermelding_id
        where k.regio_id = hier and k.medewerker_id = b.medewerker_id and k.wie in ('zelf', 'huisgenoot')
          and replace(upper(k.postcode), ' ', '') = replace(upper(v.postcode), ' ', ''))
        and not toezicht_geheim(b.casus_id) as zelfde_postcode
    from blik b
  )
  select f.medewerker_id, f.organisatie_id, f.functie, f.casus_id, f.aantal, f.nood, f.nachtelijk, f.eerste, f.laatste, f.had_deel,
    f.gesloten_op, f.had_werk, f.zelfde_naam, f.zelfde_postcode
  from feit f
  where not f.had_deel or not f.had_werk or f.zelfde_naam or f.zelfde_postcode or f.nachtelijk > 0 or f.gesloten_op < f.laatste
  order by f.laatste desc limit toezicht_feiten.hoogstens;
end $$;

-- A casus with those that went up in it, and those it went up in since: between which moments what was looked at there was looked at here
-- too, and whether the asker may know of it. A merge that was undone counts as long as it lasted.
create function houvast.toezicht_verwant(casus uuid) returns table (casus_id uuid, van timestamptz, tot timestamptz, open boolean)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
begin
  if not ctx_fg() then
    return;
  end if;
  return query
  with recursive uit as (
    select toezicht_verwant.casus as id, '-infinity'::timestamptz as van, 'infinity'::timestamptz as tot
    union
    select s.bron_casus_id, case when s.ongedaan_op is null then u.van else greatest(u.van, s.op) end,
      least(u.tot, coalesce(s.ongedaan_op, 'infinity'))
    from uit u join samenvoeging s on s.regio_id = ctx_regio() and s.doel_casus_id = u.id
  ), naar as (
    select toezicht_verwant.casus as id, '-infinity'::timestamptz as van, 'infinity'::timestamptz as tot
    union
    select s.doel_casus_id, greatest(n.van, s.op), least(n.tot, coalesce(s.ongedaan_op, 'infinity'))
    from naar n join samenvoeging s on s.regio_id = ctx_regio() and s.bron_casus_id = n.id
  )
  select v.id, v.van, v.tot, v.id <> all (ctx_dicht()) from (select * from uit union select * from naar) v;
end $$;
grant execute on function houvast.toezicht_verwant(uuid) to houvast_log;

-- Whom the mentions of someone were taken for, and between which moments: the log has who it was believed to be at the time.
create function houvast.toezicht_was(persoon uuid) returns table (persoon_id uuid, van timestamptz, tot timestamptz)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
begin
  if not ctx_fg() then
    return;
  end if;
  return query
  with nu as materialized (
    select k.regio_id, k.vermelding_id, k.persoon_id, k.vanaf from koppeling k
    where k.regio_id = ctx_regio() and k.persoon_id = toezicht_was.persoon and k.tot is null
  )
  select n.persoon_id, min(n.vanaf), null::timestamptz from nu n group by n.persoon_id
  union all
  select h.persoon_id, h.vanaf, h.tot from nu n
  join koppeling h on h.regio_id = n.regio_id and h.vermelding_id = n.vermelding_id and h.tot is not null;
end $$;

-- The casus of a number, and the numbers of casussen; a sealed one has neither.
create function houvast.toezicht_casus(nummer text) returns uuid
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
begin
  return (select c.id from casus c where ctx_fg() and c.regio_id = ctx_regio() and c.nummer = toezicht_casus.nummer and c.id <> all (ctx_dicht()));
end $$;
create function houvast.toezicht_nummers(casussen uuid[]) returns table (id uuid, nummer text)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
begin
  return query select c.id, c.nummer from casus c
    where ctx_fg() and c.regio_id = ctx_regio() and c.id = any (toezicht_nummers.casussen) and c.id <> all (ctx_dicht());
end $$;

-- The people of a casus, so that one of them can be pointed out: their roles and the year of birth, and nothing else of them. Of a casus
-- that went up in another: those who were in it.
create function houvast.toezicht_personen(casus uuid) returns table (persoon_id uuid, rollen text[], geboortejaar smallint)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
declare
  hier uuid := ctx_regio();
  -- a row that was replaced since is found by its mention
  verhuisd uuid[] := array(select p.vermelding_id from samenvoeging s, jsonb_array_elements_text(s.verplaatst -> 'rijen' -> 'casus_persoon') r
    join casus_persoon p on p.regio_id = hier and p.id = r::uuid
    where s.regio_id = hier and s.bron_casus_id = toezicht_personen.casus and s.ongedaan_op is null);
begin
  return query
  select k.persoon_id, array_agg(distinct cp.rol), max(v.geboortejaar)
  from casus_persoon cp
  join vermelding v on v.regio_id = cp.regio_id and v.id = cp.vermelding_id
  join koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
  where ctx_fg() and cp.regio_id = hier and (cp.casus_id = toezicht_personen.casus or cp.vermelding_id = any (verhuisd)) and cp.tot is null
    and cp.casus_id <> all (ctx_dicht())
  group by k.persoon_id order by 3 nulls last, 1;
end $$;

-- What an overview for someone in this casus must leave out: the organisations that reported, and whether an address is secret. Also of
-- the casussen whose looks are in it.
create function houvast.toezicht_afscherming(casus uuid) returns table (melders uuid[], geheim boolean)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
declare
  verwant uuid[] := array(select v.casus_id from toezicht_verwant(toezicht_afscherming.casus) v);
begin
  if not ctx_fg() then
    return;
  end if;
  return query
  -- under the name that it had then, too: who reported may have been followed up since
  select array(with recursive melder as (
      select m.melder_organisatie_id as id from melding m where m.regio_id = ctx_regio() and m.casus_id = any (verwant)
        and m.melder_organisatie_id is not null
      union select o.id from organisatie o join melder on o.opvolger_id = melder.id where o.regio_id = ctx_regio())
    select id from melder),
    exists (select from unnest(verwant) v where toezicht_geheim(v))
  from casus c where c.regio_id = ctx_regio() and c.id = toezicht_afscherming.casus;
end $$;

revoke all on function houvast.toezicht_feiten(timestamptz, timestamptz, integer, integer, integer), houvast.toezicht_casus(text),
  houvast.toezicht_nummers(uuid[]), houvast.toezicht_personen(uuid), houvast.toezicht_afscherming(uuid), houvast.toezicht_verwant(uuid),
  houvast.toezicht_was(uuid) from public;
grant execute on function houvast.toezicht_feiten(timestamptz, timestamptz, integer, integer, integer), houvast.toezicht_casus(text),
  houvast.toezicht_nummers(uuid[]), houvast.toezicht_personen(uuid), houvast.toezicht_afscherming(uuid), houvast.toezicht_was(uuid) to houvast_app;

reset role;
