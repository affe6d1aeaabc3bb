// SPDX-License-Identifier: EUPL-1.2
// Where a page of a list ended. A moment alone is not enough: two things can come in at the same one, and the second would be passed over.

import { UUID } from '../platform/uuid.ts';

/** Comes before every id: with it, a place is before everything of its moment. */
const EERSTE = '00000000-0000-0000-0000-000000000000';

/** The line after which a list goes on; newest first, and of one moment the highest id first. */
export interface Plek {
  op: Date;
  id: string;
}

/** A place as `<moment>_<id>`, read back exactly; null when it is no such thing. */
export function leesCursor(cursor: string): Plek | null {
  const [op, id, ...rest] = cursor.split('_');
  if (!op || !id || rest.length > 0 || !UUID.test(id)) return null;
  const moment = new Date(op);
  return Number.isNaN(moment.getTime()) ? null : { op: moment, id };
}

export function maakCursor(op: Date, id: string): string {
  return `${op.toISOString()}_${id}`;
}

/** A cursor, or a moment alone: then everything before that moment. */
export function leesVoor(voor: string): Plek | null {
  return leesCursor(voor.includes('_') ? voor : `${voor}_${EERSTE}`);
}
