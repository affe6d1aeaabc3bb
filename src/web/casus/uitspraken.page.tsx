// SPDX-License-Identifier: EUPL-1.2
// What was said about this family, by kind: facts apart from opinions, and the other side at the statement itself.
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { UITSPRAAK_SOORT } from '../../kern/lijsten.ts';
import type { UitsprakenAntwoord } from '../../kern/uitspraak/uitspraak.api.ts';
import { useDoe, useLees } from '../api.ts';
import { Bericht } from '../delen/bericht.tsx';
import { Datumveld } from '../delen/datumveld.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../delen/formulierdialoog.tsx';
import { Keuzerondjes } from '../delen/keuzerondjes.tsx';
import { Knop } from '../delen/knop.tsx';
import { Kop } from '../delen/kop.tsx';
import { Merk } from '../delen/merk.tsx';
import { Tekstvak } from '../delen/tekstvak.tsx';
import { Tekstveld } from '../delen/tekstveld.tsx';
import { Leeg, Lezing } from '../delen/toestand.tsx';
import { Vinkjes } from '../delen/vinkjes.tsx';
import { useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { useSneltoetsen } from '../sneltoetsen.ts';
import { teksten, useTeksten } from '../taal.ts';
import { datum, relatief } from '../tijd.ts';
import { Casuskader, casusSleutels, magVastleggen } from './casuskader.tsx';

const woorden = teksten({
  nl: {
    nieuw: 'Voeg een uitspraak toe',
    uitleg:
      'Een feit is vastgesteld. Een mening is van iemand. Houd ze uit elkaar, en laat de ander reageren.',
    leeg: 'Nog geen uitspraken',
    leegUitleg: 'Hier komt wat er is gezegd en gezien, met de bron, en wat de mensen er zelf van zeggen.',
    verbeter: 'Verbeter',
    verbeterTitel: 'Verbeter een uitspraak',
    verbeterUitleg: 'De oude uitspraak blijft staan. De nieuwe komt ernaast.',
    wederhoor: 'Leg een reactie vast',
    wederhoorKop: 'Wederhoor',
    vanWie: (d: string) => `Wederhoor van ${d}`,
    oneens: 'niet mee eens',
    afgeschermd: 'Afgeschermd: blijft binnen uw organisatie',
    nietVrij: 'Nog niet te lezen voor anderen',
    geefVrij: 'Laat anderen meelezen',
    vrijUitleg:
      'Hierin kan iets staan dat naar de melder of een schuiladres leidt. Staat er niets in? Dan lezen de anderen bij deze casus het vanaf nu.',
    vrijAnders:
      'Staat er wel iets in? Houd haar dan binnen, en leg vast wat anderen wel mogen weten als een nieuwe uitspraak.',
    houdBinnen: 'Houd binnen',
    gedaanVrij: 'De anderen bij deze casus lezen het nu.',
    gedaanBinnen: 'De uitspraak blijft binnen uw organisatie.',
    wordtVerbeterd:
      'Klopt niet meer: er komt een andere uitspraak voor in de plaats. Die wordt nog nagekeken. Bel Veilig Thuis.',
    wacht: (n: number) =>
      n === 1
        ? 'Een andere organisatie kijkt nog één uitspraak na voordat u die leest.'
        : `Een andere organisatie kijkt nog ${n} uitspraken na voordat u die leest.`,
    wachtUitleg: 'Kunt u niet wachten? Bel Veilig Thuis.',
    verbeterd: 'Verbeterd: er kwam een andere uitspraak voor in de plaats',
    isVerbetering: 'Verbetering van een eerdere uitspraak',
    uitMelding: 'uit een melding',
    soort: 'Wat voor uitspraak is dit?',
    tekst: 'Wat is er gezegd of gezien?',
    bron: 'Van wie komt dit?',
    bronHulp: 'Wie zei of zag het? Bijvoorbeeld: moeder, leerkracht.',
    gebeurd: 'Wanneer was dat?',
    scherm: 'Dit kan naar de melder leiden',
    schermUitleg: 'Dan ziet alleen uw eigen organisatie deze uitspraak.',
    bewaar: 'Voeg toe',
    bewaarVerbetering: 'Voeg de verbetering toe',
    door: 'Wie reageert?',
    doorHulp: 'Bijvoorbeeld: moeder.',
    reactie: 'Wat zegt deze persoon erover?',
    eens: 'Is deze persoon het eens met de uitspraak?',
    ja: 'Ja, of met een aanvulling',
    nee: 'Nee',
    bewaarReactie: 'Leg de reactie vast',
    gedaan: 'De uitspraak staat erbij.',
    gedaanReactie: 'De reactie staat bij de uitspraak.',
    meer: 'Toon eerder',
    nodig: 'Vul eerst in wat nodig is.',
    bronVan: (b: string) => `Bron: ${b}`,
  },
  en: {
    nieuw: 'Add a statement',
    uitleg: "A fact is established. An opinion is someone's. Keep them apart, and let the other side answer.",
    leeg: 'No statements yet',
    leegUitleg:
      'What was said and seen comes here, with its source, and what the people themselves say about it.',
    verbeter: 'Correct',
    verbeterTitel: 'Correct a statement',
    verbeterUitleg: 'The old statement stays. The new one comes beside it.',
    wederhoor: 'Record a reaction',
    wederhoorKop: 'The other side',
    vanWie: (d: string) => `The other side: ${d}`,
    oneens: 'disagrees',
    afgeschermd: 'Shielded: stays within your organisation',
    nietVrij: 'Others cannot read this yet',
    geefVrij: 'Let others read it',
    vrijUitleg:
      'This may hold something that leads to the reporter or to a hiding place. Is there nothing? Then the others of this casus read it from now on.',
    vrijAnders:
      'Is there something? Then keep it inside, and record what others may know as a new statement.',
    houdBinnen: 'Keep it inside',
    gedaanVrij: 'The others of this casus can read it now.',
    gedaanBinnen: 'The statement stays within your organisation.',
    wordtVerbeterd:
      'No longer right: another statement takes its place, and is still being checked. Call Veilig Thuis.',
    wacht: (n: number) =>
      n === 1
        ? 'Another organisation is still checking one statement before you can read it.'
        : `Another organisation is still checking ${n} statements before you can read them.`,
    wachtUitleg: 'Can you not wait? Call Veilig Thuis.',
    verbeterd: 'Corrected: another statement came in its place',
    isVerbetering: 'Correction of an earlier statement',
    uitMelding: 'from a report',
    soort: 'What kind of statement is this?',
    tekst: 'What was said or seen?',
    bron: 'Who does this come from?',
    bronHulp: 'Who said or saw it? For example: mother, teacher.',
    gebeurd: 'When was that?',
    scherm: 'This may lead to the reporter',
    schermUitleg: 'Then only your own organisation sees this statement.',
    bewaar: 'Add',
    bewaarVerbetering: 'Add the correction',
    door: 'Who reacts?',
    doorHulp: 'For example: mother.',
    reactie: 'What does this person say about it?',
    eens: 'Does this person agree with the statement?',
    ja: 'Yes, or with an addition',
    nee: 'No',
    bewaarReactie: 'Record the reaction',
    gedaan: 'The statement was added.',
    gedaanReactie: 'The reaction stands at the statement.',
    meer: 'Show earlier',
    nodig: 'Fill in what is needed first.',
    bronVan: (b: string) => `Source: ${b}`,
  },
});

type Uitspraak = UitsprakenAntwoord['uitspraken'][number];
type Wat = 'nieuw' | 'verbeter' | 'wederhoor' | 'vrij';
type Doe = (wat: Exclude<Wat, 'nieuw'>, u: Uitspraak) => void;

/** `/casussen/{id}/uitspraken` */
export function UitsprakenPagina() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <Casuskader key={id} id={id}>
      {(beeld) => <Uitspraken id={id} mag={magVastleggen(beeld)} />}
    </Casuskader>
  );
}

