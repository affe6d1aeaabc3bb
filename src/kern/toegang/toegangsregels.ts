// SPDX-License-Identifier: EUPL-1.2
// Who may do what, in words that a privacy officer can read. Refused is the default.
import type { Beleid, Toegangsregel } from '../../platform/access/decide.ts';

/** The purposes, each naming its letter of Wmo 2015 art. 4.1.1 (handbook 9.1, S:72) or its other basis. */
export const DOELEN = {
  melden: 'Melding ontvangen (Wmo 2015 4.1.1 lid 2 a)',
  beoordelen: 'Beoordelen welke stappen nodig zijn (Wmo 2015 4.1.1 lid 2 b en c)',
  overdragen: 'Passende hulp in kennis stellen (Wmo 2015 4.1.1 lid 2 d)',
  terugkoppelen: 'Melder op de hoogte stellen (Wmo 2015 4.1.1 lid 2 g)',
  adviseren: 'Advies en ondersteuning geven (Wmo 2015 4.1.1 lid 3)',
  zicht_houden: 'Zicht houden op veiligheid en het plan uitvoeren (Wmo 2015 4.1.1 en 5.1.6)',
  verantwoorden: 'Werk verdelen en verantwoorden (Wmo 2015 4.2.12)',
  zelf_melden: 'Zelf melden of de uitkomst lezen (Wmo 2015 5.2.6)',
} as const;
export type Doel = keyof typeof DOELEN;

/** Functions in the chain; a worker has one. */
export const FUNCTIES = {
  vt_medewerker: 'Medewerker Veilig Thuis',
  vt_gedragswetenschapper: 'Gedragswetenschapper Veilig Thuis',
  vt_teamleider: 'Teamleider Veilig Thuis',
  regisseur: 'Regisseur lokaal team',
  lokaal_teamleider: 'Teamleider lokaal team',
  professional: 'Professional',
  politie: 'Politie (koppeling)',
  beleid: 'Beleidsmedewerker',
  privacyfunctionaris: 'Functionaris gegevensbescherming',
} as const;
export type Functie = keyof typeof FUNCTIES;

const VT: Functie[] = ['vt_medewerker', 'vt_gedragswetenschapper', 'vt_teamleider'];
const TEAM: Functie[] = ['regisseur', 'lokaal_teamleider'];

