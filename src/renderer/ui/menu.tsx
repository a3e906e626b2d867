import { lazy, type ReactNode, Suspense } from 'react'
import type { MenuSection } from './menu-items'
import { Popover, type PopoverTrigger } from './popover'

export type { MenuItem, MenuSection } from './menu-items'

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
