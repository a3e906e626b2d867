import type { Intent } from '../merge/intent'
import { fieldProblem } from '../model/entities'
import type { IssueStatus } from '../model/issue'
import type { PatchState } from '../model/patch'
import { type Confirmer, retestKey } from '../model/retest'
import type { Fields, Instant } from '../model/value'
import { counted } from '../reporting/words'
import { type IssueRow, isEnded } from '../triage/as-of'
import { setStatus } from '../triage/issue-status'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import { type PatchRow, patchName, patchStateWords, stateOf } from './patch-state'
import { isSettled, type RetestRow, standingOf } from './retest-list'

/** What is done with a patch as a whole. */
export const patchSteps = ['test', 'replan', 'ship', 'confirm', 'roll-back', 'withdraw'] as const
export type PatchStep = (typeof patchSteps)[number]

/** From which states a step can be taken, and what it makes of the patch; a withdrawn one is removed. */
const allowed: Readonly<Record<PatchStep, readonly PatchState[]>> = {
  test: ['planned'],
  replan: ['in-test'],
  ship: ['planned', 'in-test'],
  confirm: ['shipped'],
  'roll-back': ['shipped', 'confirmed'],
  withdraw: ['planned', 'in-test'],
}
const becomes: Readonly<Record<Exclude<PatchStep, 'withdraw'>, PatchState>> = {
  test: 'in-test',
  replan: 'planned',
  ship: 'shipped',
  confirm: 'confirmed',
  'roll-back': 'rolled-back',
}

/** What a step makes of an issue. */
export const effects = [
  'to-retest',
  'rides-along',
  'stays-behind',
  'to-fix-ready',
  'to-returned',
  'off',
] as const
export type Effect = (typeof effects)[number]

export const effectWords: Readonly<Record<Effect, string>> = {
  'to-retest': 'Goes to retest',
  'rides-along': 'Rides along, resolved already',
  'stays-behind': 'Stays behind, its fix is not ready',
  'to-fix-ready': 'Goes back to fix ready',
  'to-returned': 'Comes back: its fix is gone',
  off: 'Is taken off the patch',
}

export interface StepPlan {
  readonly plan: Planned
  /** Every issue that rides on the patch and is touched, in the order of the effects. */
  readonly touched: readonly { readonly row: IssueRow; readonly effect: Effect }[]
}

export interface StepContext {
  readonly now: Instant
  /** Those that ride on the patch. */
  readonly riders: readonly IssueRow[]
  /** Those of the patch. */
  readonly retests: readonly RetestRow[]
  /** For a step back: why. */
  readonly reason?: string
}

export const canStep = (patch: PatchRow, step: PatchStep) =>
  patch.values.removed !== true && allowed[step].includes(stateOf(patch))

const plannedBetweenYields = 100

/** What a step comes to, in turns, as one change that undo takes back; nothing is written here. */
export function* planStep(
  patch: PatchRow,
  step: PatchStep,
  context: StepContext,
): Generator<void, StepPlan | Refused> {
  const name = patchName(patch)
  if (!canStep(patch, step))
    return refused(
      `${name} is ${patchStateWords[stateOf(patch)].toLowerCase()}: that cannot be done from there.`,
    )
  switch (step) {
    case 'test':
      return only(patch, step, `${name} in test`)
    case 'replan':
      return only(patch, step, `${name} planned again`)
    case 'ship':
      return yield* ship(patch, context)
    case 'confirm':
      return confirm(patch, context)
    case 'roll-back':
      return yield* rollBack(patch, context)
    case 'withdraw': {
      const touched = context.riders.map((row) => ({ row, effect: 'off' as const }))
      const off = touched.map(({ row }) => issueIntent(row, { patch: null }))
      return { plan: planned(`${name} withdrawn`, [patchIntent(patch, { removed: true }), ...off]), touched }
    }
  }
}

/** Why a patch cannot be confirmed yet; undefined where it can. */
export function unconfirmedBecause(retests: readonly RetestRow[]): string | undefined {
  const open = retests.map(standingOf).filter((standing) => !isSettled(standing))
  const failed = open.filter((standing) => standing === 'failed').length
  const waiting = open.length - failed
  const told = [
    waiting > 0 && `${counted(waiting, 'retest')} still to be done`,
    failed > 0 && `${counted(failed, 'failed retest')} not excused`,
  ].filter(Boolean)
  return told.length > 0 ? told.join(', ') : undefined
}

