// SPDX-License-Identifier: EUPL-1.2
// `/radar/<melding>`: is this someone we know? Per person of the melding the candidates, side by side with what was given.

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useParam } from '../../web/adres.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { Alinea } from '../../web/delen/alinea.tsx';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Chip } from '../../web/delen/chip.tsx';
import { Dialoog } from '../../web/delen/dialoog.tsx';
import { heel } from '../../web/delen/heel.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Fout, Lezing } from '../../web/delen/toestand.tsx';
import { useNu } from '../../web/ik.ts';
import { useSneltoetsen } from '../../web/sneltoetsen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { datum, relatief } from '../../web/tijd.ts';
import './radar.css';
import { EerderDialoog, type Gezien } from './eerder.page.tsx';
import {
  Betekenis,
  type BetekenisUit,
  Naast,
  type VerschilUit,
  Vraagredenen,
  Weging,
  type WegingUit,
} from './weging.page.tsx';

interface KandidaatUit extends WegingUit {
  id: string;
  oordeel: 'vraag' | 'zelf_gekoppeld' | 'zelfde' | 'niet_dezelfde' | 'weet_niet';
  naam: string;
  geboren: string | null;
  woonplaats: string | null;
  geheimAdres: boolean;
  gegevenOp: string;
  verschillen: VerschilUit[];
  vraagredenen: string[];
  eenduidig: boolean;
  betekenis: BetekenisUit | null;
  vervallen: boolean;
  beoordeeldOp: string | null;
  door: string | null;
  reden: string | null;
}

interface PersoonUit {
  vermeldingId: string;
  naam: string;
  geboren: string | null;
  woonplaats: string | null;
  rol: string;
  kandidaten: KandidaatUit[];
}

interface VoorstelUit {
  casusId: string;
  nummer: string;
  status: 'open' | 'gesloten';
  gemeen: number;
}

interface SamenvoegingUit {
  id: string;
  bronNummer: string;
  doelNummer: string;
  samengevoegdOp: string;
  door: string;
  ongedaanOp: string | null;
}

interface RadarUit {
  meldingId: string;
  nummer: string;
  casusId: string;
  casusNummer: string;
  aanduiding: string;
  betrokkenheid: string;
  betrokkenheidUitleg: string;
  openVragen: number;
  personen: PersoonUit[];
  voorstellen: VoorstelUit[];
  samenvoegingen: SamenvoegingUit[];
}

type Antwoord = 'zelfde' | 'niet_dezelfde' | 'weet_niet';

