import { longestLine, longestText } from '../model/field'
import { endedStatuses, type IssueClass, type IssueStatus } from '../model/issue'
import { issueKeyFromSource } from '../model/keys'
import { personKeyFromName } from '../model/person'
import type { Fields } from '../model/value'
import { type Column, columnsOf, firstFilled, joinFilled } from './columns'
import { journalComments, type ReadMoment, stampedComments } from './comments'
import { type DateCell, shortened } from './date-columns'
import { digestOf } from './digest'
import type { CommentDraft, SourcePerson } from './draft'
import { partSeparator } from './json-records'
import { type ColumnMapping, targetOf } from './mapping'
import { personIn } from './person-name'
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

interface CellTags {
  readonly fields: readonly string[]
  readonly class: IssueClass | undefined
}

const longestName = 900
const longestTag = 500
const lines: readonly Target[] = ['reporter', 'reporterUnit', 'component', 'processArea']
const longTexts: readonly Target[] = ['description', 'workaround', 'fixNote']
/** Targets whose repeated columns are taken together. */
const joined: ReadonlySet<Target> = new Set<Target>([
  ...lines,
  ...longTexts,
  'title',
  'tags',
  'comments',
  'ignore',
])

/** Reads records of one table; made once per file, so that every decision about columns is made once. */
export class RecordReader {
  readonly people = new Map<string, SourcePerson>()
  readonly spokenFields: readonly string[]
  readonly speaksOfTags: boolean
  readonly identity: Column | undefined
  private readonly columns = new Map<Target, Column[]>()
  private readonly kept: Column[] = []
  private readonly dates: {
    readonly target: DateTarget
    readonly column: Column
    readonly cells: readonly (DateCell | undefined)[]
  }[] = []
  private readonly texts: { readonly target: Target; readonly column: Column; readonly longest: number }[] =
    []
  private readonly meaning: Meaning
  private readonly tracker: Tracker
  private readonly ownerKeys = new Map<string, string | undefined>()
  private readonly tagCells = new Map<string, CellTags>()
  private readonly withoutIdentity = new Map<string, number>()

  constructor(
    table: Table,
    private readonly mapping: ColumnMapping,
    dateCells: ReadonlyMap<number, readonly (DateCell | undefined)[]>,
    private readonly momentOf: ReadMoment,
  ) {
    this.tracker = trackerOf(mapping.source)
    this.meaning = meaningOf(mapping)
    for (const column of columnsOf(table)) {
      const target = targetOf(mapping, column.header)
      const [first = -1, ...others] = column.indexes
      if (target === null) this.kept.push(column)
      else this.columns.set(target, [...(this.columns.get(target) ?? []), column])
      // Only the first of repeated columns can be a date or a word; the others are kept as they came.
      if (target !== null && others.length > 0 && !joined.has(target))
        this.kept.push({ ...column, indexes: others })
      if (target !== null && isDateTarget(target)) {
        this.dates.push({ target, column, cells: dateCells.get(first) ?? [] })
      }
    }
    for (const target of [...lines, ...longTexts]) {
      const column = this.column(target)
      if (column)
        this.texts.push({ target, column, longest: lines.includes(target) ? longestLine : longestText })
    }
    this.identity = this.column('externalKey')
    this.speaksOfTags = this.columns.has('tags')
    this.spokenFields = this.listSpokenFields()
  }

