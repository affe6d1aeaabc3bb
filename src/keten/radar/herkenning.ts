// SPDX-License-Identifier: EUPL-1.2
/**
 * From a person as given to what the radar compares. Here a secret address is left out (P4): it makes no key, no bar and no
 * difference, so that nobody finds it and nobody can try whether a guess fits.
 */
import type { Herkenning, PersoonOpgave } from '../melding/melding.store.ts';
import { isGeldigBsn } from './bsn.ts';
import { sleutelGetallen } from './sleutelgetal.ts';
import { sleutels, type Vermelding } from './vermelding.ts';

/** What says where someone lives. */
const ADRESVELDEN = ['straat', 'huisnummer', 'huisletter', 'postcode', 'woonplaats'] as const;

/** The same mention without where the person lives. */
export function zonderAdres(v: Vermelding): Vermelding {
  const velden: readonly string[] = ADRESVELDEN;
  return Object.fromEntries(
    Object.entries(v).filter(([naam]) => !velden.includes(naam)),
  ) as unknown as Vermelding;
}

/** The parts of a person that the radar uses. `null`: not known. */
export type Gegeven = Omit<
  PersoonOpgave,
  'rol' | 'relatie' | 'bsn' | 'toevoeging' | 'land' | 'geheimAdres' | 'geboorte'
> & {
  bsnSleutel: string | null;
  geboorte: PersoonOpgave['geboorte'];
};

/** What is taken over as it was given, where it was. */
const TEKSTEN = [
  'bsnSleutel',
  'voornamen',
  'voorletters',
  'tussenvoegsel',
  'achternaam',
  'partnerTussenvoegsel',
  'partnerAchternaam',
  ...ADRESVELDEN,
] as const;

/** A person as given in the form of the radar, with the address: the caller decides whether that may be used. */
export function alsVermelding(id: string, g: Gegeven): Vermelding {
  const { jaar, maand, dag } = g.geboorte;
  const v: { -readonly [K in keyof Vermelding]: Vermelding[K] } = {
    id,
    geboorte: {
      ...(jaar !== null && { jaar }),
      ...(maand !== null && { maand }),
      ...(dag !== null && { dag }),
    },
    telefoon: g.telefoon,
    email: g.email,
  };
  for (const naam of TEKSTEN) {
    const tekst = g[naam];
    if (tekst !== null) v[naam] = tekst;
  }
  if (g.geslacht === 'man' || g.geslacht === 'vrouw' || g.geslacht === 'anders') v.geslacht = g.geslacht;
  return v;
}

type Opgave = PersoonOpgave & { bsnSleutel: string | null };

function zelfdeTekst(a: string | null, b: string | null): boolean {
  const vorm = (t: string | null) => (t ?? '').toLowerCase().replace(/\s/g, '');
  return vorm(a) !== '' && vorm(a) === vorm(b);
}

/**
 * The persons of one form in the form of the radar, in the same order. Whoever lives in the street or postcode of someone
 * with a secret address in this form is shielded too: a child's address is its mother's.
 */
export function naarRadar(personen: readonly Opgave[]): Vermelding[] {
  return personen.map((p, i) => {
    const v = alsVermelding(String(i), p);
    const geheim = personen.some(
      (q) =>
        q.geheimAdres && (q === p || zelfdeTekst(q.postcode, p.postcode) || zelfdeTekst(q.straat, p.straat)),
    );
    return geheim ? zonderAdres(v) : v;
  });
}

/**
 * How the melding station recognises persons, without knowing the radar.
 * @param bsnSleutel keyed hash of a BSN
 */
export function maakHerkenning(bsnSleutel: (bsn: string) => string): Herkenning {
  return {
    isGeldigBsn,
    bsnSleutel,
    sleutels: (v) => naarRadar([v]).flatMap((x) => sleutelGetallen(sleutels(x))),
  };
}
