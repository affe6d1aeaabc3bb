// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { plekVan, Voor } from '../../kern/bladeren.api.ts';
import { bij } from '../../kern/gebeurtenissen.ts';
import { codes } from '../../kern/lijsten.ts';
import { AANWIJZINGEN } from '../../kern/uitspraak/nazien.ts';
import { keurTeksten } from '../../kern/uitspraak/tekst.store.ts';
import {
  geefVrij,
  houdBinnen,
  houdBinnenVan,
  houdUitspraakBinnen,
  laatVrij,
} from '../../kern/uitspraak/vrijgave.store.ts';
import type { Reacties, Tx } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { bereidVoor, biedAan } from './aanbod.store.ts';
import {
  aanvaard,
  behoud,
  trekGemengdAanbodIn,
  trekIn,
  verloop,
  vervalBijSluiten,
  verwerkSluiting,
  weiger,
} from './antwoord.store.ts';
import {
  getOverdracht,
  listOverdrachten,
  noemRegisseur,
  type Overdracht as OverdrachtRij,
  volgAcuut,
} from './overdracht.store.ts';
import { DELEN, GRONDSLAGEN, LANGSTE_TERMIJN, STATUSSEN, TYPE_HULP } from './overdracht.ts';
import {
  herzieTerugkoppelingen,
  stelOpNaBeoordeling,
  stelOpNaOverdracht,
  verplaatsTerugkoppelingen,
  vervalNaIntrekking,
} from './terugkoppeling.store.ts';

const Partij = Type.Object({ id: Id, naam: Type.String(), soort: Type.String() });
const DeelMetGrond = Type.Object({ deel: Keuze(codes(DELEN)), grond: Tekst(500) });

const GegevensSchema = Type.Object({
  aanduiding: Type.String(),
  casusNummer: Type.String(),
  gemeentecode: Leeg(Type.String()),
  acuut: Type.Boolean(),
  contact: Type.Object({ naam: Type.String(), telefoon: Type.String() }),
  personen: Leeg(
    Type.Array(
      Type.Object({
        naam: Type.String(),
        leeftijd: Leeg(Type.Integer()),
        leeftijdOngeveer: Type.Boolean(),
        geboortejaar: Leeg(Type.Integer()),
        geboortemaand: Leeg(Type.Integer()),
        geboortedag: Leeg(Type.Integer()),
        geslacht: Leeg(Type.String()),
        rollen: Type.Array(Type.String()),
        relatie: Leeg(Type.String()),
        adres: Leeg(Type.String()),
        geheimAdres: Type.Boolean(),
        telefoon: Type.Array(Type.String()),
      }),
    ),
  ),
  uitspraken: Leeg(
    Type.Array(
      Type.Object({
        soort: Type.String(),
        tekst: Type.String(),
        bron: Type.String(),
        gebeurdOp: Leeg(Type.String()),
        vastgelegdOp: Moment,
        wederhoor: Type.Array(
          Type.Object({ door: Type.String(), reactie: Type.String(), oneens: Type.Boolean() }),
        ),
      }),
    ),
  ),
  beoordeling: Leeg(
    Type.Object({
      acuut: Leeg(Type.String()),
      acuutArgument: Leeg(Type.String()),
      structureel: Leeg(Type.String()),
      structureelArgument: Leeg(Type.String()),
      multiprobleem: Leeg(Type.String()),
      multiprobleemArgument: Leeg(Type.String()),
      besluit: Type.String(),
      besluitReden: Type.String(),
      vastgesteldOp: Moment,
    }),
  ),
  veiligheidsvoorwaarden: Leeg(
    Type.Array(Type.Object({ tekst: Type.String(), voor: Type.String(), gesteldOp: Moment })),
  ),
  veiligheidscijfers: Leeg(
    Type.Array(
      Type.Object({
        over: Type.String(),
        scorerSoort: Type.String(),
        scorer: Type.String(),
        cijfer: Type.Integer(),
        waarom: Type.String(),
        op: Moment,
      }),
    ),
  ),
  veiligheidscontroles: Leeg(
    Type.Array(
      Type.Object({ op: Moment, met: Type.String(), uitkomst: Type.String(), toelichting: Type.String() }),
    ),
  ),
});

