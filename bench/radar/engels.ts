// SPDX-License-Identifier: EUPL-1.2
/**
 * Two made-up registers that are not Dutch, to see whether what is learned holds elsewhere: one with many mentions per
 * person and much missing (a biographical register), one small with heavy slips (names, city, mail). Names are put together
 * from syllables; nobody exists. Deterministic: the same seed gives the same rows.
 */
import type { Soort } from '../../src/keten/radar/koppel/velden.ts';
import { toeval } from './nederlands.ts';

export interface Rij {
  readonly id: string;
  readonly wie: string;
  readonly waarden: Readonly<Record<string, string>>;
}

/** Which columns the registers have, and of what kind they are. */
export const BIOGRAFISCH = {
  first_name: 'voornaam',
  surname: 'achternaam',
  dob: 'geboortedatum',
  birth_place: 'plaats',
  postcode: 'postcode',
  gender: 'geslacht',
  occupation: 'beroep',
} as const satisfies Record<string, Soort>;
export const KLEIN = {
  first_name: 'voornaam',
  surname: 'achternaam',
  dob: 'geboortedatum',
  city: 'plaats',
  email: 'email',
} as const satisfies Record<string, Soort>;
export const TWEELIJST = {
  first_name: 'voornaam',
  surname: 'achternaam',
  house: 'huisnummer',
  street: 'straat',
  city: 'plaats',
  postcode: 'postcode',
  dob: 'geboortedatum',
  member: 'identificatie',
} as const satisfies Record<string, Soort>;

const VOOR =
  'John William Thomas George James Henry Charles Robert Edward Richard Joseph Samuel Alexander Frederick David Benjamin Arthur Francis Walter Alfred Albert Philip Hugh Edmund Peter Andrew Daniel Matthew Stephen Nathaniel Christopher Ralph Simon Gilbert Humphrey Isaac Jacob Laurence Leonard Lewis Mark Nicholas Oliver Patrick Paul Roger Rowland Theodore Timothy Vincent'.split(
    ' ',
  );
const VROUW =
  'Mary Elizabeth Anne Margaret Jane Sarah Catherine Frances Alice Dorothy Emily Charlotte Caroline Ellen Harriet Isabella Louisa Matilda Martha Rebecca Susan Agnes Barbara Beatrice Clara Edith Eleanor Florence Georgina Grace Helen Hannah Henrietta Julia Lucy Lydia Maria Phoebe Rachel Rose'.split(
    ' ',
  );
const ROEP: Readonly<Record<string, readonly string[]>> = {
  John: ['Jack', 'Jon'],
  William: ['Will', 'Bill'],
  Thomas: ['Tom'],
  James: ['Jim'],
  Henry: ['Harry'],
  Charles: ['Charlie'],
  Robert: ['Bob', 'Rob'],
  Edward: ['Ned', 'Ted'],
  Richard: ['Dick'],
  Joseph: ['Joe'],
  Samuel: ['Sam'],
  Alexander: ['Alec'],
  Frederick: ['Fred'],
  Benjamin: ['Ben'],
  Mary: ['Molly'],
  Elizabeth: ['Bess', 'Eliza'],
  Margaret: ['Meg'],
  Catherine: ['Kate'],
};
const STAM =
  'Ash Black Brad Brook Burn Carl Chester Clif Cross Dun East Fair Gar Hart Hen Hol Hunt King Lang Lin Mar Mil Mor New Nor Oak Pem Rad Red Rock San Sher Stan Sut Thorn Wal War West Whit Wil Wind Wood York'.split(
    ' ',
  );
const EIND =
  'ley ton ford field wood worth son well man bury ham brook by combe croft den gate hurst land more ridge shaw stead wick'.split(
    ' ',
  );
const PLAATS =
  'London Bristol York Norwich Exeter Salisbury Oxford Cambridge Durham Carlisle Chester Lincoln Leicester Derby Nottingham Plymouth Hull Leeds Bath Gloucester Worcester Hereford Shrewsbury Canterbury Rochester Dover Southampton Winchester Reading Bedford Northampton Ipswich Colchester Lancaster Preston Kendal Whitby Ripon Wells Truro Penzance Taunton Dorchester Poole Lewes Rye Guildford Windsor Luton Derby'.split(
    ' ',
  );
