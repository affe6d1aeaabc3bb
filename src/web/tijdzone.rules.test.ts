// SPDX-License-Identifier: EUPL-1.2
import { Temporal as Echt } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { Temporal } from './tijdzone.ts';

const zone = 'Europe/Amsterdam';

it.each(Array.from({ length: 140 }, (_, i) => 1960 + i))(
  'knows the changes of the clock in %i as the polyfill does',
  (jaar) => {
    const begin = Date.UTC(jaar, 0, 1);
    const einde = Date.UTC(jaar + 1, 0, 1);
    const lijst = (t: typeof Echt | typeof Temporal) => {
      const uit: [number, number][] = [];
      let punt: {
        epochMilliseconds: number;
        offsetNanoseconds: number;
        getTimeZoneTransition(r: 'next'): unknown;
      } | null = t.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(zone);
      while (punt && punt.epochMilliseconds < einde) {
        uit.push([punt.epochMilliseconds, punt.offsetNanoseconds]);
        punt = punt.getTimeZoneTransition('next') as typeof punt;
      }
      return uit;
    };
    expect(lijst(Temporal)).toEqual(lijst(Echt));
  },
);
