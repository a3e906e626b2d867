import { takeDateApart } from '@domain/importing/dates/date-text'
import { DateTexts, wholeDate } from '@domain/importing/dates/date-texts'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'))
const month = fc.constantFrom('Jan', 'März', 'ago', 'September', '02', '11', '13')
const year = fc.constantFrom('26', '2026', '1999')
const separator = fc.constantFrom('/', '-', '.', ' ', '. ')
const day = fc.oneof(
  fc.tuple(two(0, 32), separator, month, separator, year).map((parts) => parts.join('')),
  fc.tuple(year, separator, month, separator, two(0, 32)).map((parts) => parts.join('')),
  fc
    .tuple(month, fc.constant(' '), two(0, 32), fc.constantFrom(', ', ' '), year)
    .map((parts) => parts.join('')),
  fc.constantFrom('Tue Aug 04', '26', '2026-11-24T', '4 Aug 2026 at', '45987', '1/2/', 'none'),
)
const time = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 25 }), two(0, 61), fc.constantFrom('', ':07', ':59.123'))
    .map(([hours, minutes, seconds]) => `${hours}:${minutes}${seconds}`),
  fc.constantFrom(
    '9:12 AM',
    '03:26 PM',
    '12:00 am',
    '9:12\u202fPM',
    '09:12:13 CEST 2026',
    '10:00 +02:00',
    '9:1',
    'noon',
  ),
)
const text = fc
  .tuple(
    day,
    fc.constantFrom(' ', '  ', 'T', ', ', ' um ', ''),
    time,
    fc.constantFrom('', ' ', ' (mezi)', ' '.repeat(80)),
  )
  .map((parts) => parts.join(''))

it('takes a date apart as if it were the only one', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
      const dates = new DateTexts()
      // Twice, so that every day and every time is known when it comes again.
      for (const each of [...texts, ...texts]) {
        const taken = dates.takeApart(each)
        expect(taken && wholeDate(taken)).toEqual(takeDateApart(each))
      }
    }),
    { numRuns: 1_000 },
  )
})
