import { defaultLimits, greatestLimits, limitsOf, longestStretchHours } from '@domain/rotation/shift-limits'
import { Checkbox } from '../../../ui/checkbox'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'
import { LimitFields } from './limit-fields'

const wordings = [
  {
    name: 'restHours',
    label: 'Rest between shifts, at least',
    unit: 'h',
    hint: 'From the end of a day’s work to the start of the next.',
  },
  {
    name: 'weekHours',
    label: 'On shift in seven days, at most',
    unit: 'h',
    hint: 'In any seven days in a row, whichever weekday they begin on.',
  },
  {
    name: 'daysInRow',
    label: 'Days on shift in a row, at most',
    unit: 'days',
    hint: 'A night counts for the day on which it begins.',
  },
  {
    name: 'heroPercent',
    label: 'Hero index, at most',
    unit: '%',
    hint: 'How much of all that is done to severity 1 and 2 one person does.',
  },
] as const

const limits = wordings.map(({ name, ...words }) => ({
  ...words,
  field: `limit.${name}` as const,
  usual: defaultLimits[name],
  greatest: greatestLimits[name],
}))

export function ShiftLimitsSection() {
  const { values, readOnly, set } = useEngagementEdit()
  const longest = longestStretchHours(limitsOf(values))
  return (
    <>
      <LimitFields limits={limits} />
      <div className={styles.block}>
        <Checkbox
          checked={limitsOf(values).onCallCounts}
          disabled={readOnly}
          onChange={(counts) =>
            set('limit.onCallCounts', counts, 'Being on call counts as being on shift', counts ? 'yes' : 'no')
          }
        >
          Being on call counts as being on shift
        </Checkbox>
        <p className={styles.note}>
          A day has room for {longest} h on shift beside the rest, so nobody should be on for longer without a
          break. Being on in two roles at once is counted once.
        </p>
      </div>
    </>
  )
}
