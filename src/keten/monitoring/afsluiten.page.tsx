// SPDX-License-Identifier: EUPL-1.2
// Closing a casus: nothing left open, a last figure from everyone, and then nobody watches any more.

import { useEffect, useState } from 'react';
import { useGa, useParam } from '../../web/adres.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { useConcept } from '../../web/concept.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Conceptconflict } from '../../web/delen/conceptconflict.tsx';
import { ConceptStaat } from '../../web/delen/conceptstaat.tsx';
import { Formulierfouten } from '../../web/delen/formulierfouten.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { useEigenConcept } from '../../web/eigenconcept.ts';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import { CONTROLE_UITKOMSTEN } from '../beoordeling/controle.ts';
import { scorersleutel } from '../plan/plan.ts';
import { CijferInvoer, type Cijferregel, gegeven, legeRegel, onaf, Wie } from './cijferinvoer.page.tsx';
import type { AfsluitingVoorbereidingAntwoord } from './monitoring.api.ts';
import { lageCijfers, MONITOR_UITKOMSTEN, VEILIG_VANAF_CIJFER, vraagtOndanks } from './monitoring.ts';
import './monitoring.css';

const woorden = teksten({
  nl: {
    titel: 'Sluit de casus af',
    tab: 'Casus afsluiten',
    terug: 'Terug naar de casus',
    gevolg: (houder: string) =>
      `Nu houdt ${houder} zicht. Na het afsluiten houdt niemand meer zicht op dit gezin. Komt er een nieuwe melding, dan gaat de casus weer open en komt hij terug bij wie het laatst zicht hield.`,
    tegen: 'Eerst moet er nog iets gebeuren',
    naarOverdracht: 'Naar de overdrachten',
    draagOver: 'Draag het zicht over',
    waarom: 'Waarom kan de casus sluiten?',
    toelichting: 'Licht toe',
    toelichtingHulp: 'Waaraan ziet u dat het veilig is en blijft? Wie is het daarmee eens, en wie niet?',
    cijfers: 'Een laatste cijfer van iedereen',
    cijfersUitleg: (n: number) =>
      `Vraag iedereen hoe veilig het nu is, van 0 tot 10. Een cijfer bij afsluiten van hoogstens ${n} dagen oud telt ook. Dat aantal is onze keuze: een vaste regel is niet bekend.`,
    gaf: (c: number, d: string) => `Laagste cijfer ${c}, ${d}`,
    geen: 'Waarom is er geen cijfer?',
    geenHulp: 'Alleen als er geen cijfer is. Bijvoorbeeld: te jong, wilde niet, niet te bereiken.',
    ondanks: 'Waarom sluit u toch?',
    ondanksVoorwaarde: (n: number) =>
      `${aantal(n, 'veiligheidsvoorwaarde is', 'veiligheidsvoorwaarden zijn')} niet het laatst als nageleefd gezien.`,
    ondanksKeer: (wie: string, d: string, wat: string) => `${wie}, ${d}: ${wat}`,
    laag: (c: number, over: string, door: string, d: string) =>
      `Cijfer ${c} over ${over}, door ${door}, ${d}`,
    laagUitleg: (n: number) =>
      `Een laatste cijfer onder de ${n} vraagt uitleg. Die grens is onze keuze: een vaste regel is niet bekend.`,
    zelf: 'zichzelf',
    vandaag: 'nu',
    sluit: 'Sluit de casus af',
    klaar: 'De casus is gesloten. Niemand houdt nog zicht.',
    plek: {
      reden: 'Waarom de casus kan sluiten',
      toelichting: 'Toelichting',
      ondanks: 'Waarom toch',
      zonder: 'Waarom geen cijfer',
      cijfers: 'Cijfer',
    } satisfies Record<keyof Waarden, string>,
    nodig: {
      reden: 'Kies waarom de casus kan sluiten.',
      toelichting: 'Licht toe waarom de casus kan sluiten.',
      cijfer: (naam: string) => `${naam}: geef een laatste cijfer, of schrijf waarom het er niet is.`,
      ondanks: 'Schrijf waarom u toch sluit.',
      scorer: 'Vul in wie dit cijfer gaf.',
      waarom: 'Schrijf waarom het cijfer niet lager is.',
    },
    wieMag: 'Wie zicht houdt op deze casus.',
  },
  en: {
    titel: 'Close the case',
    tab: 'Close the case',
    terug: 'Back to the case',
    gevolg: (houder: string) =>
      `${houder} keeps watch now. After closing nobody keeps watch over this family. When a new report comes in, the case opens again and returns to whoever kept watch last.`,
    tegen: 'Something must happen first',
    naarOverdracht: 'To the handovers',
    draagOver: 'Hand over the watch',
    waarom: 'Why can the case close?',
    toelichting: 'Explain',
    toelichtingHulp: 'How do you see that it is safe and stays safe? Who agrees, and who does not?',
    cijfers: 'A last figure from everyone',
    cijfersUitleg: (n: number) =>
      `Ask everyone how safe it is now, from 0 to 10. A figure at closing of at most ${n} days ago counts too. That number is our choice: no fixed rule is known.`,
    gaf: (c: number, d: string) => `Lowest figure ${c}, ${d}`,
    geen: 'Why is there no figure?',
    geenHulp: 'Only when there is no figure. For example: too young, did not want to, could not be reached.',
    ondanks: 'Why do you close all the same?',
    ondanksVoorwaarde: (n: number) =>
      `${aantal(n, 'safety condition was', 'safety conditions were')} not last seen as kept.`,
    ondanksKeer: (wie: string, d: string, wat: string) => `${wie}, ${d}: ${wat}`,
    laag: (c: number, over: string, door: string, d: string) => `Figure ${c} about ${over}, by ${door}, ${d}`,
    laagUitleg: (n: number) =>
      `A last figure below ${n} asks for an explanation. That limit is our choice: no fixed rule is known.`,
    zelf: 'themselves',
    vandaag: 'now',
    sluit: 'Close the case',
    klaar: 'The case is closed. Nobody keeps watch any more.',
    plek: {
      reden: 'Why the case can close',
      toelichting: 'Explanation',
      ondanks: 'Why all the same',
      zonder: 'Why no figure',
      cijfers: 'Figure',
    },
    nodig: {
      reden: 'Choose why the case can close.',
      toelichting: 'Explain why the case can close.',
      cijfer: (naam: string) => `${naam}: give a last figure, or write why there is none.`,
      ondanks: 'Write why you close all the same.',
      scorer: 'Say who gave this figure.',
      waarom: 'Write why the figure is not lower.',
    },
    wieMag: 'Whoever keeps watch over this case.',
  },
});

