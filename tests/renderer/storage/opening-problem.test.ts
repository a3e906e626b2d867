import { describe, expect, it } from 'vitest'
import { DamagedEngagement } from '../../../src/renderer/storage/load'
import { UpgradeFailed } from '../../../src/renderer/storage/opening'
import { openingProblem } from '../../../src/renderer/storage/opening-problem'

const because = (cause: unknown) => Object.assign(new Error('outer'), { inner: cause })

describe('why an engagement cannot be opened', () => {
  it.each([
    ['damaged', new DamagedEngagement('e', 'damaged', 'Damaged.')],
    ['gone', new DamagedEngagement('e', 'gone', 'Gone.')],
    ['disk', new DOMException('full', 'QuotaExceededError')],
    ['disk', because(new DOMException('Internal error opening backing store', 'UnknownError'))],
    ['disk', new UpgradeFailed(new DOMException('full', 'QuotaExceededError'))],
    ['upgrade', new UpgradeFailed(new TypeError('x is undefined'))],
    ['unexpected', new TypeError('x is undefined')],
    ['unexpected', 'thrown text'],
  ])('is told apart: %s', (kind, error) => {
    expect(openingProblem(error).kind).toBe(kind)
  })

  it('keeps what every program said, once', () => {
    const circle = new TypeError('inside')
    Object.assign(circle, { cause: circle })
    expect(openingProblem(new UpgradeFailed(circle)).details).toBe(
      'UpgradeFailed: The stored data could not be brought up to date.\nTypeError: inside',
    )
  })
})
