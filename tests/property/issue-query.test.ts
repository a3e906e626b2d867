import { begunAt } from '@domain/merge/apply'
import { Heads } from '@domain/merge/heads'
import type { Row } from '@domain/merge/row'
import type { Comment, Issue, Person } from '@domain/model/entities'
import { issueClasses, issueStatuses } from '@domain/model/issue'
import type { Value } from '@domain/model/value'
import type { IssueRow } from '@domain/triage/as-of'
import { fold, indexedWordsOf, sortKeyOf, wordsOf } from '@domain/triage/fold'
import { type Collapsed, type IssueGroups, isCollapsed, ListLines } from '@domain/triage/issue-groups'
import {
  type ColumnFilter,
  IssueFinder,
  type IssueQuery,
  setColumn,
  tagsColumn,
} from '@domain/triage/issue-query'
import { searchedText } from '@domain/triage/issue-text'
import { calledKey, listColumn } from '@domain/triage/list-columns'
import { SearchIndex, SearchIndexBuilder } from '@domain/triage/search-index'
import { tagsOf } from '@domain/triage/set-columns'
import { compareKeys, finish, sortedIndices } from '@domain/triage/sliced-sort'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const word = fc.constantFrom(
  'login',
  'Log',
  'Gehälter',
  'gehalter',
  'TES-2',
  'tes-25',
  'export',
  'EXPORTS',
  '工資',
  'ß',
)
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
const issue: fc.Arbitrary<Issue> = fc.record(
  {
    shortKey: fc.constantFrom('TES-1', 'TES-2', 'TES-10', 'tes-25'),
    title: text,
    severity: fc.constantFrom(1, 2, 3, null),
    status: fc.constantFrom(...issueStatuses),
    class: fc.constantFrom(...issueClasses, null),
    owner: fc.constantFrom('a', 'b', null),
    raisedAt: fc.integer({ min: 0, max: 20 }),
    usersAffected: fc.constantFrom(null, 1, 2, 10),
    removed: fc.constantFrom(true, false, false, false),
    'tag:urgent': fc.boolean(),
    'tag:payroll': fc.boolean(),
    'column:Sprint': fc.constantFrom('1', '2', '10'),
    'column:Release': fc.constantFrom('', 'r1', 'R1', null),
  },
  { requiredKeys: [] },
)

const filter: fc.Arbitrary<ColumnFilter> = fc.oneof(
  fc.record({
    column: fc.constant('severity'),
    kind: fc.constant('any-of' as const),
    values: fc.subarray<Value>([1, 2, 3, null]),
  }),
  fc.record({
    column: fc.constant('owner'),
    kind: fc.constant('any-of' as const),
    values: fc.subarray<Value>(['a', 'b', null]),
  }),
  fc.record({
    column: fc.constant(tagsColumn),
    kind: fc.constant('any-of' as const),
    values: fc.subarray<Value>(['urgent', 'payroll', null]),
  }),
  fc.record({
    column: fc.constant(setColumn),
    kind: fc.constant('any-of' as const),
    values: fc.subarray<Value>(['monday', 'tuesday', 'never']),
  }),
  fc.record({
    column: fc.constant('raisedAt'),
    kind: fc.constant('range' as const),
    from: fc.integer({ min: 0, max: 10 }),
    to: fc.integer({ min: 5, max: 20 }),
  }),
  fc.record({
    column: fc.constantFrom('title', 'column:Sprint'),
    kind: fc.constant('contains' as const),
    text: word,
  }),
  fc.record({
    column: fc.constantFrom('column:Release', 'class', tagsColumn),
    kind: fc.constant('filled' as const),
    filled: fc.boolean(),
  }),
)
const query: fc.Arbitrary<IssueQuery> = fc.record({
  search: text,
  filters: fc.uniqueArray(filter, { maxLength: 3, selector: ({ column }) => column }),
  sorting: fc.record({
    column: fc.constantFrom(
      'key',
      'title',
      'severity',
      'status',
      'owner',
      'raisedAt',
      'usersAffected',
      'column:Sprint',
    ),
    descending: fc.boolean(),
  }),
})

