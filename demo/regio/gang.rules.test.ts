// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { type Aanbod, type Gang, schuifOp } from './gang.ts';

const om = (tekst: string) => new Date(tekst);

it('an offer that is moved to before the holidays still lapses before the next one is made', () => {
  // one week in autumn: six working days are enough for a term of five
  const aanbod: Aanbod[] = [
    {
      op: om('2025-12-11T10:00Z'),
      antwoord: om('2025-12-19T10:00Z'),
      uitkomst: 'verlopen',
      ontvanger: 'jeugdzorg',
    },
    {
      op: om('2025-12-19T11:00Z'),
      antwoord: om('2025-12-22T09:00Z'),
      uitkomst: 'aanvaard',
      ontvanger: 'lokaal_team',
    },
  ];
  const gang: Gang = {
    gezin: null,
    gemeentecode: '0114',
    meldingen: [],
    besluit: 'onderzoek',
    dienstEinde: null,
    aanbod,
    monitor: null,
    sluit: om('2026-01-10T10:00Z'),
    sluitreden: 'veilig',
    heropend: null,
  };
  // an extra melding asks a week: the first offer now stands over Christmas, and lapses at the end of 29 December
  schuifOp(gang, om('2025-12-01T10:00Z'), om('2025-12-08T10:00Z'));
  const [eerste, tweede] = aanbod as [Aanbod, Aanbod];
  expect(eerste.op).toEqual(om('2025-12-18T10:00Z'));
  const einde = om('2025-12-29T23:00Z').getTime();
  expect(eerste.antwoord.getTime()).toBeGreaterThanOrEqual(einde);
  expect(tweede.op.getTime()).toBeGreaterThanOrEqual(einde);
  expect(tweede.antwoord.getTime()).toBeGreaterThan(tweede.op.getTime());
  expect(gang.sluit.getTime()).toBeGreaterThan(tweede.antwoord.getTime());
});
