import { longestLine, longestText } from '../model/field'
import { Filling } from '../model/filling'
import { issueKeyFromSource } from '../model/keys'
import type { Fields } from '../model/value'
import { type Column, firstFilled, joinFilled } from './columns'
import { journalComments, type ReadMoment, stampedComments } from './comments'
import { type DateCell, shortened } from './date-columns'
import { digestOf } from './digest'
import type { CommentDraft, SourcePerson } from './draft'
import { partSeparator } from './json-records'
import type { ColumnMapping } from './mapping'
import { OwnerReader } from './read-owner'
import { type EndTimes, StatusReader } from './read-status'
import { TagReader } from './read-tags'
import { RecordColumns } from './record-columns'
import { spokenFieldsOf } from './spoken-fields'
import { isBlank, isNothing, type RecordRow, type Table } from './table'
import { type DateTarget, isDateTarget, type Target } from './targets'
import { trackerOf } from './trackers'
import type { Tracker } from './trackers/tracker'
import { type Meaning, meaningOf } from './value-meaning'

/** One record read under a mapping, before repeats and histories are put together. */
export interface RecordReading {
  readonly key: string
  readonly title: string
  readonly fields: Fields
  readonly ending: Fields | undefined
  readonly comments: readonly CommentDraft[]
  readonly updatedBy: string | undefined
  readonly updateNumber: number | undefined
}

export interface RecordProblem {
  readonly column: string | null
  readonly reason: string
}

const longestName = 900
const lines: readonly Target[] = ['reporter', 'reporterUnit', 'component', 'processArea']
const longTexts: readonly Target[] = ['description', 'workaround', 'fixNote']
interface DatesOfTarget {
  readonly target: DateTarget
  readonly column: Column
  readonly cells: readonly (DateCell | undefined)[]
}

interface TextsOfTarget {
  readonly target: Target
  readonly column: Column
  readonly longest: number
}

/** Reads records of one table; made once per file, so that every decision about columns is made once. */
export class RecordReader {
  readonly people: ReadonlyMap<string, SourcePerson>
  readonly spokenFields: readonly string[]
  readonly speaksOfTags: boolean
  readonly identity: Column | undefined
  private readonly columns: RecordColumns
  private readonly dates: readonly DatesOfTarget[]
  private readonly texts: readonly TextsOfTarget[]
  private readonly meaning: Meaning
  private readonly tracker: Tracker
  private readonly owners = new OwnerReader()
  private readonly tags: TagReader
  private readonly status: StatusReader
  private readonly withoutIdentity = new Map<string, number>()
  private readonly filling = new Filling()

  constructor(
    table: Table,
    private readonly mapping: ColumnMapping,
    dateCells: ReadonlyMap<number, readonly (DateCell | undefined)[]>,
    private readonly momentOf: ReadMoment,
  ) {
    const columns = new RecordColumns(table, mapping)
    this.columns = columns
    this.tracker = trackerOf(mapping.source)
    this.meaning = meaningOf(mapping)
    this.tags = new TagReader(columns, this.meaning, this.tracker)
    this.status = new StatusReader(columns, this.meaning)
    this.people = this.owners.people
    this.dates = datesIn(columns, dateCells)
    this.texts = textsIn(columns)
    this.identity = columns.first('externalKey')
    this.speaksOfTags = columns.has('tags')
    this.spokenFields = spokenFieldsOf(columns)
  }

  read(row: RecordRow): RecordReading | RecordProblem {
    if (row.problem !== undefined) return { column: null, reason: row.problem }
    const { cells } = row
    const fields = this.filling.begin()
    const ends: EndTimes = {}
    for (const { target, column, cells: dates } of this.dates) {
      const read = dates[row.number - 1]
      if (typeof read === 'string') return { column: column.header, reason: read }
      if (read === undefined) continue
      if (target === 'resolvedAt' || target === 'closedAt') ends[target] = read
      else fields.set(target, read)
    }
    for (const { target, column, longest } of this.texts) {
      const text = joinFilled(cells, column.indexes, longest === longestLine ? ', ' : '\n', isNothing)
      if (text === '') continue
      if (text.length > longest) return tooLong(column.header, text, longest)
      fields.set(target, text)
    }
    const identified = this.identify(cells, fields)
    if ('reason' in identified) return identified
    const { externalKey } = identified
    const key = issueKeyFromSource(this.mapping.system, externalKey)
    const title = this.titleOf(cells, fields, externalKey)
    if (title.length > longestLine)
      return tooLong(this.columns.first('title')?.header ?? null, title, longestLine)
    fields.set('title', title)
    fields.set('shortKey', externalKey)
    fields.set('externalSystem', this.mapping.system)
    fields.set('externalKey', externalKey)
    const problem = this.addWords(cells, fields) ?? this.keepOthers(cells, fields)
    if (problem) return problem
    const ending = this.status.add(cells, fields, ends)
    // Last, since hardly two records have the same.
    this.tags.add(cells, fields)
    const updateNumber = Number(this.columns.cell(cells, 'updateNumber') ?? Number.NaN)
    return {
      key,
      title,
      fields: fields.done(),
      ending,
      comments: this.commentsOf(cells),
      updatedBy: this.columns.cell(cells, 'updatedBy')?.trim(),
      updateNumber: Number.isFinite(updateNumber) ? updateNumber : undefined,
    }
  }

