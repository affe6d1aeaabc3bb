// SPDX-License-Identifier: EUPL-1.2
/**
 * The frozen matching model. Made by `node bench/radar/leer.ts --schrijf`; do not edit by hand: a change is a new
 * version, and the version stands with every score. Shares of common surnames: order of magnitude, from memory
 * (bron onbekend, standaardwaarde); a name not listed counts cautiously as common as the 200th of a million.
 */
import type { Model } from './modelvorm.ts';

export const MODEL: Model = {
  versie: '2026-11-a',
  herkomst:
    'Geleerd op 34542 gefingeerde vermeldingen (bench/radar/leer.ts, 6000 huishoudens, zaad 20261121): u uit 4.000.000 vaste steekproefparen, m met EM zonder de waarheid te zien; de kansen binnen gezin, partner, tweeling en naamgenoot en hun verhouding zijn geteld op de gefingeerde gezinnen. Verhouding en fouten zijn fictief (standaardwaarde): te vervangen zodra bevestigde en verworpen koppelingen van een echt register geteld zijn.',
  lambda: 0.00001,
  zelfde: {
    bsn: [0.0123, 0.9877],
    achternaam: [0.04424, 0.01219, 0.00005043, 0.1979, 0.02919, 0.7164],
    voornaam: [0.004393, 0.003861, 0.003992, 0.3267, 0.02396, 0.07269, 0.5644],
    geboorte: [0.00003981, 0.001796, 0.002574, 0.003103, 0.07823, 0.01166, 0.01391, 0.04124, 0.8474],
    geslacht: [0.009821, 0.9902],
    adres: [0.213, 0.02376, 0.002679, 0.04799, 0.7126],
    telefoon: [0.3737, 0.6263],
    email: [0.3, 0.7],
  },
  vreemd: {
    bsn: [1, 0.000001],
    achternaam: [0.9963, 0.00214, 0.000001, 0.0004151, 0.00009845, 0.0009962],
    voornaam: [0.9174, 0.04327, 0.001051, 0.02898, 0.0008203, 0.004261, 0.004202],
    geboorte: [0.6293, 0.3224, 0.02948, 0.01305, 0.001325, 0.003108, 0.00001652, 0.001247, 0.00004945],
    geslacht: [0.4976, 0.5024],
    adres: [0.9163, 0.08153, 0.001814, 0.0004001, 0.000001],
    telefoon: [1, 0.000001],
    email: [1, 0.00001],
  },
  alternatieven: [
    {
      soort: 'gezin',
      verhouding: 4.463,
      kansen: {
        bsn: [0.9976, 0.002395],
        achternaam: [0.2262, 0.009946, 0.00001, 0.1655, 0.02788, 0.5705],
        voornaam: [0.9179, 0.04615, 0.001743, 0.02869, 0.0005694, 0.00489, 0.000105],
        geboorte: [0.6364, 0.2908, 0.05637, 0.01106, 0.000806, 0.002812, 0.00001, 0.001731, 0.00001],
        geslacht: [0.4972, 0.5028],
        adres: [0.1364, 0.01475, 0.002138, 0.05406, 0.7927],
        telefoon: [0.7772, 0.2228],
        email: [0.5, 0.5],
      },
      gedeeld: ['achternaam'],
    },
    {
      soort: 'partner',
      verhouding: 0.6455,
      kansen: {
        bsn: [0.998, 0.001991],
        achternaam: [0.7549, 0.004707, 0.00001168, 0.04206, 0.106, 0.09231],
        voornaam: [0.9139, 0.052, 0.0003682, 0.02916, 0.002323, 0.002234, 0.0000127],
        geboorte: [0.00001, 0.6111, 0.2651, 0.0983, 0.01146, 0.006435, 0.0002563, 0.006682, 0.0006682],
        geslacht: [0.989, 0.01096],
        adres: [0.1491, 0.0164, 0.00191, 0.05412, 0.7784],
        telefoon: [0.9141, 0.08586],
        email: [0.5, 0.5],
      },
      gedeeld: ['achternaam'],
    },
    {
      soort: 'tweeling',
      verhouding: 0.02443,
      kansen: {
        bsn: [0.9975, 0.002475],
        achternaam: [0.004005, 0.004005, 0.0003081, 0.211, 0.0003081, 0.7803],
        voornaam: [0.9232, 0.04005, 0.0003338, 0.01903, 0.0003338, 0.01669, 0.0003338],
        geboorte: [0.000256, 0.000256, 0.00256, 0.000256, 0.09012, 0.01178, 0.007168, 0.03943, 0.8482],
        geslacht: [0.3549, 0.6451],
        adres: [0.09957, 0.02198, 0.000431, 0.05647, 0.8216],
        telefoon: [0.8147, 0.1853],
        email: [0.5, 0.5],
      },
      gedeeld: ['achternaam'],
    },
    {
      soort: 'naamgenoot',
      verhouding: 0.02529,
      kansen: {
        bsn: [0.9879, 0.01208],
        achternaam: [0.03601, 0.0128, 0.0002976, 0.1932, 0.01637, 0.7414],
        voornaam: [0.005642, 0.01462, 0.005642, 0.3414, 0.01282, 0.07027, 0.5496],
        geboorte: [0.9981, 0.000241, 0.000241, 0.000241, 0.000241, 0.000241, 0.000241, 0.000241, 0.000241],
        geslacht: [0.001099, 0.9989],
        adres: [0.1782, 0.04017, 0.004603, 0.03389, 0.7431],
        telefoon: [0.9665, 0.03351],
        email: [0.5, 0.5],
      },
      gedeeld: ['achternaam', 'voornaam'],
    },
  ],
  namen: {
    achternaam: {
      overig: 0.0002,
      lijst: {
        jong: 0.0051,
        jansen: 0.0045,
        vries: 0.0043,
        berg: 0.0036,
        dijk: 0.0034,
        bakker: 0.0034,
        janssen: 0.0033,
        visser: 0.003,
        smit: 0.0026,
        meijer: 0.0024,
        boer: 0.0023,
        mulder: 0.0022,
        groot: 0.0022,
        bos: 0.0022,
        vos: 0.0018,
        peters: 0.0018,
        hendriks: 0.0018,
        leeuwen: 0.0017,
        dekker: 0.0017,
        brouwer: 0.0015,
        wit: 0.0015,
        dijkstra: 0.0015,
        smits: 0.0014,
        graaf: 0.0013,
        meer: 0.0013,
        linden: 0.0011,
        kok: 0.0011,
        jacobs: 0.0011,
        haan: 0.0011,
        vermeulen: 0.001,
        heuvel: 0.001,
        veen: 0.001,
        broek: 0.001,
      },
    },
    voornaam: {
      overig: 0,
      lijst: {},
    },
  },
};

export const modelVersie: string = MODEL.versie;
