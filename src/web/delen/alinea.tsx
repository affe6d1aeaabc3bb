// SPDX-License-Identifier: EUPL-1.2
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import type { HTMLAttributes, ReactNode } from 'react';

export interface AlineaProps extends HTMLAttributes<HTMLParagraphElement> {
  /** The first, larger paragraph of a page. */
  inleiding?: boolean | undefined;
  children: ReactNode;
}

/** A paragraph (NL Design System candidate). */
export function Alinea({ inleiding, children, ...rest }: AlineaProps) {
  return (
    <Paragraph {...rest} {...(inleiding ? { purpose: 'lead' as const } : {})}>
      {children}
    </Paragraph>
  );
}
