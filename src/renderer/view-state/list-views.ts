import { personKeyFromName } from '@domain/model/person'
import { builtInViews, fallingDueWithin } from '@domain/triage/built-in-views'
import { everyIssueLook, goneFrom, type IssueLook } from '@domain/triage/issue-look'
import { filteredColumns } from '@domain/triage/issue-query'
import { calledView, readView, type SavedViewRow, standingViews } from '@domain/triage/saved-view'
import { clockViewOf } from '../storage/clock-view'
import type { EngagementSession } from '../storage/session'
import { now } from './clock'
import type { NamedIssues } from './issue-list'
import { issueViewOf } from './issue-view'

/** A view of the list as it can be chosen. */
export interface ListView {
  readonly id: string
  readonly name: string
  readonly look: IssueLook
  /** Set where a reason that no column tells decides which issues these are. */
  readonly named?: NamedIssues
  /** The row of a view that people saved. */
  readonly saved?: SavedViewRow
  /** Why it cannot be shown. */
  readonly unavailable?: string
  /** What of it cannot be shown, or is not here any more. */
  readonly notes: readonly string[]
}

/** Every view of the list: the built-in ones, and those that people saved, by name. */
export function listViews(session: EngagementSession, userName: string): ListView[] {
  const people = session.replica.rows('person')
  const me = personKeyFromName(userName)
  const isHere = (person: string) => {
    const row = people.get(person)
    return row !== undefined && row.values.removed !== true
  }
  const builtIn = builtInViews(me).map(
    (view): ListView =>
      view.id === 'built-in:mine' && !isHere(me)
        ? { ...view, notes: [], unavailable: 'your name is not on the list of people' }
        : { ...view, notes: [] },
  )
  const { finder } = issueViewOf(session)
  const imported = new Set<string>(finder.importedColumns)
  const isImported = (column: string) =>
    column.startsWith('column:') && finder.importedAreKnown ? imported.has(column) : undefined
  const saved = standingViews(session.replica.rows('savedView').values()).map((row): ListView => {
    const { look, notUnderstood } = readView(row)
    const notes = [...notUnderstood, ...goneFrom(look, { isHere, isImported })]
    return { id: row.key, name: calledView(row), look, saved: row, notes }
  })
  return [...builtIn, fallingDue(session), ...saved]
}

function fallingDue(session: EngagementSession): ListView {
  const at = now()
  return {
    id: 'built-in:falling-due',
    name: 'Falling due within a day',
    look: everyIssueLook,
    notes: [],
    named: { title: 'Falling due within a day', at, keys: () => fallingDueKeys(session, at) },
  }
}

async function fallingDueKeys(session: EngagementSession, at: number): Promise<ReadonlySet<string>> {
  const clocks = clockViewOf(session, now)
  await clocks.settled()
  return new Set(clocks.board.deadlines.between(at, at + fallingDueWithin).map(({ issue }) => issue))
}

/** How many issues each view shows, where that can be told without waiting; in steps. */
export function* viewCounts(
  session: EngagementSession,
  views: readonly ListView[],
): Generator<void, ReadonlyMap<string, number>> {
  const { finder } = issueViewOf(session)
  const counts = new Map<string, number>()
  for (const { id, look, named, unavailable } of views) {
    if (unavailable !== undefined) continue
    if (named) {
      const clocks = clockViewOf(session, now)
      if (!clocks.isOpen) continue
      const due = clocks.board.deadlines.between(now(), now() + fallingDueWithin)
      counts.set(id, new Set(due.map(({ issue }) => issue)).size)
    } else {
      if (look.query.search !== '' && !finder.search.isReady) continue
      yield* finder.prepareFilters(filteredColumns(look.query))
      counts.set(id, finder.count(look.query))
    }
    yield
  }
  return counts
}
