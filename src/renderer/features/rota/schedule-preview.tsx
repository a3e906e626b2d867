import { roleWords } from '@domain/ownership/role-words'
import { shiftText } from '@domain/rotation/fatigue-words'
import type { ReadSchedule, ScheduleAnswers } from '@domain/rotation/schedule'
import { shiftRoles } from '@domain/rotation/shift'
import { isZone } from '@domain/time/zone'
import { Banner } from '../../ui/banner'
import { ComboBox } from '../../ui/combo-box'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import type { ScheduleFile } from '../../workers/jobs/schedule-reading'
import styles from './fill.module.css'
import { useRotaTelling } from './load-panel'

const mostShown = 50
const mostAsked = 30
const numbers = new Intl.NumberFormat('en-GB')

export interface SchedulePreviewProps {
  readonly file: ScheduleFile
  readonly schedule: ReadSchedule
  /** How many shifts are not so already. */
  readonly fresh: number
  readonly answers: ScheduleAnswers
  readonly zones: ReadonlyMap<string, string>
  readonly onAnswer: (answers: ScheduleAnswers) => void
  readonly onZone: (unknown: string, known: string) => void
}

/** What a schedule would bring, and what it leaves open. */
export function SchedulePreview(props: SchedulePreviewProps) {
  const { file, schedule, fresh, answers, zones, onAnswer, onZone } = props
  const telling = useRotaTelling()
  const { placings, unknownPeople, withoutRole } = schedule
  const kind = file.kind === 'calendar' ? 'events' : 'rows'
  return (
    <>
      <p role="status">
        {numbers.format(file.records)} {kind} read: {numbers.format(placings.length)} shifts of people here,{' '}
        {numbers.format(fresh)} of them new or changed.
      </p>
      {file.floating > 0 && (
        <Banner tone="info">
          {numbers.format(file.floating)} {kind} name no time zone; they are read in that of the engagement,{' '}
          {telling.zone}.
        </Banner>
      )}
      {[...file.unknownZones].map(([unknown, count]) => (
        <TextField
          key={unknown}
          label={`Which zone is “${unknown}”?`}
          hint={`${numbers.format(count)} events wait for it. Such as Europe/Berlin.`}
          value={zones.get(unknown) ?? ''}
          validate={(text) => (text === '' || isZone(text.trim()) ? undefined : 'No zone that is known here')}
          onCommit={(text) => onZone(unknown, text.trim())}
        />
      ))}
      {withoutRole > 0 && (
        <Select
          label={`Role of ${numbers.format(withoutRole)} shifts that name none`}
          options={shiftRoles.map((value) => ({ value, label: roleWords[value] }))}
          value={answers.role}
          onChange={(role) => onAnswer({ ...answers, role })}
        />
      )}
      <People unknown={unknownPeople} answers={answers} onAnswer={onAnswer} />
      {file.unreadCount > 0 && (
        <section>
          <h3 className={styles.heading}>Could not be read: {numbers.format(file.unreadCount)}</h3>
          <ul className={styles.list}>
            {file.unread.map(({ line, reason }) => (
              <li key={`${line} ${reason}`}>
                Line {line}: {reason}.
              </li>
            ))}
          </ul>
        </section>
      )}
      {placings.length > 0 && (
        <section>
          <h3 className={styles.heading}>
            {placings.length > mostShown ? `The first ${mostShown} shifts` : 'The shifts'}
          </h3>
          <ul className={styles.list}>
            {placings.slice(0, mostShown).map((placing) => (
              <li key={placing.key}>
                <strong>{telling.nameOf(placing.person)}</strong> {shiftText(placing, telling)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function People({
  unknown,
  answers,
  onAnswer,
}: {
  readonly unknown: ReadonlyMap<string, number>
  readonly answers: ScheduleAnswers
  readonly onAnswer: (answers: ScheduleAnswers) => void
}) {
  const choices = useOwnerChoices()
  // Who was answered for is no longer unknown, and stays here to be changed.
  const asked = new Map([...[...answers.people.keys()].map((label) => [label, 0] as const), ...unknown])
  if (asked.size === 0) return null
  const more = asked.size - mostAsked
  return (
    <section className={styles.body}>
      <h3 className={styles.heading}>Who is this? Whoever is left open is left out.</h3>
      {[...asked].slice(0, mostAsked).map(([label, count]) => (
        <ComboBox
          key={label}
          label={count > 0 ? `${label} (${numbers.format(count)})` : label}
          hint="Letters of the name, then Enter"
          choices={choices}
          value={answers.people.get(label) ?? null}
          onChange={(person) =>
            onAnswer({ ...answers, people: new Map([...answers.people, [label, person]]) })
          }
        />
      ))}
      {more > 0 && <p className={styles.quiet}>and {numbers.format(more)} more, who are left out</p>}
    </section>
  )
}
