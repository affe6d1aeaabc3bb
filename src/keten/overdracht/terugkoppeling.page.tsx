// SPDX-License-Identifier: EUPL-1.2
// What the melder hears: the draft that the law allows, to tell and to put on record, or to decline with the reason.
import { useState } from 'react';
import { useParam } from '../../web/adres.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Formulierdialoog } from '../../web/delen/formulierdialoog.tsx';
import { Formulierfouten } from '../../web/delen/formulierfouten.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { useNu } from '../../web/ik.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { moment } from '../../web/tijd.ts';
import './overdracht.css';
import type { TerugkoppelingAntwoord } from './terugkoppeling.api.ts';

const woorden = teksten({
  nl: {
    titel: 'Terugkoppeling aan de melder',
    terug: 'Naar de casus',
    moment: {
      na_beoordeling: 'Na de veiligheidsbeoordeling',
      na_onderzoek: 'Na het onderzoek',
      na_overdracht: 'Na de overdracht',
    },
    status: { concept: 'Nog niet verteld', verstuurd: 'Verteld', afgezien: 'Afgezien' },
    tekst: 'Wat u de melder vertelt',
    tekstHulp: 'Pas de tekst gerust aan. Noem niemand uit het gezin en geen adres.',
    stuur: 'Leg vast als verteld',
    afzien: 'Zie af',
    uitleg:
      'Houvast verstuurt niets en belt niemand. Bel of schrijf de melder zelf, en leg hier vast wat u vertelde.',
    melding: 'Melding',
    wie: 'De melder',
    naam: 'Naam',
    telefoon: 'Telefoon',
    email: 'E-mail',
    afgeschermd: 'Alleen hier te zien, en alleen voor Veilig Thuis',
    mag: 'Wat u mag zeggen',
    magVan: {
      professional:
        'Dit is een professional: u mag in algemene woorden zeggen wat de uitkomst is, en aan wie u overdroeg.',
      burger: 'Dit is geen professional: u mag zeggen dat u stappen zette, en niets over wat er gebeurt.',
      politie: 'De politie krijgt de uitkomst via het berichtenverkeer.',
      anoniem: 'De melder is anoniem.',
      informant: 'Een informant krijgt geen standaard terugkoppeling.',
      niet_gewenst: 'De melder wil geen terugkoppeling.',
    },
    grondslag: 'Grondslag',
    verteld: 'Zo is het verteld',
    door: 'Door',
    op: 'Op',
    reden: 'Reden',
    houvast: 'Houvast',
    klaar: 'Vastgelegd: de melder heeft het gehoord.',
    afzienTitel: 'Afzien van terugkoppeling',
    afzienReden: 'Waarom vertelt u de melder niets?',
    afgezien: 'Vastgelegd: geen terugkoppeling.',
    redenNodig: 'Schrijf eerst de reden op.',
    tekstNodig: 'Schrijf eerst op wat u vertelt.',
    wieMag: 'Medewerkers van het Veilig Thuis dat de melding ontving.',
  },
  en: {
    titel: 'Feedback to the melder',
    terug: 'To the casus',
    moment: {
      na_beoordeling: 'After the safety assessment',
      na_onderzoek: 'After the investigation',
      na_overdracht: 'After the handover',
    },
    status: { concept: 'Not told yet', verstuurd: 'Told', afgezien: 'Declined' },
    tekst: 'What you tell the melder',
    tekstHulp: 'Change the text as you wish. Name nobody of the family and no address.',
    stuur: 'Record as told',
    afzien: 'Decline',
    uitleg:
      'Houvast sends nothing and calls nobody. Call or write to the melder yourself, and record here what you told.',
    melding: 'Report',
    wie: 'The melder',
    naam: 'Name',
    telefoon: 'Telephone',
    email: 'E-mail',
    afgeschermd: 'Shown here only, and only to Veilig Thuis',
    mag: 'What you may say',
    magVan: {
      professional:
        'This is a professional: you may say in general words what the outcome is, and to whom you handed over.',
      burger: 'This is no professional: you may say that you took steps, and nothing about what happens.',
      politie: 'The police get the outcome through their own message.',
      anoniem: 'The melder is anonymous.',
      informant: 'An informant gets no standard feedback.',
      niet_gewenst: 'The melder wants no feedback.',
    },
    grondslag: 'Legal basis',
    verteld: 'This is how it was told',
    door: 'By',
    op: 'At',
    reden: 'Reason',
    houvast: 'Houvast',
    klaar: 'Recorded: the melder has heard it.',
    afzienTitel: 'Declining feedback',
    afzienReden: 'Why do you tell the melder nothing?',
    afgezien: 'Recorded: no feedback.',
    redenNodig: 'Write the reason first.',
    tekstNodig: 'Write first what you tell.',
    wieMag: 'Workers of the Veilig Thuis that received the report.',
  },
});

/** `/terugkoppelingen/$id` */
export function TerugkoppelingPagina() {
  const id = useParam('id');
  const t = useTeksten(woorden);
  const vraag = useLees<TerugkoppelingAntwoord>(['terugkoppeling', id], `/terugkoppelingen/${id}`);
  return (
    <Lezing vraag={vraag} heel wieMag={t.wieMag}>
      {(k) => <Inhoud key={k.status} k={k} />}
    </Lezing>
  );
}

