import { cpus, totalmem, type } from 'node:os'
import { openBenchApp } from './bench-app'

/** What the numbers were taken on, for people. */
export async function machine(): Promise<string> {
  const { app, close } = await openBenchApp({})
  try {
    const { electron, chrome } = await app.evaluate(() => process.versions)
    const [processor] = cpus()
    const memory = Math.round(totalmem() / 1024 ** 3)
    return `${processor?.model.trim()}, ${cpus().length} cores, ${memory} GB of memory, ${type()}; Electron ${electron} (Chromium ${chrome})`
  } finally {
    await close()
  }
}
