import { type Confirmer, retestKey } from '../model/retest'
import type { Fields, Instant, Value } from '../model/value'
import { windowsFrom } from '../patches/windows'
import { cadence } from './cadence'
import { cast, lead } from './cast'
import type { DemoIntent } from './issues'
import { Random } from './random'
import { failures } from './talk'
import { type Calendar, hour, minute } from './timing'

/** A patch takes on fixes until so long before its window opens. */
const boardingEnds = 15 * minute
const mostWindows = 40
const windowsToCome = 2
/** One that did harm is taken back the same evening. */
const harmIsSeenAfter = 50 * minute

interface Window {
  readonly key: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  /** When it went live, or will. */
  readonly shipsAt: Instant
  /** Who went along, and when the last of it was judged; undefined while something is still to be judged. */
  readonly judged: (Instant | undefined)[]
}

const shipper = cast.find(({ role }) => role === 'on-call') ?? lead

/**
 * Lets the issues ride on patches: whatever was ready before a window and went to retest after it was on that patch. What
 * became of the issues stays as it is told; they only go to retest when the patch goes live.
 */
export function* withPatches(
  intents: Iterable<DemoIntent>,
  calendar: Calendar,
  seed: number,
): Generator<DemoIntent> {
  const story = new PatchStory(calendar, new Random(seed + 185))
  let life: DemoIntent[] = []
  for (const intent of intents) {
    const [first] = life
    if (first && (intent.entity !== 'issue' || intent.key !== first.key)) {
      yield* story.ride(life)
      life = []
    }
    if (intent.entity === 'issue') life.push(intent)
    else yield intent
  }
  yield* story.ride(life)
  yield* story.patches()
}

class PatchStory {
  private readonly windows: readonly Window[]
  /** The latest one, out of turn, on which everything went that is being retested now. */
  private readonly hot: Window | undefined
  /** The one that is rolled back: the first that is not one of the first two. */
  private harmful: Window | undefined
  private readonly now: Instant

  constructor(
    calendar: Calendar,
    private readonly random: Random,
  ) {
    const { goLiveAt, zone, now } = calendar
    this.now = now
    const all = windowsFrom(
      { phases: cadence(calendar).map(({ phase }) => phase), goLiveAt, zone },
      goLiveAt,
      mostWindows,
    )
    const outOfTurn = lastOutOfTurn(calendar)
    if (outOfTurn !== undefined) all.push({ opensAt: outOfTurn, closesAt: outOfTurn + hour })
    const lastOfPlan = Math.max(...all.map(({ opensAt }) => opensAt), now)
    // The plan may end before the next two.
    for (let week = 1; week <= windowsToCome; week++) {
      const opensAt = lastOfPlan + week * 7 * 24 * hour
      all.push({ opensAt, closesAt: opensAt + 2 * hour })
    }
    all.sort((a, b) => a.opensAt - b.opensAt)
    const coming = all.findIndex(({ opensAt }) => shipping(opensAt, 0) >= now)
    this.windows = all.slice(0, coming + windowsToCome).map(({ opensAt, closesAt }, place) => ({
      key: `patch:${place + 1}`,
      opensAt,
      closesAt,
      shipsAt: shipping(opensAt, place),
      judged: [],
    }))
    this.hot = this.windows.find(({ opensAt }) => opensAt === outOfTurn)
  }

  /** An issue's life with what its patches add to it, in the order in which it happened. */
  ride(life: readonly DemoIntent[]): readonly DemoIntent[] {
    const added: DemoIntent[] = []
    const kind = life.find(({ fields }) => fields.class !== undefined)?.fields.class
    if (kind !== 'defect' && kind !== 'configuration' && kind !== 'data') return life
    let told = life
    for (const [place, step] of life.entries()) {
      if (step.fields.status !== 'fix-ready') continue
      const leaves = life.find((next, later) => later > place && next.fields.status !== undefined)
      const window = this.hotRide(step, leaves, life) ?? this.rideOf(step, leaves)
      if (!window) continue
      added.push(...this.board(window, step, leaves, life))
      // Its retest begins when the patch goes live, and has begun already when somebody takes it up.
      if (leaves && window !== this.harmful)
        told = told.map((one) => (one === leaves ? withoutStatus(one) : one))
    }
    added.push(...this.aimFor(life))
    return [...told, ...added].sort((a, b) => a.at - b.at)
  }

