// SPDX-License-Identifier: EUPL-1.2
// One listener for all keys. A page says which keys it has; `?` and the page Sneltoetsen list what holds now.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { getInstellingen } from './instellingen.ts';

export interface Sneltoets {
  /** 'j', 'Enter', '?', 'ctrl+k', or two after each other: 'g w'. */
  toets: string;
  /** What it does, in the words of the screen. */
  uitleg: string;
  doe: () => void;
  /** Where it belongs in the list of keys; 'Overal' when left out. */
  groep?: string | undefined;
}

let geregistreerd: readonly Sneltoets[] = [];
const luisteraars = new Set<() => void>();
let begonnen = '';
let begonnenOp = 0;

function setRegister(nieuw: readonly Sneltoets[]): void {
  geregistreerd = nieuw;
  // The same listener twice is one listener.
  if (nieuw.length > 0) document.addEventListener('keydown', onKeydown);
  else document.removeEventListener('keydown', onKeydown);
  for (const l of luisteraars) l();
}

/** Is this a place where letters are text? */
function isTypen(doel: EventTarget | null): boolean {
  if (!(doel instanceof HTMLElement)) return false;
  if (doel.isContentEditable || doel instanceof HTMLTextAreaElement || doel instanceof HTMLSelectElement)
    return true;
  return doel instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(doel.type);
}

function onKeydown(e: KeyboardEvent): void {
  if (e.defaultPrevented || e.altKey || e.isComposing) return;
  const metCtrl = e.ctrlKey || e.metaKey;
  const naam = (metCtrl ? 'ctrl+' : '') + (e.key.length === 1 ? e.key.toLowerCase() : e.key);
  if (!metCtrl && e.key.length === 1) {
    if (!getInstellingen().lettertoetsen || isTypen(e.target)) return;
    // A letter must not act behind an open dialog.
    if (document.querySelector('dialog[open]:modal')) return;
  }
  const reeks = begonnen && Date.now() - begonnenOp < 1500 ? `${begonnen} ${naam}` : naam;
  begonnen = '';
  // The newest registration first: a page's key wins from the frame's.
  const treffer =
    geregistreerd.findLast((s) => s.toets === reeks) ?? geregistreerd.findLast((s) => s.toets === naam);
  if (treffer) {
    e.preventDefault();
    treffer.doe();
  } else if (geregistreerd.some((s) => s.toets.startsWith(`${naam} `))) {
    begonnen = naam;
    begonnenOp = Date.now();
  }
}

function luister(l: () => void): () => void {
  luisteraars.add(l);
  return () => luisteraars.delete(l);
}

/** Keys for as long as this component is on the screen. `doe` may close over state: the newest is used. */
export function useSneltoetsen(toetsen: readonly Sneltoets[], aan = true): void {
  const nieuwste = useRef(toetsen);
  nieuwste.current = toetsen;
  const namen = toetsen.map((s) => `${s.toets}|${s.uitleg}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and explanations decide; doe is read when pressed
  useEffect(() => {
    if (!aan) return;
    const mijne = nieuwste.current.map((s, i) => ({ ...s, doe: () => nieuwste.current[i]?.doe() }));
    setRegister([...geregistreerd, ...mijne]);
    return () => setRegister(geregistreerd.filter((s) => !mijne.includes(s)));
  }, [namen, aan]);
}

/** All keys that hold now, for the list of keys. */
export function useSneltoetslijst(): readonly Sneltoets[] {
  return useSyncExternalStore(
    luister,
    () => geregistreerd,
    () => geregistreerd,
  );
}
