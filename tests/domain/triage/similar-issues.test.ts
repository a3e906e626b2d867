import { IssueFinder } from '@domain/triage/issue-query'
import { SearchIndex, SearchIndexBuilder } from '@domain/triage/search-index'
import { similarIssues } from '@domain/triage/similar-issues'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

const now = Date.UTC(2026, 2, 2, 8)
const day = 86_400_000

function write(laptop: Laptop, key: string, fields: Record<string, string | number | boolean>) {
  laptop.write({ entity: 'issue', key, fields })
}

function finderOf(laptop: Laptop): IssueFinder {
  const { replica } = laptop
  const finder = new IssueFinder({
    issues: replica.rows('issue'),
    comments: replica.rows('comment'),
    people: replica.rows('person'),
  })
  finish(finder.refresh())
  const builders = { issues: new SearchIndexBuilder(), comments: new SearchIndexBuilder() }
  for (const { of, position, text } of finder.textsToIndex()) builders[of].add(position, text)
  finder.takeIndexes({
    issues: new SearchIndex(builders.issues.finish()),
    comments: new SearchIndex(builders.comments.finish()),
  })
  return finder
}

function similarTo(laptop: Laptop, finder: IssueFinder, key: string): string[] {
  const row = laptop.replica.rows('issue').get(key)
  return row ? similarIssues(row, finder, now, 5).map(({ row: other }) => other.key) : []
}

function laptopWithPrinters(): Laptop {
  const laptop = makeLaptop('ana')
  write(laptop, 'a', { title: 'Label printer in Leipzig prints blank labels', status: 'new' })
  write(laptop, 'b', { title: 'Blank labels from the label printer', status: 'triaged' })
  write(laptop, 'c', { title: 'Invoices show the wrong tax', status: 'new' })
  write(laptop, 'd', {
    title: 'Nothing comes out',
    description: 'The printer feeds labels, but they are blank.',
    status: 'resolved',
    resolvedAt: now - day,
  })
  write(laptop, 'e', { title: 'Label printer prints blank', status: 'closed', closedAt: now - 90 * day })
  write(laptop, 'f', { title: 'Blank labels, label printer', status: 'duplicate', closedAt: now - day })
  return laptop
}

describe('similar issues', () => {
  test('share words, the most alike first; old ones and known duplicates are left out', () => {
    const laptop = laptopWithPrinters()
    expect(similarTo(laptop, finderOf(laptop), 'a')).toEqual(['b', 'd'])
  })

  test('are found among those that came or changed since the words were read', () => {
    const laptop = laptopWithPrinters()
    const finder = finderOf(laptop)
    write(laptop, 'c', { title: 'Blank labels in Leipzig, says the printer' })
    write(laptop, 'g', { title: 'Leipzig label printer: blank labels', status: 'new' })
    finish(finder.refresh())
    expect(similarTo(laptop, finder, 'a').sort()).toEqual(['b', 'c', 'd', 'g'])
  })

  test('a word that everybody uses makes nothing alike', () => {
    const laptop = makeLaptop('ana')
    laptop.write(
      Array.from({ length: 5_000 }, (_, place) => ({
        entity: 'issue',
        key: `i${place}`,
        fields: { title: `Error in the system, code${place % 2_000}x step${place % 1_500}y`, status: 'new' },
      })),
    )
    expect(similarTo(laptop, finderOf(laptop), 'i7')).toEqual([])
  })

  test('answers at once among many', () => {
    const laptop = makeLaptop('ana')
    const words = Array.from({ length: 3_000 }, (_, place) => `word${place}`)
    const many = 30_000
    laptop.write(
      Array.from({ length: many }, (_, place) => ({
        entity: 'issue',
        key: `i${place}`,
        fields: {
          title: [1, 7, 31].map((step) => words[(place * step) % 3_000]).join(' '),
          description: Array.from({ length: 40 }, (_, at) => words[(place * 13 + at * 17) % 3_000]).join(' '),
          status: 'new',
        },
      })),
    )
    const finder = finderOf(laptop)
    similarTo(laptop, finder, 'i5')
    const began = performance.now()
    for (let round = 0; round < 10; round++) similarTo(laptop, finder, `i${round * 31}`)
    // A tenth of a second each would be felt; this leaves room for a slow machine.
    expect((performance.now() - began) / 10).toBeLessThan(100)
  })
})
