import type { IssueClass, IssueOrigin, OwningTeam, Rescue, Severity } from '../model/issue'
import type { Fields, Instant } from '../model/value'
import { type CastMember, handlers } from './cast'
import type { Random } from './random'
import { declineReasons } from './talk'
import { type Calendar, hour, threeWeeks } from './timing'

/** One change to an issue. */
export interface Step {
  readonly at: Instant
  readonly by: string
  readonly fields: Fields
}

/** An issue as it was raised, and what it will turn out to be. */
export interface RaisedIssue {
  readonly raisedAt: Instant
  readonly class: Exclude<IssueClass, 'duplicate'>
  readonly reportedSeverity: Severity
  readonly severity: Severity
  readonly workaround: string | undefined
  readonly fix: string
  /** Key of the issue that this one repeats. */
  readonly duplicateOf: string | undefined
}

/** Minutes, shortest and longest. Severity 1 runs around the clock, the others while people work. */
type Wait = readonly [shortest: number, longest: number]
interface Pace {
  readonly acknowledge: Wait
  readonly start: Wait
  readonly work: Wait
  readonly test: Wait
  readonly hold: Wait
}

const paces: Readonly<Record<Severity, Pace>> = {
  1: { acknowledge: [2, 25], start: [2, 20], work: [40, 330], test: [10, 60], hold: [20, 120] },
  2: { acknowledge: [8, 150], start: [20, 300], work: [180, 2_000], test: [40, 500], hold: [240, 1_800] },
  3: { acknowledge: [15, 800], start: [60, 1_400], work: [400, 4_200], test: [60, 900], hold: [400, 3_000] },
}
/** Showing somebody how it is done takes less than mending. */
const helping: Wait = [15, 900]
const settling: Wait = [900, 2_400]

const mended: ReadonlySet<IssueClass> = new Set(['defect', 'configuration', 'environment', 'data'])
const updateEvery: Readonly<Record<Severity, number>> = { 1: hour, 2: 24 * hour, 3: 4 * 24 * hour }

/** What happens to an issue after it was raised, up to now; nothing when nobody has looked at it yet. */
export function lifeOf(issue: RaisedIssue, calendar: Calendar, random: Random): Step[] {
  return new Life(issue, calendar, random).told()
}

class Life {
  private readonly steps: Step[] = []
  private readonly pace: Pace
  private at: Instant
  private severity: Severity
  private team: OwningTeam
  private owner: CastMember | undefined
  /** Raised when the steady-state team has learned its trade. */
  private readonly isLate: boolean

  constructor(
    private readonly issue: RaisedIssue,
    private readonly calendar: Calendar,
    private readonly random: Random,
  ) {
    this.at = issue.raisedAt
    this.severity = issue.severity
    this.pace = paces[issue.severity]
    // The handover works: the longer it lasts, the more the steady-state team takes on itself.
    this.isLate = calendar.age(this.at) > threeWeeks
    const share = this.isLate ? 0.97 : 0.3 + (0.45 * calendar.age(this.at)) / threeWeeks
    this.team = issue.severity > 1 && random.chance(share) ? 'steady-state' : 'project'
  }

  told(): Step[] {
    const isOpen = !this.happens()
    if (isOpen && this.steps.length > 0) this.keepInformed()
    return this.steps
  }

  /** Whether the issue has come to its end. */
  private happens(): boolean {
    const { issue, random } = this
    if (issue.duplicateOf !== undefined) return this.isDuplicate(issue.duplicateOf)
    if (!this.isTriaged()) return false
    if (issue.class === 'change-request' && random.chance(0.35)) return this.isDeclined()
    if (!this.isTakenOn()) return false
    if (random.chance(0.16) && !this.isHeld()) return false
    if (random.chance(this.team === 'project' || this.isLate ? 0.04 : 0.18) && !this.isPassedOn())
      return false
    if (!(mended.has(issue.class) ? this.isMended() : this.isResolved(helping))) return false
    if (random.chance(0.05) && !this.isReopened()) return false
    return this.isClosed()
  }

  private isTriaged(): boolean {
    const { issue, random } = this
    this.owner = random.chance(0.94) ? this.someone() : undefined
    return this.next(this.pace.acknowledge, this.triager(), (at) => ({
      status: 'triaged',
      acknowledgedAt: at,
      class: issue.class,
      team: this.team,
      owner: this.owner?.key ?? null,
      ...(issue.class === 'defect' && { origin: this.origin() }),
      ...(issue.severity !== issue.reportedSeverity && { severity: issue.severity }),
      ...this.promise(at),
    }))
  }

  private isDuplicate(duplicateOf: string): boolean {
    return this.next(this.pace.acknowledge, this.triager(), (at) => ({
      status: 'duplicate',
      class: 'duplicate',
      acknowledgedAt: at,
      duplicateOf,
      nextUpdateDue: null,
    }))
  }

  private isDeclined(): boolean {
    const declineReason = this.random.pick(declineReasons)
    return this.next(this.pace.work, this.name(), () => ({
      status: 'declined',
      declineReason,
      nextUpdateDue: null,
    }))
  }