function Inhoud({ k }: { k: TerugkoppelingAntwoord }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const [tekst, setTekst] = useState(k.tekst);
  const [reden, setReden] = useState('');
  const [afzien, setAfzien] = useState(false);
  const ververs = [['terugkoppeling', k.id], ['werk'], ['ik'], ['casus'], ['casussen']];
  const stuur = useDoe<{ tekst: string }>(`/terugkoppelingen/${k.id}/verzending`, {
    ververs,
    naSucces: () => toonToast({ tekst: t.klaar }),
  });
  const zieAf = useDoe<{ reden: string }>(`/terugkoppelingen/${k.id}/afzien`, {
    ververs,
    naSucces: () => {
      setAfzien(false);
      toonToast({ tekst: t.afgezien });
    },
  });
  const open = k.status === 'concept';
  const melder = k.melder;
  return (
    <div className="hv-stapel">
      <Paginakop
        titel={t.titel}
        tab={t.titel}
        terug={{ naar: `/casussen/${k.casusId}`, label: t.terug }}
        onder={
          <>
            <Merk soort={open ? 'wacht' : k.status === 'verstuurd' ? 'klaar' : 'dicht'}>
              {t.status[k.status]}
            </Merk>
            <span>{t.moment[k.moment]}</span>
            {k.vervaltOp ? <TermijnMerk begin={k.gemaaktOp} vervaltOp={k.vervaltOp} mild /> : null}
          </>
        }
      />
      <div className="hv-hoofd-zij">
        <div className="hv-stapel">
          {open ? (
            <form
              className="hv-stapel"
              onSubmit={(e) => {
                e.preventDefault();
                stuur.mutate({ tekst });
              }}
            >
              <Formulierfouten fouten={[]} probleem={stuur.error} poging={stuur.submittedAt} />
              <Bericht>{t.uitleg}</Bericht>
              <Tekstvak
                name="tekst"
                label={t.tekst}
                hulp={t.tekstHulp}
                verplicht
                regels={12}
                maxLength={4000}
                value={tekst}
                onChange={(e) => setTekst(e.target.value)}
                fout={stuur.error?.fouten.find((f) => f.veld === 'tekst')?.melding}
              />
              <div className="hv-rij">
                <Knop
                  soort="hoofd"
                  type="submit"
                  bezig={stuur.isPending}
                  uit={tekst.trim() === ''}
                  waaromNiet={t.tekstNodig}
                >
                  {t.stuur}
                </Knop>
                <Knop onClick={() => setAfzien(true)}>{t.afzien}</Knop>
              </div>
            </form>
          ) : (
            <>
              {k.status === 'verstuurd' ? (
                <section className="hv-stapel hv-krap" aria-labelledby="verteld">
                  <Kop niveau={2} id="verteld">
                    {t.verteld}
                  </Kop>
                  <p className="nl-paragraph hv-regels">{k.tekst}</p>
                </section>
              ) : null}
              <Gegevens
                lijst={[
                  ...(k.reden ? [{ naam: t.reden, waarde: k.reden }] : []),
                  { naam: t.door, waarde: k.door ?? t.houvast },
                  { naam: t.op, waarde: k.afgehandeldOp ? moment(k.afgehandeldOp, nu) : null },
                ]}
              />
            </>
          )}
        </div>
        <aside className="hv-stapel hv-terugkoppeling__zij">
          <section className="hv-stapel hv-krap" aria-labelledby="wie">
            <Kop niveau={2} id="wie">
              {t.wie}
            </Kop>
            {melder && melder.bekend !== 'anoniem' ? (
              <>
                <Gegevens
                  lijst={[
                    { naam: t.naam, waarde: melder.naam },
                    ...(melder.telefoon
                      ? [
                          {
                            naam: t.telefoon,
                            waarde: (
                              <a
                                className="nl-link hv-getal"
                                href={`tel:${melder.telefoon.replace(/[^\d+]/g, '')}`}
                              >
                                {melder.telefoon}
                              </a>
                            ),
                          },
                        ]
                      : []),
                    ...(melder.email ? [{ naam: t.email, waarde: melder.email }] : []),
                  ]}
                />
                <Merk soort="geheim">{t.afgeschermd}</Merk>
              </>
            ) : (
              <p className="nl-paragraph">{t.magVan.anoniem}</p>
            )}
            <p className="nl-paragraph">
              <Link naar={`/meldingen/${k.meldingId}`}>
                {t.melding} {k.meldingNummer}
              </Link>
            </p>
          </section>
          <section className="hv-deel hv-stapel hv-krap" aria-labelledby="mag">
            <Kop niveau={2} id="mag">
              {t.mag}
            </Kop>
            <p className="nl-paragraph">{t.magVan[k.aan]}</p>
            <p className="hv-klein hv-zacht">
              {t.grondslag}: {k.grondslag}
            </p>
          </section>
        </aside>
      </div>
      <Formulierdialoog
        open={afzien}
        onSluit={() => setAfzien(false)}
        titel={t.afzienTitel}
        bewaar={t.afzien}
        onBewaar={() => zieAf.mutate({ reden })}
        uit={reden.trim() === ''}
        waaromNiet={t.redenNodig}
        doe={zieAf}
      >
        <Tekstvak
          name="reden"
          label={t.afzienReden}
          verplicht
          maxLength={1000}
          value={reden}
          onChange={(e) => setReden(e.target.value)}
        />
      </Formulierdialoog>
    </div>
  );
}
