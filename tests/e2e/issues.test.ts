import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings, expectNoFindingsInLightAndDark } from '../support/axe'
import { type Launched, launchApp, runHeadless } from '../support/launch'
import { demoProfile, emptyProfile, monday } from '../support/stored-engagement'

let launched: Launched | undefined
let profile: string

async function headless(...args: readonly string[]) {
  const run = await runHeadless([...args, '--profile', profile, monday])
  expect(run.exitCode, run.stdout).toBe(0)
}

async function open(): Promise<Page> {
  launched = await launchApp({ profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Issues' }).click()
  await expect(page.getByRole('grid', { name: 'Issues' })).toBeVisible()
  return page
}

const lines = (page: Page) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
const column = (page: Page, id: string) => page.locator(`[role=gridcell][data-column="${id}"]`)
const count = (page: Page) => page.getByRole('main').locator('output').first()
const filter = (page: Page, name: string) => page.getByRole('search').getByRole('button', { name })

test.afterEach(() => launched?.close())

test.describe('with the demo engagement', () => {
  test.beforeEach(async () => {
    ;({ profile } = await demoProfile(240))
  })

  test('typing finds by key, by words and by person', async () => {
    const page = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('hc-17')
    await expect(count(page)).toHaveText(/^11 of 240 issues$/)
    await expect(column(page, 'key').first()).toHaveText(/^HC-17/)
    await page.keyboard.press('Escape')
    await expect(count(page)).toHaveText('240 issues')
    const owner = await column(page, 'owner').filter({ hasText: /./ }).first().innerText()
    await page.keyboard.type(owner.toUpperCase())
    await expect(count(page)).not.toHaveText('240 issues')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('grid')).toBeFocused()
  })

  test('filters by two columns, says how many, and clears', async () => {
    const page = await open()
    await filter(page, 'Severity').click()
    await page
      .getByRole('dialog', { name: 'Filter by severity' })
      .getByRole('checkbox', { name: '2' })
      .check()
    await page.keyboard.press('Escape')
    await filter(page, 'Status').click()
    await page.getByRole('button', { name: 'Open only' }).click()
    await page.keyboard.press('Escape')
    await expect(filter(page, 'Status: open')).toBeVisible()
    await expect(count(page)).toHaveText(/^\d+ of 240 issues$/)
    for (const text of await column(page, 'severity').allInnerTexts()) expect(text).toBe('2')
    for (const text of await column(page, 'status').allInnerTexts())
      expect(text).not.toMatch(/Closed|Resolved/)
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(count(page)).toHaveText('240 issues')
  })

  test('sorts by a column, either way, numbers in keys by their value', async () => {
    const page = await open()
    const head = page.getByRole('columnheader', { name: 'Key' })
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    await expect(column(page, 'key').nth(1)).toHaveText('HC-2')
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await expect(column(page, 'key').first()).toHaveText('HC-240')
  })

  test('severity, status, owner and comments are changed by keyboard, and undone', async () => {
    const page = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('in progress')
    await page.keyboard.press('Escape')
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const detail = page.getByRole('complementary', { name: 'Issue' })
    const called = await detail.getByRole('heading').first().innerText()
    const line = lines(page).filter({ has: page.getByText(called, { exact: true }) })

    await detail.getByLabel('Severity', { exact: true }).focus()
    await page.keyboard.press('1')
    await expect(page.getByText(`Severity of ${called} set to 1`, { exact: true })).toBeVisible()
    await expect(line.locator('[data-column=severity]')).toHaveText('1')

    await detail.getByRole('combobox', { name: 'Status' }).focus()
    await page.keyboard.type('On hold')
    await detail.getByRole('radio', { name: 'Waiting for a vendor' }).check()
    await page.keyboard.press('Enter')
    await expect(line.locator('[data-column=status]')).toHaveText('On hold')
    await expect(detail.getByText('Waiting for a vendor')).toBeVisible()

    await detail.getByRole('button', { name: 'Somebody new' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Zora Quist')
    await page.keyboard.press('Enter')
    await expect(line.locator('[data-column=owner]')).toHaveText('Zora Quist')

    await detail.getByRole('textbox', { name: 'New comment' }).focus()
    await page.keyboard.type('Called them back')
    await page.keyboard.press('Control+Enter')
    await expect(detail.getByRole('listitem').filter({ hasText: 'Called them back' })).toBeVisible()

    await detail.getByRole('tab', { name: 'History' }).click()
    await expect(detail.getByText('Severity 2 → 1').or(detail.getByText('Severity 3 → 1'))).toBeVisible()
    await expect(
      detail.getByText('→ Zora Quist').or(detail.getByText('Owner set to Zora Quist')),
    ).toBeVisible()

    await page.keyboard.press('Escape')
    await expect(detail).toBeHidden()
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('Control+z')
      await expect(page.getByText(/^Undone: /)).toHaveCount(Math.min(step + 1, 3))
    }
    await expect(line.locator('[data-column=owner]')).not.toHaveText('Zora Quist')
    await expect(line.locator('[data-column=status]')).not.toHaveText('On hold')
    await expect(line.locator('[data-column=severity]')).not.toHaveText('1')
  })

  test('issues picked with x change together, and are undone together', async () => {
    const page = await open()
    const [first = '', second = ''] = await column(page, 'severity').allInnerTexts()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    const bar = page.getByRole('region', { name: 'Picked issues' })
    await expect(bar).toContainText('2 picked')
    await bar.getByRole('button', { name: 'Severity' }).click()
    const dialog = page.getByRole('dialog', { name: 'Change 2 issues' })
    await dialog.getByLabel('To', { exact: true }).selectOption('1')
    await dialog.getByRole('button', { name: 'Change 2' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('2 issues: severity set to 1', { exact: true })).toBeVisible()
    await expect(column(page, 'severity').nth(0)).toHaveText('1')
    await expect(column(page, 'severity').nth(1)).toHaveText('1')
    await bar.getByRole('button', { name: 'Pick none' }).click()
    await expect(bar).toBeHidden()
    await page.keyboard.press('Control+z')
    await expect(column(page, 'severity').nth(0)).toHaveText(first)
    await expect(column(page, 'severity').nth(1)).toHaveText(second)
  })

  test('picked issues get a status together, asked for once what it needs, and are undone together', async () => {
    const page = await open()
    await filter(page, 'Status').click()
    await page.getByRole('checkbox', { name: 'In progress' }).check()
    await page.getByRole('checkbox', { name: 'Closed' }).check()
    await page.keyboard.press('Escape')
    const head = page.getByRole('columnheader', { name: 'Status' })
    await head.getByRole('button').click()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('End')
    await page.keyboard.press('x')
    const bar = page.getByRole('region', { name: 'Picked issues' })
    await expect(bar).toContainText('3 picked')
    await page.getByRole('grid').focus()
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: 'Change 3 issues' })
    await dialog.getByLabel('To', { exact: true }).selectOption('resolved')
    await expect(dialog.getByText('Who brought the resolution about?')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Change 0' })).toBeDisabled()
    await page.keyboard.press('3')
    await expect(dialog.getByRole('radio', { name: '2 change' })).toBeChecked()
    await expect(dialog.getByRole('listitem').first()).toContainText('Status In progress → Resolved')
    await expectNoFindings(page)
    await dialog.getByRole('radio', { name: '1 are refused and stay as they are' }).check()
    await expect(dialog.getByRole('listitem')).toContainText(
      'is closed and cannot become resolved from there.',
    )
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('2 of 3 issues: status set to resolved', { exact: true })).toBeVisible()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('main').getByText('Resolved', { exact: true })).toHaveCount(0)
    await bar.getByRole('button', { name: 'Pick none' }).click()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Undone: 2 of 3 issues: status set to resolved')).toBeVisible()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await expect(column(page, 'status').nth(0)).toHaveText('In progress')
    await expect(column(page, 'status').nth(1)).toHaveText('In progress')
  })

  test('a new issue gets its key, opens, and is found', async () => {
    const page = await open()
    await page.getByRole('grid').focus()
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: 'New issue' })
    await dialog.getByLabel('Title').fill('Quokka report is empty')
    await dialog.getByLabel('Severity').selectOption('2')
    await dialog.getByRole('combobox', { name: 'Owner' }).focus()
    await page.keyboard.type('mur')
    await expect(dialog.getByRole('option', { name: /Murat Demir/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Team').selectOption('project')
    await dialog.getByRole('button', { name: 'Write it down' }).click()
    await expect(count(page)).toHaveText('241 issues')
    await expect(page.getByRole('complementary', { name: 'Issue' }).getByRole('heading').first()).toHaveText(
      /^[A-Z]{2,3}-1$/,
    )
    await expect(
      page.getByRole('complementary', { name: 'Issue' }).getByRole('combobox', { name: 'Owner' }),
    ).toHaveValue('Murat Demir')
    await page.getByRole('searchbox', { name: 'Search issues' }).fill('quok')
    await expect(count(page)).toHaveText('1 of 241 issues')
  })

  test('an issue half written is there again, and Ctrl-Enter writes it down from any field', async () => {
    const page = await open()
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: 'New issue' })
    await dialog.getByLabel('Title').fill('Wombat screen is blank')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await page.keyboard.press('n')
    await expect(dialog.getByLabel('Title')).toHaveValue('Wombat screen is blank')
    await dialog.getByLabel('Description').fill('Since this morning')
    await page.keyboard.press('Control+Enter')
    await expect(count(page)).toHaveText('241 issues')
    await expect(page.getByRole('grid')).toBeFocused()
    await page.keyboard.press('n')
    await expect(dialog.getByLabel('Title')).toHaveValue('')
    await dialog.getByLabel('Title').fill('Not this one')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeHidden()
    await page.keyboard.press('n')
    await expect(dialog.getByLabel('Title')).toHaveValue('')
  })

  test('letters typed into a picker take the person they mark', async () => {
    const page = await open()
    await lines(page).first().click()
    const owner = page.getByRole('complementary').getByRole('combobox', { name: 'Owner' })
    await owner.focus()
    await page.keyboard.type('mur')
    await page.keyboard.press('Enter')
    await expect(owner).toHaveValue('Murat Demir')
    await expect(column(page, 'owner').first()).toHaveText('Murat Demir')
  })

  test('who brought a resolution about is asked, never supposed', async () => {
    const page = await open()
    await filter(page, 'Status').click()
    await page.getByRole('checkbox', { name: 'In progress' }).check()
    await page.keyboard.press('Escape')
    await lines(page).first().click()
    const detail = page.getByRole('complementary', { name: 'Issue' })
    const status = detail.getByRole('combobox', { name: 'Status' })
    await status.selectOption('resolved')
    await expect(detail.getByRole('region', { name: 'Resolved' })).toBeVisible()
    await expect(status).toHaveValue('resolved')
    await page.keyboard.press('2')
    await expect(detail.getByText('Resolved by steady-state with help')).toBeVisible()
    await expect(status).toBeFocused()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('z')
    const dialog = page.getByRole('dialog', { name: /who resolved it/ })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('1')
    await expect(dialog).toBeHidden()
    await expect(detail.getByText('Resolved by steady-state alone')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(detail.getByText('Resolved by steady-state with help')).toBeVisible()
  })

  test('a message offers Undo only for the last thing that happened', async () => {
    const page = await open()
    await lines(page).first().click()
    const detail = page.getByRole('complementary', { name: 'Issue' })
    await detail.getByLabel('Severity', { exact: true }).selectOption('1')
    await detail.getByLabel('Team').selectOption('project')
    const messages = page.getByRole('region', { name: 'Messages' })
    await expect(messages.getByRole('button', { name: 'Undo' })).toHaveCount(1)
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect(messages.getByText(/^Undone: Team of/)).toBeVisible()
    await expect(messages.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  })

  test('issues picked by pointer are given to somebody, and exported', async () => {
    const page = await open()
    await lines(page).nth(0).click()
    await lines(page)
      .nth(2)
      .click({ modifiers: ['Shift'] })
    await lines(page)
      .nth(1)
      .click({ modifiers: ['Control'] })
    const bar = page.getByRole('region', { name: 'Picked issues' })
    await expect(bar).toContainText('2 picked')
    await bar.getByRole('button', { name: 'Owner' }).click()
    const dialog = page.getByRole('dialog', { name: 'Change 2 issues' })
    await dialog.getByRole('combobox', { name: 'To' }).last().focus()
    await page.keyboard.type('Petra')
    await expect(page.getByRole('option', { name: /^Petra Hahn/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('listitem').first()).toContainText('→ Petra Hahn')
    await dialog.getByRole('button', { name: 'Change 2' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('2 issues: given to Petra Hahn', { exact: true })).toBeVisible()
    await expect(column(page, 'owner').nth(2)).toHaveText('Petra Hahn')
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByRole('radio', { name: 'The 2 picked' })).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('radio', { name: 'The 2 picked' })).toBeHidden()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+a')
    await expect(bar).toContainText('240 picked')
  })

  test('the palette finds issues by any word and people with what they own', async () => {
    const page = await open()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Find' }).waitFor()
    await page.keyboard.type('hc-17')
    await expect(page.getByRole('option').first()).toContainText('HC-17')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('murat')
    await page.getByRole('group', { name: 'Issues owned by' }).getByRole('option').click()
    await expect(filter(page, 'Owner: Murat Demir')).toBeVisible()
    for (const owner of await column(page, 'owner').allInnerTexts()) expect(owner).toBe('Murat Demir')
  })

  test('a filter that joins the bar opens at once, and says its range', async () => {
    const page = await open()
    await page.getByRole('search').getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Users affected' }).click()
    const menu = page.getByRole('dialog', { name: 'Filter by users affected' })
    await menu.getByLabel('From').fill('5')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(filter(page, 'Users affected: from 5')).toBeFocused()
  })

  test('in a narrow window the issue takes the place of the list, and gives it back', async () => {
    const page = await open()
    await launched?.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(960, 640),
    )
    await lines(page).nth(1).click()
    const detail = page.getByRole('complementary', { name: 'Issue' })
    await expect(detail).toBeFocused()
    const main = await page.getByRole('main').boundingBox()
    await expect.poll(async () => (await detail.boundingBox())?.width).toBe(main?.width)
    await page.keyboard.press('Escape')
    await expect(detail).toBeHidden()
    await expect(page.getByRole('grid')).toBeFocused()
  })

  test('the columns chosen are there again after a restart', async () => {
    const page = await open()
    const heads = (window: Page) => window.getByRole('columnheader')
    await expect(heads(page).last()).toHaveText('Raised')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Component' }).check()
    await expect(heads(page).last()).toHaveText('Component')
    await launched?.close()
    const again = await open()
    await expect(heads(again).last()).toHaveText('Component')
    await again.getByRole('button', { name: 'Columns' }).click()
    await again.getByRole('button', { name: 'The usual columns' }).click()
    await expect(heads(again).last()).toHaveText('Raised')
  })

  test('nothing stands in the way of assistive technology', async () => {
    const page = await open()
    await lines(page).nth(2).click()
    await expect(page.getByRole('tab', { name: 'History' })).toBeVisible()
    await expectNoFindingsInLightAndDark(page)
  })
})

test.describe('with awkward data', () => {
  test.beforeEach(async () => {
    const about = { name: 'Awkward', client: 'Client', system: 'CRM', zone: 'Europe/Berlin' }
    ;({ profile } = await emptyProfile(about))
  })

  const edit = (key: string, fields: object) =>
    headless('edit', '--entity', 'issue', '--key', key, '--set', JSON.stringify(fields))

  /** Imports one issue of a Jira export. */
  async function importIssue(key: string, title: string) {
    const csv = join(profile, 'export.csv')
    const summary = title.replaceAll('"', '""')
    writeFileSync(
      csv,
      `Issue key,Issue id,Summary,Status,Priority,Created,Updated\n${key},25,"${summary}",To Do,Low,2026-11-22 09:00,2026-11-22 09:00\n`,
    )
    await headless('import', '--file', csv, '--source', 'jira')
  }

  test('HTML is text, a title of 100,000 characters and ten thousand tags do not hold up the screen', async () => {
    const markup = '<img src=x onerror="window.broken=true"><b>bold</b>'
    await importIssue('TES-1', markup)
    await importIssue('TES-2', 'long '.repeat(20_000))
    const tags = Array.from({ length: 10_000 }, (_, index) => [`tag:t${index}`, true] as const)
    for (let from = 0; from < tags.length; from += 5_000) {
      await edit('TES-2', Object.fromEntries(tags.slice(from, from + 5_000)))
    }
    const page = await open()
    await expect(page.getByText(markup)).toBeVisible()
    await lines(page).filter({ hasText: 'TES-1' }).click()
    const detail = page.getByRole('complementary', { name: 'Issue' })
    await expect(detail.getByLabel('Title')).toHaveValue(markup)
    expect(await page.evaluate(() => 'broken' in window)).toBe(false)
    await lines(page).filter({ hasText: 'TES-2' }).click()
    await expect(detail.getByText('and 9,950 more')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search issues' }).fill('t9999')
    await expect(count(page)).toHaveText('1 of 2 issues')
  })

  test('a conflict shows both values, and one press settles it', async () => {
    await importIssue('TES-25', 'Printer')
    await edit('TES-25', { title: 'Printer on floor 2' })
    await importIssue('TES-25', 'Printer is offline')
    const page = await open()
    await lines(page).filter({ hasText: 'TES-25' }).click()
    const conflicts = page.getByRole('region', { name: 'Conflicts' })
    await expect(conflicts.getByRole('listitem')).toHaveCount(2)
    await conflicts
      .getByRole('listitem')
      .filter({ hasText: 'floor 2' })
      .getByRole('button', { name: 'Keep this' })
      .click()
    await expect(conflicts).toBeHidden()
    await expect(lines(page).locator('[data-column=title]')).toHaveText('Printer on floor 2')
  })
})
