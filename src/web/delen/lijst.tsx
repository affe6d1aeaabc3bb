// SPDX-License-Identifier: EUPL-1.2
import {
  type ComponentType,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useSneltoetsen } from '../sneltoetsen.ts';
import { aantal, useTeksten } from '../taal.ts';
import { Link } from './link.tsx';
import './lijst.css';

export interface LijstProps<I> {
  /** What the list is, for the screen reader. */
  label: string;
  items: readonly I[];
  sleutel: (item: I) => string;
  /** Where the row goes. */
  naar: (item: I) => string;
  /**
   * The row. `Rijlink` is the one link of the row: put the words that name it inside; the whole row can be clicked.
   * Other buttons and links in the row stay usable.
   */
  rij: (item: I, Rijlink: ComponentType<{ children: ReactNode }>) => ReactNode;
  /** Groups items that stand together; the heading of each group. Items must come sorted by group. */
  groep?: ((item: I) => string) | undefined;
  /** How the heading of a group looks; the name itself when left out. */
  groepkop?: ((groep: string, aantal: number) => ReactNode) | undefined;
  /** The group of which only a part is here: no number at its heading. */
  ongeteld?: string | undefined;
  /** First guess of the height of a row in px, before it is measured. */
  rijHoogte?: number | undefined;
  /** Letters j and k work anywhere on the page. Off when there are two lists. */
  toetsen?: boolean | undefined;
  /** Level of the group headings. */
  niveau?: 2 | 3 | undefined;
}

const woorden = {
  nl: {
    volgende: 'Volgende in de lijst',
    vorige: 'Vorige in de lijst',
    groep: 'Lijst',
    items: (n: number) => aantal(n, 'regel', 'regels'),
  },
  en: {
    volgende: 'Next in the list',
    vorige: 'Previous in the list',
    groep: 'List',
    items: (n: number) => aantal(n, 'row', 'rows'),
  },
};

type Regel<I> =
  | { soort: 'kop'; id: string; groep: Groep }
  | { soort: 'item'; id: string; item: I; groep: Groep; nr: number };

/** What stands under one heading; without headings the whole list is one group. */
interface Groep {
  naam: string | undefined;
  aantal: number;
}

/** Beyond the screen, so that fast scrolling shows no white. */
const marge = 800;

/**
 * A long list that scrolls with the page: only what is near the screen is in the document, rows may have any height.
 * Arrows, j and k move, Home and End jump, Enter opens. Printing shows everything.
 */
