// SPDX-License-Identifier: EUPL-1.2
// Who came near: uses of the noodknop, a sealed casus, someone kept out, shares, and the looks of the last weeks, of which some
// stand out. All invented, as the region is.
import type { PoolClient } from 'pg';
import type { Boek } from './boek.ts';
import type { Werkveld } from './organisaties.ts';
import { DAG, MINUUT, UUR } from './tijd.ts';
import { type Medewerker, REGIO_ID } from './veld.ts';

/** A casus as it is needed here. */
export interface Toegangscasus {
  readonly id: string;
  readonly nummer: string;
  readonly houderId: string | null;
  readonly regisseurId: string | null;
  readonly geslotenOp: Date | null;
  readonly fase: number | null;
  readonly personen: readonly string[];
}

/** One look for the log: the decision, and a record per person concerned. */
export interface Logregel {
  readonly besluit: Record<string, unknown>;
  readonly records: readonly Record<string, unknown>[];
}

/** The newest casussen, with who holds them and whom they are about. */
export async function leesCasussen(client: PoolClient): Promise<Toegangscasus[]> {
  const { rows } = await client.query<Toegangscasus>(
    `select c.id, c.nummer, z.organisatie_id as "houderId", c.regisseur_id as "regisseurId", c.gesloten_op as "geslotenOp", c.fase,
       coalesce((select array_agg(distinct k.persoon_id) from houvast.casus_persoon cp join houvast.koppeling k
         on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
         where cp.regio_id = c.regio_id and cp.casus_id = c.id), '{}') as personen
     from houvast.casus c left join houvast.zicht z on z.regio_id = c.regio_id and z.casus_id = c.id and z.tot is null
     where c.regio_id = $1 order by c.nummer desc limit 1500`,
    [REGIO_ID],
  );
  return rows;
}

