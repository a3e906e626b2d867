import type { PatchState } from '@domain/model/patch'
import type { RetestStanding } from '@domain/patches/retest-list'
import type { MarkShape, MarkTone } from '../../ui/mark'

interface Look {
  readonly tone: MarkTone
  readonly shape: MarkShape
}

export const patchLooks: Readonly<Record<PatchState, Look>> = {
  planned: { tone: 'neutral', shape: 'ring' },
  'in-test': { tone: 'accent', shape: 'half' },
  shipped: { tone: 'warning', shape: 'square' },
  confirmed: { tone: 'ok', shape: 'tick' },
  'rolled-back': { tone: 'danger', shape: 'cross' },
}

export const retestLooks: Readonly<Record<RetestStanding, Look>> = {
  waiting: { tone: 'warning', shape: 'half' },
  passed: { tone: 'ok', shape: 'tick' },
  failed: { tone: 'danger', shape: 'cross' },
  'failed-excused': { tone: 'neutral', shape: 'cross' },
  excused: { tone: 'neutral', shape: 'dash' },
}
