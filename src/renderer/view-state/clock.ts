import type { Instant } from '@domain/model/value'
import { useSyncExternalStore } from 'react'

const minute = 60_000

let readClock: () => Instant = Date.now

/** Gives the window the workspace's clock, which stands still under `--now`. */
export function setClock(read: () => Instant): void {
  readClock = read
}

/** The time, for what a person does now. */
export const now = (): Instant => readClock()

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, minute / 4)
  return () => clearInterval(timer)
}

const thisMinute = () => Math.floor(readClock() / minute) * minute

/** The time to the minute; draws again when it changes. */
export function useMinute(): Instant {
  return useSyncExternalStore(subscribe, thisMinute)
}
