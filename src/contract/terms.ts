/** Terms of the contract that need no schema, apart so that a page which only names them loads no schema library. */

export const requestChannel = 'war-room:request'
export const eventChannel = 'war-room:event'

/** Most bytes that one request may carry across, either way: each is copied on the screen's thread in one stretch. */
export const largestChunk = 1024 * 1024

export const paperSizes = ['a4', 'letter'] as const
export type PaperSize = (typeof paperSizes)[number]

export const saveKinds = [
  'csv',
  'xlsx',
  'json',
  'pdf',
  'markdown',
  'warroom',
  'ics',
  'html',
  'eml',
  'attachment',
] as const

export const menuCommands = [
  'import',
  'import-bundle',
  'export',
  'new-engagement',
  'engagements',
  'undo',
  'redo',
  'search',
  'go-issues',
  'go-reports',
  'go-import',
  'go-exchange',
  'go-settings',
] as const
export type MenuCommand = (typeof menuCommands)[number]
