import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin, Rolldown } from 'vite'

const alias = {
  '@domain': resolve('src/domain'),
  '@contract': resolve('src/contract'),
}

/** What the bundled packages ask to have said about them, beside what is made of them. */
const license = { fileName: 'LICENSES.md' }

/** What the entry asks for itself, when it has begun to read. */
const askedForLater =
  /\/((rolldown-runtime|storage|react|charts|window)-[\w-]{8}\.(js|css)|inter-latin-wght-normal-[\w-]{8}\.woff2)$/

function linkTo(file: string) {
  const common = { crossorigin: true, href: `./${file}` }
  if (file.endsWith('.woff2')) return { rel: 'preload', as: 'font', type: 'font/woff2', ...common }
  return { rel: file.endsWith('.css') ? 'stylesheet' : 'modulepreload', ...common }
}

/**
 * The window's entry begins to read before it asks for what draws. The browser need not wait for that: the page itself
 * says what will be asked for, so that both are fetched together.
 */
function fetchWindowAtOnce(): Plugin {
  return {
    name: 'fetch-window-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk }) {
        if (chunk?.name !== 'index') return []
        return Object.keys(bundle)
          .filter((file) => askedForLater.test(file))
          .map((file) => ({ tag: 'link', injectTo: 'head' as const, attrs: linkTo(file) }))
      },
    },
  }
}

type StorageOrNot = Rolldown.CodeSplittingNameFunction
type ModuleGraph = Parameters<StorageOrNot>[1]

const reads = resolve('src/renderer/app/start.ts')
const draws = resolve('src/renderer/app/render.tsx')
const otherPages = [resolve('src/renderer/print.html'), resolve('src/renderer/headless.html')]
const known = new Map<string, ReadonlySet<string>>()

/** All modules that one needs before it can run. */
function neededBy(entry: string, graph: ModuleGraph): ReadonlySet<string> {
  const before = known.get(entry)
  if (before) return before
  const needed = new Set([entry])
  // A set that grows while it is walked through is walked to its end.
  for (const id of needed)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) needed.add(imported)
  known.set(entry, needed)
  return needed
}

/**
 * What reads, and what both the window's drawing and another page need: no page may take code or style of the window.
 * Asked of the modules themselves, for a list of folders had grown to twice what the start needs.
 */
const storageOrNot: StorageOrNot = (id, graph) => {
  const isShared = () =>
    neededBy(draws, graph).has(id) && otherPages.some((page) => neededBy(page, graph).has(id))
  return neededBy(reads, graph).has(id) || isShared() ? 'storage' : null
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
                priority: 5,
              },
              { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 4 },
              { debugName: 'storage', name: storageOrNot, priority: 3 },
              { name: 'charts', test: /src\/renderer\/charts\//, priority: 2 },
              { name: 'window', test: /src\/renderer\/app\/render\.tsx$/, priority: 1 },
            ],
          },
        },
      },
    },
  },
})
