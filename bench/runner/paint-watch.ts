import type { Page } from '@playwright/test'

/** Nothing more is painted for one key press after so long without a change, in milliseconds. */
const quietMs = 60

interface Watched {
  /** When the last key press or click happened. */
  pressedAt: number
  changedAt: number
  /** When the last change since the press had been painted; 0 before that. */
  paintedAt: number
  longestTask: number
}

declare global {
  interface Window {
    benchWatch: Watched
  }
}

/** From now on notes when keys are pressed, when what they change has been painted, and the longest task. */
export async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = { pressedAt: 0, changedAt: 0, paintedAt: 0, longestTask: 0 }
    window.benchWatch = watch
    let isFrameWanted = false
    const press = ({ timeStamp }: Event) => Object.assign(watch, { pressedAt: timeStamp, paintedAt: 0 })
    for (const type of ['keydown', 'click']) window.addEventListener(type, press, { capture: true })
    const notePaint = () => {
      watch.paintedAt = performance.now()
    }
    const frame = () => {
      isFrameWanted = false
      // A message that is sent in a frame arrives after the frame has been painted.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = notePaint
      port2.postMessage(undefined)
    }
    new MutationObserver(() => {
      watch.changedAt = performance.now()
      if (!isFrameWanted) requestAnimationFrame(frame)
      isFrameWanted = true
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.longestTask = Math.max(watch.longestTask, duration)
    }).observe({ type: 'longtask' })
  })
}

/** Milliseconds from the last key press to the last frame that it changed, with the wait for the display's turn. */
export async function paintTime(page: Page): Promise<number> {
  const settled = await page.waitForFunction((quiet) => {
    const { pressedAt, paintedAt, changedAt } = window.benchWatch
    const isSettled = paintedAt > changedAt && performance.now() - paintedAt > quiet
    return isSettled && { ms: paintedAt - pressedAt }
  }, quietMs)
  const { ms } = (await settled.jsonValue()) as { ms: number }
  return ms
}

export async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => window.benchWatch.longestTask)
}
