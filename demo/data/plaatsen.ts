// SPDX-License-Identifier: EUPL-1.2
// The twelve municipalities of Drenthe with real place names. Streets and postcodes are invented: every postcode ends in
// SA, SD or SS, letters that are never issued in the Netherlands, so that no address in the demo can be anyone's.

export interface Plaats {
  readonly naam: string;
  /** The four digits of its postcodes, by memory: they only have to look right. */
  readonly pc4: readonly string[];
  readonly gewicht: number;
  readonly netnummer: string;
}

export interface Gemeente {
  readonly code: string;
  readonly naam: string;
  readonly team: 'noord' | 'midden' | 'zuid';
  /** Inhabitants in thousands, rounded, by memory [K]; only the mutual proportion counts. */
  readonly inwoners: number;
  readonly plaatsen: readonly Plaats[];
}

const p = (naam: string, netnummer: string, gewicht: number, ...pc4: string[]): Plaats => ({ naam, netnummer, gewicht, pc4 });

export const DRENTHE: readonly Gemeente[] = [
  { code: '0114', naam: 'Emmen', team: 'zuid', inwoners: 107, plaatsen: [
    p('Emmen', '0591', 56, '7811', '7812', '7814', '7815', '7822', '7823', '7824', '7826'), p('Klazienaveen', '0591', 13, '7891'), p('Emmer-Compascuum', '0591', 8, '7881'),
    p('Nieuw-Amsterdam', '0591', 8, '7833'), p('Schoonebeek', '0524', 7, '7761'), p('Erica', '0591', 5, '7887'), p('Zwartemeer', '0591', 3, '7894'), p('Nieuw-Weerdinge', '0591', 4, '7831')] },
  { code: '0106', naam: 'Assen', team: 'noord', inwoners: 68, plaatsen: [p('Assen', '0592', 95, '9401', '9402', '9403', '9404', '9405', '9406', '9407', '9408'), p('Loon', '0592', 5, '9409')] },
  { code: '0118', naam: 'Hoogeveen', team: 'midden', inwoners: 56, plaatsen: [
    p('Hoogeveen', '0528', 74, '7901', '7902', '7903', '7904', '7905', '7906', '7907', '7908'), p('Hollandscheveld', '0528', 8, '7913'), p('Elim', '0528', 6, '7916'), p('Pesse', '0528', 6, '7933'), p('Nieuwlande', '0528', 6, '7918')] },
  { code: '0109', naam: 'Coevorden', team: 'zuid', inwoners: 35, plaatsen: [
    p('Coevorden', '0524', 44, '7741', '7742'), p('Dalen', '0524', 15, '7751'), p('Sleen', '0591', 12, '7841'), p('Oosterhesselen', '0524', 10, '7861'), p('Zweeloo', '0591', 9, '7851'), p('Schoonoord', '0591', 10, '7848')] },
  { code: '0119', naam: 'Meppel', team: 'midden', inwoners: 35, plaatsen: [p('Meppel', '0522', 86, '7941', '7942', '7943', '7944'), p('Nijeveen', '0522', 14, '7948')] },
  { code: '1730', naam: 'Tynaarlo', team: 'noord', inwoners: 34, plaatsen: [p('Zuidlaren', '050', 35, '9471'), p('Eelde', '050', 24, '9761'), p('Paterswolde', '050', 16, '9765'), p('Vries', '0592', 25, '9481')] },
  { code: '1731', naam: 'Midden-Drenthe', team: 'midden', inwoners: 34, plaatsen: [p('Beilen', '0593', 42, '9411'), p('Smilde', '0592', 22, '9422'), p('Westerbork', '0593', 22, '9431'), p('Hoogersmilde', '0592', 14, '9423')] },
  { code: '1699', naam: 'Noordenveld', team: 'noord', inwoners: 32, plaatsen: [p('Roden', '050', 55, '9301'), p('Peize', '050', 20, '9321'), p('Norg', '0592', 25, '9331')] },
  { code: '1681', naam: 'Borger-Odoorn', team: 'zuid', inwoners: 26, plaatsen: [
    p('Borger', '0599', 26, '9531'), p('Nieuw-Buinen', '0599', 24, '9521'), p('Odoorn', '0591', 14, '7873'), p('Exloo', '0591', 12, '7875'), p('Valthermond', '0599', 24, '7876')] },
  { code: '1680', naam: 'Aa en Hunze', team: 'noord', inwoners: 26, plaatsen: [p('Gieten', '0592', 34, '9461'), p('Rolde', '0592', 26, '9451'), p('Annen', '0592', 22, '9468'), p('Gasselternijveen', '0599', 18, '9514')] },
  { code: '1690', naam: 'De Wolden', team: 'midden', inwoners: 25, plaatsen: [p('Zuidwolde', '0528', 34, '7921'), p('De Wijk', '0522', 24, '7957'), p('Ruinen', '0522', 22, '7963'), p('Ruinerwold', '0522', 20, '7961')] },
  { code: '1701', naam: 'Westerveld', team: 'midden', inwoners: 20, plaatsen: [p('Havelte', '0521', 26, '7971'), p('Dwingeloo', '0521', 26, '7991'), p('Diever', '0521', 24, '7981'), p('Vledder', '0521', 24, '8381')] },
];

/** Letter pairs that are not issued in Dutch postcodes. */
export const NIET_UITGEGEVEN = ['SA', 'SD', 'SS'] as const;

/** Halves of invented street names. */
export const STRAATBEGIN = `Wollegras, Veenpluis, Zonnedauw, Bentgras, Struikhei, Kraaiheide, Jeneverbes, Lavendelhei, Adderwortel, Pijpenstro, Korenwolf, Heikneuter, Veldleeuwerik, Regenwulp,
  Watersnip, Kraanvogel, Grauwe Klauwier, Roodborsttapuit, Zandhagedis, Levendbaar, Glassnijder, Vuurjuffer, Noordse Witsnuit, Veenhooibeest, Heideblauwtje, Kommavlinder, Turfspade, Oplegger, Stikker,
  Wijk en Dwars, Schutsluis, Verlaat, Boekweit, Haverkist, Roggeschoof, Vlasrepel, Spinnewiel, Weefgetouw, Bijenkorf, Honingraat, Schaapskooi, Potstal, Hooiberg, Dorsvlegel, Zwerfkei, Keileem, Pingoruïne,
  Esrand, Brinkeik, Boermarke, Stroetgrond, Madeland, Diepswal, Broekpolder, Zilvermos, Rendiermos, Steenanjer, Muizenoor, Valkruid, Dophei`
  .split(',')
  .map((s) => s.replace(/\s+/g, ' ').trim());

export const STRAATEIND = ['straat', 'laan', 'weg', 'hof', 'pad', 'singel', 'wijk', 'kamp', 'dreef', 'erf'] as const;