const only = (patch: PatchRow, step: keyof typeof becomes, label: string): StepPlan => ({
  plan: planned(label, [patchIntent(patch, { state: becomes[step] })]),
  touched: [],
})

function* ship(patch: PatchRow, { riders, now }: StepContext): Generator<void, StepPlan | Refused> {
  const touched: { row: IssueRow; effect: Effect }[] = []
  const intents: Intent[] = [patchIntent(patch, { state: becomes.ship })]
  for (const [place, row] of riders.entries()) {
    if (place % plannedBetweenYields === plannedBetweenYields - 1) yield
    const effect = shippedEffect(row.values.status ?? 'new')
    touched.push({ row, effect })
    if (effect === 'stays-behind') intents.push(issueIntent(row, { patch: null }))
    if (effect !== 'to-retest') continue
    const moved = setStatus(row, { status: 'retest' }, now, () => undefined)
    if (!moved.ok) return moved
    intents.push(...moved.intents, newRetest(patch, row))
  }
  const count = touched.filter(({ effect }) => effect === 'to-retest').length
  const label = `${patchName(patch)} shipped: ${counted(count, 'issue')} to retest`
  return { plan: planned(label, intents), touched: inOrder(touched) }
}

function shippedEffect(status: IssueStatus): Effect {
  if (status === 'fix-ready' || status === 'retest') return 'to-retest'
  return status === 'resolved' || status === 'closed' ? 'rides-along' : 'stays-behind'
}

function newRetest(patch: PatchRow, { key: issue, values }: IssueRow): Intent {
  const confirmer: Confirmer | null = values.reporter ? 'reporter' : values.reporterUnit ? 'unit' : null
  const fields: Fields = { patch: patch.key, issue, ...(confirmer && { confirmer }), removed: false }
  return { entity: 'retest', key: retestKey(patch.key, issue), fields }
}

function confirm(patch: PatchRow, { retests }: StepContext): StepPlan | Refused {
  const because = unconfirmedBecause(retests)
  if (because) return refused(`${patchName(patch)} cannot be confirmed yet: ${because}.`)
  return only(patch, 'confirm', `${patchName(patch)} confirmed`)
}

function* rollBack(
  patch: PatchRow,
  { riders, now, reason = '' }: StepContext,
): Generator<void, StepPlan | Refused> {
  const rollbackReason = reason.trim()
  if (rollbackReason === '') return refused('Say why the patch is rolled back.')
  if (fieldProblem('patch', 'rollbackReason', rollbackReason)) return refused('That reason is too long.')
  const touched: { row: IssueRow; effect: Effect }[] = []
  const intents: Intent[] = [patchIntent(patch, { state: becomes['roll-back'], rollbackReason })]
  for (const [place, row] of riders.entries()) {
    if (place % plannedBetweenYields === plannedBetweenYields - 1) yield
    const effect = rolledBackEffect(row.values.status ?? 'new')
    touched.push({ row, effect })
    const status = effect === 'to-fix-ready' ? 'fix-ready' : effect === 'to-returned' ? 'returned' : undefined
    const moved = status && setStatus(row, { status }, now, () => undefined)
    if (moved && !moved.ok) return moved
    const fields: Fields = Object.assign({}, ...(moved?.intents ?? []).map((intent) => intent.fields))
    intents.push(issueIntent(row, { ...fields, patch: null }))
  }
  return { plan: planned(`${patchName(patch)} rolled back`, intents), touched: inOrder(touched) }
}

/** The fix is there and rides on another patch; users who were told that it works have their trouble back. */
function rolledBackEffect(status: IssueStatus): Effect {
  if (status === 'retest' || status === 'fix-ready') return 'to-fix-ready'
  return isEnded(status) && status !== 'declined' && status !== 'duplicate' ? 'to-returned' : 'off'
}

function inOrder<T extends { readonly effect: Effect }>(touched: readonly T[]): T[] {
  return [...touched].sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect))
}

const patchIntent = ({ key }: PatchRow, fields: Fields): Intent => ({ entity: 'patch', key, fields })
const issueIntent = ({ key }: IssueRow, fields: Fields): Intent => ({ entity: 'issue', key, fields })
