import { type BulkPlan, type BulkWish, bulkChange, planBulk } from '@domain/triage/bulk-edit'
import { type FormEvent, type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { rescueOfKey } from '../../../parts/rescue/rescue-choices'
import { useSession, useVersion } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { ProgressBar } from '../../../ui/progress-bar'
import { now } from '../../../view-state/clock'
import { useAct } from '../../../view-state/use-act'
import { useInTurns } from '../../../view-state/use-in-turns'
import { useTelling } from '../../../view-state/use-telling'
import { Cancelled } from '../../../workers/rpc'
import styles from './bulk.module.css'
import { BulkPreview } from './bulk-preview'
import { asksForRescue, type Draft, newDraft, useWishOf, withRescue } from './drafts'
import { type BulkField, bulkFields } from './fields'
import { WishEditor } from './wish-editor'

const numbers = new Intl.NumberFormat('en-GB')

export interface BulkDialogProps {
  /** Keys of the issues to change. */
  readonly keys: ReadonlySet<string>
  readonly field: BulkField
  readonly onClose: () => void
}

/** Changes many issues at once, after having shown what that comes to. */
export default function BulkDialog({ keys, field, onClose }: BulkDialogProps) {
  const form = useId()
  const act = useAct()
  const telling = useTelling()
  const wishOf = useWishOf()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => [newDraft(0, field)])
  const [written, setWritten] = useState<number>()
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(new Cancelled()), [])

  const wishes = drafts.flatMap((draft) => wishOf(draft) ?? [])
  const plan = usePlan(keys, wishes)
  const taken = new Set(drafts.map((draft) => draft.field))
  const free = bulkFields.filter((other) => !taken.has(other))
  const count = plan?.changing.length ?? 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!plan || count === 0) return
    stop.current = new AbortController()
    setWritten(0)
    try {
      const watch = { report: setWritten, signal: stop.current.signal }
      if (await act(bulkChange(plan, telling), { watch })) onClose()
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error
    } finally {
      setWritten(undefined)
    }
  }

  const change = (draft: Draft) => setDrafts(drafts.map((other) => (other.id === draft.id ? draft : other)))

  function onKeyDown({ key, ctrlKey, metaKey, target }: KeyboardEvent) {
    if (key === 'Enter' && (ctrlKey || metaKey)) {
      ;(document.getElementById(form) as HTMLFormElement | null)?.requestSubmit()
      return
    }
    const rescue = isTyped(target) ? undefined : rescueOfKey(key)
    const asking = drafts.find(asksForRescue)
    if (rescue !== undefined && asking) change(withRescue(asking, rescue))
  }

  return (
    <Dialog
      title={`Change ${numbers.format(keys.size)} ${keys.size === 1 ? 'issue' : 'issues'}`}
      width="wide"
      onClose={onClose}
      onKeyDown={onKeyDown}
      actions={
        written === undefined && (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={form} tone="primary" keys="Mod+Enter" disabled={count === 0}>
              Change {numbers.format(count)}
            </Button>
          </>
        )
      }
    >
      {written === undefined ? (
        <form id={form} className={styles.form} onSubmit={(event) => void submit(event)}>
          {drafts.map((draft) => (
            <WishEditor
              key={draft.id}
              draft={draft}
              fields={bulkFields.filter((other) => other === draft.field || free.includes(other))}
              onChange={change}
              onRemove={
                drafts.length === 1
                  ? undefined
                  : () => setDrafts(drafts.filter((other) => other.id !== draft.id))
              }
            />
          ))}
          {free[0] !== undefined && (
            <div>
              <Button
                tone="quiet"
                icon="plus"
                onClick={() => {
                  const next = Math.max(...drafts.map(({ id }) => id)) + 1
                  if (free[0]) setDrafts([...drafts, newDraft(next, free[0])])
                }}
              >
                Another field
              </Button>
            </div>
          )}
          {plan ? (
            <BulkPreview plan={plan} />
          ) : (
            <p className={styles.quiet}>
              {wishes.length === 0
                ? 'What would change is shown here before anything is written.'
                : 'Working out what would change'}
            </p>
          )}
        </form>
      ) : (
        <ProgressBar
          label="Writing the changes"
          done={written}
          total={count}
          onCancel={() => stop.current.abort(new Cancelled())}
        />
      )}
    </Dialog>
  )
}

/** What the wishes come to for the issues as they stand; undefined while that is being worked out, or without wishes. */
function usePlan(keys: ReadonlySet<string>, wishes: readonly BulkWish[]): BulkPlan | undefined {
  const { replica } = useSession()
  const version = useVersion('issue')
  // Made anew with every draw; as text, the same wishes are the same.
  const asked = JSON.stringify(wishes)
  const steps = useCallback(() => {
    void version
    const issues = replica.rows('issue')
    const rows = [...keys].flatMap((key) => issues.get(key) ?? [])
    const parsed = JSON.parse(asked) as BulkWish[]
    return planned(asked, planBulk(rows, parsed, { now: now(), issueOf: (key) => issues.get(key) }))
  }, [replica, version, keys, asked])
  const told = useInTurns(steps)
  return told?.asked === asked && wishes.length > 0 ? told.plan : undefined
}

function* planned(
  asked: string,
  steps: Generator<void, BulkPlan>,
): Generator<void, { readonly asked: string; readonly plan: BulkPlan }> {
  return { asked, plan: yield* steps }
}

const isTyped = (target: EventTarget) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
