import { historyEntries } from '@domain/triage/history'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const telling = {
  personName: (key: string) => (key === 'p' ? 'Bo Lind' : key),
  issueKey: (key: string) => key.toUpperCase(),
  instant: (instant: number) => `at ${instant}`,
}

test('an issue’s story is told in sentences, latest first', () => {
  const ana = makeLaptop('ana')
  const write = (fields: Record<string, string | number | boolean | null>) =>
    ana.write({ entity: 'issue', key: 'a', fields })
  write({ title: 'Printer', severity: 3, status: 'new' })
  write({ severity: 1 })
  write({ owner: 'p', status: 'in-progress', 'tag:urgent': true, 'column:Sprint': '7' })
  write({ description: 'Long', holdUntil: 5, 'tag:urgent': false })
  write({ description: null, severity: null, removed: true })
  const told = historyEntries(ana.operations, telling).map(({ by, sentences }) => [by, ...sentences])
  expect(told).toEqual([
    ['ana', 'Description cleared', 'Severity 1 → nothing', 'Removed'],
    ['ana', 'Description written', 'On hold until set to at 5', 'Tag urgent taken off'],
    ['ana', 'Owner set to Bo Lind', 'Status New → In progress', 'Tag urgent added', 'Sprint set to 7'],
    ['ana', 'Severity 3 → 1'],
    ['ana', 'Written here'],
  ])
})

test('what came with an import says so, and long values are told by their beginning', () => {
  const ana = makeLaptop('ana')
  ana.write({ entity: 'issue', key: 'a', fields: { title: 'Printer' } }, 'import:1')
  ana.write({ entity: 'issue', key: 'a', fields: { title: 'x'.repeat(100_000) } })
  const [latest, first] = historyEntries(ana.operations, telling)
  expect(first).toMatchObject({ imported: true, sentences: ['Came with an import'] })
  expect(latest?.sentences[0]).toBe(`Title Printer → ${'x'.repeat(120)}…`)
})
