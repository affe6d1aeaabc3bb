// SPDX-License-Identifier: EUPL-1.2
// P4 for what is typed outside statements: the next holder and guests read it as it stands.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MensNaam, maakTestHuis, type TestHuis } from '../../../test/huis.ts';
import { jzvBericht } from '../../../test/hulp/jzv.ts';
import { antwoordVoorbeeld, stopMonitoren } from '../../../test/hulp/monitoring.ts';
import { aanvaard, biedAan, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const NAAM = 'Klaas Verklikker';
const STRAAT = 'Wespenveldlaan';
const GROND = {
  melder: { groep: 'niet_beroepsmatig', naam: NAAM, telefoon: '0687654321', bekend: 'anoniem_voor_gezin' },
  personen: [
    {
      rol: 'slachtoffer',
      voornamen: 'Dora',
      achternaam: 'Voorgrond',
      geboortejaar: 1984,
      straat: STRAAT,
      huisnummer: '44',
      postcode: '7821QQ',
      woonplaats: 'Emmen',
      geheimAdres: true,
    },
  ],
};
/** What may not be written, and what may. */
const FOUT = [`${NAAM} (melder)`, `op de ${STRAAT} 44`, 'bel 06-87 65 43 21'] as const;
const GOED = 'moeder, thuis in de keuken';

interface Casus {
  casusId: string;
  persoonId: string;
  voorwaardeId: string;
  afspraakId: string;
  momentId: string;
}
type Lichaam = Record<string, unknown>;
const cijfer = (c: Casus, anders: Lichaam = {}) => ({
  persoonId: c.persoonId,
  scorerSoort: 'netwerk',
  scorer: 'oma',
  cijfer: 6,
  waarom: 'Het is rustig.',
  ...anders,
});
const kaal = (lijf: Lichaam) => (veld: string, tekst: string) => ({ ...lijf, [veld]: tekst });

/** Every act that keeps a text where others read it: its path, its fields, and a body with a text in one of them. */
const ROUTES: readonly {
  naam: string;
  pad: (c: Casus) => string;
  velden: (c: Casus) => readonly string[];
  lijf: (c: Casus) => (veld: string, tekst: string) => Lichaam;
}[] = [
  {
    naam: 'a check on safety',
    pad: (c) => `/casussen/${c.casusId}/veiligheidscontroles`,
    velden: () => ['met', 'toelichting'],
    lijf: () => kaal({ uitkomst: 'veilig', met: 'moeder', toelichting: 'Rustig.' }),
  },
  {
    naam: 'a voorwaarde',
    pad: (c) => `/casussen/${c.casusId}/voorwaarden`,
    velden: () => ['tekst', 'voor'],
    lijf: () => kaal({ tekst: 'Niemand slaat.', voor: 'vader' }),
  },
  {
    naam: 'a look at a voorwaarde',
    pad: (c) => `/voorwaarden/${c.voorwaardeId}/controles`,
    velden: () => ['gezienBij', 'toelichting'],
    lijf: () => kaal({ uitkomst: 'nageleefd', gezienBij: 'moeder', toelichting: 'Rustig.' }),
  },
  {
    naam: 'an agreement',
    pad: (c) => `/casussen/${c.casusId}/afspraken`,
    velden: () => ['wie', 'wat', 'wanneer', 'zietToe', 'signaal'],
    lijf: () => kaal({ wie: 'vader', wat: 'Belt eerst.', wanneer: 'vrijdag', zietToe: 'oma' }),
  },
  {
    naam: 'a figure',
    pad: (c) => `/casussen/${c.casusId}/veiligheidscijfers`,
    velden: () => ['scorer', 'waarom', 'nodig'],
    lijf: (c) => kaal(cijfer(c)),
  },
  {
    naam: 'an extra moment',
    pad: (c) => `/casussen/${c.casusId}/monitormomenten`,
    velden: () => ['reden'],
    lijf: () => kaal({ geplandDatum: '2027-01-15', reden: 'Even kijken.' }),
  },
  {
    naam: 'a moment',
    pad: (c) => `/monitormomenten/${c.momentId}/uitvoering`,
    velden: () => ['gesprokenMet', 'toelichting', 'cijfers.1.scorer', 'cijfers.1.waarom'],
    lijf: (c) => (veld, tekst) => {
      const [, , deel] = veld.split('.');
      return deel
        ? antwoordVoorbeeld({ cijfers: [cijfer(c), cijfer(c, { scorer: 'tante', [deel]: tekst })] })
        : antwoordVoorbeeld({ [veld]: tekst });
    },
  },
  {
    naam: 'the end of a voorwaarde',
    pad: (c) => `/voorwaarden/${c.voorwaardeId}/vervallen`,
    velden: () => ['reden'],
    lijf: () => kaal({}),
  },
  {
    naam: 'the end of an agreement',
    pad: (c) => `/afspraken/${c.afspraakId}/beeindiging`,
    velden: () => ['reden'],
    lijf: () => kaal({}),
  },
  {
    // a voorwaarde that was never looked at is open: that one goes on all the same is said
    naam: 'a move between phases',
    pad: (c) => `/casussen/${c.casusId}/fasewisselingen`,
    velden: () => ['reden', 'ondanks'],
    lijf: () => kaal({ naar: 2, reden: 'Fase 1 is gedaan.', ondanks: 'Morgen kijken wij.' }),
  },
  {
    naam: 'the end of monitoring',
    pad: (c) => `/casussen/${c.casusId}/monitoring-einde`,
    velden: () => ['reden'],
    lijf: () => kaal({}),
  },
  {
    naam: 'a closing',
    pad: (c) => `/casussen/${c.casusId}/afsluiting`,
    velden: (c) => [
      'toelichting',
      'ondanks',
      'cijfers.0.scorer',
      'cijfers.0.waarom',
      `zonderCijfer.${c.persoonId}`,
    ],
    lijf: (c) => (veld, tekst) => {
      const lijf = {
        reden: 'veilig',
        toelichting: 'Het is al een jaar rustig.',
        ondanks: 'De voorwaarde is niet meer nodig.',
        zonderCijfer: [] as object[],
        cijfers: [cijfer(c)],
      };
      if (veld.startsWith('zonderCijfer'))
        return { ...lijf, cijfers: [], zonderCijfer: [{ persoonId: c.persoonId, reden: tekst }] };
      const [, , deel] = veld.split('.');
      return deel ? { ...lijf, cijfers: [cijfer(c, { [deel]: tekst })] } : { ...lijf, [veld]: tekst };
    },
  },
];

async function maak(wie: MensNaam, pad: string, lijf: Lichaam): Promise<string> {
  const uit = await t.als(wie).post(pad, lijf);
  expect(uit.statusCode, `${pad} ${uit.body}`).toBe(201);
  return uit.json<{ id: string }>().id;
}

/** A casus with something of each kind in it. */
async function begin(wie: MensNaam, casusId: string): Promise<Casus> {
  const { personen, fase } = (await t.als(wie).get(`/casussen/${casusId}`)).json<{
    personen: { persoonId: string }[];
    fase: number | null;
  }>();
  if (fase === null) await maak(wie, `/casussen/${casusId}/fasewisselingen`, { naar: 1, reden: 'Begin.' });
  const leeg: Casus = {
    casusId,
    persoonId: personen[0]?.persoonId ?? '',
    voorwaardeId: '',
    afspraakId: '',
    momentId: '',
  };
  return {
    ...leeg,
    voorwaardeId: await maak(wie, `/casussen/${casusId}/voorwaarden`, {
      tekst: 'Niemand drinkt.',
      voor: 'vader',
    }),
    afspraakId: await maak(wie, `/casussen/${casusId}/afspraken`, {
      wie: 'vader',
      wat: 'Belt eerst.',
      wanneer: 'vrijdag',
      zietToe: 'oma',
    }),
    momentId: await maak(wie, `/casussen/${casusId}/monitormomenten`, {
      geplandDatum: '2027-02-15',
      reden: 'Even kijken.',
    }),
  };
}

/** Takes a casus through every act, each with this text in its first field. */
async function doorloop(wie: MensNaam, c: Casus, tekst: string): Promise<string[]> {
  const uit: string[] = [];
  for (const r of ROUTES) {
    for (const veld of r.velden(c).slice(0, 1)) {
      const antwoord = await t.als(wie).post(r.pad(c), r.lijf(c)(veld, tekst));
      uit.push(`${r.naam}: ${antwoord.statusCode}`);
    }
  }
  return uit;
}
const GELUKT = ROUTES.map((r) => `${r.naam}: 201`);

describe('what Veilig Thuis types where the next holder and guests read it', () => {
  it('is refused field by field when it leads to the melder or to a secret address, and nothing of it is kept', async () => {
    const { casusId } = await klaarVoorOverdracht(t, GROND);
    const c = await begin('visser', casusId);
    for (const r of ROUTES) {
      for (const veld of r.velden(c)) {
        for (const tekst of FOUT) {
          const uit = await t.als('visser').post(r.pad(c), r.lijf(c)(veld, tekst));
          expect(uit.statusCode, `${r.naam} ${veld} ${uit.body}`).toBe(400);
          expect(uit.json().fouten, `${r.naam} ${veld}`).toEqual([
            {
              veld,
              melding: 'Hierin staat iets dat naar de melder of naar een geheim adres leidt. Haal het weg.',
            },
          ]);
        }
      }
      // then the same act is done without it, so that the next one is possible: a refusal held nothing back
      const [eerste = ''] = r.velden(c);
      const goed = await t.als('visser').post(r.pad(c), r.lijf(c)(eerste, GOED));
      expect(goed.statusCode, `${r.naam} ${goed.body}`).toBe(201);
    }
    const { rows } = await t.database.beheer.query(
      `select (select string_agg(v::text, '') from veiligheidscontrole v where casus_id = $1)
        || (select string_agg(v::text, '') from voorwaarde v where casus_id = $1)
        || (select string_agg(v::text, '') from voorwaarde_controle v where casus_id = $1)
        || (select string_agg(v::text, '') from afspraak v where casus_id = $1)
        || (select string_agg(v::text, '') from veiligheidscijfer v where casus_id = $1)
        || (select string_agg(v::text, '') from fasewissel v where casus_id = $1)
        || (select string_agg(v::text, '') from monitormoment v where casus_id = $1)
        || (select string_agg(v::text, '') from afsluiting v where casus_id = $1) as alles`,
      [casusId],
    );
    expect(rows[0].alles).toContain(GOED);
    expect(rows[0].alles).not.toMatch(/verklikker|wespenveld|87 65 43/i);
  });

  it('says all fields at once', async () => {
    const { casusId } = await klaarVoorOverdracht(t, GROND);
    const uit = await t.als('visser').post(`/casussen/${casusId}/veiligheidscontroles`, {
      uitkomst: 'veilig',
      met: NAAM,
      toelichting: `Zij is op de ${STRAAT}.`,
    });
    expect(uit.statusCode, uit.body).toBe(400);
    expect(uit.json<{ fouten: { veld: string }[] }>().fouten.map((f) => f.veld)).toEqual([
      'met',
      'toelichting',
    ]);
  });
});

describe('what another organisation types', () => {
  it('is answered the same whether its guess is right or not', async () => {
    const uit: string[][] = [];
    for (const tekst of [FOUT[0], FOUT[1], GOED]) {
      const { casusId } = await klaarVoorOverdracht(t, GROND);
      expect((await aanvaard(t, await biedAan(t, casusId))).statusCode).toBe(200);
      await stopMonitoren(t, casusId);
      uit.push(await doorloop('emmen', await begin('emmen', casusId), tekst));
    }
    expect(uit).toEqual([GELUKT, GELUKT, GELUKT]);
  });
});

describe('what may be named', () => {
  const kijk = (casusId: string, met: string) =>
    t.als('visser').post(`/casussen/${casusId}/veiligheidscontroles`, {
      uitkomst: 'veilig',
      met,
      toelichting: 'Rustig.',
    });

  it('is who reported openly', async () => {
    const { casusId } = await klaarVoorOverdracht(t, {
      ...GROND,
      melder: { ...GROND.melder, bekend: 'open' },
    });
    const uit = await kijk(casusId, NAAM);
    expect(uit.statusCode, uit.body).toBe(201);
  });

  it('is the police that reported by their own system: they are an organisation, and often called after a province', async () => {
    const bericht = jzvBericht();
    const gemeld = await t.app.inject({
      method: 'POST',
      url: '/api/jzv_meldingen/v1/meldingen',
      headers: { 'x-test-wie': 'politie' },
      payload: bericht,
    });
    expect(gemeld.statusCode, gemeld.body).toBe(201);
    const { rows } = await t.database.beheer.query(
      'select m.casus_id, r.naam from melding m join melder r on r.melding_id = m.id where m.registratienummer = $1',
      [bericht.registratienummer],
    );
    expect(rows[0].naam).toBe('Politie Test');
    const uit = await kijk(rows[0].casus_id, 'de huisarts in Test');
    expect(uit.statusCode, uit.body).toBe(201);
  });
});
