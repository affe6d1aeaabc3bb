// SPDX-License-Identifier: EUPL-1.2
// One casus on one page: who, who watches, what is open, what happened. And the list of one's own casussen.
import Type, { type Static } from 'typebox';
import type { Tx } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { leesCursor, maakCursor } from '../bladeren.ts';
import { codes, ROL, UITSPRAAK_SOORT } from '../lijsten.ts';
import { naamVoorBuiten } from '../organisatie/organisatie.ts';
import { listCasusPersonen } from '../persoon/persoon.store.ts';
import { BSN_OOK_BIJ_ANDER, GEBOREN_UITLEG, geborenTekst } from '../persoon/persoon.ts';
import { getTermijnsoort, type Soort, TERMIJNSOORTEN } from '../termijn/termijnsoorten.ts';
import { zegTermijn } from '../termijn/zegtermijn.ts';
import { findEigenToegang, heeftAlleenEigenDossier, leestMee } from '../toegang/eigen.store.ts';
import { ONDERDELEN } from '../toegang/toegang.ts';
import { listHouders } from '../zicht/zicht.store.ts';
import { betreftCasussen } from './betreft.store.ts';
import { getCasus } from './casus.store.ts';
import {
  betrefCasus,
  findRegisseur,
  listCasusTermijnen,
  telUitspraken,
  zoekCasussen,
} from './overzicht.store.ts';
import { listTijdlijn } from './tijdlijn.store.ts';

