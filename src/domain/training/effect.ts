import type { Row } from '../merge/row'
import type { TrainingAction } from '../model/entities'
import type { Instant } from '../model/value'
import { type IssueRow, raisedAt } from '../triage/as-of'
import { KnownWords } from './known-words'
import { isQuestion, sameName } from './questions'

export type TrainingActionRow = Row<TrainingAction>

/** Questions of a stretch of time, and how many that makes in a week. */
export interface Asked {
  readonly issues: readonly IssueRow[]
  readonly perWeek: number
}

/** What an action has changed: what was asked before it was done, and after. */
export interface Effect {
  readonly before: Asked
  readonly after: Asked
  /** So little time has passed that the rate says nothing yet. */
  readonly isEarly: boolean
}

const day = 86_400_000
const week = 7 * day
/** So far before and after is looked; what lies further away has other reasons. */
export const effectDays = 28
const earlyDays = 3

/** Words of an action, by which its questions are known. */
export function termsOf({ values }: TrainingActionRow): string[] {
  return Object.keys(values)
    .filter((field) => field.startsWith('term:') && values[field as `term:${string}`] === true)
    .map((field) => field.slice('term:'.length))
    .sort()
}

/** Whether an action answers a question: its component, its unit where it names one, and half of its words at least. */
function answeredBy(action: TrainingActionRow, known: KnownWords): (row: IssueRow) => boolean {
  const { component, unit } = action.values
  const [ofComponent, ofUnit] = [sameName(component), sameName(unit)]
  const terms = termsOf(action)
  return (row) => {
    if (!isQuestion(row) || sameName(row.values.component) !== ofComponent) return false
    if (ofUnit !== '' && sameName(row.values.reporterUnit) !== ofUnit) return false
    if (terms.length === 0) return true
    const words = known.of(row)
    return terms.filter((term) => words.has(term)).length * 2 >= terms.length
  }
}

const readBetweenYields = 1_000

/** What an action has changed, in steps; undefined while it is not done. @param goLiveAt nobody could ask before */
export function* effectOf(
  action: TrainingActionRow,
  questions: Iterable<IssueRow>,
  now: Instant,
  goLiveAt: Instant | null | undefined,
  known = new KnownWords(),
): Generator<void, Effect | undefined> {
  const doneAt = action.values.doneAt ?? undefined
  if (doneAt === undefined || doneAt > now) return undefined
  const from = Math.max(
    doneAt - effectDays * day,
    Math.min(goLiveAt ?? Number.NEGATIVE_INFINITY, doneAt - day),
  )
  const to = Math.min(now, doneAt + effectDays * day)
  const isAnswered = answeredBy(action, known)
  const before: IssueRow[] = []
  const after: IssueRow[] = []
  let read = 0
  for (const row of questions) {
    if (++read % readBetweenYields === 0) yield
    const raised = raisedAt(row)
    if (raised < from || raised > to || !isAnswered(row)) continue
    if (raised < doneAt) before.push(row)
    else after.push(row)
  }
  return {
    before: asked(before, doneAt - from),
    after: asked(after, to - doneAt),
    isEarly: to - doneAt < earlyDays * day,
  }
}

function asked(issues: readonly IssueRow[], span: number): Asked {
  return { issues, perWeek: (issues.length * week) / Math.max(span, day) }
}

/** Every question, in steps: of a hundred thousand issues, those that actions can answer. */
export function* allQuestions(issues: Iterable<IssueRow>): Generator<void, IssueRow[]> {
  const questions: IssueRow[] = []
  let read = 0
  for (const row of issues) {
    if (isQuestion(row)) questions.push(row)
    if (++read % 5_000 === 0) yield
  }
  return questions
}
