// SPDX-License-Identifier: EUPL-1.2
import Type from 'typebox';
import { bij } from '../../kern/gebeurtenissen.ts';
import type { Reacties } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { getRadarbeeld, type Weging } from './beeld.store.ts';
import { belangNaSluiting } from './belang.store.ts';
import { planTelling, stopVragen, zoekBijMelding } from './kandidaat.store.ts';
import { beoordeelKandidaat, draaiTerug } from './kandidaatoordeel.store.ts';
import { WAARBORGEN } from './oordeel.ts';
import { ANTWOORDEN, BETEKENISSEN, OORDELEN, VERSCHILVELDEN } from './radar.ts';
import { neemInRegister } from './register.store.ts';
import { getSamenvoeging, listSamenvoegingen, type Samenvoeging, voegSamen } from './samenvoegen.store.ts';
import { draaiSamenvoegingTerug } from './terugdraaien.store.ts';

const Staaf = Type.Object(
  {
    veld: Type.String(),
    niveau: Type.String(),
    bits: Type.Number(),
    zin: Type.String(),
    zinEn: Type.String(),
  },
  { $id: 'RadarStaaf' },
);
/** The weight says "the same person" and nothing else (docs/besluiten/2026-11-21-geen-score.md). */
const weging = {
  gewicht: Type.Number({ description: 'In bits: prior plus alle staven.' }),
  kans: Type.Number({ minimum: 0, maximum: 1 }),
  prior: Type.Number(),
  model: Type.String(),
  staven: Type.Array(Staaf),
};
const Betekenis = Keuze(BETEKENISSEN);

const Verschil = Type.Object(
  {
    veld: Keuze(VERSCHILVELDEN),
    gegeven: Leeg(Type.String()),
    bekend: Leeg(Type.String()),
    stukken: Type.Array(Type.Object({ soort: Keuze(['gelijk', 'weg', 'nieuw']), tekst: Type.String() })),
  },
  { $id: 'RadarVerschil' },
);

const KandidaatUit = Type.Object(
  {
    ...weging,
    id: Id,
    oordeel: Keuze(OORDELEN),
    persoonId: Id,
    naam: Type.String(),
    geboren: Leeg(Type.String()),
    woonplaats: Leeg(Type.String()),
    geheimAdres: Type.Boolean(),
    gegevenOp: Moment,
    verschillen: Type.Array(Verschil),
    vraagredenen: Type.Array(Keuze(WAARBORGEN), {
      description: 'Bij een vraag: waarom die gesteld wordt, hoewel er genoeg gelijk is om zelf te koppelen.',
    }),
    eenduidig: Type.Boolean({
      description: 'Deze past duidelijk beter dan de anderen: er mag over verteld worden.',
    }),
    betekenis: Leeg(Betekenis),
    vervallen: Type.Boolean(),
    beoordeeldOp: Leeg(Moment),
    door: Leeg(Type.String()),
    reden: Leeg(Type.String()),
  },
  { $id: 'RadarKandidaat' },
);

const VoorstelUit = Type.Object(
  { casusId: Id, nummer: Type.String(), status: Keuze(['open', 'gesloten']), gemeen: Type.Integer() },
  { $id: 'RadarVoorstel' },
);
const SamenvoegingUit = Type.Object(
  {
    id: Id,
    bronCasusId: Id,
    bronNummer: Type.String(),
    doelCasusId: Id,
    doelNummer: Type.String(),
    samengevoegdOp: Moment,
    door: Type.String(),
    reden: Type.String(),
    ongedaanOp: Leeg(Moment),
    ongedaanReden: Leeg(Type.String()),
  },
  { $id: 'Samenvoeging' },
);

export const RadarUit = Type.Object(
  {
    meldingId: Id,
    nummer: Type.String(),
    ontvangenOp: Moment,
    casusId: Id,
    casusNummer: Type.String(),
    aanduiding: Type.String(),
    betrokkenheid: Type.String(),
    betrokkenheidUitleg: Type.String(),
    voorlopig: Type.Boolean(),
    openVragen: Type.Integer(),
    personen: Type.Array(
      Type.Object({
        vermeldingId: Id,
        persoonId: Id,
        naam: Type.String(),
        geboren: Leeg(Type.String()),
        woonplaats: Leeg(Type.String()),
        rol: Type.String(),
        geheimAdres: Type.Boolean(),
        kandidaten: Type.Array(KandidaatUit),
      }),
    ),
    voorstellen: Type.Array(VoorstelUit),
    samenvoegingen: Type.Array(SamenvoegingUit),
  },
  { $id: 'Radar' },
);

