// SPDX-License-Identifier: EUPL-1.2

/** Letters beyond which a name no longer fits two lines of a phone. */
const LANG = 60;

/**
 * What a family or a person is called, on a line that others share: a strip, a list, the head of a page. The data keep it whole;
 * here a very long name takes two lines at most, with all of it on hover and for a screen reader. A name that turns the direction
 * of writing turns itself only, and not the words around it.
 */
export function Naam({ children }: { children: string }) {
  return children.length > LANG ? (
    <bdi className="hv-naam hv-naam--lang" title={children}>
      {children}
    </bdi>
  ) : (
    <bdi className="hv-naam">{children}</bdi>
  );
}
