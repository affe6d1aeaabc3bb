// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useTeksten } from '../taal.ts';
import './dialoog.css';
import { Knop } from './knop.tsx';
import { Kop } from './kop.tsx';

export interface DialoogProps {
  open: boolean;
  onSluit: () => void;
  titel: string;
  /** The title is only read aloud, and the page gives its own button that closes. */
  titelVerborgen?: boolean | undefined;
  children: ReactNode;
  /** The buttons at the foot, the next step first. */
  acties?: ReactNode;
  breed?: boolean | undefined;
  /** Cannot be closed without an answer. */
  vast?: boolean | undefined;
  className?: string | undefined;
}

const woorden = { nl: { sluit: 'Sluiten' }, en: { sluit: 'Close' } };

/** The button that got the focus back may go with what the dialog did (a row of a list): then the focus is on the heading of the page. */
function watchOpener(opener: Element | null): void {
  if (!opener) return;
  const kijker = new MutationObserver(() => {
    if (opener.isConnected) return;
    kijker.disconnect();
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  });
  kijker.observe(document.body, { childList: true, subtree: true });
  // as long as a slow answer takes
  setTimeout(() => kijker.disconnect(), 10_000);
}

/** A dialog: the browser's own, so focus stays inside and comes back where it was. */
export function Dialoog({
  open,
  onSluit,
  titel,
  titelVerborgen,
  children,
  acties,
  breed,
  vast,
  className,
}: DialoogProps) {
  const t = useTeksten(woorden);
  const id = useId();
  const vak = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element>(null);
  useEffect(() => {
    const d = vak.current;
    if (!d) return;
    if (open && !d.open) {
      opener.current = document.activeElement;
      d.showModal();
      // Not on the button that closes: on what the dialog is for.
      const eerste =
        d.querySelector<HTMLElement>('[data-focus]') ??
        d.querySelector<HTMLElement>('.hv-dialoog__inhoud :is(input, textarea, select):enabled') ??
        d.querySelector<HTMLElement>('h2');
      eerste?.focus();
    }
    if (!open && d.open) {
      d.close();
      watchOpener(opener.current);
    }
  }, [open]);
  // Taken out of the page while it is open, it gives the focus back all the same: only closing does that.
  useLayoutEffect(() => {
    const d = vak.current;
    return () => {
      if (d?.open) watchOpener(opener.current);
      d?.close();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too (onCancel); the click is on the veil outside
    <dialog
      ref={vak}
      className={`hv-dialoog${breed ? ' hv-dialoog--breed' : ''}${className ? ` ${className}` : ''}`}
      aria-labelledby={id}
      onCancel={(e) => {
        e.preventDefault();
        if (!vast) onSluit();
      }}
      onClose={() => {
        // The browser may close it by force (Escape twice); a fixed dialog comes back.
        if (!open) return;
        if (vast) vak.current?.showModal();
        else onSluit();
      }}
      onClick={(e) => {
        if (e.target === vak.current && !vast) onSluit();
      }}
    >
      {open ? (
        <div className="hv-dialoog__binnen">
          <div className={`hv-dialoog__kop${titelVerborgen ? ' hv-verborgen' : ''}`}>
            <Kop niveau={2} id={id} tabIndex={-1}>
              {titel}
            </Kop>
            {vast || titelVerborgen ? null : (
              <Knop soort="stil" klein alleenIcoon icoon="kruis" onClick={onSluit}>
                {t.sluit}
              </Knop>
            )}
          </div>
          <div className="hv-dialoog__inhoud">{children}</div>
          {acties ? <div className="hv-dialoog__voet hv-rij">{acties}</div> : null}
        </div>
      ) : null}
    </dialog>
  );
}