  read(row: RecordRow): RecordReading | RecordProblem {
    if (row.problem !== undefined) return { column: null, reason: row.problem }
    const { cells } = row
    const fields: Fields = {}
    for (const { target, column, cells: dates } of this.dates) {
      const read = dates[row.number - 1]
      if (typeof read === 'string') return { column: column.header, reason: read }
      if (read !== undefined) fields[target] = read
    }
    for (const { target, column, longest } of this.texts) {
      const text = joinFilled(cells, column.indexes, longest === longestLine ? ', ' : '\n', isNothing)
      if (text === '') continue
      if (text.length > longest) return tooLong(column.header, text, longest)
      fields[target] = text
    }
    const identified = this.identify(cells, fields)
    if ('reason' in identified) return identified
    const { externalKey } = identified
    const key = issueKeyFromSource(this.mapping.system, externalKey)
    const title = this.titleOf(cells, fields, externalKey)
    if (title.length > longestLine) return tooLong(this.column('title')?.header ?? null, title, longestLine)
    fields.title = title
    fields.shortKey = externalKey
    fields.externalSystem = this.mapping.system
    fields.externalKey = externalKey
    const problem = this.addWords(cells, fields) ?? this.keepOthers(cells, fields)
    if (problem) return problem
    const ending = this.addStatus(cells, fields)
    const updateNumber = Number(this.cell(cells, 'updateNumber') ?? Number.NaN)
    return {
      key,
      title,
      fields,
      ending,
      comments: this.commentsOf(cells),
      updatedBy: this.cell(cells, 'updatedBy')?.trim(),
      updateNumber: Number.isFinite(updateNumber) ? updateNumber : undefined,
    }
  }

  private column(target: Target): Column | undefined {
    return this.columns.get(target)?.[0]
  }

  private cell(cells: readonly string[], target: Target): string | undefined {
    const columns = this.columns.get(target)
    if (!columns) return undefined
    for (const { indexes } of columns) {
      const text = firstFilled(cells, indexes, isNothing)
      if (text !== undefined) return text
    }
    return undefined
  }

