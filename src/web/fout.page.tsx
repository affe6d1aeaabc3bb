// SPDX-License-Identifier: EUPL-1.2
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ApiProbleem } from './api.ts';
import { Alinea } from './delen/alinea.tsx';
import { Knop } from './delen/knop.tsx';
import { Link } from './delen/link.tsx';
import { Paginakop } from './delen/paginakop.tsx';
import { Fout } from './delen/toestand.tsx';
import { useTeksten } from './taal.ts';

const woorden = {
  nl: {
    titel: 'Deze pagina kan nu niet worden getoond',
    uitleg:
      'De fout zit in Houvast, niet in wat u deed. Wat bewaard was, is veilig; wat u typte, staat in uw concept.',
    nieuw: 'Er is een nieuwe versie van Houvast',
    nieuwUitleg: 'Laad de pagina opnieuw. Wat u typte, staat in uw concept.',
    laad: 'Laad opnieuw',
    begin: 'Naar het begin',
  },
  en: {
    titel: 'This page cannot be shown now',
    uitleg:
      'The fault is in Houvast, not in what you did. What was stored is safe; what you typed is in your draft.',
    nieuw: 'There is a new version of Houvast',
    nieuwUitleg: 'Load the page again. What you typed is in your draft.',
    laad: 'Load again',
    begin: 'To the start',
  },
};

/** What stands in place of a page that broke. */
export function FoutPagina({ error, reset }: ErrorComponentProps) {
  const t = useTeksten(woorden);
  if (error instanceof ApiProbleem)
    return (
      <>
        <Paginakop titel={t.titel} tab={t.titel} />
        <Fout probleem={error} opnieuw={reset} />
      </>
    );
  // After an update the server no longer has the old page's code.
  const nieuweVersie = /dynamically imported module|module script failed|preload CSS/i.test(
    error instanceof Error ? error.message : '',
  );
  const titel = nieuweVersie ? t.nieuw : t.titel;
  return (
    <>
      <Paginakop titel={titel} tab={titel} />
      <div className="hv-stapel">
        <Alinea>{nieuweVersie ? t.nieuwUitleg : t.uitleg}</Alinea>
        <div className="hv-rij">
          <Knop soort="hoofd" onClick={() => location.reload()}>
            {t.laad}
          </Knop>
          {nieuweVersie ? null : (
            <Link naar="/" alsKnop="gewoon">
              {t.begin}
            </Link>
          )}
        </div>
      </div>
    </>
  );
}
