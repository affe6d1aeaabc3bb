// SPDX-License-Identifier: EUPL-1.2
// What one melding of a generated family says: who reports, who it is about in which role, and what was seen or heard.
import { dagVan, datumVan } from '../../src/platform/clock/dagen.ts';
import type { Gezegd, MeldingIn } from './casusvorm.ts';
import type { Gepland, Groep } from './gang.ts';
import { burgernaam, type Gezin, type Lid, type Mens } from './mensen.ts';
import { noem } from './noemen.ts';
import type { Werkveld } from './organisaties.ts';
import { PARAMETERS as P } from './parameters.ts';
import type { Noeming } from './register.ts';
import { WEDERHOOR, ZINNEN, type Zin } from './teksten.ts';
import { DAG, UUR } from './tijd.ts';
import type { Toeval } from './toeval.ts';
import type { Medewerker, Organisatie } from './veld.ts';

interface Rollen {
  readonly pleger: ReadonlySet<Mens>;
  readonly beiden: boolean;
}

const ROLLEN = new WeakMap<Gezin, Rollen>();

/** Who is thought to do it in a household: drawn once, so that it does not change from melding to melding. */
function rollenVan(gezin: Gezin, t: Toeval): Rollen {
  const bekend = ROLLEN.get(gezin);
  if (bekend) return bekend;
  const volwassen = gezin.leden.filter((l) => l.plek === 'ouder' || l.plek === 'partner');
  const kiesVolwassene = (): Lid | undefined => {
    const man = t.kans(P.plegerMan.waarde);
    return volwassen.find((l) => (l.mens.geslacht === 'man') === man) ?? volwassen[0];
  };
  let pleger: Lid | undefined;
  if (gezin.aard.includes('geweld_tegen_ouders')) pleger = gezin.leden.find((l) => l.plek === 'kind');
  else if (gezin.aard.includes('ouderenmishandeling'))
    pleger = gezin.leden.find((l) => l.plek === 'ander') ?? gezin.leden.find((l) => l.plek === 'partner');
  else pleger = kiesVolwassene();
  const rollen = {
    pleger: new Set(pleger ? [pleger.mens] : []),
    beiden: gezin.aard.includes('partnergeweld') && t.kans(0.12),
  };
  ROLLEN.set(gezin, rollen);
  return rollen;
}

function rolVan(lid: Lid, gezin: Gezin, rollen: Rollen): string {
  const { aard } = gezin;
  const isPleger = rollen.pleger.has(lid.mens);
  if (aard === 'andere_problematiek') return lid.plek === 'kind' ? 'kind' : 'gezinslid';
  if (isPleger) return rollen.beiden ? 'slachtoffer_en_pleger' : 'pleger';
  if (lid.plek === 'kind') return aard.includes('kindermishandeling') ? 'slachtoffer' : 'kind';
  if (lid.plek === 'ouder_op_leeftijd') return 'slachtoffer';
  if (lid.relatie === 'oma') return 'getuige';
  if (lid.plek === 'ander') return 'gezinslid';
  if (aard.includes('partnergeweld')) return rollen.beiden ? 'slachtoffer_en_pleger' : 'slachtoffer';
  if (aard.includes('geweld_tegen_ouders')) return 'slachtoffer';
  return 'gezinslid';
}

/** The persons as this melding names them. */
export function personenVan(
  gezin: Gezin,
  op: Date,
  t: Toeval,
  herken: { open: boolean; gemist: boolean; bekend: boolean },
): Noeming[] {
  const rollen = rollenVan(gezin, t);
  return gezin.leden
    .filter((l) => l.plek !== 'ander' || l.relatie !== 'oma' || t.kans(0.4))
    .filter(
      (l) =>
        l.mens.jaar < op.getUTCFullYear() ||
        (l.mens.jaar === op.getUTCFullYear() && l.mens.maand <= op.getUTCMonth()),
    )
    .map((l): Noeming => {
      const rol = rolVan(l, gezin, rollen);
      return {
        mens: l.mens,
        // an open question of the radar comes from a mention with a slip
        zoals: noem(l.mens, gezin, op.getTime(), t, herken.open ? 2.6 : herken.bekend ? 0.9 : 0.6),
        rol,
        relatie: l.relatie,
        directbetrokken: rol !== 'getuige',
        herken: herken.open ? 'open' : herken.gemist && t.kans(P.gemist.waarde) ? 'gemist' : 'gewoon',
      };
    });
}

