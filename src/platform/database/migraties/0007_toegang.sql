-- SPDX-License-Identifier: EUPL-1.2
-- Who may come near (P3): the noodknop, sealed dossiers, conflicts of interest, and shares that end by themselves. The database keeps
-- to them on its own: what decide() refuses is not there.
set local role houvast_owner;

create function houvast.ctx_functie() returns text language sql stable parallel safe
  return coalesce(current_setting('houvast.functie', true), '');
create function houvast.ctx_doel() returns text language sql stable parallel safe
  return coalesce(current_setting('houvast.doel', true), '');
create function houvast.ctx_teamleider() returns boolean language sql stable parallel safe
  return houvast.ctx_functie() in ('vt_teamleider', 'lokaal_teamleider');
create function houvast.ctx_fg() returns boolean language sql stable parallel safe
  return houvast.ctx_functie() = 'privacyfunctionaris';

-- ── The noodknop ────────────────────────────────────────────────────────────────────────────────────────────────────
-- One worker looks into one casus for a short time without having a part in it. The holder and the privacy officer hear it in
-- the same transaction; the privacy officer says afterwards whether it was right.
create table houvast.noodtoegang (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  medewerker_id uuid not null,
  organisatie_id uuid not null,
  doel text not null,
  reden text not null check (length(reden) > 0),
  vanaf timestamptz not null,
  tot timestamptz not null,
  nagekeken_op timestamptz,
  nagekeken_door uuid,
  oordeel text check (oordeel in ('terecht', 'niet_terecht')),
  bevinding text,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, medewerker_id) references houvast.medewerker,
  -- however long the setting says, never longer than a day
  constraint kort check (tot > vanaf and tot <= vanaf + interval '1 day'),
  constraint nagekeken_met_bevinding check ((nagekeken_op is null) = (oordeel is null) and (oordeel is null or coalesce(length(bevinding), 0) > 0)),
  constraint niet_zelf_nagekeken check (nagekeken_door is distinct from medewerker_id)
);
create index on houvast.noodtoegang (regio_id, medewerker_id, tot);
create index on houvast.noodtoegang (regio_id, casus_id);
-- one's own, the privacy officer's, and that of whoever has a part in the casus; of the casus the officer gets the number and nothing
-- else (noodknop_nummers)
select houvast.beveilig_bij_casus('houvast.noodtoegang', 'select, insert, update',
  'medewerker_id = (select houvast.ctx_medewerker()) or (select houvast.ctx_fg())');
-- in one's own name, and only by a function that works in casussen
create policy eigen_naam on houvast.noodtoegang as restrictive for insert to houvast_app with check ((select houvast.ctx_systeem())
  or (medewerker_id = (select houvast.ctx_medewerker()) and organisatie_id = (select houvast.ctx_casusorganisatie())));
create function houvast.een_keer_nagekeken() returns trigger language plpgsql as $$
begin
  if old.nagekeken_op is not null or to_jsonb(new) - '{nagekeken_op,nagekeken_door,oordeel,bevinding}'::text[]
      <> to_jsonb(old) - '{nagekeken_op,nagekeken_door,oordeel,bevinding}'::text[] then
    raise exception 'houvast: a use of the noodknop stays as it was and is reviewed once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger blijft before update on houvast.noodtoegang for each row execute function houvast.een_keer_nagekeken();
create trigger bijschrijven before delete or truncate on houvast.noodtoegang
  for each statement execute function houvast.alleen_bijschrijven();

-- ── Sealed ──────────────────────────────────────────────────────────────────────────────────────────────────────────
create table houvast.verzegeling (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  soort text not null check (soort in ('eigen_gezin', 'collega', 'publiek_persoon', 'anders')),
  reden text not null check (length(reden) > 0),
  vanaf timestamptz not null,
  medewerker_id uuid,
  tot timestamptz,
  opgeheven_door uuid,
  opgeheven_reden text,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  constraint opgeheven_met_reden check ((tot is null) = (opgeheven_reden is null))
);
create unique index een_verzegeling on houvast.verzegeling (regio_id, casus_id) where tot is null;
select houvast.beveilig_bij_casus('houvast.verzegeling', 'select, insert, update');
create trigger blijft before update on houvast.verzegeling
  for each row execute function houvast.alleen_deze_kolommen('tot', 'opgeheven_door', 'opgeheven_reden');
