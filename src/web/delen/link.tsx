// SPDX-License-Identifier: EUPL-1.2
import { Link as NlLink } from '@nl-design-system-candidate/link-react';
import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { Icoon, type IcoonNaam } from './icoon.tsx';
import './knop.css';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** An address inside Houvast ("/casussen/…", "#deel"), or outside it ("https://…"). Never with personal data. */
  naar: string;
  icoon?: IcoonNaam | undefined;
  /** This is the page we are on. */
  huidig?: boolean | undefined;
  /** Looks like a button. */
  alsKnop?: 'hoofd' | 'tweede' | 'gewoon' | 'stil' | undefined;
  /** No look of its own: for a row or card that is a link. */
  kaal?: boolean | undefined;
  children: ReactNode;
  ref?: Ref<HTMLAnchorElement> | undefined;
}

const knopklasse = {
  hoofd: 'nl-button--primary',
  tweede: 'nl-button--secondary',
  stil: 'nl-button--subtle',
  gewoon: '',
};

/** A link (NL Design System candidate) that goes to a page of Houvast without loading everything again. */
export function Link({
  naar,
  icoon,
  huidig,
  alsKnop,
  kaal,
  children,
  onClick,
  className,
  ref,
  ...rest
}: LinkProps) {
  const router = useRouter();
  const binnen = naar.startsWith('/') && !rest.target && !rest.download && !naar.startsWith('/api/');
  const klik = (e: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(e);
    if (!binnen || e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey)
      return;
    e.preventDefault();
    void router.navigate({ href: naar });
  };
  const voorladen = () => {
    // The page's code, not its data: reading about people is logged and must be meant.
    if (binnen) void router.preloadRoute({ to: naar.split(/[?#]/)[0] ?? naar }).catch(() => undefined);
  };
  const inhoud = (
    <>
      {icoon ? <Icoon naam={icoon} /> : null}
      {children}
    </>
  );
  const aria = huidig ? ({ 'aria-current': 'page' } as const) : {};
  const klassen = [
    alsKnop !== undefined && `nl-button hv-knop ${knopklasse[alsKnop]}`,
    kaal && 'hv-link-kaal',
    icoon && !alsKnop && 'hv-link--icoon',
    className,
  ]
    .filter(Boolean)
    .join(' ');
  if (alsKnop !== undefined || kaal)
    return (
      <a
        {...rest}
        {...aria}
        ref={ref}
        href={naar}
        className={klassen}
        onClick={klik}
        onPointerEnter={voorladen}
      >
        {inhoud}
      </a>
    );
  return (
    <NlLink
      {...rest}
      {...(huidig ? { current: 'page' as const } : {})}
      {...(ref ? { ref } : {})}
      href={naar}
      className={klassen}
      onClick={klik}
      onPointerEnter={voorladen}
    >
      {inhoud}
    </NlLink>
  );
}
