// SPDX-License-Identifier: EUPL-1.2
/**
 * A fictitious Dutch population with known truth: households with twins, sons named after their father, married names,
 * removals, and reports about them with the slips that people make (rates from radar.md §2, all fictief). Deterministic:
 * the same seed gives the same people. Name shares of the commonest surnames: order of magnitude, from memory, not
 * checked against a source.
 */

import { alsKolom, type Kolom } from '../../src/keten/radar/koppel/register.ts';
import { NAAMFAMILIES } from '../../src/keten/radar/namenlijst.ts';
import type { Geslacht, Vermelding } from '../../src/keten/radar/vermelding.ts';

export interface Persoon {
  readonly id: number;
  readonly huishouden: number;
  readonly geslacht: 'man' | 'vrouw';
  readonly doopnamen: readonly string[];
  readonly roepnaam: string;
  readonly tv: string;
  readonly naam: string;
  partnerTv: string;
  partnerNaam: string;
  readonly jaar: number;
  readonly maand: number;
  readonly dag: number;
  readonly volwassen: boolean;
  tweelingVan: number;
  naamgenootVan: number;
  partnerVan: number;
  readonly telefoon: string;
}

export interface Melding {
  readonly vermelding: Vermelding;
  readonly persoon: Persoon;
  /** The mentions of one report share this number. */
  readonly melding: number;
  readonly fouten: readonly string[];
}

export type Relatie = 'zelfde' | 'tweeling' | 'naamgenoot' | 'partner' | 'gezin' | 'vreemd';

/** What two people are to each other in this population. */
export function relatie(a: Persoon, b: Persoon): Relatie {
  if (a.id === b.id) return 'zelfde';
  if (a.huishouden !== b.huishouden) return 'vreemd';
  if (a.tweelingVan === b.id || b.tweelingVan === a.id) return 'tweeling';
  if (a.naamgenootVan === b.id || b.naamgenootVan === a.id) return 'naamgenoot';
  if (a.partnerVan === b.id) return 'partner';
  return 'gezin';
}

