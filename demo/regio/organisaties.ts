// SPDX-License-Identifier: EUPL-1.2
// The organisations and workers of the region. All invented, also where a name sounds ordinary.

import type { Functie } from '../../src/kern/toegang/toegangsregels.ts';
import { MEDEWERKERNAMEN } from '../data/namen.ts';
import { DRENTHE } from '../data/plaatsen.ts';
import { getPersonaSub, PERSONAS, type PersonaId } from '../personas.ts';
import type { Boek } from './boek.ts';
import type { Toeval } from './toeval.ts';
import { type Medewerker, type Organisatie, REGIO_ID } from './veld.ts';

/** Everyone there is to act. */
export interface Werkveld {
  readonly vt: Organisatie;
  readonly politie: Organisatie;
  readonly organisaties: readonly Organisatie[];
  readonly medewerkers: readonly Medewerker[];
  /** The local team of a municipality. */
  getTeam(gemeentecode: string): Organisatie;
  /** One at random of those who do this work there. */
  kies(toeval: Toeval, organisatie: Organisatie, functies: readonly Functie[], vtTeam?: string): Medewerker;
  getPersona(id: PersonaId): Medewerker;
  vtTeamVan(gemeentecode: string): string;
}

const orgId = (n: number) => `d0000000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`;
const teamId = (n: number) => `d0000000-0000-7000-8000-0000000003${String(n).padStart(2, '0')}`;
const mensId = (n: number) => `d0000000-0000-7000-8000-0000000004${String(n).padStart(2, '0')}`;

const OVERIG: readonly (readonly [naam: string, soort: string, gemeentecode: string | null])[] = [
  ['Basisschool De Zwerfkei', 'onderwijs', '0109'],
  ['Basisschool Het Veenpluis', 'onderwijs', '0106'],
  ['Middelbare school Zandrug', 'onderwijs', '0118'],
  ['Kinderopvang De Hooiberg', 'kinderopvang', '0114'],
  ['Huisartsenpraktijk Brinkzicht', 'gezondheidszorg', '1681'],
  ['Ziekenhuis Hunzeborg', 'gezondheidszorg', '0114'],
  ['GGZ Veenhart', 'ggz', null],
  ['Opvang De Luwte', 'opvang', null],
  ['Jeugdbescherming Keileem', 'jeugdzorg', null],
];

const VT_TEAMS = ['noord', 'midden', 'zuid'] as const;

