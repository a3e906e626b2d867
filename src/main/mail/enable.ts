import { randomUUID } from 'node:crypto'
import type { Context } from '../context'
import { answer } from '../ipc/register'
import { composeMail } from './compose'

/** Drafts of mails, as files that mail programs open. */
export function enableMail({ now }: Context): void {
  answer('mail.compose', (draft) => composeMail(draft, { id: randomUUID(), date: new Date(now()) }))
}