const Wijziging = Type.Object({ meldingId: Id, van: Type.String(), naar: Type.String() });
const OordeelUit = Type.Object(
  {
    id: Id,
    meldingId: Id,
    casusId: Id,
    oordeel: Keuze(OORDELEN),
    openVragen: Type.Integer(),
    wijzigingen: Type.Array(Wijziging, {
      description: 'Meldingen waarvan de eerdere betrokkenheid hierdoor anders is.',
    }),
  },
  { $id: 'RadarOordeelUit' },
);

const iso = (d: Date | null) => d?.toISOString() ?? null;
const alsWeging = (w: Weging) => ({
  gewicht: w.gewicht,
  kans: w.kans,
  prior: w.prior,
  model: w.model,
  staven: w.staven.map((s) => ({ ...s })),
});
const alsSamenvoeging = ({ op, ...s }: Samenvoeging) => ({
  ...s,
  samengevoegdOp: op.toISOString(),
  ongedaanOp: iso(s.ongedaanOp),
});

function metReden(reden: string): string {
  const t = reden.trim();
  if (!t)
    throw ongeldig([{ veld: 'reden', melding: 'Schrijf waarom. Een ander moet het later kunnen volgen.' }]);
  return t;
}

/** What the radar does when something happens elsewhere, in the same transaction. */
export function reageerMetRadar(reacties: Reacties): void {
  bij(reacties, 'melding.ontvangen', zoekBijMelding);
  bij(reacties, 'melding.aangevuld', zoekBijMelding);
  bij(reacties, 'melding.ingetrokken', stopVragen);
  bij(reacties, 'overdracht.aanvaard', neemInRegister);
  bij(reacties, 'organisatie.gesloten', async (tx, o) => planTelling(tx, o.opvolgerId));
  bij(reacties, 'organisatie.gesloten', belangNaSluiting);
}

const Reden = Type.Object({ reden: Tekst(2000) }, { $id: 'RadarReden' });

/** Routes of the radar: reading what was found, judging, undoing. Only for Veilig Thuis. */
export function registreerRadar(api: Api, huis: Huis): void {
  const tags = ['Radar'];
  const melding = onzichtbaarZonderDeel(huis.deuren, 'Deze melding');
  const kandidaat = onzichtbaarZonderDeel(huis.deuren, 'Deze kandidaat');

  api.get(
    '/meldingen/:id/radar',
    {
      schema: {
        operationId: 'radarLezen',
        summary: 'Wat de radar bij een melding vond, per persoon en veld voor veld uitgelegd',
        tags,
        params: IdParam,
        response: { 200: RadarUit },
      },
    },
    async (request) => {
      const { id } = request.params;
      return melding.read(
        contextVan(request, 'beoordelen'),
        'radar.lezen',
        { soort: 'melding', onderwerpId: id },
        async (tx) => {
          const r = await getRadarbeeld(tx, id);
          return {
            ...r,
            ontvangenOp: r.ontvangenOp.toISOString(),
            personen: r.personen.map((p) => ({
              ...p,
              kandidaten: p.kandidaten.map((k) => ({
                ...k,
                ...alsWeging(k),
                oordeel: k.oordeel as (typeof OORDELEN)[number],
                gegevenOp: k.gegevenOp.toISOString(),
                beoordeeldOp: iso(k.beoordeeldOp),
                verschillen: k.verschillen.map((v) => ({ ...v, stukken: v.stukken.map((s) => ({ ...s })) })),
              })),
            })),
            voorstellen: r.voorstellen.map((v) => ({
              casusId: v.casusId,
              nummer: v.nummer,
              status: v.status === 'open' ? ('open' as const) : ('gesloten' as const),
              gemeen: v.gemeen,
            })),
            samenvoegingen: r.samenvoegingen.map(alsSamenvoeging),
          };
        },
      );
    },
  );

  api.post(
    '/radar-kandidaten/:id/oordeel',
    {
      schema: {
        operationId: 'radarBeoordelen',
        summary: 'Zeg of dit dezelfde persoon is',
        tags,
        params: IdParam,
        body: Type.Object(
          { oordeel: Keuze(ANTWOORDEN), reden: Type.Optional(Leeg(Type.String({ maxLength: 2000 }))) },
          { $id: 'RadarOordeel' },
        ),
        response: { 200: OordeelUit },
      },
    },
    async (request) => {
      const { id } = request.params;
      return kandidaat.act(
        contextVan(request, 'beoordelen'),
        'radar.beoordelen',
        { soort: 'radar_kandidaat', onderwerpId: id },
        (tx) => beoordeelKandidaat(tx, id, request.body.oordeel, request.body.reden?.trim() || null),
      );
    },
  );

  api.post(
    '/radar-kandidaten/:id/terugdraaiing',
    {
      schema: {
        operationId: 'radarTerugdraaien',
        summary: 'Draai een oordeel of koppeling terug: alles wordt precies zoals het was',
        tags,
        params: IdParam,
        body: Reden,
        response: { 200: OordeelUit },
      },
    },
    async (request) => {
      const { id } = request.params;
      const reden = metReden(request.body.reden);
      return kandidaat.act(
        contextVan(request, 'beoordelen'),
        'radar.terugdraaien',
        { soort: 'radar_kandidaat', onderwerpId: id },
        (tx) => draaiTerug(tx, id, reden),
      );
    },
  );
}

