// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react';

/** How this person wants the screens on this device. Nothing here says anything about people or cases. */
export interface Instellingen {
  taal: 'nl' | 'en';
  thema: 'auto' | 'licht' | 'donker';
  dichtheid: 'ruim' | 'compact';
  /** Single-letter keys (j, k, g w …). Can be off: WCAG 2.1.4, needed with speech input. */
  lettertoetsen: boolean;
}

const sleutel = 'houvast.instellingen';
/** The language is kept where the pages of the server around the login see it too (src/platform/http/taal.ts). */
const taalCookie = 'houvast-taal';
const jaarS = 365 * 24 * 60 * 60;
const begin: Instellingen = { taal: 'nl', thema: 'auto', dichtheid: 'ruim', lettertoetsen: true };
const luisteraars = new Set<() => void>();

/** What was chosen; else what the browser prefers; else Dutch. */
function readTaal(): Instellingen['taal'] {
  const gekozen = new RegExp(`(?:^|; )${taalCookie}=(nl|en)(?:;|$)`).exec(document.cookie)?.[1];
  if (gekozen) return gekozen === 'en' ? 'en' : 'nl';
  const eerste = navigator.languages.find((t) => /^(nl|en)\b/i.test(t));
  return eerste && /^en/i.test(eerste) ? 'en' : 'nl';
}

function keepTaal(taal: Instellingen['taal']): void {
  const veilig = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support
  document.cookie = `${taalCookie}=${taal}; Path=/; Max-Age=${jaarS}; SameSite=Lax${veilig}`;
}

function readStored(): Instellingen {
  try {
    const ruw: unknown = JSON.parse(localStorage.getItem(sleutel) ?? '{}');
    const v = (typeof ruw === 'object' && ruw !== null ? ruw : {}) as Partial<Instellingen>;
    return {
      taal: readTaal(),
      thema: v.thema === 'licht' || v.thema === 'donker' ? v.thema : 'auto',
      dichtheid: v.dichtheid === 'compact' ? 'compact' : 'ruim',
      lettertoetsen: v.lettertoetsen !== false,
    };
  } catch {
    return { ...begin, taal: readTaal() };
  }
}

let huidig: Instellingen = typeof localStorage === 'undefined' ? begin : readStored();

/** Puts the settings on <html>, where the tokens and the screen reader look. */
export function applyInstellingen(): void {
  const html = document.documentElement;
  html.lang = huidig.taal;
  if (huidig.thema === 'auto') delete html.dataset['thema'];
  else html.dataset['thema'] = huidig.thema;
  if (huidig.dichtheid === 'compact') html.dataset['dichtheid'] = 'compact';
  else delete html.dataset['dichtheid'];
}

export function getInstellingen(): Instellingen {
  return huidig;
}

export function setInstellingen(deel: Partial<Instellingen>): void {
  huidig = { ...huidig, ...deel };
  try {
    if (deel.taal) keepTaal(deel.taal);
    const { taal: _taal, ...rest } = huidig;
    localStorage.setItem(sleutel, JSON.stringify(rest));
  } catch {
    // A browser that keeps nothing: the setting lasts as long as the page.
  }
  applyInstellingen();
  for (const l of luisteraars) l();
}

function luister(l: () => void): () => void {
  luisteraars.add(l);
  return () => luisteraars.delete(l);
}

/** The settings, and a re-render when they change. */
export function useInstellingen(): Instellingen {
  return useSyncExternalStore(luister, getInstellingen, getInstellingen);
}
