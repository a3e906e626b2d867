import { join } from 'node:path'
import { app } from 'electron'

/** Writes what nobody expected into the log file. The logger is loaded when it is needed, which is hardly ever. */
export async function logError(what: string, error: unknown): Promise<void> {
  const { default: log } = await import('electron-log/main')
  log.transports.file.resolvePathFn = () => join(app.getPath('logs'), 'main.log')
  log.transports.console.level = false
  log.error(what, error)
}
