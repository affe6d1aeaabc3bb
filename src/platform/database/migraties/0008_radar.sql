-- SPDX-License-Identifier: EUPL-1.2
-- What is shown of earlier involvement, in steps (P3): that someone is known; then, for a purpose and with a reason, what was
-- before; then whom to call. The second step is on record here, and the third goes by it.
set local role houvast_owner;

create table houvast.radar_inzage (
  regio_id uuid not null,
  id uuid not null,
  organisatie_id uuid not null,
  medewerker_id uuid not null,
  -- none: while the melding was still being told
  melding_id uuid,
  -- more than one: mentions of what is in all likelihood one human being, whom nobody has joined yet
  persoon_ids uuid[] not null check (cardinality(persoon_ids) > 0),
  doel text not null,
  reden text not null,
  toelichting text,
  op timestamptz not null,
  primary key (regio_id, id),
  foreign key (regio_id, medewerker_id) references houvast.medewerker,
  foreign key (regio_id, melding_id) references houvast.melding,
  constraint anders_met_woorden check (reden <> 'anders' or coalesce(length(toelichting), 0) > 0)
);
create index on houvast.radar_inzage (regio_id, medewerker_id, op);
select houvast.beveilig('houvast.radar_inzage', 'select, insert',
  'medewerker_id = (select houvast.ctx_medewerker()) or (select houvast.ctx_fg())');
-- In one's own name, and for an organisation whose register it is.
create policy eigen_naam on houvast.radar_inzage as restrictive for insert to houvast_app with check
  (medewerker_id = (select houvast.ctx_medewerker()) and organisatie_id = (select houvast.ctx_casusorganisatie()));
create trigger bijschrijven before update or delete or truncate on houvast.radar_inzage
  for each statement execute function houvast.alleen_bijschrijven();

-- The casussen in which these persons of the asker's register were mentioned: how each ended, who knows, and who is regisseur there.
-- What is closed to the asker is not there (radar_casussen); what was merged counts where it went.
create function houvast.radar_eerder(organisatie uuid, personen uuid[])
  returns table (casus_id uuid, nummer text, status text, geopend_op timestamptz, gesloten_op timestamptz, sluitreden text,
                 directbetrokken boolean, houder_id uuid, houder text, regisseur_id uuid)
language plpgsql stable security definer set search_path = houvast, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select r.casus_id, r.nummer, r.status, r.geopend_op, r.gesloten_op, c.sluitreden, bool_or(r.directbetrokken), r.houder_id, r.houder, c.regisseur_id
  from houvast.radar_casussen(radar_eerder.organisatie, radar_eerder.personen) r
  join houvast.casus c on c.regio_id = (select houvast.ctx_regio()) and c.id = r.casus_id and c.samengevoegd_in is null
  group by r.casus_id, r.nummer, r.status, r.geopend_op, r.gesloten_op, c.sluitreden, r.houder_id, r.houder, c.regisseur_id
  order by r.status = 'open' desc, coalesce(r.gesloten_op, r.geopend_op) desc, r.casus_id;
end $$;
revoke all on function houvast.radar_eerder(uuid, uuid[]) from public;
grant execute on function houvast.radar_eerder(uuid, uuid[]) to houvast_app;
reset role;
