// SPDX-License-Identifier: EUPL-1.2
// Who looked, on paper, for the person concerned. The name is written on it by hand: Houvast gives the officer none.
import { useState } from 'react';
import { ROL } from '../../kern/lijsten.ts';
import { useVraag } from '../../web/api.ts';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useFunctienaam } from '../../web/functiewoorden.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import { Nummervraag } from './nummervraag.page.tsx';
import { REDENEN, SOORTEN } from './overzicht.ts';
import type { OverzichtAntwoord, OverzichtPersonenAntwoord } from './toezicht.api.ts';
import './toezicht.css';

const woorden = teksten({
  nl: {
    terug: 'Toezicht',
    titel: 'Overzicht voor een betrokkene',
    uitleg:
      'Wie in een casus staat, mag weten wie zijn gegevens inzag. Stel eerst vast wie het vraagt. Zoek dan de casus op en wijs de persoon aan: u ziet alleen de rol en het geboortejaar.',
    nummer: 'Nummer van de casus',
    zoek: 'Zoek',
    wie: 'Om wie gaat het?',
    geboren: (j: number) => `geboren in ${j}`,
    jaarOnbekend: 'geboortejaar niet bekend',
    niemand: 'In deze casus staat niemand',
    print: 'Print',
    kop: 'Wie uw gegevens heeft gezien',
    voor: 'Voor',
    gemaakt: (d: string, n: string) => `Gemaakt op ${d}, bij nummer ${n}`,
    inleiding:
      'Houvast houdt bij wie uw gegevens bekijkt en waarom. Hieronder staat per dag welke organisatie keek, in welke rol, en waarvoor.',
    niet: 'Niet in dit overzicht: lijsten waarin alleen een naam stond, en wat een ander in gevaar kan brengen of wat een melder vertrouwelijk heeft verteld (Wmo 2015 artikel 5.3.2).',
    vragen:
      'Hebt u vragen of klopt er iets niet? Vraag het de functionaris gegevensbescherming van Veilig Thuis. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.',
    dag: 'Dag',
    organisatie: 'Organisatie',
    rol: 'Rol',
    waarom: 'Waarom',
    nood: 'in een noodsituatie',
    leeg: 'Niemand heeft uw gegevens gezien',
    leegUitleg: 'In de tijd die Houvast bewaart, keek niemand in deze casus.',
    wieMag: 'De functionaris gegevensbescherming.',
  },
  en: {
    terug: 'Oversight',
    titel: 'Overview for a person concerned',
    uitleg:
      'Who stands in a case may know who saw their data. First establish who asks. Then look up the case and point out the person: you see the role and the year of birth only.',
    nummer: 'Number of the case',
    zoek: 'Search',
    wie: 'Whom is it about?',
    geboren: (j: number) => `born in ${j}`,
    jaarOnbekend: 'year of birth not known',
    niemand: 'There is nobody in this case',
    print: 'Print',
    kop: 'Who has seen your data',
    voor: 'For',
    gemaakt: (d: string, n: string) => `Made on ${d}, with number ${n}`,
    inleiding:
      'Houvast keeps who looks at your data and why. Below stands per day which organisation looked, in which role, and what for.',
    niet: 'Not in this overview: lists with only a name, and what may bring someone else in danger or what a reporter told in confidence (Wmo 2015 article 5.3.2).',
    vragen:
      'Do you have questions, or is something wrong? Ask the data protection officer of Veilig Thuis. You can also complain to the Dutch data protection authority.',
    dag: 'Day',
    organisatie: 'Organisation',
    rol: 'Role',
    waarom: 'Why',
    nood: 'in an emergency',
    leeg: 'Nobody has seen your data',
    leegUitleg: 'In the time that Houvast keeps, nobody looked into this case.',
    wieMag: 'The data protection officer.',
  },
});

