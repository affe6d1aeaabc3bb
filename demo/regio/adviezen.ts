// SPDX-License-Identifier: EUPL-1.2
// Adviezen: about a worry, never about a family. The data of who asks only with consent.
import { dagVan } from '../../src/platform/clock/dagen.ts';
import type { Boek } from './boek.ts';
import { burgernaam } from './mensen.ts';
import type { Werkveld } from './organisaties.ts';
import { PARAMETERS as P } from './parameters.ts';
import type { Plattegrond } from './plattegrond.ts';
import { ADVIES_VRAAG } from './teksten.ts';
import { dagGewicht, MINUUT, opDag } from './tijd.ts';
import type { Toeval } from './toeval.ts';
import { REGIO_ID } from './veld.ts';

const ROL: Readonly<Record<string, string>> = {
  niet_beroepsmatig: 'familie',
  gezondheidszorg: 'huisarts',
  ggz: 'behandelaar',
  kinderopvang: 'pedagogisch medewerker',
  onderwijs: 'leerkracht',
  leerplicht: 'leerplichtambtenaar',
  jeugdzorg: 'jeugdhulpverlener',
  justitie_veiligheid: 'wijkagent',
  andere_vt: 'Veilig Thuis',
  anders: 'maatschappelijk werk',
};

/** Writes this many adviezen, spread over the last year. */
export function schrijfAdviezen(
  boek: Boek,
  veld: Werkveld,
  kaart: Plattegrond,
  t: Toeval,
  aantal: number,
): void {
  const vandaag = dagVan(boek.nu);
  // the aarden add up to more than one: the first is drawn, a second sometimes
  const alleAard = P.adviesAard.waarde;
  const momenten: { op: Date; groep: string }[] = [];
  while (momenten.length < aantal) {
    const groep = t.verdeel(P.adviesVrager.waarde);
    const dag = vandaag - Math.floor(t.deel() * 365);
    const op = opDag(dag, t.heel(8 * 60, 20 * 60));
    if (!t.kans(dagGewicht(dag, groep)) || op.getTime() > boek.nu.getTime() - 60 * MINUUT) continue;
    momenten.push({ op, groep });
  }
  boek.reserveer(
    'advies',
    momenten.map((m) => m.op),
  );
  for (const { op, groep } of momenten) {
    const wie = veld.kies(t, veld.vt, ['vt_medewerker']);
    const stemtIn = t.kans(0.3);
    const einde = new Date(op.getTime() + t.heel(8, 50) * MINUUT);
    const eerste = t.verdeel(alleAard);
    const { vraag, advies } = t.kies(ADVIES_VRAAG);
    const id = boek.id(op);
    const nummer = boek.nummer('advies', op);
    boek.schrijf('advies', {
      regio_id: REGIO_ID,
      id,
      nummer,
      organisatie_id: veld.vt.id,
      medewerker_id: wie.id,
      gestart_op: op,
      beeindigd_op: einde,
      vrager_groep: groep,
      vrager_rol: ROL[groep] ?? null,
      vrager_naam: stemtIn ? burgernaam(t) : null,
      vrager_contact: stemtIn ? `0600${String(t.heel(0, 999_999)).padStart(6, '0')}` : null,
      vrager_stemt_in: stemtIn,
      gemeentecode: t.kans(0.85) ? kaart.kiesGemeente() : null,
      aard: t.kans(0.12) && eerste !== 'andere_problematiek' ? [eerste, 'andere_problematiek'] : [eerste],
      aanvullend: [],
      duur: 'onbekend',
      vraag,
      advies,
      melding_id: null,
    });
    boek.handeling({
      soort: 'advies.vastleggen',
      op: einde,
      wie,
      doel: 'adviseren',
      inhoud: { advies: id, nummer },
    });
  }
}
