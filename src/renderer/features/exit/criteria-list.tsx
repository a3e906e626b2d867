import { builtIns } from '@domain/exit/criteria'
import { type CriterionReading, notBefore, stateWords } from '@domain/exit/scorecard'
import type { BuiltInCriterion } from '@domain/model/exit-criterion'
import type { Instant } from '@domain/model/value'
import { ChoiceList } from '../../ui/choice-list'
import { Mark } from '../../ui/mark'
import { useShortInstantText } from '../../view-state/use-zone'
import styles from './exit.module.css'
import { stateLooks } from './looks'

/** A line of the list: a criterion that counts, or a built-in one that was left out. */
export type Line = CriterionReading | BuiltInCriterion

const idOf = (line: Line) => (typeof line === 'string' ? line : line.id)

export interface CriteriaListProps {
  readonly lines: readonly Line[]
  /** The moment that is told of. */
  readonly asOf: Instant
  readonly active: number
  readonly onChoose: (place: number) => void
}

/** All criteria, one line each: whether it is met, what is asked for, and what is. */
export function CriteriaList({ lines, asOf, active, onChoose }: CriteriaListProps) {
  return (
    <section className={styles.panel} aria-label="Criteria">
      <ChoiceList
        label="Exit criteria"
        lines={lines}
        keyOf={idOf}
        active={active}
        onChoose={onChoose}
        focusFor="the screen"
      >
        {(line) =>
          typeof line === 'string' ? (
            <span className={styles.quiet}>{builtIns[line].title}: left out</span>
          ) : (
            <CriterionLine criterion={line} asOf={asOf} />
          )
        }
      </ChoiceList>
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
    <div className={styles.criterion}>
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
    </div>
  )
}
