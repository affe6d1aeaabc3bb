// SPDX-License-Identifier: EUPL-1.2
// Made by `node bench/radarcijfers.ts 2500 --schrijf`; do not edit. The page "Hoe werkt de radar" shows it.
import type { RadarCijfers } from './cijfersvorm.ts';

export const CIJFERS: RadarCijfers = {
  gemaaktMet: 'node bench/radarcijfers.ts 2500 --schrijf',
  model: '2026-11-b',
  nederlands: {
    vermeldingen: 16844,
    mensen: 8288,
    paren: 12469,
    alles: {
      precisie: 0.9694,
      recall: 0.984,
      paren: 12469,
    },
    perFout: {
      'geen fout': {
        precisie: 0.9844,
        recall: 0.9958,
        paren: 5446,
      },
      tussenvoegsel: {
        precisie: 0.9825,
        recall: 0.9838,
        paren: 801,
      },
      partnernaam: {
        precisie: 0.965,
        recall: 0.9633,
        paren: 1144,
      },
      voorletters: {
        precisie: 0.9743,
        recall: 0.9728,
        paren: 4593,
      },
      roepnaam: {
        precisie: 0.9658,
        recall: 0.9645,
        paren: 1523,
      },
      spelling: {
        precisie: 0.9646,
        recall: 0.9841,
        paren: 2076,
      },
      tekens: {
        precisie: 0.9167,
        recall: 0.9818,
        paren: 549,
      },
      'geboorte onbekend': {
        precisie: 0.8631,
        recall: 0.9152,
        paren: 1840,
      },
      '1 januari': {
        precisie: 0.9432,
        recall: 0.9796,
        paren: 933,
      },
      'dag en maand verwisseld': {
        precisie: 0.9845,
        recall: 0.9695,
        paren: 197,
      },
      'cijfer in datum': {
        precisie: 0.9825,
        recall: 0.967,
        paren: 637,
      },
      'geen bsn': {
        precisie: 0.9545,
        recall: 0.9758,
        paren: 7980,
      },
      'bsn fout': {
        precisie: 0.966,
        recall: 0.9726,
        paren: 146,
      },
      'bsn van gezinslid': {
        precisie: 0.9516,
        recall: 0.9365,
        paren: 63,
      },
      verhuisd: {
        precisie: 0.9692,
        recall: 0.9392,
        paren: 1942,
      },
      'geheim adres': {
        precisie: 0.9161,
        recall: 0.9627,
        paren: 295,
      },
      'adres onbekend': {
        precisie: 0.9571,
        recall: 0.9564,
        paren: 1423,
      },
    },
    zelfGekoppeld: {
      zelfde: 6929,
      tweeling: 0,
      naamgenoot: 0,
      gezin: 0,
      vreemd: 0,
    },
    gewogen: {
      tweeling: 291,
      naamgenoot: 196,
    },
    nooitBekeken: 108,
    banden: [
      {
        van: 0,
        tot: 0.01,
        paren: 49300,
        gemiddeld: 0.0001,
        waar: 0.0001,
      },
      {
        van: 0.01,
        tot: 0.05,
        paren: 465,
        gemiddeld: 0.0245,
        waar: 0.0108,
      },
      {
        van: 0.05,
        tot: 0.2,
        paren: 402,
        gemiddeld: 0.1036,
        waar: 0.0348,
      },
      {
        van: 0.2,
        tot: 0.4,
        paren: 482,
        gemiddeld: 0.2687,
        waar: 0.1162,
      },
      {
        van: 0.4,
        tot: 0.6,
        paren: 140,
        gemiddeld: 0.512,
        waar: 0.3714,
      },
      {
        van: 0.6,
        tot: 0.8,
        paren: 234,
        gemiddeld: 0.7081,
        waar: 0.4444,
      },
      {
        van: 0.8,
        tot: 0.95,
        paren: 599,
        gemiddeld: 0.8711,
        waar: 0.7362,
      },
      {
        van: 0.95,
        tot: 0.99,
        paren: 686,
        gemiddeld: 0.9726,
        waar: 0.9519,
      },
      {
        van: 0.99,
        tot: 0.999,
        paren: 881,
        gemiddeld: 0.9972,
        waar: 0.9886,
      },
      {
        van: 0.999,
        tot: 1,
        paren: 10164,
        gemiddeld: 0.9998,
        waar: 0.9996,
      },
    ],
    ijkfout: 0.0047,
  },
  zonderVerwanten: {
    precisie: 0.7971,
    recall: 0.9862,
    paren: 12469,
  },
  febrl: [
    {
      naam: 'FEBRL 1',
      precisie: 1,
      recall: 0.994,
      paren: 500,
    },
    {
      naam: 'FEBRL 2',
      precisie: 1,
      recall: 0.9912,
      paren: 1934,
    },
    {
      naam: 'FEBRL 3',
      precisie: 1,
      recall: 0.9902,
      paren: 6538,
    },
  ],
};
