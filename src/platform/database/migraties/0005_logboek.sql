-- SPDX-License-Identifier: EUPL-1.2
-- The log of decisions, and seals over both logs (P3). Every record carries the hash of its contents into a queue, in its own transaction; a sealer
-- takes what has been committed out of the queue and binds it to all that was sealed before. Writers never wait for a seal.
set local role houvast_owner;

-- Authorization Decision Log: what was asked of decide(), and what it answered; refusals too, which leave nothing else behind.
create table houvast.besluitlog (
  regio_id uuid not null,
  id uuid not null,
  trace_id text not null,
  span_id text not null,
  event_name text not null default 'adl.access_evaluation' check (event_name = 'adl.access_evaluation'),
  -- 1 (Ok): allowed; 0 (Unset): refused
  status_code smallint not null check (status_code in (0, 1)),
  op timestamptz not null,
  -- AuthZEN: subject, action, resource, context; ids and choices only
  request jsonb not null,
  -- AuthZEN: decision, with the reasons
  response jsonb not null,
  policies jsonb not null,
  primary key (regio_id, id)
);
create index on houvast.besluitlog (regio_id, op) where status_code = 0;
create trigger bijschrijven before update or delete or truncate on houvast.besluitlog
  for each statement execute function houvast.alleen_bijschrijven();
alter table houvast.besluitlog enable row level security;
alter table houvast.besluitlog force row level security;
create policy bijschrijven on houvast.besluitlog for insert to houvast_log with check (true);
grant insert on houvast.besluitlog to houvast_log;

-- Records that are written and not sealed yet. The transaction number tells which of them can no longer be overtaken.
create table houvast.log_ongezegeld (
  regio_id uuid not null,
  id uuid not null,
  hash bytea not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (regio_id, id)
);

-- A link of the chain: which records, each with its hash, bound to the link before.
create table houvast.logzegel (
  regio_id uuid not null,
  nr bigint not null check (nr > 0),
  op timestamptz not null,
  -- hash of the link before; 32 zero bytes for the first
  vorige bytea not null check (length(vorige) = 32),
  -- per record 16 bytes id and 32 bytes hash, in order of id
  regels bytea not null check (length(regels) > 0 and length(regels) % 48 = 0),
  hash bytea not null check (length(hash) = 32),
  primary key (regio_id, nr)
);
create trigger bijschrijven before update or delete or truncate on houvast.logzegel
  for each statement execute function houvast.alleen_bijschrijven();

alter table houvast.log_ongezegeld enable row level security;
alter table houvast.log_ongezegeld force row level security;
alter table houvast.logzegel enable row level security;
alter table houvast.logzegel force row level security;
create policy zegelaar on houvast.log_ongezegeld to houvast_log using (true);
create policy zegelaar on houvast.logzegel to houvast_log using (true);
grant select, insert, delete on houvast.log_ongezegeld to houvast_log;
grant select, insert on houvast.logzegel to houvast_log;

reset role;
set local role houvast_log;

-- What a record says, hashed. What is empty is left out, so that a column that comes later changes no old hash. The moments are
-- written in the time zone of the asker, which must be UTC: log_hash sees to that for whoever asks, log_verwerking for all its records at once.
create function houvast.log_afdruk(rij anyelement) returns bytea language sql stable
  as $$ select sha256(convert_to(jsonb_strip_nulls(to_jsonb(rij))::text, 'UTF8')) $$;
revoke all on function houvast.log_afdruk(anyelement) from public;
create function houvast.log_hash(rij anyelement) returns bytea language sql stable set timezone = 'UTC'
  as $$ select houvast.log_afdruk(rij) $$;
revoke all on function houvast.log_hash(anyelement) from public;

-- Writes the decision and, when it was allowed, one record per person concerned: what they have in common once, and of each its own.
create function houvast.log_verwerking(besluit jsonb, gedeeld jsonb, records jsonb) returns void
language plpgsql security definer set search_path = houvast, pg_temp set timezone = 'UTC' as $$
declare
  samen verwerkingslog := jsonb_populate_record(null::verwerkingslog, '{"noodknop": false, "categorieen": []}'::jsonb || gedeeld);
begin
  with genomen as materialized (
    select * from jsonb_populate_record(null::besluitlog, '{"event_name": "adl.access_evaluation"}'::jsonb || besluit)
  ), geschreven as (
    insert into besluitlog select * from genomen
  )
  insert into log_ongezegeld (regio_id, id, hash) select g.regio_id, g.id, log_afdruk(g) from genomen g;
  with genomen as materialized (
    select * from jsonb_populate_recordset(samen, records)
  ), geschreven as (
    insert into verwerkingslog select * from genomen
  )
  insert into log_ongezegeld (regio_id, id, hash) select g.regio_id, g.id, log_afdruk(g) from genomen g;
end $$;
revoke all on function houvast.log_verwerking(jsonb, jsonb, jsonb) from public;
grant execute on function houvast.log_verwerking(jsonb, jsonb, jsonb) to houvast_app;

-- Seals what is committed and can no longer be overtaken: one link, or none when there is nothing. Sealers wait for each other;
-- writers wait for nobody.
create function houvast.zegel_log(regio uuid, nu timestamptz) returns integer
language plpgsql security definer set search_path = houvast, pg_temp as $$
declare
  laatste record;
  inhoud bytea;
  aantal integer;
  volgnr bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('logzegel ' || regio, 0));
  select z.nr, z.hash into laatste from logzegel z where z.regio_id = regio order by z.nr desc limit 1;
  with rijp as (
    delete from log_ongezegeld o
    where o.regio_id = regio
      -- a database that was restored elsewhere counts anew: what lies in its future was committed before
      and (o.xid < pg_snapshot_xmin(pg_current_snapshot()) or o.xid > pg_snapshot_xmax(pg_current_snapshot()))
    returning o.id, o.hash
  )
  select string_agg(uuid_send(r.id) || r.hash, ''::bytea order by r.id), count(*) into inhoud, aantal from rijp r;
  if aantal = 0 then
    return 0;
  end if;
  volgnr := coalesce(laatste.nr, 0) + 1;
  insert into logzegel (regio_id, nr, op, vorige, regels, hash)
  select regio, volgnr, zegel_log.nu, v.vorige, inhoud, sha256(v.vorige || int8send(volgnr) || inhoud)
  from (select coalesce(laatste.hash, decode(repeat('00', 32), 'hex')) as vorige) v;
  return aantal;
end $$;
revoke all on function houvast.zegel_log(uuid, timestamptz) from public;
grant execute on function houvast.zegel_log(uuid, timestamptz) to houvast_app;
reset role;
