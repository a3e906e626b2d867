import { detectSource, type IssueDraft } from '@domain/importing'
import { describe, expect, test } from 'vitest'
import {
  azureTree,
  file,
  githubList,
  githubPayload,
  githubSearch,
  jiraEnglish,
  jiraGerman,
  jiraSpanish,
  latin1,
  readExport,
  salesforceReport,
  servicenowCsv,
  utf16,
  zendeskCsv,
} from '../../support/exports'

/** All that a draft says, its end included. */
const whole = (draft: IssueDraft | undefined) => ({ ...draft?.fields, ...draft?.ending })

describe('Jira', () => {
  test('an English export becomes issues with comments, tags and kept columns', async () => {
    const { table, said } = await readExport(jiraEnglish)
    expect(detectSource(table).source).toBe('jira')
    expect(said.quarantined).toEqual([])
    const [first, second, third] = said.drafts
    expect(whole(first)).toMatchObject({
      externalSystem: 'jira',
      externalKey: 'FIN-12',
      shortKey: 'FIN-12',
      title: 'Invoice run stops',
      description: 'First line\nsecond, line',
      status: 'in-progress',
      severity: 1,
      reportedSeverity: 1,
      class: 'defect',
      channel: 'tracker',
      component: 'Ledger',
      reporter: 'Alan Kay',
      owner: 'person:grace hopper',
      raisedAt: Date.parse('2026-05-11T15:26:00+02:00'),
      'tag:finance': true,
      'tag:month-end': true,
      'column:Watchers': 'Alan Kay\nMary Shaw',
      'column:Custom field (Team)': 'Blue',
    })
    expect(first?.key).toBe('jira:FIN-12')
    expect(first?.comments).toEqual([
      {
        author: 'Grace Hopper',
        writtenAt: Date.parse('2026-05-11T16:00:00+02:00'),
        text: 'Seen it; checking the posting',
      },
      { author: 'Alan Kay', writtenAt: Date.parse('2026-05-12T09:12:00+02:00'), text: 'Still "stuck"' },
    ])
    expect(whole(second)).toMatchObject({ status: 'resolved', severity: 3, 'column:Issue Type': 'Task' })
    expect(whole(second)).toMatchObject({ raisedAt: Date.parse('2026-05-10T00:05:00+02:00') })
    expect(whole(third)).toMatchObject({ status: 'declined', declineReason: "Won't Do" })
    expect(whole(third)).not.toHaveProperty('owner')
    expect([...said.people.values()]).toEqual([{ name: 'Grace Hopper' }])
  })

  test('a German export with semicolons in Windows-1252 reads like an English one', async () => {
    const { table, said } = await readExport(latin1('jira.csv', jiraGerman))
    expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ';' })
    expect(said.source).toBe('jira')
    expect(whole(said.drafts[0])).toMatchObject({
      title: 'Buchung hängt',
      status: 'in-progress',
      severity: 1,
      class: 'defect',
      owner: 'person:jörg müller',
      raisedAt: Date.parse('2026-03-04T09:12:00+01:00'),
    })
    expect(whole(said.drafts[1])).toMatchObject({
      status: 'resolved',
      resolvedAt: Date.parse('2026-12-05T10:00:00+01:00'),
    })
  })

  test('Spanish months and headers are understood', async () => {
    const { said } = await readExport(jiraSpanish)
    expect(said.source).toBe('jira')
    expect(whole(said.drafts[0])).toMatchObject({
      status: 'new',
      severity: 2,
      raisedAt: Date.parse('2026-08-04T15:26:00+02:00'),
      owner: 'person:lucía',
    })
  })
})

describe('ServiceNow', () => {
  test.each([
    ['UTF-16 LE with a mark', utf16('incident.csv', servicenowCsv, 'le', true), 'utf-16le'],
    ['UTF-16 LE without', utf16('incident.csv', servicenowCsv, 'le', false), 'utf-16le'],
    ['UTF-16 BE without', utf16('incident.csv', servicenowCsv, 'be', false), 'utf-16be'],
    ['UTF-8', file('incident.csv', servicenowCsv), 'utf-8'],
  ])('state codes, hold, channel and sys_ids, in %s', async (_, bytes, encoding) => {
    const { table, said } = await readExport(bytes)
    expect(table.encoding).toBe(encoding)
    expect(said.source).toBe('servicenow')
    expect(said.drafts.map((draft) => whole(draft).status)).toEqual(['in-progress', 'closed', 'on-hold'])
    expect(said.drafts.map((draft) => whole(draft).severity)).toEqual([1, 3, 3])
    expect(said.drafts.map((draft) => whole(draft).channel)).toEqual(['phone', 'portal', 'walk-up'])
    expect(whole(said.drafts[0]).owner).toBe('person:6816f79cc0a8016401c5a33be04be441')
    expect(whole(said.drafts[1])['column:u_region']).toBe('?')
    expect(whole(said.drafts[1]).resolvedAt).toBe(Date.parse('2026-11-19T09:00:00+01:00'))
  })
})

