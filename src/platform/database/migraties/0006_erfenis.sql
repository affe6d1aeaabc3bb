-- SPDX-License-Identifier: EUPL-1.2
-- An organisation that closes leaves its register to its successor: meldingen, assessments, questions of the radar, what is owed to
-- melders. What was received stays as it was; only who keeps it changes. `handeling` still says who received it at the time.
set local role houvast_owner;

drop trigger bijschrijven on houvast.vermelding;
create trigger bijschrijven before delete or truncate on houvast.vermelding
  for each statement execute function houvast.alleen_bijschrijven();
create trigger blijft before update on houvast.vermelding
  for each row execute function houvast.alleen_deze_kolommen('organisatie_id');

drop trigger bijschrijven on houvast.jzv_bericht;
create trigger bijschrijven before delete or truncate on houvast.jzv_bericht
  for each statement execute function houvast.alleen_bijschrijven();
create trigger blijft before update on houvast.jzv_bericht
  for each row execute function houvast.alleen_deze_kolommen('naar_organisatie_id');

drop trigger bijschrijven on houvast.radar_oordeel;
create trigger bijschrijven before delete or truncate on houvast.radar_oordeel
  for each statement execute function houvast.alleen_bijschrijven();
create trigger blijft before update on houvast.radar_oordeel
  for each row execute function houvast.alleen_deze_kolommen('organisatie_id');

drop trigger bijschrijven on houvast.beoordeling_stap;
create trigger bijschrijven before delete or truncate on houvast.beoordeling_stap
  for each statement execute function houvast.alleen_bijschrijven();
create trigger blijft before update on houvast.beoordeling_stap
  for each row execute function houvast.alleen_deze_kolommen('organisatie_id');

drop trigger blijft on houvast.bijlage;
create trigger blijft before update on houvast.bijlage
  for each row execute function houvast.alleen_deze_kolommen('casus_id', 'organisatie_id');

drop trigger blijft on houvast.uitspraak;
create trigger blijft before update on houvast.uitspraak
  for each row execute function houvast.alleen_deze_kolommen('casus_id', 'melding_id', 'afgeschermd', 'vrij_op', 'organisatie_id');

-- The owner moves them, and only from an organisation that is closed to the one that follows it up.
create function houvast.erft(van uuid, naar uuid) returns void
language plpgsql security definer set search_path = houvast, pg_temp as $$
declare
  tabel text;
  kolom text;
begin
  if not ctx_systeem() or not exists (select from organisatie o where o.regio_id = ctx_regio() and o.id = erft.van
      and o.gesloten_op is not null and o.opvolger_id = erft.naar) then
    raise exception 'houvast: only the successor of a closed organisation takes over what it kept' using errcode = 'insufficient_privilege';
  end if;
  for tabel, kolom in values
    ('melding', 'organisatie_id'), ('melder', 'organisatie_id'), ('bijlage', 'organisatie_id'), ('advies', 'organisatie_id'),
    ('jzv_bericht', 'naar_organisatie_id'), ('uitkomstmelding', 'organisatie_id'), ('vermelding', 'organisatie_id'),
    ('uitspraak', 'organisatie_id'), ('beoordeling', 'organisatie_id'), ('beoordeling_stap', 'organisatie_id'), ('radar_kandidaat', 'organisatie_id'),
    ('radar_oordeel', 'organisatie_id'), ('terugkoppeling', 'organisatie_id')
  loop
    execute format('update houvast.%I set %2$I = $1 where regio_id = $2 and %2$I = $3', tabel, kolom)
      using erft.naar, ctx_regio(), erft.van;
  end loop;
  -- who reported from there follows it on from the successor; the police keep the numbers of their own system
  update melding set melder_organisatie_id = erft.naar
    where regio_id = ctx_regio() and melder_organisatie_id = erft.van and kanaal <> 'jzv';
  -- what others shared with it ends: they shared it with nobody else. What it shared itself, its successor can take back
  update deling set ingetrokken_op = ctx_nu(), ingetrokken_reden = 'De organisatie is gesloten.'
    where regio_id = ctx_regio() and ingetrokken_op is null
      and (naar_organisatie_id = erft.van or (van_organisatie_id = erft.van and naar_organisatie_id = erft.naar));
  update deling set van_organisatie_id = erft.naar
    where regio_id = ctx_regio() and van_organisatie_id = erft.van and naar_organisatie_id <> erft.naar;
  -- who worked there does not any more; the successor lets in whom it wants, under the same login code
  update medewerker set actief = false, versie = versie + 1
    where regio_id = ctx_regio() and organisatie_id = erft.van and actief;
  update sessie set ingetrokken_op = ctx_nu(), reden = 'ingetrokken'
    where ingetrokken_op is null and medewerker_id in (select m.id from medewerker m where m.regio_id = ctx_regio() and m.organisatie_id = erft.van);
  -- how common a name is in the joined register is counted anew
  delete from radar_naamtelling r where r.regio_id = ctx_regio() and r.organisatie_id = erft.van;
end $$;
revoke all on function houvast.erft(uuid, uuid) from public;
grant execute on function houvast.erft(uuid, uuid) to houvast_app;

do $$
declare tabel text;
begin
  foreach tabel in array array['melding', 'melder', 'bijlage', 'advies', 'jzv_bericht', 'uitkomstmelding', 'vermelding', 'uitspraak',
    'beoordeling', 'beoordeling_stap', 'radar_kandidaat', 'radar_oordeel', 'terugkoppeling', 'radar_naamtelling']
  loop
    execute format('create policy erfenis on houvast.%I to houvast_owner using (houvast.ctx_systeem() and regio_id = (select houvast.ctx_regio()))', tabel);
  end loop;
end $$;

reset role;
