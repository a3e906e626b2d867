import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { freshProfile, type Launched, launchApp, runHeadless } from '../support/launch'
import { look } from '../support/looking'
import { printed } from '../support/stored-engagement'

const morning = '--now=2026-11-23T09:00:00Z'
const noon = '--now=2026-11-23T12:00:00Z'
const afternoon = '--now=2026-11-23T15:00:00Z'

interface Dump {
  readonly entities: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
  readonly conflicts: readonly { readonly entity: string; readonly key: string; readonly field: string }[]
}

/** Two laptops of one engagement, worked on through the command line until one is opened in its window. */
class Pair {
  readonly ada = freshProfile()
  readonly bob = freshProfile()

  async run<T>(profile: string, command: string, ...args: string[]): Promise<T> {
    return printed<T>(await runHeadless([...command.split(' '), '--profile', profile, ...args]))
  }

  async start(): Promise<void> {
    await this.run(this.ada, 'demo', '--issues', '20', morning)
    await this.hand(this.ada, this.bob)
  }

  /** Everything that one holds goes to the other. */
  async hand(from: string, to: string): Promise<void> {
    const file = join(from, `${Math.random()}.warroom`)
    await this.run(from, 'bundle export', '--out', file, noon)
    await this.run(to, 'bundle import', '--file', file, noon)
  }

  edit(profile: string, entity: string, key: string, fields: object, at = noon) {
    return this.run(profile, 'edit', '--entity', entity, '--key', key, '--set', JSON.stringify(fields), at)
  }

  dump(profile: string): Promise<Dump> {
    return this.run<Dump>(profile, 'dump')
  }

  remove(): void {
    for (const folder of [this.ada, this.bob]) rmSync(folder, { recursive: true, force: true })
  }
}

let pair: Pair
let launched: Launched | undefined
test.beforeEach(async () => {
  pair = new Pair()
  await pair.start()
})
test.afterEach(async () => {
  await launched?.close()
  launched = undefined
  pair.remove()
})

async function openConflicts(): Promise<Page> {
  launched = await launchApp({ profile: pair.ada, args: [afternoon] })
  const { page } = launched
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { level: 1, name: 'Conflicts' })).toBeVisible()
  return page
}

const rail = (page: Page) => page.getByRole('link', { name: /^Conflicts/ })
const review = (page: Page) => page.getByRole('region', { name: 'Conflict under review' })

test('what two laptops wrote differently is counted, reviewed side by side and settled by single keys', async () => {
  test.setTimeout(240_000)
  const { entities } = await pair.dump(pair.ada)
  const [first = '', second = '', third = ''] = Object.keys(entities.issue ?? {})
  const [person = ''] = Object.keys(entities.person ?? {})
  const long = 'Restart the print service on the second server. '.repeat(30)
  await pair.edit(pair.ada, 'issue', first, { severity: 1, workaround: `${long}\nThen call Bo.` })
  await pair.edit(pair.bob, 'issue', first, {
    severity: 3,
    workaround: `${long}\nNobody needs to be called.`,
  })
  await pair.edit(pair.ada, 'issue', second, { removed: true })
  await pair.edit(pair.bob, 'issue', second, { title: 'Meter readings are lost' })
  await pair.edit(pair.ada, 'person', person, { role: 'lead' })
  await pair.edit(pair.bob, 'person', person, { role: 'triage' })
  await pair.edit(pair.ada, 'issue', third, { status: 'duplicate', duplicateOf: first })
  await pair.edit(pair.bob, 'issue', first, { status: 'duplicate', duplicateOf: third })
  await pair.hand(pair.bob, pair.ada)

  const page = await openConflicts()
  await expect(page.getByText('5 to settle')).toBeVisible()
  await expect(rail(page)).toHaveText(/5$/)
  await expect(review(page)).toContainText('Two laptops merged these the other way round')
  await look(page, 'conflicts-circle')

  await page.getByRole('option', { name: /Severity/ }).click()
  await expect(review(page).getByRole('article', { name: 'Before' })).toContainText(/\d/)
  await expect(review(page).getByRole('article', { name: 'Mine' })).toContainText('this laptop')
  await look(page, 'conflicts-severity')
  await page.getByRole('option', { name: /Workaround/ }).click()
  await expect(review(page).getByRole('article', { name: 'Theirs' })).toContainText(
    'Nobody needs to be called',
  )
  await look(page, 'conflicts-long-texts')
  await page.getByRole('option', { name: /Removed here/ }).click()
  await expect(review(page).getByRole('button', { name: /Keep it/ })).toBeVisible()
  await expect(review(page)).toContainText('Title: Meter readings are lost')
  await look(page, 'conflicts-removal')

  await page.keyboard.press('2')
  await expect(page.getByText('4 to settle')).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByText('5 to settle')).toBeVisible()
  await page.getByRole('option', { name: /Severity/ }).click()
  await page.keyboard.press('t')
  await expect(rail(page)).toHaveText(/4$/)
  await expectNoFindings(page)

  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Settle by rule' })
  await dialog.getByText('What this laptop wrote').click()
  await look(page, 'conflicts-rule')
  await dialog.getByRole('button', { name: /^Settle \d/ }).click()
  await expect(page.getByRole('heading', { name: 'Nothing is in conflict' })).toBeVisible()
  await expect(rail(page)).toHaveText('Conflicts')
  await look(page, 'conflicts-none')
  await launched?.close()
  launched = undefined

  await pair.hand(pair.ada, pair.bob)
  const [ada, bob] = [await pair.dump(pair.ada), await pair.dump(pair.bob)]
  expect(bob).toEqual(ada)
  expect(ada.conflicts).toEqual([])
  expect(ada.entities.issue?.[first]).toMatchObject({
    severity: 3,
    workaround: expect.stringContaining('call Bo'),
  })
})
