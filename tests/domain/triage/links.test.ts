import { historyEntries } from '@domain/triage/history'
import type { Telling } from '@domain/triage/issue-fields'
import { LinkIndex } from '@domain/triage/link-index'
import { addLink, linksOf, parseLink, removeLink } from '@domain/triage/links'
import type { Planned, Refused } from '@domain/triage/plan'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

function laptopWithIssues(): Laptop {
  const laptop = makeLaptop('ana')
  for (const key of ['a', 'b', 'c'])
    laptop.write({ entity: 'issue', key, fields: { shortKey: `TES-${key}`, title: key } })
  return laptop
}

const issueOf = (laptop: Laptop) => (key: string) => laptop.replica.rows('issue').get(key)

function rowOf(laptop: Laptop, key: string) {
  const row = issueOf(laptop)(key)
  if (!row) throw new Error('no issue')
  return row
}

function write(laptop: Laptop, plan: Planned | Refused) {
  if (!plan.ok) throw new Error(plan.reason)
  return laptop.write(plan.intents)
}

describe('a link', () => {
  test('is held by the issue its sentence begins with, and taken off again', () => {
    const laptop = laptopWithIssues()
    const plan = addLink(rowOf(laptop, 'a'), 'blocks', 'b', issueOf(laptop))
    expect(plan.ok && plan.label).toBe('TES-a blocks TES-b')
    write(laptop, plan)
    expect(linksOf(rowOf(laptop, 'a'))).toEqual([{ kind: 'blocks', to: 'b' }])
    expect(linksOf(rowOf(laptop, 'b'))).toEqual([])
    write(laptop, removeLink(rowOf(laptop, 'a'), 'blocks', 'b'))
    expect(linksOf(rowOf(laptop, 'a'))).toEqual([])
  })

  test('is refused to the issue itself, and to one that is not there or removed', () => {
    const laptop = laptopWithIssues()
    laptop.write({ entity: 'issue', key: 'c', fields: { removed: true } })
    const refusal = (to: string) => addLink(rowOf(laptop, 'a'), 'caused-by', to, issueOf(laptop))
    expect(refusal('a')).toEqual({ ok: false, reason: 'An issue cannot be linked to itself.' })
    expect(refusal('nowhere').ok).toBe(false)
    expect(refusal('c').ok).toBe(false)
  })

  test('twice the same is nothing new', () => {
    const laptop = laptopWithIssues()
    write(laptop, addLink(rowOf(laptop, 'a'), 'blocks', 'b', issueOf(laptop)))
    const again = addLink(rowOf(laptop, 'a'), 'blocks', 'b', issueOf(laptop))
    expect(again.ok && again.intents).toEqual([])
  })

  test('keeps keys that hold colons whole, and knows no other kind', () => {
    expect(parseLink('link:caused-by:jira:TES:1')).toEqual({ kind: 'caused-by', to: 'jira:TES:1' })
    expect(parseLink('link:resembles:b')).toBeUndefined()
    expect(parseLink('tag:link:blocks:b')).toBeUndefined()
  })

  test('is told in the history by the name of the other issue', () => {
    const laptop = laptopWithIssues()
    write(laptop, addLink(rowOf(laptop, 'a'), 'caused-by', 'b', issueOf(laptop)))
    write(laptop, removeLink(rowOf(laptop, 'a'), 'caused-by', 'b'))
    const telling: Telling = { personName: String, issueKey: (key) => `TES-${key}`, instant: String }
    const told = historyEntries(
      laptop.operations.filter(({ key }) => key === 'a'),
      telling,
    )
    expect(told.slice(0, 2).map(({ sentences }) => sentences)).toEqual([
      ['No longer caused by TES-b'],
      ['Caused by TES-b'],
    ])
  })
})

describe('the index of links', () => {
  test('tells who points to an issue, and follows links, duplicates and removals', () => {
    const laptop = laptopWithIssues()
    write(laptop, addLink(rowOf(laptop, 'a'), 'blocks', 'c', issueOf(laptop)))
    const index = new LinkIndex(laptop.replica.rows('issue'))
    for (const _ of index.open());
    expect(index.pointersTo('c')).toEqual([{ from: 'a', pointing: 'blocks' }])

    laptop.write({ entity: 'issue', key: 'b', fields: { status: 'duplicate', duplicateOf: 'c' } })
    laptop.write({ entity: 'issue', key: 'd', fields: { 'link:caused-by:c': true } })
    index.refresh()
    expect(index.pointersTo('c')).toEqual([
      { from: 'a', pointing: 'blocks' },
      { from: 'b', pointing: 'duplicate-of' },
      { from: 'd', pointing: 'caused-by' },
    ])

    laptop.write({ entity: 'issue', key: 'a', fields: { removed: true } })
    laptop.write({ entity: 'issue', key: 'b', fields: { status: 'triaged' } })
    write(laptop, removeLink(rowOf(laptop, 'd'), 'caused-by', 'c'))
    index.refresh()
    expect(index.pointersTo('c')).toEqual([])
  })
})
