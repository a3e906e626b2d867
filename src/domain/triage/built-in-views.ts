import { everyIssueLook, type IssueLook } from './issue-look'
import { type ColumnFilter, everyIssue, openStatuses, type Sorting } from './issue-query'

/** A view that everybody has, and nobody can change. */
export interface BuiltInView {
  readonly id: string
  readonly name: string
  readonly look: IssueLook
}

const open: ColumnFilter = { column: 'status', kind: 'any-of', values: openStatuses }
const bySeverity: Sorting = { column: 'severity', descending: false }

function view(
  id: string,
  name: string,
  filters: readonly ColumnFilter[],
  more: { sorting?: Sorting; grouping?: string } = {},
): BuiltInView {
  const { sorting = everyIssue.sorting, grouping = null } = more
  return {
    id: `built-in:${id}`,
    name,
    look: { query: { search: '', filters, sorting }, grouping, columns: null },
  }
}

/** All issues, without any other choice; what the list shows in the beginning. */
export const everyIssueView: BuiltInView = { id: 'built-in:all', name: 'All issues', look: everyIssueLook }

/** @param me key of the person at this laptop */
export function builtInViews(me: string): readonly BuiltInView[] {
  const mine: ColumnFilter = { column: 'owner', kind: 'any-of', values: [me] }
  return [
    everyIssueView,
    view('mine', 'My open', [open, mine], { sorting: bySeverity }),
    view('severe', 'Severity 1 and 2, open', [open, { column: 'severity', kind: 'any-of', values: [1, 2] }], {
      sorting: bySeverity,
    }),
    view('unassigned', 'Unassigned', [open, { column: 'owner', kind: 'any-of', values: [null] }], {
      sorting: bySeverity,
    }),
    view('waiting', 'Waiting for users', [
      { column: 'status', kind: 'any-of', values: ['on-hold'] },
      { column: 'holdReason', kind: 'any-of', values: ['user'] },
    ]),
    view('desks', 'Open by owner', [open], { sorting: bySeverity, grouping: 'owner' }),
    view('training', 'Training gaps, open', [
      open,
      { column: 'class', kind: 'any-of', values: ['training-gap'] },
    ]),
  ]
}

/** Issues of which a clock falls due within so long are falling due. */
export const fallingDueWithin = 24 * 60 * 60_000
