// SPDX-License-Identifier: EUPL-1.2
import { Fragment, type ReactNode } from 'react';
import { zegTermijn, zegTermijnPrecies } from '../../kern/termijn/zegtermijn.ts';
import { useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { useTeksten } from '../taal.ts';
import { relatief } from '../tijd.ts';
import './chip.css';
import './tip.css';
import { Icoon } from './icoon.tsx';
import { Merk } from './merk.tsx';

export interface TermijnMerkProps {
  /** When it started; without it there is no bar. UTC ISO. */
  begin?: string | undefined;
  /** The (exclusive) end, as the server gives it. UTC ISO. */
  vervaltOp: string;
  /** Where the term comes from ("Uitvoeringsbesluit Wmo 2015, art. 4.1.7"), heard and seen on focus. */
  bron?: string | undefined;
  /** It was done at this moment: the term rests. */
  klaarOp?: string | undefined;
  /** Nothing overdue is dangerous here: late is amber instead of red. */
  mild?: boolean | undefined;
  /** Shows the exact moment at once, not only on focus. */
  exact?: boolean | undefined;
  /** Not a stop for the Tab key (in a long list); the exact moment is still read aloud and shown on hover. */
  stil?: boolean | undefined;
}

const woorden = {
  nl: {
    gedaan: 'op tijd gedaan',
    teLaatGedaan: 'te laat gedaan',
    gebruikt: (p: number) => `${p}% van de tijd is om`,
  },
  en: {
    gedaan: 'done in time',
    teLaatGedaan: 'done late',
    gebruikt: (p: number) => `${p}% of the time has passed`,
  },
};

/** "over 4 werkdagen, " and "do 3 dec" each stay whole when the line breaks. */
function inDelen(zin: string): ReactNode {
  const delen = zin.split(', ');
  return delen.map((deel, i) => (
    <Fragment key={deel}>
      <span className="hv-heel">{i < delen.length - 1 ? `${deel},` : deel}</span>
      {i < delen.length - 1 ? ' ' : ''}
    </Fragment>
  ));
}

/** A term in words ("over 2 werkdagen, vr 27 nov") with a quiet bar of time used; exact on focus and hover. */
export function TermijnMerk({ begin, vervaltOp, bron, klaarOp, mild, exact, stil }: TermijnMerkProps) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const eind = new Date(vervaltOp);
  if (klaarOp !== undefined) {
    const opTijd = Date.parse(klaarOp) < eind.getTime();
    return (
      <Merk soort={opTijd ? 'klaar' : 'wacht'}>
        {opTijd ? t.gedaan : t.teLaatGedaan}, {relatief(klaarOp, nu)}
      </Merk>
    );
  }
  const [e, n] = [eind.getTime(), nu.getTime()];
  const b = begin === undefined ? undefined : Date.parse(begin);
  const deel = b === undefined || e <= b ? undefined : Math.min(1, Math.max(0, (n - b) / (e - b)));
  const teLaat = n >= e;
  const dichtbij = teLaat ? mild === true : e - n < 24 * 3_600_000 || (deel !== undefined && deel >= 0.8);
  const stand = teLaat && !mild ? 'te-laat' : dichtbij ? 'dichtbij' : 'ruim';
  const precies = zegTermijnPrecies(eind, taal);
  const meer = [precies, deel === undefined ? '' : t.gebruikt(Math.round(deel * 100))]
    .filter(Boolean)
    .join(' · ');
  return (
    <span
      className={`hv-termijn hv-termijn--${stand} hv-tip`}
      data-tip={bron ? `${meer} · ${bron}` : meer}
      {...(stil ? {} : { tabIndex: 0, role: 'note' })}
    >
      <span className="hv-termijn__woorden">
        {stand === 'ruim' ? null : <Icoon naam="klok" />}
        <span>{inDelen(zegTermijn(eind, nu, taal))}</span>
      </span>
      <span className="hv-verborgen">
        , {meer}
        {bron ? <span lang="nl"> · {bron}</span> : null}
      </span>
      {deel === undefined ? null : (
        <svg className="hv-termijn__balk" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="4" rx="2" />
          <rect className="hv-termijn__deel" width={Math.max(2, Math.round(deel * 100))} height="4" rx="2" />
        </svg>
      )}
      <span className={`hv-termijn__exact${exact ? '' : ' hv-alleen-print'}`} aria-hidden="true">
        {precies}
      </span>
    </span>
  );
}
