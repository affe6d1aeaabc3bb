// SPDX-License-Identifier: EUPL-1.2
// What people say, in short plain sentences. Facts, observations, hearsay, opinions and professional judgements apart.
// No names and no details that hurt for their own sake: a demo is read by people who have been through it.

export type Soort = 'feit' | 'waarneming' | 'professioneel_oordeel' | 'mening' | 'van_horen_zeggen';

export interface Zin {
  readonly soort: Soort;
  readonly tekst: string;
  /** Who can say this; `melder` when anyone can. */
  readonly bron: 'melder' | 'politie' | 'school' | 'arts' | 'buur' | 'familie' | 'vt';
}

const z = (bron: Zin['bron'], soort: Soort, tekst: string): Zin => ({ bron, soort, tekst });

/** What a melding tells, by aard. */
export const ZINNEN: Readonly<Record<string, readonly Zin[]>> = {
  partnergeweld: [
    z(
      'politie',
      'feit',
      'De politie kwam aan de deur na een oproep over ruzie in huis. Beide partners waren thuis.',
    ),
    z(
      'politie',
      'waarneming',
      'In de keuken lagen scherven op de grond. Een van de partners had een rode plek op de arm.',
    ),
    z(
      'politie',
      'waarneming',
      'De ruzie was voorbij toen wij binnenkwamen. De sfeer was gespannen; zij keken elkaar niet aan.',
    ),
    z(
      'politie',
      'van_horen_zeggen',
      'De bewoner boven vertelde dat er de afgelopen maand vaker geschreeuw te horen was.',
    ),
    z('politie', 'feit', 'Een van beiden is die avond bij familie gaan slapen.'),
    z(
      'politie',
      'mening',
      'Volgens de een ging het om geld, volgens de ander om het gebruik van de telefoon.',
    ),
    z('arts', 'waarneming', 'Tijdens het spreekuur zag ik blauwe plekken op beide bovenarmen.'),
    z(
      'arts',
      'van_horen_zeggen',
      'Mijn patiënt vertelde dat de partner haar bij ruzies vastpakt en de telefoon afpakt.',
    ),
    z(
      'arts',
      'professioneel_oordeel',
      'Ik vind dat mijn patiënt thuis niet vrij kan beslissen. Dat duurt al langer.',
    ),
    z('buur', 'waarneming', 'Ik hoorde door de muur hard roepen en het dichtslaan van een deur.'),
    z('buur', 'mening', 'Ik denk dat zij niet durft te zeggen hoe het echt gaat.'),
    z(
      'familie',
      'van_horen_zeggen',
      'Mijn zus zegt dat hij haar post openmaakt en dat zij niet alleen weg mag.',
    ),
    z(
      'melder',
      'waarneming',
      'Er is ruzie over de verdeling van de dagen met de kinderen. Bij het ophalen wordt gescholden.',
    ),
    z('melder', 'feit', 'De partners zijn sinds dit voorjaar uit elkaar en wonen niet meer samen.'),
    z('melder', 'van_horen_zeggen', 'Hij zou vaak bij haar werk staan te wachten, ook als zij dat niet wil.'),
  ],
  kindermishandeling: [
    z('school', 'waarneming', 'De leerling kwam deze maand zes keer zonder eten en zonder jas op school.'),
    z(
      'school',
      'waarneming',
      'De leerling schrikt als iemand de stem verheft en kruipt dan weg onder de tafel.',
    ),
    z(
      'school',
      'van_horen_zeggen',
      'De leerling vertelde de juf: "Ik moet op mijn kamer blijven tot het donker is."',
    ),
    z('school', 'feit', 'De school heeft ouders twee keer uitgenodigd. Een keer zijn zij gekomen.'),
    z(
      'school',
      'professioneel_oordeel',
      'Wij maken ons zorgen over de verzorging en over de rust thuis. Praten met ouders heeft niet genoeg geholpen.',
    ),
    z(
      'politie',
      'waarneming',
      'De kinderen zaten boven op de trap en hebben de ruzie gehoord. De jongste huilde.',
    ),
    z('politie', 'feit', 'Bij het incident waren kinderen in huis.'),
    z(
      'politie',
      'waarneming',
      'Het was koud in huis en er was weinig eten. De kinderen droegen een jas binnen.',
    ),
    z(
      'arts',
      'waarneming',
      'Bij het lichamelijk onderzoek zag ik een plek die niet past bij de uitleg die ik kreeg.',
    ),
    z('arts', 'feit', 'Drie afspraken voor het kind zijn niet nagekomen.'),
    z(
      'arts',
      'professioneel_oordeel',
      'De ouder is door eigen klachten nu niet goed in staat om op het kind te letten.',
    ),
    z('buur', 'waarneming', 'De jongste loopt vaak tot laat alleen buiten.'),
    z('buur', 'mening', 'Het is geen onwil, denk ik. Ze redden het gewoon niet.'),
    z(
      'familie',
      'van_horen_zeggen',
      'Mijn kleinkind zegt dat het thuis met de vlakke hand wordt geslagen als het niet luistert.',
    ),
    z('familie', 'mening', 'Ik vind dat de kinderen te veel voor elkaar moeten zorgen.'),
    z('melder', 'waarneming', 'Het kind is de laatste weken stil en wil na afloop niet naar huis.'),
    z('melder', 'van_horen_zeggen', 'Het kind vertelde dat het midden in de nacht wakker wordt van ruzie.'),
  ],
  geweld_tegen_ouders: [
    z('politie', 'feit', 'De ouder belde zelf 112 omdat het kind de deur had ingetrapt.'),
    z('politie', 'waarneming', 'Het kind was boos en hield afstand. De ouder zat in de tuin en trilde.'),
    z('politie', 'van_horen_zeggen', 'De ouder vertelt dat er vaker geduwd en met spullen gegooid wordt.'),
    z('melder', 'feit', 'Er is in twee maanden drie keer een deur of raam vernield.'),
    z('melder', 'mening', 'Vader zegt dat hij zich schaamt en het tot nu toe voor zich hield.'),
    z('arts', 'waarneming', 'Moeder had een zwelling aan de pols. Zij zei eerst dat zij was gevallen.'),
    z('school', 'feit', 'De leerling is sinds de zomervakantie veel afwezig.'),
    z('familie', 'van_horen_zeggen', 'Mijn zus slaapt met de deur op slot als haar zoon boos is.'),
    z('melder', 'professioneel_oordeel', 'De ouder kan de situatie thuis nu niet alleen aan.'),
  ],
  ouderenmishandeling: [
    z('arts', 'waarneming', 'Mevrouw was bij het huisbezoek niet gewassen en had te weinig gedronken.'),
    z('arts', 'feit', 'De medicijnen voor deze week waren niet gegeven.'),
    z('arts', 'professioneel_oordeel', 'De mantelzorger is overbelast. Ik zie geen kwade wil, wel gevaar.'),
    z('buur', 'waarneming', 'Ik zag dat de deur van buiten op slot ging terwijl meneer thuis was.'),
    z('familie', 'van_horen_zeggen', 'Mijn moeder zegt dat zij zelf niet meer bij haar bankpas kan.'),
    z('melder', 'feit', 'De thuiszorg is in twee maanden vier keer afgezegd.'),
    z('melder', 'mening', 'De zoon vindt dat hij alles goed doet en wil geen hulp.'),
    z('politie', 'waarneming', 'Meneer zat alleen in een koude kamer. Zijn dochter was boos dat wij kwamen.'),
  ],
  huiselijk_geweld_overig: [
    z('politie', 'feit', 'Twee volwassen broers, die in een huis wonen, hadden ruzie over spullen.'),
    z('politie', 'waarneming', 'Een van beiden had een kapot shirt. Niemand wilde aangifte doen.'),
    z('melder', 'van_horen_zeggen', 'De huisgenoot zou dreigen om haar het huis uit te zetten.'),
    z('buur', 'waarneming', 'Er staan vaak mensen voor de deur te schreeuwen, ook in de nacht.'),
    z('familie', 'mening', 'Ik denk dat mijn nicht bang is voor de vriend van haar moeder.'),
    z('melder', 'feit', 'Er is sinds vorige maand een contactverbod.'),
    z('melder', 'professioneel_oordeel', 'De ruzies worden heftiger en volgen elkaar sneller op.'),
  ],
  andere_problematiek: [
    z('politie', 'feit', 'Bewoner was in de war en is door familie opgevangen.'),
    z('politie', 'waarneming', 'Bewoner rook naar alcohol en kon moeilijk uitleggen wat er was.'),
    z('melder', 'feit', 'Er is een brief over huurachterstand. De stroom is twee keer afgesloten.'),
    z('buur', 'waarneming', 'De gordijnen zijn al weken dicht en de post ligt op de mat.'),
    z(
      'arts',
      'professioneel_oordeel',
      'De somberheid van ouder vraagt behandeling. Er staat een verwijzing klaar.',
    ),
    z(
      'school',
      'waarneming',
      'De ouders praten niet meer met elkaar en sturen ieder een eigen brief aan school.',
    ),
    z('familie', 'mening', 'Hij heeft vooral hulp nodig met zijn geld, vind ik.'),
    z('melder', 'van_horen_zeggen', 'Een vriendin zegt dat zij de laatste tijd veel drinkt.'),
  ],
};

