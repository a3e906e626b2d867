import { createBackup, listBackups, restoreBackup } from './commands/backup'
import { createDemo } from './commands/demo'
import { dump } from './commands/dump'
import { edit } from './commands/edit'
import { createEngagement } from './commands/engagement-create'
import { listEngagements } from './commands/engagement-list'
import { importFile } from './commands/import'
import { metrics } from './commands/metrics'
import { rebuild } from './commands/rebuild'
import { report } from './commands/report'
import { redo, undo } from './commands/undo'
import type { Command } from './run'

/** Every headless command, by the words that call it. */
export const commands: Readonly<Record<string, Command>> = {
  'engagement create': createEngagement,
  'engagement list': listEngagements,
  import: importFile,
  dump,
  edit,
  undo,
  redo,
  metrics,
  report,
  demo: createDemo,
  rebuild,
  'backup create': createBackup,
  'backup list': listBackups,
  'backup restore': restoreBackup,
}
