-- SPDX-License-Identifier: EUPL-1.2
-- The ground floor: roles, row-level context, who works where, acts, the processing log.
-- Written to run on PostgreSQL 15 to 18. regio_id is in every key: the region is the shard.

do $$
declare r text;
begin
  foreach r in array array['houvast_owner', 'houvast_app', 'houvast_log'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
    if not pg_has_role(current_user, r, 'member') then
      execute format('grant %I to current_user', r);
    end if;
  end loop;
end $$;

-- btree_gist: uuid equality inside the exclusion constraint that guards zicht (P1).
create extension if not exists btree_gist with schema public;

grant usage on schema houvast to houvast_owner, houvast_app, houvast_log;
grant create on schema houvast to houvast_owner, houvast_log;

-- Wakes things up later, in the same transaction as the act that asks for it. Owned by the migrating user, because
-- the queue's own tables are not for the app role. The payload holds ids only. No key stands in it twice.
create function houvast.plan_taken(taken text[], inhouden text[], momenten timestamptz[], sleutels text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_jobs(array(
    select row(t.taak, t.inhoud::json, null, t.op, 25, t.sleutel, null, null)::graphile_worker.job_spec
    from unnest(taken, inhouden, momenten, sleutels) with ordinality t (taak, inhoud, op, sleutel, nr) order by t.nr));
end $$;
revoke all on function houvast.plan_taken(text[], text[], timestamptz[], text[]) from public;
grant execute on function houvast.plan_taken(text[], text[], timestamptz[], text[]) to houvast_app;

set local role houvast_owner;

-- The row-level context. Set per transaction by the doors (act, read); with nothing set every policy is false.
create function houvast.ctx_regio() returns uuid language sql stable parallel safe
  return nullif(current_setting('houvast.regio', true), '')::uuid;
create function houvast.ctx_organisatie() returns uuid language sql stable parallel safe
  return nullif(current_setting('houvast.organisatie', true), '')::uuid;
create function houvast.ctx_medewerker() returns uuid language sql stable parallel safe
  return nullif(current_setting('houvast.medewerker', true), '')::uuid;
-- 'systeem' is the clock and the sweep at work: it sees its region, and acts under its own name.
create function houvast.ctx_systeem() returns boolean language sql stable parallel safe
  return coalesce(current_setting('houvast.functie', true), '') = 'systeem';
-- The moment of this act by Houvast's clock, which in a demo or a test is not the machine's.
create function houvast.ctx_nu() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('houvast.nu', true), '')::timestamptz, now());

-- Forces row-level security on a table, with one policy for reading and writing, and gives the app its grants.
create function houvast.beveilig(tabel regclass, rechten text, voorwaarde text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tabel);
  execute format('alter table %s force row level security', tabel);
  execute format('create policy regio on %s as restrictive to houvast_app using (regio_id = (select houvast.ctx_regio()))', tabel);
  execute format('create policy deur on %s using (%s)', tabel, voorwaarde);
  execute format('grant %s on %s to houvast_app', rechten, tabel);
end $$;
revoke all on function houvast.beveilig(regclass, text, text) from public;

-- A history is added to, never rewritten: the listed tables refuse every update and delete, whoever asks.
create function houvast.alleen_bijschrijven() returns trigger language plpgsql as $$
begin
  raise exception 'houvast: % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create table houvast.regio (
  regio_id uuid primary key,
  naam text not null,
  fictief boolean not null default false,
  instellingen jsonb not null default '{}'
);
select houvast.beveilig('houvast.regio', 'select', 'true');

create table houvast.organisatie (
  regio_id uuid not null references houvast.regio,
  id uuid not null,
  naam text not null,
  soort text not null,
  gemeentecode text,
  contact text,
  gesloten_op timestamptz,
  opvolger_id uuid,
  primary key (regio_id, id),
  foreign key (regio_id, opvolger_id) references houvast.organisatie (regio_id, id),
  -- what an organisation holds must go somewhere: it cannot close without a successor
  constraint gesloten_heeft_opvolger check (gesloten_op is null or (opvolger_id is not null and opvolger_id <> id))
);
select houvast.beveilig('houvast.organisatie', 'select, update', 'true');

create table houvast.team (
  regio_id uuid not null,
  id uuid not null,
  organisatie_id uuid not null,
  naam text not null,
  primary key (regio_id, id),
  foreign key (regio_id, organisatie_id) references houvast.organisatie
);
select houvast.beveilig('houvast.team', 'select', 'true');

create table houvast.medewerker (
  regio_id uuid not null,
  id uuid not null,
  organisatie_id uuid not null,
  team_id uuid,
  naam text not null,
  functie text not null,
  -- as the identity provider calls this person (sub); null: cannot log in yet
  inlogcode text,
  actief boolean not null default true,
  versie integer not null default 1,
  primary key (regio_id, id),
  foreign key (regio_id, organisatie_id) references houvast.organisatie,
  foreign key (regio_id, team_id) references houvast.team
);
select houvast.beveilig('houvast.medewerker', 'select, insert', 'true');
grant update (naam, functie, team_id, inlogcode, actief, versie) on houvast.medewerker to houvast_app;
create index on houvast.medewerker (regio_id, organisatie_id);
-- One person at the identity provider is one worker now; who left may come back as another.
create unique index een_inlog on houvast.medewerker (inlogcode) where actief;

