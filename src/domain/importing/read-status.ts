import { endedStatuses, type IssueStatus } from '../model/issue'
import type { Fields } from '../model/value'
import type { RecordColumns } from './record-columns'
import type { Meaning } from './value-meaning'

/** Reads where an issue stands, from its status, its resolution and its dates. */
export class StatusReader {
  constructor(
    private readonly columns: RecordColumns,
    private readonly meaning: Meaning,
  ) {}

  /** Adds the status; for an ended issue gives back its end, and leaves it as it began. */
  add(cells: readonly string[], fields: Fields): Fields | undefined {
    const word = this.columns.cell(cells, 'status')
    const resolution = this.columns.cell(cells, 'resolution')
    if (resolution !== undefined) this.columns.keep(fields, 'resolution', resolution)
    const status = this.statusOf(cells, fields, word, resolution)
    if (status === 'on-hold') {
      const reason =
        this.meaning.hold(this.columns.cell(cells, 'holdReason') ?? '') ??
        (word === undefined ? undefined : this.meaning.hold(word))
      if (reason !== undefined) fields.holdReason = reason
    }
    if (!endedStatuses.has(status)) {
      fields.status = status
      return undefined
    }
    fields.status = 'new'
    const ending: Fields = { status }
    if (fields.resolvedAt !== undefined) ending.resolvedAt = fields.resolvedAt
    else if (fields.closedAt !== undefined && !this.columns.has('resolvedAt'))
      ending.resolvedAt = fields.closedAt
    if (fields.closedAt !== undefined) ending.closedAt = fields.closedAt
    if (status === 'declined' && resolution !== undefined) ending.declineReason = resolution
    delete fields.resolvedAt
    delete fields.closedAt
    return ending
  }

  private statusOf(
    cells: readonly string[],
    fields: Fields,
    word: string | undefined,
    resolution: string | undefined,
  ): IssueStatus {
    const ended: IssueStatus | undefined =
      fields.closedAt !== undefined ? 'closed' : fields.resolvedAt !== undefined ? 'resolved' : undefined
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
