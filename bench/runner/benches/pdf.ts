import { writeFileSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'
import type { Printed } from '../../pages/report'
import { alternate } from '../alternate'
import { openBenchApp } from '../bench-app'
import { inBench } from '../electron'
import { type Bench, ratio } from '../finding'
import { median } from '../median'

const issues = 1_000
const rounds = 8
const limit = 1.3

/** The daily pack from rows in memory to the PDF's bytes, against printing the same pages as finished HTML. */
export const pdf: Bench = {
  name: 'pdf',
  async run() {
    const { app, page, close } = await openBenchApp({})
    try {
      const finished = await page.evaluate((count) => window.bench.prepareReport(count), issues)
      // Beside the bench app's own pages, from where its scheme serves it.
      writeFileSync(inBench('out/renderer/finished.html'), finished)
      const samples = await alternate(
        rounds,
        () => page.evaluate(() => window.bench.printOurs()),
        () => printFinished(app),
      )
      const ms = (times: readonly Printed[]) => median(times.map((each) => each.ms))
      return [
        ratio(
          'daily pack of 1,000 issues as PDF, against printing the same finished HTML',
          { ours: ms(samples.ours), floor: ms(samples.floor), unit: 'ms' },
          limit,
          `PDF of ${kilobytes(samples.ours)} KB, of the finished HTML ${kilobytes(samples.floor)} KB`,
        ),
      ]
    } finally {
      await close()
    }
  },
}

function kilobytes([first]: readonly Printed[]): string {
  return ((first?.bytes ?? 0) / 1024).toFixed(0)
}

/** In the main process: opens a window nobody sees, loads the HTML and prints it. */
function printFinished(app: ElectronApplication): Promise<Printed> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const began = performance.now()
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, backgroundThrottling: false, spellcheck: false },
    })
    await window.loadURL('app://war-room/finished.html')
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => undefined)')
    const pdf = await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
    })
    window.destroy()
    return { ms: performance.now() - began, bytes: pdf.byteLength }
  })
}
