// SPDX-License-Identifier: EUPL-1.2
// What became of the reports of one's own organisation: as much as a melder may know (Wmo 2015 art. 4.1.1 lid 2 g).
import { useLees } from '../../web/api.ts';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useNu } from '../../web/ik.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { moment, relatief } from '../../web/tijd.ts';
import './melding.css';

const woorden = teksten({
  nl: {
    titel: 'Uw meldingen',
    nieuw: 'Nieuwe melding',
    uitleg:
      'U ziet of Veilig Thuis de melding heeft beoordeeld en welk bericht u kreeg. Wat er in het gezin verder gebeurt, mag Veilig Thuis niet delen.',
    leegTitel: 'Uw organisatie deed nog geen melding',
    leeg: 'Zodra u er een doet, staat hier wat Veilig Thuis ermee deed.',
    status: {
      ontvangen: 'Ontvangen, wordt beoordeeld',
      beoordeeld: 'Beoordeeld',
      ingetrokken: 'Ingetrokken',
    },
    gemeld: (m: string) => `gemeld ${m}`,
    bericht: (m: string) => `Bericht van Veilig Thuis, ${m}`,
    nogNiets: 'Nog geen bericht.',
    wieMag: 'Professionals en lokale teams die zelf melden.',
  },
  en: {
    titel: 'Your reports',
    nieuw: 'New report',
    uitleg:
      'You see whether Veilig Thuis has assessed the report and which message you got. What else happens in the family, Veilig Thuis may not share.',
    leegTitel: 'Your organisation made no report yet',
    leeg: 'As soon as you make one, what Veilig Thuis did with it stands here.',
    status: {
      ontvangen: 'Received, being assessed',
      beoordeeld: 'Assessed',
      ingetrokken: 'Withdrawn',
    },
    gemeld: (m: string) => `reported ${m}`,
    bericht: (m: string) => `Message from Veilig Thuis, ${m}`,
    nogNiets: 'No message yet.',
    wieMag: 'Professionals and local teams that report themselves.',
  },
});

interface Eigen {
  id: string;
  nummer: string;
  ontvangenOp: string;
  status: string;
  terugkoppeling: string | null;
  verstuurdOp: string | null;
}

/** `/eigen-meldingen` */
export function EigenMeldingenPagina() {
  const t = useTeksten(woorden);
  const nu = useNu();
  const vraag = useLees<Eigen[]>(['eigen-meldingen'], '/eigen-meldingen');
  const status: Readonly<Record<string, string>> = t.status;
  return (
    <>
      <Paginakop
        titel={t.titel}
        tab={t.titel}
        acties={
          <Link alsKnop="hoofd" naar="/melden" icoon="plus">
            {t.nieuw}
          </Link>
        }
      />
      <Lezing vraag={vraag} vorm="lijst" wieMag={t.wieMag}>
        {(lijst) => {
          // Of years of reports only the newest answer stands open.
          const laatste = lijst.find((m) => m.terugkoppeling)?.id;
          return lijst.length === 0 ? (
            <Leeg titel={t.leegTitel} icoon="melding">
              {t.leeg}
            </Leeg>
          ) : (
            <div className="hv-stapel hv-ruim">
              <p className="nl-paragraph">{t.uitleg}</p>
              <ul className="hv-lijst-kaal hv-mld-eigen">
                {lijst.map((m) => (
                  <li key={m.id} className="hv-deel hv-stapel hv-krap">
                    <div className="hv-rij hv-rij--uit">
                      <h2 className="nl-heading nl-heading--level-3 hv-getal">{m.nummer}</h2>
                      <Merk
                        soort={
                          m.status === 'beoordeeld' ? 'klaar' : m.status === 'ingetrokken' ? 'dicht' : 'wacht'
                        }
                      >
                        {status[m.status] ?? m.status}
                      </Merk>
                    </div>
                    <p className="hv-klein hv-zacht">{t.gemeld(moment(m.ontvangenOp, nu))}</p>
                    {m.terugkoppeling ? (
                      <details open={m.id === laatste}>
                        <summary>{t.bericht(m.verstuurdOp ? relatief(m.verstuurdOp, nu) : '')}</summary>
                        <p className="nl-paragraph hv-regels hv-mld-bericht">{m.terugkoppeling}</p>
                      </details>
                    ) : (
                      <p className="nl-paragraph hv-zacht">{t.nogNiets}</p>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          );
        }}
      </Lezing>
    </>
  );
}
