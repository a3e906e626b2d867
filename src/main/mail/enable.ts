import { randomUUID } from 'node:crypto'
import type { Context } from '../context'
import { answer } from '../ipc/register'

/** Drafts of mails, as files that mail programs open. What writes them is large, and is loaded with the first one. */
export function enableMail({ now }: Context): void {
  answer('mail.compose', async (draft) => {
    const { composeMail } = await import('./compose')
    return composeMail(draft, { id: randomUUID(), date: new Date(now()) })
  })
}