/** `/casussen/$id/afsluiten` */
export function AfsluitenPagina() {
  const id = useParam('id');
  const t = useTeksten(woorden);
  const vraag = useLees<AfsluitingVoorbereidingAntwoord>(
    ['casus', id, 'afsluiting'],
    `/casussen/${id}/afsluiting-voorbereiding`,
  );
  const soort = `afsluiting:${id}`;
  const conceptId = useEigenConcept(soort);
  return (
    <div className="hv-stapel">
      <Paginakop
        titel={t.titel}
        tab={t.tab}
        terug={{ naar: `/casussen/${id}`, label: t.terug }}
        onder={
          vraag.data ? (
            <>
              <span className="hv-sterk">
                <Naam>{vraag.data.aanduiding}</Naam>
              </span>
              <span className="hv-zacht hv-getal">{vraag.data.nummer}</span>
            </>
          ) : undefined
        }
      />
      <Lezing vraag={vraag} wieMag={t.wieMag}>
        {(v) =>
          conceptId === undefined ? null : (
            <Formulier key={conceptId} v={v} soort={soort} conceptId={conceptId} />
          )
        }
      </Lezing>
    </div>
  );
}

/** A low figure: given before, or (op null) on this page. */
type Laag = Omit<AfsluitingVoorbereidingAntwoord['lageCijfers'][number], 'op' | 'scorerSoort'> & {
  scorerSoort: string;
  op: string | null;
};

interface Waarden {
  reden: string;
  toelichting: string;
  ondanks: string;
  zonder: Record<string, string>;
  cijfers: readonly Cijferregel[];
}

