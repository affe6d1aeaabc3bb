// SPDX-License-Identifier: EUPL-1.2
import { useDoe } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import { CONTROLE_UITKOMSTEN, volgendeControle } from './controle.ts';

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
    vul: 'Vul eerst in wat nodig is.',
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
    vul: 'Fill in what is needed first.',
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
  const { taal } = useInstellingen();
  const f = useWaarden({ uitkomst: '', met: '', toelichting: '', dagen: '' }, casusId);
  const { met, toelichting, dagen } = f.waarden;
  const uitkomst = CONTROLE_UITKOMSTEN.find((u) => u.code === f.waarden.uitkomst)?.code;
  const doe = useDoe<Record<string, unknown>, { volgendeOp: string | null; volgendeDoor: string | null }>(
    `/casussen/${casusId ?? ''}/veiligheidscontroles`,
    {
      ververs,
      naSucces: ({ volgendeOp, volgendeDoor }) => {
        // the end is exclusive: the last day is the one before it
        const laatste = volgendeOp ? datum(new Date(Date.parse(volgendeOp) - 1), { weekdag: true }) : null;
        naBewaren(f, laatste && volgendeDoor ? t.klaarMet(volgendeDoor, laatste) : t.klaar, onSluit)();
      },
    },
  );
  const voorstel = uitkomst ? String(volgendeControle(uitkomst)) : '';
  return (
    <Formulierdialoog
      open={casusId !== undefined}
      onSluit={onSluit}
      titel={t.titel}
      bewaar={t.bewaar}
      uit={!f.heeft('uitkomst', 'met', 'toelichting')}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() =>
        doe.mutate({ uitkomst, met, toelichting, volgendeOverDagen: dagen === '' ? null : Number(dagen) })
      }
    >
      <Keuzerondjes
        name="uitkomst"
        label={t.uitkomst}
        verplicht
        opties={CONTROLE_UITKOMSTEN.map((u) => ({ waarde: u.code, label: u[taal] }))}
        waarde={f.waarden.uitkomst}
        onKies={(w) => f.zet({ uitkomst: w })}
      />
      {uitkomst === 'onveilig' ? (
        <Bericht soort="acuut" meteen>
          {t.onveilig}
        </Bericht>
      ) : null}
      <Tekstveld {...f.veld('met')} label={t.met} hulp={t.metHulp} verplicht maxLength={200} />
      <Tekstvak {...f.veld('toelichting')} label={t.toelichting} verplicht maxLength={4000} />
      <Keuzerondjes
        name="volgendeOverDagen"
        label={t.volgende}
        opties={[1, 2, 4, 7].map((n) => ({ waarde: String(n), label: t.dagen(n) }))}
        waarde={dagen || voorstel}
        onKies={(w) => f.zet({ dagen: w })}
      />
    </Formulierdialoog>
  );
}
