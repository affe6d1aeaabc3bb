// SPDX-License-Identifier: EUPL-1.2
// The few pages that the server itself draws around the login: no script, no inline style, so they fit a strict CSP.
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findTaal, TAAL_COOKIE, type Taal, voorkeurstaal } from '../http/taal.ts';

const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const;

/** Text as HTML text or attribute value. */
export function escapeHtml(tekst: string): string {
  return tekst.replace(/[&<>"']/g, (teken) => HTML[teken as keyof typeof HTML]);
}

/** The mark of Houvast (src/web/merk.svg), also as a file for the tab. */
export const MERK_SVG = `<svg xmlns="http://www.w3.org/2000/svg" class="merk" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="7" fill="#0b5561"/><path d="M9 6v20M9 17c0-4 3-6.500 7-6.500s7 2.500 7 6.500v2" fill="none" stroke="#fff" stroke-width="3.200" stroke-linecap="round"/><circle cx="23" cy="25" r="2.400" fill="#fff"/></svg>`;
export const MERK_PAD = '/inloggen/merk.svg';

/** One page in one language. */
export interface Pagina {
  taal: Taal;
  /** Path and query of this page, where it may be asked for again: then it can be had in the other language. */
  hier?: string | undefined;
  /** Ends up in the tab: never a name of a person. */
  titel: string;
  /** HTML of the main part; whoever makes it escapes. */
  inhoud: string;
  /** Path of the style sheet. */
  stijl: string;
  /** Text of the banner that says that all is invented; demo only. */
  fictief?: string;
  /** Path of a script of this site, for the one page that has any. */
  script?: string;
  klasse?: string;
}

const JAAR_S = 365 * 24 * 60 * 60;

/**
 * The language of a page: what was asked with `?taal=` (which is kept, for the screens too), else what was chosen before,
 * else what the browser prefers.
 */
export function paginaTaal(request: FastifyRequest, reply: FastifyReply, adres: string): Taal {
  const gevraagd = findTaal((request.query as Record<string, unknown> | undefined)?.['taal']);
  if (gevraagd === null)
    return findTaal(request.cookies[TAAL_COOKIE]) ?? voorkeurstaal(request.headers['accept-language']);
  // the screens read it and write it: it says nothing about anyone
  reply.setCookie(TAAL_COOKIE, gevraagd, {
    path: '/',
    sameSite: 'lax',
    secure: adres.startsWith('https:'),
    maxAge: JAAR_S,
  });
  return gevraagd;
}

/** A link to the same page in the other language. */
function renderAndereTaal(p: Pagina): string {
  if (p.hier === undefined) return '';
  const ander = p.taal === 'nl' ? 'en' : 'nl';
  const url = new URL(p.hier, 'http://hier');
  url.searchParams.set('taal', ander);
  const naam = { nl: 'Nederlands', en: 'English' }[ander];
  return `<a class="taal" lang="${ander}" hreflang="${ander}" href="${escapeHtml(url.pathname + url.search)}">${naam}</a>`;
}

/** A whole page. */
export function renderPagina(p: Pagina): string {
  return `<!doctype html>
<html lang="${p.taal}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>${escapeHtml(p.titel)} · Houvast</title>
<link rel="icon" type="image/svg+xml" href="${MERK_PAD}">
<link rel="stylesheet" href="${p.stijl}">
${p.script === undefined ? '' : `<script src="${p.script}" defer></script>`}
</head>
<body class="${p.klasse ?? 'smal'}">
<header>
<div class="kop"><p>${MERK_SVG}<span>Houvast</span></p>${renderAndereTaal(p)}</div>
${p.fictief === undefined ? '' : `<p class="fictief">${p.fictief}</p>`}
</header>
<main>
${p.inhoud}
</main>
</body>
</html>
`;
}

/**
 * Sends a page with the headers that every page around the login needs.
 * @param ook another origin to which a form of this page may lead, be it by a redirect
 */
export function sendPagina(reply: FastifyReply, status: number, pagina: Pagina, ook?: string): FastifyReply {
  const csp = ook === undefined ? CSP : CSP.replace("form-action 'self'", `form-action 'self' ${ook}`);
  return reply
    .code(status)
    .headers({ ...PAGINA_KOPPEN, 'content-security-policy': csp, 'content-language': pagina.taal })
    .type('text/html; charset=utf-8')
    .send(renderPagina(pagina));
}

const CSP =
  "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** No script but our own file, no frame around it, nothing kept by the browser. */
export const PAGINA_KOPPEN: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': CSP,
  // same-origin, not no-referrer: a form of a page with no-referrer is sent with "Origin: null"
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export const LETTER_PAD = '/inloggen/letter.woff2';
/** Goes before the style sheet where the font file is there. */
export const LETTERTYPE = `@font-face {
  font-family: "Atkinson Hyperlegible Next Variable"; font-style: normal; font-weight: 200 800; font-display: swap;
  src: url("${LETTER_PAD}") format("woff2-variations");
}
`;

/** Style sheet of these pages; the values are the tokens of the screens (src/web/theme.css). */
export const STIJL = `/* SPDX-License-Identifier: EUPL-1.2 */
:root {
  color-scheme: light dark;
  --papier: light-dark(#faf8f4, #171614);
  --vlak: light-dark(#ffffff, #211f1c);
  --inkt: light-dark(#1d1b18, #ede8df);
  --inkt-2: light-dark(#55504a, #b8b0a4);
  --lijn: light-dark(#e0dacf, #38342e);
  --rand: light-dark(#857c6f, #8b8377);
  --accent: light-dark(#0b5561, #7cc9d3);
  --accent-diep: light-dark(#083e47, #a5dde4);
  --accent-zacht: light-dark(#e2eeef, #16363b);
  --op-accent: light-dark(#ffffff, #08262b);
  --amber: light-dark(#7a4b00, #f2c063);
  --amber-zacht: light-dark(#fcefd0, #3a2d12);
  --focus: light-dark(#0b5561, #ffd68a);
}
* { box-sizing: border-box; }
html { background: var(--papier); color: var(--inkt); -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 4rem;
  font: 400 1.0625rem/1.5 "Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", system-ui, sans-serif;
}
body.smal { max-width: 40rem; }
.kop { display: flex; align-items: center; justify-content: space-between; gap: 0.625rem; }
.kop p { display: flex; align-items: center; gap: 0.625rem; margin: 0; font-weight: 680; font-size: 1.1875rem; }
.taal { padding: 0.5rem 0; }
.fictief {
  margin: 1.25rem 0 0; padding: 0.5rem 0.875rem; max-width: none;
  background: var(--amber-zacht); color: var(--amber); border-radius: 4px; font-size: 0.9375rem;
}
h1 { margin: 2rem 0 0.5rem; font-size: 1.75rem; font-weight: 680; line-height: 1.2; text-wrap: balance; }
h2 { margin: 0; font-size: 1.0625rem; font-weight: 660; line-height: 1.4; }
p { margin: 0 0 1rem; max-width: 66ch; text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: 0.18em; }
a:hover { color: var(--accent-diep); text-decoration-thickness: 2px; }
.stil { color: var(--inkt-2); font-size: 0.9375rem; }
.rij { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; margin-top: 1.5rem; }
.knop {
  display: inline-block; min-height: 2.75rem; padding: 0.5rem 1.25rem; font: inherit; font-weight: 620;
  color: var(--op-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: 4px;
  text-decoration: none; cursor: pointer;
}
.knop:hover { color: var(--op-accent); background: var(--accent-diep); border-color: var(--accent-diep); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
@media (forced-colors: active) { .fictief, .knop { border: 1px solid; } }
`;
