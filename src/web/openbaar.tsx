// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import './shell.css';
import { Woordmerk } from './woordmerk.tsx';

/** The bare frame for who is not logged in. */
export function Openbaar({ children }: { children: ReactNode }) {
  return (
    <div className="hv-openbaar">
      <header className="hv-openbaar__kop">
        <Woordmerk />
      </header>
      <main id="inhoud" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
