// SPDX-License-Identifier: EUPL-1.2
import { NumberBadge } from '@nl-design-system-candidate/number-badge-react';
import { useLocation } from '@tanstack/react-router';
import { Link } from './link.tsx';
import './paginakop.css';

export interface Tabblad {
  naar: string;
  label: string;
  /** What waits in it. */
  teller?: number | undefined;
}

/** The parts of a page that are places of their own: links, so each has an address. */
export function Tabbladen({ label, tabs }: { label: string; tabs: readonly Tabblad[] }) {
  const hier = useLocation({ select: (l) => l.pathname });
  return (
    <nav className="hv-tabs hv-geen-print" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.naar} naar={tab.naar} kaal className="hv-tab" huidig={hier === tab.naar}>
          {tab.label}
          {tab.teller ? <NumberBadge>{tab.teller}</NumberBadge> : null}
        </Link>
      ))}
    </nav>
  );
}
