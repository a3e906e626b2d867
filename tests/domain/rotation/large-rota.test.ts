import { rotaBoard } from '@domain/rotation/rota-board'
import { shiftsBetween } from '@domain/rotation/shifts'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'
import { rotaOf, rotation, tablesOf } from '../../support/rota'

const day = 24 * 60 * 60_000
const monday = Date.UTC(2026, 2, 1, 23)

test('ninety days of thirty people in six layers, begun years ago, are asked about by the month', () => {
  const laptop = makeLaptop('a')
  const people = Array.from({ length: 30 }, (_, place) => `p${place}`)
  const turns = { length: 8, unit: 'hours', from: '2020-03-02T09:00', startsOn: '2020-03-02' }
  for (let layer = 0; layer < 6; layer++)
    laptop.write(
      rotation({
        key: `r${layer}`,
        layer: layer + 1,
        members: people.slice(5 * layer, 5 * layer + 5),
        plan: turns,
      }),
    )
  const rota = rotaOf(laptop)
  // Three turns a day in each layer; the clock is put forward on one of the days and takes none away.
  expect(shiftsBetween(rota, monday, monday + 90 * day)).toHaveLength(6 * (90 * 3 + 1))
  const month = rotaBoard(rota, tablesOf(laptop), monday, monday + 30 * day)
  expect(month).toHaveLength(7)
  const pieces = month.map((row) => (row.kind === 'seat' ? row.pieces.length : 0))
  expect(pieces).toEqual([0, 91, 91, 91, 91, 91, 91])
})
