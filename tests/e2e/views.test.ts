import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoFindingsInLightAndDark } from '../support/axe'
import { type Launched, launchApp, runHeadless } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

let launched: Launched | undefined
let profile: string

async function open(): Promise<Page> {
  launched = await launchApp({ profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Issues' }).click()
  await expect(page.getByRole('grid', { name: 'Issues' })).toBeVisible()
  return page
}

const count = (page: Page) => page.getByRole('main').locator('output').first()
const column = (page: Page, id: string) => page.locator(`[role=gridcell][data-column="${id}"]`)
const heads = (page: Page) => page.locator('[role=row][aria-level="1"]')
const tree = (page: Page) => page.getByRole('treegrid', { name: 'Issues' })
const viewButton = (page: Page) =>
  page.getByRole('banner').or(page.getByRole('main')).getByRole('button', { name: /^View/ })

/** Types into the menu that is open and takes what it marks. */
async function choose(page: Page, menu: string, typed: string) {
  await expect(page.getByRole('menu', { name: menu })).toBeVisible()
  // On a busy machine the letters may come too far apart to count as one word.
  await expect(async () => {
    await page.keyboard.type(typed)
    await expect(page.locator('[role=menuitem]:focus')).toContainText(typed, { timeout: 1_500 })
  }).toPass()
  await page.keyboard.press('Enter')
}

async function headless(...args: readonly string[]) {
  const run = await runHeadless([...args, '--profile', profile, monday])
  expect(run.exitCode, run.stdout).toBe(0)
  return run.json as { readonly entities: Readonly<Record<string, Readonly<Record<string, unknown>>>> }
}

test.beforeEach(async () => {
  ;({ profile } = await demoProfile(240))
})
test.afterEach(() => launched?.close())

test('a view is saved, told as changed, updated, renamed, undone and removed, all by keyboard', async () => {
  const page = await open()
  await page.keyboard.press('v')
  await choose(page, 'Views', 'Unassigned')
  await expect(viewButton(page)).toHaveText('View: Unassigned')
  await expect(count(page)).toHaveText(/^\d+ of 240 issues$/)
  for (const owner of await column(page, 'owner').allInnerTexts()) expect(owner).toBe('')

  await page.keyboard.press('/')
  await page.keyboard.type('invoice')
  await expect(viewButton(page)).toHaveText('View: Unassigned, changed')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Save as a new view' })
  await dialog.getByLabel('Name').fill('Invoices without an owner')
  await expectNoFindingsInLightAndDark(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(viewButton(page)).toHaveText('View: Invoices without an owner')

  await page.keyboard.press('/')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('meter')
  await expect(viewButton(page)).toHaveText('View: Invoices without an owner, changed')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('View Invoices without an owner changed', { exact: true })).toBeVisible()
  await expect(viewButton(page)).toHaveText('View: Invoices without an owner')

  await page.keyboard.press('Escape')
  await page
    .getByRole('grid')
    .or(page.getByRole('heading', { level: 1 }))
    .first()
    .click()
  await page.keyboard.press('v')
  await choose(page, 'Views', 'Rename')
  const renaming = page.getByRole('dialog', { name: 'Rename the view' })
  await renaming.getByLabel('Name').fill('unassigned meters')
  await page.keyboard.press('Enter')
  await expect(renaming).toBeHidden()
  await expect(viewButton(page)).toHaveText(/^View: unassigned meters/)

  await launched?.close()
  const again = await open()
  await again.keyboard.press('v')
  await choose(again, 'Views', 'unassigned m')
  await expect(again.getByRole('searchbox', { name: 'Search issues' })).toHaveValue('meter')
  await again.keyboard.press('v')
  await choose(again, 'Views', 'Remove')
  await expect(again.getByText('View unassigned meters removed', { exact: true })).toBeVisible()
  await again.keyboard.press('v')
  await expect(again.getByRole('menuitem', { name: /unassigned meters/ })).toHaveCount(0)
  await again.keyboard.press('Escape')
  await again.keyboard.press('Control+z')
  await again.keyboard.press('v')
  await expect(again.getByRole('menuitem', { name: /^unassigned meters/ })).toBeVisible()
})

test('views are found in the palette with their counts, and say what of them is gone', async () => {
  const before = await open()
  await before.keyboard.press('Control+s')
  await before.getByRole('dialog').getByLabel('Name').fill('From tomorrow')
  await before.keyboard.press('Enter')
  await expect(viewButton(before)).toHaveText('View: From tomorrow')
  await launched?.close()
  const fields = {
    'filter:owner': JSON.stringify({ kind: 'any-of', values: ['person:nobody here'] }),
    'filter:severity': JSON.stringify({ kind: 'none-of', values: [1] }),
    groupBy: 'column:Moon phase',
  }
  const dump = await headless('dump')
  const [key = ''] = Object.keys(dump.entities.savedView ?? {})
  await headless('edit', '--entity', 'savedView', '--key', key, '--set', JSON.stringify(fields))
  const page = await open()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Find' }).waitFor()
  await page.keyboard.type('severity')
  const views = page.getByRole('group', { name: 'Views' })
  await expect(views.getByRole('option')).toHaveText(/^Severity 1 and 2, open\d+$/)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('from tomorrow')
  await expect(views.getByRole('option')).toHaveText('From tomorrow0')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Not all of the view' })).toContainText(
    'A filter of “Severity” is left out. Owner: somebody who is not on the list of people any more. No issue has the column “Moon phase” any more.',
  )
  await expect(page.getByText('No issue matches')).toBeVisible()
  await expectNoFindingsInLightAndDark(page)
})

test('what falls due within a day is a view of its own', async () => {
  const page = await open()
  await page.keyboard.press('v')
  await choose(page, 'Views', 'Falling')
  await expect(
    page.getByRole('button', { name: /^Remove the filter “Falling due within a day/ }),
  ).toBeVisible()
  await expect(count(page)).toHaveText(/^\d+ of 240 issues$/)
  await expect(viewButton(page)).toHaveText('View: Falling due within a day')
})

test('issues stand in groups, opened and closed by keyboard and pointer', async () => {
  const page = await open()
  await page.keyboard.press('b')
  await choose(page, 'Group by', 'Status')
  await expect(heads(page).first()).toHaveText(/^New\d+ issues?$/)
  await expectNoFindingsInLightAndDark(page)

  await tree(page).focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(column(page, 'key')).toHaveCount(0)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(column(page, 'key')).not.toHaveCount(0)
  await page.keyboard.press('Home')
  await expect(heads(page).first()).toHaveAttribute('data-active', 'true')
  await page.keyboard.press('ArrowLeft')
  await expect(heads(page).first()).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowDown')
  await expect(heads(page).nth(1)).toHaveAttribute('data-active', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(heads(page).nth(1)).not.toHaveAttribute('data-active')
  await page.keyboard.press('ArrowLeft')
  await expect(heads(page).nth(1)).toHaveAttribute('data-active', 'true')
  await page.keyboard.press('x')
  const members = Number((await heads(page).nth(1).innerText()).match(/\d+/)?.[0])
  await expect(page.getByRole('region', { name: 'Picked issues' })).toContainText(`${members} picked`)

  await page.keyboard.press('Shift+ArrowLeft')
  await expect(column(page, 'key')).toHaveCount(0)
  const told = await heads(page).allInnerTexts()
  const sum = told.reduce((sum, text) => sum + Number(text.match(/(\d+) issues?$/)?.[1]), 0)
  expect(sum).toBe(240)
  await heads(page)
    .nth(1)
    .getByText(/issues?$/)
    .click()
  await expect(heads(page).nth(1)).toHaveAttribute('aria-expanded', 'true')
  await expect(column(page, 'key')).not.toHaveCount(0)
  await expectNoFindingsInLightAndDark(page)

  await page.keyboard.press('/')
  await page.keyboard.type('hc-17')
  await expect(count(page)).toHaveText('11 of 240 issues')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(column(page, 'key')).toHaveCount(11)
})

test('an imported column is shown, filtered, grouped, saved and exported like any other', async () => {
  const lines = ['Issue key,Issue id,Summary,Status,Priority,Created,Updated,Wave']
  for (let number = 1; number <= 12; number++) {
    const wave = number % 3 === 0 ? '' : `Team ${number % 3}`
    lines.push(`TES-${number},${number},Issue ${number},To Do,Low,2026-11-22 09:00,2026-11-22 09:00,${wave}`)
  }
  const csv = join(profile, 'export.csv')
  writeFileSync(csv, `${lines.join('\n')}\n`)
  await headless('import', '--file', csv, '--source', 'jira')
  const page = await open()
  const search = page.getByRole('search')

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Wave' }).check()
  await page.keyboard.press('Escape')
  await search.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Wave' }).click()
  const menu = page.getByRole('dialog', { name: 'Filter by wave' })
  await expect(menu.getByRole('listitem')).toHaveText([/^None/, /^Team/, /^Team/])
  await menu.getByRole('button', { name: 'Not empty' }).click()
  await expect(count(page)).toHaveText('8 of 252 issues')
  await expectNoFindingsInLightAndDark(page)
  await menu.getByRole('button', { name: 'Empty', exact: true }).click()
  await expect(count(page)).toHaveText('244 of 252 issues')
  await menu.getByRole('button', { name: 'Not empty' }).click()
  await page.keyboard.press('Escape')
  await expect(search.getByRole('button', { name: 'Wave: not empty' })).toBeFocused()

  await page.keyboard.press('b')
  await choose(page, 'Group by', 'Wave')
  await expect(heads(page)).toHaveText(['Team 14 issues', 'Team 24 issues'])
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog').getByLabel('Name').fill('By wave')
  await page.keyboard.press('Enter')
  await expect(viewButton(page)).toHaveText('View: By wave')

  const file = join(profile, 'waves.csv')
  await launched?.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await page.keyboard.press('Control+Shift+e')
  const dialog = page.getByRole('dialog', { name: 'Export issues' })
  await dialog.getByLabel('CSV').check()
  await dialog.getByLabel('Those shown').check()
  await dialog.getByRole('button', { name: 'Export 8…' }).click()
  await expect(page.getByText('Saved waves.csv')).toBeVisible()
  const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n')
  expect(head).toMatch(/^\ufeffKey,Title,Severity,Status,Class,Owner,Team,Raised \(.*\),Wave$/)
  expect(rows.map((row) => row.split(',').at(-1))).toEqual([
    ...Array<string>(4).fill('Team 1'),
    ...Array<string>(4).fill('Team 2'),
  ])

  await launched?.close()
  const again = await open()
  await again.keyboard.press('v')
  await choose(again, 'Views', 'By wave')
  await expect(heads(again)).toHaveText(['Team 14 issues', 'Team 24 issues'])
  await expect(again.getByRole('columnheader', { name: 'Wave' })).toBeVisible()
})

test('picked issues get several fields in one change, shown before, and given back by one undo', async () => {
  const page = await open()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Change 240 issues' })
  await dialog.getByLabel('Change', { exact: true }).selectOption('component')
  await dialog.getByRole('combobox', { name: 'To' }).last().fill('Harbour desk')
  await dialog.getByRole('button', { name: 'Another field' }).click()
  await dialog.getByLabel('Change', { exact: true }).nth(1).selectOption('tag')
  await dialog.getByRole('combobox', { name: 'Tag' }).fill('cut-over')
  await expect(dialog.getByRole('radio', { name: '240 change' })).toBeChecked()
  await expect(dialog.getByRole('listitem').first()).toContainText(/→ Harbour desk, Tag cut-over added$/)
  await expectNoFindingsInLightAndDark(page)
  await page.keyboard.press('Enter')
  await expect(
    page.getByText('240 issues: component set to Harbour desk, tagged cut-over', { exact: true }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Pick none' }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('cut-over')
  await expect(count(page)).toHaveText('240 issues')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: 240 issues/)).toBeVisible()
  await expect(page.getByText('No issue matches')).toBeVisible()
})
