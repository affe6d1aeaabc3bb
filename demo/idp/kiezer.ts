// SPDX-License-Identifier: EUPL-1.2
// The persona picker: the login page of the demo's identity provider.

import type { Taal } from '../../src/platform/http/taal.ts';
import { DEMO_IDP_PAD } from '../../src/platform/login/geheimen.ts';
import { escapeHtml, LETTERTYPE, type Pagina, STIJL } from '../../src/platform/login/pagina.ts';
import { groepeerPersonas, type Persona } from './personas.ts';

export const STIJL_PAD = `${DEMO_IDP_PAD}/stijl.css`;

const WOORDEN = {
  nl: {
    fictief:
      '<strong>FICTIEF:</strong> deze regio en alle mensen erin bestaan niet. Er is geen wachtwoord: u kiest wie u bent.',
    titel: 'Kies wie u bent (demo)',
    vraag: 'Als wie wilt u rondkijken?',
    uitleg:
      'U ziet wat deze medewerker ziet, en niets meer. Wisselen kan altijd: log uit en kies iemand anders.',
    machines: 'Systemen zonder scherm',
    machinesUitleg: 'Zij gebruiken de API. Vraag een token aan op de opdrachtregel.',
    opnieuw: 'Opnieuw kiezen',
    uitloggenTitel: 'Uitloggen bij de demo-inlogdienst',
    wiltU: 'Wilt u uitloggen bij de demo-inlogdienst?',
    daarna: 'Daarna kiest u opnieuw wie u bent.',
    uitloggen: 'Uitloggen',
    naarHouvast: 'Terug naar Houvast',
    fouten: {
      verzoek: 'De demo-inlogdienst kan hier niets mee',
      verzoekZin: (code: string) => `Het verzoek klopt niet (${code}). Begin opnieuw bij Houvast.`,
      verlopen: 'Deze keuze is verlopen',
      verlopenZin: 'U was al klaar met kiezen, of wachtte te lang. Begin opnieuw.',
      stuk: 'De demo-inlogdienst doet het even niet',
      stukZin: 'Begin opnieuw.',
    },
  },
  en: {
    fictief:
      '<strong>FICTITIOUS:</strong> this region and all people in it do not exist. There is no password: you choose who you are.',
    titel: 'Choose who you are (demo)',
    vraag: 'As whom do you want to look around?',
    uitleg:
      'You see what this worker sees, and nothing more. You can always change: log out and choose someone else.',
    machines: 'Systems without a screen',
    machinesUitleg: 'They use the API. Ask for a token on the command line.',
    opnieuw: 'Choose again',
    uitloggenTitel: 'Log out of the demo login service',
    wiltU: 'Do you want to log out of the demo login service?',
    daarna: 'After that you choose again who you are.',
    uitloggen: 'Log out',
    naarHouvast: 'Back to Houvast',
    fouten: {
      verzoek: 'The demo login service can do nothing with this',
      verzoekZin: (code: string) => `The request is not right (${code}). Start again at Houvast.`,
      verlopen: 'This choice has expired',
      verlopenZin: 'You had already chosen, or waited too long. Start again.',
      stuk: 'The demo login service does not work for a moment',
      stukZin: 'Start again.',
    },
  },
} as const;

/** The words of what can go wrong at the provider. */
export const foutwoorden = (taal: Taal) => WOORDEN[taal].fouten;

function renderPersona(p: Persona, taal: Taal): string {
  const { functie, omschrijving } = taal === 'en' ? p.en : p;
  return `<li><button class="persona" name="persona" value="${escapeHtml(p.id)}">
<span class="wie"><span class="wie-naam">${escapeHtml(p.naam)}</span> <span class="wie-functie">${escapeHtml(functie)}</span></span>
<span class="werk">${escapeHtml(omschrijving)}</span>
</button></li>`;
}

/**
 * The page on which a visitor chooses who to be.
 * @param actie path that receives the choice (POST, field `persona`)
 */