const woorden = teksten({
  nl: {
    titel: 'Kennen we deze mensen?',
    tab: 'Radar',
    terug: 'Terug naar de melding',
    klaar: 'Alle vragen zijn beantwoord.',
    vragen: (n: number) => aantal(n, 'vraag staat open', 'vragen staan open'),
    zegt: 'De radar vergelijkt wie iemand is. Hij voorspelt niets over mensen.',
    hoe: 'Hoe werkt de radar?',
    eerder: 'Eerdere betrokkenheid',
    niemand: 'Niemand gevonden die hierop lijkt. Dat betekent niet dat deze persoon nieuw is.',
    kandidaat: 'Is dit',
    bekend: (d: string) => `genoemd op ${d}`,
    geheim: 'Adres is geheim en telt niet mee',
    oordelen: {
      vraag: 'Nog een vraag',
      zelf_gekoppeld: 'Gekoppeld door de radar',
      zelfde: 'Zelfde persoon',
      niet_dezelfde: 'Niet dezelfde',
      weet_niet: 'Weet ik niet',
      vervallen: 'Hoeft niet meer',
    },
    gezegd: {
      zelfde: 'Zelfde persoon. De vermeldingen zijn gekoppeld.',
      niet_dezelfde: 'Niet dezelfde. Dat blijft zo, tot iemand het terugdraait.',
      weet_niet: 'Weet ik niet. De vraag blijft hier staan.',
    },
    zelf: 'Alles klopt, dus de radar koppelde zelf. Klopt het niet? Zeg het.',
    vervallen:
      'Hier hoeft niets meer: deze persoon is al aan iemand gekoppeld. Is dit ook dezelfde? Dan worden die twee bekende personen één.',
    zelfde: 'Zelfde persoon',
    klopt: 'Klopt, zelfde persoon',
    ook: 'Ook dezelfde persoon',
    niet: 'Niet dezelfde',
    weet: 'Weet ik niet',
    wasEerder: 'Wat was er eerder?',
    terugdraaien: 'Terugdraaien',
    terugTitel: 'Terugdraaien',
    terugUitleg: 'Alles wordt precies zoals het was. Wat besloten was, blijft te lezen.',
    reden: 'Waarom?',
    redenHulp: 'Een collega leest dit later terug.',
    annuleer: 'Annuleren',
    door: (wie: string, wanneer: string) => `${wie}, ${wanneer}`,
    samen: 'Deze mensen staan ook in een andere casus',
    samenUitleg: 'Eén huishouden heeft één casus. Voegt u samen, dan gaat alles van deze casus mee.',
    gemeen: (n: number) => aantal(n, 'persoon in beide', 'personen in beide'),
    open: (n: string) => `Casus ${n} loopt.`,
    dicht: (n: string) => `Casus ${n} is afgesloten.`,
    voegSamen: (n: string) => `Voeg samen met ${n}`,
    samenTitel: (n: string) => `Samenvoegen met ${n}`,
    samenOpen:
      'Deze casus sluit en gaat op in de andere. Wie daar zicht houdt, houdt zicht. U houdt de beoordeling van deze melding.',
    samenDicht:
      'De andere casus gaat weer open. Wie daar als laatste zicht hield, houdt weer zicht, krijgt bericht en heeft 24 uur om het op te pakken. Deze casus sluit. U houdt de beoordeling van deze melding.',
    samengevoegd: (h: string) => `Samengevoegd. ${h} houdt zicht.`,
    wasSamen: (van: string, naar: string) => `${van} is opgegaan in ${naar}`,
    losgemaakt: 'Weer twee casussen.',
    losNietDicht: 'Weer twee casussen. De andere casus blijft open: daar is intussen verder gewerkt.',
    toetsen: 'Radar',
    volgende: 'Volgende kandidaat',
    vorige: 'Vorige kandidaat',
    wie: 'Medewerkers van het Veilig Thuis dat de melding ontving.',
  },
  en: {
    titel: 'Do we know these people?',
    tab: 'Radar',
    terug: 'Back to the report',
    klaar: 'All questions are answered.',
    vragen: (n: number) => aantal(n, 'question is open', 'questions are open'),
    zegt: 'The radar compares identities. It predicts nothing about people.',
    hoe: 'How does the radar work?',
    eerder: 'Earlier involvement',
    niemand: 'Nobody found who looks like this. It does not mean that this person is new.',
    kandidaat: 'Is this',
    bekend: (d: string) => `mentioned on ${d}`,
    geheim: 'Address is secret and does not count',
    oordelen: {
      vraag: 'Still a question',
      zelf_gekoppeld: 'Linked by the radar',
      zelfde: 'Same person',
      niet_dezelfde: 'Not the same',
      weet_niet: 'I do not know',
      vervallen: 'Not needed any more',
    },
    gezegd: {
      zelfde: 'Same person. The mentions are linked.',
      niet_dezelfde: 'Not the same. It stays so until someone takes it back.',
      weet_niet: 'I do not know. The question stays here.',
    },
    zelf: 'Everything fits, so the radar linked by itself. Not right? Say so.',
    vervallen:
      'Nothing is needed here: this person is linked to someone already. Is this the same one too? Then those two known persons become one.',
    zelfde: 'Same person',
    klopt: 'Right, same person',
    ook: 'The same person too',
    niet: 'Not the same',
    weet: 'I do not know',
    wasEerder: 'What was there before?',
    terugdraaien: 'Undo',
    terugTitel: 'Undo',
    terugUitleg: 'Everything becomes exactly as it was. What was decided can still be read.',
    reden: 'Why?',
    redenHulp: 'A colleague reads this later.',
    annuleer: 'Cancel',
    door: (wie: string, wanneer: string) => `${wie}, ${wanneer}`,
    samen: 'These people are in another casus too',
    samenUitleg: 'One household has one casus. If you merge, everything of this casus goes along.',
    gemeen: (n: number) => aantal(n, 'person in both', 'persons in both'),
    open: (n: string) => `Casus ${n} is running.`,
    dicht: (n: string) => `Casus ${n} is closed.`,
    voegSamen: (n: string) => `Merge with ${n}`,
    samenTitel: (n: string) => `Merge with ${n}`,
    samenOpen:
      'This casus closes and goes up in the other. Whoever holds zicht there holds zicht. You keep the assessment of this report.',
    samenDicht:
      'The other casus opens again. Whoever last held zicht there holds zicht again, is told, and has 24 hours to pick it up. This casus closes. You keep the assessment of this report.',
    samengevoegd: (h: string) => `Merged. ${h} holds zicht.`,
    wasSamen: (van: string, naar: string) => `${van} went up in ${naar}`,
    losgemaakt: 'Two casussen again.',
    losNietDicht: 'Two casussen again. The other casus stays open: work went on there meanwhile.',
    toetsen: 'Radar',
    volgende: 'Next candidate',
    vorige: 'Previous candidate',
    wie: 'Workers of the Veilig Thuis that received the report.',
  },
});

