// SPDX-License-Identifier: EUPL-1.2
// The handovers of an organisation: what waits on us first, then what waits on the other, then what is done.
import { useState } from 'react';
import { maakCursor } from '../../kern/bladeren.ts';
import { ApiProbleem, api, useLees } from '../../web/api.ts';
import { Knop } from '../../web/delen/knop.tsx';
import { Lijst } from '../../web/delen/lijst.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { Fout, Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { relatief } from '../../web/tijd.ts';
import './overdracht.css';
import type { OverdrachtRegelAntwoord } from './overdracht.api.ts';
import { wieHoudtZicht } from './overdracht.ts';
import { StatusMerk } from './status.page.tsx';

type Regel = OverdrachtRegelAntwoord;
type Groep = 'ons' | 'ander' | 'klaar';

const woorden = teksten({
  nl: {
    titel: 'Overdrachten',
    lijst: 'Overdrachten',
    groep: { ons: 'Wacht op ons', ander: 'Wacht op de ander', klaar: 'Afgerond' } as Record<Groep, string>,
    neemAan: 'Neem aan of weiger',
    kies: 'Kies wat u nu doet',
    wachtOp: (wie: string) => `Wacht op ${wie}`,
    afgerond: (van: string, naar: string) => `Van ${van} naar ${naar}`,
    van: (wie: string) => `van ${wie}`,
    aan: (wie: string) => `was voor ${wie}`,
    zonderGezin: 'Gegevens niet meer zichtbaar',
    op: {
      aangeboden: (d: string) => `aangeboden ${d}`,
      aanvaard: (d: string) => `beantwoord ${d}`,
      geweigerd: (d: string) => `beantwoord ${d}`,
      ingetrokken: (d: string) => `ingetrokken ${d}`,
      verlopen: (d: string) => `verlopen ${d}`,
    },
    aangeboden: (d: string) => `aangeboden ${d}`,
    leegTitel: 'Er is nog niets overgedragen',
    leeg: 'Hier komt elke casus die u aanbiedt of die een ander u aanbiedt. Aanbieden doet u vanuit de casus zelf.',
    meer: 'Toon oudere',
    wachten: (n: number) => `${aantal(n, 'overdracht wacht', 'overdrachten wachten')} op ons`,
    niets: 'Er wacht niets op ons',
    wieMag: 'Medewerkers van Veilig Thuis en van lokale teams.',
  },
  en: {
    titel: 'Handovers',
    lijst: 'Handovers',
    groep: { ons: 'Waits for us', ander: 'Waits for the other', klaar: 'Done' } as Record<Groep, string>,
    neemAan: 'Accept or refuse',
    kies: 'Choose what to do now',
    wachtOp: (wie: string) => `Waits for ${wie}`,
    afgerond: (van: string, naar: string) => `From ${van} to ${naar}`,
    van: (wie: string) => `from ${wie}`,
    aan: (wie: string) => `was for ${wie}`,
    zonderGezin: 'Details no longer visible',
    op: {
      aangeboden: (d: string) => `offered ${d}`,
      aanvaard: (d: string) => `answered ${d}`,
      geweigerd: (d: string) => `answered ${d}`,
      ingetrokken: (d: string) => `withdrawn ${d}`,
      verlopen: (d: string) => `lapsed ${d}`,
    },
    aangeboden: (d: string) => `offered ${d}`,
    leegTitel: 'Nothing has been handed over yet',
    leeg: 'Every casus that you offer, or that another offers you, comes here. You offer from the casus itself.',
    meer: 'Show older',
    wachten: (n: number) => `${aantal(n, 'handover waits', 'handovers wait')} for us`,
    niets: 'Nothing waits for us',
    wieMag: 'Workers of Veilig Thuis and of local teams.',
  },
});

function groepVan(r: Regel): Groep {
  if (r.status === 'aangeboden') return r.richting === 'in' ? 'ons' : 'ander';
  return r.keuzeOpen ? 'ons' : 'klaar';
}

const VOLGORDE: readonly Groep[] = ['ons', 'ander', 'klaar'];
const PER_KEER = 50;
/** What still runs: the term that ends first comes first. */
const eerstVervalt = (a: Regel, b: Regel) => (a.vervaltOp ?? '').localeCompare(b.vervaltOp ?? '');
const sleutel = (r: Regel) => r.id;
const naar = (r: Regel) => `/overdrachten/${r.id}`;