function Uitspraken({ id, mag }: { id: string; mag: boolean }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const [bladen, setBladen] = useState(1);
  const [open, setOpen] = useState<Wat>();
  const [over, setOver] = useState<Uitspraak>();
  useEffect(() => {
    if (location.hash === '#nieuw' && mag) setOpen('nieuw');
  }, [mag]);
  useSneltoetsen([{ toets: 'u', uitleg: t.nieuw, groep: t.wederhoorKop, doe: () => setOpen('nieuw') }], mag);
  const doe: Doe = (wat, u) => {
    setOver(u);
    setOpen(wat);
  };
  return (
    <div className="hv-stapel hv-ruim">
      <div className="hv-rij hv-rij--uit">
        <p className="nl-paragraph hv-zacht hv-lopend">{t.uitleg}</p>
        {mag ? (
          <Knop
            soort="hoofd"
            icoon="plus"
            toets="u"
            className="hv-geen-print"
            onClick={() => setOpen('nieuw')}
          >
            {t.nieuw}
          </Knop>
        ) : null}
      </div>
      {Array.from({ length: bladen }, (_, i) => (
        <Blad
          // biome-ignore lint/suspicious/noArrayIndexKey: the pages of a list are their numbers
          key={i}
          id={id}
          pagina={i + 1}
          taal={taal}
          doe={mag ? doe : undefined}
          verder={i + 1 === bladen ? () => setBladen(bladen + 1) : undefined}
        />
      ))}
      <Nieuw
        id={id}
        open={open === 'nieuw' || open === 'verbeter'}
        verbetert={open === 'verbeter' ? over : undefined}
        onSluit={() => setOpen(undefined)}
      />
      <Wederhoor id={id} over={over} open={open === 'wederhoor'} onSluit={() => setOpen(undefined)} />
      <Vrijgave id={id} over={over} open={open === 'vrij'} onSluit={() => setOpen(undefined)} />
    </div>
  );
}

