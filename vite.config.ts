// SPDX-License-Identifier: EUPL-1.2
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screens are built to dist/web; the server serves that folder and the API from one process. */
export default defineConfig({
  plugins: [react()],
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
