// SPDX-License-Identifier: EUPL-1.2
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { useVeld, Veld, type VeldProps } from './veld.tsx';

export interface TekstveldProps extends VeldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> {
  /** How wide: what is expected in it. */
  breedte?: 'kort' | 'half' | 'vol' | undefined;
  /** What stands right of the input (a button, a unit). */
  achter?: ReactNode;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. With react-hook-form: `<Tekstveld label="Naam" {...register('naam')} fout={errors.naam?.message} />`. */
export function Tekstveld({
  label,
  hulp,
  fout,
  verplicht,
  labelVerborgen,
  breedte = 'vol',
  achter,
  id,
  ref,
  ...rest
}: TekstveldProps) {
  const { veld, hulpId, foutId, aria } = useVeld(rest.name, id, hulp, fout);
  return (
    <Veld {...{ label, hulp, fout, verplicht, labelVerborgen, veld, hulpId, foutId }} soort="text">
      <div className={`hv-veld__rij hv-veld--${breedte}`}>
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...aria}
          id={veld}
          ref={ref}
          aria-required={verplicht}
          className={`utrecht-textbox utrecht-textbox--html-input${fout ? ' utrecht-textbox--invalid' : ''}`}
        />
        {achter}
      </div>
    </Veld>
  );
}
