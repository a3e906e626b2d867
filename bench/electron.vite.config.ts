import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const inRepo = (path: string) => resolve(import.meta.dirname, '..', path)
const alias = { '@domain': inRepo('src/domain'), '@contract': inRepo('src/contract') }

/** The bench app: the product's main modules, preload, storage and workers under pages that measure them. */
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      outDir: inRepo('bench/out/main'),
      rollupOptions: {
        input: { index: inRepo('bench/app/main.ts'), peers: inRepo('bench/peers/main.ts') },
        // Their WebAssembly lies beside them.
        external: ['yjs', '@automerge/automerge', 'loro-crdt'],
        output: { entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      outDir: inRepo('bench/out/preload'),
      rollupOptions: {
        input: inRepo('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: inRepo('bench/pages'),
    resolve: { alias },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome142',
      minify: true,
      outDir: inRepo('bench/out/renderer'),
      emptyOutDir: true,
      rollupOptions: {
        input: { bench: inRepo('bench/pages/bench.html'), print: inRepo('bench/pages/print.html') },
      },
    },
  },
})
