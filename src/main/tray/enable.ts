import { app, type BrowserWindow, Menu, nativeImage, Tray } from 'electron'
import icon from '../../../resources/icons/32x32.png?asset'
import type { Context } from '../context'
import { tell } from '../events'
import { answer } from '../ipc/register'
import { bringToFront } from '../window'
import { overlayBitmap, overlaySize } from './overlay'
import { trayMenu } from './tray-menu'

/** Points, in the bar at the top of a Mac's screen. */
const macHeight = 18

/** The icon in the tray, the number on the app's icon, and a window that closes without ending the app. */
export function enableTray(context: Context): void {
  let tray: Tray | undefined
  let keepsRunning = false
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      if (isQuitting || !keepsRunning || window !== context.window()) return
      event.preventDefault()
      window.hide()
    })
  })
  const actions = {
    open: () => bringToFront(context.window()),
    go: (route: string) => {
      bringToFront(context.window())
      tell(context.window(), 'notify.clicked', { route })
    },
    quit: () => app.quit(),
  }
  answer('tray.set', (wanted) => {
    // Without the icon nobody would find a hidden window again.
    keepsRunning = wanted.shown && wanted.keepsRunning
    if (!wanted.shown) {
      tray?.destroy()
      tray = undefined
      return
    }
    if (!tray) {
      tray = new Tray(picture())
      tray.setToolTip('Hypercare War Room')
      tray.on('click', actions.open)
    }
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(wanted.burning, actions)))
  })
  answer('badge.set', ({ count }) => {
    if (process.platform === 'win32') setOverlay(context.window(), count)
    else app.setBadgeCount(count)
  })
}

function picture() {
  const image = nativeImage.createFromPath(icon)
  return process.platform === 'darwin' ? image.resize({ height: macHeight }) : image
}

function setOverlay(window: BrowserWindow | undefined, count: number): void {
  const size = { width: overlaySize, height: overlaySize }
  const dot = count > 0 ? nativeImage.createFromBitmap(overlayBitmap(), size) : null
  window?.setOverlayIcon(dot, count > 0 ? `${count} past a target` : '')
}