function Formulier({
  v,
  soort,
  conceptId,
}: {
  v: AfsluitingVoorbereidingAntwoord;
  soort: string;
  conceptId: string;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const ga = useGa();
  const [w, setW] = useState<Waarden>({
    reden: '',
    toelichting: '',
    ondanks: '',
    zonder: {},
    cijfers: v.personen.map((p) => legeRegel(p)),
  });
  const [poging, setPoging] = useState(0);
  const { eerder, bewaar, wis, staat, conflict } = useConcept<Waarden>(soort, conceptId);
  useEffect(() => {
    if (eerder) setW(eerder);
  }, [eerder]);
  const zet = (deel: Partial<Waarden>) => {
    const nieuw = { ...w, ...deel };
    setW(nieuw);
    bewaar(nieuw);
  };
  const doe = useDoe<Record<string, unknown>>(`/casussen/${v.casusId}/afsluiting`, {
    ververs: [['casus', v.casusId], ['casussen'], ['werk'], ['ik'], ['monitoring']],
    naSucces: () => {
      void wis().catch(() => undefined);
      toonToast({ tekst: t.klaar });
      ga(`/casussen/${v.casusId}`);
    },
  });
  const metCijfer = new Set(w.cijfers.filter((c) => c.cijfer !== '').map((c) => c.persoonId));
  const mist = v.personen.filter(
    (p) => !p.heeftCijfer && !metCijfer.has(p.persoonId) && !w.zonder[p.persoonId]?.trim(),
  );
  const onaffe = onaf(w.cijfers);
  const nieuw = gegeven(w.cijfers).map((c) => ({
    ...c,
    naam: v.personen.find((p) => p.persoonId === c.persoonId)?.naam ?? '',
    op: null,
  }));
  const laag = lageCijfers<Laag>(v.lageCijfers, nieuw);
  const ondanksNodig = vraagtOndanks({ ...v, lageCijfers: laag });
  const alle = [
    ...(w.reden ? [] : [{ veld: 'reden', melding: t.nodig.reden }]),
    ...(w.toelichting.trim() ? [] : [{ veld: 'toelichting', melding: t.nodig.toelichting }]),
    ...onaffe.map((o) => ({ veld: o.veld, melding: t.nodig[o.soort] })),
    ...mist.map((p) => ({ veld: `zonderCijfer.${p.persoonId}`, melding: t.nodig.cijfer(p.naam) })),
    ...(ondanksNodig && !w.ondanks.trim() ? [{ veld: 'ondanks', melding: t.nodig.ondanks }] : []),
  ];
  const fouten = poging === 0 ? [] : alle;
  const foutBij = (veld: string) => fouten.find((f) => f.veld === veld)?.melding;
  const dicht = v.tegen.length > 0;
  return (
    <form
      className="hv-stapel hv-ruim hv-lopend"
      onSubmit={(e) => {
        e.preventDefault();
        setPoging((n) => n + 1);
        if (alle.length > 0 || dicht) return;
        doe.mutate({
          reden: w.reden,
          toelichting: w.toelichting,
          ondanks: ondanksNodig ? w.ondanks : null,
          zonderCijfer: v.personen.flatMap((p) => {
            const reden = w.zonder[p.persoonId]?.trim();
            return reden && !p.heeftCijfer && !metCijfer.has(p.persoonId)
              ? [{ persoonId: p.persoonId, reden }]
              : [];
          }),
          cijfers: gegeven(w.cijfers),
        });
      }}
    >
      {dicht ? (
        <Bericht soort="let-op" titel={t.tegen}>
          <ul className="hv-stapel hv-krap">
            {v.tegen.map((b) => (
              <li key={b.zin}>{taal === 'en' ? b.zinEn : b.zin}</li>
            ))}
          </ul>
          {v.tegen.some((b) => b.veld === 'overdracht') ? (
            <Link naar="/overdrachten">{t.naarOverdracht}</Link>
          ) : null}
          {v.tegen.every((b) => b.veld === 'monitoring') ? (
            <Link naar={`/casussen/${v.casusId}/overdragen`}>{t.draagOver}</Link>
          ) : null}
        </Bericht>
      ) : (
        <Bericht soort="weet">
          <p className="nl-paragraph">{t.gevolg(v.houderNaam ?? '')}</p>
        </Bericht>
      )}
      {conflict ? (
        <Conceptconflict
          conflict={conflict}
          woord={([veld = '', wie]) =>
            [t.plek[veld as keyof Waarden], v.personen.find((p) => p.persoonId === wie)?.naam]
              .filter(Boolean)
              .join(': ')
          }
          zeg={([veld], waarde) => {
            const reden = veld === 'reden' ? v.redenen.find((r) => r.code === waarde) : undefined;
            return taal === 'en' ? reden?.en : reden?.nl;
          }}
        />
      ) : null}
      <Formulierfouten fouten={fouten} probleem={doe.error} poging={poging + doe.submittedAt} />
      <div className="hv-stapel">
        <Keuzerondjes
          name="reden"
          label={t.waarom}
          verplicht
          vorm="lijst"
          fout={foutBij('reden')}
          opties={v.redenen.map((r) => ({ waarde: r.code, label: taal === 'en' ? r.en : r.nl }))}
          waarde={w.reden}
          onKies={(reden) => zet({ reden })}
        />
        <Tekstvak
          name="toelichting"
          label={t.toelichting}
          hulp={t.toelichtingHulp}
          verplicht
          maxLength={4000}
          fout={foutBij('toelichting')}
          value={w.toelichting}
          onChange={(e) => zet({ toelichting: e.target.value })}
        />
      </div>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.cijfers}</Kop>
        <p className="nl-paragraph hv-zacht">{t.cijfersUitleg(v.cijferDagen)}</p>
        {v.personen.map((p) => (
          <div key={p.persoonId} className="hv-cijferinvoer">
            <p className="hv-cijferinvoer__kop">
              <Wie persoon={p} />
              {p.laatsteCijfer !== null && p.laatsteCijferOp ? (
                <Merk soort="klaar">
                  {t.gaf(p.laatsteCijfer, datum(p.laatsteCijferOp, { kort: true, nu }))}
                </Merk>
              ) : null}
            </p>
            {p.heeftCijfer ? null : (
              <>
                <CijferInvoer
                  persoon={p}
                  regels={w.cijfers}
                  zet={(cijfers) => zet({ cijfers })}
                  fout={foutBij}
                />
                {metCijfer.has(p.persoonId) ? null : (
                  <Tekstveld
                    name={`zonderCijfer.${p.persoonId}`}
                    label={
                      <>
                        {t.geen}
                        <span className="hv-verborgen"> {p.naam}</span>
                      </>
                    }
                    hulp={t.geenHulp}
                    maxLength={1000}
                    fout={foutBij(`zonderCijfer.${p.persoonId}`)}
                    value={w.zonder[p.persoonId] ?? ''}
                    onChange={(e) => zet({ zonder: { ...w.zonder, [p.persoonId]: e.target.value } })}
                  />
                )}
              </>
            )}
          </div>
        ))}
      </section>
      {ondanksNodig ? (
        <section className="hv-stapel">
          <Kop niveau={2}>{t.ondanks}</Kop>
          {v.nietNageleefd > 0 ? <Merk soort="aandacht">{t.ondanksVoorwaarde(v.nietNageleefd)}</Merk> : null}
          {v.nietVeilig.map((n) => (
            <Merk key={n.organisatieNaam} soort="aandacht">
              {t.ondanksKeer(
                n.organisatieNaam,
                datum(n.op, { kort: true, nu }),
                [...CONTROLE_UITKOMSTEN, ...MONITOR_UITKOMSTEN].find((u) => u.code === n.uitkomst)?.[taal] ??
                  n.uitkomst,
              )}
            </Merk>
          ))}
          {laag.map((c) => (
            <Merk key={`${c.persoonId} ${scorersleutel(c)}`} soort="aandacht">
              {t.laag(
                c.cijfer,
                c.naam,
                c.scorerSoort === 'zelf' ? t.zelf : c.scorer,
                c.op === null ? t.vandaag : datum(c.op, { kort: true, nu }),
              )}
            </Merk>
          ))}
          {laag.length > 0 ? (
            <p className="nl-paragraph hv-zacht">{t.laagUitleg(VEILIG_VANAF_CIJFER)}</p>
          ) : null}
          <Tekstvak
            name="ondanks"
            label={t.ondanks}
            labelVerborgen
            verplicht
            maxLength={4000}
            fout={foutBij('ondanks')}
            value={w.ondanks}
            onChange={(e) => zet({ ondanks: e.target.value })}
          />
        </section>
      ) : null}
      <div className="hv-rij">
        <Knop
          soort="hoofd"
          type="submit"
          bezig={doe.isPending}
          uit={dicht}
          waaromNiet={dicht ? t.tegen : undefined}
        >
          {t.sluit}
        </Knop>
        <ConceptStaat staat={staat} />
      </div>
    </form>
  );
}