const BEROEP =
  'politician;painter;writer;poet;lawyer;judge;clergyman;priest;bishop;cricketer;footballer;soldier;army officer;naval officer;physician;surgeon;engineer;architect;botanist;chemist;astronomer;composer;musician;actor;singer;printer;publisher;merchant;banker;explorer;historian;philosopher;mathematician;sculptor;photographer;journalist;teacher;translator'.split(
    ';',
  );

interface Gereedschap {
  readonly r: () => number;
  readonly kans: (p: number) => boolean;
  readonly kies: <T>(lijst: readonly T[]) => T;
  readonly scheef: <T>(lijst: readonly T[], kracht?: number) => T;
}

function gereedschap(zaad: number): Gereedschap {
  const r = toeval(zaad);
  return {
    r,
    kans: (p) => r() < p,
    kies: (lijst) => lijst[Math.floor(r() * lijst.length)] as never,
    scheef: (lijst, kracht = 2) => lijst[Math.floor(lijst.length * r() ** kracht)] as never,
  };
}

function typ(g: Gereedschap, s: string, keer = 1): string {
  let t = s;
  for (let k = 0; k < keer; k++) {
    if (t.length < 2) return t;
    const i = Math.floor(g.r() * (t.length - 1)) + (g.kans(0.85) ? 1 : 0);
    const soort = Math.floor(g.r() * 4);
    const letter = 'etaoinshrdlcum'[Math.floor(g.r() * 14)] as string;
    if (soort === 0) t = t.slice(0, i) + t.slice(i + 1);
    else if (soort === 1) t = t.slice(0, i) + letter + t.slice(i);
    else if (soort === 2) t = t.slice(0, i) + letter + t.slice(i + 1);
    else t = t.slice(0, Math.max(0, i - 1)) + (t[i] ?? '') + (t[i - 1] ?? '') + t.slice(i + 1);
  }
  return t;
}

const twee = (n: number): string => String(n).padStart(2, '0');

/**
 * Many mentions per person: a long tail, relatives with the same names, and in every field much that is missing or slips.
 * @param ruis how many slips, as a factor
 */
