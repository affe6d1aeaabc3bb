// SPDX-License-Identifier: EUPL-1.2
// The second pair of eyes: the same weighing to read, to decide on or to hand back.
import { useState } from 'react';
import { useDoe } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Fout } from '../../web/delen/toestand.tsx';
import { useIk, useNu } from '../../web/ik.ts';
import { useSneltoetsen } from '../../web/sneltoetsen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { moment, relatief } from '../../web/tijd.ts';
import type { BeoordelingAntwoord } from './beoordeling.api.ts';
import { Feiten } from './feiten.page.tsx';
import { klaar, Samenvatting, Stappen } from './samenvatting.page.tsx';

const woorden = teksten({
  nl: {
    wegen: 'Wegen',
    vragen: 'Denk hier nog aan',
    vraag: {
      acuut_stopt: 'U ziet acute onveiligheid en u stopt. Wie handelt er nu? Zeg dat in de reden.',
      structureel_stopt:
        'U ziet structurele onveiligheid en u stopt. Wie zorgt dat het verandert? Zeg dat in de reden.',
      onbekend_stopt: 'U weet nog niet of het veilig is en u stopt. Is er iemand die u nog kunt spreken?',
      acuut_over: 'U ziet acute onveiligheid en u draagt over. Wat doet u zelf, tot de ander heeft aanvaard?',
    },
    ligtBij: 'De beoordeling ligt bij een collega',
    ligtBijUitleg: (d: string) =>
      `U legde haar voor, ${d}. Een ander stelt vast. Wilt u nog iets wijzigen, haal haar dan terug.`,
    opmerking: 'Opmerking',
    opmerkingHulp: 'Bij terugleggen is dit nodig: zeg wat er nog moet.',
    stelVast: 'Stel vast',
    legTerug: 'Leg terug',
    haalTerug: 'Haal terug',
    terugEerst: 'Schrijf eerst wat er nog moet.',
    vastgesteld: 'De beoordeling staat vast.',
    teruggelegdToast: 'Teruggelegd.',
    vastKop: 'Vastgesteld',
    vastDoor: (een: string, twee: string, op: string) => `${een} woog, ${twee} stelde vast op ${op}.`,
    verder: 'Naar de casus',
    toetsGroep: 'Beoordeling',
  },
  en: {
    wegen: 'Weighing',
    vragen: 'Something to think of',
    vraag: {
      acuut_stopt: 'You see acute unsafety and you stop. Who acts now? Say so in the reason.',
      structureel_stopt:
        'You see structural unsafety and you stop. Who makes it change? Say so in the reason.',
      onbekend_stopt:
        'You do not know yet whether it is safe and you stop. Is there anyone you can still speak to?',
      acuut_over:
        'You see acute unsafety and you hand over. What do you do yourself until the other has accepted?',
    },
    ligtBij: 'The assessment is with a colleague',
    ligtBijUitleg: (d: string) =>
      `You put it forward, ${d}. Someone else decides. To change anything, take it back.`,
    opmerking: 'Remark',
    opmerkingHulp: 'Needed when handing back: say what is still to be done.',
    stelVast: 'Decide',
    legTerug: 'Hand back',
    haalTerug: 'Take back',
    terugEerst: 'First write what is still to be done.',
    vastgesteld: 'The assessment is decided.',
    teruggelegdToast: 'Handed back.',
    vastKop: 'Decided',
    vastDoor: (een: string, twee: string, op: string) => `${een} weighed, ${twee} decided on ${op}.`,
    verder: 'To the casus',
    toetsGroep: 'Assessment',
  },
});

/** Read-only: for the second pair of eyes, for who waits for them, and afterwards. */
export function Lezen({ b }: { b: BeoordelingAntwoord }) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const nu = useNu();
  const [opmerking, setOpmerking] = useState('');
  const ververs = [['beoordeling', b.id], ['wachtend'], ['werk'], ['casus', b.casusId], ['ik']];
  const vast = useDoe<Record<string, unknown>>(`/beoordelingen/${b.id}/vaststelling`, {
    ververs,
    naSucces: () => klaar(t.vastgesteld),
  });
  const terug = useDoe<Record<string, unknown>>(`/beoordelingen/${b.id}/teruglegging`, {
    ververs,
    naSucces: () => klaar(t.teruggelegdToast),
  });
  const eigen = b.beoordelaarId === ik.medewerker.id;
  const open = b.status === 'voorgelegd';
  const stelVast = () =>
    b.magVaststellen && vast.mutate({ versie: b.versie, opmerking: opmerking.trim() || null });
  useSneltoetsen(
    [{ toets: 'ctrl+Enter', uitleg: t.stelVast, groep: t.toetsGroep, doe: stelVast }],
    b.magVaststellen,
  );
  const probleem = vast.error ?? terug.error;
  return (
    <>
      {b.status === 'vastgesteld' ? (
        <Bericht
          soort="klaar"
          titel={t.vastKop}
          acties={
            <Link naar={`/casussen/${b.casusId}`} alsKnop="hoofd">
              {t.verder}
            </Link>
          }
        >
          {t.vastDoor(
            b.beoordelaarNaam ?? '',
            b.tweedeNaam ?? '',
            b.vastgesteldOp ? moment(b.vastgesteldOp, nu) : '',
          )}
          {b.tweedeOpmerking ? <p className="nl-paragraph hv-regels">{b.tweedeOpmerking}</p> : null}
        </Bericht>
      ) : null}
      {open && eigen ? (
        <Bericht titel={t.ligtBij}>
          {t.ligtBijUitleg(b.voorgelegdOp ? relatief(b.voorgelegdOp, nu) : '')}
        </Bericht>
      ) : null}
      {probleem ? <Fout probleem={probleem} /> : null}
      <div className="hv-beoordeling__delen">
        <Feiten b={b} gekozen={b.uitspraakIds} />
        <section className="hv-stapel hv-ruim hv-beoordeling__weeg" aria-label={t.wegen}>
          <Samenvatting a={b} b={b} />
          {open ? (
            <>
              {b.vragen.length > 0 ? (
                <Bericht soort="let-op" titel={t.vragen}>
                  {b.vragen.map((v) => (
                    <p key={v.code} className="nl-paragraph">
                      {t.vraag[v.code as keyof typeof t.vraag]}
                    </p>
                  ))}
                </Bericht>
              ) : null}
              <Tekstvak
                name="opmerking"
                label={t.opmerking}
                hulp={t.opmerkingHulp}
                regels={2}
                maxLength={8000}
                value={opmerking}
                onChange={(e) => setOpmerking(e.target.value)}
              />
            </>
          ) : null}
          <Stappen b={b} />
        </section>
      </div>
      {open ? (
        <div className="hv-voet">
          {b.magVaststellen || eigen ? null : <span className="hv-klein">{b.waaromNietVaststellen}</span>}
          <span className="hv-voet__duw hv-rij">
            <Knop
              bezig={terug.isPending}
              uit={opmerking.trim() === ''}
              waaromNiet={t.terugEerst}
              onClick={() => terug.mutate({ versie: b.versie, opmerking: opmerking.trim() })}
            >
              {eigen ? t.haalTerug : t.legTerug}
            </Knop>
            {eigen ? null : (
              <Knop
                soort="hoofd"
                toets="Ctrl Enter"
                bezig={vast.isPending}
                uit={!b.magVaststellen}
                waaromNiet={b.waaromNietVaststellen ?? undefined}
                onClick={stelVast}
              >
                {t.stelVast}
              </Knop>
            )}
          </span>
        </div>
      ) : null}
    </>
  );
}
