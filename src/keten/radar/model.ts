// SPDX-License-Identifier: EUPL-1.2
/**
 * The frozen matching model. Made by `node bench/radar/leer.ts --schrijf`; do not edit by hand: a change is a new
 * version, and the version stands with every score. Shares of common surnames: order of magnitude, from memory
 * (bron onbekend, standaardwaarde); a name not listed counts cautiously as common as the 200th of a million.
 */
import type { Model } from './modelvorm.ts';

export const MODEL: Model = {
  versie: '2026-11-b',
  herkomst:
    'Geleerd op 34542 gefingeerde vermeldingen (bench/radar/leer.ts, 6000 huishoudens, zaad 20261121): u uit 4.000.000 vaste steekproefparen, m met EM zonder de waarheid te zien; de kansen binnen gezin, partner, tweeling en naamgenoot en hun verhouding zijn geteld op de gefingeerde gezinnen. Verhouding en fouten zijn fictief (standaardwaarde): te vervangen zodra bevestigde en verworpen koppelingen van een echt register geteld zijn.',
  lambda: 0.00001,
  zelfde: {
    bsn: [0.01179, 0.9882],
    achternaam: [0.0446, 0.0126, 0.00005044, 0.198, 0.02943, 0.7153],
    voornaam: [0.004947, 0.003884, 0.003973, 0.3258, 0.02374, 0.07272, 0.5649],
    geboorte: [0.00004846, 0.0006071, 0.001484, 0.0007077, 0.07836, 0.01153, 0.01401, 0.04137, 0.8519],
    geslacht: [0.0092, 0.9908],
    adres: [0.2183, 0.02423, 0.002686, 0.0482, 0.7066],
    telefoon: [0.3754, 0.6246],
    email: [0.3, 0.7],
  },
  vreemd: {
    bsn: [1, 0.000001],
    achternaam: [0.9963, 0.002139, 0.000001, 0.0004152, 0.00009844, 0.0009977],
    voornaam: [0.9339, 0.03463, 0.0008408, 0.02319, 0.0006565, 0.00341, 0.003363],
    geboorte: [0.6293, 0.3224, 0.02948, 0.01305, 0.001325, 0.003108, 0.00001652, 0.001247, 0.00004955],
    geslacht: [0.4976, 0.5024],
    adres: [0.9163, 0.08153, 0.001814, 0.0004, 0.000001],
    telefoon: [1, 0.000001],
    email: [1, 0.00001],
  },
  alternatieven: [
    {
      soort: 'gezin',
      verhouding: 4.463,
      kansen: {
        bsn: [0.9976, 0.002395],
        achternaam: [0.2266, 0.01024, 0.00001, 0.1655, 0.02802, 0.5696],
        voornaam: [0.9346, 0.03676, 0.001389, 0.02285, 0.0004536, 0.003896, 0.00008367],
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
        achternaam: [0.7545, 0.004567, 0.00001168, 0.04206, 0.1065, 0.09231],
        voornaam: [0.9311, 0.04161, 0.0002946, 0.02333, 0.001859, 0.001788, 0.00001016],
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
        voornaam: [0.9387, 0.03198, 0.0002665, 0.01519, 0.0002665, 0.01333, 0.0002665],
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
        achternaam: [0.0378, 0.0128, 0.0002976, 0.1932, 0.01637, 0.7396],
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
