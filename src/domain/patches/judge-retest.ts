import type { Intent } from '../merge/intent'
import { fieldProblem } from '../model/entities'
import type { Rescue } from '../model/issue'
import type { Confirmer } from '../model/retest'
import type { Fields, Instant } from '../model/value'
import { type IssueRow, isEnded } from '../triage/as-of'
import { addComment, type NewComment } from '../triage/commands'
import { nextStatuses, setStatus } from '../triage/issue-status'
import { calledKey } from '../triage/list-columns'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import { type PatchRow, patchName, patchStateWords, stateOf } from './patch-state'
import type { RetestRow } from './retest-list'

/** A retest with the patch that it is about and the issue whose fix came with it. */
export interface RetestCase {
  readonly retest: RetestRow
  readonly patch: PatchRow
  readonly issue: IssueRow
}

/**
 * A judgement writes everything that hangs on it, also what stays as it is: where two laptops judge one retest, all of it
 * is in conflict together, one of them shows as a whole, and judging once more settles it.
 */

/** The fix works: the issue is resolved. */
export function passRetest(
  asked: RetestCase,
  rescue: Rescue | null,
  note: string,
  now: Instant,
): Planned | Refused {
  const { retest, issue, patch } = asked
  const problem = judgingProblem(asked) ?? lineProblem('note', note)
  if (problem) return refused(problem)
  const moved = resolved(issue, rescue, now)
  if (!moved.ok) return moved
  return planned(`Retest of ${calledKey(issue)} passed`, [
    judged(retest, { result: 'passed', excuse: null, note: textOrNull(note) }),
    withAll(issue, moved, { patch: patch.key }),
  ])
}

/** The fix does not work: the issue comes back with what was seen, and off the patch, for the next fix rides on another. */
export function failRetest(asked: RetestCase, comment: NewComment): Planned | Refused {
  const { retest, issue, patch } = asked
  const note = comment.text.trim()
  const problem = judgingProblem(asked) ?? lineProblem('note', note)
  if (problem) return refused(problem)
  if (note === '') return refused('Say what was seen: whoever mends it needs it.')
  const told = addComment(issue, { ...comment, text: `Retest after ${patchName(patch)} failed: ${note}` })
  if (!told.ok) return told
  const moved = returned(issue, comment.now)
  if (!moved.ok) return moved
  return planned(`Retest of ${calledKey(issue)} failed: it comes back`, [
    judged(retest, { result: 'failed', excuse: null, note }),
    withAll(issue, moved, { patch: null, resolvedAt: null, rescue: null }),
    ...told.intents,
  ])
}

/** The patch can do without this retest: the fix is taken as good, and the issue is resolved. */
export function excuseRetest(
  asked: RetestCase,
  reason: string,
  rescue: Rescue | null,
  now: Instant,
): Planned | Refused {
  const { retest, issue, patch } = asked
  const problem = judgingProblem(asked) ?? excuseProblem(asked, reason)
  if (problem) return refused(problem)
  const moved = resolved(issue, rescue, now)
  if (!moved.ok) return moved
  return planned(`Retest of ${calledKey(issue)} excused`, [
    judged(retest, { result: null, excuse: reason.trim() }),
    withAll(issue, moved, { patch: patch.key }),
  ])
}

/** The patch can be confirmed although this fix failed; the issue stays where its failure has brought it. */
export function excuseFailure(asked: RetestCase, reason: string): Planned | Refused {
  const problem = judgingProblem(asked) ?? excuseProblem(asked, reason)
  if (problem) return refused(problem)
  return planned(`Failed retest of ${calledKey(asked.issue)} excused`, [
    judged(asked.retest, { result: 'failed', excuse: reason.trim() }),
  ])
}

export function setConfirmer(asked: RetestCase, confirmer: Confirmer | null, person?: string): Planned {
  const fields = { confirmer, person: confirmer === 'person' ? (person ?? null) : null }
  return planned(`Who confirms ${calledKey(asked.issue)} set`, [judged(asked.retest, fields)])
}

function judgingProblem({ patch, issue }: RetestCase): string | undefined {
  const state = stateOf(patch)
  if (issue.values.removed === true) return `${calledKey(issue)} has been removed.`
  if (state !== 'shipped')
    return `${patchName(patch)} is ${patchStateWords[state].toLowerCase()}: retests are judged while it is shipped.`
  return undefined
}

function excuseProblem({ retest, issue }: RetestCase, reason: string): string | undefined {
  if (retest.values.result === 'passed') return `${calledKey(issue)} has passed: there is nothing to excuse.`
  if (reason.trim() === '') return 'Say why the patch can do without it.'
  return lineProblem('excuse', reason)
}

function lineProblem(field: 'note' | 'excuse', text: string): string | undefined {
  return fieldProblem('retest', field, text.trim()) ? 'That text is too long.' : undefined
}

/** An issue that has come to an end meanwhile stays there, by whomever it was brought. */
function resolved(issue: IssueRow, rescue: Rescue | null, now: Instant): Planned | Refused {
  if (isEnded(issue.values.status ?? 'new')) return planned('', [])
  return setStatus(issue, { status: 'resolved', rescue }, now, () => undefined)
}

/** An issue that somebody works on again already stays with them. */
function returned(issue: IssueRow, now: Instant): Planned | Refused {
  if (!nextStatuses(issue.values.status).includes('returned')) return planned('', [])
  return setStatus(issue, { status: 'returned' }, now, () => undefined)
}

const judged = (retest: RetestRow, fields: Fields): Intent => ({ entity: 'retest', key: retest.key, fields })

/** The change of status, with the fields that hang on it as they are then, changed or not. */
function withAll({ key, values }: IssueRow, { intents }: Planned, besides: Fields): Intent {
  const moved: Fields = Object.assign({}, ...intents.map(({ fields }) => fields))
  const after = {
    status: values.status ?? 'new',
    resolvedAt: values.resolvedAt ?? null,
    rescue: values.rescue ?? null,
  }
  return { entity: 'issue', key, fields: { ...after, ...besides, ...moved } }
}

const textOrNull = (text: string) => (text.trim() === '' ? null : text.trim())
