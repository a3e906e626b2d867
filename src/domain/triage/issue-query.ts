import type { Row } from '../merge/row'
import type { Comment, Person } from '../model/entities'
import { endedStatuses, issueStatuses } from '../model/issue'
import type { Value } from '../model/value'
import type { IssueRow } from './as-of'
import { Bits } from './bits'
import { CodedColumn, isNothing } from './coded-column'
import { sortKeyOf, wordsOf } from './fold'
import type { IssueGroups } from './issue-groups'
import { IssuePositions } from './issue-positions'
import { IssueSearch, type SearchIndexes } from './issue-search'
import { IssueSets } from './issue-sets'
import { searchedText } from './issue-text'
import { calledKey, type ListColumn, listColumn } from './list-columns'
import { SetColumns } from './set-columns'
import type { SortKey } from './sliced-sort'

/** What one column must hold. Null stands for nothing being there (nobody, no class yet). */
export type ColumnFilter =
  | { readonly column: string; readonly kind: 'any-of'; readonly values: readonly Value[] }
  /** From and to in the column's unit; `from` belongs to it, `to` does not. */
  | { readonly column: string; readonly kind: 'range'; readonly from?: number; readonly to?: number }
  | { readonly column: string; readonly kind: 'contains'; readonly text: string }
  /** Whether anything is there at all. */
  | { readonly column: string; readonly kind: 'filled'; readonly filled: boolean }

export interface Sorting {
  readonly column: string
  readonly descending: boolean
}

export interface IssueQuery {
  readonly search: string
  /** At most one per column. All of them must hold. Columns `tags` and `set` hold any number of values at once. */
  readonly filters: readonly ColumnFilter[]
  readonly sorting: Sorting
}

export const everyIssue: IssueQuery = {
  search: '',
  filters: [],
  sorting: { column: 'raisedAt', descending: true },
}

export const tagsColumn = 'tags'
/** Not a column of the list: its values are ids of sets of issues, such as those that an import wrote. */
export const setColumn = 'set'
export const filteredColumns = ({ filters }: IssueQuery): string[] => filters.map(({ column }) => column)

/** What the choice “open” of the status menu stands for. */
export const openStatuses = issueStatuses.filter((status) => !endedStatuses.has(status))

export interface IssueTables {
  readonly issues: ReadonlyMap<string, IssueRow>
  readonly comments: ReadonlyMap<string, Row<Comment>>
  readonly people: ReadonlyMap<string, Row<Person>>
}

/** Changes up to this many at a time are laid over the search index at once; more wait for new indexes. */
const overlaidAtOnce = 200
const updatedBetweenYields = 250

/**
 * Answers queries over all issues of an engagement from columns of small numbers, kept up with the rows.
 * Nothing here is a copy to write to: rows stay the only truth.
 */
export class IssueFinder {
  readonly positions = new IssuePositions()
  readonly search = new IssueSearch()
  private readonly sets = new SetColumns(this.positions.rows)
  private readonly named = new IssueSets(this.positions)
  private readonly columns = new Map<string, CodedColumn>()
  private readonly orders = new Map<string, Uint32Array<ArrayBuffer>>()
  private lastOrder = new Uint32Array(0)
  private standing = new Bits(0)
  private knownComments = 0
  private readonly changedSinceIndexing = new Set<number>()
  private readonly commentsSinceIndexing: Row<Comment>[] = []
  private tooMuchToOverlay = false

  /** Knows no issue until it is opened (in steps) or refreshed (at once). */
  constructor(private readonly tables: IssueTables) {}

  /** Takes in all rows and gets the sorting of an unasked query ready, in steps. */
  *open(): Generator<void, void> {
    yield* this.positions.takeIn(this.tables.issues)
    this.markStanding([], 0)
    this.knownComments = this.tables.comments.size
    yield* this.prepareSorting(everyIssue.sorting)
  }

  readonly personName = (key: string): string => this.tables.people.get(key)?.values.name || key

  /** Number of issues, removed ones left out. */
  get total(): number {
    return this.standing.count()
  }

