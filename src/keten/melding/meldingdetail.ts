// SPDX-License-Identifier: EUPL-1.2
// What one melding tells to the organisation that received it.

import Type, { type Static } from 'typebox';
import { GEBOREN_UITLEG } from '../../kern/persoon/persoon.ts';
import { Id, Leeg, Moment } from '../../platform/http/schema.ts';

const Twijfels = Type.Array(Type.Object({ veld: Type.String(), reden: Type.String() }));

export const MeldingDetail = Type.Object(
  {
    id: Id,
    nummer: Type.String(),
    kanaal: Type.String(),
    registratienummer: Leeg(Type.String()),
    ontvangenOp: Moment,
    status: Type.String(),
    casus: Type.Object({
      id: Id,
      nummer: Type.String(),
      aanduiding: Type.String(),
      status: Type.String(),
      houder: Leeg(Type.String()),
      eigenDossier: Type.Boolean({
        description: 'Uw organisatie heeft geen deel meer in deze casus: u leest haar eigen dossier.',
      }),
    }),
    melder: Type.Object({
      groep: Type.String(),
      rol: Leeg(Type.String()),
      bekend: Type.String(),
      naam: Leeg(Type.String()),
      telefoon: Leeg(Type.String()),
      email: Leeg(Type.String()),
      grond: Leeg(Type.String()),
    }),
    aard: Type.Array(Type.String()),
    aanvullend: Type.Array(Type.String()),
    duur: Type.String(),
    acuut: Type.Boolean(),
    acuutToelichting: Leeg(Type.String()),
    kindcheck: Type.String(),
    kindcheckToelichting: Leeg(Type.String()),
    gemeentecode: Leeg(Type.String()),
    betrokkenheid: Type.String(),
    betrokkenheidUitleg: Type.String(),
    beoordelingId: Leeg(Id),
    twijfels: Twijfels,
    personen: Type.Array(
      Type.Object({
        vermeldingId: Id,
        persoonId: Id,
        naam: Type.String(),
        leeftijd: Leeg(Type.Integer()),
        geboren: Leeg(Type.String({ description: GEBOREN_UITLEG })),
        bsn: Leeg(Type.String({ description: 'Alleen als er twijfel over is.' })),
        rol: Type.String(),
        relatie: Leeg(Type.String()),
        adres: Leeg(Type.String()),
        geheimAdres: Type.Boolean(),
        twijfels: Twijfels,
      }),
    ),
    uitspraken: Type.Array(
      Type.Object({
        id: Id,
        soort: Type.String(),
        tekst: Type.String(),
        bron: Type.String(),
        gebeurdOp: Leeg(Type.String()),
        afgeschermd: Type.Boolean(),
      }),
    ),
    uitkomstOnbezorgdSinds: Leeg(
      Type.String({
        format: 'date-time',
        description: 'Sinds wanneer een uitkomst de politie niet bereikt, als dat langer is dan een dag.',
      }),
    ),
    bijlagen: Type.Array(
      Type.Object({ id: Id, naam: Type.String(), soort: Type.String(), grootte: Type.Integer() }),
    ),
    berichten: Type.Array(
      Type.Object({
        soort: Type.String({ description: 'wijziging, afwijkend of intrekking' }),
        ontvangenOp: Moment,
        verschillen: Type.Array(
          Type.Object({
            veld: Type.String(),
            eerder: Leeg(Type.String()),
            nu: Leeg(Type.String()),
            afgeschermd: Type.Boolean(),
          }),
        ),
      }),
      { description: 'Wat de politie na de melding nog stuurde met hetzelfde nummer, oudste eerst.' },
    ),
  },
  { $id: 'MeldingDetail' },
);
export type MeldingDetailType = Static<typeof MeldingDetail>;