const velden = {
  id: Id,
  casusId: Leeg(Id),
  status: Keuze(STATUSSEN),
  /** in: wij zijn de ontvanger; uit: wij zijn de gever; anders: wij hebben er later een deel in gekregen. */
  richting: Keuze(['in', 'uit', 'anders']),
  van: Partij,
  naar: Partij,
  /** Wie nu zicht houdt; leeg zolang dat niet aan u is om te zien. */
  houder: Leeg(Partij),
  zicht: Type.String(),
  aanduiding: Leeg(Type.String()),
  aangebodenOp: Moment,
  vervaltOp: Leeg(Moment),
  beantwoordOp: Leeg(Moment),
  keuzeOpen: Type.Boolean(),
};

export const OverdrachtRegel = Type.Object(velden, { $id: 'OverdrachtRegel' });

export const Overdracht = Type.Object(
  {
    ...velden,
    doel: Leeg(Type.String()),
    grondslag: Type.String(),
    typeHulp: Type.String(),
    bericht: Leeg(Type.String()),
    delen: Type.Array(Type.Object({ deel: Type.String(), grond: Type.String() })),
    gegevens: Leeg(GegevensSchema),
    aangebodenDoor: Leeg(Type.String()),
    beantwoordDoor: Leeg(Type.String()),
    reden: Leeg(Type.String()),
    regisseur: Leeg(Type.Object({ id: Id, naam: Type.String() })),
    nieuweMelding: Leeg(
      Type.Object(
        { acuut: Type.Boolean(), beoordeeld: Type.Boolean(), zin: Type.String() },
        {
          description:
            'Er is een melding over dit gezin die niet in dit aanbod staat. beoordeeld: Veilig Thuis heeft haar al beoordeeld, anders moet dat nog.',
        },
      ),
    ),
  },
  { $id: 'Overdracht' },
);

export type OverdrachtRegelAntwoord = Static<typeof OverdrachtRegel>;
export type OverdrachtAntwoord = Static<typeof Overdracht>;

const Stukken = Type.Array(Type.Object({ tekst: Type.String(), soort: Leeg(Keuze(AANWIJZINGEN)) }), {
  description: 'De tekst in stukken; soort zegt waarheen een stuk kan leiden.',
});

const Voorbereiding = Type.Object(
  {
    delen: Type.Array(Type.Object({ deel: Keuze(codes(DELEN)), aantal: Type.Integer() })),
    ontbreekt: Type.Array(Type.Object({ veld: Type.String(), zin: Type.String(), zinEn: Type.String() })),
    wordtAfgeschermd: Type.Array(Type.Object({ id: Id, begin: Type.String() })),
    naTeZien: Type.Array(
      Type.Object({
        id: Id,
        tekst: Stukken,
        bron: Stukken,
        wederhoor: Type.Array(Stukken),
      }),
    ),
    contactNaam: Type.String(),
    contactTelefoon: Leeg(Type.String()),
    houder: Leeg(Type.String()),
    openAanbodId: Leeg(Id),
  },
  { $id: 'OverdrachtVoorbereiding' },
);

export type VoorbereidingAntwoord = Static<typeof Voorbereiding>;

const Aanbod = Type.Object(
  {
    naarOrganisatieId: Id,
    doel: Tekst(500),
    grondslag: Keuze(codes(GRONDSLAGEN)),
    typeHulp: Keuze(codes(TYPE_HULP)),
    bericht: Tekst(4000),
    delen: Type.Array(DeelMetGrond, { minItems: 1, maxItems: DELEN.length }),
    nagezien: Type.Optional(
      Type.Array(Type.Object({ id: Id, mee: Type.Boolean() }), {
        maxItems: 2000,
        description:
          'Van elke tekst die iemand moest nakijken (naTeZien): gaat die mee, of blijft die bij u?',
      }),
    ),
    termijn: Type.Optional(
      Leeg(
        Type.Integer({
          minimum: 1,
          maximum: LANGSTE_TERMIJN,
          description: 'Werkdagen voor het antwoord; leeg: de standaard.',
        }),
      ),
    ),
    contactNaam: Type.Optional(Leeg(Type.String({ maxLength: 200 }))),
    contactTelefoon: Type.Optional(Leeg(Type.String({ maxLength: 60 }))),
  },
  { $id: 'OverdrachtAanbod' },
);

