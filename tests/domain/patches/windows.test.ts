import { readWindow } from '@domain/patches/window-text'
import { freeWindows, unreadWindows, windowsFrom } from '@domain/patches/windows'
import { formatInstant } from '@domain/time/format'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const zone = 'Europe/Berlin'
/** Monday 2 March 2026, 06:00 in Berlin. */
const goLiveAt = Date.UTC(2026, 2, 2, 5)
const hour = 60 * 60_000

const plan = (...windows: readonly [fromDay: number, toDay: number, patchWindow: string][]) => ({
  phases: windows.map(([fromDay, toDay, patchWindow]) => ({ fromDay, toDay, patchWindow })),
  goLiveAt,
  zone,
})
const told = (instants: readonly { opensAt: number; closesAt: number }[]) =>
  instants.map(
    ({ opensAt, closesAt }) => `${formatInstant(opensAt, zone)}–${formatInstant(closesAt, zone).slice(-5)}`,
  )

describe('a patch window as a plan tells it', () => {
  it.each([
    ['Daily 20:00', 'mon tue wed thu fri sat sun', 1_200, 120],
    ['Tue, Thu 20:00', 'tue thu', 1_200, 120],
    ['Tue Thu 19:00', 'tue thu', 1_140, 120],
    ['thursdays 7:30-8:15', 'thu', 450, 45],
    ['Mon–Fri 06:00–07:30', 'mon tue wed thu fri', 360, 90],
    ['Tuesday and Thursday 22:00–01:00', 'tue thu', 1_320, 180],
    ['Fri-Mon 00:00', 'mon fri sat sun', 0, 120],
  ])('reads %s', (text, days, opens, minutes) => {
    const window = readWindow(text)
    expect([...(window?.days ?? [])].sort()).toEqual(days.split(' ').sort())
    expect(window).toMatchObject({ opens, minutes })
  })

  it.each(['', '20:00', 'after work', 'Tue 25:00', 'Tue 20:60', 'm 20:00', 'Tue to Thu 20:00'])(
    'does not guess what %s means',
    (text) => expect(readWindow(text)).toBeUndefined(),
  )

  it('reads or refuses any text without failing', () => {
    fc.assert(fc.property(fc.string(), (text) => void readWindow(text)))
    fc.assert(fc.property(fc.stringMatching(/^[a-z ,-]{0,12} \d\d:\d\d$/), (text) => void readWindow(text)))
  })
})

describe('windows of the cadence plan', () => {
  it('follow the phases: daily at first, then on two days', () => {
    const windows = windowsFrom(plan([1, 3, 'Daily 20:00'], [4, 10, 'Tue, Thu 19:00–21:30']), goLiveAt, 5)
    expect(told(windows)).toEqual([
      'Mon 2 Mar 2026, 20:00–22:00',
      'Tue 3 Mar 2026, 20:00–22:00',
      'Wed 4 Mar 2026, 20:00–22:00',
      'Thu 5 Mar 2026, 19:00–21:30',
      'Tue 10 Mar 2026, 19:00–21:30',
    ])
  })

  it('have the running one first, also past midnight', () => {
    const daily = plan([1, 28, 'Daily 22:00–02:00'])
    const [first] = windowsFrom(daily, goLiveAt + 19 * hour, 1)
    expect(told(first ? [first] : [])).toEqual(['Mon 2 Mar 2026, 22:00–02:00'])
  })

  it('stand where the wall says across the change of the clocks', () => {
    // The clocks go forward on Sunday 29 March.
    const daily = plan([1, 60, 'daily 20:00'])
    const [before, after] = windowsFrom(daily, Date.UTC(2026, 2, 28, 12), 2)
    expect(told([before, after].flatMap((window) => window ?? []))).toEqual([
      'Sat 28 Mar 2026, 20:00–22:00',
      'Sun 29 Mar 2026, 20:00–22:00',
    ])
    expect((after?.opensAt ?? 0) - (before?.opensAt ?? 0)).toBe(23 * hour)
  })

  it('none stands in an hour that the clocks leave out', () => {
    const night = plan([1, 60, 'Sun 02:30–03:00'])
    const [first] = windowsFrom(night, Date.UTC(2026, 2, 28, 12), 1)
    expect(told(first ? [first] : [])).toEqual(['Sun 5 Apr 2026, 02:30–03:00'])
  })

  it('end with the plan, and those that a patch has are not free', () => {
    const short = plan([1, 2, 'Daily 20:00'])
    const all = windowsFrom(short, goLiveAt, 10)
    expect(all).toHaveLength(2)
    const taken = [{ values: { opensAt: all[0]?.opensAt ?? null } }]
    expect(freeWindows(short, taken, goLiveAt, 10)).toEqual([all[1]])
    expect(freeWindows(short, [{ values: { ...taken[0]?.values, removed: true } }], goLiveAt, 10)).toEqual(
      all,
    )
  })

  it('says what it could not read', () => {
    const { phases } = plan(
      [1, 2, 'Daily 20:00'],
      [3, 4, 'when it suits'],
      [5, 6, 'when it suits'],
      [7, 8, ''],
    )
    expect(unreadWindows(phases)).toEqual(['when it suits'])
  })
})
