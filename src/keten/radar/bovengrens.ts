// SPDX-License-Identifier: EUPL-1.2
/**
 * The most that a mention can weigh, by what is quick to look at. A key is shared by many who are nobody's match: where date, gender and
 * numbers leave too little for the names to make up, nobody needs to look closer.
 */
import type { Model } from './modelvorm.ts';
import { bitsPerNiveau, type ScoorOpties } from './score.ts';
import { isMisschienHuis, NIVEAUS, niveauGeboorte, VELDEN, type Veld } from './vergelijking.ts';
import type { Voorbereid } from './vermelding.ts';
import { bits } from './weging.ts';

const meest = (per: readonly number[]): number => Math.max(0, ...per);

/**
 * @param p who is looked for
 * @returns bits, for a mention of the register: never less than `weeg(p, k).totaal`, nor than that of `p` without its address
 */
export function maakBovengrens(
  p: Voorbereid,
  model: Model,
  { lambda = model.lambda, frequenties }: ScoorOpties,
): (k: Voorbereid) => number {
  const namen: Partial<Record<Veld, readonly string[]>> = {
    achternaam: p.achternamen.map((vorm) => vorm.kern),
    voornaam: p.namen.slice(0, 1),
  };
  const per = Object.fromEntries(
    VELDEN.map((veld) => [veld, bitsPerNiveau(veld, model, namen[veld] ?? [], frequenties)]),
  ) as Record<Veld, number[]>;
  const vast =
    bits(lambda) +
    (p.achternamen.length === 0 ? 0 : meest(per.achternaam)) +
    (p.letters === '' ? 0 : meest(per.voornaam));
  const [telefoon, email, huis] = [meest(per.telefoon), meest(per.email), meest(per.adres)];
  const buurt = meest(per.adres.slice(0, NIVEAUS.adres.indexOf('bijna')));
  return (k) => {
    const niveau = niveauGeboorte(p, k);
    let uit = vast + (niveau < 0 ? 0 : (per.geboorte[niveau] as number));
    if (p.geslacht !== '' && k.geslacht !== '')
      uit += per.geslacht[p.geslacht === k.geslacht ? 1 : 0] as number;
    if (p.bsn !== '' && k.bsn !== '') uit += per.bsn[p.bsn === k.bsn ? 1 : 0] as number;
    if (p.telefoon.length > 0 && k.telefoon.length > 0) uit += telefoon;
    if (p.email.length > 0 && k.email.length > 0) uit += email;
    return uit + (isMisschienHuis(p, k) ? huis : buurt);
  };
}
