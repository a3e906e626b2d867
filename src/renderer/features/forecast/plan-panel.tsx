import { engagementKey } from '@domain/model/engagement'
import { limitsOf } from '@domain/rotation/shift-limits'
import { shiftsBetween } from '@domain/rotation/shifts'
import {
  type PhaseWords,
  phaseWords,
  planEffort,
  takePreset,
  takeShiftHours,
  wordPhase,
} from '@domain/tapering/commands'
import { taperingPresets } from '@domain/tapering/presets'
import { shiftHours } from '@domain/tapering/shift-hours'
import { effortText, spendingText, warningText } from '@domain/tapering/words'
import { formatShortDay } from '@domain/time/format'
import { useState } from 'react'
import { useRow, useRows, useSession } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { NumberField } from '../../ui/number-field'
import { TextField } from '../../ui/text-field'
import { toast } from '../../ui/toast'
import { now } from '../../view-state/clock'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useRota } from '../../view-state/use-rota'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import { EffortDialog } from './effort-dialog'
import { EffortList } from './effort-list'
import styles from './forecast.module.css'
import { useEffortPlan } from './use-effort-plan'

/** In the order of their columns. */
const typedWords: readonly PhaseWords[] = ['rota', 'targets']

const presetKeys = [
  'planTwoWeeks',
  'planFourWeeks',
  'planNinetyDays',
] as const satisfies readonly ShortcutName[]

/** How hypercare tapers off, what that may cost, and what it has cost. */
export function PlanPanel() {
  const act = useAct()
  const zone = useZone()
  const plan = useEffortPlan()
  const { rota } = useRota()
  const efforts = useRows('effort')
  const phases = useRows('cadencePhase')
  const engagement = useRow('engagement', engagementKey)?.values ?? {}
  const canWrite = useSession().access.kind === 'write'
  const [asking, setAsking] = useState(false)
  const hasPhases = plan.phases.length > 0

  function takeShifts() {
    const { goLiveAt } = engagement
    const to = now()
    if (goLiveAt == null || goLiveAt >= to) {
      toast({ text: 'Shifts count from the go-live on, and there has been none.', tone: 'danger' })
      return
    }
    const period = { from: goLiveAt, to }
    const hours = shiftHours(shiftsBetween(rota, period.from, to), limitsOf(engagement), period, zone)
    void act(takeShiftHours(hours, efforts))
  }
  useShortcuts({ effortTell: () => setAsking(true), effortFromShifts: takeShifts }, canWrite)
  const presets: Partial<Record<ShortcutName, () => void>> = {}
  for (const [place, preset] of taperingPresets.entries()) {
    const name = presetKeys[place]
    if (name) presets[name] = () => void act(takePreset(preset, phases.values(), () => crypto.randomUUID()))
  }
  useShortcuts(presets, canWrite && !hasPhases)

  if (!hasPhases)
    return (
      <EmptyState
        title="Hypercare has no plan yet"
        actions={taperingPresets.map(({ id, title }, place) => {
          const name = presetKeys[place] ?? 'planFourWeeks'
          return (
            <Button
              key={id}
              keys={shortcuts[name].keys}
              disabled={!canWrite}
              onClick={() => runShortcut(name)}
            >
              {title}
            </Button>
          )
        })}
      >
        A plan says how intensity tapers off by phases, and what each may cost. Take one and change it; its
        phases are those of the cadence.
      </EmptyState>
    )

  return (
    <section className={styles.plan} aria-label="Plan and effort">
      {plan.warning && <Banner tone="warning">{warningText(plan.warning)}</Banner>}
      <p className={styles.spending}>{spendingText(plan)}</p>
      <table className={styles.phases}>
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">Days</th>
            <th scope="col">Who is on</th>
            <th scope="col">To be reached</th>
            <th scope="col">Planned person days</th>
            <th scope="col">Of that until today</th>
            <th scope="col">Spent</th>
          </tr>
        </thead>
        <tbody>
          {plan.phases.map(({ row, from, to, planned, dueByNow, spent }) => (
            <tr key={row.key}>
              <th scope="row">{row.values.name || 'Phase'}</th>
              <td className={styles.number}>
                {from && to ? `${formatShortDay(from)} – ${formatShortDay(to)}` : 'no days'}
              </td>
              {typedWords.map((field) => (
                <td key={field} className={styles.words}>
                  <TextField
                    label={`${phaseWords[field]} in ${row.values.name || 'the phase'}`}
                    hideLabel
                    readOnly={!canWrite}
                    value={row.values[field] ?? ''}
                    onCommit={(text) => void act(wordPhase(row, field, text))}
                  />
                </td>
              ))}
              <td className={styles.planned}>
                <NumberField
                  label={`Planned person days of ${row.values.name || 'the phase'}`}
                  hideLabel
                  readOnly={!canWrite}
                  value={planned ?? null}
                  onCommit={(days) => void act(planEffort(row, days))}
                />
              </td>
              <td className={styles.number}>{effortText(dueByNow)}</td>
              <td className={styles.number}>{effortText(spent)}</td>
            </tr>
          ))}
          {plan.outside > 0 && (
            <tr>
              <th scope="row">Outside of all phases</th>
              <td colSpan={5} />
              <td className={styles.number}>{effortText(plan.outside)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button
          icon="plus"
          keys={shortcuts.effortTell.keys}
          disabled={!canWrite}
          onClick={() => runShortcut('effortTell')}
        >
          Write down hours
        </Button>
        <Button
          icon="calendar"
          keys={shortcuts.effortFromShifts.keys}
          disabled={!canWrite}
          onClick={() => runShortcut('effortFromShifts')}
        >
          Take over shifts
        </Button>
      </div>
      <p className={styles.quiet}>
        A person day is 8 hours. Shifts until now are taken over day by day; a day that somebody has written
        down by hand is left as it is.
      </p>
      <EffortList efforts={efforts} canWrite={canWrite} />
      {asking && <EffortDialog onClose={() => setAsking(false)} />}
    </section>
  )
}
