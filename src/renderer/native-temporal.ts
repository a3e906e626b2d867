import type { Temporal as Polyfilled } from 'temporal-polyfill'

/** Chromium's own Temporal, under the polyfill's name; see electron.vite.config.ts. */
export const Temporal = (globalThis as typeof globalThis & { Temporal: typeof Polyfilled }).Temporal