create trigger bijschrijven before delete or truncate on houvast.verzegeling
  for each statement execute function houvast.alleen_bijschrijven();

-- The named people: nobody else knows that the casus exists.
create table houvast.genoemde (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  medewerker_id uuid not null,
  vanaf timestamptz not null,
  door_id uuid,
  tot timestamptz,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, medewerker_id) references houvast.medewerker
);
create unique index een_keer_genoemd on houvast.genoemde (regio_id, casus_id, medewerker_id) where tot is null;
select houvast.beveilig_bij_casus('houvast.genoemde', 'select, insert, update');
create trigger einde before update or delete on houvast.genoemde for each row execute function houvast.alleen_einde_zetten();

-- ── Conflict of interest ────────────────────────────────────────────────────────────────────────────────────────────
-- Whom a worker must be kept away from: told by the worker, seen by nobody else. Only the system compares it.
create table houvast.kring (
  regio_id uuid not null,
  id uuid not null,
  medewerker_id uuid not null,
  wie text not null check (wie in ('zelf', 'huisgenoot', 'familie', 'bekende')),
  voornamen text,
  tussenvoegsel text,
  achternaam text,
  geboortejaar smallint,
  geboortemaand smallint,
  geboortedag smallint,
  straat text,
  huisnummer text,
  postcode text,
  woonplaats text,
  sleutels bigint[] not null default '{}',
  gemaakt_op timestamptz not null,
  primary key (regio_id, id),
  foreign key (regio_id, medewerker_id) references houvast.medewerker
);
create index kring_sleutels on houvast.kring using gin (sleutels);
create index on houvast.kring (regio_id, medewerker_id);
select houvast.beveilig('houvast.kring', 'select, insert, delete',
  'medewerker_id = (select houvast.ctx_medewerker()) or (select houvast.ctx_systeem())');

-- Who is kept out of which casus, and why. The worker does not see it; the team leader of the worker does, and lifts it or says that
-- it is right (bevestigd). Where no team leader can, the privacy officer does (belang_bij_fg, below).
create table houvast.belang (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  medewerker_id uuid not null,
  organisatie_id uuid not null,
  gronden text[] not null check (gronden <> '{}' and gronden <@ '{komt_voor,verwant,zelfde_adres,in_de_buurt,niet_getoond}'),
  vanaf timestamptz not null,
  tot timestamptz,
  opgeheven_door uuid,
  opgeheven_reden text,
  bevestigd_op timestamptz,
  bevestigd_door uuid,
  bevestigd_reden text,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, medewerker_id) references houvast.medewerker,
  constraint opgeheven_met_reden check ((tot is null) = (opgeheven_reden is null)),
  constraint bevestigd_met_reden check ((bevestigd_op is null) = (bevestigd_reden is null)),
  constraint niet_zelf_besloten check (opgeheven_door is distinct from medewerker_id and bevestigd_door is distinct from medewerker_id)
);
create unique index een_belang on houvast.belang (regio_id, casus_id, medewerker_id) where tot is null;
create index on houvast.belang (regio_id, medewerker_id) where tot is null;
-- The team leader hears it when the own organisation has a part in the casus; before that it would tell that the casus exists.
select houvast.beveilig('houvast.belang', 'select, insert, update',
  '(select houvast.ctx_systeem()) or (medewerker_id <> (select houvast.ctx_medewerker()) and ((select houvast.ctx_fg()) or
     (select houvast.ctx_teamleider()) and organisatie_id = (select houvast.ctx_organisatie()) and exists (select from houvast.betrokkenheid b
       where b.regio_id = belang.regio_id and b.casus_id = belang.casus_id and b.organisatie_id = belang.organisatie_id
       and (b.tot is null or b.tot > (select houvast.ctx_nu())))))');
create trigger blijft before update on houvast.belang for each row execute function
  houvast.alleen_deze_kolommen('tot', 'opgeheven_door', 'opgeheven_reden', 'bevestigd_op', 'bevestigd_door', 'bevestigd_reden');
create trigger bijschrijven before delete or truncate on houvast.belang
  for each statement execute function houvast.alleen_bijschrijven();

