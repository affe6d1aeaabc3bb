// SPDX-License-Identifier: EUPL-1.2
// A safety figure of each person while one is asking anyway: who gives it, the number, why. All of it may stay empty.

import { type Keuzewaarde, ROL } from '../../kern/lijsten.ts';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { kanZelf, SCORER_SOORT } from '../plan/plan.ts';
import './monitoring.css';

export interface Persoon {
  persoonId: string;
  naam: string;
  leeftijd: number | null;
  rollen: readonly string[];
}

export interface Cijferregel {
  persoonId: string;
  scorerSoort: string;
  scorer: string;
  cijfer: string;
  waarom: string;
}

const woorden = teksten({
  nl: {
    jaar: (n: number) => `${n} jaar`,
    wie: 'Wie geeft het cijfer?',
    precies: 'Wie is dat precies?',
    preciesHulp: 'Noem wat iemand is, zoals moeder of leerkracht.',
    cijfer: 'Cijfer',
    geen: 'geen',
    waarom: 'Waarom niet lager?',
    nog: 'Nog een cijfer',
    weg: 'Haal weg',
    over: (naam: string) => `over ${naam}`,
  },
  en: {
    jaar: (n: number) => `${n} years`,
    wie: 'Who gives the figure?',
    precies: 'Who is that exactly?',
    preciesHulp: 'Say what someone is, such as mother or teacher.',
    cijfer: 'Figure',
    geen: 'none',
    waarom: 'Why not lower?',
    nog: 'Another figure',
    weg: 'Take away',
    over: (naam: string) => `about ${naam}`,
  },
});

/** An empty figure of someone, by that person; of a child that is too young for it, by someone who lives with it. */
export function legeRegel(p: Pick<Persoon, 'persoonId' | 'leeftijd'>): Cijferregel {
  const scorerSoort = kanZelf(p.leeftijd) ? 'zelf' : 'gezinslid';
  return { persoonId: p.persoonId, scorerSoort, scorer: '', cijfer: '', waarom: '' };
}

/** What a field of a row is called. The rows that are sent count from 0, as the server counts them in what it refuses. */
function veldnaam(regels: readonly Cijferregel[], i: number, veld: string): string {
  const gegevenVoor = regels.slice(0, i).filter((r) => r.cijfer !== '').length;
  return regels[i]?.cijfer === '' ? `cijfers.leeg-${i}.${veld}` : `cijfers.${gegevenVoor}.${veld}`;
}

/** What is sent: the figures that were given. Someone who scores for himself is called by his part. */
export function gegeven(regels: readonly Cijferregel[]) {
  return regels
    .filter((r) => r.cijfer !== '')
    .map((r) => ({
      ...r,
      scorer: r.scorerSoort === 'zelf' ? 'zelf' : r.scorer.trim(),
      cijfer: Number(r.cijfer),
      waarom: r.waarom.trim(),
    }));
}

/** Figures that were begun and not finished: the fields that are still empty, and what those are called. */
export function onaf(regels: readonly Cijferregel[]): { veld: string; soort: 'scorer' | 'waarom' }[] {
  return regels.flatMap((r, i) => {
    if (r.cijfer === '') return [];
    const leeg = [
      ...(r.scorerSoort !== 'zelf' && !r.scorer.trim() ? (['scorer'] as const) : []),
      ...(r.waarom.trim() ? [] : (['waarom'] as const)),
    ];
    return leeg.map((soort) => ({ veld: veldnaam(regels, i, soort), soort }));
  });
}

const woordIn = (lijst: readonly Keuzewaarde[], code: string, taal: 'nl' | 'en') =>
  lijst.find((k) => k.code === code)?.[taal] ?? code;

/** Who it is, with age and part. */
export function Wie({ persoon: p }: { persoon: Persoon }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  return (
    <>
      <span className="hv-sterk">
        <Naam>{p.naam}</Naam>
      </span>
      <span className="hv-zacht hv-klein">
        {[p.leeftijd === null ? '' : t.jaar(p.leeftijd), ...p.rollen.map((r) => woordIn(ROL, r, taal))]
          .filter(Boolean)
          .join(', ')}
      </span>
    </>
  );
}

/** The figures about one person. */
export function CijferInvoer({
  persoon,
  regels,
  zet,
  fout,
}: {
  persoon: Persoon;
  /** Of all persons; those of this one are shown. */
  regels: readonly Cijferregel[];
  zet: (regels: readonly Cijferregel[]) => void;
  /** Words under a field that must still be filled. */
  fout?: ((veld: string) => string | undefined) | undefined;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const eigen = regels.flatMap((r, i) => (r.persoonId === persoon.persoonId ? [{ r, i }] : []));
  const wijzig = (i: number, deel: Partial<Cijferregel>) =>
    zet(regels.map((r, j) => (i === j ? { ...r, ...deel } : r)));
  return (
    <>
      {eigen.map(({ r, i }, nr) => (
        <div key={i} className="hv-stapel hv-krap">
          <div className="hv-cijferinvoer__rij">
            <Keuzelijst
              name={veldnaam(regels, i, 'scorerSoort')}
              label={t.wie}
              leeg={false}
              opties={SCORER_SOORT.filter((s) => s.code !== 'zelf' || kanZelf(persoon.leeftijd)).map((s) => ({
                waarde: s.code,
                label: s[taal],
              }))}
              value={r.scorerSoort}
              onChange={(e) => wijzig(i, { scorerSoort: e.target.value })}
            />
            <Keuzelijst
              name={veldnaam(regels, i, 'cijfer')}
              label={t.cijfer}
              leeg={t.geen}
              opties={Array.from({ length: 11 }, (_, n) => ({ waarde: String(n), label: String(n) }))}
              value={r.cijfer}
              onChange={(e) => wijzig(i, { cijfer: e.target.value })}
            />
            <Tekstveld
              name={veldnaam(regels, i, 'waarom')}
              label={t.waarom}
              maxLength={2000}
              fout={fout?.(veldnaam(regels, i, 'waarom'))}
              value={r.waarom}
              onChange={(e) => wijzig(i, { waarom: e.target.value })}
            />
          </div>
          {r.scorerSoort === 'zelf' ? null : (
            <Tekstveld
              name={veldnaam(regels, i, 'scorer')}
              label={t.precies}
              hulp={t.preciesHulp}
              breedte="half"
              maxLength={200}
              fout={fout?.(veldnaam(regels, i, 'scorer'))}
              value={r.scorer}
              onChange={(e) => wijzig(i, { scorer: e.target.value })}
            />
          )}
          <div className="hv-rij">
            {nr === eigen.length - 1 && r.cijfer !== '' ? (
              <Knop
                soort="stil"
                klein
                icoon="plus"
                onClick={() => zet([...regels, { ...legeRegel(persoon), scorerSoort: 'professional' }])}
              >
                {t.nog}
                <span className="hv-verborgen"> {t.over(persoon.naam)}</span>
              </Knop>
            ) : null}
            {eigen.length > 1 ? (
              <Knop soort="stil" klein icoon="kruis" onClick={() => zet(regels.filter((_, j) => j !== i))}>
                {t.weg}
                <span className="hv-verborgen"> {t.over(persoon.naam)}</span>
              </Knop>
            ) : null}
          </div>
        </div>
      ))}
    </>
  );
}
