// SPDX-License-Identifier: EUPL-1.2
// The addresses of Houvast. A page is one line here; its code is loaded when someone goes there. No personal data in
// an address: ids only, and a search is a POST.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  useRouter,
} from '@tanstack/react-router';
import { Laden } from './delen/toestand.tsx';
import { FoutPagina } from './fout.page.tsx';
import { NietGevonden } from './nietgevonden.page.tsx';
import { giveFocusBeurt } from './paginafocus.ts';
import { plekken } from './plekken.ts';
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

/** `/`: the first place of the rail that exists. */
function Begin() {
  const router = useRouter();
  const eerste = plekken.find((p) => p.naar in router.routesByPath)?.naar ?? '/sneltoetsen';
  return <Navigate to={eerste} replace />;
}

// One line per page: pagina('/casussen/$id', () => import('../keten/…/….page.tsx'), 'CasusPagina'),
const paginas = [
  createRoute({ getParentRoute: () => wortel, path: '/', component: Begin }),
  pagina(
    '/beoordelingen/$id',
    () => import('../keten/beoordeling/beoordeling.page.tsx'),
    'BeoordelingPagina',
  ),
  pagina('/wachtend', () => import('../keten/beoordeling/wachtend.page.tsx'), 'WachtendPagina'),
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
