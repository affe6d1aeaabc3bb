// SPDX-License-Identifier: EUPL-1.2
import { Alinea } from './delen/alinea.tsx';
import { Paginakop } from './delen/paginakop.tsx';
import { useTeksten } from './taal.ts';
import { Toetsenlijst } from './toetsendialoog.tsx';

const woorden = {
  nl: {
    titel: 'Sneltoetsen',
    uitleg:
      'Alles in Houvast kan met het toetsenbord. Tab gaat van het ene naar het andere, Enter opent, Escape sluit. In een lijst gaan de pijltjes van regel naar regel. Daarnaast zijn er toetsen voor wat u vaak doet; elke pagina kan er eigen toetsen bij hebben. Druk op ? om te zien welke er op dat moment zijn.',
    alleen: 'Typt u met uw stem? Zet de toetsen van één letter dan uit, in het menu rechtsboven.',
  },
  en: {
    titel: 'Keyboard shortcuts',
    uitleg:
      'Everything in Houvast can be done with the keyboard. Tab goes from one thing to the next, Enter opens, Escape closes. In a list the arrows go from row to row. There are also keys for what you often do; each page can add its own. Press ? to see which there are at that moment.',
    alleen: 'Do you type by voice? Then turn off the keys of one letter, in the menu at the top right.',
  },
};

/** What the keys do. */
export function SneltoetsenPagina() {
  const t = useTeksten(woorden);
  return (
    <>
      <Paginakop titel={t.titel} tab={t.titel} />
      <div className="hv-stapel hv-ruim hv-lopend">
        <div className="hv-stapel">
          <Alinea>{t.uitleg}</Alinea>
          <Alinea>{t.alleen}</Alinea>
        </div>
        <h2 className="hv-verborgen">{t.titel}</h2>
        <Toetsenlijst />
      </div>
    </>
  );
}
