import type { IconName } from '../ui/icon-paths'

/** One line of the command palette. */
export interface PaletteItem {
  readonly id: string
  readonly title: string
  /** What people call it, before its title: an issue's key. */
  readonly called?: string
  /** What stands beside the title: a client, what undo would take back, the choice that stands now. */
  readonly note?: string
  /** Further words that it is found by. */
  readonly words?: string
  readonly icon?: IconName
  readonly keys?: string
  readonly run: () => void
}

/** Where lines of the palette come from. Asked anew with every key press, so it must answer within a frame. */
export interface PaletteSource {
  readonly group: string
  find(query: string): readonly PaletteItem[]
}
