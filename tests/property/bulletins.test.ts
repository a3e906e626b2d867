import { emptyAudience, saveAudience } from '@domain/bulletins/audience-commands'
import { markSent } from '@domain/bulletins/commands'
import { publicIssueFields } from '@domain/bulletins/public-fields'
import { fieldProblem } from '@domain/model/entities'
import { channels, issueFields, issueSets, issueStatuses } from '@domain/model/issue'
import type { Fields } from '@domain/model/value'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { done, draftOn, everyOutput } from '../support/bulletins'
import { makeLaptop } from '../support/laptop'

const secret = 'secretword'
const isPublic = (field: string) => (publicIssueFields as readonly string[]).includes(field)

/** Every field of an issue that can hold words, each with words of its own that nobody outside may read. */
const internalWords: Fields = Object.fromEntries([
  ...Object.keys(issueFields)
    .filter((field) => !isPublic(field))
    .map((field) => [field, `${secret} ${field}`] as const)
    .filter(([field, value]) => fieldProblem('issue', field, value) === undefined),
  ...Object.keys(issueSets)
    .filter((prefix) => prefix !== 'audience:')
    .map((prefix) => [`${prefix}${secret}`, prefix === 'mention:' ? secret : true] as const),
])

const words = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !text.includes(secret))

const issue = fc.record({
  status: fc.constantFrom(...issueStatuses),
  channel: fc.constantFrom(...channels),
  severity: fc.constantFrom(1, 2, 3, null),
  publish: fc.constantFrom(true, true, true, false, null),
  publicTitle: fc.option(words),
  publicText: fc.option(words),
  publicWorkaround: fc.option(words),
})

test('a new field of the model is internal until somebody makes it public', () => {
  expect(Object.keys(internalWords).length).toBeGreaterThan(20)
  expect(internalWords).toMatchObject({
    title: expect.anything(),
    description: expect.anything(),
    reporter: expect.anything(),
    workaround: expect.anything(),
    fixNote: expect.anything(),
    owner: expect.anything(),
  })
})

test('no word of an internal field is in anything that leaves, whatever the issues hold', () => {
  fc.assert(
    fc.property(fc.array(issue, { maxLength: 6 }), words, (issues, intro) => {
      const laptop = makeLaptop('ana')
      done(
        laptop,
        saveAudience(undefined, { ...emptyAudience, name: 'All users', recipients: ['a@b.example'] }),
      )
      for (const [place, fields] of issues.entries())
        laptop.write([
          { entity: 'issue', key: `${secret}-${place}`, fields: { ...internalWords, ...fields } },
          {
            entity: 'comment',
            key: `c-${place}`,
            fields: { issue: `${secret}-${place}`, text: `${secret} said`, author: secret },
          },
        ])
      const { bulletin, content, sections } = draftOn(laptop)
      const draft = { ...content, intro }
      for (const output of everyOutput(draft)) expect(output).not.toContain(secret)
      expect(JSON.stringify(draft)).not.toContain(secret)

      const audience = laptop.replica.rows('audience').get('all users')
      laptop.write({ entity: 'bulletin', key: bulletin.key, fields: { ...bulletin.values, intro } })
      const row = laptop.replica.rows('bulletin').get(bulletin.key)
      if (!audience || !row) throw new Error('not written')
      const sent = markSent(row, sections, audience, { key: 's', now: laptop.now, by: 'Ana' })
      if (!sent.ok) return
      for (const [field, value] of Object.entries(sent.intents[0]?.fields ?? {}))
        if (!field.startsWith('told:')) expect(String(value)).not.toContain(secret)
    }),
  )
})

/** Signs that mean something to a browser, a Markdown reader or a spreadsheet. */
const wild = fc
  .array(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("http://x.example")',
      '+1',
      '-1',
      '@SUM(A1)',
      '＝1',
      '\t=1',
      '\r=1',
      '\n=1',
      '\n- x',
      '\n# x',
      '[a](javascript:alert(1))',
      '&lt;b&gt;',
      '`code`',
      '\u202E',
      '\u0000',
      ' ',
      'word',
      '\n',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

test('whatever the words look like, they stay words: no tag, no handler, no line that runs in a spreadsheet', () => {
  fc.assert(
    fc.property(wild, wild, wild, wild, (title, text, workaround, intro) => {
      const content = {
        subject: title,
        intro,
        sections: [{ section: 'known' as const, items: [{ title, text, workaround, ride: title }] }],
        closing: text,
      }
      const [plain = '', , markdown = '', html = '', page = ''] = everyOutput(content)
      for (const line of plain.split('\n')) expect(line.trim()).not.toMatch(/^[=+\-@＝＋－＠]/u)
      expect(plain + markdown + html).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u)
      const tags = html.match(/<[^>]*>/g) ?? []
      for (const tag of tags) expect(tag).toMatch(/^<\/?(h1|h2|p|strong|em|br)>$/)
      for (const cell of html.split(/<\/?(?:h1|h2|p|br)>/).map((cell) => cell.replace(/<[^>]*>/g, '')))
        expect(cell.trim()).not.toMatch(/^[=+\-@＝＋－＠]/u)
      expect(page).not.toMatch(/<(script|img|a)\b/)
      // Every sign that could begin markup is escaped.
      for (const line of markdown.split('\n')) expect(line).not.toMatch(/(?<!\\)(\\\\)*[<>&`[\]]/)
    }),
  )
})
