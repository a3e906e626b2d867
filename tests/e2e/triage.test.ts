import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoFindingsInLightAndDark } from '../support/axe'
import { type Launched, launchApp, runHeadless } from '../support/launch'
import { emptyProfile, monday } from '../support/stored-engagement'

let launched: Launched | undefined
let profile: string

async function headless(...args: readonly string[]) {
  const run = await runHeadless([...args, '--profile', profile, monday])
  expect(run.exitCode, run.stdout).toBe(0)
}

interface Line {
  readonly key: string
  readonly title: string
  readonly description?: string
  readonly priority: 'Highest' | 'Medium' | 'Low'
  readonly reporter?: string
  readonly created: string
}

const lines: readonly Line[] = [
  {
    key: 'TES-1',
    title: 'Label printer in Leipzig prints blank labels',
    description: 'Every label of the night shift is blank since the release.',
    priority: 'Highest',
    reporter: 'Olaf Brandt',
    created: '2026-11-23 08:00',
  },
  { key: 'TES-2', title: 'Order list shows no totals', priority: 'Medium', created: '2026-11-20 08:00' },
  {
    key: 'TES-3',
    title: 'Blank labels from the label printer',
    priority: 'Medium',
    reporter: 'Nora Voss',
    created: '2026-11-20 09:00',
  },
  { key: 'TES-4', title: 'Wish for a darker logo', priority: 'Medium', created: '2026-11-20 10:00' },
  { key: 'TES-5', title: 'Supplier file is refused', priority: 'Medium', created: '2026-11-20 11:00' },
  { key: 'TES-6', title: 'Login slow and report missing', priority: 'Low', created: '2026-11-20 12:00' },
]

async function importLines(all: readonly Line[]) {
  const csv = join(profile, 'export.csv')
  const head = 'Issue key,Issue id,Summary,Description,Status,Priority,Reporter,Created,Updated'
  const rows = all.map(
    ({ key, title, description = '', priority, reporter = '', created }, place) =>
      `${key},${place + 1},${title},${description},To Do,${priority},${reporter},${created},${created}`,
  )
  writeFileSync(csv, `${[head, ...rows].join('\n')}\n`)
  await headless('import', '--file', csv, '--source', 'jira')
}

