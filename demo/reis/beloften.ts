// SPDX-License-Identifier: EUPL-1.2
// The promises as anyone can check them from outside, on what GET /api/v1/casussen/{id} answers. Pure: the answer in, what is
// wrong with it out. Nothing of the server's own code is used, so that it cannot agree with itself.

/** The part of a casus that the promises are about. What the server leaves out is read as missing. */
export interface Beeld {
  id: string;
  status: string;
  geopendOp: string;
  geslotenOp?: string | null;
  zicht?: { organisatieNaam: string; vanafOp: string } | null;
  zichtVerloop?: readonly { organisatieNaam: string; vanafOp: string; totOp?: string | null }[];
  openAanbod?: { vanNaam: string; naarNaam: string } | null;
  termijnen?: readonly Termijnbeeld[];
}

export interface Termijnbeeld {
  soort: string;
  clausule?: string | null;
  bron?: string | null;
  eigenaarOrganisatieNaam?: string | null;
  vervaltOp?: string | null;
  opgeschortOp?: string | null;
  opgeschortReden?: string | null;
  verstrekenOp?: string | null;
}

const moment = (s: string) => new Date(s).getTime();

/**
 * P1: an open casus has exactly one holder, a closed one none; and the past tiles: each holder begins in the moment in which the
 * one before ended, but for the stretches in which the casus was closed.
 * @param gesloten moments at which this casus was seen to close: after those, and only those, nobody held it for a while
 */
export function toetsZicht(b: Beeld, gesloten: readonly string[] = []): string[] {
  const fout: string[] = [];
  const verloop = [...(b.zichtVerloop ?? [])].sort((x, y) => moment(x.vanafOp) - moment(y.vanafOp));
  const nu = verloop.filter((z) => !z.totOp);
  const wie = nu.map((z) => z.organisatieNaam).join(' en ') || 'niemand';
  if (b.status === 'open') {
    if (!b.zicht) fout.push('De casus is open en niemand houdt zicht.');
    if (nu.length !== 1)
      fout.push(`De casus is open en volgens het verloop houden ${nu.length} partijen zicht: ${wie}.`);
    if (
      b.zicht &&
      nu.length === 1 &&
      (nu[0]?.organisatieNaam !== b.zicht.organisatieNaam || nu[0].vanafOp !== b.zicht.vanafOp)
    )
      fout.push(`De houder is ${b.zicht.organisatieNaam}, maar het verloop zegt ${wie}.`);
  } else {
    if (b.zicht) fout.push(`De casus is gesloten en ${b.zicht.organisatieNaam} houdt nog zicht.`);
    if (nu.length > 0) fout.push(`De casus is gesloten en volgens het verloop houdt ${wie} nog zicht.`);
    if (verloop.at(-1)?.totOp !== b.geslotenOp)
      fout.push(
        `Zicht eindigde ${verloop.at(-1)?.totOp ?? 'nooit'} en de casus sloot ${b.geslotenOp ?? 'nooit'}.`,
      );
  }
  if (verloop[0]?.vanafOp !== b.geopendOp)
    fout.push(`De casus opende ${b.geopendOp} en zicht begon ${verloop[0]?.vanafOp ?? 'nooit'}.`);
  for (const [i, z] of verloop.entries()) {
    if (z.totOp && moment(z.totOp) <= moment(z.vanafOp))
      fout.push(`${z.organisatieNaam} hield zicht van ${z.vanafOp} tot ${z.totOp}: geen tijd.`);
    const volgende = verloop[i + 1];
    if (!volgende) continue;
    const eind = z.totOp ?? null;
    if (eind === null || moment(eind) > moment(volgende.vanafOp))
      fout.push(
        `${z.organisatieNaam} en ${volgende.organisatieNaam} houden tegelijk zicht vanaf ${volgende.vanafOp}.`,
      );
    else if (eind !== volgende.vanafOp && !gesloten.includes(eind))
      fout.push(`Van ${eind} tot ${volgende.vanafOp} hield niemand zicht.`);
  }
  return fout;
}

/** P2: as long as an offer waits, the one who offered holds zicht. */
export function toetsAanbod(b: Beeld): string[] {
  if (!b.openAanbod || b.zicht?.organisatieNaam === b.openAanbod.vanNaam) return [];
  return [
    `${b.openAanbod.naarNaam} heeft nog niet geantwoord, en toch houdt ${b.zicht?.organisatieNaam ?? 'niemand'} zicht en niet ${b.openAanbod.vanNaam}.`,
  ];
}

/** How long the clock may take to say that a term has passed, in ms. */
const KLOK_MARGE = 120_000;

/**
 * P7: every open term names its clause, has an owner and a moment at which it is due (or stands still, with a reason), and when
 * that moment has passed the clock has said so.
 * @param nu the server's clock
 */
export function toetsTermijnen(b: Beeld, nu: Date): string[] {
  const fout: string[] = [];
  for (const t of b.termijnen ?? []) {
    const mis = (wat: string) => fout.push(`Termijn "${t.soort}" ${wat}.`);
    if (!t.clausule?.trim()) mis('noemt geen clausule');
    if (!t.bron?.trim()) mis('zegt niet waar hij vandaan komt');
    if (!t.eigenaarOrganisatieNaam?.trim()) mis('is van niemand');
    if (!t.vervaltOp && !t.opgeschortOp) mis('heeft geen einde');
    if (t.opgeschortOp && !t.opgeschortReden?.trim()) mis('staat stil zonder reden');
    if (t.vervaltOp && moment(t.vervaltOp) + KLOK_MARGE < nu.getTime() && !t.verstrekenOp)
      mis(`is verstreken op ${t.vervaltOp} en niets zegt dat`);
  }
  return fout;
}
