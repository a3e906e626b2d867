import type { Filling } from '../model/filling'
import type { IssueClass } from '../model/issue'
import { partSeparator } from './json-records'
import type { RecordColumns } from './record-columns'
import { isNothing } from './table'
import type { Tracker } from './trackers/tracker'
import type { Meaning } from './value-meaning'

interface CellTags {
  readonly fields: readonly string[]
  readonly class: IssueClass | undefined
}

const longestTag = 500

/** Reads tags, and the class where the tracker writes it among them. */
export class TagReader {
  private readonly known = new Map<string, CellTags>()

  constructor(
    private readonly columns: RecordColumns,
    private readonly meaning: Meaning,
    private readonly tracker: Tracker,
  ) {}

  add(cells: readonly string[], fields: Filling): void {
    for (const column of this.columns.all('tags')) {
      for (const index of column.indexes) {
        const cell = cells[index] ?? ''
        if (isNothing(cell)) continue
        const tags = this.tagsIn(cell)
        for (const field of tags.fields) fields.set(field, true)
        if (tags.class !== undefined && fields.get('class') === undefined) fields.set('class', tags.class)
      }
    }
  }

  private tagsIn(cell: string): CellTags {
    const known = this.known.get(cell)
    if (known) return known
    const { tagSeparator, classFromTags } = this.tracker
    const names = cell
      .split(partSeparator)
      .flatMap((part) => (tagSeparator ? part.split(tagSeparator) : [part]))
      .map((name) => name.trim())
      .filter((name) => name !== '' && name.length <= longestTag)
    const classes = classFromTags ? names.flatMap((name) => this.meaning.class(name) ?? []) : []
    const tags = { fields: names.map((name) => `tag:${name}`), class: classes[0] }
    this.known.set(cell, tags)
    return tags
  }
}
