// SPDX-License-Identifier: EUPL-1.2
import { useRef } from 'react';
import { useAdresdeel } from '../adres.ts';
import { teksten, useTeksten } from '../taal.ts';
import { Knop } from './knop.tsx';

const woorden = teksten({
  nl: {
    vorige: 'Vorige',
    volgende: 'Volgende',
    pagina: (n: number, van: number) => `Pagina ${n} van ${van}`,
  },
  en: { vorige: 'Previous', volgende: 'Next', pagina: (n: number, van: number) => `Page ${n} of ${van}` },
});

const NAAM = 'pagina';
/** What a filter takes out of the address: another choice begins at its first page. */
export const PAGINA = [NAAM] as const;

/** The page of a list that the address asks for, from 1. */
export function usePagina(): number {
  const [staat = ''] = useAdresdeel(NAAM);
  return /^[1-9]\d{0,4}$/.test(staat) ? Number(staat) : 1;
}

/** The way through a list of more than one page, under it. @param totaal undefined while it is being read */
export function Bladeren({ totaal, per }: { totaal: number | undefined; per: number }) {
  const t = useTeksten(woorden);
  const pagina = usePagina();
  const [, zet] = useAdresdeel(NAAM);
  // While the next page comes the buttons stay, and the focus with them.
  const paginas = useRef(1);
  if (totaal !== undefined) paginas.current = Math.max(1, Math.ceil(totaal / per));
  const naar = (n: number) => {
    zet(n === 1 ? undefined : String(n));
    // A new page is read from its begin.
    window.scrollTo({ top: 0 });
  };
  if (paginas.current === 1) return null;
  return (
    <div className="hv-rij">
      <Knop uit={pagina <= 1} onClick={() => naar(pagina - 1)}>
        {t.vorige}
      </Knop>
      <span className="hv-getal" role="status">
        {t.pagina(pagina, paginas.current)}
      </span>
      <Knop uit={pagina >= paginas.current} onClick={() => naar(pagina + 1)}>
        {t.volgende}
      </Knop>
    </div>
  );
}
