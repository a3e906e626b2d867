import { engagementKey } from '@domain/model/engagement'
import { canTake } from '@domain/ownership/hand-over'
import { roleWords } from '@domain/ownership/role-words'
import type { Calendar } from '@domain/rotation/calendar'
import { calendarName } from '@domain/rotation/calendar'
import { type ShiftRole, shiftRoles } from '@domain/rotation/shift'
import { useId, useState } from 'react'
import { useRow, useRows, useSession, useWorkspace } from '../../storage/queries'
import { rotaCalendarFile } from '../../storage/rota-calendar'
import { saveFile } from '../../storage/save-file'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { ComboBox } from '../../ui/combo-box'
import { Dialog } from '../../ui/dialog'
import { ProgressBar } from '../../ui/progress-bar'
import { RadioGroup } from '../../ui/radio-group'
import { Select } from '../../ui/select'
import { toast } from '../../ui/toast'
import { now } from '../../view-state/clock'
import { useTelling } from '../../view-state/use-telling'
import type { Progress } from '../../workers/rpc'
import styles from './fill.module.css'

const kinds = [
  { value: 'all', label: 'All shifts' },
  { value: 'role', label: 'Those of a role' },
  { value: 'person', label: 'Those of one person' },
] as const satisfies readonly { value: Calendar['kind']; label: string }[]

export interface CalendarDialogProps {
  readonly person: string | undefined
  readonly onClose: () => void
}

/** Takes shifts out as a calendar file. */
export default function CalendarDialog({ person: chosen, onClose }: CalendarDialogProps) {
  const form = useId()
  const session = useSession()
  const { laptop } = useWorkspace()
  const people = useRows('person')
  const { personName } = useTelling()
  const engagement = useRow('engagement', engagementKey)?.values
  const [kind, setKind] = useState<Calendar['kind']>('all')
  const [role, setRole] = useState<ShiftRole>('triage')
  const [person, setPerson] = useState<string | null>(chosen ?? null)
  const [progress, setProgress] = useState<Progress>()
  const [problem, setProblem] = useState<string>()
  const choices = [...people.values()]
    .filter(canTake)
    .map(({ key }) => ({ key, label: personName(key) }))
    .sort((a, b) => a.label.localeCompare(b.label))

  async function save() {
    setProblem(undefined)
    if (kind === 'person' && person === null) return setProblem('Say whose shifts.')
    const calendar: Calendar =
      kind === 'all' ? { kind } : kind === 'role' ? { kind, role } : { kind, person: person ?? '' }
    try {
      const named = calendarName(calendar, engagement?.name || 'Hypercare', personName)
      let told = ''
      const name = await saveFile(`${named}.ics`, 'ics', async () => {
        const question = { calendar, now: now(), laptop }
        const { bytes, events, changed, cancelled } = await rotaCalendarFile(session, question, setProgress)
        told = `${events} events, ${changed} of them new or changed, ${cancelled} cancelled`
        return [bytes]
      })
      setProgress(undefined)
      if (name === undefined) return
      toast({ text: `Saved ${name}: ${told}.`, tone: 'ok' })
      onClose()
    } catch (error) {
      setProgress(undefined)
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <Dialog
      title="Shifts as a calendar"
      onClose={onClose}
      actions={
        !progress && (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button tone="primary" type="submit" form={form} icon="download">
              Export…
            </Button>
          </>
        )
      }
    >
      <form
        id={form}
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {problem && <Banner tone="danger">{problem}</Banner>}
        {progress ? (
          <ProgressBar label={progress.step} done={progress.done} total={progress.total || undefined} />
        ) : (
          <>
            <RadioGroup label="Which shifts" options={kinds} value={kind} onChange={setKind} />
            {kind === 'role' && (
              <Select
                label="Role"
                options={shiftRoles.map((value) => ({ value, label: roleWords[value] }))}
                value={role}
                onChange={setRole}
              />
            )}
            {kind === 'person' && (
              <ComboBox
                label="Person"
                hint="Letters of the name, then Enter"
                choices={choices}
                value={person}
                onChange={setPerson}
              />
            )}
            <p className={styles.quiet}>
              For Outlook, Google and Apple: from a month ago to three months ahead or the planned end. Export
              it again when the rota has changed: calendars then learn what moved and what is cancelled.
            </p>
          </>
        )}
      </form>
    </Dialog>
  )
}
