// SPDX-License-Identifier: EUPL-1.2
// What happened, as separate statements: each with its kind, its source and its moment. Written for someone who listens
// and types at once: Enter goes on, one key changes the kind, nothing asks for the mouse.
import { type KeyboardEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { UITSPRAAK_SOORT } from '../../kern/lijsten.ts';
import { readDatum } from '../../platform/clock/datumlezer.ts';
import { isoDatum } from '../../web/delen/datumveld.tsx';
import { Icoon } from '../../web/delen/icoon.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Toets } from '../../web/delen/toets.tsx';
import { veldId } from '../../web/delen/veld.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { dagVan, datum } from '../../web/tijd.ts';
import {
  type Kant,
  legeUitspraak,
  type Meldingvorm,
  nieuweSleutel,
  type Uitspraakvorm,
  zetTerug,
} from './formulier.ts';

const woorden = teksten({
  nl: {
    uitspraak: (n: number) => `Uitspraak ${n}`,
    eerste: 'Wat is er gezien, gehoord of gezegd?',
    eersteProf: 'Wat zag of hoorde u?',
    volgende: 'Nog iets? Eén ding per vak.',
    soort: (n: number) => `Soort van uitspraak ${n}`,
    bron: (n: number) => `Van wie komt uitspraak ${n}`,
    van: 'van',
    wanneer: (n: number) => `Wanneer gebeurde uitspraak ${n}`,
    wanneerBij: 'wanneer?',
    afschermen: 'Kan naar de melder leiden',
    afgeschermd: 'Afgeschermd',
    weg: (n: number) => `Uitspraak ${n} weghalen`,
    weggehaald: 'De uitspraak is weggehaald.',
    meer: 'Nog een uitspraak',
    hoe: 'Enter: volgende uitspraak. Shift+Enter: nieuwe regel.',
    hoeSoort: 'Soort:',
    bronnen: [
      'melder',
      'slachtoffer',
      'moeder',
      'vader',
      'kind',
      'partner',
      'buren',
      'school',
      'huisarts',
      'politie',
    ],
  },
  en: {
    uitspraak: (n: number) => `Statement ${n}`,
    eerste: 'What was seen, heard or said?',
    eersteProf: 'What did you see or hear?',
    volgende: 'Anything else? One thing per box.',
    soort: (n: number) => `Kind of statement ${n}`,
    bron: (n: number) => `Who statement ${n} comes from`,
    van: 'from',
    wanneer: (n: number) => `When statement ${n} happened`,
    wanneerBij: 'when?',
    afschermen: 'May lead to the reporter',
    afgeschermd: 'Shielded',
    weg: (n: number) => `Remove statement ${n}`,
    weggehaald: 'The statement was removed.',
    meer: 'Another statement',
    hoe: 'Enter: next statement. Shift+Enter: new line.',
    hoeSoort: 'Kind:',
    bronnen: [
      'melder',
      'slachtoffer',
      'moeder',
      'vader',
      'kind',
      'partner',
      'buren',
      'school',
      'huisarts',
      'politie',
    ],
  },
});

/** Changes the form. */
export type Pas = (f: (v: Meldingvorm) => Meldingvorm) => void;

const tekstId = (i: number) => veldId(`uitspraken.${i}.tekst`, '');

/** The statements of a report. */
export function Uitspraken({
  rijen,
  kant,
  fouten,
  pas,
}: {
  rijen: readonly Uitspraakvorm[];
  kant: Kant;
  fouten: ReadonlyMap<string, string>;
  pas: Pas;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const bronnen = useId();

  const voegToe = () => {
    flushSync(() =>
      pas((v) => ({
        ...v,
        uitspraken: [
          ...v.uitspraken,
          legeUitspraak(nieuweSleutel(v.uitspraken), kant === 'vt' ? 'melder' : 'ikzelf'),
        ],
      })),
    );
    document.getElementById(tekstId(rijen.length))?.focus();
  };
  const haalWeg = (i: number) => {
    const weg = rijen[i];
    flushSync(() =>
      pas((v) => ({
        ...v,
        uitspraken:
          v.uitspraken.length === 1
            ? [legeUitspraak(nieuweSleutel(v.uitspraken), kant === 'vt' ? 'melder' : 'ikzelf')]
            : v.uitspraken.filter((_, j) => j !== i),
      })),
    );
    document.getElementById(tekstId(Math.max(0, i - 1)))?.focus();
    // An empty box holds nothing to bring back.
    if (!weg?.tekst.trim()) return;
    toonToast({
      tekst: t.weggehaald,
      ongedaan: () =>
        pas((v) => ({
          ...v,
          // the empty box that came in the place of the only one goes again
          uitspraken: zetTerug(v.uitspraken.every((u) => !u.tekst.trim()) ? [] : v.uitspraken, weg, i),
        })),
    });
  };

  return (
    <div className="hv-stapel hv-krap">
      <ol className="hv-lijst-kaal hv-mld-uitspraken">
        {rijen.map((u, i) => (
          <li
            key={u.sleutel}
            className="hv-mld-uitspraak"
            onKeyDown={(e) => {
              const soort = e.altKey && !e.ctrlKey ? /^Digit([1-5])$/.exec(e.code)?.[1] : undefined;
              const gekozen = soort && UITSPRAAK_SOORT[Number(soort) - 1];
              if (gekozen) {
                e.preventDefault();
                pas((v) => zet(v, u.sleutel, { soort: gekozen.code }));
              }
            }}
          >
            <Rij
              u={u}
              i={i}
              kant={kant}
              fout={fouten.get(`uitspraken.${i}.tekst`)}
              bronnen={bronnen}
              pas={pas}
              onEnter={() => {
                if (i < rijen.length - 1) document.getElementById(tekstId(i + 1))?.focus();
                else if (u.tekst.trim()) voegToe();
              }}
              onWeg={() => haalWeg(i)}
            />
          </li>
        ))}
      </ol>
      <datalist id={bronnen}>
        {t.bronnen.map((b) => (
          <option key={b} value={b} />
        ))}
      </datalist>
      <div className="hv-rij">
        <Knop klein icoon="plus" onClick={voegToe}>
          {t.meer}
        </Knop>
      </div>
      <p className="hv-fijn hv-zacht hv-mld-toetsen">
        {t.hoe} {t.hoeSoort}{' '}
        {UITSPRAAK_SOORT.map((s, i) => (
          <span key={s.code} className="hv-mld-toets">
            <Toets>{`Alt ${i + 1}`}</Toets> {s[taal].toLowerCase()}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Changes one statement. */
function zet(v: Meldingvorm, sleutel: string, anders: Partial<Uitspraakvorm>): Meldingvorm {
  return { ...v, uitspraken: v.uitspraken.map((u) => (u.sleutel === sleutel ? { ...u, ...anders } : u)) };
}

function Rij({
  u,
  i,
  kant,
  fout,
  bronnen,
  pas,
  onEnter,
  onWeg,
}: {
  u: Uitspraakvorm;
  i: number;
  kant: Kant;
  fout: string | undefined;
  bronnen: string;
  pas: Pas;
  onEnter: () => void;
  onWeg: () => void;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const n = i + 1;
  const wijzig = (anders: Partial<Uitspraakvorm>) => pas((v) => zet(v, u.sleutel, anders));
  const toets = (e: KeyboardEvent<HTMLTextAreaElement>) => {
    if (e.nativeEvent.isComposing) return;
    if (e.key === 'Enter' && !e.shiftKey && !e.ctrlKey && !e.metaKey && !e.altKey) {
      e.preventDefault();
      onEnter();
    } else if (e.key === 'Backspace' && u.tekst === '' && i > 0) {
      e.preventDefault();
      onWeg();
    }
  };
  const begonnen = u.tekst !== '' || i === 0;
  return (
    <>
      <Tekstvak
        label={t.uitspraak(n)}
        labelVerborgen
        name={`uitspraken.${i}.tekst`}
        regels={2}
        fout={fout}
        value={u.tekst}
        placeholder={i > 0 ? t.volgende : kant === 'vt' ? t.eerste : t.eersteProf}
        enterKeyHint="next"
        maxLength={8000}
        onChange={(e) => wijzig({ tekst: e.target.value })}
        onKeyDown={toets}
      />
      {begonnen ? (
        <div className="hv-mld-uitspraak__bij">
          <div className="hv-mld-uitspraak__helft">
            <span className="hv-mld-soort">
              <select
                aria-label={t.soort(n)}
                value={u.soort}
                onChange={(e) => {
                  const s = UITSPRAAK_SOORT.find((x) => x.code === e.target.value);
                  if (s) wijzig({ soort: s.code });
                }}
              >
                {UITSPRAAK_SOORT.map((s) => (
                  <option key={s.code} value={s.code}>
                    {s[taal]}
                  </option>
                ))}
              </select>
              <Icoon naam="omlaag" />
            </span>
            <span className="hv-mld-bron">
              <span aria-hidden="true">{t.van}</span>
              <input
                type="text"
                autoComplete="off"
                aria-label={t.bron(n)}
                list={bronnen}
                maxLength={200}
                value={u.bron}
                onChange={(e) => wijzig({ bron: e.target.value })}
              />
            </span>
          </div>
          <div className={`hv-mld-uitspraak__helft${kant === 'vt' ? ' hv-mld-uitspraak__helft--vol' : ''}`}>
            <Wanneer
              label={t.wanneer(n)}
              bij={t.wanneerBij}
              waarde={u.gebeurdOp}
              onWaarde={(gebeurdOp) => wijzig({ gebeurdOp })}
            />
            {kant === 'vt' ? (
              <button
                type="button"
                className={`hv-mld-scherm${u.afgeschermd ? ' hv-mld-scherm--aan' : ''}`}
                aria-pressed={u.afgeschermd}
                onClick={() => wijzig({ afgeschermd: !u.afgeschermd })}
              >
                <Icoon naam="slot" />
                {t.afschermen}
              </button>
            ) : null}
            {u.tekst !== '' || i > 0 ? (
              <Knop soort="stil" klein alleenIcoon icoon="kruis" className="hv-mld-weg" onClick={onWeg}>
                {t.weg(n)}
              </Knop>
            ) : null}
          </div>
        </div>
      ) : null}
    </>
  );
}

/**
 * When it happened, as people say it. What is read as a date becomes one; what is not ("vorige zomer") stays as it was
 * said, for that is what the caller knows.
 */
function Wanneer({
  label,
  bij,
  waarde,
  onWaarde,
}: {
  label: string;
  bij: string;
  waarde: string;
  onWaarde: (waarde: string) => void;
}) {
  const nu = useNu();
  const [getypt, setGetypt] = useState<string>();
  const toon = isoDatum.test(waarde)
    ? datum(waarde, { kort: true, weekdag: waarde.length === 10, nu })
    : waarde;
  return (
    <input
      type="text"
      autoComplete="off"
      className="hv-mld-wanneer"
      aria-label={label}
      placeholder={bij}
      maxLength={40}
      value={getypt ?? toon}
      onChange={(e) => {
        setGetypt(e.target.value);
        onWaarde(readDatum(e.target.value, dagVan(nu), 'gebeurd') ?? e.target.value);
      }}
      // Only now: while someone types, the text is theirs.
      onBlur={() => setGetypt(undefined)}
    />
  );
}
