-- SPDX-License-Identifier: EUPL-1.2
-- What every station shares: casus, zicht, persoon, uitspraak, termijn.
set local role houvast_owner;

-- The organisation for which the asker works in casussen; null for a function that never does (privacy officer, policy, whoever
-- reports from outside): working at Veilig Thuis alone opens nothing.
create function houvast.ctx_casusorganisatie() returns uuid language sql stable parallel safe
  return case when current_setting('houvast.functie', true) in
    ('vt_medewerker', 'vt_gedragswetenschapper', 'vt_teamleider', 'regisseur', 'lokaal_teamleider', 'systeem') then houvast.ctx_organisatie() end;

create table houvast.casus (
  regio_id uuid not null,
  id uuid not null,
  nummer text not null,
  aanduiding text not null,
  status text not null check (status in ('open', 'gesloten')),
  fase smallint check (fase between 1 and 5),
  regisseur_id uuid,
  gemeentecode text,
  acuut boolean not null default false,
  geopend_op timestamptz not null,
  gesloten_op timestamptz,
  sluitreden text,
  samengevoegd_in uuid,
  versie integer not null default 1,
  primary key (regio_id, id),
  unique (regio_id, nummer),
  foreign key (regio_id, regisseur_id) references houvast.medewerker,
  foreign key (regio_id, samengevoegd_in) references houvast.casus,
  constraint gesloten_met_reden check ((status = 'gesloten') = (gesloten_op is not null and sluitreden is not null))
);
create index on houvast.casus (regio_id, geopend_op desc, id desc);
create index on houvast.casus (regio_id, samengevoegd_in) where samengevoegd_in is not null;
create index on houvast.casus (regio_id, regisseur_id) where status = 'open';

-- Which organisation has a part in which casus. The row-level wall of everything that hangs on a casus.
create table houvast.betrokkenheid (
  regio_id uuid not null,
  casus_id uuid not null,
  organisatie_id uuid not null,
  grond text not null,
  vanaf timestamptz not null,
  tot timestamptz,
  primary key (regio_id, casus_id, organisatie_id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, organisatie_id) references houvast.organisatie
);
create index on houvast.betrokkenheid (regio_id, organisatie_id, casus_id);
select houvast.beveilig('houvast.betrokkenheid', 'select, insert, update',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or (select houvast.ctx_systeem())');
-- Nobody lets themselves in: a part is given by a decided act that looks across the wall (overGrens), and ends in the same way.
create policy geven on houvast.betrokkenheid as restrictive for insert to houvast_app with check ((select houvast.ctx_systeem()));
create policy nemen on houvast.betrokkenheid as restrictive for update to houvast_app using ((select houvast.ctx_systeem()));

create function houvast.beveilig_bij_casus(tabel regclass, rechten text, extra text default 'false') returns void
language plpgsql as $$
begin
  perform houvast.beveilig(tabel, rechten, format(
    '(select houvast.ctx_systeem()) or (%s) or exists (select from houvast.betrokkenheid b where b.regio_id = %2$s.regio_id
       and b.casus_id = %2$s.%3$s and b.organisatie_id = (select houvast.ctx_casusorganisatie())
       and (b.tot is null or b.tot > (select houvast.ctx_nu())))',
    extra, tabel, case when tabel = 'houvast.casus'::regclass then 'id' else 'casus_id' end));
end $$;
revoke all on function houvast.beveilig_bij_casus(regclass, text, text) from public;

select houvast.beveilig_bij_casus('houvast.casus', 'select, insert, update');

-- For a table of which the own organisation sees its rows whatever became of the casus: a new row still needs a part in the casus,
-- and a row does not move to another.
create function houvast.casus_blijft() returns trigger language plpgsql as $$
begin
  if current_user = 'houvast_app' and not houvast.ctx_systeem() then
    raise exception 'houvast: a row of % stays with its casus', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create function houvast.alleen_in_eigen_casus(tabel regclass) returns void language plpgsql as $$
