import { closeSync, ftruncateSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HeadlessEngagement, headlessEngagement } from '../support/headless-engagement'

const now = '2026-11-23T09:00:00Z'
const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`

const jira = lines(
  'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee,Reporter,Created,Updated,Resolved,Labels,Labels',
  '"Invoices print twice, since Monday",FIN-1,10001,Bug,In Progress,FIN,Finance,Highest,,Ada Byron,Eve Adams,02/Nov/26 08:10 AM,03/Nov/26 09:00 AM,,golive,print',
  'Where is the approval button,FIN-2,10002,Bug,Done,FIN,Finance,Low,Done,Bo Lind,Eve Adams,03/Nov/26 10:00 AM,04/Nov/26 11:00 AM,04/Nov/26 11:00 AM,golive,',
)
const servicenow = lines(
  'number,short_description,state,impact,urgency,priority,assignment_group,assigned_to,caller_id,opened_at,sys_updated_on,sys_id',
  'INC0010001,Login loops after password change,In Progress,1 - High,1 - High,1 - Critical,App Support,Ada Byron,Fay Wray,2026-11-03 08:00:00,2026-11-03 09:00:00,a1',
  'INC0010002,Report shows last month,Resolved,3 - Low,3 - Low,4 - Low,App Support,,Fay Wray,2026-11-04 08:00:00,2026-11-05 09:00:00,a2',
)
const salesforce = lines(
  'Case Number,Subject,Status,Priority,Type,Case Reason,Case Origin,Account Name,Contact Name,Case Owner,Date/Time Opened,Date/Time Closed,Escalated',
  '00001026,Cannot see my orders,New,High,Problem,Access,Phone,Northwind,Fay Wray,Ada Byron,2026-11-03 08:00,,0',
)
const zendesk = lines(
  'Id,Requester,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Solved at,Reopens,Replies',
  '35436,Fay Wray,Fay Wray,Ada Byron,Support,Printer offline,golive print,Open,Urgent,Email,Incident,2026-11-03 08:00,2026-11-03 09:00,,0,1',
)
const azure = lines(
  'ID,Work Item Type,Title,Assigned To,State,Tags,Priority,Severity,Area Path,Iteration Path,Created Date,Changed Date',
  '412,Bug,Batch job fails at night,Ada Byron <ada@example.org>,Active,golive; batch,1,1 - Critical,ERP\\Finance,ERP\\Go-live,2026-11-03T08:00:00Z,2026-11-03T09:00:00Z',
)
const github = JSON.stringify([
  {
    number: 7,
    title: 'Crash on save',
    body: 'It crashes.',
    state: 'OPEN',
    stateReason: '',
    labels: [{ name: 'bug' }],
    assignees: [{ login: 'ada' }],
    author: { login: 'fay' },
    createdAt: '2026-11-03T08:00:00Z',
    updatedAt: '2026-11-03T09:00:00Z',
    closedAt: null,
    url: 'https://github.com/acme/erp/issues/7',
  },
])

const exportsOfTrackers = [
  ['jira', 'jira.csv', jira, 2],
  ['servicenow', 'incidents.csv', servicenow, 2],
  ['salesforce', 'cases.csv', salesforce, 1],
  ['zendesk', 'tickets.csv', zendesk, 1],
  ['azure-devops', 'bugs.csv', azure, 1],
  ['github', 'issues.json', github, 1],
] as const

let engagement: HeadlessEngagement

beforeAll(async () => {
  engagement = await headlessEngagement(now)
})
afterAll(() => engagement.remove())

const imported = (name: string, content: string | Uint8Array, ...args: string[]) =>
  engagement.run('import', '--file', engagement.file(name, content), ...args)
const refused = (name: string, content: string | Uint8Array, ...args: string[]) =>
  engagement.refused('import', '--file', engagement.file(name, content), ...args)

describe('import from the command line', () => {
  it.each(exportsOfTrackers)(
    'knows an export of %s and stores its issues',
    async (source, name, content, count) => {
      const result = await imported(name, content)
      expect(result).toMatchObject({ source, records: count, created: count, updated: 0, unchanged: 0 })
      expect(result.quarantined).toEqual([])
    },
  )

  it('holds what the trackers said, each issue under its own key', async () => {
    const issues = await engagement.rows('issue')
    expect(issues).toHaveLength(8)
    expect(issues.find(({ externalKey }) => externalKey === 'FIN-1')).toMatchObject({
      title: 'Invoices print twice, since Monday',
      severity: 1,
      status: 'in-progress',
      raisedAt: Date.UTC(2026, 10, 2, 7, 10),
      'tag:golive': true,
      'tag:print': true,
    })
    expect(issues.find(({ externalKey }) => externalKey === 'FIN-2')).toMatchObject({ status: 'resolved' })
    const people = await engagement.rows('person')
    expect(people.filter(({ name }) => name === 'Ada Byron')).toHaveLength(1)
  })

  it('finds nothing new in the same file, and only the change in a changed one', async () => {
    expect(await imported('jira.csv', jira)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    const changed = jira.replace('Where is the approval button', 'Approval button hidden')
    expect(await imported('jira.csv', changed)).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
  })

  it('keeps a local edit beside what the tracker says, and counts the conflict', async () => {
    await engagement.run('edit', '--entity', 'issue', '--key', 'FIN-1', '--set', '{"severity":3}')
    const lowered = jira.replace('Highest', 'High')
    const result = await imported('jira.csv', lowered)
    expect(result).toMatchObject({ conflicts: 1 })
    const { conflicts } = await engagement.run<{ conflicts: unknown[] }>('dump')
    expect(JSON.stringify(conflicts)).toContain('severity')
  })

  it('stores nothing in a dry run', async () => {
    const before = await engagement.run('dump')
    const more = jira.replaceAll('FIN-', 'DRY-')
    expect(await imported('more.csv', more, '--dry-run')).toMatchObject({ created: 2, stored: false })
    expect(await engagement.run('dump')).toEqual(before)
  })

  it('asks which number is the day, stores nothing until told, and then reads it so', async () => {
    const before = await engagement.run('dump')
    const ambiguous = lines('Ticket,Title,Created', 'Q-1,First,04/05/2026', 'Q-2,Second,06/07/2026')
    const { code, details } = await refused('dates.csv', ambiguous)
    expect(code).toBe('open-questions')
    expect(details).toMatchObject({ questions: [{ kind: 'date-order', column: 'Created' }] })
    expect(await engagement.run('dump')).toEqual(before)

    await imported('dates.csv', ambiguous, '--date-order', 'dmy')
    const issues = await engagement.rows('issue')
    expect(issues.find(({ title }) => title === 'First')).toMatchObject({
      raisedAt: Date.UTC(2026, 4, 3, 22),
    })
  })

  it('remembers the order it was told for the next file with these columns, as the window does', async () => {
    const next = lines('Ticket,Title,Created', 'Q-3,Third,05/06/2026')
    await imported('next.csv', next)
    const issues = await engagement.rows('issue')
    expect(issues.find(({ title }) => title === 'Third')).toMatchObject({
      raisedAt: Date.UTC(2026, 5, 4, 22),
    })
  })

  it('takes a mapping in UTF-16, and refuses a key that would be passed over', async () => {
    const table = lines('Nr,Was,__proto__', '1,Drucker,x')
    const utf16 = (mapping: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(mapping, 'utf16le')])
    const mapping = engagement.file('m.json', utf16('{"columns":{"Nr":"externalKey","Was":"title"}}'))
    expect(await imported('nr.csv', table, '--mapping', mapping, '--dry-run')).toMatchObject({ created: 1 })

    const hidden = engagement.file('h.json', '{"columns":{"Nr":"externalKey","__proto__":"title"}}')
    const error = await refused('nr.csv', table, '--mapping', hidden)
    expect(error).toMatchObject({ code: 'bad-mapping', message: expect.stringContaining('__proto__') })

    const old = engagement.file('o.json', Uint8Array.of(0x7b, 0x22, 0xfc, 0x22, 0x3a, 0x31, 0x7d))
    expect(await refused('nr.csv', table, '--mapping', old)).toMatchObject({ code: 'not-json' })
  })

  it('is told how letters are written, and remembers it, also where headers are misread without', async () => {
    const bytes = (id: string) =>
      Uint8Array.from([
        ...Buffer.from('Nr;Tytu', 'latin1'),
        0xb3,
        ...Buffer.from(`;Za\r\n${id};`, 'latin1'),
        ...[0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6],
        ...Buffer.from(';x\r\n', 'latin1'),
      ])
    const mapping = engagement.file(
      'pl.json',
      '{"columns":{"Nr":"externalKey","Tytuł":"title"},"encoding":"windows-1250","system":"pl"}',
    )
    expect(await imported('pl.csv', bytes('P-1'), '--mapping', mapping)).toMatchObject({
      encoding: 'windows-1250',
      created: 1,
    })
    expect(await imported('pl2.csv', bytes('P-2'))).toMatchObject({ encoding: 'windows-1250', created: 1 })
    expect(await imported('pl3.csv', bytes('P-3'), '--encoding', 'iso-8859-2', '--dry-run')).toMatchObject({
      encoding: 'iso-8859-2',
    })
    const titles = (await engagement.rows('issue')).map(({ title }) => title)
    expect(titles.filter((title) => title === 'Zażółć')).toHaveLength(2)
    expect(await refused('pl4.csv', bytes('P-4'), '--encoding', 'ebcdic')).toMatchObject({
      code: 'unsupported-file',
    })
  })

  it('reads the same words in another encoding', async () => {
    const text = 'Ticket;Title;Status\r\nU-1;Größe „übergroß“ fehlt;New\r\n'
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    expect(await imported('umlaut.csv', utf16)).toMatchObject({
      encoding: 'utf-16le',
      delimiter: ';',
      created: 1,
    })
    const latin = Buffer.from(text.replace('„übergroß“', 'übergroß').replace('U-1', 'U-2'), 'latin1')
    expect(await imported('umlaut-latin.csv', latin)).toMatchObject({ encoding: 'windows-1252', created: 1 })
    const titles = (await engagement.rows('issue')).map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['Größe „übergroß“ fehlt', 'Größe übergroß fehlt']))
  })

  it('takes what can be read and lists what cannot, with record, column and reason', async () => {
    const mixed = lines(
      'Ticket,Title,Created',
      'M-1,Good,2026-11-03',
      ',No key,2026-11-03',
      'M-3,No day,2026-02-30',
    )
    const result = await imported('mixed.csv', mixed)
    expect(result).toMatchObject({ records: 3, created: 1 })
    expect(result.quarantined).toMatchObject([
      { record: 2, column: 'Ticket', reason: expect.stringContaining('empty') },
      { record: 3, column: 'Created', reason: expect.stringContaining('2026-02-30') },
    ])
  })
})

describe('a file that is no export', () => {
  it.each([
    ['no bytes at all', 'empty.csv', '', 'empty-file'],
    ['a header alone', 'header.csv', 'Ticket,Title,Status\r\n', 'no-records'],
    ['a web page', 'login.csv', '<!doctype html><html><body>Sign in</body></html>', 'not-a-table'],
    [
      'a picture',
      'photo.csv',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      'unsupported-file',
    ],
    ['noise', 'noise.csv', Uint8Array.from({ length: 4_000 }, (_, n) => (n * 7) % 31), 'not-a-table'],
  ])('is refused in plain words: %s', async (_, name, content, code) => {
    const error = await refused(name, content)
    expect(error.code).toBe(code)
    expect(error.message).toContain(name)
  })

  it('is refused when it is a folder, is not there, or is larger than any export', async () => {
    expect(await engagement.refused('import', '--file', engagement.folder)).toMatchObject({
      code: 'not-a-file',
    })
    const missing = join(engagement.folder, 'nowhere.csv')
    expect(await engagement.refused('import', '--file', missing)).toMatchObject({ code: 'file-missing' })
    const huge = join(engagement.folder, 'huge.csv')
    const sparse = openSync(huge, 'w')
    ftruncateSync(sparse, 2 * 1024 ** 3)
    closeSync(sparse)
    const error = await engagement.refused('import', '--file', huge)
    expect(error.code).toBe('file-too-large')
    expect(error.message).toContain('2.0 GB')
  })
})

describe('issues out of the ordinary', () => {
  it('go in whole and come out whole, and the report is still printed', async () => {
    const markup = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    const tags = Array.from({ length: 10_000 }, (_, n) => `tag-${n}`)
    const strange = lines(
      'Id,Requester,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Solved at,Reopens,Replies',
      `9001,${cell(markup)},${cell(markup)},${cell(markup)},${cell(markup)},${cell(markup)},${cell(markup)},Open,Urgent,Email,Incident,2026-11-22 08:00,2026-11-22 09:00,,0,1`,
      `9002,Fay,Fay,Ada,S,${'long '.repeat(20_000)},x,Open,Urgent,Email,Incident,2026-11-22 08:00,2026-11-22 09:00,,0,1`,
      `9003,Fay,Fay,Ada,S,Many tags,${tags.join(' ')},Open,Urgent,Email,Incident,2026-11-22 08:00,2026-11-22 09:00,,0,1`,
      '9004,Fay,Fay,Ada,S,Long ago,x,Open,Urgent,Email,Incident,1900-01-01 00:00,1900-01-02 00:00,,0,1',
      '9005,Fay,Fay,Ada,S,Far ahead,x,Open,Urgent,Email,Incident,2100-12-31 23:59,2100-12-31 23:59,,0,1',
    )
    expect(await imported('strange.csv', strange)).toMatchObject({ records: 5, created: 5 })

    const issues = await engagement.rows('issue')
    const byKey = (key: string) => issues.find(({ externalKey }) => externalKey === key) ?? {}
    expect(byKey('9001').title).toBe(markup)
    expect(String(byKey('9002').title)).toHaveLength('long '.repeat(20_000).trim().length)
    expect(Object.keys(byKey('9003')).filter((field) => field.startsWith('tag:'))).toHaveLength(10_000)
    expect(byKey('9004').raisedAt).toBe(Date.UTC(1899, 11, 31, 23, 0))
    expect(byKey('9005').raisedAt).toBe(Date.UTC(2100, 11, 31, 22, 59))

    const out = join(engagement.folder, 'strange.pdf')
    const printed = await engagement.run<{ pages: number; sha256: string }>('report', '--out', out)
    expect(printed.pages).toBeGreaterThan(0)
    expect(printed.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})
