import type { BulletinContent } from '@domain/bulletins/content'
import { bulletinHtml } from '@domain/bulletins/html'
import { bulletinText } from '@domain/bulletins/plain-text'
import { BridgeRefusal } from '../../app/bridge'
import { type BulletinFile, bulletinFile, bulletinKinds } from '../../storage/bulletin-file'
import { copyRichText } from '../../storage/copy-text'
import { saveFile } from '../../storage/save-file'
import { toast } from '../../ui/toast'

/** A bulletin on its way out: what it says, and to whom. */
export interface Outgoing {
  readonly content: BulletinContent
  readonly to: readonly string[]
  /** What a file of it is called, without its ending. */
  readonly name: string
}

/** Puts the bulletin on the clipboard, rich for mails and chats, plain for everything else. */
export async function copyBulletin({ content }: Outgoing): Promise<void> {
  try {
    await copyRichText(bulletinHtml(content, { heading: true }), bulletinText(content, { heading: true }))
    toast({ text: 'Copied as rich text', tone: 'ok' })
  } catch {
    toast({
      text: 'It could not be put on the clipboard. Click into the window and copy again.',
      tone: 'danger',
    })
  }
}

/** Asks where to, and saves the bulletin there. */
export async function saveBulletin({ content, to, name }: Outgoing, kind: BulletinFile): Promise<void> {
  try {
    const saved = await saveFile(`${name}.${kind}`, bulletinKinds[kind], async () => [
      await bulletinFile(content, to, kind),
    ])
    if (saved !== undefined) toast({ text: `Saved ${saved}`, tone: 'ok' })
  } catch (error) {
    if (!(error instanceof BridgeRefusal)) throw error
    toast({ text: error.message, tone: 'danger' })
  }
}
