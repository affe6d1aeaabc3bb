// SPDX-License-Identifier: EUPL-1.2

import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { Toets } from './toets.tsx';
import { useVeld, Veldgroep, type VeldProps } from './veld.tsx';

export interface Keuze {
  waarde: string;
  label: ReactNode;
  /** What it means, in one line. */
  uitleg?: ReactNode;
  /** The letter that chooses it, when the page made a key for it. */
  toets?: string | undefined;
  uit?: boolean | undefined;
}

/** Choices that belong together, under words that say why. */
export interface Keuzegroep {
  kop: string;
  uitleg?: ReactNode;
  opties: readonly Keuze[];
}

export interface KeuzerondjesProps
  extends VeldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type' | 'value' | 'defaultValue'> {
  name: string;
  opties: readonly Keuze[] | readonly Keuzegroep[];
  /** Controlled: the chosen value. Leave out with react-hook-form's register. */
  waarde?: string | undefined;
  onKies?: ((waarde: string) => void) | undefined;
  /** chips: side by side (short words) · lijst: under each other (with explanation). */
  vorm?: 'chips' | 'lijst' | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** One out of a few, all in sight. */
export function Keuzerondjes({
  label,
  hulp,
  fout,
  verplicht,
  labelVerborgen,
  opties,
  waarde,
  onKies,
  onChange,
  vorm = 'chips',
  id,
  ref,
  ...rest
}: KeuzerondjesProps) {
  const { veld, hulpId, foutId } = useVeld(rest.name, id, hulp, fout);
  const beheerd = onKies !== undefined;
  const eerste = opties[0];
  const groepen: readonly Keuzegroep[] =
    eerste && 'opties' in eerste
      ? (opties as readonly Keuzegroep[])
      : [{ kop: '', opties: opties as readonly Keuze[] }];
  const alle = groepen.flatMap((g) => g.opties);
  const keuze = (o: Keuze) => {
    const i = alle.indexOf(o);
    // the field's own id is that of the first: where a link to the field arrives
    const eigenId = i === 0 ? veld : `${veld}-${i}`;
    return (
      <div key={o.waarde} className="hv-keuze">
        <input
          {...rest}
          {...(beheerd ? { checked: waarde === o.waarde } : {})}
          disabled={o.uit ?? rest.disabled}
          type="radio"
          id={eigenId}
          ref={ref}
          value={o.waarde}
          className="hv-keuze__vak hv-keuze__vak--rond"
          aria-describedby={o.uitleg ? `${eigenId}-uitleg` : undefined}
          onChange={(e) => {
            onChange?.(e);
            onKies?.(o.waarde);
          }}
        />
        <label htmlFor={eigenId} className="hv-keuze__label">
          {o.label}
          {o.toets ? <Toets>{o.toets}</Toets> : null}
        </label>
        {o.uitleg ? (
          <div className="hv-keuze__uitleg" id={`${eigenId}-uitleg`}>
            {o.uitleg}
          </div>
        ) : null}
      </div>
    );
  };
  return (
    <Veldgroep {...{ label, hulp, fout, verplicht, labelVerborgen, veld, hulpId, foutId }} rol="radiogroup">
      {groepen.map((g) => (
        <div key={g.kop} className={g.kop ? 'hv-keuzegroep' : undefined}>
          {g.kop ? <p className="hv-keuzegroep__kop">{g.kop}</p> : null}
          {g.uitleg}
          <div className={`hv-keuzes hv-keuzes--${vorm}`}>{g.opties.map(keuze)}</div>
        </div>
      ))}
    </Veldgroep>
  );
}
