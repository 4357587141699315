/** Builds the dashboard into `dist/dashboard`, which the server serves; `npm ci` runs it. */

import { defineConfig } from 'vite';

// Else it is built as in development, larger and with paths of this machine, where the environment speaks of a test.
process.env.NODE_ENV = 'production';

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing is written into the page: its policy would refuse it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'assets/licences.md' },
  },
});
