// SPDX-License-Identifier: EUPL-1.2
// What other organisations let mine read along with, and until when.

import type { MetOnsGedeeldAntwoord } from '../../kern/toegang/casustoegang.api.ts';
import { ONDERDELEN } from '../../kern/toegang/toegang.ts';
import { useLees } from '../api.ts';
import { Link } from '../delen/link.tsx';
import { Merk } from '../delen/merk.tsx';
import { Naam } from '../delen/naam.tsx';
import { Paginakop } from '../delen/paginakop.tsx';
import { Leeg, Lezing } from '../delen/toestand.tsx';
import { useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { teksten, useTeksten } from '../taal.ts';
import { datum, laatsteDag } from '../tijd.ts';
import './casus.css';

const woorden = teksten({
  nl: {
    titel: 'Met ons gedeeld',
    uitleg:
      'U leest mee in wat een andere organisatie met de uwe deelt: alleen deze onderdelen, en tot de dag die erbij staat. Daarna verdwijnt het hier vanzelf.',
    leeg: 'Er wordt nu niets met uw organisatie gedeeld',
    leegUitleg:
      'Wie zicht houdt op een gezin kan onderdelen van een casus met u delen. Die staan dan hier. Hebt u iets nodig? Bel met Veilig Thuis of het lokale team.',
    tot: (d: string) => `tot en met ${d}`,
    van: (o: string) => `${o} deelt:`,
    waarom: 'Waarom:',
    wieMag: 'Professionals, Veilig Thuis en lokale teams.',
  },
  en: {
    titel: 'Shared with us',
    uitleg:
      'You read along in what another organisation shares with yours: only these parts, and until the day that is given. After that it disappears here by itself.',
    leeg: 'Nothing is shared with your organisation now',
    leegUitleg:
      'Whoever watches over a family can share parts of a case with you. They then stand here. Do you need something? Call Veilig Thuis or the local team.',
    tot: (d: string) => `up to and including ${d}`,
    van: (o: string) => `${o} shares:`,
    waarom: 'Why:',
    wieMag: 'Professionals, Veilig Thuis and local teams.',
  },
});

/** `/gedeeld` */
export function GedeeldPagina() {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const vraag = useLees<MetOnsGedeeldAntwoord>(['gedeeld'], '/delingen/mij', { verversMs: 60_000 });
  return (
    <>
      <Paginakop titel={t.titel} tab={t.titel} />
      <Lezing vraag={vraag} vorm="lijst" wieMag={t.wieMag}>
        {({ delingen }) =>
          delingen.length === 0 ? (
            <Leeg titel={t.leeg} icoon="casus">
              {t.leegUitleg}
            </Leeg>
          ) : (
            <div className="hv-stapel hv-ruim">
              <p className="nl-paragraph hv-lopend">{t.uitleg}</p>
              <ul className="hv-lijst-kaal hv-toegang__lijst">
                {delingen.map((d) => (
                  <li key={d.id} className="hv-deel hv-stapel hv-krap">
                    <div className="hv-rij hv-rij--uit">
                      <h2 className="nl-heading nl-heading--level-3">
                        <Link naar={`/casussen/${d.casusId}`}>
                          <Naam>{d.aanduiding}</Naam>
                        </Link>{' '}
                        <span className="hv-klein hv-zacht hv-getal">{d.nummer}</span>
                      </h2>
                      <Merk soort="wacht">
                        {t.tot(datum(laatsteDag(d.totOp), { weekdag: true, kort: true, nu }))}
                      </Merk>
                    </div>
                    <p className="nl-paragraph">
                      {t.van(d.vanNaam)}{' '}
                      {ONDERDELEN.filter((o) => d.onderdelen.some((x) => x === o.code))
                        .map((o) => o[taal].toLowerCase())
                        .join(', ')}
                    </p>
                    <p className="hv-klein hv-zacht hv-lopend">
                      {t.waarom} {d.reden}
                    </p>
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Lezing>
    </>
  );
}
