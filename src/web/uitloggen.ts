// SPDX-License-Identifier: EUPL-1.2
/** Drafts on this device go first, then the server ends the session. A form, because the answer leads to the login service. */
export async function logOut(): Promise<void> {
  // Whatever happens to the drafts, the session must end.
  await import('./kopie.ts').then((k) => k.wipeKopieen()).catch(() => undefined);
  const formulier = document.createElement('form');
  formulier.method = 'post';
  formulier.action = '/uitloggen';
  document.body.append(formulier);
  formulier.submit();
}

let opnieuw = false;

/** Whether this page is being left for another person: then nothing may keep it here. */
export const isOpnieuwBegonnen = (): boolean => opnieuw;

/** Someone else in the same window: nothing of the one before may stay in the page, or in its drafts. */
export function beginOpnieuw(): void {
  opnieuw = true;
  void import('./kopie.ts').then((k) => k.wipeKopieen()).finally(() => location.assign('/'));
}
