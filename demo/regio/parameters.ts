// SPDX-License-Identifier: EUPL-1.2
// Every figure that shapes the region, with where it comes from. `fictief`: no source was found (handbook 3.6, last line),
// so it was thought up to give a lively demo, and says nothing about any real region.

/** A mark of docs/bronnen.md, `[K]` for general knowledge that was not traced, or thought up. */
export type Herkomst = `S:${number}` | 'K' | 'fictief';

export interface Parameter<T> {
  readonly waarde: T;
  readonly bron: readonly Herkomst[];
  readonly uitleg: string;
}

function cijfer<const T>(waarde: T, bron: readonly Herkomst[], uitleg: string): Parameter<T> {
  return { waarde, bron, uitleg };
}

export const PARAMETERS = {
  meldingen: cijfer(
    6000,
    ['S:41'],
    'Drenthe 2023*: 1.905 meldingen per jaar. 6.000 is ruim drie jaar daarvan, met een staartje ouder.',
  ),
  jaren: cijfer(
    3,
    ['fictief'],
    'Zo ver gaat de geschiedenis terug; daarvoor staan alleen enkele oude, gesloten casussen.',
  ),
  oudDeel: cijfer(
    0.06,
    ['fictief'],
    'Deel van de meldingen dat ouder is dan drie jaar, zodat hermeldingen vanaf het begin voorkomen.',
  ),
  betrokkenheid: cijfer(
    {
      eerste: 0.319,
      hermelding: 0.381,
      tijdensVb: 0.133,
      naVb: 0.101,
      monitoring: 0.051,
      nietIngedeeld: 0.014,
    },
    ['S:11'],
    'Nederland 2023*: 31,9 / 38,1 / 28,5 (13,3 tijdens de veiligheidsbeoordeling, 10,1 erna, 5,1 in monitoring) / 1,4 procent.',
  ),
  hermeldingMeerdere: cijfer(
    0.887,
    ['S:11'],
    'Nederland 2023*: van 48.555 hermeldingen waren bij 43.080 meerdere betrokkenen bekend.',
  ),
  meldingenPerCasus: cijfer(
    1.27,
    ['S:41'],
    'Drenthe 2023*: 1.905 meldingen over 1.495 casussen in dat jaar.',
  ),
  /** Shares of meldingen; they add up to more than 1, because more than one may apply. */
  aard: cijfer(
    {
      kindermishandeling: 1060 / 1905,
      partnergeweld: 585 / 1905,
      geweld_tegen_ouders: 125 / 1905,
      ouderenmishandeling: 35 / 1905,
      huiselijk_geweld_overig: 185 / 1905,
      andere_problematiek: 450 / 1905,
    },
    ['S:41'],
    'Drenthe 2023*: opgeteld ±2.440 over 1.905 meldingen.',
  ),
  /** Which aarden go together; chosen so that the shares above come out. */
  aardCombinaties: cijfer(
    {
      kindermishandeling: 0.3554,
      partnergeweld: 0.1571,
      geweld_tegen_ouders: 0.0456,
      ouderenmishandeling: 0.0184,
      huiselijk_geweld_overig: 0.0761,
      andere_problematiek: 0.0662,
      'kindermishandeling partnergeweld': 0.1,
      'kindermishandeling andere_problematiek': 0.09,
      'partnergeweld andere_problematiek': 0.05,
      'geweld_tegen_ouders andere_problematiek': 0.02,
      'huiselijk_geweld_overig andere_problematiek': 0.01,
      'kindermishandeling huiselijk_geweld_overig': 0.011,
    },
    ['fictief'],
    'De combinaties zijn verzonnen; de optelling per aard volgt Drenthe 2023*.',
  ),
  melder: cijfer(
    {
      niet_beroepsmatig: 195 / 1905,
      gezondheidszorg: 280 / 1905,
      ggz: 40 / 1905,
      kinderopvang: 15 / 1905,
      onderwijs: 80 / 1905,
      leerplicht: 3 / 1905,
      jeugdzorg: 40 / 1905,
      justitie_veiligheid: 1060 / 1905,
      andere_vt: 10 / 1905,
      regionaal_maatwerk: 2 / 1905,
      anders: 180 / 1905,
    },
    ['S:38'],
    'Drenthe 2023*; leerplicht en regionaal maatwerk naar landelijke verhouding, de rest is "anders".',
  ),
  /** How much more often a kind of melder reports an aard than others do; totals stay as above. */
  melderBijAard: cijfer(
    {
      kindermishandeling: { onderwijs: 4, kinderopvang: 5, jeugdzorg: 4, gezondheidszorg: 2, leerplicht: 4 },
      partnergeweld: { justitie_veiligheid: 3 },
      geweld_tegen_ouders: { justitie_veiligheid: 2, jeugdzorg: 2 },
      ouderenmishandeling: { gezondheidszorg: 5, niet_beroepsmatig: 2, justitie_veiligheid: 0.5 },
      huiselijk_geweld_overig: { justitie_veiligheid: 2 },
      andere_problematiek: { justitie_veiligheid: 1.5, ggz: 3 },
    } as Readonly<Record<string, Readonly<Record<string, number>>>>,
    ['fictief'],
    'Geeft een school vaker een kind en de politie vaker een ruzie.',
  ),
  gemeenteAandeel: cijfer(
    { '0106': 270 / 1905, '1731': 105 / 1905 } as Readonly<Record<string, number>>,
    ['S:38'],
    'Assen en Midden-Drenthe 2023*; de andere tien naar inwonertal [K].',
  ),
  adviezenPerJaar: cijfer(2960, ['S:41'], 'Drenthe 2023*.'),
  adviesAard: cijfer(
    {
      kindermishandeling: 1605 / 2960,
      partnergeweld: 510 / 2960,
      geweld_tegen_ouders: 70 / 2960,
      ouderenmishandeling: 95 / 2960,
      huiselijk_geweld_overig: 150 / 2960,
      andere_problematiek: 960 / 2960,
    },
    ['S:41'],
    'Drenthe 2023*, bij adviezen.',
  ),
  adviesVrager: cijfer(
    {
      niet_beroepsmatig: 1615,
      gezondheidszorg: 160,
      ggz: 105,
      kinderopvang: 30,
      onderwijs: 240,
      leerplicht: 5,
      jeugdzorg: 220,
      justitie_veiligheid: 45,
      andere_vt: 40,
      regionaal_maatwerk: 1,
      anders: 499,
    },
    ['S:38'],
    'Drenthe 2023*, aantallen; leerplicht en maatwerk naar landelijke verhouding.',
  ),
  /** Share of meldingen that reach a dienst of VT itself. */
  onderzoekPerMelding: cijfer(145 / 1905, ['S:41'], 'Drenthe 2023*: 145 onderzoeken.'),
  venvPerMelding: cijfer(125 / 1905, ['S:41'], 'Drenthe 2023*: 125 keer Voorwaarden en Vervolg.'),
  besluit: cijfer(
    {
      overdragen: 0.6,
      einde_bemoeienis: 0.33,
      rvdk_verzoek: 0.02,
      regionaal_maatwerk: 0.02,
      niet_ontvankelijk: 0.015,
      onjuist_geadresseerd: 0.015,
    },
    ['fictief'],
    'Wat er gebeurt als VT zelf geen dienst inzet. Bekend is alleen dat de meeste meldingen worden overgedragen (S:9).',
  ),
  acuutBijOntvangst: cijfer(0.07, ['fictief'], 'Deel van de meldingen dat als acuut binnenkomt.'),
  taxatie: cijfer(
    { acuut: 0.08, structureel: 0.3, beide: 0.06, geen: 0.44, onbekend: 0.12 },
    ['fictief'],
    'Uitkomst van de veiligheidstaxatie.',
  ),
  beoordelingOpTijd: cijfer(
    0.74,
    ['fictief'],
    'Deel binnen vijf werkdagen. Norm van de sector 90 procent (S:13); in 2023 haalde niemand de termijn (S:28).',
  ),
  onderzoekOpTijd: cijfer(0.72, ['fictief'], 'Deel binnen tien weken. Norm van de sector 80 procent (S:13).'),
  dienstDagen: cijfer(
    { onderzoek: 52, voorwaarden_en_vervolg: 38 },
    ['fictief'],
    'Dagen die een dienst duurt, de helft is korter.',
  ),
  overdrachtAntwoord: cijfer(
    { aanvaard: 0.87, geweigerd: 0.07, verlopen: 0.04, ingetrokken: 0.02 },
    ['fictief'],
    'Wat de ontvanger eerst antwoordt.',
  ),
  overdrachtDagen: cijfer(3.2, ['fictief'], 'Werkdagen tot antwoord, de helft is sneller.'),
  teamDagen: cijfer(
    17,
    ['fictief'],
    'Dagen dat een lokaal team zonder monitoring betrokken is, de helft is korter. Kort gehouden, zodat er een overzichtelijk aantal casussen open staat.',
  ),
  monitorEinde: cijfer(
    { monitor_3_maanden: 0.7, monitor_1_jaar: 0.2, monitor_anderhalf_jaar: 0.1 },
    ['fictief'],
    'Na welk moment de casus dicht kan. Landelijk duurt monitoring gemiddeld anderhalf jaar (S:17).',
  ),
  ontvanger: cijfer(
    { lokaal_team: 0.86, ggz: 0.05, jeugdzorg: 0.06, opvang: 0.03 },
    ['fictief'],
    'Naar wie wordt overgedragen.',
  ),
  plegerMan: cijfer(
    0.72,
    ['fictief'],
    'Deel van de gezinnen waarin de (vermoedelijke) pleger een man is, als er een van beide partners pleger is.',
  ),
  heropend: cijfer(0.02, ['fictief'], 'Casussen die een lokaal team kort na het afsluiten weer opent.'),
  neiging: cijfer(
    0.55,
    ['fictief'],
    'Hoe scheef herhaling over gezinnen is verdeeld (vorm van een gammaverdeling): weinig gezinnen, veel meldingen.',
  ),
  dubbeleNaam: cijfer(0.35, ['fictief'], 'Deel van de partners met een partnernaam.'),
  samengesteld: cijfer(0.2, ['fictief'], 'Samengestelde gezinnen.'),
  verhuisd: cijfer(0.22, ['fictief'], 'Gezinnen die verhuizen tussen hun meldingen.'),
  geheimAdres: cijfer(0.035, ['fictief'], 'Gezinnen waarvan een deel op een geheim adres verblijft.'),
  tweeling: cijfer(0.03, ['fictief'], 'Gezinnen met een tweeling.'),
  zelfdeNaam: cijfer(0.03, ['fictief'], 'Vader en zoon met dezelfde naam.'),
  verschrijving: cijfer(0.3, ['fictief'], 'Vermeldingen met een slordigheid: naam, datum of adres.'),
  gemist: cijfer(0.015, ['fictief'], 'Oude vermeldingen die de radar niet aan de bekende persoon koppelde.'),
} as const satisfies Record<string, Parameter<unknown>>;
