// SPDX-License-Identifier: EUPL-1.2
// What others may read along of this casus: shown, given and taken back.

import { useState } from 'react';
import type { OrganisatieAntwoord } from '../../kern/organisatie/organisatie.api.ts';
import { kanMeekijken } from '../../kern/organisatie/organisatie.ts';
import type { CasustoegangAntwoord } from '../../kern/toegang/casustoegang.api.ts';
import { DEELGRONDSLAGEN, DELING_DAGEN, ONDERDELEN } from '../../kern/toegang/toegang.ts';
import { dagnummer, eindeVanDag } from '../../platform/clock/dagen.ts';
import { useDoe, useLees } from '../api.ts';
import { Datumveld } from '../delen/datumveld.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../delen/formulierdialoog.tsx';
import { Keuzelijst } from '../delen/keuzelijst.tsx';
import { Keuzerondjes } from '../delen/keuzerondjes.tsx';
import { Knop } from '../delen/knop.tsx';
import { Kop } from '../delen/kop.tsx';
import { Tekstvak } from '../delen/tekstvak.tsx';
import { Leeg } from '../delen/toestand.tsx';
import { Vinkjes } from '../delen/vinkjes.tsx';
import { useIk, useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { teksten, useTeksten } from '../taal.ts';
import { dagVan, datum, laatsteDag } from '../tijd.ts';
import { type Casusbeeld, casusSleutels } from './casuskader.tsx';

const woorden = teksten({
  nl: {
    delingen: 'Gedeeld met anderen',
    delingenUitleg:
      'Een ander leest mee in wat u aanwijst, tot de dag die u kiest. Daarna gaat het vanzelf dicht.',
    deel: 'Deel een onderdeel',
    geenDelingen: 'Niets wordt nu gedeeld',
    geenDelingenUitleg: 'Moet bijvoorbeeld een school het plan kennen? Deel dan alleen dat onderdeel.',
    wieDeelt: 'Delen kan de organisatie die zicht houdt, of de regisseur.',
    tot: (d: string) => `tot en met ${d}`,
    door: (o: string) => `door ${o}`,
    trekIn: 'Neem terug',
    trekInTitel: 'Neem terug wat u deelt',
    trekInUitleg: (o: string) => `${o} kan meteen niets meer van deze casus lezen.`,
    voorbij: (n: number) => `Eerder gedeeld (${n})`,
    ingetrokken: (d: string) => `teruggenomen op ${d}`,
    geeindigd: (d: string) => `geëindigd op ${d}`,
    metWie: 'Met welke organisatie?',
    wat: 'Wat mogen zij lezen?',
    watHulp:
      'Niet meer dan nodig. Wat naar de melder of een schuiladres kan leiden, leest de ander niet tot u het vrijgeeft.',
    grond: 'Op welke grond?',
    waarom: 'Waarom is het nodig?',
    totWanneer: 'Tot en met welke dag?',
    totHulp: (n: number) => `Hoogstens ${n} dagen. Verlengen kan later, met een nieuwe reden.`,
    deelNu: 'Deel',
    gedeeld: 'Het is gedeeld.',
    teruggenomen: 'Het wordt niet meer gedeeld.',
    vulDeel: 'Kies met wie, wat, op welke grond, tot wanneer, en zeg waarom.',
    reden: 'Reden',
    redenNodig: 'Zeg waarom.',
  },
  en: {
    delingen: 'Shared with others',
    delingenUitleg:
      'Someone else reads along in what you point out, until the day you choose. Then it closes by itself.',
    deel: 'Share a part',
    geenDelingen: 'Nothing is shared now',
    geenDelingenUitleg: 'Must a school know the plan, for example? Then share that part only.',
    wieDeelt: 'Sharing is for the organisation that holds zicht, or the regisseur.',
    tot: (d: string) => `up to and including ${d}`,
    door: (o: string) => `by ${o}`,
    trekIn: 'Take back',
    trekInTitel: 'Take back what you share',
    trekInUitleg: (o: string) => `${o} cannot read anything of this case any more, at once.`,
    voorbij: (n: number) => `Shared before (${n})`,
    ingetrokken: (d: string) => `taken back on ${d}`,
    geeindigd: (d: string) => `ended on ${d}`,
    metWie: 'With which organisation?',
    wat: 'What may they read?',
    watHulp:
      'No more than needed. What may lead to the reporter or a hiding place is not read by the other until you let it go.',
    grond: 'On which ground?',
    waarom: 'Why is it needed?',
    totWanneer: 'Up to and including which day?',
    totHulp: (n: number) => `At most ${n} days. It can be extended later, with a new reason.`,
    deelNu: 'Share',
    gedeeld: 'It is shared.',
    teruggenomen: 'It is not shared any more.',
    vulDeel: 'Choose with whom, what, on which ground, until when, and say why.',
    reden: 'Reason',
    redenNodig: 'Say why.',
  },
});

type Deling = CasustoegangAntwoord['delingen'][number];

export function Delingen({ beeld, delingen, mag }: { beeld: Casusbeeld; delingen: Deling[]; mag: boolean }) {
  const t = useTeksten(woorden);
  const [geef, setGeef] = useState(false);
  const [terug, setTerug] = useState<Deling>();
  const lopend = delingen.filter((d) => d.loopt);
  const voorbij = delingen.filter((d) => !d.loopt);
  return (
    <section aria-labelledby="delingen" className="hv-stapel">
      <div className="hv-rij hv-rij--uit">
        <Kop niveau={2} id="delingen">
          {t.delingen}
        </Kop>
        {mag ? (
          <Knop icoon="plus" className="hv-geen-print" onClick={() => setGeef(true)}>
            {t.deel}
          </Knop>
        ) : null}
      </div>
      <p className="nl-paragraph hv-zacht hv-lopend">{mag ? t.delingenUitleg : t.wieDeelt}</p>
      {lopend.length === 0 ? (
        <Leeg titel={t.geenDelingen} icoon="slot">
          {mag ? t.geenDelingenUitleg : null}
        </Leeg>
      ) : (
        <ul className="hv-lijst-kaal hv-toegang__lijst">
          {lopend.map((d) => (
            <Delingregel key={d.id} d={d} onTerug={mag ? () => setTerug(d) : undefined} />
          ))}
        </ul>
      )}
      {voorbij.length > 0 ? (
        <details>
          <summary>{t.voorbij(voorbij.length)}</summary>
          <ul className="hv-lijst-kaal hv-toegang__lijst">
            {voorbij.map((d) => (
              <Delingregel key={d.id} d={d} onTerug={undefined} />
            ))}
          </ul>
        </details>
      ) : null}
      <Geef beeld={beeld} open={geef} onSluit={() => setGeef(false)} />
      <NeemTerug id={beeld.id} deling={terug} onSluit={() => setTerug(undefined)} />
    </section>
  );
}

function Delingregel({ d, onTerug }: { d: Deling; onTerug: (() => void) | undefined }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const grond = DEELGRONDSLAGEN.find((g) => g.code === d.grondslag);
  return (
    <li className="hv-deel hv-stapel hv-krap">
      <div className="hv-rij hv-rij--uit">
        <span className="hv-sterk">{d.naarNaam}</span>
        <span className="hv-klein">
          {d.loopt
            ? t.tot(datum(laatsteDag(d.totOp), { kort: true, weekdag: true, nu }))
            : d.ingetrokkenOp
              ? t.ingetrokken(datum(d.ingetrokkenOp, { kort: true, nu }))
              : t.geeindigd(datum(d.totOp, { kort: true, nu }))}
        </span>
      </div>
      <p className="nl-paragraph">
        {ONDERDELEN.filter((o) => d.onderdelen.some((x) => x === o.code))
          .map((o) => o[taal])
          .join(', ')}
      </p>
      <p className="hv-klein hv-zacht hv-lopend">
        {d.reden} · {grond?.[taal] ?? d.grondslag} · {t.door(d.vanNaam)}
      </p>
      {onTerug ? (
        <div className="hv-rij hv-uitlijn hv-geen-print">
          <Knop soort="stil" klein onClick={onTerug}>
            {t.trekIn}
          </Knop>
        </div>
      ) : null}
    </li>
  );
}

/** The day so many days from now, in Amsterdam. */
const overDagen = (nu: Date, dagen: number) => dagVan(new Date(nu.getTime() + dagen * 86_400_000));

function Geef({ beeld, open, onSluit }: { beeld: Casusbeeld; open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const ik = useIk();
  const { taal } = useInstellingen();
  const organisaties = useLees<OrganisatieAntwoord[]>(['organisaties', 'open'], '/organisaties?open=true', {
    aan: open,
  });
  const f = useWaarden({ naar: '', onderdelen: '', grondslag: '', reden: '', tot: '' });
  const w = f.waarden;
  const tot = w.tot || overDagen(nu, DELING_DAGEN.gewoon);
  const onderdelen = w.onderdelen.split(' ').filter(Boolean);
  const heleDag = /^\d{4}-\d{2}-\d{2}$/.test(tot);
  const doe = useDoe<Record<string, unknown>>(`/casussen/${beeld.id}/delingen`, {
    ververs: casusSleutels(beeld.id),
    naSucces: naBewaren(f, t.gedeeld, onSluit),
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.deel}
      bewaar={t.deelNu}
      uit={!f.heeft('naar', 'onderdelen', 'grondslag', 'reden') || !heleDag}
      waaromNiet={t.vulDeel}
      doe={doe}
      onBewaar={() =>
        doe.mutate({
          naarOrganisatieId: w.naar,
          onderdelen,
          grondslag: w.grondslag,
          reden: w.reden,
          totOp: eindeVanDag(dagnummer(tot)).toISOString(),
        })
      }
    >
      <Keuzelijst
        name="naarOrganisatieId"
        label={t.metWie}
        verplicht
        breedte="half"
        value={w.naar}
        onChange={(e) => f.zet({ naar: e.target.value })}
        opties={(organisaties.data ?? [])
          .filter((o) => o.id !== ik.organisatie.id && kanMeekijken(o.soort))
          .map((o) => ({ waarde: o.id, label: o.naam }))}
      />
      <Vinkjes
        name="onderdelen"
        label={t.wat}
        hulp={t.watHulp}
        verplicht
        opties={ONDERDELEN.map((o) => ({ waarde: o.code, label: o[taal] }))}
        waarden={onderdelen}
        onKies={(x) => f.zet({ onderdelen: x.join(' ') })}
      />
      <Keuzerondjes
        name="grondslag"
        label={t.grond}
        verplicht
        vorm="lijst"
        opties={DEELGRONDSLAGEN.map((g) => ({ waarde: g.code, label: g[taal] }))}
        waarde={w.grondslag}
        onKies={(x) => f.zet({ grondslag: x })}
      />
      <Tekstvak {...f.veld('reden')} label={t.waarom} verplicht maxLength={2000} regels={2} />
      <Datumveld
        name="totOp"
        label={t.totWanneer}
        hulp={t.totHulp(DELING_DAGEN.hoogstens)}
        verplicht
        heleDag
        soort="gepland"
        value={tot}
        onChange={(x) => f.zet({ tot: x })}
      />
    </Formulierdialoog>
  );
}

function NeemTerug({ id, deling, onSluit }: { id: string; deling: Deling | undefined; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const f = useWaarden({ reden: '' }, deling?.id);
  const doe = useDoe(`/delingen/${deling?.id ?? ''}/intrekking`, {
    ververs: casusSleutels(id),
    naSucces: naBewaren(f, t.teruggenomen, onSluit),
  });
  return (
    <Formulierdialoog
      open={deling !== undefined}
      onSluit={onSluit}
      titel={t.trekInTitel}
      bewaar={t.trekIn}
      uit={!f.heeft('reden')}
      waaromNiet={t.redenNodig}
      doe={doe}
      onBewaar={() => doe.mutate(f.waarden)}
    >
      <p className="nl-paragraph">{t.trekInUitleg(deling?.naarNaam ?? '')}</p>
      <Tekstvak {...f.veld('reden')} label={t.reden} verplicht maxLength={2000} regels={2} />
    </Formulierdialoog>
  );
}
