// SPDX-License-Identifier: EUPL-1.2

/** The key that does the same, beside the words. For the eye: the button itself tells it to a screen reader. */
export function Toets({ children }: { children: string }) {
  return (
    <span className="hv-toets" aria-hidden="true">
      {children}
    </span>
  );
}