-- Login knows a subject, not yet a region. Two narrow answers before there is a context: whose login this is, and who that is, and where.
create function houvast.wie_is(medewerker uuid)
  returns table (regio_id uuid, id uuid, naam text, functie text, organisatie_id uuid, organisatie_naam text,
                 organisatie_soort text, team_id uuid, fictief boolean)
language sql stable security definer set search_path = houvast, pg_temp
begin atomic
  select m.regio_id, m.id, m.naam, m.functie, o.id, o.naam, o.soort, m.team_id, r.fictief
  from houvast.medewerker m
  join houvast.organisatie o on o.regio_id = m.regio_id and o.id = m.organisatie_id
  join houvast.regio r on r.regio_id = m.regio_id
  where m.id = wie_is.medewerker and m.actief;
end;
-- The owner answers for this one question; force row level security would otherwise silence it.
create policy eigenaar_leest on houvast.medewerker for select to houvast_owner using (true);
create policy eigenaar_leest on houvast.organisatie to houvast_owner using (true);
create policy eigenaar_leest on houvast.regio for select to houvast_owner using (true);
create function houvast.wie_logt_in(inlogcode text) returns table(regio_id uuid, id uuid)
language sql stable security definer set search_path = houvast, pg_temp
begin atomic
  select m.regio_id, m.id from houvast.medewerker m where m.inlogcode = wie_logt_in.inlogcode and m.actief;
end;
revoke all on function houvast.wie_is(uuid), houvast.wie_logt_in(text) from public;
grant execute on function houvast.wie_is(uuid), houvast.wie_logt_in(text) to houvast_app;

-- Every act, whole: who, on behalf of whom, when, with what purpose, what. Nothing happens without one.
create table houvast.handeling (
  regio_id uuid not null,
  id uuid not null,
  soort text not null,
  op timestamptz not null,
  medewerker_id uuid,
  organisatie_id uuid,
  namens text not null,
  doel text not null,
  casus_id uuid,
  onderwerp_id uuid,
  inhoud jsonb not null default '{}',
  primary key (regio_id, id)
);
create index on houvast.handeling (regio_id, casus_id, op);
create trigger bijschrijven before update or delete or truncate on houvast.handeling
  for each statement execute function houvast.alleen_bijschrijven();

-- Logboek Dataverwerkingen: one record per processing per person concerned, in the shape of a span.
-- The person concerned is a keyed pseudonym (HMAC), never a name or a BSN.
create table houvast.verwerkingslog (
  regio_id uuid not null,
  id uuid not null,
  trace_id text not null,
  span_id text not null,
  parent_span_id text,
  status_code smallint not null default 0,
  name text not null,
  start_time timestamptz not null,
  end_time timestamptz not null,
  foreign_operation jsonb,
  processing_activity_id text not null,
  data_subject_id text,
  data_subject_id_type text,
  medewerker_id uuid,
  organisatie_id uuid,
  functie text not null,
  namens text not null,
  doel text not null,
  -- the casus that was looked into
  casus_id uuid,
  -- the casussen in which a list showed this person, by a look that opened none of them
  getoond_in uuid[] check (casus_id is null or getoond_in is null),
  categorieen text[] not null default '{}',
  noodknop boolean not null default false,
  beleidsversie text not null,
  primary key (regio_id, id)
);
create index on houvast.verwerkingslog (regio_id, casus_id, start_time) where casus_id is not null;
create index on houvast.verwerkingslog using gin (getoond_in) where getoond_in is not null;
create index on houvast.verwerkingslog (regio_id, data_subject_id, start_time);
create index on houvast.verwerkingslog (regio_id, medewerker_id, start_time);
alter table houvast.verwerkingslog enable row level security;
alter table houvast.verwerkingslog force row level security;
create policy bijschrijven on houvast.verwerkingslog for insert to houvast_log with check (true);
grant insert on houvast.verwerkingslog to houvast_log;
create trigger bijschrijven before update or delete or truncate on houvast.verwerkingslog
  for each statement execute function houvast.alleen_bijschrijven();

-- One answer per key: a nervous second click gets the first answer again. It is kept for a day; whom it is about is kept with it, so
-- that showing it again is on record.
create table houvast.idempotentie (
  regio_id uuid not null,
  medewerker_id uuid not null,
  sleutel text not null,
  verzoek_hash text not null,
  antwoord jsonb not null,
  personen uuid[] not null default '{}',
  over_casus uuid,
  gemaakt_op timestamptz not null,
  primary key (regio_id, medewerker_id, sleutel)
);
create index on houvast.idempotentie (regio_id, gemaakt_op);
-- a draft that was passed on has the key of who wrote it first
create index on houvast.idempotentie (regio_id, sleutel);
select houvast.beveilig('houvast.idempotentie', 'select, insert, delete',
  '(select houvast.ctx_systeem()) or medewerker_id = (select houvast.ctx_medewerker())');

reset role;
