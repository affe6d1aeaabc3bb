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
const begin: Instellingen = { taal: 'nl', thema: 'auto', dichtheid: 'ruim', lettertoetsen: true };
const luisteraars = new Set<() => void>();

function readStored(): Instellingen {
  try {
    const ruw: unknown = JSON.parse(localStorage.getItem(sleutel) ?? '{}');
    const v = (typeof ruw === 'object' && ruw !== null ? ruw : {}) as Partial<Instellingen>;
    return {
      taal: v.taal === 'en' ? 'en' : 'nl',
      thema: v.thema === 'licht' || v.thema === 'donker' ? v.thema : 'auto',
      dichtheid: v.dichtheid === 'compact' ? 'compact' : 'ruim',
      lettertoetsen: v.lettertoetsen !== false,
    };
  } catch {
    return begin;
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
    localStorage.setItem(sleutel, JSON.stringify(huidig));
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
