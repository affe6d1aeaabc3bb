// SPDX-License-Identifier: EUPL-1.2
// Beside the stories: what must be on the desks today, so that whoever logs in as anyone finds work. Generated families, at a
// moment of the chain that chance alone would not give every day.
import { type Gang, type Gepland, maakGang } from './gang.ts';
import type { Bevolking } from './mensen.ts';
import type { Werkveld } from './organisaties.ts';
import type { Wens } from './speel.ts';
import { DAG, kantoor, opDag, UUR, werkdagenTerug } from './tijd.ts';
import type { Toeval } from './toeval.ts';

export interface Nu {
  readonly gang: Gang;
  readonly wens: Wens;
}

/** The casussen that are made for today. */
export function maakNu(t: Toeval, bevolking: Bevolking, veld: Werkveld, nu: Date): Nu[] {
  const visser = veld.getPersona('vt-medewerker');
  const akkerman = veld.getPersona('vt-gedragswetenschapper');
  const later = new Date(nu.getTime() + 30 * DAG);
  const werkdag = (n: number, uur: number) => opDag(werkdagenTerug(nu, n), uur * 60 + t.heel(0, 45));
  const uit: Nu[] = [];

  const begin = (
    gemeente: string,
    aard: string,
    op: Date,
    beoordeeld: Date,
    anders: Partial<Gepland> = {},
  ): Gang => {
    const gezin = bevolking.nieuwGezin(aard, op.getTime(), null, gemeente);
    const eerste: Gepland = {
      op,
      melder: 'justitie_veiligheid',
      acuut: false,
      aard,
      stadium: null,
      beoordeeld,
      ...anders,
    };
    const gang = maakGang(t, gezin, gemeente, eerste, 'overdragen');
    gang.aanbod.length = 0;
    return Object.assign(gang, { sluit: later, heropend: null });
  };
  const aangeboden = (
    gemeente: string,
    aard: string,
    werkdagen: number,
    antwoord: Date,
    uitkomst: 'aanvaard' | 'geweigerd' | 'verlopen',
  ): void => {
    const aanbod = werkdag(werkdagen, 10);
    const gang = begin(gemeente, aard, werkdag(werkdagen + 8, 14), werkdag(werkdagen + 4, 11), {
      melder: 'gezondheidszorg',
    });
    gang.aanbod.push({ op: aanbod, antwoord, uitkomst, ontvanger: 'lokaal_team' });
    uit.push({ gang, wens: { behandelaar: visser } });
  };

  // the second acute one: seen last night, to be assessed
  uit.push({
    gang: begin('0109', 'partnergeweld', new Date(nu.getTime() - 16 * UUR), later, { acuut: true }),
    wens: { behandelaar: visser },
  });
  // two that are late, one of them long
  for (const dagen of [7, 12]) {
    uit.push({
      gang: begin('0114', 'kindermishandeling', werkdag(dagen, 13), later, { melder: 'onderwijs' }),
      wens: { behandelaar: visser, stand: 'begonnen' },
    });
  }
  // a second pair of eyes is asked for two more
  for (const aard of ['partnergeweld', 'kindermishandeling andere_problematiek']) {
    uit.push({
      gang: begin('1681', aard, werkdag(3, 15), later),
      wens: {
        behandelaar: veld.kies(t, veld.vt, ['vt_medewerker'], visser.teamId ?? undefined),
        stand: 'voorgelegd',
        voorgelegdAan: akkerman,
      },
    });
  }
  // offers to Emmen: one that lapses today, one of yesterday
  aangeboden('0114', 'kindermishandeling partnergeweld', 5, later, 'aanvaard');
  aangeboden('0114', 'ouderenmishandeling', 1, later, 'aanvaard');
  aangeboden('0106', 'kindermishandeling', 3, later, 'aanvaard');
  // one that Emmen refused, and one that nobody answered: both are back
  aangeboden('0114', 'partnergeweld', 3, werkdag(1, 15), 'geweigerd');
  aangeboden('0109', 'kindermishandeling', 7, werkdag(1, 9), 'verlopen');
  // questions of the radar that wait
  for (let i = 0; i < 3; i++) {
    const oud = new Date(nu.getTime() - t.heel(200, 500) * DAG);
    const eerder = begin('0114', 'kindermishandeling', oud, kantoor(t, oud, 4));
    const gesloten = Object.assign(eerder, { sluit: kantoor(t, oud, 30), sluitreden: 'veilig' });
    uit.push({ gang: gesloten, wens: {} });
    const op = new Date(nu.getTime() - t.heel(4, 30) * UUR);
    const gang: Gang = {
      ...gesloten,
      meldingen: [
        {
          op,
          melder: 'niet_beroepsmatig',
          acuut: false,
          aard: 'kindermishandeling',
          stadium: null,
          beoordeeld: later,
        },
      ],
      aanbod: [],
      sluit: later,
      heropend: null,
    };
    uit.push({ gang, wens: { behandelaar: visser, radarOpen: true } });
  }
  return uit;
}
