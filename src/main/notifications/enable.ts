import { Notification } from 'electron'
import type { Context } from '../context'
import { answer } from '../ipc/register'

export function enableNotifications(context: Context): void {
  answer('notify.show', ({ title, body }) => {
    if (!Notification.isSupported()) return
    const notification = new Notification({ title, body })
    notification.on('click', () => context.window()?.show())
    notification.show()
  })
}
