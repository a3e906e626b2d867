import type { Row } from '../merge/row'
import type { Instant } from '../model/value'
import { roleWords } from '../ownership/role-words'
import type { Rota, RotaTables } from '../rotation/rota'
import type { Shift } from '../rotation/shift'
import { shiftsBetween } from '../rotation/shifts'
import { formatInstant } from '../time/format'
import type { DayMoment, Moment, Moments } from './moment'

export interface OwnRota {
  readonly rota: Rota
  readonly tables: RotaTables
  /** Key and name of the person who uses the laptop; undefined where the engagement does not know them. */
  readonly me: string | undefined
  readonly name: string
}

const minute = 60_000
const day = 24 * 60 * minute
const startLead = 30 * minute
const endLead = 15 * minute
/** Changes of shifts that begin later than this are told when they come nearer, if they are seen to change then. */
const farthest = 60 * day
const mostNamed = 3

/** Own shifts: half an hour before one starts, a quarter before it ends, and when others have changed those to come. */
export class ShiftMoments implements Moments {
  private known: Known | undefined
  private readonly changes: DayMoment[] = []

  /** @param before what was known when the laptop last looked; what came while it did not is told at the first look */
  constructor(
    private readonly read: () => OwnRota,
    private readonly now: () => Instant,
    private readonly before?: () => KnownShifts | undefined,
  ) {}

  /** What is to be remembered until the next start; another object only when something has changed. */
  get remembered(): KnownShifts | undefined {
    return this.known?.remembered
  }

  between(after: Instant, upTo: Instant): readonly Moment[] {
    this.lookForChanges()
    const ahead = this.own(upTo, upTo + startLead + 1).flatMap((shift) => this.momentsOf(shift))
    return [...ahead, ...this.changes].filter(({ at }) => after < at && at <= upTo)
  }

  nextAfter(instant: Instant): Instant | undefined {
    const times = this.own(instant, instant + 8 * day)
      .flatMap((shift) => this.momentsOf(shift).map(({ at }) => at))
      .filter((at) => at > instant)
    return times.length > 0 ? Math.min(...times) : undefined
  }

  raised(): readonly Moment[] {
    return []
  }

  /** One that has started or ended by now, or is another's, is no news any more. */
  stands(moment: Moment): boolean {
    if (this.changes.some(({ id }) => id === moment.id)) return true
    const now = this.now()
    return this.own(now, now + startLead + 1).some((shift) =>
      this.momentsOf(shift).some(({ id, when }) => id === moment.id && when > now),
    )
  }

  private own(from: Instant, to: Instant): readonly Shift[] {
    const { rota, me } = this.read()
    return me === undefined ? [] : shiftsBetween(rota, from, to).filter(({ person }) => person === me)
  }

  private momentsOf(shift: Shift): ShiftMoment[] {
    const { zone } = this.read().tables
    const role = roleWords[shift.role]
    const told = (name: string, at: Instant, when: Instant, title: string): ShiftMoment => ({
      when,
      id: `shift-${name}:${when}:${shift.key}`,
      kind: 'day',
      at,
      title,
      body: `${role}, ${formatInstant(shift.from, zone)} to ${formatInstant(shift.to, zone)}, ${zone}`,
      place: 'rota',
    })
    const moments = [
      told(
        'ends',
        shift.to - endLead,
        shift.to,
        `Your shift ends at ${formatInstant(shift.to, zone).slice(-5)}`,
      ),
    ]
    // Whoever is on already when it begins goes on.
    if (this.own(shift.from - 1, shift.from).length === 0)
      moments.push(
        told(
          'starts',
          shift.from - startLead,
          shift.from,
          `Your shift starts at ${formatInstant(shift.from, zone).slice(-5)}`,
        ),
      )
    return moments
  }

  /** What others have written since the last look; who changes their own shifts knows. */
  private lookForChanges(): void {
    const { rota, tables, me, name } = this.read()
    if (this.known?.rota === rota || me === undefined) return
    const now = this.now()
    const known = this.known
    const own = this.own(now, now + farthest).map(({ role, from, to }) => ({ role, from, to }))
    const upTo = now + farthest
    this.known = {
      rota,
      me,
      upTo,
      shifts: bySignature(own),
      revisions: revisionsOf(tables),
      remembered: { me, upTo, shifts: own },
    }
    if (known) {
      if (known.me === me && isByOthers(tables, known.revisions, name)) this.tell(known, this.known, now)
      return
    }
    // Whoever was not here has changed nothing here.
    const before = this.before?.()
    if (before?.me === me)
      this.tell({ upTo: before.upTo, shifts: bySignature(before.shifts) }, this.known, now)
  }

  private tell(known: Pick<Known, 'upTo' | 'shifts'>, { shifts }: Known, now: Instant): void {
    const { zone } = this.read().tables
    const isNear = ({ from, to }: KnownShift) => to > now && from < known.upTo
    const gained = [...shifts].filter(([told, shift]) => isNear(shift) && !known.shifts.has(told))
    const lost = [...known.shifts].filter(([told, shift]) => isNear(shift) && !shifts.has(told))
    const lines = [
      ...gained.map(([, shift]) => `Now yours: ${spanText(shift, zone)}`),
      ...lost.map(([, shift]) => `No longer so: ${spanText(shift, zone)}`),
    ]
    if (lines.length === 0) return
    const more = lines.length - mostNamed
    this.changes.push({
      id: `shifts-changed:${now}`,
      kind: 'day',
      at: now,
      title: 'Your shifts have changed',
      body: [...lines.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
      place: 'rota',
    })
  }
}

/** What a shift does at a time, and when that is told. */
interface ShiftMoment extends DayMoment {
  readonly when: Instant
}

type KnownShift = Pick<Shift, 'role' | 'from' | 'to'>

/** Somebody's shifts that begin before a time. */
export interface KnownShifts {
  readonly me: string
  readonly upTo: Instant
  readonly shifts: readonly KnownShift[]
}

interface Known {
  readonly rota: Rota
  readonly me: string
  readonly upTo: Instant
  readonly shifts: ReadonlyMap<string, KnownShift>
  readonly revisions: ReadonlyMap<string, number>
  readonly remembered: KnownShifts
}

const bySignature = (shifts: readonly KnownShift[]) =>
  new Map(shifts.map((shift) => [signatureOf(shift), shift]))
const signatureOf = ({ role, from, to }: KnownShift) => `${role} ${from} ${to}`

const spanText = ({ from, to }: KnownShift, zone: string) =>
  `${formatInstant(from, zone)} to ${formatInstant(to, zone)}`

function* rowsOf(tables: RotaTables): Generator<Row<unknown>> {
  const { rotation, rotationPlan, shiftOverride, shiftSwap, leave } = tables
  for (const table of [rotation, rotationPlan, shiftOverride, shiftSwap, leave]) yield* table.values()
}

function revisionsOf(tables: RotaTables): Map<string, number> {
  return new Map([...rowsOf(tables)].map(({ key, revision }) => [key, revision]))
}

function isByOthers(tables: RotaTables, revisions: ReadonlyMap<string, number>, name: string): boolean {
  for (const { key, revision, heads, touched } of rowsOf(tables))
    if (revisions.get(key) !== revision && heads.by(touched) !== name) return true
  return false
}
