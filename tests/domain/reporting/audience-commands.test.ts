import { disputedLabel, entityWord } from '@domain/conflicts/conflict-words'
import {
  type AudienceForm,
  audienceForm,
  removeAudience,
  saveAudience,
} from '@domain/reporting/audience-commands'
import { audienceNamed, standingAudiences, withheldText } from '@domain/reporting/withholding'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

const board: AudienceForm = {
  name: ' The  board ',
  names: true,
  units: true,
  fields: ['component', 'column:Cost'],
}
const rowsOf = ({ replica }: Laptop) => replica.rows('reportAudience')

function save(laptop: Laptop, key: string, form: AudienceForm): string {
  const plan = saveAudience(key, form, rowsOf(laptop))
  if (!plan.ok) return plan.reason
  laptop.write(plan.intents)
  return plan.label
}

describe('an audience of reports', () => {
  test('is saved, found by its name and changed; what is marked no more is told again', () => {
    const ada = makeLaptop('ada')
    expect(save(ada, 'b', board)).toBe('Audience The board added')
    expect(audienceNamed(rowsOf(ada), 'the board')).toEqual({
      names: true,
      units: true,
      fields: ['column:Cost', 'component'],
    })
    expect(save(ada, 'b', { ...board, units: false, fields: ['column:Cost'] })).toBe(
      'Audience The board changed',
    )
    const [row] = standingAudiences(rowsOf(ada).values())
    expect(row && audienceForm(row)).toEqual({
      name: 'The board',
      names: true,
      units: false,
      fields: ['column:Cost'],
    })
    expect(row && saveAudience('b', audienceForm(row), rowsOf(ada))).toMatchObject({ ok: true, intents: [] })
    if (row) ada.write(removeAudience(row).intents)
    expect(audienceNamed(rowsOf(ada), 'the board')).toBeUndefined()
  })

  test('needs a name of its own, and something to withhold', () => {
    const ada = makeLaptop('ada')
    save(ada, 'b', board)
    expect(save(ada, 'c', board)).toBe('There is an audience of this name already.')
    expect(save(ada, 'c', { ...board, name: 'without names' })).toBe(
      'There is an audience of this name already.',
    )
    expect(save(ada, 'c', { ...board, name: ' ' })).toBe('An audience needs a name.')
    expect(save(ada, 'c', { name: 'C', names: false, units: false, fields: [] })).toMatch(
      /^Say what is withheld/,
    )
    expect(rowsOf(ada).size).toBe(1)
  })

  test('is told of in conflicts and on the pages by the names of what is withheld', () => {
    expect(entityWord('reportAudience')).toBe('Audience of reports')
    expect(disputedLabel('reportAudience', 'withheld:processArea')).toBe('Process area withheld')
    expect(disputedLabel('signOff', 'withheld:column:Cost')).toBe('Cost withheld')
    expect(withheldText({ names: true, units: true, fields: ['a', 'b'] })).toBe(
      'names, units and 2 fields withheld',
    )
  })
})
