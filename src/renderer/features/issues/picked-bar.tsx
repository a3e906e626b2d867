import { removeIssue } from '@domain/triage/commands'
import { together } from '@domain/triage/plan'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useShortcut } from '../../view-state/use-shortcuts'
import { type BulkField, bulkFieldLabel } from './bulk/fields'
import styles from './screen.module.css'
import { useIssueList } from './use-issue-view'

const loadDialog = () => import('./bulk/bulk-dialog')
const BulkDialog = lazy(loadDialog)

const numbers = new Intl.NumberFormat('en-GB')
const oftenChanged = ['status', 'severity', 'class', 'owner', 'team'] as const satisfies readonly BulkField[]

/** What can be done to all issues picked out of the list at once. */
export function PickedBar() {
  const picked = useIssueList((state) => state.picked)
  const pick = useIssueList((state) => state.pick)
  const { replica, access } = useSession()
  const act = useAct()
  const [asked, setAsked] = useState<BulkField>()
  const canChange = picked.size > 0 && access.kind === 'write'
  useShortcut('resolvedBy', () => setAsked('rescue'), canChange)
  useShortcut('changePicked', () => setAsked('status'), canChange)
  useEffect(() => {
    // Whoever picks issues is about to change them: the dialog is there before it is asked for.
    if (canChange) requestIdleCallback(() => void loadDialog())
  }, [canChange])
  if (picked.size === 0) return null

  const clear = () => pick(picked, false)
  async function remove() {
    const issues = replica.rows('issue')
    const rows = [...picked].flatMap((key) => issues.get(key) ?? [])
    const called = rows.length === 1 ? '1 issue' : `${rows.length} issues`
    if (await act(together(`${called} removed`, rows.map(removeIssue)))) clear()
  }
  return (
    <section className={styles.picked} aria-label="Picked issues">
      <output>{numbers.format(picked.size)} picked</output>
      {access.kind === 'write' && (
        <>
          {oftenChanged.map((field) => (
            <Button key={field} onClick={() => setAsked(field)}>
              {bulkFieldLabel(field)}
            </Button>
          ))}
          <Button keys={shortcuts.resolvedBy.keys} onClick={() => setAsked('rescue')}>
            {shortcuts.resolvedBy.title}
          </Button>
          <Button keys={shortcuts.changePicked.keys} onClick={() => setAsked('status')}>
            Change
          </Button>
          <Button icon="trash" onClick={() => void remove()}>
            Remove
          </Button>
        </>
      )}
      <Button tone="quiet" onClick={clear}>
        Pick none
      </Button>
      <Suspense>
        {asked && <BulkDialog keys={picked} field={asked} onClose={() => setAsked(undefined)} />}
      </Suspense>
    </section>
  )
}
