import { standsSince } from '../merge/apply'
import type { Instant } from '../model/value'
import { isBoarding, type PatchRow, patchName, stateOf } from '../patches/patch-state'
import { type RetestRow, standingOf } from '../patches/retest-list'
import { counted } from '../reporting/words'
import { formatInstant, formatZone } from '../time/format'
import type { DayMoment, Moment, Moments } from './moment'

export interface PatchTimes {
  readonly patches: ReadonlyMap<string, PatchRow>
  readonly retests: Iterable<RetestRow>
  /** Key of the person who uses the laptop; undefined where the engagement does not know them. */
  readonly me: string | undefined
  readonly zone: string
}

/** The window of a patch opens, and retests wait for whoever uses this laptop. */
export class PatchMoments implements Moments {
  constructor(
    private readonly read: () => PatchTimes,
    private readonly now: () => Instant,
  ) {}

  between(after: Instant, upTo: Instant): readonly Moment[] {
    const { zone } = this.read()
    return this.windows().flatMap((patch) => {
      const { opensAt } = patch.values
      const isDue = opensAt != null && after < opensAt && opensAt <= upTo
      // What was written only after its window had opened is no news to whoever wrote it.
      const isHistory = opensAt != null && opensAt < patch.heads.wall(patch.touched)
      return isDue && !isHistory ? [windowMoment(patch, opensAt, zone)] : []
    })
  }

  nextAfter(instant: Instant): Instant | undefined {
    const next = this.windows().flatMap(({ values }) =>
      values.opensAt != null && values.opensAt > instant ? values.opensAt : [],
    )
    return next.length > 0 ? Math.min(...next) : undefined
  }

  raised(): readonly Moment[] {
    const { retests, patches, me } = this.read()
    if (me === undefined) return []
    const mine = new Map<string, RetestRow[]>()
    for (const retest of retests) {
      const { patch, person, confirmer, removed } = retest.values
      const isMine = confirmer === 'person' && person === me && removed !== true
      if (!patch || !isMine || standingOf(retest) !== 'waiting') continue
      mine.set(patch, [...(mine.get(patch) ?? []), retest])
    }
    return [...mine].flatMap(([key, waiting]) => {
      const patch = patches.get(key)
      return patch && stateOf(patch) === 'shipped' && patch.values.removed !== true
        ? retestsMoment(patch, waiting)
        : []
    })
  }

  stands(moment: Moment): boolean {
    const now = this.now()
    const windows = this.windows().filter(({ values }) => (values.closesAt ?? Infinity) > now)
    return (
      windows.some((patch) => moment.id === windowId(patch)) ||
      this.raised().some(({ id }) => id === moment.id)
    )
  }

  /** Patches that are still to be shipped. */
  private windows(): PatchRow[] {
    return [...this.read().patches.values()].filter(
      (patch) => patch.values.removed !== true && isBoarding(stateOf(patch)),
    )
  }
}

const windowId = ({ key, values }: PatchRow) => `patch-window:${values.opensAt}:${key}`

function windowMoment(patch: PatchRow, at: Instant, zone: string): DayMoment {
  const { closesAt } = patch.values
  return {
    id: windowId(patch),
    kind: 'day',
    at,
    title: `The window of ${patchName(patch)} opens`,
    body:
      closesAt == null
        ? `${formatInstant(at, zone)}, ${formatZone(at, zone)}`
        : `Until ${formatInstant(closesAt, zone)}, ${formatZone(closesAt, zone)}`,
    place: 'patches',
  }
}

/** One for all that wait; another where more of them are given to the same person. */
function retestsMoment(patch: PatchRow, waiting: readonly RetestRow[]): DayMoment {
  const at = Math.max(...waiting.map((retest) => standsSince(retest, 'person')))
  return {
    id: `retests:${at}:${patch.key}`,
    kind: 'day',
    at,
    title: `${counted(waiting.length, 'retest waits', 'retests wait')} for you`,
    body: `Of ${patchName(patch)}, that has been shipped`,
    place: 'patches',
  }
}
