// SPDX-License-Identifier: EUPL-1.2
// Conflict of interest: a worker says whom to be kept away from; the team leader sees who is kept out, and lifts it or says that it is
// right. Where no team leader can, the privacy officer does.
import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { bij } from '../../kern/gebeurtenissen.ts';
import { codes } from '../../kern/lijsten.ts';
import { BELANGEN } from '../../kern/toegang/toegang.ts';
import type { Reacties } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import {
  bevestigBelang,
  haalUitKring,
  hefBelangOp,
  listBelangen,
  listKring,
  vertelBelangen,
  voegKringToe,
  zoekBelangBijPersonen,
  zoekBelangBijVerplaatsing,
} from './belang.store.ts';

/** What the station does when something happens elsewhere, in the same transaction. */
export function reageerMetBelang(reacties: Reacties): void {
  bij(reacties, 'casus.personen_toegevoegd', zoekBelangBijPersonen);
  bij(reacties, 'melding.verplaatst', zoekBelangBijVerplaatsing);
  bij(reacties, 'overdracht.aanvaard', (tx, o) => vertelBelangen(tx, o.casusId, o.naarId));
}

const WIE = ['zelf', 'huisgenoot', 'familie', 'bekende'] as const;
const t = (max: number) => Type.Optional(Leeg(Type.String({ maxLength: max })));
const KringInvoer = Type.Object(
  {
    wie: Keuze(WIE),
    voornamen: t(200),
    tussenvoegsel: t(40),
    achternaam: t(200),
    geboortejaar: Type.Optional(Leeg(Type.Integer({ minimum: 1900, maximum: 2100 }))),
    geboortemaand: Type.Optional(Leeg(Type.Integer({ minimum: 1, maximum: 12 }))),
    geboortedag: Type.Optional(Leeg(Type.Integer({ minimum: 1, maximum: 31 }))),
    straat: t(200),
    huisnummer: t(20),
    postcode: t(12),
    woonplaats: t(120),
  },
  { $id: 'KringInvoer' },
);
const tekst = Leeg(Type.String());
const getal = Leeg(Type.Integer());
const Kring = Type.Object(
  {
    kring: Type.Array(
      Type.Object({
        id: Id,
        wie: Keuze(WIE),
        voornamen: tekst,
        tussenvoegsel: tekst,
        achternaam: tekst,
        geboortejaar: getal,
        geboortemaand: getal,
        geboortedag: getal,
        straat: tekst,
        huisnummer: tekst,
        postcode: tekst,
        woonplaats: tekst,
      }),
    ),
  },
  { $id: 'Kring' },
);
export type KringAntwoord = Static<typeof Kring>;

const Belangen = Type.Object(
  {
    belangen: Type.Array(
      Type.Object({
        id: Id,
        casusId: Id,
        casusnummer: tekst,
        medewerkerNaam: Type.String(),
        organisatieNaam: Type.String(),
        gronden: Type.Array(Keuze(codes(BELANGEN))),
        vanafOp: Moment,
        magBeslissen: Type.Boolean({
          description:
            'U kunt dit opheffen of bevestigen. De privacyfunctionaris: alleen waar geen teamleider het kan.',
        }),
        bevestiging: Leeg(Type.Object({ bevestigdOp: Moment, door: Type.String(), reden: Type.String() })),
      }),
    ),
  },
  { $id: 'Belangen' },
);
export type BelangenAntwoord = Static<typeof Belangen>;
const Reden = Type.Object({ reden: Tekst(2000) }, { $id: 'BelangReden' });
const Klaar = Type.Object({ id: Id }, { $id: 'BelangKlaar' });

/** A team leader decides on it to divide the work; the privacy officer looks on it as oversight. */
const doelVan = (request: FastifyRequest) =>
  request.houvastWie?.functie === 'privacyfunctionaris' ? 'toezicht' : 'verantwoorden';

