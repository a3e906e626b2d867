import { type DemoIntent, type DemoOptions, demoIntents } from '@domain/demo/demo'
import { demoContents } from '@domain/demo/details'
import { sponsorSigns } from '@domain/demo/sign-off'
import { readExitNow } from '@domain/exit/exit-reading'
import { scorecard } from '@domain/exit/scorecard'
import { author } from '@domain/merge/intent'
import { Replica } from '@domain/merge/replica'
import { clockAtStart } from '@domain/merge/stamp'
import { fieldProblem, type Issue } from '@domain/model/entities'
import { endedStatuses } from '@domain/model/issue'
import type { Value } from '@domain/model/value'
import { signingProblems } from '@domain/sign-off/commands'
import { dayOf } from '@domain/time/zone'
import { triageRecords } from '@domain/triage/triage-record'
import { describe, expect, it } from 'vitest'
import { firstMorning } from '../../support/laptop'

const now = firstMorning + 4 * 3_600_000
const demo = (options: Partial<DemoOptions> = {}) => [...demoIntents({ seed: 7, now, ...options })]

function replicaOf(intents: Iterable<DemoIntent>): Replica {
  const by = { laptop: 'a000000000', by: 'Lena Brandt', clock: clockAtStart, seq: 0, now, cause: 'demo' }
  const replica = new Replica()
  const { operations } = author(intents, replica, by)
  for (const operation of operations) replica.apply(operation)
  return replica
}

function issuesOf(intents: readonly DemoIntent[]): Map<string, Issue> {
  const issues = new Map<string, Issue>()
  for (const { entity, key, fields } of intents) {
    if (entity === 'issue') issues.set(key, { ...issues.get(key), ...fields })
  }
  return issues
}

function share(issues: Map<string, Issue>, is: (issue: Issue) => boolean): number {
  return [...issues.values()].filter(is).length / issues.size
}

/** Every value that a field takes on, in order. */
function histories(intents: readonly DemoIntent[], field: string): Map<string, Value[]> {
  const values = new Map<string, Value[]>()
  for (const { entity, key, fields } of intents) {
    const value = fields[field]
    if (entity === 'issue' && value !== undefined) values.set(key, [...(values.get(key) ?? []), value])
  }
  return values
}

describe('the demo engagement', () => {
  it('has gone through its inbox on the days before today, and says what was decided and left', () => {
    const replica = replicaOf(demo())
    const sittings = triageRecords(replica.rows('triageSession').values())
    expect(sittings.length).toBeGreaterThan(15)
    const today = dayOf(now, 'Europe/Berlin')
    for (const { by, startedAt, endedAt, left, decided } of sittings) {
      expect(decided.length).toBeGreaterThan(1)
      expect(dayOf(endedAt, 'Europe/Berlin') < today && startedAt < endedAt && left >= 0).toBe(true)
      for (const { issue, decisions } of decided) {
        const history = replica.rows('issue').get(issue)
        expect(history?.values.status).not.toBe('new')
        expect(decisions.at(-1)).toMatch(/^(triaged|merged into HC-\d+)$/)
      }
      expect([...replica.rows('person').values()].map(({ values }) => values.name)).toContain(by)
    }
  })

  it('is the same for the same seed, and another for another', () => {
    expect(demo()).toEqual(demo())
    expect(demo({ seed: 8 })).not.toEqual(demo())
  })

  it.each([0, 1, 10, 240])('holds just as many issues as asked for: %i', (count) => {
    expect(issuesOf(demo({ issues: count })).size).toBe(count)
  })

  it('writes only what fields may hold', () => {
    for (const { entity, fields } of demo({ issues: 1_000 })) {
      for (const [field, value] of Object.entries(fields))
        expect(fieldProblem(entity, field, value)).toBeUndefined()
    }
  })

  it('can be written by a laptop', () => {
    const replica = replicaOf(demoIntents({ seed: 1, now }))
    expect(replica.rows('issue').size).toBe(240)
    expect(replica.rows('engagement').get('engagement')?.values.client).toBe('Meridian Water')
  })

  it.each([1, 2, 3])('tells of nothing that is still to come (seed %i)', (seed) => {
    const promises = new Set(['nextUpdateDue', 'holdUntil', 'from', 'to', 'opensAt', 'closesAt'])
    for (const { entity, at, fields } of demo({ seed, issues: 500 })) {
      expect(at).toBeLessThanOrEqual(now)
      for (const [field, value] of Object.entries(fields)) {
        if (typeof value === 'number' && value > 1e12 && !promises.has(field)) {
          expect(value, `${entity}.${field}`).toBeLessThanOrEqual(now)
        }
      }
    }
  })

  it('begins with go-live, twenty-one days before', () => {
    const [first] = demo()
    expect(first?.entity).toBe('engagement')
    const goLiveAt = Number(first?.fields.goLiveAt)
    expect(dayOf(goLiveAt, 'Europe/Berlin')).toBe('2026-02-09')
    for (const issue of issuesOf(demo()).values()) expect(issue.raisedAt).toBeGreaterThanOrEqual(goLiveAt)
  })

  it.each(['Pacific/Auckland', 'America/New_York', 'UTC'])('can be set in %s, and at any hour', (zone) => {
    for (const hour of [0, 7, 15, 23]) {
      const issues = issuesOf(demo({ zone, now: now + hour * 3_600_000, issues: 50 }))
      expect(issues.size).toBe(50)
    }
  })

  it('writes a row before its changes, and in the order in which they happened', () => {
    const last = new Map<string, number>()
    for (const { entity, key, at, fields } of demo({ issues: 1_000 })) {
      if (entity === 'comment') expect(last.has(`issue ${fields.issue}`)).toBe(true)
      if (entity === 'issue' && typeof fields.duplicateOf === 'string') {
        expect(last.has(`issue ${fields.duplicateOf}`)).toBe(true)
      }
      const row = `${entity} ${key}`
      if (entity === 'issue' && !last.has(row)) expect(fields.status).toBe('new')
      expect(at).toBeGreaterThanOrEqual(last.get(row) ?? 0)
      last.set(row, at)
    }
  })

  it('names only owners and teams that exist', () => {
    const intents = demo({ issues: 1_000 })
    const keys = (entity: string) =>
      new Set<Value | undefined>(intents.filter((intent) => intent.entity === entity).map(({ key }) => key))
    const people = keys('person')
    const teams = keys('team')
    expect(people.size).toBeGreaterThanOrEqual(14)
    for (const { entity, fields } of intents) {
      if (entity === 'issue' && fields.owner) expect(people).toContain(fields.owner)
      if (entity === 'person') expect(teams).toContain(fields.group)
    }
  })
})

