// SPDX-License-Identifier: EUPL-1.2
// Conflict of interest: whom someone stays away from (for oneself), and who is kept out of which casus (for the team leader).
import { useState } from 'react';
import { BELANGEN } from '../../kern/toegang/toegang.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { Datumveld } from '../../web/delen/datumveld.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useIk, useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum, moment } from '../../web/tijd.ts';
import type { BelangenAntwoord, KringAntwoord } from './belang.api.ts';
import '../../web/casus/casus.css';

const woorden = teksten({
  nl: {
    kring: 'Bij wie blijft u weg?',
    waarom:
      'U werkt misschien in een streek waar u mensen kent. Noem uzelf, uw huisgenoten, familie en bekenden: Houvast houdt u dan buiten een casus waarin zij voorkomen.',
    niemand:
      'Niemand anders leest deze lijst, ook uw teamleider en de beheerder niet. Uw teamleider hoort alleen dat u buiten een casus blijft, en niet wie u noemde.',
    voegToe: 'Noem iemand',
    leegKring: 'U noemde nog niemand',
    leegKringUitleg: 'Begin met uzelf en wie bij u in huis woont: naam, geboortedatum en adres.',
    wie: 'Wie is dit van u?',
    soort: {
      zelf: 'Uzelf',
      huisgenoot: 'Huisgenoot',
      familie: 'Familie',
      bekende: 'Bekende',
    },
    voornamen: 'Voornamen',
    tussenvoegsel: 'Tussenvoegsel',
    achternaam: 'Achternaam',
    geboren: 'Geboren',
    straat: 'Straat',
    huisnummer: 'Huisnummer',
    postcode: 'Postcode',
    woonplaats: 'Woonplaats',
    bewaar: 'Bewaar',
    nodig: 'Kies wie het is, en vul een achternaam of een postcode in.',
    bewaard: 'Bewaard. Niemand anders leest het.',
    haalWeg: 'Haal weg',
    haalWegVan: (n: string) => `Haal ${n} weg`,
    weg: 'Weggehaald. Wat daardoor dicht is, blijft dicht tot een teamleider het opheft.',
    gebDat: (d: string) => `geboren ${d}`,
    alleenAdres: 'alleen een adres',
    belangen: 'Wie blijft erbuiten',
    belangenUitleg:
      'Deze collega’s hebben iets met een gezin en zien die casus niet. Zij weten dat zelf niet: anders zouden zij horen dat het gezin een casus heeft. Verdeel hun werk in die casus anders.',
    belangenToezicht:
      'Deze medewerkers hebben iets met een gezin en zien die casus niet. Zij weten dat zelf niet: anders zouden zij horen dat het gezin een casus heeft. Hun teamleider beslist. Waar geen teamleider dat kan, beslist u.',
    leegBelangen: 'Niemand wordt nu ergens buiten gehouden',
    leegBelangenUitleg:
      'Noemt een collega mensen uit de eigen kring en komen die in een casus voor? Dan staat dat hier.',
    sinds: (d: string) => `sinds ${d}`,
    casus: (n: string) => `casus ${n}`,
    casusOnbekend: 'een casus waar u niet bij kunt',
    hefOp: 'Laat weer toe',
    hefOpVan: (wie: string) => `Laat weer toe: ${wie}`,
    hefOpTitel: 'Laat deze collega weer toe',
    hefOpUitleg: (wie: string, casus: string) =>
      `${wie} kan daarna ${casus} weer zien. Doe dit alleen als de vergelijking niet klopt, of als het hier niet uitmaakt.`,
    reden: 'Waarom mag het?',
    redenNodig: 'Zeg waarom.',
    opgeheven: 'Deze collega kan de casus weer zien.',
    bevestig: 'Blijft erbuiten',
    bevestigVan: (wie: string) => `Blijft erbuiten: ${wie}`,
    bevestigTitel: 'Deze collega blijft erbuiten',
    bevestigUitleg: (wie: string, casus: string) =>
      `${wie} blijft buiten ${casus}. Spreek af wie het werk overneemt; dit staat daarna niet meer bij wat op u wacht.`,
    bevestigReden: 'Waarom klopt het, en wie doet nu het werk?',
    leg: 'Leg vast',
    bevestigd: 'Vastgelegd dat deze collega erbuiten blijft.',
    bevestigdDoor: (wie: string, d: string) => `Blijft erbuiten, zei ${wie} ${d}:`,
    wieMag: 'Teamleiders, voor de eigen organisatie, en de functionaris gegevensbescherming.',
  },
  en: {
    kring: 'Whom do you stay away from?',
    waarom:
      'You may work in a region where you know people. Name yourself, those you live with, family and people you know: Houvast then keeps you out of a case in which they appear.',
    niemand:
      'Nobody else reads this list, not even your team leader or the administrator. Your team leader only hears that you are kept out of a case, and not whom you named.',
    voegToe: 'Name someone',
    leegKring: 'You have named nobody yet',
    leegKringUitleg: 'Begin with yourself and who lives with you: name, date of birth and address.',
    wie: 'Who is this to you?',
    soort: {
      zelf: 'Yourself',
      huisgenoot: 'Lives with you',
      familie: 'Family',
      bekende: 'Someone you know',
    },
    voornamen: 'First names',
    tussenvoegsel: 'Prefix',
    achternaam: 'Family name',
    geboren: 'Born',
    straat: 'Street',
    huisnummer: 'House number',
    postcode: 'Postcode',
    woonplaats: 'Town',
    bewaar: 'Save',
    nodig: 'Choose who it is, and fill in a family name or a postcode.',
    bewaard: 'Saved. Nobody else reads it.',
    haalWeg: 'Take away',
    haalWegVan: (n: string) => `Take ${n} away`,
    weg: 'Taken away. What is shut because of it stays shut until a team leader lifts it.',
    gebDat: (d: string) => `born ${d}`,
    alleenAdres: 'an address only',
    belangen: 'Who is kept out',
    belangenUitleg:
      'These colleagues have something to do with a family and do not see that case. They do not know it themselves: otherwise they would hear that the family has a case. Divide their work in that case differently.',
    belangenToezicht:
      'These workers have something to do with a family and do not see that case. They do not know it themselves: otherwise they would hear that the family has a case. Their team leader decides. Where no team leader can, you do.',
    leegBelangen: 'Nobody is kept out of anything now',
    leegBelangenUitleg:
      'When a colleague names people of the own circle, and they appear in a case, it stands here.',
    sinds: (d: string) => `since ${d}`,
    casus: (n: string) => `case ${n}`,
    casusOnbekend: 'a case that you cannot see',
    hefOp: 'Let in again',
    hefOpVan: (wie: string) => `Let in again: ${wie}`,
    hefOpTitel: 'Let this colleague in again',
    hefOpUitleg: (wie: string, casus: string) =>
      `${wie} can see ${casus} again after this. Only do it when the comparison is wrong, or when it does not matter here.`,
    reden: 'Why is it all right?',
    redenNodig: 'Say why.',
    opgeheven: 'This colleague can see the case again.',
    bevestig: 'Stays out',
    bevestigVan: (wie: string) => `Stays out: ${wie}`,
    bevestigTitel: 'This colleague stays out',
    bevestigUitleg: (wie: string, casus: string) =>
      `${wie} is kept out of ${casus}. Agree on who takes over the work; after this it no longer waits for you.`,
    bevestigReden: 'Why is it right, and who does the work now?',
    leg: 'Record',
    bevestigd: 'Recorded that this colleague stays out.',
    bevestigdDoor: (wie: string, d: string) => `Stays out, said ${wie} ${d}:`,
    wieMag: 'Team leaders, for their own organisation, and the data protection officer.',
  },
});