begin
  execute format('create policy eigen_casus on %1$s as restrictive for insert to houvast_app with check ((select houvast.ctx_systeem())
    or casus_id is null or exists (select from houvast.betrokkenheid b where b.regio_id = %1$s.regio_id and b.casus_id = %1$s.casus_id
      and b.organisatie_id = (select houvast.ctx_casusorganisatie()) and (b.tot is null or b.tot > (select houvast.ctx_nu()))))', tabel);
  execute format('create trigger casus_blijft before update of casus_id on %s for each row
    when (old.casus_id is distinct from new.casus_id) execute function houvast.casus_blijft()', tabel);
end $$;
revoke all on function houvast.alleen_in_eigen_casus(regclass) from public;

create sequence houvast.casusnummer;
grant usage on sequence houvast.casusnummer to houvast_app;

-- ── Zicht (P1) ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- The periods in which a casus was open.
create table houvast.casus_periode (
  regio_id uuid not null,
  casus_id uuid not null,
  vanaf timestamptz not null,
  tot timestamptz,
  primary key (regio_id, casus_id, vanaf),
  foreign key (regio_id, casus_id) references houvast.casus,
  check (isfinite(vanaf) and (tot is null or (isfinite(tot) and tot > vanaf))),
  exclude using gist (regio_id with =, casus_id with =, tstzrange(vanaf, tot) with &&)
);
select houvast.beveilig_bij_casus('houvast.casus_periode', 'select, insert, update');

-- Who keeps watch over safety, from when until when.
create table houvast.zicht (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  organisatie_id uuid not null,
  vanaf timestamptz not null,
  tot timestamptz,
  grond text not null,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, organisatie_id) references houvast.organisatie,
  check (isfinite(vanaf) and (tot is null or (isfinite(tot) and tot > vanaf))),
  -- never two at one moment
  exclude using gist (regio_id with =, casus_id with =, tstzrange(vanaf, tot) with &&)
);
create unique index een_houder on houvast.zicht (regio_id, casus_id) where tot is null;
create index on houvast.zicht (regio_id, organisatie_id) where tot is null;
select houvast.beveilig_bij_casus('houvast.zicht', 'select, insert, update');

-- A past holder stays the past holder: only the open end of a row can be set, once.
create function houvast.alleen_einde_zetten() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'houvast: % keeps its history', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  if old.tot is not null or to_jsonb(new) - 'tot' <> to_jsonb(old) - 'tot' then
    raise exception 'houvast: of % only the open end can be set, once', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger einde before update or delete on houvast.zicht for each row execute function houvast.alleen_einde_zetten();
create trigger einde before update or delete on houvast.casus_periode for each row execute function houvast.alleen_einde_zetten();
create function houvast.nooit_leeg() returns trigger language plpgsql as $$
begin
  raise exception 'houvast: % cannot be emptied', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger nooit_leeg before truncate on houvast.zicht for each statement execute function houvast.nooit_leeg();
create trigger nooit_leeg before truncate on houvast.casus_periode for each statement execute function houvast.nooit_leeg();

-- Never none: at commit the rows of zicht tile the open periods of the casus exactly, an open casus has an open period,
-- and its holder is an organisation that is not closed. Deferred, so that one act can end one holder and begin the next.
create function houvast.zicht_sluit_aan() returns trigger language plpgsql security definer
set search_path = houvast, pg_temp as $$
declare
  k_regio uuid := coalesce(new.regio_id, old.regio_id);
  k_casus uuid;
  s text;
  dicht timestamptz;
begin
  k_casus := (to_jsonb(coalesce(new, old)) ->> case tg_table_name when 'casus' then 'id' else 'casus_id' end)::uuid;
  -- with read committed two acts on one casus wait for each other here, so that neither judges half a truth
  select status into s from casus where regio_id = k_regio and id = k_casus for update;
  if s is null then
    raise exception 'houvast: casus % is gone while it had zicht', k_casus using errcode = 'check_violation';
  end if;
  if (select coalesce(range_agg(tstzrange(vanaf, tot)), '{}') from zicht where regio_id = k_regio and casus_id = k_casus)
     is distinct from
     (select coalesce(range_agg(tstzrange(vanaf, tot)), '{}') from casus_periode where regio_id = k_regio and casus_id = k_casus)
  then
    raise exception 'houvast: casus % would have a moment without holder of zicht', k_casus using errcode = 'check_violation';
  end if;
  if (s = 'open') is distinct from exists (select from zicht where regio_id = k_regio and casus_id = k_casus and tot is null) then
    raise exception 'houvast: casus % is % and its zicht says otherwise', k_casus, s using errcode = 'check_violation';
  end if;
  -- the share lock makes a closing of the holder and this act wait for each other
  select o.gesloten_op into dicht from zicht z join organisatie o on o.regio_id = z.regio_id and o.id = z.organisatie_id
    where z.regio_id = k_regio and z.casus_id = k_casus and z.tot is null for share of o;
  if dicht is not null then
    raise exception 'houvast: casus % would be held by a closed organisation', k_casus using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger sluit_aan after insert or update or delete on houvast.zicht
  deferrable initially deferred for each row execute function houvast.zicht_sluit_aan();