/** What a Veilig Thuis worker adds during the veiligheidsbeoordeling. */
export const VT_ZINNEN: readonly Zin[] = [
  z('vt', 'waarneming', 'Aan de telefoon klonk de ouder moe. De ouder nam de tijd en gaf zelf voorbeelden.'),
  z('vt', 'feit', 'De betrokkenen zijn geïnformeerd over de melding en over wat Veilig Thuis opschrijft.'),
  z('vt', 'van_horen_zeggen', 'De school vertelt dat de kinderen er vandaag waren en rustig speelden.'),
  z('vt', 'professioneel_oordeel', 'Er is nu geen direct gevaar. De spanning is wel hoog en kan terugkomen.'),
  z(
    'vt',
    'professioneel_oordeel',
    'Er is een patroon: het derde incident in een half jaar, steeds in het weekend.',
  ),
  z('vt', 'mening', 'Moeder vindt dat het vooral komt doordat zij klein wonen.'),
  z(
    'vt',
    'van_horen_zeggen',
    'De huisarts kent het gezin en maakt zich al langer zorgen over de slaap van de kinderen.',
  ),
  z('vt', 'feit', 'Het gezin heeft sinds vorig jaar hulp van een gezinscoach.'),
];

/** The other side, at a statement. `oneens` says whether it contradicts. */
export const WEDERHOOR: readonly {
  readonly door: string;
  readonly reactie: string;
  readonly oneens: boolean;
}[] = [
  {
    door: 'moeder',
    reactie: 'Zo is het gegaan. Ik ben ervan geschrokken en wil dat het stopt.',
    oneens: false,
  },
  { door: 'vader', reactie: 'Ik heb geschreeuwd, maar ik heb niemand aangeraakt.', oneens: true },
  {
    door: 'vader',
    reactie: 'Het klopt dat het te vaak misgaat. Ik wil leren om op tijd weg te lopen.',
    oneens: false,
  },
  {
    door: 'moeder',
    reactie: 'Mijn kind had die dag een jas bij zich. Die lag in de gang van de school.',
    oneens: true,
  },
  {
    door: 'beide ouders',
    reactie: 'Wij vinden het vervelend dat de melding zonder gesprek is gedaan, maar wij begrijpen de zorg.',
    oneens: false,
  },
  {
    door: 'dochter (14)',
    reactie: 'Het was erger dan hier staat. Ik wil dat iemand dat weet.',
    oneens: true,
  },
  { door: 'partner', reactie: 'Dit heb ik nooit gezegd.', oneens: true },
  { door: 'moeder', reactie: 'Ik heb hier niets aan toe te voegen.', oneens: false },
];