type Lid = KringAntwoord['kring'][number];
type Belang = BelangenAntwoord['belangen'][number];
const SOORTEN = ['zelf', 'huisgenoot', 'familie', 'bekende'] as const;
const KRING = ['kring'];

const naamVan = (k: Lid) => [k.voornamen, k.tussenvoegsel, k.achternaam].filter(Boolean).join(' ');
const deeldatum = (k: Lid) =>
  [k.geboortejaar, k.geboortemaand, k.geboortedag]
    .filter((x) => x !== null)
    .map((x, i) => String(x).padStart(i === 0 ? 4 : 2, '0'))
    .join('-');

/** `/mijn-kring` */
export function KringPagina() {
  const t = useTeksten(woorden);
  const [open, setOpen] = useState(false);
  const vraag = useLees<KringAntwoord>(KRING, '/ik/kring');
  const weg = useDoe<string>((id) => `/ik/kring/${id}`, {
    methode: 'DELETE',
    ververs: [KRING],
    naSucces: () => toonToast({ tekst: t.weg }),
    naFout: (p) => toonToast({ tekst: p.detail, mislukt: true }),
  });
  return (
    <>
      <Paginakop
        titel={t.kring}
        tab={t.kring}
        acties={
          <Knop soort="hoofd" icoon="plus" onClick={() => setOpen(true)}>
            {t.voegToe}
          </Knop>
        }
      />
      <div className="hv-stapel hv-ruim">
        <div className="hv-stapel hv-lopend">
          <p className="nl-paragraph">{t.waarom}</p>
          <p className="nl-paragraph">{t.niemand}</p>
        </div>
        <Lezing vraag={vraag} vorm="lijst" rijen={3}>
          {({ kring }) =>
            kring.length === 0 ? (
              <Leeg titel={t.leegKring} icoon="mens">
                {t.leegKringUitleg}
              </Leeg>
            ) : (
              <ul className="hv-lijst-kaal hv-toegang__lijst">
                {kring.map((k) => {
                  const adres = [
                    [k.straat, k.huisnummer].filter(Boolean).join(' '),
                    [k.postcode, k.woonplaats].filter(Boolean).join(' '),
                  ]
                    .filter(Boolean)
                    .join(', ');
                  const naam = naamVan(k) || t.alleenAdres;
                  return (
                    <li key={k.id} className="hv-deel hv-rij hv-rij--uit">
                      <div>
                        <p>
                          <span className="hv-sterk">{naam}</span>{' '}
                          <span className="hv-klein hv-zacht">{t.soort[k.wie]}</span>
                        </p>
                        <p className="hv-klein hv-zacht">
                          {[deeldatum(k) ? t.gebDat(datum(deeldatum(k))) : '', adres]
                            .filter(Boolean)
                            .join(' · ')}
                        </p>
                      </div>
                      <Knop
                        soort="stil"
                        klein
                        aria-label={t.haalWegVan(naam)}
                        bezig={weg.isPending}
                        onClick={() => weg.mutate(k.id)}
                      >
                        {t.haalWeg}
                      </Knop>
                    </li>
                  );
                })}
              </ul>
            )
          }
        </Lezing>
      </div>
      <Noem open={open} onSluit={() => setOpen(false)} />
    </>
  );
}

