import { attendeesOf, type HandoverLine } from '@domain/handover/lines'
import type { Issue } from '@domain/model/entities'
import type { Day } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { dayOf } from '@domain/time/zone'
import { statusWords } from '@domain/triage/words'
import { memo } from 'react'
import { ChoiceHead } from '../../ui/choice-list'
import { Mark } from '../../ui/mark'
import styles from './handover.module.css'

const longestText = 600

export interface LineProps {
  readonly line: HandoverLine
  readonly zone: string
  readonly today: Day
}

/** One line: what, from whom to whom, and what is missing. */
export const Line = memo(function Line({ line, zone, today }: LineProps) {
  const { answeredAt, answeredBy, answerNote } = line.row?.values ?? {}
  const text = line.row?.values.detail
  const said = [answeredBy, answeredAt != null && formatDay(dayOf(answeredAt, zone))]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      <ChoiceHead title={line.title}>
        <State line={line} />
      </ChoiceHead>
      <p className={styles.aside}>
        {asidesOf(line, today).map((aside) => (
          <span key={aside}>{aside}</span>
        ))}
        {line.answer && (
          <span>
            {line.answer} by {said}
            {answerNote && `: ${answerNote.slice(0, longestText)}`}
          </span>
        )}
      </p>
      {line.kind === 'known-error' && line.row?.values.workaround && (
        <p className={styles.more}>Way round it: {line.row.values.workaround.slice(0, longestText)}</p>
      )}
      {line.kind !== 'known-error' && text && <p className={styles.more}>{text.slice(0, longestText)}</p>}
    </>
  )
})

function State({ line }: { readonly line: HandoverLine }) {
  const [first, ...more] = line.lacks
  const label = [first, ...more].join(', ')
  if (first === undefined) return <Mark tone="ok" shape="tick" label="Done" />
  if (!line.row) return <Mark tone="neutral" shape="ring" label={label} />
  if (line.answer === 'declined') return <Mark tone="danger" shape="cross" label={label} />
  return <Mark tone="warning" shape="half" label={label} />
}

const issueText = ({ severity, status }: Issue) =>
  [severity ? `severity ${severity}` : 'no severity yet', statusWords[status ?? 'new'].toLowerCase()].join(
    ', ',
  )

const isText = (part: unknown): part is string => typeof part === 'string' && part !== ''

function asidesOf(line: HandoverLine, today: string): string[] {
  if (line.kind === 'session') {
    const { givenBy, plannedOn, heldAt, place } = line.row?.values ?? {}
    const attendees = line.row ? attendeesOf(line.row) : []
    return [
      givenBy && `shown by ${givenBy}`,
      attendees.length > 0 && `${heldAt == null ? 'for' : 'there were'} ${attendees.join(', ')}`,
      heldAt == null &&
        plannedOn &&
        `${plannedOn < today ? 'was planned' : 'planned'} for ${formatDay(plannedOn)}`,
      place,
    ].filter(isText)
  }
  const { givenBy, takenBy, dueOn, place } = line.row?.values ?? {}
  return [
    (givenBy || takenBy) && `${givenBy || 'nobody told'} → ${takenBy || 'nobody yet'}`,
    dueOn && line.lacks.length > 0 && `${dueOn < today ? 'was due' : 'until'} ${formatDay(dueOn)}`,
    place,
    line.named !== undefined && `named by ${line.named} ${line.named === 1 ? 'issue' : 'issues'}`,
    line.issue && issueText(line.issue.values),
  ].filter(isText)
}