describe('the whole demo engagement', () => {
  const whole = demo({ whole: true })

  it.each([
    ['Europe/Berlin', 240],
    ['Pacific/Auckland', 600],
  ])(
    'ends in %s with %i issues with everything met but the signature, which is not written before',
    (zone, issues) => {
      const replica = replicaOf(demo({ whole: true, zone, issues, seed: 1 }))
      const card = scorecard(readExitNow(replica, now), now)
      expect(card.criteria.filter(({ state }) => state !== 'met').map(({ id }) => id)).toEqual(['sign-off'])
      expect(signingProblems(sponsorSigns(dayOf(now, zone)), dayOf(now, zone))).toEqual({})
    },
  )

  it('goes from none to all of them, and stays within six weeks', () => {
    const reading = readExitNow(replicaOf(whole), now)
    const met = [0, 7, 14, 21, 28, 35, 42].map((day) => scorecard(reading, now - (42 - day) * 86_400_000).met)
    expect(met[0]).toBeLessThan(3)
    expect(met.at(-1)).toBe(8)
    expect(met.slice(1).every((count, place) => count >= (met[place] ?? 0))).toBe(true)
    for (const { entity, at, fields } of whole) {
      expect(at).toBeLessThanOrEqual(now)
      for (const [field, value] of Object.entries(fields))
        expect(fieldProblem(entity, field, value)).toBeUndefined()
    }
  })

  it('writes a row before its changes, and in the order in which they happened', () => {
    const last = new Map<string, number>()
    for (const { entity, key, at } of whole) {
      expect(at, `${entity} ${key}`).toBeGreaterThanOrEqual(last.get(`${entity} ${key}`) ?? 0)
      last.set(`${entity} ${key}`, at)
    }
  })

  it('leaves nothing undone: every risk, action, decision and line of the handover has come to its end', () => {
    const rows = (entity: string) => [...replicaOf(whole).table(entity).values()].map(({ values }) => values)
    expect(rows('decision').map(({ status }) => status)).not.toContain('needed')
    expect(rows('action').filter(({ text, doneAt }) => text && doneAt == null)).toEqual([])
    expect(rows('risk').filter(({ status }) => status === 'open')).toEqual([])
    expect(rows('trainingAction').filter(({ doneAt }) => doneAt == null)).toEqual([])
    expect(rows('handoverItem').filter(({ answer }) => answer !== 'accepted')).toEqual([])
  })
})

