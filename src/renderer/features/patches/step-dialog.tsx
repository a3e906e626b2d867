import type { PatchLine } from '@domain/patches/patch-board'
import { patchName } from '@domain/patches/patch-state'
import { ridersOf } from '@domain/patches/riders'
import { effectWords, type PatchStep, planStep } from '@domain/patches/steps'
import { calledKey } from '@domain/triage/list-columns'
import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { inTurns } from '../../storage/pace'
import { useSession, useVersion } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ProgressBar } from '../../ui/progress-bar'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'
import styles from './patches.module.css'
import { PreviewLines } from './preview-lines'
import { useLongAct } from './use-long-act'

const numbers = new Intl.NumberFormat('en-GB')

const questions: Readonly<Record<PatchStep, (name: string) => string>> = {
  test: (name) => `Begin the test of ${name}`,
  replan: (name) => `Put ${name} back to planned`,
  ship: (name) => `Ship ${name}`,
  confirm: (name) => `Confirm ${name}`,
  'roll-back': (name) => `Roll ${name} back`,
  withdraw: (name) => `Withdraw ${name}`,
}
const verbs: Readonly<Record<PatchStep, string>> = {
  test: 'Begin the test',
  replan: 'Put it back',
  ship: 'Ship it',
  confirm: 'Confirm it',
  'roll-back': 'Roll it back',
  withdraw: 'Withdraw it',
}
const meanings: Readonly<Record<PatchStep, string>> = {
  test: 'Its issues stay as they are. Fixes can still be put on it and taken off.',
  replan: 'Its issues stay as they are.',
  ship: 'It is live from now on. Every fix that went along waits for somebody to confirm that it works.',
  confirm: 'Every retest has passed or is excused. Its issues stay as they are.',
  'roll-back':
    'Its fixes are gone from the system. Those in retest wait for another patch; resolved issues come back.',
  withdraw: 'There will be no such patch. Its fixes wait for another.',
}

export interface StepDialogProps {
  readonly line: PatchLine
  readonly step: PatchStep
  readonly onClose: (done: boolean) => void
}

/** What a step does to the patch and each of its issues, before it is taken. */
export function StepDialog({ line, step, onClose }: StepDialogProps) {
  const form = useId()
  const { patch, retests } = line
  const { replica } = useSession()
  const version = useVersion('issue', 'retest', 'patch')
  const { written, act, giveUp } = useLongAct()
  const [reason, setReason] = useState('')
  const asksReason = step === 'roll-back'
  const go = useRef<HTMLButtonElement>(null)
  // After the dialog has put the focus where it usually goes: a step is two keys.
  useEffect(() => {
    if (!asksReason) go.current?.focus()
  }, [asksReason])
  const planOf = useCallback(
    function* (why: string) {
      const riders = yield* ridersOf(patch.key, replica.rows('issue').values())
      return yield* planStep(patch, step, { now: now(), riders, retests, reason: why })
    },
    [replica, patch, retests, step],
  )
  const shown = useInTurns(
    useCallback(() => {
      void version
      // Without a reason nothing can be shown of what it would come to.
      return planOf('reason')
    }, [planOf, version]),
  )
  const touched = shown && 'touched' in shown ? shown.touched : []

  async function submit(event: FormEvent) {
    event.preventDefault()
    const plan = await inTurns(planOf(reason))
    if (await act('plan' in plan ? plan.plan : plan)) onClose(true)
  }

  return (
    <Dialog
      title={questions[step](patchName(patch))}
      width={touched.length > 0 ? 'wide' : 'narrow'}
      onClose={() => onClose(false)}
      actions={
        !written && (
          <>
            <Button onClick={() => onClose(false)}>Cancel</Button>
            <Button
              ref={go}
              type="submit"
              form={form}
              tone={step === 'roll-back' ? 'danger' : 'primary'}
              keys="Enter"
              disabled={asksReason && reason.trim() === ''}
            >
              {verbs[step]}
            </Button>
          </>
        )
      }
    >
      {written ? (
        <ProgressBar label="Writing the changes" {...written} onCancel={giveUp} />
      ) : (
        <form id={form} className={styles.form} onSubmit={(event) => void submit(event)}>
          <p className={styles.meaning}>{meanings[step]}</p>
          {asksReason && (
            <TextField
              label="Why is it rolled back?"
              hint="Stands in the sponsor’s report"
              value={reason}
              onChange={setReason}
              required
            />
          )}
          {touched.length > 0 && (
            <PreviewLines
              label={`What happens to ${touched.length === 1 ? 'its issue' : `its ${numbers.format(touched.length)} issues`}`}
              count={touched.length}
              lineAt={(index) => {
                const one = touched[index]
                return (
                  one && {
                    called: calledKey(one.row),
                    title: one.row.values.title ?? '',
                    told: effectWords[one.effect],
                  }
                )
              }}
            />
          )}
        </form>
      )}
    </Dialog>
  )
}
