import { type AttachmentRow, attachedToo } from '../attachments/commands'
import { mentionFields, writtenMentions } from '../mentions/mentions'
import type { Intent } from '../merge/intent'
import type { Row } from '../merge/row'
import type { Comment } from '../model/entities'
import { fieldProblem } from '../model/entities'
import type { Fields } from '../model/value'
import { type IssueRow, raisedAt } from './as-of'
import { calledKey } from './list-columns'
import { type Planned, planned, type Refused, refused } from './plan'

export interface SplitOff {
  /** A fresh random key. */
  readonly key: string
  /** From `nextShortKey`. */
  readonly shortKey: string
  readonly title: string
  /** Comments that tell of the new issue too, each with a fresh random key for its copy. */
  readonly comments: readonly { readonly key: string; readonly comment: Row<Comment> }[]
  /** Files that tell of it too, in the same way. */
  readonly attachments?: readonly { readonly key: string; readonly attachment: AttachmentRow }[]
}

/** Who asked, where, and about what; how bad and whose is for triage to say. */
const takenAlong = ['reporter', 'reporterUnit', 'channel', 'component', 'processArea'] as const

/**
 * Makes two issues of one: the new one is in the inbox, and counts from when the first was raised, for somebody has
 * waited since. Chosen comments and files are put there too: they tell of both.
 */
export function splitIssue(row: IssueRow, split: SplitOff): Planned | Refused {
  const { key, shortKey, title, comments, attachments = [] } = split
  const typed = title.trim()
  if (typed === '') return refused('The new issue needs a title.')
  if (fieldProblem('issue', 'title', typed)) return refused('The title is too long.')
  const fields: Fields = { shortKey, title: typed, status: 'new', raisedAt: raisedAt(row) }
  for (const field of takenAlong) if (row.values[field] != null) fields[field] = row.values[field]
  fields[`link:split-from:${row.key}`] = true
  const copies = comments.map(
    ({ key: copy, comment }): Intent => ({
      entity: 'comment',
      key: copy,
      fields: {
        issue: key,
        author: comment.values.author ?? null,
        text: comment.values.text ?? null,
        writtenAt: comment.values.writtenAt ?? null,
        origin: comment.values.origin ?? null,
        ...mentionFields({}, new Map(writtenMentions(comment.values))),
      },
    }),
  )
  return planned(`${shortKey} split off ${calledKey(row)}`, [
    { entity: 'issue', key, fields },
    { entity: 'issue', key: row.key, fields: { [`link:split-into:${key}`]: true } },
    ...copies,
    ...attachments.map(({ key: copy, attachment }) => attachedToo(copy, key, attachment)),
  ])
}