interface Afzender {
  readonly rol: string | null;
  readonly organisatieSoort: string | null;
  readonly bron: Zin['bron'];
  readonly noemt: string;
}

const AFZENDERS: Readonly<Record<Groep, readonly Afzender[]>> = {
  justitie_veiligheid: [{ rol: 'politie', organisatieSoort: 'politie', bron: 'politie', noemt: 'Politie' }],
  niet_beroepsmatig: [
    { rol: 'buur', organisatieSoort: null, bron: 'buur', noemt: 'melder' },
    { rol: 'familie', organisatieSoort: null, bron: 'familie', noemt: 'melder' },
    { rol: 'directbetrokkene', organisatieSoort: null, bron: 'melder', noemt: 'melder' },
  ],
  gezondheidszorg: [
    { rol: 'huisarts', organisatieSoort: 'gezondheidszorg', bron: 'arts', noemt: 'huisarts' },
    { rol: 'arts ziekenhuis', organisatieSoort: 'gezondheidszorg', bron: 'arts', noemt: 'arts' },
    { rol: 'verpleegkundige', organisatieSoort: null, bron: 'melder', noemt: 'verpleegkundige' },
  ],
  ggz: [{ rol: 'behandelaar', organisatieSoort: null, bron: 'melder', noemt: 'behandelaar' }],
  kinderopvang: [
    {
      rol: 'pedagogisch medewerker',
      organisatieSoort: 'kinderopvang',
      bron: 'school',
      noemt: 'kinderopvang',
    },
  ],
  onderwijs: [{ rol: 'intern begeleider', organisatieSoort: 'onderwijs', bron: 'school', noemt: 'school' }],
  leerplicht: [{ rol: 'leerplichtambtenaar', organisatieSoort: null, bron: 'school', noemt: 'leerplicht' }],
  jeugdzorg: [{ rol: 'jeugdhulpverlener', organisatieSoort: null, bron: 'melder', noemt: 'jeugdhulp' }],
  andere_vt: [{ rol: 'Veilig Thuis', organisatieSoort: null, bron: 'melder', noemt: 'andere Veilig Thuis' }],
  regionaal_maatwerk: [
    { rol: 'routeeroverleg', organisatieSoort: null, bron: 'melder', noemt: 'routeeroverleg' },
  ],
  anders: [
    { rol: 'maatschappelijk werk', organisatieSoort: null, bron: 'melder', noemt: 'maatschappelijk werk' },
    { rol: 'gemeente', organisatieSoort: null, bron: 'melder', noemt: 'gemeente' },
    { rol: 'woningcorporatie', organisatieSoort: null, bron: 'melder', noemt: 'woningcorporatie' },
  ],
};

const DUUR = {
  onbekend: 42,
  korter_dan_maand: 8,
  '1_tot_6_maanden': 13,
  '6_tot_12_maanden': 11,
  '1_tot_2_jaar': 11,
  '2_tot_5_jaar': 9,
  langer_dan_5_jaar: 6,
} as const;
const AANVULLEND = [
  'complexe_scheiding',
  'verslaving',
  'psychiatrie',
  'lvb',
  'stalking',
  'suicide',
  'wapens',
  'eergerelateerd',
  'mensenhandel',
  'huwelijksdwang',
  'vgv',
] as const;
const AANVULLEND_GEWICHT: Readonly<Record<string, number>> = {
  complexe_scheiding: 30,
  verslaving: 25,
  psychiatrie: 22,
  lvb: 9,
  stalking: 6,
  suicide: 5,
  wapens: 3,
  eergerelateerd: 2,
  mensenhandel: 1,
  huwelijksdwang: 0.6,
  vgv: 0.4,
};

function isFeitelijk(z: Zin): boolean {
  return z.soort === 'feit' || z.soort === 'waarneming';
}

/** Some sentences that this kind of melder can say; at least one of them a fact or an observation. */
function zinnenVoor(aard: string, afzender: Afzender, t: Toeval): Zin[] {
  const uit: Zin[] = [];
  for (const deel of aard.split(' ')) {
    const past = (ZINNEN[deel] ?? []).filter(
      (x) => x.bron === afzender.bron || (x.bron === 'melder' && afzender.bron !== 'politie'),
    );
    const feiten = past.filter(isFeitelijk);
    if (uit.length === 0 && feiten.length > 0) uit.push(t.kies(feiten));
    uit.push(...t.greep(past, deel === aard ? t.heel(1, 2) : 1).filter((x) => !uit.includes(x)));
  }
  return uit;
}

