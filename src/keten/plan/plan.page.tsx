// SPDX-License-Identifier: EUPL-1.2
// One household, one plan: in which phase, what must be so, who does what, and whether it is kept.
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type Casusbeeld, Casuskader, magVastleggen } from '../../web/casus/casuskader.tsx';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Vinkjes } from '../../web/delen/vinkjes.tsx';
import { teksten, useTeksten } from '../../web/taal.ts';
import { Afsprakendeel } from './afspraken.page.tsx';
import { Fasedeel } from './fasewissel.page.tsx';
import { Voorwaardendeel } from './voorwaarden.page.tsx';

const woorden = teksten({
  nl: {
    print: 'Print het plan',
    printVerborgen: 'Print ook wat verborgen is voor de pleger',
    printUitleg: 'Staat uit: wat verborgen is, komt niet op papier.',
    printWaarschuwing:
      'Vertrouwelijk. Hier staan afspraken die verborgen zijn voor de pleger. Geef dit niet mee.',
    gesloten: 'Deze casus is gesloten. Het plan is niet meer te wijzigen.',
  },
  en: {
    print: 'Print the plan',
    printVerborgen: 'Also print what is hidden from the perpetrator',
    printUitleg: 'Off: what is hidden does not come on paper.',
    printWaarschuwing:
      'Confidential. This holds agreements that are hidden from the perpetrator. Do not hand it out.',
    gesloten: 'This case is closed. The plan can no longer be changed.',
  },
});

/** `/casussen/{id}/plan` */
export function PlanPagina() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <Casuskader key={id} id={id}>
      {(beeld) => <Plan beeld={beeld} />}
    </Casuskader>
  );
}

function Plan({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const [metVerborgen, setMetVerborgen] = useState(false);
  const mag = magVastleggen(beeld) && beeld.status === 'open';
  return (
    <div className="hv-stapel hv-ruim">
      {metVerborgen ? <p className="hv-alleen-print hv-sterk">{t.printWaarschuwing}</p> : null}
      {mag ? null : <Bericht>{t.gesloten}</Bericht>}
      <Fasedeel beeld={beeld} mag={mag} />
      <Voorwaardendeel id={beeld.id} mag={mag} />
      <Afsprakendeel beeld={beeld} mag={mag} metVerborgen={metVerborgen} />
      <div className="hv-deel hv-rij hv-geen-print">
        <Knop icoon="print" onClick={() => window.print()}>
          {t.print}
        </Knop>
        <Vinkjes
          name="printVerborgen"
          label={t.printVerborgen}
          labelVerborgen
          opties={[{ waarde: 'ja', label: t.printVerborgen, uitleg: t.printUitleg }]}
          waarden={metVerborgen ? ['ja'] : []}
          onKies={(w) => setMetVerborgen(w.includes('ja'))}
        />
      </div>
    </div>
  );
}