create constraint trigger sluit_aan after insert or update or delete on houvast.casus_periode
  deferrable initially deferred for each row execute function houvast.zicht_sluit_aan();
create constraint trigger sluit_aan after insert or update of status or delete on houvast.casus
  deferrable initially deferred for each row execute function houvast.zicht_sluit_aan();

-- An organisation that closes leaves nobody unwatched: everything it held has passed on before commit.
create function houvast.sluit_leeg() returns trigger language plpgsql security definer
set search_path = houvast, pg_temp as $$
begin
  if exists (select from organisatie o join zicht z on z.regio_id = o.regio_id and z.organisatie_id = o.id and z.tot is null
      where o.regio_id = new.regio_id and o.id = new.id and o.gesloten_op is not null) then
    raise exception 'houvast: organisatie % closes while it still holds zicht', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger sluit_leeg after update of gesloten_op on houvast.organisatie
  deferrable initially deferred for each row execute function houvast.sluit_leeg();
revoke all on function houvast.zicht_sluit_aan(), houvast.sluit_leeg() from public;
-- Who held a casus last, or the organisation that followed where that one closed; null when nobody ever did.
create function houvast.laatste_houder(regio uuid, casus uuid) returns uuid language sql stable
begin atomic
  with recursive laatste as (
    select z.organisatie_id as id from houvast.zicht z where z.regio_id = laatste_houder.regio and z.casus_id = laatste_houder.casus
    order by z.vanaf desc limit 1
  ), opvolging as (
    select o.id, o.gesloten_op, o.opvolger_id from houvast.organisatie o join laatste l on l.id = o.id where o.regio_id = laatste_houder.regio
    union all
    select o.id, o.gesloten_op, o.opvolger_id from houvast.organisatie o join opvolging v on o.id = v.opvolger_id and v.gesloten_op is not null
      where o.regio_id = laatste_houder.regio
  ) cycle id set rond using pad
  select o.id from opvolging o where o.gesloten_op is null and not o.rond limit 1;
end;

-- The two guards judge the whole truth, not what the caller may see.
create policy wachter on houvast.casus to houvast_owner using (true);
create policy wachter on houvast.casus_periode for select to houvast_owner using (true);
create policy wachter on houvast.zicht for select to houvast_owner using (true);

-- Which casussen the asking organisation has a part in, searched by words. The owner answers, because row-level security checks
-- each row before a text may be compared (like is not leakproof): on a register of ten years that is felt at every letter. It
-- answers with ids, for the own organisation only; what is shown of them is read under the policies. A melder or the police who call
-- give the number that they were given: whole, it finds the casus too, for the Veilig Thuis that received the report. Not for another
-- with a part in it: whoever knows the number of a report is whoever made it, and that may have to stay hidden.
create policy wachter on houvast.betrokkenheid for select to houvast_owner using (true);
create function houvast.casus_zoek(woorden text[], nummer text, stand text, in_fase smallint, regie boolean, hoogstens integer, vanaf integer)
  returns table (id uuid)
language plpgsql stable security definer set search_path = houvast, pg_temp
-- an organisation with every casus walks them newest first, one with a few sorts its own: the plan looks at who asks
set plan_cache_mode = force_custom_plan rows 50 as $$
#variable_conflict use_column
declare
  hier uuid := ctx_regio();
  wij uuid := ctx_casusorganisatie();
  ik uuid := ctx_medewerker();
  nu timestamptz := ctx_nu();
  dicht uuid[] := ctx_dicht();
  gemeld uuid[] := array(select m.casus_id from melding m where m.regio_id = hier and m.organisatie_id = wij
    and m.nummer = upper(casus_zoek.nummer)
    union select m.casus_id from melding m where m.regio_id = hier and m.organisatie_id = wij
    and lower(m.registratienummer) = lower(casus_zoek.nummer));
