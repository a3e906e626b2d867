import {
  checkMapping,
  ImportProblem,
  interpret,
  mappingSignature,
  proposeMapping,
  readTable,
} from '@domain/importing'
import { conflictIn } from '@domain/merge/apply'
import { momentsOf } from '@domain/merge/trail'
import { describe, expect, test } from 'vitest'
import { berlin, Desk, file, jiraEnglish, readExport, servicenowAudit } from '../../support/exports'

const key = 'jira:FIN-12'

describe('importing again', () => {
  test('the same file changes nothing', async () => {
    const desk = new Desk()
    const { said } = await readExport(jiraEnglish)
    expect(desk.import(said).counts).toEqual({ created: 3, updated: 0, unchanged: 0, conflicts: 0 })
    const again = desk.plan((await readExport(jiraEnglish)).said)
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 3, conflicts: 0 })
    expect(again.intents).toEqual([])
  })

  test('what changed at the source is updated; what was typed here since stays', async () => {
    const desk = new Desk()
    desk.import((await readExport(jiraEnglish)).said)
    desk.edit(key, { severity: 2, workaround: 'Restart' })
    const changed = jiraEnglish.replace('Invoice run stops', 'Invoice run stops at night')
    const plan = desk.import((await readExport(changed)).said)
    expect(plan.counts).toEqual({ created: 0, updated: 1, unchanged: 2, conflicts: 0 })
    expect(plan.updated[0]?.changes).toEqual([
      {
        field: 'title',
        from: 'Invoice run stops',
        to: 'Invoice run stops at night',
        localEdit: undefined,
        conflict: false,
      },
    ])
    expect(desk.value(key, 'title')).toBe('Invoice run stops at night')
    expect([desk.value(key, 'severity'), desk.value(key, 'workaround')]).toEqual([2, 'Restart'])
  })

  test('both changed it: both values stay, as a conflict', async () => {
    const desk = new Desk()
    desk.import((await readExport(jiraEnglish)).said)
    desk.edit(key, { title: 'Billing stops' })
    const changed = jiraEnglish.replace('Invoice run stops', 'Invoices stop')
    const plan = desk.import((await readExport(changed)).said)
    expect(plan.counts.conflicts).toBe(1)
    expect(plan.updated[0]?.changes[0]).toMatchObject({ localEdit: 'Billing stops', conflict: true })
    const row = desk.replica.table('issue').get(key)
    expect(
      row &&
        conflictIn(row, 'title')
          .map(({ value }) => value)
          .sort(),
    ).toEqual(['Billing stops', 'Invoices stop'])
    expect(desk.plan((await readExport(changed)).said).intents).toEqual([])
  })

  test('both changed it to the same: no conflict', async () => {
    const desk = new Desk()
    desk.import((await readExport(jiraEnglish)).said)
    desk.edit(key, { title: 'Invoices stop' })
    const plan = desk.import(
      (await readExport(jiraEnglish.replace('Invoice run stops', 'Invoices stop'))).said,
    )
    expect(plan.counts).toMatchObject({ updated: 1, conflicts: 0 })
    const row = desk.replica.table('issue').get(key)
    expect(row && conflictIn(row, 'title')).toEqual([])
  })

  test('a cell emptied at the source empties the field, a tag taken away goes', async () => {
    const desk = new Desk()
    desk.import((await readExport(jiraEnglish)).said)
    desk.import((await readExport(jiraEnglish.replace('Grace Hopper', '').replace('month-end', ''))).said)
    expect(desk.value(key, 'owner')).toBeNull()
    expect([desk.value(key, 'tag:finance'), desk.value(key, 'tag:month-end')]).toEqual([true, false])
  })

  test('an issue removed here stays removed', async () => {
    const desk = new Desk()
    desk.import((await readExport(jiraEnglish)).said)
    desk.edit(key, { removed: true })
    expect(desk.import((await readExport(jiraEnglish)).said).counts.unchanged).toBe(3)
    expect(desk.value(key, 'removed')).toBe(true)
  })

  test('only new comments are added', async () => {
    const desk = new Desk()
    desk.import((await readExport(jiraEnglish)).said)
    expect(desk.replica.table('comment').size).toBe(2)
    const more = jiraEnglish
      .replace('Component/s', 'Comment,Component/s')
      .replace('finance,month-end,', 'finance,month-end,13/May/26 8:00 AM;Jo;Fixed in test,')
    const wider = more.replaceAll('\nCannot', '\nCannot')
    const { said } = await readExport(wider)
    const plan = desk.import({ ...said, drafts: said.drafts.slice(0, 1) })
    expect(plan.updated[0]).toMatchObject({ key, newComments: 1 })
    expect(desk.replica.table('comment').size).toBe(3)
  })

  test('people are created once, and found again by the name the source has for them', async () => {
    const desk = new Desk()
    desk.import((await readExport(jiraEnglish)).said)
    expect([...desk.replica.rows('person').keys()]).toEqual(['person:grace hopper'])
    expect(desk.plan((await readExport(jiraEnglish)).said).intents).toEqual([])
  })
})

