// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { AARD, GEMEENTEN, woord } from '../../kern/lijsten.ts';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { moment } from '../../web/tijd.ts';
import type { BeoordelingAntwoord } from './beoordeling.api.ts';
import { type Afweging, ANTWOORDEN, BESLUITEN, VERVOLGSOORTEN, vraagtMultiprobleem } from './beoordeling.ts';

const woorden = teksten({
  nl: {
    a: 'A. Is er acute onveiligheid?',
    b: 'B. Is er structurele onveiligheid?',
    c: 'C. Zijn er veel problemen tegelijk die schaden?',
    aard: 'Wat het blijkt te zijn',
    onbekend: 'niet bekend',
    reden: 'Reden van het besluit',
    besluitKop: 'Besluit',
    antwoordOnbekend: 'geen antwoord',
    overgeslagen: 'overgeslagen: B is ja',
    gronden: 'Waar het op rust',
    geenGronden: 'nog niets gekozen',
    door: 'Wie deed wat',
    stap: { voorgelegd: 'voorgelegd', teruggelegd: 'teruggelegd', vastgesteld: 'vastgesteld' } as Record<
      string,
      string
    >,
  },
  en: {
    a: 'A. Is there acute unsafety?',
    b: 'B. Is there structural unsafety?',
    c: 'C. Are there many problems at once that do harm?',
    aard: 'What it turns out to be',
    onbekend: 'not known',
    reden: 'Reason of the decision',
    besluitKop: 'Decision',
    antwoordOnbekend: 'no answer',
    overgeslagen: 'skipped: B is yes',
    gronden: 'What it rests on',
    geenGronden: 'nothing chosen yet',
    door: 'Who did what',
    stap: { voorgelegd: 'put forward', teruggelegd: 'handed back', vastgesteld: 'decided' } as Record<
      string,
      string
    >,
  },
});

/** Says what was done, and goes back to the head of the page: beneath it stands something else now. */
export function klaar(tekst: string): void {
  toonToast({ tekst });
  window.scrollTo({ top: 0 });
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/** The weighing as text: for the second pair of eyes, and to compare two versions (then only what differs). */
export function Samenvatting({
  a,
  b,
  anders,
}: {
  a: Afweging;
  b: BeoordelingAntwoord;
  anders?: Afweging | undefined;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const antwoord = (code: string | null, argument: string | null) => (
    <>
      <span className="hv-sterk">
        {ANTWOORDEN.find((w) => w.code === code)?.[taal] ?? t.antwoordOnbekend}
      </span>
      {argument ? <span className="hv-regels">. {argument}</span> : null}
    </>
  );
  const besluit = BESLUITEN.find((x) => x.code === a.besluit);
  const aan = VERVOLGSOORTEN.find((v) => v.code === a.vervolgSoort);
  const waar = a.gemeentecode ?? b.melding.gemeentecode;
  const gekozen = b.uitspraken.filter((u) => a.uitspraakIds.includes(u.id));
  const regels: { velden: (keyof Afweging)[]; naam: string; waarde: ReactNode }[] = [
    { velden: ['acuut', 'acuutArgument'], naam: t.a, waarde: antwoord(a.acuut, a.acuutArgument) },
    {
      velden: ['structureel', 'structureelArgument'],
      naam: t.b,
      waarde: antwoord(a.structureel, a.structureelArgument),
    },
    {
      velden: ['multiprobleem', 'multiprobleemArgument'],
      naam: t.c,
      waarde: vraagtMultiprobleem(a) ? antwoord(a.multiprobleem, a.multiprobleemArgument) : t.overgeslagen,
    },
    {
      velden: ['aard', 'gemeentecode'],
      naam: t.aard,
      waarde: (
        <>
          <span className="hv-sterk">
            {(a.aard ?? b.melding.aard).map((x) => woord(AARD, x, taal)).join(', ') || t.onbekend}
          </span>
          {waar ? `. ${woord(GEMEENTEN, waar, taal)}` : null}
        </>
      ),
    },
    {
      velden: ['besluit', 'vervolgSoort'],
      naam: t.besluitKop,
      waarde: besluit ? (
        <>
          <span className="hv-sterk">{besluit[taal]}</span>
          {aan && a.besluit === 'overdragen' ? `: ${aan[taal].toLowerCase()}` : ''}
          <br />
          <span className="hv-zacht">{taal === 'en' ? besluit.zinEn : besluit.zin}</span>
        </>
      ) : (
        t.antwoordOnbekend
      ),
    },
    {
      velden: ['besluitReden'],
      naam: t.reden,
      waarde: a.besluitReden ? <span className="hv-regels">{a.besluitReden}</span> : null,
    },
    {
      velden: ['uitspraakIds'],
      naam: t.gronden,
      waarde: gekozen.length > 0 ? gekozen.map((u) => u.tekst).join('\n') : t.geenGronden,
    },
  ];
  const gelijk = (velden: (keyof Afweging)[]) =>
    anders !== undefined && velden.every((v) => JSON.stringify(a[v]) === JSON.stringify(anders[v]));
  // the grounds stand at the left of the page; in a comparison they stand here
  const toon = anders ? regels.filter((r) => !gelijk(r.velden)) : regels.slice(0, -1);
  return <Gegevens lijst={toon} />;
}

export function Stappen({ b }: { b: BeoordelingAntwoord }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  if (b.stappen.length === 0) return null;
  return (
    <section className="hv-stapel hv-krap hv-deel">
      <Kop niveau={2} alsof={3}>
        {t.door}
      </Kop>
      <ol className="hv-lijst-kaal hv-stapel hv-krap">
        {b.stappen.map((s) => (
          <li key={s.gezetOp + s.stap} className="hv-beoordeling__stap">
            <span className="hv-zacht hv-getal">{moment(s.gezetOp, nu)}</span>
            <span>
              {s.door}: {t.stap[s.stap]}
              {s.opmerking ? <span className="hv-regels">. {s.opmerking}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
