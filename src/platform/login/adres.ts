// SPDX-License-Identifier: EUPL-1.2

/** True for a host name that never leaves this machine (RFC 6761 localhost, 127.0.0.0/8, ::1). */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
}

/** The origin ("https://host:port") of an address, or null when it is not an http(s) address. */
export function findOrigin(adres: string): string | null {
  const url = URL.parse(adres);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null;
}

// A path that may be kept through the login: slugs and ids only. No dot, percent sign, backslash or second slash, so
// that it can neither leave this site nor carry a name ("?q=Jan%20…"): no personal data in a URL.
const PAD = /^\/(?:[A-Za-z0-9_~-]+(?:\/[A-Za-z0-9_~-]+)*\/?)?$/;
const VRAAG = /^[A-Za-z0-9_-]+=[A-Za-z0-9_-]*(?:&[A-Za-z0-9_-]+=[A-Za-z0-9_-]*)*$/;
/** Coming back here would start the login again, or show data instead of a page. */
const NIET_TERUG = /^\/(?:inloggen(?!\/klaar$)|uitloggen|uitgelogd|demo-idp|api)(?:\/|$)/;
const LANGST = 300;

/**
 * The local path to return to after login. Anything that is not plainly a page of this site becomes `anders`;
 * a query that is more than ids and slugs is left out.
 */
export function localPath(terug: unknown, anders = '/'): string {
  if (typeof terug !== 'string' || terug.length > LANGST) return anders;
  const [pad = '', ...vragen] = terug.split('#', 1)[0]?.split('?') ?? [];
  if (!PAD.test(pad) || NIET_TERUG.test(pad)) return anders;
  const vraag = vragen.join('?');
  return VRAAG.test(vraag) ? `${pad}?${vraag}` : pad;
}
