// SPDX-License-Identifier: EUPL-1.2
// The looks of a period by day: what the pages about a worker and about a casus share.
import { useState } from 'react';
import { DOELEN } from '../../kern/toegang/toegangsregels.ts';
import { Datumveld } from '../../web/delen/datumveld.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Leeg } from '../../web/delen/toestand.tsx';
import { useFunctienaam } from '../../web/functiewoorden.ts';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { dagVan, datum, tijdstip } from '../../web/tijd.ts';
import type { KijkenAntwoord } from './toezicht.api.ts';
import { GRENZEN } from './toezicht.ts';
import { handelingswoord } from './wiewoorden.ts';
import './toezicht.css';

const woorden = teksten({
  nl: {
    leeg: 'Niemand keek in deze periode',
    leegUitleg: 'Kies een andere periode.',
    keer: (n: number) => aantal(n, 'keer', 'keer'),
    mensen: (n: number) => aantal(n, 'mens', 'mensen'),
    noodknop: 'noodknop',
    verzegeld: 'een verzegelde casus',
    casus: (n: string) => `casus ${n}`,
    meer: 'Er is meer dan hier past. Kies een kortere periode.',
    periode: 'Periode',
    van: 'Van',
    tot: 'Tot en met',
    toon: 'Toon',
    periodeHulp: (n: number) => `Hoogstens ${n} dagen.`,
    om: (d: string) => `doel: ${d}`,
    zag: (c: string) => `onderdelen: ${c}`,
  },
  en: {
    leeg: 'Nobody looked in this period',
    leegUitleg: 'Choose another period.',
    keer: (n: number) => aantal(n, 'time', 'times'),
    mensen: (n: number) => aantal(n, 'person', 'people'),
    noodknop: 'noodknop',
    verzegeld: 'a sealed case',
    casus: (n: string) => `case ${n}`,
    meer: 'There is more than fits here. Choose a shorter period.',
    periode: 'Period',
    van: 'From',
    tot: 'Up to and including',
    toon: 'Show',
    periodeHulp: (n: number) => `At most ${n} days.`,
    om: (d: string) => `purpose: ${d}`,
    zag: (c: string) => `parts: ${c}`,
  },
});

type Kijk = KijkenAntwoord['kijken'][number];
const HELE_DAG = /^\d{4}-\d{2}-\d{2}$/;

/** The days that are looked at; both may be empty: then the last weeks. */
export interface Dagen {
  van: string;
  tot: string;
}

/** Chooses the days. */
export function Periode({ dagen, onKies }: { dagen: Dagen; onKies: (d: Dagen) => void }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const begin: Dagen = {
    van: dagen.van || dagVan(new Date(nu.getTime() - GRENZEN.dagen * 86_400_000)),
    tot: dagen.tot || dagVan(nu),
  };
  const [keuze, setKeuze] = useState(begin);
  const goed = HELE_DAG.test(keuze.van) && HELE_DAG.test(keuze.tot) && keuze.van <= keuze.tot;
  return (
    <form
      className="hv-toezicht__periode hv-geen-print"
      aria-label={t.periode}
      onSubmit={(e) => {
        e.preventDefault();
        if (goed) onKies(keuze);
      }}
    >
      <Datumveld
        name="van"
        label={t.van}
        heleDag
        value={keuze.van}
        onChange={(van) => setKeuze({ ...keuze, van })}
      />
      <Datumveld
        name="tot"
        label={t.tot}
        heleDag
        value={keuze.tot}
        onChange={(tot) => setKeuze({ ...keuze, tot })}
      />
      <Knop type="submit" uit={!goed} waaromNiet={t.periodeHulp(GRENZEN.langsteDagen)}>
        {t.toon}
      </Knop>
    </form>
  );
}

/** The looks by day, the newest day open. `wie` and `casus`: what of a look is worth saying on this page. */
export function Kijkdagen({
  antwoord,
  toon,
}: {
  antwoord: KijkenAntwoord;
  /** What differs from look to look here. */
  toon: 'wie' | 'casus';
}) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const dagen = new Map<string, Kijk[]>();
  for (const k of antwoord.kijken) {
    const dag = dagVan(k.gekekenOp);
    dagen.set(dag, [...(dagen.get(dag) ?? []), k]);
  }
  if (dagen.size === 0)
    return (
      <Leeg titel={t.leeg} icoon="oog">
        {t.leegUitleg}
      </Leeg>
    );
  return (
    <div>
      {[...dagen].map(([dag, kijken], i) => (
        <details key={dag} className="hv-toezicht__dag" open={i === 0}>
          <summary>
            <span className="hv-sterk">{datum(dag, { weekdag: true, nu })}</span>
            <span className="hv-klein hv-zacht">{t.keer(kijken.length)}</span>
          </summary>
          <ol className="hv-lijst-kaal hv-toezicht__kijken">
            {kijken.map((k) => (
              <Regel
                key={`${k.gekekenOp}${k.handeling}${k.casusId}${k.wie.medewerkerId}`}
                k={k}
                toon={toon}
              />
            ))}
          </ol>
        </details>
      ))}
      {antwoord.meer ? <p className="nl-paragraph hv-zacht">{t.meer}</p> : null}
    </div>
  );
}

function Regel({ k, toon }: { k: Kijk; toon: 'wie' | 'casus' }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const functie = useFunctienaam(k.wie.functie);
  const doel = k.doel in DOELEN ? DOELEN[k.doel as keyof typeof DOELEN] : k.doel;
  return (
    <li className="hv-toezicht__kijk">
      <span className="hv-getal hv-zacht">{tijdstip(k.gekekenOp)}</span>
      <div>
        <p>
          {toon === 'wie' ? (
            <>
              <Link naar={`/toezicht/medewerkers/${k.wie.medewerkerId}`}>{k.wie.naam}</Link>,{' '}
              {k.wie.organisatieNaam}{' '}
            </>
          ) : null}
          {handelingswoord(k.handeling, taal, k.lijst)}
          {toon === 'casus' && k.casusnummer !== '' ? (
            <span className="hv-getal">
              , {k.casusnummer === null ? t.verzegeld : t.casus(k.casusnummer)}
            </span>
          ) : null}
          {k.noodknop ? (
            <>
              {' '}
              <Merk soort="aandacht">{t.noodknop}</Merk>
            </>
          ) : null}
        </p>
        <p className="hv-klein hv-zacht">
          {[
            toon === 'wie' ? functie : '',
            t.om(doel),
            k.categorieen.length > 0 ? t.zag(k.categorieen.join(', ')) : '',
            k.personen > 0 ? t.mensen(k.personen) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  );
}
