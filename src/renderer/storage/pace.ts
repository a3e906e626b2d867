/** Longest that work may hold the thread before the screen gets its turn, in milliseconds. */
const longestTurn = 12

/**
 * For long loops on the screen's thread: call the returned function often; it gives way when the turn has
 * lasted long enough and costs next to nothing otherwise.
 */
export function pace(give = giveWay): () => Promise<void> | undefined {
  let began = performance.now()
  return () => {
    if (performance.now() - began < longestTurn) return undefined
    return give().then(() => {
      began = performance.now()
    })
  }
}

/**
 * Runs a job of many steps without holding up the screen, and gives what it comes to.
 * @param signal aborted with the error to throw
 */
export async function inTurns<T>(job: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  const turn = pace()
  for (;;) {
    const { done, value } = job.next()
    if (done) return value
    await turn()
    signal?.throwIfAborted()
  }
}

/**
 * What follows begins when the page has nothing else to do, after frames and messages; before other work that gives way so
 * only where it has waited longer.
 */
export function giveWayToAll(): Promise<void> {
  return 'scheduler' in globalThis
    ? scheduler.postTask(() => undefined, { priority: 'background' })
    : giveWay()
}

/** What follows is a task of its own: the screen and whatever else waits get their turn before it. */
export function giveWay(): Promise<void> {
  if ('scheduler' in globalThis) return scheduler.yield()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
