import { type IssueClass, severities } from '@domain/model/issue'
import type { IssueRow } from '@domain/triage/as-of'
import { teamWords } from '@domain/triage/words'
import { useRow } from '../../storage/queries'
import { Button } from '../../ui/button'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { useSeverityText } from '../../view-state/use-severity-text'
import { runShortcut } from '../../view-state/use-shortcuts'
import { KeyButton } from './key-button'
import styles from './triage.module.css'

export const severityShortcuts = {
  1: 'triageSeverity1',
  2: 'triageSeverity2',
  3: 'triageSeverity3',
} as const satisfies Record<(typeof severities)[number], ShortcutName>

/** The classes somebody decides on; what is a duplicate is merged. */
export const classShortcuts = {
  defect: 'triageDefect',
  'training-gap': 'triageTrainingGap',
  question: 'triageQuestion',
  'change-request': 'triageChangeRequest',
  data: 'triageData',
  access: 'triageAccess',
  configuration: 'triageConfiguration',
  environment: 'triageEnvironment',
} as const satisfies Record<Exclude<IssueClass, 'duplicate'>, ShortcutName>

export interface KeyPanelProps {
  readonly row: IssueRow
  readonly readOnly: boolean
  readonly canGoBack: boolean
  /** The last change, which undo would take back. */
  readonly last: string | undefined
}

/** Every decision with its key, and what has been decided. */
export function KeyPanel({ row, readOnly, canGoBack, last }: KeyPanelProps) {
  const severityText = useSeverityText()
  const { values } = row
  const owner = useRow('person', values.owner ?? undefined)
  return (
    <section aria-label="Decide" className={styles.group}>
      <h3 className={styles.heading}>Severity</h3>
      <div className={styles.three}>
        {severities.map((severity) => (
          <KeyButton
            key={severity}
            shortcut={severityShortcuts[severity]}
            label={severityText(severity).replace(/^\d\s/, '')}
            pressed={values.severity === severity}
            disabled={readOnly}
          />
        ))}
      </div>
      <h3 className={styles.heading}>Class</h3>
      <div className={styles.two}>
        {Object.entries(classShortcuts).map(([issueClass, shortcut]) => (
          <KeyButton
            key={issueClass}
            shortcut={shortcut}
            pressed={values.class === issueClass}
            disabled={readOnly}
          />
        ))}
      </div>
      <h3 className={styles.heading}>Who and what helps</h3>
      <div className={styles.one}>
        <KeyButton
          shortcut="triageOwner"
          value={values.owner ? (owner?.values.name ?? values.owner) : 'Nobody'}
          disabled={readOnly}
        />
        <KeyButton
          shortcut="triageTeam"
          value={values.team ? teamWords[values.team] : 'Not set'}
          disabled={readOnly}
        />
        <KeyButton
          shortcut="triageWorkaround"
          value={values.workaround ? 'Written' : 'None'}
          disabled={readOnly}
        />
        <KeyButton shortcut="triagePublish" value={values.publish ? 'Yes' : 'No'} disabled={readOnly} />
      </div>
      <h3 className={styles.heading}>Or</h3>
      <div className={styles.two}>
        <KeyButton shortcut="triageResolved" disabled={readOnly} />
        <KeyButton shortcut="triageMerge" label="Merge" disabled={readOnly} />
        <KeyButton shortcut="triageDecline" disabled={readOnly} />
        <KeyButton shortcut="triageHold" disabled={readOnly} />
        <KeyButton shortcut="triageSplit" disabled={readOnly} />
        <KeyButton shortcut="triageComment" disabled={readOnly} />
      </div>
      <Button
        tone="primary"
        keys={shortcuts.triageDone.keys}
        disabled={readOnly}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => runShortcut('triageDone')}
      >
        {shortcuts.triageDone.title}
      </Button>
      <div className={styles.three}>
        <KeyButton shortcut="triageBack" disabled={!canGoBack} />
        <KeyButton shortcut="triageSkip" />
        <KeyButton shortcut="triageUndo" disabled={readOnly || !last} />
      </div>
      <output className={styles.last}>{last}</output>
    </section>
  )
}