describe('what history tells', () => {
  test('an issue that has ended is raised and ended at its own times', async () => {
    const desk = new Desk()
    desk.import((await readExport(jiraEnglish)).said)
    const row = desk.replica.table('issue').get('jira:FIN-11')
    expect(row && momentsOf(row, 'status').map(({ at, value, by }) => [at, value, by])).toEqual([
      [Date.parse('2026-05-10T00:05:00+02:00'), 'new', 'Jira'],
      [Date.parse('2026-05-13T08:00:00+02:00'), 'resolved', 'Jira'],
    ])
  })

  test('an end before the beginning is kept, but does not come first', async () => {
    const desk = new Desk()
    const { said } = await readExport('id,title,created_date,finished_date\nA-1,One,2015-02-05,2015-02-04\n')
    expect(said.quarantined).toEqual([])
    expect(said.notes.join()).toContain('1 issue resolved or closed before being raised')
    desk.import(said)
    const row = desk.replica.table('issue').get('table:A-1')
    expect(row && momentsOf(row, 'status').map(({ value }) => value)).toEqual(['new', 'resolved'])
    expect(row?.values.resolvedAt).toBe(Date.parse('2015-02-04T00:00:00+01:00'))
  })

  test('an audit export folds into issues with every update', async () => {
    const desk = new Desk()
    const { said } = await readExport(servicenowAudit)
    expect([said.source, said.records, said.drafts.length]).toEqual(['servicenow-audit', 6, 2])
    expect(desk.import(said).counts).toEqual({ created: 2, updated: 0, unchanged: 0, conflicts: 0 })
    const row = desk.replica.table('issue').get('servicenow:INC0000045')
    expect(
      row && momentsOf(row, 'status').map(({ at, value, by }) => [new Date(at).toISOString(), value, by]),
    ).toEqual([
      ['2016-02-29T00:16:00.000Z', 'new', 'Updated by 21'],
      ['2016-02-29T07:53:00.000Z', 'in-progress', 'Updated by 642'],
      ['2016-02-29T10:29:00.000Z', 'resolved', 'Updated by 804'],
      ['2016-03-05T11:00:00.000Z', 'closed', 'Updated by 908'],
    ])
    expect(row && momentsOf(row, 'severity').map(({ value }) => value)).toEqual([3, 2])
    expect(desk.value('servicenow:INC0000047', 'holdReason')).toBe('user')
    expect(desk.plan((await readExport(servicenowAudit)).said).intents).toEqual([])
  })

  test('a later audit export adds only the later updates', async () => {
    const desk = new Desk()
    const rows = servicenowAudit.trimEnd().split('\n')
    const earlier = [rows[0], rows[1], rows[2], rows[5], rows[6]].join('\n')
    desk.import((await readExport(earlier)).said)
    const plan = desk.import((await readExport(servicenowAudit)).said)
    expect(plan.counts).toEqual({ created: 0, updated: 1, unchanged: 1, conflicts: 0 })
    const row = desk.replica.table('issue').get('servicenow:INC0000045')
    expect(row && momentsOf(row, 'status').map(({ value }) => value)).toEqual([
      'new',
      'in-progress',
      'resolved',
      'closed',
    ])
    expect(desk.plan((await readExport(servicenowAudit)).said).intents).toEqual([])
  })
})

