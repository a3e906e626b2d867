import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** How many pages a PDF has. */
export async function pagesOf(pdf: Uint8Array): Promise<number> {
  GlobalWorkerOptions.workerSrc = workerUrl
  // The reader takes the bytes over, so it gets a copy.
  const reading = getDocument({ data: pdf.slice() })
  try {
    return (await reading.promise).numPages
  } finally {
    await reading.destroy()
  }
}