-- Whom of a circle a mention may be, or which mentions someone of a circle may be: a shared key or the same postcode. For the
-- system only; the owner answers, because array overlap finds no index under row-level security.
create policy belang on houvast.kring for select to houvast_owner using (true);
create function houvast.belang_paren(kring uuid, vermeldingen uuid[]) returns table (kring_id uuid, vermelding_id uuid)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
begin
  if not ctx_systeem() then
    return;
  end if;
  if belang_paren.kring is null then
    return query
    select k.id, v.id from vermelding v join kring k on k.regio_id = v.regio_id
      and (k.sleutels && v.sleutels or replace(upper(k.postcode), ' ', '') = replace(upper(v.postcode), ' ', ''))
    where v.regio_id = ctx_regio() and v.id = any (belang_paren.vermeldingen);
  else
    return query
    select k.id, v.id from kring k join vermelding v on v.regio_id = k.regio_id
      and (v.sleutels && k.sleutels or replace(upper(v.postcode), ' ', '') = replace(upper(k.postcode), ' ', ''))
    where k.regio_id = ctx_regio() and k.id = belang_paren.kring;
  end if;
end $$;
revoke all on function houvast.belang_paren(uuid, uuid[]) from public;
grant execute on function houvast.belang_paren(uuid, uuid[]) to houvast_app;

-- ── Shares ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A partner sees parts of a casus, for a purpose, until a moment. It closes by itself: the end is in the question.
create table houvast.deling (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  van_organisatie_id uuid not null,
  naar_organisatie_id uuid not null,
  doel text not null,
  grondslag text not null,
  reden text not null check (length(reden) > 0),
  onderdelen text[] not null check (onderdelen <> '{}' and onderdelen <@ '{personen,uitspraken,plan,cijfers,monitoring,tijdlijn}'),
  vanaf timestamptz not null,
  tot timestamptz not null,
  medewerker_id uuid,
  ingetrokken_op timestamptz,
  ingetrokken_reden text,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, naar_organisatie_id) references houvast.organisatie,
  check (tot > vanaf and van_organisatie_id <> naar_organisatie_id),
  constraint ingetrokken_met_reden check ((ingetrokken_op is null) = (ingetrokken_reden is null))
);
create index on houvast.deling (regio_id, naar_organisatie_id, tot);
create index on houvast.deling (regio_id, casus_id);
select houvast.beveilig_bij_casus('houvast.deling', 'select, insert, update',
  'naar_organisatie_id = (select houvast.ctx_organisatie()) and ingetrokken_op is null and vanaf <= (select houvast.ctx_nu()) and tot > (select houvast.ctx_nu())');
-- nobody shares with themselves what is another's
select houvast.alleen_in_eigen_casus('houvast.deling');
create trigger blijft before update on houvast.deling
  for each row execute function houvast.alleen_deze_kolommen('ingetrokken_op', 'ingetrokken_reden', 'van_organisatie_id');
create policy erfenis on houvast.deling to houvast_owner using (houvast.ctx_systeem() and regio_id = (select houvast.ctx_regio()));
create trigger bijschrijven before delete or truncate on houvast.deling
  for each statement execute function houvast.alleen_bijschrijven();

-- ── What the asker may not know, and what opened for the asker ───────────────────────────────────────────────────────
create policy wachter on houvast.noodtoegang for select to houvast_owner using (true);
create policy wachter on houvast.verzegeling for select to houvast_owner using (true);
create policy wachter on houvast.genoemde for select to houvast_owner using (true);
create policy wachter on houvast.belang for select to houvast_owner using (true);
create policy wachter on houvast.deling for select to houvast_owner using (true);

-- The team leaders who can decide on a conflict of interest: of the worker's organisation, not the worker, and able to see the casus.
-- For the system, and the privacy officer.
create function houvast.belang_leiders(belang uuid) returns setof uuid
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
begin
  if not (ctx_systeem() or ctx_fg()) then
    return;
  end if;
  return query
  select m.id from belang b join medewerker m on m.regio_id = b.regio_id and m.organisatie_id = b.organisatie_id and m.actief
    and m.functie in ('vt_teamleider', 'lokaal_teamleider') and m.id <> b.medewerker_id
  where b.regio_id = ctx_regio() and b.id = belang_leiders.belang and kan_erbij(b.casus_id, m.id);
end $$;
-- Whether it is the privacy officer's who asks: the organisation has a part in the casus, and no team leader can decide.
create function houvast.belang_bij_fg(belang uuid) returns boolean
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
begin
  return ctx_fg() and exists (select from belang b where b.regio_id = ctx_regio() and b.id = belang_bij_fg.belang and b.tot is null
      and b.medewerker_id <> ctx_medewerker() and exists (select from betrokkenheid x where x.regio_id = b.regio_id
        and x.casus_id = b.casus_id and x.organisatie_id = b.organisatie_id and (x.tot is null or x.tot > ctx_nu())))
    and not exists (select from belang_leiders(belang_bij_fg.belang));
