import { BrowserWindow, nativeTheme, screen } from 'electron'
import { pageUrl } from './security'
import { readPlace, type WindowPlace, writePlace } from './settings/window-place'

export const securePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  enableWebSQL: false,
} as const

const smallest = { width: 960, height: 640 }
const usual = { width: 1280, height: 800 }

/** The colour behind the page until it has painted, so that a dark screen does not flash white. */
const backdrop = () => (nativeTheme.shouldUseDarkColors ? '#14171c' : '#ffffff')

export function openWindow(preload: string, profileFolder: string): BrowserWindow {
  const place = onScreen(readPlace(profileFolder))
  const window = new BrowserWindow({
    ...usual,
    ...place?.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: backdrop(),
    title: 'Hypercare War Room',
    webPreferences: { ...securePreferences, preload },
  })
  if (place?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    writePlace(profileFolder, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  void window.loadURL(pageUrl('index'))
  return window
}

/** Also a window that is hidden behind the icon in the tray. */
export function bringToFront(window: BrowserWindow | undefined): void {
  if (!window || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** A place on a screen that is no longer plugged in is no place. */
function onScreen(place: WindowPlace | undefined): WindowPlace | undefined {
  if (!place) return undefined
  const { x, y, width, height } = place.bounds
  const { workArea } = screen.getDisplayMatching(place.bounds)
  const visible =
    x < workArea.x + workArea.width &&
    x + width > workArea.x &&
    y < workArea.y + workArea.height &&
    y + height > workArea.y
  return visible ? place : undefined
}
