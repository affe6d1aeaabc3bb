// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useState } from 'react';
import { ApiProbleem, abandonSessie, api, onSessie, resumeSessie } from './api.ts';
import { Dialoog } from './delen/dialoog.tsx';
import { Knop } from './delen/knop.tsx';
import { Veldmelding } from './delen/veldmelding.tsx';
import { type Ik, useIk } from './ik.ts';
import { useTeksten } from './taal.ts';

const woorden = {
  nl: {
    titel: 'Uw sessie is verlopen',
    uitleg: 'Log in in een nieuw venster en ga verder. Wat u typte, staat er nog.',
    inloggen: 'Log in in een nieuw venster',
    verder: 'Ik ben ingelogd, ga verder',
    nogNiet: 'U bent nog niet ingelogd. Log in in het andere venster en probeer het opnieuw.',
    ander: (naam: string) =>
      `In het andere venster is ${naam} ingelogd. Log in als uzelf, of begin opnieuw: dan gaat wat hier staat weg.`,
    opnieuw: 'Begin opnieuw',
  },
  en: {
    titel: 'Your session has ended',
    uitleg: 'Log in in a new window and go on. What you typed is still there.',
    inloggen: 'Log in in a new window',
    verder: 'I am logged in, go on',
    nogNiet: 'You are not logged in yet. Log in in the other window and try again.',
    ander: (naam: string) =>
      `In the other window ${naam} is logged in. Log in as yourself, or start again: then what is here goes.`,
    opnieuw: 'Start again',
  },
};

/** Asks to log in again without leaving the page; what waited then goes on. */
export function SessieDialoog() {
  const t = useTeksten(woorden);
  const ik = useIk();
  const [open, setOpen] = useState(false);
  const [melding, setMelding] = useState<{ soort: 'nog-niet' } | { soort: 'ander'; naam: string }>();

  const kijk = useCallback(
    async (stil: boolean) => {
      try {
        const nu = await api.get<Ik>('/ik', { bij401: 'gooi' });
        if (nu.medewerker.id === ik.medewerker.id) resumeSessie();
        else setMelding({ soort: 'ander', naam: nu.medewerker.naam });
      } catch (fout) {
        if (!(fout instanceof ApiProbleem)) throw fout;
        if (!stil) setMelding({ soort: 'nog-niet' });
      }
    },
    [ik.medewerker.id],
  );

  useEffect(
    () =>
      onSessie((verlopen) => {
        setOpen(verlopen);
        setMelding(undefined);
      }),
    [],
  );
  useEffect(() => {
    if (!open) return;
    // The login window says when it is done; coming back to this window asks too.
    const kanaal =
      typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('houvast-inloggen');
    if (kanaal) kanaal.onmessage = () => void kijk(true);
    const terug = () => {
      if (document.visibilityState === 'visible') void kijk(true);
    };
    document.addEventListener('visibilitychange', terug);
    window.addEventListener('focus', terug);
    return () => {
      kanaal?.close();
      document.removeEventListener('visibilitychange', terug);
      window.removeEventListener('focus', terug);
    };
  }, [open, kijk]);

  return (
    <Dialoog
      open={open}
      vast
      onSluit={() => undefined}
      titel={t.titel}
      acties={
        <>
          <Knop
            soort="hoofd"
            onClick={() => {
              window.open(
                '/inloggen?terug=/inloggen/klaar',
                'houvast-inloggen',
                'popup,width=560,height=760',
              );
            }}
          >
            {t.inloggen}
          </Knop>
          <Knop onClick={() => void kijk(false)}>{t.verder}</Knop>
          {melding?.soort === 'ander' ? (
            <Knop
              soort="gevaar"
              onClick={() => {
                abandonSessie();
                void import('./concept.ts')
                  .then((c) => c.wipeConcepten())
                  .finally(() => location.assign('/'));
              }}
            >
              {t.opnieuw}
            </Knop>
          ) : null}
        </>
      }
    >
      <p className="nl-paragraph">{t.uitleg}</p>
      <div role="status">
        {melding ? (
          <Veldmelding soort="let-op">
            {melding.soort === 'ander' ? t.ander(melding.naam) : t.nogNiet}
          </Veldmelding>
        ) : null}
      </div>
    </Dialoog>
  );
}