function Blad({
  id,
  pagina,
  taal,
  doe,
  verder,
}: {
  id: string;
  pagina: number;
  taal: 'nl' | 'en';
  /** Without it one only reads. */
  doe: Doe | undefined;
  verder: (() => void) | undefined;
}) {
  const t = useTeksten(woorden);
  const vraag = useLees<UitsprakenAntwoord>(
    ['casus', id, 'uitspraken', pagina],
    `/casussen/${id}/uitspraken?pagina=${pagina}`,
  );
  return (
    <Lezing vraag={vraag} vorm="lijst">
      {({ uitspraken, meer, anderen, wachtBijAnderen }) => (
        <>
          {wachtBijAnderen > 0 && pagina === 1 ? (
            <Bericht titel={t.wacht(wachtBijAnderen)}>{t.wachtUitleg}</Bericht>
          ) : null}
          {uitspraken.length === 0 && pagina === 1 ? (
            <Leeg titel={t.leeg} icoon="gesprek">
              {t.leegUitleg}
            </Leeg>
          ) : null}
          {UITSPRAAK_SOORT.map((s) => ({ s, rijen: uitspraken.filter((u) => u.soort === s.code) }))
            .filter(({ rijen }) => rijen.length > 0)
            .map(({ s, rijen }) => (
              <section key={s.code} aria-label={s[taal]}>
                <Kop niveau={2}>
                  {s[taal]} <span className="hv-zacht hv-getal">{rijen.length}</span>
                </Kop>
                {rijen.map((u) => (
                  <Regel key={u.id} u={u} anderen={anderen} doe={doe} />
                ))}
              </section>
            ))}
          {meer && verder ? (
            <div className="hv-geen-print">
              <Knop onClick={verder}>{t.meer}</Knop>
            </div>
          ) : null}
        </>
      )}
    </Lezing>
  );
}