export function maakBiografisch(rijen: number, zaad: number, ruis = 1): Rij[] {
  const g = gereedschap(zaad);
  const uit: Rij[] = [];
  const postcode = (plaats: string): string =>
    `${plaats.slice(0, 2).toLowerCase()}${1 + Math.floor(g.r() * 30)} ${Math.floor(g.r() * 10)}${g.kies([...'abdefghjlnpqrstuwxyz'])}${g.kies([...'abdefghjlnpqrstuwxyz'])}`;
  let nr = 0;
  let vorige: { achter: string; plaats: string; voor: string; jaar: number } | undefined;
  while (uit.length < rijen) {
    const man = g.kans(0.8);
    const familie = vorige !== undefined && g.kans(0.25) ? vorige : undefined;
    const achter = familie?.achter ?? g.scheef(STAM, 1.4) + g.scheef(EIND, 1.6);
    const voor = familie !== undefined && man && g.kans(0.15) ? familie.voor : g.scheef(man ? VOOR : VROUW);
    const tweede = g.kans(0.4) ? g.scheef(man ? VOOR : VROUW) : '';
    const plaats = familie !== undefined && g.kans(0.6) ? familie.plaats : g.scheef(PLAATS, 2);
    const jaar =
      familie === undefined
        ? 1600 + Math.floor(g.r() ** 0.6 * 320)
        : familie.jaar + Math.floor((g.r() - 0.3) * 50);
    const alleenJaar = g.kans(0.25);
    const [maand, dag] = alleenJaar ? [1, 1] : [1 + Math.floor(g.r() * 12), 1 + Math.floor(g.r() * 28)];
    const beroepen = [g.scheef(BEROEP, 2), g.scheef(BEROEP, 2)];
    const pc = postcode(plaats);
    vorige = { achter, plaats, voor, jaar };
    const keer = 1 + Math.floor(-Math.log(1 - g.r()) * (g.kans(0.2) ? 22 : 6));
    nr++;
    for (let k = 0; k < keer && uit.length < rijen; k++) {
      const zuiver = k === 0 && g.kans(0.7);
      const fout = (p: number): boolean => !zuiver && g.kans(p * ruis);
      let v = voor;
      if (fout(0.12)) v = g.kies(ROEP[voor] ?? [voor.slice(0, 1)]);
      if (fout(0.1)) v = typ(g, v, 1 + Math.floor(g.r() * 2));
      if (fout(0.04)) v = v.slice(0, 1);
      if (tweede !== '' && g.kans(0.35)) v = `${v} ${tweede}`;
      if (fout(0.03)) v = g.scheef(man ? VOOR : VROUW);
      let a = achter;
      if (fout(0.12)) a = typ(g, a, 1 + Math.floor(g.r() * 2));
      if (fout(0.03)) a = g.scheef(STAM, 1.4) + g.scheef(EIND, 1.6);
      if (fout(0.03)) [v, a] = [a, v];
      let datum = `${jaar}-${twee(maand)}-${twee(dag)}`;
      if (fout(0.07))
        datum = `${jaar + (g.kans(0.5) ? 1 : -1) * (g.kans(0.6) ? 1 : 10)}-${twee(maand)}-${twee(dag)}`;
      else if (fout(0.06)) datum = `${jaar}-${twee(1 + Math.floor(g.r() * 12))}-${twee(dag)}`;
      else if (fout(0.065)) datum = `${jaar}-01-01`;
      else if (fout(0.04))
        datum = `${jaar + Math.floor(g.r() * 20 - 10)}-${twee(1 + Math.floor(g.r() * 12))}-${twee(1 + Math.floor(g.r() * 28))}`;
      let p = plaats;
      if (fout(0.1)) p = `${plaats} ${g.kies(['St Mary', 'North', 'County'])}`;
      else if (fout(0.06)) p = typ(g, plaats);
      else if (fout(0.04)) p = g.scheef(PLAATS, 2);
      let c = pc;
      if (fout(0.12))
        c = `${pc.split(' ')[0]} ${Math.floor(g.r() * 10)}${g.kies([...'abdefghj'])}${g.kies([...'abdefghj'])}`;
      else if (fout(0.06)) c = typ(g, pc);
      else if (fout(0.04)) c = postcode(plaats);
      const weg = (w: string, kans: number): string => (fout(kans) ? '' : w.toLowerCase());
      uit.push({
        id: `r${uit.length}`,
        wie: `p${nr}`,
        waarden: {
          first_name: weg(v, 0.05),
          surname: weg(a, 0.05),
          dob: weg(datum, 0.18),
          birth_place: weg(p, 0.2),
          postcode: weg(c, 0.15),
          gender: weg(man ? 'male' : 'female', 0.2),
          occupation: weg(g.kans(0.75) ? (beroepen[0] as string) : (beroepen[1] as string), 0.3),
        },
      });
    }
  }
  return uit;
}

/** A small file with heavy slips: names swapped and typed wrong, mail made of the name, a fifth of everything missing. */
export function maakKlein(rijen: number, zaad: number): Rij[] {
  const g = gereedschap(zaad);
  const uit: Rij[] = [];
  let nr = 0;
  while (uit.length < rijen) {
    const man = g.kans(0.5);
    const voor = g.scheef(man ? VOOR : VROUW, 1.4);
    const achter = g.scheef(STAM, 1.5) + g.scheef(EIND, 1.5);
    const jaar = 1940 + Math.floor(g.r() * 75);
    const [maand, dag] = [1 + Math.floor(g.r() * 12), 1 + Math.floor(g.r() * 28)];
    const stad = g.scheef(PLAATS, 3);
    const domein = `${g.kies(STAM).toLowerCase()}${g.kies(['.com', '.org', '.net', '.biz'])}`;
    const mail = g.kans(0.6)
      ? `${voor}.${achter}@${domein}`.toLowerCase()
      : `${voor.charAt(0)}${g.kies(EIND)}${Math.floor(g.r() * 99)}@${domein}`.toLowerCase();
    const keer = 1 + Math.floor(g.r() ** 1.3 * 8);
    nr++;
    for (let k = 0; k < keer && uit.length < rijen; k++) {
      const zwaar = k === 0 ? 0 : g.r() * 0.6;
      const fout = (p: number): boolean => g.kans(p * zwaar * 2);
      let v = voor;
      let a = achter;
      if (fout(0.3)) v = typ(g, v, 1 + Math.floor(g.r() * 2));
      if (fout(0.3)) a = typ(g, a, 1 + Math.floor(g.r() * 3));
      if (fout(0.1)) [v, a] = [a, v];
      let datum = `${jaar}-${twee(maand)}-${twee(dag)}`;
      if (fout(0.15)) datum = `${jaar + (g.kans(0.5) ? 1 : -1)}-${twee(maand)}-${twee(dag)}`;
      else if (fout(0.12))
        datum = `${jaar}-${twee(1 + Math.floor(g.r() * 12))}-${twee(1 + Math.floor(g.r() * 28))}`;
      else if (fout(0.1))
        datum = `${1940 + Math.floor(g.r() * 75)}-${twee(1 + Math.floor(g.r() * 12))}-${twee(dag)}`;
      const weg = (w: string, p: number): string => (fout(p) ? '' : w);
      uit.push({
        id: `${uit.length}`,
        wie: `${nr}`,
        waarden: {
          first_name: weg(v, 0.25),
          surname: weg(a, 0.25),
          dob: datum,
          city: weg(fout(0.35) ? typ(g, stad, 2) : fout(0.1) ? g.scheef(PLAATS, 3) : stad, 0.25),
          email: weg(
            fout(0.3)
              ? typ(g, mail, 1 + Math.floor(g.r() * 2))
              : fout(0.1)
                ? mail.replace(/@.*/, '@voorbeeld.com')
                : mail,
            0.3,
          ),
        },
      });
    }
  }
  return uit;
}

