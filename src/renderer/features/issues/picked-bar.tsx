import { type IssueStatus, issueClasses, issueStatuses, owningTeams, severities } from '@domain/model/issue'
import type { IssueRow } from '@domain/triage/as-of'
import { assign, editField, removeIssue, setSeverity } from '@domain/triage/commands'
import { type DemandingStatus, isDemanding, type StatusWish } from '@domain/triage/issue-status'
import { type Planned, type Refused, refused, together } from '@domain/triage/plan'
import { ableToBecome, setStatusOfMany } from '@domain/triage/status-of-many'
import { classWords, statusWords, teamWords } from '@domain/triage/words'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Menu, type MenuItem } from '../../ui/menu'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import { useSeverityText } from '../../view-state/use-severity-text'
import styles from './screen.module.css'
import { useIssueList } from './use-issue-view'

const PickedStatusDialog = lazy(() => import('./picked-status-dialog'))

/** What can be done to all issues picked out of the list at once. */
export function PickedBar() {
  const picked = useIssueList((state) => state.picked)
  const pick = useIssueList((state) => state.pick)
  const { replica, access } = useSession()
  const act = useAct()
  const severityText = useSeverityText()
  const owners = useOwnerChoices()
  const [asked, setAsked] = useState<{ status: DemandingStatus; staying: number } | undefined>(undefined)
  if (picked.size === 0) return null

  const called = picked.size === 1 ? 'one issue' : `${picked.size} issues`
  const issues = replica.rows('issue')
  const rows = () => [...picked].flatMap((key) => issues.get(key) ?? [])
  const all = (label: string, plan: (row: IssueRow) => Planned | Refused) =>
    act(together(label, rows().map(plan)))
  const move = (wish: StatusWish) => act(setStatusOfMany(rows(), wish, now(), (key) => issues.get(key)))
  function choose(status: IssueStatus) {
    if (!isDemanding(status)) return void move({ status })
    const able = ableToBecome(rows(), status).length
    if (able === 0)
      return void act(refused(`None of the picked issues can become ${words(status)} from there.`))
    setAsked({ status, staying: picked.size - able })
  }
  const items: Readonly<Record<string, readonly MenuItem[]>> = {
    Severity: severities.map((severity) => ({
      id: String(severity),
      label: severityText(severity),
      run: () => void all(`Severity of ${called} set to ${severity}`, (row) => setSeverity(row, severity)),
    })),
    Status: issueStatuses.map((status) => ({
      id: status,
      label: statusWords[status],
      run: () => choose(status),
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
            icon="trash"
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
      <Suspense>
        {asked && (
          <PickedStatusDialog
            {...asked}
            called={called}
            onAnswer={async (wish) => {
              if (await move(wish)) setAsked(undefined)
            }}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Suspense>
    </section>
  )
}

const words = (status: IssueStatus) => statusWords[status].toLowerCase()
const sentence = (words: string) => `${words[0]?.toUpperCase()}${words.slice(1)}`
