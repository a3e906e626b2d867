import { freshnessOf, type ToldCopy, unheardAt } from '@domain/merge/freshness'
import { nothingSeen, type Seen } from '@domain/merge/seen'
import { formatStamp } from '@domain/merge/stamp'
import { describe, expect, it } from 'vitest'

const hour = 60 * 60_000
const noon = Date.parse('2026-11-23T12:00:00Z')
const [ada, bo, cy] = ['adaadaadaa', 'bobobobobo', 'cycycycycy'] as const

const upTo = (laptop: string, to: number, wall = noon - 10 * 24 * hour): Seen => ({
  ...nothingSeen(),
  to,
  stamp: formatStamp({ wall, counter: 0, laptop }),
})

const copy = (laptop: string, told: Partial<ToldCopy> = {}): ToldCopy => ({
  laptop,
  writer: laptop.slice(0, 2),
  seen: {},
  writtenAt: noon - hour,
  readAt: noon - hour,
  ...told,
})

describe('how laptops know each other', () => {
  it('counts what each has that the other lacks, laptop by laptop', () => {
    const seen = new Map([
      [ada, upTo(ada, 10)],
      [bo, upTo(bo, 4)],
    ])
    const [fresh] = freshnessOf([copy(bo, { seen: { [ada]: 7, [bo]: 6, [cy]: 5 } })], seen)
    expect(fresh).toMatchObject({ laptop: bo, weLack: 2 + 5, itLacks: 3 })
  })

  it('names them by their writer', () => {
    const laptops = freshnessOf(
      [copy(cy, { writer: 'Ada' }), copy(bo, { writer: 'Zoe' }), copy(ada, { writer: 'Ada' })],
      new Map(),
    )
    expect(laptops.map(({ laptop }) => laptop)).toEqual([ada, cy, bo])
  })

  it('tells of the moment when the bundle was written, not of the one when it was read', () => {
    const [fresh] = freshnessOf([copy(bo, { writtenAt: noon - 48 * hour, readAt: noon })], new Map())
    expect(fresh?.heardAt).toBe(noon - 48 * hour)
  })

  it('believes no clock that is ahead of the moment of reading', () => {
    const [fresh] = freshnessOf(
      [copy(bo, { writtenAt: noon + 8_760 * hour, readAt: noon - hour })],
      new Map(),
    )
    expect(fresh?.heardAt).toBe(noon - hour)
  })

  it('knows later words that a third laptop has passed on', () => {
    const seen = new Map([[bo, upTo(bo, 9, noon - 3 * hour)]])
    const told = copy(bo, { writtenAt: noon - 48 * hour, readAt: noon })
    expect(freshnessOf([told], seen)[0]?.heardAt).toBe(noon - 3 * hour)
  })
})

describe('laptops whose changes are missing', () => {
  it('are none while all were heard of within the day and told of nothing else', () => {
    expect(unheardAt(noon, [copy(bo)], new Map())).toEqual({ laptops: [], since: undefined })
    expect(unheardAt(noon, [copy(bo, { writtenAt: noon - 24 * hour })], new Map()).laptops).toEqual([])
  })

  it('are those not heard of for longer than a day, and the earliest says since when', () => {
    const old = copy(bo, { writtenAt: noon - 25 * hour })
    const older = copy(cy, { writtenAt: noon - 50 * hour })
    const { laptops, since } = unheardAt(noon, [copy(ada), old, older], new Map())
    expect(laptops.map(({ laptop }) => laptop)).toEqual([bo, cy])
    expect(since).toBe(noon - 50 * hour)
  })

  it('are those that told of changes which have not arrived', () => {
    const { laptops, since } = unheardAt(
      noon,
      [copy(bo, { seen: { [bo]: 3 } })],
      new Map([[bo, upTo(bo, 2)]]),
    )
    expect(laptops).toMatchObject([{ laptop: bo, weLack: 1 }])
    expect(since).toBe(noon - hour)
  })
})
