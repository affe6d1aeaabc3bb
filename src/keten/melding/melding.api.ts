// SPDX-License-Identifier: EUPL-1.2
import Type, { type Static } from 'typebox';
import { AANVULLEND, AARD, codes, DUUR, GEMEENTEN, GESLACHT, KINDCHECK, MELDER_BEKEND, MELDER_GROEP, ROL, UITSPRAAK_SOORT } from '../../kern/lijsten.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { controleerMelder } from './melding.ts';
import { getVeiligThuis, type Herkenning, ontvangMelding, type PersoonOpgave } from './melding.store.ts';

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

/** Routes of the melding station: taking one in. */
export function registreerMelding(api: Api, huis: Huis, herkenning: Herkenning): void {
  api.post(
    '/meldingen',
    { schema: { operationId: 'meldingIndienen', summary: 'Dien een melding in', tags: ['Melding'], body: MeldingInvoer, response: { 201: MeldingOntvangen } } },
    async (request, reply) => {
      const b = request.body;
      const wie = request.houvastWie;
      const vanVt = wie?.organisatieSoort === 'veilig_thuis';
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
      const context = contextVan(request, vanVt ? 'melden' : 'zelf_melden');
      const uit = await huis.deuren.act(context, 'melding.indienen', { soort: 'melding' }, async (tx) => {
        const vt = await getVeiligThuis(tx);
        const m = await ontvangMelding(
          tx,
          {
            kanaal: vanVt ? 'telefoon' : 'professional',
            registratienummer: null,
            // only the receiver can say which casus it belongs to
            casusId: vanVt ? (b.casusId ?? null) : null,
            vtId: vt.id,
            melderOrganisatieId: vanVt ? null : tx.wie.organisatieId,
            melder,
            uitspraken: b.uitspraken.map((u) => ({ ...u, gebeurdOp: u.gebeurdOp ?? null, afgeschermd: u.afgeschermd ?? false })),
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
      });
      return reply.code(201).header('Location', `/api/v1/meldingen/${uit.id}`).send(uit);
    },
  );
}
