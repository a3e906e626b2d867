import type { Replica } from '../merge/replica'
import type { Severity } from '../model/issue'
import type { Instant } from '../model/value'
import { type IssueRow, isEnded, phasesOf } from '../triage/as-of'

/** What a forecast needs to know of an issue: when it came, how grave it is, and when there was work on it. */
export interface IssueLife {
  readonly raised: Instant
  /** Null where nobody has said. */
  readonly severity: Severity | null
  /** From when it was raised or came back to when it ended; the last may still go on. */
  readonly spells: readonly Spell[]
}

export interface Spell {
  readonly from: Instant
  /** Undefined while it is open. */
  readonly to: Instant | undefined
  /** Of that time, how long its fix was ready and waited for a patch, in milliseconds. */
  readonly waited: number
}

/** Every issue that exists at an instant, as it was then. */
export function* livesAt(replica: Replica, asOf: Instant): Generator<IssueLife> {
  for (const row of replica.rows('issue').values()) {
    const life = lifeAt(row, asOf)
    if (life) yield life
  }
}

export function lifeAt(row: IssueRow, asOf: Instant): IssueLife | undefined {
  const phases = phasesOf(row).filter(({ from }) => from <= asOf)
  const first = phases[0]
  const last = phases.at(-1)
  if (!first || !last) return undefined
  const spells: Spell[] = []
  let from: Instant | undefined
  let waited = 0
  for (const [place, phase] of phases.entries()) {
    if (isEnded(phase.status)) {
      if (from !== undefined) spells.push({ from, to: phase.from, waited })
      from = undefined
      continue
    }
    if (from === undefined) {
      from = phase.from
      waited = 0
    }
    if (phase.status === 'fix-ready') waited += (phases[place + 1]?.from ?? asOf) - phase.from
  }
  if (from !== undefined) spells.push({ from, to: undefined, waited })
  return { raised: first.from, severity: last.severity, spells }
}
