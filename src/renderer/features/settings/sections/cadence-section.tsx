import { usualStandupDays, usualStandupTime } from '@domain/cadence/standup-days'
import type { CadencePhase } from '@domain/model/entities'
import { parseTime } from '@domain/time/time-text'
import { readWeekdays, weekdaysText } from '@domain/time/weekday-text'
import { useRows } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { IconButton } from '../../../ui/icon-button'
import { NumberField } from '../../../ui/number-field'
import { Select } from '../../../ui/select'
import { TextField } from '../../../ui/text-field'
import { VisuallyHidden } from '../../../ui/visually-hidden'
import { useWrite } from '../../../view-state/use-write'
import styles from '../settings.module.css'
import { editLabel, useRowEdit } from '../use-edit'

const standups = [
  { value: 'daily', label: 'Daily' },
  { value: 'twice-weekly', label: 'Twice a week' },
  { value: 'weekly', label: 'Weekly' },
  { value: 'none', label: 'None' },
] as const

/** What most hypercare plans taper off like. */
const usualPlan: readonly CadencePhase[] = [
  {
    name: 'Intensive',
    fromDay: 1,
    toDay: 10,
    standup: 'daily',
    triageTimes: '09:00 13:00 16:30',
    patchWindow: 'Daily 20:00',
  },
  {
    name: 'Stabilising',
    fromDay: 11,
    toDay: 20,
    standup: 'twice-weekly',
    triageTimes: '09:30',
    patchWindow: 'Tue, Thu 20:00',
  },
  {
    name: 'Handing over',
    fromDay: 21,
    toDay: 28,
    standup: 'weekly',
    triageTimes: '10:00',
    patchWindow: 'Thu 20:00',
  },
]

const timeProblem = (typed: string) =>
  typed.trim() === '' || parseTime(typed) ? undefined : 'A time, such as 09:00'

const daysProblem = (typed: string) =>
  typed.trim() === '' || readWeekdays(typed) ? undefined : 'Weekdays, such as Mon, Thu'

/** A daily standup has no weekdays of its own. */
const usualDays = (standup: CadencePhase['standup']) =>
  standup === 'twice-weekly' || standup === 'weekly' ? weekdaysText(usualStandupDays[standup]) : ''

export function CadenceSection() {
  const write = useWrite()
  const { readOnly, set } = useRowEdit('cadencePhase')
  const phases = [...useRows('cadencePhase').values()]
    .filter(({ values }) => !values.removed)
    .sort((a, b) => (a.values.fromDay ?? 0) - (b.values.fromDay ?? 0))
  const lastDay = Math.max(0, ...phases.map(({ values }) => values.toDay ?? 0))

  function add(plan: readonly CadencePhase[], label: string) {
    void write(
      label,
      plan.map((phase) => ({ entity: 'cadencePhase', key: crypto.randomUUID(), fields: { ...phase } })),
    )
  }

  const addPhase = () =>
    add(
      [{ name: `Phase ${phases.length + 1}`, fromDay: lastDay + 1, toDay: lastDay + 7, standup: 'weekly' }],
      'Phase added',
    )

  if (phases.length === 0)
    return (
      <EmptyState
        title="No cadence plan yet"
        actions={
          <>
            <Button
              tone="primary"
              disabled={readOnly}
              onClick={() => add(usualPlan, 'Usual cadence plan taken')}
            >
              Take the usual plan
            </Button>
            <Button disabled={readOnly} onClick={addPhase}>
              Start from nothing
            </Button>
          </>
        }
      >
        The usual plan: daily standups for ten days, then twice a week, then weekly until day 28.
      </EmptyState>
    )

  return (
    <div className={styles.block}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>Phase</th>
            <th>From day</th>
            <th>To day</th>
            <th>Standup</th>
            <th>On</th>
            <th>At</th>
            <th>Triage at</th>
            <th>Patch window</th>
            <th>
              <VisuallyHidden>Remove</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {phases.map(({ key, values }) => {
            const name = values.name || 'Phase'
            const field = <F extends keyof CadencePhase>(of: F, words: string, told?: string) => ({
              label: `${words} of ${name}`,
              hideLabel: true,
              readOnly,
              onCommit: (value: string | number | null) =>
                set(editLabel(`${words} of ${name}`, told ?? value), key, { [of]: value }),
            })
            return (
              <tr key={key}>
                <td className={styles.middle}>
                  <TextField {...field('name', 'Name')} value={values.name ?? ''} />
                </td>
                <td className={styles.few}>
                  <NumberField {...field('fromDay', 'First day')} min={1} value={values.fromDay ?? null} />
                </td>
                <td className={styles.few}>
                  <NumberField {...field('toDay', 'Last day')} min={1} value={values.toDay ?? null} />
                </td>
                <td className={styles.middle}>
                  <Select
                    label={`Standup of ${name}`}
                    hideLabel
                    options={standups}
                    value={values.standup ?? 'none'}
                    disabled={readOnly}
                    onChange={(standup) => set(editLabel(`Standup of ${name}`, standup), key, { standup })}
                  />
                </td>
                <td className={styles.short}>
                  {usualDays(values.standup) !== '' && (
                    <TextField
                      {...field('standupDays', 'Standup days')}
                      value={values.standupDays ?? ''}
                      placeholder={usualDays(values.standup)}
                      validate={daysProblem}
                      onCommit={(typed) => {
                        const days = readWeekdays(typed)
                        const standupDays = days ? weekdaysText(days) : null
                        set(editLabel(`Standup days of ${name}`, standupDays), key, { standupDays })
                      }}
                    />
                  )}
                </td>
                <td className={styles.few}>
                  <TextField
                    {...field('standupTime', 'Standup time')}
                    value={values.standupTime ?? ''}
                    placeholder={usualStandupTime}
                    validate={timeProblem}
                    onCommit={(typed) => {
                      const standupTime = parseTime(typed) ?? null
                      set(editLabel(`Standup time of ${name}`, standupTime), key, { standupTime })
                    }}
                  />
                </td>
                <td className={styles.middle}>
                  <TextField {...field('triageTimes', 'Triage times')} value={values.triageTimes ?? ''} />
                </td>
                <td className={styles.middle}>
                  <TextField {...field('patchWindow', 'Patch window')} value={values.patchWindow ?? ''} />
                </td>
                <td className={styles.end}>
                  <IconButton
                    icon="trash"
                    label={`Remove ${name}`}
                    disabled={readOnly}
                    onClick={() => set(`${name} removed from the cadence plan`, key, { removed: true })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className={styles.line}>
        <Button icon="plus" disabled={readOnly} onClick={addPhase}>
          Add phase
        </Button>
      </div>
      <p className={styles.note}>Days count from go-live: day 1 is the day of the go-live.</p>
    </div>
  )
}
