import { clipboard } from 'electron'
import { answer } from '../ipc/register'

/** The pages may not touch the clipboard themselves: they are allowed nothing of the system. */
export function enableClipboard(): void {
  answer('clipboard.copy', ({ text }) => {
    clipboard.writeText(text)
  })
}
