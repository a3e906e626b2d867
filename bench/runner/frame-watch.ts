import type { Page } from '@playwright/test'

/** What a page did since it was asked last. */
export interface Frames {
  /** Milliseconds between two frames that came one after the other: the longest. */
  readonly longestGap: number
  /** On the screen's thread; shorter than 50 ms is not told: 0. */
  readonly longestTask: number
}

declare global {
  interface Window {
    frameWatch: { longestGap: number; longestTask: number }
  }
}

/** From now on notes how far apart frames are, and the longest task. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = { longestGap: 0, longestTask: 0 }
    window.frameWatch = watch
    let last = performance.now()
    const frame = (at: number) => {
      watch.longestGap = Math.max(watch.longestGap, at - last)
      last = at
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.longestTask = Math.max(watch.longestTask, duration)
    }).observe({ type: 'longtask' })
  })
}

export function framesSince(page: Page): Promise<Frames> {
  return page.evaluate(() => {
    const seen = { ...window.frameWatch }
    Object.assign(window.frameWatch, { longestGap: 0, longestTask: 0 })
    return seen
  })
}
