import { addAffected, affectedOf, removeAffected } from '@domain/triage/affected'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const laptop = () => {
  const made = makeLaptop('ana')
  made.write({ entity: 'issue', key: 'a', fields: { shortKey: 'TES-1', title: 'Printer' } })
  return made
}

function rowOf({ replica }: ReturnType<typeof laptop>) {
  const row = replica.rows('issue').get('a')
  if (!row) throw new Error('no issue')
  return row
}

test('affected users are added once by their tidied name, and taken off', () => {
  const ana = laptop()
  const plan = addAffected(rowOf(ana), '  Bo   Lind ')
  expect(plan.ok && plan.label).toBe('Bo Lind affected by TES-1')
  if (plan.ok) ana.write(plan.intents)
  expect(affectedOf(rowOf(ana))).toEqual(['Bo Lind'])
  const again = addAffected(rowOf(ana), 'Bo Lind')
  expect(again.ok && again.intents).toEqual([])
  ana.write(removeAffected(rowOf(ana), 'Bo Lind').intents)
  expect(affectedOf(rowOf(ana))).toEqual([])
})

test('no name, or one that is longer than any name, is refused', () => {
  expect(addAffected(rowOf(laptop()), '  ').ok).toBe(false)
  expect(addAffected(rowOf(laptop()), 'x'.repeat(201)).ok).toBe(false)
})

test('users added on two laptops at once are both kept', () => {
  const ana = laptop()
  const bo = makeLaptop('bo')
  bo.receive(ana.operations)
  const [first, second] = [addAffected(rowOf(ana), 'Mia'), addAffected(rowOf(bo), 'Noor')]
  if (!first.ok || !second.ok) throw new Error('refused')
  ana.write(first.intents)
  bo.receive(ana.operations)
  ana.receive(bo.write(second.intents))
  expect(affectedOf(rowOf(ana)).sort()).toEqual(['Mia', 'Noor'])
  expect(affectedOf(rowOf(bo)).sort()).toEqual(['Mia', 'Noor'])
})
