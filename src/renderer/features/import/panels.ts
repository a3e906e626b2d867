import type { ImportListName } from '../../storage/import-session'
import type { Reviewing } from './import-flow'
import { formatCount } from './words'

export type PanelName = ImportListName | 'columns' | 'notes'

/** A figure of the review and the list behind it. */
export interface Panel {
  readonly name: PanelName
  readonly label: string
  readonly figure: string
  /** Nothing is behind it, so there is nothing to open. */
  readonly empty: boolean
  readonly tone?: 'warning'
}

/** The figures of a review, in the order in which they matter. */
export function panelsOf({ file, mapping, preview }: Reviewing): Panel[] {
  const used = Object.values(mapping.columns).filter(
    (target) => target !== null && target !== 'ignore',
  ).length
  const columns: Panel = {
    name: 'columns',
    label: 'Columns used',
    figure: `${formatCount(used)} of ${formatCount(file.columns.length)}`,
    empty: false,
  }
  if (!preview || preview.questions.length > 0) return [columns]
  const { counts, lists, notes } = preview
  const figure = (name: PanelName, label: string, count: number): Panel => ({
    name,
    label,
    figure: formatCount(count),
    empty: count === 0,
  })
  return [
    figure('created', 'New', counts.created),
    figure('updated', 'Changed', counts.updated),
    ...(counts.conflicts > 0
      ? [{ ...figure('conflicts', 'Conflicts, both kept', counts.conflicts), tone: 'warning' as const }]
      : []),
    figure('unchanged', 'Unchanged', counts.unchanged),
    {
      ...figure('quarantined', 'Not readable', lists.quarantined),
      ...(lists.quarantined > 0 && { tone: 'warning' as const }),
    },
    figure('people', 'New people', lists.people),
    columns,
    figure('notes', 'Notes', notes.length),
  ]
}

/** What needs a look first. */
export function firstPanel({ file, mapping, preview }: Reviewing): PanelName {
  if (!preview || preview.questions.length > 0) return 'columns'
  const unsettled = preview.words.some(
    ({ target, word }) => !Object.hasOwn(mapping.values[target] ?? {}, word),
  )
  if (unsettled || file.columns.some(({ guessed }) => guessed && !file.remembered)) return 'columns'
  const { counts, lists } = preview
  if (counts.conflicts > 0) return 'conflicts'
  if (counts.updated > 0) return 'updated'
  if (counts.created > 0) return 'created'
  if (lists.quarantined > 0) return 'quarantined'
  return 'unchanged'
}
