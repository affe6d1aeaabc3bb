// SPDX-License-Identifier: EUPL-1.2

import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { codes } from '../../kern/lijsten.ts';
import type { Context } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { alsOpgave, PersoonInvoer } from '../melding/melding.api.ts';
import type { Herkenning } from '../melding/melding.store.ts';
import { naarRadar } from './herkenning.ts';
import { type Eerder, getContact, toonBijKandidaat, toonBijTypen, zoekTreffers } from './inzage.store.ts';
import { INZAGEDOELEN, INZAGEREDENEN, type Inzagegrond } from './inzage.ts';
import { Kijkgeheugen } from './kijkgeheugen.ts';
import { PASVELDEN, ZEKERHEDEN } from './treffer.ts';
import type { Vermelding } from './vermelding.ts';

const Personen = Type.Array(PersoonInvoer, { minItems: 1, maxItems: 30 });

const RadarAntwoord = Type.Object(
  {
    personen: Type.Array(
      Type.Object({
        plek: Type.Integer(),
        treffer: Leeg(
          Type.Object({
            zekerheid: Keuze(ZEKERHEDEN),
            past: Type.Array(Keuze(PASVELDEN), { description: 'Welke van de gegeven feiten passen.' }),
          }),
        ),
      }),
    ),
  },
  { $id: 'RadarAntwoord' },
);
export type RadarAntwoordType = Static<typeof RadarAntwoord>;

const grond = {
  doel: Keuze(codes(INZAGEDOELEN)),
  reden: Keuze(codes(INZAGEREDENEN)),
  toelichting: Type.Optional(Leeg(Type.String({ maxLength: 500 }))),
};
const Grond = Type.Object(grond, { $id: 'RadarInzagegrond' });

const EerderUit = Type.Object(
  {
    inzageId: Id,
    naam: Type.String(),
    geboortejaar: Leeg(Type.Integer()),
    woonplaats: Leeg(Type.String()),
    casussen: Type.Array(
      Type.Object({
        casusId: Id,
        nummer: Type.String(),
        status: Keuze(['open', 'gesloten']),
        geopendOp: Moment,
        geslotenOp: Leeg(Moment),
        sluitreden: Leeg(Type.String()),
        directbetrokken: Type.Boolean(),
        weet: Leeg(Type.String({ description: 'Wie zicht houdt, of als laatste hield.' })),
        inzien: Type.Boolean({ description: 'U mag deze casus openen.' }),
        meldingen: Type.Array(
          Type.Object({
            ontvangenOp: Moment,
            uitkomst: Type.String({
              description: 'Het besluit na de beoordeling, of ingetrokken of in_beoordeling.',
            }),
          }),
        ),
      }),
    ),
  },
  { $id: 'RadarEerder' },
);
export type EerderType = Static<typeof EerderUit>;

const ContactUit = Type.Object(
  {
    organisatie: Type.String(),
    soort: Type.String(),
    team: Leeg(Type.String()),
    telefoon: Leeg(Type.String()),
    eigen: Type.Boolean(),
    nummer: Type.String(),
  },
  { $id: 'RadarContact' },
);
export type ContactType = Static<typeof ContactUit>;

/** A look is not kept to be answered again: asked twice is looked at twice, and on record twice. */
function blik(request: FastifyRequest, doel: string): Context {
  return { ...contextVan(request, doel), idempotentie: undefined };
}

function leesGrond(b: Static<typeof Grond>): Inzagegrond {
  const toelichting = b.toelichting?.trim() || null;
  if (b.reden === 'anders' && !toelichting)
    throw ongeldig([
      { veld: 'toelichting', melding: 'Schrijf in een paar woorden waarom u dit wilt weten.' },
    ]);
  return { doel: b.doel, reden: b.reden, toelichting };
}

const alsEerder = (e: Eerder): EerderType => ({
  ...e,
  casussen: e.casussen.map((c) => ({
    ...c,
    geopendOp: c.geopendOp.toISOString(),
    geslotenOp: c.geslotenOp?.toISOString() ?? null,
    meldingen: c.meldingen.map((m) => ({ ...m, ontvangenOp: m.ontvangenOp.toISOString() })),
  })),
});

