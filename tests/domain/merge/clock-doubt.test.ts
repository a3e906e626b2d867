import { type ClockReadings, clockDoubts, type ToldByPeer } from '@domain/merge/clock-doubt'
import { durationText, tellDoubt } from '@domain/merge/clock-doubt-words'
import { extentsOf } from '@domain/merge/seen'
import { driftTolerance } from '@domain/merge/stamp'
import { describe, expect, it } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const day = 86_400_000
const year = 365 * day
const issue = (severity: number) => ({ entity: 'issue', key: '1', fields: { severity } })

/** Takes in everything that the other holds, as with a complete bundle, and what that tells of the other. */
function hear(here: Laptop, other: Laptop): ToldByPeer {
  here.receive(other.operations)
  return {
    laptop: other.id,
    seen: extentsOf(other.replica.seen),
    writtenAt: other.now,
    readAt: here.now,
  }
}

function doubts({ id, now, replica }: Laptop, more: Partial<ClockReadings> = {}) {
  return clockDoubts({ now, latest: now, laptop: id, seen: replica.seen, peers: [], ...more })
}

describe('clocks that are right', () => {
  it('are not doubted, though bundles take weeks and clocks differ by minutes', () => {
    const [a, b] = [makeLaptop('a'), makeLaptop('b', firstMorning + driftTolerance)]
    a.write(issue(1))
    const atB = hear(b, a)
    b.write(issue(2))
    const atA = hear(a, b)
    expect(doubts(a, { peers: [atA] })).toEqual([])
    b.now += 20 * day
    expect(doubts(b, { peers: [{ ...atB, readAt: b.now }] })).toEqual([])
  })
})

describe('a laptop a year ahead', () => {
  const b = makeLaptop('b', firstMorning + year)
  b.write(issue(2))

  it('is doubted together with the one that hears of it, where there is no third', () => {
    const a = makeLaptop('a')
    const peers = [hear(a, b)]
    expect(doubts(a, { peers })).toMatchObject([
      { whose: 'either', laptop: b.id, direction: 'ahead', by: year },
    ])
  })

  it('is the wrong one where a third agrees with this one', () => {
    const [a, c] = [makeLaptop('a'), makeLaptop('c')]
    c.write(issue(3))
    const peers = [hear(a, b), hear(a, c)]
    expect(doubts(a, { peers })).toMatchObject([{ whose: 'other', laptop: b.id, direction: 'ahead' }])
  })

  it('is told by what it wrote alone, where others have brought it', () => {
    const a = makeLaptop('a')
    a.receive(b.operations)
    expect(doubts(a)).toMatchObject([
      { laptop: b.id, evidence: [{ kind: 'written-later', at: firstMorning + year, here: firstMorning }] },
    ])
  })

  it('learns of it from others that held its words before it wrote them', () => {
    const d = makeLaptop('d', firstMorning + year)
    d.write(issue(1))
    const [a, c] = [makeLaptop('a'), makeLaptop('c')]
    for (const other of [a, c]) other.receive(d.operations)
    const peers = [hear(d, a), hear(d, c)]
    expect(doubts(d, { peers })).toMatchObject([
      { whose: 'this', direction: 'ahead', by: year, evidence: [{ kind: 'held-before' }, {}] },
    ])
  })

  it('is not doubted any more once it is put right and has told so', () => {
    const [a, d, c] = [makeLaptop('a'), makeLaptop('d', firstMorning + year), makeLaptop('c')]
    d.write(issue(1))
    d.now = firstMorning
    d.write(issue(2))
    expect(doubts(a, { peers: [hear(a, d), hear(a, c)] })).toEqual([])
  })
})

describe('a laptop a year behind', () => {
  it('is told by the others, who all seem ahead', () => {
    const [a, b, c] = [makeLaptop('a', firstMorning - year), makeLaptop('b'), makeLaptop('c')]
    b.write(issue(1))
    c.write(issue(2))
    const peers = [hear(a, b), hear(a, c)]
    expect(doubts(a, { peers })).toMatchObject([{ whose: 'this', direction: 'behind', by: year }])
  })

  it('is noticed by the one whose words it held before they were written', () => {
    const [a, b] = [makeLaptop('a'), makeLaptop('b', firstMorning - year)]
    a.write(issue(1))
    b.receive(a.operations)
    const peers = [hear(a, b)]
    expect(doubts(a, { peers })).toMatchObject([
      { whose: 'either', laptop: b.id, direction: 'behind', by: year, evidence: [{ kind: 'held-before' }] },
    ])
  })
})

describe('a clock that was set back', () => {
  it('is noticed while the app is open', () => {
    const a = makeLaptop('a')
    expect(doubts(a, { latest: a.now + day })).toMatchObject([
      { whose: 'this', direction: 'behind', by: day, evidence: [{ kind: 'set-back', since: 'opened' }] },
    ])
  })

  it('is noticed by what the laptop itself wrote last', () => {
    const a = makeLaptop('a')
    a.write(issue(1))
    a.now -= day
    expect(doubts(a)).toMatchObject([{ whose: 'this', by: day, evidence: [{ since: 'written' }] }])
  })

  it('does not throw doubt on everybody else', () => {
    const [a, b] = [makeLaptop('a'), makeLaptop('b')]
    b.write(issue(1))
    const peers = [hear(a, b)]
    a.write(issue(2))
    a.now -= day
    expect(doubts(a, { peers }).map(({ whose }) => whose)).toEqual(['this'])
  })
})

describe('in words', () => {
  const telling = { laptopName: () => 'Bob’s laptop', instant: (at: number) => new Date(at).toISOString() }

  it('a doubt says what seems wrong, why, and what to do', () => {
    const a = makeLaptop('a')
    const b = makeLaptop('b', firstMorning + 2 * day)
    const [doubt] = doubts(a, { peers: [hear(a, b)] })
    expect(doubt && tellDoubt(doubt, telling)).toEqual({
      what: 'The clock of Bob’s laptop is 2 days ahead of this one',
      why: ['Bob’s laptop wrote at 2026-03-04T08:00:00.000Z, when it was 2026-03-02T08:00:00.000Z here.'],
      advice:
        'One of the two is wrong: look at date, time and time zone of both. Nothing is lost by it and everybody can work on.',
    })
  })

  it('a duration is told by its largest unit', () => {
    expect([60_000, 90 * 60_000, 2 * day, year].map(durationText)).toEqual([
      '1 minute',
      '1 hour',
      '2 days',
      '1 year',
    ])
  })
})
