import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const alias = {
  '@domain': resolve('src/domain'),
  '@contract': resolve('src/contract'),
}

/** What the bundled packages ask to have said about them, beside what is made of them. */
const license = { fileName: 'LICENSES.md' }

export default defineConfig({
  main: {
    resolve: { alias },
    build: { externalizeDeps: false, license, rollupOptions: { input: resolve('src/main/index.ts') } },
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: resolve('src/preload/index.ts'),
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    // Chromium has had Temporal of its own since 144; only Node, for tests, still needs the polyfill.
    resolve: { alias: { ...alias, 'temporal-polyfill': resolve('src/renderer/native-temporal.ts') } },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome142',
      minify: true,
      license,
      rollupOptions: {
        input: {
          index: resolve('src/renderer/index.html'),
          print: resolve('src/renderer/print.html'),
          headless: resolve('src/renderer/headless.html'),
        },
        output: {
          // What the start needs before anything else comes in one file instead of a dozen.
          codeSplitting: {
            groups: [
              {
                name: 'storage',
                test: /node_modules\/(dexie|zod)\/|src\/(domain\/(model|merge)|renderer\/storage)\//,
              },
              { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            ],
          },
        },
      },
    },
  },
})
