// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useSneltoetsen } from '../sneltoetsen.ts';
import { useTeksten } from '../taal.ts';
import { Icoon } from './icoon.tsx';
import { Knop } from './knop.tsx';
import './toast.css';

export interface Toast {
  /** What was done: "Overdracht aanvaard. U houdt nu zicht." Never with the name of a person. */
  tekst: string;
  /** Takes it back. */
  ongedaan?: (() => unknown) | undefined;
  /** It did not work. */
  mislukt?: boolean | undefined;
}

type Getoond = Toast & { id: number };
let toasts: readonly Getoond[] = [];
let volgnummer = 0;
const luisteraars = new Set<() => void>();

function setToasts(nieuw: readonly Getoond[]): void {
  toasts = nieuw;
  for (const l of luisteraars) l();
}

/** Says what was done, with a way back. */
export function toonToast(toast: Toast): void {
  // The last three: more would be a pile.
  setToasts([...toasts.slice(-2), { ...toast, id: ++volgnummer }]);
}

const woorden = {
  nl: {
    ongedaan: 'Ongedaan maken',
    sluit: 'Sluiten',
    titel: 'Berichten',
    gedaan: 'Teruggedraaid.',
    mislukt: 'Terugdraaien is niet gelukt. Probeer het opnieuw.',
  },
  en: {
    ongedaan: 'Undo',
    sluit: 'Close',
    titel: 'Messages',
    gedaan: 'Undone.',
    mislukt: 'Undo did not work. Try again.',
  },
};

/** How long a message stays; with a way back longer. It stays while the pointer or the focus is on it. */
const duurMs = { gewoon: 6_000, ongedaan: 20_000 };

function Toastregel({ toast }: { toast: Getoond }) {
  const t = useTeksten(woorden);
  const [vast, setVast] = useState(false);
  const [bezig, setBezig] = useState(false);
  const sluit = () => setToasts(toasts.filter((x) => x.id !== toast.id));
  const sluitNu = useRef(sluit);
  sluitNu.current = sluit;
  useEffect(() => {
    // What failed stays until it is read.
    if (vast || bezig || toast.mislukt) return;
    const klok = setTimeout(() => sluitNu.current(), toast.ongedaan ? duurMs.ongedaan : duurMs.gewoon);
    return () => clearTimeout(klok);
  }, [vast, bezig, toast]);
  const terug = async () => {
    setBezig(true);
    try {
      await toast.ongedaan?.();
      sluit();
      toonToast({ tekst: t.gedaan });
    } catch {
      sluit();
      toonToast({ tekst: t.mislukt, ongedaan: toast.ongedaan, mislukt: true });
    }
  };
  useSneltoetsen(
    [{ toets: 'z', uitleg: t.ongedaan, doe: () => void terug() }],
    toast.ongedaan !== undefined && !bezig,
  );
  return (
    <li
      className="hv-toast"
      onPointerEnter={() => setVast(true)}
      onPointerLeave={() => setVast(false)}
      onFocus={() => setVast(true)}
      onBlur={() => setVast(false)}
    >
      <Icoon naam={toast.mislukt ? 'aandacht' : 'vink'} />
      <span className="hv-toast__tekst">{toast.tekst}</span>
      {toast.ongedaan ? (
        <Knop soort="stil" klein bezig={bezig} toets="z" onClick={() => void terug()}>
          {t.ongedaan}
        </Knop>
      ) : null}
      <Knop soort="stil" klein icoon="kruis" alleenIcoon onClick={sluit}>
        {t.sluit}
      </Knop>
    </li>
  );
}

/** Where the messages appear. Once, in the frame. */
export function Toasts() {
  const t = useTeksten(woorden);
  const lijst = useSyncExternalStore(
    (l) => {
      luisteraars.add(l);
      return () => luisteraars.delete(l);
    },
    () => toasts,
  );
  return (
    <section aria-label={t.titel} className="hv-toasts hv-geen-print">
      <div role="status">
        <ul className="hv-lijst-kaal">
          {lijst.map((toast) => (
            <Toastregel key={toast.id} toast={toast} />
          ))}
        </ul>
      </div>
    </section>
  );
}
