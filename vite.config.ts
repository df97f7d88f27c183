import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { onlyUsedKernRules } from './src/platform/build/only-used-kern-rules.ts'

/** The staff UI: one page, hashed assets, lazy routes. The server fills `__CSP_NONCE__` on every answer. */
export default defineConfig({
  plugins: [onlyUsedKernRules(), react()],
  publicDir: false,
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17.4'],
    // Small files stay files: inlined fonts would need `data:` in the CSP.
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: true,
    // Left to itself the bundler makes a file of every two functions that three pages share: the list of cases came in
    // ninety-five scripts. The first screen's code is one file beside its libraries; what pages share comes in a few.
    rolldownOptions: {
      output: {
        strictExecutionOrder: true,
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 3 },
            { name: 'start', tags: ['$initial'], priority: 2 },
            {
              name: 'shared',
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 20_000,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': { target: process.env['LOTSE_API'] ?? 'http://127.0.0.1:3000' } },
  },
})
