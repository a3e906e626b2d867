import { sourcedIn } from '../merge/apply'
import type { Intent } from '../merge/intent'
import type { Replica } from '../merge/replica'
import type { Row } from '../merge/row'
import { commentKeyFromSource } from '../model/keys'
import { personKeyFromName } from '../model/person'
import type { Fields, Instant, Value } from '../model/value'
import { digestOf } from './digest'
import type { CommentDraft, Interpretation, IssueDraft, SourceUpdate } from './draft'
import { type Progress, report } from './progress'

export interface ReconcileContext extends Progress {
  readonly now: Instant
}

export interface FieldChange {
  readonly field: string
  /** What the source said last time. */
  readonly from: Value
  readonly to: Value
  /** What was typed here since, where that differs from what the source had said. */
  readonly localEdit: Value | undefined
  /** Both sides changed it to different values: both are kept, to be reviewed. */
  readonly conflict: boolean
}

export interface UpdatedIssue {
  readonly key: string
  readonly title: string
  readonly changes: readonly FieldChange[]
  readonly newComments: number
}

/** What storing an interpretation would do, and the intents that do it. */
export interface ImportPlan {
  /** Issues, but for `conflicts`, which counts fields. */
  readonly counts: {
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly conflicts: number
  }
  readonly created: readonly { readonly key: string; readonly title: string }[]
  readonly updated: readonly UpdatedIssue[]
  readonly intents: readonly Intent[]
}

/**
 * Compares what a source says now with what it said last time and with what was typed since. Only what changed at
 * the source is written, and never over a local edit that the source had not seen.
 * @throws ImportProblem `stopped` when asked to stop.
 */
export function reconcile(said: Interpretation, replica: Replica, context: ReconcileContext): ImportPlan {
  const issues = replica.table('issue')
  const people = findPeople(said, replica)
  const intents: Intent[] = [...people.intents]
  const created: { key: string; title: string }[] = []
  const updated: UpdatedIssue[] = []
  let unchanged = 0
  let conflicts = 0
  let done = 0
  for (const told of said.drafts) {
    report(context, ++done, said.drafts.length)
    const draft = withKnownOwner(told, people.known)
    const row = issues.get(draft.key)
    const comments = newComments(draft, replica, said.label)
    if (!row) {
      created.push({ key: draft.key, title: draft.title })
      intents.push(...creation(draft, said.label), ...comments)
      continue
    }
    const changes = changesOf(draft, row, said)
    if (row.values.importUndone === true) {
      created.push({ key: draft.key, title: draft.title })
      intents.push(broughtBack('issue', draft.key, said.label))
      if (changes.length > 0) intents.push(...updating(draft, row, said, changes))
      intents.push(...comments)
      continue
    }
    if (changes.length === 0 && comments.length === 0) {
      unchanged++
      continue
    }
    for (const change of changes) if (change.conflict) conflicts++
    updated.push({ key: draft.key, title: draft.title, changes, newComments: comments.length })
    if (changes.length > 0) intents.push(...updating(draft, row, said, changes))
    intents.push(...comments)
  }
  return {
    counts: { created: created.length, updated: updated.length, unchanged, conflicts },
    created,
    updated,
    intents,
  }
}

/** A first import. An issue that has ended is raised and ended apart, so that history tells when. */
function creation(draft: IssueDraft, label: string): Intent[] {
  const { key } = draft
  if (draft.history) return withBeginning(draft.history).flatMap((update) => updateIntent(key, update, label))
  return beginAndEnd(key, draft.fields, draft.ending, label)
}

function beginAndEnd(key: string, fields: Fields, ending: Fields | undefined, by: string): Intent[] {
  const endedAt =
    ending &&
    (instantIn(ending, 'resolvedAt') ?? instantIn(ending, 'closedAt') ?? instantIn(fields, 'sourceUpdatedAt'))
  const begunAt = instantIn(fields, 'raisedAt') ?? endedAt ?? instantIn(fields, 'sourceUpdatedAt')
  const begin = intentFor(key, fields, begunAt, by)
  if (!ending) return [begin]
  // An end before the beginning happens in real files; in the history it must not come first.
  const at = endedAt === undefined || begunAt === undefined ? endedAt : Math.max(endedAt, begunAt)
  return [begin, intentFor(key, ending, at, by)]
}

