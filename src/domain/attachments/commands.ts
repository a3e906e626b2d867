import type { Intent } from '../merge/intent'
import type { Row } from '../merge/row'
import type { Attachment } from '../model/entities'
import type { Instant } from '../model/value'
import type { IssueRow } from '../triage/as-of'
import { calledKey } from '../triage/list-columns'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import { keptFileName } from './file-name'

export type AttachmentRow = Row<Attachment>

const mebibyte = 1024 ** 2
/** Screenshots and logs are far below it; a recording belongs to a place for recordings. */
export const largestAttachment = 50 * mebibyte
/** All contents of an engagement together: each of its backups holds them all. */
export const mostAttached = 1024 * mebibyte

/** A file that was read and is about to be put to an issue. */
export interface NewAttachment {
  /** A fresh random key. */
  readonly key: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

/** Why a file cannot be attached, told before any of it is read. */
export function attachmentProblem({ name, size }: { name: string; size: number }): string | undefined {
  const called = `“${keptFileName(name)}”`
  if (size === 0) return `${called} is empty, or a folder. Attach a file with something in it.`
  if (size > largestAttachment)
    return `${called} has ${megabytes(size)}; a file of up to ${megabytes(largestAttachment)} can be attached. Attach the part that matters, or write down where the file lies.`
  return undefined
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / mebibyte)} MB`

/** Puts files to an issue, in one change. What is on the issue already is not put there again. */
export function attachFiles(
  row: IssueRow,
  files: readonly NewAttachment[],
  by: { readonly name: string; readonly now: Instant },
  all: Iterable<AttachmentRow>,
): Planned | Refused {
  const here = new Set<string>()
  const stored = new Map<string, number>()
  for (const { values } of all) {
    if (values.sha256 == null) continue
    stored.set(values.sha256, values.size ?? 0)
    if (values.issue === row.key && !values.removed) here.add(values.sha256)
  }
  const fresh: NewAttachment[] = []
  for (const file of files) {
    const problem = attachmentProblem(file)
    if (problem) return refused(problem)
    if (here.has(file.sha256)) continue
    here.add(file.sha256)
    stored.set(file.sha256, file.size)
    fresh.push(file)
  }
  const [first] = fresh
  if (!first) return planned('Attached already', [])
  if (sum(stored.values()) > mostAttached)
    return refused(
      `The attached files of an engagement can have ${megabytes(mostAttached)} together, and these would be more. Write down where the file lies instead.`,
    )
  const label =
    fresh.length === 1
      ? `“${keptFileName(first.name)}” attached to ${calledKey(row)}`
      : `${fresh.length} files attached to ${calledKey(row)}`
  return planned(
    label,
    fresh.map(
      ({ key, name, mediaType, size, sha256 }): Intent => ({
        entity: 'attachment',
        key,
        fields: {
          issue: row.key,
          name: keptFileName(name),
          mediaType,
          size,
          sha256,
          addedBy: by.name,
          addedAt: by.now,
        },
      }),
    ),
  )
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** Takes a file off its issue. Its content stays, for undo brings it back and other laptops may still show it. */
export function removeAttachment(row: IssueRow, attachment: AttachmentRow): Planned {
  return planned(`“${attachmentName(attachment)}” taken off ${calledKey(row)}`, [
    { entity: 'attachment', key: attachment.key, fields: { removed: true } },
  ])
}

export const attachmentName = ({ values }: AttachmentRow): string => keptFileName(values.name ?? '')

/** The same file on another issue too: it told of both. */
export function attachedToo(key: string, issue: string, { values }: AttachmentRow): Intent {
  const { name, mediaType, size, sha256, addedBy, addedAt } = values
  return {
    entity: 'attachment',
    key,
    fields: {
      issue,
      name: name ?? null,
      mediaType: mediaType ?? null,
      size: size ?? null,
      sha256: sha256 ?? null,
      addedBy: addedBy ?? null,
      addedAt: addedAt ?? null,
    },
  }
}
