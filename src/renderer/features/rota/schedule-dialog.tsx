import { importSchedule, readSchedule, type ScheduleAnswers } from '@domain/rotation/schedule'
import { isZone } from '@domain/time/zone'
import { useEffect, useMemo, useRef, useState } from 'react'
import { request } from '../../app/bridge'
import { readWhole } from '../../storage/opened-file'
import { useRows } from '../../storage/queries'
import { readSchedule as readFile } from '../../storage/schedule-file'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ProgressBar } from '../../ui/progress-bar'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useZone } from '../../view-state/use-zone'
import type { ScheduleFile } from '../../workers/jobs/schedule-reading'
import { Cancelled } from '../../workers/rpc'
import styles from './fill.module.css'
import { SchedulePreview } from './schedule-preview'

const day = 24 * 60 * 60_000
/** What lies farther off is no rota of this engagement. */
const daysBack = 30
const daysAhead = 366

interface Chosen {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Takes shifts in from a calendar or a table, after a look at what it would bring. */
export default function ScheduleDialog({ onClose }: { readonly onClose: () => void }) {
  const zone = useZone()
  const act = useAct()
  const people = useRows('person')
  const overrides = useRows('shiftOverride')
  const [chosen, setChosen] = useState<Chosen>()
  const [file, setFile] = useState<ScheduleFile>()
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [zones, setZones] = useState<ReadonlyMap<string, string>>(new Map())
  const [answers, setAnswers] = useState<ScheduleAnswers>({ role: 'triage', people: new Map() })
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(), [])
  const schedule = useMemo(
    () => (file ? readSchedule(file.entries, people, answers) : undefined),
    [file, people, answers],
  )
  const plan = schedule && chosen && importSchedule(chosen.name, schedule, overrides, { zone, now: now() })

  async function read({ bytes }: Chosen, known: ReadonlyMap<string, string>) {
    stop.current.abort()
    stop.current = new AbortController()
    setProblem(undefined)
    setReading(true)
    try {
      const span = { from: now() - daysBack * day, to: now() + daysAhead * day }
      setFile(await readFile({ bytes, zone, zones: known, ...span }, stop.current.signal))
    } catch (error) {
      if (!(error instanceof Cancelled)) setProblem(error instanceof Error ? error.message : String(error))
    }
    setReading(false)
  }

  async function choose() {
    try {
      const opened = await request('file.openSchedule')
      if (!opened) return
      const next = { name: opened.name, bytes: await readWhole(opened) }
      setChosen(next)
      setFile(undefined)
      await read(next, zones)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  function answerZone(unknown: string, known: string) {
    const next = new Map([...zones, [unknown, known]])
    setZones(next)
    if (chosen && isZone(known)) void read(chosen, next)
  }

  return (
    <Dialog
      title="Import shifts"
      width="wide"
      onClose={onClose}
      actions={
        !isReading && (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button tone={file ? 'default' : 'primary'} onClick={() => void choose()}>
              {file ? 'Another file…' : 'Choose a file…'}
            </Button>
            {plan && (
              <Button
                tone="primary"
                disabled={plan.intents.length === 0}
                onClick={() => void act(plan).then((written) => written && onClose())}
              >
                Import {plan.intents.length}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={styles.body}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        {isReading && (
          <ProgressBar label="Reading the shifts" done={0} onCancel={() => stop.current.abort()} />
        )}
        {!isReading && file && schedule && plan && (
          <SchedulePreview
            file={file}
            schedule={schedule}
            fresh={plan.intents.length}
            answers={answers}
            zones={zones}
            onAnswer={setAnswers}
            onZone={answerZone}
          />
        )}
        {!isReading && !file && (
          <p className={styles.quiet}>
            A calendar (.ics) with recurrences and exceptions, or a table (.csv) with the columns person,
            role, from and to, times such as 2026-11-23 09:00. Each shift stands besides the rotations. You
            see what it brings before anything is stored.
          </p>
        )}
      </div>
    </Dialog>
  )
}
