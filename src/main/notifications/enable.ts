import { Notification } from 'electron'
import type { Context } from '../context'
import { tell } from '../events'
import { answer } from '../ipc/register'
import { bringToFront } from '../window'

/** Far more than a desktop shows; what is older has long been taken away by it. */
const mostKept = 50

export function enableNotifications(context: Context): void {
  // A notification that nobody holds is collected, and a click on it then leads nowhere.
  const kept = new Map<string, Notification>()
  answer('notify.show', ({ id, title, body, route, urgency }) => {
    if (!Notification.isSupported()) return { supported: false }
    const notification = new Notification({ title, body, urgency })
    notification.on('click', () => {
      kept.delete(id)
      bringToFront(context.window())
      tell(context.window(), 'notify.clicked', { route })
    })
    kept.delete(id)
    kept.set(id, notification)
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    notification.show()
    return { supported: true }
  })
}
