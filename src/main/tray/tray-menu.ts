import type { MenuItemConstructorOptions } from 'electron'

export interface Burning {
  readonly label: string
  readonly route: string
}

export interface TrayMenuActions {
  readonly open: () => void
  readonly go: (route: string) => void
  readonly quit: () => void
}

/** Open, what is burning, quit. */
export function trayMenu(
  burning: readonly Burning[],
  actions: TrayMenuActions,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const issues: MenuItemConstructorOptions[] = burning.map(({ label, route }) => ({
    // An ampersand would make a key of the letter after it.
    label: label.replaceAll('&', '&&'),
    click: () => actions.go(route),
  }))
  return [
    { label: 'Open Hypercare War Room', click: actions.open },
    separator,
    ...(issues.length > 0 ? issues : [{ label: 'Nothing is burning', enabled: false }]),
    separator,
    { label: 'Quit', click: actions.quit },
  ]
}
