// SPDX-License-Identifier: EUPL-1.2
// The privacy officer knows a casus by its number only: asked in the page, never in its address.
import { useState } from 'react';
import { Knop } from '../../web/delen/knop.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';

/** Asks for the number of a casus. `hoofd`: this is what the page wants now. */
export function Nummervraag(p: {
  label: string;
  knop: string;
  hoofd: boolean;
  onVraag: (nummer: string) => void;
}) {
  const [nummer, setNummer] = useState('');
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        p.onVraag(nummer.trim());
      }}
    >
      <Tekstveld
        name="casusnummer"
        label={p.label}
        breedte="half"
        maxLength={40}
        spellCheck={false}
        value={nummer}
        onChange={(e) => setNummer(e.target.value)}
        achter={
          <Knop type="submit" soort={p.hoofd ? 'hoofd' : 'gewoon'}>
            {p.knop}
          </Knop>
        }
      />
    </form>
  );
}