export function Lijst<I>({
  label,
  items,
  sleutel,
  naar,
  rij,
  groep,
  groepkop,
  ongeteld,
  rijHoogte = 72,
  toetsen = true,
  niveau = 2,
}: LijstProps<I>) {
  const t = useTeksten(woorden);
  const vak = useRef<HTMLDivElement>(null);
  const hoogten = useRef(new Map<string, number>());
  const gemiddeld = useRef({ som: 0, aantal: 0 });
  const elementen = useRef(new Map<string, HTMLElement>());
  const [versie, setVersie] = useState(0);
  const [venster, setVenster] = useState({ boven: 0, onder: 1600 });
  const [actief, setActief] = useState<string>();
  const [alles, setAlles] = useState(false);

  const regels = useMemo<Regel<I>[]>(() => {
    const uit: Regel<I>[] = [];
    let huidig: Groep = { naam: undefined, aantal: 0 };
    for (const item of items) {
      const naam = groep?.(item);
      if (naam !== huidig.naam) {
        huidig = { naam, aantal: 0 };
        uit.push({ soort: 'kop', id: `kop-${naam}`, groep: huidig });
      }
      uit.push({ soort: 'item', id: sleutel(item), item, groep: huidig, nr: ++huidig.aantal });
    }
    return uit;
  }, [items, groep, sleutel]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: versie stands for the measured heights
  const begin = useMemo(() => {
    const geschat =
      gemiddeld.current.aantal > 0 ? gemiddeld.current.som / gemiddeld.current.aantal : rijHoogte;
    const b = new Float64Array(regels.length + 1);
    for (let i = 0; i < regels.length; i++) {
      const r = regels[i] as Regel<I>;
      b[i + 1] = (b[i] as number) + (hoogten.current.get(r.id) ?? (r.soort === 'kop' ? 56 : geschat));
    }
    return b;
  }, [regels, rijHoogte, versie]);
  const totaal = begin[regels.length] as number;

  const meter = useMemo(
    () =>
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver((metingen) => {
            let veranderd = false;
            for (const m of metingen) {
              const id = (m.target as HTMLElement).dataset['regel'];
              const h = m.borderBoxSize[0]?.blockSize ?? 0;
              if (!id || h === 0 || Math.abs((hoogten.current.get(id) ?? -1) - h) < 0.5) continue;
              if (!hoogten.current.has(id) && !id.startsWith('kop-')) {
                gemiddeld.current.som += h;
                gemiddeld.current.aantal++;
              }
              hoogten.current.set(id, h);
              veranderd = true;
            }
            if (veranderd) setVersie((v) => v + 1);
          }),
    [],
  );
  useEffect(() => () => meter?.disconnect(), [meter]);

  useLayoutEffect(() => {
    const kijk = () => {
      const top = vak.current?.getBoundingClientRect().top ?? 0;
      const boven = -top - marge;
      const onder = -top + window.innerHeight + marge;
      // Only when it matters: half the margin scrolled, or the window grew.
      setVenster((v) =>
        Math.abs(v.boven - boven) < marge / 2 && Math.abs(v.onder - onder) < marge / 2 ? v : { boven, onder },
      );
    };
    const voorPrint = () => flushSync(() => setAlles(true));
    const naPrint = () => setAlles(false);
    kijk();
    window.addEventListener('scroll', kijk, { passive: true });
    window.addEventListener('resize', kijk);
    window.addEventListener('beforeprint', voorPrint);
    window.addEventListener('afterprint', naPrint);
    return () => {
      window.removeEventListener('scroll', kijk);
      window.removeEventListener('resize', kijk);
      window.removeEventListener('beforeprint', voorPrint);
      window.removeEventListener('afterprint', naPrint);
    };
  }, []);

  const actiefRegel = regels.findIndex((r) => r.id === actief);
  const eerste = alles ? 0 : Math.max(0, findRegel(begin, venster.boven));
  const laatste = alles ? regels.length - 1 : Math.min(regels.length - 1, findRegel(begin, venster.onder));
  const zichtbaar: number[] = [];
  for (let i = eerste; i <= laatste; i++) zichtbaar.push(i);
  // The row that has the focus stays, also when it scrolls away.
  if (actiefRegel >= 0 && (actiefRegel < eerste || actiefRegel > laatste)) {
    if (actiefRegel < eerste) zichtbaar.unshift(actiefRegel);
    else zichtbaar.push(actiefRegel);
  }
  const itemRegels = useMemo(() => regels.flatMap((r, i) => (r.soort === 'item' ? [i] : [])), [regels]);
  const tabbaar = actiefRegel >= 0 ? actief : regels[itemRegels[0] ?? -1]?.id;

  const ga = useCallback(
    (plaats: number) => {
      const i = itemRegels[Math.min(itemRegels.length - 1, Math.max(0, plaats))];
      const r = i === undefined ? undefined : regels[i];
      if (!r) return;
      flushSync(() => setActief(r.id));
      const link = elementen.current.get(r.id)?.querySelector<HTMLElement>('.hv-rijlink');
      link?.focus({ preventScroll: true });
      elementen.current.get(r.id)?.scrollIntoView({ block: 'nearest' });
    },
    [itemRegels, regels],
  );
  const plaatsActief = () => itemRegels.findIndex((i) => regels[i]?.id === actief);
  const toets = (e: KeyboardEvent) => {
    if (!(e.target instanceof HTMLElement) || !e.target.classList.contains('hv-rijlink')) return;
    const p = plaatsActief();
    const doel = {
      ArrowDown: p + 1,
      ArrowUp: p - 1,
      Home: 0,
      End: itemRegels.length - 1,
      PageDown: p + 10,
      PageUp: p - 10,
    }[e.key];
    if (doel === undefined) return;
    e.preventDefault();
    ga(doel);
  };
  useSneltoetsen(
    [
      { toets: 'j', uitleg: t.volgende, groep: t.groep, doe: () => ga(plaatsActief() + 1) },
      { toets: 'k', uitleg: t.vorige, groep: t.groep, doe: () => ga(plaatsActief() - 1) },
    ],
    toetsen && items.length > 0,
  );

  const Rijlinken = useRijlink(naar, setActief);
  const Kop = `h${niveau}` as const;

  // Lines that are not in the document are a margin above the next line that is.
  let tot = 0;
  const tonen = (i: number) => {
    const r = regels[i] as Regel<I>;
    const ruimte = (begin[i] as number) - tot;
    tot = begin[i + 1] as number;
    return (
      <div
        key={r.id}
        data-regel={r.id}
        className={r.soort === 'kop' ? 'hv-lijst__kop' : 'hv-lijst__rij'}
        style={ruimte > 0 ? { marginBlockStart: ruimte } : undefined}
        ref={(el) => {
          if (!el) return;
          elementen.current.set(r.id, el);
          meter?.observe(el);
          return () => {
            meter?.unobserve(el);
            elementen.current.delete(r.id);
          };
        }}
        {...(r.soort === 'item'
          ? {
              role: 'listitem',
              'aria-setsize': r.groep.naam !== undefined && r.groep.naam === ongeteld ? -1 : r.groep.aantal,
              'aria-posinset': r.nr,
            }
          : {})}
      >
        {r.soort === 'kop' ? (
          <Kop className="nl-heading nl-heading--level-2 hv-lijst__kopregel">
            {groepkop && r.groep.naam !== undefined ? (
              groepkop(r.groep.naam, r.groep.aantal)
            ) : (
              <>
                {r.groep.naam}
                {r.groep.naam === ongeteld ? null : (
                  <>
                    {' '}
                    <span className="hv-lijst__aantal">{r.groep.aantal}</span>
                  </>
                )}
              </>
            )}
          </Kop>
        ) : (
          rij(r.item, Rijlinken(r.item, r.id, r.id === tabbaar))
        )}
      </div>
    );
  };

  // Each group is a list of its own, with its heading before it.
  const groepen: { groep: Groep; kop: ReactNode; rijen: ReactNode[] }[] = [];
  for (const i of zichtbaar) {
    const r = regels[i] as Regel<I>;
    let g = groepen.at(-1);
    if (g?.groep !== r.groep) {
      g = { groep: r.groep, kop: null, rijen: [] };
      groepen.push(g);
    }
    if (r.soort === 'kop') g.kop = tonen(i);
    else g.rijen.push(tonen(i));
  }

  return (
    <section
      ref={vak}
      className="hv-lijst"
      aria-label={`${label}, ${t.items(items.length)}`}
      onKeyDown={toets}
      style={alles ? undefined : { paddingBlockEnd: Math.max(0, totaal - tot) }}
    >
      {groepen.map((g) => (
        <Fragment key={g.groep.naam ?? ''}>
          {g.kop}
          {g.rijen.length > 0 ? (
            // biome-ignore lint/a11y/useSemanticElements: the same element for rows that come and go, with margins that count
            <div role="list" className="hv-lijst__groep" aria-label={g.groep.naam ?? label}>
              {g.rijen}
            </div>
          ) : null}
        </Fragment>
      ))}
    </section>
  );
}

/** The index of the line at a height. */
function findRegel(begin: Float64Array, y: number): number {
  let [laag, hoog] = [0, begin.length - 2];
  while (laag < hoog) {
    const midden = (laag + hoog + 1) >> 1;
    if ((begin[midden] as number) <= y) laag = midden;
    else hoog = midden - 1;
  }
  return laag;
}

/** Stable link components per row, so that typing in a filter does not rebuild (and unfocus) them. */
function useRijlink<I>(naar: (item: I) => string, setActief: (id: string) => void) {
  const soorten = useRef(
    new Map<
      string,
      { component: ComponentType<{ children: ReactNode }>; nu: { naar: string; tab: boolean } }
    >(),
  );
  return (item: I, id: string, tab: boolean) => {
    const nu = { naar: naar(item), tab };
    const er = soorten.current.get(id);
    if (er) {
      er.nu.naar = nu.naar;
      er.nu.tab = nu.tab;
      return er.component;
    }
    const component = ({ children }: { children: ReactNode }) => (
      <Link
        naar={nu.naar}
        kaal
        className="hv-rijlink"
        tabIndex={nu.tab ? 0 : -1}
        onFocus={() => setActief(id)}
      >
        {children}
      </Link>
    );
    soorten.current.set(id, { component, nu });
    return component;
  };
}
