// SPDX-License-Identifier: EUPL-1.2
// Who works here, for who leads: someone new, someone whose work another does, someone who leaves.
import { useState } from 'react';
import type { CollegasAntwoord, DoorgegevenAntwoord } from '../kern/organisatie/medewerker.api.ts';
import { useDoe, useLees } from './api.ts';
import { Bericht } from './delen/bericht.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from './delen/formulierdialoog.tsx';
import { Keuzelijst } from './delen/keuzelijst.tsx';
import { Keuzerondjes } from './delen/keuzerondjes.tsx';
import { Knop } from './delen/knop.tsx';
import { Link } from './delen/link.tsx';
import { Paginakop } from './delen/paginakop.tsx';
import { type Kolom, Tabel } from './delen/tabel.tsx';
import { Tekstveld } from './delen/tekstveld.tsx';
import { toonToast } from './delen/toast.tsx';
import { Lezing } from './delen/toestand.tsx';
import './collegas.css';
import { useFunctienaam, useFunctienamen } from './functiewoorden.ts';
import { useIk } from './ik.ts';
import { Sluiting } from './sluiting.page.tsx';
import { aantal, teksten, useTeksten } from './taal.ts';

const woorden = teksten({
  nl: {
    titel: 'Collega’s',
    uitleg:
      'Wie er bij uw organisatie met gezinnen werkt, en wat er op hun naam staat. Is iemand ziek of vertrekt iemand? Geef het werk door, dan blijft er niets liggen.',
    wieMag: 'De teamleiders van uw organisatie.',
    voegToe: 'Voeg een collega toe',
    tabel: 'Collega’s en wat er op hun naam staat',
    naam: 'Naam',
    functie: 'Functie',
    team: 'Team',
    werk: 'Op naam',
    werkNu: (n: number) => `${n} ${n === 1 ? 'vraagt' : 'vragen'} nu aandacht`,
    regie: 'Voert regie',
    acties: 'Doen',
    geef: 'Geef werk door',
    geefVan: (n: string) => `Geef werk door van ${n}`,
    wijzig: 'Wijzig',
    wijzigVan: (n: string) => `Wijzig ${n}`,
    vertrekt: 'Vertrekt',
    vertrektVan: (n: string) => `${n} vertrekt`,
    u: 'dat bent u',
    zonderInlog: 'kan nog niet inloggen',
    beheerder: 'wijzigt de beheerder van Houvast',
    weg: (n: number) => `Werkten hier (${n})`,
    terug: 'Werkt hier weer',
    terugVan: (n: string) => `${n} werkt hier weer`,
    isTerug: 'Deze collega kan weer inloggen. Het werk bleef bij wie het overnam.',
    nieuwTitel: 'Een nieuwe collega',
    wijzigTitel: (n: string) => `Wijzig ${n}`,
    naamHulp: 'Zoals collega’s die herkennen, met voorletter.',
    geenTeam: 'Geen team',
    inlogcode: 'Inlogcode',
    inlogcodeHulp:
      'Laat uw collega inloggen bij Houvast. Op het scherm staat dan een inlogcode: neem die hier over. Leeg: deze collega kan nog niet inloggen.',
    bewaar: 'Bewaar',
    vul: 'Vul een naam in en kies een functie.',
    isNieuw: 'Uw collega is toegevoegd.',
    isGewijzigd: 'Bewaard.',
    ookAnder: 'Een ander veranderde dit ook',
    ookAnderUitleg: 'Er staat nu wat hieronder staat. Bewaart u, dan geldt wat u invulde.',
    niets: 'niets',
    geefTitel: (n: string) => `Geef het werk van ${n} door`,
    geefUitleg:
      'Alle termijnen, de regie over gezinnen en de concepten die nog niet zijn verstuurd gaan nu over. Uw collega houdt de plek en kan blijven inloggen.',
    vertrekTitel: (n: string) => `${n} vertrekt`,
    vertrekUitleg:
      'Uw collega wordt meteen uitgelogd en kan er niet meer in. Alle termijnen, de regie over gezinnen en de concepten die nog niet zijn verstuurd gaan nu over. Wat uw collega deed, blijft staan.',
    wie: 'Wie doet het werk nu?',
    wieHulp:
      'Mag iemand een casus niet zien, dan staat dat werk op niemands naam. Bij een gezin zonder regisseur vraagt Houvast om er een te noemen. Concepten van wie geen opvolger heeft, komen bij u.',
    iedereen: 'Het hele team: op niemands naam',
    metWerk: (n: string, werk: number) => `${n} (${werk} op naam)`,
    geefNu: 'Geef door',
    vertrekNu: 'Laat vertrekken',
    niemandTitel: (n: number) => `${aantal(n, 'termijn staat', 'termijnen staan')} nu op niemands naam`,
    niemandUitleg:
      'Uw collega mag die casus niet zien, of u koos het hele team. Spreek af wie het doet: in de werklijst staat dit bij Van iedereen.',
    niemandNaar: 'Naar de werklijst',
    isOver: (u: DoorgegevenAntwoord) =>
      [
        `Doorgegeven: ${aantal(u.termijnen, 'termijn', 'termijnen')}, ${aantal(u.casussen, 'casus', 'casussen')}${u.concepten > 0 ? `, ${aantal(u.concepten, 'concept', 'concepten')}` : ''}.`,
        u.zonderRegisseur > 0
          ? `${aantal(u.zonderRegisseur, 'gezin heeft', 'gezinnen hebben')} nog geen regisseur.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
  },
  en: {
    titel: 'Colleagues',
    uitleg:
      'Who works with families at your organisation, and what is on their name. Is someone ill, or leaving? Pass the work on, so that nothing is left behind.',
    wieMag: 'The team leaders of your organisation.',
    voegToe: 'Add a colleague',
    tabel: 'Colleagues and what is on their name',
    naam: 'Name',
    functie: 'Function',
    team: 'Team',
    werk: 'On the name',
    werkNu: (n: number) => `${n} ${n === 1 ? 'asks' : 'ask'} attention now`,
    regie: 'Regisseur of',
    acties: 'Do',
    geef: 'Pass work on',
    geefVan: (n: string) => `Pass work on of ${n}`,
    wijzig: 'Change',
    wijzigVan: (n: string) => `Change ${n}`,
    vertrekt: 'Leaves',
    vertrektVan: (n: string) => `${n} leaves`,
    u: 'that is you',
    zonderInlog: 'cannot log in yet',
    beheerder: 'is changed by the administrator of Houvast',
    weg: (n: number) => `Worked here (${n})`,
    terug: 'Works here again',
    terugVan: (n: string) => `${n} works here again`,
    isTerug: 'This colleague can log in again. The work stayed with who took it over.',
    nieuwTitel: 'A new colleague',
    wijzigTitel: (n: string) => `Change ${n}`,
    naamHulp: 'As colleagues know it, with an initial.',
    geenTeam: 'No team',
    inlogcode: 'Login code',
    inlogcodeHulp:
      'Let your colleague log in to Houvast. The screen then shows a login code: copy it here. Empty: this colleague cannot log in yet.',
    bewaar: 'Save',
    vul: 'Fill in a name and choose a function.',
    isNieuw: 'Your colleague was added.',
    isGewijzigd: 'Saved.',
    ookAnder: 'Someone else changed this too',
    ookAnderUitleg: 'What is there now stands below. When you save, what you filled in holds.',
    niets: 'nothing',
    geefTitel: (n: string) => `Pass on the work of ${n}`,
    geefUitleg:
      'All terms, the part of regisseur and the drafts that were not sent yet pass on now. Your colleague keeps the place and can still log in.',
    vertrekTitel: (n: string) => `${n} leaves`,
    vertrekUitleg:
      'Your colleague is logged out at once and cannot come in any more. All terms, the part of regisseur and the drafts that were not sent yet pass on now. What your colleague did, stays.',
    wie: 'Who does the work now?',
    wieHulp:
      'Where someone may not see a case, that work is on nobody’s name. For a family without a regisseur, Houvast asks to name one. Drafts that nobody takes over come to you.',
    iedereen: 'The whole team: on nobody’s name',
    metWerk: (n: string, werk: number) => `${n} (${werk} on the name)`,
    geefNu: 'Pass on',
    vertrekNu: 'Let leave',
    niemandTitel: (n: number) => `${aantal(n, 'term is', 'terms are')} on nobody’s name now`,
    niemandUitleg:
      'Your colleague may not see that case, or you chose the whole team. Agree who does it: in the worklist it is under Everyone’s.',
    niemandNaar: 'To the worklist',
    isOver: (u: DoorgegevenAntwoord) =>
      [
        `Passed on: ${aantal(u.termijnen, 'term', 'terms')}, ${aantal(u.casussen, 'case', 'cases')}${u.concepten > 0 ? `, ${aantal(u.concepten, 'draft', 'drafts')}` : ''}.`,
        u.zonderRegisseur > 0
          ? `${aantal(u.zonderRegisseur, 'family has', 'families have')} no regisseur yet.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
  },
});

type Collega = CollegasAntwoord['medewerkers'][number];
const SLEUTEL = ['collegas'];
/** What shows work or names besides this page. */
const VERVERS = [SLEUTEL, ['medewerkers'], ['werk'], ['ik'], ['concepten']];

type Open = { wat: 'nieuw' } | { wat: 'wijzig' | 'geef' | 'vertrek'; wie: string };

/** `/collegas` */
export function CollegasPagina() {
  const t = useTeksten(woorden);
  const ik = useIk();
  const [open, setOpen] = useState<Open>();
  const [opNiemand, setOpNiemand] = useState(0);
  const sluit = () => setOpen(undefined);
  const vraag = useLees<CollegasAntwoord>(SLEUTEL, '/medewerkers');
  // as it is now, also when another changed it while the dialog was open
  const wie = open && 'wie' in open ? vraag.data?.medewerkers.find((m) => m.id === open.wie) : undefined;
  return (
    <>
      <Paginakop
        titel={t.titel}
        tab={t.titel}
        acties={
          // for who may see who works here
          vraag.data ? (
            <Knop soort="hoofd" icoon="plus" onClick={() => setOpen({ wat: 'nieuw' })}>
              {t.voegToe}
            </Knop>
          ) : null
        }
      />
      <div className="hv-stapel hv-ruim">
        {vraag.error?.status === 403 ? null : <p className="nl-paragraph hv-lopend">{t.uitleg}</p>}
        <Lezing vraag={vraag} vorm="lijst" rijen={6} wieMag={t.wieMag}>
          {(c) => (
            <>
              {opNiemand > 0 ? (
                <Bericht
                  soort="let-op"
                  titel={t.niemandTitel(opNiemand)}
                  meteen
                  acties={<Link naar="/werk">{t.niemandNaar}</Link>}
                >
                  {t.niemandUitleg}
                </Bericht>
              ) : null}
              <Werkenden c={c} onOpen={setOpen} />
              <Vertrokkenen c={c} />
              {ik.medewerker.functie === 'vt_teamleider' ? <Sluiting /> : null}
              <Gegevens
                c={c}
                wie={open?.wat === 'wijzig' ? wie : undefined}
                open={open?.wat === 'nieuw' || open?.wat === 'wijzig'}
                onSluit={sluit}
              />
              <Doorgeven
                c={c}
                wie={open?.wat === 'geef' || open?.wat === 'vertrek' ? wie : undefined}
                weg={open?.wat === 'vertrek'}
                onOver={(uit) => setOpNiemand(uit.opNiemand)}
                onSluit={sluit}
              />
            </>
          )}
        </Lezing>
      </div>
    </>
  );
}

function Functie({ functie }: { functie: string }) {
  return useFunctienaam(functie);
}

/** How to call each colleague: two of one name are told apart by what they do and in which team. */
function useNamen(c: CollegasAntwoord): (m: Collega) => string {
  const functienaam = useFunctienamen();
  return (m) =>
    c.medewerkers.some((x) => x.id !== m.id && x.naam === m.naam)
      ? [m.naam, functienaam(m.functie), m.teamNaam].filter(Boolean).join(', ')
      : m.naam;
}

function Werkenden({ c, onOpen }: { c: CollegasAntwoord; onOpen: (o: Open) => void }) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const zegNaam = useNamen(c);
  const kolommen: Kolom<Collega>[] = [
    {
      id: 'naam',
      kop: t.naam,
      rijkop: true,
      sorteer: (m) => m.naam,
      cel: (m) => (
        <span className="hv-collega">
          {m.naam}
          {m.id === ik.medewerker.id ? <span className="hv-klein hv-zacht"> ({t.u})</span> : null}
          <br />
          <span className="hv-klein hv-zacht">
            <Functie functie={m.functie} />
            {m.teWijzigen && m.inlogcode === null ? `, ${t.zonderInlog}` : null}
          </span>
        </span>
      ),
    },
  ];
  if (c.teams.length > 0)
    kolommen.push({ id: 'team', kop: t.team, sorteer: (m) => m.teamNaam, cel: (m) => m.teamNaam ?? '–' });
  kolommen.push({
    id: 'werk',
    kop: t.werk,
    getal: true,
    sorteer: (m) => m.termijnen,
    cel: (m) => (
      <>
        {m.termijnen}
        {m.vragenAandacht > 0 ? (
          <>
            <br />
            <span className="hv-klein hv-zacht">{t.werkNu(m.vragenAandacht)}</span>
          </>
        ) : null}
      </>
    ),
  });
  // a Veilig Thuis mostly hands the part of regisseur on
  if (c.medewerkers.some((m) => m.regie > 0))
    kolommen.push({ id: 'regie', kop: t.regie, getal: true, sorteer: (m) => m.regie, cel: (m) => m.regie });
  kolommen.push({
    id: 'acties',
    kop: t.acties,
    cel: (m) =>
      m.teWijzigen ? (
        <span className="hv-rij hv-geen-print hv-collega__doe">
          {/* always: a draft, or work that the asker may not see, shows in no number */}
          <Knop klein aria-label={t.geefVan(zegNaam(m))} onClick={() => onOpen({ wat: 'geef', wie: m.id })}>
            {t.geef}
          </Knop>
          <Knop
            soort="stil"
            klein
            aria-label={t.wijzigVan(zegNaam(m))}
            onClick={() => onOpen({ wat: 'wijzig', wie: m.id })}
          >
            {t.wijzig}
          </Knop>
          {m.id === ik.medewerker.id ? null : (
            <Knop
              soort="stil"
              klein
              aria-label={t.vertrektVan(zegNaam(m))}
              onClick={() => onOpen({ wat: 'vertrek', wie: m.id })}
            >
              {t.vertrekt}
            </Knop>
          )}
        </span>
      ) : (
        <span className="hv-klein hv-zacht">{t.beheerder}</span>
      ),
  });
  return (
    <div className="hv-collegas">
      <Tabel
        bijschrift={t.tabel}
        bijschriftVerborgen
        kolommen={kolommen}
        rijen={c.medewerkers.filter((m) => m.actief)}
        sleutel={(m) => m.id}
      />
    </div>
  );
}

