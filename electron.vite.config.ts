import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const alias = {
  '@domain': resolve('src/domain'),
  '@contract': resolve('src/contract'),
}

/** What the bundled packages ask to have said about them, beside what is made of them. */
const license = { fileName: 'LICENSES.md' }

/** The chunks of all that draws the window up to its first screen, and their style. */
const drawsWindow = /\/window-/
/** What the entry asks for itself, when it has begun to read. */
const askedForLater =
  /\/((rolldown-runtime|storage|react|charts|start|window)-[\w-]{8}\.(js|css)|inter-latin-wght-normal-[\w-]{8}\.woff2)$/

function linkTo(file: string) {
  const common = { crossorigin: true, href: `./${file}` }
  if (file.endsWith('.woff2')) return { rel: 'preload', as: 'font', type: 'font/woff2', ...common }
  return { rel: file.endsWith('.css') ? 'stylesheet' : 'modulepreload', ...common }
}

/**
 * The window's entry begins to read before it asks for what draws. The browser need not wait for that: the page itself
 * says what will be asked for, so that both are fetched together. No other page may need any of it, least of all its
 * style: what such a page shares with the window belongs into a chunk that comes before it.
 */
function fetchWindowAtOnce(): Plugin {
  return {
    name: 'fetch-window-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk, filename }) {
        if (chunk?.name !== 'index') {
          if (chunk?.imports.some((file) => drawsWindow.test(file)))
            throw new Error(`${filename} shares a module with the window; name it in the group “storage”.`)
          return []
        }
        return Object.keys(bundle)
          .filter((file) => askedForLater.test(file))
          .map((file) => ({ tag: 'link', injectTo: 'head' as const, attrs: linkTo(file) }))
      },
    },
  }
}

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
    plugins: [react(), fetchWindowAtOnce()],
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
          // What the start needs comes in a few files instead of dozens: first what reads, then what draws.
          codeSplitting: {
            groups: [
              // Small and first, and nothing else with it: the window reads by it while all else is still on its way.
              {
                name: 'ahead',
                test: /vite\/preload-helper|src\/renderer\/storage\/(read-ahead|database-names)/,
                priority: 4,
              },
              {
                name: 'storage',
                test: /node_modules\/(dexie|zod)\/|src\/(domain\/(model|merge|time|clocks|ownership|reporting\/(number-text|words|daily-flow)|triage\/(as-of|words))|renderer\/storage\/(?!queries|laptop-keys))/,
                priority: 3,
              },
              { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
              { name: 'charts', test: /src\/renderer\/charts\//, priority: 2 },
              { name: 'window', test: /src\/renderer\/app\/render\.tsx$/, priority: 1 },
            ],
          },
        },
      },
    },
  },
})
