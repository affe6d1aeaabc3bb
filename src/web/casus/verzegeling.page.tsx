// SPDX-License-Identifier: EUPL-1.2
// The seal: a casus that exists only for those who are named.
import { useState } from 'react';
import type { OrganisatieAntwoord } from '../../kern/organisatie/organisatie.api.ts';
import type { CasustoegangAntwoord } from '../../kern/toegang/casustoegang.api.ts';
import { ZEGELSOORTEN } from '../../kern/toegang/toegang.ts';
import { useDoe, useLees } from '../api.ts';
import { useCollegas } from '../collegas.ts';
import { Formulierdialoog, naBewaren, useWaarden } from '../delen/formulierdialoog.tsx';
import { Keuzelijst } from '../delen/keuzelijst.tsx';
import { Keuzerondjes } from '../delen/keuzerondjes.tsx';
import { Knop } from '../delen/knop.tsx';
import { Kop } from '../delen/kop.tsx';
import { Merk } from '../delen/merk.tsx';
import { Tekstvak } from '../delen/tekstvak.tsx';
import { toonToast } from '../delen/toast.tsx';
import { Vinkjes } from '../delen/vinkjes.tsx';
import { useFunctienaam } from '../functiewoorden.ts';
import { useIk, useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { teksten, useTeksten } from '../taal.ts';
import { moment } from '../tijd.ts';
import { casusSleutels } from './casuskader.tsx';

const woorden = teksten({
  nl: {
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
    wieHulp:
      'U bent zelf altijd genoemd. Heeft een andere organisatie hier nog werk, dan worden haar teamleiders genoemd. Later kunt u mensen erbij noemen.',
    verzegelNu: 'Verzegel',
    vulZegel: 'Kies waarom, en schrijf de reden op.',
    open: 'Hef de verzegeling op',
    openUitleg: 'Iedereen met een deel in deze casus ziet haar weer.',
    isVerzegeld: 'De casus is verzegeld.',
    isOpen: 'De verzegeling is opgeheven.',
    isGenoemd: 'De naam is erbij gezet.',
    isNietGenoemd: 'Deze persoon ziet de casus niet meer.',
  },
  en: {
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
    wieHulp:
      'You yourself are always named. Where another organisation still has work here, its team leaders are named. You can name people later.',
    verzegelNu: 'Seal',
    vulZegel: 'Choose why, and write down the reason.',
    open: 'Lift the seal',
    openUitleg: 'Everyone with a part in this case sees it again.',
    isVerzegeld: 'The case is sealed.',
    isOpen: 'The seal is lifted.',
    isGenoemd: 'The name was added.',
    isNietGenoemd: 'This person does not see the case any more.',
  },
});

export function Zegel({
  id,
  zegel,
  mag,
}: {
  id: string;
  zegel: CasustoegangAntwoord['verzegeling'];
  mag: boolean;
}) {
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

/** Colleagues besides oneself: who seals is named anyway. */
function useAnderen(aan: boolean) {
  const ik = useIk();
  return useCollegas(aan).filter((c) => c.id !== ik.medewerker.id);
}

function Verzegel({ id, open, onSluit }: { id: string; open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const collegas = useAnderen(open);
  const f = useWaarden({ soort: '', reden: '', wie: '' });
  const wie = f.waarden.wie.split(' ').filter(Boolean);
  const doe = useDoe<Record<string, unknown>>(`/casussen/${id}/verzegeling`, {
    ververs: casusSleutels(id),
    naSucces: naBewaren(f, t.isVerzegeld, onSluit),
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
  const collegas = useAnderen(open);
  const organisaties = useLees<OrganisatieAntwoord[]>(['organisaties', 'open'], '/organisaties?open=true', {
    aan: open,
  });
  const f = useWaarden({ medewerkerId: '', organisatieId: '' });
  const w = f.waarden;
  const doe = useDoe<Record<string, unknown>>(`/casussen/${id}/verzegeling/genoemden`, {
    ververs: casusSleutels(id),
    naSucces: naBewaren(f, t.isGenoemd, onSluit),
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
    naSucces: naBewaren(f, t.isOpen, onSluit),
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
