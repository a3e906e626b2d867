import { channels, issueClasses, owningTeams, severities } from '@domain/model/issue'
import { createIssue, type NewIssue } from '@domain/triage/commands'
import { nextShortKey } from '@domain/triage/short-key'
import { channelWords, classWords, teamWords } from '@domain/triage/words'
import { useSession, useWorkspace } from '../../storage/queries'
import { ComboBox } from '../../ui/combo-box'
import { FormDialog } from '../../ui/form-dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { keptDraft } from '../../view-state/kept-draft'
import { useAct } from '../../view-state/use-act'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import { useSeverityText } from '../../view-state/use-severity-text'
import { ChoiceField } from './detail/choice-field'
import styles from './detail/issue-detail.module.css'

export interface NewIssueDialogProps {
  readonly onClose: () => void
  /** Called with the new issue's key. */
  readonly onWritten: (key: string) => void
}

const nothing: NewIssue = { title: '' }
const useNewIssue = keptDraft(nothing)

/** Writes down an issue that no tracker brought: somebody at the desk, a call. Only Cancel forgets what is typed. */
export default function NewIssueDialog({ onClose, onWritten }: NewIssueDialogProps) {
  const act = useAct()
  const { id, replica } = useSession()
  const { laptop } = useWorkspace()
  const severityText = useSeverityText()
  const owners = useOwnerChoices()
  const [typed, setTyped] = useNewIssue(id)
  const set = (fields: Partial<NewIssue>) => setTyped({ ...typed, ...fields })

  async function save(): Promise<boolean> {
    const key = crypto.randomUUID()
    const taken = replica.rows('issue').values()
    const shortKey = nextShortKey(laptop, shortKeysOf(taken))
    if (!(await act(createIssue(key, shortKey, typed, now())))) return false
    setTyped(nothing)
    onWritten(key)
    return true
  }

  return (
    <FormDialog
      title="New issue"
      width="wide"
      save="Write it down"
      onSave={save}
      onCancel={() => {
        setTyped(nothing)
        onClose()
      }}
      onClose={onClose}
    >
      <TextField label="Title" value={typed.title ?? ''} onChange={(title) => set({ title })} required />
      <TextArea
        label="Description"
        value={typed.description ?? ''}
        onChange={(description) => set({ description })}
      />
      <div className={styles.pairs}>
        <TextField label="Reporter" value={typed.reporter ?? ''} onChange={(reporter) => set({ reporter })} />
        <TextField
          label="Unit"
          value={typed.reporterUnit ?? ''}
          onChange={(reporterUnit) => set({ reporterUnit })}
        />
        <ChoiceField
          label="Severity"
          choices={severities}
          text={severityText}
          value={typed.severity ?? null}
          onChange={(severity) => set({ severity })}
        />
        <ChoiceField
          label="Class"
          choices={issueClasses}
          text={(value) => classWords[value]}
          value={typed.class ?? null}
          onChange={(value) => set({ class: value })}
        />
        <ComboBox
          label="Owner"
          choices={owners}
          value={typed.owner ?? null}
          placeholder="Nobody"
          onChange={(owner) => set({ owner })}
        />
        <ChoiceField
          label="Team"
          choices={owningTeams}
          text={(team) => teamWords[team]}
          value={typed.team ?? null}
          onChange={(team) => set({ team })}
        />
        <ChoiceField
          label="Channel"
          choices={channels}
          text={(channel) => channelWords[channel]}
          value={typed.channel ?? null}
          onChange={(channel) => channel && set({ channel })}
        />
        <TextField
          label="Component"
          value={typed.component ?? ''}
          onChange={(component) => set({ component })}
        />
      </div>
    </FormDialog>
  )
}

function* shortKeysOf(rows: Iterable<{ readonly values: { shortKey?: string | null } }>) {
  for (const { values } of rows) yield values.shortKey
}
