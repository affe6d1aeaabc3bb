// SPDX-License-Identifier: EUPL-1.2
// The answers to an overdracht: accept, or refuse, withdraw and keep, with a reason.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MedewerkerAntwoord } from '../../kern/organisatie/organisatie.api.ts';
import { type ApiProbleem, useDoe, useLees } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Formulierdialoog } from '../../web/delen/formulierdialoog.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { useIk } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import type { OverdrachtAntwoord } from './overdracht.api.ts';
import { REGISSEUR_FUNCTIES, zegNieuweMelding } from './overdracht.ts';

const woorden = teksten({
  nl: {
    neemAan: 'Neem aan',
    aanTitel: 'Overdracht aannemen',
    aanUitleg: (o: string) => `Vanaf dit moment houdt ${o} zicht op de veiligheid van dit gezin.`,
    wieRegisseur: 'Wie wordt de regisseur?',
    regisseurHulp: 'Die stuurt op de inhoud, samen met het gezin. U kunt later iemand anders noemen.',
    ik: (n: string) => `${n} (u)`,
    aanKlaar: 'Overdracht aangenomen. U houdt nu zicht.',
    redenNodig: 'Schrijf eerst de reden op.',
  },
  en: {
    neemAan: 'Accept',
    aanTitel: 'Accept the handover',
    aanUitleg: (o: string) => `From this moment ${o} keeps watch over the safety of this family.`,
    wieRegisseur: 'Who becomes the regisseur?',
    regisseurHulp: 'They steer the content, together with the family. You can name someone else later.',
    ik: (n: string) => `${n} (you)`,
    aanKlaar: 'Handover accepted. You keep watch now.',
    redenNodig: 'Write the reason first.',
  },
});

/** What is shown again after an answer. */
const ververs = (o: OverdrachtAntwoord) => [
  ['overdracht', o.id],
  ['overdrachten'],
  ['ik'],
  ['werk'],
  ['casus'],
  ['casussen'],
];

/** Someone answered before us: the page shows what is now, behind the words that say so. */
function useNaConflict(o: OverdrachtAntwoord): (p: ApiProbleem) => void {
  const client = useQueryClient();
  return (p) => {
    if (p.status === 409) for (const queryKey of ververs(o)) void client.invalidateQueries({ queryKey });
  };
}

/** A report that came in and that the offer does not tell: on the page, and again where it is accepted. */
export function NieuweMelding({ o }: { o: OverdrachtAntwoord }) {
  const { taal } = useInstellingen();
  return o.nieuweMelding ? (
    <Bericht soort={o.nieuweMelding.acuut ? 'acuut' : 'let-op'} meteen>
      <p className="nl-paragraph">{zegNieuweMelding(o.nieuweMelding, taal)}</p>
    </Bericht>
  ) : null;
}

/** The receiver accepts and names the regisseur: from that moment zicht is theirs. */
export function Aannemen({
  o,
  open,
  onSluit,
}: {
  o: OverdrachtAntwoord;
  open: boolean;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const [gekozen, setGekozen] = useState<string>();
  const collegas = useLees<MedewerkerAntwoord[]>(
    ['medewerkers', o.naar.id],
    `/organisaties/${o.naar.id}/medewerkers`,
    { aan: open },
  );
  const kunnen = (collegas.data ?? []).filter((m) => REGISSEUR_FUNCTIES.includes(m.functie));
  const regisseurId = gekozen ?? ik.medewerker.id;
  const doe = useDoe<{ regisseurId: string }, OverdrachtAntwoord>(`/overdrachten/${o.id}/aanvaarding`, {
    ververs: ververs(o),
    naFout: useNaConflict(o),
    naSucces: () => {
      onSluit();
      toonToast({ tekst: t.aanKlaar });
    },
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.aanTitel}
      bewaar={t.neemAan}
      onBewaar={() => doe.mutate({ regisseurId })}
      doe={doe}
    >
      <p className="nl-paragraph">{t.aanUitleg(o.naar.naam)}</p>
      <NieuweMelding o={o} />
      <Keuzelijst
        name="regisseurId"
        label={t.wieRegisseur}
        hulp={t.regisseurHulp}
        leeg={false}
        value={regisseurId}
        onChange={(e) => setGekozen(e.target.value)}
        opties={[
          { waarde: ik.medewerker.id, label: t.ik(ik.medewerker.naam) },
          ...kunnen.filter((m) => m.id !== ik.medewerker.id).map((m) => ({ waarde: m.id, label: m.naam })),
        ]}
      />
    </Formulierdialoog>
  );
}

/** Refuse, withdraw or keep: an answer that needs a reason. */
export function MetReden({
  pad,
  o,
  open,
  onSluit,
  titel,
  label,
  hulp,
  knop,
  klaar,
}: {
  pad: string;
  o: OverdrachtAntwoord;
  open: boolean;
  onSluit: () => void;
  titel: string;
  label: string;
  hulp?: string | undefined;
  knop: string;
  klaar: string;
}) {
  const t = useTeksten(woorden);
  const [reden, setReden] = useState('');
  const doe = useDoe<{ reden: string }, OverdrachtAntwoord>(pad, {
    ververs: ververs(o),
    naFout: useNaConflict(o),
    naSucces: () => {
      onSluit();
      toonToast({ tekst: klaar });
    },
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={titel}
      bewaar={knop}
      onBewaar={() => doe.mutate({ reden })}
      uit={reden.trim() === ''}
      waaromNiet={t.redenNodig}
      doe={doe}
    >
      <Tekstvak
        name="reden"
        label={label}
        hulp={hulp}
        verplicht
        maxLength={2000}
        value={reden}
        onChange={(e) => setReden(e.target.value)}
      />
    </Formulierdialoog>
  );
}
