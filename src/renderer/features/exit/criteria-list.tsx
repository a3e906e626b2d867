import { builtIns } from '@domain/exit/criteria'
import { type CriterionReading, notBefore, stateWords } from '@domain/exit/scorecard'
import type { BuiltInCriterion } from '@domain/model/exit-criterion'
import type { Instant } from '@domain/model/value'
import { useEffect, useId, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/mark'
import { useShortInstantText } from '../../view-state/use-zone'
import styles from './exit.module.css'
import { stateLooks } from './looks'

/** A line of the list: a criterion that counts, or a built-in one that was left out. */
export type Line = CriterionReading | BuiltInCriterion

export const idOf = (line: Line) => (typeof line === 'string' ? line : line.id)

export interface CriteriaListProps {
  readonly lines: readonly Line[]
  /** The moment that is told of. */
  readonly asOf: Instant
  readonly active: number
  readonly onChoose: (place: number) => void
}

/** All criteria, one line each: whether it is met, what is asked for, and what is. */
export function CriteriaList({ lines, asOf, active, onChoose }: CriteriaListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])
  return (
    <section className={styles.panel} aria-label="Criteria">
      <div
        ref={list}
        role="listbox"
        aria-label="Exit criteria"
        tabIndex={0}
        className={styles.lines}
        aria-activedescendant={`${id}-${active}`}
      >
        {lines.map((line, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the screen move along the list
          <div
            key={idOf(line)}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            className={classNames(styles.line, place === active && styles.active)}
            onClick={() => onChoose(place)}
          >
            {typeof line === 'string' ? (
              <span className={styles.left}>{builtIns[line].title}: left out</span>
            ) : (
              <CriterionLine criterion={line} asOf={asOf} />
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

function CriterionLine({
  criterion,
  asOf,
}: {
  readonly criterion: CriterionReading
  readonly asOf: Instant
}) {
  const shortText = useShortInstantText()
  const { state, title, wanted, actual } = criterion
  const earliest = notBefore(criterion, asOf)
  return (
    <>
      <span className={styles.state}>
        <Mark {...stateLooks[state]} label={stateWords[state]} />
      </span>
      <span className={styles.what}>{title || 'Untitled'}</span>
      <span className={styles.wanted}>{wanted}</span>
      <span className={styles.actual} data-numeric>
        {actual}
      </span>
      <span className={styles.date} data-numeric>
        {earliest === undefined ? '' : `not before ${shortText(earliest)}`}
      </span>
    </>
  )
}
