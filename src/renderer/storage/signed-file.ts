import type { FoundInFile } from '@domain/sign-off/verify'
import { request } from '../app/bridge'
import { readWhole } from './opened-file'

/** No report is larger; what is, is something else. */
const largest = 200 * 1024 * 1024

export interface PickedFile {
  readonly name: string
  readonly found: FoundInFile
}

/**
 * Asks for a file that somebody shows as a signed report, and reads what it says about itself.
 * @returns undefined when the user thought better of it
 */
export async function pickSignedFile(): Promise<PickedFile | undefined> {
  const opened = await request('file.openPdf')
  if (!opened) return undefined
  if (opened.size > largest) {
    await request('file.close', { handle: opened.handle })
    throw new Error(`“${opened.name}” is too large to be a report.`)
  }
  // The reader of PDFs is large, and only needed here.
  const { foundInFile } = await import('../print/found-in-file')
  return { name: opened.name, found: await foundInFile(await readWhole(opened)) }
}