/** Arguments for the three questions of the veiligheidsbeoordeling. */
export const ARGUMENT = {
  acuut: {
    ja: [
      'De vermoedelijke pleger kan vanavond weer bij het slachtoffer zijn. Niemand ziet toe.',
      'Er is gedreigd en er is nu geen veilige plek.',
      'Er is letsel waar een arts naar moest kijken.',
    ],
    nee: [
      'De betrokkenen zijn nu niet bij elkaar. Er is toezicht van familie.',
      'Het incident is voorbij, er is vandaag contact geweest en de kinderen zijn op school gezien.',
      'Geen letsel, geen dreiging, geen wapen.',
    ],
    onbekend: ['Wij hebben nog niemand van het gezin gesproken.'],
  },
  structureel: {
    ja: [
      'Derde melding in een jaar, steeds over hetzelfde.',
      'De betrokkenen vertellen zelf dat dit al jaren zo gaat.',
      'Eerdere afspraken zijn niet gelukt en het geweld komt terug.',
    ],
    nee: [
      'Eerste melding. School en huisarts kennen geen eerdere signalen.',
      'Er is een duidelijke aanleiding die voorbij is.',
      'Eerdere melding ging over iets anders en was opgelost.',
    ],
    onbekend: ['Er is te weinig informatie over de tijd voor deze melding.'],
  },
  multiprobleem: {
    ja: [
      'Schulden, een dreigende huisuitzetting en zorg om de gezondheid lopen door elkaar.',
      'Er zijn zorgen over geld, wonen en alcohol tegelijk.',
    ],
    nee: [
      'Buiten de ruzies gaat het goed: werk, school en huis zijn op orde.',
      'Geen zorgen op andere gebieden bekend.',
    ],
    onbekend: ['Niet besproken in deze beoordeling.'],
  },
} as const;

