import type { LinkKind } from '../model/issue'
import type { IssueRow } from './as-of'
import { IssuePositions } from './issue-positions'
import { linksOf } from './links'

/** How one issue points to another. */
export type Pointing = LinkKind | 'duplicate-of'

export interface Pointer {
  /** Key of the issue that holds the link. */
  readonly from: string
  readonly pointing: Pointing
}

interface Target {
  readonly pointing: Pointing
  readonly to: string
}

const readBetweenYields = 500
const none: readonly Target[] = []

/** Who points to whom, kept up with the rows: asked from the other side, a link would be looked for in every issue. */
export class LinkIndex {
  private readonly positions = new IssuePositions()
  private readonly held = new Map<string, readonly Target[]>()
  private readonly pointers = new Map<string, Pointer[]>()

  constructor(private readonly issues: ReadonlyMap<string, IssueRow>) {}

  /** Reads every issue, in steps. */
  *open(): Generator<void, void> {
    yield* this.positions.takeIn(this.issues)
    let done = 0
    for (const row of this.positions.rows) {
      this.take(row)
      if (++done % readBetweenYields === 0) yield
    }
  }

  /** Takes in the rows as they are now. */
  refresh(): void {
    const { changed, addedFrom } = this.positions.refresh(this.issues)
    const { rows } = this.positions
    for (const position of changed) this.take(rows[position])
    for (let position = addedFrom; position < rows.length; position++) this.take(rows[position])
  }

  /** Issues that point to this one, those that are removed left out. */
  pointersTo(key: string): readonly Pointer[] {
    return this.pointers.get(key) ?? []
  }

  private take(row: IssueRow | undefined): void {
    if (!row) return
    const targets = targetsOf(row)
    const before = this.held.get(row.key) ?? none
    if (before.length === 0 && targets.length === 0) return
    for (const { to } of before) {
      const kept = (this.pointers.get(to) ?? []).filter(({ from }) => from !== row.key)
      if (kept.length > 0) this.pointers.set(to, kept)
      else this.pointers.delete(to)
    }
    for (const { to, pointing } of targets) {
      const others = this.pointers.get(to)
      if (others) others.push({ from: row.key, pointing })
      else this.pointers.set(to, [{ from: row.key, pointing }])
    }
    if (targets.length > 0) this.held.set(row.key, targets)
    else this.held.delete(row.key)
  }
}

function targetsOf(row: IssueRow): readonly Target[] {
  const { removed, status, duplicateOf } = row.values
  if (removed) return none
  const targets: Target[] = linksOf(row).map(({ kind, to }) => ({ pointing: kind, to }))
  if (status === 'duplicate' && duplicateOf) targets.push({ pointing: 'duplicate-of', to: duplicateOf })
  return targets.length > 0 ? targets : none
}
