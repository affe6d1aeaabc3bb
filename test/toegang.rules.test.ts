// SPDX-License-Identifier: EUPL-1.2
// The access table against an oracle that nobody here wrote: the same rules, written a second time by hand as Cedar policies
// (toegang.cedar) and judged by Cedar. More than a hundred thousand questions with a fixed seed; no difference.
import { readFileSync } from 'node:fs';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { BELEID, DOELEN, FUNCTIES } from '../src/kern/toegang/toegangsregels.ts';
import { type Beleid, decide } from '../src/platform/access/decide.ts';

const SEED = 20261129;
/** Questions beyond those that are all asked: more than one part at a time, and names that nearly fit. */
const GELOOT = 30_000;

interface Vraag {
  functie: string;
  handeling: string;
  delen: readonly string[];
  doel: string;
}

const BESTAND = 'test/toegang.cedar';
const tekst = readFileSync(BESTAND, 'utf8');

/** Each policy by its name, with the acts that it is about. */
function leesPolicies(): Map<string, { tekst: string; handelingen: string[] }> {
  const delen = cedar.policySetTextToParts(tekst);
  if (delen.type === 'failure')
    throw new Error(`${BESTAND}: ${delen.errors.map((e) => e.message).join('; ')}`);
  const uit = new Map<string, { tekst: string; handelingen: string[] }>();
  for (const policy of delen.policies) {
    const json = cedar.policyToJson(policy);
    if (json.type === 'failure') throw new Error(`${BESTAND}: ${policy.slice(0, 80)}`);
    const { action, annotations, effect } = json.json;
    const naam = annotations?.['id'] ?? '';
    if (!naam || uit.has(naam))
      throw new Error(`${BESTAND}: een policy heeft geen eigen @id: ${policy.slice(0, 80)}`);
    const genoemd =
      action.op === 'All'
        ? []
        : 'entities' in action
          ? action.entities
          : 'entity' in action
            ? [action.entity]
            : [];
    if (genoemd.length === 0 && effect !== 'forbid')
      throw new Error(`${BESTAND}: "${naam}" noemt geen handelingen`);
    uit.set(naam, {
      tekst: policy,
      handelingen: genoemd.map((e) => ('__entity' in e ? e.__entity.id : e.id)),
    });
  }
  return uit;
}
const policies = leesPolicies();
const VAN_CEDAR = [...new Set([...policies.values()].flatMap((p) => p.handelingen))].sort();
const VAN_TABEL = [...new Set(BELEID.regels.flatMap((r) => r.handelingen))].sort();

/** Only the policies that name the act can speak about it: Cedar's own way to be quick (policy slicing), checked below. */
const HEEL = 'alles';
const set = (handeling: string) => (VAN_CEDAR.includes(handeling) ? handeling : HEEL);
beforeAll(() => {
  const zet = (naam: string, welke: string[]) =>
    expect(cedar.preparsePolicySet(naam, { staticPolicies: welke.join('\n') })).toEqual({ type: 'success' });
  const alle = [...policies.values()];
  zet(
    HEEL,
    alle.map((p) => p.tekst),
  );
  for (const h of VAN_CEDAR)
    zet(
      h,
      // what names no act (a forbid) is about every act
      alle.filter((p) => p.handelingen.length === 0 || p.handelingen.includes(h)).map((p) => p.tekst),
    );
});

function cedarZegt(v: Vraag, uit = set(v.handeling)): boolean {
  const antwoord = cedar.statefulIsAuthorized({
    preparsedPolicySetId: uit,
    principal: { type: 'Functie', id: v.functie },
    action: { type: 'Action', id: v.handeling },
    resource: { type: 'Onderwerp', id: 'dit' },
    context: { delen: [...v.delen], doel: v.doel },
    entities: [],
  });
  if (antwoord.type === 'failure' || antwoord.response.diagnostics.errors.length > 0)
    throw new Error(JSON.stringify(antwoord));
  return antwoord.response.decision === 'allow';
}

function houvastZegt(beleid: Beleid, v: Vraag): boolean {
  const subject = { medewerkerId: 'm', functie: v.functie, organisatieId: 'o', organisatieSoort: 's' };
  return decide(beleid, subject, v.handeling, { soort: 'proef', relaties: v.delen }, { doel: v.doel })
    .decision;
}

const DELEN = [
  ...new Set([...BELEID.regels.flatMap((r) => r.relaties), ...BELEID.uitsluitingen.map((u) => u.relatie)]),
].sort();
// what is not in the table at all, and what nearly is
const functies = [...Object.keys(FUNCTIES), 'systeem'];
const doelen = [...Object.keys(DOELEN), 'nieuwsgierigheid'];
const handelingen = [...new Set([...VAN_TABEL, ...VAN_CEDAR]), 'casus.wissen'];
const delenSets: readonly string[][] = [[], ...DELEN.map((d) => [d]), ['buurman']];
const BIJNA = [
  '',
  ' ',
  'constructor',
  '__proto__',
  '*',
  'Casus.lezen',
  'casus.',
  'vt',
  'VT_MEDEWERKER',
  'Houder',
  'é',
];

