import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PrintJobs } from '../../../src/main/pdf/print-jobs'

const job = { pack: '{}', paper: 'a4' } as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('print jobs', () => {
  test('go to the page that was given them, and to no other', async () => {
    const jobs = new PrintJobs()
    const laidOut = jobs.layOut(7, job, 1_000)
    expect(jobs.packFor(7)).toBe(job)
    expect(jobs.packFor(8)).toBeNull()
    jobs.ready(8, null)
    expect(jobs.packFor(7)).toBe(job)
    jobs.ready(7, null)
    await expect(laidOut).resolves.toBeUndefined()
    expect(jobs.packFor(7)).toBeNull()
  })

  test('fail in the words of the page', async () => {
    const jobs = new PrintJobs()
    const laidOut = jobs.layOut(7, job, 1_000)
    jobs.ready(7, 'The report to print is not readable: it is no JSON text.')
    await expect(laidOut).rejects.toMatchObject({
      code: 'print-failed',
      message: 'The report could not be laid out: The report to print is not readable: it is no JSON text.',
    })
    expect(jobs.packFor(7)).toBeNull()
  })

  test('fail when the page does not answer in time, and only then', async () => {
    const jobs = new PrintJobs()
    const laidOut = jobs.layOut(7, job, 30_000)
    const failed = expect(laidOut).rejects.toMatchObject({
      code: 'print-timeout',
      message: expect.stringContaining('after 30 seconds'),
    })
    vi.advanceTimersByTime(29_999)
    expect(jobs.packFor(7)).toBe(job)
    vi.advanceTimersByTime(1)
    await failed
    expect(jobs.packFor(7)).toBeNull()
    jobs.ready(7, null)
    expect(vi.getTimerCount()).toBe(0)
  })
})
