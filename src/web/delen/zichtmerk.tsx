// SPDX-License-Identifier: EUPL-1.2
import { useNu } from '../ik.ts';
import { useTeksten } from '../taal.ts';
import { dagenTussen, datum } from '../tijd.ts';
import './chip.css';
import { Icoon } from './icoon.tsx';

export interface ZichtMerkProps {
  /** Who holds zicht op veiligheid now. */
  organisatie: string;
  /** Since when; a day or a moment. */
  sinds: string;
  /** It is us: "U houdt zicht". */
  vanOns?: boolean | undefined;
  /** A handover is on its way to this organisation: until it accepts, nothing changes. */
  onderwegNaar?: string | undefined;
  /** Quieter: in a list, where it stands in every row; the name alone says that it is us. */
  stil?: boolean | undefined;
}

const woorden = {
  nl: {
    zicht: 'Zicht:',
    ons: 'uw organisatie',
    sinds: (d: string) => `sinds ${d}`,
    vandaag: 'sinds vandaag',
    tot: (o: string) => `tot ${o} aanvaardt`,
  },
  en: {
    zicht: 'Zicht:',
    ons: 'your organisation',
    sinds: (d: string) => `since ${d}`,
    vandaag: 'since today',
    tot: (o: string) => `until ${o} accepts`,
  },
};

/** "Zicht: Veilig Thuis Drenthe sinds 3 nov": who keeps watch over safety. There is always exactly one. */
export function ZichtMerk({ organisatie, sinds, vanOns, onderwegNaar, stil }: ZichtMerkProps) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const vandaag = dagenTussen(sinds, nu) === 0;
  return (
    <span className={`hv-zicht${stil ? ' hv-zicht--stil' : ''}`}>
      <span className="hv-zicht__houdt">
        <Icoon naam="oog" />
        <span>
          {t.zicht} <span className="hv-zicht__wie">{organisatie}</span>
          {vanOns && !stil ? ` (${t.ons})` : ''}
        </span>
      </span>
      <span className="hv-zicht__rest">
        {vandaag ? t.vandaag : t.sinds(datum(sinds, { kort: true, nu }))}
        {onderwegNaar ? `, ${t.tot(onderwegNaar)}` : ''}
      </span>
    </span>
  );
}
