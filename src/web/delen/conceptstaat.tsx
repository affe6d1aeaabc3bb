// SPDX-License-Identifier: EUPL-1.2
import type { ConceptStaat as Staat } from '../concept.ts';
import { useTeksten } from '../taal.ts';
import { tijdstip } from '../tijd.ts';
import { Merk } from './merk.tsx';
import { toonConflict } from './toestand.tsx';

const woorden = {
  nl: {
    bezig: 'wordt bewaard…',
    bewaard: (tijd: string) => `bewaard ${tijd}`,
    apart: (tijd: string, bij: string) =>
      `uw concept is doorgegeven aan ${bij || 'een collega'}: overleg wie het verstuurt. Wat u hier typt, is apart bewaard ${tijd}`,
    apparaat: 'geen verbinding: op dit apparaat bewaard',
    conflict: 'er zijn twee versies: kies',
  },
  en: {
    bezig: 'saving…',
    bewaard: (tijd: string) => `saved ${tijd}`,
    apart: (tijd: string, bij: string) =>
      `your draft was passed on to ${bij || 'a colleague'}: agree who sends it. What you type here is kept apart, saved ${tijd}`,
    apparaat: 'no connection: kept on this device',
    conflict: 'there are two versions: choose',
  },
};

/** "bewaard 14:02": for the foot of a form, from useConcept(). */
export function ConceptStaat({ staat }: { staat: Staat }) {
  const t = useTeksten(woorden);
  return (
    <span className="hv-klein hv-getal" role="status">
      {staat.soort === 'bezig' ? <span className="hv-zacht">{t.bezig}</span> : null}
      {staat.soort === 'bewaard' ? (
        staat.bij === undefined ? (
          <Merk soort="klaar">{t.bewaard(tijdstip(staat.op))}</Merk>
        ) : (
          <Merk soort="aandacht">{t.apart(tijdstip(staat.op), staat.bij)}</Merk>
        )
      ) : null}
      {staat.soort === 'apparaat' ? <Merk soort="aandacht">{t.apparaat}</Merk> : null}
      {staat.soort === 'conflict' ? (
        <Merk soort="aandacht">
          <button type="button" className="hv-tekstknop" onClick={toonConflict}>
            {t.conflict}
          </button>
        </Merk>
      ) : null}
    </span>
  );
}