/** `/toezicht/overzicht` */
export function OverzichtPagina() {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const [gevraagd, setGevraagd] = useState('');
  const [persoon, setPersoon] = useState('');
  const personen = useVraag<OverzichtPersonenAntwoord>(
    ['toezicht', 'personen'],
    '/toezicht/overzicht/_zoek',
    { casusnummer: gevraagd },
    { aan: gevraagd !== '' },
  );
  return (
    <>
      <div className="hv-geen-print">
        <Paginakop
          titel={t.titel}
          tab={t.titel}
          terug={{ naar: '/toezicht', label: t.terug }}
          acties={
            persoon ? (
              <Knop icoon="print" onClick={() => window.print()}>
                {t.print}
              </Knop>
            ) : undefined
          }
        />
        <div className="hv-stapel hv-ruim">
          <p className="nl-paragraph hv-zacht hv-lopend">{t.uitleg}</p>
          <Nummervraag
            label={t.nummer}
            knop={t.zoek}
            hoofd={!persoon}
            onVraag={(nummer) => {
              setPersoon('');
              setGevraagd(nummer);
            }}
          />
          {gevraagd ? (
            <Lezing vraag={personen} vorm="lijst" rijen={3} wieMag={t.wieMag}>
              {(antwoord) =>
                antwoord.personen.length === 0 ? (
                  <Leeg titel={t.niemand} icoon="mens" />
                ) : (
                  <Keuzerondjes
                    name="persoon"
                    label={t.wie}
                    vorm="lijst"
                    opties={antwoord.personen.map((p) => ({
                      waarde: p.persoonId,
                      label: `${p.rollen.map((r) => ROL.find((x) => x.code === r)?.[taal] ?? r).join(', ')}, ${
                        p.geboortejaar === null ? t.jaarOnbekend : t.geboren(p.geboortejaar)
                      }`,
                    }))}
                    waarde={persoon}
                    onKies={setPersoon}
                  />
                )
              }
            </Lezing>
          ) : null}
        </div>
      </div>
      {persoon ? <Blad casusnummer={gevraagd} persoonId={persoon} /> : null}
    </>
  );
}

function Blad({ casusnummer, persoonId }: { casusnummer: string; persoonId: string }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const vraag = useVraag<OverzichtAntwoord>(['toezicht', 'overzicht'], '/toezicht/overzicht', {
    casusnummer,
    persoonId,
  });
  return (
    <section className="hv-toezicht__blad hv-deel" aria-labelledby="overzicht">
      <Lezing vraag={vraag} vorm="tabel">
        {(o) => (
          <div className="hv-stapel hv-ruim">
            <Kop niveau={2} id="overzicht">
              {t.kop}
            </Kop>
            <div className="hv-stapel hv-krap">
              <p className="hv-toezicht__voor hv-alleen-print">{t.voor}</p>
              <p className="hv-klein hv-zacht">{t.gemaakt(datum(o.gemaaktOp), o.casusnummer)}</p>
            </div>
            <p className="nl-paragraph hv-lopend">{t.inleiding}</p>
            <Tabel
              bijschrift={t.kop}
              bijschriftVerborgen
              rijen={o.regels.map((r, i) => ({ ...r, sleutel: String(i) }))}
              sleutel={(r) => r.sleutel}
              leeg={
                <Leeg titel={t.leeg} icoon="oog">
                  {t.leegUitleg}
                </Leeg>
              }
              kolommen={[
                { id: 'dag', kop: t.dag, cel: (r) => datum(r.dag, { kort: true }), rijkop: true },
                {
                  id: 'organisatie',
                  kop: t.organisatie,
                  cel: (r) => r.organisatie ?? SOORTEN.find((s) => s.code === r.soort)?.[taal] ?? '',
                },
                { id: 'rol', kop: t.rol, cel: (r) => (r.functie ? <Functie functie={r.functie} /> : '') },
                {
                  id: 'waarom',
                  kop: t.waarom,
                  cel: (r) =>
                    [
                      ...r.redenen.map((x) => REDENEN.find((y) => y.code === x)?.[taal] ?? x),
                      ...(r.noodknop ? [t.nood] : []),
                    ].join(', '),
                },
              ]}
            />
            <div className="hv-stapel hv-lopend">
              <p className="nl-paragraph hv-klein">{t.niet}</p>
              <p className="nl-paragraph hv-klein">{t.vragen}</p>
            </div>
          </div>
        )}
      </Lezing>
    </section>
  );
}

function Functie({ functie }: { functie: string }) {
  return useFunctienaam(functie);
}
