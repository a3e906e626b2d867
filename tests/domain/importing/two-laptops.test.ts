import type { Interpretation } from '@domain/importing/draft'
import { reconcile } from '@domain/importing/reconcile'
import { dump, dumpText } from '@domain/merge/dump'
import { beforeEach, describe, expect, it } from 'vitest'
import { jiraEnglish, readExport } from '../../support/exports'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const key = 'jira:FIN-12'
const changedExport = jiraEnglish
  .replace('Invoice run stops', 'Invoices stop')
  .replace('12/May/26 9:12 AM,,finance', '13/May/26 9:12 AM,,finance')

let a: Laptop
let b: Laptop
beforeEach(() => {
  a = makeLaptop('a')
  b = makeLaptop('b')
})

function imports(laptop: Laptop, said: Interpretation): void {
  laptop.now += 60_000
  const { intents } = reconcile(said, laptop.replica, { now: laptop.now })
  laptop.write(intents, `import:${laptop.id}-${laptop.now}`)
}

function edits(laptop: Laptop, title: string, issue = key): void {
  laptop.now += 60_000
  laptop.write({ entity: 'issue', key: issue, fields: { title } })
}

function exchange(): void {
  a.receive(b.operations)
  b.receive(a.operations)
  expect(dumpText(dump(a.replica))).toBe(dumpText(dump(b.replica)))
}

describe('two laptops that import the same export', () => {
  it('have no conflict, in no field', async () => {
    const { said } = await readExport(jiraEnglish)
    imports(a, said)
    imports(b, said)
    exchange()
    expect(dump(a.replica).conflicts).toEqual([])
  })

  it('have none after one of them has edited, and the edit shows, whoever imported last', async () => {
    const { said } = await readExport(jiraEnglish)
    imports(a, said)
    edits(a, 'Billing stops')
    b.now += 3_600_000
    imports(b, said)
    exchange()
    expect(dump(a.replica).conflicts).toEqual([])
    expect(b.value('issue', key, 'title')).toBe('Billing stops')
  })

  it('have none when both have imported the next one too, before they meet', async () => {
    const first = (await readExport(jiraEnglish)).said
    const next = (await readExport(changedExport)).said
    for (const laptop of [a, b]) imports(laptop, first)
    exchange()
    for (const laptop of [a, b]) imports(laptop, next)
    edits(a, 'Billing stops')
    b.now += 3_600_000
    exchange()
    expect(dump(a.replica).conflicts).toEqual([])
    expect(b.value('issue', key, 'title')).toBe('Billing stops')
  })

  it('have none when one of them knows only an older or only the newest one', async () => {
    const first = (await readExport(jiraEnglish)).said
    const next = (await readExport(changedExport)).said
    const c = makeLaptop('c', firstMorning + 7_200_000)
    imports(a, first)
    imports(a, next)
    edits(a, 'Billing stops')
    imports(b, next)
    imports(c, first)
    a.receive(c.operations)
    exchange()
    expect(a.conflict('issue', key, 'title')).toEqual([])
    expect(a.value('issue', key, 'title')).toBe('Billing stops')
  })

  it('have a conflict where the source has said something new since the edit', async () => {
    imports(a, (await readExport(jiraEnglish)).said)
    edits(a, 'Billing stops')
    imports(b, (await readExport(changedExport)).said)
    exchange()
    expect(a.conflict('issue', key, 'title').sort()).toEqual(['Billing stops', 'Invoices stop'])
  })

  it('have a conflict where both have edited', async () => {
    const { said } = await readExport(jiraEnglish)
    imports(a, said)
    imports(b, said)
    edits(a, 'Billing stops')
    edits(b, 'Posting stops')
    exchange()
    expect(a.conflict('issue', key, 'title').sort()).toEqual(['Billing stops', 'Posting stops'])
  })

  it('have none with a list that has no dates either', async () => {
    const { said } = await readExport('Number,Summary\nX-1,Invoice run stops\n')
    if (said.drafts.length !== 1) throw new Error('the list was not read')
    const [draft] = said.drafts
    imports(a, said)
    edits(a, 'Billing stops', draft?.key)
    b.now += 3_600_000
    imports(b, said)
    exchange()
    expect(dump(a.replica).conflicts).toEqual([])
    expect(b.value('issue', draft?.key ?? '', 'title')).toBe('Billing stops')
  })
})

describe('one laptop', () => {
  it('keeps a conflict when the source goes back to an earlier word over an edit', async () => {
    imports(a, (await readExport(jiraEnglish)).said)
    imports(a, (await readExport(changedExport)).said)
    edits(a, 'Billing stops')
    imports(
      a,
      (await readExport(jiraEnglish.replace('12/May/26 9:12 AM,,finance', '14/May/26 9:12 AM,,finance')))
        .said,
    )
    expect(a.conflict('issue', key, 'title').sort()).toEqual(['Billing stops', 'Invoice run stops'])
  })
})