  /** Whether `importedColumns` are all there are. */
  get importedAreKnown(): boolean {
    return this.sets.isWhole
  }

  /** Ids of the imported columns met so far. */
  get importedColumns(): readonly string[] {
    return [...this.sets.imported]
  }

  get tags(): readonly string[] {
    return this.sets.tags
  }

  /** Whether the search index lacks more than can be laid over it. */
  get needsIndexing(): boolean {
    return !this.search.isReady || this.tooMuchToOverlay || this.search.overlaid > overlaidAtOnce
  }

  /** Takes in the rows as they are now, in steps. Call after every change, and not again before it has ended. */
  *refresh(): Generator<void, void> {
    const { changed, addedFrom } = this.positions.refresh(this.tables.issues)
    const size = this.positions.size
    if (size > addedFrom) this.orders.clear()
    const different = changed.length + size - addedFrom
    if (different > 0) {
      this.markStanding(changed, addedFrom)
      this.overlayIssues(changed, addedFrom, different)
    }
    this.overlayComments()
    yield* this.updateColumns(changed)
  }

  /** People have got other names. */
  refreshPeople(): void {
    for (const [id, column] of this.columns) {
      if (listColumn(id)?.kind !== 'person') continue
      column.forgetOrder()
      this.forgetOrders(id)
    }
  }

  /** Positions of the issues that match, in order. Keeps the order before while the wanted one is not ready. */
  find(query: IssueQuery): Uint32Array {
    const found = this.matching(query)
    const order = this.orderOf(query.sorting)
    return found.count() === order.length ? order : found.inOrder(order)
  }

  /** Positions of the issues that people call just so: `hc-12`, in whatever case. There is one as a rule. */
  called(text: string): number[] {
    // Keys have a number in them.
    const word = wordsOf(text).find((typed) => /\d/.test(typed))
    if (word === undefined) return []
    const typed = text.trim().toLowerCase()
    const called: number[] = []
    // A key is among the words of its issue; until those are indexed there is no other way than to look at each.
    for (const position of this.search.holding(word) ?? this.positions.rows.keys()) {
      const row = this.positions.rows[position]
      if (!row || !this.standing.has(position)) continue
      const key = calledKey(row)
      if (key.length === typed.length && key.toLowerCase() === typed) called.push(position)
    }
    return called
  }

  /**
   * Positions of the issues that a text means: those called just so first, then, newest first, those that have its words.
   * Until the words of all have been read nobody knows those, and any issue offered in their place would be a wrong one.
   */
  meant(text: string, limit: number): number[] {
    if (wordsOf(text).length === 0) return []
    const found = this.search.isReady ? this.find({ ...everyIssue, search: text }).subarray(0, limit) : []
    return [...new Set([...this.called(text), ...found])].slice(0, limit)
  }

  /** How many issues match. */
  count(query: IssueQuery): number {
    return this.matching(query).count()
  }

  /** Issues in the order found, those with one value of a column together; undefined until `prepareSorting`. */
  groups(found: Uint32Array, column: string): IssueGroups | undefined {
    const coded = this.coded(column)
    return coded?.canOrder() ? coded.grouped(found) : undefined
  }

  /** How many groups there can be, whatever is found. */
  mostGroups(column: string): number {
    return this.coded(column)?.values.length ?? 0
  }

  /** Whether these columns have been read, so that filtering by them and counting them takes no time. */
  isRead(columns: readonly string[]): boolean {
    return columns.every((column) =>
      column === tagsColumn ? this.sets.isRead : (this.coded(column)?.isRead ?? true),
    )
  }

  /** How many issues there are for each value of a column, given everything the query asks of other columns. */
  counts(column: string, query: IssueQuery): Map<Value, number> {
    const others = { ...query, filters: query.filters.filter((filter) => filter.column !== column) }
    const among = this.matching(others)
    return column === tagsColumn
      ? this.sets.tagCounts(among)
      : (this.coded(column)?.counts(among) ?? new Map())
  }

