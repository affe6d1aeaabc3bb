// SPDX-License-Identifier: EUPL-1.2
import { type InputEvent, type Ref, type TextareaHTMLAttributes, useEffect, useRef } from 'react';
import { useVeld, Veld, type VeldProps } from './veld.tsx';

export interface TekstvakProps
  extends VeldProps,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> {
  /** The least number of lines; it grows with what is typed. */
  regels?: number | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
}

function grow(vak: HTMLTextAreaElement): void {
  // Browsers with field-sizing do it in CSS.
  if (CSS.supports('field-sizing', 'content')) return;
  vak.style.height = 'auto';
  vak.style.height = `${vak.scrollHeight + 2}px`;
}

/** Text of more lines, that grows while typing. */
export function Tekstvak({
  label,
  hulp,
  fout,
  verplicht,
  labelVerborgen,
  regels = 3,
  id,
  ref,
  onInput,
  ...rest
}: TekstvakProps) {
  const { veld, hulpId, foutId, aria } = useVeld(rest.name, id, hulp, fout);
  const eigen = useRef<HTMLTextAreaElement | null>(null);
  useEffect(() => {
    if (eigen.current) grow(eigen.current);
  });
  return (
    <Veld {...{ label, hulp, fout, verplicht, labelVerborgen, veld, hulpId, foutId }} soort="textarea">
      <textarea
        {...rest}
        {...aria}
        id={veld}
        rows={regels}
        aria-required={verplicht}
        ref={(vak) => {
          eigen.current = vak;
          if (typeof ref === 'function') return ref(vak);
          if (ref) ref.current = vak;
          return undefined;
        }}
        onInput={(e: InputEvent<HTMLTextAreaElement>) => {
          grow(e.currentTarget);
          onInput?.(e);
        }}
        className={`utrecht-textarea utrecht-textarea--html-textarea hv-tekstvak${fout ? ' utrecht-textarea--invalid' : ''}`}
      />
    </Veld>
  );
}
