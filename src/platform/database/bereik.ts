// SPDX-License-Identifier: EUPL-1.2

/** Why the database of DATABASE_URL cannot be used, with what to do (Dutch); null when it is something else. Never says the address. */
export function zegDatabasefout(fout: unknown): string | null {
  const { code, message = '' } = fout as { code?: string; message?: string };
  if (code === '28P01' || code === '28000')
    return `De database weigert deze gebruiker of dit wachtwoord (${code}). Controleer DATABASE_URL.`;
  if (code === '3D000')
    return `Deze database bestaat niet (${code}). Maak haar eerst, of controleer DATABASE_URL.`;
  if (code !== undefined && /^E[A-Z_]+$/.test(code))
    return `De database is niet bereikbaar (${code}). Controleer DATABASE_URL.`;
  if (/timeout|terminated/i.test(message) && code === undefined)
    return 'De database is niet bereikbaar: zij geeft geen antwoord. Controleer DATABASE_URL.';
  return null;
}
