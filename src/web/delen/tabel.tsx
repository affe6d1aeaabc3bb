// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useMemo, useState } from 'react';
import { useTeksten } from '../taal.ts';
import { Icoon } from './icoon.tsx';
import './tabel.css';

export interface Kolom<R> {
  id: string;
  kop: string;
  cel: (rij: R) => ReactNode;
  /** Makes the column sortable. */
  sorteer?: ((rij: R) => string | number | null | undefined) | undefined;
  /** Numbers: right-aligned, figures of one width. */
  getal?: boolean | undefined;
  /** The cell that names the row. */
  rijkop?: boolean | undefined;
}

export interface TabelProps<R> {
  bijschrift: string;
  bijschriftVerborgen?: boolean | undefined;
  kolommen: readonly Kolom<R>[];
  rijen: readonly R[];
  sleutel: (rij: R) => string;
  /** On a phone: each row as a card (default), or scroll sideways. */
  smal?: 'kaart' | 'schuif' | undefined;
  begin?: { kolom: string; aflopend?: boolean | undefined } | undefined;
  /** What stands there when there are no rows. */
  leeg?: ReactNode;
}

const woorden = {
  nl: { op: 'oplopend', af: 'aflopend', sorteer: 'sorteren' },
  en: { op: 'ascending', af: 'descending', sorteer: 'sort' },
};

function compare(a: string | number | null | undefined, b: string | number | null | undefined): number {
  // What is unknown comes last, in both directions.
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1;
  if (b === null || b === undefined) return -1;
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'nl', { numeric: true });
}

/** A table that can be sorted, and that becomes cards on a phone. */
export function Tabel<R>({
  bijschrift,
  bijschriftVerborgen,
  kolommen,
  rijen,
  sleutel,
  smal = 'kaart',
  begin,
  leeg,
}: TabelProps<R>) {
  const t = useTeksten(woorden);
  const [orde, setOrde] = useState(begin);
  const gesorteerd = useMemo(() => {
    const sorteer = kolommen.find((k) => k.id === orde?.kolom)?.sorteer;
    if (!sorteer || !orde) return rijen;
    const kant = orde.aflopend ? -1 : 1;
    return [...rijen].sort((x, y) => {
      const [a, b] = [sorteer(x), sorteer(y)];
      const onbekend = a === null || a === undefined || b === null || b === undefined;
      return compare(a, b) * (onbekend ? 1 : kant);
    });
  }, [rijen, kolommen, orde]);
  if (rijen.length === 0 && leeg) return <>{leeg}</>;
  return (
    <div
      className={`hv-tabel hv-tabel--${smal}`}
      {...(smal === 'schuif' ? { tabIndex: 0, role: 'region', 'aria-label': bijschrift } : {})}
    >
      {/* The roles are written out: a table that is laid out as cards would lose them. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: display:block takes the roles of a table away */}
      <table className="utrecht-table utrecht-table--html-table" role="table">
        <caption className={bijschriftVerborgen ? 'hv-verborgen' : undefined}>{bijschrift}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {kolommen.map((k) => {
              const aan = orde?.kolom === k.id;
              return (
                <th
                  key={k.id}
                  scope="col"
                  role="columnheader"
                  className={k.getal ? 'hv-tabel__getal' : undefined}
                  {...(aan
                    ? { 'aria-sort': orde.aflopend ? ('descending' as const) : ('ascending' as const) }
                    : {})}
                >
                  {k.sorteer ? (
                    <button
                      type="button"
                      className="hv-tabel__sorteer"
                      onClick={() => setOrde({ kolom: k.id, aflopend: aan ? !orde.aflopend : false })}
                    >
                      {k.kop}
                      <span className="hv-verborgen">
                        , {aan ? (orde.aflopend ? t.af : t.op) : t.sorteer}
                      </span>
                      <span className={`hv-tabel__pijl${aan ? ' hv-tabel__pijl--aan' : ''}`}>
                        <Icoon naam={aan && orde.aflopend ? 'omlaag' : 'omhoog'} />
                      </span>
                    </button>
                  ) : (
                    k.kop
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {gesorteerd.map((r) => (
            <tr key={sleutel(r)} role="row">
              {kolommen.map((k) => {
                const inhoud = (
                  <>
                    <span className="hv-tabel__smalkop" aria-hidden="true">
                      {k.kop}
                    </span>
                    <span className="hv-tabel__cel">{k.cel(r)}</span>
                  </>
                );
                return k.rijkop ? (
                  <th key={k.id} scope="row" role="rowheader" className="hv-tabel__rijkop">
                    {inhoud}
                  </th>
                ) : (
                  <td key={k.id} role="cell" className={k.getal ? 'hv-tabel__getal' : undefined}>
                    {inhoud}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  );
}
