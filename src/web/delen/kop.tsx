// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import type { HTMLAttributes, ReactNode } from 'react';

export interface KopProps extends HTMLAttributes<HTMLHeadingElement> {
  niveau: 1 | 2 | 3 | 4;
  /** Looks like another level than it is. */
  alsof?: 1 | 2 | 3 | undefined;
  children: ReactNode;
}

/** A heading (NL Design System candidate). Three sizes, no more: level 4 looks like 3. */
export function Kop({ niveau, alsof, children, ...rest }: KopProps) {
  return (
    <Heading {...rest} level={niveau} appearance={`level-${alsof ?? niveau}`}>
      {children}
    </Heading>
  );
}
