import { fieldProblem } from '@domain/model/entities'
import { askFor, markMade, removeDecision } from '@domain/registers/decisions'
import { expect, it } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const typed = { title: ' Extend by a week ', askedOf: '', neededBy: '', detail: '  ' }

it('writes what the model takes, and nothing where nothing was typed', () => {
  const { fields } = askFor('d1', typed)
  expect(fields).toMatchObject({ title: 'Extend by a week', askedOf: null, neededBy: null, detail: null })
  for (const [field, value] of Object.entries(fields))
    expect(fieldProblem('decision', field, value)).toBeUndefined()
})

it('goes from needed to made to removed', () => {
  const laptop = makeLaptop('a')
  laptop.write(askFor('d1', { ...typed, neededBy: '2026-11-27' }))
  expect(laptop.value('decision', 'd1', 'status')).toBe('needed')
  laptop.write(markMade('d1', 'Yes', laptop.now))
  expect(laptop.value('decision', 'd1', 'status')).toBe('made')
  expect(laptop.value('decision', 'd1', 'madeAt')).toBe(laptop.now)
  laptop.write(removeDecision('d1'))
  expect(laptop.value('decision', 'd1', 'removed')).toBe(true)
})
