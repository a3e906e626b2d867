import { expect, it } from 'vitest'
import type { Reviewing } from '../../../src/renderer/features/import/import-flow'
import { firstPanel, panelsOf } from '../../../src/renderer/features/import/panels'
import type { FileSummary, ImportPreview } from '../../../src/renderer/storage/import-session'

const file: FileSummary = {
  name: 'list.csv',
  kind: 'delimited',
  encoding: 'utf-8',
  encodingAssumed: false,
  encodingTold: false,
  delimiter: ',',
  sheets: [],
  sheet: null,
  columns: [
    { header: 'Nr', places: 1, examples: ['1'], guessed: false },
    { header: 'Plant', places: 1, examples: [], guessed: false },
  ],
  records: 4,
  notes: [],
  detected: { source: 'table', confidence: 1, why: '' },
  mapping: { source: 'table', system: 'table', columns: { Nr: 'externalKey' }, values: {} },
  remembered: false,
}
const preview: ImportPreview = {
  mapping: file.mapping,
  records: 4,
  counts: { created: 1, updated: 2, unchanged: 1, conflicts: 0 },
  lists: { created: 1, updated: 5, conflicts: 0, unchanged: 1, quarantined: 0, people: 0 },
  words: [],
  questions: [],
  notes: [],
}
const reviewing = (more: Partial<ImportPreview>, of: Partial<FileSummary> = {}): Reviewing => ({
  kind: 'reviewing',
  file: { ...file, ...of },
  mapping: file.mapping,
  preview: { ...preview, ...more },
  comparing: undefined,
})
const names = (stage: Reviewing) => panelsOf(stage).map(({ name }) => name)

it('shows only the columns while a question is open', () => {
  const stage = reviewing({ questions: [{ kind: 'date-order', column: 'When', examples: [] }] })
  expect(names(stage)).toEqual(['columns'])
  expect(firstPanel(stage)).toBe('columns')
})

it('counts issues, not lines, and says how many columns are used', () => {
  const panels = panelsOf(reviewing({}))
  expect(panels.find(({ name }) => name === 'updated')).toMatchObject({ figure: '2', empty: false })
  expect(panels.find(({ name }) => name === 'columns')).toMatchObject({ figure: '1 of 2' })
  expect(names(reviewing({}))).not.toContain('conflicts')
})

it('opens what needs a look first', () => {
  expect(firstPanel(reviewing({}))).toBe('updated')
  expect(firstPanel(reviewing({ counts: { ...preview.counts, conflicts: 1 } }))).toBe('conflicts')
  const word = { target: 'status', header: 'Status', word: 'Parked', count: 3 } as const
  expect(firstPanel(reviewing({ words: [word] }))).toBe('columns')
  const guessed = file.columns.map((column) => ({ ...column, guessed: true }))
  expect(firstPanel(reviewing({}, { columns: guessed }))).toBe('columns')
  expect(firstPanel(reviewing({}, { columns: guessed, remembered: true }))).toBe('updated')
})
