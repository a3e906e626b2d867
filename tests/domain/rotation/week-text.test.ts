import { readWeek, weekText } from '@domain/rotation/week-text'
import { describe, expect, test } from 'vitest'

const hours = (text: string) => {
  const week = readWeek(text)
  return week && Object.entries(week).flatMap(([day, told]) => (told ? [`${day.slice(6)} ${told}`] : []))
}

describe('hours of the week', () => {
  test('are read as people type them', () => {
    expect(hours('Mon-Tue 8-18, Sat 9:30-13')).toEqual([
      'mon 08:00-18:00',
      'tue 08:00-18:00',
      'sat 09:30-13:00',
    ])
    expect(hours('Fri – Sun 22 – 6')).toEqual(['fri 22:00-06:00', 'sat 22:00-06:00', 'sun 22:00-06:00'])
    expect(hours('mon wednesday 8-12 13-17')).toEqual([
      'mon 08:00-12:00 13:00-17:00',
      'wed 08:00-12:00 13:00-17:00',
    ])
    expect(hours('sat-mon 0-24')).toEqual(['mon 00:00-24:00', 'sat 00:00-24:00', 'sun 00:00-24:00'])
    expect(hours('7-8')).toHaveLength(7)
    expect(hours('')).toEqual([])
  })

  test('are not guessed', () => {
    for (const text of ['mon', 'soon 8-18', '8', '8-25', '8:70-9', 'mon-xyz 8-9', '24-25'])
      expect(readWeek(text)).toBeUndefined()
  })

  test('are told so that they can be read again', () => {
    for (const text of [
      'Mon–Fri 08:00-18:00, Sat 09:00-13:00',
      'Every day 22:00-06:00',
      'Wed 08:00-12:00 13:00-17:00',
      '',
    ])
      expect(weekText(readWeek(text) ?? {})).toBe(text)
  })
})
