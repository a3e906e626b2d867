import { useEffect, useRef } from 'react'

export interface Shortcut {
  /** `Mod+K` together, `g i` one after the other. Mod is Ctrl, and ⌘ on a Mac. */
  readonly keys: string
  readonly also?: string
  readonly title: string
  readonly group: string
  /** Works while typing in a field too. */
  readonly whileTyping?: boolean
}

/** Every key of the product. What a screen offers is listed here, and works while something listens to it. */
export const shortcuts = {
  palette: {
    keys: 'Mod+K',
    title: 'Find any issue, person or command',
    group: 'Everywhere',
    whileTyping: true,
  },
  keys: { keys: '?', title: 'Show all keys', group: 'Everywhere' },
  undo: { keys: 'Mod+Z', title: 'Undo the last change', group: 'Everywhere' },
  redo: { keys: 'Mod+Shift+Z', also: 'Mod+Y', title: 'Redo it', group: 'Everywhere' },
  goIssues: { keys: 'g i', title: 'Issues', group: 'Go to' },
  goImport: { keys: 'g m', title: 'Import', group: 'Go to' },
  goReports: { keys: 'g r', title: 'Reports', group: 'Go to' },
  goSettings: { keys: 'g s', title: 'Settings', group: 'Go to' },
  goHistory: { keys: 'g h', title: 'History of changes', group: 'Go to' },
  goEngagements: { keys: 'g e', title: 'Engagements', group: 'Go to' },
  newIssue: { keys: 'n', title: 'New issue', group: 'Issues' },
  exportIssues: {
    keys: 'Mod+Shift+E',
    title: 'Export the issues shown',
    group: 'Issues',
    whileTyping: true,
  },
  search: { keys: '/', title: 'Search issues', group: 'Issues' },
  chooseFile: { keys: 'o', title: 'Choose a file', group: 'Import' },
  dayFirst: { keys: 'd', title: 'Dates with the day first', group: 'Import' },
  monthFirst: { keys: 'm', title: 'Dates with the month first', group: 'Import' },
  storeImport: {
    keys: 'Mod+Enter',
    title: 'Import what is shown',
    group: 'Import',
    whileTyping: true,
  },
  savePdf: { keys: 'Mod+S', title: 'Save the report as PDF', group: 'Reports', whileTyping: true },
} as const satisfies Record<string, Shortcut>

/** Keys that the list of issues answers to while it has the focus. */
export const listKeys: readonly Shortcut[] = [
  { keys: 'j', title: 'Next issue', group: 'In the list of issues' },
  { keys: 'k', title: 'Issue before', group: 'In the list of issues' },
  { keys: 'Enter', title: 'Open it', group: 'In the list of issues' },
  { keys: 'Escape', title: 'Close it', group: 'In the list of issues' },
  { keys: 'x', title: 'Pick it, to change many at once', group: 'In the list of issues' },
  { keys: 'Mod+A', title: 'Pick all that are shown', group: 'In the list of issues' },
]

export type ShortcutName = keyof typeof shortcuts

type Handler = () => void
const handlers = new Map<ShortcutName, Handler[]>()

/** Answers to a shortcut while the component is on the screen; the one that came last wins. */
export function useShortcut(name: ShortcutName, handler: Handler, enabled = true): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!enabled) return
    const own = () => latest.current()
    handlers.set(name, [...(handlers.get(name) ?? []), own])
    return () => {
      handlers.set(
        name,
        (handlers.get(name) ?? []).filter((one) => one !== own),
      )
    }
  }, [name, enabled])
}

/** Runs what answers to the shortcut; false when nothing does. */
export function runShortcut(name: ShortcutName): boolean {
  const handler = handlers.get(name)?.at(-1)
  handler?.()
  return handler !== undefined
}
