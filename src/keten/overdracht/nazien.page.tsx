// SPDX-License-Identifier: EUPL-1.2
// What may lead to the melder or to a secret place, shown to the one person who knows whether it does, before it leaves.
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { teksten, useTeksten } from '../../web/taal.ts';
import type { VoorbereidingAntwoord } from './overdracht.api.ts';

const woorden = teksten({
  nl: {
    nazien: 'Kijk na wat naar iemand kan leiden',
    nazienUitleg:
      'Wat gemerkt is, kan naar de melder leiden of naar een plek die geheim moet blijven, ook zonder naam. Of dat zo is, weet u. Kies bij elke tekst. Wat bij u blijft, ziet de ander niet, ook niet als die aanvaardt.',
    nazienKies: 'Leidt dit naar de melder of naar een geheime plek?',
    gaatMee: 'Nee, gaat mee',
    blijft: 'Ja, blijft bij ons',
    bron: 'Van',
    wederhoor: 'Reactie van',
    aanwijzingen: {
      melder: 'kan de melder zijn',
      plek: 'kan een plek zijn',
      bereik: 'contactgegeven',
    } as Record<string, string>,
  },
  en: {
    nazien: 'Look at what may lead to someone',
    nazienUitleg:
      'What is marked may lead to the melder or to a place that must stay secret, also without a name. Whether it does, you know. Choose for each text. What stays with you the other does not see, also not after accepting.',
    nazienKies: 'Does this lead to the melder or to a secret place?',
    gaatMee: 'No, goes along',
    blijft: 'Yes, stays with us',
    bron: 'From',
    wederhoor: 'Response of',
    aanwijzingen: { melder: 'may be the melder', plek: 'may be a place', bereik: 'contact detail' } as Record<
      string,
      string
    >,
  },
});

type Uitspraak = VoorbereidingAntwoord['naTeZien'][number];

/** The statements with a mark; of each is chosen whether it goes along or stays. Nothing when there are none. */
export function Nazien({
  uitspraken,
  keuzes,
  onKies,
  fout,
}: {
  uitspraken: readonly Uitspraak[];
  /** Per statement `mee` or `blijft`. */
  keuzes: Readonly<Record<string, string>>;
  onKies: (id: string, keuze: string) => void;
  /** Said at what has no choice yet. */
  fout: string | undefined;
}) {
  const t = useTeksten(woorden);
  if (uitspraken.length === 0) return null;
  return (
    <section className="hv-deel hv-stapel" aria-labelledby="nazien">
      <div>
        <Kop niveau={2} id="nazien">
          {t.nazien}
        </Kop>
        <p className="nl-paragraph hv-zacht">{t.nazienUitleg}</p>
      </div>
      <ul className="hv-nazien">
        {uitspraken.map((u, i) => (
          <li key={u.id} className="hv-nazien__tekst">
            <p className="hv-nazien__uitspraak">
              <Gemerkt stukken={u.tekst} />
            </p>
            <p className="hv-zacht hv-nazien__bron">
              {t.bron} <Gemerkt stukken={u.bron} />
            </p>
            {u.wederhoor.map((r, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the answer has a fixed order and no ids
              <p key={j} className="hv-nazien__bron">
                {t.wederhoor} <Gemerkt stukken={r} />
              </p>
            ))}
            <Keuzerondjes
              name={i === 0 ? 'nagezien' : `nagezien-${u.id}`}
              label={t.nazienKies}
              opties={[
                { waarde: 'mee', label: t.gaatMee },
                { waarde: 'blijft', label: t.blijft },
              ]}
              waarde={keuzes[u.id] ?? ''}
              onKies={(keuze) => onKies(u.id, keuze)}
              fout={keuzes[u.id] === undefined ? fout : undefined}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A text with its marks; what a mark means is also said to who hears the page. */
function Gemerkt({ stukken }: { stukken: Uitspraak['tekst'] }) {
  const t = useTeksten(woorden);
  return stukken.map((s, i) =>
    s.soort === null ? (
      s.tekst
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text, in their order
      <mark key={i} className="hv-nazien__merk">
        {s.tekst}
        <span className="hv-verborgen"> ({t.aanwijzingen[s.soort]})</span>
      </mark>
    ),
  );
}
