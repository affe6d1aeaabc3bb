// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useState } from 'react';
import { ApiProbleem, abandonSessie, api, onSessie, resumeSessie, type Sessievraag } from './api.ts';
import { Dialoog } from './delen/dialoog.tsx';
import { Knop } from './delen/knop.tsx';
import { Veldmelding } from './delen/veldmelding.tsx';
import { type Ik, useIk } from './ik.ts';
import { useTeksten } from './taal.ts';
import { beginOpnieuw } from './uitloggen.ts';

const woorden = {
  nl: {
    titel: { verlopen: 'Uw sessie is verlopen', bewijs: 'Laat nog eens zien dat u het bent' },
    uitleg: {
      verlopen:
        'Log in in een nieuw venster en ga verder. Wat u typte, staat er nog. Lukt inloggen niet meer, schrijf dan over wat u nodig hebt en vraag uw teamleider.',
      bewijs: 'Voor deze stap logt u kort opnieuw in, in een nieuw venster. Wat u typte, staat er nog.',
    },
    nietDoen: 'Niet doen',
    inloggen: 'Log in in een nieuw venster',
    verder: 'Ik ben ingelogd, ga verder',
    nogNiet: 'U bent nog niet ingelogd. Log in in het andere venster en probeer het opnieuw.',
    ander: (naam: string) =>
      `In het andere venster is ${naam} ingelogd. Log in als uzelf, of begin opnieuw: dan gaat wat hier staat weg.`,
    opnieuw: 'Begin opnieuw',
  },
  en: {
    titel: { verlopen: 'Your session has ended', bewijs: 'Show once more that it is you' },
    uitleg: {
      verlopen:
        'Log in in a new window and go on. What you typed is still there. If you cannot log in any more, copy what you need and ask your team leader.',
      bewijs: 'For this step you log in again for a moment, in a new window. What you typed is still there.',
    },
    nietDoen: 'Do not do it',
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
  const [vraag, setVraag] = useState<Sessievraag | null>(null);
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
      onSessie((nieuw) => {
        setVraag(nieuw);
        setMelding(undefined);
      }),
    [],
  );
  useEffect(() => {
    if (!vraag) return;
    // The login window says when it is done; coming back to this window asks too, where that shows a new login.
    const kanaal =
      typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('houvast-inloggen');
    if (kanaal) kanaal.onmessage = () => void kijk(true);
    const terug = () => {
      if (vraag === 'verlopen' && document.visibilityState === 'visible') void kijk(true);
    };
    document.addEventListener('visibilitychange', terug);
    window.addEventListener('focus', terug);
    return () => {
      kanaal?.close();
      document.removeEventListener('visibilitychange', terug);
      window.removeEventListener('focus', terug);
    };
  }, [vraag, kijk]);

  return (
    <Dialoog
      open={vraag !== null}
      vast
      onSluit={() => undefined}
      titel={t.titel[vraag ?? 'verlopen']}
      acties={
        <>
          <Knop
            soort="hoofd"
            onClick={() => {
              window.open(
                `/inloggen?terug=/inloggen/klaar${vraag === 'bewijs' ? '&opnieuw=ja' : ''}`,
                'houvast-inloggen',
                'popup,width=560,height=760',
              );
            }}
          >
            {t.inloggen}
          </Knop>
          <Knop onClick={() => void kijk(false)}>{t.verder}</Knop>
          {vraag === 'bewijs' ? <Knop onClick={abandonSessie}>{t.nietDoen}</Knop> : null}
          {melding?.soort === 'ander' ? (
            <Knop
              soort="gevaar"
              onClick={() => {
                abandonSessie();
                beginOpnieuw();
              }}
            >
              {t.opnieuw}
            </Knop>
          ) : null}
        </>
      }
    >
      <p className="nl-paragraph">{t.uitleg[vraag ?? 'verlopen']}</p>
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
