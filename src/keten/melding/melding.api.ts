// SPDX-License-Identifier: EUPL-1.2
import Type, { type Static } from 'typebox';
import { plekVan, Voor } from '../../kern/bladeren.api.ts';
import {
  AANVULLEND,
  AARD,
  codes,
  DUUR,
  GEMEENTEN,
  GESLACHT,
  KINDCHECK,
  MELDER_BEKEND,
  MELDER_GROEP,
  ROL,
  UITSPRAAK_SOORT,
} from '../../kern/lijsten.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import {
  getVeiligThuis,
  type Herkenning,
  type MeldingOpgave,
  ontvangMelding,
  type PersoonOpgave,
} from './melding.store.ts';
import { controleerMelder } from './melding.ts';
import { MeldingDetail } from './meldingdetail.ts';
import { type BsnBijAnder, getMelding, listEigenMeldingen, listMeldingen } from './meldinglezen.store.ts';

const T = (max: number) => Type.Optional(Leeg(Type.String({ maxLength: max })));

/** A person as the caller names him; everything may be unknown. */
export const PersoonInvoer = Type.Object(
  {
    rol: Keuze(codes(ROL)),
    relatie: T(200),
    bsn: Type.Optional(Leeg(Type.String({ pattern: '^[0-9]{9}$' }))),
    voornamen: T(200),
    voorletters: T(40),
    tussenvoegsel: T(40),
    achternaam: T(200),
    partnerTussenvoegsel: T(40),
    partnerAchternaam: T(200),
    geboortejaar: Type.Optional(Leeg(Type.Integer({ minimum: 1, maximum: 9999 }))),
    geboortemaand: Type.Optional(Leeg(Type.Integer({ minimum: 1, maximum: 12 }))),
    geboortedag: Type.Optional(Leeg(Type.Integer({ minimum: 1, maximum: 31 }))),
    geslacht: Type.Optional(Keuze(codes(GESLACHT))),
    straat: T(200),
    huisnummer: T(20),
    huisletter: T(10),
    toevoeging: T(20),
    postcode: T(12),
    woonplaats: T(120),
    land: T(120),
    geheimAdres: Type.Optional(Type.Boolean()),
    telefoon: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 5 })),
    email: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 5 })),
  },
  { $id: 'PersoonInvoer' },
);

export const MeldingInvoer = Type.Object(
  {
    casusId: Type.Optional(Leeg(Id)),
    melder: Type.Object({
      groep: Keuze(codes(MELDER_GROEP)),
      rol: T(200),
      naam: T(200),
      telefoon: T(40),
      email: T(200),
      bekend: Keuze(codes(MELDER_BEKEND)),
      grond: T(1000),
    }),
    uitspraken: Type.Array(
      Type.Object({
        soort: Keuze(codes(UITSPRAAK_SOORT)),
        tekst: Tekst(8000),
        bron: Tekst(200),
        gebeurdOp: T(40),
        afgeschermd: Type.Optional(Type.Boolean()),
      }),
      { minItems: 1, maxItems: 100 },
    ),
    personen: Type.Array(PersoonInvoer, { minItems: 1, maxItems: 30 }),
    aard: Type.Array(Keuze(codes(AARD)), { maxItems: 8 }),
    aanvullend: Type.Optional(Type.Array(Keuze(codes(AANVULLEND)), { maxItems: 12 })),
    duur: Type.Optional(Keuze(codes(DUUR))),
    acuut: Type.Boolean(),
    acuutToelichting: T(2000),
    kindcheck: Type.Optional(Keuze(codes(KINDCHECK))),
    kindcheckToelichting: T(2000),
    gemeentecode: Type.Optional(Leeg(Keuze(codes(GEMEENTEN)))),
    terugkoppelingGewenst: Type.Optional(Type.Boolean()),
  },
  { $id: 'MeldingInvoer' },
);
export type MeldingInvoerType = Static<typeof MeldingInvoer>;

export const MeldingOntvangen = Type.Object(
  { id: Id, nummer: Type.String(), casusId: Leeg(Id), casusNummer: Leeg(Type.String()), ontvangenOp: Moment },
  { $id: 'MeldingOntvangen' },
);

/** Fills what was left out: unknown is null, never an empty string. */
export function alsOpgave(p: Static<typeof PersoonInvoer>): PersoonOpgave {
  const t = (x: string | null | undefined) => x?.trim() || null;
  return {
    rol: p.rol,
    relatie: t(p.relatie),
    bsn: t(p.bsn),
    voornamen: t(p.voornamen),
    voorletters: t(p.voorletters),
    tussenvoegsel: t(p.tussenvoegsel),
    achternaam: t(p.achternaam),
    partnerTussenvoegsel: t(p.partnerTussenvoegsel),
    partnerAchternaam: t(p.partnerAchternaam),
    geboorte: { jaar: p.geboortejaar ?? null, maand: p.geboortemaand ?? null, dag: p.geboortedag ?? null },
    geslacht: p.geslacht ?? null,
    straat: t(p.straat),
    huisnummer: t(p.huisnummer),
    huisletter: t(p.huisletter),
    toevoeging: t(p.toevoeging),
    postcode: t(p.postcode),
    woonplaats: t(p.woonplaats),
    land: t(p.land),
    geheimAdres: p.geheimAdres ?? false,
    telefoon: p.telefoon ?? [],
    email: p.email ?? [],
  };
}

/**
 * Reads a form as the melding that it is, and checks what the melder must say.
 * @param vanVt only the receiver can say to which casus it belongs
 * @throws Probleem 400 with all that is missing
 */