let revision = 0
const heads = new Heads()
const rowOf = <V>(key: string, values: V): Row<V> => ({
  key,
  values,
  heads,
  first: 0,
  begun: 0,
  touched: 0,
  revision: revision++,
  states: undefined,
  sourced: undefined,
  overwritten: undefined,
  trail: undefined,
})

const people = new Map([
  ['a', rowOf<Person>('a', { name: 'Zoë' })],
  ['b', rowOf<Person>('b', { name: 'bert' })],
])

function issuesOf(values: readonly Issue[]): Map<string, IssueRow> {
  return new Map(values.map((value, index) => [`i${index}`, rowOf(`i${index}`, structuredClone(value))]))
}

const imports: Readonly<Record<string, readonly string[]>> = {
  monday: ['i0', 'i1', 'i2', 'i3', 'unknown'],
  tuesday: ['i2', 'i5'],
}

function openFinder(tables: ConstructorParameters<typeof IssueFinder>[0]): IssueFinder {
  const finder = new IssueFinder(tables)
  finish(finder.open())
  takeSets(finder)
  return finder
}

function takeSets(finder: IssueFinder): void {
  for (const [id, keys] of Object.entries(imports)) finder.takeSet(id, keys)
}

function indexNow(finder: IssueFinder): void {
  const builders = { issues: new SearchIndexBuilder(), comments: new SearchIndexBuilder() }
  for (const { of, position, text } of finder.textsToIndex()) builders[of].add(position, text)
  finder.takeIndexes({
    issues: new SearchIndex(builders.issues.finish()),
    comments: new SearchIndex(builders.comments.finish()),
  })
}

/** The same by looking at every row. */
function naive(
  issues: ReadonlyMap<string, IssueRow>,
  comments: ReadonlyMap<string, Row<Comment>>,
  { search, filters, sorting }: IssueQuery,
  told: { has(key: string): boolean } = issues,
): number[] {
  const nameOf = (key: string) => people.get(key)?.values.name ?? key
  const rows = [...issues.values()].map((row, position) => ({ row, position }))
  const holds = (row: IssueRow, asked: ColumnFilter) => {
    if (asked.column === tagsColumn) {
      const tags = tagsOf(row)
      if (asked.kind === 'filled') return asked.filled === tags.length > 0
      return (
        asked.kind === 'any-of' &&
        asked.values.some((value) => (value === null ? tags.length === 0 : tags.includes(String(value))))
      )
    }
    if (asked.column === setColumn)
      return (
        asked.kind === 'any-of' &&
        told.has(row.key) &&
        asked.values.some((id) => imports[String(id)]?.includes(row.key))
      )
    const value = listColumn(asked.column)?.read(row) ?? null
    if (asked.kind === 'any-of') return asked.values.includes(value)
    if (asked.kind === 'filled') return asked.filled === (value !== null && value !== '')
    if (asked.kind === 'contains') return value !== null && fold(String(value)).includes(fold(asked.text))
    return typeof value === 'number' && value >= (asked.from ?? -Infinity) && value < (asked.to ?? Infinity)
  }
  const found = (row: IssueRow) => {
    const said = [...comments.values()]
      .filter(({ values }) => values.issue === row.key)
      .map(({ values }) => values.text ?? '')
    const words = [searchedText(row, nameOf), ...said].flatMap(indexedWordsOf)
    return wordsOf(search).every((beginning) => words.some((word) => word.startsWith(beginning)))
  }
  const column = listColumn(sorting.column)
  const keyOf = (row: IssueRow) => {
    const value = column?.read(row) ?? null
    if (value === null) return undefined
    if (column?.choices) return column.choices.indexOf(value)
    if (column?.kind === 'person') return sortKeyOf(nameOf(String(value)))
    return typeof value === 'string' ? sortKeyOf(value) : Number(value)
  }
  return rows
    .filter(
      ({ row }) => row.values.removed !== true && filters.every((asked) => holds(row, asked)) && found(row),
    )
    .sort((left, right) => {
      const [a, b] = [keyOf(left.row), keyOf(right.row)]
      const raised =
        (right.row.values.raisedAt ?? begunAt(right.row)) - (left.row.values.raisedAt ?? begunAt(left.row))
      if (a === undefined || b === undefined) {
        return Number(a === undefined) - Number(b === undefined) || raised || left.position - right.position
      }
      return compareKeys(a, b) * (sorting.descending ? -1 : 1) || raised || left.position - right.position
    })
    .map(({ position }) => position)
}

