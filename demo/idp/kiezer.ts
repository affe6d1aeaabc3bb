// SPDX-License-Identifier: EUPL-1.2
// The persona picker: the login page of the demo's identity provider.
import { DEMO_IDP_PAD } from '../../src/platform/login/geheimen.ts';
import { escapeHtml, LETTERTYPE, renderPagina, STIJL } from '../../src/platform/login/pagina.ts';
import { groepeerPersonas, type Persona } from './personas.ts';

export const STIJL_PAD = `${DEMO_IDP_PAD}/stijl.css`;
const FICTIEF =
  '<strong>FICTIEF:</strong> deze regio en alle mensen erin bestaan niet. Er is geen wachtwoord: u kiest wie u bent.';

function renderPersona(p: Persona): string {
  return `<li><button class="persona" name="persona" value="${escapeHtml(p.id)}">
<span class="wie"><span class="wie-naam">${escapeHtml(p.naam)}</span> <span class="wie-functie">${escapeHtml(p.functie)}</span></span>
<span class="werk">${escapeHtml(p.omschrijving)}</span>
</button></li>`;
}

/**
 * The page on which a visitor chooses who to be.
 * @param actie path that receives the choice (POST, field `persona`)
 */
export function renderKiezer(personas: readonly Persona[], actie: string): string {
  const machines = personas.filter((p) => p.machine === true);
  return renderPagina({
    titel: 'Kies wie u bent (demo)',
    stijl: STIJL_PAD,
    fictief: FICTIEF,
    klasse: 'breed',
    inhoud: `<h1>Als wie wilt u rondkijken?</h1>
<p>U ziet wat deze medewerker ziet, en niets meer. Wisselen kan altijd: log uit en kies iemand anders.</p>
<form method="post" action="${escapeHtml(actie)}" class="groepen">
${groepeerPersonas(personas)
  .map(
    (g, i) => `<section class="groep" aria-labelledby="groep-${i}">
<h2 id="groep-${i}">${escapeHtml(g.organisatie)}</h2>
<ul>
${g.personas.map(renderPersona).join('\n')}
</ul>
</section>`,
  )
  .join('\n')}
</form>
${
  machines.length === 0
    ? ''
    : `<section class="machines" aria-labelledby="machines">
<h2 id="machines">Systemen zonder scherm</h2>
<p class="stil">Zij gebruiken de API. Vraag een token aan op de opdrachtregel.</p>
<dl>
${machines
  .map(
    (p) =>
      `<div><dt>${escapeHtml(p.naam)} <span class="wie-functie">${escapeHtml(p.organisatie)}</span></dt><dd>${escapeHtml(p.omschrijving)} <code>npm run --silent token -- ${escapeHtml(p.id)}</code></dd></div>`,
  )
  .join('\n')}
</dl>
</section>`
}`,
  });
}

/** A page of the provider that only explains. */
export function renderUitleg(titel: string, zinnen: readonly string[]): string {
  return renderPagina({
    titel,
    stijl: STIJL_PAD,
    fictief: FICTIEF,
    inhoud: `<h1>${escapeHtml(titel)}</h1>
${zinnen.map((z) => `<p>${escapeHtml(z)}</p>`).join('\n')}
<p class="rij"><a class="knop" href="/inloggen">Opnieuw kiezen</a></p>`,
  });
}

/** Asks before ending the provider's session when another site sent the browser here. */
export function renderUitloggen(actie: string): string {
  return renderPagina({
    titel: 'Uitloggen bij de demo-inlogdienst',
    stijl: STIJL_PAD,
    fictief: FICTIEF,
    inhoud: `<h1>Wilt u uitloggen bij de demo-inlogdienst?</h1>
<p>Daarna kiest u opnieuw wie u bent.</p>
<form method="post" action="${escapeHtml(actie)}" class="rij"><button class="knop" type="submit">Uitloggen</button> <a href="/">Terug naar Houvast</a></form>`,
  });
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