/** Routes of the own circle and of who is kept out. */
export function registreerBelang(api: Api, huis: Huis): void {
  const tags = ['Toegang'];
  const opBelang = onzichtbaarZonderDeel(huis.deuren, 'Dit belang');

  api.get(
    '/ik/kring',
    {
      schema: { operationId: 'kringLezen', summary: 'Bij wie u wegblijft', tags, response: { 200: Kring } },
    },
    async (request) =>
      huis.deuren.read(
        contextVan(request, 'verantwoorden'),
        'kring.lezen',
        { soort: 'kring' },
        async (tx) => {
          // about oneself, told by oneself
          tx.stil();
          return { kring: await listKring(tx) };
        },
      ),
  );

  api.post(
    '/ik/kring',
    {
      schema: {
        operationId: 'kringBewaren',
        summary: 'Zeg bij wie u weg moet blijven: niemand anders leest het',
        tags,
        body: KringInvoer,
        response: { 201: Klaar },
      },
    },
    async (request, reply) => {
      const b = request.body;
      const kaal = (x: string | null | undefined) => x?.trim() || null;
      const opgave = {
        wie: b.wie,
        voornamen: kaal(b.voornamen),
        tussenvoegsel: kaal(b.tussenvoegsel),
        achternaam: kaal(b.achternaam),
        geboortejaar: b.geboortejaar ?? null,
        geboortemaand: b.geboortemaand ?? null,
        geboortedag: b.geboortedag ?? null,
        straat: kaal(b.straat),
        huisnummer: kaal(b.huisnummer),
        postcode: kaal(b.postcode),
        woonplaats: kaal(b.woonplaats),
      };
      if (!opgave.achternaam && !opgave.postcode)
        throw ongeldig([{ veld: 'achternaam', melding: 'Vul een achternaam in, of een postcode.' }]);
      const id = await huis.deuren.act(
        contextVan(request, 'verantwoorden'),
        'kring.bewaren',
        { soort: 'kring' },
        (tx) => voegKringToe(tx, opgave),
      );
      return reply.code(201).header('Location', '/api/v1/ik/kring').send({ id });
    },
  );

  api.delete(
    '/ik/kring/:id',
    {
      schema: {
        operationId: 'kringWeghalen',
        summary: 'Haal iemand uit uw kring; wat daardoor dicht is blijft dicht',
        tags,
        params: IdParam,
        response: { 200: Klaar },
      },
    },
    async (request) => {
      const { id } = request.params;
      return huis.deuren.act(
        contextVan(request, 'verantwoorden'),
        'kring.weghalen',
        { soort: 'kring', onderwerpId: id },
        async (tx) => {
          await haalUitKring(tx, id);
          return { id };
        },
      );
    },
  );

  api.get(
    '/belangen',
    {
      schema: {
        operationId: 'belangLijst',
        summary: 'Welke medewerker buiten welke casus blijft, en waarom',
        tags,
        response: { 200: Belangen },
      },
    },
    async (request) =>
      huis.deuren.read(
        contextVan(request, doelVan(request)),
        'belang.lijst',
        { soort: 'belang' },
        async (tx) => {
          tx.categorie('belang');
          return {
            belangen: (await listBelangen(tx)).map(
              ({ vanaf, gronden, bevestigdOp, bevestigdDoor, bevestigdReden, ...b }) => ({
                ...b,
                gronden: gronden as BelangenAntwoord['belangen'][number]['gronden'],
                vanafOp: vanaf.toISOString(),
                bevestiging:
                  bevestigdOp === null
                    ? null
                    : {
                        bevestigdOp: bevestigdOp.toISOString(),
                        door: bevestigdDoor ?? '',
                        reden: bevestigdReden ?? '',
                      },
              }),
            ),
          };
        },
      ),
  );

  api.post(
    '/belangen/:id/bevestiging',
    {
      schema: {
        operationId: 'belangBevestigen',
        summary: 'Zeg dat het klopt dat een medewerker erbuiten blijft, met de reden',
        tags,
        params: IdParam,
        body: Reden,
        response: { 200: Klaar },
      },
    },
    async (request) => {
      const { id } = request.params;
      return opBelang.act(
        contextVan(request, doelVan(request)),
        'belang.bevestigen',
        { soort: 'belang', onderwerpId: id },
        async (tx) => {
          await bevestigBelang(tx, id, request.body.reden);
          return { id };
        },
      );
    },
  );

  api.post(
    '/belangen/:id/opheffing',
    {
      config: { bewijs: true },
      schema: {
        operationId: 'belangOpheffen',
        summary: 'Laat een medewerker weer toe, met de reden',
        tags,
        params: IdParam,
        body: Reden,
        response: { 200: Klaar },
      },
    },
    async (request) => {
      const { id } = request.params;
      return opBelang.act(
        contextVan(request, doelVan(request)),
        'belang.opheffen',
        { soort: 'belang', onderwerpId: id },
        async (tx) => {
          await hefBelangOp(tx, id, request.body.reden);
          return { id };
        },
      );
    },
  );
}
