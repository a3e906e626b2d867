import type { Context } from '../context'
import { answer } from '../ipc/register'
import { pageUrl } from '../security'
import { securePreferences } from '../window'
import { PrintJobs } from './print-jobs'
import { printPack } from './print-pack'

/** Prints packs on request. */
export function enablePdf(context: Context): void {
  const jobs = new PrintJobs()
  answer('report.print', (job) =>
    printPack({
      ...job,
      jobs,
      pageUrl: pageUrl('print'),
      now: context.now(),
      webPreferences: { ...securePreferences, preload: context.preload },
    }),
  )
  answer('print.takePack', (_nothing, { contents }) => jobs.packFor(contents.id))
  answer('print.ready', ({ problem }, { contents }) => jobs.ready(contents.id, problem))
}