/** Why a besluit was taken: reasons that fit any assessment, and those that fit only with, or only without, acute danger. */
const BESLUIT_REDEN: Readonly<
  Record<
    string,
    {
      readonly altijd: readonly string[];
      readonly acuut?: readonly string[];
      readonly nietAcuut?: readonly string[];
    }
  >
> = {
  onderzoek: {
    altijd: [
      'Het is niet duidelijk wat er precies gebeurt, en de verhalen spreken elkaar tegen. Daarom onderzoekt Veilig Thuis zelf.',
      'Ouders willen niet meewerken en er zijn zorgen over het kind. Onderzoek is nodig.',
    ],
  },
  voorwaarden_en_vervolg: {
    altijd: [
      'Het geweld staat vast en er zijn veiligheidsvoorwaarden nodig voordat hulp kan starten.',
      'Het gezin wil meewerken. Wij spreken voorwaarden af en dragen daarna over.',
    ],
  },
  rvdk_verzoek: {
    altijd: [
      'Vrijwillige hulp is niet genoeg om de veiligheid van het kind te regelen. Wij vragen de Raad om onderzoek.',
    ],
  },
  overdragen: {
    altijd: [
      'Er is hulp nodig en het gezin wil die aannemen. Het lokale team is de goede plek.',
      'De hulp die er al is kan dit oppakken, met aandacht voor veiligheid.',
    ],
    acuut: [
      'Voor het acute gevaar zijn afspraken gemaakt. Het lokale team kan met het gezin verder aan de veiligheid.',
    ],
    nietAcuut: ['De zorgen zijn er, maar niet acuut. Het lokale team kan met veiligheid verder.'],
  },
  einde_bemoeienis: {
    altijd: [
      'De zorgen zijn besproken en opgelost. De huisarts blijft bereikbaar.',
      'Het gezin heeft zelf afspraken gemaakt. Er is een vangnet van familie en school.',
    ],
    acuut: [
      'Het acute gevaar is voorbij: wie het geweld gebruikte, woont hier niet meer en komt niet terug.',
    ],
    nietAcuut: ['Geen aanwijzing voor geweld. Het gezin heeft zelf goede afspraken gemaakt.'],
  },
  regionaal_maatwerk: {
    altijd: ['Volgens de regionale afspraak gaat deze melding naar het routeeroverleg.'],
  },
  niet_ontvankelijk: {
    altijd: ['Wat er gebeurde, gebeurde niet in huiselijke kring. De melder is verwezen naar de politie.'],
    nietAcuut: ['De melding gaat niet over huiselijk geweld of kindermishandeling.'],
  },
  onjuist_geadresseerd: {
    altijd: ['Het gezin woont in een andere regio. De melder is daarheen verwezen.'],
  },
  loopt_mee: { altijd: ['Dit gaat over hetzelfde gezin. De melding gaat mee in wat al loopt.'] },
};