  /** What is being retested now went live with the latest patch. */
  private hotRide(
    ready: DemoIntent,
    leaves: DemoIntent | undefined,
    life: readonly DemoIntent[],
  ): Window | undefined {
    const { hot } = this
    const last = life.findLast(({ fields }) => fields.status !== undefined)
    if (!hot || !leaves || leaves !== last || leaves.fields.status !== 'retest') return undefined
    const isLate = leaves.at > hot.opensAt - 3 * 24 * hour && ready.at < hot.opensAt - boardingEnds
    return isLate ? hot : undefined
  }

  /** Some of what is still worked on is meant for the patch after the next. */
  private *aimFor(life: readonly DemoIntent[]): Generator<DemoIntent> {
    const last = life.at(-1)
    const status = life.findLast(({ fields }) => fields.status !== undefined)?.fields.status
    const window = this.windows.at(-1)
    if (!last || !window || status !== 'in-progress' || !this.random.chance(0.4)) return
    const at = wholeSecond(last.at + (this.now - last.at) * 0.7)
    if (at <= last.at || at >= this.now) return
    window.judged.push(undefined)
    yield change(last.key, at, shipper.name, { patch: window.key })
  }

  /** The first patch that went live while the fix was ready, or that will. */
  private rideOf(ready: DemoIntent, leaves: DemoIntent | undefined): Window | undefined {
    const until = leaves?.at ?? Number.POSITIVE_INFINITY
    const window = this.windows.find(
      ({ opensAt, shipsAt }) =>
        opensAt - boardingEnds > ready.at && shipsAt < until && (leaves !== undefined || shipsAt >= this.now),
    )
    if (!window) return undefined
    const isTakenBackInTime = until > window.shipsAt + harmIsSeenAfter
    const mayHarm = leaves && window !== this.hot && this.windows.indexOf(window) >= 2
    if (mayHarm && isTakenBackInTime) this.harmful ??= window
    return window === this.harmful && !isTakenBackInTime ? undefined : window
  }

  private *board(
    window: Window,
    ready: DemoIntent,
    leaves: DemoIntent | undefined,
    life: readonly DemoIntent[],
  ): Generator<DemoIntent> {
    const { key: issue } = ready
    const isComing = window.shipsAt >= this.now
    // Some of what is ready right now waits until somebody puts it on a patch.
    if (isComing && this.random.chance(0.4)) return
    const boarding = Math.min(window.opensAt - boardingEnds, this.now)
    const putAt = wholeSecond(ready.at + (boarding - ready.at) * (0.2 + 0.6 * this.random.next()))
    yield change(issue, putAt, shipper.name, { patch: window.key })
    if (isComing) {
      window.judged.push(undefined)
      return
    }
    yield change(issue, window.shipsAt, shipper.name, { status: 'retest' })
    yield {
      entity: 'retest',
      key: retestKey(window.key, issue),
      fields: { patch: window.key, issue, ...this.confirmer(life) },
      at: window.shipsAt,
      by: shipper.name,
    }
    if (window === this.harmful) {
      window.judged.push(window.shipsAt)
      yield change(issue, window.shipsAt + harmIsSeenAfter, lead.name, { status: 'fix-ready', patch: null })
      return
    }
    yield* this.judge(window, issue, leaves, life)
  }

