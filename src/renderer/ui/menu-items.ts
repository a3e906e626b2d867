import type { IconName } from './icon-paths'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly keys?: string
  /** A quiet word at the end: a count. */
  readonly note?: string
  readonly tone?: 'danger'
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly run: () => void
}

export interface MenuSection {
  readonly title?: string
  readonly items: readonly MenuItem[]
}
