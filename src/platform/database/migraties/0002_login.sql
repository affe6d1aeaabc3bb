-- SPDX-License-Identifier: EUPL-1.2
-- Sessions of people who logged in. Only the SHA-256 of a session id is kept: who reads this table cannot use it.
-- No row-level security: a session is looked up before anyone knows which region the request is for.
set local role houvast_owner;

create table houvast.sessie (
  id_hash bytea primary key,
  medewerker_id uuid not null,
  regio_id uuid not null,
  gemaakt timestamptz not null,
  laatst_gezien timestamptz not null,
  step_up_op timestamptz,
  ingetrokken_op timestamptz,
  reden text,
  constraint id_is_sha256 check (octet_length(id_hash) = 32),
  constraint gezien_na_gemaakt check (laatst_gezien >= gemaakt),
  constraint ingetrokken_met_reden check ((ingetrokken_op is null) = (reden is null)),
  constraint bekende_reden check (reden in ('uitgelogd', 'opnieuw-ingelogd', 'ingetrokken'))
);
-- "end every session of this person" must not read the whole table
create index sessie_open on houvast.sessie (medewerker_id) where ingetrokken_op is null;

grant select, insert, update on houvast.sessie to houvast_app;

-- A revoked session stays revoked, and a session never changes owner, whoever asks.
create function houvast.sessie_blijft() returns trigger language plpgsql as $$
begin
  if (new.id_hash, new.medewerker_id, new.regio_id, new.gemaakt)
     is distinct from (old.id_hash, old.medewerker_id, old.regio_id, old.gemaakt)
     or (old.ingetrokken_op is not null and new.ingetrokken_op is distinct from old.ingetrokken_op) then
    raise exception 'houvast: a session cannot change hands or come back' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger sessie_blijft before update on houvast.sessie
  for each row execute function houvast.sessie_blijft();

-- Throws away what has had its time: answers that were kept for a second click after a day, sessions a day after they could last be used
-- (12 hours at most). For the system only.
create policy opruimen on houvast.idempotentie to houvast_owner using (houvast.ctx_systeem() and regio_id = (select houvast.ctx_regio()));
create function houvast.ruim_op(nu timestamptz) returns integer language plpgsql security definer set search_path = houvast, pg_temp as $$
declare
  weg integer;
  ook integer;
begin
  if not ctx_systeem() then
    return 0;
  end if;
  delete from idempotentie i where i.regio_id = ctx_regio() and i.gemaakt_op < ruim_op.nu - interval '1 day';
  get diagnostics weg = row_count;
  delete from sessie s where s.regio_id = ctx_regio() and s.gemaakt < ruim_op.nu - interval '36 hours';
  get diagnostics ook = row_count;
  return weg + ook;
end $$;
revoke all on function houvast.ruim_op(timestamptz) from public;
grant execute on function houvast.ruim_op(timestamptz) to houvast_app;

reset role;