/** mulberry32: small, fast, the same everywhere. */
export function toeval(zaad: number): () => number {
  let t = zaad >>> 0;
  return () => {
    t = (t + 0x6d2b79f5) >>> 0;
    let x = Math.imul(t ^ (t >>> 15), 1 | t);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

const TOP: readonly (readonly [string, string, number])[] = [
  ['de', 'Jong', 0.0051],
  ['', 'Jansen', 0.0045],
  ['de', 'Vries', 0.0043],
  ['van den', 'Berg', 0.0036],
  ['van', 'Dijk', 0.0034],
  ['', 'Bakker', 0.0034],
  ['', 'Janssen', 0.0033],
  ['', 'Visser', 0.003],
  ['', 'Smit', 0.0026],
  ['', 'Meijer', 0.0024],
  ['de', 'Boer', 0.0023],
  ['', 'Mulder', 0.0022],
  ['de', 'Groot', 0.0022],
  ['', 'Bos', 0.0022],
  ['', 'Vos', 0.0018],
  ['', 'Peters', 0.0018],
  ['', 'Hendriks', 0.0018],
  ['van', 'Leeuwen', 0.0017],
  ['', 'Dekker', 0.0017],
  ['', 'Brouwer', 0.0015],
  ['de', 'Wit', 0.0015],
  ['', 'Dijkstra', 0.0015],
  ['', 'Smits', 0.0014],
  ['de', 'Graaf', 0.0013],
  ['van der', 'Meer', 0.0013],
  ['van der', 'Linden', 0.0011],
  ['', 'Kok', 0.0011],
  ['', 'Jacobs', 0.0011],
  ['de', 'Haan', 0.0011],
  ['', 'Vermeulen', 0.001],
  ['van den', 'Heuvel', 0.001],
  ['van der', 'Veen', 0.001],
  ['van den', 'Broek', 0.001],
  ['de', 'Bruijn', 0.0009],
  ['', 'Schouten', 0.0009],
  ['van', 'Beek', 0.0009],
  ['', 'Willems', 0.0009],
  ['van', 'Vliet', 0.0008],
  ['', 'Hoekstra', 0.0008],
  ['', 'Maas', 0.0008],
  ['', 'Verhoeven', 0.0008],
  ['', 'Koster', 0.0008],
  ['van', 'Dam', 0.0008],
];
const STAM =
  'Hof Klaver Roos Oster Wester Noord Zand Brink Vel Kamp Horst Wind Molen Kerk Heer Beuk Linden Elzen Doorn Stein Haver Koren Rogge Gerst Kraan Zwaan Meeuw Valk Leeuw Wolf Beer Schaap Koe Ree Vis Snoek Haring Brood Meel Boter Kaas Pont Brug Dam Dijk Polder Sloot Gracht Meer Ven Plas Beek Bron Water Duin Berg Heuvel Dal Bosch Hout Tak Blad Loof Gras Hei Turf Veen Klei Oude Nieuwe Lange Korte Grote Kleine Witte Zwarte Rode Groene Hage Wilge Popel Appel Peer Kersen Noten Eike'.split(
    ' ',
  );
const EIND =
  'stra sma inga man mans huis kamp dijk berg bergen veld horst hoek hoven laar loo meijer sen sema ink ing broek wijk huizen straten winkel schot waard'.split(
    ' ',
  );
const VOORVOEGSELS: readonly (readonly [string, number])[] = [
  ['', 0.62],
  ['van', 0.13],
  ['van de', 0.05],
  ['van den', 0.05],
  ['van der', 0.07],
  ['de', 0.05],
  ['ter', 0.01],
  ['ten', 0.01],
  ["van 't", 0.01],
];

const HERKOMST = {
  ma: {
    achternaam:
      'El Amrani,El Idrissi,Bouzid,Benali,El Haddad,Ouali,Azzouzi,Chaouki,Haddou,Bakkali,El Khattabi,Amghar,Boutaher,Benhaddou,Zerouali,El Moussaoui,Aarab,Tahiri,Lahrech,Ait Oumghar'.split(
        ',',
      ),
    man: 'Mohammed Ahmed Youssef Hassan Ibrahim Mustafa Omar Said Soufiane Rachid Bilal Hamza Ismail Khalid Karim Hicham Ilias Aziz Anas Zakaria'.split(
      ' ',
    ),
    vrouw:
      'Fatima Khadija Aicha Zineb Mariam Yasmina Noura Nadia Samira Souad Karima Jamila Naima Bouchra Salma Hafsa Latifa Malika Ikram Hanan'.split(
        ' ',
      ),
  },
  tr: {
    achternaam:
      'Yılmaz,Kaya,Demir,Şahin,Çelik,Yıldız,Öztürk,Aydın,Özdemir,Arslan,Doğan,Kılıç,Aslan,Çetin,Koç,Kurt,Özkan,Şimşek,Polat,Korkmaz'.split(
        ',',
      ),
    man: 'Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Osman Yusuf Murat Ömer Emre Kemal Serkan Burak Can Deniz Emir Halit Kerem'.split(
      ' ',
    ),
    vrouw:
      'Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Sultan Yasemin Esra Merve Büşra Cemile Sevgi Gül Derya Özlem Selma Nur'.split(
        ' ',
      ),
  },
  pl: {
    achternaam:
      'Nowak,Kowalski,Wiśniewski,Wójcik,Kowalczyk,Kamiński,Lewandowski,Zieliński,Szymański,Woźniak,Dąbrowski,Kozłowski'.split(
        ',',
      ),
    man: 'Piotr Krzysztof Andrzej Tomasz Paweł Michał Jan Marcin Jakub Adam Łukasz Mateusz'.split(' '),
    vrouw: 'Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Magdalena Joanna Monika Zofia Julia'.split(
      ' ',
    ),
  },
} as const;
const MAN =
  'Jan Pieter Kees Henk Gerrit Willem Jaap Ton Frans Arie Theo Martin Bert Nico Leo Bart Thijs Michiel Chris Dirk Fred Jos Laurens Paul Simon Tom Sander Ben Daan Dave Bas Herman Karel Max Roel Ruud Stefan Vincent Wouter Tim Joris Rob Erik Mark Jeroen Peter Marcel Patrick Dennis Sem Lucas Levi Finn Noah Luuk Milan Jesse Thomas Lars Ruben Sven Niels Kevin Rick Jordy Mike Stijn Koen Gijs Teun Hugo Floris Jelle Sjoerd Wiebe Bram Mees Julian Adam Boaz Siem'.split(
    ' ',
  );
const VROUW =
  'Maria Johanna Anna Els Trijn Corrie Willy Greet Riek Coba Nel Truus Doortje Francisca Tonny Ali Leni Gerda Jose Stien Suzanne Magda Marta Ina Sandra Barbara Bea Lotte Bella Julia Nora Loes Nicole Sofie Vicky Wendy Linda Esther Monique Petra Marieke Ingrid Sanne Lisa Anne Emma Sara Eva Fleur Iris Femke Roos Sophie Lieke Noor Tess Mila Zoë Evi Saar Julie Anouk Kim Manon Maud Isa Lynn Jasmijn Femke Marloes Annemarie Ellen Yvonne Tineke Hanneke Fenna Tjitske Elin Puck Vera Naomi'.split(
    ' ',
  );
const PLAATSEN: readonly (readonly [string, number])[] = [
  ['Emmen', 78],
  ['Assen', 94],
  ['Hoogeveen', 79],
  ['Meppel', 79],
  ['Coevorden', 77],
  ['Borger', 95],
  ['Roden', 93],
  ['Beilen', 94],
  ['Zuidlaren', 94],
  ['Gieten', 94],
  ['Klazienaveen', 78],
  ['Westerbork', 94],
];
const STRATEN =
  'Dorpsstraat Kerkstraat Molenweg Schoolstraat Hoofdstraat Stationsweg Beatrixlaan Julianastraat Eikenlaan Lindelaan Beukenlaan Wilgenstraat Meidoornlaan Parallelweg Markt Burgemeesterlaan Marktstraat Nieuwstraat Achterweg Zuiderweg Noorderstraat Oosterkade Westeinde Brinkweg Esweg Veenweg Turfkade Schapendrift Heidelaan Zandpad Kanaalweg Sluisweg Rozenstraat Tulpenstraat Irisstraat Merelstraat Vinkenlaan Zwaluwweg Spechtlaan Reigerplein'.split(
    ' ',
  );

const SPELLING: readonly (readonly [RegExp, string])[] = [
  [/ij/, 'y'],
  [/y/, 'ij'],
  [/ou/, 'au'],
  [/au/, 'ou'],
  [/k(?=[aor])/, 'c'],
  [/c(?=[aor])/, 'k'],
  [/dt$|t$/, 'dt'],
  [/ss/, 's'],
  [/s(?=e)/, 'ss'],
  [/f/, 'v'],
  [/v/, 'f'],
  [/z/, 's'],
  [/sch/, 'sg'],
  [/ph/, 'f'],
  [/aa/, 'ae'],
  [/ui/, 'uy'],
  [/en$/, 'e'],
  [/oe/, 'u'],
];

interface Huis {
  straat: string;
  nummer: number;
  postcode: string;
  plaats: string;
}

const BEKEND = new Map<string, readonly string[]>();
for (const familie of NAAMFAMILIES) for (const lid of familie) if (!BEKEND.has(lid)) BEKEND.set(lid, familie);

/** Makes `huishoudens` households and the reports about them in three years. */
export function maakNederland(
  huishoudens: number,
  zaad: number,
): { personen: Persoon[]; meldingen: Melding[] } {
  const r = toeval(zaad);
  const kies = <T>(lijst: readonly T[]): T => lijst[Math.floor(r() * lijst.length)] as T;
  /** Uneven: the front of the list comes more often, as names do. */
  const kiesScheef = <T>(lijst: readonly T[]): T => lijst[Math.floor(lijst.length * r() ** 1.6)] as T;
  const kans = (p: number): boolean => r() < p;
  const gewogen = <T>(lijst: readonly (readonly [T, number])[]): T => {
    let x = r() * lijst.reduce((s, [, w]) => s + w, 0);
    for (const [t, w] of lijst) {
      x -= w;
      if (x <= 0) return t;
    }
    return (lijst[0] as readonly [T, number])[0];
  };
  const hoofd = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);

  const huis = (): Huis => {
    const [plaats, regio] = kies(PLAATSEN);
    const straat = kies(STRATEN);
    const n = STRATEN.indexOf(straat) * 12 + PLAATSEN.findIndex(([p]) => p === plaats);
    const nummer = 1 + Math.floor(r() * 160);
    const letters = `${'ABCDEGHJKLMNPRTVWXZ'[(n + Math.floor(nummer / 40)) % 19]}${'ABCDEGHJKLMNPRTVWXZ'[Math.floor(n / 19) % 19]}`;
    return { straat, nummer, postcode: `${regio}${String(10 + (n % 80))}${letters}`, plaats };
  };
  type Soort = keyof typeof HERKOMST | 'nl';
  const achternaam = (soort: Soort): [string, string] => {
    if (soort !== 'nl') return ['', kiesScheef(HERKOMST[soort].achternaam)];
    let x = r();
    for (const [tv, naam, w] of TOP) {
      x -= w;
      if (x <= 0) return [tv, naam];
    }
    return [gewogen(VOORVOEGSELS), hoofd((kies(STAM) + kies(EIND)).toLowerCase())];
  };
  const voornaam = (soort: Soort, geslacht: 'man' | 'vrouw'): string => {
    if (soort !== 'nl') return kiesScheef(HERKOMST[soort][geslacht]);
    return kiesScheef(geslacht === 'man' ? MAN : VROUW);
  };
  const doop = (soort: Soort, geslacht: 'man' | 'vrouw', roepnaam: string): string[] => {
    const familie = soort === 'nl' ? BEKEND.get(roepnaam.toLowerCase()) : undefined;
    const eerste = familie !== undefined && kans(0.6) ? hoofd(familie[0] ?? roepnaam) : roepnaam;
    return kans(0.45) ? [eerste, voornaam(soort, geslacht)] : [eerste];
  };
  const tel = (): string => `06${String(10000000 + Math.floor(r() * 89999999))}`;

  const personen: Persoon[] = [];
  const perHuis: Persoon[][] = [];
  const nieuw = (
    p: Omit<Persoon, 'id' | 'partnerTv' | 'partnerNaam' | 'tweelingVan' | 'naamgenootVan' | 'partnerVan'>,
  ): Persoon => {
    const persoon: Persoon = {
      ...p,
      id: personen.length,
      partnerTv: '',
      partnerNaam: '',
      tweelingVan: -1,
      naamgenootVan: -1,
      partnerVan: -1,
    };
    personen.push(persoon);
    return persoon;
  };
  for (let h = 0; h < huishoudens; h++) {
    const soort: Soort = gewogen([
      ['nl', 0.8],
      ['ma', 0.08],
      ['tr', 0.08],
      ['pl', 0.04],
    ] as const);
    const leden: Persoon[] = [];
    const volwassene = (geslacht: 'man' | 'vrouw', jaar: number): Persoon => {
      const roepnaam = voornaam(soort, geslacht);
      const [tv, naam] = achternaam(soort);
      return nieuw({
        huishouden: h,
        geslacht,
        roepnaam,
        doopnamen: doop(soort, geslacht, roepnaam),
        tv,
        naam,
        jaar,
        maand: 1 + Math.floor(r() * 12),
        dag: 1 + Math.floor(r() * 28),
        volwassen: true,
        telefoon: tel(),
      });
    };
    const jaar = 1955 + Math.floor(r() * 46);
    const moeder = volwassene('vrouw', jaar);
    leden.push(moeder);
    let vader: Persoon | undefined;
    if (kans(0.75)) {
      vader = volwassene('man', Math.max(1945, jaar - 3 + Math.floor(r() * 8)));
      leden.push(vader);
      moeder.partnerVan = vader.id;
      vader.partnerVan = moeder.id;
      moeder.partnerTv = vader.tv;
      moeder.partnerNaam = vader.naam;
      vader.partnerTv = moeder.tv;
      vader.partnerNaam = moeder.naam;
    }
    const ouder = vader ?? moeder;
    const kinderen = Math.floor(r() ** 1.1 * 5);
    let geboren = Math.min(2022, jaar + 22 + Math.floor(r() * 8));
    for (let k = 0; k < kinderen; k++) {
      const geslacht = kans(0.5) ? 'man' : 'vrouw';
      const vernoemd = geslacht === 'man' && vader !== undefined && k === 0 && kans(0.08);
      // Nobody calls two people in one house the same, unless on purpose.
      const nieuweNaam = (): string => {
        let naam = voornaam(soort, geslacht);
        while (leden.some((l) => l.roepnaam === naam)) naam = voornaam(soort, geslacht);
        return naam;
      };
      const roepnaam = vernoemd && vader !== undefined ? vader.roepnaam : nieuweNaam();
      const doopnamen =
        vernoemd && vader !== undefined ? [...vader.doopnamen] : doop(soort, geslacht, roepnaam);
      const kind = nieuw({
        huishouden: h,
        geslacht,
        roepnaam,
        doopnamen,
        tv: ouder.tv,
        naam: ouder.naam,
        jaar: geboren,
        maand: 1 + Math.floor(r() * 12),
        dag: 1 + Math.floor(r() * 28),
        volwassen: geboren <= 2006,
        telefoon: tel(),
      });
      if (vernoemd && vader !== undefined) kind.naamgenootVan = vader.id;
      leden.push(kind);
      if (kans(0.03) && k + 1 < kinderen) {
        k++;
        const g2 = kans(0.66) ? geslacht : geslacht === 'man' ? 'vrouw' : 'man';
        let naam2 = voornaam(soort, g2);
        while (leden.some((l) => l.roepnaam === naam2)) naam2 = voornaam(soort, g2);
        const twee = nieuw({
          huishouden: h,
          geslacht: g2,
          roepnaam: naam2,
          doopnamen: doop(soort, g2, naam2),
          tv: kind.tv,
          naam: kind.naam,
          jaar: kind.jaar,
          maand: kind.maand,
          dag: kind.dag,
          volwassen: kind.volwassen,
          telefoon: tel(),
        });
        twee.tweelingVan = kind.id;
        kind.tweelingVan = twee.id;
        leden.push(twee);
      }
      geboren = Math.min(2024, geboren + 1 + Math.floor(r() * 4));
    }
    perHuis.push(leden);
  }

  const letterSlip = (s: string): string => {
    if (s.length < 3) return s;
    const i = 1 + Math.floor(r() * (s.length - 1));
    const soort = Math.floor(r() * 3);
    if (soort === 0) return s.slice(0, i) + s.slice(i + 1);
    if (soort === 1) return s.slice(0, i) + kies('aeionrstl'.split('')) + s.slice(i + (kans(0.5) ? 1 : 0));
    return s.slice(0, i - 1) + (s[i] ?? '') + (s[i - 1] ?? '') + s.slice(i + 1);
  };
  const spelling = (s: string): string => {
    const mogelijk = SPELLING.filter(([re]) => re.test(s.toLowerCase()));
    if (mogelijk.length === 0) return letterSlip(s);
    const [re, naar] = kies(mogelijk);
    return hoofd(s.toLowerCase().replace(re, naar));
  };
  const kaal = (s: string): string =>
    s.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/ł/g, 'l').replace(/İ/g, 'I');

  const meldingen: Melding[] = [];
  perHuis.forEach((leden, h) => {
    const huizen = [huis()];
    if (kans(0.3)) huizen.push(huis());
    const keren = 1 + Math.floor(r() ** 1.5 * 4);
    const gescheiden = kans(0.1);
    for (let k = 0; k < keren; k++) {
      const woning = huizen[huizen.length > 1 && k >= keren / 2 ? 1 : 0] as Huis;
      for (const p of leden) {
        if (!kans(0.75)) continue;
        const fouten: string[] = [];
        const fout = (naam: string, p0: number): boolean => {
          if (!kans(p0)) return false;
          fouten.push(naam);
          return true;
        };
        // Names
        let voornamen: string | undefined = p.roepnaam;
        if (kans(0.25)) {
          voornamen = p.doopnamen.join(' ');
          if (p.doopnamen[0] !== p.roepnaam) fouten.push('doopnaam');
        }
        let tv = p.tv;
        let naam = p.naam;
        let partnerNaam: string | undefined;
        let partnerTv: string | undefined;
        if (p.partnerNaam !== '' && fout('partnernaam', p.geslacht === 'vrouw' ? 0.2 : 0.03)) {
          const wijze = r();
          const eigen = p.tv === '' ? p.naam : `${p.tv} ${p.naam}`;
          if (wijze < 0.45) [tv, naam] = [p.partnerTv, p.partnerNaam];
          else if (wijze < 0.8) [tv, naam] = [p.partnerTv, `${p.partnerNaam}-${eigen}`];
          else [partnerTv, partnerNaam] = [p.partnerTv, p.partnerNaam];
        }
        if (fout('spelling', 0.1)) naam = spelling(naam);
        if (fout('tikfout', 0.06)) {
          if (kans(0.5)) naam = letterSlip(naam);
          else voornamen = letterSlip(voornamen);
        }
        if (/[^\x20-\x7e]/.test(`${voornamen}${naam}`) && fout('diakritisch', 0.6)) {
          naam = kaal(naam);
          voornamen = kaal(voornamen);
        }
        if (tv !== '' && fout('tussenvoegsel', 0.15)) {
          const wijze = r();
          if (wijze < 0.5) tv = '';
          else if (wijze < 0.8) [tv, naam] = ['', hoofd(`${tv.replace(/ /g, '')}${naam.toLowerCase()}`)];
          else [tv, voornamen] = ['', `${voornamen} ${tv}`];
        }
        const varianten = BEKEND.get(kaal(p.roepnaam).toLowerCase());
        if (varianten !== undefined && p.naam !== '' && fout('naamvariant', 0.03))
          voornamen = hoofd(kies(varianten));
        let voorletters: string | undefined;
        if (fout('voorletters', 0.2)) {
          voorletters = p.doopnamen.map((n) => `${n.charAt(0)}.`).join('');
          voornamen = undefined;
        }
        // Birth date
        let geboorte: { jaar?: number; maand?: number; dag?: number } = {
          jaar: p.jaar,
          maand: p.maand,
          dag: p.dag,
        };
        if (fout('geboorte onbekend', 0.08)) geboorte = {};
        else if (fout('1 januari', 0.04)) geboorte = { jaar: p.jaar, maand: 1, dag: 1 };
        else if (p.dag <= 12 && fout('dag en maand verwisseld', 0.02))
          geboorte = { jaar: p.jaar, maand: p.dag, dag: p.maand };
        else if (fout('datum één cijfer', 0.03)) {
          const w = r();
          if (w < 0.4) geboorte = { ...geboorte, jaar: p.jaar + (kans(0.5) ? 1 : -1) };
          else if (w < 0.7) geboorte = { ...geboorte, dag: 1 + ((p.dag + 9) % 28) };
          else geboorte = { ...geboorte, maand: 1 + (p.maand % 12) };
        }
        // BSN
        let bsn: number | undefined;
        if (!fout('geen bsn', 0.4) && !fout('bsn fout', 0.01)) {
          bsn = fout('bsn van gezinslid', 0.005) ? kies(leden).id : p.id;
        }
        // Address, phone
        const weg = gescheiden && p.geslacht === 'man' && p.volwassen && k >= keren / 2;
        if (weg || (woning !== huizen[0] && k > 0)) fouten.push('verhuisd');
        const hier = weg ? huis() : woning;
        const geenAdres = fout('geheim adres', 0.02) || fout('adres onbekend', 0.06);
        const geslacht: Geslacht = fout('geslacht onbekend', 0.08)
          ? 'onbekend'
          : fout('geslacht fout', 0.005)
            ? p.geslacht === 'man'
              ? 'vrouw'
              : 'man'
            : p.geslacht;
        // Children stand with a parent's number, and grown-ups with one another's now and then.
        const eigenNummer = kans(0.15) ? tel() : kans(0.12) ? leden[0]?.telefoon : p.telefoon;
        const bellen = p.volwassen
          ? kans(0.6)
            ? eigenNummer
            : undefined
          : kans(0.45)
            ? leden[kans(0.8) ? 0 : Math.min(1, leden.length - 1)]?.telefoon
            : undefined;
        const vermelding: Vermelding = {
          id: `m${meldingen.length}`,
          ...(bsn === undefined ? {} : { bsnSleutel: `test${bsn.toString(16).padStart(8, '0')}` }),
          ...(voornamen === undefined ? {} : { voornamen }),
          ...(voorletters === undefined ? {} : { voorletters }),
          ...(tv === '' ? {} : { tussenvoegsel: tv }),
          achternaam: naam,
          ...(partnerNaam === undefined ? {} : { partnerAchternaam: partnerNaam }),
          ...(partnerTv === undefined || partnerTv === '' ? {} : { partnerTussenvoegsel: partnerTv }),
          geboorte,
          geslacht,
          ...(geenAdres
            ? {}
            : {
                straat: fout('straat tikfout', 0.03) ? letterSlip(hier.straat) : hier.straat,
                huisnummer: fout('huisnummer fout', 0.02) ? hier.nummer + 10 : hier.nummer,
                woonplaats: hier.plaats,
                ...(kans(0.75)
                  ? {
                      postcode: fout('postcode fout', 0.01) ? `${hier.postcode.slice(0, 5)}Q` : hier.postcode,
                    }
                  : {}),
              }),
          ...(bellen === undefined ? {} : { telefoon: [bellen] }),
        };
        meldingen.push({
          vermelding,
          persoon: p,
          melding: h * 10 + k,
          fouten: fouten.length === 0 ? ['geen fout'] : fouten,
        });
      }
    }
  });
  return { personen, meldingen };
}