/** `/overdrachten` */
export function OverdrachtenPagina() {
  const t = useTeksten(woorden);
  const open = useLees<Regel[]>(['overdrachten', 'open'], '/overdrachten?status=open', { verversMs: 60_000 });
  const klaar = useLees<Regel[]>(['overdrachten', 'afgerond'], '/overdrachten?status=afgerond', {
    verversMs: 60_000,
  });
  const [ouder, setOuder] = useState<Regel[]>([]);
  const [op, setOp] = useState(false);
  const [fout, setFout] = useState<ApiProbleem>();
  const gesloten = klaar.data ?? [];
  const laatste = [...gesloten, ...ouder].at(-1);
  const meer = async () => {
    if (!laatste) return;
    try {
      const bij = await api.get<Regel[]>(
        `/overdrachten?status=afgerond&voor=${maakCursor(new Date(laatste.aangebodenOp), laatste.id)}`,
      );
      setOuder([...ouder, ...bij]);
      setOp(bij.length < PER_KEER);
      setFout(undefined);
    } catch (f) {
      if (!(f instanceof ApiProbleem)) throw f;
      setFout(f);
    }
  };
  return (
    <div className="hv-stapel">
      <Lezing vraag={open} vorm="lijst" rijen={6} wieMag={t.wieMag}>
        {(lopend) => {
          const alle = [...new Map([...lopend, ...gesloten, ...ouder].map((r) => [r.id, r])).values()];
          const items = VOLGORDE.flatMap((g) => {
            const hier = alle.filter((r) => groepVan(r) === g);
            return g === 'klaar' ? hier : hier.sort(eerstVervalt);
          });
          const ons = items.filter((r) => groepVan(r) === 'ons').length;
          return (
            <>
              <Paginakop
                titel={t.titel}
                tab={t.titel}
                onder={<span className="hv-sterk">{ons > 0 ? t.wachten(ons) : t.niets}</span>}
              />
              {items.length === 0 ? (
                <Leeg titel={t.leegTitel} icoon="overdracht">
                  {t.leeg}
                </Leeg>
              ) : (
                <Lijst
                  label={t.lijst}
                  items={items}
                  sleutel={sleutel}
                  naar={naar}
                  groep={(r) => t.groep[groepVan(r)]}
                  // how many are done is not known while older ones stay behind
                  ongeteld={gesloten.length === PER_KEER && !op ? t.groep.klaar : undefined}
                  rijHoogte={96}
                  rij={(r, Rijlink) => (
                    <Rij r={r}>
                      <Rijlink>{titelVan(r, t)}</Rijlink>
                    </Rij>
                  )}
                />
              )}
              {fout ? <Fout probleem={fout} /> : null}
              {gesloten.length === PER_KEER && !op ? (
                <div className="hv-rij">
                  <Knop onClick={() => void meer()}>{t.meer}</Knop>
                </div>
              ) : null}
            </>
          );
        }}
      </Lezing>
    </div>
  );
}

function titelVan(
  r: Regel,
  t: {
    neemAan: string;
    kies: string;
    wachtOp: (w: string) => string;
    afgerond: (van: string, naar: string) => string;
  },
): string {
  if (r.status === 'aangeboden') return r.richting === 'in' ? t.neemAan : t.wachtOp(r.naar.naam);
  return r.keuzeOpen ? t.kies : t.afgerond(r.van.naam, r.naar.naam);
}

function Rij({ r, children }: { r: Regel; children: React.ReactNode }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const open = r.status === 'aangeboden';
  return (
    <div className="hv-overdrachtrij">
      <div>
        <p className="hv-overdrachtrij__kop">{children}</p>
        <p className="hv-overdrachtrij__gezin">
          <span className={r.aanduiding ? '' : 'hv-zacht'}>
            <Naam>{r.aanduiding ?? t.zonderGezin}</Naam>
          </span>
          {r.status === 'aangeboden' && r.richting === 'in' ? (
            <span className="hv-zacht">{t.van(r.van.naam)}</span>
          ) : r.keuzeOpen ? (
            <span className="hv-zacht">{t.aan(r.naar.naam)}</span>
          ) : null}
        </p>
      </div>
      <p className="hv-overdrachtrij__zicht">
        <Merk soort="zicht">
          {wieHoudtZicht(
            {
              status: r.status,
              gever: r.van.naam,
              ontvanger: r.naar.naam,
              houder: r.houder?.naam ?? null,
              aanvaardOp: r.status === 'aanvaard' && r.beantwoordOp ? new Date(r.beantwoordOp) : null,
            },
            taal,
          )}
        </Merk>
      </p>
      <div className="hv-overdrachtrij__tijd">
        {open && r.vervaltOp ? (
          <TermijnMerk begin={r.aangebodenOp} vervaltOp={r.vervaltOp} stil />
        ) : (
          <>
            <StatusMerk status={r.status} />
            <span className="hv-zacht">
              {r.beantwoordOp
                ? t.op[r.status](relatief(r.beantwoordOp, nu))
                : t.aangeboden(relatief(r.aangebodenOp, nu))}
            </span>
          </>
        )}
      </div>
    </div>
  );
}