function updateIntent(key: string, { at, by, changes }: SourceUpdate, label: string): Intent[] {
  return Object.keys(changes).length === 0 ? [] : [intentFor(key, changes, at, by ?? label)]
}

/** The moment an issue was raised, as the first update of its history; what the file has first may be later. */
function withBeginning(history: readonly SourceUpdate[]): readonly SourceUpdate[] {
  const [first, ...others] = history
  const raisedAt = instantIn(first?.changes, 'raisedAt')
  if (!first || raisedAt === undefined || (first.at !== undefined && first.at < raisedAt)) return history
  const { status = 'new', resolvedAt, closedAt, ...fields } = first.changes
  const changes: Fields = {
    ...(status !== 'new' && { status }),
    ...(resolvedAt !== undefined && { resolvedAt }),
    ...(closedAt !== undefined && { closedAt }),
  }
  return [
    { at: raisedAt, by: first.by, changes: { ...fields, status: 'new' } },
    { ...first, changes },
    ...others,
  ]
}

function updating(
  draft: IssueDraft,
  row: Row,
  said: Interpretation,
  changes: readonly FieldChange[],
): Intent[] {
  const after: Fields = {}
  for (const { field, to } of changes) after[field] = to
  const knownUntil = sourcedIn(row, 'sourceUpdatedAt')?.value
  const later = draft.history?.filter(
    ({ at }) => at !== undefined && typeof knownUntil === 'number' && at > knownUntil,
  )
  if (later && later.length > 1) return laterUpdates(draft.key, later, row, after, said.label)
  const ended = draft.ending && Object.hasOwn(after, 'status')
  const moment =
    (ended ? (instantIn(draft.ending, 'resolvedAt') ?? instantIn(draft.ending, 'closedAt')) : undefined) ??
    instantIn(draft.fields, 'sourceUpdatedAt')
  const raisedAt = instantIn(draft.fields, 'raisedAt')
  const at = moment !== undefined && raisedAt !== undefined ? Math.max(moment, raisedAt) : moment
  return [intentFor(draft.key, after, at, draft.history?.at(-1)?.by ?? said.label)]
}

/** The updates since the last import, one by one; whatever they leave out is part of the last. */
function laterUpdates(
  key: string,
  later: readonly SourceUpdate[],
  row: Row,
  after: Fields,
  label: string,
): Intent[] {
  const state = new Map<string, Value>()
  return later.flatMap((update, index) => {
    const told = index === later.length - 1 ? { ...update.changes, ...after } : update.changes
    const changes: Fields = {}
    for (const field in told) {
      const value = told[field] as Value
      const standing = state.has(field) ? state.get(field) : (sourcedIn(row, field)?.value ?? null)
      if (standing === value) continue
      changes[field] = value
      state.set(field, value)
    }
    return updateIntent(key, { ...update, changes }, label)
  })
}

/**
 * What the source says now against what it said last time. A field that the file has a column for and nothing in
 * it has been emptied at the source.
 */
function changesOf(draft: IssueDraft, row: Row, said: Interpretation): FieldChange[] {
  const { fields, ending } = draft
  const changes: FieldChange[] = []
  const compare = (field: string, to: Value) => {
    const change = changeOf(row, field, to)
    if (change) changes.push(change)
  }
  for (const field in fields)
    if (!ending || !Object.hasOwn(ending, field)) compare(field, fields[field] as Value)
  if (ending) for (const field in ending) compare(field, ending[field] as Value)
  for (const field of said.spokenFields) {
    if (!Object.hasOwn(fields, field) && !(ending && Object.hasOwn(ending, field))) compare(field, null)
  }
  if (said.speaksOfTags) {
    for (const field in row.values)
      if (field.startsWith('tag:') && !Object.hasOwn(fields, field)) compare(field, false)
  }
  return changes
}

