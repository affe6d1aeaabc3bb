// SPDX-License-Identifier: EUPL-1.2
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ApiProbleem } from '../api.ts';
import { useTeksten } from '../taal.ts';
import { isOpnieuwBegonnen } from '../uitloggen.ts';
import { Bericht } from './bericht.tsx';
import { Dialoog } from './dialoog.tsx';
import { Formulierfouten } from './formulierfouten.tsx';
import { Knop } from './knop.tsx';
import { toonToast } from './toast.tsx';

const woorden = {
  nl: {
    terug: 'Terug',
    vertrek: 'Wat u hier invulde, is nog niet bewaard',
    vertrekUitleg: 'Gaat u van deze pagina weg, dan is het weg.',
    blijf: 'Blijf hier',
    ga: 'Ga weg zonder bewaren',
  },
  en: {
    terug: 'Back',
    vertrek: 'What you filled in here was not saved yet',
    vertrekUitleg: 'When you leave this page, it is gone.',
    blijf: 'Stay here',
    ga: 'Leave without saving',
  },
};

export interface FormulierdialoogProps {
  open: boolean;
  onSluit: () => void;
  titel: string;
  /** The words of the button. */
  bewaar: string;
  onBewaar: () => void;
  /** Nothing to send yet. */
  uit?: boolean | undefined;
  waaromNiet?: string | undefined;
  gevaar?: boolean | undefined;
  /** The act that it does. */
  doe: { isPending: boolean; error: ApiProbleem | null; submittedAt: number };
  children: ReactNode;
}

/** A short form in a dialog. What is typed lives with the caller: going back and opening again finds it as it was. */
export function Formulierdialoog(p: FormulierdialoogProps) {
  const t = useTeksten(woorden);
  const [getypt, setGetypt] = useState(false);
  const { isPending, error, submittedAt } = p.doe;
  useEffect(() => {
    if (submittedAt > 0 && !isPending && !error) setGetypt(false);
  }, [submittedAt, isPending, error]);
  return (
    <Dialoog open={p.open} onSluit={p.onSluit} titel={p.titel} breed>
      <form
        className="hv-stapel"
        onInput={() => setGetypt(true)}
        onSubmit={(e) => {
          e.preventDefault();
          if (!p.uit) p.onBewaar();
        }}
      >
        {p.open && getypt ? <Vertrekvraag bezig={isPending} /> : null}
        <Formulierfouten fouten={[]} probleem={p.doe.error} poging={p.doe.submittedAt} />
        {p.children}
        <div className="hv-rij">
          <Knop
            soort={p.gevaar ? 'gevaar' : 'hoofd'}
            type="submit"
            bezig={p.doe.isPending}
            uit={p.uit}
            waaromNiet={p.waaromNiet}
          >
            {p.bewaar}
          </Knop>
          <Knop onClick={p.onSluit}>{t.terug}</Knop>
        </div>
      </form>
    </Dialoog>
  );
}

/** Asks before the page goes with what was typed in it: by going back, loading again or closing the tab. */
function Vertrekvraag({ bezig }: { bezig: boolean }) {
  const t = useTeksten(woorden);
  const vraag = useBlocker({
    // what is being sent may lead to another page itself
    shouldBlockFn: () => !bezig,
    enableBeforeUnload: () => !isOpnieuwBegonnen(),
    withResolver: true,
  });
  const vak = useRef<HTMLDivElement>(null);
  const open = vraag.status === 'blocked';
  useEffect(() => {
    if (open) vak.current?.querySelector('button')?.focus();
  }, [open]);
  if (!open) return null;
  return (
    <div ref={vak} role="alert">
      <Bericht
        soort="let-op"
        titel={t.vertrek}
        niveau={3}
        acties={
          <>
            <Knop soort="hoofd" onClick={vraag.reset}>
              {t.blijf}
            </Knop>
            <Knop onClick={vraag.proceed}>{t.ga}</Knop>
          </>
        }
      >
        <p className="nl-paragraph">{t.vertrekUitleg}</p>
      </Bericht>
    </div>
  );
}

/** What was typed in a field, and what stood there then. */
interface Getypt {
  waarde: string;
  was: string;
}

/**
 * The values of a short form by name, and what ties a field to its value. Only what was typed is kept, over what stands there now: what
 * another changed meanwhile is seen, and not sent back as it was. What was typed about one thing never turns up at another.
 * @param over what the form is about now, where it can be about more than one
 */
export function useWaarden<T extends Record<string, string>>(begin: T, over = '') {
  const [per, setPer] = useState<Readonly<Record<string, Readonly<Record<string, Getypt>>>>>({});
  const getypt = Object.entries(per[over] ?? {});
  const waarden = { ...begin, ...Object.fromEntries(getypt.map(([naam, g]) => [naam, g.waarde])) } as T;
  const zet = (deel: Partial<T>) =>
    setPer((p) => {
      const nu = { ...p[over] };
      for (const [naam, waarde = ''] of Object.entries(deel)) {
        const was = nu[naam]?.was ?? begin[naam] ?? '';
        if (waarde === begin[naam]) delete nu[naam];
        else nu[naam] = { waarde, was };
      }
      return { ...p, [over]: nu };
    });
  return {
    waarden,
    zet,
    leeg: () => setPer(({ [over]: _, ...rest }) => rest),
    veld: (naam: keyof T & string) => ({
      name: naam,
      value: waarden[naam],
      onChange: (e: { target: { value: string } }) => zet({ [naam]: e.target.value } as Partial<T>),
    }),
    /** Whether all of these hold something. */
    heeft: (...namen: (keyof T)[]) => namen.every((n) => waarden[n]?.trim() !== ''),
    /** Where another wrote something else after one began to type. */
    botst: getypt
      .filter(([naam, g]) => begin[naam] !== g.was && begin[naam] !== g.waarde)
      .map(([naam]) => naam as keyof T & string),
  };
}

/** When it went well: the form is empty again, closes, and says so. */
export function naBewaren(f: { leeg: () => void }, tekst: string, onSluit: () => void): () => void {
  return () => {
    f.leeg();
    toonToast({ tekst });
    onSluit();
  };
}