  /** Whether `find` answers in this order, and not in the one before. */
  isSortable(sorting: Sorting): boolean {
    return this.byRaised.canOrder() && (this.coded(sorting.column)?.canOrder() ?? true)
  }

  /** Gets a sorting ready, in steps. */
  *prepareSorting(sorting: Sorting): Generator<void, void> {
    yield* this.byRaised.rank()
    const column = this.coded(sorting.column)
    if (column) yield* column.rank()
    this.orders.clear()
  }

  /** Reads what filter menus need, in steps. */
  *prepareFilters(columns: readonly string[]): Generator<void, void> {
    for (const id of columns) yield* this.coded(id)?.fill() ?? []
    yield* this.sets.fill()
  }

  /** Sets that a query asks for and whose issues have not been told yet; it finds none of them until then. */
  unknownSets({ filters }: IssueQuery): string[] {
    return filters
      .flatMap((filter) => (filter.column === setColumn && filter.kind === 'any-of' ? filter.values : []))
      .filter((id) => !this.named.knows(id))
      .map(String)
  }

  /** The keys of the issues of a set. */
  takeSet(id: string, keys: Iterable<string>): void {
    this.named.take(id, keys)
  }

  /** Texts to index: issues first, then comments, each with its position. Taking them starts a new overlay. */
  *textsToIndex(): Generator<{ of: 'issues' | 'comments'; position: number; text: string }, void> {
    this.changedSinceIndexing.clear()
    this.commentsSinceIndexing.length = 0
    this.tooMuchToOverlay = false
    const comments = this.knownComments
    for (let position = 0; position < this.positions.size; position++) {
      const row = this.positions.rows[position]
      if (row) yield { of: 'issues', position, text: searchedText(row, this.personName) }
    }
    let taken = 0
    for (const { values } of this.tables.comments.values()) {
      if (taken++ >= comments) return
      const position = values.issue ? this.positions.of(values.issue) : undefined
      if (position !== undefined && values.text && !values.removed) {
        yield { of: 'comments', position, text: values.text }
      }
    }
  }

  /** Indexes made of `textsToIndex`; what has changed since it was called is laid over them. */
  takeIndexes(indexes: SearchIndexes): void {
    this.search.replace(indexes)
    if (this.tooMuchToOverlay) return
    for (const position of this.changedSinceIndexing) this.overlayIssue(position)
    for (const comment of this.commentsSinceIndexing) this.overlayComment(comment)
  }

  private get byRaised(): CodedColumn {
    const column = this.coded('raisedAt')
    if (!column) throw new Error('The column “raisedAt” is missing from the list of columns')
    return column
  }

  private matching(query: IssueQuery): Bits {
    const found = new Bits(this.positions.size)
    found.words.set(this.standing.words)
    this.search.keepMatching(found, query.search)
    for (const filter of query.filters) this.keepMatching(found, filter)
    return found
  }

  private keepMatching(found: Bits, filter: ColumnFilter): void {
    if (filter.column === tagsColumn) {
      if (filter.kind === 'any-of') {
        this.sets.keepTagged(found, new Set(filter.values.map((value) => String(value ?? ''))))
      } else if (filter.kind === 'filled') this.sets.keepFilled(found, filter.filled)
      return
    }
    if (filter.column === setColumn) {
      this.named.keep(found, filter.kind === 'any-of' ? filter.values : [])
      return
    }
    const column = this.coded(filter.column)
    if (filter.kind === 'contains') column?.keepContaining(found, filter.text)
    else column?.keepMatching(found, valueTest(filter))
  }

  private coded(id: string): CodedColumn | undefined {
    const known = this.columns.get(id)
    if (known) return known
    const column = listColumn(id)
    if (!column) return undefined
    const coded = new CodedColumn(this.positions.rows, column.read, this.keyOf(column))
    this.columns.set(id, coded)
    return coded
  }

  private keyOf(column: ListColumn): (value: Exclude<Value, null>) => SortKey {
    const { choices } = column
    if (choices) return (value) => choices.indexOf(value)
    if (column.kind === 'person') return (value) => sortKeyOf(this.personName(String(value)))
    return (value) => (typeof value === 'string' ? sortKeyOf(value) : Number(value))
  }

