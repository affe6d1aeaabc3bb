// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useDoe } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Dialoog } from '../../web/delen/dialoog.tsx';
import { Formulierfouten } from '../../web/delen/formulierfouten.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import { CONTROLE_UITKOMSTEN, type ControleUitkomst, volgendeControle } from './controle.ts';

const woorden = teksten({
  nl: {
    titel: 'Hoe is het nu?',
    uitkomst: 'Hoe is het met het gezin?',
    met: 'Met wie sprak u, of wie zag u?',
    metHulp: 'Noem de rol, geen naam. Bijvoorbeeld: moeder, school, wijkagent.',
    toelichting: 'Wat hoorde of zag u?',
    volgende: 'Wanneer moet er weer iemand kijken?',
    dagen: (n: number) => (n === 1 ? 'Morgen' : n === 7 ? 'Over een week' : `Over ${n} dagen`),
    bewaar: 'Leg vast',
    terug: 'Terug',
    klaar: 'De controle staat vast.',
    klaarMet: (wie: string, d: string) => `De controle staat vast. ${wie} kijkt opnieuw uiterlijk ${d}.`,
    onveilig:
      'Het is nu niet veilig. Leg dit vast en handel: bel 112 bij direct gevaar, of overleg met uw gedragswetenschapper.',
  },
  en: {
    titel: 'How is it now?',
    uitkomst: 'How is the family?',
    met: 'Who did you speak to, or see?',
    metHulp: 'Give the role, not a name. For example: mother, school, community officer.',
    toelichting: 'What did you hear or see?',
    volgende: 'When must someone look again?',
    dagen: (n: number) => (n === 1 ? 'Tomorrow' : n === 7 ? 'In a week' : `In ${n} days`),
    bewaar: 'Record',
    terug: 'Back',
    klaar: 'The check is recorded.',
    klaarMet: (wie: string, d: string) => `The check is recorded. ${wie} looks again by ${d}.`,
    onveilig:
      'It is not safe now. Record this and act: call 112 in direct danger, or consult your behavioural scientist.',
  },
});

/** Someone looked at a family that waits: what they found, and when they look again. */
export function ControleDialoog({
  casusId,
  onSluit,
  ververs,
}: {
  /** The casus; undefined: closed. */
  casusId: string | undefined;
  onSluit: () => void;
  ververs: readonly (readonly string[])[];
}) {
  const t = useTeksten(woorden);
  return (
    <Dialoog open={casusId !== undefined} onSluit={onSluit} titel={t.titel} breed>
      {casusId === undefined ? null : <Formulier casusId={casusId} onSluit={onSluit} ververs={ververs} />}
    </Dialoog>
  );
}

function Formulier({
  casusId,
  onSluit,
  ververs,
}: {
  casusId: string;
  onSluit: () => void;
  ververs: readonly (readonly string[])[];
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const [uitkomst, setUitkomst] = useState<ControleUitkomst>();
  const [met, setMet] = useState('');
  const [toelichting, setToelichting] = useState('');
  const [dagen, setDagen] = useState<number>();
  const doe = useDoe<Record<string, unknown>, { volgendeOp: string | null; volgendeDoor: string | null }>(
    `/casussen/${casusId}/veiligheidscontroles`,
    {
      ververs,
      naSucces: ({ volgendeOp, volgendeDoor }) => {
        // the end is exclusive: the last day is the one before it
        const laatste = volgendeOp ? datum(new Date(Date.parse(volgendeOp) - 1), { weekdag: true }) : null;
        toonToast({ tekst: laatste && volgendeDoor ? t.klaarMet(volgendeDoor, laatste) : t.klaar });
        onSluit();
      },
    },
  );
  const gekozen = dagen ?? (uitkomst ? volgendeControle(uitkomst) : undefined);
  return (
    <form
      className="hv-stapel"
      onSubmit={(e) => {
        e.preventDefault();
        doe.mutate({ uitkomst: uitkomst ?? null, met, toelichting, volgendeOverDagen: dagen ?? null });
      }}
    >
      <Formulierfouten fouten={[]} probleem={doe.error} poging={doe.submittedAt} />
      <Keuzerondjes
        name="uitkomst"
        label={t.uitkomst}
        verplicht
        opties={CONTROLE_UITKOMSTEN.map((u) => ({ waarde: u.code, label: u[taal] }))}
        waarde={uitkomst}
        onKies={(w) => setUitkomst(w as ControleUitkomst)}
      />
      {uitkomst === 'onveilig' ? (
        <Bericht soort="acuut" meteen>
          {t.onveilig}
        </Bericht>
      ) : null}
      <Tekstveld
        name="met"
        label={t.met}
        hulp={t.metHulp}
        verplicht
        maxLength={200}
        value={met}
        onChange={(e) => setMet(e.target.value)}
      />
      <Tekstvak
        name="toelichting"
        label={t.toelichting}
        verplicht
        maxLength={4000}
        value={toelichting}
        onChange={(e) => setToelichting(e.target.value)}
      />
      <Keuzerondjes
        name="volgendeOverDagen"
        label={t.volgende}
        opties={[1, 2, 4, 7].map((n) => ({ waarde: String(n), label: t.dagen(n) }))}
        waarde={gekozen === undefined ? '' : String(gekozen)}
        onKies={(w) => setDagen(Number(w))}
      />
      <div className="hv-rij">
        <Knop
          soort="hoofd"
          type="submit"
          bezig={doe.isPending}
          uit={!uitkomst || !met.trim() || !toelichting.trim()}
        >
          {t.bewaar}
        </Knop>
        <Knop onClick={onSluit}>{t.terug}</Knop>
      </div>
    </form>
  );
}
