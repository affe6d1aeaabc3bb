// SPDX-License-Identifier: EUPL-1.2
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Fout, Laden } from './delen/toestand.tsx';
import { IkContext, useIkVraag } from './ik.ts';
import { Openbaar } from './openbaar.tsx';
import { Shell } from './shell.tsx';
import { beginOpnieuw } from './uitloggen.ts';

const Inlog = lazy(async () => ({ default: (await import('./inlog.page.tsx')).InlogPagina }));

/** Pages that need no login. */
const openbaar = new Set(['/toegankelijkheid']);

/** Decides what stands around the page: the frame for who is logged in, or the start page for who is not. */
export function Wortel() {
  const vraag = useIkVraag();
  const pad = useLocation({ select: (l) => l.pathname });
  const ooit = useRef<string>(undefined);
  const ik = vraag.data;

  const wie = ik?.medewerker.id;

  useEffect(() => {
    if (wie === undefined) return;
    // What another left unsent on this device goes; what is one's own waits, for a session may simply end.
    void import('./kopie.ts').then((k) => k.wipeVanAnderen(wie)).catch(() => undefined);
  }, [wie]);
  useEffect(() => {
    if (!ik) return;
    if (ooit.current !== undefined && ooit.current !== ik.medewerker.id) beginOpnieuw();
    ooit.current = ik.medewerker.id;
  }, [ik]);

  // Once logged in the frame stays, also when the session ends: a dialog then asks to log in again.
  if (ik)
    return (
      <IkContext value={ik}>
        <Shell>
          <Outlet />
        </Shell>
      </IkContext>
    );
  if (vraag.isPending) return null;
  if (openbaar.has(pad))
    return (
      <Openbaar>
        <Outlet />
      </Openbaar>
    );
  if (vraag.error?.status === 401)
    return (
      <Suspense fallback={<Laden />}>
        <Inlog />
      </Suspense>
    );
  return (
    <Openbaar>
      {vraag.error ? <Fout probleem={vraag.error} opnieuw={() => void vraag.refetch()} /> : <Laden />}
    </Openbaar>
  );
}
