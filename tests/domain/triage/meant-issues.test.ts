import { everyIssue, IssueFinder } from '@domain/triage/issue-query'
import { SearchIndex, SearchIndexBuilder } from '@domain/triage/search-index'
import { finish } from '@domain/triage/sliced-sort'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const laptop = makeLaptop('ana')
laptop.write(
  ['Label printer prints blank labels', 'Invoices show the wrong tax', 'Blank page 2'].map(
    (title, place) => ({
      entity: 'issue',
      key: `i${place}`,
      fields: { shortKey: `HC-${place + 1}`, title, raisedAt: laptop.now + place },
    }),
  ),
)

function finder() {
  const { replica } = laptop
  const made = new IssueFinder({
    issues: replica.rows('issue'),
    comments: replica.rows('comment'),
    people: replica.rows('person'),
  })
  finish(made.refresh())
  finish(made.prepareSorting(everyIssue.sorting))
  return made
}

function readWords(of: IssueFinder) {
  const builders = { issues: new SearchIndexBuilder(), comments: new SearchIndexBuilder() }
  for (const { of: which, position, text } of of.textsToIndex()) builders[which].add(position, text)
  of.takeIndexes({
    issues: new SearchIndex(builders.issues.finish()),
    comments: new SearchIndex(builders.comments.finish()),
  })
  return of
}

const titles = (from: IssueFinder, text: string) =>
  from.meant(text, 2).map((position) => from.positions.rows[position]?.values.title)

test('a text means the issue called so, then those that have its words, newest first', () => {
  const ready = readWords(finder())
  expect(titles(ready, 'blank')).toEqual(['Blank page 2', 'Label printer prints blank labels'])
  expect(titles(ready, 'hc-2')).toEqual(['Invoices show the wrong tax'])
  expect(titles(ready, '2')).toEqual(['Blank page 2', 'Invoices show the wrong tax'])
  expect(titles(ready, 'nowhere')).toEqual([])
  expect(titles(ready, ' ')).toEqual([])
})

test('until the words have been read only a whole key means an issue, and words mean none', () => {
  const unread = finder()
  expect(titles(unread, 'blank')).toEqual([])
  expect(titles(unread, 'hc-2')).toEqual(['Invoices show the wrong tax'])
})
