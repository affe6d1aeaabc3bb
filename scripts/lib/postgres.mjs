// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';

/**
 * Whether this computer has a PostgreSQL of its own that the tests run on as well, beside the packaged one.
 * @returns {boolean}
 */
export function isSysteemPostgres() {
  return [18, 17, 16, 15].some((v) => existsSync(`/usr/lib/postgresql/${v}/bin/postgres`));
}