end $$;
revoke all on function houvast.belang_leiders(uuid), houvast.belang_bij_fg(uuid) from public;
grant execute on function houvast.belang_leiders(uuid), houvast.belang_bij_fg(uuid) to houvast_app;
-- the officer reads all of them, and decides only on those
create policy fg_besluit on houvast.belang as restrictive for update to houvast_app
  using (not (select houvast.ctx_fg()) or houvast.belang_bij_fg(id)) with check (true);

-- These casussen, and those that went up in them, and in those: what is closed is closed with all that led to it.
create function houvast.met_wat_opging(casussen uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
declare
  hier uuid := ctx_regio();
begin
  if coalesce(casussen, '{}') = '{}' then
    return '{}';
  end if;
  return (with recursive hele as (
    select unnest(casussen) as id
    union
    select c.id from hele h join casus c on c.regio_id = hier and c.samengevoegd_in = h.id)
    select array_agg(h.id) from hele h);
end $$;
revoke all on function houvast.met_wat_opging(uuid[]) from public;

-- Casussen that are closed to this worker: sealed without being named, or a conflict of interest; and what went up in one of those.
create function houvast.zoek_dicht() returns uuid[]
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
declare
  hier uuid := ctx_regio();
  ik uuid := ctx_medewerker();
  nu timestamptz := ctx_nu();
begin
  return met_wat_opging((select array_agg(x.casus_id) from (
    select v.casus_id from verzegeling v where v.regio_id = hier and v.tot is null and not exists (select from genoemde g
      where g.regio_id = v.regio_id and g.casus_id = v.casus_id and g.medewerker_id = ik and (g.tot is null or g.tot > nu))
    union all
    select b.casus_id from belang b where b.regio_id = hier and b.medewerker_id = ik and b.tot is null) x));
end $$;

-- Mentions that stand in a casus that is closed to this worker; for the system: in a sealed one. Every door asks it: left to itself
-- PostgreSQL plans it anew each time, which takes longer than the answer, and always finds the same way.
create function houvast.zoek_dichte_vermeldingen() returns uuid[]
language plpgsql stable security definer set search_path = houvast, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  hier uuid := ctx_regio();
  dicht uuid[] := case when ctx_systeem()
    then met_wat_opging((select array_agg(v.casus_id) from verzegeling v where v.regio_id = ctx_regio() and v.tot is null)) else ctx_dicht() end;
begin
  if coalesce(dicht, '{}') = '{}' then
    return '{}';
  end if;
  return coalesce((select array_agg(distinct x.vermelding_id) from (
    select cp.vermelding_id from casus_persoon cp where cp.regio_id = hier and cp.casus_id = any (dicht)
    union all
    select mv.vermelding_id from melding m join melding_vermelding mv on mv.regio_id = m.regio_id and mv.melding_id = m.id
      where m.regio_id = hier and m.casus_id = any (dicht)) x), '{}');
end $$;
create policy wachter on houvast.melding_vermelding for select to houvast_owner using (true);

-- Casussen that the noodknop opened for this worker, now. What went up in another goes on there, and so does the worker (what is closed
-- stays closed: the policies below).
create function houvast.zoek_nood() returns uuid[]
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
declare
  hier uuid := ctx_regio();
begin
  return coalesce((with recursive open as (
    select n.casus_id as id from noodtoegang n
      where n.regio_id = hier and n.medewerker_id = ctx_medewerker() and n.vanaf <= ctx_nu() and n.tot > ctx_nu()
    union
    select c.samengevoegd_in from open o join casus c on c.regio_id = hier and c.id = o.id where c.samengevoegd_in is not null)
    select array_agg(o.id) from open o), '{}');
end $$;

-- Casussen of which a part is shared with the asker's organisation, now and for this purpose: {"casus": those of any part, "<part>": …},
-- each an array as PostgreSQL writes it.
create function houvast.zoek_gedeeld() returns jsonb
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
declare
  nu timestamptz := ctx_nu();
begin
  return coalesce((select jsonb_object_agg(x.deel, x.casussen) from (
    select deel, array_agg(distinct d.casus_id)::text as casussen from deling d, unnest(d.onderdelen || 'casus'::text) deel
    where d.regio_id = ctx_regio() and d.naar_organisatie_id = ctx_organisatie() and d.doel = ctx_doel()
      and d.ingetrokken_op is null and d.vanaf <= nu and d.tot > nu
    group by deel) x), '{}');
end $$;
revoke all on function houvast.zoek_dicht(), houvast.zoek_dichte_vermeldingen(), houvast.zoek_nood(), houvast.zoek_gedeeld() from public;
grant execute on function houvast.zoek_dicht(), houvast.zoek_dichte_vermeldingen(), houvast.zoek_nood(), houvast.zoek_gedeeld() to houvast_app;

-- The answers are looked up once, when a door opens, and every policy reads them there. Where they are not there, because no door
-- set them or because this transaction changed what they come from, they are looked up each time.
create function houvast.zet_context(regio uuid, organisatie uuid, medewerker uuid, functie text, doel text, nu timestamptz) returns void
language plpgsql set search_path = houvast, pg_temp as $$
begin
  perform set_config('houvast.regio', regio::text, true), set_config('houvast.organisatie', organisatie::text, true),
    set_config('houvast.medewerker', medewerker::text, true), set_config('houvast.functie', functie, true),
    set_config('houvast.doel', doel, true), set_config('houvast.nu', nu::text, true);
  perform set_config('houvast.dicht', zoek_dicht()::text, true), set_config('houvast.nood', zoek_nood()::text, true),
    set_config('houvast.gedeeld', zoek_gedeeld()::text, true);
  perform set_config('houvast.dichte_vermeldingen', zoek_dichte_vermeldingen()::text, true);
end $$;
revoke all on function houvast.zet_context(uuid, uuid, uuid, text, text, timestamptz) from public;
grant execute on function houvast.zet_context(uuid, uuid, uuid, text, text, timestamptz) to houvast_app;
create function houvast.zoek_opnieuw() returns trigger language plpgsql as $$
begin
  for i in 0 .. tg_nargs - 1 loop
    perform set_config('houvast.' || tg_argv[i], '', true);
  end loop;
  return null;
end $$;
create trigger zoek_opnieuw after insert or update on houvast.verzegeling
  for each statement execute function houvast.zoek_opnieuw('dicht', 'dichte_vermeldingen');
create trigger zoek_opnieuw after insert or update on houvast.genoemde
  for each statement execute function houvast.zoek_opnieuw('dicht', 'dichte_vermeldingen');
create trigger zoek_opnieuw after insert or update on houvast.belang
  for each statement execute function houvast.zoek_opnieuw('dicht', 'dichte_vermeldingen');
create trigger zoek_opnieuw after insert or update or delete on houvast.casus_persoon
  for each statement execute function houvast.zoek_opnieuw('dichte_vermeldingen');
create trigger zoek_opnieuw after insert or update or delete on houvast.melding_vermelding
  for each statement execute function houvast.zoek_opnieuw('dichte_vermeldingen');
create trigger zoek_opnieuw after update of casus_id on houvast.melding
  for each statement execute function houvast.zoek_opnieuw('dichte_vermeldingen');
create trigger zoek_opnieuw after insert or update on houvast.noodtoegang
  for each statement execute function houvast.zoek_opnieuw('nood');
create trigger zoek_opnieuw after insert or update on houvast.deling
  for each statement execute function houvast.zoek_opnieuw('gedeeld');
create trigger zoek_opnieuw after update of samengevoegd_in on houvast.casus
  for each statement execute function houvast.zoek_opnieuw('dicht', 'dichte_vermeldingen', 'nood');

-- The system sees all.
create function houvast.ctx_dicht() returns uuid[] language sql stable
  return case when houvast.ctx_systeem() then '{}'::uuid[]
    else coalesce(nullif(current_setting('houvast.dicht', true), '')::uuid[], houvast.zoek_dicht()) end;
create function houvast.ctx_nood() returns uuid[] language sql stable
  return coalesce(nullif(current_setting('houvast.nood', true), '')::uuid[], houvast.zoek_nood());
create function houvast.ctx_gedeeld(deel text) returns uuid[] language sql stable
  return coalesce((coalesce(nullif(current_setting('houvast.gedeeld', true), '')::jsonb, houvast.zoek_gedeeld()) ->> deel)::uuid[], '{}');

create function houvast.ctx_dichte_vermeldingen() returns uuid[] language sql stable
  return case when houvast.ctx_systeem() then houvast.zoek_dichte_vermeldingen()
    else coalesce(nullif(current_setting('houvast.dichte_vermeldingen', true), '')::uuid[], houvast.zoek_dichte_vermeldingen()) end;

-- The same, without the sealed ones: what an organisation reported itself it may follow, but nobody follows the own family.
create function houvast.ctx_belang() returns uuid[]
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
begin
  if ctx_systeem() then
    return '{}';
  end if;
  return coalesce((select array_agg(b.casus_id) from belang b
    where b.regio_id = ctx_regio() and b.medewerker_id = ctx_medewerker() and b.tot is null), '{}');
end $$;

-- The numbers of the casussen for which the noodknop was used: for who used it, who has a part in the casus, and the privacy officer. A
-- casus that is closed to the asker has none.
create function houvast.noodknop_nummers(noodtoegangen uuid[]) returns table (id uuid, nummer text)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select n.id, c.nummer from noodtoegang n join casus c on c.regio_id = n.regio_id and c.id = n.casus_id
  where n.regio_id = ctx_regio() and n.id = any (noodknop_nummers.noodtoegangen) and n.casus_id <> all (ctx_dicht())
    and (ctx_fg() or n.medewerker_id = ctx_medewerker() or exists (select from betrokkenheid b where b.regio_id = n.regio_id
      and b.casus_id = n.casus_id and b.organisatie_id = ctx_casusorganisatie() and (b.tot is null or b.tot > ctx_nu())));
end $$;
revoke all on function houvast.noodknop_nummers(uuid[]) from public;
grant execute on function houvast.noodknop_nummers(uuid[]) to houvast_app;

revoke all on function houvast.ctx_belang(), houvast.ctx_dichte_vermeldingen() from public;
grant execute on function houvast.ctx_belang(), houvast.ctx_dichte_vermeldingen() to houvast_app;

-- Every table that hangs on a casus is shut for whom the casus is closed. Exceptions say why.
do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass as tabel, c.relname as naam from pg_class c
    where c.relnamespace = 'houvast'::regnamespace and c.relkind = 'r'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = case c.relname when 'casus' then 'id' else 'casus_id' end
        and not a.attisdropped)
      -- the log has a door of its own
      and c.relname <> 'verwerkingslog'
  loop
    -- an act is written about what its writer may not see, too: a conflict of interest that was found because of it
    execute format('create policy dicht on %s as restrictive %s to houvast_app using (%s)', t.tabel,
      case t.naam when 'handeling' then 'for select' else '' end,
      case t.naam
        when 'casus' then 'id <> all ((select houvast.ctx_dicht())::uuid[])'
        -- whether the noodknop was rightly used is reviewed whatever became of the casus; which one it was is not said (noodknop_nummers)
        when 'noodtoegang' then 'casus_id <> all ((select houvast.ctx_dicht())::uuid[])
           or ((select houvast.ctx_fg()) and casus_id <> all ((select houvast.ctx_belang())::uuid[]))'
        -- so is who stays out of it, where no team leader can say so (belang_bij_fg)
        when 'belang' then 'casus_id <> all ((select houvast.ctx_dicht())::uuid[]) or ((select houvast.ctx_fg()) and houvast.belang_bij_fg(id))'
        when 'termijn' then 'casus_id is null or casus_id <> all ((select houvast.ctx_dicht())::uuid[])
           or ((select houvast.ctx_fg()) and eigenaar_medewerker_id = (select houvast.ctx_medewerker()))'
        -- who reported it knows of it, and follows it on
        when 'melding' then 'casus_id <> all ((select houvast.ctx_dicht())::uuid[]) or (melder_organisatie_id = (select houvast.ctx_organisatie())
           and organisatie_id <> (select houvast.ctx_organisatie()) and casus_id <> all ((select houvast.ctx_belang())::uuid[]))'
        when 'terugkoppeling' then 'casus_id <> all ((select houvast.ctx_dicht())::uuid[]) or (organisatie_id <> (select houvast.ctx_organisatie())
           and casus_id <> all ((select houvast.ctx_belang())::uuid[]))'
        else 'casus_id is null or casus_id <> all ((select houvast.ctx_dicht())::uuid[])' end);
  end loop;
