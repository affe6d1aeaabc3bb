// SPDX-License-Identifier: EUPL-1.2
// Who can come near this casus: who has a part in it, with whom it is shared, who it is sealed for, and who used the noodknop.
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { MedewerkerAntwoord, OrganisatieAntwoord } from '../../kern/organisatie/organisatie.api.ts';
import type { CasustoegangAntwoord } from '../../kern/toegang/casustoegang.api.ts';
import {
  DEELGRONDSLAGEN,
  DELING_DAGEN,
  NOODOORDELEN,
  ONDERDELEN,
  ZEGELSOORTEN,
} from '../../kern/toegang/toegang.ts';
import { dagnummer, eindeVanDag } from '../../platform/clock/dagen.ts';
import { useDoe, useLees } from '../api.ts';
import { Bericht } from '../delen/bericht.tsx';
import { Datumveld } from '../delen/datumveld.tsx';
import { Formulierdialoog, useWaarden } from '../delen/formulierdialoog.tsx';
import { Keuzelijst } from '../delen/keuzelijst.tsx';
import { Keuzerondjes } from '../delen/keuzerondjes.tsx';
import { Knop } from '../delen/knop.tsx';
import { Kop } from '../delen/kop.tsx';
import { Merk } from '../delen/merk.tsx';
import { Tekstvak } from '../delen/tekstvak.tsx';
import { toonToast } from '../delen/toast.tsx';
import { Leeg, Lezing } from '../delen/toestand.tsx';
import { Vinkjes } from '../delen/vinkjes.tsx';
import { useFunctienaam } from '../functiewoorden.ts';
import { useIk, useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { teksten, useTeksten } from '../taal.ts';
import { useTermijnwoorden } from '../termijnwoorden.ts';
import { dagVan, datum, laatsteDag, moment } from '../tijd.ts';

import { type Casusbeeld, Casuskader, casusSleutels, magVastleggen } from './casuskader.tsx';

const woorden = teksten({
  nl: {
    betrokken: 'Organisaties met een deel in deze casus',
    houder: 'houdt zicht',
    sinds: (d: string) => `sinds ${d}`,
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
    watHulp: 'Niet meer dan nodig. Wie de melder is en wat verborgen is, wordt nooit gedeeld.',
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
    zegel: 'Verzegeling',
    nietVerzegeld: 'Deze casus is niet verzegeld: iedereen met een deel erin kan haar zien.',
    verzegelUitleg:
      'Gaat het over een collega, het gezin van een collega of een bekend persoon? Dan kan een teamleider de casus verzegelen: zij bestaat dan alleen voor wie u noemt. Ook zoeken, lijsten en de noodknop tonen haar niet.',
    verzegel: 'Verzegel deze casus',
    wieVerzegelt: 'Verzegelen doet een teamleider van de organisatie die zicht houdt.',
    verzegeld: 'Deze casus is verzegeld',
    verzegeldDoor: (wie: string, d: string) => `Door ${wie}, op ${d}.`,
    genoemd: 'Alleen deze mensen weten dat zij bestaat',
    nietMeer: 'Niet meer noemen',
    nietMeerVan: (n: string) => `${n} niet meer noemen`,
    noem: 'Noem iemand erbij',
    noemUitleg: 'Een collega, of de teamleiders van een organisatie die u wilt vragen het over te nemen.',
    collega: 'Een collega',
    organisatie: 'Of: de teamleiders van',
    noemNu: 'Noem erbij',
    noemNodig: 'Kies een collega of een organisatie.',
    soort: 'Waarom verzegelt u?',
    wie: 'Wie mogen haar verder zien?',
    wieHulp: 'U bent zelf altijd genoemd. Later kunt u mensen erbij noemen.',
    verzegelNu: 'Verzegel',
    vulZegel: 'Kies waarom, en schrijf de reden op.',
    open: 'Hef de verzegeling op',
    openUitleg: 'Iedereen met een deel in deze casus ziet haar weer.',
    isVerzegeld: 'De casus is verzegeld.',
    isOpen: 'De verzegeling is opgeheven.',
    isGenoemd: 'De naam is erbij gezet.',
    isNietGenoemd: 'Deze persoon ziet de casus niet meer.',
    noodknop: 'Gebruik van de noodknop',
    geenNoodknop: 'De noodknop is bij deze casus niet gebruikt.',
    nuOpen: 'nu open',
    wacht: 'wordt nog nagekeken',
    bekeken: 'Ik heb het gezien',
    bekekenTitel: 'U hebt het gezien',
    bekekenUitleg: 'Schrijf op wat u ermee deed. De vraag is dan klaar.',
    watDeed: 'Wat deed u ermee?',
    klaar: 'Klaar',
    isKlaar: 'Genoteerd.',
  },
  en: {
    betrokken: 'Organisations with a part in this case',
    houder: 'holds zicht',
    sinds: (d: string) => `since ${d}`,
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
    watHulp: 'No more than needed. Who reported and what is hidden is never shared.',
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
    zegel: 'Seal',
    nietVerzegeld: 'This case is not sealed: everyone with a part in it can see it.',
    verzegelUitleg:
      "Is it about a colleague, a colleague's family or a public person? Then a team leader can seal the case: it exists only for those you name. Search, lists and the noodknop do not show it either.",
    verzegel: 'Seal this case',
    wieVerzegelt: 'Sealing is done by a team leader of the organisation that holds zicht.',
    verzegeld: 'This case is sealed',
    verzegeldDoor: (wie: string, d: string) => `By ${wie}, on ${d}.`,
    genoemd: 'Only these people know that it exists',
    nietMeer: 'Name no longer',
    nietMeerVan: (n: string) => `Name ${n} no longer`,
    noem: 'Name someone',
    noemUitleg: 'A colleague, or the team leaders of an organisation that you want to ask to take over.',
    collega: 'A colleague',
    organisatie: 'Or: the team leaders of',
    noemNu: 'Name',
    noemNodig: 'Choose a colleague or an organisation.',
    soort: 'Why do you seal it?',
    wie: 'Who else may see it?',
    wieHulp: 'You yourself are always named. You can name people later.',
    verzegelNu: 'Seal',
    vulZegel: 'Choose why, and write down the reason.',
    open: 'Lift the seal',
    openUitleg: 'Everyone with a part in this case sees it again.',
    isVerzegeld: 'The case is sealed.',
    isOpen: 'The seal is lifted.',
    isGenoemd: 'The name was added.',
    isNietGenoemd: 'This person does not see the case any more.',
    noodknop: 'Use of the noodknop',
    geenNoodknop: 'The noodknop was not used for this case.',
    nuOpen: 'open now',
    wacht: 'to be reviewed',
    bekeken: 'I have seen it',
    bekekenTitel: 'You have seen it',
    bekekenUitleg: 'Write down what you did with it. The question is then done.',
    watDeed: 'What did you do with it?',
    klaar: 'Done',
    isKlaar: 'Noted.',
  },
});

type Deling = CasustoegangAntwoord['delingen'][number];

/** `/casussen/{id}/toegang` */
export function ToegangPagina() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <Casuskader key={id} id={id}>
      {(beeld) => (magVastleggen(beeld) ? <Toegang beeld={beeld} /> : null)}
    </Casuskader>
  );
}

