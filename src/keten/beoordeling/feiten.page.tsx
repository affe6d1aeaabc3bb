// SPDX-License-Identifier: EUPL-1.2

import { type ReactNode, useState } from 'react';
import {
  AANVULLEND,
  AARD,
  DUUR,
  type Keuzewaarde,
  KINDCHECK,
  MELDER_GROEP,
  ROL,
  UITSPRAAK_SOORT,
} from '../../kern/lijsten.ts';
import { useDoe } from '../../web/api.ts';
import { Datumveld } from '../../web/delen/datumveld.tsx';
import { Dialoog } from '../../web/delen/dialoog.tsx';
import { Formulierfouten } from '../../web/delen/formulierfouten.tsx';
import { type Gegeven, Gegevens } from '../../web/delen/gegevens.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { gebeurd, moment, relatief } from '../../web/tijd.ts';
import type { BeoordelingAntwoord } from './beoordeling.api.ts';

const woorden = teksten({
  nl: {
    wie: 'Wie',
    jaar: (n: number, ongeveer: boolean) => `${ongeveer ? 'ongeveer ' : ''}${n} jaar`,
    leeftijdOnbekend: 'leeftijd onbekend',
    geheim: 'Geheim adres',
    niemand: 'Er is nog niemand genoemd.',
    melding: 'De melding',
    nummer: 'Melding',
    ontvangen: 'Ontvangen',
    van: 'Van',
    aard: 'Aard',
    duur: 'Hoe lang al',
    aanvullend: 'Ook van belang',
    acuut: 'De melder noemt acuut gevaar',
    kinderen: 'Kinderen',
    eerder: 'Eerder bij ons',
    twijfels: 'Twijfel',
    ja: 'Ja',
    nee: 'Nee',
    gezegd: 'Wat er gezegd en gezien is',
    kies: 'Kies waar het besluit op rust. Minstens één feit of waarneming.',
    gekozen: (n: number) => aantal(n, 'gekozen', 'gekozen'),
    rust: 'Waar het besluit op rust',
    andere: (n: number) => `De andere uitspraken (${n})`,
    niets: 'Er staat nog niets. Voeg toe wat u hoorde of zag.',
    bron: 'Bron',
    gebeurd: 'gebeurd',
    vast: 'vastgelegd',
    eerdereMelding: 'van eerder',
    verbeterd: 'Later verbeterd: kan het besluit niet dragen',
    afgeschermd: 'Kan naar de melder leiden: blijft bij ons',
    wederhoor: 'Reactie van',
    oneens: 'niet eens',
    meer: (n: number) => `Nog ${n} oudere uitspraken staan in de casus.`,
    voegToe: 'Voeg toe wat u hoorde of zag',
    soort: 'Wat is het?',
    tekst: 'Wat hoorde of zag u?',
    bronVraag: 'Van wie of waaruit komt dit?',
    bronHulp: 'Bijvoorbeeld: school, gesprek met moeder, politie.',
    wanneer: 'Wanneer gebeurde het?',
    bewaar: 'Voeg toe',
    terug: 'Terug',
  },
  en: {
    wie: 'Who',
    jaar: (n: number, ongeveer: boolean) => `${ongeveer ? 'about ' : ''}${n} years`,
    leeftijdOnbekend: 'age unknown',
    geheim: 'Secret address',
    niemand: 'Nobody has been named yet.',
    melding: 'The report',
    nummer: 'Report',
    ontvangen: 'Received',
    van: 'From',
    aard: 'Nature',
    duur: 'For how long',
    aanvullend: 'Also of importance',
    acuut: 'The melder names acute danger',
    kinderen: 'Children',
    eerder: 'Known to us',
    twijfels: 'Doubt',
    ja: 'Yes',
    nee: 'No',
    gezegd: 'What was said and seen',
    kies: 'Choose what the decision rests on. At least one fact or observation.',
    gekozen: (n: number) => aantal(n, 'chosen', 'chosen'),
    rust: 'What the decision rests on',
    andere: (n: number) => `The other statements (${n})`,
    niets: 'Nothing yet. Add what you heard or saw.',
    bron: 'Source',
    gebeurd: 'happened',
    vast: 'recorded',
    eerdereMelding: 'from before',
    verbeterd: 'Corrected later: cannot carry the decision',
    afgeschermd: 'May lead to the melder: stays with us',
    wederhoor: 'Answer of',
    oneens: 'disagrees',
    meer: (n: number) => `${n} older statements are in the casus.`,
    voegToe: 'Add what you heard or saw',
    soort: 'What is it?',
    tekst: 'What did you hear or see?',
    bronVraag: 'Who or what does this come from?',
    bronHulp: 'For example: school, talk with mother, police.',
    wanneer: 'When did it happen?',
    bewaar: 'Add',
    terug: 'Back',
  },
});

