// SPDX-License-Identifier: EUPL-1.2
// What goes along with an overdracht, part by part, each on its own ground.

import { type Keuzewaarde, ROL, UITSPRAAK_SOORT } from '../../kern/lijsten.ts';
import { geborenTekst } from '../../kern/persoon/persoon.ts';
import { Chip } from '../../web/delen/chip.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Persoonskaart } from '../../web/delen/persoonskaart.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum, gebeurd } from '../../web/tijd.ts';
import { ANTWOORDEN, BESLUITEN } from '../beoordeling/beoordeling.ts';
import { CONTROLE_UITKOMSTEN } from '../beoordeling/controle.ts';
import type { OverdrachtAntwoord } from './overdracht.api.ts';
import { DELEN } from './overdracht.ts';
import './overdracht.css';

const woorden = teksten({
  nl: {
    mee: 'Wat meegaat',
    meeUitleg: 'Zoals het was toen het werd aangeboden. De melder en een geheim adres gaan nooit mee.',
    grond: 'Gaat mee omdat:',
    nietMee: 'Gaat niet mee:',
    niets: 'Hiervan was niets vastgelegd.',
    wederhoor: 'Reactie van',
    oneens: 'is het er niet mee eens',
    bron: 'bron',
    gebeurd: 'gebeurd',
    vraagAcuut: 'Acuut onveilig',
    vraagStructureel: 'Structureel onveilig',
    vraagMulti: 'Schadelijke leefsituatie door meer problemen tegelijk',
    besluit: 'Besluit',
    toelichting: 'Waarom dit besluit',
    vastgesteld: 'Vastgesteld',
    nietGevraagd: 'niet gevraagd',
    over: 'over',
    telefoon: 'Telefoon',
    voor: 'voor',
  },
  en: {
    mee: 'What goes along',
    meeUitleg: 'As it was when it was offered. The melder and a secret address never go along.',
    grond: 'Goes along because:',
    nietMee: 'Does not go along:',
    niets: 'None of this was on record.',
    wederhoor: 'Response of',
    oneens: 'does not agree',
    bron: 'source',
    gebeurd: 'happened',
    vraagAcuut: 'Acutely unsafe',
    vraagStructureel: 'Structurally unsafe',
    vraagMulti: 'Harmful living situation through several problems at once',
    besluit: 'Decision',
    toelichting: 'Why this decision',
    vastgesteld: 'Decided',
    nietGevraagd: 'not asked',
    over: 'about',
    telefoon: 'Telephone',
    voor: 'for',
  },
});

type Inhoud = NonNullable<OverdrachtAntwoord['gegevens']>;

/** The word of a code in the language of the screen; the code itself when the list has lost it. */
export function useWoord(): (lijst: readonly Keuzewaarde[], code: string) => string {
  const { taal } = useInstellingen();
  return (lijst, code) => lijst.find((k) => k.code === code)?.[taal] ?? code;
}

/** The family as it was when it was offered: each part with its ground, and what does not go along. */
export function Mee({ o, gegevens }: { o: OverdrachtAntwoord; gegevens: Inhoud }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const mee = DELEN.filter((d) => o.delen.some((x) => x.deel === d.code));
  const nietMee = DELEN.filter((d) => !mee.includes(d));
  return (
    <section className="hv-deel hv-stapel" aria-labelledby="mee">
      <div>
        <Kop niveau={2} id="mee">
          {t.mee}
        </Kop>
        <p className="nl-paragraph hv-zacht">{t.meeUitleg}</p>
      </div>
      {mee.map((d) => (
        <section key={d.code} className="hv-contract__deel" aria-labelledby={`deel-${d.code}`}>
          <div className="hv-contract__deelkop">
            <Kop niveau={3} id={`deel-${d.code}`}>
              {d[taal]}
            </Kop>
            <p className="hv-klein hv-zacht">
              {t.grond} {o.delen.find((x) => x.deel === d.code)?.grond}
            </p>
          </div>
          <Onderdeel deel={d.code} g={gegevens} />
        </section>
      ))}
      {nietMee.length > 0 ? (
        <p className="nl-paragraph hv-klein hv-zacht">
          {t.nietMee} {nietMee.map((d) => d[taal].toLocaleLowerCase()).join(', ')}.
        </p>
      ) : null}
    </section>
  );
}

