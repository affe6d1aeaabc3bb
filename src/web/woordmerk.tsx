// SPDX-License-Identifier: EUPL-1.2
import { Link } from './delen/link.tsx';

/** The sign and the name. */
export function Woordmerk() {
  return (
    <Link naar="/" kaal className="hv-woordmerk">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
        <rect className="hv-woordmerk__vlak" width="32" height="32" rx="7" />
        <path
          className="hv-woordmerk__lijn"
          d="M9 6v20M9 17c0-4 3-6.500 7-6.500s7 2.500 7 6.500v2"
          fill="none"
          strokeWidth="3.200"
          strokeLinecap="round"
        />
        <circle className="hv-woordmerk__punt" cx="23" cy="25" r="2.400" />
      </svg>
      <span>Houvast</span>
    </Link>
  );
}
