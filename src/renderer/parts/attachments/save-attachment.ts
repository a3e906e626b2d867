import { piecesOf } from '../../storage/opened-file'
import { saveFile } from '../../storage/save-file'
import { toast } from '../../ui/toast'

/** Saves an attached file where the user says, and never opens it: it may come from anybody. */
export async function saveAttachment(name: string, content: Blob): Promise<void> {
  try {
    const saved = await saveFile(name, 'attachment', () => piecesOf(content))
    if (saved !== undefined) toast({ text: `Saved as ${saved}` })
  } catch (error) {
    toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
  }
}
