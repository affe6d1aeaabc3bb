// SPDX-License-Identifier: EUPL-1.2
import { useDoe } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { useTermijnwoorden } from '../../web/termijnwoorden.ts';
import { datum, laatsteDag } from '../../web/tijd.ts';
import { CONTROLE_UITKOMSTEN, hoogstensDagen, volgendeControle } from './controle.ts';

const woorden = teksten({
  nl: {
    titel: 'Hoe is het nu?',
    uitkomst: 'Hoe is het met het gezin?',
    met: 'Met wie sprak u, of wie zag u?',
    metHulp: 'Noem de rol, geen naam. Bijvoorbeeld: moeder, school, wijkagent.',
    toelichting: 'Wat hoorde of zag u?',
    volgende: 'Wanneer moet er weer iemand kijken?',
    dagen: (n: number) => (n === 1 ? 'Morgen' : n === 7 ? 'Over een week' : `Over ${n} dagen`),
    nietNodig: (d: string, wat: string) => `Niet nodig: uiterlijk ${d} is er al “${wat}”`,
    nietNodigStil: (d: string, wat: string) => `Niet nodig: “${wat}” staat stil tot en met ${d}`,
    zoalsGepland: (wie: string) => `Zoals ${wie} het gepland heeft`,
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
    nietNodig: (d: string, wat: string) => `Not needed: “${wat}” comes by ${d}`,
    nietNodigStil: (d: string, wat: string) => `Not needed: “${wat}” stands still until ${d}`,
    zoalsGepland: (wie: string) => `As ${wie} planned it`,
    bewaar: 'Record',
    vul: 'Fill in what is needed first.',
    klaar: 'The check is recorded.',
    klaarMet: (wie: string, d: string) => `The check is recorded. ${wie} looks again by ${d}.`,
    onveilig:
      'It is not safe now. Record this and act: call 112 in direct danger, or consult your behavioural scientist.',
  },
});

/** Another term that brings the holder back to the family. */
interface Terug {
  soort: string;
  omschrijving: string;
  vervaltOp: string | null;
  opgeschortTot: string | null;
}

const DAGEN = [1, 2, 4, 7];
/** No day is chosen: what was planned is enough. */
const GEEN = 'geen';

/** Someone looked at a family that waits: what they found, and when they look again. */
export function ControleDialoog({
  casusId,
  acuut,
  andereHouder,
  terug,
  onSluit,
  ververs,
}: {
  /** The casus; undefined: closed. */
  casusId: string | undefined;
  /** The casus is in acute danger. */
  acuut: boolean;
  /** Who holds zicht, when that is not the organisation of who looks. */
  andereHouder?: string | undefined;
  /** What brings the holder back when no next look is planned, once a plan has begun. */
  terug?: Terug | undefined;
  onSluit: () => void;
  ververs: readonly (readonly string[])[];
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const zeg = useTermijnwoorden();
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
  const gewoon = uitkomst ? volgendeControle(uitkomst) : undefined;
  const geen = () => {
    if (uitkomst !== 'veilig') return undefined;
    if (andereHouder) return t.zoalsGepland(andereHouder);
    const op = terug?.vervaltOp ?? terug?.opgeschortTot;
    if (!terug || !op) return undefined;
    const dag = datum(laatsteDag(op), { weekdag: true });
    return (terug.vervaltOp ? t.nietNodig : t.nietNodigStil)(dag, zeg(terug.soort, terug.omschrijving).vraag);
  };
  const genoeg = geen();
  // another than the holder brings the next look nearer, and never puts it off
  const uiterlijk = uitkomst && (andereHouder ? gewoon : hoogstensDagen(uitkomst, acuut));
  const dagenKeus = DAGEN.filter((n) => uiterlijk === undefined || n <= uiterlijk);
  const opties = [
    ...(genoeg ? [{ waarde: GEEN, label: genoeg }] : []),
    ...dagenKeus.map((n) => ({ waarde: String(n), label: t.dagen(n) })),
  ];
  // what is sent is what is shown as chosen
  const voorstel = genoeg ? GEEN : String(gewoon ?? '');
  const keus = opties.some((o) => o.waarde === dagen) ? dagen : voorstel;
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
        doe.mutate({ uitkomst, met, toelichting, volgendeOverDagen: keus === GEEN ? null : Number(keus) })
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
        opties={opties}
        waarde={keus}
        onKies={(w) => f.zet({ dagen: w })}
      />
    </Formulierdialoog>
  );
}
