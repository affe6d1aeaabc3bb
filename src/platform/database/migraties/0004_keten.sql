-- SPDX-License-Identifier: EUPL-1.2
-- The stations: melding, radar, beoordeling, overdracht, plan, monitoring.
set local role houvast_owner;

create sequence houvast.meldingnummer;
create sequence houvast.adviesnummer;
grant usage on sequence houvast.meldingnummer, houvast.adviesnummer to houvast_app;

-- ── Melding ─────────────────────────────────────────────────────────────────────────────────────────────────────────
create table houvast.melding (
  regio_id uuid not null,
  id uuid not null,
  nummer text not null,
  casus_id uuid not null,
  -- the Veilig Thuis that received it, and the organisation that sent it (none: a citizen)
  organisatie_id uuid not null,
  melder_organisatie_id uuid,
  medewerker_id uuid,
  kanaal text not null check (kanaal in ('jzv', 'telefoon', 'professional', 'advies')),
  registratienummer text,
  ontvangen_op timestamptz not null,
  status text not null check (status in ('ontvangen', 'in_beoordeling', 'beoordeeld', 'ingetrokken')),
  melder_groep text not null,
  melder_rol text,
  aard text[] not null default '{}',
  aanvullend text[] not null default '{}',
  duur text not null default 'onbekend',
  acuut boolean not null default false,
  acuut_toelichting text,
  kindcheck text not null default 'onbekend',
  kindcheck_toelichting text,
  gemeentecode text,
  terugkoppeling_gewenst boolean not null default true,
  betrokkenheid text not null default 'niet ingedeeld',
  betrokkenheid_uitleg text not null default '',
  twijfels jsonb not null default '[]',
  primary key (regio_id, id),
  unique (regio_id, nummer),
  foreign key (regio_id, casus_id) references houvast.casus
);
create index on houvast.melding (regio_id, casus_id);
create index on houvast.melding (regio_id, organisatie_id, ontvangen_op desc);
create index on houvast.melding (regio_id, melder_organisatie_id, ontvangen_op desc);
-- casus_zoek finds by the number of the police
create index on houvast.melding (regio_id, organisatie_id, lower(registratienummer)) where registratienummer is not null;
-- The text of a melding may lead to the melder: it stays with who received it and who sent it.
select houvast.beveilig('houvast.melding', 'select, insert, update',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or melder_organisatie_id = (select houvast.ctx_organisatie()) or (select houvast.ctx_systeem())');
select houvast.alleen_in_eigen_casus('houvast.melding');

create table houvast.melding_vermelding (
  regio_id uuid not null,
  melding_id uuid not null,
  vermelding_id uuid not null,
  volgnummer smallint not null,
  rol text not null,
  relatie text,
  primary key (regio_id, melding_id, vermelding_id),
  foreign key (regio_id, melding_id) references houvast.melding,
  foreign key (regio_id, vermelding_id) references houvast.vermelding
);
create index on houvast.melding_vermelding (regio_id, vermelding_id);
select houvast.beveilig('houvast.melding_vermelding', 'select, insert',
  'exists (select from houvast.melding m where m.regio_id = melding_vermelding.regio_id and m.id = melding_vermelding.melding_id)');

-- The shielded part (handbook 1.4): who reported, and how far that may be known. Only inside the receiving organisation.
create table houvast.melder (
  regio_id uuid not null,
  melding_id uuid not null,
  organisatie_id uuid not null,
  naam text,
  telefoon text,
  email text,
  bekend text not null check (bekend in ('open', 'anoniem_voor_gezin', 'anoniem')),
  grond text,
  primary key (regio_id, melding_id),
  foreign key (regio_id, melding_id) references houvast.melding
);
select houvast.beveilig('houvast.melder', 'select, insert, update', 'organisatie_id = (select houvast.ctx_casusorganisatie())');
create policy noemen on houvast.melder for insert to houvast_app with check ((select houvast.ctx_systeem()));

-- Every electronic message as it came in, also the second with the same number and the withdrawn one. Immutable.
create table houvast.jzv_bericht (
  regio_id uuid not null,
  id uuid not null,
  organisatie_id uuid not null,
  naar_organisatie_id uuid not null,
  registratienummer text not null,
  soort text not null check (soort in ('melding', 'wijziging', 'afwijkend', 'intrekking')),
  inhoud jsonb not null,
  hash text not null,
  ontvangen_op timestamptz not null,
  melding_id uuid,
  primary key (regio_id, id)
);
create unique index een_melding_per_nummer on houvast.jzv_bericht (regio_id, organisatie_id, registratienummer) where soort = 'melding';
create index on houvast.jzv_bericht (regio_id, organisatie_id, registratienummer, ontvangen_op);
select houvast.beveilig('houvast.jzv_bericht', 'select, insert',
  'organisatie_id = (select houvast.ctx_organisatie()) or naar_organisatie_id = (select houvast.ctx_casusorganisatie()) or (select houvast.ctx_systeem())');
create trigger bijschrijven before update or delete or truncate on houvast.jzv_bericht
  for each statement execute function houvast.alleen_bijschrijven();

-- What goes back: one row per outcome, sent exactly once.
create table houvast.uitkomstmelding (
  regio_id uuid not null,
  id uuid not null,
  melding_id uuid not null,
  organisatie_id uuid not null,
  naar_organisatie_id uuid not null,
  registratienummer text not null,
  status text not null check (status in ('VT-00', 'VT-01-01', 'VT-01-02', 'VT-01-03', 'VT-01-04', 'VT-02', 'VT-03', 'VT-99')),
  volgnummer integer not null,
  gemaakt_op timestamptz not null,
  verzonden_op timestamptz,
  pogingen integer not null default 0,
  laatste_fout text,
  primary key (regio_id, id),
  unique (regio_id, melding_id, status),
  unique (regio_id, melding_id, volgnummer),
  foreign key (regio_id, melding_id) references houvast.melding
);
create index on houvast.uitkomstmelding (regio_id, naar_organisatie_id, registratienummer);
select houvast.beveilig('houvast.uitkomstmelding', 'select, insert, update',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or naar_organisatie_id = (select houvast.ctx_organisatie()) or (select houvast.ctx_systeem())');

create table houvast.bijlage (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  melding_id uuid not null,
  organisatie_id uuid not null,
  naam text not null,
  soort text not null,
  grootte integer not null,
  inhoud bytea not null,
  op timestamptz not null,
  medewerker_id uuid,
  primary key (regio_id, id),
  foreign key (regio_id, melding_id) references houvast.melding
);
select houvast.beveilig('houvast.bijlage', 'select, insert, update', 'organisatie_id = (select houvast.ctx_casusorganisatie())');
select houvast.alleen_in_eigen_casus('houvast.bijlage');
create trigger bijschrijven before delete or truncate on houvast.bijlage
  for each statement execute function houvast.alleen_bijschrijven();
-- a file goes along when its melding moves to another casus; nothing else of it changes
create trigger blijft before update on houvast.bijlage
  for each row execute function houvast.alleen_deze_kolommen('casus_id');

-- Advies: about a worry, never about a family that can be recognised (handbook 0).
create table houvast.advies (
  regio_id uuid not null,
  id uuid not null,
  nummer text not null,
  organisatie_id uuid not null,
  medewerker_id uuid,
  gestart_op timestamptz not null,
  beeindigd_op timestamptz,
  vrager_groep text not null,
  vrager_rol text,
  vrager_naam text,
  vrager_contact text,
  vrager_stemt_in boolean not null default false,
  gemeentecode text,
  aard text[] not null default '{}',
  aanvullend text[] not null default '{}',
  duur text not null default 'onbekend',
  vraag text not null,
  advies text not null,
  melding_id uuid,
  versie integer not null default 1,
  primary key (regio_id, id),
  unique (regio_id, nummer),
  -- data of the one who asks only with consent
  constraint naam_met_instemming check (vrager_stemt_in or (vrager_naam is null and vrager_contact is null))
);
create index on houvast.advies (regio_id, organisatie_id, gestart_op desc);
select houvast.beveilig('houvast.advies', 'select, insert, update', 'organisatie_id = (select houvast.ctx_casusorganisatie())');

-- ── Radar ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A candidate: this mention might be that person. The explanation is kept as it was shown.
create table houvast.radar_kandidaat (
  regio_id uuid not null,
  id uuid not null,
  melding_id uuid not null,
  organisatie_id uuid not null,
  vermelding_id uuid not null,
  persoon_id uuid not null,
  gewicht double precision not null,
  kans double precision not null,
  staven jsonb not null,
  model text not null,
  oordeel text not null check (oordeel in ('vraag', 'zelf_gekoppeld', 'zelfde', 'niet_dezelfde', 'weet_niet')),
  gemaakt_op timestamptz not null,
  beoordeeld_op timestamptz,
  medewerker_id uuid,
  reden text,
  -- the mention of that person with which it was compared: a judgement is about two mentions, so that it holds through a
  -- later merge. Empty: loaded from elsewhere, and compared anew when read
  tegen_vermelding_id uuid,
  primary key (regio_id, id),
  unique (regio_id, vermelding_id, persoon_id),
  foreign key (regio_id, melding_id) references houvast.melding,
  foreign key (regio_id, tegen_vermelding_id) references houvast.vermelding
);
create index on houvast.radar_kandidaat (regio_id, melding_id);
create index on houvast.radar_kandidaat (regio_id, persoon_id);
create index on houvast.radar_kandidaat (regio_id, tegen_vermelding_id) where oordeel = 'niet_dezelfde';
create index on houvast.radar_kandidaat (regio_id, tegen_vermelding_id) where oordeel in ('vraag', 'weet_niet') and tegen_vermelding_id is not null;
select houvast.beveilig('houvast.radar_kandidaat', 'select, insert, update',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or (select houvast.ctx_systeem())');

-- Every judgement and every undoing, added and never rewritten (P5), with the memberships that it moved:
-- [{vermelding, van, naar}]. So undoing puts back exactly what was (P6). oordeel 'vraag': taken back.
create table houvast.radar_oordeel (
  regio_id uuid not null,
  id uuid not null,
  kandidaat_id uuid not null,
  organisatie_id uuid not null,
  oordeel text not null check (oordeel in ('vraag', 'zelf_gekoppeld', 'zelfde', 'niet_dezelfde', 'weet_niet')),
  op timestamptz not null,
  medewerker_id uuid,
  reden text,
  verplaatst jsonb not null default '[]',
  primary key (regio_id, id),
  foreign key (regio_id, kandidaat_id) references houvast.radar_kandidaat,
  constraint terug_met_reden check (oordeel <> 'vraag' or coalesce(length(reden), 0) > 0)
);
create index on houvast.radar_oordeel (regio_id, kandidaat_id, op);
select houvast.beveilig('houvast.radar_oordeel', 'select, insert',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or (select houvast.ctx_systeem())');
create trigger bijschrijven before update or delete or truncate on houvast.radar_oordeel
  for each statement execute function houvast.alleen_bijschrijven();

-- How common a name is among the persons of one register; soort 'personen' holds their number. Counted anew by a job.
create table houvast.radar_naamtelling (
  regio_id uuid not null,
  organisatie_id uuid not null,
  soort text not null check (soort in ('achternaam', 'voornaam', 'personen')),
  naam text not null,
  aantal integer not null,
  geteld_op timestamptz not null,
  primary key (regio_id, organisatie_id, soort, naam)
);
select houvast.beveilig('houvast.radar_naamtelling', 'select, insert, delete',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or (select houvast.ctx_systeem())');

-- Narrow questions that the owner answers. Row-level security forbids an index on `sleutels && …` (array overlap is not
-- leakproof), and what makes an address secret may stand in a casus that the asker has no part in. Each answers for one
-- register only: that of the asking organisation, or of the one named while a decided act looks across (ctx_systeem). Those
-- that are asked at every keystroke are plpgsql, which keeps its plans: planning through the policies takes longer than looking.
-- A plan made while the tables were small must not walk through them when they have grown: hence enable_seqscan = off; and it is made
-- once, whatever is asked.
create policy radar on houvast.vermelding for select to houvast_owner using (true);
create policy radar on houvast.koppeling for select to houvast_owner using (true);
create policy radar on houvast.casus_persoon for select to houvast_owner using (true);
create policy radar on houvast.radar_kandidaat for select to houvast_owner using (true);

create function houvast.radar_mag(organisatie uuid) returns boolean language sql stable parallel safe
  return coalesce(organisatie = houvast.ctx_casusorganisatie(), false) or houvast.ctx_systeem();

-- What of a mention the radar weighs, as one text: hundreds are read at every keystroke, and eighteen columns of each take longer to send
-- and to take in than to find. In the order of GEGEVENS (radar/gegevens.ts), set apart by U+001F, and by U+001E within one of several.
create function houvast.radar_gegevens(v houvast.vermelding) returns text language sql stable
  return concat_ws(e'\x1f', coalesce(v.bsn_sleutel, ''), coalesce(v.voornamen, ''), coalesce(v.voorletters, ''), coalesce(v.tussenvoegsel, ''),
    coalesce(v.achternaam, ''), coalesce(v.partner_tussenvoegsel, ''), coalesce(v.partner_achternaam, ''), coalesce(v.geboortejaar, 0),
    coalesce(v.geboortemaand, 0), coalesce(v.geboortedag, 0), coalesce(v.geslacht, ''), coalesce(v.straat, ''), coalesce(v.huisnummer, ''),
    coalesce(v.huisletter, ''), coalesce(v.postcode, ''), coalesce(v.woonplaats, ''), array_to_string(v.telefoon, e'\x1e'),
    array_to_string(v.email, e'\x1e'));

-- Mentions that share a key: as many as are wanted, whichever; or (meeste) those with most shared keys, a shared BSN before all, which costs
-- as much again as finding them.
create function houvast.radar_zoek(organisatie uuid, zoek bigint[], behalve uuid[], hoogstens integer, meeste boolean)
  returns table (id uuid, gegevens text)
language plpgsql stable security definer set search_path = houvast, pg_temp set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  dicht uuid[] := case when ctx_systeem() then '{}' else ctx_dichte_vermeldingen() end;
begin
  if radar_zoek.meeste then
    return query
    with gevonden as materialized (
      select v.id, (select sum(case when s < 0 then 100 else 1 end) from unnest(v.sleutels) s where s = any (radar_zoek.zoek)) as gedeeld
      from houvast.vermelding v
      where v.sleutels && radar_zoek.zoek and v.regio_id = (select houvast.ctx_regio()) and v.organisatie_id = radar_zoek.organisatie
        and (select houvast.radar_mag(radar_zoek.organisatie)) and v.id <> all (radar_zoek.behalve) and v.id <> all (dicht)
      order by gedeeld desc, v.id desc limit radar_zoek.hoogstens
    )
    select v.id, houvast.radar_gegevens(v) from gevonden g
    join houvast.vermelding v on v.regio_id = (select houvast.ctx_regio()) and v.id = g.id;
  else
    return query
    select v.id, houvast.radar_gegevens(v) from houvast.vermelding v
    where v.sleutels && radar_zoek.zoek and v.regio_id = (select houvast.ctx_regio()) and v.organisatie_id = radar_zoek.organisatie
      and (select houvast.radar_mag(radar_zoek.organisatie)) and v.id <> all (radar_zoek.behalve) and v.id <> all (dicht)
    limit radar_zoek.hoogstens;
  end if;
end $$;

-- Who each of these mentions is believed to be. Asked only for the few of `radar_zoek` that weigh enough.
create function houvast.radar_wie(organisatie uuid, vermeldingen uuid[]) returns table (id uuid, persoon_id uuid, gegeven_op timestamptz)
language plpgsql stable security definer set search_path = houvast, pg_temp set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  dicht uuid[] := case when ctx_systeem() then '{}' else ctx_dichte_vermeldingen() end;
begin
  return query
  select v.id, k.persoon_id, v.gegeven_op from houvast.vermelding v
  join houvast.koppeling k on k.regio_id = v.regio_id and k.vermelding_id = v.id and k.tot is null
  where v.regio_id = (select houvast.ctx_regio()) and v.id = any (radar_wie.vermeldingen) and v.organisatie_id = radar_wie.organisatie
    and (select houvast.radar_mag(radar_wie.organisatie)) and v.id <> all (dicht);
end $$;

-- Of these mentions, those whose address must not be used or shown: the person has a secret address, or was mentioned where someone with
-- a secret address lived that was in a casus with that person, or where such a one was mentioned since it was secret (P4; as casus_geheim).
-- While the radar asks whether two are one, it is as if they were. Whoever has one mention that is shielded is shielded in all.
create function houvast.radar_afgeschermd(organisatie uuid, vermeldingen uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = houvast, pg_temp set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  with eigen as materialized (
    select k.regio_id, v.id, k.persoon_id from houvast.vermelding v
    join houvast.koppeling k on k.regio_id = v.regio_id and k.vermelding_id = v.id and k.tot is null
    where v.regio_id = (select houvast.ctx_regio()) and v.id = any (radar_afgeschermd.vermeldingen)
      and v.organisatie_id = radar_afgeschermd.organisatie and (select houvast.radar_mag(radar_afgeschermd.organisatie))
  ), zelf as materialized (
    select e.regio_id, e.persoon_id, e.persoon_id as ook from eigen e
    union
    select e.regio_id, e.persoon_id, m.m from (select distinct regio_id, persoon_id from eigen) e
    cross join lateral houvast.radar_misschien(e.regio_id, e.persoon_id) m (m)
  ), genoemd as materialized (
    select z.regio_id, z.persoon_id, m.id, m.geheim_adres, replace(lower(m.postcode), ' ', '') as postcode, lower(m.straat) as straat,
      lower(m.huisnummer) as nummer
    from zelf z
    join houvast.koppeling k on k.regio_id = z.regio_id and k.persoon_id = z.ook and k.tot is null
    join houvast.vermelding m on m.regio_id = k.regio_id and m.id = k.vermelding_id
  ), waar as materialized (
    select distinct g.regio_id, g.persoon_id, g.postcode, g.straat, p.casus_id from genoemd g
    join houvast.casus_persoon p on p.regio_id = g.regio_id and p.vermelding_id = g.id
  ), huisgenoot as materialized (
    select distinct w.regio_id, w.persoon_id, k.persoon_id as ander from waar w
    join houvast.casus_persoon q on q.regio_id = w.regio_id and q.casus_id = w.casus_id
    join houvast.vermelding h on h.regio_id = q.regio_id and h.id = q.vermelding_id
    join houvast.koppeling k on k.regio_id = h.regio_id and k.vermelding_id = h.id and k.tot is null
    where replace(lower(h.postcode), ' ', '') = w.postcode or lower(h.straat) = w.straat
  ), kring as materialized (
    select distinct w.regio_id, w.persoon_id, k.persoon_id as ander from waar w
    join houvast.casus_persoon q on q.regio_id = w.regio_id and q.casus_id = w.casus_id
    join houvast.koppeling k on k.regio_id = q.regio_id and k.vermelding_id = q.vermelding_id and k.tot is null
  ), anderen as materialized (
    select distinct k.regio_id, k.ander, k.ander as ook from kring k
    union
    select b.regio_id, b.ander, m.m from (select distinct regio_id, ander from kring) b
    cross join lateral houvast.radar_misschien(b.regio_id, b.ander) m (m)
  ), plek as materialized (
    select a.ander, v.gegeven_op >= min(v.gegeven_op) filter (where v.geheim_adres) over (partition by a.ander) as schuil,
      replace(lower(v.postcode), ' ', '') as postcode, lower(v.straat) as straat, lower(v.huisnummer) as nummer
    from anderen a
    join houvast.koppeling k on k.regio_id = a.regio_id and k.persoon_id = a.ook and k.tot is null
    join houvast.vermelding v on v.regio_id = k.regio_id and v.id = k.vermelding_id
  ), geheim as materialized (
    select g.persoon_id from genoemd g where g.geheim_adres
    union
    select k.persoon_id from kring k
    join plek p on p.ander = k.ander and p.schuil
    join genoemd g on g.persoon_id = k.persoon_id and (g.postcode = p.postcode or g.straat = p.straat)
      and coalesce(g.nummer = p.nummer, true)
    union
    select h.persoon_id from huisgenoot h
    join houvast.koppeling k on k.regio_id = h.regio_id and k.persoon_id = h.ander and k.tot is null
    join houvast.vermelding v on v.regio_id = k.regio_id and v.id = k.vermelding_id
    where v.geheim_adres
  )
  select e.id from eigen e join geheim g on g.persoon_id = e.persoon_id;
end $$;

-- Whom someone may turn out to be: those of whom the radar asks it, while nobody said no and the mention is not joined to another. As far
-- as the asker sees the questions.
create function houvast.radar_misschien(regio uuid, persoon uuid) returns setof uuid language sql stable
begin atomic
  with vraag as (
    select r.regio_id, r.vermelding_id, coalesce(b.persoon_id, r.persoon_id) as ander from houvast.koppeling k
    join houvast.radar_kandidaat r on r.regio_id = k.regio_id and r.vermelding_id = k.vermelding_id and r.oordeel in ('vraag', 'weet_niet')
    left join houvast.koppeling b on b.regio_id = r.regio_id and b.vermelding_id = r.tegen_vermelding_id and b.tot is null
    where k.regio_id = radar_misschien.regio and k.persoon_id = radar_misschien.persoon and k.tot is null
    union all
    select r.regio_id, r.vermelding_id, b.persoon_id from houvast.koppeling k
    join houvast.radar_kandidaat r on r.regio_id = k.regio_id and r.tegen_vermelding_id = k.vermelding_id and r.oordeel in ('vraag', 'weet_niet')
      and r.tegen_vermelding_id is not null
    join houvast.koppeling b on b.regio_id = r.regio_id and b.vermelding_id = r.vermelding_id and b.tot is null
    where k.regio_id = radar_misschien.regio and k.persoon_id = radar_misschien.persoon and k.tot is null
    union all
    -- loaded from elsewhere: asked with the person, not with a mention
    select r.regio_id, r.vermelding_id, b.persoon_id from houvast.radar_kandidaat r
    join houvast.koppeling b on b.regio_id = r.regio_id and b.vermelding_id = r.vermelding_id and b.tot is null
    where r.regio_id = radar_misschien.regio and r.persoon_id = radar_misschien.persoon and r.tegen_vermelding_id is null
      and r.oordeel in ('vraag', 'weet_niet')
  )
  select v.ander from vraag v where not exists (select from houvast.radar_kandidaat z where z.regio_id = v.regio_id
    and z.vermelding_id = v.vermelding_id and z.oordeel in ('zelfde', 'zelf_gekoppeld'));
end;

-- Whose address must not be shown in a casus (P4): whom any mention calls secret, wherever it was made and whoever may see it, and who
-- was ever mentioned at the house of someone with a secret address with whom they were in a casus; that is each house where that one was
-- mentioned since it was secret. While the radar asks whether two are one, it is as if they were: what may be a hiding place is shown when
-- someone said that it is not. That it is so is all that it tells.
create function houvast.casus_geheim(casus uuid) returns setof uuid
language plpgsql stable security definer set search_path = houvast, pg_temp set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  with leden as materialized (
    select distinct k.regio_id, k.persoon_id from houvast.casus_persoon cp
    join houvast.koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
    where cp.regio_id = (select houvast.ctx_regio()) and cp.casus_id = casus_geheim.casus
      and ((select houvast.ctx_systeem()) or (casus_geheim.casus <> all (houvast.ctx_dicht()) and (
        casus_geheim.casus = any (houvast.ctx_nood() || houvast.ctx_gedeeld('personen')) or exists (select from houvast.betrokkenheid b
          where b.regio_id = cp.regio_id and b.casus_id = cp.casus_id and b.organisatie_id = houvast.ctx_casusorganisatie()
            -- with the own dossier one asks it of the own mentions
            and (b.tot is null or b.tot > houvast.ctx_nu() or exists (select from houvast.vermelding v where v.regio_id = cp.regio_id
              and v.id = cp.vermelding_id and v.organisatie_id = b.organisatie_id))))))
  ), zelf as materialized (
    select l.regio_id, l.persoon_id, l.persoon_id as ook from leden l
    union
    select l.regio_id, l.persoon_id, m.m from leden l cross join lateral houvast.radar_misschien(l.regio_id, l.persoon_id) m (m)
  ), waar as materialized (
    select distinct z.regio_id, z.persoon_id, cp.casus_id from zelf z
    join houvast.koppeling k on k.regio_id = z.regio_id and k.persoon_id = z.ook and k.tot is null
    join houvast.casus_persoon cp on cp.regio_id = k.regio_id and cp.vermelding_id = k.vermelding_id
  ), kring as materialized (
    select distinct w.regio_id, w.persoon_id, k.persoon_id as ander from waar w
    join houvast.casus_persoon cp on cp.regio_id = w.regio_id and cp.casus_id = w.casus_id
    join houvast.koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
  ), buren as materialized (
    select distinct k.regio_id, k.ander as persoon_id from kring k where k.ander not in (select l.persoon_id from leden l)
  ), wie as materialized (
    select * from zelf
    union
    select b.regio_id, b.persoon_id, b.persoon_id from buren b
    union
    select b.regio_id, b.persoon_id, m.m from buren b cross join lateral houvast.radar_misschien(b.regio_id, b.persoon_id) m (m)
  ), plek as materialized (
    select w.persoon_id, v.geheim_adres, v.gegeven_op >= min(v.gegeven_op) filter (where v.geheim_adres) over (partition by w.persoon_id) as schuil,
      replace(lower(v.postcode), ' ', '') as postcode, lower(v.straat) as straat, lower(v.huisnummer) as nummer
    from wie w
    join houvast.koppeling k on k.regio_id = w.regio_id and k.persoon_id = w.ook and k.tot is null
    join houvast.vermelding v on v.regio_id = k.regio_id and v.id = k.vermelding_id
  )
  select l.persoon_id from leden l where exists (select from plek p where p.persoon_id = l.persoon_id and p.geheim_adres)
    or exists (select from plek eigen join plek g on g.schuil and (g.postcode = eigen.postcode or g.straat = eigen.straat)
        and coalesce(g.nummer = eigen.nummer, true)
      join kring k on k.persoon_id = l.persoon_id and k.ander = g.persoon_id
      where eigen.persoon_id = l.persoon_id);
end $$;

-- How many statements of others in a casus wait until someone there has looked: whoever keeps watch knows that there is more to ask.
create function houvast.uitspraken_achter(casus uuid) returns integer
language sql stable security definer set search_path = houvast, pg_temp
  return (select count(*)::int from houvast.uitspraak u join houvast.betrokkenheid b on b.regio_id = u.regio_id and b.casus_id = u.casus_id
      and b.organisatie_id = houvast.ctx_casusorganisatie() and (b.tot is null or b.tot > houvast.ctx_nu())
    where u.regio_id = houvast.ctx_regio() and u.casus_id = uitspraken_achter.casus and u.organisatie_id <> b.organisatie_id
      and u.vrij_op is null and not u.afgeschermd
      and not exists (select from houvast.uitspraak n where n.regio_id = u.regio_id and n.casus_id = u.casus_id and n.verbetert_id = u.id));

-- Which statements of a casus were corrected, also where the correction cannot be read yet: nobody may go by a fact that no longer holds.
create function houvast.verbeterde_uitspraken(casus uuid) returns setof uuid
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
begin
  return query
  select distinct u.verbetert_id from uitspraak u
  where u.regio_id = ctx_regio() and u.casus_id = verbeterde_uitspraken.casus and u.verbetert_id is not null
    and (ctx_systeem() or (u.casus_id <> all (ctx_dicht()) and (u.casus_id = any (ctx_nood() || ctx_gedeeld('uitspraken') || ctx_gedeeld('tijdlijn'))
      or exists (select from betrokkenheid b where b.regio_id = u.regio_id and b.casus_id = u.casus_id
        and b.organisatie_id = ctx_casusorganisatie() and (b.tot is null or b.tot > ctx_nu() or u.organisatie_id = b.organisatie_id)))));
end $$;
create policy radar on houvast.uitspraak for select to houvast_owner using (true);

-- In which casussen persons of this register were mentioned, and who holds or last held zicht there.
create function houvast.radar_casussen(organisatie uuid, personen uuid[])
  returns table (persoon_id uuid, casus_id uuid, nummer text, status text, geopend_op timestamptz, gesloten_op timestamptz,
                 directbetrokken boolean, houder_id uuid, houder text)
language plpgsql stable security definer set search_path = houvast, pg_temp set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  dicht uuid[] := ctx_dicht();
begin
  return query
  with genoemd as materialized (
    select k.regio_id, k.persoon_id, v.id, v.organisatie_id = radar_casussen.organisatie as eigen from houvast.koppeling k
    join houvast.vermelding v on v.regio_id = k.regio_id and v.id = k.vermelding_id
    where k.regio_id = (select houvast.ctx_regio()) and k.persoon_id = any (radar_casussen.personen) and k.tot is null
      and (select houvast.radar_mag(radar_casussen.organisatie))
  ), waar as materialized (
    select g.regio_id, g.persoon_id, cp.casus_id, bool_or(cp.directbetrokken) as direct from genoemd g
    join houvast.casus_persoon cp on cp.regio_id = g.regio_id and cp.vermelding_id = g.id
    where g.persoon_id in (select e.persoon_id from genoemd e where e.eigen) and cp.casus_id <> all (dicht)
    group by g.regio_id, g.persoon_id, cp.casus_id
  )
  select w.persoon_id, c.id, c.nummer, c.status, c.geopend_op, c.gesloten_op, w.direct, z.organisatie_id, o.naam
  from waar w
  join houvast.casus c on c.regio_id = w.regio_id and c.id = w.casus_id
  left join lateral (select z.organisatie_id from houvast.zicht z where z.regio_id = c.regio_id and z.casus_id = c.id
    order by z.vanaf desc limit 1) z on true
  left join houvast.organisatie o on o.regio_id = c.regio_id and o.id = z.organisatie_id;
end $$;

-- The mentions of everyone who was mentioned in one casus with one of these persons: of the many that weigh too little by themselves,
-- others of a report may lift only these.
create function houvast.radar_genoten(organisatie uuid, personen uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = houvast, pg_temp set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  dicht uuid[] := ctx_dicht();
begin
  return query
  with waar as materialized (
    select distinct cp.regio_id, cp.casus_id from houvast.koppeling k
    join houvast.casus_persoon cp on cp.regio_id = k.regio_id and cp.vermelding_id = k.vermelding_id
    where k.regio_id = (select houvast.ctx_regio()) and k.persoon_id = any (radar_genoten.personen) and k.tot is null
      and (select houvast.radar_mag(radar_genoten.organisatie)) and cp.casus_id <> all (dicht)
  ), wie as materialized (
    select distinct k.regio_id, k.persoon_id from waar w
    join houvast.casus_persoon cp on cp.regio_id = w.regio_id and cp.casus_id = w.casus_id
    join houvast.koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
  )
  select v.id from wie w
  join houvast.koppeling k on k.regio_id = w.regio_id and k.persoon_id = w.persoon_id and k.tot is null
  join houvast.vermelding v on v.regio_id = k.regio_id and v.id = k.vermelding_id
  where v.organisatie_id = radar_genoten.organisatie;
end $$;

-- The names of a register as they were given, with the number of persons under each.
create function houvast.radar_namen(organisatie uuid) returns table (soort text, naam text, aantal bigint)
language sql stable security definer set search_path = houvast, pg_temp
begin atomic
  with eigen as materialized (
    select k.persoon_id, case when v.achternaam is not null then concat_ws(' ', v.tussenvoegsel, v.achternaam) end as achternaam, v.voornamen
    from houvast.vermelding v
    join houvast.koppeling k on k.regio_id = v.regio_id and k.vermelding_id = v.id and k.tot is null
    where v.regio_id = (select houvast.ctx_regio()) and v.organisatie_id = radar_namen.organisatie
      and (select houvast.radar_mag(radar_namen.organisatie))
  )
  select 'achternaam', n.achternaam, count(*) from (select distinct achternaam, persoon_id from eigen where achternaam is not null) n group by 2
  union all select 'voornaam', n.voornamen, count(*) from (select distinct voornamen, persoon_id from eigen where voornamen is not null) n group by 2
  union all select 'personen', '', count(*) from (select distinct persoon_id from eigen) n;
end;
revoke all on function houvast.radar_gegevens(houvast.vermelding), houvast.radar_zoek(uuid, bigint[], uuid[], integer, boolean), houvast.radar_wie(uuid, uuid[]),
  houvast.radar_afgeschermd(uuid, uuid[]), houvast.radar_casussen(uuid, uuid[]), houvast.radar_genoten(uuid, uuid[]),
  houvast.radar_namen(uuid), houvast.casus_geheim(uuid),
  houvast.radar_misschien(uuid, uuid), houvast.uitspraken_achter(uuid), houvast.verbeterde_uitspraken(uuid) from public;
grant execute on function houvast.radar_zoek(uuid, bigint[], uuid[], integer, boolean), houvast.radar_wie(uuid, uuid[]),
  houvast.radar_afgeschermd(uuid, uuid[]), houvast.radar_casussen(uuid, uuid[]), houvast.radar_genoten(uuid, uuid[]),
  houvast.radar_namen(uuid), houvast.casus_geheim(uuid),
  houvast.radar_misschien(uuid, uuid), houvast.uitspraken_achter(uuid), houvast.verbeterde_uitspraken(uuid) to houvast_app;

-- Two casussen turned out to be one household. Says what moved, so that it can be undone exactly (P6).
create table houvast.samenvoeging (
  regio_id uuid not null,
  id uuid not null,
  bron_casus_id uuid not null,
  doel_casus_id uuid not null,
  casus_id uuid not null generated always as (doel_casus_id) stored,
  verplaatst jsonb not null,
  op timestamptz not null,
  medewerker_id uuid,
  reden text not null,
  ongedaan_op timestamptz,
  ongedaan_reden text,
  primary key (regio_id, id),
  foreign key (regio_id, bron_casus_id) references houvast.casus,
  foreign key (regio_id, doel_casus_id) references houvast.casus
);
create index on houvast.samenvoeging (regio_id, bron_casus_id);
create index on houvast.samenvoeging (regio_id, doel_casus_id);
select houvast.beveilig_bij_casus('houvast.samenvoeging', 'select, insert, update');

-- ── Beoordeling ─────────────────────────────────────────────────────────────────────────────────────────────────────
create table houvast.beoordeling (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  melding_id uuid not null,
  organisatie_id uuid not null,
  status text not null check (status in ('open', 'voorgelegd', 'vastgesteld')),
  -- each of the three: ja / nee / onbekend, with arguments; C is not asked when B is ja (handbook 2)
  acuut text, acuut_argument text,
  structureel text, structureel_argument text,
  multiprobleem text, multiprobleem_argument text,
  uitspraak_ids uuid[] not null default '{}',
  besluit text,
  besluit_reden text,
  vervolg_soort text,
  -- what it turned out to be and where, beside what was reported; null: as it was reported (handbook 3.1, 3.4)
  aard text[],
  gemeentecode text,
  beoordelaar_id uuid,
  voorgelegd_op timestamptz,
  tweede_id uuid,
  tweede_opmerking text,
  vastgesteld_op timestamptz,
  gewijzigd_op timestamptz,
  gewijzigd_door uuid,
  versie integer not null default 1,
  primary key (regio_id, id),
  unique (regio_id, melding_id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, melding_id) references houvast.melding,
  constraint twee_mensen check (status <> 'vastgesteld' or (tweede_id is not null and tweede_id is distinct from beoordelaar_id)),
  constraint besluit_met_reden check (status = 'open' or (besluit is not null and coalesce(length(besluit_reden), 0) > 0))
);
create index on houvast.beoordeling (regio_id, casus_id);
create index beoordeling_wacht on houvast.beoordeling (regio_id, organisatie_id) where status <> 'vastgesteld';
select houvast.beveilig('houvast.beoordeling', 'select, insert, update',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or (select houvast.ctx_systeem())');
select houvast.alleen_in_eigen_casus('houvast.beoordeling');

-- Each time it went to the second pair of eyes, came back or was decided: who, when, the remark, and the text as it stood
-- then. What is rewritten after a return stays readable here (P5).
create table houvast.beoordeling_stap (
  regio_id uuid not null,
  id uuid not null,
  beoordeling_id uuid not null,
  organisatie_id uuid not null,
  stap text not null check (stap in ('voorgelegd', 'teruggelegd', 'vastgesteld')),
  op timestamptz not null,
  medewerker_id uuid not null,
  opmerking text,
  inhoud jsonb not null,
  primary key (regio_id, id),
  foreign key (regio_id, beoordeling_id) references houvast.beoordeling,
  constraint terug_met_opmerking check (stap <> 'teruggelegd' or coalesce(length(opmerking), 0) > 0)
);
create index on houvast.beoordeling_stap (regio_id, beoordeling_id, op);
select houvast.beveilig('houvast.beoordeling_stap', 'select, insert', 'organisatie_id = (select houvast.ctx_casusorganisatie())');
create trigger bijschrijven before update or delete or truncate on houvast.beoordeling_stap
  for each statement execute function houvast.alleen_bijschrijven();

-- How is it now? The last check on safety, also of a family that waits.
create table houvast.veiligheidscontrole (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  op timestamptz not null,
  organisatie_id uuid not null,
  medewerker_id uuid,
  met text not null,
  uitkomst text not null check (uitkomst in ('veilig', 'zorgelijk', 'onveilig', 'niet_bereikt')),
  toelichting text not null,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus
);
create index on houvast.veiligheidscontrole (regio_id, casus_id, op desc);
select houvast.beveilig_bij_casus('houvast.veiligheidscontrole', 'select, insert, update');

-- ── Overdracht ──────────────────────────────────────────────────────────────────────────────────────────────────────
create table houvast.overdracht (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  van_organisatie_id uuid not null,
  naar_organisatie_id uuid not null,
  status text not null check (status in ('aangeboden', 'aanvaard', 'geweigerd', 'ingetrokken', 'verlopen')),
  grondslag text not null,
  typehulp text not null,
  aangeboden_op timestamptz not null,
  aangeboden_door uuid,
  beantwoord_op timestamptz,
  beantwoord_door uuid,
  reden text,
  regisseur_id uuid,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, van_organisatie_id) references houvast.organisatie,
  foreign key (regio_id, naar_organisatie_id) references houvast.organisatie,
  foreign key (regio_id, regisseur_id) references houvast.medewerker,
  check (van_organisatie_id <> naar_organisatie_id),
  -- P2: an acceptance names its regisseur; a refusal, a withdrawal and a lapse name their reason
  constraint aanvaard_met_regisseur check (status <> 'aanvaard' or regisseur_id is not null),
  constraint nee_met_reden check (status not in ('geweigerd', 'ingetrokken', 'verlopen') or coalesce(length(reden), 0) > 0),
  constraint antwoord_met_moment check ((status = 'aangeboden') = (beantwoord_op is null))
);
create unique index een_aanbod_tegelijk on houvast.overdracht (regio_id, casus_id) where status = 'aangeboden';
create index on houvast.overdracht (regio_id, naar_organisatie_id, status);
create index on houvast.overdracht (regio_id, van_organisatie_id, status);
-- The receiver sees the offer, not yet the casus.
select houvast.beveilig_bij_casus('houvast.overdracht', 'select, insert, update',
  'naar_organisatie_id = (select houvast.ctx_casusorganisatie()) or van_organisatie_id = (select houvast.ctx_casusorganisatie())');
select houvast.alleen_in_eigen_casus('houvast.overdracht');

-- P2: an offer is answered once, and what was handed over stays as it was. Only the giver of an open offer can change:
-- when that organisation closes, its successor holds zicht and waits for the answer.
create function houvast.een_antwoord() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'houvast: an overdracht stays on record' using errcode = 'insufficient_privilege';
  end if;
  if old.status <> 'aangeboden'
     or to_jsonb(new) - '{status,beantwoord_op,beantwoord_door,reden,regisseur_id,van_organisatie_id}'::text[]
        <> to_jsonb(old) - '{status,beantwoord_op,beantwoord_door,reden,regisseur_id,van_organisatie_id}'::text[] then
    raise exception 'houvast: an overdracht is answered once and does not change' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger een_antwoord before update or delete on houvast.overdracht for each row execute function houvast.een_antwoord();
create trigger nooit_leeg before truncate on houvast.overdracht for each statement execute function houvast.nooit_leeg();

-- P1 and P2 together, judged at commit: who offers holds zicht, and an acceptance is the moment in which the receiver
-- begins to hold.
create function houvast.zicht_bij_overdracht() returns trigger language plpgsql security definer
set search_path = houvast, pg_temp as $$
declare
  nu houvast.overdracht;
  houder uuid;
begin
  select * into nu from overdracht where regio_id = new.regio_id and id = new.id;
  select organisatie_id into houder from zicht where regio_id = nu.regio_id and casus_id = nu.casus_id and tot is null;
  if nu.status = 'aangeboden' and houder is distinct from nu.van_organisatie_id then
    raise exception 'houvast: overdracht % is offered by someone who does not hold zicht', nu.id using errcode = 'check_violation';
  end if;
  -- now, or (history that is loaded later) at the moment of the answer
  if nu.status = 'aanvaard' and houder is distinct from nu.naar_organisatie_id and not exists (select from zicht z
      where z.regio_id = nu.regio_id and z.casus_id = nu.casus_id and z.organisatie_id = nu.naar_organisatie_id and z.vanaf = nu.beantwoord_op) then
    raise exception 'houvast: overdracht % is accepted and the receiver does not hold zicht', nu.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function houvast.zicht_bij_overdracht() from public;
create policy wachter on houvast.overdracht for select to houvast_owner using (true);
create constraint trigger zicht_bij_overdracht after insert or update on houvast.overdracht
  deferrable initially deferred for each row execute function houvast.zicht_bij_overdracht();
-- The other way round: zicht cannot move or end and leave an open offer behind that says otherwise.
create function houvast.overdracht_bij_zicht() returns trigger language plpgsql security definer
set search_path = houvast, pg_temp as $$
begin
  if exists (select from overdracht o where o.regio_id = new.regio_id and o.casus_id = new.casus_id and o.status = 'aangeboden'
      and not exists (select from zicht z where z.regio_id = o.regio_id and z.casus_id = o.casus_id and z.tot is null
        and z.organisatie_id = o.van_organisatie_id)) then
    raise exception 'houvast: casus % changes holder while an offer of the old one is open', new.casus_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function houvast.overdracht_bij_zicht() from public;
create constraint trigger overdracht_bij_zicht after insert or update on houvast.zicht
  deferrable initially deferred for each row execute function houvast.overdracht_bij_zicht();

-- What an overdracht says of the family. Whoever gave or received one goes on seeing that it was, to whom, when and how it ended; what
-- was in it is read while it is offered, and after that by who has a part in the casus now. An offer that did not go through leaves its
-- receiver nothing to read.
create table houvast.overdracht_inhoud (
  regio_id uuid not null,
  overdracht_id uuid not null,
  casus_id uuid not null,
  doel text not null,
  bericht text not null,
  -- what goes along, each part with its ground: [{deel, grond}]
  delen jsonb not null,
  -- the family as it was handed over: never the melder, never a secret address
  gegevens jsonb not null,
  primary key (regio_id, overdracht_id),
  foreign key (regio_id, overdracht_id) references houvast.overdracht,
  foreign key (regio_id, casus_id) references houvast.casus
);
select houvast.beveilig('houvast.overdracht_inhoud', 'select, insert',
  '(select houvast.ctx_systeem()) or exists (select from houvast.overdracht o where o.regio_id = overdracht_inhoud.regio_id
     and o.id = overdracht_inhoud.overdracht_id and o.casus_id = overdracht_inhoud.casus_id
     and ((o.status = ''aangeboden'' and (select houvast.ctx_casusorganisatie()) in (o.van_organisatie_id, o.naar_organisatie_id))
       or (o.status in (''aangeboden'', ''aanvaard'') or o.naar_organisatie_id <> (select houvast.ctx_casusorganisatie()))
         and exists (select from houvast.betrokkenheid b where b.regio_id = o.regio_id and b.casus_id = o.casus_id
           and b.organisatie_id = (select houvast.ctx_casusorganisatie()) and (b.tot is null or b.tot > (select houvast.ctx_nu())))))');
select houvast.alleen_in_eigen_casus('houvast.overdracht_inhoud');
create trigger bijschrijven before update or delete or truncate on houvast.overdracht_inhoud
  for each statement execute function houvast.alleen_bijschrijven();

create table houvast.terugkoppeling (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  melding_id uuid not null,
  organisatie_id uuid not null,
  moment text not null check (moment in ('na_beoordeling', 'na_onderzoek', 'na_overdracht')),
  status text not null check (status in ('concept', 'verstuurd', 'afgezien')),
  -- what kind of melder, as far as it decides what may be said; never who
  aan text not null check (aan in ('professional', 'burger', 'politie', 'anoniem', 'informant', 'niet_gewenst')),
  tekst text not null,
  grondslag text not null,
  reden text,
  gemaakt_op timestamptz not null,
  afgehandeld_op timestamptz,
  medewerker_id uuid,
  primary key (regio_id, id),
  unique (regio_id, melding_id, moment),
  foreign key (regio_id, melding_id) references houvast.melding,
  constraint afgezien_met_reden check (status <> 'afgezien' or coalesce(length(reden), 0) > 0)
);
select houvast.beveilig('houvast.terugkoppeling', 'select, insert, update',
  'organisatie_id = (select houvast.ctx_casusorganisatie()) or (select houvast.ctx_systeem())');
select houvast.alleen_in_eigen_casus('houvast.terugkoppeling');
-- Who reported sees what was sent about it.
create policy melder_leest on houvast.terugkoppeling for select to houvast_app using (status = 'verstuurd' and exists
  (select from houvast.melding m where m.regio_id = terugkoppeling.regio_id and m.id = terugkoppeling.melding_id
     and m.melder_organisatie_id = (select houvast.ctx_organisatie())));
create index on houvast.terugkoppeling (regio_id, casus_id);

-- ── Plan ────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table houvast.voorwaarde (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  tekst text not null,
  voor text not null,
  gesteld_op timestamptz not null,
  gesteld_door uuid,
  organisatie_id uuid not null,
  vervallen_op timestamptz,
  vervallen_reden text,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  constraint vervallen_met_reden check ((vervallen_op is null) = (vervallen_reden is null))
);
create index on houvast.voorwaarde (regio_id, casus_id);
select houvast.beveilig_bij_casus('houvast.voorwaarde', 'select, insert, update');

create table houvast.voorwaarde_controle (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  voorwaarde_id uuid not null,
  op timestamptz not null,
  medewerker_id uuid,
  organisatie_id uuid not null,
  uitkomst text not null check (uitkomst in ('nageleefd', 'deels', 'niet_nageleefd', 'niet_te_zeggen')),
  gezien_bij text not null,
  toelichting text not null,
  primary key (regio_id, id),
  foreign key (regio_id, voorwaarde_id) references houvast.voorwaarde,
  foreign key (regio_id, casus_id) references houvast.casus
);
create index on houvast.voorwaarde_controle (regio_id, voorwaarde_id, op desc);
select houvast.beveilig_bij_casus('houvast.voorwaarde_controle', 'select, insert, update');
create trigger blijft before update on houvast.voorwaarde_controle
  for each row execute function houvast.alleen_deze_kolommen('casus_id');

create table houvast.afspraak (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  -- to the plan of which phase it belongs (handbook 5); a relapse leaves it where it is
  fase smallint not null check (fase between 1 and 5),
  wie text not null,
  wat text not null,
  wanneer text not null,
  ziet_toe text not null,
  signaal text,
  -- code word, flight address: never in what the pleger sees
  verborgen_voor_pleger boolean not null default false,
  gemaakt_op timestamptz not null,
  medewerker_id uuid,
  organisatie_id uuid not null,
  beeindigd_op timestamptz,
  beeindigd_reden text,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  constraint beeindigd_met_reden check ((beeindigd_op is null) = (beeindigd_reden is null))
);
create index on houvast.afspraak (regio_id, casus_id);
select houvast.beveilig_bij_casus('houvast.afspraak', 'select, insert, update');

create table houvast.veiligheidscijfer (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  -- whose safety
  persoon_id uuid not null,
  -- who says so
  scorer_soort text not null check (scorer_soort in ('zelf', 'gezinslid', 'netwerk', 'professional')),
  scorer text not null,
  cijfer smallint not null check (cijfer between 0 and 10),
  waarom text not null,
  nodig text,
  op timestamptz not null,
  bij text not null default 'tussentijds' check (bij in ('start', 'tussentijds', 'monitoring', 'afsluiting')),
  -- the moment at which it was asked
  monitormoment_id uuid,
  medewerker_id uuid,
  organisatie_id uuid not null,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  foreign key (regio_id, persoon_id) references houvast.persoon
);
create index on houvast.veiligheidscijfer (regio_id, casus_id, op);
select houvast.beveilig_bij_casus('houvast.veiligheidscijfer', 'select, insert, update');
create trigger blijft before update on houvast.veiligheidscijfer
  for each row execute function houvast.alleen_deze_kolommen('casus_id');

create table houvast.fasewissel (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  van smallint,
  naar smallint not null check (naar between 1 and 5),
  terugval boolean not null default false,
  reden text not null,
  -- why one phase further while not every open voorwaarde was last seen as kept
  ondanks text,
  op timestamptz not null,
  medewerker_id uuid,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus
);
create index on houvast.fasewissel (regio_id, casus_id, op);
select houvast.beveilig_bij_casus('houvast.fasewissel', 'select, insert, update');
create trigger blijft before update on houvast.fasewissel
  for each row execute function houvast.alleen_deze_kolommen('casus_id');

-- ── Monitoring ──────────────────────────────────────────────────────────────────────────────────────────────────────
create table houvast.monitormoment (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  soort text not null,
  -- the end of the last day on which someone asks, exclusive: the end of its term
  gepland_op timestamptz not null,
  -- why an extra one was planned; the grid needs no reason
  reden text,
  organisatie_id uuid not null,
  uitgevoerd_op timestamptz,
  uitkomst text check (uitkomst in ('veilig', 'deels_veilig', 'onveilig', 'niet_bereikt')),
  gesproken_met text,
  toelichting text,
  medewerker_id uuid,
  vervallen_op timestamptz,
  vervallen_reden text,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus,
  constraint uitgevoerd_met_uitkomst check ((uitgevoerd_op is null) = (uitkomst is null)),
  constraint vervallen_met_reden check ((vervallen_op is null) = (vervallen_reden is null))
);
create index on houvast.monitormoment (regio_id, casus_id);
create index on houvast.monitormoment (regio_id, organisatie_id, gepland_op) where uitgevoerd_op is null and vervallen_op is null;
create index on houvast.monitormoment (regio_id, organisatie_id, uitgevoerd_op desc) where uitgevoerd_op is not null;
select houvast.beveilig_bij_casus('houvast.monitormoment', 'select, insert, update',
  'organisatie_id = (select houvast.ctx_casusorganisatie())');
select houvast.alleen_in_eigen_casus('houvast.monitormoment');
alter table houvast.veiligheidscijfer add foreign key (regio_id, monitormoment_id) references houvast.monitormoment,
  add check (monitormoment_id is null or bij = 'monitoring');
create index on houvast.veiligheidscijfer (regio_id, monitormoment_id) where monitormoment_id is not null;

-- Afsluiten asks a last figure from everyone; who gave none is named with the reason.
create table houvast.afsluiting (
  regio_id uuid not null,
  id uuid not null,
  casus_id uuid not null,
  op timestamptz not null,
  medewerker_id uuid,
  organisatie_id uuid not null,
  reden text not null,
  toelichting text not null,
  zonder_cijfer jsonb not null default '[]',
  -- why it closes while a veiligheidsvoorwaarde was not last seen as kept, or the last look was not 'safe'
  ondanks text,
  primary key (regio_id, id),
  foreign key (regio_id, casus_id) references houvast.casus
);
select houvast.beveilig_bij_casus('houvast.afsluiting', 'select, insert, update');

-- ── Figures of the region ───────────────────────────────────────────────────────────────────────────────────────────
-- Whoever explains policy sees counts and never a casus: the counting happens here, behind the wall, and only what is
-- rounded to 5 comes out; fewer than 10 does not come out at all (CBS rounding, handbook 3.1: S:8; the limit is our choice).
create policy teller on houvast.melding for select to houvast_owner using (true);
create policy teller on houvast.beoordeling for select to houvast_owner using (true);
create policy teller on houvast.termijn for select to houvast_owner using (true);
create policy teller on houvast.monitormoment for select to houvast_owner using (true);
create function houvast.regio_tellingen(van timestamptz, tot timestamptz)
  returns table (figuur text, deel text, aantal integer)
language sql stable security definer set search_path = houvast, pg_temp
begin atomic
  with m as (
    -- what was decided goes before what was reported; nothing said is unknown, which is a class of its own
    select m.melder_groep, coalesce(b.gemeentecode, m.gemeentecode) as gemeentecode,
      coalesce(nullif(b.aard, '{}'), nullif(m.aard, '{}'), '{onbekend}') as aard
    from melding m left join beoordeling b on b.regio_id = m.regio_id and b.melding_id = m.id and b.status = 'vastgesteld'
    where m.regio_id = ctx_regio() and m.ontvangen_op >= van and m.ontvangen_op < tot and m.status <> 'ingetrokken'
  ), b as (
    select b.besluit, coalesce(t.vervalt_op is null or t.afgerond_op < t.vervalt_op, false) as op_tijd
    from beoordeling b left join termijn t on t.regio_id = b.regio_id and t.onderwerp_id = b.id and t.soort = 'beoordeling'
    where b.regio_id = ctx_regio() and b.status = 'vastgesteld' and b.vastgesteld_op >= van and b.vastgesteld_op < tot
  ), o as (
    select * from overdracht where regio_id = ctx_regio() and aangeboden_op >= van and aangeboden_op < tot
  ), n as (
    select 'meldingen' as figuur, 'totaal' as deel, count(*) as n from m
    union all select 'meldingen_gemeente', coalesce(gemeentecode, 'onbekend'), count(*) from m group by 2
    union all select 'meldingen_melder', melder_groep, count(*) from m group by 2
    union all select 'meldingen_aard', a, count(*) from m, unnest(m.aard) as a group by 2
    union all select 'beoordelingen', 'totaal', count(*) from b
    union all select 'beoordelingen', 'op_tijd', count(*) from b where op_tijd
    union all select 'besluiten', besluit, count(*) from b where besluit is not null group by 2
    union all select 'overdrachten', 'totaal', count(*) from o
    union all select 'overdrachten', status, count(*) from o group by 2
    union all select 'monitoring', uitkomst, count(*) from monitormoment
      where regio_id = ctx_regio() and uitgevoerd_op >= van and uitgevoerd_op < tot group by 2
    union all select 'casussen', 'open', count(*) from casus where regio_id = ctx_regio() and status = 'open'
  )
  select n.figuur, n.deel, case when n.n < 10 then null else (round(n.n / 5.0) * 5)::integer end from n;
end;
revoke all on function houvast.regio_tellingen(timestamptz, timestamptz) from public;

-- What the reports about the family of an offer are that the offer does not tell: whether one is about acute danger, and whether all were
-- assessed already; no row: there are none. Those wait for Veilig Thuis to assess them, or were assessed or joined the casus since the offer.
-- Who is about to hold zicht must know that there is more than the offer tells, and reads nothing of what it is. After the acceptance it is
-- about those that were in by then and still wait, as long as the receiver holds.
create policy teller on houvast.samenvoeging for select to houvast_owner using (true);
create function houvast.overdracht_nieuwe_melding(aanbod uuid) returns table (acuut boolean, beoordeeld boolean)
language sql stable security definer set search_path = houvast, pg_temp
begin atomic
  select bool_or(case when m.status = 'beoordeeld' then coalesce(b.acuut = 'ja', false) or exists (select from termijn t where t.regio_id = m.regio_id
      and t.onderwerp_id in (m.id, b.id) and t.soort = 'spoed_24u' and t.afgerond_op is null)
    else m.acuut or coalesce(b.acuut = 'ja', false) end), bool_and(m.status = 'beoordeeld')
  from overdracht o
  join melding m on m.regio_id = o.regio_id and m.casus_id = o.casus_id
  left join beoordeling b on b.regio_id = m.regio_id and b.melding_id = m.id
  where o.regio_id = ctx_regio() and o.id = aanbod and ctx_casusorganisatie() in (o.van_organisatie_id, o.naar_organisatie_id)
    and case
      when m.status in ('ontvangen', 'in_beoordeling') then o.status = 'aangeboden'
        or (o.status = 'aanvaard' and m.ontvangen_op <= o.beantwoord_op and exists (select from zicht z
          where z.regio_id = o.regio_id and z.casus_id = o.casus_id and z.tot is null and z.organisatie_id = o.naar_organisatie_id))
      when m.status = 'beoordeeld' then o.status = 'aangeboden' and (b.vastgesteld_op > o.aangeboden_op
        or exists (select from samenvoeging s where s.regio_id = o.regio_id and s.doel_casus_id = o.casus_id and s.op > o.aangeboden_op
          and s.ongedaan_op is null and s.verplaatst -> 'rijen' -> 'melding' ? m.id::text))
      else false end
  having count(*) > 0;
end;
revoke all on function houvast.overdracht_nieuwe_melding(uuid) from public;
grant execute on function houvast.regio_tellingen(timestamptz, timestamptz), houvast.overdracht_nieuwe_melding(uuid) to houvast_app;
reset role;