/** Routes for what is shown of someone who may be known: hit or no hit, what was before, whom to call. Only for Veilig Thuis. */
export function registreerInzage(api: Api, huis: Huis, herkenning: Herkenning): void {
  const tags = ['Radar'];
  const kandidaat = onzichtbaarZonderDeel(huis.deuren, 'Deze kandidaat');
  const inzage = onzichtbaarZonderDeel(huis.deuren, 'Deze inzage');
  const geheugen = new Kijkgeheugen();

  const naarVermeldingen = (personen: Static<typeof Personen>): Map<string, Vermelding> =>
    new Map(
      naarRadar(
        personen.map(alsOpgave).map((p) => ({
          ...p,
          bsnSleutel: p.bsn && herkenning.isGeldigBsn(p.bsn) ? herkenning.bsnSleutel(p.bsn) : null,
        })),
      ).map((v, i) => [String(i), v]),
    );

  api.post(
    '/radar/_zoek',
    {
      schema: {
        operationId: 'radarZoeken',
        summary: 'Zeg bij de personen van een formulier of iemand al bekend is, en meer niet',
        tags,
        body: Type.Object({ personen: Personen }, { $id: 'RadarVraag' }),
        response: { 200: RadarAntwoord },
      },
    },
    async (request) => {
      const gezocht = naarVermeldingen(request.body.personen);
      const gevraagd = [...gezocht.values()];
      const context = blik(request, 'melden');
      const ik = context.wie.medewerkerId;
      const uit = await huis.deuren.read(context, 'radar.zoeken', { soort: 'radar' }, async (tx) => {
        const gevonden = await zoekTreffers(tx, tx.wie.organisatieId, gezocht);
        const personen = [...new Set([...gevonden.values()].flatMap((g) => g.persoonIds))];
        tx.betreft(...personen);
        tx.categorie('bekend of niet');
        const herhaling = geheugen.herhaalt(ik, personen, gevraagd, tx.nu);
        if (herhaling) tx.stil();
        return { gevonden, personen, herhaling, nu: tx.nu };
      });
      if (!uit.herhaling) geheugen.onthoud(ik, uit.personen, gevraagd, uit.nu);
      return {
        personen: [...gezocht.keys()].map((plek) => {
          const g = uit.gevonden.get(plek);
          return { plek: Number(plek), treffer: g ? { zekerheid: g.zekerheid, past: g.past } : null };
        }),
      };
    },
  );

  api.post(
    '/radar/_eerder',
    {
      schema: {
        operationId: 'radarEerderBijTypen',
        summary:
          'Toon, voor een doel en met een reden, wat eerder bekend was van een persoon in een formulier',
        tags,
        body: Type.Object(
          { personen: Personen, plek: Type.Integer({ minimum: 0, maximum: 29 }), ...grond },
          { $id: 'RadarEerderVraag' },
        ),
        response: { 200: EerderUit },
      },
    },
    async (request) => {
      const g = leesGrond(request.body);
      const gezocht = naarVermeldingen(request.body.personen);
      return alsEerder(
        await huis.deuren.act(blik(request, g.doel), 'radar.eerder_bij_typen', { soort: 'radar' }, (tx) =>
          toonBijTypen(tx, gezocht, String(request.body.plek), g),
        ),
      );
    },
  );

  api.post(
    '/radar-kandidaten/:id/eerder',
    {
      schema: {
        operationId: 'radarEerder',
        summary:
          'Toon, voor een doel en met een reden, wat eerder bekend was van een kandidaat bij een melding',
        tags,
        params: IdParam,
        body: Grond,
        response: { 200: EerderUit },
      },
    },
    async (request) => {
      const { id } = request.params;
      const g = leesGrond(request.body);
      return alsEerder(
        await kandidaat.act(
          blik(request, g.doel),
          'radar.eerder',
          { soort: 'radar_kandidaat', onderwerpId: id },
          (tx) => toonBijKandidaat(tx, id, g),
        ),
      );
    },
  );

  api.post(
    '/radar-inzagen/:id/contact',
    {
      schema: {
        operationId: 'radarContact',
        summary: 'Zeg wie meer weet van een casus die u net zag, en hoe u die bereikt',
        tags,
        params: IdParam,
        body: Type.Object({ casusId: Id, doel: grond.doel }, { $id: 'RadarContactVraag' }),
        response: { 200: ContactUit },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { casusId, doel } = request.body;
      return inzage.act(
        blik(request, doel),
        'radar.contact',
        { soort: 'radar_inzage', onderwerpId: id },
        (tx) => getContact(tx, id, casusId, doel),
      );
    },
  );
}
