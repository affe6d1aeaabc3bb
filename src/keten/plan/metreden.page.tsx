// SPDX-License-Identifier: EUPL-1.2
import { useDoe } from '../../web/api.ts';
import { casusSleutels } from '../../web/casus/casuskader.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { teksten, useTeksten } from '../../web/taal.ts';

const woorden = teksten({
  nl: {
    reden: 'Waarom nu?',
    gedaan: 'Het staat in het plan.',
    vul: 'Vul eerst in wat nodig is.',
  },
  en: {
    reden: 'Why now?',
    gedaan: 'It is in the plan.',
    vul: 'Fill in what is needed first.',
  },
});

/** What cannot be undone asks for a reason, because the record wants it anyway. */
export function MetReden({
  id,
  titel,
  open,
  pad,
  over,
  onSluit,
}: {
  id: string;
  titel: string;
  open: boolean;
  pad: string;
  over: string | undefined;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const f = useWaarden({ reden: '' }, pad);
  const doe = useDoe(pad, {
    ververs: casusSleutels(id),
    naSucces: naBewaren(f, t.gedaan, onSluit),
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={titel}
      bewaar={titel}
      uit={!f.heeft('reden')}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() => doe.mutate({ reden: f.waarden.reden })}
    >
      {over ? <blockquote className="hv-wederhoor hv-regels">{over}</blockquote> : null}
      <Tekstvak {...f.veld('reden')} label={t.reden} verplicht maxLength={2000} regels={2} />
    </Formulierdialoog>
  );
}
