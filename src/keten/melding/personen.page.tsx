// SPDX-License-Identifier: EUPL-1.2
// Who it is about. One line, typed as it is heard, becomes a card; what the line could not say is folded in the card.

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { GESLACHT, ROL } from '../../kern/lijsten.ts';
import { geborenTekst } from '../../kern/persoon/persoon.ts';
import { Chip } from '../../web/delen/chip.tsx';
import { Datumveld } from '../../web/delen/datumveld.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { veldId } from '../../web/delen/veld.tsx';
import { Veldmelding } from '../../web/delen/veldmelding.tsx';
import { Vinkje } from '../../web/delen/vinkjes.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { dagVan, datum, leeftijdTekst } from '../../web/tijd.ts';
import {
  isRol,
  jarenBij,
  type Kant,
  type Kladje,
  keuzes,
  kladjeTekst,
  legePersoon,
  type Meldingvorm,
  naamVan,
  nieuweSleutel,
  opgaveVan,
  type Persoonvorm,
  persoonUitRegel,
  zetInVerhaal,
  zetTerug,
} from './formulier.ts';
import type { Pas } from './uitspraken.page.tsx';

const woorden = teksten({
  nl: {
    regel: 'Typ wie het is, zoals u het hoort, en druk op Enter',
    regelBij: 'bijv. Jan v.d. Berg 3 mei 84',
    onbekend: 'Iemand van wie nog niets bekend is',
    naamloos: 'Naam nog onbekend',
    persoon: (n: number) => `Persoon ${n}`,
    rol: 'Rol',
    relatie: 'Relatie',
    relatieBij: 'bijv. moeder',
    relaties: [
      'moeder',
      'vader',
      'partner',
      'ex-partner',
      'zoon',
      'dochter',
      'stiefvader',
      'stiefmoeder',
      'broer',
      'zus',
      'oma',
      'opa',
      'huisgenoot',
    ],
    meer: 'Meer gegevens',
    minder: 'Minder',
    van: (naam: string) => `van ${naam}`,
    weg: (naam: string) => `${naam} weghalen`,
    weggehaald: 'De persoon is weggehaald.',
    geboren: 'Geboren',
    ongelezen: 'Dit vond geen veld:',
    gezien: 'Gezien',
    inVerhaal: 'Zet in het verhaal',
    laatWeg: 'Laat weg',
    leeftijd: (n: number, e: string) => `Leeftijd ${n} ${e}: welk geboortejaar?`,
    eenheid: { jaar: 'jaar', maand: 'maanden', week: 'weken' },
    voornamen: 'Voornamen',
    voorletters: 'Voorletters',
    tussenvoegsel: 'Tussenvoegsel',
    achternaam: 'Achternaam',
    partner: 'Achternaam partner',
    partnerTussen: 'Tussenvoegsel partner',
    geslacht: 'Geslacht',
    bsn: 'BSN',
    straat: 'Straat',
    huisnummer: 'Nr.',
    huisletter: 'Letter',
    toevoeging: 'Toevoeging',
    postcode: 'Postcode',
    woonplaats: 'Woonplaats',
    land: 'Land (als het niet Nederland is)',
    telefoon: 'Telefoon',
    email: 'E-mail',
    geheim: 'Het adres is geheim',
    geheimUitleg: 'Dan staat het nergens: op geen scherm, in geen lijst, in geen brief.',
    zelfde: (naam: string) => `Woont bij ${naam}`,
    geheimMerk: 'Geheim adres',
  },
  en: {
    regel: 'Type who it is, as you hear it, and press Enter',
    regelBij: 'e.g. Jan v.d. Berg 3 mei 84',
    onbekend: 'Someone of whom nothing is known yet',
    naamloos: 'Name not known yet',
    persoon: (n: number) => `Person ${n}`,
    rol: 'Role',
    relatie: 'Relation',
    relatieBij: 'e.g. mother',
    relaties: [
      'moeder',
      'vader',
      'partner',
      'ex-partner',
      'zoon',
      'dochter',
      'stiefvader',
      'stiefmoeder',
      'broer',
      'zus',
      'oma',
      'opa',
      'huisgenoot',
    ],
    meer: 'More details',
    minder: 'Less',
    van: (naam: string) => `of ${naam}`,
    weg: (naam: string) => `Remove ${naam}`,
    weggehaald: 'The person was removed.',
    geboren: 'Born',
    ongelezen: 'This found no field:',
    gezien: 'Seen',
    inVerhaal: 'Put in the story',
    laatWeg: 'Leave out',
    leeftijd: (n: number, e: string) => `Age ${n} ${e}: which year of birth?`,
    eenheid: { jaar: 'years', maand: 'months', week: 'weeks' },
    voornamen: 'Given names',
    voorletters: 'Initials',
    tussenvoegsel: 'Prefix',
    achternaam: 'Surname',
    partner: "Partner's surname",
    partnerTussen: "Partner's prefix",
    geslacht: 'Sex',
    bsn: 'BSN',
    straat: 'Street',
    huisnummer: 'No.',
    huisletter: 'Letter',
    toevoeging: 'Addition',
    postcode: 'Postcode',
    woonplaats: 'Town',
    land: 'Country (if not the Netherlands)',
    telefoon: 'Telephone',
    email: 'E-mail',
    geheim: 'The address is secret',
    geheimUitleg: 'Then it stands nowhere: on no screen, in no list, in no letter.',
    zelfde: (naam: string) => `Lives with ${naam}`,
    geheimMerk: 'Secret address',
  },
});