describe('what happens to the issues', () => {
  const intents = demo({ issues: 2_000 })
  const issues = issuesOf(intents)

  it('follows the order of the statuses', () => {
    const next: Readonly<Record<string, readonly string[]>> = {
      new: ['triaged', 'duplicate'],
      triaged: ['in-progress', 'declined'],
      'in-progress': ['on-hold', 'fix-ready', 'resolved'],
      'on-hold': ['in-progress'],
      'fix-ready': ['retest'],
      // Ready again where a patch was rolled back.
      retest: ['resolved', 'returned', 'fix-ready'],
      returned: ['in-progress'],
      resolved: ['closed', 'returned'],
      closed: [],
      declined: [],
      duplicate: [],
    }
    const seen = new Set<Value>()
    for (const [key, statuses] of histories(intents, 'status')) {
      for (const [index, status] of statuses.entries()) {
        seen.add(status)
        if (index > 0) expect(next[String(statuses[index - 1])], key).toContain(status)
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(next).sort())
  })

  it('leaves no ended issue without what its end needs', () => {
    for (const issue of issues.values()) {
      const { status } = issue
      if (status === 'resolved' || status === 'closed') {
        expect(issue).toMatchObject({
          rescue: expect.any(String),
          fixNote: expect.any(String),
          resolvedAt: expect.any(Number),
        })
      } else expect(issue.resolvedAt ?? null).toBeNull()
      if (status === 'closed') expect(issue.closedAt).toBeGreaterThan(issue.resolvedAt ?? 0)
      if (status === 'duplicate') expect(issues.has(issue.duplicateOf ?? '')).toBe(true)
      if (status === 'declined') expect(issue.declineReason).toBeTruthy()
      expect(issue.holdReason ?? null)[status === 'on-hold' ? 'toBeTruthy' : 'toBeNull']()
    }
  })

  it('looks like hypercare: few critical, a third of them training, most of them done', () => {
    expect(share(issues, ({ severity }) => severity === 1)).toBeGreaterThan(0.01)
    expect(share(issues, ({ severity }) => severity === 1)).toBeLessThan(0.08)
    expect(share(issues, ({ severity }) => severity === 2)).toBeGreaterThan(0.1)
    expect(share(issues, ({ severity }) => severity === 2)).toBeLessThan(0.35)
    const learning = share(issues, (issue) => issue.class === 'training-gap' || issue.class === 'question')
    expect(learning).toBeGreaterThan(0.3)
    expect(learning).toBeLessThan(0.4)
    const open = share(issues, ({ status }) => status !== undefined && !endedStatuses.has(status))
    expect(open).toBeGreaterThan(0.05)
    expect(open).toBeLessThan(0.35)
    const commented = new Set(
      intents.filter(({ entity }) => entity === 'comment').map(({ fields }) => fields.issue),
    )
    expect(commented.size / issues.size).toBeGreaterThan(0.25)
    expect(commented.size / issues.size).toBeLessThan(0.4)
    expect(share(issues, ({ externalKey }) => typeof externalKey === 'string')).toBeGreaterThan(0.05)
  })

  it('calms down: the third week brings less than half of the first', () => {
    const weeks = [0, 0, 0, 0]
    const goLiveAt = Number(intents[0]?.fields.goLiveAt)
    for (const { raisedAt } of issues.values()) {
      const week = Math.floor(((raisedAt ?? 0) - goLiveAt) / (7 * 86_400_000))
      weeks[week] = (weeks[week] ?? 0) + 1
    }
    expect(weeks[2]).toBeLessThan((weeks[0] ?? 0) / 2)
  })

  it('shifts from the project team to steady state alone', () => {
    const resolved = [...issues.values()].filter(({ rescue }) => rescue)
    const alone = (half: Issue[]) =>
      half.filter(({ rescue }) => rescue === 'steady-state-alone').length / half.length
    const middle = Math.floor(resolved.length / 2)
    expect(alone(resolved.slice(middle))).toBeGreaterThan(alone(resolved.slice(0, middle)) + 0.05)
  })

  it('does not read as if it were copied', () => {
    const small = [...issuesOf(demo()).values()]
    expect(new Set(small.map(({ description }) => description)).size).toBeGreaterThan(220)
    expect(new Set(small.map(({ title }) => title)).size).toBeGreaterThan(150)
    for (const { title, description, workaround, fixNote } of small) {
      expect(`${title} ${description} ${workaround} ${fixNote}`).not.toMatch(/[{}]/)
    }
  })

  it('has files, links, users who are affected, somebody asked by name, a view of its own and holds that end', () => {
    const intents = demo()
    const issues = issuesOf(intents)
    const all = [...issues.values()].flatMap((issue) => Object.keys(issue))
    for (const prefix of ['link:caused-by:', 'affected:'])
      expect(all.filter((field) => field.startsWith(prefix)).length).toBeGreaterThan(2)
    const contents = new Map(demoContents().map(({ sha256, content }) => [sha256, content]))
    const files = intents.filter(({ entity }) => entity === 'attachment')
    expect(files).toHaveLength(contents.size)
    for (const { fields } of files) {
      expect(contents.get(String(fields.sha256))?.length).toBe(fields.size)
      expect(issues.has(String(fields.issue))).toBe(true)
    }
    const asked = intents.filter(({ fields }) => String(fields.text).startsWith('@'))
    expect(asked.map(({ fields }) => fields['mention:person:felix sommer'])).toEqual(['Felix Sommer'])
    expect(intents.filter(({ entity }) => entity === 'savedView')).toHaveLength(1)
    expect([...issues.values()].some(({ holdUntil }) => (holdUntil ?? 0) > now)).toBe(true)
  })
})