end $$;
create policy dicht on houvast.vermelding as restrictive for select to houvast_app
  using (id <> all ((select houvast.ctx_dichte_vermeldingen())::uuid[]) or (select houvast.ctx_systeem()));
create policy dicht on houvast.radar_kandidaat as restrictive to houvast_app using ((select houvast.ctx_systeem()) or
  (vermelding_id <> all ((select houvast.ctx_dichte_vermeldingen())::uuid[])
   and coalesce(tegen_vermelding_id <> all ((select houvast.ctx_dichte_vermeldingen())::uuid[]), true)));
-- what hangs on a melding or an assessment is seen with it
create policy dicht on houvast.melder as restrictive to houvast_app using ((select houvast.ctx_systeem()) or exists
  (select from houvast.melding m where m.regio_id = melder.regio_id and m.id = melder.melding_id));
create policy dicht on houvast.beoordeling_stap as restrictive to houvast_app using ((select houvast.ctx_systeem()) or exists
  (select from houvast.beoordeling b where b.regio_id = beoordeling_stap.regio_id and b.id = beoordeling_stap.beoordeling_id));
create policy dicht on houvast.radar_oordeel as restrictive to houvast_app using ((select houvast.ctx_systeem()) or exists
  (select from houvast.radar_kandidaat k where k.regio_id = radar_oordeel.regio_id and k.id = radar_oordeel.kandidaat_id));
