import type { Instant } from '../model/value'
import { existsAt, type IssueRow, isOpenAt, severityAt } from '../triage/as-of'
import { fold } from '../triage/fold'
import { finish, sortedPlaces } from '../triage/sliced-sort'

/** What a handover has to know of the issues as of an instant to be counted. */
export interface CountedIssues {
  readonly asOf: Instant
  /** Every component that an issue names, by the name that people take for the same. */
  readonly components: ReadonlyMap<string, ComponentName>
  readonly open: { readonly size: number; get(key: string): IssueRow | undefined }
}

/** The same with the issues themselves. */
export interface HandoverIssues extends CountedIssues {
  /** The most severe first. */
  readonly open: ReadonlyMap<string, IssueRow>
}

export interface ComponentName {
  readonly name: string
  readonly issues: number
}

const readBetweenYields = 250
/** After all that have a severity. */
export const ungraded = 4

export const componentKey = (name: string) => fold(name.trim())

/** Reads every issue, in steps. */
export function* readHandoverIssues(
  issues: Iterable<IssueRow>,
  asOf: Instant,
): Generator<void, HandoverIssues> {
  const components = new Map<string, ComponentName>()
  const open: IssueRow[] = []
  let read = 0
  for (const row of issues) {
    if (++read % readBetweenYields === 0) yield
    if (!existsAt(row, asOf)) continue
    countComponent(components, row)
    if (isOpenAt(row, asOf)) open.push(row)
  }
  return yield* inOrder(asOf, components, open)
}

/** The same out of issues that are read already: all that exist, and those of them that are open. */
export function handoverIssuesAmong(
  asOf: Instant,
  all: Iterable<{ readonly row: IssueRow }>,
  open: readonly { readonly row: IssueRow }[],
): HandoverIssues {
  const components = new Map<string, ComponentName>()
  for (const { row } of all) countComponent(components, row)
  return finish(
    inOrder(
      asOf,
      components,
      open.map(({ row }) => row),
    ),
  )
}

function countComponent(components: Map<string, ComponentName>, { values }: IssueRow): void {
  const name = values.component?.trim() ?? ''
  if (name === '') return
  const key = componentKey(name)
  const known = components.get(key)
  // Of two ways to write it, every laptop takes the same, in whatever order the issues came.
  components.set(key, {
    name: known && known.name < name ? known.name : name,
    issues: (known?.issues ?? 0) + 1,
  })
}

function* inOrder(
  asOf: Instant,
  components: ReadonlyMap<string, ComponentName>,
  open: readonly IssueRow[],
): Generator<void, HandoverIssues> {
  const severities: number[] = []
  for (const row of open) {
    if (severities.length % readBetweenYields === readBetweenYields - 1) yield
    severities.push(severityAt(row, asOf) ?? ungraded)
  }
  const places = yield* sortedPlaces(
    open.length,
    (left, right) =>
      (severities[left] ?? ungraded) - (severities[right] ?? ungraded) ||
      ((open[left]?.key ?? '') < (open[right]?.key ?? '') ? -1 : 1),
  )
  const sorted = new Map<string, IssueRow>()
  for (const [index, place] of places.entries()) {
    if (index % readBetweenYields === readBetweenYields - 1) yield
    const row = open[place]
    if (row) sorted.set(row.key, row)
  }
  return { asOf, components, open: sorted }
}