describe('a query over all issues', () => {
  test('finds what looking at every row finds, in the same order', () => {
    fc.assert(
      fc.property(fc.array(issue, { maxLength: 25 }), query, (values, asked) => {
        const tables = { issues: issuesOf(values), comments: new Map<string, Row<Comment>>(), people }
        const finder = openFinder(tables)
        indexNow(finder)
        finish(finder.prepareSorting(asked.sorting))
        expect([...finder.find(asked)]).toEqual(naive(tables.issues, tables.comments, asked))
      }),
    )
  })

  test('keeps up with edits, new issues and comments without indexing or sorting anew', () => {
    const edit = fc.record({ at: fc.nat(), values: issue, comment: text })
    fc.assert(
      fc.property(
        fc.array(issue, { maxLength: 12 }),
        fc.array(edit, { maxLength: 8 }),
        query,
        (values, edits, asked) => {
          const tables = { issues: issuesOf(values), comments: new Map<string, Row<Comment>>(), people }
          const finder = openFinder(tables)
          indexNow(finder)
          finish(finder.prepareSorting(asked.sorting))
          const told = new Set(tables.issues.keys())
          for (const [index, { at, values, comment }] of edits.entries()) {
            const key = `i${at % (tables.issues.size + 1)}`
            const row = tables.issues.get(key)
            if (row) Object.assign(row, { values: { ...row.values, ...values }, revision: row.revision + 1 })
            else tables.issues.set(key, rowOf(key, values))
            tables.comments.set(`c${index}`, rowOf(`c${index}`, { issue: key, text: comment }))
            finish(finder.refresh())
            // Issues that come later are of no import that was told before.
            expect([...finder.find(asked)]).toEqual(naive(tables.issues, tables.comments, asked, told))
          }
        },
      ),
    )
  })

  test('tells which issues are called just so, indexed or not and after edits', () => {
    const edit = fc.record({ at: fc.nat(), values: issue })
    fc.assert(
      fc.property(
        fc.array(issue, { maxLength: 12 }),
        fc.array(edit, { maxLength: 6 }),
        fc.constantFrom('TES-2', 'tes-10 ', 'tes-25', 'tes', 'tes-2 export'),
        fc.boolean(),
        (values, edits, typed, indexed) => {
          const tables = { issues: issuesOf(values), comments: new Map<string, Row<Comment>>(), people }
          const finder = openFinder(tables)
          if (indexed) indexNow(finder)
          for (const { at, values } of edits) {
            const row = tables.issues.get(`i${at % Math.max(1, tables.issues.size)}`)
            if (row) Object.assign(row, { values: { ...row.values, ...values }, revision: row.revision + 1 })
            finish(finder.refresh())
          }
          const called = [...tables.issues.values()].flatMap((row, position) =>
            row.values.removed !== true && calledKey(row).toLowerCase() === typed.trim().toLowerCase()
              ? position
              : [],
          )
          expect(new Set(finder.called(typed))).toEqual(new Set(called))
        },
      ),
    )
  })

  test('counts for a menu what choosing the value would show', () => {
    fc.assert(
      fc.property(
        fc.array(issue, { maxLength: 25 }),
        query,
        fc.constantFrom('severity', 'class', 'owner', tagsColumn),
        (values, asked, column) => {
          const tables = { issues: issuesOf(values), comments: new Map<string, Row<Comment>>(), people }
          const finder = openFinder(tables)
          indexNow(finder)
          const others = asked.filters.filter((asked) => asked.column !== column)
          for (const [value, count] of finder.counts(column, asked)) {
            const chosen: ColumnFilter = { column, kind: 'any-of', values: [value === '' ? null : value] }
            expect(finder.find({ ...asked, filters: [...others, chosen] })).toHaveLength(count)
          }
        },
      ),
    )
  })
})

/** What was found, put together by looking at every row of it: groups in the order of their values. */
function naiveGroups(rows: readonly IssueRow[], found: readonly number[], column: string) {
  const groups = new Map<Value, number[]>()
  const definition = listColumn(column)
  for (const position of found) {
    const value = (rows[position] && definition?.read(rows[position])) || null
    groups.set(value, [...(groups.get(value) ?? []), position])
  }
  const keyOf = (value: Value) => {
    if (definition?.choices) return definition.choices.indexOf(value)
    if (definition?.kind === 'person')
      return sortKeyOf(people.get(String(value))?.values.name ?? String(value))
    return sortKeyOf(String(value))
  }
  return [...groups].sort(([a], [b]) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return compareKeys(keyOf(a), keyOf(b))
  })
}