/** Reading a line needs lists of names: loaded when the form stands. */
const laadLezer = () => import('../radar/invoer.ts');

export const REGEL = 'persoonsregel';
const regelId = veldId(REGEL, '');
const rolId = (i: number) => veldId(`personen.${i}.rol`, '');

/** Makes a person of the line that stands there, if there is one. */
export async function leesRegel(v: Meldingvorm, jaar: number): Promise<Meldingvorm> {
  const getypt = v.persoonsregel.trim();
  if (!getypt) return v;
  const { leesPersoonsregel } = await laadLezer();
  const p = persoonUitRegel(nieuweSleutel(v.personen), getypt, leesPersoonsregel(getypt, jaar));
  return { ...v, persoonsregel: '', personen: [...v.personen, p] };
}

/** Whoever the line is about as it stands, once it holds more than one word: not yet a card, and already known or not. */
export function useRegelPersoon(regel: string): Persoonvorm | undefined {
  const jaar = Number(dagVan(useNu()).slice(0, 4));
  const [gelezen, setGelezen] = useState<{ regel: string; p: Persoonvorm }>();
  const getypt = regel.trim();
  useEffect(() => {
    if (!/\S\s+\S/.test(getypt)) return;
    let weg = false;
    void laadLezer().then(({ leesPersoonsregel }) => {
      if (!weg)
        setGelezen({ regel: getypt, p: persoonUitRegel('regel', getypt, leesPersoonsregel(getypt, jaar)) });
    });
    return () => {
      weg = true;
    };
  }, [getypt, jaar]);
  // between two letters the one before still stands; with the line empty nobody does
  return getypt !== '' && gelezen !== undefined && getypt.startsWith(gelezen.regel.slice(0, 3))
    ? gelezen.p
    : undefined;
}

