import type { HandoverLine } from '@domain/handover/lines'
import { numberText } from '@domain/reporting/number-text'
import { dayOf } from '@domain/time/zone'
import { ChoiceList } from '../../ui/choice-list'
import { useMinute } from '../../view-state/clock'
import { useZone } from '../../view-state/use-zone'
import styles from './handover.module.css'
import { Line } from './line'

/** Those that are not done come first, so whoever goes through a long list still sees all of it. */
export const mostShown = 100

export interface LineListProps {
  readonly title: string
  readonly lines: readonly HandoverLine[]
  readonly place: number
  readonly nothing: string
  readonly onChoose: (place: number) => void
}

/** The lines of one section. The keys of the screen move along it. */
export function LineList({ title, lines, place, nothing, onChoose }: LineListProps) {
  const shown = lines.slice(0, mostShown)
  const zone = useZone()
  const today = dayOf(useMinute(), zone)
  return (
    <ChoiceList
      label={title}
      lines={shown}
      keyOf={({ key }) => key}
      active={place}
      onChoose={onChoose}
      focusFor={title}
      fills
      after={
        <>
          {lines.length === 0 && <p className={styles.nothing}>{nothing}</p>}
          {lines.length > shown.length && (
            <p className={styles.nothing}>
              and {numberText(lines.length - shown.length)} more, once these are done
            </p>
          )}
        </>
      }
    >
      {(line) => <Line line={line} zone={zone} today={today} />}
    </ChoiceList>
  )
}