function Regel({ u, anderen, doe }: { u: Uitspraak; anderen: boolean; doe: Doe | undefined }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const wacht = anderen && !u.vrij && !u.afgeschermd;
  return (
    <article className={`hv-uitspraak${u.verbeterd ? ' hv-uitspraak--oud' : ''}`} id={`uitspraak-${u.id}`}>
      <p className="hv-uitspraak__tekst hv-regels hv-lopend" lang="nl">
        {u.tekst}
      </p>
      <p className="hv-klein hv-zacht">
        {[
          t.bronVan(u.bron),
          u.gebeurdOp ? (/^\d{4}(-\d{2}){0,2}$/.test(u.gebeurdOp) ? datum(u.gebeurdOp) : u.gebeurdOp) : '',
          `${u.organisatieNaam}, ${relatief(u.vastgelegdOp, nu)}`,
          u.uitMelding ? t.uitMelding : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {u.afgeschermd ? (
        <p>
          <Merk soort="geheim">{t.afgeschermd}</Merk>
        </p>
      ) : null}
      {wacht ? (
        <p>
          <Merk soort="geheim">{t.nietVrij}</Merk>
        </p>
      ) : null}
      {u.verbeterdDoorId ? (
        <p className="hv-klein">
          <a className="nl-link" href={`#uitspraak-${u.verbeterdDoorId}`}>
            {t.verbeterd}
          </a>
        </p>
      ) : u.verbeterd ? (
        <p className="hv-klein hv-sterk">{t.wordtVerbeterd}</p>
      ) : null}
      {u.verbetertId ? <p className="hv-klein hv-zacht">{t.isVerbetering}</p> : null}
      {u.wederhoor.map((w) => (
        <div key={w.id} className="hv-wederhoor">
          <p className="hv-klein">
            <span className="hv-sterk">{t.vanWie(w.door)}</span>
            {w.oneens ? `, ${t.oneens}` : ''} ·{' '}
            <span className="hv-zacht">{relatief(w.vastgelegdOp, nu)}</span>
          </p>
          <p className="hv-regels hv-lopend" lang="nl">
            {w.reactie}
          </p>
        </div>
      ))}
      {doe ? (
        <div className="hv-rij hv-uitlijn hv-geen-print">
          {wacht ? (
            <Knop soort="stil" klein icoon="oog" onClick={() => doe('vrij', u)}>
              {t.geefVrij}
            </Knop>
          ) : null}
          <Knop soort="stil" klein icoon="gesprek" onClick={() => doe('wederhoor', u)}>
            {t.wederhoor}
          </Knop>
          {u.verbeterd || !u.vanOns ? null : (
            <Knop soort="stil" klein icoon="wijzig" onClick={() => doe('verbeter', u)}>
              {t.verbeter}
            </Knop>
          )}
        </div>
      ) : null}
    </article>
  );
}

function Nieuw({
  id,
  open,
  verbetert,
  onSluit,
}: {
  id: string;
  open: boolean;
  verbetert: Uitspraak | undefined;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  // A correction begins with what stands there.
  const f = useWaarden(
    {
      soort: verbetert?.soort ?? '',
      tekst: verbetert?.tekst ?? '',
      bron: verbetert?.bron ?? '',
      gebeurdOp: verbetert?.gebeurdOp ?? '',
      afgeschermd: verbetert?.afgeschermd ? 'ja' : '',
    },
    verbetert?.id,
  );
  const doe = useDoe(`/casussen/${id}/uitspraken`, {
    ververs: casusSleutels(id),
    naSucces: naBewaren(f, t.gedaan, onSluit),
  });
  const { soort, tekst, bron, gebeurdOp, afgeschermd } = f.waarden;
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={verbetert ? t.verbeterTitel : t.nieuw}
      bewaar={verbetert ? t.bewaarVerbetering : t.bewaar}
      uit={!f.heeft('soort', 'tekst', 'bron')}
      waaromNiet={t.nodig}
      doe={doe}
      onBewaar={() =>
        doe.mutate({
          soort,
          tekst,
          bron,
          gebeurdOp: gebeurdOp || null,
          afgeschermd: afgeschermd !== '',
          verbetertId: verbetert?.id ?? null,
        })
      }
    >
      {verbetert ? <p className="nl-paragraph">{t.verbeterUitleg}</p> : null}
      <Keuzerondjes
        name="soort"
        label={t.soort}
        verplicht
        opties={UITSPRAAK_SOORT.map((s) => ({ waarde: s.code, label: s[taal] }))}
        waarde={soort}
        onKies={(w) => f.zet({ soort: w })}
      />
      <Tekstvak {...f.veld('tekst')} label={t.tekst} verplicht maxLength={8000} regels={4} />
      <Tekstveld
        {...f.veld('bron')}
        label={t.bron}
        hulp={t.bronHulp}
        verplicht
        maxLength={200}
        breedte="half"
      />
      <Datumveld
        name="gebeurdOp"
        label={t.gebeurd}
        value={gebeurdOp}
        onChange={(w) => f.zet({ gebeurdOp: w.slice(0, 40) })}
      />
      <Vinkjes
        name="afgeschermd"
        label={t.scherm}
        labelVerborgen
        opties={[{ waarde: 'ja', label: t.scherm, uitleg: t.schermUitleg }]}
        waarden={afgeschermd ? ['ja'] : []}
        onKies={(w) => f.zet({ afgeschermd: w.includes('ja') ? 'ja' : '' })}
      />
    </Formulierdialoog>
  );
}

function Wederhoor({
  id,
  over,
  open,
  onSluit,
}: {
  id: string;
  over: Uitspraak | undefined;
  open: boolean;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const f = useWaarden({ door: '', reactie: '', eens: '' }, over?.id);
  const doe = useDoe(`/uitspraken/${over?.id ?? ''}/wederhoor`, {
    ververs: casusSleutels(id),
    naSucces: naBewaren(f, t.gedaanReactie, onSluit),
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.wederhoor}
      bewaar={t.bewaarReactie}
      uit={!f.heeft('door', 'reactie', 'eens')}
      waaromNiet={t.nodig}
      doe={doe}
      onBewaar={() =>
        doe.mutate({ door: f.waarden.door, reactie: f.waarden.reactie, oneens: f.waarden.eens === 'nee' })
      }
    >
      {over ? <blockquote className="hv-wederhoor hv-regels">{over.tekst}</blockquote> : null}
      <Tekstveld
        {...f.veld('door')}
        label={t.door}
        hulp={t.doorHulp}
        verplicht
        maxLength={200}
        breedte="half"
      />
      <Tekstvak {...f.veld('reactie')} label={t.reactie} verplicht maxLength={8000} />
      <Keuzerondjes
        name="eens"
        label={t.eens}
        verplicht
        opties={[
          { waarde: 'ja', label: t.ja },
          { waarde: 'nee', label: t.nee },
        ]}
        waarde={f.waarden.eens}
        onKies={(w) => f.zet({ eens: w })}
      />
    </Formulierdialoog>
  );
}

/** A person looks at a statement once more: the others of the casus read it from here on, or it stays inside. */
function Vrijgave({
  id,
  over,
  open,
  onSluit,
}: {
  id: string;
  over: Uitspraak | undefined;
  open: boolean;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const klaar = (tekst: string) => ({
    ververs: casusSleutels(id),
    naSucces: naBewaren({ leeg: () => undefined }, tekst, onSluit),
  });
  const pad = `/uitspraken/${over?.id ?? ''}`;
  const doe = useDoe<object>(`${pad}/vrijgave`, klaar(t.gedaanVrij));
  const binnen = useDoe<object>(`${pad}/afscherming`, klaar(t.gedaanBinnen));
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.geefVrij}
      bewaar={t.geefVrij}
      doe={binnen.error ? binnen : doe}
      onBewaar={() => doe.mutate({})}
    >
      {over ? <blockquote className="hv-wederhoor hv-regels">{over.tekst}</blockquote> : null}
      <p className="nl-paragraph hv-lopend">{t.vrijUitleg}</p>
      <p className="nl-paragraph hv-lopend">{t.vrijAnders}</p>
      <div>
        <Knop icoon="slot" bezig={binnen.isPending} onClick={() => binnen.mutate({})}>
          {t.houdBinnen}
        </Knop>
      </div>
    </Formulierdialoog>
  );
}