function Noem({ open, onSluit }: { open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const f = useWaarden({
    wie: '',
    voornamen: '',
    tussenvoegsel: '',
    achternaam: '',
    geboren: '',
    straat: '',
    huisnummer: '',
    postcode: '',
    woonplaats: '',
  });
  const doe = useDoe<Record<string, unknown>>('/ik/kring', {
    ververs: [KRING],
    naSucces: naBewaren(f, t.bewaard, onSluit),
  });
  const { wie, geboren, ...rest } = f.waarden;
  const [jaar, maand, dag] = /^\d{4}(-\d{2}){0,2}$/.test(geboren) ? geboren.split('-').map(Number) : [];
  const veld = (naam: keyof typeof rest) => ({ ...f.veld(naam), label: t[naam] });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.voegToe}
      bewaar={t.bewaar}
      uit={!wie || !(f.heeft('achternaam') || f.heeft('postcode'))}
      waaromNiet={t.nodig}
      doe={doe}
      onBewaar={() =>
        doe.mutate({
          wie,
          ...rest,
          geboortejaar: jaar ?? null,
          geboortemaand: maand ?? null,
          geboortedag: dag ?? null,
        })
      }
    >
      <Keuzerondjes
        name="wie"
        label={t.wie}
        verplicht
        opties={SOORTEN.map((s) => ({ waarde: s, label: t.soort[s] }))}
        waarde={wie}
        onKies={(x) => f.zet({ wie: x })}
      />
      <Tekstveld {...veld('voornamen')} maxLength={200} breedte="half" />
      <Tekstveld {...veld('tussenvoegsel')} maxLength={40} breedte="kort" />
      <Tekstveld {...veld('achternaam')} maxLength={200} breedte="half" />
      <Datumveld
        name="geboren"
        label={t.geboren}
        soort="geboorte"
        value={geboren}
        onChange={(x) => f.zet({ geboren: x })}
      />
      <Tekstveld {...veld('straat')} maxLength={200} breedte="half" />
      <Tekstveld {...veld('huisnummer')} maxLength={20} breedte="kort" />
      <Tekstveld {...veld('postcode')} maxLength={12} breedte="kort" />
      <Tekstveld {...veld('woonplaats')} maxLength={120} breedte="half" />
    </Formulierdialoog>
  );
}