describe('Salesforce', () => {
  test('title lines and footer of a report are left out and said', async () => {
    const { table, said } = await readExport(salesforceReport)
    expect(said.source).toBe('salesforce')
    expect(said.records).toBe(2)
    expect(table.notes.join(' ')).toMatch(/2 lines above the header.*3 lines below the records/)
    expect(whole(said.drafts[0])).toMatchObject({
      externalKey: '00001026',
      status: 'in-progress',
      severity: 2,
      channel: 'phone',
      reporterUnit: 'Northwind',
    })
    expect(whole(said.drafts[1])).toMatchObject({
      status: 'closed',
      channel: 'mail',
      closedAt: Date.parse('2026-11-21T11:00:00+01:00'),
      resolvedAt: Date.parse('2026-11-21T11:00:00+01:00'),
    })
  })

  test('#N/A of the data loader is nothing', async () => {
    const { said } = await readExport(
      'Id,CaseNumber,Subject,Status,OwnerId,CreatedDate,ClosedDate,IsClosed\n500A,17,Slow,New,#N/A,2026-11-20T08:15:00.000+0000,#N/A,false\n',
    )
    expect(said.source).toBe('salesforce')
    expect(whole(said.drafts[0])).toMatchObject({
      externalKey: '17',
      raisedAt: Date.parse('2026-11-20T08:15:00Z'),
    })
    expect(whole(said.drafts[0])).not.toHaveProperty('owner')
  })
})

describe('Zendesk', () => {
  test('pending waits for the user; columns that come twice keep both values', async () => {
    const { said } = await readExport(zendeskCsv)
    expect(said.source).toBe('zendesk')
    expect(whole(said.drafts[0])).toMatchObject({
      status: 'on-hold',
      holdReason: 'user',
      severity: 1,
      class: 'defect',
      channel: 'portal',
      'tag:login': true,
      'tag:sso': true,
      'column:First reply time in minutes': '15\n12',
      'column:Region [list]': 'North',
    })
    expect(whole(said.drafts[1])).toMatchObject({ status: 'resolved', class: 'question', channel: 'mail' })
  })
})

describe('Azure DevOps', () => {
  test('a tree query spreads titles over columns; people come with their mail', async () => {
    const { table, said } = await readExport(azureTree)
    expect(table.delimiter).toBe(';')
    expect(said.source).toBe('azure-devops')
    expect(said.drafts.map(({ title }) => title)).toEqual(['Billing', 'Wrong total'])
    expect(whole(said.drafts[1])).toMatchObject({
      severity: 1,
      class: 'defect',
      status: 'closed',
      owner: 'person:kim abercrombie',
      'tag:finance': true,
      'tag:rounding': true,
      closedAt: Date.parse('2026-11-21T08:15:00+01:00'),
    })
    expect(said.people.get('person:kim abercrombie')).toEqual({
      name: 'Kim Abercrombie',
      email: 'kim@example.com',
    })
  })
})

describe('GitHub', () => {
  test.each([
    ['command line', githubList, 'declined'],
    ['search', githubSearch, 'new'],
    ['webhook', githubPayload, 'new'],
  ])('an issue from the %s', async (_, json, status) => {
    const { table, said } = await readExport(file('issues.json', json))
    expect(table.kind).toBe('json')
    expect(said.source).toBe('github')
    expect(whole(said.drafts[0])).toMatchObject({
      externalKey: 'acme/shop#7',
      title: 'Crash on save',
      description: 'It <b>crashes</b>',
      status,
      class: 'defect',
      reporter: 'mona',
      owner: 'person:octo',
      externalUrl: 'https://github.com/acme/shop/issues/7',
      'tag:bug': true,
      'tag:area, core': true,
    })
    expect(said.drafts[0]?.comments).toEqual([])
  })
})

describe('any table', () => {
  test('columns are known by common words and by their values', async () => {
    const { said } = await readExport(
      'Ticket ID,Problem,Priority,Status,Agent Assigned,Date Logged On,Region\nT-1,Till is slow,P1,Parked oddly,Eve,2026-11-20 08:00,North\n',
    )
    expect(said.source).toBe('table')
    expect(whole(said.drafts[0])).toMatchObject({
      externalKey: 'T-1',
      title: 'Till is slow',
      severity: 1,
      status: 'new',
      'column:Status': 'Parked oddly',
      owner: 'person:eve',
      raisedAt: Date.parse('2026-11-20T08:00:00+01:00'),
      'column:Region': 'North',
    })
  })

  test('without a column that tells an issue, the columns are asked about and nothing is read', async () => {
    const { said } = await readExport('a,b,c\n1,2,3\n')
    expect(said.drafts).toEqual([])
    expect(said.questions).toEqual([{ kind: 'columns', column: null, examples: ['a', 'b', 'c'] }])
  })

  test('headers called like parts of an object are only headers', async () => {
    const { said } = await readExport('ID,Title,__proto__,constructor\n1,One,x,y\n')
    expect(said.drafts[0]?.fields).toMatchObject({ 'column:__proto__': 'x', 'column:constructor': 'y' })
  })
})