/** The reasons for a besluit that fit what was found about acute danger. */
export function besluitRedenen(besluit: string, acuut: 'ja' | 'nee' | 'onbekend'): readonly string[] {
  const r = BESLUIT_REDEN[besluit];
  if (!r) throw new RangeError(`Voor het besluit ${besluit} is geen reden bedacht.`);
  return [...r.altijd, ...((acuut === 'ja' ? r.acuut : acuut === 'nee' ? r.nietAcuut : undefined) ?? [])];
}

export const VOORWAARDEN: readonly { readonly tekst: string; readonly voor: string }[] = [
  { tekst: 'Er wordt niet geslagen, geduwd of gegooid, tegen niemand in huis.', voor: 'beide ouders' },
  {
    tekst: 'Loopt een ruzie op, dan gaat een van beiden een uur naar buiten en komt dan terug.',
    voor: 'beide ouders',
  },
  { tekst: 'De kinderen zijn elke schooldag op tijd op school, met eten mee.', voor: 'ouders' },
  { tekst: 'Vader drinkt geen alcohol als de kinderen bij hem zijn.', voor: 'vader' },
  { tekst: 'Er is elke week contact met iemand van buiten het gezin die de kinderen ziet.', voor: 'ouders' },
  { tekst: 'Het ophalen en brengen van de kinderen gaat via oma.', voor: 'beide ouders' },
  { tekst: 'Moeder kan altijd bij haar eigen telefoon en geld.', voor: 'partner' },
  { tekst: 'Medicijnen liggen in een kast die op slot kan.', voor: 'mantelzorger' },
];

export const AFSPRAKEN: readonly {
  readonly wie: string;
  readonly wat: string;
  readonly wanneer: string;
  readonly zietToe: string;
  readonly signaal: string | null;
  readonly verborgen: boolean;
}[] = [
  {
    wie: 'vader',
    wat: 'belt zijn broer als hij merkt dat hij boos wordt, en gaat naar hem toe',
    wanneer: 'zodra het oploopt',
    zietToe: 'broer van vader',
    signaal: 'hij praat harder en loopt heen en weer',
    verborgen: false,
  },
  {
    wie: 'moeder',
    wat: 'appt het afgesproken woord naar haar zus als zij hulp wil',
    wanneer: 'altijd',
    zietToe: 'zus van moeder',
    signaal: 'codewoord',
    verborgen: true,
  },
  {
    wie: 'oma',
    wat: 'haalt de kinderen op woensdag van school en eet met hen',
    wanneer: 'elke woensdag',
    zietToe: 'regisseur',
    signaal: null,
    verborgen: false,
  },
  {
    wie: 'ouders',
    wat: 'bespreken geld alleen aan tafel met de coach erbij',
    wanneer: 'om de week',
    zietToe: 'gezinscoach',
    signaal: null,
    verborgen: false,
  },
  {
    wie: 'oudste kind',
    wat: 'mag altijd naar de buren lopen en daar blijven',
    wanneer: 'altijd',
    zietToe: 'buren',
    signaal: 'de buren bellen moeder',
    verborgen: true,
  },
  {
    wie: 'school',
    wat: 'laat het weten als een kind er zonder bericht niet is',
    wanneer: 'dezelfde ochtend',
    zietToe: 'intern begeleider',
    signaal: null,
    verborgen: false,
  },
  {
    wie: 'partner',
    wat: 'volgt de training "Anders omgaan met boosheid"',
    wanneer: 'twaalf weken',
    zietToe: 'regisseur',
    signaal: null,
    verborgen: false,
  },
];

