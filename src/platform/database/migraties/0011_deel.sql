-- SPDX-License-Identifier: EUPL-1.2
-- A part in a casus goes with a duty in it (P3): it ends in the act that ends the last one, and runs again when there is one again. What an
-- organisation received or wrote itself it keeps reading: its own dossier.
set local role houvast_owner;

-- ── Duty ────────────────────────────────────────────────────────────────────────────────────────────────────────────
create policy plicht on houvast.terugkoppeling for select to houvast_owner using (true);
create policy plicht on houvast.betrokkenheid for update to houvast_owner using (true);

-- Whether an organisation has something to do in a casus. An offer keeps the part of who was asked, if it had one; it gives none before
-- the answer (P2), so `gegeven` leaves it out.
create function houvast.heeft_plicht(regio uuid, casus uuid, organisatie uuid, gegeven boolean) returns boolean
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_variable
begin
  -- one small question after another: the holder, who is asked about most, needs only the first
  if exists (select from zicht z where z.regio_id = regio and z.casus_id = casus and z.tot is null and z.organisatie_id = organisatie) then
    return true;
  end if;
  -- work with a term; what the privacy officer decides lies beside the casus
  if exists (select from termijn t where t.regio_id = regio and t.casus_id = casus and t.eigenaar_organisatie_id = organisatie
      and t.afgerond_op is null and not (gegeven and t.soort = 'overdracht_antwoord') and not exists (select from medewerker m
        where m.regio_id = t.regio_id and m.id = t.eigenaar_medewerker_id and m.functie = 'privacyfunctionaris')) then
    return true;
  end if;
  -- whoever held a closed casus last keeps its whole dossier: it returns there
  if exists (select from casus c where c.regio_id = regio and c.id = casus and c.status = 'gesloten')
      and laatste_houder(regio, casus) = organisatie then
    return true;
  end if;
  return
    exists (select from monitormoment m where m.regio_id = regio and m.casus_id = casus and m.organisatie_id = organisatie
      and m.uitgevoerd_op is null and m.vervallen_op is null)
    or exists (select from overdracht o where o.regio_id = regio and o.casus_id = casus and o.status = 'aangeboden'
      and (o.van_organisatie_id = organisatie or o.naar_organisatie_id = organisatie and not gegeven))
    or exists (select from melding m where m.regio_id = regio and m.casus_id = casus and m.organisatie_id = organisatie
      and (m.status in ('ontvangen', 'in_beoordeling') or m.status <> 'ingetrokken' and (
        exists (select from beoordeling b where b.regio_id = m.regio_id and b.melding_id = m.id and b.status <> 'vastgesteld')
        or exists (select from radar_kandidaat k where k.regio_id = m.regio_id and k.melding_id = m.id and k.oordeel = 'vraag'
          -- a mention that was joined to someone asks no more
          and not exists (select from radar_kandidaat z where z.regio_id = k.regio_id and z.vermelding_id = k.vermelding_id
            and z.oordeel in ('zelfde', 'zelf_gekoppeld'))))))
    or exists (select from terugkoppeling k where k.regio_id = regio and k.casus_id = casus and k.organisatie_id = organisatie
      and k.status = 'concept');
end $$;

-- Judged at commit, whatever the act was. The lock makes two acts of which one ends a duty and the other begins one wait for each other:
-- each looks again behind it. Nobody gets a first part here: that is given by a decided act.
create function houvast.deel_volgt_plicht() returns trigger
language plpgsql security definer set search_path = houvast, pg_temp as $$
declare
  rijen jsonb[] := case tg_op when 'UPDATE' then array[to_jsonb(old), to_jsonb(new)] else array[to_jsonb(new)] end;
  w record;
  eind timestamptz;
begin
  for w in
    select distinct (r ->> 'regio_id')::uuid as regio_id, coalesce(r ->> 'casus_id',
      (select m.casus_id::text from melding m where m.regio_id = (r ->> 'regio_id')::uuid and m.id = (r ->> 'melding_id')::uuid))::uuid as casus_id,
      (r ->> kolom)::uuid as organisatie_id
    from unnest(rijen) r, unnest(tg_argv) kolom order by 2, 3
  loop
    select b.tot into eind from betrokkenheid b
      where b.regio_id = w.regio_id and b.casus_id = w.casus_id and b.organisatie_id = w.organisatie_id for no key update;
    continue when not found;
    if eind is null then
      if not heeft_plicht(w.regio_id, w.casus_id, w.organisatie_id, false) then
        update betrokkenheid b set tot = ctx_nu()
          where b.regio_id = w.regio_id and b.casus_id = w.casus_id and b.organisatie_id = w.organisatie_id;
      end if;
    elsif heeft_plicht(w.regio_id, w.casus_id, w.organisatie_id, true) then
      update betrokkenheid b set tot = null
        where b.regio_id = w.regio_id and b.casus_id = w.casus_id and b.organisatie_id = w.organisatie_id;
    end if;
  end loop;
  return null;
