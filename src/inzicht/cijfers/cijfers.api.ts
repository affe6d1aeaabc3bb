// SPDX-License-Identifier: EUPL-1.2
// One page of figures of a team, the list behind each, the same as a spreadsheet; and counts of the region for policy.
import Type, { type Static } from 'typebox';
import { AARD, codes, GEMEENTEN, MELDER_GROEP, woord } from '../../kern/lijsten.ts';
import { BESLUITEN } from '../../keten/beoordeling/beoordeling.ts';
import { MONITOR_UITKOMSTEN } from '../../keten/monitoring/monitoring.ts';
import { STATUSSEN } from '../../keten/overdracht/overdracht.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, Keuze, Leeg, Moment } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { type Contractcijfers, listBijFiguur, type Teamcijfers, telRegio, telTeam } from './cijfers.store.ts';
import {
  AFRONDING,
  csv,
  FIGUREN,
  type Figuur,
  isVanNu,
  leesHalfjaar,
  leesPeriode,
  ONDERGRENS,
  type Periode,
  REGIO_UITLEG,
  STREEF_OP_TIJD,
  uitlegVan,
  verbergTweede,
  vulAan,
} from './cijfers.ts';

const Dag = Type.String({ format: 'date' });
const periodeVraag = {
  van: Type.Optional(
    Type.String({ format: 'date', description: 'Eerste dag. Zonder: dertien weken terug.' }),
  ),
  tot: Type.Optional(Type.String({ format: 'date', description: 'Laatste dag. Zonder: vandaag.' })),
};
const Tellingen = Type.Array(Type.Object({ code: Type.String(), aantal: Type.Integer() }));
const contract = {
  aantal: Type.Integer(),
  aanvaard: Type.Integer(),
  geweigerd: Type.Integer(),
  ingetrokken: Type.Integer(),
  verlopen: Type.Integer(),
  wacht: Type.Integer(),
  mediaanWerkdagen: Leeg(Type.Number()),
};
const Contract = Type.Object({
  ...contract,
  perOrganisatie: Type.Array(Type.Object({ organisatieId: Id, naam: Type.String(), ...contract })),
});

const Team = Type.Object(
  {
    organisatieNaam: Type.String(),
    organisatieSoort: Type.String(),
    fictief: Type.Boolean(),
    vanDatum: Dag,
    totDatum: Dag,
    gelezenOp: Moment,
    uitleg: Type.Array(
      Type.Object({
        figuur: Keuze(FIGUREN),
        nl: Type.String(),
        en: Type.String(),
        bron: Type.String(),
        lijst: Type.String({ description: 'Pad van de lijst erachter, onder /api/v1.' }),
      }),
    ),
    in: Type.Object({
      aantal: Type.Integer(),
      weken: Type.Array(Type.Object({ weekDatum: Dag, aantal: Type.Integer() })),
      delen: Tellingen,
    }),
    open: Type.Object({ aantal: Type.Integer(), acuut: Type.Integer(), delen: Tellingen }),
    opTijd: Type.Object({
      aantal: Type.Integer(),
      opTijd: Type.Integer(),
      procent: Leeg(Type.Integer()),
      nogOpenTeLaat: Type.Integer(),
      streefProcent: Leeg(Type.Integer()),
    }),
    wachten: Type.Object({
      aantal: Type.Integer(),
      mediaanDagen: Leeg(Type.Number()),
      langsteDagen: Leeg(Type.Integer()),
      houders: Type.Array(
        Type.Object({ naam: Type.String(), aantal: Type.Integer(), langsteDagen: Type.Integer() }),
      ),
    }),
    overgedragen: Contract,
    aangekregen: Contract,
  },
  { $id: 'Teamcijfers' },
);
export type TeamcijfersAntwoord = Static<typeof Team>;

