import { useEffect, useRef, useState } from 'react'
import type { PDFDocumentProxy } from '../../print/open-pdf'
import styles from './pdf-preview.module.css'

/** Dots drawn for one CSS pixel at least: with fewer, thin strokes of small letters get lost. */
const leastDensity = 2

export interface PdfPageProps {
  readonly document: PDFDocumentProxy
  /** From 1. */
  readonly number: number
  readonly count: number
}

/** One page, drawn once it comes near to being seen and again when its width changes. */
export function PdfPage({ document, number, count }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  const [width, setWidth] = useState(0)

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const sight = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '50%',
    })
    const size = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)))
    sight.observe(element)
    size.observe(element)
    return () => {
      sight.disconnect()
      size.disconnect()
    }
  }, [])

  useEffect(() => {
    const element = canvas.current
    if (!element || !near || width === 0) return
    let stop = () => {}
    let wanted = true
    async function draw(onto: HTMLCanvasElement) {
      const page = await document.getPage(number)
      if (!wanted) return
      const density = Math.max(devicePixelRatio, leastDensity)
      const scale = (width / page.getViewport({ scale: 1 }).width) * density
      const viewport = page.getViewport({ scale })
      // Drawn aside and brought over whole, so that the old page stays until the new one is there.
      const drawn = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height))
      const task = page.render({ canvas: null, canvasContext: contextOf(drawn), viewport })
      stop = () => task.cancel()
      try {
        await task.promise
      } catch {
        // Given up for a newer drawing.
        return
      }
      onto.width = drawn.width
      onto.height = drawn.height
      onto.getContext('2d')?.drawImage(drawn, 0, 0)
    }
    void draw(element)
    return () => {
      wanted = false
      stop()
    }
  }, [document, number, near, width])

  return (
    <canvas ref={canvas} className={styles.canvas} role="img" aria-label={`Page ${number} of ${count}`} />
  )
}

/** The reader is typed for a canvas on the page; one that is not on it draws the same. */
function contextOf(canvas: OffscreenCanvas): CanvasRenderingContext2D {
  return canvas.getContext('2d') as unknown as CanvasRenderingContext2D
}