/** The people of a report. */
export function Personen({
  vorm,
  kant,
  fouten,
  pas,
  lijn,
}: {
  vorm: Meldingvorm;
  kant: Kant;
  fouten: ReadonlyMap<string, string>;
  pas: Pas;
  /** What is known of the person on this place; the one after the last is who stands in the line. */
  lijn: ((plek: number) => ReactNode) | undefined;
}) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const relaties = useId();
  const jaar = Number(dagVan(nu).slice(0, 4));
  const nieuwste = useRef(vorm);
  nieuwste.current = vorm;
  useEffect(() => {
    void laadLezer();
  }, []);

  const focusRegel = () => document.getElementById(regelId)?.focus();
  const voegToe = async () => {
    const getypt = nieuwste.current.persoonsregel;
    if (!getypt.trim()) return;
    const met = await leesRegel(nieuwste.current, jaar);
    const nieuw = met.personen.at(-1);
    // Someone may have typed on while the reader was being loaded.
    if (!nieuw || nieuwste.current.persoonsregel !== getypt) return;
    flushSync(() =>
      pas((v) => ({
        ...v,
        persoonsregel: '',
        personen: [...v.personen, { ...nieuw, sleutel: nieuweSleutel(v.personen) }],
      })),
    );
    document.getElementById(rolId(nieuwste.current.personen.length - 1))?.focus();
  };
  const voegOnbekendeToe = () => {
    flushSync(() =>
      pas((v) => ({ ...v, personen: [...v.personen, legePersoon(nieuweSleutel(v.personen))] })),
    );
    document.getElementById(rolId(nieuwste.current.personen.length - 1))?.focus();
  };

  return (
    <div className="hv-stapel">
      {vorm.personen.length > 0 ? (
        <ol className="hv-lijst-kaal hv-mld-personen">
          {vorm.personen.map((p, i) => (
            <Kaart
              key={p.sleutel}
              p={p}
              i={i}
              vorige={vorm.personen.slice(0, i).findLast((x) => x.straat || x.postcode || x.woonplaats)}
              relaties={relaties}
              fouten={fouten}
              lijn={lijn?.(i)}
              onWijzig={(anders) =>
                pas((v) => ({
                  ...v,
                  personen: v.personen.map((x) => (x.sleutel === p.sleutel ? { ...x, ...anders } : x)),
                }))
              }
              onVerhaal={(k) => pas((v) => zetInVerhaal(v, p.sleutel, k, kant))}
              onWeg={() => {
                flushSync(() =>
                  pas((v) => ({ ...v, personen: v.personen.filter((x) => x.sleutel !== p.sleutel) })),
                );
                focusRegel();
                toonToast({
                  tekst: t.weggehaald,
                  ongedaan: () => pas((v) => ({ ...v, personen: zetTerug(v.personen, p, i) })),
                });
              }}
              onKlaar={focusRegel}
            />
          ))}
        </ol>
      ) : null}
      <datalist id={relaties}>
        {t.relaties.map((r) => (
          <option key={r} value={r} />
        ))}
      </datalist>
      <Tekstveld
        label={t.regel}
        name={REGEL}
        verplicht={vorm.personen.length === 0}
        fout={fouten.get(REGEL)}
        placeholder={t.regelBij}
        enterKeyHint="enter"
        maxLength={400}
        value={vorm.persoonsregel}
        onChange={(e) => pas((v) => ({ ...v, persoonsregel: e.target.value }))}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' || e.ctrlKey || e.metaKey || e.nativeEvent.isComposing) return;
          e.preventDefault();
          void voegToe();
        }}
      />
      {lijn?.(vorm.personen.length)}
      <div className="hv-rij">
        <Knop klein icoon="plus" onClick={voegOnbekendeToe}>
          {t.onbekend}
        </Knop>
      </div>
    </div>
  );
}

