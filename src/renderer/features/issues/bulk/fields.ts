import { plainBulkFields } from '@domain/triage/bulk-edit'
import { fieldLabel } from '@domain/triage/issue-fields'

/** What can be changed of many issues at once. */
export const bulkFields = [
  'status',
  'rescue',
  'severity',
  'owner',
  ...plainBulkFields,
  'tag',
  'untag',
] as const
export type BulkField = (typeof bulkFields)[number]

export function bulkFieldLabel(field: BulkField): string {
  if (field === 'tag') return 'Add a tag'
  return field === 'untag' ? 'Take off a tag' : fieldLabel(field)
}