/** Routes that make two casussen one, and two again. */
export function registreerSamenvoegen(api: Api, huis: Huis): void {
  const tags = ['Radar'];
  const casus = onzichtbaarZonderDeel(huis.deuren, 'Deze casus');
  const samenvoeging = onzichtbaarZonderDeel(huis.deuren, 'Deze samenvoeging');

  api.post(
    '/casussen/:id/samenvoeging',
    {
      schema: {
        operationId: 'casusSamenvoegen',
        summary: 'Laat een casus opgaan in een oudere over dezelfde mensen',
        tags,
        params: IdParam,
        body: Type.Object({ doelCasusId: Id, reden: Tekst(2000) }, { $id: 'SamenvoegingInvoer' }),
        response: {
          201: Type.Object(
            {
              id: Id,
              bronCasusId: Id,
              doelCasusId: Id,
              doelNummer: Type.String(),
              heropend: Type.Boolean(),
              houder: Type.String(),
              wijzigingen: Type.Array(Wijziging),
            },
            { $id: 'SamenvoegingGedaan' },
          ),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const reden = metReden(request.body.reden);
      const uit = await casus.act(
        contextVan(request, 'beoordelen'),
        'casus.samenvoegen',
        { soort: 'casus', casusId: id },
        (tx) => voegSamen(tx, id, request.body.doelCasusId, reden),
      );
      return reply.code(201).header('Location', `/api/v1/samenvoegingen/${uit.id}`).send(uit);
    },
  );

  api.get(
    '/casussen/:id/samenvoegingen',
    {
      schema: {
        operationId: 'samenvoegingenLezen',
        summary: 'Welke casussen in deze opgingen, of waarin deze opging',
        tags,
        params: IdParam,
        response: { 200: Type.Array(SamenvoegingUit) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return casus.read(
        contextVan(request, 'beoordelen'),
        'casus.lezen',
        { soort: 'casus', casusId: id },
        async (tx) => (await listSamenvoegingen(tx, { casusId: id })).map(alsSamenvoeging),
      );
    },
  );

  api.get(
    '/samenvoegingen/:id',
    {
      schema: {
        operationId: 'samenvoegingLezen',
        summary: 'Lees een samenvoeging',
        tags,
        params: IdParam,
        response: { 200: SamenvoegingUit },
      },
    },
    async (request) => {
      const { id } = request.params;
      return samenvoeging.read(
        contextVan(request, 'beoordelen'),
        'casus.lezen',
        { soort: 'samenvoeging', onderwerpId: id },
        async (tx) => alsSamenvoeging(await getSamenvoeging(tx, id)),
      );
    },
  );

  api.post(
    '/samenvoegingen/:id/terugdraaiing',
    {
      schema: {
        operationId: 'samenvoegenTerugdraaien',
        summary: 'Maak van een samengevoegde casus weer twee, precies zoals zij waren',
        tags,
        params: IdParam,
        body: Reden,
        response: {
          200: Type.Object(
            {
              id: Id,
              bronCasusId: Id,
              doelCasusId: Id,
              doelAlsVoorheen: Type.Boolean(),
              wijzigingen: Type.Array(Wijziging),
            },
            { $id: 'SamenvoegingTerug' },
          ),
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      const reden = metReden(request.body.reden);
      return samenvoeging.act(
        contextVan(request, 'beoordelen'),
        'casus.samenvoegen_ongedaan',
        { soort: 'samenvoeging', onderwerpId: id },
        (tx) => draaiSamenvoegingTerug(tx, id, reden),
      );
    },
  );
}
