// SPDX-License-Identifier: EUPL-1.2
import { Fragment, type ReactNode } from 'react';

/** A date (29-08-1998), the number of a casus (2026-00123). */
const NUMMER = /(\d+(?:-\d+)+)/;

/** Words in which a date or a number stays whole when the line breaks. */
export function heel(tekst: string): ReactNode {
  return tekst.split(NUMMER).map((deel, i) => {
    const plek = `${i} ${deel}`;
    return i % 2 === 1 ? (
      <span key={plek} className="hv-heel">
        {deel}
      </span>
    ) : (
      <Fragment key={plek}>{deel}</Fragment>
    );
  });
}
