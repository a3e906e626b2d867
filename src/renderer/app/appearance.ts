import type { Settings } from '../storage/profile'
import { request } from './bridge'

/** Shows the window in the chosen theme and density; the system's own parts (title bar, dialogs) follow. */
export function applyAppearance(theme: Settings['theme'], density: Settings['density']): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  dataset.density = density
  void request('theme.set', { theme })
}

/** Light where it is dark now, dark where it is light; as the system says counts for what it shows. */
export function otherTheme(theme: Settings['theme']): Settings['theme'] {
  const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  return isDark ? 'light' : 'dark'
}

export const otherDensity = (density: Settings['density']): Settings['density'] =>
  density === 'compact' ? 'comfortable' : 'compact'
