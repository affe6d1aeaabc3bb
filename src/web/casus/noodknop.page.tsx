// SPDX-License-Identifier: EUPL-1.2
// The noodknop: for who must look into a casus now without having a part in it. Says beforehand what happens.
import { useRouter } from '@tanstack/react-router';
import type {
  NoodtoegangGeopendAntwoord,
  NoodtoegangLijstAntwoord,
} from '../../kern/toegang/noodtoegang.api.ts';
import { NOODDOELEN, NOODKNOP_UREN, NOODOORDELEN } from '../../kern/toegang/toegang.ts';
import { useDoe, useLees } from '../api.ts';
import { Bericht } from '../delen/bericht.tsx';
import { useWaarden } from '../delen/formulierdialoog.tsx';
import { Formulierfouten } from '../delen/formulierfouten.tsx';
import { Keuzerondjes } from '../delen/keuzerondjes.tsx';
import { Knop } from '../delen/knop.tsx';
import { Kop } from '../delen/kop.tsx';
import { Link } from '../delen/link.tsx';
import { Merk } from '../delen/merk.tsx';
import { Paginakop } from '../delen/paginakop.tsx';
import { Tekstvak } from '../delen/tekstvak.tsx';
import { Tekstveld } from '../delen/tekstveld.tsx';
import { Leeg, Lezing, Verboden } from '../delen/toestand.tsx';
import { useIk, useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { magNoodknop } from '../plekken.ts';
import { teksten, useTeksten } from '../taal.ts';
import { moment, relatief } from '../tijd.ts';
import './casus.css';

const woorden = teksten({
  nl: {
    titel: 'Noodknop',
    inleiding:
      'Is iemand nu niet veilig en hebt u geen toegang tot de casus? Dan kunt u met de noodknop meelezen.',
    kop: 'Dit gebeurt er als u de knop indrukt',
    lezen: (uren: number) => `U kunt deze ene casus ${uren} uur lezen. Daarna gaat zij vanzelf dicht.`,
    gevolgen: [
      'U kunt er niets in vastleggen.',
      'De houder van zicht en de functionaris gegevensbescherming krijgen meteen bericht, met uw naam en uw reden.',
      'De functionaris gegevensbescherming kijkt achteraf na of het terecht was. U leest op deze pagina wat daarvan kwam.',
    ],
    nummer: 'Nummer van de casus',
    nummerHulp: 'Bijvoorbeeld 2026-00123. Vraag het aan wie u belt.',
    doel: 'Waarvoor hebt u het nu nodig?',
    reden: 'Wat is er aan de hand?',
    redenHulp: 'Schrijf het zo dat een ander later begrijpt waarom u niet kon wachten.',
    druk: 'Open de casus',
    nodig: 'Vul het nummer, het doel en de reden in.',
    naar: 'U kunt deze casus al zien.',
    naarCasus: 'Open de casus',
    eerder: 'Wanneer u de noodknop gebruikte',
    nooit: 'U gebruikte de noodknop nog niet',
    nooitUitleg: 'Elk gebruik staat straks hier, met wat de functionaris gegevensbescherming ervan zei.',
    casus: (n: string) => `Casus ${n}`,
    nuOpen: (u: string) => `open tot ${u}`,
    wacht: 'wordt nog nagekeken',
    zei: (wie: string) => `${wie}:`,
    mag: 'Medewerkers van Veilig Thuis en van lokale teams.',
  },
  en: {
    titel: 'Noodknop',
    inleiding:
      'Is someone not safe now, and have you no access to the case? Then you can read along by the noodknop (emergency access).',
    kop: 'This happens when you press the button',
    lezen: (uren: number) => `You can read this one case for ${uren} hours. Then it closes by itself.`,
    gevolgen: [
      'You cannot record anything in it.',
      'The holder of zicht and the data protection officer are told at once, with your name and your reason.',
      'The data protection officer reviews afterwards whether it was justified. On this page you read what came of it.',
    ],
    nummer: 'Number of the case',
    nummerHulp: 'For example 2026-00123. Ask it of whoever calls you.',
    doel: 'What do you need it for now?',
    reden: 'What is the matter?',
    redenHulp: 'Write it so that someone else understands later why you could not wait.',
    druk: 'Open the case',
    nodig: 'Fill in the number, the purpose and the reason.',
    naar: 'You can see this case already.',
    naarCasus: 'Open the case',
    eerder: 'When you used the noodknop',
    nooit: 'You have not used the noodknop yet',
    nooitUitleg: 'Every use will stand here, with what the data protection officer said of it.',
    casus: (n: string) => `Case ${n}`,
    nuOpen: (u: string) => `open until ${u}`,
    wacht: 'to be reviewed',
    zei: (wie: string) => `${wie}:`,
    mag: 'Workers of Veilig Thuis and of local teams.',
  },
});

/** `/noodknop` */
export function NoodknopPagina() {
  const t = useTeksten(woorden);
  const ik = useIk();
  return (
    <>
      <Paginakop titel={t.titel} tab={t.titel} />
      {magNoodknop(ik) ? (
        <div className="hv-hoofd-zij">
          <Indrukken />
          <Eerder />
        </div>
      ) : (
        <Verboden wie={t.mag} />
      )}
    </>
  );
}

function Indrukken() {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const router = useRouter();
  const f = useWaarden({ casusnummer: '', doel: '', reden: '' });
  const doe = useDoe<typeof f.waarden, NoodtoegangGeopendAntwoord>('/noodtoegang', {
    ververs: [['noodtoegang'], ['casus']],
    naSucces: (uit) => void router.navigate({ href: `/casussen/${uit.casusId}` }),
  });
  const al = (doe.error?.inhoud['huidig'] as { casusId?: string } | undefined)?.casusId;
  return (
    <form
      className="hv-stapel hv-ruim"
      onSubmit={(e) => {
        e.preventDefault();
        if (f.heeft('casusnummer', 'doel', 'reden')) doe.mutate(f.waarden);
      }}
    >
      <p className="nl-paragraph hv-lopend">{t.inleiding}</p>
      <Bericht titel={t.kop}>
        <ol className="hv-noodknop__gevolgen">
          {[t.lezen(NOODKNOP_UREN), ...t.gevolgen].map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ol>
      </Bericht>
      {al ? (
        <Bericht titel={t.naar} meteen acties={<Link naar={`/casussen/${al}`}>{t.naarCasus}</Link>} />
      ) : (
        <Formulierfouten fouten={[]} probleem={doe.error} poging={doe.submittedAt} />
      )}
      <Tekstveld
        {...f.veld('casusnummer')}
        label={t.nummer}
        hulp={t.nummerHulp}
        verplicht
        breedte="kort"
        maxLength={40}
        spellCheck={false}
      />
      <Keuzerondjes
        name="doel"
        label={t.doel}
        verplicht
        vorm="lijst"
        opties={NOODDOELEN.map((d) => ({ waarde: d.code, label: d[taal] }))}
        waarde={f.waarden.doel}
        onKies={(w) => f.zet({ doel: w })}
      />
      <Tekstvak {...f.veld('reden')} label={t.reden} hulp={t.redenHulp} verplicht maxLength={2000} />
      <div>
        <Knop
          soort="hoofd"
          type="submit"
          bezig={doe.isPending}
          uit={!f.heeft('casusnummer', 'doel', 'reden')}
          waaromNiet={t.nodig}
        >
          {t.druk}
        </Knop>
      </div>
    </form>
  );
}

function Eerder() {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const vraag = useLees<NoodtoegangLijstAntwoord>(['noodtoegang', 'mij'], '/noodtoegang/mij');
  return (
    <section aria-labelledby="eerder" className="hv-stapel">
      <Kop niveau={2} id="eerder">
        {t.eerder}
      </Kop>
      <Lezing vraag={vraag} vorm="lijst" rijen={3}>
        {({ noodtoegang }) =>
          noodtoegang.length === 0 ? (
            <Leeg titel={t.nooit} icoon="klok">
              {t.nooitUitleg}
            </Leeg>
          ) : (
            <ul className="hv-lijst-kaal hv-toegang__lijst">
              {noodtoegang.map((n) => {
                const open = Date.parse(n.totOp) > nu.getTime();
                const oordeel = NOODOORDELEN.find((o) => o.code === n.oordeel);
                return (
                  <li key={n.id} className="hv-deel hv-stapel hv-krap">
                    <div className="hv-rij hv-rij--uit">
                      <span className="hv-sterk hv-getal">
                        {open && n.casusId ? (
                          <Link naar={`/casussen/${n.casusId}`}>{t.casus(n.casusnummer ?? '')}</Link>
                        ) : (
                          t.casus(n.casusnummer ?? '')
                        )}
                      </span>
                      <span className="hv-klein hv-zacht">{moment(n.vanafOp, nu)}</span>
                    </div>
                    <p className="hv-klein hv-regels">{n.reden}</p>
                    <div className="hv-rij">
                      {open ? <Merk soort="loopt">{t.nuOpen(relatief(n.totOp, nu))}</Merk> : null}
                      <Merk soort={!oordeel ? 'wacht' : oordeel.code === 'terecht' ? 'klaar' : 'aandacht'}>
                        {oordeel?.[taal] ?? t.wacht}
                      </Merk>
                    </div>
                    {n.bevinding ? (
                      <p className="hv-klein hv-regels">
                        <span className="hv-zacht">{t.zei(n.nagekekenDoor ?? '')}</span> {n.bevinding}
                      </p>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          )
        }
      </Lezing>
    </section>
  );
}