type Uitspraak = BeoordelingAntwoord['uitspraken'][number];

function useWoord() {
  const { taal } = useInstellingen();
  return (lijst: readonly Keuzewaarde[], code: string) => lijst.find((k) => k.code === code)?.[taal] ?? code;
}

/** The left side: who it is about, what was reported, and what was said and seen, by kind. */
export function Feiten({
  b,
  gekozen,
  onKies,
}: {
  b: BeoordelingAntwoord;
  gekozen: readonly string[];
  /** Without it the grounds are read, not chosen. */
  onKies?: ((ids: string[]) => void) | undefined;
}) {
  const t = useTeksten(woorden);
  const [nieuw, setNieuw] = useState(false);
  return (
    <div className="hv-stapel hv-ruim">
      <Mensen b={b} />
      <section className="hv-stapel" aria-labelledby="veld-uitspraakIds">
        <div className="hv-rij hv-rij--uit">
          <Kop niveau={2} id="veld-uitspraakIds" tabIndex={-1}>
            {onKies ? t.gezegd : t.rust}
          </Kop>
          {onKies ? (
            <span className="hv-klein hv-zacht" aria-live="polite">
              {t.gekozen(gekozen.length)}
            </span>
          ) : null}
        </div>
        {onKies ? (
          <>
            <p className="nl-paragraph hv-zacht hv-klein">{t.kies}</p>
            <Groepen b={b} uitspraken={b.uitspraken} gekozen={gekozen} onKies={onKies} />
            {b.aantalUitspraken > b.uitspraken.length ? (
              <p className="nl-paragraph hv-klein hv-zacht">
                {t.meer(b.aantalUitspraken - b.uitspraken.length)}
              </p>
            ) : null}
            <div>
              <Knop icoon="plus" onClick={() => setNieuw(true)}>
                {t.voegToe}
              </Knop>
            </div>
          </>
        ) : (
          <Gelezen b={b} gekozen={gekozen} />
        )}
      </section>
      <Melding b={b} />
      <Dialoog open={nieuw} onSluit={() => setNieuw(false)} titel={t.voegToe} breed>
        {nieuw ? <NieuweUitspraak b={b} onSluit={() => setNieuw(false)} /> : null}
      </Dialoog>
    </div>
  );
}

function Gelezen({ b, gekozen }: { b: BeoordelingAntwoord; gekozen: readonly string[] }) {
  const t = useTeksten(woorden);
  const rust = b.uitspraken.filter((u) => gekozen.includes(u.id));
  const andere = b.uitspraken.filter((u) => !gekozen.includes(u.id));
  return (
    <>
      <Groepen b={b} uitspraken={rust} gekozen={gekozen} />
      {andere.length > 0 ? (
        <details className="hv-beoordeling__meer">
          <summary>{t.andere(andere.length)}</summary>
          <Groepen b={b} uitspraken={andere} gekozen={gekozen} />
        </details>
      ) : null}
    </>
  );
}