async function open(): Promise<Page> {
  launched = await launchApp({ profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Triage', exact: true }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { level: 1, name: 'Triage' })).toBeVisible()
  return page
}

const count = (page: Page) => page.getByRole('main').locator('output').first()
const issue = (page: Page) => page.getByRole('article')
const title = (page: Page) => issue(page).getByRole('heading', { level: 2 })
const decide = (page: Page) => page.getByRole('region', { name: 'Decide' })
const key = (page: Page, name: string | RegExp) => decide(page).getByRole('button', { name })

test.beforeEach(async () => {
  const about = { name: 'Go-live', client: 'Client', system: 'ERP', zone: 'Europe/Berlin' }
  ;({ profile } = await emptyProfile(about))
})
test.afterEach(async () => {
  await launched?.close()
  rmSync(profile, { recursive: true, force: true })
})

test('a whole round of triage by keyboard alone', async () => {
  await importLines(lines)
  const page = await open()
  const { keyboard } = page
  await expect(count(page)).toHaveText('6 in the inbox')
  await expect(title(page)).toHaveText('Label printer in Leipzig prints blank labels')
  await expect(issue(page)).toBeFocused()
  await expect(page.getByRole('region', { name: 'Similar issues' })).toContainText('TES-3')
  await expect(page.getByRole('region', { name: 'Clocks' })).toContainText('Acknowledge')
  await expectNoFindingsInLightAndDark(page)

  // Typed as fast as it goes, every key meets the issue it was meant for.
  for (const pressed of ['2', 'd', 'e', '1']) await keyboard.press(pressed)
  await expect(key(page, /^1/)).toHaveAttribute('aria-pressed', 'true')
  await expect(key(page, /Defect/)).toHaveAttribute('aria-pressed', 'true')
  await expect(key(page, /Team/)).toContainText('Project')
  await keyboard.press('o')
  await expect(page.getByRole('combobox', { name: 'Owner' })).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Somebody new' })).toBeFocused()
  await keyboard.type('Priya Nair')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(key(page, /Owner/)).toContainText('Priya Nair')
  await expect(issue(page)).toBeFocused()
  await keyboard.press('w')
  await expect(page.getByRole('textbox', { name: 'What helps meanwhile?' })).toBeFocused()
  // Letters that are keys of triage too.
  await keyboard.type('Use the one in hall 2')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(issue(page)).toContainText('Use the one in hall 2')
  await keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await keyboard.type('Called the night shift')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('Called the night shift')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()

  await expect(count(page)).toHaveText('5 in the inbox')
  await expect(title(page)).toHaveText('Order list shows no totals')
  await keyboard.press('t')
  await keyboard.press('o')
  await expect(page.getByRole('combobox', { name: 'Owner' })).toBeFocused()
  await keyboard.type('pri')
  await expect(page.getByRole('option', { name: 'Priya Nair' })).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(key(page, /Owner/)).toContainText('Priya Nair')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(title(page)).toHaveText('Blank labels from the label printer')
  await keyboard.press('m')
  const merging = page.getByRole('dialog', { name: 'Merge TES-3 into another issue' })
  await expect(merging.getByRole('button', { name: /^TES-1/ })).toHaveAttribute('aria-pressed', 'true')
  await expectNoFindingsInLightAndDark(page)
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(decide(page)).toContainText('TES-3 merged into TES-1')

  await expect(title(page)).toHaveText('Wish for a darker logo')
  await keyboard.press('x')
  await page.getByRole('dialog', { name: 'Decline TES-4' }).waitFor()
  await keyboard.type('Agreed as it is')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(title(page)).toHaveText('Supplier file is refused')
  await expect(issue(page)).toBeFocused()
  await keyboard.press('h')
  const holding = page.getByRole('dialog', { name: 'Hold TES-5' })
  await expect(holding.getByRole('textbox', { name: 'Back in the inbox' })).toHaveValue('24 Nov 2026, 09:00')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(count(page)).toHaveText('1 in the inbox')

  await expect(title(page)).toHaveText('Login slow and report missing')
  await keyboard.press('s')
  await page.getByRole('dialog', { name: 'Split TES-6' }).waitFor()
  await keyboard.type('Monthly report missing')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(count(page)).toHaveText('2 in the inbox')
  await expect(page.getByRole('region', { name: 'Facts' })).toContainText('Split into')
  await keyboard.press('u')
  await expect(count(page)).toHaveText('1 in the inbox')
  await keyboard.press('Control+z')
  await expect(title(page)).toHaveText('Supplier file is refused')
  await expect(count(page)).toHaveText('2 in the inbox')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(title(page)).toHaveText('Login slow and report missing')
  await keyboard.press('Backspace')
  await expect(title(page)).toHaveText('Supplier file is refused')
  await keyboard.press('ArrowRight')
  await expect(title(page)).toHaveText('Login slow and report missing')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()

  await expect(page.getByRole('heading', { name: 'Nothing waits for triage' })).toBeVisible()
  await expect(count(page)).toHaveText('Inbox empty')
  const sessions = page.getByRole('list', { name: 'Past sessions' })
  await expect(sessions).toContainText('6 issues decided, none left')
  await expect(sessions).toContainText(
    'class defect, team project, severity 1, owner Priya Nair, workaround written, comment written, triaged',
  )
  await expect(sessions).toContainText('merged into TES-1')
  await expect(sessions).toContainText('declined: Agreed as it is')
  await expectNoFindingsInLightAndDark(page)
})

test('those who wait for a duplicate wait for the original, where its comments are shown too', async () => {
  await importLines(lines.slice(0, 3))
  const page = await open()
  const { keyboard } = page
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await expect(title(page)).toHaveText('Blank labels from the label printer')
  await keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await keyboard.type('Two of three are blank')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('Two of three')
  await keyboard.press('m')
  await page.getByRole('dialog').waitFor()
  await keyboard.type('tes-1')
  await expect(page.getByRole('button', { name: 'Merge into TES-1' })).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(count(page)).toHaveText('2 in the inbox')
  await expect(title(page)).toHaveText('Label printer in Leipzig prints blank labels')
  await expect(page.getByRole('region', { name: 'Facts' })).toContainText('Nora Voss')
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('Two of three are blank')
  await keyboard.press('u')
  await expect(title(page)).toHaveText('Blank labels from the label printer')
  await keyboard.press('ArrowLeft')
  await keyboard.press('ArrowLeft')
  await expect(title(page)).toHaveText('Label printer in Leipzig prints blank labels')
  await expect(page.getByRole('region', { name: 'Facts' })).not.toContainText('Nora Voss')
})

test('a hold that is over comes back and says so', async () => {
  await importLines(lines.slice(0, 1))
  const over = { status: 'on-hold', holdReason: 'vendor', holdUntil: Date.UTC(2026, 10, 23, 8) }
  const issueKey = 'jira:TES-1'
  await headless('edit', '--entity', 'issue', '--key', issueKey, '--set', JSON.stringify(over))
  const page = await open()
  await expect(count(page)).toHaveText('1 in the inbox')
  await expect(issue(page)).toContainText('The hold is over since Mon 23 Nov 2026, 09:00')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Nothing waits for triage' })).toBeVisible()
})

test('400 new issues on a Monday: the count is right, and each key is answered at once', async () => {
  await importLines(
    Array.from({ length: 400 }, (_, place) => ({
      key: `MON-${place + 1}`,
      title: `Record ${place} cannot be saved in step ${place % 17}`,
      priority: (['Highest', 'Medium', 'Low'] as const)[place % 3] ?? 'Low',
      created: '2026-11-23 07:00',
    })),
  )
  const page = await open()
  await expect(count(page)).toHaveText('400 in the inbox')
  const began = Date.now()
  for (let done = 1; done <= 10; done++) {
    await page.keyboard.press('d')
    await page.keyboard.press('Enter')
    await expect(count(page)).toHaveText(`${400 - done} in the inbox`)
  }
  // Ten issues with two keys each, with the test's own looking in between.
  expect(Date.now() - began).toBeLessThan(10_000)
})

test('an empty inbox says where issues come from', async () => {
  const page = await open()
  await expect(page.getByRole('heading', { name: 'Nothing waits for triage' })).toBeVisible()
  await page
    .getByRole('main')
    .getByRole('button', { name: /Import/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible()
})
