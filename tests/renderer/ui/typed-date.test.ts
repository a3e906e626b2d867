import { describe, expect, it } from 'vitest'
import { datePlaces, dateText, readDate, stepDate } from '../../../src/renderer/ui/typed-date'

const day = (text: string) => readDate(text, false)
const time = (text: string) => readDate(text, true)

describe('a typed date', () => {
  it('is read as the app shows it', () => {
    expect(day('23 Nov 2026')).toEqual({ value: '2026-11-23' })
    expect(time('23 Nov 2026, 13:35')).toEqual({ value: '2026-11-23T13:35' })
    expect(time('Mon 23 Nov 2026, 09:05')).toEqual({ value: '2026-11-23T09:05' })
    for (const value of ['2026-09-05', '2026-12-31T00:00', '2024-02-29T23:59'])
      expect(readDate(dateText(value), value.includes('T'))).toEqual({ value })
    expect(day('')).toEqual({ value: '' })
    expect(dateText('')).toBe('')
  })

  it.each([
    ['2026-11-23'],
    ['23.11.2026'],
    ['23. 11. 26'],
    ['23/11/2026'],
    ['11/23/2026'],
    ['23-nov-26'],
    ['23rd November 2026'],
    ['Nov 23, 2026'],
    ['Monday, 23 november 2026'],
    ['23nov2026'],
  ])('is read however it is written, as long as it is one day: %s', (text) => {
    expect(day(text)).toEqual({ value: '2026-11-23' })
  })

  it.each(['2026-11-23T9:05', '2026-11-23 09:05', '23.11.2026 9:05', '23 Nov 26,9:05'])(
    'takes the time in 24 hours: %s',
    (text) => expect(time(text)).toEqual({ value: '2026-11-23T09:05' }),
  )

  it('is never guessed where the numbers are two days', () => {
    expect(day('04/05/2026')).toEqual({
      problem: 'Write the month in letters: 4 May 2026 or 5 Apr 2026',
    })
    expect(day('04.05.2026')).toEqual({ value: '2026-05-04' })
    expect(day('05/05/2026')).toEqual({ value: '2026-05-05' })
  })

  it('says what is wrong with it', () => {
    expect(day('30 Feb 2026')).toEqual({ problem: 'There is no 30 Feb 2026' })
    expect(time('23 Nov 2026, 25:00')).toEqual({ problem: 'There is no 23 Nov 2026, 25:00' })
    expect(day('tomorrow')).toEqual({ problem: 'Such as 23 Nov 2026' })
    expect(day('23 Nov 0026')).toEqual({ problem: 'A year from 1900 to 2100' })
    expect(time('23 Nov 2026')).toEqual({ problem: 'A day with its time, such as 23 Nov 2026, 13:35' })
    expect(day('23 Nov 2026, 13:35')).toEqual({ problem: 'A day without a time, such as 23 Nov 2026' })
    expect(day('23 Now 2026')).toEqual({ problem: 'Such as 23 Nov 2026' })
  })

  it('moves by the part that is pointed at', () => {
    const text = dateText('2026-01-31T23:59')
    expect(datePlaces(text).map(([from, to]) => text.slice(from, to))).toEqual([
      '31',
      'Jan',
      '2026',
      '23',
      '59',
    ])
    expect(stepDate('2026-01-31T23:59', 0, 1)).toBe('2026-02-01T23:59')
    expect(stepDate('2026-01-31T23:59', 1, 1)).toBe('2026-02-28T23:59')
    expect(stepDate('2026-01-31T23:59', 4, 1)).toBe('2026-02-01T00:00')
    expect(stepDate('2026-01-01', 0, -1)).toBe('2025-12-31')
  })
})
