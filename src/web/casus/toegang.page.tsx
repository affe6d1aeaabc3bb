// SPDX-License-Identifier: EUPL-1.2
// Who can come near this casus: who has a part in it, with whom it is shared, who it is sealed for, and who used the noodknop.
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CasustoegangAntwoord } from '../../kern/toegang/casustoegang.api.ts';
import { NOODOORDELEN } from '../../kern/toegang/toegang.ts';
import { useDoe, useLees } from '../api.ts';
import { Bericht } from '../delen/bericht.tsx';
import { Formulierdialoog, useWaarden } from '../delen/formulierdialoog.tsx';
import { Knop } from '../delen/knop.tsx';
import { Kop } from '../delen/kop.tsx';
import { Merk } from '../delen/merk.tsx';
import { Tekstvak } from '../delen/tekstvak.tsx';
import { toonToast } from '../delen/toast.tsx';
import { Lezing } from '../delen/toestand.tsx';
import { useIk, useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { teksten, useTeksten } from '../taal.ts';
import { useTermijnwoorden } from '../termijnwoorden.ts';
import { datum, moment } from '../tijd.ts';
import { type Casusbeeld, Casuskader, casusSleutels, magVastleggen } from './casuskader.tsx';
import { Delingen } from './delingen.page.tsx';
import { Zegel } from './verzegeling.page.tsx';

const woorden = teksten({
  nl: {
    betrokken: 'Organisaties met een deel in deze casus',
    houder: 'houdt zicht',
    sinds: (d: string) => `sinds ${d}`,
    redenNodig: 'Zeg waarom.',
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
    redenNodig: 'Say why.',
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
  const f = useWaarden({ reden: '' }, over);
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