create policy dicht on houvast.uitkomstmelding as restrictive to houvast_app using ((select houvast.ctx_systeem()) or
  naar_organisatie_id = (select houvast.ctx_organisatie()) or exists
  (select from houvast.melding m where m.regio_id = uitkomstmelding.regio_id and m.id = uitkomstmelding.melding_id));
create policy dicht on houvast.jzv_bericht as restrictive to houvast_app using ((select houvast.ctx_systeem()) or
  organisatie_id = (select houvast.ctx_organisatie()) or melding_id is null or exists
  (select from houvast.melding m where m.regio_id = jzv_bericht.regio_id and m.id = jzv_bericht.melding_id));
create policy dicht on houvast.advies as restrictive to houvast_app using ((select houvast.ctx_systeem()) or melding_id is null or exists
  (select from houvast.melding m where m.regio_id = advies.regio_id and m.id = advies.melding_id));
-- That a colleague is kept out is work of the team leaders (where there is none, of the privacy officer), and no news for who works
-- beside them: its term and its acts are seen with it.
create policy belang on houvast.termijn as restrictive for select to houvast_app using (soort <> 'belang_bekijken'
  or (select houvast.ctx_systeem()) or exists (select from houvast.belang b where b.regio_id = termijn.regio_id and b.id = termijn.onderwerp_id));