/** `/belangen` */
export function BelangenPagina() {
  const t = useTeksten(woorden);
  const ik = useIk();
  const vraag = useBelangen();
  return (
    <>
      <Paginakop titel={t.belangen} tab={t.belangen} />
      <Lezing vraag={vraag} vorm="lijst" wieMag={t.wieMag}>
        {({ belangen }) =>
          belangen.length === 0 ? (
            <Leeg titel={t.leegBelangen} icoon="slot">
              {t.leegBelangenUitleg}
            </Leeg>
          ) : (
            <div className="hv-stapel hv-ruim">
              <p className="nl-paragraph hv-lopend">
                {ik.medewerker.functie === 'privacyfunctionaris' ? t.belangenToezicht : t.belangenUitleg}
              </p>
              <Belanglijst belangen={belangen} />
            </div>
          )
        }
      </Lezing>
    </>
  );
}

/** Who is kept out of which casus, and what the asker can still decide about. */
export const useBelangen = () => useLees<BelangenAntwoord>(['belangen'], '/belangen');

/** Whether it waits for a decision of whoever looks. */
export const wachtOpBesluit = (b: Belang) => b.magBeslissen && b.bevestiging === null;

/** Each with the two decisions, for whoever may take them. */
export function Belanglijst({ belangen }: { belangen: readonly Belang[] }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const [over, setOver] = useState<{ b: Belang; besluit: 'opheffing' | 'bevestiging' }>();
  const f = useWaarden({ reden: '' }, over && `${over.b.id} ${over.besluit}`);
  const doe = useDoe(`/belangen/${over?.b.id ?? ''}/${over?.besluit ?? ''}`, {
    ververs: [['belangen'], ['ik'], ['werk'], ['casus']],
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: over?.besluit === 'bevestiging' ? t.bevestigd : t.opgeheven });
      setOver(undefined);
    },
  });
  const casus = (b: Belang) => (b.casusnummer ? t.casus(b.casusnummer) : t.casusOnbekend);
  const blijft = over?.besluit === 'bevestiging';
  return (
    <>
      <ul className="hv-lijst-kaal hv-toegang__lijst">
        {belangen.map((b) => (
          <li key={b.id} className="hv-deel hv-rij hv-rij--uit">
            <div>
              <p>
                <span className="hv-sterk">{b.medewerkerNaam}</span>,{' '}
                <span className="hv-getal">{casus(b)}</span>
              </p>
              <p className="nl-paragraph">
                {b.gronden.map((g) => BELANGEN.find((x) => x.code === g)?.[taal] ?? g).join(', ')}
              </p>
              <p className="hv-klein hv-zacht">
                {b.organisatieNaam} · {t.sinds(moment(b.vanafOp, nu))}
              </p>
              {b.bevestiging ? (
                <p className="hv-klein hv-regels hv-lopend">
                  <span className="hv-zacht">
                    {t.bevestigdDoor(b.bevestiging.door, datum(b.bevestiging.bevestigdOp, { kort: true }))}
                  </span>{' '}
                  {b.bevestiging.reden}
                </p>
              ) : null}
            </div>
            {b.magBeslissen ? (
              <div className="hv-rij">
                {b.bevestiging ? null : (
                  <Knop
                    aria-label={t.bevestigVan(b.medewerkerNaam)}
                    onClick={() => setOver({ b, besluit: 'bevestiging' })}
                  >
                    {t.bevestig}
                  </Knop>
                )}
                <Knop
                  aria-label={t.hefOpVan(b.medewerkerNaam)}
                  onClick={() => setOver({ b, besluit: 'opheffing' })}
                >
                  {t.hefOp}
                </Knop>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <Formulierdialoog
        open={over !== undefined}
        onSluit={() => setOver(undefined)}
        titel={blijft ? t.bevestigTitel : t.hefOpTitel}
        bewaar={blijft ? t.leg : t.hefOp}
        uit={!f.heeft('reden')}
        waaromNiet={t.redenNodig}
        doe={doe}
        onBewaar={() => doe.mutate(f.waarden)}
      >
        {over ? (
          <p className="nl-paragraph">
            {(blijft ? t.bevestigUitleg : t.hefOpUitleg)(over.b.medewerkerNaam, casus(over.b))}
          </p>
        ) : null}
        <Tekstvak
          {...f.veld('reden')}
          label={blijft ? t.bevestigReden : t.reden}
          verplicht
          maxLength={2000}
        />
      </Formulierdialoog>
    </>
  );
}
