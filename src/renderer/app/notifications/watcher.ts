import type { RequestInput } from '@contract/ipc'
import { audiencesOf } from '@domain/bulletins/due'
import { cadenceOf } from '@domain/cadence/cadence'
import { personCalled } from '@domain/mentions/mentions'
import { engagementKey } from '@domain/model/engagement'
import { standupKey } from '@domain/model/standup'
import type { Instant } from '@domain/model/value'
import { BulletinMoments, type BulletinTimes } from '@domain/notifications/bulletin-moments'
import { burning, burningText, pastTarget } from '@domain/notifications/burning'
import { IssueMoments } from '@domain/notifications/issue-moments'
import { allMoments, type DayPlace, type Moments } from '@domain/notifications/moment'
import { NoteMoments, type WaitingNotes } from '@domain/notifications/note-moments'
import { type NoticeContext, noticeOf } from '@domain/notifications/notice'
import { PatchMoments, type PatchTimes } from '@domain/notifications/patch-moments'
import { type Memory, plan } from '@domain/notifications/plan'
import type { NotificationSettings } from '@domain/notifications/settings'
import { type OwnRota, ShiftMoments } from '@domain/notifications/shift-moments'
import { StandupMoments, type StandupTimes } from '@domain/notifications/standup-moments'
import { dutyAt } from '@domain/rotation/duty'
import { noteRecords } from '@domain/shift-notes/note'
import { standupRecord } from '@domain/standup/record'
import { usableZone } from '@domain/time/zone'
import { calledKey } from '@domain/triage/list-columns'
import type { ClockView } from '../../storage/clock-view'
import { inTurns } from '../../storage/pace'
import type { Settings } from '../../storage/profile'
import type { EngagementSession } from '../../storage/session'
import { paths } from '../../view-state/paths'
import { rotaEntities, rotaOf } from '../../view-state/use-rota'

/** What the watcher is handed, so that it reaches for no clock, timer or process of its own. */
export interface WatcherTools {
  readonly session: EngagementSession
  readonly clocks: ClockView
  readonly now: () => Instant
  readonly settings: () => Settings
  readonly recall: () => Promise<Memory | undefined>
  readonly keep: (memory: Memory) => Promise<void>
  readonly show: (notice: RequestInput<'notify.show'>) => void
  readonly setTray: (tray: RequestInput<'tray.set'>) => void
  readonly setBadge: (count: number) => void
  /** Calls back once after so many milliseconds. Returns how to call it off. */
  readonly wait: (callback: () => void, ms: number) => () => void
}

/** Many changes in a row are looked at once. */
const afterChange = 250
/** Timers stand still while the laptop sleeps and know nothing of a clock that was set: it is asked this often. */
const longestWait = 60_000
const longestTitle = 200
const longestBody = 1_000

const dayEntities = [
  'standup',
  'shiftNote',
  'patch',
  'retest',
  'cadencePhase',
  'engagement',
  ...rotaEntities,
] as const
const dayPaths: Readonly<Record<DayPlace, string>> = {
  bulletins: paths.bulletins,
  standups: paths.standups,
  'shift-notes': paths.shiftNotes,
  rota: paths.rota,
  patches: paths.patches,
}

/** Follows the clocks of the open engagement and tells what the planner says, when it says so. */
export class NotificationWatcher {
  private readonly ofIssues: IssueMoments
  private readonly ofShifts: ShiftMoments
  private readonly moments: Moments
  private memory: Memory | undefined
  private callOff: () => void = () => undefined
  private leave: () => void = () => undefined
  private running = false
  private stopped = false
  private trayShown = ''

  constructor(private readonly tools: WatcherTools) {
    const { session, clocks, settings } = tools
    const issues = session.replica.rows('issue')
    this.ofIssues = new IssueMoments(clocks.board, issues, () => settings().notifications)
    this.ofShifts = new ShiftMoments(
      () => this.ownRota(),
      tools.now,
      () => this.memory?.shifts,
    )
    this.moments = allMoments([
      this.ofIssues,
      new StandupMoments(() => standupTimes(session), tools.now),
      new NoteMoments(() => this.waitingNotes()),
      new BulletinMoments(() => this.bulletinTimes(), tools.now),
      this.ofShifts,
      new PatchMoments(() => this.patchTimes(), tools.now),
    ])
  }

  async start(): Promise<void> {
    const { clocks, recall } = this.tools
    this.memory = await recall()
    await clocks.settled()
    await inTurns(this.ofIssues.open())
    if (this.stopped) return
    this.running = true
    const leaves = [clocks.subscribe(() => this.lookSoon()), this.followDay()]
    this.leave = () => {
      for (const leave of leaves) leave()
    }
    await this.look()
  }

  /** Something has changed that a plan hangs on: settings, or the time after a sleep. */
  readonly lookSoon = (): void => this.arm(afterChange)

