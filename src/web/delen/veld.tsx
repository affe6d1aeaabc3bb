// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useId } from 'react';
import './veld.css';
import { useTeksten } from '../taal.ts';
import { Veldmelding } from './veldmelding.tsx';

/** What every field has. */
export interface VeldProps {
  label: ReactNode;
  /** What helps to fill it in; read aloud with the field. */
  hulp?: ReactNode;
  /** What is wrong, and what to do. */
  fout?: string | undefined;
  /** Marks a field that must be filled. Most fields are not: the caller might not know. */
  verplicht?: boolean | undefined;
  /** The label is only read aloud (the sight says it already). */
  labelVerborgen?: boolean | undefined;
}

const woorden = { nl: { nodig: 'nodig' }, en: { nodig: 'needed' } };

/** The id of a field, from its name: what an error summary points to. */
export function veldId(naam: string | undefined, reserve: string): string {
  return naam ? `veld-${naam.replaceAll('.', '-')}` : reserve;
}

/** The ids that tie label, help and error to the input. */
export function useVeld(
  naam: string | undefined,
  id: string | undefined,
  hulp: ReactNode,
  fout: string | undefined,
) {
  const reserve = useId();
  const veld = id ?? veldId(naam, reserve);
  const hulpId = hulp ? `${veld}-hulp` : undefined;
  const foutId = fout ? `${veld}-fout` : undefined;
  const beschrijving = [hulpId, foutId].filter(Boolean).join(' ');
  return {
    veld,
    hulpId,
    foutId,
    aria: {
      ...(beschrijving ? { 'aria-describedby': beschrijving } : {}),
      ...(fout ? { 'aria-invalid': true as const } : {}),
    },
  };
}

/** "nodig" after the label of a field that must be filled. */
export function Nodig() {
  const t = useTeksten(woorden);
  return <span className="hv-veld__nodig"> ({t.nodig})</span>;
}

/** Label, help and error around one input. */
export function Veld({
  label,
  hulp,
  fout,
  verplicht,
  labelVerborgen,
  veld,
  hulpId,
  foutId,
  children,
  soort,
}: VeldProps & {
  veld: string;
  hulpId: string | undefined;
  foutId: string | undefined;
  children: ReactNode;
  soort: 'text' | 'textarea' | 'select';
}) {
  return (
    <div
      className={`utrecht-form-field utrecht-form-field--${soort} hv-veld${fout ? ' utrecht-form-field--invalid' : ''}`}
    >
      <div className={`utrecht-form-field__label${labelVerborgen ? ' hv-verborgen' : ''}`}>
        <label className="utrecht-form-label" htmlFor={veld}>
          {label}
          {verplicht ? <Nodig /> : null}
        </label>
      </div>
      {hulp ? (
        <div className="utrecht-form-field__description utrecht-form-field-description" id={hulpId}>
          {hulp}
        </div>
      ) : null}
      {fout ? (
        <Veldmelding id={foutId} soort="fout">
          {fout}
        </Veldmelding>
      ) : null}
      <div className="utrecht-form-field__input">{children}</div>
    </div>
  );
}

/** The same around a group of inputs. */
export function Veldgroep({
  label,
  hulp,
  fout,
  verplicht,
  labelVerborgen,
  veld,
  hulpId,
  foutId,
  children,
  rol,
}: VeldProps & {
  veld: string;
  hulpId: string | undefined;
  foutId: string | undefined;
  children: ReactNode;
  rol?: 'radiogroup' | undefined;
}) {
  const beschrijving = [hulpId, foutId].filter(Boolean).join(' ');
  return (
    <fieldset
      id={`${veld}-groep`}
      role={rol}
      className={`utrecht-form-field hv-veld hv-veldgroep${fout ? ' utrecht-form-field--invalid' : ''}`}
      {...(beschrijving ? { 'aria-describedby': beschrijving } : {})}
      {...(fout && rol ? { 'aria-invalid': true } : {})}
    >
      <legend className={`utrecht-form-label hv-veldgroep__legenda${labelVerborgen ? ' hv-verborgen' : ''}`}>
        {label}
        {verplicht ? <Nodig /> : null}
      </legend>
      {hulp ? (
        <div className="utrecht-form-field__description utrecht-form-field-description" id={hulpId}>
          {hulp}
        </div>
      ) : null}
      {fout ? (
        <Veldmelding id={foutId} soort="fout">
          {fout}
        </Veldmelding>
      ) : null}
      {children}
    </fieldset>
  );
}
