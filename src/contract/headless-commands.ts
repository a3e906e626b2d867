/** Every headless command, by the words that call it. */
export const headlessCommands = [
  'engagement create',
  'engagement list',
  'import',
  'dump',
  'edit',
  'export',
  'undo',
  'redo',
  'adoption import',
  'metrics',
  'report',
  'sign-off',
  'verify',
  'rota export',
  'bulletin draft',
  'handover export',
  'demo',
  'rebuild',
  'bundle export',
  'bundle import',
  'bundle undo',
  'sync',
  'backup create',
  'backup list',
  'backup restore',
] as const
export type HeadlessCommand = (typeof headlessCommands)[number]

export function isHeadlessCommand(words: string): words is HeadlessCommand {
  return headlessCommands.some((command) => command === words)
}

/** Those that may begin a profile; any other one that finds none was told the wrong folder. */
export const beginningCommands: ReadonlySet<HeadlessCommand> = new Set([
  'engagement create',
  'demo',
  'bundle import',
  'backup restore',
] as const)
