// SPDX-License-Identifier: EUPL-1.2
// First of all: it sets the order of the style layers.
import './theme.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchActiviteit } from './activiteit.ts';
import { ApiProbleem } from './api.ts';
import { applyInstellingen } from './instellingen.ts';
import { router } from './router.tsx';

applyInstellingen();
watchActiviteit();

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what may pass by itself is tried again: no connection, or the server away for a moment.
      retry: (keer, fout) =>
        keer < 2 && fout instanceof ApiProbleem && (fout.status === 0 || fout.status >= 502),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const plek = document.getElementById('houvast');
if (plek)
  createRoot(plek).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
