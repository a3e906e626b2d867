import { filteredColumns, IssueFinder, type IssueQuery, type Sorting } from '@domain/triage/issue-query'
import { giveWay, inTurns, pace } from '../storage/pace'
import type { EngagementSession } from '../storage/session'
import { indexTexts } from '../workers/search-indexing'
import { issueListOf } from './issue-list'

/** Columns whose filter menus shall open at once. */
const oftenFiltered = ['severity', 'status', 'class', 'owner', 'team', 'component', 'processArea', 'raisedAt']

const followed = ['issue', 'comment', 'person'] as const

/**
 * The list of issues over an open engagement: a finder that follows the rows, and the long work (sorting,
 * indexing) done in small turns or in a worker. `version` grows whenever a query may find something else.
 */
export class IssueView {
  readonly finder: IssueFinder
  version = 0
  private readonly listeners = new Set<() => void>()
  private readonly known = { issue: 0, comment: 0, person: 0 }
  private readonly preparing = new Set<string>()
  private readonly lookingUp = new Set<string>()
  private lastFound: Uint32Array = new Uint32Array(0)
  private isReading = false
  private indexing = false
  private following = false
  private opened = false

  constructor(private readonly session: EngagementSession) {
    const { replica } = session
    this.finder = new IssueFinder({
      issues: replica.rows('issue'),
      comments: replica.rows('comment'),
      people: replica.rows('person'),
    })
    void this.open()
  }

  /** Whether the finder knows the issues; until then there is nothing to show. */
  get isOpen(): boolean {
    return this.opened
  }

  get searchIsReady(): boolean {
    return this.finder.search.isReady
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Gets a sorting ready; until then the list keeps the order it has. */
  async prepare(sorting: Sorting): Promise<void> {
    const id = sorting.column
    if (this.finder.isSortable(sorting) || this.preparing.has(id)) return
    this.preparing.add(id)
    await inTurns(this.finder.prepareSorting(sorting))
    this.preparing.delete(id)
    this.announce()
  }

  /** Reads columns, so that filtering by them and counting them takes no time. */
  async read(columns: readonly string[]): Promise<void> {
    if (this.finder.isRead(columns) || this.isReading) return
    this.isReading = true
    await inTurns(this.finder.prepareFilters(columns))
    this.isReading = false
    this.announce()
  }

  /** Positions of the issues that a query finds; those found last while its columns are being read. */
  found(query: IssueQuery): Uint32Array {
    if (this.finder.isRead(filteredColumns(query))) this.lastFound = this.finder.find(query)
    return this.lastFound
  }

  /** Finds out which issues are of the set that a query asks for; until then it finds none. */
  async lookUpSets(query: IssueQuery): Promise<void> {
    for (const id of this.finder.unknownSets(query)) {
      const { named } = issueListOf(this.session.id).getState()
      if (this.lookingUp.has(id) || named?.id !== id) continue
      this.lookingUp.add(id)
      try {
        this.finder.takeSet(id, await named.keys(this.session))
      } finally {
        this.lookingUp.delete(id)
      }
      this.announce()
    }
  }

  private async open(): Promise<void> {
    await inTurns(this.finder.open())
    this.opened = true
    this.session.subscribe(() => void this.follow())
    // Rows may have changed in between.
    await this.takeIn()
    // What makes searching quick can wait until the first rows are on the screen.
    await idle()
    await Promise.all([this.index(), inTurns(this.finder.prepareFilters(oftenFiltered))])
    this.announce()
  }

  private async follow(): Promise<void> {
    if (this.following || !this.isBehind()) return
    await this.takeIn()
    if (this.finder.needsIndexing) void this.index()
  }

  /** Takes in the rows as they are now: before it returns where few have changed, in turns where many have. */
  private async takeIn(): Promise<void> {
    this.following = true
    do {
      if (this.session.version('person') !== this.known.person) this.finder.refreshPeople()
      this.noteVersions()
      const steps = this.finder.refresh()
      if (!steps.next().done) {
        await giveWay()
        await inTurns(steps)
      }
    } while (this.isBehind())
    this.following = false
    this.announce()
  }

  private isBehind(): boolean {
    return followed.some((entity) => this.session.version(entity) !== this.known[entity])
  }

  private noteVersions(): void {
    for (const entity of followed) this.known[entity] = this.session.version(entity)
  }

  private async index(): Promise<void> {
    if (this.indexing) return
    this.indexing = true
    while (this.finder.needsIndexing) {
      const indexes = await indexTexts(this.finder.textsToIndex(), pace())
      this.finder.takeIndexes(indexes)
      this.announce()
    }
    this.indexing = false
  }

  private announce(): void {
    this.version++
    for (const listener of this.listeners) listener()
  }
}

const views = new WeakMap<EngagementSession, IssueView>()

/** The view of a session; one for as long as the session is open. */
export function issueViewOf(session: EngagementSession): IssueView {
  const known = views.get(session)
  if (known) return known
  const view = new IssueView(session)
  views.set(session, view)
  return view
}

function idle(): Promise<unknown> {
  return new Promise((done) => requestIdleCallback(done))
}