describe('grouping what a query finds', () => {
  const grouping = fc.constantFrom('severity', 'status', 'owner', 'class', 'column:Sprint', 'column:Release')
  const collapsed = fc.record({
    allBut: fc.boolean(),
    values: fc
      .uniqueArray(fc.constantFrom<Value>(1, 2, 'new', 'a', 'defect', '10', null))
      .map((all) => new Set(all)),
  })
  const edit = fc.record({ at: fc.nat(), values: issue })

  test('puts together what looking at every row puts together, and draws each line once', () => {
    fc.assert(
      fc.property(
        fc.array(issue, { maxLength: 25 }),
        query,
        grouping,
        collapsed,
        fc.array(edit, { maxLength: 6 }),
        (values, asked, column, shut, edits) => {
          const tables = { issues: issuesOf(values), comments: new Map<string, Row<Comment>>(), people }
          const finder = openFinder(tables)
          indexNow(finder)
          finish(finder.prepareSorting(asked.sorting))
          finish(finder.prepareSorting({ column, descending: false }))
          for (const { at, values } of [undefined, ...edits].map((edit) => edit ?? { at: 0, values: {} })) {
            const row = tables.issues.get(`i${at % Math.max(1, tables.issues.size)}`)
            if (row) Object.assign(row, { values: { ...row.values, ...values }, revision: row.revision + 1 })
            finish(finder.refresh())
            const found = finder.find(asked)
            const groups = finder.groups(found, column)
            if (!groups) throw new Error('The grouping is not ready')
            const expected = naiveGroups(finder.positions.rows, [...found], column)
            // Values that read alike stand in either order.
            expect(new Map(told(groups))).toEqual(new Map(expected))
            expect(told(groups).map(([value]) => rankOf(column, value))).toEqual(
              expected.map(([value]) => rankOf(column, value)),
            )
            expectLines(new ListLines(groups.positions, groups, shut), shut)
          }
        },
      ),
    )
  })

  function told(groups: IssueGroups): [Value, number[]][] {
    return Array.from({ length: groups.size }, (_, group) => [
      groups.valueOf(group),
      [...groups.positions.subarray(groups.startOf(group), groups.startOf(group) + groups.countOf(group))],
    ])
  }

  const rankOf = (column: string, value: Value) =>
    typeof value === 'string' && column.startsWith('column:') ? sortKeyOf(value) : value

  function expectLines(lines: ListLines, shut: Collapsed): void {
    const { groups } = lines
    let line = 0
    for (let group = 0; group < (groups?.size ?? 0); group++) {
      const value = groups?.valueOf(group) ?? null
      expect(lines.at(line)).toEqual({ kind: 'group', group })
      expect(lines.lineOfGroup(value)).toBe(line)
      const head = line++
      const start = groups?.startOf(group) ?? 0
      for (let place = start; place < start + (groups?.countOf(group) ?? 0); place++) {
        const position = lines.positions[place] ?? -1
        if (isCollapsed(shut, value)) expect(lines.lineOf(position)).toBe(head)
        else {
          expect(lines.at(line)).toEqual({ kind: 'issue', place, group })
          expect(lines.lineOf(position)).toBe(line++)
        }
      }
    }
    expect(lines).toHaveLength(line)
    expect(lines.at(line)).toBeUndefined()
    expect(lines.lineOf(-1)).toBe(-1)
  }
})

describe('sorting in steps', () => {
  test('gives what sorting at once gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ max: 50, min: 0 }), fc.string({ maxLength: 3 })), {
          maxLength: 5_000,
          size: 'max',
        }),
        (keys) => {
          const expected = keys
            .map((_, index) => index)
            .sort((a, b) => compareKeys(keys[a] ?? 0, keys[b] ?? 0) || a - b)
          expect([...finish(sortedIndices(keys))]).toEqual(expected)
        },
      ),
      { numRuns: 20 },
    )
  })
})
