import type { IssueRow } from '@domain/triage/as-of'
import { type EditableField, editField } from '@domain/triage/commands'
import { TextArea } from '../../../ui/text-area'
import { useAct } from '../../../view-state/use-act'
import styles from './issue-detail.module.css'

const longTexts = [
  ['description', 'Description'],
  ['workaround', 'Workaround'],
  ['fixNote', 'Fix note'],
] as const satisfies readonly (readonly [EditableField, string])[]

/** The line everybody knows the issue by. */
export function Title({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  return (
    <TextArea
      label="Title"
      oneLine
      value={row.values.title ?? ''}
      readOnly={readOnly}
      validate={(text) => (text.trim() === '' ? 'An issue needs a title' : undefined)}
      onCommit={(text) => void act(editField(row, 'title', text))}
    />
  )
}

/** What is wrong, what helps meanwhile, what was done. */
export function Texts({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  return (
    <section className={styles.section} aria-label="Texts">
      {longTexts.map(([field, label]) => (
        <TextArea
          key={field}
          label={label}
          value={row.values[field] ?? ''}
          readOnly={readOnly}
          onCommit={(text) => void act(editField(row, field, text))}
        />
      ))}
    </section>
  )
}
