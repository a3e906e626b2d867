import { lazy, type ReactNode, Suspense } from 'react'
import type { IconName } from './icon-paths'
import { Popover, type PopoverTrigger } from './popover'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly keys?: string
  readonly tone?: 'danger'
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly run: () => void
}

export interface MenuSection {
  readonly title?: string
  readonly items: readonly MenuItem[]
}

export interface MenuProps {
  readonly label: string
  readonly trigger: (attributes: PopoverTrigger) => ReactNode
  readonly sections: readonly MenuSection[]
}

// The list of a menu is the largest part of it and only needed once a menu opens.
const MenuList = lazy(() => import('./menu-list'))

/** Commands at a button: `<Menu label="More" trigger={t => <IconButton {...t} … />} sections={…} />`. */
export function Menu({ label, trigger, sections }: MenuProps) {
  return (
    <Popover label={label} trigger={trigger} kind="menu">
      {(close) => (
        <Suspense>
          <MenuList label={label} sections={sections} onClose={close} />
        </Suspense>
      )}
    </Popover>
  )
}
