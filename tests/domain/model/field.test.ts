import { fieldProblem } from '@domain/model/entities'
import * as field from '@domain/model/field'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

const kinds = {
  line: field.line,
  longText: field.longText,
  key: field.key,
  instant: field.instant,
  day: field.day,
  level: field.level,
  count: field.count,
  flag: field.flag,
  textSet: field.textSet,
}
const values = fc.oneof(
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(
    null,
    '',
    1,
    2,
    3,
    8.64e15,
    -8.64e15,
    8.7e15,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '2026-11-23',
  ),
)

describe('the quick look at a value', () => {
  it('says yes to nothing that the schema would refuse', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(kinds)), values, (schema, value) => {
        if (field.surelyFits(schema, value)) expect(z.safeParse(schema, value).success).toBe(true)
      }),
    )
  })

  it('takes what it has taken before, and nothing else for it', () => {
    for (let round = 0; round < 2; round++) {
      expect(fieldProblem('issue', 'severity', 1)).toBeUndefined()
      expect(fieldProblem('issue', 'severity', '1')).toMatch(/^issue\.severity: /)
      expect(fieldProblem('issue', 'severity', 4)).toMatch(/^issue\.severity: /)
    }
  })

  it('leaves what is too long to the schema, which refuses it', () => {
    expect(fieldProblem('issue', 'title', 'x'.repeat(field.longestLine))).toBeUndefined()
    expect(fieldProblem('issue', 'title', 'x'.repeat(field.longestLine + 1))).toMatch(/^issue\.title: /)
    expect(fieldProblem('issue', 'status', null)).toMatch(/^issue\.status: /)
    expect(fieldProblem('issue', 'tag:slow', 'yes')).toMatch(/^issue\.tag:slow: /)
  })
})

it.each([
  ['issue', 'severity', 9, '1, 2, 3 or null'],
  ['issue', 'holdReason', 'rain', '"user", "vendor", "decision" or null'],
  ['issue', 'removed', 'yes', 'true, false or null'],
  ['person', 'leftOn', 'soon', 'a day such as "2026-11-23" or null'],
  ['issue', 'title', 9, 'a text of at most 200,000 characters or null'],
  ['issue', 'raisedAt', 'now', 'a moment in milliseconds since 1970 or null'],
] as const)('%s.%s that cannot be %s says what it can be', (entity, field, value, allowed) => {
  expect(fieldProblem(entity, field, value)).toBe(`${entity}.${field}: takes ${allowed}`)
})