/**
 * Two lists without double persons inside either: the second has each person of the first once, with slips, and as many
 * households stand in both as real ones do (husband and wife, brothers).
 * @param ruis how many slips, as a factor
 */
export function maakTweelijst(n: number, zaad: number, ruis = 1): { a: Rij[]; b: Rij[] } {
  const g = gereedschap(zaad);
  const a: Rij[] = [];
  const b: Rij[] = [];
  let vorige: { achter: string; straat: string; nummer: number; stad: string; postcode: string } | undefined;
  for (let i = 0; i < n; i++) {
    const man = g.kans(0.5);
    const huis =
      vorige !== undefined && g.kans(0.25)
        ? vorige
        : {
            achter: g.scheef(STAM, 1.3) + g.scheef(EIND, 1.3),
            straat: `${g.kies(STAM)}${g.kies(EIND)} ${g.kies(['street', 'road', 'lane', 'close'])}`,
            nummer: 1 + Math.floor(g.r() ** 2 * 220),
            stad: g.scheef(PLAATS, 1.5),
            postcode: String(1000 + Math.floor(g.r() * 3000)),
          };
    vorige = huis;
    const jaar = 1915 + Math.floor(g.r() * 95);
    const datum = `${jaar}${twee(1 + Math.floor(g.r() * 12))}${twee(1 + Math.floor(g.r() * 28))}`;
    const zuiver: Record<string, string> = {
      first_name: g.scheef(man ? VOOR : VROUW, 1.2),
      surname: huis.achter,
      house: String(huis.nummer),
      street: huis.straat,
      city: huis.stad,
      postcode: huis.postcode,
      dob: datum,
      member: String(1_000_000 + Math.floor(g.r() * 8_999_999)),
    };
    const vuil: Record<string, string> = {};
    for (const [veld, waarde] of Object.entries(zuiver)) {
      let w = waarde;
      if (g.kans(0.16 * ruis)) w = typ(g, w, 1 + Math.floor(g.r() * 2));
      if (g.kans(0.05 * ruis)) w = '';
      vuil[veld] = w;
      if (g.kans(0.03)) zuiver[veld] = '';
    }
    if (g.kans(0.03 * ruis))
      [vuil['first_name'], vuil['surname']] = [vuil['surname'] ?? '', vuil['first_name'] ?? ''];
    if (g.kans(0.05 * ruis)) {
      vuil['street'] = `${g.kies(STAM)}${g.kies(EIND)} street`.toLowerCase();
      vuil['house'] = String(1 + Math.floor(g.r() * 200));
      vuil['postcode'] = String(1000 + Math.floor(g.r() * 3000));
    }
    a.push({ id: `a${i}`, wie: `${i}`, waarden: zuiver });
    b.push({ id: `b${i}`, wie: `${i}`, waarden: vuil });
  }
  // The order of the one says nothing about that of the other.
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(g.r() * (i + 1));
    [b[i], b[j]] = [b[j] as Rij, b[i] as Rij];
  }
  return { a, b };
}
