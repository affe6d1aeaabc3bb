// SPDX-License-Identifier: EUPL-1.2
import Type from 'typebox';
import { ongeldig } from '../platform/http/problem.ts';
import { Moment } from '../platform/http/schema.ts';
import { leesVoor, type Plek } from './bladeren.ts';

/** The parameter with which a list goes on. */
export const Voor = Type.Union(
  [Moment, Type.String({ pattern: '^[^_]+_[0-9a-fA-F-]{36}$', maxLength: 80 })],
  {
    description:
      'Ga verder na de laatste regel die u kreeg: haar moment, een laag streepje en haar id (2026-11-23T09:00:00.000Z_018f…). Een moment alleen kan ook: dan komt wat daarvoor was.',
  },
);

/** Where a list goes on; null: at the beginning. @throws Probleem 400 */
export function plekVan(voor: string | undefined): Plek | null {
  if (voor === undefined) return null;
  const plek = leesVoor(voor);
  if (!plek)
    throw ongeldig([
      { veld: 'voor', melding: 'Geef het moment en het id van de laatste regel: 2026-11-23T09:00:00Z_id.' },
    ]);
  return plek;
}
