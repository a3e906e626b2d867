import type { IssueRow } from '@domain/triage/as-of'
import { editField, editText, type IssueText } from '@domain/triage/commands'
import { MentioningTextArea } from '../../../parts/mentions/mentioning-text-area'
import { useSession } from '../../../storage/queries'
import { TextArea } from '../../../ui/text-area'
import { useAct } from '../../../view-state/use-act'
import styles from './issue-detail.module.css'

const longTexts = [
  ['description', 'Description'],
  ['workaround', 'Workaround'],
  ['fixNote', 'Fix note'],
] as const satisfies readonly (readonly [IssueText, string])[]

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
  const { replica } = useSession()
  return (
    <section className={styles.section} aria-label="Texts">
      {longTexts.map(([field, label]) => (
        <MentioningTextArea
          key={field}
          label={label}
          value={row.values[field] ?? ''}
          readOnly={readOnly}
          onCommit={(text) => void act(editText(row, field, text, replica.rows('person').values()))}
        />
      ))}
    </section>
  )
}