export const CONTROLE = {
  nageleefd: [
    'Besproken met beide ouders. Oma bevestigt dat het goed gaat.',
    'De kinderen vertellen dat het rustiger is.',
    'School ziet de kinderen elke dag en op tijd.',
  ],
  deels: [
    'Meestal gelukt, een keer niet. Zij hebben er zelf over gebeld.',
    'Lukt door de week wel, in het weekend nog niet altijd.',
  ],
  niet_nageleefd: ['Deze week niet gelukt. De afspraak is opnieuw doorgenomen.'],
  niet_te_zeggen: ['Alleen moeder gesproken, de kinderen nog niet.'],
} as const;

export const CIJFER_WAAROM: Readonly<Record<number, readonly string[]>> = {
  0: ['Ik durf niet naar huis.'],
  1: ['Het kan elke avond misgaan.'],
  2: ['Ik ben bang als de deur opengaat.'],
  3: ['Er is nog veel ruzie en ik weet niet hoe het afloopt.'],
  4: ['Soms gaat het goed, maar ik let steeds op.'],
  5: ['Het is rustiger. Ik vertrouw het nog niet.'],
  6: ['Er zijn afspraken en meestal lukken ze.'],
  7: ['Wij lopen op tijd weg als het oploopt. Dat helpt.'],
  8: ['Ik slaap weer goed en ik weet wie ik kan bellen.'],
  9: ['Er is al maanden niets gebeurd.'],
  10: ['Ik voel me thuis veilig.'],
};

export const CIJFER_NODIG: readonly string[] = [
  'Dat het een maand zo blijft.',
  'Dat iemand ook met mij alleen praat.',
  'Een eigen kamer.',
  'Rust over geld.',
  'Dat wij weten wat te doen als het oploopt.',
  'Dat papa zijn training afmaakt.',
];

/** Why a figure about a young child is not lower, by who cares for it. */
export const CIJFER_KIND: readonly string[] = [
  'Het is hier nu niet veilig voor een kind.',
  'Het kruipt weg als iemand hard praat.',
  'Het schrikt van de deur en huilt veel.',
  'Het slaapt slecht en wil steeds bij mij zijn.',
  'Het huilt minder, maar let steeds op.',
  'Het is rustiger, maar slaapt nog niet door.',
  'Het speelt weer en gaat met plezier naar de opvang.',
  'Het slaapt meestal door en lacht weer.',
  'Het slaapt door en is vrolijk.',
  'Het is al maanden rustig in huis.',
  'Het groeit goed en er is rust.',
];
export const CIJFER_KIND_NODIG = 'Dat het thuis een maand rustig blijft.';