function Kaart({
  p,
  i,
  vorige,
  relaties,
  fouten,
  lijn,
  onWijzig,
  onVerhaal,
  onWeg,
  onKlaar,
}: {
  p: Persoonvorm;
  i: number;
  /** Someone above whose address is known. */
  vorige: Persoonvorm | undefined;
  relaties: string;
  fouten: ReadonlyMap<string, string>;
  lijn: ReactNode;
  onWijzig: (anders: Partial<Persoonvorm>) => void;
  /** Makes a statement of what found no field. */
  onVerhaal: (k: Kladje) => void;
  onWeg: () => void;
  onKlaar: () => void;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const id = useId();
  const naam = naamVan(p) || t.naamloos;
  const veld = (k: string) => `personen.${i}.${k}`;
  const metFout = [...fouten.keys()].some((k) => k.startsWith(`personen.${i}.`));
  const [open, setOpen] = useState(false);
  const open2 = open || metFout;
  const zonder = (k: Kladje) => onWijzig({ kladjes: p.kladjes.filter((x) => x !== k) });
  const klaar = (e: KeyboardEvent) => {
    if (e.key !== 'Enter' || e.ctrlKey || e.metaKey || e.nativeEvent.isComposing) return;
    e.preventDefault();
    onKlaar();
  };
  const tekst = (k: keyof Persoonvorm & string, label: string, extra: object = {}) => (
    <Tekstveld
      label={label}
      name={veld(k)}
      fout={fouten.get(veld(k))}
      value={String(p[k])}
      onChange={(e) => onWijzig({ [k]: e.target.value })}
      {...extra}
    />
  );
  const gelezen = geborenTekst(opgaveVan(p).geboorte);
  const geboren =
    gelezen === null
      ? p.geboorte
      : [datum(gelezen, { kort: true }), leeftijdTekst(gelezen, nu)].filter(Boolean).join(', ');
  const adres = [
    [p.straat, p.huisnummer, p.huisletter, p.toevoeging].filter(Boolean).join(' '),
    [p.postcode, p.woonplaats].filter(Boolean).join(' '),
    p.land,
  ]
    .filter(Boolean)
    .join(', ');
  const bij = [geboren, p.geheimAdres ? '' : adres, p.telefoon, p.bsn && `BSN ${p.bsn}`].filter(Boolean);
  return (
    <li className="hv-mld-persoon" aria-labelledby={id}>
      <div className="hv-mld-persoon__kop">
        <div>
          <p className="hv-mld-persoon__naam" id={id}>
            <span className="hv-verborgen">{t.persoon(i + 1)}: </span>
            <Naam>{naam}</Naam>
          </p>
          {bij.length > 0 ? <p className="hv-mld-persoon__bij">{bij.join(' · ')}</p> : null}
          {p.geheimAdres ? <Merk soort="geheim">{t.geheimMerk}</Merk> : null}
        </div>
        <Knop soort="stil" klein alleenIcoon icoon="kruis" onClick={onWeg}>
          {t.weg(naam)}
        </Knop>
      </div>
      {lijn}
      {p.kladjes.map((k) => (
        <div key={k.tekst + k.uitleg} className="hv-rij hv-mld-kladje">
          {k.leeftijd ? (
            <>
              <Veldmelding soort="weet">
                {t.leeftijd(k.leeftijd.aantal, t.eenheid[k.leeftijd.eenheid])}
              </Veldmelding>
              {jarenBij(k.leeftijd.aantal, k.leeftijd.eenheid, dagVan(nu)).map((jaar) => (
                <Chip
                  key={jaar}
                  onKlik={() =>
                    onWijzig({ geboorte: String(jaar), kladjes: p.kladjes.filter((x) => x !== k) })
                  }
                >
                  {jaar}
                </Chip>
              ))}
            </>
          ) : (
            <Veldmelding soort="let-op">
              {k.tekst ? (
                <>
                  {t.ongelezen} <q>{k.tekst}</q>{' '}
                </>
              ) : null}
              {k.uitleg}
            </Veldmelding>
          )}
          {kladjeTekst(k) === null ? (
            <Chip icoon="vink" onKlik={() => zonder(k)}>
              {t.gezien}
            </Chip>
          ) : (
            // to have seen it is not to have kept it: somebody says where it goes
            <>
              <Chip icoon="plus" onKlik={() => onVerhaal(k)}>
                {t.inVerhaal}
              </Chip>
              <Chip icoon="kruis" onKlik={() => zonder(k)}>
                {t.laatWeg}
              </Chip>
            </>
          )}
        </div>
      ))}
      <div className="hv-mld-paar">
        <Keuzelijst
          label={t.rol}
          name={veld('rol')}
          leeg={false}
          value={p.rol}
          opties={keuzes(ROL, taal)}
          onChange={(e) => isRol(e.target.value) && onWijzig({ rol: e.target.value })}
          onKeyDown={klaar}
        />
        {tekst('relatie', t.relatie, {
          list: relaties,
          placeholder: t.relatieBij,
          maxLength: 200,
          onKeyDown: klaar,
          enterKeyHint: 'next',
        })}
      </div>
      <div className="hv-rij hv-uitlijn">
        <Knop
          soort="stil"
          klein
          icoon={open2 ? 'omhoog' : 'omlaag'}
          aria-expanded={open2}
          onClick={() => setOpen(!open2)}
        >
          {open2 ? t.minder : t.meer}
          <span className="hv-verborgen"> {t.van(naam)}</span>
        </Knop>
        {vorige && !p.straat && !p.postcode && !p.woonplaats && !p.geheimAdres ? (
          <Chip
            icoon="casus"
            onKlik={() =>
              onWijzig({
                straat: vorige.straat,
                huisnummer: vorige.huisnummer,
                huisletter: vorige.huisletter,
                toevoeging: vorige.toevoeging,
                postcode: vorige.postcode,
                woonplaats: vorige.woonplaats,
                land: vorige.land,
                geheimAdres: vorige.geheimAdres,
              })
            }
          >
            {t.zelfde(naamVan(vorige) || t.naamloos)}
          </Chip>
        ) : null}
      </div>
      {open2 ? (
        <div className="hv-stapel hv-mld-persoon__meer">
          <div className="hv-mld-paar">
            {tekst('voornamen', t.voornamen, { maxLength: 200 })}
            {tekst('voorletters', t.voorletters, { maxLength: 40 })}
          </div>
          <div className="hv-mld-paar hv-mld-paar--kort-lang">
            {tekst('tussenvoegsel', t.tussenvoegsel, { maxLength: 40 })}
            {tekst('achternaam', t.achternaam, { maxLength: 200 })}
          </div>
          <div className="hv-mld-paar hv-mld-paar--kort-lang">
            {tekst('partnerTussenvoegsel', t.partnerTussen, { maxLength: 40 })}
            {tekst('partnerAchternaam', t.partner, { maxLength: 200 })}
          </div>
          <Datumveld
            label={t.geboren}
            name={veld('geboorte')}
            soort="geboorte"
            twijfelMag
            fout={fouten.get(veld('geboorte'))}
            value={p.geboorte}
            onChange={(geboorte) => onWijzig({ geboorte, verjaardag: null })}
          />
          <div className="hv-mld-paar">
            <Keuzelijst
              label={t.geslacht}
              name={veld('geslacht')}
              leeg={false}
              value={p.geslacht || 'onbekend'}
              opties={keuzes(GESLACHT, taal)}
              onChange={(e) => onWijzig({ geslacht: e.target.value })}
            />
            {tekst('bsn', t.bsn, { inputMode: 'numeric', maxLength: 15 })}
          </div>
          <div className="hv-mld-adres">
            {tekst('straat', t.straat, { maxLength: 200 })}
            {tekst('huisnummer', t.huisnummer, { maxLength: 20 })}
            {tekst('huisletter', t.huisletter, { maxLength: 10 })}
          </div>
          <div className="hv-mld-paar">
            {tekst('toevoeging', t.toevoeging, { maxLength: 20 })}
            {tekst('postcode', t.postcode, { maxLength: 12 })}
          </div>
          <div className="hv-mld-paar">
            {tekst('woonplaats', t.woonplaats, { maxLength: 120 })}
            {tekst('land', t.land, { maxLength: 120 })}
          </div>
          <Vinkje
            label={t.geheim}
            uitleg={t.geheimUitleg}
            name={veld('geheimAdres')}
            checked={p.geheimAdres}
            onChange={(e) => onWijzig({ geheimAdres: e.target.checked })}
          />
          <div className="hv-mld-paar">
            {tekst('telefoon', t.telefoon, { type: 'tel', maxLength: 200 })}
            {tekst('email', t.email, { type: 'email', maxLength: 400 })}
          </div>
          <div className="hv-rij">
            <Knop soort="stil" klein icoon="omhoog" onClick={() => setOpen(false)}>
              {t.minder}
            </Knop>
          </div>
        </div>
      ) : null}
    </li>
  );
}