const Figuurlijst = Type.Object(
  {
    figuur: Keuze(FIGUREN),
    vanDatum: Dag,
    totDatum: Dag,
    totaal: Type.Integer(),
    pagina: Type.Integer(),
    uitleg: Type.Object({ nl: Type.String(), en: Type.String(), bron: Type.String() }),
    items: Type.Array(
      Type.Object({
        id: Id,
        casusId: Leeg(Id),
        casusNummer: Leeg(Type.String()),
        aanduiding: Leeg(Type.String()),
        wat: Leeg(Type.String()),
        wie: Leeg(Type.String()),
        vanafOp: Moment,
        totOp: Leeg(Moment),
        opTijd: Leeg(Type.Boolean()),
        dagen: Leeg(Type.Integer()),
        werkdagen: Leeg(Type.Integer()),
      }),
    ),
  },
  { $id: 'Figuurlijst' },
);
export type FiguurlijstAntwoord = Static<typeof Figuurlijst>;

const Regio = Type.Object(
  {
    halfjaar: Type.String(),
    vanDatum: Dag,
    totDatum: Dag,
    voorlopig: Type.Boolean({ description: 'De periode is nog niet voorbij.' }),
    fictief: Type.Boolean(),
    afronding: Type.Integer(),
    ondergrens: Type.Integer(),
    figuren: Type.Array(
      Type.Object({
        code: Type.String(),
        uitleg: Leeg(Type.Object({ nl: Type.String(), en: Type.String(), bron: Type.String() })),
        delen: Type.Array(Type.Object({ code: Type.String(), aantal: Leeg(Type.Integer()) })),
      }),
    ),
  },
  { $id: 'Regiocijfers' },
);
export type RegiocijfersAntwoord = Static<typeof Regio>;

function periodeVan(nu: Date, van: string | undefined, tot: string | undefined): Periode {
  try {
    return leesPeriode(nu, van, tot);
  } catch (fout) {
    if (fout instanceof RangeError) throw ongeldig([{ veld: 'van', melding: fout.message }]);
    throw fout;
  }
}

const lijstpad = (figuur: Figuur, p: Periode) => `/cijfers/team/${figuur}?van=${p.van}&tot=${p.tot}`;

/** The figures as lines of a spreadsheet. Of a region that does not exist the first line says so. */
export function alsCsv(
  t: Teamcijfers,
  wie: { organisatieNaam: string; organisatieSoort: string; fictief: boolean },
  p: Periode,
): string {
  const regel = (figuur: Figuur, onderdeel: string, waarde: number | null, eenheid: string) => {
    const u = uitlegVan(figuur, wie.organisatieSoort);
    return [figuur, onderdeel, waarde, eenheid, u.nl, u.bron];
  };
  const contractregels = (figuur: 'overgedragen' | 'aangekregen', c: Contractcijfers) => [
    ...(['aantal', 'aanvaard', 'geweigerd', 'ingetrokken', 'verlopen', 'wacht'] as const).map((k) =>
      regel(figuur, k === 'aantal' ? 'totaal' : k, c[k], 'overdrachten'),
    ),
    regel(figuur, 'tijd tot aannemen, middelste waarde', c.mediaanWerkdagen, 'werkdagen'),
    ...c.perOrganisatie.flatMap((o) => [
      regel(figuur, o.naam, o.aantal, 'overdrachten'),
      regel(figuur, `${o.naam}: tijd tot aannemen, middelste waarde`, o.mediaanWerkdagen, 'werkdagen'),
    ]),
  ];
  const vt = wie.organisatieSoort === 'veilig_thuis';
  const wat = vt ? 'meldingen' : 'overdrachten';
  return csv([
    ...(wie.fictief ? [['FICTIEF: deze regio en alle mensen erin bestaan niet']] : []),
    ['Teamcijfers', wie.organisatieNaam, p.van, p.tot],
    ['figuur', 'onderdeel', 'waarde', 'eenheid', 'definitie', 'bron'],
    regel('in', 'totaal', t.in.aantal, wat),
    ...t.in.delen.map((d) => regel('in', vt ? woord(MELDER_GROEP, d.code) : d.code, d.aantal, wat)),
    ...t.in.weken.map((w) => regel('in', `week van ${w.weekDatum}`, w.aantal, wat)),
    regel('open', 'totaal', t.open.aantal, 'casussen'),
    regel('open', 'acuut', t.open.acuut, 'casussen'),
    ...t.open.delen.map((d) =>
      regel('open', d.code === 'geen' ? 'nog geen fase' : `fase ${d.code}`, d.aantal, 'casussen'),
    ),
    regel('op_tijd', 'totaal', t.opTijd.aantal, vt ? 'beoordelingen' : 'overdrachten'),
    regel('op_tijd', 'op tijd', t.opTijd.opTijd, vt ? 'beoordelingen' : 'overdrachten'),
    regel('op_tijd', 'op tijd', t.opTijd.procent, 'procent'),
    regel('op_tijd', 'nog open en te laat', t.opTijd.nogOpenTeLaat, vt ? 'beoordelingen' : 'overdrachten'),
    regel('wachten', 'totaal', t.wachten.aantal, 'gezinnen'),
    regel('wachten', 'middelste waarde', t.wachten.mediaanDagen, 'dagen'),
    regel('wachten', 'langste', t.wachten.langsteDagen, 'dagen'),
    ...t.wachten.houders.map((h) => regel('wachten', `zicht bij ${h.naam}`, h.aantal, 'gezinnen')),
    ...contractregels('overgedragen', t.overgedragen),
    ...contractregels('aangekregen', t.aangekregen),
  ]);
}