describe('records that cannot be taken', () => {
  test('repeats fold, contradictions and empty identities are set aside, the rest goes on', async () => {
    const { said } = await readExport(
      'ID,Title,Status\n1,One,New\n1,One,New\n1,Other,New\n,Nobody,New\n2,Two,New\n3,Three,New,extra\n',
    )
    expect(said.drafts.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(said.folded).toBe(1)
    expect(said.quarantined).toEqual([
      { record: 3, column: 'ID', reason: '“1” is already in record 1, with different content' },
      { record: 4, column: 'ID', reason: '“ID” is empty, so the issue cannot be told from others' },
      { record: 6, column: null, reason: 'This row has 4 cells, but the header has 3.' },
    ])
  })

  test('a very long title is kept, a monstrous one set aside', async () => {
    const { said } = await readExport(`ID,Title\n1,${'x'.repeat(100_000)}\n2,${'y'.repeat(200_001)}\n`)
    expect(said.drafts.map(({ title }) => title.length)).toEqual([100_000])
    expect(said.quarantined).toMatchObject([{ record: 2, column: 'Title' }])
  })

  test('markup and formulas are text', async () => {
    const { said } = await readExport('ID,Title\n1,<script>alert(1)</script>\n2,=cmd()\n')
    expect(said.drafts.map(({ title }) => title)).toEqual(['<script>alert(1)</script>', '=cmd()'])
  })

  test('a title is made from the description, else from the identity', async () => {
    const { said } = await readExport('ID,Title,Description\n1,,"First\nSecond"\n2,,\n')
    expect(said.drafts.map(({ title }) => title)).toEqual(['First', '2'])
  })
})

describe('mappings', () => {
  const text = 'Nr;Was;Wie wichtig;Stand;Wann\n1;Kasse;sehr;Angehalten;03/04/2026\n'

  test('a mapping from a file decides columns, values, system and date order', async () => {
    const table = await readTable(file('x.csv', text))
    const mapping = checkMapping(
      {
        columns: {
          nr: 'externalKey',
          Was: 'title',
          'Wie wichtig': 'severity',
          Stand: 'status',
          Wann: 'raisedAt',
        },
        values: { severity: { sehr: 1 }, status: { angehalten: 'on-hold' } },
        dateOrder: 'dmy',
        system: 'helpdesk',
      },
      table,
    )
    const { drafts } = interpret(table, mapping, berlin)
    expect(drafts[0]?.key).toBe('helpdesk:1')
    expect(drafts[0]?.fields).toMatchObject({
      severity: 1,
      status: 'on-hold',
      raisedAt: Date.parse('2026-04-03T00:00:00+02:00'),
    })
  })

  test.each([
    ['no object', 7],
    ['an unknown target', { columns: { Was: 'titel' } }],
    ['an unknown column', { columns: { Who: 'owner' } }],
    ['two columns for one field', { columns: { Was: 'status', Stand: 'status' } }],
    ['an unknown value', { columns: { Was: 'title' }, values: { status: { Offen: 'open' } } }],
  ])('%s is refused', async (_, mapping) => {
    const table = await readTable(file('x.csv', text))
    expect(() => checkMapping(mapping, table)).toThrow(ImportProblem)
  })

  test('a proposed mapping survives being stored; its signature does not depend on order or rows', async () => {
    const table = await readTable(file('x.csv', jiraEnglish))
    const proposed = proposeMapping(table, 'jira')
    expect(checkMapping(JSON.parse(JSON.stringify(proposed)), table).columns).toEqual(proposed.columns)
    const other = await readTable(file('y.csv', 'b,a\n1,2\n'))
    const turned = await readTable(file('y.csv', 'a,B\n3,4\n5,6\n'))
    expect(mappingSignature(other, 'table')).toBe(mappingSignature(turned, 'table'))
  })

  test('work that nobody wants any more stops', async () => {
    const table = await readTable(file('x.csv', jiraEnglish))
    const stopped = () =>
      interpret(table, proposeMapping(table, 'jira'), { ...berlin, shouldStop: () => true })
    expect(stopped).toThrow(expect.objectContaining({ code: 'stopped' }))
  })
})
