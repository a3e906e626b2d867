import type { Instant } from '../model/value'
import { formatInstant } from '../time/format'
import { dayOf } from '../time/zone'
import { type IssueRow, type Phase, phasesOf } from '../triage/as-of'
import { severityWords, statusWords } from '../triage/words'
import { type ClockContext, type ClockLife, type ClockReading, livesOf, readClock } from './clock'
import { clockWords, durationText } from './clock-words'
import type { ClockKind } from './policy'

/** One stretch of a clock's life. Every millisecond from its start to its end is in exactly one of them. */
export interface LedgerLine {
  readonly from: Instant
  readonly to: Instant
  readonly counted: boolean
  /** In words: “Support hours”, “Closed: outside support hours”, “Rests while on hold”. */
  readonly why: string
}

export interface Ledger {
  readonly reading: ClockReading
  readonly lines: readonly LedgerLine[]
  /** What a reader has to know to believe the sum: which promise holds, and why it is that one. */
  readonly notes: readonly string[]
}

/** Explains a clock of an issue; undefined where the issue has no such clock. */
export function ledgerOf(row: IssueRow, kind: ClockKind, context: ClockContext): Ledger | undefined {
  const life = livesOf(row, context).find((one) => one.kind === kind)
  const reading = life && readClock(life, context.now)
  if (!reading) return undefined
  return { reading, lines: linesOf(life), notes: notesOf(row, life, reading, context) }
}

function linesOf(life: ClockLife): LedgerLine[] {
  const { policy, severity } = life
  const workingTime = policy.workingTime(severity)
  const whenOpen = policy.isOnSupportHours(severity) ? 'Support hours' : 'Counts around the clock'
  const lines: LedgerLine[] = []
  for (const { from, to, rests, phase } of life.stretches) {
    if (rests) {
      const why = `Rests while ${statusWords[phase.status].toLowerCase()}`
      if (from < to) tell(lines, { from, to, counted: false, why })
      continue
    }
    let done = from
    for (const span of workingTime.spans(from, to)) {
      if (done < span.from) tell(lines, closed(done, span.from, life))
      tell(lines, { ...span, counted: true, why: whenOpen })
      done = span.to
    }
    if (done < to) tell(lines, closed(done, to, life))
  }
  return lines
}

/** Adds a line, or lengthens the last one where nothing else is to be said: a change of status alone is no reason. */
function tell(lines: LedgerLine[], line: LedgerLine): void {
  const last = lines.at(-1)
  const goesOn = last?.to === line.from && last.counted === line.counted && last.why === line.why
  if (goesOn) lines[lines.length - 1] = { ...last, to: line.to }
  else lines.push(line)
}

/** A stretch in which nobody is there, with the holidays that fall into it. */
function closed(from: Instant, to: Instant, { policy: { calendar } }: ClockLife): LedgerLine {
  const [first, last] = [dayOf(from, calendar.zone), dayOf(to - 1, calendar.zone)]
  const holidays = calendar.holidays
    .filter(({ day }) => first <= day && day <= last && calendar.spansOn(day).length === 0)
    .map(({ name }) => name || 'a holiday')
  const others = holidays.length - mostHolidays
  const named = [...holidays.slice(0, mostHolidays), ...(others > 0 ? [`${others} more`] : [])]
  const why = named.length > 0 ? `Closed: ${named.join(', ')}` : 'Closed: outside support hours'
  return { from, to, counted: false, why }
}

const mostHolidays = 3

/** From when a clock counts again what a change has re-based. */
const beginning: Readonly<Record<ClockKind, string>> = {
  acknowledge: 'from when the issue was raised',
  update: 'from the last news',
  resolve: 'from when the issue was raised',
}

function notesOf(row: IssueRow, life: ClockLife, reading: ClockReading, context: ClockContext): string[] {
  const until = life.stoppedAt ?? context.now
  const phases = phasesOf(row).filter(({ from }) => from <= until)
  return [
    severityNote(life, phases),
    targetNote(life, reading),
    severityChangesNote(life, phases),
    policyNote(life, until, context),
    reading.state === 'running' && reading.dueAt === undefined
      ? 'It never falls due: the calendar has too few support hours ahead.'
      : undefined,
  ].filter((note) => note !== undefined)
}

function severityNote({ severity, assumed }: ClockLife, phases: readonly Phase[]): string {
  const held = `held to severity ${severityWords[severity]}`
  if (assumed) return `Nobody has said how severe this is, so it is ${held}.`
  const isReported = phases.at(-1)?.severity === null
  return isReported ? `Only its reporter has said how severe this is: it is ${held}.` : `It is ${held}.`
}

function targetNote({ kind, policy, severity, promisedAt }: ClockLife, { target }: ClockReading): string {
  if (promisedAt !== undefined) {
    const when = formatInstant(promisedAt, policy.calendar.zone)
    return `The next update was promised for ${when}, which stands in place of the target.`
  }
  const ofHours = policy.isOnSupportHours(severity) ? ' of support hours' : ''
  return `${clockWords[kind]} within ${durationText(target)}${ofHours}.`
}

function severityChangesNote({ kind, policy }: ClockLife, phases: readonly Phase[]): string | undefined {
  const changes = phases.filter(
    ({ severity }, place) => place > 0 && severity !== phases[place - 1]?.severity,
  )
  const last = changes.at(-1)
  if (!last) return undefined
  const often = changes.length === 1 ? 'once' : `${changes.length} times`
  const when = formatInstant(last.from, policy.calendar.zone)
  return `The severity changed ${often}, last on ${when}. The target is counted ${beginning[kind]}.`
}

function policyNote(
  { kind, policy, startedAt }: ClockLife,
  until: Instant,
  { now, policies }: ClockContext,
): string | undefined {
  const { zone } = policy.calendar
  const next = policies.policies.find(({ since }) => since > until && since <= now)
  if (next) {
    const when = formatInstant(next.since, zone)
    return `The policy changed on ${when}, after this was done. It is judged by the policy of its time.`
  }
  if (policy.since <= startedAt) return undefined
  const when = formatInstant(policy.since, zone)
  return `The policy changed on ${when}, while this clock ran. The new one holds, counted ${beginning[kind]}.`
}