const MetReden = Type.Object({ reden: Tekst(2000) }, { $id: 'OverdrachtReden' });

const tijd = (d: Date | null) => d?.toISOString() ?? null;

function alsAntwoord(o: OverdrachtRij) {
  return {
    ...o,
    aangebodenOp: o.aangebodenOp.toISOString(),
    vervaltOp: tijd(o.vervaltOp),
    beantwoordOp: tijd(o.beantwoordOp),
  };
}

function metReden(reden: string): string {
  const t = reden.trim();
  if (!t) throw ongeldig([{ veld: 'reden', melding: 'Vul de reden in.' }]);
  return t;
}

/** What the station does when something happens elsewhere, in the same transaction. */
export function reageerMetOverdracht(reacties: Reacties): void {
  bij(reacties, 'termijn.verstreken', async (tx, v) => {
    if (v.soort === 'overdracht_antwoord' && v.wat === 'verstreken') await verloop(tx, v.onderwerpId);
  });
  bij(reacties, 'casus.gesloten', (tx, c) =>
    vervalBijSluiten(tx, c.casusId, 'De casus is gesloten: er is niets meer over te dragen.'),
  );
  bij(reacties, 'organisatie.gesloten', verwerkSluiting);
  bij(reacties, 'beoordeling.vastgesteld', (tx, b) => stelOpNaBeoordeling(tx, b));
  bij(reacties, 'overdracht.aanvaard', async (tx, o) => {
    await stelOpNaOverdracht(tx, o);
    await houdBinnen(tx, o.casusId);
  });
  bij(reacties, 'melding.ingetrokken', (tx, m) => vervalNaIntrekking(tx, m.meldingId));
  bij(reacties, 'melding.verplaatst', async (tx, m) => {
    await verplaatsTerugkoppelingen(tx, m.meldingIds, m.naarCasusId);
    await houdBinnen(tx, m.naarCasusId);
  });
  bij(reacties, 'casus.herschikt', async (tx, c) => {
    await houdBinnen(tx, c.casusId);
    if (!c.sinds) return;
    await trekGemengdAanbodIn(tx, c.casusId, c.sinds);
    await herzieTerugkoppelingen(tx, c.casusId, c.sinds);
  });
  bij(reacties, 'uitspraak.toegevoegd', laatVrij);
  bij(reacties, 'tekst.geschreven', keurTeksten);
  bij(reacties, 'melding.ontvangen', async (tx, m) => {
    await houdBinnen(tx, m.casusId);
    if (m.acuut) await volgAcuut(tx, m.casusId);
  });
  bij(reacties, 'melding.aangevuld', (tx, m) => houdBinnen(tx, m.casusId));
  bij(reacties, 'melding.acuut_gemeld', (tx, m) => volgAcuut(tx, m.casusId));
  bij(reacties, 'casus.acuut_gewijzigd', (tx, c) => volgAcuut(tx, c.casusId));
  bij(reacties, 'casus.gedeeld', (tx, c) => houdBinnen(tx, c.casusId));
  bij(reacties, 'personen.herkend', houdBinnenVan);
}

