// SPDX-License-Identifier: EUPL-1.2
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import './cijfers.css';

const woorden = teksten({
  nl: { watTelt: 'Wat telt dit?', bron: 'Bron:' },
  en: { watTelt: 'What does this count?', bron: 'Source:' },
});

/** What a figure counts and where that comes from, folded under it; printed open. */
export function Uitleg({ titel, u }: { titel: string; u: { nl: string; en: string; bron: string } }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  return (
    <details className="hv-uitleg">
      <summary>
        {t.watTelt}
        <span className="hv-verborgen"> {titel}</span>
      </summary>
      <p>{taal === 'en' ? u.en : u.nl}</p>
      <p>
        {t.bron} <span lang="nl">{u.bron}</span>
      </p>
    </details>
  );
}