function Onderdeel({ deel, g }: { deel: (typeof DELEN)[number]['code']; g: Inhoud }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const woord = useWoord();
  const niets = <p className="nl-paragraph hv-zacht">{t.niets}</p>;
  const antwoord = (a: string | null, waarom: string | null) => (
    <>
      {a === null ? <span className="hv-zacht">{t.nietGevraagd}</span> : woord(ANTWOORDEN, a)}
      {waarom ? <span className="hv-contract__waarom hv-regels">{waarom}</span> : null}
    </>
  );
  switch (deel) {
    case 'personen':
      return g.personen?.length ? (
        <div className="hv-contract__mensen">
          {g.personen.map((p, i) => (
            <Persoonskaart
              // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot: the order never changes, and two may have one name
              key={i}
              niveau={4}
              naam={p.naam}
              geboren={
                geborenTekst({ jaar: p.geboortejaar, maand: p.geboortemaand, dag: p.geboortedag }) ??
                undefined
              }
              rollen={[...p.rollen.map((r) => woord(ROL, r)), ...(p.relatie ? [p.relatie] : [])]}
              geheimAdres={p.geheimAdres}
              adres={p.adres ?? undefined}
            >
              {p.telefoon.length > 0 ? (
                <p className="hv-klein hv-getal">
                  {t.telefoon} {p.telefoon.join(', ')}
                </p>
              ) : null}
            </Persoonskaart>
          ))}
        </div>
      ) : (
        niets
      );
    case 'uitspraken':
      return g.uitspraken?.length ? (
        <ul className="hv-lijst-kaal">
          {g.uitspraken.map((u, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot: the order never changes
            <li key={i} className="hv-contract__uitspraak">
              <Chip>{woord(UITSPRAAK_SOORT, u.soort)}</Chip>
              <div>
                <p className="nl-paragraph hv-regels">{u.tekst}</p>
                <p className="hv-klein hv-zacht">
                  {t.bron}: {u.bron}
                  {u.gebeurdOp ? ` · ${t.gebeurd} ${gebeurd(u.gebeurdOp, nu)}` : ''} ·{' '}
                  {datum(u.vastgelegdOp, { kort: true })}
                </p>
                {u.wederhoor.map((w) => (
                  <p key={`${w.door}${w.reactie}`} className="hv-contract__wederhoor hv-regels">
                    <span className="hv-sterk">
                      {t.wederhoor} {w.door}
                      {w.oneens ? ` (${t.oneens})` : ''}:
                    </span>{' '}
                    {w.reactie}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        niets
      );
    case 'beoordeling': {
      const b = g.beoordeling;
      return b ? (
        <Gegevens
          lijst={[
            { naam: t.besluit, waarde: woord(BESLUITEN, b.besluit) },
            { naam: t.toelichting, waarde: <span className="hv-regels">{b.besluitReden}</span> },
            { naam: t.vraagAcuut, waarde: antwoord(b.acuut, b.acuutArgument) },
            { naam: t.vraagStructureel, waarde: antwoord(b.structureel, b.structureelArgument) },
            { naam: t.vraagMulti, waarde: antwoord(b.multiprobleem, b.multiprobleemArgument) },
            { naam: t.vastgesteld, waarde: datum(b.vastgesteldOp) },
          ]}
        />
      ) : (
        niets
      );
    }
    case 'veiligheidsvoorwaarden':
      return g.veiligheidsvoorwaarden?.length ? (
        <ul className="hv-contract__punten">
          {g.veiligheidsvoorwaarden.map((v) => (
            <li key={v.gesteldOp + v.tekst}>
              {v.tekst}{' '}
              <span className="hv-zacht">
                ({t.voor} {v.voor}, {datum(v.gesteldOp, { kort: true })})
              </span>
            </li>
          ))}
        </ul>
      ) : (
        niets
      );
    case 'veiligheidscijfers':
      return g.veiligheidscijfers?.length ? (
        <ul className="hv-lijst-kaal">
          {g.veiligheidscijfers.map((c) => (
            <li key={c.op + c.over + c.scorer} className="hv-contract__cijfer">
              <span className="hv-contract__getal hv-getal">{c.cijfer}</span>
              <span>
                {t.over} {c.over}, {c.scorer}, {datum(c.op, { kort: true })}: {c.waarom}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        niets
      );
    case 'veiligheidscontroles':
      return g.veiligheidscontroles?.length ? (
        <ul className="hv-contract__punten">
          {g.veiligheidscontroles.map((c) => (
            <li key={c.op}>
              {datum(c.op, { kort: true })}: {woord(CONTROLE_UITKOMSTEN, c.uitkomst)} ({c.met}).{' '}
              {c.toelichting}
            </li>
          ))}
        </ul>
      ) : (
        niets
      );
  }
}