function Toegang({ beeld }: { beeld: Casusbeeld }) {
  const ik = useIk();
  const vraag = useLees<CasustoegangAntwoord>(
    ['casus', beeld.id, 'toegang'],
    `/casussen/${beeld.id}/toegang`,
  );
  const vanOns = beeld.zicht?.organisatieId === ik.organisatie.id;
  const magDelen = vanOns || beeld.regisseur?.id === ik.medewerker.id;
  const magVerzegelen = vanOns && ik.medewerker.functie.endsWith('_teamleider');
  return (
    <Lezing vraag={vraag} vorm="kaart">
      {(toegang) => (
        <div className="hv-hoofd-zij">
          <div className="hv-stapel hv-ruim">
            <Vragen beeld={beeld} />
            <Delingen beeld={beeld} delingen={toegang.delingen} mag={magDelen} />
            <Noodknop gebruik={toegang.noodtoegang} />
          </div>
          <div className="hv-stapel hv-ruim">
            <Betrokkenen betrokkenen={toegang.betrokkenen} />
            <Zegel id={beeld.id} zegel={toegang.verzegeling} mag={magVerzegelen} />
          </div>
        </div>
      )}
    </Lezing>
  );
}

/** What of this is asked of the own organisation now: it ends when someone says what was done. */
function Vragen({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const zeg = useTermijnwoorden();
  const [over, setOver] = useState<string>();
  const f = useWaarden({ reden: '' });
  const doe = useDoe(`/termijnen/${over ?? ''}/afronding`, {
    ververs: casusSleutels(beeld.id),
    naSucces: () => {
      f.leeg();
      setOver(undefined);
      toonToast({ tekst: t.isKlaar });
    },
  });
  const vragen = beeld.termijnen.filter(
    (x) =>
      ['noodknop_gezien', 'verzegelde_melding'].includes(x.soort) &&
      x.eigenaarOrganisatieId === ik.organisatie.id,
  );
  return (
    <>
      {vragen.map((x) => (
        <Bericht
          key={x.id}
          soort="let-op"
          titel={zeg(x.soort, x.omschrijving).vraag}
          acties={
            <Knop soort="hoofd" onClick={() => setOver(x.id)}>
              {t.bekeken}
            </Knop>
          }
        >
          <p className="nl-paragraph">{x.waarom}</p>
        </Bericht>
      ))}
      <Formulierdialoog
        open={over !== undefined}
        onSluit={() => setOver(undefined)}
        titel={t.bekekenTitel}
        bewaar={t.klaar}
        uit={!f.heeft('reden')}
        waaromNiet={t.redenNodig}
        doe={doe}
        onBewaar={() => doe.mutate(f.waarden)}
      >
        <p className="nl-paragraph">{t.bekekenUitleg}</p>
        <Tekstvak {...f.veld('reden')} label={t.watDeed} verplicht maxLength={2000} />
      </Formulierdialoog>
    </>
  );
}

function Betrokkenen({ betrokkenen }: { betrokkenen: CasustoegangAntwoord['betrokkenen'] }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  return (
    <section aria-labelledby="betrokken" className="hv-stapel">
      <Kop niveau={2} id="betrokken">
        {t.betrokken}
      </Kop>
      <ul className="hv-lijst-kaal hv-stapel hv-krap">
        {betrokkenen.map((b) => (
          <li key={b.organisatieId}>
            <span className={b.houder ? 'hv-sterk' : undefined}>{b.organisatieNaam}</span>
            <br />
            <span className="hv-klein hv-zacht">
              {b.houder ? `${t.houder}, ` : ''}
              {t.sinds(datum(b.vanafOp, { kort: true, nu }))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Delingen({ beeld, delingen, mag }: { beeld: Casusbeeld; delingen: Deling[]; mag: boolean }) {
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
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: t.gedeeld });
      onSluit();
    },
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
          .filter((o) => o.id !== ik.organisatie.id)
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
  const f = useWaarden({ reden: '' });
  const doe = useDoe(`/delingen/${deling?.id ?? ''}/intrekking`, {
    ververs: casusSleutels(id),
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: t.teruggenomen });
      onSluit();
    },
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

function Noodknop({ gebruik }: { gebruik: CasustoegangAntwoord['noodtoegang'] }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  return (
    <section aria-labelledby="noodknop" className="hv-stapel">
      <Kop niveau={2} id="noodknop">
        {t.noodknop}
      </Kop>
      {gebruik.length === 0 ? <p className="nl-paragraph hv-zacht">{t.geenNoodknop}</p> : null}
      <ul className="hv-lijst-kaal hv-toegang__lijst">
        {gebruik.map((n) => {
          const oordeel = NOODOORDELEN.find((o) => o.code === n.oordeel);
          return (
            <li key={n.id} className="hv-deel hv-stapel hv-krap">
              <div className="hv-rij hv-rij--uit">
                <span>
                  <span className="hv-sterk">{n.medewerkerNaam}</span>, {n.organisatieNaam}
                </span>
                <span className="hv-klein hv-zacht">{moment(n.vanafOp, nu)}</span>
              </div>
              <p className="nl-paragraph hv-regels hv-lopend">{n.reden}</p>
              <div className="hv-rij">
                {Date.parse(n.totOp) > nu.getTime() ? <Merk soort="loopt">{t.nuOpen}</Merk> : null}
                <Merk soort={!oordeel ? 'wacht' : oordeel.code === 'terecht' ? 'klaar' : 'aandacht'}>
                  {oordeel?.[taal] ?? t.wacht}
                </Merk>
              </div>
              {n.bevinding ? <p className="hv-klein hv-regels hv-lopend">{n.bevinding}</p> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Zegel({ id, zegel, mag }: { id: string; zegel: CasustoegangAntwoord['verzegeling']; mag: boolean }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const [open, setOpen] = useState<'verzegel' | 'noem' | 'hefop'>();
  const sluit = () => setOpen(undefined);
  const nietMeer = useDoe<string>(
    (medewerkerId) => `/casussen/${id}/verzegeling/genoemden/${medewerkerId}/einde`,
    {
      body: () => ({}),
      ververs: casusSleutels(id),
      naSucces: () => toonToast({ tekst: t.isNietGenoemd }),
      naFout: (p) => toonToast({ tekst: p.fouten[0]?.melding ?? p.detail, mislukt: true }),
    },
  );
  return (
    <section aria-labelledby="zegel" className="hv-stapel">
      <Kop niveau={2} id="zegel">
        {t.zegel}
      </Kop>
      {zegel ? (
        <>
          <div className="hv-stapel hv-krap">
            <Merk soort="geheim">{t.verzegeld}</Merk>
            <p className="nl-paragraph">
              {ZEGELSOORTEN.find((z) => z.code === zegel.soort)?.[taal] ?? zegel.soort}: {zegel.reden}
            </p>
            <p className="hv-klein hv-zacht">
              {t.verzegeldDoor(zegel.door ?? 'Houvast', moment(zegel.vanafOp, nu))}
            </p>
          </div>
          <Kop niveau={3}>{t.genoemd}</Kop>
          <ul className="hv-lijst-kaal hv-stapel hv-krap">
            {zegel.genoemden.map((g) => (
              <li key={g.medewerkerId} className="hv-rij hv-rij--uit">
                <span>
                  {g.naam}
                  <br />
                  <span className="hv-klein hv-zacht">
                    <Functie functie={g.functie} />, {g.organisatieNaam}
                  </span>
                </span>
                {mag ? (
                  <Knop
                    soort="stil"
                    klein
                    aria-label={t.nietMeerVan(g.naam)}
                    bezig={nietMeer.isPending}
                    onClick={() => nietMeer.mutate(g.medewerkerId)}
                  >
                    {t.nietMeer}
                  </Knop>
                ) : null}
              </li>
            ))}
          </ul>
          {mag ? (
            <div className="hv-rij hv-geen-print">
              <Knop icoon="plus" onClick={() => setOpen('noem')}>
                {t.noem}
              </Knop>
              <Knop soort="stil" onClick={() => setOpen('hefop')}>
                {t.open}
              </Knop>
            </div>
          ) : null}
        </>
      ) : (
        <>
          <p className="nl-paragraph">{t.nietVerzegeld}</p>
          <p className="hv-klein hv-zacht">{mag ? t.verzegelUitleg : t.wieVerzegelt}</p>
          {mag ? (
            <div className="hv-geen-print">
              <Knop icoon="slot" onClick={() => setOpen('verzegel')}>
                {t.verzegel}
              </Knop>
            </div>
          ) : null}
        </>
      )}
      {mag ? (
        <>
          <Verzegel id={id} open={open === 'verzegel'} onSluit={sluit} />
          <Noem id={id} open={open === 'noem'} onSluit={sluit} />
          <HefOp id={id} open={open === 'hefop'} onSluit={sluit} />
        </>
      ) : null}
    </section>
  );
}

function Functie({ functie }: { functie: string }) {
  return useFunctienaam(functie);
}

function useCollegas(aan: boolean) {
  const ik = useIk();
  const collegas = useLees<MedewerkerAntwoord[]>(
    ['medewerkers', ik.organisatie.id],
    `/organisaties/${ik.organisatie.id}/medewerkers`,
    { aan },
  );
  return (collegas.data ?? []).filter((c) => c.id !== ik.medewerker.id);
}

function Verzegel({ id, open, onSluit }: { id: string; open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const collegas = useCollegas(open);
  const f = useWaarden({ soort: '', reden: '', wie: '' });
  const wie = f.waarden.wie.split(' ').filter(Boolean);
  const doe = useDoe<Record<string, unknown>>(`/casussen/${id}/verzegeling`, {
    ververs: casusSleutels(id),
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: t.isVerzegeld });
      onSluit();
    },
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.verzegel}
      bewaar={t.verzegelNu}
      uit={!f.heeft('soort', 'reden')}
      waaromNiet={t.vulZegel}
      doe={doe}
      onBewaar={() => doe.mutate({ soort: f.waarden.soort, reden: f.waarden.reden, medewerkerIds: wie })}
    >
      <p className="nl-paragraph">{t.verzegelUitleg}</p>
      <Keuzerondjes
        name="soort"
        label={t.soort}
        verplicht
        vorm="lijst"
        opties={ZEGELSOORTEN.map((z) => ({ waarde: z.code, label: z[taal] }))}
        waarde={f.waarden.soort}
        onKies={(x) => f.zet({ soort: x })}
      />
      <Tekstvak {...f.veld('reden')} label={t.reden} verplicht maxLength={2000} regels={2} />
      <Vinkjes
        name="medewerkerIds"
        label={t.wie}
        hulp={t.wieHulp}
        opties={collegas.map((c) => ({
          waarde: c.id,
          label: c.naam,
          uitleg: <Functie functie={c.functie} />,
        }))}
        waarden={wie}
        onKies={(x) => f.zet({ wie: x.join(' ') })}
      />
    </Formulierdialoog>
  );
}

function Noem({ id, open, onSluit }: { id: string; open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const collegas = useCollegas(open);
  const organisaties = useLees<OrganisatieAntwoord[]>(['organisaties', 'open'], '/organisaties?open=true', {
    aan: open,
  });
  const f = useWaarden({ medewerkerId: '', organisatieId: '' });
  const w = f.waarden;
  const doe = useDoe<Record<string, unknown>>(`/casussen/${id}/verzegeling/genoemden`, {
    ververs: casusSleutels(id),
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: t.isGenoemd });
      onSluit();
    },
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.noem}
      bewaar={t.noemNu}
      uit={!f.heeft('medewerkerId') && !f.heeft('organisatieId')}
      waaromNiet={t.noemNodig}
      doe={doe}
      onBewaar={() =>
        doe.mutate(w.medewerkerId ? { medewerkerId: w.medewerkerId } : { organisatieId: w.organisatieId })
      }
    >
      <p className="nl-paragraph">{t.noemUitleg}</p>
      <Keuzelijst
        name="medewerkerId"
        label={t.collega}
        breedte="half"
        value={w.medewerkerId}
        onChange={(e) => f.zet({ medewerkerId: e.target.value, organisatieId: '' })}
        opties={collegas.map((c) => ({ waarde: c.id, label: c.naam }))}
      />
      <Keuzelijst
        name="organisatieId"
        label={t.organisatie}
        breedte="half"
        value={w.organisatieId}
        onChange={(e) => f.zet({ organisatieId: e.target.value, medewerkerId: '' })}
        opties={(organisaties.data ?? [])
          .filter((o) => o.id !== ik.organisatie.id)
          .map((o) => ({ waarde: o.id, label: o.naam }))}
      />
    </Formulierdialoog>
  );
}

function HefOp({ id, open, onSluit }: { id: string; open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const f = useWaarden({ reden: '' });
  const doe = useDoe(`/casussen/${id}/verzegeling/opheffing`, {
    ververs: casusSleutels(id),
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: t.isOpen });
      onSluit();
    },
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.open}
      bewaar={t.open}
      uit={!f.heeft('reden')}
      waaromNiet={t.redenNodig}
      doe={doe}
      onBewaar={() => doe.mutate(f.waarden)}
    >
      <p className="nl-paragraph">{t.openUitleg}</p>
      <Tekstvak {...f.veld('reden')} label={t.reden} verplicht maxLength={2000} regels={2} />
    </Formulierdialoog>
  );
}
