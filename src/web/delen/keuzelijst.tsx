// SPDX-License-Identifier: EUPL-1.2
import type { Ref, SelectHTMLAttributes } from 'react';
import { useTeksten } from '../taal.ts';
import { useVeld, Veld, type VeldProps } from './veld.tsx';

export interface Optie {
  waarde: string;
  label: string;
  /** A group of the list that it belongs to. */
  groep?: string | undefined;
}

export interface KeuzelijstProps
  extends VeldProps,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'> {
  opties: readonly Optie[];
  /** The words of "nothing chosen yet"; `false`: there is always a choice. */
  leeg?: string | false | undefined;
  breedte?: 'kort' | 'half' | 'vol' | undefined;
  ref?: Ref<HTMLSelectElement> | undefined;
}

const woorden = { nl: { kies: 'Kies…' }, en: { kies: 'Choose…' } };

/** One out of many (for up to six, Keuzerondjes shows them at once). */
export function Keuzelijst({
  label,
  hulp,
  fout,
  verplicht,
  labelVerborgen,
  opties,
  leeg,
  breedte = 'vol',
  id,
  ref,
  ...rest
}: KeuzelijstProps) {
  const t = useTeksten(woorden);
  const { veld, hulpId, foutId, aria } = useVeld(rest.name, id, hulp, fout);
  const groepen = [...new Set(opties.map((o) => o.groep))];
  const regel = (o: Optie) => (
    <option key={o.waarde} value={o.waarde}>
      {o.label}
    </option>
  );
  return (
    <Veld {...{ label, hulp, fout, verplicht, labelVerborgen, veld, hulpId, foutId }} soort="select">
      <div className={`hv-keuzelijst hv-veld--${breedte}`}>
        <select
          {...rest}
          {...aria}
          id={veld}
          ref={ref}
          aria-required={verplicht}
          className={`utrecht-select utrecht-select--html-select${fout ? ' utrecht-select--invalid' : ''}`}
        >
          {leeg === false ? null : <option value="">{leeg ?? t.kies}</option>}
          {groepen.map((g) =>
            g === undefined ? (
              opties.filter((o) => o.groep === undefined).map(regel)
            ) : (
              <optgroup key={g} label={g}>
                {opties.filter((o) => o.groep === g).map(regel)}
              </optgroup>
            ),
          )}
        </select>
      </div>
    </Veld>
  );
}
