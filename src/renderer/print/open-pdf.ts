import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

export type { PDFDocumentProxy } from 'pdfjs-dist'

export interface OpenPdf {
  readonly document: PDFDocumentProxy
  close(): Promise<void>
}

/** Reads a PDF in a worker. The bytes stay as they are. @throws Error when it is none */
export async function openPdf(pdf: Uint8Array): Promise<OpenPdf> {
  GlobalWorkerOptions.workerSrc = workerUrl
  // The reader takes the bytes over, so it gets a copy. Code made from text is forbidden on our pages.
  const reading = getDocument({ data: pdf.slice(), isEvalSupported: false })
  try {
    return { document: await reading.promise, close: () => reading.destroy() }
  } catch (error) {
    await reading.destroy()
    throw error
  }
}
