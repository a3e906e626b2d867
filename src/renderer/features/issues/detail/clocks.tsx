import type { ClockReading } from '@domain/clocks/clock'
import { clockWords } from '@domain/clocks/clock-words'
import { ledgerOf } from '@domain/clocks/ledger'
import type { ClockKind } from '@domain/clocks/policy'
import { standingOf } from '@domain/clocks/standing'
import type { Adrift } from '@domain/ownership/adrift'
import { instantAtWall, wallTime } from '@domain/time/wall'
import type { IssueRow } from '@domain/triage/as-of'
import { editField } from '@domain/triage/commands'
import { fieldLabel } from '@domain/triage/issue-fields'
import { calledKey } from '@domain/triage/list-columns'
import { useState } from 'react'
import { useClocks } from '../../../storage/clock-view'
import { Button } from '../../../ui/button'
import { DateField } from '../../../ui/date-field'
import { Mark } from '../../../ui/mark'
import { now, useMinute } from '../../../view-state/clock'
import { useAct } from '../../../view-state/use-act'
import { useAdrift } from '../../../view-state/use-ownership'
import { useInstantText, useZone } from '../../../view-state/use-zone'
import { clockLooks } from '../clock-looks'
import styles from './clocks.module.css'
import detailStyles from './issue-detail.module.css'
import { LedgerDialog } from './ledger-dialog'

/** What was promised for the issue and what is left of it; each promise opens its ledger. */
export function Clocks({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  const { view } = useClocks(now)
  const zone = useZone()
  const [opened, setOpened] = useState<ClockKind | undefined>(undefined)
  // Draws again with every minute; what was raised since it began has clocks all the same.
  const at = Math.max(useMinute(), now())
  const readings = view.board.clocksOf(row, at)
  const orphan = useAdrift(row, readings, at)
  const promised = row.values.nextUpdateDue ?? null
  const ledger = opened && ledgerOf(row, opened, view.board.context(at))
  return (
    <section className={detailStyles.section} aria-label="Clocks">
      <h3 className={detailStyles.heading}>Clocks</h3>
      {readings.length === 0 ? (
        <p className={detailStyles.quiet}>Nothing is promised for this issue.</p>
      ) : (
        <ul className={styles.clocks}>
          {readings.map((reading) => (
            <ClockLine
              key={reading.kind}
              reading={reading}
              orphan={orphan}
              onOpen={() => setOpened(reading.kind)}
            />
          ))}
        </ul>
      )}
      <DateField
        label={fieldLabel('nextUpdateDue')}
        time
        zone={zone}
        value={promised === null ? '' : wallTime(promised, zone)}
        readOnly={readOnly}
        onCommit={(wall) => void act(editField(row, 'nextUpdateDue', instantAtWall(wall, zone) ?? null))}
      />
      {ledger && (
        <LedgerDialog
          ledger={ledger}
          orphan={orphan}
          called={calledKey(row)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  )
}

interface ClockLineProps {
  readonly reading: ClockReading
  readonly orphan: Adrift | undefined
  readonly onOpen: () => void
}

function ClockLine({ reading, orphan, onOpen }: ClockLineProps) {
  const instantText = useInstantText()
  const { turn, words } = standingOf(reading, orphan)
  const name = clockWords[reading.kind]
  return (
    <li className={styles.clock}>
      <span className={styles.name}>{name}</span>
      <span className={styles.standing}>
        <Mark {...clockLooks[turn]} label={words} />
        <span className={detailStyles.quiet}>{timeText(reading, instantText)}</span>
      </span>
      <Button tone="quiet" aria-label={`Explain: ${name}`} onClick={onOpen}>
        Explain
      </Button>
    </li>
  )
}

function timeText(
  { state, dueAt, stoppedAt }: ClockReading,
  instantText: (instant: number) => string,
): string {
  const said: string[] = []
  if (dueAt !== undefined) said.push(`${state === 'running' ? 'due' : 'was due'} ${instantText(dueAt)}`)
  if (state === 'paused' && dueAt === undefined) said.push('due once it goes on')
  if (stoppedAt !== undefined) said.push(`done ${instantText(stoppedAt)}`)
  return said.join(', ')
}