begin
  return query
  select c.id from betrokkenheid b
  join casus c on c.regio_id = b.regio_id and c.id = b.casus_id
  where b.regio_id = hier and b.organisatie_id = wij and c.id <> all (dicht)
    -- of what is over for us only the own dossier is left: found by who looks for it, and not by what it became
    and (b.tot is null or b.tot > nu or not casus_zoek.regie and casus_zoek.in_fase is null
      and (casus_zoek.woorden <> '{}' or casus_zoek.stand = 'gesloten'))
    and (casus_zoek.stand is null or c.status = casus_zoek.stand)
    and (casus_zoek.in_fase is null or c.fase = casus_zoek.in_fase)
    and (not casus_zoek.regie or c.regisseur_id = ik or exists (select from termijn t where t.regio_id = hier and t.casus_id = c.id
      and t.eigenaar_organisatie_id = wij and t.eigenaar_medewerker_id = ik and t.afgerond_op is null))
    and (casus_zoek.woorden = '{}' or c.id = any (gemeld) or not exists (select from unnest(casus_zoek.woorden) w
      where ' ' || lower(c.aanduiding) not like '% ' || w || '%' and lower(c.nummer) not like '%' || w || '%'))
  order by c.geopend_op desc, c.id desc
  limit casus_zoek.hoogstens offset casus_zoek.vanaf;
end $$;
revoke all on function houvast.casus_zoek(text[], text, text, smallint, boolean, integer, integer) from public;
grant execute on function houvast.casus_zoek(text[], text, text, smallint, boolean, integer, integer) to houvast_app;

-- ── Persoon ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Who we believe someone is: an id and nothing else. What is known stands in the vermeldingen.
create table houvast.persoon (
  regio_id uuid not null,
  id uuid not null,
  gemaakt_op timestamptz not null,
  primary key (regio_id, id)
);

-- A mention of a person, as it was given. Immutable.
create table houvast.vermelding (
  regio_id uuid not null,
  id uuid not null,
  organisatie_id uuid not null,
  bron text not null,
  gegeven_op timestamptz not null,
  bsn text,
  bsn_sleutel text,
  voornamen text,
  voorletters text,
  tussenvoegsel text,
  achternaam text,
  partner_tussenvoegsel text,
  partner_achternaam text,
  geboortejaar smallint,
  geboortemaand smallint,
  geboortedag smallint,
  geslacht text,
  straat text,
  huisnummer text,
  huisletter text,
  toevoeging text,
  postcode text,
  woonplaats text,
  land text,
  geheim_adres boolean not null default false,
  telefoon text[] not null default '{}',
  email text[] not null default '{}',
  -- what is doubtful about what was given, kept with it: [{veld, reden}]
  twijfels jsonb not null default '[]',
  -- the numbers of its keys (radar/sleutelgetal.ts); below zero that of a BSN
  sleutels bigint[] not null default '{}',
  primary key (regio_id, id),
  foreign key (regio_id, organisatie_id) references houvast.organisatie
);
create index vermelding_sleutels on houvast.vermelding using gin (sleutels) with (fastupdate = off);
create trigger bijschrijven before update or delete or truncate on houvast.vermelding
  for each statement execute function houvast.alleen_bijschrijven();

-- The belief: this mention is that person. One at a time; a change ends the row and begins another.
create table houvast.koppeling (
  regio_id uuid not null,
  id uuid not null,
  vermelding_id uuid not null,
  persoon_id uuid not null,
  vanaf timestamptz not null,
  tot timestamptz,
  grond text not null,
  medewerker_id uuid,
  primary key (regio_id, id),
  foreign key (regio_id, vermelding_id) references houvast.vermelding,
  foreign key (regio_id, persoon_id) references houvast.persoon,
  check (tot is null or tot >= vanaf)
);
create unique index een_persoon on houvast.koppeling (regio_id, vermelding_id) where tot is null;
create index on houvast.koppeling (regio_id, persoon_id) where tot is null;
create index on houvast.koppeling (regio_id, vermelding_id) where tot is not null;

-- The people of a casus, one row per mention; the screen shows one line per person.
create table houvast.casus_persoon (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  vermelding_id uuid not null,
  rol text not null,
  relatie text,
  directbetrokken boolean not null default true,
  vanaf timestamptz not null,
  tot timestamptz,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, vermelding_id) references houvast.vermelding
);
create index on houvast.casus_persoon (regio_id, casus_id);
create index on houvast.casus_persoon (regio_id, vermelding_id);
select houvast.beveilig_bij_casus('houvast.casus_persoon', 'select, insert, update');