/** The melding itself, ready to be written. */
export function maakMelding(
  veld: Werkveld,
  t: Toeval,
  gepland: Gepland,
  gezin: Gezin | null,
  gemeentecode: string,
  behandelaar: Medewerker | null,
  herken: { open: boolean; gemist: boolean; bekend: boolean },
): MeldingIn {
  const { op, melder } = gepland;
  const opties = AFZENDERS[melder];
  const afzender = t.weeg(opties, (a) => (a.organisatieSoort ? 2 : 1));
  const afzenders = afzender.organisatieSoort
    ? veld.organisaties.filter((o) => o.soort === afzender.organisatieSoort)
    : [];
  const organisatie: Organisatie | null = afzenders.length > 0 ? t.kies(afzenders) : null;
  const burger = melder === 'niet_beroepsmatig';
  const anoniem = burger
    ? t.verdeel({ open: 25, anoniem_voor_gezin: 60, anoniem: 15 })
    : t.kans(0.06) && melder !== 'justitie_veiligheid'
      ? 'anoniem_voor_gezin'
      : 'open';
  const kanaal = melder === 'justitie_veiligheid' ? 'jzv' : organisatie ? 'professional' : 'telefoon';
  const vtTeam = veld.vtTeamVan(gemeentecode);
  const aannemer =
    kanaal === 'jzv'
      ? veld.kies(t, veld.politie, ['politie'])
      : organisatie
        ? veld.kies(t, organisatie, ['professional'])
        : (behandelaar ?? veld.kies(t, veld.vt, ['vt_medewerker'], vtTeam));
  const gezegd = zinnenVoor(gepland.aard, afzender, t).map((x, i): Gezegd => {
    const dag = datumVan(dagVan(op) - t.heel(0, melder === 'justitie_veiligheid' ? 1 : 12));
    return {
      soort: x.soort,
      tekst: x.tekst,
      bron: anoniem === 'open' ? afzender.noemt : 'melder',
      gebeurdOp: dag,
      afgeschermd: anoniem !== 'open' && t.kans(0.35),
      ...(i === 0 && t.kans(0.3)
        ? {
            wederhoor: {
              ...t.kies(WEDERHOOR),
              op: new Date(gepland.beoordeeld.getTime() - t.heel(2, 20) * UUR),
            },
          }
        : {}),
    };
  });
  const kinderen = gezin?.leden.filter((l) => l.plek === 'kind').length ?? 0;
  return {
    op,
    kanaal,
    melderGroep: melder,
    melderRol: afzender.rol,
    melderOrganisatie: organisatie,
    melder: {
      naam:
        anoniem === 'anoniem'
          ? null
          : kanaal === 'jzv'
            ? veld.politie.naam
            : kanaal === 'professional'
              ? aannemer.naam
              : burgernaam(t),
      telefoon:
        anoniem === 'anoniem' || kanaal === 'jzv'
          ? null
          : `0600${String(t.heel(0, 999_999)).padStart(6, '0')}`,
      email: null,
    },
    bekend: anoniem,
    grond:
      anoniem === 'open'
        ? null
        : burger
          ? 'De melder is bang voor ruzie met het gezin.'
          : 'De melder vreest dat het gezin anders geen zorg meer wil.',
    aannemer,
    behandelaar,
    aard: gepland.aard.split(' '),
    aanvullend: t.kans(0.42) ? [t.weeg(AANVULLEND, (a) => AANVULLEND_GEWICHT[a] ?? 1)] : [],
    duur: t.verdeel(DUUR),
    acuut: gepland.acuut,
    acuutToelichting: gepland.acuut
      ? t.kies([
          'De melder denkt dat het vannacht weer mis kan gaan.',
          'Er is nu niemand bij.',
          'Er is letsel en de vermoedelijke pleger heeft een sleutel.',
        ])
      : null,
    kindcheck: kinderen > 0 ? 'kinderen' : gezin ? 'geen_kinderen' : 'onbekend',
    kindcheckToelichting:
      kinderen > 0 ? `${kinderen === 1 ? 'Er is één kind' : `Er zijn ${kinderen} kinderen`} in huis.` : null,
    gemeentecode,
    stadium: gepland.stadium,
    personen: gezin ? personenVan(gezin, op, t, herken) : [],
    gezegd: gezegd.map((g) =>
      g.wederhoor && g.wederhoor.op.getTime() < op.getTime() + UUR
        ? { ...g, wederhoor: { ...g.wederhoor, op: new Date(op.getTime() + DAG / 2) } }
        : g,
    ),
  };
}