/** What stations after the kern add to the page of a casus. Given by the composition: the kern knows no station. */
export interface CasusBijdragen {
  /** The offer that waits for an answer; there is at most one. */
  openAanbod(
    tx: Tx,
    casusId: string,
  ): Promise<{ overdrachtId: string; vanNaam: string; naarNaam: string; aangebodenOp: Date } | null>;
  /** When someone last looked how it is. */
  laatsteControle(
    tx: Tx,
    casusId: string,
  ): Promise<{ op: Date; uitkomst: string; organisatieNaam: string } | null>;
  /** What the own organisation received or wrote, oldest first: asked where only its own dossier is left. */
  eigenStukken(
    tx: Tx,
    casusId: string,
  ): Promise<{ soort: EigenStuk; id: string; nummer: string | null; op: Date }[]>;
  /** Of these mentions, those whose BSN also stands with someone else. */
  bsnBijAnder(tx: Tx, vermeldingIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What can stand in a dossier on a page of its own. */
const EIGEN_STUKKEN = ['melding', 'beoordeling', 'terugkoppeling', 'overdracht', 'monitormoment'] as const;
export type EigenStuk = (typeof EIGEN_STUKKEN)[number];

const Twijfel = Type.Object({ veld: Type.String(), reden: Type.String() }, { $id: 'CasusTwijfel' });

export const CasusPersoonAntwoord = Type.Object(
  {
    persoonId: Id,
    naam: Type.String(),
    geboren: Leeg(Type.String({ description: GEBOREN_UITLEG })),
    leeftijd: Leeg(Type.Integer()),
    leeftijdOngeveer: Type.Boolean(),
    geslacht: Leeg(Type.String()),
    rollen: Type.Array(Keuze(codes(ROL))),
    relatie: Leeg(Type.String()),
    directbetrokken: Type.Boolean(),
    geheimAdres: Type.Boolean(),
    adres: Leeg(Type.String()),
    telefoon: Type.Array(Type.String()),
    twijfels: Type.Array(Twijfel),
    aantalVermeldingen: Type.Integer(),
  },
  { $id: 'CasusPersoon' },
);

const VanHouder = Leeg(
  Type.String({
    format: 'uuid',
    description: 'Leeg waar wie alleen meeleest niet mag weten dat het een opvang is.',
  }),
);

const CasusTermijnAntwoord = Type.Object(
  {
    id: Id,
    soort: Type.String(),
    omschrijving: Type.String(),
    clausule: Type.String(),
    bron: Type.String(),
    waarom: Type.String(),
    acuut: Type.Boolean(),
    onderwerpSoort: Type.String(),
    onderwerpId: Id,
    eigenaarOrganisatieId: Id,
    eigenaarOrganisatieNaam: Type.String(),
    eigenaarMedewerkerId: Leeg(Id),
    eigenaarMedewerkerNaam: Leeg(Type.String()),
    begintOp: Moment,
    vervaltOp: Leeg(Moment),
    opgeschortOp: Leeg(Moment),
    opgeschortTot: Leeg(Moment),
    opgeschortReden: Leeg(Type.String()),
    magOpschorten: Type.Boolean(),
    magHervatten: Type.Boolean(),
    magVerlengen: Type.Boolean(),
    magAfronden: Type.Boolean(),
    verstrekenOp: Leeg(
      Type.String({ format: 'date-time', description: 'Toen zag de klok dat het einde voorbij was.' }),
    ),
    woorden: Leeg(Type.String({ description: 'Wanneer, zoals mensen het zeggen.' })),
    woordenEn: Leeg(Type.String()),
    verbruikt: Leeg(Type.Number({ minimum: 0, maximum: 1, description: 'Deel van de tijd dat om is.' })),
  },
  { $id: 'CasusTermijn' },
);

const Casusbeeld = Type.Object(
  {
    id: Id,
    nummer: Type.String(),
    aanduiding: Type.String(),
    status: Keuze(['open', 'gesloten']),
    fase: Leeg(Type.Integer({ minimum: 1, maximum: 5 })),
    acuut: Type.Boolean(),
    gemeentecode: Leeg(Type.String()),
    geopendOp: Moment,
    geslotenOp: Leeg(Moment),
    sluitreden: Leeg(Type.String()),
    samengevoegdIn: Leeg(Id),
    versie: Type.Integer(),
    zicht: Leeg(
      Type.Object({
        organisatieId: VanHouder,
        organisatieNaam: Type.String(),
        organisatieSoort: Type.String(),
        vanafOp: Moment,
        grond: Type.String(),
      }),
    ),
    zichtVerloop: Type.Array(
      Type.Object({
        organisatieId: VanHouder,
        organisatieNaam: Type.String(),
        vanafOp: Moment,
        totOp: Leeg(Moment),
        grond: Type.String(),
      }),
    ),
    regisseur: Leeg(Type.Object({ id: Id, naam: Type.String(), organisatieNaam: Type.String() })),
    personen: Type.Array(CasusPersoonAntwoord),
    termijnen: Type.Array(CasusTermijnAntwoord),
    openAanbod: Leeg(
      Type.Object({
        overdrachtId: Id,
        vanNaam: Type.String(),
        naarNaam: Type.String(),
        aangebodenOp: Moment,
      }),
    ),
    laatsteControle: Leeg(
      Type.Object({ vastgelegdOp: Moment, uitkomst: Type.String(), organisatieNaam: Type.String() }),
    ),
    eigenStukken: Type.Array(
      Type.Object({
        soort: Keuze(EIGEN_STUKKEN),
        id: Id,
        nummer: Leeg(Type.String({ description: 'Van een melding.' })),
        vastgelegdOp: Moment,
      }),
      { description: 'Gevuld als u alleen nog het eigen dossier van uw organisatie leest.' },
    ),
    tellingen: Type.Object({ uitspraken: Type.Integer(), personen: Type.Integer() }),
    toegang: Type.Object(
      {
        grond: Keuze(['deel', 'noodknop', 'eigen_dossier', 'deling']),
        totOp: Leeg(Moment),
        delingen: Type.Array(
          Type.Object({
            vanNaam: Type.String(),
            onderdelen: Type.Array(Keuze(codes(ONDERDELEN))),
            totOp: Moment,
          }),
        ),
      },
      {
        description:
          'Hoe u bij deze casus kunt. Met de noodknop, een deling of uw eigen dossier kunt u alleen lezen. Uw eigen dossier is wat uw organisatie zelf ontving of vastlegde, toen zij een deel in de casus had.',
      },
    ),
  },
  { $id: 'Casusbeeld' },
);
export type CasusbeeldAntwoord = Static<typeof Casusbeeld>;

const TijdlijnRegelAntwoord = Type.Object(
  {
    id: Id,
    vastgelegdOp: Moment,
    soort: Type.String(),
    onderwerpId: Leeg(Id),
    wie: Leeg(Type.String()),
    namens: Leeg(Type.String()),
    bijzonderheden: Type.Array(Type.Object({ naam: Type.String(), waarde: Type.String() })),
    uitspraakSoort: Leeg(Keuze(codes(UITSPRAAK_SOORT))),
    tekst: Leeg(Type.String()),
    bron: Leeg(Type.String()),
    gebeurdOp: Leeg(Type.String()),
    verbeterd: Type.Boolean(),
  },
  { $id: 'TijdlijnRegel' },
);
const TijdlijnBladzijde = Type.Object(
  {
    regels: Type.Array(TijdlijnRegelAntwoord),
    volgende: Leeg(Type.String({ description: 'Geef dit mee als `na` voor de volgende bladzijde.' })),
  },
  { $id: 'Tijdlijn' },
);
export type TijdlijnAntwoord = Static<typeof TijdlijnBladzijde>;

const CasusRegelAntwoord = Type.Object(
  {
    id: Id,
    nummer: Type.String(),
    aanduiding: Type.String(),
    status: Keuze(['open', 'gesloten']),
    fase: Leeg(Type.Integer()),
    acuut: Type.Boolean(),
    eigenDossier: Type.Boolean({
      description: 'Uw organisatie heeft geen deel meer in deze casus; alleen haar eigen dossier is er nog.',
    }),
    geopendOp: Moment,
    geslotenOp: Leeg(Moment),
    houderId: Leeg(Id),
    houderNaam: Leeg(Type.String()),
    houderVanafOp: Leeg(Moment),
    regisseurNaam: Leeg(Type.String()),
    aantalTermijnen: Type.Integer(),
    termijnSoort: Leeg(Type.String()),
    termijnOmschrijving: Leeg(Type.String()),
    termijnVervaltOp: Leeg(Moment),
  },
  { $id: 'CasusRegel' },
);
const CasusLijst = Type.Object(
  { casussen: Type.Array(CasusRegelAntwoord), pagina: Type.Integer(), meer: Type.Boolean() },
  { $id: 'CasusLijst' },
);
export type CasusLijstAntwoord = Static<typeof CasusLijst>;

const PER_BLADZIJDE = 50;
const HOOGSTENS = 200;

const iso = (d: Date | null) => d?.toISOString() ?? null;

/** What a kind of term asks, in Dutch; the name itself when the catalogue no longer knows it. */
function omschrijving(soort: string): string {
  const bekend = TERMIJNSOORTEN.find((s) => s === soort);
  return bekend ? getTermijnsoort(bekend as Soort).omschrijving : soort;
}

/** Routes of the casus itself. */
export function registreerCasus(api: Api, huis: Huis, bijdragen: CasusBijdragen): void {
  const deuren = onzichtbaarZonderDeel(huis.deuren, 'Deze casus');

  api.get(
    '/casussen/:id',
    {
      schema: {
        operationId: 'casusLezen',
        summary: 'Het beeld van een casus: wie, wie houdt zicht, wat staat open',
        tags: ['Casus'],
        params: IdParam,
        response: { 200: Casusbeeld },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.read(
        contextVan(request, 'zicht_houden'),
        'casus.lezen',
        { soort: 'casus', casusId: id },
        async (tx) => {
          const c = await getCasus(tx, id);
          const personen = await listCasusPersonen(tx, id);
          const houders = await listHouders(tx, id);
          // what became of the family is not in the own dossier
          const voorbij = heeftAlleenEigenDossier(tx);
          const termijnen = (await listCasusTermijnen(tx, id)).filter(
            (t) => !voorbij || t.eigenaarOrganisatieId === tx.wie.organisatieId,
          );
          const aanbod = await bijdragen.openAanbod(tx, id);
          const controle = await bijdragen.laatsteControle(tx, id);
          const gedeeld = await bijdragen.bsnBijAnder(
            tx,
            personen.map((p) => p.vermeldingId),
          );
          const toegang = await findEigenToegang(tx, id);
          const gast = leestMee(tx);
          const schuilt = (soort: string) => gast && soort === 'opvang';
          const verloop = houders.map((h) => ({
            organisatieId: schuilt(h.soort) ? null : h.organisatieId,
            organisatieNaam: gast ? naamVoorBuiten(h.naam, h.soort) : h.naam,
            organisatieSoort: schuilt(h.soort) ? 'anders' : h.soort,
            vanafOp: h.vanaf.toISOString(),
            totOp: iso(h.tot),
            grond: gast ? '' : h.grond,
          }));
          const opvang = houders.filter((h) => schuilt(h.soort));
          const zicht = verloop.find((h) => h.totOp === null);
          tx.categorie('casus', 'termijnen');
          return {
            id: c.id,
            nummer: c.nummer,
            aanduiding: c.aanduiding,
            status: c.status,
            fase: voorbij ? null : c.fase,
            acuut: !voorbij && c.acuut,
            gemeentecode: voorbij ? null : c.gemeentecode,
            geopendOp: c.geopendOp.toISOString(),
            geslotenOp: iso(c.geslotenOp),
            sluitreden: voorbij ? null : c.sluitreden,
            samengevoegdIn: voorbij ? null : c.samengevoegdIn,
            versie: c.versie,
            zicht: zicht ?? null,
            zichtVerloop: verloop,
            regisseur: voorbij || opvang.length > 0 ? null : await findRegisseur(tx, c.regisseurId),
            personen: personen.map(({ geboorte, ...p }) => ({
              ...p,
              geboren: geborenTekst(geboorte),
              twijfels: gedeeld.has(p.vermeldingId) ? [...p.twijfels, BSN_OOK_BIJ_ANDER] : p.twijfels,
              rollen: p.rollen as Static<typeof CasusPersoonAntwoord>['rollen'],
            })),
            termijnen: termijnen.map((t) => ({
              ...t,
              omschrijving: omschrijving(t.soort),
              begintOp: t.begintOp.toISOString(),
              vervaltOp: iso(t.vervaltOp),
              opgeschortOp: iso(t.opgeschortOp),
              opgeschortTot: iso(t.opgeschortTot),
              verstrekenOp: iso(t.verstrekenOp),
              woorden: t.vervaltOp ? zegTermijn(t.vervaltOp, tx.nu) : null,
              woordenEn: t.vervaltOp ? zegTermijn(t.vervaltOp, tx.nu, 'en') : null,
              verbruikt: t.vervaltOp ? deelOm(t.begintOp, t.vervaltOp, tx.nu) : null,
            })),
            openAanbod:
              aanbod && !gast ? { ...aanbod, aangebodenOp: aanbod.aangebodenOp.toISOString() } : null,
            laatsteControle: controle
              ? {
                  vastgelegdOp: controle.op.toISOString(),
                  uitkomst: controle.uitkomst,
                  organisatieNaam: opvang.some((h) => h.naam === controle.organisatieNaam)
                    ? naamVoorBuiten(controle.organisatieNaam, 'opvang')
                    : controle.organisatieNaam,
                }
              : null,
            eigenStukken: voorbij
              ? (await bijdragen.eigenStukken(tx, id)).map(({ op, ...s }) => ({
                  ...s,
                  vastgelegdOp: op.toISOString(),
                }))
              : [],
            tellingen: { uitspraken: await telUitspraken(tx, id), personen: personen.length },
            toegang: {
              grond: toegang.grond,
              totOp: iso(toegang.tot),
              delingen: toegang.delingen.map((d) => ({
                vanNaam: d.vanNaam,
                onderdelen: d.onderdelen as CasusbeeldAntwoord['toegang']['delingen'][number]['onderdelen'],
                totOp: d.tot.toISOString(),
              })),
            },
          };
        },
      );
    },
  );

  api.get(
    '/casussen/:id/tijdlijn',
    {
      schema: {
        operationId: 'casusTijdlijn',
        summary: 'Wat er is gebeurd, nieuwste eerst',
        tags: ['Casus'],
        params: IdParam,
        querystring: Type.Object({
          na: Type.Optional(Type.String({ maxLength: 80 })),
          aantal: Type.Optional(
            Type.String({
              pattern: '^([1-9][0-9]?|1[0-9]{2}|200)$',
              description: 'Regels per bladzijde, hoogstens 200.',
            }),
          ),
        }),
        response: { 200: TijdlijnBladzijde },
      },
    },
    async (request) => {
      const { id } = request.params;
      const aantal = Number(request.query.aantal ?? PER_BLADZIJDE);
      const na = request.query.na === undefined ? null : leesCursor(request.query.na);
      if (request.query.na !== undefined && !na)
        throw ongeldig([
          { veld: 'na', melding: 'Dit is geen plek op de tijdlijn. Begin opnieuw bij het begin.' },
        ]);
      return deuren.read(
        contextVan(request, 'zicht_houden'),
        'casus.tijdlijn',
        { soort: 'casus', casusId: id },
        async (tx) => {
          await getCasus(tx, id);
          await betrefCasus(tx, id);
          tx.categorie('tijdlijn', 'uitspraken');
          const regels = await listTijdlijn(tx, id, aantal, na);
          const bladzijde = regels.slice(0, aantal);
          const laatste = bladzijde.at(-1);
          return {
            regels: bladzijde.map(({ op, ...r }) => ({
              ...r,
              vastgelegdOp: op.toISOString(),
              uitspraakSoort: r.uitspraakSoort as Static<typeof TijdlijnRegelAntwoord>['uitspraakSoort'],
            })),
            volgende: regels.length > aantal && laatste ? maakCursor(laatste.op, laatste.id) : null,
          };
        },
      );
    },
  );

  api.post(
    '/casussen/_zoek',
    {
      schema: {
        operationId: 'casussenZoeken',
        summary: 'Mijn casussen, of die van mijn organisatie',
        tags: ['Casus'],
        body: Type.Object(
          {
            zoekterm: Type.Optional(Leeg(Type.String({ maxLength: 200 }))),
            status: Type.Optional(Leeg(Keuze(['open', 'gesloten']))),
            bij: Type.Optional(Keuze(['mij', 'organisatie'])),
            fase: Type.Optional(Leeg(Type.Integer({ minimum: 1, maximum: 5 }))),
            pagina: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
            aantal: Type.Optional(Type.Integer({ minimum: 1, maximum: HOOGSTENS })),
          },
          { $id: 'CasusZoekvraag' },
        ),
        response: { 200: CasusLijst },
      },
    },
    async (request) => {
      const b = request.body;
      const pagina = b.pagina ?? 1;
      const aantal = b.aantal ?? PER_BLADZIJDE;
      return huis.deuren.read(
        contextVan(request, 'zicht_houden'),
        'casus.lijst',
        { soort: 'casus' },
        async (tx) => {
          tx.categorie('casus');
          const rijen = await zoekCasussen(tx, {
            zoekterm: b.zoekterm ?? null,
            status: b.status ?? null,
            bij: b.bij ?? 'organisatie',
            fase: b.fase ?? null,
            pagina,
            aantal,
          });
          const bladzijde = rijen.slice(0, aantal);
          // a household's name on a list is a look at its people
          await betreftCasussen(
            tx,
            bladzijde.map((r) => r.id),
          );
          return {
            casussen: bladzijde.map((r) => ({
              id: r.id,
              nummer: r.nummer,
              aanduiding: r.aanduiding,
              status: r.status === 'open' ? ('open' as const) : ('gesloten' as const),
              fase: r.fase,
              acuut: r.acuut,
              eigenDossier: r.eigenDossier,
              geopendOp: r.geopendOp.toISOString(),
              geslotenOp: iso(r.geslotenOp),
              houderId: r.houderId,
              houderNaam: r.houderNaam,
              houderVanafOp: iso(r.houderVanaf),
              regisseurNaam: r.regisseurNaam,
              aantalTermijnen: r.aantalTermijnen,
              termijnSoort: r.eersteTermijnSoort,
              termijnOmschrijving: r.eersteTermijnSoort ? omschrijving(r.eersteTermijnSoort) : null,
              termijnVervaltOp: iso(r.eersteTermijnVervaltOp),
            })),
            pagina,
            meer: rijen.length > aantal,
          };
        },
      );
    },
  );
}

/** How much of the time has passed, from 0 to 1. Past suspensions are in it: the screen shows the time that people saw pass. */
function deelOm(begint: Date, vervalt: Date, nu: Date): number {
  const heel = vervalt.getTime() - begint.getTime();
  return heel <= 0 ? 1 : Math.min(1, Math.max(0, (nu.getTime() - begint.getTime()) / heel));
}