select houvast.beveilig('houvast.vermelding', 'select, insert',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or (select houvast.ctx_systeem()) or exists (select from houvast.casus_persoon cp
     where cp.regio_id = vermelding.regio_id and cp.vermelding_id = vermelding.id)');
select houvast.beveilig('houvast.koppeling', 'select, insert, update',
  'exists (select from houvast.vermelding v where v.regio_id = koppeling.regio_id and v.id = koppeling.vermelding_id)');
-- An id alone tells nothing; the region is the wall.
select houvast.beveilig('houvast.persoon', 'select, insert', 'true');

-- What was said or found stays as it was (P5): only the named columns of a row may change, such as the casus that it belongs
-- to when two casussen turn out to be one household.
create function houvast.alleen_deze_kolommen() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv then
    raise exception 'houvast: % is added to, not rewritten', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- ── Uitspraak ───────────────────────────────────────────────────────────────────────────────────────────────────────
create table houvast.uitspraak (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  melding_id uuid,
  organisatie_id uuid not null,
  medewerker_id uuid,
  soort text not null check (soort in ('feit', 'waarneming', 'professioneel_oordeel', 'mening', 'van_horen_zeggen')),
  tekst text not null,
  bron text not null,
  gebeurd_op text,
  vastgelegd_op timestamptz not null,
  -- may lead to the melder: stays inside the organisation that received it
  afgeschermd boolean not null default false,
  -- from when others may read it as well: nothing in it may lead to the melder or a hiding place, or a person looked and let it go.
  -- Until then it stays inside the organisation too (P4).
  vrij_op timestamptz,
  verbetert_id uuid,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus
);
create index on houvast.uitspraak (regio_id, casus_id, vastgelegd_op);
select houvast.beveilig_bij_casus('houvast.uitspraak', 'select, insert, update');
create policy afgeschermd on houvast.uitspraak as restrictive to houvast_app using
  (vrij_op is not null and not afgeschermd or organisatie_id = (select houvast.ctx_casusorganisatie()) or (select houvast.ctx_systeem()));
create trigger blijft before update on houvast.uitspraak
  for each row execute function houvast.alleen_deze_kolommen('casus_id', 'melding_id', 'afgeschermd', 'vrij_op');

-- The other side, on the record, at the very statement.
create table houvast.wederhoor (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  uitspraak_id uuid not null,
  door text not null,
  reactie text not null,
  oneens boolean not null,
  op timestamptz not null,
  medewerker_id uuid,
  primary key (regio_id, id),
  foreign key (regio_id, uitspraak_id) references houvast.uitspraak,
  foreign key (regio_id, casus_id) references houvast.casus
);
select houvast.beveilig_bij_casus('houvast.wederhoor', 'select, insert, update');
-- a response tells what it responds to: it is seen and given by whoever sees that
create policy afgeschermd on houvast.wederhoor as restrictive to houvast_app using ((select houvast.ctx_systeem()) or exists
  (select from houvast.uitspraak u where u.regio_id = wederhoor.regio_id and u.id = wederhoor.uitspraak_id));
create trigger blijft before update on houvast.wederhoor
  for each row execute function houvast.alleen_deze_kolommen('casus_id');

-- ── Termijn (P7) ────────────────────────────────────────────────────────────────────────────────────────────────────
-- A deadline is a row: what must be done, by whom, when, and by which clause. The worklist is a list of these.
create table houvast.termijn (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid,
  soort text not null,
  clausule text not null,
  bron text not null,
  eigenaar_organisatie_id uuid not null,
  eigenaar_team_id uuid,
  eigenaar_medewerker_id uuid,
  -- who waits for it: shown there as "wacht op anderen"
  wacht_organisatie_id uuid,
  onderwerp_soort text not null,
  onderwerp_id uuid not null,
  waarom text not null default '',
  acuut boolean not null default false,
  begint_op timestamptz not null,
  duur_aantal integer not null,
  duur_eenheid text not null,
  waarschuwt_op timestamptz,
  vervalt_op timestamptz,
  opgeschort_op timestamptz,
  -- when it runs again by itself: nothing stands still without end
  opgeschort_tot timestamptz,
  gewaarschuwd_op timestamptz,
  verstreken_op timestamptz,
  afgerond_op timestamptz,
  afgerond_hoe text,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, eigenaar_organisatie_id) references houvast.organisatie,
  -- suspended, or with an end: a deadline without a due moment does not exist
  constraint vervalt_of_opgeschort check ((vervalt_op is null) = (opgeschort_op is not null)),
  constraint opgeschort_tot_een_dag check ((opgeschort_op is null) = (opgeschort_tot is null)),
  constraint noemt_clausule check (length(clausule) > 0)
);
create index termijn_open on houvast.termijn (regio_id, eigenaar_organisatie_id, vervalt_op) where afgerond_op is null;
-- the worklist: mine, nobody's that ask attention, and the acute ones
create index termijn_van on houvast.termijn (regio_id, eigenaar_medewerker_id, vervalt_op) where afgerond_op is null;
create index termijn_van_niemand on houvast.termijn (regio_id, eigenaar_organisatie_id, waarschuwt_op)
  where afgerond_op is null and eigenaar_medewerker_id is null;
