import { request } from '../app/bridge'

/** Puts plain text on the clipboard. */
export async function copyText(text: string): Promise<void> {
  await request('clipboard.copy', { text })
}
