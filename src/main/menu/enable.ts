import type { MenuCommand } from '@contract/terms'
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Context } from '../context'
import { tell } from '../events'

const isMac = process.platform === 'darwin'

/** The system's menu. Its commands go to the page, which knows what they mean there. */
export function enableMenu(context: Context): void {
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator && { accelerator }),
    click: () => tell(context.window(), 'menu.command', { command: name }),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const menus: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('New engagement…', 'new-engagement'),
        command('Engagements', 'engagements'),
        separator,
        command('Import…', 'import', 'CmdOrCtrl+O'),
        command('Export…', 'export', 'CmdOrCtrl+Shift+E'),
        separator,
        command('Take in a bundle…', 'import-bundle', 'CmdOrCtrl+Shift+O'),
        command('Exchange with other laptops', 'go-exchange'),
        separator,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        // The page decides between undoing text and undoing a change, so these do not take the system's role.
        { ...command('Undo', 'undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
        { ...command('Redo', 'redo', 'CmdOrCtrl+Shift+Z'), registerAccelerator: false },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        { ...command('Find…', 'search', 'CmdOrCtrl+K'), registerAccelerator: false },
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Issues', 'go-issues'),
        command('Reports', 'go-reports'),
        command('Import', 'go-import'),
        command('Exchange', 'go-exchange'),
        command('Settings', 'go-settings', isMac ? 'Cmd+,' : 'Ctrl+,'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus))
}