end $$;
revoke all on function houvast.heeft_plicht(uuid, uuid, uuid, boolean), houvast.deel_volgt_plicht() from public;

do $$
declare
  t record;
begin
  for t in select * from (values
    ('zicht', 'tot', '''organisatie_id'''),
    ('termijn', 'afgerond_op, eigenaar_organisatie_id, casus_id', '''eigenaar_organisatie_id'''),
    ('monitormoment', 'uitgevoerd_op, vervallen_op, organisatie_id, casus_id', '''organisatie_id'''),
    ('overdracht', 'status, van_organisatie_id', '''van_organisatie_id'', ''naar_organisatie_id'''),
    ('melding', 'status, casus_id', '''organisatie_id'''),
    ('beoordeling', 'status, casus_id', '''organisatie_id'''),
    ('radar_kandidaat', 'oordeel', '''organisatie_id'''),
    ('terugkoppeling', 'status, casus_id', '''organisatie_id''')) as x (tabel, kolommen, wie)
  loop
    execute format('create constraint trigger deel after insert or update of %2$s on houvast.%1$I
      deferrable initially deferred for each row execute function houvast.deel_volgt_plicht(%3$s)', t.tabel, t.kolommen, t.wie);
  end loop;
end $$;
-- a part that was given, and nothing to do came of it
create constraint trigger deel after insert or update of tot on houvast.betrokkenheid
  deferrable initially deferred for each row when (new.tot is null) execute function houvast.deel_volgt_plicht('organisatie_id');

-- ── The own dossier ─────────────────────────────────────────────────────────────────────────────────────────────────
-- Whether the asker's organisation has a part in the casus now. Of a casus of which it has only its own dossier a list shows no more than
-- it received or wrote.
create function houvast.heeft_deel(casus uuid) returns boolean language sql stable
  return (select houvast.ctx_systeem()) or exists (select from houvast.betrokkenheid b where b.regio_id = (select houvast.ctx_regio())
    and b.casus_id = heeft_deel.casus and b.organisatie_id = (select houvast.ctx_casusorganisatie())
    and (b.tot is null or b.tot > (select houvast.ctx_nu())));

-- Whether a mention is of the asker's register. The owner answers: the mention asks the people of a casus, and they would ask the mention.
create function houvast.eigen_vermelding(vermelding uuid) returns boolean
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
begin
  return exists (select from vermelding v where v.regio_id = ctx_regio() and v.id = eigen_vermelding.vermelding
    and v.organisatie_id = ctx_casusorganisatie());
end $$;
revoke all on function houvast.eigen_vermelding(uuid) from public;
grant execute on function houvast.eigen_vermelding(uuid) to houvast_app;

-- What an organisation received or wrote in a casus, to read only, when its part there ended (while it runs, the part itself shows more: asking
-- for the own dossier as well would cost every row of every list). What is seen by its own organisation anyway (melding, beoordeling, termijn,
-- monitormoment, its acts) is not named here. The plan and its figures are not either: a household has one plan, and it goes with zicht. The
-- restrictive policies close what is sealed or a conflict of interest.
do $$
declare
  t record;
begin
  for t in select * from (values
    ('casus', 'id', 'true'),
    ('zicht', 'casus_id', 'organisatie_id = (select houvast.ctx_casusorganisatie())'),
    ('uitspraak', 'casus_id', 'organisatie_id = (select houvast.ctx_casusorganisatie())'),
    ('veiligheidscontrole', 'casus_id', 'organisatie_id = (select houvast.ctx_casusorganisatie())'),
    -- what was asked at an own moment of monitoring is a part of it
    ('veiligheidscijfer', 'casus_id', 'organisatie_id = (select houvast.ctx_casusorganisatie()) and monitormoment_id is not null'),
    ('casus_persoon', 'casus_id', 'houvast.eigen_vermelding(vermelding_id)')) as x (tabel, casus, eigen)
  loop
    execute format('create policy eigen_dossier on houvast.%1$I for select to houvast_app using (exists (select from houvast.betrokkenheid b
      where b.regio_id = %1$I.regio_id and b.casus_id = %1$I.%2$I and b.organisatie_id = (select houvast.ctx_casusorganisatie())
      and b.tot is not null) and %3$s)',
      t.tabel, t.casus, t.eigen);
  end loop;
end $$;
-- what was answered to an own statement while the part ran stands with it
create policy eigen_dossier on houvast.wederhoor for select to houvast_app using (exists (select from houvast.betrokkenheid b
    where b.regio_id = wederhoor.regio_id and b.casus_id = wederhoor.casus_id and b.organisatie_id = (select houvast.ctx_casusorganisatie())
    and b.tot >= wederhoor.op)
  and exists (select from houvast.uitspraak u where u.regio_id = wederhoor.regio_id and u.id = wederhoor.uitspraak_id
    and u.organisatie_id = (select houvast.ctx_casusorganisatie())));
-- whoever held what went up in another casus can make them two again (P6), also without a part in that other one
create policy bron on houvast.samenvoeging for select to houvast_app using (houvast.heeft_deel(bron_casus_id));

reset role;