/** Asks for a reason, and does it. */
function MetReden({
  titel,
  uitleg,
  knop,
  pad,
  extra,
  naKlaar,
  onSluit,
}: {
  titel: string;
  uitleg: string;
  knop: string;
  pad: string;
  extra?: Record<string, unknown> | undefined;
  naKlaar: (uit: Record<string, unknown>) => void;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const [reden, setReden] = useState('');
  const doe = useDoe<Record<string, unknown>, Record<string, unknown>>(pad, {
    naSucces: (uit) => {
      onSluit();
      naKlaar(uit);
    },
  });
  return (
    <Dialoog
      open
      onSluit={onSluit}
      titel={titel}
      acties={
        <>
          <Knop soort="hoofd" bezig={doe.isPending} onClick={() => doe.mutate({ ...extra, reden })}>
            {knop}
          </Knop>
          <Knop soort="stil" onClick={onSluit}>
            {t.annuleer}
          </Knop>
        </>
      }
    >
      <div className="hv-stapel">
        <Alinea>{uitleg}</Alinea>
        <Tekstvak
          label={t.reden}
          hulp={t.redenHulp}
          name="reden"
          verplicht
          fout={doe.error?.fouten.find((f) => f.veld === 'reden')?.melding}
          value={reden}
          onChange={(e) => setReden(e.target.value)}
        />
        {doe.error && doe.error.fouten.length === 0 ? <Fout probleem={doe.error} /> : null}
      </div>
    </Dialoog>
  );
}

const magAntwoorden = (k: KandidaatUit) =>
  !k.vervallen && (k.oordeel === 'vraag' || k.oordeel === 'weet_niet' || k.oordeel === 'zelf_gekoppeld');

function Kandidaat({
  k,
  nu,
  bezig,
  onAntwoord,
  onTerug,
  onKies,
  onEerder,
}: {
  k: KandidaatUit;
  /** The one that the keys are about. */
  nu: boolean;
  bezig: boolean;
  onAntwoord: (oordeel: Antwoord) => void;
  onTerug: () => void;
  onKies: () => void;
  /** Asks what was before. */
  onEerder: () => void;
}) {
  const t = useTeksten(woorden);
  const klok = useNu();
  const open = magAntwoorden(k);
  const oordeel = k.vervallen && k.oordeel === 'vraag' ? 'vervallen' : k.oordeel;
  const merk =
    oordeel === 'vraag'
      ? 'aandacht'
      : k.oordeel === 'zelfde' || k.oordeel === 'zelf_gekoppeld'
        ? 'klaar'
        : 'dicht';
  return (
    <article
      id={`kandidaat-${k.id}`}
      className={`hv-radar__kaart${nu && open ? ' hv-radar__kaart--nu' : ''}`}
      aria-labelledby={`kop-${k.id}`}
      onFocusCapture={onKies}
    >
      <div className="hv-radar__kop">
        <Kop niveau={3} id={`kop-${k.id}`} tabIndex={-1}>
          {t.kandidaat} <Naam>{k.naam}</Naam>
          {heel(['', k.geboren, k.woonplaats].filter((x) => x !== null).join(', '))}?
        </Kop>
        <Merk soort={merk}>{t.oordelen[oordeel]}</Merk>
      </div>
      <p className="nl-paragraph hv-klein hv-zacht">{t.bekend(datum(k.gegevenOp))}</p>
      <Naast verschillen={k.verschillen} />
      {k.geheimAdres ? <Merk soort="geheim">{t.geheim}</Merk> : null}
      {open && k.oordeel !== 'zelf_gekoppeld' ? <Betekenis betekenis={k.betekenis} /> : null}
      <Vraagredenen redenen={k.vraagredenen} />
      {k.beoordeeldOp ? (
        <p className="nl-paragraph hv-klein">
          {[k.door, relatief(k.beoordeeldOp, klok)].filter(Boolean).join(', ')}
          {k.reden ? `: ${k.reden}` : ''}
        </p>
      ) : null}
      {k.oordeel === 'zelf_gekoppeld' ? <p className="nl-paragraph">{t.zelf}</p> : null}
      {k.vervallen ? <p className="nl-paragraph hv-zacht">{t.vervallen}</p> : null}
      <div className="hv-rij">
        {open ? (
          <>
            <Knop
              soort={nu ? 'hoofd' : 'tweede'}
              bezig={bezig}
              toets={nu ? 'z' : undefined}
              onClick={() => onAntwoord('zelfde')}
            >
              {k.oordeel === 'zelf_gekoppeld' ? t.klopt : t.zelfde}
            </Knop>
            <Knop bezig={bezig} toets={nu ? 'n' : undefined} onClick={() => onAntwoord('niet_dezelfde')}>
              {t.niet}
            </Knop>
            {k.oordeel === 'weet_niet' ? null : (
              <Knop bezig={bezig} toets={nu ? 'w' : undefined} onClick={() => onAntwoord('weet_niet')}>
                {t.weet}
              </Knop>
            )}
          </>
        ) : null}
        {k.vervallen && k.oordeel !== 'niet_dezelfde' ? (
          <Knop bezig={bezig} onClick={() => onAntwoord('zelfde')}>
            {t.ook}
          </Knop>
        ) : null}
        {k.eenduidig ? (
          <Knop soort="stil" onClick={onEerder}>
            {t.wasEerder}
          </Knop>
        ) : null}
        {k.oordeel === 'vraag' ? null : (
          <Knop soort="stil" onClick={onTerug}>
            {t.terugdraaien}
          </Knop>
        )}
      </div>
      <Weging weging={k} open={nu && open} />
    </article>
  );
}

type Vraagstuk =
  | { soort: 'eerder'; kandidaatId: string; naam: string }
  | { soort: 'terug'; kandidaatId: string }
  | { soort: 'samen'; voorstel: VoorstelUit }
  | { soort: 'los'; samenvoegingId: string };

function Beeld({ r, ververs }: { r: RadarUit; ververs: () => void }) {
  const t = useTeksten(woorden);
  const klok = useNu();
  const alle = r.personen.flatMap((p) => p.kandidaten);
  const open = alle.filter(magAntwoorden);
  const [gekozen, setGekozen] = useState<string>();
  const [stuk, setStuk] = useState<Vraagstuk>();
  const [gezien, setGezien] = useState<Readonly<Record<string, Gezien>>>({});
  // The keys are about what was chosen, or about the next question: one key too many must not undo what the radar joined.
  const nu = open.find((k) => k.id === gekozen) ?? open.find((k) => k.oordeel === 'vraag');

  const [zeg, setZeg] = useState('');
  const gaNaarVolgende = useRef(false);
  const doe = useDoe<{ id: string; oordeel: Antwoord }>((i) => `/radar-kandidaten/${i.id}/oordeel`, {
    body: (i) => ({ oordeel: i.oordeel }),
    naSucces: (_uit, i) => {
      setZeg(t.gezegd[i.oordeel]);
      toonToast({ tekst: t.gezegd[i.oordeel] });
      setGekozen(undefined);
      gaNaarVolgende.current = true;
      ververs();
    },
    naFout: () => ververs(),
  });
  // After an answer the next question has the focus; when nothing is asked any more, the page stays where it is.
  const nuId = nu?.oordeel === 'vraag' ? nu.id : undefined;
  useEffect(() => {
    if (!gaNaarVolgende.current || nuId === undefined) return;
    gaNaarVolgende.current = false;
    document.getElementById(`kop-${nuId}`)?.focus();
  }, [nuId]);

  const antwoord = (oordeel: Antwoord) => {
    if (nu && !doe.isPending) doe.mutate({ id: nu.id, oordeel });
  };
  const stap = (n: number) => {
    const plek = open.findIndex((k) => k.id === nu?.id);
    const naar = open[Math.min(open.length - 1, Math.max(0, plek + n))];
    if (!naar) return;
    setGekozen(naar.id);
    document.getElementById(`kop-${naar.id}`)?.focus();
  };
  useSneltoetsen(
    [
      { toets: 'z', uitleg: t.zelfde, doe: () => antwoord('zelfde'), groep: t.toetsen },
      { toets: 'n', uitleg: t.niet, doe: () => antwoord('niet_dezelfde'), groep: t.toetsen },
      { toets: 'w', uitleg: t.weet, doe: () => antwoord('weet_niet'), groep: t.toetsen },
      { toets: 'j', uitleg: t.volgende, doe: () => stap(1), groep: t.toetsen },
      { toets: 'k', uitleg: t.vorige, doe: () => stap(-1), groep: t.toetsen },
    ],
    open.length > 0 && stuk === undefined,
  );

  return (
    <div className="hv-stapel hv-ruim">
      <Paginakop
        titel={t.titel}
        tab={t.tab}
        terug={{ naar: `/meldingen/${r.meldingId}`, label: t.terug }}
        onder={
          <>
            <Merk soort={r.openVragen > 0 ? 'aandacht' : 'klaar'}>
              {r.openVragen > 0 ? t.vragen(r.openVragen) : t.klaar}
            </Merk>
            <Chip>{r.betrokkenheid}</Chip>
          </>
        }
      />
      <span className="hv-verborgen" role="status">
        {zeg}
      </span>
      <Bericht soort="weet">
        {t.zegt} <Link naar="/radar/uitleg">{t.hoe}</Link>
      </Bericht>
      <Alinea>
        <span className="hv-sterk">{t.eerder}:</span> <span lang="nl">{r.betrokkenheidUitleg}</span>
      </Alinea>
      {doe.error ? <Fout probleem={doe.error} /> : null}

      {r.voorstellen.length > 0 || r.samenvoegingen.length > 0 ? (
        <section className="hv-stapel hv-vlak" aria-labelledby="radar-samen">
          <Kop niveau={2} id="radar-samen">
            {t.samen}
          </Kop>
          {r.voorstellen.length > 0 ? <Alinea>{t.samenUitleg}</Alinea> : null}
          {r.voorstellen.map((v) => (
            <div className="hv-rij hv-rij--uit" key={v.casusId}>
              <p className="nl-paragraph">
                {v.status === 'open' ? t.open(v.nummer) : t.dicht(v.nummer)}{' '}
                <span className="hv-zacht">{t.gemeen(v.gemeen)}</span>
              </p>
              <Knop soort="tweede" onClick={() => setStuk({ soort: 'samen', voorstel: v })}>
                {heel(t.voegSamen(v.nummer))}
              </Knop>
            </div>
          ))}
          {r.samenvoegingen.map((s) => (
            <div className="hv-rij hv-rij--uit" key={s.id}>
              <p className="nl-paragraph">
                {t.wasSamen(s.bronNummer, s.doelNummer)}
                <span className="hv-zacht">
                  {' '}
                  · {s.ongedaanOp ? t.losgemaakt : t.door(s.door, relatief(s.samengevoegdOp, klok))}
                </span>
              </p>
              {s.ongedaanOp ? null : (
                <Knop soort="stil" onClick={() => setStuk({ soort: 'los', samenvoegingId: s.id })}>
                  {t.terugdraaien}
                </Knop>
              )}
            </div>
          ))}
        </section>
      ) : null}

      {r.personen.map((p) => (
        <section className="hv-radar__persoon" key={p.vermeldingId} aria-labelledby={`p-${p.vermeldingId}`}>
          <Kop niveau={2} id={`p-${p.vermeldingId}`}>
            <Naam>{p.naam}</Naam>
            {heel(['', p.geboren, p.woonplaats].filter((x) => x !== null).join(', '))}
          </Kop>
          {p.kandidaten.length === 0 ? <Alinea>{t.niemand}</Alinea> : null}
          {p.kandidaten.map((k) => (
            <Kandidaat
              key={k.id}
              k={k}
              nu={k.id === nu?.id}
              bezig={doe.isPending && doe.variables.id === k.id}
              onAntwoord={(oordeel) => doe.mutate({ id: k.id, oordeel })}
              onTerug={() => setStuk({ soort: 'terug', kandidaatId: k.id })}
              onKies={() => setGekozen(k.id)}
              onEerder={() => setStuk({ soort: 'eerder', kandidaatId: k.id, naam: p.naam })}
            />
          ))}
        </section>
      ))}

      {stuk?.soort === 'eerder' ? (
        <EerderDialoog
          naam={stuk.naam}
          pad={`/radar-kandidaten/${stuk.kandidaatId}/eerder`}
          doel="beoordelen"
          gezien={gezien[stuk.kandidaatId]}
          onGezien={(g) => setGezien((alle) => ({ ...alle, [stuk.kandidaatId]: g }))}
          onSluit={() => setStuk(undefined)}
          metLink
        />
      ) : null}
      {stuk?.soort === 'terug' ? (
        <MetReden
          titel={t.terugTitel}
          uitleg={t.terugUitleg}
          knop={t.terugdraaien}
          pad={`/radar-kandidaten/${stuk.kandidaatId}/terugdraaiing`}
          naKlaar={ververs}
          onSluit={() => setStuk(undefined)}
        />
      ) : null}
      {stuk?.soort === 'samen' ? (
        <MetReden
          titel={t.samenTitel(stuk.voorstel.nummer)}
          uitleg={stuk.voorstel.status === 'open' ? t.samenOpen : t.samenDicht}
          knop={t.voegSamen(stuk.voorstel.nummer)}
          pad={`/casussen/${r.casusId}/samenvoeging`}
          extra={{ doelCasusId: stuk.voorstel.casusId }}
          naKlaar={(uit) => {
            toonToast({ tekst: t.samengevoegd(String(uit['houder'] ?? '')) });
            ververs();
          }}
          onSluit={() => setStuk(undefined)}
        />
      ) : null}
      {stuk?.soort === 'los' ? (
        <MetReden
          titel={t.terugTitel}
          uitleg={t.terugUitleg}
          knop={t.terugdraaien}
          pad={`/samenvoegingen/${stuk.samenvoegingId}/terugdraaiing`}
          naKlaar={(uit) => {
            toonToast({ tekst: uit['doelAlsVoorheen'] === false ? t.losNietDicht : t.losgemaakt });
            ververs();
          }}
          onSluit={() => setStuk(undefined)}
        />
      ) : null}
    </div>
  );
}

/** `/radar/$id`: what the radar found about one melding. */
export function RadarPagina() {
  const t = useTeksten(woorden);
  const id = useParam('id');
  const client = useQueryClient();
  const vraag = useLees<RadarUit>(['radar', id], `/meldingen/${id}/radar`);
  const ververs = () => {
    for (const key of [['radar', id], ['melding', id], ['casus'], ['werk'], ['ik']]) {
      void client.invalidateQueries({ queryKey: key });
    }
  };
  return (
    <Lezing vraag={vraag} vorm="kaart" rijen={4} heel wieMag={t.wie}>
      {(r) => <Beeld r={r} ververs={ververs} />}
    </Lezing>
  );
}