/** Writes who came near into the book, and gives back what is to go through the log's own door. */
export function schrijfToegang(
  boek: Boek,
  veld: Werkveld,
  casussen: readonly Toegangscasus[],
  pseudoniem: (regioId: string, persoonId: string) => string,
): Logregel[] {
  const uren = (n: number) => new Date(boek.nu.getTime() - n * UUR);
  const dagen = (n: number) => uren(n * 24);
  const log: Logregel[] = [];

  /** A look, or a refusal, as the doors would have written it. */
  const zie = (
    wie: Medewerker,
    op: Date,
    c: Toegangscasus | null,
    anders: {
      handeling?: string;
      doel?: string;
      noodknop?: boolean;
      reden?: string;
      categorieen?: string[];
    } = {},
  ): void => {
    const handeling = anders.handeling ?? 'casus.lezen';
    const doel = anders.doel ?? 'zicht_houden';
    const trace = boek.toeval.uuid(op.getTime()).replaceAll('-', '');
    const span = (id: string) => id.replaceAll('-', '').slice(-16);
    const besluit = {
      regio_id: REGIO_ID,
      id: boek.id(op),
      trace_id: trace,
      span_id: span(trace),
      status_code: anders.reden === undefined ? 1 : 0,
      op,
      request: {
        subject: {
          type: 'medewerker',
          id: wie.id,
          properties: { functie: wie.functie, organisatie: wie.organisatie.id },
        },
        action: { name: handeling },
        resource: { type: 'casus', id: c?.id ?? null, properties: { casus: c?.id ?? null, delen: [] } },
        context: { doel },
      },
      response: {
        decision: anders.reden === undefined,
        context: { reasons: [anders.reden ?? 'casus-lezen'] },
      },
      policies: [{ id: 'toegangsregels', version: 'demo' }],
    };
    const record = (persoon: string | null) => {
      const id = boek.id(op);
      return {
        regio_id: REGIO_ID,
        id,
        trace_id: trace,
        span_id: span(id),
        parent_span_id: persoon ? span(trace) : null,
        status_code: 1,
        name: handeling,
        start_time: op,
        end_time: op,
        processing_activity_id: `urn:houvast:verwerking:${doel}`,
        data_subject_id: persoon ? pseudoniem(REGIO_ID, persoon) : null,
        data_subject_id_type: persoon ? 'hmac-sha256(persoon)' : null,
        medewerker_id: wie.id,
        organisatie_id: wie.organisatie.id,
        functie: wie.functie,
        namens: wie.organisatie.naam,
        doel,
        casus_id: c?.id ?? null,
        categorieen: anders.categorieen ?? ['casus', 'termijnen'],
        noodknop: anders.noodknop ?? false,
        beleidsversie: 'demo',
      };
    };
    log.push({
      besluit,
      records:
        anders.reden === undefined ? (c?.personen.length ? c.personen.map(record) : [record(null)]) : [],
    });
  };

  const assen = veld.getPersona('regisseur-assen');
  const kiewiet = veld.getPersona('regisseur-emmen');
  const wierenga = veld.getPersona('teamleider-emmen');
  const hoving = veld.getPersona('vt-teamleider');
  const visser = veld.getPersona('vt-medewerker');
  const akkerman = veld.getPersona('vt-gedragswetenschapper');
  const school = veld.getPersona('professional-school');
  const huisarts = veld.getPersona('professional-huisarts');
  const fg = veld.getPersona('fg');
  const van = (id: string | null) => veld.medewerkers.find((m) => m.id === id);
  const open = casussen.filter((c) => c.houderId !== null);
  const vrij = [...open];
  /** Takes the first that fits, so that each is used once; a small region may have none. */
  const neem = (past: (c: Toegangscasus) => boolean): Toegangscasus | undefined => {
    const i = vrij.findIndex(past);
    return i < 0 ? undefined : vrij.splice(i, 1)[0];
  };
  const personas: readonly string[] = [assen, kiewiet, visser].map((m) => m.id);
  const elders = (c: Toegangscasus) =>
    c.houderId !== assen.organisatie.id &&
    c.houderId !== kiewiet.organisatie.id &&
    c.houderId !== veld.vt.id &&
    c.regisseurId !== null;

  // ── The noodknop: one that waits for review, one that was right, one that was not ──
  const nood = (
    c: Toegangscasus | undefined,
    wie: Medewerker,
    op: Date,
    doel: string,
    reden: string,
    oordeel?: { op: Date; woord: 'terecht' | 'niet_terecht'; bevinding: string },
  ): void => {
    if (!c) return;
    const id = boek.id(op);
    boek.schrijf('noodtoegang', {
      regio_id: REGIO_ID,
      id,
      casus_id: c.id,
      medewerker_id: wie.id,
      organisatie_id: wie.organisatie.id,
      doel,
      reden,
      vanaf: op,
      tot: new Date(op.getTime() + 4 * UUR),
      nagekeken_op: oordeel?.op ?? null,
      nagekeken_door: oordeel ? fg.id : null,
      oordeel: oordeel?.woord ?? null,
      bevinding: oordeel?.bevinding ?? null,
    });
    boek.handeling({
      soort: 'noodtoegang.openen',
      op,
      wie,
      doel,
      casusId: c.id,
      inhoud: { noodtoegang: id, doel },
    });
    zie(wie, op, c, { handeling: 'noodtoegang.openen', doel, noodknop: true, categorieen: [] });
    zie(wie, new Date(op.getTime() + MINUUT), c, { noodknop: true });
    zie(wie, new Date(op.getTime() + 6 * MINUUT), c, {
      handeling: 'plan.lezen',
      noodknop: true,
      categorieen: ['plan'],
    });
    const houder = veld.organisaties.find((o) => o.id === c.houderId);
    if (oordeel || !houder) return;
    boek.termijn({
      soort: 'noodknop_gezien',
      casusId: c.id,
      onderwerpSoort: 'casus',
      onderwerpId: c.id,
      eigenaar: houder,
      waarom: `${wie.organisatie.naam} gebruikte de noodknop.`,
      begint: op,
    });
    boek.termijn({
      soort: 'noodknop_nakijken',
      casusId: null,
      onderwerpSoort: 'noodtoegang',
      onderwerpId: id,
      eigenaar: fg.organisatie,
      medewerker: fg,
      waarom: '',
      begint: op,
    });
  };
  nood(
    neem(elders),
    assen,
    uren(20),
    'zicht_houden',
    'Moeder staat hier aan de balie. Zij zegt dat hij weet waar zij is. Ik moet weten welke afspraken er zijn.',
  );
  nood(
    neem(elders),
    assen,
    dagen(12),
    'melden',
    'Oma belt over haar kleinkind en noemt dit nummer. Zij is bang dat het vanavond misgaat.',
    {
      op: dagen(10),
      woord: 'terecht',
      bevinding: 'De houder bevestigt dat oma belde en dat er dezelfde avond contact is geweest.',
    },
  );
  nood(
    neem((c) => c.houderId === veld.vt.id && c.regisseurId === null),
    wierenga,
    dagen(25),
    'beoordelen',
    'Ik wil weten of dit gezin naar ons toe komt.',
    {
      op: dagen(23),
      woord: 'niet_terecht',
      bevinding: 'Niemand was in gevaar. Besproken: over een casus die nog komt, belt u met Veilig Thuis.',
    },
  );

  // ── Two shares ──
  const gedeeld = neem(
    (c) => c.regisseurId === kiewiet.id && c.houderId === kiewiet.organisatie.id && c.fase !== null,
  );
  const deel = (
    naar: Medewerker,
    onderdelen: string[],
    grondslag: string,
    reden: string,
    op: Date,
    tot: Date,
  ) => {
    if (!gedeeld) return;
    const id = boek.id(op);
    boek.schrijf('deling', {
      regio_id: REGIO_ID,
      id,
      casus_id: gedeeld.id,
      van_organisatie_id: kiewiet.organisatie.id,
      naar_organisatie_id: naar.organisatie.id,
      doel: 'zicht_houden',
      grondslag,
      reden,
      onderdelen,
      vanaf: op,
      tot,
      medewerker_id: kiewiet.id,
      ingetrokken_op: null,
      ingetrokken_reden: null,
    });
    boek.handeling({
      soort: 'deling.geven',
      op,
      wie: kiewiet,
      doel: 'zicht_houden',
      casusId: gedeeld.id,
      inhoud: {
        deling: id,
        naar: naar.organisatie.naam,
        onderdelen: onderdelen.join(', '),
        tot: tot.toISOString(),
      },
    });
    zie(naar, new Date(op.getTime() + 26 * UUR), gedeeld);
  };
  deel(
    school,
    ['personen', 'plan'],
    'toestemming',
    'De school moet weten wie de kinderen mag ophalen, en wat de juf doet als zij zich zorgen maakt.',
    dagen(9),
    new Date(boek.nu.getTime() + 81 * DAG),
  );
  deel(
    huisarts,
    ['personen', 'cijfers', 'monitoring'],
    'wettelijke_taak',
    'De huisarts ziet moeder elke twee weken en let op hoe het gaat.',
    dagen(6),
    new Date(boek.nu.getTime() + 24 * DAG),
  );

  // ── A sealed casus: for two people ──
  const dicht = neem((c) => c.houderId === veld.vt.id && c.regisseurId === null);
  if (dicht) {
    const op = dagen(3);
    boek.schrijf('verzegeling', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: dicht.id,
      soort: 'collega',
      reden: 'Een van de ouders werkt bij Veilig Thuis.',
      vanaf: op,
      medewerker_id: hoving.id,
      tot: null,
      opgeheven_door: null,
      opgeheven_reden: null,
    });
    for (const m of [hoving, akkerman])
      boek.schrijf('genoemde', {
        regio_id: REGIO_ID,
        id: boek.id(op),
        casus_id: dicht.id,
        medewerker_id: m.id,
        vanaf: op,
        door_id: hoving.id,
        tot: null,
      });
    boek.handeling({
      soort: 'casus.verzegelen',
      op,
      wie: hoving,
      doel: 'zicht_houden',
      casusId: dicht.id,
      inhoud: { soort: 'collega', genoemd: 2 },
    });
    zie(akkerman, uren(30), dicht);
  }

  // ── Someone who lives in the street is kept out; once where a team leader decides, and once where none is ──
  const buiten = (
    c: Toegangscasus | undefined,
    wie: Medewerker | undefined,
    op: Date,
    beslist: Medewerker,
  ) => {
    if (!c || !wie) return;
    const id = boek.id(op);
    boek.schrijf('belang', {
      regio_id: REGIO_ID,
      id,
      casus_id: c.id,
      medewerker_id: wie.id,
      organisatie_id: wie.organisatie.id,
      gronden: ['in_de_buurt'],
      vanaf: op,
      tot: null,
      opgeheven_door: null,
      opgeheven_reden: null,
    });
    boek.termijn({
      soort: 'belang_bekijken',
      casusId: c.id,
      onderwerpSoort: 'belang',
      onderwerpId: id,
      eigenaar: beslist.organisatie,
      medewerker: beslist,
      waarom: '',
      begint: op,
    });
  };
  const buren = neem((c) => c.houderId === kiewiet.organisatie.id && !personas.includes(c.regisseurId ?? ''));
  const buur = veld.medewerkers.find(
    (m) =>
      m.organisatie === kiewiet.organisatie &&
      m.functie === 'regisseur' &&
      m !== kiewiet &&
      m.id !== buren?.regisseurId,
  );
  buiten(buren, buur, uren(28), wierenga);
  const zonderLeider = veld.medewerkers.filter(
    (m) =>
      m.functie === 'regisseur' &&
      !veld.medewerkers.some((l) => l.organisatie === m.organisatie && l.functie.endsWith('_teamleider')),
  );
  const stil = neem((c) =>
    zonderLeider.some((m) => m.organisatie.id === c.houderId && m.id !== c.regisseurId),
  );
  buiten(
    stil,
    zonderLeider.find((m) => m.organisatie.id === stil?.houderId && m.id !== stil?.regisseurId),
    uren(21),
    fg,
  );

  // ── Usual looks of the last weeks ──
  for (const [i, c] of open
    .filter((x) => x.regisseurId !== null && van(x.regisseurId))
    .slice(0, 40)
    .entries()) {
    const wie = van(c.regisseurId);
    if (!wie || c === dicht) continue;
    // in office hours, whenever the region is made: a look at night stands out
    const op = dagen(1 + (i % 14));
    op.setUTCHours(8, (i % 5) * 37, 0, 0);
    zie(wie, op, c);
    zie(wie, new Date(op.getTime() + 4 * MINUUT), c, { handeling: 'plan.lezen', categorieen: ['plan'] });
  }

  // ── And some that stand out ──
  const collega = veld.medewerkers.find(
    (m) => m.organisatie === kiewiet.organisatie && m.functie === 'regisseur' && m !== kiewiet && m !== buur,
  );
  const elders1 = neem(elders);
  const huis =
    elders1 &&
    veld.medewerkers.find((m) => m.organisatie.id === elders1.houderId && m.functie === 'lokaal_teamleider');
  // at night, by a team leader
  if (elders1 && huis) {
    const nacht = dagen(4);
    nacht.setUTCHours(0, 40, 0, 0);
    zie(huis, nacht, elders1);
  }
  // nothing to do there
  if (gedeeld && collega) for (const n of [2, 5, 8]) zie(collega, dagen(n), gedeeld);
  // no part in it
  const vreemd = neem(elders);
  if (vreemd)
    zie(assen, dagen(7), vreemd, { handeling: 'casus.tijdlijn', categorieen: ['tijdlijn', 'uitspraken'] });
  // long after closing
  const oud = casussen.find(
    (c) => c.geslotenOp !== null && boek.nu.getTime() - c.geslotenOp.getTime() > 60 * DAG,
  );
  const vtCollega = veld.medewerkers.find((m) => m.functie === 'vt_medewerker' && m !== visser) ?? visser;
  if (oud) zie(vtCollega, dagen(6), oud);
  // many in an hour
  const druk = dagen(5);
  druk.setUTCMinutes(3, 0, 0);
  const bijVt = open.filter((c) => c.houderId === veld.vt.id && c !== dicht).slice(0, 24);
  for (const [i, c] of bijVt.entries()) zie(vtCollega, new Date(druk.getTime() + i * 2 * MINUUT), c);
  // refused again and again
  for (const [i, c] of open
    .filter((x) => x !== gedeeld)
    .slice(0, 4)
    .entries())
    zie(huisarts, new Date(uren(50).getTime() + i * MINUUT), c, {
      reden: 'Uw organisatie heeft hierin geen rol.',
    });
  return log;
}
