// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Alinea } from './delen/alinea.tsx';
import { Bericht } from './delen/bericht.tsx';
import { Link } from './delen/link.tsx';
import { Paginakop } from './delen/paginakop.tsx';
import { setInstellingen, useInstellingen } from './instellingen.ts';
import { Openbaar } from './openbaar.tsx';
import { useTeksten } from './taal.ts';

interface Gezond {
  goed: boolean;
  redenen: string[];
  demo?: boolean;
}

const woorden = {
  nl: {
    titel: 'Er is altijd iemand die zicht houdt',
    tab: 'Inloggen',
    wat: 'Houvast brengt een zorg over geweld thuis van de eerste twijfel tot blijvende veiligheid, door alle organisaties die daarin een deel hebben.',
    belofte:
      'Bij elk gezin staat wie er zicht houdt op de veiligheid, en dat verandert pas als een ander het aanvaardt.',
    inloggen: 'Inloggen',
    wie: 'U logt in met het account van uw organisatie. Alles wat u bekijkt en doet, wordt vastgelegd.',
    fictiefTitel: 'FICTIEF',
    fictief: 'deze regio en alle mensen erin bestaan niet. Voer hier geen echte gegevens in.',
    ziek: 'Houvast werkt nu niet goed',
    toegankelijk: 'Toegankelijkheid',
    anders: 'English',
    acuut: 'Is er nu gevaar? Bel 112. Advies of een melding: Veilig Thuis, 0800 2000, dag en nacht.',
  },
  en: {
    titel: 'There is always someone keeping watch',
    tab: 'Log in',
    wat: 'Houvast carries a worry about violence at home from the first doubt to lasting safety, across every organisation that has a part in it.',
    belofte:
      'Every family shows who keeps watch over its safety, and that changes only when another accepts it.',
    inloggen: 'Log in',
    wie: 'You log in with the account of your organisation. Everything you view and do is recorded.',
    fictiefTitel: 'FICTITIOUS',
    fictief: 'this region and all people in it do not exist. Do not enter real data here.',
    ziek: 'Houvast does not work well now',
    toegankelijk: 'Accessibility',
    anders: 'Nederlands',
    acuut: 'Is there danger now? Call 112. Advice or a report: Veilig Thuis, 0800 2000, day and night.',
  },
};

/** The start page for who is not logged in. */
export function InlogPagina() {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const pad = useLocation({ select: (l) => l.pathname + l.searchStr });
  const gezond = useQuery<Gezond>({
    queryKey: ['gezond'],
    queryFn: async () => (await (await fetch('/gezond', { cache: 'no-store' })).json()) as Gezond,
    retry: false,
  });
  return (
    <Openbaar>
      {gezond.data?.demo ? (
        <p className="hv-fictief hv-inlog__fictief">
          <span className="hv-sterk">{t.fictiefTitel}:</span> {t.fictief}
        </p>
      ) : null}
      <div className="hv-inlog">
        {gezond.data && !gezond.data.goed ? (
          <Bericht soort="let-op" titel={t.ziek}>
            <span lang="nl">{gezond.data.redenen.join(' ')}</span>
          </Bericht>
        ) : null}
        <Paginakop titel={t.titel} tab={t.tab} />
        <Alinea inleiding>{t.wat}</Alinea>
        <Alinea inleiding>{t.belofte}</Alinea>
        <div className="hv-inlog__doe">
          {/* Not a page of this app: the server takes over. */}
          <a
            className="nl-button nl-button--primary hv-knop hv-inlog__knop"
            href={`/inloggen?terug=${encodeURIComponent(pad)}`}
          >
            {t.inloggen}
          </a>
          <p className="nl-paragraph hv-klein hv-zacht">{t.wie}</p>
        </div>
        <footer className="hv-inlog__voet">
          <p className="nl-paragraph">{t.acuut}</p>
          <p className="nl-paragraph hv-rij">
            <Link naar="/toegankelijkheid">{t.toegankelijk}</Link>
            <button
              type="button"
              className="hv-tekstknop"
              lang={taal === 'nl' ? 'en' : 'nl'}
              onClick={() => setInstellingen({ taal: taal === 'nl' ? 'en' : 'nl' })}
            >
              {t.anders}
            </button>
          </p>
        </footer>
      </div>
    </Openbaar>
  );
}
