// SPDX-License-Identifier: EUPL-1.2
// The addresses of Houvast. A page is one line here; its code is loaded when someone goes there. No personal data in
// an address: ids only, and a search is a POST.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BeginPagina } from './begin.page.tsx';
import { Laden } from './delen/toestand.tsx';
import { FoutPagina } from './fout.page.tsx';
import { NietGevonden } from './nietgevonden.page.tsx';
import { giveFocusBeurt } from './paginafocus.ts';
import { Wortel } from './wortel.tsx';

const wortel = createRootRoute({ component: Wortel, notFoundComponent: NietGevonden });

// biome-ignore lint/suspicious/noExplicitAny: the router asks for the module in this form; the name is checked against it
function pagina<M extends Record<string, any>, K extends keyof M & string>(
  pad: string,
  laad: () => Promise<M>,
  naam: K,
) {
  return createRoute({ getParentRoute: () => wortel, path: pad, component: lazyRouteComponent(laad, naam) });
}

// One line per page: pagina('/casussen/$id', () => import('../keten/…/….page.tsx'), 'CasusPagina'),
const paginas = [
  createRoute({ getParentRoute: () => wortel, path: '/', component: BeginPagina }),
  pagina('/werk', () => import('../inzicht/werk/werk.page.tsx'), 'WerkPagina'),
  pagina(
    '/beoordelingen/$id',
    () => import('../keten/beoordeling/beoordeling.page.tsx'),
    'BeoordelingPagina',
  ),
  pagina('/wachtend', () => import('../keten/beoordeling/wachtend.page.tsx'), 'WachtendPagina'),
  pagina('/casussen', () => import('./casus/casussen.page.tsx'), 'CasussenPagina'),
  pagina('/casussen/$id', () => import('./casus/casus.page.tsx'), 'CasusPagina'),
  pagina('/casussen/$id/plan', () => import('../keten/plan/plan.page.tsx'), 'PlanPagina'),
  pagina('/casussen/$id/cijfers', () => import('../keten/plan/cijfers.page.tsx'), 'CijfersPagina'),
  pagina('/casussen/$id/uitspraken', () => import('./casus/uitspraken.page.tsx'), 'UitsprakenPagina'),
  pagina('/casussen/$id/toegang', () => import('./casus/toegang.page.tsx'), 'ToegangPagina'),
  pagina('/collegas', () => import('./collegas.page.tsx'), 'CollegasPagina'),
  pagina('/gedeeld', () => import('./casus/gedeeld.page.tsx'), 'GedeeldPagina'),
  pagina('/noodknop', () => import('./casus/noodknop.page.tsx'), 'NoodknopPagina'),
  pagina('/mijn-kring', () => import('../keten/radar/belang.page.tsx'), 'KringPagina'),
  pagina('/belangen', () => import('../keten/radar/belang.page.tsx'), 'BelangenPagina'),
  pagina('/toezicht', () => import('../inzicht/toezicht/toezicht.page.tsx'), 'ToezichtPagina'),
  pagina('/toezicht/casus', () => import('../inzicht/toezicht/zoek.page.tsx'), 'ToezichtCasusPagina'),
  pagina(
    '/toezicht/medewerkers/$id',
    () => import('../inzicht/toezicht/zoek.page.tsx'),
    'ToezichtMedewerkerPagina',
  ),
  pagina('/toezicht/overzicht', () => import('../inzicht/toezicht/overzicht.page.tsx'), 'OverzichtPagina'),
  pagina('/overdrachten', () => import('../keten/overdracht/overdrachten.page.tsx'), 'OverdrachtenPagina'),
  pagina('/overdrachten/$id', () => import('../keten/overdracht/overdracht.page.tsx'), 'OverdrachtPagina'),
  pagina(
    '/casussen/$id/overdragen',
    () => import('../keten/overdracht/overdragen.page.tsx'),
    'OverdragenPagina',
  ),
  pagina(
    '/terugkoppelingen/$id',
    () => import('../keten/overdracht/terugkoppeling.page.tsx'),
    'TerugkoppelingPagina',
  ),
  pagina(
    '/casussen/$id/afsluiten',
    () => import('../keten/monitoring/afsluiten.page.tsx'),
    'AfsluitenPagina',
  ),
  pagina('/monitoring', () => import('../keten/monitoring/monitoring.page.tsx'), 'MonitoringPagina'),
  pagina('/monitoring/$id', () => import('../keten/monitoring/moment.page.tsx'), 'MomentPagina'),
  pagina('/cijfers', () => import('../inzicht/cijfers/cijfers.page.tsx'), 'CijfersPagina'),
  pagina('/cijfers/regio', () => import('../inzicht/cijfers/regio.page.tsx'), 'RegiocijfersPagina'),
  pagina('/cijfers/$figuur', () => import('../inzicht/cijfers/figuur.page.tsx'), 'FiguurPagina'),
  pagina('/meldingen/nieuw', () => import('../keten/melding/nieuw.page.tsx'), 'NieuweMeldingPagina'),
  pagina('/meldingen/$id', () => import('../keten/melding/melding.page.tsx'), 'MeldingPagina'),
  pagina('/melden', () => import('../keten/melding/nieuw.page.tsx'), 'MeldenPagina'),
  pagina('/eigen-meldingen', () => import('../keten/melding/eigen.page.tsx'), 'EigenMeldingenPagina'),
  pagina('/adviezen', () => import('../keten/melding/advies.page.tsx'), 'AdviezenPagina'),
  pagina('/adviezen/nieuw', () => import('../keten/melding/advies.page.tsx'), 'NieuwAdviesPagina'),
  pagina('/adviezen/$id', () => import('../keten/melding/advies.page.tsx'), 'AdviesPagina'),
  pagina('/adviezen/$id/melding', () => import('../keten/melding/nieuw.page.tsx'), 'AdviesMeldingPagina'),
  pagina('/radar/$id', () => import('../keten/radar/radar.page.tsx'), 'RadarPagina'),
  pagina('/radar/uitleg', () => import('../keten/radar/uitleg.page.tsx'), 'RadarUitlegPagina'),
  pagina('/sneltoetsen', () => import('./sneltoetsen.page.tsx'), 'SneltoetsenPagina'),
  pagina('/toegankelijkheid', () => import('./toegankelijkheid.page.tsx'), 'ToegankelijkheidPagina'),
];

export const router = createRouter({
  routeTree: wortel.addChildren(paginas),
  defaultErrorComponent: FoutPagina,
  defaultPendingComponent: Laden,
  defaultPendingMs: 150,
  scrollRestoration: true,
});

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  // The first load is no change: then the focus is where the browser puts it.
  if (fromLocation && pathChanged) giveFocusBeurt();
});
