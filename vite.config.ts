// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
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

/** The letter of the screens is asked for with the page, not only once the style sheet has come: no text jumps. */
const letterVooraf: Plugin = {
  name: 'letter-vooraf',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((naam) => /next-latin-wght-normal-[^/]+\.woff2$/.test(naam))
        .map((naam) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${naam}` },
          injectTo: 'head-prepend' as const,
        })),
  },
};

/** Beside each text file its brotli and its gzip: made once and as small as can be, so that the server only sends. */
const gekrompen: Plugin = {
  name: 'gekrompen',
  enforce: 'post',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_opties, bundel) {
      for (const deel of Object.values(bundel)) {
        if (!/\.(js|css|svg|html)$/.test(deel.fileName)) continue;
        const inhoud = Buffer.from(deel.type === 'chunk' ? deel.code : deel.source);
        if (inhoud.length < 1024) continue;
        const br = brotliCompressSync(inhoud, {
          params: { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_SIZE_HINT]: inhoud.length },
        });
        this.emitFile({ type: 'asset', fileName: `${deel.fileName}.br`, source: br });
        this.emitFile({
          type: 'asset',
          fileName: `${deel.fileName}.gz`,
          source: gzipSync(inhoud, { level: 9 }),
        });
      }
    },
  },
};

/** The screens are built to dist/web; the server serves that folder and the API from one process. */
export default defineConfig({
  plugins: [smalTemporal, react(), lagen, letterVooraf, gekrompen],
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
