import { retiredSince, retireLaptop, takeBackLaptop } from '@domain/laptops/retired'
import { freshnessOf, type ToldCopy } from '@domain/merge/freshness'
import { figures } from '@domain/reporting/figures'
import { expect, test } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const day = 24 * 3_600_000

/** Ben's laptop wrote, gave a bundle, and has been silent since. */
function team() {
  const [ada, ben] = [makeLaptop('ada'), makeLaptop('ben')]
  const written = ben.write({ entity: 'person', key: 'p', fields: { name: 'Pia' } })
  ada.receive(written)
  const told: ToldCopy = {
    laptop: ben.id,
    writer: 'Ben',
    seen: { [ben.id]: 1 },
    writtenAt: firstMorning,
    readAt: firstMorning,
  }
  ada.now = firstMorning + 3 * day
  return { ada, ben, told }
}

const freshIn = ({ replica }: Laptop, told: ToldCopy) => {
  const [fresh] = freshnessOf([told], replica.seen)
  if (!fresh) throw new Error('not heard of')
  return fresh
}
const retiredIn = (laptop: Laptop, told: ToldCopy) =>
  retiredSince(freshIn(laptop, told), laptop.replica.rows('laptop'), laptop.replica.seen)
const unheard = ({ replica }: Laptop, told: ToldCopy, asOf: number) =>
  figures(replica, { asOf, kind: 'daily', copies: [told] }).find(({ id }) => id === 'laptops-not-heard')
    ?.value

test('a retired laptop is waited for no more, on any laptop, until somebody uses it again', () => {
  const { ada, told } = team()
  expect([retiredIn(ada, told), unheard(ada, told, ada.now)]).toEqual([undefined, 1])
  const retiring = ada.write(retireLaptop(freshIn(ada, told), ada.replica.seen, ada.now).intents)
  expect([retiredIn(ada, told), unheard(ada, told, ada.now)]).toEqual([ada.now, 0])
  expect(unheard(ada, told, ada.now - day)).toBe(1)
  const cem = makeLaptop('cem')
  cem.receive([...ada.operations].filter((operation) => !retiring.includes(operation)))
  cem.receive(retiring)
  expect(retiredIn(cem, told)).toBe(ada.now)
  ada.write(takeBackLaptop(freshIn(ada, told)).intents)
  expect([retiredIn(ada, told), unheard(ada, told, ada.now)]).toEqual([undefined, 1])
})

test('undone, it is in use as before, and can be retired again', () => {
  const { ada, told } = team()
  const retire = () => ada.write(retireLaptop(freshIn(ada, told), ada.replica.seen, ada.now).intents)
  retire()
  // What an undo writes where a change has brought the row into being.
  ada.write({ entity: 'laptop', key: told.laptop, fields: { removed: true } })
  expect([retiredIn(ada, told), unheard(ada, told, ada.now)]).toEqual([undefined, 1])
  retire()
  expect([retiredIn(ada, told), unheard(ada, told, ada.now)]).toEqual([ada.now, 0])
})

test('one that is heard of again is back, whatever its clock says', () => {
  const { ada, ben, told } = team()
  ada.write(retireLaptop(freshIn(ada, told), ada.replica.seen, ada.now).intents)
  const later = { ...told, writtenAt: ada.now + day, readAt: ada.now + day }
  expect(retiredIn(ada, later)).toBeUndefined()
  ben.now = firstMorning - 300 * day
  ada.receive(ben.write({ entity: 'person', key: 'p', fields: { name: 'Pia Holm' } }))
  expect(retiredIn(ada, told)).toBeUndefined()
})