function Vertrokkenen({ c }: { c: CollegasAntwoord }) {
  const t = useTeksten(woorden);
  const zegNaam = useNamen(c);
  const terug = useDoe<string>((id) => `/medewerkers/${id}/terugkeer`, {
    body: () => ({}),
    ververs: VERVERS,
    naSucces: () => toonToast({ tekst: t.isTerug }),
    naFout: (p) => toonToast({ tekst: p.detail, mislukt: true }),
  });
  const weg = c.medewerkers.filter((m) => !m.actief);
  if (weg.length === 0) return null;
  return (
    <details>
      <summary>{t.weg(weg.length)}</summary>
      <ul className="hv-lijst-kaal hv-stapel hv-krap">
        {weg.map((m) => (
          <li key={m.id} className="hv-rij hv-rij--uit">
            <span className="hv-collega">
              {m.naam}
              <br />
              <span className="hv-klein hv-zacht">
                <Functie functie={m.functie} />
              </span>
            </span>
            {m.teWijzigen ? (
              <Knop
                soort="stil"
                klein
                aria-label={t.terugVan(zegNaam(m))}
                bezig={terug.isPending && terug.variables === m.id}
                onClick={() => terug.mutate(m.id)}
              >
                {t.terug}
              </Knop>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Someone new, or something about a colleague that changes. */
function Gegevens({
  c,
  wie,
  open,
  onSluit,
}: {
  c: CollegasAntwoord;
  wie: Collega | undefined;
  open: boolean;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const f = useWaarden(
    {
      naam: wie?.naam ?? '',
      functie: wie?.functie ?? c.functies[0] ?? '',
      teamId: wie?.teamId ?? '',
      inlogcode: wie?.inlogcode ?? '',
    },
    wie?.id ?? '',
  );
  const doe = useDoe<Record<string, unknown>>(wie ? `/medewerkers/${wie.id}` : '/medewerkers', {
    methode: wie ? 'PUT' : 'POST',
    ververs: VERVERS,
    naSucces: naBewaren(f, wie ? t.isGewijzigd : t.isNieuw, onSluit),
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={wie ? t.wijzigTitel(wie.naam) : t.nieuwTitel}
      bewaar={t.bewaar}
      uit={!f.heeft('naam', 'functie')}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() =>
        doe.mutate({
          ...(wie ? { versie: wie.versie } : {}),
          naam: f.waarden.naam,
          functie: f.waarden.functie,
          teamId: f.waarden.teamId || null,
          inlogcode: f.waarden.inlogcode.trim() || null,
        })
      }
    >
      {f.botst.length > 0 && wie ? (
        <Bericht soort="let-op" titel={t.ookAnder} niveau={3}>
          <p className="nl-paragraph">{t.ookAnderUitleg}</p>
          <ul>
            {f.botst.map((veld) => (
              <li key={veld}>
                {t[veld === 'teamId' ? 'team' : veld]}:{' '}
                {veld === 'functie' ? (
                  <Functie functie={wie.functie} />
                ) : (
                  ((veld === 'teamId' ? wie.teamNaam : wie[veld]) ?? t.niets)
                )}
              </li>
            ))}
          </ul>
        </Bericht>
      ) : null}
      <Tekstveld
        {...f.veld('naam')}
        label={t.naam}
        hulp={t.naamHulp}
        verplicht
        maxLength={200}
        autoComplete="off"
      />
      <Keuzerondjes
        name="functie"
        label={t.functie}
        verplicht
        vorm="lijst"
        opties={c.functies.map((x) => ({ waarde: x, label: <Functie functie={x} /> }))}
        waarde={f.waarden.functie}
        onKies={(x) => f.zet({ functie: x })}
      />
      {c.teams.length > 0 ? (
        <Keuzelijst
          {...f.veld('teamId')}
          label={t.team}
          leeg={t.geenTeam}
          opties={c.teams.map((x) => ({ waarde: x.id, label: x.naam }))}
        />
      ) : null}
      {/* a slip in one's own would lock one out */}
      {wie?.id === ik.medewerker.id ? null : (
        <Tekstveld
          {...f.veld('inlogcode')}
          label={t.inlogcode}
          hulp={t.inlogcodeHulp}
          maxLength={255}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Formulierdialoog>
  );
}

/** The work of a colleague goes to another, or to everyone; with or without the colleague leaving. */
function Doorgeven({
  c,
  wie,
  weg,
  onOver,
  onSluit,
}: {
  c: CollegasAntwoord;
  wie: Collega | undefined;
  weg: boolean;
  onOver: (uit: DoorgegevenAntwoord) => void;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const zegNaam = useNamen(c);
  const f = useWaarden({ aanId: '' }, wie?.id ?? '');
  const doe = useDoe<Record<string, unknown>, DoorgegevenAntwoord>(
    `/medewerkers/${wie?.id}/${weg ? 'vertrek' : 'werkoverdracht'}`,
    {
      ververs: VERVERS,
      naSucces: (uit) => {
        onOver(uit);
        naBewaren(f, t.isOver(uit), onSluit)();
      },
    },
  );
  // who cannot log in would not see it
  const anderen = c.medewerkers.filter(
    (m) => m.actief && m.teWijzigen && m.inlogcode !== null && m.id !== wie?.id,
  );
  // whoever works beside them knows the families best
  const naast = anderen.filter((m) => m.teamId === wie?.teamId);
  const elders = anderen.filter((m) => m.teamId !== wie?.teamId);
  return (
    <Formulierdialoog
      open={wie !== undefined}
      onSluit={onSluit}
      titel={(weg ? t.vertrekTitel : t.geefTitel)(wie ? zegNaam(wie) : '')}
      bewaar={weg ? t.vertrekNu : t.geefNu}
      gevaar={weg}
      doe={doe}
      onBewaar={() => doe.mutate({ aanId: f.waarden.aanId || null })}
    >
      <p className="nl-paragraph">{weg ? t.vertrekUitleg : t.geefUitleg}</p>
      <Keuzelijst
        {...f.veld('aanId')}
        label={t.wie}
        hulp={t.wieHulp}
        leeg={t.iedereen}
        opties={[...naast, ...elders].map((m) => ({
          waarde: m.id,
          label: t.metWerk(zegNaam(m), m.termijnen),
          groep: c.teams.length > 0 ? (m.teamNaam ?? t.geenTeam) : undefined,
        }))}
      />
    </Formulierdialoog>
  );
}
