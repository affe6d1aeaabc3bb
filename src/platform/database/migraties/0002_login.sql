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

reset role;
