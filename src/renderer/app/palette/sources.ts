import type { EngagementEntry } from '../../storage/profile'
import type { PaletteItem, PaletteSource } from '../../view-state/palette'
import { paths } from '../../view-state/paths'
import { runShortcut, type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { screens } from '../screens'
import { matches } from './match'

type Navigate = (path: string) => void

export function screenSource(navigate: Navigate): PaletteSource {
  const items: readonly PaletteItem[] = [
    ...screens.map(({ title, icon, path, shortcut }) => ({
      id: path,
      title,
      icon,
      keys: shortcuts[shortcut].keys,
      run: () => navigate(path),
    })),
    {
      id: paths.engagements,
      title: 'Engagements',
      icon: 'engagement',
      keys: shortcuts.goEngagements.keys,
      run: () => navigate(paths.engagements),
    },
  ]
  return { group: 'Screens', find: (query) => items.filter(({ title }) => matches(query, title)) }
}

const commands = [
  'undo',
  'redo',
  'newIssue',
  'exportIssues',
  'keys',
] as const satisfies readonly ShortcutName[]

export function commandSource(navigate: Navigate): PaletteSource {
  const items: readonly PaletteItem[] = [
    ...commands.map((name) => ({ id: name, ...shortcuts[name], run: () => void runShortcut(name) })),
    { id: 'new-engagement', title: 'Start a new engagement', run: () => navigate(paths.newEngagement) },
    { id: 'backups', title: 'Restore from a backup', run: () => navigate(paths.backups) },
  ]
  return { group: 'Commands', find: (query) => items.filter(({ title }) => matches(query, title)) }
}

export function engagementSource(
  engagements: readonly EngagementEntry[],
  openId: string,
  open: (id: string) => void,
): PaletteSource {
  const others = engagements.filter(({ id, archived }) => id !== openId && !archived)
  return {
    group: 'Engagements',
    find: (query) =>
      others
        .filter(({ name, client }) => matches(query, `${name} ${client}`))
        .map(({ id, name, client }) => ({
          id,
          title: name,
          note: client,
          icon: 'engagement',
          run: () => open(id),
        })),
  }
}
