import { issueClasses, issueOrigins, owningTeams, severities } from '@domain/model/issue'
import type { IssueRow } from '@domain/triage/as-of'
import { editField, setSeverity } from '@domain/triage/commands'
import { classWords, originWords, teamWords } from '@domain/triage/words'
import { useAct } from '../../../view-state/use-act'
import { useSeverityText } from '../../../view-state/use-severity-text'
import { ChoiceField } from './choice-field'
import styles from './issue-detail.module.css'
import { OwnerField } from './owner-field'

/** What triage decides: how bad, what kind, whose. */
export function TriageFields({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  const severityText = useSeverityText()
  const { values } = row
  return (
    <section className={styles.pairs} aria-label="Triage">
      <ChoiceField
        label="Severity"
        choices={severities}
        text={severityText}
        value={values.severity ?? null}
        onChange={(severity) => void act(setSeverity(row, severity))}
        disabled={readOnly}
      />
      <ChoiceField
        label="Class"
        choices={issueClasses}
        text={(value) => classWords[value]}
        value={values.class ?? null}
        onChange={(value) => void act(editField(row, 'class', value))}
        disabled={readOnly}
      />
      <OwnerField row={row} readOnly={readOnly} />
      <ChoiceField
        label="Team"
        choices={owningTeams}
        text={(value) => teamWords[value]}
        value={values.team ?? null}
        onChange={(value) => void act(editField(row, 'team', value))}
        disabled={readOnly}
      />
      <ChoiceField
        label="Origin"
        choices={issueOrigins}
        text={(value) => originWords[value]}
        value={values.origin ?? null}
        onChange={(value) => void act(editField(row, 'origin', value))}
        disabled={readOnly}
      />
    </section>
  )
}
