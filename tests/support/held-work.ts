import type { Page } from '@playwright/test'

/** From now on no worker's answer to this job arrives, so that what it works on is still to be cancelled. */
export function holdAnswers(page: Page, job: string): Promise<void> {
  return page.evaluate((job) => {
    const calls = new WeakMap<Worker, Set<number>>()
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (
      this: Worker,
      message: { call: number; name: string },
      more?: StructuredSerializeOptions,
    ) {
      if (message.name === job) calls.set(this, (calls.get(this) ?? new Set()).add(message.call))
      post.call(this, message, more)
    } as typeof post
    Object.defineProperty(Worker.prototype, 'onmessage', {
      set(this: Worker, listener: (event: MessageEvent) => void) {
        this.addEventListener('message', (event) => {
          if (event.data.kind === 'done' && calls.get(this)?.has(event.data.call)) document.title = 'held'
          else listener(event)
        })
      },
    })
  }, job)
}

/** From now on no worker hears of this job. */
export function keepFromBeginning(page: Page, job: string): Promise<void> {
  return page.evaluate((job) => {
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (
      this: Worker,
      message: { name: string },
      more?: StructuredSerializeOptions,
    ) {
      if (message.name === job) document.title = 'held'
      else post.call(this, message, more)
    } as typeof post
  }, job)
}
