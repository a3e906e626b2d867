import type { ChangeRecord } from './database'
import type { Change } from './session'

/** A change as people see it. */
export function changeOf({ id, label, at, by, kind, operations, standing }: ChangeRecord): Change {
  return { id, label, at, by, kind, operations, undone: standing !== 'done' }
}
