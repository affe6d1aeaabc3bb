// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useNu } from '../ik.ts';
import { useTeksten } from '../taal.ts';
import { datum, leeftijd as leeftijdOp, leeftijdTekst } from '../tijd.ts';
import { Chip } from './chip.tsx';
import { Link } from './link.tsx';
import { Merk } from './merk.tsx';
import { Naam } from './naam.tsx';
import './persoonskaart.css';

export interface PersoonskaartProps {
  naam: string;
  /** As far as it is known: `1984-05-03`, `1984-05`, `1984`, `XXXX-05-03`. */
  geboren?: string | undefined;
  /** Whole years, where only the age may be seen. */
  leeftijd?: number | undefined;
  /** "vermoedelijke pleger", "kind", "melder". */
  rollen?: readonly string[] | undefined;
  /** The address is secret: the card says so and shows none. */
  geheimAdres?: boolean | undefined;
  overleden?: boolean | undefined;
  /** What may be seen of where they live. */
  adres?: string | undefined;
  naar?: string | undefined;
  /** The card stands in a row of cards that others need too: a very long name is shortened there. */
  inRij?: boolean | undefined;
  niveau?: 2 | 3 | 4 | undefined;
  acties?: ReactNode;
  children?: ReactNode;
}

const woorden = {
  nl: {
    geheim: 'Geheim adres',
    geboren: 'geboren',
    onbekend: 'leeftijd onbekend',
    jaar: (n: number) => `${n} jaar`,
    kind: 'kind',
    overleden: 'overleden',
  },
  en: {
    geheim: 'Secret address',
    geboren: 'born',
    onbekend: 'age unknown',
    jaar: (n: number) => `${n} years`,
    kind: 'child',
    overleden: 'deceased',
  },
};

/** One person: name, age, roles, and whether the address is secret. */
export function Persoonskaart({
  naam,
  geboren,
  leeftijd,
  rollen = [],
  geheimAdres,
  overleden,
  adres,
  naar,
  inRij,
  niveau = 3,
  acties,
  children,
}: PersoonskaartProps) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const jaren = geboren === undefined ? leeftijd : leeftijdOp(geboren, nu)?.jaren;
  const kind = jaren !== undefined && jaren < 18;
  const wie = inRij ? <Naam>{naam}</Naam> : <bdi>{naam}</bdi>;
  const Kop = `h${niveau}` as const;
  return (
    <article className={`hv-persoon${kind ? ' hv-persoon--kind' : ''}`}>
      <Kop className="hv-persoon__naam">{naar ? <Link naar={naar}>{wie}</Link> : wie}</Kop>
      <p className="hv-persoon__bij">
        <span className="hv-persoon__leeftijd">
          {overleden
            ? t.overleden
            : geboren
              ? leeftijdTekst(geboren, nu) || t.onbekend
              : leeftijd === undefined
                ? t.onbekend
                : t.jaar(leeftijd)}
        </span>
        {geboren ? `, ${t.geboren} ${datum(geboren)}` : null}
      </p>
      {adres && !geheimAdres ? <p className="hv-persoon__bij">{adres}</p> : null}
      {geheimAdres ? (
        <p className="hv-persoon__bij">
          <Merk soort="geheim">{t.geheim}</Merk>
        </p>
      ) : null}
      {rollen.length > 0 ? (
        <ul className="hv-lijst-kaal hv-rij hv-persoon__rollen">
          {rollen.map((r) => (
            <li key={r}>
              <Chip>{r}</Chip>
            </li>
          ))}
        </ul>
      ) : null}
      {children}
      {acties ? <div className="hv-rij">{acties}</div> : null}
    </article>
  );
}
