import { openPdf } from './open-pdf'

/** How many pages a PDF has. */
export async function pagesOf(pdf: Uint8Array): Promise<number> {
  const { document, close } = await openPdf(pdf)
  try {
    return document.numPages
  } finally {
    await close()
  }
}
