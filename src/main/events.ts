import { type EventName, type EventPayload, eventChannel } from '@contract/ipc'
import type { BrowserWindow } from 'electron'

/** Tells the page something it did not ask for. */
export function tell<E extends EventName>(
  window: BrowserWindow | undefined,
  name: E,
  payload: EventPayload<E>,
): void {
  if (window && !window.isDestroyed()) window.webContents.send(eventChannel, name, payload)
}