create policy belang on houvast.handeling as restrictive for select to houvast_app using (soort not like 'belang.%'
  or (select houvast.ctx_systeem()) or exists (select from houvast.belang b where b.regio_id = handeling.regio_id and b.id = handeling.onderwerp_id));
-- With whom else a casus is shared is no news for a partner: of a share the partner reads the own one.
create policy deling on houvast.handeling as restrictive for select to houvast_app using (soort not like 'deling.%'
  or (select houvast.ctx_systeem()) or medewerker_id = (select houvast.ctx_medewerker()) or organisatie_id = (select houvast.ctx_casusorganisatie())
  or exists (select from houvast.deling d where d.regio_id = handeling.regio_id and d.id::text = handeling.inhoud ->> 'deling'));

-- Who works at an organisation is said by who leads there, of those who work with families; the others are put in where Houvast is run.
create policy leider_voegt_toe on houvast.medewerker as restrictive for insert to houvast_app with check (
  (select houvast.ctx_teamleider()) and organisatie_id = (select houvast.ctx_organisatie())
  and functie in ('vt_medewerker', 'vt_gedragswetenschapper', 'vt_teamleider', 'regisseur', 'lokaal_teamleider'));
create policy leider_wijzigt on houvast.medewerker as restrictive for update to houvast_app using (
  (select houvast.ctx_teamleider()) and organisatie_id = (select houvast.ctx_organisatie())
  and functie in ('vt_medewerker', 'vt_gedragswetenschapper', 'vt_teamleider', 'regisseur', 'lokaal_teamleider'));

