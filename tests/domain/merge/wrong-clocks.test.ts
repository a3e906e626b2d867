import { dump, dumpText } from '@domain/merge/dump'
import { effectiveAt, type Operation } from '@domain/merge/operation'
import { driftTolerance, stampWall } from '@domain/merge/stamp'
import { describe, expect, it } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const year = 365 * 86_400_000
const severity = (value: number) => ({ entity: 'issue', key: '1', fields: { severity: value } })

function exchange(...laptops: readonly Laptop[]): void {
  for (const to of laptops) for (const from of laptops) if (to !== from) to.receive([...from.operations])
  const [first, ...others] = laptops.map(({ replica }) => dumpText(dump(replica)))
  for (const other of others) expect(other).toBe(first)
}

const last = ({ operations }: Laptop): Operation => {
  const operation = operations.at(-1)
  if (!operation) throw new Error('nothing was written')
  return operation
}

describe.each([
  ['a year ahead', year],
  ['a year behind', -year],
])('a laptop %s', (_, off) => {
  it('is neither refused nor followed: the others keep their own time', () => {
    const [wrong, right] = [makeLaptop('wrong', firstMorning + off), makeLaptop('right')]
    wrong.write(severity(1))
    exchange(wrong, right)
    right.now += 1_000
    right.write(severity(2))
    expect(Math.abs(stampWall(last(right).stamp) - right.now)).toBeLessThanOrEqual(driftTolerance)
  })

  it('is written over by whoever has seen its word, and writes over what it has seen', () => {
    const [wrong, right] = [makeLaptop('wrong', firstMorning + off), makeLaptop('right')]
    wrong.write(severity(1))
    exchange(wrong, right)
    right.write(severity(2))
    exchange(wrong, right)
    expect([wrong, right].map((laptop) => laptop.value('issue', '1', 'severity'))).toEqual([2, 2])
    wrong.write(severity(3))
    exchange(wrong, right)
    expect([wrong, right].map((laptop) => laptop.value('issue', '1', 'severity'))).toEqual([3, 3])
    expect(dump(right.replica).conflicts).toEqual([])
  })

  it('loses nothing to another and takes nothing from it: both words stand as a conflict that can be settled', () => {
    const [wrong, right] = [makeLaptop('wrong', firstMorning + off), makeLaptop('right')]
    right.write(severity(3))
    exchange(wrong, right)
    wrong.write(severity(1))
    right.write(severity(2))
    exchange(wrong, right)
    expect(right.conflict('issue', '1', 'severity').sort()).toEqual([1, 2])
    right.write(severity(2))
    exchange(wrong, right)
    expect(wrong.value('issue', '1', 'severity')).toBe(2)
    expect(dump(wrong.replica).conflicts).toEqual([])
  })
})

describe('a laptop whose clock steps back', () => {
  it('goes on after its own last stamp, and says when things really happened', () => {
    const laptop = makeLaptop('a', firstMorning + year)
    laptop.write(severity(1))
    const before = last(laptop).stamp
    laptop.now = firstMorning
    laptop.write(severity(2))
    expect(last(laptop).stamp > before).toBe(true)
    expect(effectiveAt(last(laptop))).toBe(firstMorning)
    expect(laptop.value('issue', '1', 'severity')).toBe(2)
  })
})
