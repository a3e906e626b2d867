import type { Instant } from '@domain/model/value'
import { useSyncExternalStore } from 'react'

const second = 1_000
const minute = 60 * second

let readClock: () => Instant = Date.now

/** Gives the window the workspace's clock, which stands still under `--now`. */
export function setClock(read: () => Instant): void {
  readClock = read
}

/** The time, for what a person does now. */
export const now = (): Instant => readClock()

/** Timers rest while a laptop sleeps or a window is hidden; whoever comes back wants to know the time at once. */
function subscribeEvery(interval: number): (listener: () => void) => () => void {
  return (listener) => {
    const timer = setInterval(listener, interval)
    document.addEventListener('visibilitychange', listener)
    window.addEventListener('focus', listener)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', listener)
      window.removeEventListener('focus', listener)
    }
  }
}

const everyQuarter = subscribeEvery(minute / 4)
const everySecond = subscribeEvery(second)

/** The minute that it is. */
export const thisMinute = () => Math.floor(readClock() / minute) * minute
const thisSecond = () => Math.floor(readClock() / second) * second

/** The time to the minute; draws again when it changes. */
export function useMinute(): Instant {
  return useSyncExternalStore(everyQuarter, thisMinute)
}

/** The time to the second where that is `wanted`, else to the minute; draws again when it changes. */
export function useSecond(wanted: boolean): Instant {
  return useSyncExternalStore(wanted ? everySecond : everyQuarter, wanted ? thisSecond : thisMinute)
}
