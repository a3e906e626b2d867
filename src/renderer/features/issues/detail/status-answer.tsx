import { type HoldReason, holdReasons, type Rescue } from '@domain/model/issue'
import { instantAtWall, wallTime } from '@domain/time/wall'
import type { IssueRow } from '@domain/triage/as-of'
import type { DemandingStatus, StatusWish } from '@domain/triage/issue-status'
import { holdReasonWords } from '@domain/triage/words'
import { useId } from 'react'
import { RescueChoices } from '../../../parts/rescue/rescue-choices'
import { useSession } from '../../../storage/queries'
import { DateField } from '../../../ui/date-field'
import { RadioGroup } from '../../../ui/radio-group'
import { TextArea } from '../../../ui/text-area'
import { TextField } from '../../../ui/text-field'
import { type FoundIssue, findIssues } from '../../../view-state/find-issues'
import { useZone } from '../../../view-state/use-zone'

/** What somebody has answered so far to what a status asks. */
export interface StatusAnswer {
  readonly reason: HoldReason
  /** The wall clock in the engagement's zone, or ''. */
  readonly until: string
  readonly why: string
  /** As typed: the key of an issue, or words of its title. */
  readonly original: string
  /** Undefined until it is answered. */
  readonly rescue: Rescue | null | undefined
  readonly fixNote: string
}

/** What stands, to begin with. */
export function standingAnswer(values: IssueRow['values'], zone: string): StatusAnswer {
  return {
    reason: values.holdReason ?? 'user',
    until: values.holdUntil == null ? '' : wallTime(values.holdUntil, zone),
    why: values.declineReason ?? '',
    original: '',
    rescue: values.rescue ?? undefined,
    fixNote: values.fixNote ?? '',
  }
}

const mostFound = 8

/** Turns answers into what is wished for; undefined where something is missing. */
export function useStatusWish(): (status: DemandingStatus, answer: StatusAnswer) => StatusWish | undefined {
  const session = useSession()
  const zone = useZone()
  return (status, answer) => {
    switch (status) {
      case 'on-hold': {
        const until = instantAtWall(answer.until, zone)
        return { status, reason: answer.reason, ...(until !== undefined && { until }) }
      }
      case 'declined':
        return { status, reason: answer.why }
      case 'duplicate':
        return { status, of: keyOf(answer.original, findIssues(session, answer.original, mostFound)) }
      case 'resolved': {
        const fixNote = answer.fixNote.trim()
        if (answer.rescue === undefined) return undefined
        return { status, rescue: answer.rescue, ...(fixNote !== '' && { fixNote }) }
      }
    }
  }
}

function keyOf(original: string, found: readonly FoundIssue[]): string {
  const typed = original.trim()
  return found.find(({ called }) => called.toLowerCase() === typed.toLowerCase())?.key ?? typed
}

export interface StatusAnswerFieldsProps {
  readonly status: DemandingStatus
  readonly answer: StatusAnswer
  readonly onChange: (answer: StatusAnswer) => void
}

/** Asks what a status cannot do without. */
export function StatusAnswerFields({ status, answer, onChange }: StatusAnswerFieldsProps) {
  const zone = useZone()
  const session = useSession()
  const suggestions = useId()
  const set = (part: Partial<StatusAnswer>) => onChange({ ...answer, ...part })
  switch (status) {
    case 'on-hold':
      return (
        <>
          <RadioGroup
            label="What is it waiting for?"
            options={holdReasons.map((value) => ({ value, label: holdReasonWords[value] }))}
            value={answer.reason}
            onChange={(reason) => set({ reason })}
          />
          <DateField
            label="Until, if known"
            time
            zone={zone}
            value={answer.until}
            onChange={(until) => set({ until })}
          />
        </>
      )
    case 'declined':
      return (
        <TextField
          label="Why is it declined?"
          value={answer.why}
          onChange={(why) => set({ why })}
          autoFocus
          required
        />
      )
    case 'duplicate':
      return (
        <>
          <TextField
            label="Which issue is it a duplicate of?"
            hint="Its key, or words of its title"
            value={answer.original}
            onChange={(original) => set({ original })}
            list={suggestions}
            autoFocus
            required
          />
          <datalist id={suggestions}>
            {findIssues(session, answer.original, mostFound).map(({ key, called, title }) => (
              <option key={key} value={called}>
                {title.slice(0, 100)}
              </option>
            ))}
          </datalist>
        </>
      )
    case 'resolved':
      return (
        <>
          <RescueChoices isChoosing chosen={answer.rescue} onAnswer={(rescue) => set({ rescue })} />
          <TextArea label="Fix note" value={answer.fixNote} onChange={(fixNote) => set({ fixNote })} />
        </>
      )
  }
}
