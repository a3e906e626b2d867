import { Temporal } from 'temporal-polyfill'
import type { CadencePhase, Patch } from '../model/entities'
import type { Instant } from '../model/value'
import { addDays, type Day, daysBetween, weekdayOf } from '../time/day'
import { dayOf } from '../time/zone'
import { readWindow } from './window-text'

export interface PatchWindow {
  readonly opensAt: Instant
  readonly closesAt: Instant
}

export interface WindowPlan {
  readonly phases: readonly CadencePhase[]
  readonly goLiveAt: Instant
  readonly zone: string
}

/** Windows further ahead than this are not worth proposing. */
const daysAhead = 60

/** The windows that the cadence plan has from an instant on, the running one too, soonest first. */
export function windowsFrom(
  { phases, goLiveAt, zone }: WindowPlan,
  now: Instant,
  most: number,
): PatchWindow[] {
  const goLive = dayOf(goLiveAt, zone)
  const windows: PatchWindow[] = []
  // One that opened yesterday may close today.
  let day = addDays(dayOf(now, zone), -1)
  for (let count = 0; count <= daysAhead && windows.length < most; count++, day = addDays(day, 1)) {
    for (const window of windowsOf(day, phases, daysBetween(goLive, day) + 1, zone))
      if (window.closesAt > now) windows.push(window)
  }
  return windows.sort((a, b) => a.opensAt - b.opensAt).slice(0, most)
}

/** Of the windows from now on, those that no patch has been given yet. */
export function freeWindows(
  plan: WindowPlan,
  patches: Iterable<{ readonly values: Patch }>,
  now: Instant,
  most: number,
): PatchWindow[] {
  const taken = new Set<Instant>()
  for (const { values } of patches)
    if (values.removed !== true && values.opensAt != null) taken.add(values.opensAt)
  return windowsFrom(plan, now, most + taken.size)
    .filter(({ opensAt }) => !taken.has(opensAt))
    .slice(0, most)
}

/** What a plan says of patch windows and cannot be read, each once. */
export function unreadWindows(phases: readonly CadencePhase[]): string[] {
  const told = phases.map(({ patchWindow }) => patchWindow?.trim() ?? '')
  return [...new Set(told.filter((text) => text !== '' && !readWindow(text)))]
}

function windowsOf(
  day: Day,
  phases: readonly CadencePhase[],
  dayOfPlan: number,
  zone: string,
): PatchWindow[] {
  const weekday = weekdayOf(day)
  const found = new Map<Instant, PatchWindow>()
  for (const { fromDay, toDay, patchWindow } of phases) {
    if (dayOfPlan < (fromDay ?? 1) || dayOfPlan > (toDay ?? Infinity)) continue
    const window = readWindow(patchWindow ?? '')
    if (!window?.days.has(weekday)) continue
    // The wall's hours, which a change of the clocks makes shorter or longer.
    const opens = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: window.opens })
    const opensAt = opens.toZonedDateTime(zone).epochMilliseconds
    const closesAt = opens.add({ minutes: window.minutes }).toZonedDateTime(zone).epochMilliseconds
    // Not where the clocks go forward over it.
    if (closesAt > opensAt) found.set(opensAt, { opensAt, closesAt })
  }
  return [...found.values()]
}