  private isTakenOn(): boolean {
    const { workaround } = this.issue
    const worthTelling = workaround !== undefined && (this.severity < 3 || this.random.chance(0.55))
    const worsens = this.severity === 3 && this.random.chance(0.05) && !this.calendar.isCalm(this.at)
    this.owner ??= this.someone()
    return this.next(this.pace.start, this.name(), (at) => {
      if (worsens) this.severity = 2
      return {
        status: 'in-progress',
        owner: this.owner?.key ?? null,
        ...(worsens && { severity: 2 }),
        ...(worthTelling && { workaround }),
        ...this.promise(at),
      }
    })
  }

  private isHeld(): boolean {
    const reason = this.random.weighted({ user: 5, vendor: 3, decision: 2 })
    const held = this.next(this.pace.start, this.name(), (at) => ({
      status: 'on-hold',
      holdReason: reason,
      holdUntil: at + 3 * 24 * hour,
      ...this.promise(at),
    }))
    return held && this.next(this.pace.hold, this.name(), (at) => this.workedOn(at))
  }

  /** From the one team to the other, which is where issues get lost. */
  private isPassedOn(): boolean {
    const before = this.name()
    return this.next(this.pace.start, before, (at) => {
      this.team = this.team === 'project' ? 'steady-state' : 'project'
      this.owner = this.someone()
      return { team: this.team, owner: this.owner.key, ...this.promise(at) }
    })
  }

  private isMended(): boolean {
    const { pace, random } = this
    for (let attempt = 1; ; attempt++) {
      if (!this.next(pace.work, this.name(), (at) => ({ status: 'fix-ready', ...this.promise(at) })))
        return false
      if (!this.next(pace.test, this.name(), (at) => ({ status: 'retest', ...this.promise(at) })))
        return false
      if (attempt > 2 || !random.chance(0.13)) return this.isResolved(pace.test)
      if (!this.isReturned(pace.test)) return false
    }
  }

  private isReturned(wait: Wait): boolean {
    const returned = this.next(wait, this.triager(), (at) => ({ status: 'returned', ...this.promise(at) }))
    return returned && this.next(this.pace.start, this.name(), (at) => this.workedOn(at))
  }

  private isResolved(wait: Wait): boolean {
    const rescue = this.rescue()
    return this.next(wait, this.name(), (at) => ({
      status: 'resolved',
      resolvedAt: at,
      rescue,
      fixNote: this.issue.fix,
      nextUpdateDue: null,
    }))
  }

  private isReopened(): boolean {
    const reopened = this.next(settling, this.triager(), (at) => ({
      status: 'returned',
      resolvedAt: null,
      rescue: null,
      ...this.promise(at),
    }))
    if (!reopened) return true
    const takenOn = this.next(this.pace.start, this.name(), (at) => this.workedOn(at))
    return takenOn && this.isResolved(this.pace.work)
  }

  /** Resolved is an end already; closing it is only a matter of days. */
  private isClosed(): true {
    this.next(settling, this.triager(), (at) => ({ status: 'closed', closedAt: at }))
    return true
  }

  /** Most owners of open issues say where they stand when an update is due; some forget. */
  private keepInformed(): void {
    const { calendar, random } = this
    if (!random.chance(0.65)) return
    const since = Math.max(this.at, calendar.now - 0.8 * updateEvery[this.severity])
    const at = Math.floor((since + random.next() * (calendar.now - since)) / 1_000) * 1_000
    if (at > this.at) this.steps.push({ at, by: this.name(), fields: this.promise(at) })
  }

  /** The next thing to happen after a wait; false when it is still to come. */
  private next([shortest, longest]: Wait, by: string, change: (at: Instant) => Fields): boolean {
    const minutes = this.random.wait(shortest, longest) * this.haste
    const { calendar, severity } = this
    const at = severity === 1 ? calendar.after(this.at, minutes) : calendar.afterWork(this.at, minutes)
    if (at === Number.POSITIVE_INFINITY) return false
    this.at = at
    this.steps.push({ at, by, fields: change(at) })
    return true
  }

  /** Whoever has learned it, and has less to do, is quicker. */
  private get haste(): number {
    return this.calendar.age(this.at) > threeWeeks ? 0.3 : 1
  }

  private workedOn(at: Instant): Fields {
    return { status: 'in-progress', holdReason: null, holdUntil: null, ...this.promise(at) }
  }

  private promise(at: Instant): Fields {
    return { nextUpdateDue: at + updateEvery[this.severity] }
  }

  private origin(): IssueOrigin {
    return this.random.weighted({ regression: 6, 'pre-existing': 3, unrelated: 1 })
  }

  private rescue(): Rescue {
    if (this.team === 'project') return 'project-team'
    return this.random.chance(this.isLate ? 0.9 : 0.75) ? 'steady-state-alone' : 'steady-state-with-help'
  }

  private someone(): CastMember {
    const day = this.calendar.age(this.at)
    return this.random.pick(
      handlers[this.team].filter(({ leftAfter = Number.POSITIVE_INFINITY }) => day < leftAfter),
    )
  }

  private triager(): string {
    return this.random.pick(triagers).name
  }

  private name(): string {
    return this.owner?.name ?? this.triager()
  }
}

const triagers = [...handlers.project, ...handlers['steady-state']].filter(({ role }) => role === 'triage')