/** Routes of the overdracht: preparing, offering, and the three answers. */
export function registreerOverdracht(api: Api, huis: Huis): void {
  const tags = ['Overdracht'];
  const onderwerp = (id: string) => ({ soort: 'overdracht', onderwerpId: id });
  const lees = (request: FastifyRequest, id: string) =>
    huis.deuren.read(contextVan(request, 'overdragen'), 'overdracht.lezen', onderwerp(id), async (tx) =>
      alsAntwoord(await getOverdracht(tx, id)),
    );
  /**
   * Does it, and reads what is there now as a look of its own. The answer of the act is kept for whoever sends the same again: it
   * holds nothing of the family, which may be out of sight by then.
   */
  const doe = async (
    request: FastifyRequest,
    id: string,
    handeling: string,
    werk: (tx: Tx) => Promise<void>,
  ) => {
    await huis.deuren.act(contextVan(request, 'overdragen'), handeling, onderwerp(id), async (tx) => {
      await werk(tx);
      return { id };
    });
    return lees(request, id);
  };

  api.get(
    '/casussen/:id/overdracht-voorbereiding',
    {
      schema: {
        operationId: 'overdrachtVoorbereiden',
        summary: 'Wat er is om over te dragen, en wat er nog ontbreekt',
        tags,
        params: IdParam,
        response: { 200: Voorbereiding },
      },
    },
    async (request) => {
      const { id } = request.params;
      return huis.deuren.read(
        contextVan(request, 'overdragen'),
        'overdracht.voorbereiden',
        { soort: 'casus', casusId: id },
        (tx) => bereidVoor(tx, id),
      );
    },
  );
  api.post(
    '/uitspraken/:id/vrijgave',
    {
      schema: {
        operationId: 'uitspraakVrijgeven',
        summary: 'Laat anderen die bij deze casus horen een uitspraak meelezen, nadat u haar hebt nagekeken',
        tags: ['Casus'],
        params: IdParam,
        response: { 200: Type.Object({ id: Id }, { $id: 'Vrijgegeven' }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return onzichtbaarZonderDeel(huis.deuren, 'Deze uitspraak').act(
        contextVan(request, 'zicht_houden'),
        'uitspraak.vrijgeven',
        { soort: 'uitspraak', onderwerpId: id },
        async (tx) => {
          await geefVrij(tx, id);
          return { id };
        },
      );
    },
  );
  api.post(
    '/uitspraken/:id/afscherming',
    {
      schema: {
        operationId: 'uitspraakAfschermen',
        summary: 'Houd een uitspraak die u hebt nagekeken binnen uw organisatie',
        tags: ['Casus'],
        params: IdParam,
        response: { 200: Type.Object({ id: Id }, { $id: 'Afgeschermd' }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return onzichtbaarZonderDeel(huis.deuren, 'Deze uitspraak').act(
        contextVan(request, 'zicht_houden'),
        'uitspraak.afschermen',
        { soort: 'uitspraak', onderwerpId: id },
        async (tx) => {
          await houdUitspraakBinnen(tx, id);
          return { id };
        },
      );
    },
  );
  api.post(
    '/casussen/:id/overdrachten',
    {
      schema: {
        operationId: 'overdrachtAanbieden',
        summary: 'Bied een casus aan: u houdt zicht tot de ander aanvaardt',
        tags,
        params: IdParam,
        body: Aanbod,
        response: { 201: Overdracht },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const aanbod = await huis.deuren.act(
        contextVan(request, 'overdragen'),
        'overdracht.aanbieden',
        { soort: 'casus', casusId: id },
        async (tx) => ({
          id: await biedAan(tx, id, {
            naarOrganisatieId: b.naarOrganisatieId,
            doel: b.doel.trim(),
            grondslag: b.grondslag,
            typeHulp: b.typeHulp,
            bericht: b.bericht.trim(),
            delen: b.delen.map((d) => ({ deel: d.deel, grond: d.grond })),
            nagezien: b.nagezien ?? [],
            termijn: b.termijn ?? null,
            contactNaam: b.contactNaam ?? null,
            contactTelefoon: b.contactTelefoon ?? null,
          }),
        }),
      );
      return reply
        .code(201)
        .header('Location', `/api/v1/overdrachten/${aanbod.id}`)
        .send(await lees(request, aanbod.id));
    },
  );
  api.get(
    '/overdrachten',
    {
      schema: {
        operationId: 'overdrachtLijst',
        summary: 'Overdrachten van en aan uw organisatie, de nieuwste eerst, hoogstens 50 per keer',
        tags,
        querystring: Type.Object({
          richting: Type.Optional(Keuze(['in', 'uit'])),
          status: Type.Optional(Keuze(['open', 'afgerond'])),
          voor: Type.Optional(Voor),
        }),
        response: { 200: Type.Array(OverdrachtRegel) },
      },
    },
    async (request) => {
      const { richting, status, voor } = request.query;
      return huis.deuren.read(
        contextVan(request, 'zicht_houden'),
        'overdracht.lijst',
        { soort: 'overdracht' },
        async (tx) => {
          const rijen = await listOverdrachten(tx, {
            richting,
            open: status === undefined ? undefined : status === 'open',
            voor: plekVan(voor),
          });
          return rijen.map(alsAntwoord);
        },
      );
    },
  );
  api.get(
    '/overdrachten/:id',
    {
      schema: {
        operationId: 'overdrachtLezen',
        summary: 'Lees een overdracht',
        tags,
        params: IdParam,
        response: { 200: Overdracht },
      },
    },
    (request) => lees(request, request.params.id),
  );
  api.post(
    '/overdrachten/:id/aanvaarding',
    {
      schema: {
        operationId: 'overdrachtAanvaarden',
        summary: 'Neem een overdracht aan: vanaf dit moment houdt uw organisatie zicht',
        tags,
        params: IdParam,
        body: Type.Object({ regisseurId: Id }),
        response: { 200: Overdracht },
      },
    },
    async (request) => {
      const { id } = request.params;
      return doe(request, id, 'overdracht.aanvaarden', (tx) => aanvaard(tx, id, request.body.regisseurId));
    },
  );
  api.post(
    '/overdrachten/:id/weigering',
    {
      schema: {
        operationId: 'overdrachtWeigeren',
        summary: 'Weiger een overdracht, met de reden: de gever houdt zicht',
        tags,
        params: IdParam,
        body: MetReden,
        response: { 200: Overdracht },
      },
    },
    async (request) => {
      const { id } = request.params;
      const reden = metReden(request.body.reden);
      return doe(request, id, 'overdracht.weigeren', (tx) => weiger(tx, id, reden));
    },
  );
  api.post(
    '/overdrachten/:id/intrekking',
    {
      schema: {
        operationId: 'overdrachtIntrekken',
        summary: 'Trek een aanbod in, met de reden: u houdt zicht',
        tags,
        params: IdParam,
        body: MetReden,
        response: { 200: Overdracht },
      },
    },
    async (request) => {
      const { id } = request.params;
      const reden = metReden(request.body.reden);
      return doe(request, id, 'overdracht.intrekken', (tx) => trekIn(tx, id, reden));
    },
  );
  api.post(
    '/overdrachten/:id/behoud',
    {
      schema: {
        operationId: 'overdrachtBehouden',
        summary: 'Houd de casus zelf na een overdracht die niet doorging, met de reden',
        tags,
        params: IdParam,
        body: MetReden,
        response: { 200: Overdracht },
      },
    },
    async (request) => {
      const { id } = request.params;
      const reden = metReden(request.body.reden);
      return doe(request, id, 'overdracht.behouden', (tx) => behoud(tx, id, reden));
    },
  );
  api.put(
    '/casussen/:id/regisseur',
    {
      schema: {
        operationId: 'regisseurNoemen',
        summary: 'Noem wie de regisseur is van een casus die uw organisatie in zicht heeft',
        tags: ['Casus'],
        params: IdParam,
        body: Type.Object({ medewerkerId: Id }),
        response: { 200: Type.Object({ casusId: Id, regisseurId: Id }, { $id: 'Regisseur' }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { medewerkerId } = request.body;
      return huis.deuren.act(
        contextVan(request, 'zicht_houden'),
        'casus.regisseur',
        { soort: 'casus', casusId: id },
        async (tx) => {
          await noemRegisseur(tx, id, medewerkerId);
          return { casusId: id, regisseurId: medewerkerId };
        },
      );
    },
  );
}