const regels: Toegangsregel[] = [
  {
    id: 'melding-aannemen',
    handelingen: ['melding.indienen', 'advies.vastleggen', 'advies.lezen', 'advies.lijst', 'advies.omzetten', 'radar.zoeken'],
    functies: VT,
    relaties: [],
    doelen: ['melden', 'adviseren'],
    grond: 'Wmo 2015 4.1.1 lid 2 a en lid 3',
  },
  {
    id: 'zelf-melden',
    handelingen: ['melding.indienen'],
    functies: ['professional', ...TEAM],
    relaties: [],
    doelen: ['zelf_melden'],
    grond: 'Wmo 2015 5.2.6 (meldrecht)',
  },
  {
    id: 'eigen-melding-volgen',
    handelingen: ['melding.eigen_lijst', 'melding.eigen_lezen'],
    functies: ['professional', ...TEAM],
    relaties: [],
    doelen: ['zelf_melden'],
    grond: 'Wmo 2015 4.1.1 lid 2 g',
  },
  {
    id: 'politie-meldt',
    handelingen: ['jzv.melden', 'jzv.wijzigen', 'jzv.intrekken', 'jzv.lezen', 'jzv.lijst', 'jzv.uitkomst_lezen'],
    functies: ['politie'],
    relaties: [],
    doelen: ['zelf_melden'],
    grond: 'Wpg art. 20; Wmo 2015 5.2.6',
  },
  {
    id: 'uitkomst-terug',
    handelingen: ['jzv.uitkomst_plaatsen'],
    functies: ['vt_teamleider'],
    relaties: [],
    doelen: ['terugkoppelen'],
    grond: 'Wmo 2015 4.1.1 lid 2 g',
  },
  {
    id: 'melding-lezen',
    handelingen: ['melding.lezen', 'melding.bijlage', 'radar.lezen', 'radar.beoordelen', 'radar.terugdraaien'],
    functies: VT,
    relaties: ['ontvanger_melding'],
    doelen: ['melden', 'beoordelen'],
    grond: 'Wmo 2015 4.1.1 lid 2 a en c',
  },
  {
    id: 'melding-lijst',
    handelingen: ['melding.lijst'],
    functies: VT,
    relaties: [],
    doelen: ['melden', 'beoordelen', 'verantwoorden'],
    grond: 'Wmo 2015 4.1.1 lid 2 a',
  },
  {
    id: 'beoordelen',
    handelingen: ['beoordeling.lezen', 'beoordeling.bewaren', 'beoordeling.voorleggen', 'beoordeling.vaststellen', 'beoordeling.terugleggen'],
    functies: VT,
    relaties: ['ontvanger_melding', 'betrokken'],
    doelen: ['beoordelen'],
    grond: 'Uitvoeringsbesluit Wmo 2015 art. 4.1.7 lid 1',
  },
  {
    id: 'casus-lezen',
    handelingen: ['casus.lezen', 'plan.lezen', 'monitoring.lezen'],
    functies: [...VT, ...TEAM],
    relaties: ['houder', 'betrokken', 'regisseur'],
    doelen: ['beoordelen', 'zicht_houden'],
    grond: 'Wmo 2015 5.1.6; alleen wie bij de casus betrokken is (handboek 9.3)',
  },
  {
    id: 'casus-lijst',
    handelingen: ['casus.lijst', 'werk.lezen', 'monitoring.lijst', 'overdracht.lijst'],
    functies: [...VT, ...TEAM],
    relaties: [],
    doelen: ['verantwoorden', 'zicht_houden'],
    grond: 'Wmo 2015 5.1.6; de lijst toont alleen eigen casussen',
  },
  {
    id: 'casus-samenvoegen',
    handelingen: ['casus.samenvoegen', 'casus.samenvoegen_ongedaan'],
    functies: VT,
    relaties: ['betrokken', 'houder'],
    doelen: ['beoordelen'],
    grond: 'Wmo 2015 4.1.1 lid 2 c; een huishouden, een casus (handboek 0)',
  },
  {
    id: 'zicht-houden',
    handelingen: [
      'veiligheidscontrole.vastleggen', 'uitspraak.toevoegen', 'uitspraak.wederhoor', 'plan.voorwaarde', 'plan.voorwaarde_controle',
      'plan.afspraak', 'plan.cijfer', 'plan.fase', 'monitoring.vastleggen', 'monitoring.plannen', 'casus.persoon',
    ],
    functies: [...VT, ...TEAM],
    relaties: ['houder', 'betrokken', 'regisseur'],
    doelen: ['zicht_houden', 'beoordelen'],
    grond: 'Wmo 2015 4.1.1 en 5.1.6',
  },
  {
    id: 'casus-afsluiten',
    handelingen: ['casus.afsluiten', 'casus.heropenen'],
    functies: [...VT, ...TEAM],
    relaties: ['houder'],
    doelen: ['zicht_houden'],
    grond: 'Alleen de houder van zicht sluit af (P1)',
  },
  {
    id: 'overdracht-geven',
    handelingen: ['overdracht.aanbieden', 'overdracht.intrekken'],
    functies: [...VT, ...TEAM],
    relaties: ['houder'],
    doelen: ['overdragen'],
    grond: 'Wmo 2015 4.1.1 lid 2 d; handboek 0 (Overdracht)',
  },
  {
    id: 'overdracht-ontvangen',
    handelingen: ['overdracht.aanvaarden', 'overdracht.weigeren'],
    functies: [...VT, ...TEAM],
    relaties: ['ontvanger_overdracht'],
    doelen: ['overdragen'],
    grond: 'Overdracht is tussen organisaties en eindigt pas bij aanvaarding (P2)',
  },
  {
    id: 'overdracht-lezen',
    handelingen: ['overdracht.lezen'],
    functies: [...VT, ...TEAM],
    relaties: ['ontvanger_overdracht', 'gever_overdracht', 'betrokken', 'houder'],
    doelen: ['overdragen', 'zicht_houden'],
    grond: 'Wmo 2015 4.1.1 lid 2 d',
  },
  {
    id: 'terugkoppelen',
    handelingen: ['terugkoppeling.lezen', 'terugkoppeling.versturen', 'terugkoppeling.afzien'],
    functies: VT,
    relaties: ['ontvanger_melding', 'betrokken'],
    doelen: ['terugkoppelen'],
    grond: 'Wmo 2015 4.1.1 lid 2 g',
  },
  {
    id: 'termijn-wijzigen',
    handelingen: ['termijn.opschorten', 'termijn.hervatten', 'termijn.verlengen', 'termijn.oppakken'],
    functies: [...VT, ...TEAM],
    relaties: ['eigenaar_termijn'],
    doelen: ['zicht_houden', 'beoordelen', 'verantwoorden'],
    grond: 'Elke wijziging met reden (P7)',
  },
  {
    id: 'team-cijfers',
    handelingen: ['cijfers.team', 'cijfers.wachtlijst'],
    functies: [...VT, ...TEAM],
    relaties: [],
    doelen: ['verantwoorden'],
    grond: 'Wmo 2015 4.2.12; eigen organisatie',
  },
  {
    id: 'regio-cijfers',
    handelingen: ['cijfers.regio'],
    functies: ['beleid', 'vt_teamleider', 'lokaal_teamleider'],
    relaties: [],
    doelen: ['verantwoorden'],
    grond: 'Wmo 2015 4.2.12; tellingen zonder personen',
  },
  {
    id: 'organisatie-sluiten',
    handelingen: ['organisatie.sluiten'],
    functies: ['vt_teamleider'],
    relaties: [],
    doelen: ['verantwoorden'],
    grond: 'Wat een organisatie in zicht heeft gaat over op haar opvolger (P1)',
  },
  {
    id: 'eigen-werkblad',
    handelingen: ['ik.lezen', 'concept.bewaren', 'concept.lezen', 'concept.weggooien', 'organisatie.lijst', 'medewerker.lijst'],
    functies: Object.keys(FUNCTIES),
    relaties: [],
    doelen: ['verantwoorden', 'zelf_melden', 'melden'],
    grond: 'Geen gegevens over anderen dan de eigen invoer',
  },
];

export const BELEID: Beleid = { versie: '2026-11-21', regels };
