import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { type PatchPhase, type PatchRow, patchPhases } from '../patches/patch-state'
import { type RetestStanding, standingAt } from '../patches/retest-list'
import { type Phase, patchAt } from '../triage/as-of'
import type { IssueReading } from './issue-reading'
import type { Redact } from './redacting'
import { redactedPatch } from './redaction'

export interface RetestReading {
  readonly issue: IssueReading
  readonly standing: RetestStanding
}

/** A patch as a report made at one instant sees it. */
export interface PatchReading {
  readonly row: PatchRow
  readonly now: PatchPhase
  /** What it went through up to then. */
  readonly phases: readonly PatchPhase[]
  /** What rode on it then. */
  readonly riders: readonly IssueReading[]
  /** Whatever went live with it, and whether that works. */
  readonly retests: readonly RetestReading[]
}

/** Every patch that there was at an instant. */
export function readPatches(
  replica: Replica,
  asOf: Instant,
  issues: readonly IssueReading[],
  redact?: Redact,
): PatchReading[] {
  const patches = replica.rows('patch')
  if (patches.size === 0) return []
  const riders = new Map<string, IssueReading[]>()
  const byKey = new Map<string, IssueReading>()
  for (const issue of issues) {
    byKey.set(issue.row.key, issue)
    const patch = patchAt(issue.row, asOf)
    if (patch !== null) add(riders, patch, issue)
  }
  const retests = new Map<string, RetestReading[]>()
  for (const retest of replica.rows('retest').values()) {
    const { patch, issue: key } = retest.values
    const issue = key ? byKey.get(key) : undefined
    const standing = standingAt(retest, asOf)
    if (patch && issue && standing) add(retests, patch, { issue, standing })
  }
  return [...patches.values()].flatMap((row) => {
    const phases = patchPhases(row).filter(({ from }) => from <= asOf)
    const now = phases.at(-1)
    if (!now) return []
    return {
      row: redact ? redactedPatch(row, redact) : row,
      now,
      phases,
      riders: riders.get(row.key) ?? [],
      retests: retests.get(row.key) ?? [],
    }
  })
}

/** When the fix that was shipped at an instant had become ready; undefined where nobody had said that it was. */
export function readyFor(shipped: Instant, phases: readonly Phase[]): Instant | undefined {
  let place = phases.findLastIndex(({ from, status }) => status === 'fix-ready' && from <= shipped)
  while (phases[place - 1]?.status === 'fix-ready') place--
  return phases[place]?.from
}

function add<T>(groups: Map<string, T[]>, name: string, item: T): void {
  const group = groups.get(name)
  if (group) group.push(item)
  else groups.set(name, [item])
}
