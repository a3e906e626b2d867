import type { BrowserWindow } from 'electron'
import type { CommandLine } from './command-line'
import type { Profile } from './profile/profile'

/** What main's modules are handed; each has one `enable(context)`. */
export interface Context {
  readonly profile: Profile
  readonly commandLine: CommandLine
  /** Folder of the built pages, and of the built preload. */
  readonly pages: string
  readonly preload: string
  /** The wall clock, or the instant at which `--now` has stopped it. */
  readonly now: () => number
  /** The window a person works in, while there is one. */
  readonly window: () => BrowserWindow | undefined
}