export function kiezer(personas: readonly Persona[], actie: string, taal: Taal): Pagina {
  const t = WOORDEN[taal];
  const machines = personas.filter((p) => p.machine === true);
  return {
    taal,
    hier: actie,
    titel: t.titel,
    stijl: STIJL_PAD,
    fictief: t.fictief,
    klasse: 'breed',
    inhoud: `<h1>${t.vraag}</h1>
<p>${t.uitleg}</p>
<form method="post" action="${escapeHtml(actie)}" class="groepen">
${groepeerPersonas(personas)
  .map(
    (g, i) => `<section class="groep" aria-labelledby="groep-${i}">
<h2 id="groep-${i}">${escapeHtml(g.organisatie)}</h2>
<ul>
${g.personas.map((p) => renderPersona(p, taal)).join('\n')}
</ul>
</section>`,
  )
  .join('\n')}
</form>
${
  machines.length === 0
    ? ''
    : `<section class="machines" aria-labelledby="machines">
<h2 id="machines">${t.machines}</h2>
<p class="stil">${t.machinesUitleg}</p>
<dl>
${machines
  .map(
    (p) =>
      `<div><dt>${escapeHtml(p.naam)} <span class="wie-functie">${escapeHtml(p.organisatie)}</span></dt><dd>${escapeHtml((taal === 'en' ? p.en : p).omschrijving)} <code>npm run --silent token -- ${escapeHtml(p.id)}</code></dd></div>`,
  )
  .join('\n')}
</dl>
</section>`
}`,
  };
}

/** A page of the provider that only explains. */
export function uitlegpagina(taal: Taal, titel: string, zin: string): Pagina {
  const t = WOORDEN[taal];
  return {
    taal,
    titel,
    stijl: STIJL_PAD,
    fictief: t.fictief,
    inhoud: `<h1>${escapeHtml(titel)}</h1>
<p>${escapeHtml(zin)}</p>
<p class="rij"><a class="knop" href="/inloggen">${t.opnieuw}</a></p>`,
  };
}

/** Asks before ending the provider's session when another site sent the browser here. */
export function uitlogpagina(taal: Taal, actie: string): Pagina {
  const t = WOORDEN[taal];
  return {
    taal,
    titel: t.uitloggenTitel,
    stijl: STIJL_PAD,
    fictief: t.fictief,
    inhoud: `<h1>${t.wiltU}</h1>
<p>${t.daarna}</p>
<form method="post" action="${escapeHtml(actie)}" class="rij"><button class="knop" type="submit">${t.uitloggen}</button> <a href="/">${t.naarHouvast}</a></form>`,
  };
}

export const KIEZER_STIJL = `${LETTERTYPE}${STIJL}
body.breed { max-width: 72rem; }
.groepen { columns: 2 26rem; column-gap: 3.5rem; margin-top: 2rem; }
.groep { break-inside: avoid; padding-bottom: 2.25rem; }
.groep h2, .machines h2 { padding-bottom: 0.5rem; border-bottom: 1px solid var(--rand); }
.groep ul { list-style: none; margin: 0; padding: 0; }
.groep li { border-bottom: 1px solid var(--lijn); }
.persona {
  display: block; width: calc(100% + 1.5rem); margin: 0 -0.75rem; padding: 0.75rem;
  font: inherit; color: inherit; text-align: start; background: none; border: 0; border-radius: 4px; cursor: pointer;
}
.persona:hover { background: var(--accent-zacht); }
.persona:focus-visible { outline-offset: -1px; background: var(--accent-zacht); }
.wie { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; }
.wie-naam { font-weight: 620; color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.persona:hover .wie-naam { color: var(--accent-diep); text-decoration-thickness: 2px; }
.wie-functie { color: var(--inkt-2); font-size: 0.9375rem; font-weight: 400; }
.werk { display: block; margin-top: 0.125rem; font-size: 0.9375rem; text-wrap: pretty; }
.machines { margin-top: 1rem; max-width: 66ch; }
.machines p { margin: 0.5rem 0 0; }
.machines dl { margin: 0; }
.machines dl div { padding: 0.75rem 0; border-bottom: 1px solid var(--lijn); }
.machines dt { font-weight: 620; }
.machines dd { margin: 0; font-size: 0.9375rem; }
.machines code { display: block; margin-top: 0.25rem; font-size: 0.875rem; color: var(--inkt-2); overflow-wrap: anywhere; }
@media (max-width: 46rem) { h1 { font-size: 1.5rem; } .wie { flex-direction: column; } }
@media (forced-colors: active) { .persona { border: 1px solid transparent; } }
`;