-- the clock looks every minute whether one of the few that stand still runs again
create index termijn_stil on houvast.termijn (regio_id, opgeschort_tot) where afgerond_op is null and opgeschort_tot is not null;
create index termijn_acuut on houvast.termijn (regio_id, eigenaar_organisatie_id) where afgerond_op is null and acuut;
create index termijn_wacht on houvast.termijn (regio_id, wacht_organisatie_id) where afgerond_op is null;
create index termijn_casus on houvast.termijn (regio_id, casus_id);
create index termijn_onderwerp on houvast.termijn (regio_id, onderwerp_id);
create index termijn_klok on houvast.termijn (regio_id, vervalt_op) where afgerond_op is null;
-- What is one's own, and what one waits for, is seen without looking at the casus first: the worklist stays quick.
select houvast.beveilig_bij_casus('houvast.termijn', 'select, insert, update',
  'eigenaar_organisatie_id = (select houvast.ctx_casusorganisatie()) or wacht_organisatie_id = (select houvast.ctx_casusorganisatie())');
select houvast.alleen_in_eigen_casus('houvast.termijn');
-- casus_zoek asks whose work it is
create policy wachter on houvast.termijn for select to houvast_owner using (true);

create table houvast.termijn_wijziging (
  regio_id uuid not null,
  id uuid not null,
  termijn_id uuid not null,
  soort text not null check (soort in ('opgeschort', 'hervat', 'verlengd', 'overgegaan')),
  op timestamptz not null,
  medewerker_id uuid,
  reden text not null,
  duur_aantal integer,
  duur_eenheid text,
  -- of a suspension: when it ends by itself
  tot timestamptz,
  -- whose it was, when it passed on from a name
  was_medewerker_id uuid,
  primary key (regio_id, id),
  foreign key (regio_id, termijn_id) references houvast.termijn
);
create index on houvast.termijn_wijziging (regio_id, termijn_id, op);
select houvast.beveilig('houvast.termijn_wijziging', 'select, insert',
  'exists (select from houvast.termijn t where t.regio_id = termijn_wijziging.regio_id and t.id = termijn_wijziging.termijn_id)');

-- A form that is not finished: its writer's alone, until their work goes to another.
create table houvast.concept (
  regio_id uuid not null,
  id uuid not null,
  medewerker_id uuid not null,
  -- who wrote it at an organisation that closed: whoever comes along under the same login code gets it back
  eerder_medewerker_id uuid,
  soort text not null,
  inhoud jsonb not null,
  versie integer not null,
  gewijzigd_op timestamptz not null,
  -- the id is the writer's own: what another calls theirs is another draft
  primary key (regio_id, medewerker_id, id)
);
select houvast.beveilig('houvast.concept', 'select, insert, update, delete',
  '(select houvast.ctx_systeem()) or medewerker_id = (select houvast.ctx_medewerker())');

-- The acts of a casus are read with it. Writing is everybody's who may act, also where they cannot look (a report becomes a casus
-- of another); and always in their own name.
select houvast.beveilig_bij_casus('houvast.handeling', 'select, insert',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or medewerker_id = (select houvast.ctx_medewerker())');
create policy eigen_naam on houvast.handeling as restrictive for insert to houvast_app with check ((select houvast.ctx_systeem())
  or (medewerker_id = (select houvast.ctx_medewerker()) and organisatie_id = (select houvast.ctx_organisatie())));
reset role;
