import { concernKindWords, concernStateWords } from '@domain/adoption/concerns'
import { useEffect, useId, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/mark'
import { useTelling } from '../../view-state/use-telling'
import styles from './adoption.module.css'
import type { ConcernLine } from './use-adoption'

export interface ConcernListProps {
  readonly lines: readonly ConcernLine[]
  readonly place: number
  readonly onChoose: (place: number) => void
}

/** What looks wrong and nobody looks after yet, then what somebody does. The keys of the screen move along it. */
export function ConcernList({ lines, place, onChoose }: ConcernListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: 'nearest' })
  }, [place, id])
  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>
        Concerns <span className={styles.count}>{lines.length}</span>
      </h2>
      <div
        ref={list}
        role="listbox"
        aria-label="Concerns"
        tabIndex={0}
        className={styles.lines}
        {...(lines.length > 0 && { 'aria-activedescendant': `${id}-${place}` })}
      >
        {lines.map((line, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the screen move along the list
          <div
            key={line.kind === 'concern' ? line.row.key : `${line.trend.kind} ${line.trend.group ?? ''}`}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === place}
            className={classNames(styles.line, at === place && styles.active)}
            onClick={() => onChoose(at)}
          >
            <Line line={line} />
          </div>
        ))}
        {lines.length === 0 && <p className={styles.quiet}>Nothing looks wrong.</p>}
      </div>
    </section>
  )
}

function Line({ line }: { readonly line: ConcernLine }) {
  const { personName } = useTelling()
  if (line.kind === 'trend') {
    const { title, kind, seen } = line.trend
    return (
      <>
        <div className={styles.lineHead}>
          <span className={styles.what}>{title}</span>
          <Mark tone="warning" shape="triangle" label={concernKindWords[kind]} />
        </div>
        <p className={styles.quiet}>{seen}</p>
      </>
    )
  }
  const { title, seen, action, owner, state } = line.row.values
  const isOpen = (state ?? 'open') === 'open'
  return (
    <>
      <div className={styles.lineHead}>
        <span className={styles.what}>{title || 'Untitled'}</span>
        <Mark
          tone={isOpen ? 'accent' : 'neutral'}
          shape={isOpen ? 'ring' : 'tick'}
          label={concernStateWords[state ?? 'open']}
        />
      </div>
      <p className={styles.quiet}>
        {owner ? personName(owner) : 'Nobody has it'} · {action?.slice(0, 1_000) || 'nothing decided yet'}
      </p>
      {seen && <p className={styles.quiet}>{seen.slice(0, 1_000)}</p>}
    </>
  )
}
