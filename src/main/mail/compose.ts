import type { RequestInput } from '@contract/ipc'
import MailComposer from 'nodemailer/lib/mail-composer'

/**
 * A draft that a mail program opens for sending: no sender, since the program knows whose it is, and marked as not sent.
 * It may name no file and no address to be fetched; everything in it is what was handed in.
 */
export function composeMail(
  { to, subject, text, html }: RequestInput<'mail.compose'>,
  { id, date }: { readonly id: string; readonly date: Date },
): Promise<Uint8Array> {
  const composer = new MailComposer({
    to: to.map((address) => ({ name: '', address })),
    subject,
    text,
    html,
    date,
    messageId: `<${id}@war-room.invalid>`,
    baseBoundary: id,
    headers: { 'X-Unsent': '1' },
    textEncoding: 'quoted-printable',
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