/** Makes organisations, teams and workers, and writes them down. */
export function maakWerkveld(boek: Boek): Werkveld {
  let nr = 0;
  const organisaties: Organisatie[] = [];
  const organisatie = (naam: string, soort: string, gemeentecode: string | null): Organisatie => {
    nr += 1;
    const o = {
      id: orgId(nr),
      naam,
      soort,
      gemeentecode,
      contact: `0592 00 ${String(nr).padStart(2, '0')} 00`,
    };
    organisaties.push(o);
    boek.schrijf('organisatie', {
      regio_id: REGIO_ID,
      ...o,
      gesloten_op: null,
      opvolger_id: null,
    });
    return o;
  };
  const vt = organisatie('Veilig Thuis Drenthe', 'veilig_thuis', null);
  const politie = organisatie('Politie Noord-Nederland (fictief)', 'politie', null);
  const teams = new Map(
    DRENTHE.map((g) => [g.code, organisatie(`Lokaal team ${g.naam}`, 'lokaal_team', g.code)]),
  );
  for (const [naam, soort, gemeente] of OVERIG) organisatie(naam, soort, gemeente);
  const gemeente = organisatie('Gemeente Assen (fictief)', 'gemeente', '0106');
  const find = (naam: string) => organisaties.find((o) => o.naam === naam) ?? vt;

  const teamIds = new Map<string, string>();
  VT_TEAMS.forEach((naam, i) => {
    const id = teamId(i + 1);
    teamIds.set(naam, id);
    boek.schrijf('team', {
      regio_id: REGIO_ID,
      id,
      organisatie_id: vt.id,
      naam: `Team ${naam.charAt(0).toUpperCase()}${naam.slice(1)}`,
    });
  });

  const medewerkers: Medewerker[] = [];
  const zet = (m: Medewerker): void => {
    medewerkers.push(m);
    boek.schrijf('medewerker', {
      regio_id: REGIO_ID,
      id: m.id,
      organisatie_id: m.organisatie.id,
      team_id: m.teamId,
      naam: m.naam,
      functie: m.functie,
      inlogcode: m.id,
      actief: true,
    });
  };
  const namen = [...MEDEWERKERNAMEN];
  let mensNr = 0;
  const bij = (
    org: Organisatie,
    functie: Functie,
    aantal: number,
    team: string | null = null,
    gewicht = 1,
  ): void => {
    for (let i = 0; i < aantal; i++) {
      mensNr += 1;
      const naam = namen.shift();
      if (!naam) throw new RangeError('De lijst met namen van medewerkers is op.');
      zet({ id: mensId(mensNr), organisatie: org, teamId: team, naam, functie, gewicht });
    }
  };
  const persona = (
    id: PersonaId,
    org: Organisatie,
    functie: Functie,
    team: string | null = null,
    gewicht = 1,
  ): void => {
    const p = PERSONAS.find((x) => x.id === id);
    if (p) zet({ id: p.sub, organisatie: org, teamId: team, naam: p.naam, functie, gewicht });
  };

  const zuid = teamIds.get('zuid') ?? null;
  persona('vt-medewerker', vt, 'vt_medewerker', zuid, 0.8);
  persona('vt-gedragswetenschapper', vt, 'vt_gedragswetenschapper', zuid, 1.6);
  persona('vt-teamleider', vt, 'vt_teamleider', zuid);
  for (const [team, id] of teamIds) {
    bij(vt, 'vt_medewerker', team === 'zuid' ? 5 : 4, id);
    bij(vt, 'vt_gedragswetenschapper', 1, id);
    if (team !== 'zuid') bij(vt, 'vt_teamleider', 1, id);
  }
  const emmen = teams.get('0114') ?? vt;
  const assen = teams.get('0106') ?? vt;
  persona('regisseur-emmen', emmen, 'regisseur', null, 1.5);
  persona('teamleider-emmen', emmen, 'lokaal_teamleider');
  persona('regisseur-assen', assen, 'regisseur', null, 1.5);
  for (const [code, team] of teams) {
    bij(team, 'regisseur', code === '0114' ? 3 : ['0106', '0118'].includes(code) ? 2 : 1);
    if (code !== '0114') bij(team, 'lokaal_teamleider', 1);
  }
  for (const naam of ['GGZ Veenhart', 'Opvang De Luwte', 'Jeugdbescherming Keileem'])
    bij(find(naam), 'regisseur', 1);
  persona('professional-school', find('Basisschool De Zwerfkei'), 'professional');
  persona('professional-huisarts', find('Huisartsenpraktijk Brinkzicht'), 'professional');
  for (const naam of [
    'Basisschool Het Veenpluis',
    'Middelbare school Zandrug',
    'Kinderopvang De Hooiberg',
    'Ziekenhuis Hunzeborg',
  ])
    bij(find(naam), 'professional', 1);
  persona('politie', politie, 'politie');
  persona('beleid', gemeente, 'beleid');
  persona('fg', vt, 'privacyfunctionaris');
  // new there, and not yet given a family: one of them turns out to be a neighbour
  bij(find('GGZ Veenhart'), 'regisseur', 1, null, 0);

  const vtTeamVan = (gemeentecode: string) =>
    teamIds.get(DRENTHE.find((g) => g.code === gemeentecode)?.team ?? 'noord') ?? '';
  const lijsten = new Map<string, Medewerker[]>();
  return {
    vt,
    politie,
    organisaties,
    medewerkers,
    getTeam: (code) => teams.get(code) ?? assen,
    kies(toeval, org, functies, vtTeam) {
      const sleutel = `${org.id} ${functies.join()} ${vtTeam ?? ''}`;
      let lijst = lijsten.get(sleutel);
      if (!lijst) {
        lijst = medewerkers.filter(
          (m) =>
            m.organisatie === org &&
            functies.includes(m.functie) &&
            (vtTeam === undefined || m.teamId === vtTeam),
        );
        lijsten.set(sleutel, lijst);
      }
      return toeval.weeg(lijst, (m) => m.gewicht);
    },
    getPersona(id) {
      const gevonden = medewerkers.find((m) => m.id === getPersonaSub(id));
      if (!gevonden) throw new RangeError(`Persona ${id} werkt nergens.`);
      return gevonden;
    },
    vtTeamVan,
  };
}