  /** Forgets orders that the column takes part in; that of raising takes part in all. */
  private forgetOrders(column: string): void {
    if (column === 'raisedAt') this.orders.clear()
    this.orders.delete(`+${column}`)
    this.orders.delete(`-${column}`)
  }

  private orderOf(sorting: Sorting): Uint32Array {
    const id = `${sorting.descending ? '-' : '+'}${sorting.column}`
    const known = this.orders.get(id)
    if (known) return known
    if (!this.isSortable(sorting)) return this.orderBefore()
    const newestFirst = this.byRaised.ordered(arrival(0, this.positions.size), true)
    const order = this.coded(sorting.column)?.ordered(newestFirst, sorting.descending) ?? newestFirst
    this.orders.set(id, order)
    this.lastOrder = order
    return order
  }

  /** The order shown last, with what has come since at its end. */
  private orderBefore(): Uint32Array {
    const { lastOrder } = this
    if (lastOrder.length < this.positions.size) {
      this.lastOrder = new Uint32Array(this.positions.size)
      this.lastOrder.set(lastOrder)
      this.lastOrder.set(arrival(lastOrder.length, this.positions.size), lastOrder.length)
    }
    return this.lastOrder
  }

  private *updateColumns(changed: readonly number[]): Generator<void, void> {
    const different = new Set<string>()
    for (const [index, position] of changed.entries()) {
      for (const [id, column] of this.columns) if (column.update(position)) different.add(id)
      this.sets.update(position)
      if (index % updatedBetweenYields === updatedBetweenYields - 1) yield
    }
    for (const id of different) this.forgetOrders(id)
  }

  private markStanding(changed: readonly number[], addedFrom: number): void {
    const { rows, size } = this.positions
    if (size > this.standing.size) {
      const larger = new Bits(size)
      larger.words.set(this.standing.words)
      this.standing = larger
    }
    const mark = (position: number) => {
      if (rows[position]?.values.removed === true) this.standing.delete(position)
      else this.standing.add(position)
    }
    for (const position of changed) mark(position)
    for (let position = addedFrom; position < size; position++) mark(position)
  }

  private overlayIssues(changed: readonly number[], addedFrom: number, different: number): void {
    if (different > overlaidAtOnce) {
      this.tooMuchToOverlay = true
      return
    }
    const positions = [...changed]
    for (let position = addedFrom; position < this.positions.size; position++) positions.push(position)
    for (const position of positions) {
      this.changedSinceIndexing.add(position)
      this.overlayIssue(position)
    }
  }

  private overlayIssue(position: number): void {
    const row = this.positions.rows[position]
    if (row) this.search.rewrite(position, searchedText(row, this.personName))
  }

  private overlayComments(): void {
    const { comments } = this.tables
    const different = comments.size - this.knownComments
    if (different <= 0) return
    if (different > overlaidAtOnce) this.tooMuchToOverlay = true
    else {
      let met = 0
      for (const comment of comments.values()) {
        if (met++ < this.knownComments) continue
        this.commentsSinceIndexing.push(comment)
        this.overlayComment(comment)
      }
    }
    this.knownComments = comments.size
  }

  private overlayComment({ values }: Row<Comment>): void {
    const position = values.issue ? this.positions.of(values.issue) : undefined
    if (position !== undefined && values.text) this.search.addComment(position, values.text)
  }
}

function valueTest(filter: Exclude<ColumnFilter, { kind: 'contains' }>): (value: Value) => boolean {
  if (filter.kind === 'any-of') {
    const wanted = new Set(filter.values)
    return (value) => wanted.has(value)
  }
  if (filter.kind === 'filled') return (value) => isNothing(value) !== filter.filled
  const { from = -Infinity, to = Infinity } = filter
  return (value) => typeof value === 'number' && value >= from && value < to
}

/** Positions in the order in which the issues came. */
function arrival(from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, index) => from + index)
}