  /** Without an identity column a record is known by what hardly changes about it. */
  private identify(
    cells: readonly string[],
    fields: Fields,
  ): { readonly externalKey: string } | RecordProblem {
    const url = this.cell(cells, 'externalUrl')?.trim() ?? ''
    if (/^https?:\/\//i.test(url)) fields.externalUrl = url
    else if (url !== '') this.keep(fields, 'externalUrl', url)
    if (!this.identity) {
      const facts = [
        this.cell(cells, 'title'),
        this.cell(cells, 'description'),
        this.cell(cells, 'reporter'),
        fields.raisedAt,
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

  private titleOf(cells: readonly string[], fields: Fields, externalKey: string): string {
    const title = this.cell(cells, 'title')?.trim()
    if (title) return title
    const description = typeof fields.description === 'string' ? fields.description.trim() : ''
    return description.split(/\r|\n/, 1)[0]?.slice(0, 200).trim() || externalKey
  }

  private addWords(cells: readonly string[], fields: Fields): RecordProblem | undefined {
    const severity = this.meant(cells, fields, 'severity', this.meaning.severity)
    if (severity !== undefined) {
      fields.severity = severity
      fields.reportedSeverity = severity
    }
    const issueClass = this.meant(cells, fields, 'class', this.meaning.class)
    if (issueClass !== undefined) fields.class = issueClass
    fields.channel = this.meant(cells, fields, 'channel', this.meaning.channel) ?? 'tracker'
    const users = this.cell(cells, 'usersAffected')?.trim()
    if (users !== undefined) {
      if (/^\d{1,9}$/.test(users)) fields.usersAffected = Number(users)
      else this.keep(fields, 'usersAffected', users)
    }
    this.addTags(cells, fields)
    return this.addOwner(cells, fields)
  }

  /** What a word means; a word that nobody knows is kept as it came. */
  private meant<T>(
    cells: readonly string[],
    fields: Fields,
    target: Target,
    meaning: (word: string) => T | undefined,
  ): T | undefined {
    const word = this.cell(cells, target)
    if (word === undefined) return undefined
    const meant = meaning(word)
    if (meant === undefined) this.keep(fields, target, word)
    return meant
  }

  private keep(fields: Fields, target: Target, word: string): void {
    const column = this.column(target)
    if (column) fields[column.field] = word
  }

  private addOwner(cells: readonly string[], fields: Fields): RecordProblem | undefined {
    const cell = this.cell(cells, 'owner')
    if (cell === undefined) return undefined
    if (cell.length > longestName) return tooLong(this.column('owner')?.header ?? null, cell, longestName)
    if (!this.ownerKeys.has(cell)) {
      const person = personIn(cell)
      const key = person && personKeyFromName(person.name)
      this.ownerKeys.set(cell, key)
      if (person && key && !this.people.has(key)) this.people.set(key, person)
    }
    const key = this.ownerKeys.get(cell)
    if (key !== undefined) fields.owner = key
    return undefined
  }

  private addTags(cells: readonly string[], fields: Fields): void {
    for (const column of this.columns.get('tags') ?? []) {
      for (const index of column.indexes) {
        const cell = cells[index] ?? ''
        if (isNothing(cell)) continue
        const tags = this.tagsIn(cell)
        for (const field of tags.fields) fields[field] = true
        if (tags.class !== undefined) fields.class ??= tags.class
      }
    }
  }

  private tagsIn(cell: string): CellTags {
    const known = this.tagCells.get(cell)
    if (known) return known
    const { tagSeparator, classFromTags } = this.tracker
    const names = cell
      .split(partSeparator)
      .flatMap((part) => (tagSeparator ? part.split(tagSeparator) : [part]))
      .map((name) => name.trim())
      .filter((name) => name !== '' && name.length <= longestTag)
    const classes = classFromTags ? names.flatMap((name) => this.meaning.class(name) ?? []) : []
    const tags = { fields: names.map((name) => `tag:${name}`), class: classes[0] }
    this.tagCells.set(cell, tags)
    return tags
  }

  private keepOthers(cells: readonly string[], fields: Fields): RecordProblem | undefined {
    for (const { header, indexes, field } of this.kept) {
      const text = joinFilled(cells, indexes, '\n', isBlank)
      if (text === '') continue
      if (text.length > longestText) return tooLong(header, text, longestText)
      fields[field] = text.includes(partSeparator) ? text.replaceAll(partSeparator, '\n') : text
    }
    return undefined
  }

  /** Adds the status; for an ended issue gives back its end, and leaves it as it began. */
  private addStatus(cells: readonly string[], fields: Fields): Fields | undefined {
    const word = this.cell(cells, 'status')
    const resolution = this.cell(cells, 'resolution')
    if (resolution !== undefined) this.keep(fields, 'resolution', resolution)
    const status = this.statusOf(cells, fields, word, resolution)
    if (status === 'on-hold') {
      const reason =
        this.meaning.hold(this.cell(cells, 'holdReason') ?? '') ??
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
    const category = this.cell(cells, 'statusCategory')
    let status = word === undefined ? undefined : this.meaning.status(word)
    status ??= category === undefined ? undefined : this.meaning.category(category)
    if (word === undefined) status ??= ended ?? (resolution === undefined ? undefined : 'resolved')
    else status ??= this.meaning.statusHint(word)
    if (status === undefined && word !== undefined) this.keep(fields, 'status', word)
    if ((status === 'resolved' || status === 'closed') && resolution !== undefined) {
      return this.meaning.resolution(resolution) ?? status
    }
    return status ?? 'new'
  }

  private commentsOf(cells: readonly string[]): readonly CommentDraft[] {
    const columns = this.columns.get('comments')
    if (!columns) return none
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

  private listSpokenFields(): string[] {
    const fields = this.kept.map(({ field }) => field)
    for (const [target, columns] of this.columns) {
      if (target === 'severity') fields.push('severity', 'reportedSeverity')
      else if (!indirect.has(target)) fields.push(target)
      if (wordTargets.has(target)) fields.push(...columns.map(({ field }) => field))
      if (target === 'status') fields.push('holdReason')
      if (target === 'resolution') fields.push('declineReason')
    }
    if (!this.columns.has('resolvedAt') && this.columns.has('closedAt')) fields.push('resolvedAt')
    return fields
  }
}

const none: readonly CommentDraft[] = []
const wordTargets: ReadonlySet<Target> = new Set([
  'status',
  'severity',
  'class',
  'channel',
  'resolution',
  'usersAffected',
  'externalUrl',
])
/** Targets that are no field of an issue, or one that is never empty. */
const indirect: ReadonlySet<Target> = new Set([
  'externalKey',
  'title',
  'status',
  'statusCategory',
  'resolution',
  'channel',
  'tags',
  'comments',
  'updatedBy',
  'updateNumber',
  'ignore',
])

function tooLong(column: string | null, text: string, longest: number): RecordProblem {
  return { column, reason: `“${shortened(text)}” has ${text.length} characters; at most ${longest} are kept` }
}
