// SPDX-License-Identifier: EUPL-1.2
// What we know already: the radar beside the phone form. It fills in without ever moving what someone is reading: what was
// found keeps its place, what is new comes below, what no longer fits says so and stays until the person changes.
import { useEffect, useRef, useState } from 'react';
import { useVraag } from '../../web/api.ts';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Fout } from '../../web/delen/toestand.tsx';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import './radar.css';
import {
  type BekendeCasusUit,
  Betekenis,
  type BetekenisUit,
  Weging,
  type WegingUit,
} from './weging.page.tsx';

/** A person as the form sends it to the API; only the parts that tell whether there is enough to look for. */
export interface PaneelPersoon {
  voornamen?: string | null | undefined;
  achternaam?: string | null | undefined;
  bsn?: string | null | undefined;
  telefoon?: readonly string[] | undefined;
}

interface Mogelijk extends WegingUit {
  persoonId: string;
  naam: string;
  geboortejaar: number | null;
  woonplaats: string | null;
  betekenis: BetekenisUit;
  casussen: BekendeCasusUit[];
}

interface Antwoord {
  personen: { plek: number; kandidaten: Mogelijk[] }[];
}

interface Regel {
  plek: number;
  mogelijk: Mogelijk;
  past: boolean;
}

const WACHT_MS = 250;

const woorden = teksten({
  nl: {
    leeg: 'Zodra u een naam typt, kijkt de radar of iemand al bekend is.',
    niemand: 'Niemand gevonden die hierop lijkt.',
    gevonden: (n: number) => `${aantal(n, 'persoon is', 'personen zijn')} misschien al bekend.`,
    bekend: 'Misschien bekend:',
    bij: (naam: string) => `Lijkt op ${naam}`,
    persoon: (n: number) => `persoon ${n}`,
    pastNiet: 'Past niet meer bij wat u typte.',
    voegToe: (n: string) => `Hoort bij casus ${n}`,
    zegt: 'De radar vergelijkt wie iemand is. Hij voorspelt niets over mensen.',
    hoe: 'Hoe werkt de radar?',
  },
  en: {
    leeg: 'As soon as you type a name, the radar looks whether someone is known.',
    niemand: 'Nobody found who looks like this.',
    gevonden: (n: number) => `${aantal(n, 'person may', 'persons may')} be known already.`,
    bekend: 'May be known:',
    bij: (naam: string) => `Looks like ${naam}`,
    persoon: (n: number) => `person ${n}`,
    pastNiet: 'No longer fits what you typed.',
    voegToe: (n: string) => `Belongs to casus ${n}`,
    zegt: 'The radar compares identities. It predicts nothing about people.',
    hoe: 'How does the radar work?',
  },
});

/** The same value, but only once it has not changed for a while. */
function useRustig<T>(waarde: T, sleutel: string, ms: number): T {
  const [rustig, setRustig] = useState(waarde);
  const nieuwste = useRef(waarde);
  nieuwste.current = waarde;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the value really changed
  useEffect(() => {
    const klok = setTimeout(() => setRustig(nieuwste.current), ms);
    return () => clearTimeout(klok);
  }, [sleutel, ms]);
  return rustig;
}

/** Keeps the order of what stands there; what is new is added below. */
function vulAan(oud: readonly Regel[], antwoord: Antwoord, aantalPersonen: number): Regel[] {
  const nieuw = antwoord.personen.flatMap((p) =>
    p.kandidaten.map((mogelijk) => ({ plek: p.plek, mogelijk })),
  );
  const vind = (r: { plek: number; mogelijk: Mogelijk }) =>
    nieuw.find((n) => n.plek === r.plek && n.mogelijk.persoonId === r.mogelijk.persoonId);
  const gebleven = oud
    .filter((r) => r.plek < aantalPersonen)
    .map((r) => {
      const nu = vind(r);
      return nu ? { ...nu, past: true } : { ...r, past: false };
    });
  const erbij = nieuw.filter(
    (n) => !oud.some((r) => r.plek === n.plek && r.mogelijk.persoonId === n.mogelijk.persoonId),
  );
  return [...gebleven, ...erbij.map((n) => ({ ...n, past: true }))];
}

/**
 * Likely known people for the persons typed so far.
 * @param personen as the form would send them to the API
 * @param onKies the worker says that this melding belongs to a running casus
 */
export function RadarPaneel({
  personen,
  onKies,
}: {
  personen: readonly PaneelPersoon[];
  onKies?: ((casusId: string) => void) | undefined;
}) {
  const t = useTeksten(woorden);
  const sleutel = JSON.stringify(personen);
  const rustig = useRustig(personen, sleutel, WACHT_MS);
  const genoeg = rustig.some((p) => p.achternaam || p.bsn || (p.telefoon?.length ?? 0) > 0);
  const vraag = useVraag<Antwoord>(['radar-zoek'], '/radar/_zoek', { personen: rustig }, { aan: genoeg });
  const [regels, setRegels] = useState<readonly Regel[]>([]);
  const { data, isPlaceholderData } = vraag;
  useEffect(() => {
    if (!genoeg) setRegels([]);
    else if (data && !isPlaceholderData) setRegels((oud) => vulAan(oud, data, rustig.length));
  }, [data, isPlaceholderData, genoeg, rustig.length]);

  const passend = regels.filter((r) => r.past).length;
  const zegt = !genoeg
    ? t.leeg
    : vraag.data === undefined
      ? ''
      : passend === 0
        ? t.niemand
        : t.gevonden(passend);
  return (
    <div className="hv-radarpaneel">
      <p className="nl-paragraph" role="status">
        {zegt}
      </p>
      {vraag.error && !vraag.error.offline ? <Fout probleem={vraag.error} /> : null}
      <ul className="hv-lijst-kaal">
        {regels.map((r) => {
          const m = r.mogelijk;
          const wie = rustig[r.plek];
          const open = m.casussen.find((c) => c.status === 'open');
          const typte = [wie?.voornamen, wie?.achternaam].filter(Boolean).join(' ') || t.persoon(r.plek + 1);
          return (
            <li
              key={`${r.plek}.${m.persoonId}`}
              className={`hv-radarpaneel__wie${r.past ? '' : ' hv-radarpaneel__wie--weg'}`}
            >
              <Kop niveau={3}>
                <span className="hv-verborgen">{t.bekend} </span>
                {[m.naam, m.geboortejaar, m.woonplaats].filter(Boolean).join(', ')}
              </Kop>
              <p className="nl-paragraph hv-klein hv-zacht">{r.past ? t.bij(typte) : t.pastNiet}</p>
              {r.past ? (
                <>
                  <Betekenis betekenis={m.betekenis} casussen={m.casussen} stil />
                  {open && onKies ? (
                    <div className="hv-rij">
                      <Knop klein onClick={() => onKies(open.casusId)}>
                        {t.voegToe(open.nummer)}
                      </Knop>
                    </div>
                  ) : null}
                  <Weging weging={m} />
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p className="nl-paragraph hv-klein hv-zacht">
        {t.zegt} <Link naar="/radar/uitleg">{t.hoe}</Link>
      </p>
    </div>
  );
}
