import { useEffect, useRef, useState } from 'react'
import type { OpenPdf, PDFDocumentProxy } from '../../print/open-pdf'
import { Banner } from '../../ui/banner'
import { PdfPage } from './pdf-page'
import styles from './pdf-preview.module.css'

export interface PdfPreviewProps {
  readonly pdf: Uint8Array | undefined
}

interface PageSize {
  readonly width: number
  readonly height: number
}

interface Pages {
  readonly document: PDFDocumentProxy
  readonly sizes: readonly PageSize[]
}

/** The pages of a PDF below each other, as wide as there is room. */
export function PdfPreview({ pdf }: PdfPreviewProps) {
  const [pages, setPages] = useState<Pages | undefined>(undefined)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const shown = useRef<OpenPdf | undefined>(undefined)

  useEffect(() => {
    if (!pdf) return
    let current = true
    async function open(bytes: Uint8Array) {
      try {
        // The reader of PDFs is large, and only needed here.
        const { openPdf } = await import('../../print/open-pdf')
        const opened = await openPdf(bytes)
        const sizes = await pageSizes(opened.document)
        if (!current) return void opened.close()
        const before = shown.current
        shown.current = opened
        setPages({ document: opened.document, sizes })
        setProblem(undefined)
        await before?.close()
      } catch (error) {
        if (current) setProblem(error instanceof Error ? error.message : String(error))
      }
    }
    void open(pdf)
    return () => {
      current = false
    }
  }, [pdf])
  useEffect(() => () => void shown.current?.close(), [])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls with keys needs to get here
    <section className={styles.frame} tabIndex={0} aria-label="Pages of the report">
      {problem && <Banner tone="danger">The pages cannot be shown here. {problem}</Banner>}
      <ol className={styles.pages}>
        {pages?.sizes.map(({ width, height }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
          <li key={index} className={styles.page} style={{ aspectRatio: `${width} / ${height}` }}>
            <PdfPage document={pages.document} number={index + 1} count={pages.sizes.length} />
          </li>
        ))}
      </ol>
    </section>
  )
}

async function pageSizes(document: PDFDocumentProxy): Promise<PageSize[]> {
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (number) => {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
      return { width, height }
    }),
  )
}
