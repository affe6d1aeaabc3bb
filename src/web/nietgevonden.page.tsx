// SPDX-License-Identifier: EUPL-1.2
import { Alinea } from './delen/alinea.tsx';
import { Link } from './delen/link.tsx';
import { Paginakop } from './delen/paginakop.tsx';
import { useTeksten } from './taal.ts';

const woorden = {
  nl: {
    titel: 'Deze pagina bestaat niet',
    uitleg: 'Misschien is de link oud of verkeerd overgenomen. Er is niets verloren.',
    begin: 'Naar het begin',
    zoek: 'U kunt ook zoeken: druk op Ctrl K.',
  },
  en: {
    titel: 'This page does not exist',
    uitleg: 'The link may be old or copied wrong. Nothing is lost.',
    begin: 'To the start',
    zoek: 'You can also search: press Ctrl K.',
  },
};

/** An address that leads nowhere. */
export function NietGevonden() {
  const t = useTeksten(woorden);
  return (
    <>
      <Paginakop titel={t.titel} tab={t.titel} />
      <div className="hv-stapel">
        <Alinea>{t.uitleg}</Alinea>
        <Alinea>{t.zoek}</Alinea>
        <div>
          <Link naar="/" alsKnop="hoofd">
            {t.begin}
          </Link>
        </div>
      </div>
    </>
  );
}