  private *judge(
    window: Window,
    issue: string,
    retest: DemoIntent | undefined,
    life: readonly DemoIntent[],
  ): Generator<DemoIntent> {
    const after = retest ? life.slice(life.indexOf(retest) + 1) : []
    const verdict = after.find(({ fields }) => fields.status !== undefined)
    if (!verdict) {
      window.judged.push(undefined)
      return
    }
    const { at, by } = verdict
    const judged = (fields: Fields, when = at, who = by): DemoIntent => ({
      entity: 'retest',
      key: retestKey(window.key, issue),
      fields,
      at: when,
      by: who,
    })
    if (verdict.fields.status === 'resolved') {
      window.judged.push(at)
      yield judged({ result: 'passed' })
      return
    }
    const note = this.random.pick(failures)
    yield judged({ result: 'failed', note })
    yield change(issue, at, by, { patch: null })
    yield {
      entity: 'comment',
      key: `${retestKey(window.key, issue)}/failed`,
      fields: { issue, author: by, text: `Retest failed: ${note}`, writtenAt: at, origin: 'typed' },
      at,
      by,
    }
    const excusedAt = at + 2 * hour
    window.judged.push(excusedAt < this.now ? excusedAt : undefined)
    if (excusedAt < this.now)
      yield judged({ excuse: 'Worked on again; its next fix rides on another patch.' }, excusedAt, lead.name)
  }

  /** Those on which something rode, and what comes next. */
  *patches(): Generator<DemoIntent> {
    let number = 0
    const used = this.windows.filter(({ judged, shipsAt }) => judged.length > 0 || shipsAt >= this.now)
    for (const window of used) {
      const { key, opensAt, closesAt, shipsAt, judged } = window
      const name = `Patch ${++number}`
      const write = (at: Instant, fields: Fields, by = shipper.name): DemoIntent => ({
        entity: 'patch',
        key,
        fields,
        at,
        by,
      })
      const plannedAt = Math.min(opensAt - 22 * hour, this.now - hour)
      yield write(plannedAt, { name, opensAt, closesAt, state: 'planned', ...notesOf(number) })
      const isNext = shipsAt >= this.now && used.find((one) => one.shipsAt >= this.now) === window
      const testedAt = Math.max(plannedAt + minute, opensAt - 5 * hour)
      if (testedAt < Math.min(this.now, shipsAt)) yield write(testedAt, { state: 'in-test' })
      else if (isNext) yield write(this.now - minute, { state: 'in-test' })
      if (shipsAt >= this.now) continue
      yield write(shipsAt, { state: 'shipped' })
      if (window === this.harmful) {
        const reason = 'Reminders went out twice within ten minutes of going live.'
        yield write(shipsAt + harmIsSeenAfter, { state: 'rolled-back', rollbackReason: reason }, lead.name)
        continue
      }
      const last = judged.every((at) => at !== undefined)
        ? Math.max(...judged) + 2 * hour
        : Number.POSITIVE_INFINITY
      if (last < this.now) yield write(last, { state: 'confirmed' }, lead.name)
    }
  }

  private confirmer(life: readonly DemoIntent[]): Fields {
    const confirmer = this.random.weighted<Confirmer>({ reporter: 6, unit: 3, person: 1 })
    if (confirmer !== 'person') return { confirmer }
    const owner: Value | undefined = life.findLast(({ fields }) => fields.owner != null)?.fields.owner
    return owner ? { confirmer, person: owner } : { confirmer: 'reporter' }
  }
}

/** The last early morning or noon of a working day, at least an hour ago. */
function lastOutOfTurn({ days, now }: Calendar): Instant | undefined {
  const starts = days.filter(({ working }) => working).map(({ start }) => start)
  return starts.flatMap((start) => [start + 8 * hour, start + 12 * hour]).findLast((at) => at < now - hour)
}

function withoutStatus(intent: DemoIntent): DemoIntent {
  const { status, ...fields } = intent.fields
  return status === undefined ? intent : { ...intent, fields }
}

/** Minutes after its window has opened, each patch some others. */
const shipping = (opensAt: Instant, place: number) => opensAt + (20 + ((place * 7) % 25)) * minute

const wholeSecond = (at: Instant) => Math.floor(at / 1_000) * 1_000

const change = (key: string, at: Instant, by: string, fields: Fields): DemoIntent => ({
  entity: 'issue',
  key,
  fields,
  at,
  by,
})

function notesOf(number: number): Fields {
  return number % 4 === 0 ? { notes: 'After the billing run. Dashboards stay closed until it is in.' } : {}
}
