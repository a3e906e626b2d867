import { settingsSections } from '../../features/settings/section-list'
import type { EngagementEntry, Settings } from '../../storage/profile'
import type { PaletteItem, PaletteSource } from '../../view-state/palette'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { screens } from '../screens'
import { matches, matching } from './match'
import { type Changes, everywhereItems } from './shortcut-sources'

type Navigate = (path: string) => void

export function screenSource(navigate: Navigate): PaletteSource {
  const items: readonly PaletteItem[] = [
    ...screens.map(({ title, words = '', icon, path, shortcut }) => ({
      id: path,
      title,
      words,
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
  return { group: 'Go to', find: (query) => matching(query, items) }
}

export function settingsSource(navigate: Navigate): PaletteSource {
  const items = settingsSections.map(
    ({ id, title, lead }): PaletteItem => ({
      id,
      title,
      words: `Settings ${lead}`,
      icon: 'settings',
      run: () => navigate(paths.settingsSection(id)),
    }),
  )
  return { group: 'Settings', find: (query) => matching(query, items) }
}

type Looks = Pick<Settings, 'theme' | 'density'>

const lookTitles = {
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  density: { compact: 'Density: compact', comfortable: 'Density: comfortable' },
} as const satisfies { [Name in keyof Looks]: Record<Looks[Name], string> }

/** Every theme and density, the ones that stand now marked. */
function lookItems(looks: Looks, save: (changed: Partial<Looks>) => void): readonly PaletteItem[] {
  const item = (changed: Partial<Looks>, title: string, isNow: boolean): PaletteItem => ({
    id: title,
    title,
    ...(isNow && { note: 'now' }),
    icon: isNow ? 'check' : 'settings',
    run: () => save(changed),
  })
  const themes = Object.keys(lookTitles.theme) as Looks['theme'][]
  const densities = Object.keys(lookTitles.density) as Looks['density'][]
  return [
    ...themes.map((theme) => item({ theme }, lookTitles.theme[theme], theme === looks.theme)),
    ...densities.map((density) => item({ density }, lookTitles.density[density], density === looks.density)),
  ]
}

export interface CommandNeeds {
  readonly navigate: Navigate
  readonly changes: Changes
  readonly looks: Looks
  readonly saveLooks: (changed: Partial<Looks>) => void
}

export function commandSource({ navigate, changes, looks, saveLooks }: CommandNeeds): PaletteSource {
  const others: readonly PaletteItem[] = [
    { id: 'new-engagement', title: 'Start a new engagement', run: () => navigate(paths.newEngagement) },
    { id: 'backups', title: 'Restore from a backup', run: () => navigate(paths.backups) },
    ...lookItems(looks, saveLooks),
  ]
  return {
    group: 'Commands',
    find: (query) => matching(query, [...everywhereItems(navigate, changes), ...others]),
  }
}

export function engagementSource(
  engagements: readonly EngagementEntry[],
  openId: string,
  open: (id: string) => void,
): PaletteSource {
  const others = engagements.filter(({ id, archived }) => id !== openId && !archived)
  return {
    group: 'Switch to the engagement',
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
