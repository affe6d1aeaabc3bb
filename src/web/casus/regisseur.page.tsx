// SPDX-License-Identifier: EUPL-1.2
// Who steers a casus that one's organisation holds: one household, one plan, one regisseur.
import { REGISSEUR_FUNCTIES } from '../../keten/overdracht/overdracht.ts';
import { useDoe } from '../api.ts';
import { useCollegas } from '../collegas.ts';
import { Formulierdialoog, naBewaren, useWaarden } from '../delen/formulierdialoog.tsx';
import { Keuzelijst } from '../delen/keuzelijst.tsx';
import { useIk } from '../ik.ts';
import { teksten, useTeksten } from '../taal.ts';
import { type Casusbeeld, casusSleutels } from './casuskader.tsx';

const woorden = teksten({
  nl: {
    titel: 'Wie voert de regie?',
    wie: 'Regisseur',
    hulp: 'Wat nu op naam van de vorige regisseur staat, gaat mee.',
    zelf: (n: string) => `${n} (u)`,
    bewaar: 'Leg vast',
    vul: 'Kies een collega.',
    klaar: 'De regisseur is gekozen.',
  },
  en: {
    titel: 'Who is the regisseur?',
    wie: 'Regisseur',
    hulp: 'What is on the name of the former regisseur now goes along.',
    zelf: (n: string) => `${n} (you)`,
    bewaar: 'Record',
    vul: 'Choose a colleague.',
    klaar: 'The regisseur was chosen.',
  },
});

/** Chooses a regisseur among those who work with families here; oneself first. */
export function Regisseurkeuze({
  beeld,
  open,
  onSluit,
}: {
  beeld: Casusbeeld;
  open: boolean;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const f = useWaarden({ medewerkerId: '' }, beeld.regisseur?.id);
  const collegas = useCollegas(open);
  const doe = useDoe<Record<string, unknown>>(`/casussen/${beeld.id}/regisseur`, {
    methode: 'PUT',
    ververs: [...casusSleutels(beeld.id), ['werk'], ['ik']],
    naSucces: naBewaren(f, t.klaar, onSluit),
  });
  const keuze = collegas
    .filter((c) => REGISSEUR_FUNCTIES.includes(c.functie) && c.id !== beeld.regisseur?.id)
    .sort((a, b) => Number(b.id === ik.medewerker.id) - Number(a.id === ik.medewerker.id));
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.titel}
      bewaar={t.bewaar}
      uit={!f.heeft('medewerkerId')}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() => doe.mutate({ medewerkerId: f.waarden.medewerkerId })}
    >
      <Keuzelijst
        {...f.veld('medewerkerId')}
        label={t.wie}
        hulp={beeld.regisseur ? t.hulp : undefined}
        verplicht
        opties={keuze.map((c) => ({
          waarde: c.id,
          label: c.id === ik.medewerker.id ? t.zelf(c.naam) : c.naam,
        }))}
      />
    </Formulierdialoog>
  );
}
