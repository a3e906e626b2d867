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
