import { engagementKey } from '@domain/model/engagement'
import type { EntityName, ValuesOf } from '@domain/model/entities'
import type { Value } from '@domain/model/value'
import { useRow, useSession } from '../../storage/queries'
import { useWrite } from '../../view-state/use-write'

/** “Client set to Northwind”, “Sponsor cleared”. */
export function editLabel(name: string, value: Value): string {
  return value === null || value === '' ? `${name} cleared` : `${name} set to ${value}`
}

export interface EngagementEdit {
  readonly values: ValuesOf<'engagement'>
  readonly readOnly: boolean
  /** Writes one field. `name` is the field in words, for undo and the history; `told` the value, where it needs other words. */
  set(field: keyof ValuesOf<'engagement'>, value: Value, name: string, told?: string): void
}

export function useEngagementEdit(): EngagementEdit {
  const write = useWrite()
  const { access } = useSession()
  return {
    values: useRow('engagement', engagementKey)?.values ?? {},
    readOnly: access.kind === 'read-only',
    set(field, value, name, told) {
      void write(editLabel(name, told ?? value), [
        { entity: 'engagement', key: engagementKey, fields: { [field]: value } },
      ])
    },
  }
}

export interface RowEdit {
  readonly readOnly: boolean
  readonly set: (label: string, key: string, fields: Readonly<Record<string, Value>>) => void
}

/** Writes fields of rows of one entity. */
export function useRowEdit(entity: EntityName): RowEdit {
  const write = useWrite()
  const { access } = useSession()
  return {
    readOnly: access.kind === 'read-only',
    set(label, key, fields) {
      void write(label, [{ entity, key, fields: { ...fields } }])
    },
  }
}
