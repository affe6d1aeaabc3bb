-- SPDX-License-Identifier: EUPL-1.2
-- A copy of the processing log goes out by OpenTelemetry, link by link of the chain of seals: nothing is passed over and nothing goes
-- out before it is sealed. The table stays the record.
set local role houvast_owner;

create table houvast.log_uitvoer (
  regio_id uuid not null,
  -- the last link whose records the receiver has
  nr bigint not null,
  op timestamptz not null,
  primary key (regio_id)
);
alter table houvast.log_uitvoer enable row level security;
alter table houvast.log_uitvoer force row level security;
create policy uitvoerder on houvast.log_uitvoer to houvast_log using (true);
grant select, insert, update on houvast.log_uitvoer to houvast_log;
create policy lezen on houvast.verwerkingslog for select to houvast_log
  using ((select houvast.ctx_systeem()) and regio_id = (select houvast.ctx_regio()));
grant select on houvast.verwerkingslog to houvast_log;

reset role;
set local role houvast_log;

-- The records of the link after the last one that went out; no row when there is none. For the system only: these are ids and
-- pseudonyms, and still nobody's business.
create function houvast.log_uit_te_voeren(regio uuid) returns table (nr bigint, records jsonb)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
declare
  vanaf bigint := coalesce((select u.nr from log_uitvoer u where u.regio_id = log_uit_te_voeren.regio), 0);
begin
  if not ctx_systeem() or ctx_regio() is distinct from log_uit_te_voeren.regio then
    return;
  end if;
  return query
  select z.nr, coalesce((select jsonb_agg(to_jsonb(v) order by v.id) from verwerkingslog v where v.regio_id = z.regio_id and v.id in (
      select encode(substring(z.regels from i * 48 + 1 for 16), 'hex')::uuid from generate_series(0, length(z.regels) / 48 - 1) i)), '[]')
  from logzegel z where z.regio_id = log_uit_te_voeren.regio and z.nr = vanaf + 1;
end $$;
revoke all on function houvast.log_uit_te_voeren(uuid) from public;
grant execute on function houvast.log_uit_te_voeren(uuid) to houvast_app;

-- The receiver has this link: the next one follows, and no other.
create function houvast.log_uitgevoerd(regio uuid, link bigint, nu timestamptz) returns void
language plpgsql security definer set search_path = houvast, pg_temp as $$
begin
  if not ctx_systeem() or ctx_regio() is distinct from log_uitgevoerd.regio then
    raise exception 'houvast: only the system exports the log' using errcode = 'insufficient_privilege';
  end if;
  insert into log_uitvoer as u (regio_id, nr, op) values (log_uitgevoerd.regio, log_uitgevoerd.link, log_uitgevoerd.nu)
  on conflict (regio_id) do update set nr = excluded.nr, op = excluded.op where u.nr = excluded.nr - 1;
end $$;
revoke all on function houvast.log_uitgevoerd(uuid, bigint, timestamptz) from public;
grant execute on function houvast.log_uitgevoerd(uuid, bigint, timestamptz) to houvast_app;
reset role;
