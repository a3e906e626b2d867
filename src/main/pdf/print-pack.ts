import { BrowserWindow, type WebPreferences } from 'electron'
import { Refused } from '../refused'
import { dated } from './dated'
import type { PrintJob, PrintJobs } from './print-jobs'

/** Longest that laying out and printing may take each, in milliseconds: thousands of rows need a few seconds. */
const patience = 60_000

export interface Printing extends PrintJob {
  readonly jobs: PrintJobs
  readonly pageUrl: string
  /** Those of the app's windows, the preload included: a print page gets no more rights than they have. */
  readonly webPreferences: WebPreferences
  /** When it is printed, by the app's clock. */
  readonly now: number
}

/**
 * Lays a pack out in a window nobody sees and prints it: a tagged PDF with an outline, as bytes.
 * @throws Refused with what went wrong; the window is gone in any case.
 */
export async function printPack({
  jobs,
  pageUrl,
  webPreferences,
  now,
  ...job
}: Printing): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...webPreferences, backgroundThrottling: false },
  })
  const { webContents } = window
  const { id } = webContents
  try {
    const laidOut = jobs.layOut(id, job, patience)
    webContents.once('render-process-gone', () => jobs.fail(id, stopped()))
    webContents.once('did-fail-load', (_event, _code, reason) => jobs.fail(id, unreachable(reason)))
    // A page that fails to load is told by the job, in better words than the load's own.
    await Promise.all([laidOut, window.loadURL(pageUrl).catch(() => undefined)])
    const pdf = await inTime(
      webContents.printToPDF({
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        preferCSSPageSize: true,
        printBackground: true,
      }),
    )
    return dated(pdf, now)
  } finally {
    window.destroy()
  }
}

async function inTime(printed: Promise<Uint8Array>): Promise<Uint8Array> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(stopped()), patience)
  })
  try {
    return await Promise.race([printed, late])
  } finally {
    clearTimeout(timer)
  }
}

function stopped(): Refused {
  return new Refused(
    'print-failed',
    'Printing stopped before the report was done. Nothing was written; try again.',
  )
}

function unreachable(reason: string): Refused {
  return new Refused(
    'print-failed',
    `The print page could not be opened (${reason}). Reinstall the app if this goes on.`,
  )
}