export function opgaveVan(
  b: MeldingInvoerType,
  vanVt: boolean,
): Omit<MeldingOpgave, 'kanaal' | 'vtId' | 'melderOrganisatieId'> {
  const melder = {
    groep: b.melder.groep,
    rol: b.melder.rol ?? null,
    naam: b.melder.naam ?? null,
    telefoon: b.melder.telefoon ?? null,
    email: b.melder.email ?? null,
    bekend: b.melder.bekend,
    grond: b.melder.grond ?? null,
  };
  const fouten = controleerMelder(melder);
  if (fouten.length > 0) throw ongeldig(fouten);
  return {
    registratienummer: null,
    casusId: vanVt ? (b.casusId ?? null) : null,
    melder,
    uitspraken: b.uitspraken.map((u) => ({
      ...u,
      gebeurdOp: u.gebeurdOp ?? null,
      afgeschermd: u.afgeschermd ?? false,
    })),
    personen: b.personen.map(alsOpgave),
    aard: [...b.aard],
    aanvullend: [...(b.aanvullend ?? [])],
    duur: b.duur ?? 'onbekend',
    acuut: b.acuut,
    acuutToelichting: b.acuutToelichting ?? null,
    kindcheck: b.kindcheck ?? 'onbekend',
    kindcheckToelichting: b.kindcheckToelichting ?? null,
    gemeentecode: b.gemeentecode ?? null,
    terugkoppelingGewenst: b.terugkoppelingGewenst ?? true,
    twijfels: [],
  };
}

const MeldingRegel = Type.Object(
  {
    id: Id,
    nummer: Type.String(),
    ontvangenOp: Moment,
    kanaal: Type.String(),
    status: Type.String(),
    acuut: Type.Boolean(),
    aard: Type.Array(Type.String()),
    betrokkenheid: Type.String(),
    casusId: Id,
    aanduiding: Type.String(),
    houder: Leeg(Type.String()),
  },
  { $id: 'MeldingRegel' },
);

const EigenMelding = Type.Object(
  {
    id: Id,
    nummer: Type.String(),
    ontvangenOp: Moment,
    status: Type.String(),
    terugkoppeling: Leeg(Type.String()),
    verstuurdOp: Leeg(Moment),
  },
  { $id: 'EigenMelding' },
);

/** Routes of the melding station: taking one in, reading it, following one's own. */
export function registreerMelding(
  api: Api,
  huis: Huis,
  herkenning: Herkenning,
  bsnBijAnder: BsnBijAnder,
): void {
  api.post(
    '/meldingen',
    {
      config: { streng: true },
      schema: {
        operationId: 'meldingIndienen',
        summary: 'Dien een melding in',
        tags: ['Melding'],
        body: MeldingInvoer,
        response: { 201: MeldingOntvangen },
      },
    },
    async (request, reply) => {
      const vanVt = request.houvastWie?.organisatieSoort === 'veilig_thuis';
      const opgave = opgaveVan(request.body, vanVt);
      const uit = await huis.deuren.act(
        contextVan(request, vanVt ? 'melden' : 'zelf_melden'),
        'melding.indienen',
        { soort: 'melding' },
        async (tx) => {
          const vt = await getVeiligThuis(tx);
          const m = await ontvangMelding(
            tx,
            {
              ...opgave,
              kanaal: vanVt ? 'telefoon' : 'professional',
              vtId: vt.id,
              melderOrganisatieId: vanVt ? null : tx.wie.organisatieId,
            },
            herkenning,
          );
          // whoever reports from outside learns the number, not the casus
          return {
            id: m.id,
            nummer: m.nummer,
            casusId: vanVt ? m.casusId : null,
            casusNummer: vanVt ? m.casusNummer : null,
            ontvangenOp: m.ontvangenOp.toISOString(),
          };
        },
      );
      return reply.code(201).header('Location', `/api/v1/meldingen/${uit.id}`).send(uit);
    },
  );
  api.get(
    '/meldingen',
    {
      schema: {
        operationId: 'meldingLijst',
        summary: 'De nieuwste meldingen bij uw organisatie',
        tags: ['Melding'],
        querystring: Type.Object({
          voor: Type.Optional(Voor),
          status: Type.Optional(Keuze(['ontvangen', 'in_beoordeling', 'beoordeeld', 'ingetrokken'])),
        }),
        response: { 200: Type.Array(MeldingRegel) },
      },
    },
    async (request) =>
      huis.deuren.read(contextVan(request, 'melden'), 'melding.lijst', { soort: 'melding' }, (tx) =>
        listMeldingen(tx, {
          voor: plekVan(request.query.voor),
          status: request.query.status ?? null,
        }),
      ),
  );
  api.get(
    '/meldingen/:id',
    {
      schema: {
        operationId: 'meldingLezen',
        summary: 'Lees een melding',
        tags: ['Melding'],
        params: IdParam,
        response: { 200: MeldingDetail },
      },
    },
    async (request) => {
      const { id } = request.params;
      return huis.deuren.read(
        contextVan(request, 'melden'),
        'melding.lezen',
        { soort: 'melding', onderwerpId: id },
        (tx) => getMelding(tx, id, bsnBijAnder),
      );
    },
  );
  api.get(
    '/eigen-meldingen',
    {
      schema: {
        operationId: 'eigenMeldingen',
        summary: 'Meldingen die uw organisatie deed, met wat u mag weten van het vervolg',
        tags: ['Melding'],
        response: { 200: Type.Array(EigenMelding) },
      },
    },
    async (request) =>
      huis.deuren.read(
        contextVan(request, 'zelf_melden'),
        'melding.eigen_lijst',
        { soort: 'melding' },
        (tx) => listEigenMeldingen(tx),
      ),
  );
}
