// SPDX-License-Identifier: EUPL-1.2
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import type { Keuze } from './keuzerondjes.tsx';
import { useVeld, Veldgroep, type VeldProps, veldId } from './veld.tsx';
import { Veldmelding } from './veldmelding.tsx';

export interface VinkjesProps
  extends VeldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type' | 'value' | 'defaultValue'> {
  name: string;
  opties: readonly Keuze[];
  /** Controlled: what is ticked. Leave out with react-hook-form's register (then the value is a string[]). */
  waarden?: readonly string[] | undefined;
  onKies?: ((waarden: string[]) => void) | undefined;
  vorm?: 'chips' | 'lijst' | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** Any number out of a few. */
export function Vinkjes({
  label,
  hulp,
  fout,
  verplicht,
  labelVerborgen,
  opties,
  waarden,
  onKies,
  onChange,
  vorm = 'lijst',
  id,
  ref,
  ...rest
}: VinkjesProps) {
  const { veld, hulpId, foutId } = useVeld(rest.name, id, hulp, fout);
  const beheerd = onKies !== undefined;
  return (
    <Veldgroep {...{ label, hulp, fout, verplicht, labelVerborgen, veld, hulpId, foutId }}>
      <div className={`hv-keuzes hv-keuzes--${vorm}`}>
        {opties.map((o, i) => {
          const eigenId = i === 0 ? veld : `${veld}-${i}`;
          return (
            <div key={o.waarde} className="hv-keuze">
              <input
                {...rest}
                {...(beheerd ? { checked: waarden?.includes(o.waarde) ?? false } : {})}
                disabled={o.uit ?? rest.disabled}
                type="checkbox"
                id={eigenId}
                ref={ref}
                value={o.waarde}
                className="hv-keuze__vak"
                aria-describedby={o.uitleg ? `${eigenId}-uitleg` : undefined}
                onChange={(e) => {
                  onChange?.(e);
                  const andere = (waarden ?? []).filter((w) => w !== o.waarde);
                  onKies?.(e.target.checked ? [...andere, o.waarde] : andere);
                }}
              />
              <label htmlFor={eigenId} className="hv-keuze__label">
                {o.label}
              </label>
              {o.uitleg ? (
                <div className="hv-keuze__uitleg" id={`${eigenId}-uitleg`}>
                  {o.uitleg}
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
    </Veldgroep>
  );
}

export interface VinkjeProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> {
  label: ReactNode;
  uitleg?: ReactNode;
  fout?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** One yes or no. */
export function Vinkje({ label, uitleg, fout, id, ref, ...rest }: VinkjeProps) {
  const reserve = useId();
  const veld = id ?? veldId(rest.name, reserve);
  const beschrijving = [uitleg && `${veld}-uitleg`, fout && `${veld}-fout`].filter(Boolean).join(' ');
  return (
    <div className={`utrecht-form-field hv-veld${fout ? ' utrecht-form-field--invalid' : ''}`}>
      {fout ? (
        <Veldmelding id={`${veld}-fout`} soort="fout">
          {fout}
        </Veldmelding>
      ) : null}
      <div className="hv-keuze">
        <input
          {...rest}
          {...(beschrijving ? { 'aria-describedby': beschrijving } : {})}
          {...(fout ? { 'aria-invalid': true } : {})}
          type="checkbox"
          id={veld}
          ref={ref}
          className="hv-keuze__vak"
        />
        <label htmlFor={veld} className="hv-keuze__label">
          {label}
        </label>
        {uitleg ? (
          <div className="hv-keuze__uitleg" id={`${veld}-uitleg`}>
            {uitleg}
          </div>
        ) : null}
      </div>
    </div>
  );
}
