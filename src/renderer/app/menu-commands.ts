import type { MenuCommand } from '@contract/terms'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { paths } from '../view-state/paths'
import { usePendingImport } from '../view-state/pending-import'
import type { ShortcutName } from '../view-state/shortcuts'
import { runShortcut } from '../view-state/use-shortcuts'
import { listen } from './bridge'

/** Commands of the system's menu that a shortcut stands for too. */
const asShortcut: Partial<Record<MenuCommand, ShortcutName>> = {
  undo: 'undo',
  redo: 'redo',
  search: 'palette',
  export: 'exportIssues',
}

const asPath: Partial<Record<MenuCommand, string>> = {
  import: paths.import,
  'go-import': paths.import,
  'go-exchange': paths.exchange,
  'go-issues': paths.issues,
  'go-reports': paths.reports,
  'go-settings': paths.settings,
  engagements: paths.engagements,
  'new-engagement': paths.newEngagement,
}

/** Does what the system's menu asks for. */
export function useMenuCommands(): void {
  const [, navigate] = useLocation()
  const latest = useRef(navigate)
  useEffect(() => {
    latest.current = navigate
  })
  useEffect(() => {
    return listen('menu.command', ({ command }) => {
      const path = asPath[command]
      const shortcut = asShortcut[command]
      if (path) latest.current(path)
      if (command === 'import') usePendingImport.getState().ask()
      if (shortcut) runShortcut(shortcut)
    })
  }, [])
}
