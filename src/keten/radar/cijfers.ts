// SPDX-License-Identifier: EUPL-1.2
// Made by `node bench/radarcijfers.ts 2500 --schrijf`; do not edit. The page "Hoe werkt de radar" shows it.
import type { RadarCijfers } from './cijfersvorm.ts';

export const CIJFERS: RadarCijfers = {
  gemaaktMet: 'node bench/radarcijfers.ts 2500 --schrijf',
  model: '2026-11-a',
  nederlands: {
    vermeldingen: 16844,
    mensen: 8288,
    paren: 12469,
    alles: {
      precisie: 0.9677,
      recall: 0.9836,
      paren: 12469,
    },
    perFout: {
      'geen fout': {
        precisie: 0.983,
        recall: 0.9958,
        paren: 5446,
      },
      tussenvoegsel: {
        precisie: 0.9789,
        recall: 0.9838,
        paren: 801,
      },
      partnernaam: {
        precisie: 0.9622,
        recall: 0.9572,
        paren: 1144,
      },
      voorletters: {
        precisie: 0.9778,
        recall: 0.9706,
        paren: 4593,
      },
      roepnaam: {
        precisie: 0.9664,
        recall: 0.9626,
        paren: 1523,
      },
      spelling: {
        precisie: 0.9548,
        recall: 0.9865,
        paren: 2076,
      },
      tekens: {
        precisie: 0.9167,
        recall: 0.9818,
        paren: 549,
      },
      'geboorte onbekend': {
        precisie: 0.8585,
        recall: 0.913,
        paren: 1840,
      },
      '1 januari': {
        precisie: 0.9423,
        recall: 0.9796,
        paren: 933,
      },
      'dag en maand verwisseld': {
        precisie: 0.9846,
        recall: 0.9746,
        paren: 197,
      },
      'cijfer in datum': {
        precisie: 0.9794,
        recall: 0.9686,
        paren: 637,
      },
      'geen bsn': {
        precisie: 0.9518,
        recall: 0.9754,
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
        precisie: 0.9636,
        recall: 0.9413,
        paren: 1942,
      },
      'geheim adres': {
        precisie: 0.9073,
        recall: 0.9627,
        paren: 295,
      },
      'adres onbekend': {
        precisie: 0.9578,
        recall: 0.9578,
        paren: 1423,
      },
    },
    zelfGekoppeld: {
      zelfde: 6923,
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
        paren: 49268,
        gemiddeld: 0.0001,
        waar: 0.0001,
      },
      {
        van: 0.01,
        tot: 0.05,
        paren: 510,
        gemiddeld: 0.0269,
        waar: 0.0078,
      },
      {
        van: 0.05,
        tot: 0.2,
        paren: 530,
        gemiddeld: 0.1302,
        waar: 0.0358,
      },
      {
        van: 0.2,
        tot: 0.4,
        paren: 299,
        gemiddeld: 0.2871,
        waar: 0.1572,
      },
      {
        van: 0.4,
        tot: 0.6,
        paren: 138,
        gemiddeld: 0.4988,
        waar: 0.3986,
      },
      {
        van: 0.6,
        tot: 0.8,
        paren: 247,
        gemiddeld: 0.6914,
        waar: 0.3846,
      },
      {
        van: 0.8,
        tot: 0.95,
        paren: 688,
        gemiddeld: 0.8638,
        waar: 0.7427,
      },
      {
        van: 0.95,
        tot: 0.99,
        paren: 625,
        gemiddeld: 0.9746,
        waar: 0.9472,
      },
      {
        van: 0.99,
        tot: 0.999,
        paren: 2175,
        gemiddeld: 0.998,
        waar: 0.9949,
      },
      {
        van: 0.999,
        tot: 1,
        paren: 8873,
        gemiddeld: 0.9999,
        waar: 0.9995,
      },
    ],
    ijkfout: 0.0047,
  },
  zonderVerwanten: {
    precisie: 0.7739,
    recall: 0.9868,
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
