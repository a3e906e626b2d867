import { mentioningIssues } from '@domain/mentions/mentioning-issues'
import { mentionFields, mentionsIn, partsOf, personCalled, writtenMentions } from '@domain/mentions/mentions'
import { addComment, editText } from '@domain/triage/commands'
import { historyEntries } from '@domain/triage/history'
import type { Planned, Refused } from '@domain/triage/plan'
import { splitIssue } from '@domain/triage/split'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished } from '../../support/finished'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

function team(): Laptop {
  const laptop = makeLaptop('ana')
  for (const [key, name] of [
    ['p', 'Priya Raman'],
    ['po', 'Priya'],
    ['b', 'Bo Larsen'],
    ['b2', 'Bo Larsen'],
    ['é', 'Émile Núñez-Roth'],
  ])
    laptop.write({ entity: 'person', key: key as string, fields: { name: name as string } })
  laptop.write({ entity: 'person', key: 'gone', fields: { name: 'Gone', removed: true } })
  laptop.write({ entity: 'issue', key: 'a', fields: { shortKey: 'T-1', title: 'Blank labels' } })
  return laptop
}

const people = (laptop: Laptop) => laptop.replica.rows('person').values()
const meant = (text: string) => Object.fromEntries(mentionsIn(text, people(team())))

function issueOf(laptop: Laptop) {
  const row = laptop.replica.rows('issue').get('a')
  if (!row) throw new Error('no issue')
  return row
}

function write(laptop: Laptop, plan: Planned | Refused) {
  if (!plan.ok) throw new Error(plan.reason)
  laptop.write(plan.intents)
}

describe('who is mentioned in a text', () => {
  it.each([
    ['@Priya Raman knows', { p: 'Priya Raman' }],
    ['ask @Priya, or @priya raman.', { po: 'Priya', p: 'priya raman' }],
    ['(@Émile Núñez-Roth)', { é: 'Émile Núñez-Roth' }],
    // Both are meant: nobody can tell them apart by what is written.
    ['@Bo Larsen', { b: 'Bo Larsen', b2: 'Bo Larsen' }],
    ['write to bo@Priya.example or priya@example.org', {}],
    ['@Priyanka is somebody else, @Gone has gone, @ nobody, @', {}],
    ['no sign at all', {}],
  ])('%s', (text, expected) => {
    expect(meant(text)).toEqual(expected)
  })
})

describe('mentioning', () => {
  it('is written with the comment, and follows whoever is renamed', () => {
    const laptop = team()
    const comment = { key: 'c', author: 'Ana', text: 'Thanks @Priya Raman!', now: firstMorning }
    write(laptop, addComment(issueOf(laptop), { ...comment, people: people(laptop) }))
    const values = laptop.replica.rows('comment').get('c')?.values ?? {}
    expect(values['mention:p']).toBe('Priya Raman')
    laptop.write({ entity: 'person', key: 'p', fields: { name: 'Priya Nair' } })
    expect(partsOf(values.text ?? '', values)).toEqual([
      'Thanks ',
      { person: 'p', written: 'Priya Raman' },
      '!',
    ])
    expect(finished(mentioningIssues(tables(laptop), 'p'))).toEqual(new Set(['a']))
    expect(finished(mentioningIssues(tables(laptop), 'p', firstMorning))).toEqual(new Set())
    expect(finished(mentioningIssues(tables(laptop), 'b'))).toEqual(new Set())
  })

  it('in a text of the issue goes when nobody is named there any more, and history tells the text alone', () => {
    const laptop = team()
    const edit = (field: 'description' | 'workaround', text: string) =>
      write(laptop, editText(issueOf(laptop), field, text, people(laptop)))
    edit('description', 'As @Priya said')
    edit('workaround', 'Ask @Priya or @Priya Raman')
    edit('description', 'As somebody said')
    expect([...writtenMentions(issueOf(laptop).values)].sort()).toEqual([
      ['p', 'Priya Raman'],
      ['po', 'Priya'],
    ])
    edit('workaround', 'None')
    expect([...writtenMentions(issueOf(laptop).values)]).toEqual([])
    expect(finished(mentioningIssues(tables(laptop), 'po'))).toEqual(new Set())
    const told = historyEntries(
      laptop.operations.filter(({ key }) => key === 'a'),
      { personName: String, issueKey: String, instant: String },
    )
    expect(told.flatMap(({ sentences }) => sentences).join()).not.toMatch(/mention/i)
  })

  it('goes along with a comment that tells of both halves of a split', () => {
    const laptop = team()
    const text = { key: 'c', author: 'Ana', text: '@Priya', now: firstMorning, people: people(laptop) }
    write(laptop, addComment(issueOf(laptop), text))
    const comment = laptop.replica.rows('comment').get('c')
    if (!comment) throw new Error('no comment')
    const half = { key: 'b', shortKey: 'T-2', title: 'Scanner', comments: [{ key: 'c2', comment }] }
    write(laptop, splitIssue(issueOf(laptop), half))
    expect(finished(mentioningIssues(tables(laptop), 'po'))).toEqual(new Set(['a', 'b']))
  })

  it('is not told of what was removed', () => {
    const laptop = team()
    const text = { key: 'c', author: 'Ana', text: '@Priya', now: firstMorning, people: people(laptop) }
    write(laptop, addComment(issueOf(laptop), text))
    laptop.write({ entity: 'issue', key: 'a', fields: { removed: true } })
    expect(finished(mentioningIssues(tables(laptop), 'po'))).toEqual(new Set())
  })
})

const tables = ({ replica }: Laptop) => ({ issues: replica.rows('issue'), comments: replica.rows('comment') })

describe('a text in parts', () => {
  const names = ['Ada', 'Ada B', 'Émile', 'x@y', '(']
  const text = fc
    .array(fc.oneof(fc.constantFrom(...names.map((name) => `@${name}`), '@', ' ', '\n'), fc.string()))
    .map((pieces) => pieces.join(''))

  it('is the text again, whatever stands in it and whoever is mentioned', () => {
    const mentioned = fc.uniqueArray(fc.constantFrom(...names))
    fc.assert(
      fc.property(text, mentioned, (written, named) => {
        const values = mentionFields({}, new Map(named.map((name) => [`key of ${name}`, name])))
        const parts = partsOf(written, values)
        expect(parts.map((part) => (typeof part === 'string' ? part : `@${part.written}`)).join('')).toBe(
          written,
        )
      }),
    )
  })
})

describe('who uses this laptop', () => {
  it('is told by the name, however it is written, and by nobody who was removed', () => {
    const laptop = team()
    expect(personCalled(' priya  RAMAN ', people(laptop))?.key).toBe('p')
    expect(personCalled('Gone', people(laptop))).toBeUndefined()
    expect(personCalled('', people(laptop))).toBeUndefined()
  })
})
