import { issueClasses, owningTeams, severities } from '@domain/model/issue'
import type { IssueRow } from '@domain/triage/as-of'
import { assign, editField, removeIssue, setSeverity } from '@domain/triage/commands'
import { type Planned, type Refused, together } from '@domain/triage/plan'
import { classWords, teamWords } from '@domain/triage/words'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Menu, type MenuItem } from '../../ui/menu'
import styles from './screen.module.css'
import { useAct } from './use-act'
import { useIssueList } from './use-issue-view'
import { useOwnerChoices } from './use-owner-choices'
import { useSeverityText } from './use-severity-text'

/** What can be done to all issues picked out of the list at once. */
export function PickedBar() {
  const picked = useIssueList((state) => state.picked)
  const pick = useIssueList((state) => state.pick)
  const { replica, access } = useSession()
  const act = useAct()
  const severityText = useSeverityText()
  const owners = useOwnerChoices()
  if (picked.size === 0) return null

  const called = picked.size === 1 ? 'one issue' : `${picked.size} issues`
  function all(label: string, plan: (row: IssueRow) => Planned | Refused) {
    const rows = [...picked].flatMap((key) => replica.rows('issue').get(key) ?? [])
    return act(together(label, rows.map(plan)))
  }
  const items: Readonly<Record<string, readonly MenuItem[]>> = {
    Severity: severities.map((severity) => ({
      id: String(severity),
      label: severityText(severity),
      run: () => void all(`Severity of ${called} set to ${severity}`, (row) => setSeverity(row, severity)),
    })),
    Class: issueClasses.map((value) => ({
      id: value,
      label: classWords[value],
      run: () =>
        void all(`Class of ${called} set to ${classWords[value].toLowerCase()}`, (row) =>
          editField(row, 'class', value),
        ),
    })),
    Owner: [
      {
        id: '',
        label: 'Nobody',
        run: () => void all(`Owner of ${called} cleared`, (row) => assign(row, null)),
      },
      ...owners.map(({ key, label }) => ({
        id: key,
        label,
        run: () =>
          void all(`${sentence(called)} given to ${label}`, (row) => assign(row, { key, name: label })),
      })),
    ],
    Team: owningTeams.map((value) => ({
      id: value,
      label: teamWords[value],
      run: () =>
        void all(`Team of ${called} set to ${teamWords[value].toLowerCase()}`, (row) =>
          editField(row, 'team', value),
        ),
    })),
  }
  const clear = () => pick(picked, false)
  return (
    <section className={styles.picked} aria-label="Picked issues">
      <output>{picked.size} picked</output>
      {access.kind === 'write' && (
        <>
          {Object.entries(items).map(([name, choices]) => (
            <Menu
              key={name}
              label={`${name} of ${called}`}
              trigger={(trigger) => <Button {...trigger}>{name}</Button>}
              sections={[{ items: choices }]}
            />
          ))}
          <Button
            tone="danger"
            onClick={() =>
              void all(`${sentence(called)} removed`, removeIssue).then((done) => done && clear())
            }
          >
            Remove
          </Button>
        </>
      )}
      <Button tone="quiet" onClick={clear}>
        Pick none
      </Button>
    </section>
  )
}

const sentence = (words: string) => `${words[0]?.toUpperCase()}${words.slice(1)}`
