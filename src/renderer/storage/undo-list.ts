import { changeOf } from './change-of'
import type { ChangeRecord } from './database'
import type { Change } from './session'

const notUndone: ReadonlySet<ChangeRecord['kind']> = new Set(['creation', 'bundle', 'export'])

/** Which change undo would take back and which one redo would bring again. */
export class UndoList {
  /** Changes that people made themselves, oldest first; undoing and redoing are not changes of this list. */
  private readonly entries: {
    change: Change
    standing: ChangeRecord['standing']
    undo: Change | undefined
  }[] = []

  /** @param records in the order in which they were made. */
  constructor(records: readonly ChangeRecord[]) {
    for (const record of records) this.add(record)
  }

  add(record: ChangeRecord): void {
    const change = changeOf(record)
    if (notUndone.has(record.kind)) return
    if (record.kind !== 'undo' && record.kind !== 'redo') {
      for (const entry of this.entries) if (entry.standing === 'undone') entry.standing = 'dropped'
      this.entries.push({ change, standing: 'done', undo: undefined })
      return
    }
    const entry = this.entries.find((other) => other.change.id === record.of)
    if (!entry) return
    entry.standing = record.kind === 'undo' ? 'undone' : 'done'
    entry.undo = record.kind === 'undo' ? change : undefined
  }

  get undoable(): Change | undefined {
    return this.entries.findLast(({ standing }) => standing === 'done')?.change
  }

  get redoable(): Change | undefined {
    const last = this.entries.findLastIndex(({ standing }) => standing === 'done')
    return this.entries.slice(last + 1).find(({ standing }) => standing === 'undone')?.change
  }

  undoOf(change: Change): Change | undefined {
    return this.entries.find((entry) => entry.change.id === change.id)?.undo
  }
}
