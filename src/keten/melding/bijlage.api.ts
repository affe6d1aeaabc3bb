// SPDX-License-Identifier: EUPL-1.2
// Files with a melding. A file is what its first bytes say, not what it is called.
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import Type from 'typebox';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem, stuurProbleem } from '../../platform/http/problem.ts';
import { Id, IdParam } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { findBijlage, getBijlageregel, schrijfBijlage } from './bijlage.store.ts';

export const SOORTEN = ['application/pdf', 'image/png', 'image/jpeg'] as const;
const HOOGSTENS = 10 * 1024 * 1024;

const Bijlage = Type.Object(
  { id: Id, naam: Type.String(), soort: Type.String(), grootte: Type.Integer() },
  { $id: 'Bijlage' },
);

/** A file of another kind than we keep, whatever it is called. */
function andereSoort(titel = 'Dit soort bestand kan Houvast niet bewaren'): Probleem {
  return new Probleem(
    415,
    titel,
    'Er is niets bewaard. Houvast neemt PDF, PNG en JPEG aan. Sla het bestand opnieuw op als een van die soorten en voeg het dan toe.',
    { soort: 'soort-inhoud' },
  );
}

/** The name as the sender gave it, without a path; neutral when there is none. */
function bestandsnaam(kop: string | undefined): string {
  const ruw = /filename\*=UTF-8''([^;]+)/i.exec(kop ?? '')?.[1];
  try {
    const naam = ruw ? decodeURIComponent(ruw) : (/filename="([^"]*)"/i.exec(kop ?? '')?.[1] ?? '');
    return [...(naam.split(/[\\/]/).at(-1) ?? '')].slice(0, 200).join('') || 'bijlage';
  } catch {
    return 'bijlage';
  }
}

/** Routes for files. */
export function registreerBijlage(api: Api, huis: Huis): void {
  api.register(async (scope: Api) => {
    scope.removeAllContentTypeParsers();
    scope.setErrorHandler((fout, request, reply) =>
      stuurProbleem(
        (fout as { code?: string }).code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ? andereSoort() : fout,
        request,
        reply,
      ),
    );
    scope.addContentTypeParser(
      [...SOORTEN],
      { parseAs: 'buffer', bodyLimit: HOOGSTENS },
      (_request, body, klaar) => klaar(null, body),
    );
    scope.post(
      '/meldingen/:id/bijlagen',
      {
        bodyLimit: HOOGSTENS,
        schema: {
          operationId: 'bijlageToevoegen',
          summary: 'Voeg een bestand toe (PDF, PNG of JPEG, hoogstens 10 MB)',
          tags: ['Melding'],
          consumes: [...SOORTEN],
          params: IdParam,
          body: Type.Unsafe<Buffer>({ description: 'Het bestand.' }),
          response: { 201: Bijlage },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const inhoud = request.body;
        if (!Buffer.isBuffer(inhoud) || inhoud.length === 0)
          throw new Probleem(400, 'Dit bestand is leeg', 'Kies een bestand met inhoud. Er is niets bewaard.');
        const genoemd = String(request.headers['content-type']).split(';')[0]?.trim() ?? '';
        const echt = (await fileTypeFromBuffer(inhoud))?.mime;
        if (echt !== genoemd) {
          throw andereSoort('Dit bestand is niet wat het zegt te zijn');
        }
        const naam = bestandsnaam(request.headers['content-disposition']);
        const context = contextVan(request, 'melden');
        const { idempotentie } = context;
        const uit = await huis.deuren.act(
          {
            ...context,
            // the file itself would be written out as text to be compared
            idempotentie: idempotentie && {
              ...idempotentie,
              verzoek: {
                id,
                naam,
                soort: genoemd,
                afdruk: createHash('sha256').update(inhoud).digest('hex'),
              },
            },
          },
          'melding.bijlage',
          { soort: 'melding', onderwerpId: id },
          async (tx: Tx) => {
            const bijlageId = nieuwId(tx.nu);
            await schrijfBijlage(tx, { id: bijlageId, meldingId: id, naam, soort: genoemd, inhoud });
            return { id: bijlageId };
          },
          // the name may be that of a family: what is kept for a second click is the id
          (tx, bewaard) => getBijlageregel(tx, bewaard.id),
        );
        return reply.code(201).header('Location', `/api/v1/meldingen/${id}/bijlagen/${uit.id}`).send(uit);
      },
    );
    scope.get(
      '/meldingen/:id/bijlagen/:bijlageId',
      {
        schema: {
          operationId: 'bijlageLezen',
          summary: 'Haal een bestand op',
          tags: ['Melding'],
          params: Type.Object({ id: Id, bijlageId: Id }),
          response: {
            200: {
              description: 'Het bestand.',
              content: Object.fromEntries(
                SOORTEN.map((s) => [
                  s,
                  { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
                ]),
              ),
            },
          },
        },
      },
      async (request, reply) => {
        const { id, bijlageId } = request.params;
        const b = await huis.deuren.read(
          contextVan(request, 'melden'),
          'melding.bijlage',
          { soort: 'melding', onderwerpId: id },
          (tx) => findBijlage(tx, id, bijlageId),
        );
        if (!b) throw nietGevonden('Dit bestand');
        // a neutral name: what lies on a desktop must not name a family
        return reply
          .type(b.soort)
          .header(
            'Content-Disposition',
            `attachment; filename="bijlage-${bijlageId}.${b.soort.split('/')[1]}"`,
          )
          .send(b.inhoud);
      },
    );
  });
}
