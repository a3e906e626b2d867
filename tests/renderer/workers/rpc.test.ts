import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Report, serve, WorkerCalls } from '../../../src/renderer/workers/rpc'

const jobs = {
  add: async ({ a, b }: { a: number; b: number }, report: Report) => {
    report({ step: 'Adding', done: 1, total: 2 })
    return a + b
  },
  fail: async () => {
    throw Object.assign(new Error('The file is torn.'), {
      name: 'BundleProblem',
      code: 'damaged',
      details: { at: 7 },
    })
  },
  never: () => new Promise<void>(() => undefined),
}

/** Both sides in one thread: what a worker's `self` is, and what the screen holds of it. */
function joined(): { calls: WorkerCalls<typeof jobs>; terminated: () => boolean } {
  let terminated = false
  const worker = {
    postMessage: (data: unknown) => void scope.onmessage?.({ data: structuredClone(data) }),
    terminate: () => {
      terminated = true
    },
    onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
  }
  const scope = {
    postMessage: (data: unknown) => worker.onmessage?.({ data: structuredClone(data) }),
    onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
  }
  vi.stubGlobal('self', scope)
  serve(jobs)
  return { calls: new WorkerCalls(worker as unknown as Worker), terminated: () => terminated }
}

afterEach(() => void vi.unstubAllGlobals())

describe('calls to a worker', () => {
  it('are answered, with progress on the way, each its own', async () => {
    const { calls } = joined()
    const told = vi.fn()
    expect(
      await Promise.all([calls.call('add', { a: 1, b: 2 }, told), calls.call('add', { a: 3, b: 4 })]),
    ).toEqual([3, 7])
    expect(told).toHaveBeenCalledExactlyOnceWith({ step: 'Adding', done: 1, total: 2 })
  })

  it('fail with the code and the details of what went wrong there', async () => {
    const { calls } = joined()
    await expect(calls.call('fail', undefined as never)).rejects.toMatchObject({
      name: 'BundleProblem',
      code: 'damaged',
      message: 'The file is torn.',
      details: { at: 7 },
    })
  })

  it('end at once when they are stopped', async () => {
    const { calls, terminated } = joined()
    const waiting = calls.call('never', undefined as never)
    calls.stop()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    expect(terminated()).toBe(true)
  })

  it('are refused once they were stopped: nobody would ever answer', async () => {
    const { calls } = joined()
    calls.stop()
    await expect(calls.call('add', { a: 1, b: 2 })).rejects.toMatchObject({ code: 'cancelled' })
  })
})
