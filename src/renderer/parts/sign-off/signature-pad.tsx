import { begunAtPoint, drawnOn, type Strokes, signatureField, strokePath } from '@domain/sign-off/signature'
import type { PointerEvent } from 'react'
import { Button } from '../../ui/button'
import styles from './sign-off.module.css'

export interface SignaturePadProps {
  readonly strokes: Strokes
  readonly onChange: (strokes: Strokes) => void
  readonly problem?: string | undefined
}

/** A field to sign in by mouse, finger or pen. Whoever works by keyboard types the signature instead. */
export function SignaturePad({ strokes, onChange, problem }: SignaturePadProps) {
  function place({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): [number, number] {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return [
      ((clientX - left) / width) * signatureField.width,
      ((clientY - top) / height) * signatureField.height,
    ]
  }
  return (
    <div className={styles.pad}>
      <svg
        className={styles.field}
        viewBox={`0 0 ${signatureField.width} ${signatureField.height}`}
        role="img"
        aria-label={strokes.length === 0 ? 'Field to sign in, empty' : 'Field to sign in, signed'}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          onChange(begunAtPoint(strokes, ...place(event)))
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId))
            onChange(drawnOn(strokes, ...place(event)))
        }}
      >
        <path className={styles.ink} d={strokes.map(strokePath).join('')} />
      </svg>
      <div className={styles.below}>
        <span className={problem ? styles.problem : styles.quiet}>
          {problem ?? 'Sign with mouse, finger or pen'}
        </span>
        <Button disabled={strokes.length === 0} onClick={() => onChange([])}>
          Clear
        </Button>
      </div>
    </div>
  )
}