export const SLUIT_TOELICHTING: Readonly<Record<string, readonly string[]>> = {
  veilig: [
    'Het is al langer rustig en de afspraken lukken. Het gezin weet wie het kan bellen.',
    'De doelen zijn gehaald. De kinderen zeggen zelf dat het fijn is thuis.',
  ],
  geen_hgkm: ['Er is geen huiselijk geweld of kindermishandeling gebleken.'],
  geen_vervolg: ['De zorgen zijn besproken. Verdere stappen zijn niet nodig.'],
  niet_ontvankelijk: [
    'De melding hoort niet bij Veilig Thuis Drenthe. De melder weet waar hij wel terechtkan.',
  ],
  verhuisd: ['Het gezin is verhuisd. Veilig Thuis in de andere regio heeft aanvaard.'],
};

/** Around which a figure is given, by how safe it was found. */
export const MONITOR_ROND = { veilig: 7.6, deels_veilig: 5.8, onveilig: 3.2 } as const;

export const MONITOR_TOELICHTING = {
  veilig: [
    'Ouders en kinderen gesproken: geen nieuw geweld, de afspraken lukken.',
    'School en ouders zeggen hetzelfde: het gaat goed.',
  ],
  deels_veilig: [
    'Geen geweld, wel nog ruzies. De hulp gaat door.',
    'Het gaat bij moeder goed, bij vader is het nog zoeken.',
  ],
  onveilig: ['Er is opnieuw geweld geweest. Vandaag overlegd met het lokale team.'],
  niet_bereikt: ['Twee keer gebeld en een keer aan de deur geweest. Nieuwe afspraak volgt.'],
} as const;

export const WEIGER_REDEN: readonly string[] = [
  'Er is nog geen gesprek met het gezin geweest over de overdracht. Graag eerst dat gesprek.',
  'Wij missen de veiligheidsvoorwaarden. Zonder die kunnen wij geen zicht houden.',
  'Het gezin is deze maand verhuisd naar een andere gemeente.',
];

export const ADVIES_VRAAG: readonly { readonly vraag: string; readonly advies: string }[] = [
  {
    vraag:
      'Ik maak me zorgen over een kind in mijn klas dat niet naar huis wil. Hoe begin ik het gesprek met ouders?',
    advies:
      'Het gesprek zin voor zin voorbereid. Begin bij wat u ziet, niet bij wat u denkt. Spreek af wanneer u terugbelt.',
  },
  {
    vraag: 'Mijn zus wordt thuis klein gehouden. Zij wil geen hulp. Wat kan ik doen?',
    advies:
      'Blijf contact houden, oordeel niet, spreek een woord af voor nood. Besproken wanneer u 112 belt.',
  },
  {
    vraag: 'Mijn buren schreeuwen elke nacht. Moet ik dit melden?',
    advies:
      'Besproken wat u hoort en wat u weet. U kunt eerst aanbellen op een rustig moment. Bij gevaar: 112. Melden kan altijd.',
  },
  {
    vraag: 'Een patiënt vertelt over geweld, maar wil niet dat ik iets doe. Mag ik melden?',
    advies:
      'Stappen van de meldcode doorgenomen. Afspraak: nieuw gesprek binnen een week, daarna samen wegen.',
  },
  {
    vraag: 'Ik schreeuw te veel tegen mijn kinderen en ik schaam me. Waar kan ik terecht?',
    advies: 'Goed dat u belt. Hulp bij het lokale team besproken en hoe u zichzelf aanmeldt.',
  },
  {
    vraag: 'Mijn vader met dementie wordt boos en slaat mijn moeder. Is dat ook huiselijk geweld?',
    advies: 'Uitleg gegeven. Casemanager dementie en dagopvang besproken, en een plan voor vannacht.',
  },
  {
    vraag: 'Mijn ex houdt de kinderen langer dan afgesproken. Wat kan Veilig Thuis?',
    advies: 'Uitgelegd wat Veilig Thuis wel en niet doet. Verwezen naar mediation en het lokale team.',
  },
  {
    vraag: 'Een leerling vertelde iets heftigs en vroeg om het geheim te houden. Wat nu?',
    advies:
      'Beloof geen geheim. Besproken hoe u het de leerling vertelt en welke stap van de meldcode nu komt.',
  },
];
