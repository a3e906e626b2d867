import type { HandoverLine } from '@domain/handover/lines'
import { useEffect, useId, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import styles from './handover.module.css'
import { Line } from './line'

/** Those that are not done come first, so whoever goes through a long list still sees all of it. */
export const mostShown = 200

export interface LineListProps {
  readonly title: string
  readonly lines: readonly HandoverLine[]
  readonly place: number
  readonly nothing: string
  readonly onChoose: (place: number) => void
}

/** The lines of one section. The keys of the screen move along it. */
export function LineList({ title, lines, place, nothing, onChoose }: LineListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const lineId = (at: number) => `${id}-${at}`
  const shown = lines.slice(0, mostShown)
  useEffect(() => {
    void title
    list.current?.focus({ preventScroll: true })
  }, [title])
  useEffect(() => {
    document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: 'nearest' })
  }, [place, id])
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={title}
      tabIndex={0}
      className={styles.lines}
      {...(shown.length > 0 && { 'aria-activedescendant': lineId(place) })}
    >
      {shown.map((line, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the screen move along the list
        <div
          key={line.key}
          id={lineId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === place}
          className={classNames(styles.line, at === place && styles.active)}
          onClick={() => onChoose(at)}
        >
          <Line line={line} />
        </div>
      ))}
      {lines.length === 0 && <p className={styles.nothing}>{nothing}</p>}
      {lines.length > shown.length && (
        <p className={styles.nothing}>and {lines.length - shown.length} more, once these are done</p>
      )}
    </div>
  )
}
