// SPDX-License-Identifier: EUPL-1.2
// An organisation that closes: all that it holds passes to its successor at that very moment (P1).
import { useState } from 'react';
import type { OrganisatieAntwoord } from '../kern/organisatie/organisatie.api.ts';
import { kanOpvolgen } from '../kern/organisatie/organisatie.ts';
import { useDoe, useLees } from './api.ts';
import { Formulierdialoog, naBewaren, useWaarden } from './delen/formulierdialoog.tsx';
import { Keuzelijst } from './delen/keuzelijst.tsx';
import { Knop } from './delen/knop.tsx';
import { Tekstvak } from './delen/tekstvak.tsx';
import { useIk } from './ik.ts';
import { aantal, teksten, useTeksten } from './taal.ts';

const woorden = teksten({
  nl: {
    kop: 'Een organisatie sluit',
    uitleg:
      'Gaat een organisatie uit deze regio samen met een andere, of houdt zij op? Alles wat zij in zicht heeft gaat dan in één keer over op haar opvolger. Dit kan niet ongedaan worden gemaakt.',
    knop: 'Sluit een organisatie',
    titel: 'Sluit een organisatie',
    welke: 'Welke organisatie sluit?',
    welkeHulp:
      'Staat zij er niet bij? Dan kan nog niemand haar opvolgen: laat de beheerder eerst de opvolger toevoegen.',
    opvolger: 'Wie volgt haar op?',
    opvolgerHulp: 'Alleen wie kan doen wat zij deed.',
    reden: 'Waarom sluit zij?',
    sluit: 'Sluit',
    vul: 'Kies de organisatie en haar opvolger, en zeg waarom.',
    klaar: (n: number) => `Gesloten. ${aantal(n, 'casus ging', 'casussen gingen')} over op de opvolger.`,
  },
  en: {
    kop: 'An organisation closes',
    uitleg:
      'Does an organisation of this region join another, or end? All that it holds then passes to its successor at once. This cannot be undone.',
    knop: 'Close an organisation',
    titel: 'Close an organisation',
    welke: 'Which organisation closes?',
    welkeHulp:
      'Is it not here? Then nobody can follow it up yet: have the administrator add the successor first.',
    opvolger: 'Who follows it up?',
    opvolgerHulp: 'Only who can do what it did.',
    reden: 'Why does it close?',
    sluit: 'Close',
    vul: 'Choose the organisation and its successor, and say why.',
    klaar: (n: number) => `Closed. ${aantal(n, 'case', 'cases')} passed to the successor.`,
  },
});

/** Closing, for who may: a team leader of Veilig Thuis. */
export function Sluiting() {
  const t = useTeksten(woorden);
  const ik = useIk();
  const [open, setOpen] = useState(false);
  const f = useWaarden({ id: '', opvolgerId: '', reden: '' });
  const organisaties = useLees<OrganisatieAntwoord[]>(['organisaties', 'open'], '/organisaties?open=true', {
    aan: open,
  });
  const doe = useDoe<Record<string, unknown>, { aantalCasussen: number }>(
    `/organisaties/${f.waarden.id}/sluiting`,
    {
      ververs: [['organisaties'], ['werk'], ['ik'], ['casussen']],
      naSucces: (uit) => naBewaren(f, t.klaar(uit.aantalCasussen), () => setOpen(false))(),
    },
  );
  const alle = organisaties.data ?? [];
  const welke = alle.find((o) => o.id === f.waarden.id);
  const opvolgersVan = (van: OrganisatieAntwoord) =>
    alle.filter((o) => o.id !== van.id && kanOpvolgen(van.soort, o.soort));
  const optie = (o: OrganisatieAntwoord) => ({ waarde: o.id, label: o.naam });
  return (
    <details>
      <summary>{t.kop}</summary>
      <div className="hv-stapel hv-krap">
        <p className="nl-paragraph hv-lopend">{t.uitleg}</p>
        <div>
          <Knop onClick={() => setOpen(true)}>{t.knop}</Knop>
        </div>
      </div>
      <Formulierdialoog
        open={open}
        onSluit={() => setOpen(false)}
        titel={t.titel}
        bewaar={t.sluit}
        gevaar
        uit={!f.heeft('id', 'opvolgerId', 'reden')}
        waaromNiet={t.vul}
        doe={doe}
        onBewaar={() => doe.mutate({ opvolgerId: f.waarden.opvolgerId, reden: f.waarden.reden })}
      >
        <p className="nl-paragraph">{t.uitleg}</p>
        <Keuzelijst
          name="id"
          label={t.welke}
          hulp={t.welkeHulp}
          verplicht
          value={f.waarden.id}
          onChange={(e) => f.zet({ id: e.target.value, opvolgerId: '' })}
          // another Veilig Thuis is closed by its own team leader
          opties={alle
            .filter((o) => o.soort !== 'veilig_thuis' || o.id === ik.organisatie.id)
            .filter((o) => opvolgersVan(o).length > 0)
            .map(optie)}
        />
        <Keuzelijst
          {...f.veld('opvolgerId')}
          label={t.opvolger}
          hulp={t.opvolgerHulp}
          verplicht
          opties={welke ? opvolgersVan(welke).map(optie) : []}
        />
        <Tekstvak {...f.veld('reden')} label={t.reden} verplicht maxLength={1000} regels={2} />
      </Formulierdialoog>
    </details>
  );
}