/**
 * The mentions as the columns of a file, for `koppel`; the partner's name stands in a column of its own.
 * @param vanaf added to the number of a person, so that two populations in one file do not share theirs
 * @param volgnummers above 0: persons have a client number that runs on within a family, so far apart, instead of a BSN
 */
export function alsKolommen(meldingen: readonly Melding[], vanaf = 0, volgnummers = 0): Kolom[] {
  const twee = (n: number): string => String(n).padStart(2, '0');
  const kolom = (
    naam: string,
    soort: Kolom['soort'],
    lees: (v: Vermelding) => string | number | undefined,
  ): Kolom =>
    alsKolom(
      naam,
      soort,
      meldingen.map((m) => String(lees(m.vermelding) ?? '')),
    );
  return [
    kolom('voornamen', 'voornaam', (v) => v.voornamen ?? v.voorletters),
    kolom('voorvoegsel', 'voorvoegsel', (v) => v.tussenvoegsel),
    kolom('achternaam', 'achternaam', (v) => v.achternaam),
    kolom('partner', 'achternaam', (v) =>
      [v.partnerTussenvoegsel, v.partnerAchternaam].filter((x) => x !== undefined).join(' '),
    ),
    kolom('geboren', 'geboortedatum', ({ geboorte: g }) =>
      g?.jaar === undefined ? '' : `${g.jaar}-${twee(g.maand ?? 0)}-${twee(g.dag ?? 0)}`,
    ),
    kolom('geslacht', 'geslacht', (v) => (v.geslacht === 'onbekend' ? '' : v.geslacht)),
    kolom('huisnummer', 'huisnummer', (v) => v.huisnummer),
    kolom('postcode', 'postcode', (v) => v.postcode),
    kolom('telefoon', 'telefoon', (v) => v.telefoon?.[0]),
    // Numbers of one family do not follow on each other: spread them, as real ones are.
    kolom(volgnummers > 0 ? 'klant' : 'bsn', volgnummers > 0 ? 'identificatie' : 'bsn', (v) => {
      if (v.bsnSleutel === undefined) return '';
      const nummer = vanaf + Number.parseInt(v.bsnSleutel.slice(4), 16);
      return volgnummers > 0
        ? 2_400_000 + volgnummers * nummer
        : 100_000_000 + ((nummer * 387_420_489) % 899_999_981);
    }),
  ];
}