-- Whether someone may see a casus: not kept out of it, and named where it is sealed.
create function houvast.kan_erbij(casus uuid, medewerker uuid) returns boolean
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_variable
begin
  return not exists (select from belang b where b.regio_id = ctx_regio() and b.casus_id = casus and b.medewerker_id = medewerker and b.tot is null)
    and (not exists (select from verzegeling v where v.regio_id = ctx_regio() and v.casus_id = casus and v.tot is null)
      or exists (select from genoemde g where g.regio_id = ctx_regio() and g.casus_id = casus and g.medewerker_id = medewerker and g.tot is null));
end $$;
-- Work is never on the name of who cannot see it, or does not work there (any more): then it is everyone's at its owner (P7). The privacy
-- officer decides on what lies beside the casus.
create function houvast.op_naam_van_wie_erbij_kan() returns trigger
language plpgsql security definer set search_path = houvast, pg_temp as $$
declare
  m medewerker%rowtype;
begin
  -- held until this act stands: whoever lets them leave at this moment waits, and then sees this row
  select * into m from medewerker x where x.regio_id = new.regio_id and x.id = new.eigenaar_medewerker_id for share;
  if m.actief is not true or m.organisatie_id <> new.eigenaar_organisatie_id
      or not (new.casus_id is null or m.functie = 'privacyfunctionaris' or kan_erbij(new.casus_id, m.id)) then
    new.eigenaar_medewerker_id := null;
  end if;
  return new;
end $$;
-- What ended is work no more, and keeps whose it was; when it runs again it is asked again: they may have left since.
create trigger op_naam before insert or update of eigenaar_medewerker_id, eigenaar_organisatie_id, casus_id, afgerond_op on houvast.termijn
  for each row when (new.eigenaar_medewerker_id is not null and new.afgerond_op is null) execute function houvast.op_naam_van_wie_erbij_kan();
-- And nobody steers who left, or leaves at this moment.
create function houvast.regie_van_wie_er_werkt() returns trigger
language plpgsql security definer set search_path = houvast, pg_temp as $$
begin
  perform from medewerker m where m.regio_id = new.regio_id and m.id = new.regisseur_id and m.actief for share;
  if not found then
    new.regisseur_id := null;
  end if;
  return new;
end $$;
create trigger regie before insert or update of regisseur_id on houvast.casus
  for each row when (new.regisseur_id is not null) execute function houvast.regie_van_wie_er_werkt();
revoke all on function houvast.kan_erbij(uuid, uuid), houvast.op_naam_van_wie_erbij_kan(), houvast.regie_van_wie_er_werkt() from public;
grant execute on function houvast.kan_erbij(uuid, uuid) to houvast_app;

-- What the noodknop and a share open, to read only. A part that is not named here is never shared; of every shared casus the casus
-- itself is.
create function houvast.open_voor_gast(tabel regclass, deel text) returns void language plpgsql as $$
declare
  kolom text := case when tabel = 'houvast.casus'::regclass then 'id' else 'casus_id' end;
begin
  execute format('create policy gast on %s for select to houvast_app using
    (%I = any ((select houvast.ctx_nood() || houvast.ctx_gedeeld(%L))::uuid[]))', tabel, kolom, deel);
end $$;
revoke all on function houvast.open_voor_gast(regclass, text) from public;
select houvast.open_voor_gast(t::regclass, d) from (values
  ('houvast.casus', 'casus'), ('houvast.zicht', 'casus'), ('houvast.casus_persoon', 'personen'),
  ('houvast.uitspraak', 'uitspraken'), ('houvast.wederhoor', 'uitspraken'),
  ('houvast.voorwaarde', 'plan'), ('houvast.voorwaarde_controle', 'plan'), ('houvast.afspraak', 'plan'), ('houvast.fasewissel', 'plan'),
  ('houvast.veiligheidscijfer', 'cijfers'), ('houvast.veiligheidscontrole', 'monitoring'), ('houvast.monitormoment', 'monitoring'),
  ('houvast.afsluiting', 'monitoring'), ('houvast.handeling', 'tijdlijn')) as o (t, d);
-- The hiding places of a safety plan are not for a guest, and what may lead to the melder stays where it was received.
create policy verborgen on houvast.afspraak as restrictive for select to houvast_app using (not verborgen_voor_pleger
  or (select houvast.ctx_systeem()) or casus_id = any ((select houvast.ctx_nood())::uuid[]) or exists (select from houvast.betrokkenheid b
    where b.regio_id = afspraak.regio_id and b.casus_id = afspraak.casus_id and b.organisatie_id = (select houvast.ctx_organisatie())
    and (b.tot is null or b.tot > (select houvast.ctx_nu()))));

reset role;
