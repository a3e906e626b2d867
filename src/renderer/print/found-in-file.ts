import { type FoundInFile, referencesIn } from '@domain/sign-off/verify'
import { sha256Of } from '../storage/sha256'
import { openPdf } from './open-pdf'

/**
 * What a file says about itself. One that is damaged, or no PDF at all, still has its bytes: it is as far from
 * genuine as any other.
 */
export async function foundInFile(file: Uint8Array): Promise<FoundInFile> {
  const texts = [new TextDecoder('latin1').decode(file), ...(await textsOf(file).catch(() => []))]
  return { sha256: await sha256Of(file), references: [...new Set(texts.flatMap(referencesIn))] }
}

/** The title of a PDF, and what is on its pages; a page that cannot be read is passed over. */
async function textsOf(file: Uint8Array): Promise<string[]> {
  const { document, close } = await openPdf(file)
  try {
    const { info } = await document.getMetadata().catch(() => ({ info: {} }))
    const title = 'Title' in info ? String(info.Title) : ''
    const texts = [title]
    for (let number = 1; number <= document.numPages; number++)
      texts.push(await document.getPage(number).then(pageText, () => ''))
    return texts
  } finally {
    await close()
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openPdf>>['document']['getPage']>>

async function pageText(page: Page): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}
