import { exitPack } from '@domain/reporting/make-exit-pack'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { readPack } from '@domain/reporting/read-pack'
import { describe, expect, test } from 'vitest'
import { hash } from './hash'
import { day, engagement, goLive, hour, hypercare, type Told } from './hypercare'

const asOf = goLive + 4 * day
const told: readonly Told[] = [
  { at: hour, key: 'a', fields: { shortKey: 'NW-1', title: 'Late', status: 'new', severity: 3 } },
  { at: 2 * hour, key: 'b', fields: { shortKey: 'NW-2', title: 'Down', status: 'new', severity: 1 } },
  { at: 3 * hour, key: 'c', fields: { shortKey: 'NW-3', title: 'Slow', status: 'new', severity: 1 } },
  {
    at: day,
    key: 'c',
    fields: { status: 'resolved', rescue: 'steady-state-alone', class: 'defect' },
  },
]
const sealed = (changes: readonly Told[] = [], about = engagement) =>
  exitPack(hypercare([...told, ...changes], about), { asOf, hash })

describe('the exit pack', () => {
  test('says what the weekly one says, and lists every issue: open ones first, each most severe first', async () => {
    const { pack } = await sealed()
    const { kind, definitions, comparison, ...weekly } = weeklyPack(hypercare(told), { asOf })
    expect(pack).toMatchObject(weekly)
    expect(pack.comparison).toBe(comparison.replace('weekly', 'exit'))
    expect(pack.definitions).toEqual(expect.arrayContaining(definitions))
    expect(pack.issues).toMatchObject({ count: 3, summary: '3 issues: 2 open, 1 ended.' })
    expect(pack.issues.lines.map(({ key }) => key)).toEqual(['NW-2', 'NW-1', 'NW-3'])
    expect(pack.issues.lines[2]).toEqual({
      key: 'NW-3',
      title: 'Slow',
      severity: 1,
      kind: 'Defect',
      status: 'Resolved',
      raised: '2 Nov 2026',
      ended: '3 Nov 2026',
      rescue: 'Steady-state',
    })
    expect(readPack(JSON.stringify(pack))).toEqual(JSON.parse(JSON.stringify(pack)))
  })

  test('has the same fingerprints for the same content, and others for another word', async () => {
    const { hashes } = await sealed()
    expect((await sealed()).hashes).toEqual(hashes)
    const other = await sealed([{ at: 2 * day, key: 'a', fields: { title: 'Later' } }])
    expect(other.hashes.content).not.toBe(hashes.content)
    expect(other.hashes.issues).not.toBe(hashes.issues)
    expect(other.hashes.figures).toBe(hashes.figures)
    const solved = await sealed([{ at: 2 * day, key: 'b', fields: { status: 'resolved' } }])
    expect(solved.hashes.figures).not.toBe(hashes.figures)
  })

  test('tells of an engagement without issues', async () => {
    const { pack } = await exitPack(hypercare([], {}), { asOf, hash })
    expect(pack.issues).toEqual({ count: 0, summary: '0 issues: 0 open, 0 ended.', lines: [] })
    expect(pack.signOff).toMatchObject({ sponsor: '', signed: null, earlier: [] })
  })
})
