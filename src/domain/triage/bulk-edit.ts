import type { Intent } from '../merge/intent'
import type { Rescue, Severity } from '../model/issue'
import type { Fields, Instant, Value } from '../model/value'
import type { IssueRow } from './as-of'
import { addTag, assign, type EditableField, editField, removeTag, setSeverity, tagFrom } from './commands'
import { fieldLabel, fieldText, type Telling } from './issue-fields'
import { type StatusWish, setStatus } from './issue-status'
import { type Planned, planned, type Refused, refused } from './plan'
import { resolvedBy, resolvedByText } from './resolved-by'
import { statusWords } from './words'

/** Fields that many issues can get the same value of, without a command of their own. */
export const plainBulkFields = [
  'class',
  'origin',
  'team',
  'component',
  'processArea',
  'reporterUnit',
  'nextUpdateDue',
  'workaround',
  'publish',
] as const satisfies readonly EditableField[]
export type PlainBulkField = (typeof plainBulkFields)[number]

/** What many issues shall get. */
export type BulkWish =
  | { readonly kind: 'status'; readonly to: StatusWish }
  /** Resolves what is open, and says of what has ended already who did it. */
  | { readonly kind: 'rescue'; readonly to: Rescue | null }
  | { readonly kind: 'severity'; readonly to: Severity | null }
  | { readonly kind: 'owner'; readonly to: { readonly key: string; readonly name: string } | null }
  | { readonly kind: 'field'; readonly field: PlainBulkField; readonly to: Value }
  | { readonly kind: 'tag' | 'untag'; readonly tag: string }

export interface BulkContext {
  readonly now: Instant
  readonly issueOf: (key: string) => IssueRow | undefined
}

/** What wishes would come to. Every issue is in one of the three. */
export interface BulkPlan {
  readonly wishes: readonly BulkWish[]
  readonly changing: readonly { readonly row: IssueRow; readonly fields: Fields }[]
  /** Have all that is wished for already. */
  readonly staying: readonly IssueRow[]
  /** Cannot have all of it, and so get none of it. */
  readonly refused: readonly { readonly row: IssueRow; readonly reason: string }[]
}

const plannedBetweenYields = 100

/** Tries the wishes on every issue, in steps. Nothing is written. */
export function* planBulk(
  rows: readonly IssueRow[],
  wishes: readonly BulkWish[],
  context: BulkContext,
): Generator<void, BulkPlan> {
  const changing: { row: IssueRow; fields: Fields }[] = []
  const staying: IssueRow[] = []
  const refusals: { row: IssueRow; reason: string }[] = []
  for (const [index, row] of rows.entries()) {
    if (index % plannedBetweenYields === plannedBetweenYields - 1) yield
    const fields: Fields = {}
    let refusal: Refused | undefined
    for (const wish of wishes) {
      const plan = planOf(row, wish, context)
      if (plan.ok) for (const intent of plan.intents) Object.assign(fields, intent.fields)
      else refusal ??= plan
    }
    if (refusal) refusals.push({ row, reason: refusal.reason })
    else if (Object.keys(fields).length === 0) staying.push(row)
    else changing.push({ row, fields })
  }
  return { wishes, changing, staying, refused: refusals }
}

function planOf(row: IssueRow, wish: BulkWish, { now, issueOf }: BulkContext): Planned | Refused {
  switch (wish.kind) {
    case 'status':
      return setStatus(row, keptUntil(row, wish.to), now, issueOf)
    case 'rescue':
      return resolvedBy(row, wish.to, now, issueOf)
    case 'severity':
      return setSeverity(row, wish.to)
    case 'owner':
      return assign(row, wish.to)
    case 'field':
      return editField(row, wish.field, wish.to as never)
    case 'tag':
      return addTag(row, wish.tag)
    case 'untag':
      return removeTag(row, tagFrom(wish.tag))
  }
}

/** Where no end of a hold is said, one that an issue on hold has already is kept: it comes back as it would have. */
function keptUntil(row: IssueRow, wish: StatusWish): StatusWish {
  const { status, holdUntil } = row.values
  const isOpenEnded = wish.status === 'on-hold' && wish.until === undefined
  return isOpenEnded && status === 'on-hold' && holdUntil != null ? { ...wish, until: holdUntil } : wish
}

/** The plan as one change. */
export function bulkChange(
  { wishes, changing, staying, refused: left }: BulkPlan,
  telling: Telling,
): Planned | Refused {
  const [first] = left
  if (changing.length === 0) return refused(first?.reason ?? 'All of the issues are so already.')
  const total = changing.length + staying.length + left.length
  const many = changing.length === total ? `${total}` : `${changing.length} of ${total}`
  const issues = total === 1 ? '1 issue' : `${many} issues`
  const intents = changing.map(({ row, fields }): Intent => ({ entity: 'issue', key: row.key, fields }))
  return planned(`${issues}: ${wishes.map((wish) => wishText(wish, telling)).join(', ')}`, intents)
}

/** What a wish does, in the past tense: “severity set to 1”. */
export function wishText(wish: BulkWish, telling: Telling): string {
  switch (wish.kind) {
    case 'status':
      return `status set to ${statusWords[wish.to.status].toLowerCase()}`
    case 'rescue':
      return resolvedByText(wish.to)
    case 'owner':
      return wish.to ? `given to ${wish.to.name}` : 'owner cleared'
    case 'tag':
      return `tagged ${tagFrom(wish.tag)}`
    case 'untag':
      return `tag ${tagFrom(wish.tag)} taken off`
    default: {
      const field = wish.kind === 'severity' ? 'severity' : wish.field
      const name = fieldLabel(field).toLowerCase()
      if (wish.to === null) return `${name} cleared`
      const text = fieldText(field, wish.to, telling)
      return field === 'workaround' ? `${name} written` : `${name} set to ${text}`
    }
  }
}

/** What hangs on a status. */
const withStatus = [
  'holdReason',
  'holdUntil',
  'declineReason',
  'duplicateOf',
  'rescue',
  'fixNote',
  'acknowledgedAt',
  'resolvedAt',
  'closedAt',
] as const

/** The fields that tell what a wish changes of an issue: what hangs on its status, where the status itself stays. */
export function toldFields(wish: BulkWish, changes: Fields): readonly string[] {
  const field =
    wish.kind === 'tag' || wish.kind === 'untag'
      ? `tag:${tagFrom(wish.tag)}`
      : wish.kind === 'field'
        ? wish.field
        : wish.kind
  if (field in changes) return [field]
  return wish.kind === 'status' ? withStatus.filter((other) => other in changes) : []
}
