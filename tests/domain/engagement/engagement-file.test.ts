import { EngagementFileProblem, readEngagementFile } from '@domain/engagement/engagement-file'
import { fieldProblem } from '@domain/model/entities'
import { describe, expect, it } from 'vitest'

const whole = {
  name: 'ERP go-live',
  client: 'Acme',
  system: 'ERP',
  zone: 'Europe/Berlin',
  goLive: '2026-11-02',
  plannedEnd: '2026-11-27',
  calendar: {
    hours: { mon: '08:00-12:00 13:00-18:00', fri: '' },
    holidays: { '2026-11-18': 'Repentance Day' },
    extended: { '2026-11-28': '08:00-12:00' },
  },
  pauses: ['on-hold', 'retest'],
  severities: [{ level: 1, name: 'Down', acknowledgeMinutes: 10, calendar: 'always' }],
}

describe('an engagement file', () => {
  it('gives the values of an engagement, each fit for its field', () => {
    const values = readEngagementFile(whole)
    expect(values).toMatchObject({
      name: 'ERP go-live',
      zone: 'Europe/Berlin',
      goLiveAt: Date.parse('2026-11-02T00:00:00+01:00'),
      plannedEndOn: '2026-11-27',
      'hours.mon': '08:00-12:00 13:00-18:00',
      'hours.tue': '',
      'holiday:2026-11-18': 'Repentance Day',
      'extended:2026-11-28': '08:00-12:00',
      'pauses:retest': true,
      'pauses:in-progress': false,
      'severity.1.name': 'Down',
      'severity.1.acknowledgeMinutes': 10,
    })
    for (const [field, value] of Object.entries(values))
      expect(fieldProblem('engagement', field, value)).toBeUndefined()
  })

  it('needs no more than a name', () => {
    expect(readEngagementFile({ name: 'Small' })).toEqual({ name: 'Small', zone: 'UTC' })
  })

  it('takes instants, lists of holidays, and the other spellings people use', () => {
    const values = readEngagementFile({
      name: 'CRM',
      timeZone: 'America/New_York',
      'go-live': '2026-11-02T07:00:00Z',
      'planned-end': '2026-11-27T17:00:00Z',
      calendar: { holidays: ['2026-11-26'] },
    })
    expect(values).toMatchObject({
      goLiveAt: Date.UTC(2026, 10, 2, 7),
      plannedEndOn: '2026-11-27',
      zone: 'America/New_York',
    })
    expect(values['holiday:2026-11-26']).toBe('Holiday')
  })

  it('says which part cannot be used', () => {
    const refused = (input: unknown) => {
      try {
        readEngagementFile(input)
      } catch (error) {
        if (error instanceof EngagementFileProblem) return error.message
      }
      return 'taken'
    }
    expect(refused([])).toMatch(/one JSON object/)
    expect(refused({ client: 'Acme' })).toMatch(/“name”/)
    expect(refused({ ...whole, zone: 'Berlin' })).toMatch(/“zone” is not a time zone/)
    expect(refused({ ...whole, goLive: 'soon' })).toMatch(/“goLive”/)
    expect(refused({ ...whole, calendar: { hours: { mon: '8-18' } } })).toMatch(/“calendar.hours.mon”/)
    expect(refused({ ...whole, calendar: { extended: { '2026-11-28': '8-12' } } })).toMatch(
      /“calendar.extended/,
    )
    expect(refused({ ...whole, pauses: ['asleep'] })).toMatch(/“pauses.0”/)
    expect(refused({ ...whole, severities: [{ level: 4 }] })).toMatch(/“severities.0.level”/)
  })
})
