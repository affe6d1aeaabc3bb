// SPDX-License-Identifier: EUPL-1.2
import { type Ref, useState } from 'react';
import { type Datumsoort, type Deeldatum, readDatum, readGegeven } from '../../platform/clock/datumlezer.ts';
import { useNu } from '../ik.ts';
import { useTeksten } from '../taal.ts';
import { dagVan, datum, leeftijdTekst } from '../tijd.ts';
import { useVeld, Veld, type VeldProps } from './veld.tsx';
import { Veldmelding } from './veldmelding.tsx';

export interface DatumveldProps extends VeldProps {
  name?: string | undefined;
  id?: string | undefined;
  /** `1984-05-03`, `1984-05`, `1984` or ''. What is typed but not understood is given back as it was typed. */
  value: string;
  /** `goed` is false when the text is not a date: the value is then the text itself, so that nothing is lost. */
  onChange: (waarde: Deeldatum, goed: boolean) => void;
  onBlur?: (() => void) | undefined;
  soort?: Datumsoort | undefined;
  /** A whole day is needed: a year or a month alone is not enough. */
  heleDag?: boolean | undefined;
  /** A day that cannot be is kept as it was given, and the field says that it is in doubt. */
  twijfelMag?: boolean | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

const woorden = {
  nl: {
    geboorte: 'bijv. 3 mei 84, mei 1984 of 1984',
    gebeurd: 'bijv. gisteren, maandag of 3 mei',
    gepland: 'bijv. morgen, maandag of 3 mei',
    niet: 'Dit lees ik niet als datum. Schrijf bijvoorbeeld 3 mei 1984, of alleen het jaar.',
    helemaal: 'Schrijf ook de dag, bijvoorbeeld 3 mei 2026.',
    twijfel: 'Deze datum kan niet kloppen. Hij blijft staan zoals u hem schreef, met een twijfel erbij.',
  },
  en: {
    geboorte: 'e.g. 3 May 84, May 1984 or 1984',
    gebeurd: 'e.g. yesterday, Monday or 3 May',
    gepland: 'e.g. tomorrow, Monday or 3 May',
    niet: 'I cannot read this as a date. Write for example 3 May 1984, or only the year.',
    helemaal: 'Write the day too, for example 3 May 2026.',
    twijfel: 'This date cannot be right. It is kept as you wrote it, and marked as doubtful.',
  },
};

export const isoDatum = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** A date as people type it, and beneath it what was read. With react-hook-form: inside a Controller. */
export function Datumveld({
  label,
  hulp,
  fout,
  verplicht,
  labelVerborgen,
  name,
  id,
  value,
  onChange,
  onBlur,
  soort = 'gebeurd',
  heleDag,
  twijfelMag,
  placeholder,
  disabled,
  ref,
}: DatumveldProps) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const [tekst, setTekst] = useState(() => (isoDatum.test(value) ? datum(value) : value));
  const [gegeven, setGegeven] = useState(value);
  const [geraakt, setGeraakt] = useState(false);
  if (value !== gegeven) {
    // Changed from outside (a draft came back, another person was chosen).
    setGegeven(value);
    setTekst(isoDatum.test(value) ? datum(value) : value);
  }
  const gelezen = tekst.trim() === '' ? undefined : readDatum(tekst, dagVan(nu), soort);
  const teKort = heleDag === true && gelezen !== undefined && gelezen.length < 10;
  const twijfel = twijfelMag === true && gelezen === undefined && readGegeven(tekst) !== undefined;
  const eigenFout =
    geraakt && tekst.trim() !== '' && !twijfel
      ? gelezen === undefined
        ? t.niet
        : teKort
          ? t.helemaal
          : undefined
      : undefined;
  const { veld, hulpId, foutId, aria } = useVeld(name, id, hulp, fout ?? eigenFout);
  const voluit = gelezen ? datum(gelezen, { weekdag: gelezen.length === 10 }) : '';
  const uitleg =
    gelezen && !teKort
      ? // What was typed in full need not be said again; the age still helps.
        [voluit !== tekst.trim() && voluit, soort === 'geboorte' && leeftijdTekst(gelezen, nu)]
          .filter(Boolean)
          .join(' · ')
      : '';
  return (
    <Veld
      {...{ label, hulp, verplicht, labelVerborgen, veld, hulpId, foutId }}
      fout={fout ?? eigenFout}
      soort="text"
    >
      <input
        type="text"
        autoComplete="off"
        name={name}
        id={veld}
        ref={ref}
        disabled={disabled}
        {...aria}
        aria-required={verplicht}
        value={tekst}
        placeholder={placeholder ?? t[soort]}
        className={`utrecht-textbox utrecht-textbox--html-input hv-veld--half${(fout ?? eigenFout) ? ' utrecht-textbox--invalid' : ''}`}
        onChange={(e) => {
          const nieuw = e.target.value;
          const d = nieuw.trim() === '' ? '' : readDatum(nieuw, dagVan(nu), soort);
          const uit = d ?? (twijfelMag ? readGegeven(nieuw) : undefined) ?? nieuw;
          setTekst(nieuw);
          setGegeven(uit);
          setGeraakt(false);
          onChange(uit, d !== undefined && !(heleDag && d !== '' && d.length < 10));
        }}
        onBlur={() => {
          setGeraakt(true);
          onBlur?.();
        }}
      />
      <div aria-live="polite">
        {uitleg ? <Veldmelding soort="weet">{uitleg}</Veldmelding> : null}
        {twijfel ? <Veldmelding soort="let-op">{t.twijfel}</Veldmelding> : null}
      </div>
    </Veld>
  );
}
