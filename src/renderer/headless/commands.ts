import type { HeadlessCommand } from '@contract/headless-commands'
import type { Command } from './run'

/** What does each headless command; loaded only when it is asked for. */
export const commands: Readonly<Record<HeadlessCommand, () => Promise<Command>>> = {
  'engagement create': async () => (await import('./commands/engagement-create')).createEngagement,
  'engagement list': async () => (await import('./commands/engagement-list')).listEngagements,
  import: async () => (await import('./commands/import')).importFile,
  dump: async () => (await import('./commands/dump')).dump,
  edit: async () => (await import('./commands/edit')).edit,
  export: async () => (await import('./commands/export')).exportIssues,
  undo: async () => (await import('./commands/undo')).undo,
  redo: async () => (await import('./commands/undo')).redo,
  'adoption import': async () => (await import('./commands/adoption')).importAdoption,
  metrics: async () => (await import('./commands/metrics')).metrics,
  report: async () => (await import('./commands/report')).report,
  'sign-off': async () => (await import('./commands/sign-off')).signOff,
  verify: async () => (await import('./commands/verify')).verify,
  'rota export': async () => (await import('./commands/rota')).exportRota,
  demo: async () => (await import('./commands/demo')).createDemo,
  rebuild: async () => (await import('./commands/rebuild')).rebuild,
  'bulletin draft': async () => (await import('./commands/bulletin')).draftBulletin,
  'handover export': async () => (await import('./commands/handover')).exportHandover,
  'bundle export': async () => (await import('./commands/bundle')).exportBundle,
  'bundle import': async () => (await import('./commands/bundle')).importBundle,
  'bundle undo': async () => (await import('./commands/bundle')).undoBundle,
  sync: async () => (await import('./commands/sync')).sync,
  'backup create': async () => (await import('./commands/backup')).createBackup,
  'backup list': async () => (await import('./commands/backup')).listBackups,
  'backup restore': async () => (await import('./commands/backup')).restoreBackup,
}
