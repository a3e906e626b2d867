import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { type EngagementWindow, engagementWindow } from '../support/engagement-window'
import { keepFromBeginning } from '../support/held-work'
import { launchApp } from '../support/launch'
import { monday } from '../support/stored-engagement'

const header =
  'Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Assignee,Reporter,Created,Updated,Labels,Labels'
const jira = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`

// Every day is at most the twelfth, so any of these dates could be two.
const overnight = jira(
  'Invoices print twice,FIN-1,1,Bug,In Progress,FIN,Highest,Ada Byron,Eve Adams,03/11/2026 08:10,04/11/2026 09:00,golive,print',
  'Approval button hidden,FIN-2,2,Bug,To Do,FIN,High,Bo Lind,Eve Adams,05/11/2026 10:00,06/11/2026 11:00,golive,',
  'Report shows last month,FIN-3,3,Bug,Parking lot,FIN,Low,,Eve Adams,06/11/2026 10:00,07/11/2026 11:00,,',
)

let window: EngagementWindow
let page: Page

test.beforeEach(async () => {
  window = await engagementWindow()
  page = window.page
  await expect(page.getByRole('link', { name: 'Import' })).toBeVisible()
})
test.afterEach(() => window.remove())

const figure = (name: string) => page.getByRole('button', { name: new RegExp(`\\d ${name}$`) })
const store = () => page.getByRole('button', { name: /^Import \d/ })

test('a dropped export is looked through, its dates asked about, stored, shown and undone', async () => {
  await window.drop('overnight.csv', overnight)
  await expect(page.getByLabel('Comes from')).toHaveValue('jira')
  await expect(page.getByRole('heading', { name: 'Which number is the day?' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Tue 3 Nov 2026, 08:10' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Wed 11 Mar 2026, 08:10' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import/, disabled: true })).toBeVisible()
  await expectNoFindings(page)

  await page.keyboard.press('d')
  await expect(figure('New')).toHaveText(/^3/)
  await expect(figure('New people')).toHaveText(/^2/)

  // A word of the tracker that is not known here is settled by hand.
  await expect(page.getByRole('cell', { name: 'Parking lot', exact: true })).toBeVisible()
  await page.getByLabel('Status meant by Parking lot').selectOption('on-hold')
  await expect(store()).toBeEnabled()

  await figure('New').click()
  await expect(page.getByRole('region', { name: 'New' }).getByText('Invoices print twice')).toBeVisible()
  await expectNoFindings(page)

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'overnight.csv is imported' })).toBeVisible()
  await expect(page.getByRole('navigation').getByText(/^Undo: Imported overnight\.csv/)).toBeVisible()
  await page.getByRole('button', { name: 'Show them' }).click()
  const grid = page.getByRole('grid', { name: 'Issues' })
  await expect(grid.getByText('Report shows last month')).toBeVisible()
  await expect(grid.getByText('On hold')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(grid.getByText('Report shows last month')).toBeHidden()
  await page.getByRole('link', { name: 'Import' }).click()
  await expect(page.getByRole('cell', { name: /overnight\.csv/ })).toContainText('undone')
})

test('the same export again brings only what changed, and keeps a local edit beside it', async () => {
  await window.drop('overnight.csv', overnight)
  await expect(page.getByRole('heading', { name: 'Which number is the day?' })).toBeVisible()
  await page.keyboard.press('d')
  await expect(store()).toBeEnabled()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Show them' }).click()

  await page.getByRole('grid').getByText('Approval button hidden').click()
  await page.getByRole('complementary').getByLabel('Severity', { exact: true }).selectOption('3')
  await expect(page.getByText(/Severity of FIN-2 set to 3/).first()).toBeVisible()

  const changed = overnight
    .replace('Invoices print twice', 'Invoices print three times')
    .replace(',High,', ',Highest,')
  await window.drop('overnight.csv', changed)
  // The answer about dates is remembered with the columns, and said.
  await expect(page.getByText(/Columns as last time/)).toBeVisible()
  await expect(page.getByLabel('Dates such as 04/05/26')).toHaveValue('dmy')
  await expect(figure('Changed')).toHaveText(/^2/)
  await expect(figure('Unchanged')).toHaveText(/^1/)
  await expect(figure('Conflicts, both kept')).toHaveText(/^1/)
  await figure('Changed').click()
  const list = page.getByRole('region', { name: 'Changed' })
  await expect(list.getByRole('listitem').filter({ hasText: 'Title' })).toContainText(
    'Invoices print twice → Invoices print three times',
  )
  await expect(list.getByText('Conflict, both kept')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/1 value changed both in the tracker and here/)).toBeVisible()

  // Only what this import changed, not everything of the tracker.
  await page.getByRole('button', { name: 'Show them' }).click()
  const filters = page.getByRole('search')
  await expect(page.getByRole('grid').getByText('Invoices print three times')).toBeVisible()
  await expect(page.getByRole('main').getByText('2 of 3 issues')).toBeVisible()
  await expect(filters.getByText('From import of overnight.csv, Mon 23 Nov 2026, 10:00')).toBeVisible()
  await expectNoFindings(page)
  await filters.getByRole('button', { name: /^Remove the filter “From import of overnight/ }).press('Enter')
  await expect(page.getByRole('main').getByText('3 issues', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Search issues')).toBeFocused()

  // An earlier one is shown again from the list of imports.
  await page.getByRole('link', { name: 'Import' }).click()
  await page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: '3', exact: true }) })
    .getByRole('button', { name: /^Show the issues of overnight\.csv/ })
    .click()
  await expect(page.getByText(/^From import of overnight\.csv/)).toBeVisible()
  await expect(page.getByRole('main').getByText('3 issues', { exact: true })).toBeVisible()
})

test('columns are mapped by hand, and what cannot be read is listed and saved', async () => {
  const file = join(window.profile, 'not read.csv')
  await window.drop(
    'list.csv',
    'Nr;What;When;Plant\nA-1;Pump stuck;2026-11-03;Lyon\n;No number;2026-11-04;Lyon\nA-3;No day;2026-02-30;Hamburg\n',
  )
  await expect(page.getByLabel('Comes from')).toHaveValue('table')
  await figure('Columns used')
    .or(page.getByRole('button', { name: /Columns used$/ }))
    .click()
  await page.getByLabel('Where Nr goes').selectOption('externalKey')
  await page.getByLabel('Where What goes').selectOption('title')
  await page.getByLabel('Where When goes').selectOption('raisedAt')
  await expect(page.getByLabel('Where Plant goes')).toHaveValue('keep')
  await expect(figure('Not readable')).toHaveText(/^2/)
  await figure('Not readable').click()
  await expect(page.getByText('“2026-02-30” is not a day that exists')).toBeVisible()
  await window.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await page.getByRole('button', { name: /Save this list/ }).click()
  await expect(page.getByText('Saved not read.csv')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'list.csv is imported' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 records could not be read' })).toBeVisible()
})

test('a file that is no export is refused in plain words, and the screen stays', async () => {
  await window.drop('login.csv', '<!doctype html><html><body>Sign in</body></html>')
  await expect(page.getByRole('alert')).toContainText('login.csv is a web page')
  await window.drop('empty.csv', '')
  await expect(page.getByRole('alert')).toContainText('empty.csv is empty')
  await expect(page.getByRole('button', { name: /Choose a file/ })).toBeVisible()
  await expectNoFindings(page)
})

test('a file is chosen with the system dialog, by key and from the menu', async () => {
  const path = join(window.profile, 'chosen.csv')
  writeFileSync(path, 'Ticket ID,Summary,Status\nN-1,Came in overnight,New\n')
  await window.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { name: /Bring in an export/ })).toBeVisible()
  await page.keyboard.press('o')
  await expect(figure('New')).toHaveText(/^1/)

  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'Issues' }).click()
  await window.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    items?.find(({ label }) => label === 'Import…')?.click()
  })
  await expect(figure('New')).toHaveText(/^1/)
})

test('a file that the program is started with is there to be looked through', async () => {
  const path = join(window.profile, 'handed.csv')
  writeFileSync(path, 'Ticket ID,Summary,Status\nN-1,Came in overnight,New\n')
  await window.close()
  const again = await launchApp({ profile: window.profile, args: [monday, path] })
  await expect(again.page.getByRole('button', { name: /\d New$/ })).toHaveText(/^1/)
  await again.close()
})

test('twenty-five thousand records are previewed and scrolled, and given up without a trace', async () => {
  const rows = Array.from(
    { length: 25_000 },
    (_, n) =>
      `Issue ${n},BIG-${n},${n},Bug,To Do,BIG,Low,Ada Byron,Eve Adams,2026-11-03 08:10,2026-11-04 09:00,,`,
  )
  await window.drop('big.csv', jira(...rows))
  await expect(figure('New')).toHaveText(/^25,000/, { timeout: 30_000 })
  await figure('New').click()
  const list = page.getByRole('region', { name: 'New' })
  await expect(list.getByText('Issue 0', { exact: true })).toBeVisible()
  await list.focus()
  await page.keyboard.press('End')
  await expect(list.getByText('Issue 24999', { exact: true })).toBeVisible()

  await keepFromBeginning(page, 'store')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: /Choose a file/ })).toBeVisible()
  await page.getByRole('link', { name: 'Issues' }).click()
  await expect(page.getByRole('heading', { name: 'No issues yet' })).toBeVisible()
})

test('letters that nothing proves are said to be assumed, can be chosen, and are remembered', async () => {
  // Zażółć in Windows-1250.
  const zazolc = [0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6]
  const list = (id: string) =>
    Uint8Array.from([...Buffer.from(`Nr;Title\r\n${id};`), ...zazolc, ...Buffer.from('\r\n')])
  await window.drop('list.csv', list('1'))
  await expect(page.getByText('Assumed: others are as likely')).toBeVisible()
  await expectNoFindings(page)
  await page.getByLabel('Letters').selectOption('windows-1250')
  await expect(page.getByText('Assumed: others are as likely')).toBeHidden()
  await figure('New').click()
  await expect(page.getByRole('region', { name: 'New' }).getByText('Zażółć')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Imported list.csv')).toBeVisible()

  await window.drop('next.csv', list('2'))
  await expect(page.getByLabel('Letters')).toHaveValue('windows-1250')
  await expect(page.getByText('As last time', { exact: true })).toBeVisible()
})

test('markup in every field stays text', async () => {
  const markup = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
  const cell = `"${markup.replaceAll('"', '""')}"`
  const row = [
    cell,
    'X-1',
    '1',
    cell,
    cell,
    cell,
    cell,
    cell,
    cell,
    '2026-11-03 08:10',
    '2026-11-04 09:00',
    cell,
    cell,
  ]
  await window.drop('markup.csv', jira(row.join(',')))
  await figure('New').click()
  await expect(page.getByRole('region', { name: 'New' }).getByText(markup)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Show them' }).click()
  await page.getByRole('grid').getByText(markup).first().click()
  await page.getByRole('link', { name: 'Reports' }).click()
  await expect(page.getByRole('img', { name: /Page 1 of/ })).toBeVisible({ timeout: 30_000 })
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
})
