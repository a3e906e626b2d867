import type { IssueStatus, Severity } from '@domain/model/issue'
import { everyIssue, tagsColumn } from '@domain/triage/issue-query'
import { isDemanding } from '@domain/triage/issue-status'
import { useId } from 'react'
import { RescueChoices } from '../../../parts/rescue/rescue-choices'
import { Button } from '../../../ui/button'
import { ComboBox } from '../../../ui/combo-box'
import { DateField } from '../../../ui/date-field'
import { IconButton } from '../../../ui/icon-button'
import { Select } from '../../../ui/select'
import { TextArea } from '../../../ui/text-area'
import { TextField } from '../../../ui/text-field'
import { useOwnerChoices } from '../../../view-state/use-owner-choices'
import { useSeverityText } from '../../../view-state/use-severity-text'
import { useZone } from '../../../view-state/use-zone'
import { StatusAnswerFields } from '../detail/status-answer'
import { useCounts } from '../use-issue-view'
import styles from './bulk.module.css'
import { choicesOf, type Draft, newDraft, rescueOf, withRescue } from './drafts'
import { type BulkField, bulkFieldLabel } from './fields'

const unchosen = '?'
const nobody = '-'
const mostSuggested = 200

export interface WishEditorProps {
  readonly draft: Draft
  /** Fields that no other line is about. */
  readonly fields: readonly BulkField[]
  readonly onChange: (draft: Draft) => void
  /** Absent where it is the only line. */
  readonly onRemove: (() => void) | undefined
}

/** One field, and what all the issues shall have there. */
export function WishEditor({ draft, fields, onChange, onRemove }: WishEditorProps) {
  const { field, value, answer } = draft
  const status = field === 'status' && value !== undefined ? (value as IssueStatus) : undefined
  return (
    <div className={styles.wish}>
      <div className={styles.pair}>
        <Select
          label="Change"
          options={fields.map((value) => ({ value, label: bulkFieldLabel(value) }))}
          value={field}
          onChange={(chosen) => onChange(newDraft(draft.id, chosen))}
        />
        {field === 'rescue' ? (
          <p className={styles.emptied}>
            Open issues are resolved; of those that have ended it is told only.
          </p>
        ) : (
          <WishValue draft={draft} onChange={(value) => onChange({ ...draft, value })} />
        )}
        {onRemove && (
          <IconButton
            icon="close"
            label={`Do not change ${bulkFieldLabel(field).toLowerCase()}`}
            onClick={onRemove}
          />
        )}
      </div>
      {field === 'rescue' && (
        <RescueChoices
          isChoosing
          chosen={rescueOf(draft)}
          onAnswer={(rescue) => onChange(withRescue(draft, rescue))}
        />
      )}
      {status && isDemanding(status) && (
        <div className={styles.question}>
          <StatusAnswerFields
            status={status}
            answer={answer}
            onChange={(answer) => onChange({ ...draft, answer })}
          />
        </div>
      )}
    </div>
  )
}

interface WishValueProps {
  readonly draft: Draft
  readonly onChange: (value: string | undefined) => void
}

function WishValue({ draft: { field, value }, onChange }: WishValueProps) {
  const zone = useZone()
  const severityText = useSeverityText()
  const owners = useOwnerChoices()
  const label = bulkFieldLabel(field)
  const choices = choicesOf[field]
  if (choices) {
    const text = (choice: string | number) =>
      field === 'severity' ? severityText(choice as Severity) : (choices.words[choice] ?? String(choice))
    return (
      <Select
        label="To"
        options={[
          ...(value === undefined ? [{ value: unchosen, label: 'Choose' }] : []),
          ...choices.values.map((choice) => ({ value: String(choice), label: text(choice) })),
          ...(field === 'status' ? [] : [{ value: '', label: 'None' }]),
        ]}
        value={value ?? unchosen}
        onChange={onChange}
      />
    )
  }
  if (field === 'owner') {
    return (
      <ComboBox
        label="To"
        choices={[{ key: nobody, label: 'Nobody' }, ...owners]}
        value={value === '' ? nobody : (value ?? null)}
        placeholder="Choose"
        onChange={(key) => onChange(key === nobody ? '' : (key ?? undefined))}
      />
    )
  }
  if (field === 'tag' || field === 'untag')
    return <SuggestedText label="Tag" column={tagsColumn} value={value} onChange={onChange} />
  if (value === '') {
    return (
      <p className={styles.emptied}>
        {label} will be emptied.{' '}
        <Button tone="quiet" onClick={() => onChange(undefined)}>
          Write something instead
        </Button>
      </p>
    )
  }
  const typed = (text: string) => onChange(text === '' ? undefined : text)
  return (
    <div className={styles.typed}>
      {field === 'nextUpdateDue' ? (
        <DateField label="To" time zone={zone} value={value ?? ''} onChange={typed} />
      ) : field === 'workaround' ? (
        <TextArea label="To" value={value ?? ''} onChange={typed} />
      ) : (
        <SuggestedText label="To" column={field} value={value} onChange={typed} />
      )}
      <Button tone="quiet" onClick={() => onChange('')}>
        Empty it
      </Button>
    </div>
  )
}

interface SuggestedTextProps {
  readonly label: string
  readonly column: string
  readonly value: string | undefined
  readonly onChange: (text: string) => void
}

/** Text with what other issues have there at hand. */
function SuggestedText({ label, column, value, onChange }: SuggestedTextProps) {
  const counts = useCounts(column, everyIssue)
  const suggestions = useId()
  const values = [...(counts?.keys() ?? [])].slice(0, mostSuggested)
  return (
    <>
      <TextField label={label} value={value ?? ''} onChange={onChange} list={suggestions} />
      <datalist id={suggestions}>
        {values.map(
          (other) => other !== null && other !== '' && <option key={String(other)} value={String(other)} />,
        )}
      </datalist>
    </>
  )
}
