// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import type { ApiProbleem } from '../api.ts';
import { aantal, useTeksten } from '../taal.ts';
import './bericht.css';
import { Icoon } from './icoon.tsx';
import { Kop } from './kop.tsx';
import { veldId } from './veld.tsx';

export interface Formulierfout {
  /** The name of the field, as in register(). */
  veld: string;
  melding: string;
}

export interface FormulierfoutenProps {
  fouten: readonly Formulierfout[];
  /** What the server said about the whole form. */
  probleem?: ApiProbleem | null | undefined;
  /** Raise it at every attempt to send: the summary then takes the focus again. */
  poging?: number | undefined;
}

const woorden = {
  nl: {
    kop: (n: number) => `Er ${n === 1 ? 'is' : 'zijn'} nog ${aantal(n, 'ding', 'dingen')} te doen`,
    nummer: 'Nummer voor de helpdesk:',
  },
  en: {
    kop: (n: number) => `There ${n === 1 ? 'is' : 'are'} ${aantal(n, 'thing', 'things')} left to do`,
    nummer: 'Number for the help desk:',
  },
};

/** All errors of react-hook-form as a flat list, in the order of the form. */
export function formErrors(errors: object, pad = ''): Formulierfout[] {
  const uit: Formulierfout[] = [];
  for (const [k, v] of Object.entries(errors) as [string, unknown][]) {
    if (typeof v !== 'object' || v === null || k === 'ref') continue;
    const veld = pad ? `${pad}.${k}` : k;
    if ('message' in v && typeof v.message === 'string' && 'type' in v)
      uit.push({ veld, melding: v.message });
    else uit.push(...formErrors(v, veld));
  }
  return uit;
}

/**
 * What is still wrong, above the form: takes the focus, each line goes to its field. Give useForm
 * `shouldFocusError: false`, or the form takes the focus away to the first field.
 */
export function Formulierfouten({ fouten, probleem, poging }: FormulierfoutenProps) {
  const t = useTeksten(woorden);
  const vak = useRef<HTMLDivElement>(null);
  const lijst = [...fouten, ...(probleem?.fouten ?? [])];
  const aanwezig = lijst.length > 0 || Boolean(probleem);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt takes the focus again
  useEffect(() => {
    if (aanwezig) vak.current?.focus();
  }, [aanwezig, probleem, poging]);
  if (!aanwezig) return null;
  return (
    <div ref={vak} tabIndex={-1} role="alert" className="utrecht-alert utrecht-alert--warning hv-bericht">
      <Icoon naam="aandacht" className="hv-bericht__icoon hv-bericht__icoon--let-op" />
      <div className="hv-stapel hv-krap">
        <Kop niveau={2} alsof={3}>
          {lijst.length > 0 ? t.kop(lijst.length) : probleem?.titel}
        </Kop>
        {probleem && lijst.length === 0 ? <p className="nl-paragraph">{probleem.detail}</p> : null}
        {lijst.length > 0 ? (
          <ul className="hv-lijst-kaal hv-stapel hv-krap">
            {lijst.map((f) => {
              const id = veldId(f.veld, f.veld);
              return (
                <li key={f.veld + f.melding}>
                  <a
                    className="nl-link"
                    href={`#${id}`}
                    onClick={(e) => {
                      e.preventDefault();
                      const doel = document.getElementById(id) ?? document.getElementsByName(f.veld)[0];
                      doel?.focus();
                      (doel?.closest('.hv-veld') ?? doel)?.scrollIntoView({ block: 'center' });
                    }}
                  >
                    {f.melding}
                  </a>
                </li>
              );
            })}
          </ul>
        ) : null}
        {probleem?.nummer ? (
          <p className="nl-paragraph hv-klein hv-zacht">
            {t.nummer} <span className="hv-getal">{probleem.nummer}</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}
