// SPDX-License-Identifier: EUPL-1.2

import { Button } from '@nl-design-system-candidate/button-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Icoon, type IcoonNaam } from './icoon.tsx';
import { Toets } from './toets.tsx';
import './knop.css';

export interface KnopProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** hoofd: the one next step · gewoon · stil: beside something else · gevaar: what cannot be undone. */
  soort?: 'hoofd' | 'tweede' | 'gewoon' | 'stil' | 'gevaar' | undefined;
  icoon?: IcoonNaam | undefined;
  /** Shows the icon only; the children are still what is read aloud. */
  alleenIcoon?: boolean | undefined;
  /** Busy: stays focusable, does nothing, and is said to be busy. */
  bezig?: boolean | undefined;
  /** Cannot be pressed now. Stays focusable, so that `waaromNiet` can be heard. */
  uit?: boolean | undefined;
  /** Why it cannot be pressed: shown as a tooltip and read aloud. */
  waaromNiet?: string | undefined;
  /** A button that stays pressed. */
  ingedrukt?: boolean | undefined;
  /** The key that does the same; shown in the button on wide screens. */
  toets?: string | undefined;
  klein?: boolean | undefined;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement> | undefined;
}

const purpose = {
  hoofd: 'primary',
  gevaar: 'primary',
  tweede: 'secondary',
  stil: 'subtle',
  gewoon: undefined,
} as const;

/** A button (NL Design System candidate). */
export function Knop({
  soort = 'gewoon',
  icoon,
  alleenIcoon,
  bezig,
  uit,
  waaromNiet,
  ingedrukt,
  toets,
  klein,
  children,
  onClick,
  className,
  ref,
  type = 'button',
  ...rest
}: KnopProps) {
  const dicht = bezig || uit;
  const p = purpose[soort];
  return (
    <Button
      {...rest}
      {...(p ? { purpose: p } : {})}
      {...(p && soort === 'gevaar' ? { purpose: p, hint: 'negative' } : {})}
      {...(ref ? { ref } : {})}
      type={type}
      className={['hv-knop', klein && 'hv-knop--klein', alleenIcoon && 'hv-knop--icoon', className]
        .filter(Boolean)
        .join(' ')}
      iconOnly={alleenIcoon ?? false}
      iconStart={icoon ? <Icoon naam={icoon} /> : undefined}
      busy={bezig ?? false}
      disabled={dicht ?? false}
      toggle={ingedrukt !== undefined}
      pressed={ingedrukt ?? false}
      title={uit ? (waaromNiet ?? rest.title) : rest.title}
      aria-description={uit ? waaromNiet : rest['aria-description']}
      aria-keyshortcuts={toets}
      onClick={
        dicht
          ? (e) => {
              // aria-disabled keeps the focus; a submit must then be stopped by hand.
              e.preventDefault();
            }
          : onClick
      }
    >
      {children}
      {toets && !alleenIcoon ? <Toets>{toets}</Toets> : null}
    </Button>
  );
}