function changeOf(row: Row, field: string, to: Value): FieldChange | undefined {
  const from = sourcedIn(row, field)?.value ?? null
  // Emptiness of what the source has never filled is no news.
  if (from === to || (from === null && to === false) || isSameText(from, to)) return undefined
  const shown = Object.hasOwn(row.values, field) ? (row.values[field] as Value) : null
  const localEdit = shown === from ? undefined : shown
  return { field, from, to, localEdit, conflict: localEdit !== undefined && localEdit !== to }
}

/** A file that went through another system has other row ends, which is no change of the text. */
function isSameText(a: Value, b: Value): boolean {
  return (
    typeof a === 'string' &&
    typeof b === 'string' &&
    (a.includes('\r') || b.includes('\r')) &&
    withPlainRowEnds(a) === withPlainRowEnds(b)
  )
}

function withPlainRowEnds(text: string): string {
  return text.replace(/\r+\n?/g, '\n')
}

function newComments({ key, comments }: IssueDraft, replica: Replica, label: string): Intent[] {
  if (comments.length === 0) return none
  const known = replica.table('comment')
  const times = new Map<string, number>()
  return comments.flatMap((comment) => {
    const digest = digestOf(
      `${comment.writtenAt ?? ''}\u0000${comment.author ?? ''}\u0000${withPlainRowEnds(comment.text)}`,
    )
    const index = times.get(digest) ?? 0
    times.set(digest, index + 1)
    const commentKey = commentKeyFromSource(key, index, digest)
    const row = known.get(commentKey)
    if (!row) return [commentIntent(commentKey, key, comment, label)]
    return row.values.importUndone === true ? [broughtBack('comment', commentKey, label)] : []
  })
}

/** An undone import had removed the row; the source tells of it again. */
function broughtBack(entity: string, key: string, by: string): Intent {
  return { entity, key, fields: { removed: false, importUndone: false }, by }
}

function commentIntent(
  key: string,
  issue: string,
  { author, writtenAt, text }: CommentDraft,
  label: string,
): Intent {
  return {
    entity: 'comment',
    key,
    fields: {
      issue,
      author: author ?? label,
      text,
      ...(writtenAt !== undefined && { writtenAt }),
      origin: 'imported',
    },
    ...(writtenAt !== undefined && { at: writtenAt }),
    by: author ?? label,
    over: 'source',
  }
}

interface FoundPeople {
  /** Key the import would give → key of the same person here. */
  readonly known: ReadonlyMap<string, string>
  readonly intents: readonly Intent[]
}

/** People the replica knows under the source's name keep their rows; the others get one. */
function findPeople({ people, label }: Interpretation, replica: Replica): FoundPeople {
  const rows = replica.rows('person')
  const byName = new Map<string, string>()
  for (const field of ['name', 'sourceName'] as const) {
    for (const [key, { values }] of rows) {
      const name = values[field]
      if (name && values.removed !== true) byName.set(personKeyFromName(name), key)
    }
  }
  const known = new Map<string, string>()
  const intents: Intent[] = []
  for (const [key, { name, email }] of people) {
    const row = rows.get(key)
    if (row?.values.importUndone === true) intents.push(broughtBack('person', key, label))
    if (row) continue
    const other = byName.get(key)
    if (other !== undefined) known.set(key, other)
    else {
      const fields: Fields = { name, sourceName: name, ...(email !== undefined && { email }) }
      intents.push({ entity: 'person', key, fields, by: label, over: 'source' })
    }
  }
  return { known, intents }
}

function withKnownOwner(draft: IssueDraft, known: ReadonlyMap<string, string>): IssueDraft {
  if (known.size === 0) return draft
  const owned = (fields: Fields): Fields => {
    const owner = typeof fields.owner === 'string' ? known.get(fields.owner) : undefined
    return owner === undefined ? fields : { ...fields, owner }
  }
  const history = draft.history?.map((update) => ({ ...update, changes: owned(update.changes) }))
  return { ...draft, fields: owned(draft.fields), history }
}

function intentFor(key: string, fields: Fields, at: Instant | undefined, by: string): Intent {
  return { entity: 'issue', key, fields, ...(at !== undefined && { at }), by, over: 'source' }
}

function instantIn(fields: Fields | undefined, field: string): Instant | undefined {
  const value = fields?.[field]
  return typeof value === 'number' ? value : undefined
}

const none: Intent[] = []