/** The parts of a figure of the region that stand there whether anything was counted or not. */
const ALTIJD: Readonly<Record<string, readonly string[]>> = {
  meldingen_gemeente: [...codes(GEMEENTEN), 'onbekend'],
  meldingen_melder: codes(MELDER_GROEP),
  meldingen_aard: codes(AARD),
  besluiten: codes(BESLUITEN),
  overdrachten: ['totaal', ...STATUSSEN],
  monitoring: codes(MONITOR_UITKOMSTEN),
};

/** Routes of the figures. */
export function registreerCijfers(api: Api, huis: Huis): void {
  const tags = ['Cijfers'];
  const onderwerp = { soort: 'cijfers' };

  api.get(
    '/cijfers/team',
    {
      schema: {
        operationId: 'teamcijfers',
        summary: 'De cijfers van uw organisatie, elk met definitie, bron en de lijst erachter',
        tags,
        querystring: Type.Object(periodeVraag),
        response: { 200: Team },
      },
    },
    async (request) =>
      huis.deuren.read(contextVan(request, 'verantwoorden'), 'cijfers.team', onderwerp, async (tx) => {
        const p = periodeVan(tx.nu, request.query.van, request.query.tot);
        const t = await telTeam(tx, p);
        return {
          organisatieNaam: tx.wie.organisatieNaam,
          organisatieSoort: tx.wie.organisatieSoort,
          fictief: tx.wie.fictief,
          vanDatum: p.van,
          totDatum: p.tot,
          gelezenOp: tx.nu.toISOString(),
          uitleg: FIGUREN.map((figuur) => ({
            figuur,
            ...uitlegVan(figuur, tx.wie.organisatieSoort),
            lijst: lijstpad(figuur, p),
          })),
          ...t,
          opTijd: {
            ...t.opTijd,
            streefProcent: tx.wie.organisatieSoort === 'veilig_thuis' ? STREEF_OP_TIJD : null,
          },
        };
      }),
  );

  api.get(
    '/cijfers/team/csv',
    {
      schema: {
        operationId: 'teamcijfersCsv',
        summary: 'Dezelfde cijfers als werkblad',
        tags,
        querystring: Type.Object(periodeVraag),
        response: { 200: { description: 'Gelukt.', content: { 'text/csv': { schema: Type.String() } } } },
      },
    },
    async (request, reply) => {
      const uit = await huis.deuren.read(
        contextVan(request, 'verantwoorden'),
        'cijfers.team',
        onderwerp,
        async (tx) => {
          const p = periodeVan(tx.nu, request.query.van, request.query.tot);
          return { p, tekst: alsCsv(await telTeam(tx, p), tx.wie, p) };
        },
      );
      return reply
        .type('text/csv; charset=utf-8')
        .header(
          'Content-Disposition',
          `attachment; filename="teamcijfers-${uit.p.van}-tot-en-met-${uit.p.tot}.csv"`,
        )
        .send(uit.tekst);
    },
  );

  api.get(
    '/cijfers/team/:figuur',
    {
      schema: {
        operationId: 'teamcijfersLijst',
        summary: 'De lijst achter een cijfer: precies wat het telt',
        tags,
        params: Type.Object({ figuur: Keuze(FIGUREN) }),
        querystring: Type.Object({
          ...periodeVraag,
          pagina: Type.Optional(
            Type.String({ pattern: '^[1-9][0-9]{0,4}$', description: 'Pagina, vanaf 1.' }),
          ),
          aantal: Type.Optional(
            Type.String({
              pattern: '^([1-9][0-9]?|1[0-9]{2}|200)$',
              description: 'Regels per pagina, hoogstens 200.',
            }),
          ),
        }),
        response: { 200: Figuurlijst },
      },
    },
    async (request) => {
      const { figuur } = request.params;
      const aantal = Number(request.query.aantal ?? 50);
      const pagina = Number(request.query.pagina ?? 1);
      return huis.deuren.read(contextVan(request, 'verantwoorden'), 'cijfers.team', onderwerp, async (tx) => {
        const p = periodeVan(tx.nu, request.query.van, request.query.tot);
        const lijst = await listBijFiguur(tx, figuur, p, { vanaf: (pagina - 1) * aantal, aantal });
        return {
          figuur,
          vanDatum: p.van,
          totDatum: p.tot,
          totaal: lijst.totaal,
          pagina,
          uitleg: uitlegVan(figuur, tx.wie.organisatieSoort),
          items: lijst.items.map((r) => ({
            ...r,
            vanafOp: r.vanafOp.toISOString(),
            totOp: r.totOp?.toISOString() ?? null,
          })),
        };
      });
    },
  );

  api.get(
    '/cijfers/regio',
    {
      schema: {
        operationId: 'regiocijfers',
        summary: 'Tellingen van de hele regio per half jaar, afgerond; nooit een casus',
        tags,
        querystring: Type.Object({
          halfjaar: Type.Optional(
            Type.String({
              pattern: '^20[0-9]{2}-[12]$',
              description: 'Bijvoorbeeld 2026-1. Zonder: dit half jaar.',
            }),
          ),
        }),
        response: { 200: Regio },
      },
    },
    async (request) =>
      huis.deuren.read(contextVan(request, 'verantwoorden'), 'cijfers.regio', onderwerp, async (tx) => {
        const p = leesHalfjaar(tx.nu, request.query.halfjaar);
        const rijen = await telRegio(tx, p);
        const figuren = [...new Set([...rijen.map((r) => r.figuur), ...Object.keys(ALTIJD)])].filter(
          (c) => p.voorlopig || !isVanNu(c),
        );
        return {
          halfjaar: p.halfjaar,
          vanDatum: p.van,
          totDatum: p.tot,
          voorlopig: p.voorlopig,
          fictief: tx.wie.fictief,
          afronding: AFRONDING,
          ondergrens: ONDERGRENS,
          figuren: figuren.map((code) => ({
            code,
            uitleg: REGIO_UITLEG[code] ?? null,
            delen: verbergTweede(
              vulAan(
                ALTIJD[code] ?? [],
                rijen.filter((r) => r.figuur === code).map((r) => ({ code: r.deel, aantal: r.aantal })),
              ),
            ),
          })),
        };
      }),
  );
}
