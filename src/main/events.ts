import type { EventName, EventPayload } from '@contract/ipc'
import { eventChannel } from '@contract/terms'
import type { BrowserWindow } from 'electron'

/** Tells the page something it did not ask for. */
export function tell<E extends EventName>(
  window: BrowserWindow | undefined,
  name: E,
  payload: EventPayload<E>,
): void {
  if (window && !window.isDestroyed()) window.webContents.send(eventChannel, name, payload)
}