  stop(): void {
    this.stopped = true
    this.running = false
    this.callOff()
    this.leave()
    this.setTray([])
    this.tools.setBadge(0)
  }

  /** Follows the rows of the team's day. */
  private followDay(): () => void {
    const { session } = this.tools
    const version = () => dayEntities.reduce((sum, entity) => sum + session.version(entity), 0)
    let known = version()
    return session.subscribe(() => {
      if (version() === known) return
      known = version()
      this.lookSoon()
    })
  }

  private arm(ms: number): void {
    this.callOff()
    if (this.running) this.callOff = this.tools.wait(() => void this.look(), ms)
  }

  private async look(): Promise<void> {
    const { clocks, keep, now: readNow, show } = this.tools
    if (!this.running) return
    this.ofIssues.refresh()
    const now = readNow()
    const planned = plan(this.memory, this.moments, now, this.heard(now), this.zone)
    const shifts = this.ofShifts.remembered
    const isNews = shifts !== undefined && shifts !== planned.memory.shifts
    this.memory = { ...planned.memory, ...(shifts && { shifts }) }
    this.arm(Math.min(longestWait, Math.max(0, (planned.wakeAt ?? Number.POSITIVE_INFINITY) - now)))
    this.setTray(burning(clocks.board.deadlines, now))
    this.tools.setBadge(pastTarget(clocks.board.deadlines, now))
    // Remembered first: it is better told once too little, by a laptop that fails this moment, than twice.
    if (planned.worthKeeping || isNews) await keep(this.memory)
    if (planned.show.length === 0) return
    const context: NoticeContext = { now, zone: this.zone, issue: (key) => this.about(key) }
    const { id, title, body, issue, place, urgency } = noticeOf(planned.show, context)
    show({
      id,
      title: title.slice(0, longestTitle),
      body: body.slice(0, longestBody),
      route: place ? dayPaths[place] : issue === undefined ? paths.issues : paths.issue(issue),
      urgency,
    })
  }

  private setTray(deadlines: ReturnType<typeof burning>): void {
    const { now, settings, setTray } = this.tools
    const { trayIcon, keepsRunning } = settings()
    const lines = deadlines.map((deadline) => ({
      label: burningText(deadline, this.about(deadline.issue).name, now(), this.zone).slice(0, longestTitle),
      route: paths.issue(deadline.issue),
    }))
    const tray = { shown: trayIcon, keepsRunning, burning: lines }
    const text = JSON.stringify(tray)
    if (text !== this.trayShown) setTray(tray)
    this.trayShown = text
  }

  private about(key: string): { readonly name: string; readonly title: string } {
    const row = this.tools.session.replica.rows('issue').get(key)
    return { name: row ? calledKey(row) : key, title: row?.values.title ?? '' }
  }

  private waitingNotes(): WaitingNotes {
    const { replica } = this.tools.session
    return { notes: noteRecords(replica.rows('shiftNote').values()), me: this.me, zone: this.zone }
  }

  private patchTimes(): PatchTimes {
    const { replica } = this.tools.session
    const [patches, retests] = [replica.rows('patch'), replica.rows('retest').values()]
    return { patches, retests, me: this.me, zone: this.zone }
  }

  /** Key of the person who uses this laptop. */
  private get me(): string | undefined {
    const { session, settings } = this.tools
    return personCalled(settings().userName, session.replica.rows('person').values())?.key
  }

  /** Quiet hours follow the rota: whoever is on shift hears what comes. */
  private heard(now: Instant): NotificationSettings {
    const { notifications } = this.tools.settings()
    const { rota, me } = this.ownRota()
    if (notifications.quiet === null || me === undefined) return notifications
    return dutyAt(rota, now).onShift.has(me) ? { ...notifications, quiet: null } : notifications
  }

  private ownRota(): OwnRota {
    const { session, settings } = this.tools
    const { userName } = settings()
    const me = personCalled(userName, session.replica.rows('person').values())?.key
    return { ...rotaOf(session, this.zone), me, name: userName }
  }

  private bulletinTimes(): BulletinTimes {
    const { replica } = this.tools.session
    return {
      audiences: audiencesOf(replica.rows('audience').values()),
      sendings: [...replica.rows('bulletinSending').values()],
      zone: this.zone,
    }
  }

  private get zone(): string {
    return usableZone(this.tools.session.replica.rows('engagement').get(engagementKey)?.values.zone)
  }
}

function standupTimes({ replica }: EngagementSession): StandupTimes {
  const engagement = replica.rows('engagement').get(engagementKey)?.values ?? {}
  return {
    cadence: cadenceOf(replica.rows('cadencePhase').values(), engagement),
    isHeld: (day) => {
      const row = replica.rows('standup').get(standupKey(day))
      return row !== undefined && standupRecord(row) !== undefined
    },
  }
}
