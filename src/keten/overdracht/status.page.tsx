// SPDX-License-Identifier: EUPL-1.2
import { Merk, type MerkSoort } from '../../web/delen/merk.tsx';
import { teksten, useTeksten } from '../../web/taal.ts';
import type { Status } from './overdracht.ts';

const woorden = teksten({
  nl: {
    aangeboden: 'Wacht op antwoord',
    aanvaard: 'Aanvaard',
    geweigerd: 'Geweigerd',
    ingetrokken: 'Ingetrokken',
    verlopen: 'Geen antwoord gekregen',
  },
  en: {
    aangeboden: 'Waits for an answer',
    aanvaard: 'Accepted',
    geweigerd: 'Refused',
    ingetrokken: 'Withdrawn',
    verlopen: 'No answer came',
  },
});

const MERK: Record<Status, MerkSoort> = {
  aangeboden: 'wacht',
  aanvaard: 'klaar',
  geweigerd: 'dicht',
  ingetrokken: 'dicht',
  verlopen: 'aandacht',
};

/** How an overdracht stands, as a mark. */
export function StatusMerk({ status }: { status: Status }) {
  const t = useTeksten(woorden);
  return <Merk soort={MERK[status]}>{t[status]}</Merk>;
}
