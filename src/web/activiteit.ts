// SPDX-License-Identifier: EUPL-1.2
// Is someone at the screen? A session ends after 30 minutes without activity; a clock in the page is not activity.

const stilMs = 5 * 60_000;
let laatst = Date.now();

/** Starts to notice. Once, at the start of the page. */
export function watchActiviteit(): void {
  const nu = () => {
    laatst = Date.now();
  };
  for (const soort of ['pointerdown', 'pointermove', 'keydown', 'scroll'])
    document.addEventListener(soort, nu, { passive: true, capture: true });
}

/** True when the page is in view and someone did something in the last five minutes. */
export function isActief(): boolean {
  return document.visibilityState === 'visible' && Date.now() - laatst < stilMs;
}
