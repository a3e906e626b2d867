import type { BulletinContent } from '@domain/bulletins/content'
import { bulletinHtml, bulletinPage } from '@domain/bulletins/html'
import { bulletinMarkdown } from '@domain/bulletins/markdown'
import { bulletinText } from '@domain/bulletins/plain-text'
import { request } from '../app/bridge'
import type { SaveKind } from './save-file'

export const bulletinFiles = ['md', 'html', 'eml'] as const
export type BulletinFile = (typeof bulletinFiles)[number]

/** What the system's dialog is told of each. */
export const bulletinKinds = {
  md: 'markdown',
  html: 'html',
  eml: 'eml',
} as const satisfies Record<BulletinFile, SaveKind>

/** A bulletin as a file; `to` are those that a mail draft is addressed to. */
export async function bulletinFile(
  content: BulletinContent,
  to: readonly string[],
  kind: BulletinFile,
): Promise<Uint8Array> {
  switch (kind) {
    case 'md':
      return new TextEncoder().encode(bulletinMarkdown(content))
    case 'html':
      return new TextEncoder().encode(bulletinPage(content))
    case 'eml':
      return request('mail.compose', {
        to: [...to],
        subject: content.subject,
        text: bulletinText(content, { heading: false }),
        html: bulletinHtml(content, { heading: false }),
      })
  }
}