/** Everything with one part at most, and then what only comes up by lot. Made once; asking Cedar is what takes the time. */
function maakVragen(): Vraag[] {
  const alles = handelingen.flatMap((handeling) =>
    functies.flatMap((functie) =>
      doelen.flatMap((doel) => delenSets.map((delen) => ({ functie, handeling, delen, doel }))),
    ),
  );
  // half of the lots fit a line of the table in all but one thing: there the edges are
  const regel = fc.constantFrom(...BELEID.regels);
  const vreemd = (bekend: readonly string[]) =>
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...bekend) }, fc.constantFrom(...BIJNA));
  const vrij = fc.record({
    functie: vreemd(functies),
    handeling: vreemd(handelingen),
    delen: fc.uniqueArray(vreemd(DELEN), { maxLength: 6 }),
    doel: vreemd(doelen),
  });
  const rand = regel.chain((r) =>
    fc.record({
      functie: fc.constantFrom(...r.functies),
      handeling: fc.constantFrom(...r.handelingen),
      delen: fc.subarray([...new Set([...r.relaties, ...DELEN])]),
      doel: fc.constantFrom(...r.doelen),
    }),
  );
  const bijna = fc
    .tuple(rand, vrij, fc.constantFrom('functie', 'handeling', 'delen', 'doel'))
    .map(([r, v, k]) => ({ ...r, [k]: v[k as keyof Vraag] }));
  return [...alles, ...fc.sample(fc.oneof(vrij, rand, bijna), { seed: SEED, numRuns: GELOOT })];
}

describe('the access table and its second writing in Cedar', () => {
  it('know the same acts', () => {
    const hoe = `Schrijf in ${BESTAND} wie dit mag, met welk deel en welk doel: uit het vak, niet overgenomen uit de tabel.`;
    expect(
      VAN_TABEL.filter((h) => !VAN_CEDAR.includes(h)),
      hoe,
    ).toEqual([]);
    expect(
      VAN_CEDAR.filter((h) => !VAN_TABEL.includes(h)),
      `${BESTAND} noemt handelingen die geen toegangsregel heeft: zet ze in toegangsregels.ts, of haal ze uit Cedar.`,
    ).toEqual([]);
  });

  const gevraagd: { vraag: Vraag; ja: boolean }[] = [];

  it('agree on more than a hundred thousand questions', () => {
    const verschil: string[] = [];
    for (const vraag of maakVragen()) {
      const ja = cedarZegt(vraag);
      gevraagd.push({ vraag, ja });
      if (houvastZegt(BELEID, vraag) !== ja)
        verschil.push(`${JSON.stringify(vraag)}: Cedar zegt ${ja ? 'ja' : 'nee'}, de tabel niet`);
    }
    expect(verschil.slice(0, 20), `${verschil.length} verschillen`).toEqual([]);
    expect(gevraagd.length).toBeGreaterThanOrEqual(100_000);
    // and they were not all the same answer
    expect(gevraagd.filter((g) => g.ja).length).toBeGreaterThan(2_000);
  });

  it('would be told apart by the change of any one word in the table', () => {
    const perHandeling = Map.groupBy(gevraagd, (g) => g.vraag.handeling);
    const lijsten = ['handelingen', 'functies', 'relaties', 'doelen'] as const;
    const woorden = {
      handelingen: VAN_TABEL,
      functies: Object.keys(FUNCTIES),
      // who is kept out stays out, so that word adds nothing to any line
      relaties: DELEN.filter((d) => !BELEID.uitsluitingen.some((u) => u.relatie === d)),
      doelen: Object.keys(DOELEN),
    };
    const ongemerkt: string[] = [];
    let veranderingen = 0;
    BELEID.regels.forEach((regel, i) => {
      for (const lijst of lijsten)
        for (const woord of woorden[lijst]) {
          const had = regel[lijst].includes(woord);
          // an act that is added to a line which says the same for others may change nothing
          if (lijst === 'handelingen' && !had) continue;
          const anders = had ? regel[lijst].filter((w) => w !== woord) : [...regel[lijst], woord];
          const beleid = {
            ...BELEID,
            regels: BELEID.regels.with(i, { ...regel, [lijst]: anders }),
          };
          // another line says the same already: not a change
          const alGezegd = (h: string) =>
            regel.functies.every((functie) =>
              regel.doelen.every((doel) =>
                houvastZegt(BELEID, { functie, handeling: h, delen: [woord], doel }),
              ),
            );
          if (lijst === 'relaties' && !had && regel.handelingen.every(alGezegd)) continue;
          veranderingen++;
          const gemerkt = regel.handelingen.some((h) =>
            (perHandeling.get(h) ?? []).some((g) => houvastZegt(beleid, g.vraag) !== g.ja),
          );
          if (!gemerkt) ongemerkt.push(`${regel.id}: ${had ? 'zonder' : 'met'} ${lijst} ${woord}`);
        }
    });
    expect(ongemerkt).toEqual([]);
    const zonder = { ...BELEID, uitsluitingen: [] };
    expect(gevraagd.some((g) => houvastZegt(zonder, g.vraag) !== g.ja)).toBe(true);
    expect(veranderingen).toBeGreaterThan(500);
  });

  it('is asked the whole of Cedar, and its slices give the same', () => {
    const plek = fc.integer({ min: 0, max: gevraagd.length - 1 });
    const steek = fc.sample(plek, { seed: SEED, numRuns: 1_000 }).flatMap((i) => gevraagd[i] ?? []);
    expect(steek.length).toBe(1_000);
    expect(steek.filter((g) => cedarZegt(g.vraag, HEEL) !== g.ja)).toEqual([]);
  });
});
