// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Only for the clock's own days: whatever else would ask for Temporal gets the whole of it. */
const smalTemporal: Plugin = {
  name: 'smal-temporal',
  enforce: 'pre',
  resolveId: (bron, vanaf) =>
    bron === 'temporal-polyfill' && vanaf?.endsWith('/src/platform/clock/dagen.ts')
      ? fileURLToPath(new URL('./src/web/tijdzone.ts', import.meta.url))
      : undefined,
};

/**
 * The order of the style layers (theme.css) at the head of every style sheet. The browser fixes the order when it first
 * meets a layer, and the build may load the sheet of a shared part before that of the theme.
 */
const lagen: Plugin = {
  name: 'lagen',
  enforce: 'post',
  generateBundle(_opties, bundel) {
    for (const deel of Object.values(bundel)) {
      if (deel.type === 'asset' && deel.fileName.endsWith('.css')) {
        deel.source = `@layer nlds,tokens,basis,delen,pagina;${String(deel.source)}`;
      }
    }
  },
};

/** The screens are built to dist/web; the server serves that folder and the API from one process. */
export default defineConfig({
  plugins: [smalTemporal, react(), lagen],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Browsers that know light-dark(), so that one token holds both themes.
    cssTarget: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // The CSP allows fonts and styles from 'self' only: nothing may be inlined as a data: address.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/inloggen': 'http://127.0.0.1:8080',
      '/uitloggen': 'http://127.0.0.1:8080',
    },
  },
});
