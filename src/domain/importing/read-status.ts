import type { Filling } from '../model/filling'
import { endedStatuses, type IssueStatus } from '../model/issue'
import type { Fields, Instant } from '../model/value'
import type { RecordColumns } from './record-columns'
import type { Meaning } from './value-meaning'

/** When an issue ended, as its dates tell. */
export interface EndTimes {
  resolvedAt?: Instant
  closedAt?: Instant
}

/** Reads where an issue stands, from its status, its resolution and its dates. */
export class StatusReader {
  constructor(
    private readonly columns: RecordColumns,
    private readonly meaning: Meaning,
  ) {}

  /** Adds the status; for an ended issue gives back its end, and leaves it as it began. */
  add(cells: readonly string[], fields: Filling, ends: EndTimes): Fields | undefined {
    const word = this.columns.cell(cells, 'status')
    const resolution = this.columns.cell(cells, 'resolution')
    if (resolution !== undefined) this.columns.keep(fields, 'resolution', resolution)
    const status = this.statusOf(cells, fields, ends, word, resolution)
    if (status === 'on-hold') {
      const reason =
        this.meaning.hold(this.columns.cell(cells, 'holdReason') ?? '') ??
        (word === undefined ? undefined : this.meaning.hold(word))
      if (reason !== undefined) fields.set('holdReason', reason)
    }
    const { resolvedAt, closedAt } = ends
    if (!endedStatuses.has(status)) {
      if (resolvedAt !== undefined) fields.set('resolvedAt', resolvedAt)
      if (closedAt !== undefined) fields.set('closedAt', closedAt)
      fields.set('status', status)
      return undefined
    }
    fields.set('status', 'new')
    const ending: Fields = { status }
    if (resolvedAt !== undefined) ending.resolvedAt = resolvedAt
    else if (closedAt !== undefined && !this.columns.has('resolvedAt')) ending.resolvedAt = closedAt
    if (closedAt !== undefined) ending.closedAt = closedAt
    if (status === 'declined' && resolution !== undefined) ending.declineReason = resolution
    return ending
  }

  private statusOf(
    cells: readonly string[],
    fields: Filling,
    { resolvedAt, closedAt }: EndTimes,
    word: string | undefined,
    resolution: string | undefined,
  ): IssueStatus {
    const ended: IssueStatus | undefined =
      closedAt !== undefined ? 'closed' : resolvedAt !== undefined ? 'resolved' : undefined
    const category = this.columns.cell(cells, 'statusCategory')
    let status = word === undefined ? undefined : this.meaning.status(word)
    status ??= category === undefined ? undefined : this.meaning.category(category)
    if (word === undefined) status ??= ended ?? (resolution === undefined ? undefined : 'resolved')
    else status ??= this.meaning.statusHint(word)
    if (status === undefined && word !== undefined) this.columns.keep(fields, 'status', word)
    if ((status === 'resolved' || status === 'closed') && resolution !== undefined) {
      return this.meaning.resolution(resolution) ?? status
    }
    return status ?? 'new'
  }
}