  /** Without an identity column a record is known by what hardly changes about it. */
  private identify(
    cells: readonly string[],
    fields: Filling,
  ): { readonly externalKey: string } | RecordProblem {
    const url = this.columns.cell(cells, 'externalUrl')?.trim() ?? ''
    if (/^https?:\/\//i.test(url)) fields.set('externalUrl', url)
    else if (url !== '') this.columns.keep(fields, 'externalUrl', url)
    if (!this.identity) {
      const facts = [
        this.columns.cell(cells, 'title'),
        this.columns.cell(cells, 'description'),
        this.columns.cell(cells, 'reporter'),
        fields.get('raisedAt'),
      ]
      const digest = digestOf(facts.join('\u0000'))
      const seen = this.withoutIdentity.get(digest) ?? 0
      this.withoutIdentity.set(digest, seen + 1)
      return { externalKey: seen === 0 ? digest : `${digest}-${seen + 1}` }
    }
    const cell = firstFilled(cells, this.identity.indexes, isNothing)?.trim()
    if (cell === undefined)
      return {
        column: this.identity.header,
        reason: `“${this.identity.header}” is empty, so the issue cannot be told from others`,
      }
    const externalKey = this.tracker.identity?.(cell, url) ?? cell
    return externalKey.length > longestName
      ? tooLong(this.identity.header, externalKey, longestName)
      : { externalKey }
  }

  private titleOf(cells: readonly string[], fields: Filling, externalKey: string): string {
    const title = this.columns.cell(cells, 'title')?.trim()
    if (title) return title
    const description = fields.get('description')
    if (typeof description !== 'string') return externalKey
    return description.trim().split(/\r|\n/, 1)[0]?.slice(0, 200).trim() || externalKey
  }

  private addWords(cells: readonly string[], fields: Filling): RecordProblem | undefined {
    const severity = this.meant(cells, fields, 'severity', this.meaning.severity)
    if (severity !== undefined) {
      fields.set('severity', severity)
      fields.set('reportedSeverity', severity)
    }
    const issueClass = this.meant(cells, fields, 'class', this.meaning.class)
    if (issueClass !== undefined) fields.set('class', issueClass)
    fields.set('channel', this.meant(cells, fields, 'channel', this.meaning.channel) ?? 'tracker')
    const users = this.columns.cell(cells, 'usersAffected')?.trim()
    if (users !== undefined) {
      if (/^\d{1,9}$/.test(users)) fields.set('usersAffected', Number(users))
      else this.columns.keep(fields, 'usersAffected', users)
    }
    return this.addOwner(cells, fields)
  }

  /** What a word means; a word that nobody knows is kept as it came. */
  private meant<T>(
    cells: readonly string[],
    fields: Filling,
    target: Target,
    meaning: (word: string) => T | undefined,
  ): T | undefined {
    const word = this.columns.cell(cells, target)
    if (word === undefined) return undefined
    const meant = meaning(word)
    if (meant === undefined) this.columns.keep(fields, target, word)
    return meant
  }

  private addOwner(cells: readonly string[], fields: Filling): RecordProblem | undefined {
    const cell = this.columns.cell(cells, 'owner')
    if (cell === undefined) return undefined
    if (cell.length > longestName)
      return tooLong(this.columns.first('owner')?.header ?? null, cell, longestName)
    const key = this.owners.keyOf(cell)
    if (key !== undefined) fields.set('owner', key)
    return undefined
  }

  private keepOthers(cells: readonly string[], fields: Filling): RecordProblem | undefined {
    for (const { header, indexes, field } of this.columns.kept) {
      const text = joinFilled(cells, indexes, '\n', isBlank)
      if (text === '') continue
      if (text.length > longestText) return tooLong(header, text, longestText)
      fields.set(field, text.includes(partSeparator) ? text.replaceAll(partSeparator, '\n') : text)
    }
    return undefined
  }

  private commentsOf(cells: readonly string[]): readonly CommentDraft[] {
    const columns = this.columns.all('comments')
    if (columns.length === 0) return none
    const comments: CommentDraft[] = []
    for (const { indexes } of columns) {
      for (const index of indexes) {
        const cell = cells[index] ?? ''
        if (isNothing(cell) || /^\d{1,6}$/.test(cell)) continue
        const read = this.tracker.comments === 'journal' ? journalComments : stampedComments
        comments.push(...read(cell, this.momentOf))
      }
    }
    return comments
  }
}

const none: readonly CommentDraft[] = []
function tooLong(column: string | null, text: string, longest: number): RecordProblem {
  return { column, reason: `“${shortened(text)}” has ${text.length} characters; at most ${longest} are kept` }
}

function datesIn(
  columns: RecordColumns,
  cells: ReadonlyMap<number, readonly (DateCell | undefined)[]>,
): DatesOfTarget[] {
  return [...columns.targets()].flatMap(([target, fedBy]) =>
    isDateTarget(target)
      ? fedBy.map((column) => ({ target, column, cells: cells.get(column.indexes[0] ?? -1) ?? [] }))
      : [],
  )
}

function textsIn(columns: RecordColumns): TextsOfTarget[] {
  return [...lines, ...longTexts].flatMap((target) => {
    const column = columns.first(target)
    return column ? [{ target, column, longest: lines.includes(target) ? longestLine : longestText }] : []
  })
}
