import type { Rescue } from '@domain/model/issue'
import type { Confirmer } from '@domain/model/retest'
import {
  excuseFailure,
  excuseRetest,
  failRetest,
  passRetest,
  type RetestCase,
  setConfirmer,
} from '@domain/patches/judge-retest'
import { calledKey } from '@domain/triage/list-columns'
import { type Planned, type Refused, together } from '@domain/triage/plan'
import { lazy, Suspense } from 'react'
import { RescueDialog } from '../../parts/rescue/rescue-dialog'
import { useSession, useWorkspace } from '../../storage/queries'
import { now } from '../../view-state/clock'
import { ExcuseDialog } from './excuse-dialog'
import { TextDialog } from './text-dialog'
import { useLongAct } from './use-long-act'

// Its list of people is many times the rest of the screen.
const ConfirmerDialog = lazy(() => import('./confirmer-dialog'))

export type Judging = 'pass' | 'fail' | 'excuse' | 'confirmer'

export interface JudgeDialogProps {
  readonly judging: Judging
  /** At least one. */
  readonly cases: readonly RetestCase[]
  readonly onClose: (done: boolean) => void
}

/** Asks what a judgement cannot do without, and judges. */
export function JudgeDialog({ judging, cases, onClose }: JudgeDialogProps) {
  const { replica } = useSession()
  const { settings } = useWorkspace()
  const { act } = useLongAct()
  const called = cases.length === 1 && cases[0] ? calledKey(cases[0].issue) : `${cases.length} issues`
  const close = () => onClose(false)

  async function judge(label: string, planOf: (one: RetestCase) => Planned | Refused) {
    const plans = cases.map(planOf)
    const [only] = plans
    if (await act(plans.length === 1 && only ? only : together(label, plans))) onClose(true)
  }
  const pass = (rescue: Rescue | null) =>
    judge(`Retests of ${called} passed`, (one) => passRetest(one, rescue, '', now()))
  const fail = (text: string) =>
    judge(`Retests of ${called} failed: they come back`, (one) =>
      failRetest(one, {
        key: crypto.randomUUID(),
        author: settings.userName,
        text,
        now: now(),
        people: replica.rows('person').values(),
      }),
    )
  const excuse = (reason: string, rescue: Rescue | null | undefined) =>
    judge(`Retests of ${called} excused`, (one) =>
      hasFailed(one) || rescue === undefined
        ? excuseFailure(one, reason)
        : excuseRetest(one, reason, rescue, now()),
    )
  const confirm = (confirmer: Confirmer | null, person?: string) =>
    judge(`Who confirms ${called} set`, (one) => setConfirmer(one, confirmer, person))

  switch (judging) {
    case 'pass':
      return (
        <RescueDialog
          title={`${called} passed: who resolved it?`}
          onAnswer={(rescue) => void pass(rescue)}
          onClose={close}
        />
      )
    case 'fail':
      return (
        <TextDialog
          title={`${called} failed`}
          label="What was seen?"
          hint="Written as a comment; the issue comes back"
          action="It failed"
          onAnswer={(text) => void fail(text)}
          onClose={close}
        />
      )
    case 'excuse':
      return (
        <ExcuseDialog
          called={called}
          resolves={!cases.every(hasFailed)}
          onAnswer={(reason, rescue) => void excuse(reason, rescue)}
          onClose={close}
        />
      )
    case 'confirmer':
      return (
        <Suspense>
          <ConfirmerDialog
            called={called}
            onAnswer={(confirmer, person) => void confirm(confirmer, person)}
            onClose={close}
          />
        </Suspense>
      )
  }
}

const hasFailed = ({ retest }: RetestCase) => retest.values.result === 'failed'