function Groepen({
  b,
  uitspraken,
  gekozen,
  onKies,
}: {
  b: BeoordelingAntwoord;
  uitspraken: readonly Uitspraak[];
  gekozen: readonly string[];
  onKies?: ((ids: string[]) => void) | undefined;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  if (uitspraken.length === 0) return <p className="nl-paragraph hv-zacht">{t.niets}</p>;
  return (
    <div className="hv-stapel">
      {UITSPRAAK_SOORT.map((soort) => {
        const deze = uitspraken.filter((u) => u.soort === soort.code);
        if (deze.length === 0) return null;
        return (
          <section key={soort.code} aria-label={soort[taal]}>
            <h3
              className={`hv-uitspraken__kop${soort.code === 'feit' || soort.code === 'waarneming' ? ' hv-uitspraken__kop--draagt' : ''}`}
            >
              {soort[taal]} <span className="hv-zacht hv-getal">{deze.length}</span>
            </h3>
            <ul className="hv-lijst-kaal">
              {deze.map((u) => (
                <Regel
                  key={u.id}
                  u={u}
                  eerder={!u.vanDezeMelding && u.vastgelegdOp < b.melding.ontvangenOp}
                  aan={gekozen.includes(u.id)}
                  onKies={
                    onKies
                      ? (aan) => onKies(aan ? [...gekozen, u.id] : gekozen.filter((id) => id !== u.id))
                      : undefined
                  }
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Regel({
  u,
  eerder,
  aan,
  onKies,
}: {
  u: Uitspraak;
  /** It was there before this melding. */
  eerder: boolean;
  aan: boolean;
  onKies?: ((aan: boolean) => void) | undefined;
}) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const bij: ReactNode = (
    <>
      {t.bron}: {u.bron}
      {u.gebeurdOp ? ` · ${t.gebeurd} ${gebeurd(u.gebeurdOp, nu)}` : ''} · {t.vast}{' '}
      {relatief(u.vastgelegdOp, nu)}
      {eerder ? ` · ${t.eerdereMelding}` : ''}
    </>
  );
  const id = `grond-${u.id}`;
  const tekst = (
    <span className={`hv-regels${u.verbeterd ? ' hv-uitspraak--verbeterd' : ''}`}>{u.tekst}</span>
  );
  return (
    <li className={`hv-uitspraak${aan ? ' hv-uitspraak--aan' : ''}`}>
      {onKies ? (
        <div className="hv-keuze">
          <input
            type="checkbox"
            className="hv-keuze__vak"
            id={id}
            checked={aan}
            aria-describedby={`${id}-bij`}
            onChange={(e) => onKies(e.target.checked)}
          />
          <label htmlFor={id} className="hv-keuze__label">
            {tekst}
          </label>
        </div>
      ) : (
        <p className="nl-paragraph">{tekst}</p>
      )}
      <div className="hv-uitspraak__bij" id={`${id}-bij`}>
        <span>{bij}</span>
        {u.verbeterd ? <Merk soort="aandacht">{t.verbeterd}</Merk> : null}
        {u.afgeschermd ? <Merk soort="geheim">{t.afgeschermd}</Merk> : null}
        {u.wederhoor.map((w) => (
          <span key={w.vastgelegdOp + w.door} className="hv-uitspraak__wederhoor">
            {t.wederhoor} {w.door}
            {w.oneens ? ` (${t.oneens})` : ''}: {w.reactie}
          </span>
        ))}
      </div>
    </li>
  );
}

function Mensen({ b }: { b: BeoordelingAntwoord }) {
  const t = useTeksten(woorden);
  const woord = useWoord();
  return (
    <section className="hv-stapel hv-krap" aria-labelledby="beoordeling-wie">
      <Kop niveau={2} id="beoordeling-wie">
        {t.wie}
      </Kop>
      {b.personen.length === 0 ? <p className="nl-paragraph hv-zacht">{t.niemand}</p> : null}
      <ul className="hv-lijst-kaal">
        {b.personen.map((p) => (
          <li key={p.persoonId} className="hv-mens">
            <span className="hv-sterk">
              <Naam>{p.naam}</Naam>
            </span>
            <span className="hv-getal">
              {p.leeftijd === null ? t.leeftijdOnbekend : t.jaar(p.leeftijd, p.leeftijdOngeveer)}
            </span>
            <span className="hv-zacht">
              {[...p.rollen.map((r) => woord(ROL, r)), p.relatie].filter(Boolean).join(', ')}
            </span>
            {p.geheimAdres ? <Merk soort="geheim">{t.geheim}</Merk> : null}
            {p.twijfels.length > 0 ? (
              <span className="hv-mens__twijfel">{p.twijfels.map((w) => w.reden).join(' ')}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Melding({ b }: { b: BeoordelingAntwoord }) {
  const t = useTeksten(woorden);
  const woord = useWoord();
  const nu = useNu();
  const m = b.melding;
  const lijst: Gegeven[] = [
    { naam: t.nummer, waarde: m.nummer },
    { naam: t.ontvangen, waarde: moment(m.ontvangenOp, nu) },
    { naam: t.van, waarde: woord(MELDER_GROEP, m.melderGroep) },
    { naam: t.aard, waarde: m.aard.length > 0 ? m.aard.map((a) => woord(AARD, a)).join(', ') : null },
    { naam: t.duur, waarde: woord(DUUR, m.duur) },
    ...(m.aanvullend.length > 0
      ? [{ naam: t.aanvullend, waarde: m.aanvullend.map((a) => woord(AANVULLEND, a)).join(', ') }]
      : []),
    { naam: t.acuut, waarde: [m.acuut ? t.ja : t.nee, m.acuutToelichting].filter(Boolean).join(': ') },
    {
      naam: t.kinderen,
      waarde: [woord(KINDCHECK, m.kindcheck), m.kindcheckToelichting].filter(Boolean).join('. '),
    },
    { naam: t.eerder, waarde: <span lang="nl">{m.betrokkenheidUitleg || m.betrokkenheid}</span> },
    ...(m.twijfels.length > 0
      ? [{ naam: t.twijfels, waarde: m.twijfels.map((w) => w.reden).join(' ') }]
      : []),
  ];
  return (
    <section className="hv-stapel hv-krap" aria-labelledby="beoordeling-melding">
      <Kop niveau={2} id="beoordeling-melding">
        {t.melding}
      </Kop>
      <Gegevens lijst={lijst} />
    </section>
  );
}

function NieuweUitspraak({ b, onSluit }: { b: BeoordelingAntwoord; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const [soort, setSoort] = useState('waarneming');
  const [tekst, setTekst] = useState('');
  const [bron, setBron] = useState('');
  const [gebeurd, setGebeurd] = useState('');
  const doe = useDoe(`/casussen/${b.casusId}/uitspraken`, {
    ververs: [
      ['beoordeling', b.id],
      ['casus', b.casusId],
    ],
    naSucces: onSluit,
  });
  return (
    <form
      className="hv-stapel"
      onSubmit={(e) => {
        e.preventDefault();
        doe.mutate({ soort, tekst, bron, gebeurdOp: gebeurd || null });
      }}
    >
      <Formulierfouten fouten={[]} probleem={doe.error} poging={doe.submittedAt} />
      <Keuzerondjes
        name="soort"
        label={t.soort}
        opties={UITSPRAAK_SOORT.map((s) => ({ waarde: s.code, label: s[taal] }))}
        waarde={soort}
        onKies={setSoort}
      />
      <Tekstvak
        name="tekst"
        label={t.tekst}
        verplicht
        maxLength={8000}
        value={tekst}
        onChange={(e) => setTekst(e.target.value)}
      />
      <Tekstveld
        name="bron"
        label={t.bronVraag}
        hulp={t.bronHulp}
        verplicht
        maxLength={200}
        value={bron}
        onChange={(e) => setBron(e.target.value)}
      />
      <Datumveld name="gebeurdOp" label={t.wanneer} value={gebeurd} onChange={(d) => setGebeurd(d)} />
      <div className="hv-rij">
        <Knop soort="hoofd" type="submit" bezig={doe.isPending} uit={!tekst.trim() || !bron.trim()}>
          {t.bewaar}
        </Knop>
        <Knop onClick={onSluit}>{t.terug}</Knop>
      </div>
    </form>
  );
}
