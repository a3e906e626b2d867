import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { type Launched, launchApp, runHeadless } from '../support/launch'
import { demoProfile, emptyProfile, monday, printed } from '../support/stored-engagement'

let launched: Launched | undefined
let profile: string
let page: Page

test.afterEach(async () => {
  await launched?.close()
  rmSync(profile, { recursive: true, force: true })
})

async function open(args: readonly string[] = [monday], env: Readonly<Record<string, string>> = {}) {
  launched = await launchApp({ profile, args, env })
  page = launched.page
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
}

/** An engagement whose issues come from this CSV, all raised before Monday nine o'clock. */
async function engagementOf(csv: string) {
  ;({ profile } = await emptyProfile())
  const list = join(profile, 'issues.csv')
  writeFileSync(list, csv)
  printed(await runHeadless(['import', '--profile', profile, '--file', list, '--source', 'jira', monday]))
}

const figures = () => page.getByRole('region', { name: 'Figures of the day' })
const count = () => page.getByRole('main').locator('output').first()
const chip = () => page.getByRole('search').getByRole('button', { name: /^Remove the filter/ })

test('the app opens on today, and a figure opens just the issues it counts', async () => {
  ;({ profile } = await demoProfile(240))
  await open()
  await expect(page.getByRole('link', { name: 'Today' })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByText('Mon 23 Nov 2026, 10:00, Europe/Berlin (UTC+01:00)')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Exit as likely as not by \d+ (Nov|Dec)/ })).toBeVisible({
    timeout: 20_000,
  })
  const inbox = figures().getByRole('button', { name: /In the inbox$/ })
  await expect(inbox).toHaveText(/^\d+In the inbox$/)
  const counted = Number.parseInt(await inbox.innerText(), 10)
  expect(counted).toBeGreaterThan(0)
  await inbox.click()
  await expect(count()).toHaveText(`${counted} of 240 issues`)
  await expect(page.getByRole('search')).toContainText('In the inbox, Mon 23 Nov 2026, 10:00')
  await chip().click()
  await expect(count()).toHaveText('240 issues')

  await page.keyboard.press('Escape')
  await page.getByRole('grid').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  const first = page.getByRole('region', { name: 'What to do next' }).getByRole('button').first()
  await expect(first).toBeVisible()
  await page.keyboard.press('1')
  await expect(page).toHaveURL(/#\/(issues|triage|ownership)/)
})

test('what was seen is not told again', async () => {
  ;({ profile } = await demoProfile(60))
  await open()
  const changes = page.getByRole('region', { name: 'Changed since you looked' })
  await expect(changes).toContainText('Changed in the last day')
  await page.keyboard.press('s')
  await expect(changes.getByRole('heading')).toHaveText('Changed since you looked')
  await expect(changes).toContainText('Since Mon 23 Nov 2026, 10:00')
  await expect(changes.getByRole('button', { name: /^0\s*New$/ })).toBeDisabled()
})

test('the wall has no rail, says as of when, and is left by Escape', async () => {
  ;({ profile } = await demoProfile(60))
  await open()
  await page.keyboard.press('w')
  await expect(page.getByText('Data as of Mon 23 Nov 2026, 10:00, Europe/Berlin (UTC+01:00)')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Engagement and screens' })).toBeHidden()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectNoFindings(page)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation', { name: 'Engagement and screens' })).toBeVisible()
  await expect(page.getByText('Data as of')).toBeHidden()
})

test('times stay in the engagement’s zone where the laptop is in another', async () => {
  ;({ profile } = await demoProfile(12))
  await open([monday], { TZ: 'America/New_York' })
  await expect(page.getByText('Mon 23 Nov 2026, 10:00, Europe/Berlin (UTC+01:00)')).toBeVisible()
})

test('a laptop that wakes after two days is right at once', async () => {
  const header = 'Issue key,Summary,Status,Priority,Assignee,Created\n'
  await engagementOf(`${header}T-1,Pump stops,In Progress,Highest,Jonas Weber,2026-11-23 09:55\n`)
  launched = await launchApp({ profile })
  page = launched.page
  await expect(page.getByRole('region', { name: 'Falling due next' })).toBeVisible()
  const asOf = page.locator('main header')
  await expect(asOf).toContainText('Europe/Berlin')
  const before = await asOf.innerText()
  await page.evaluate(() => {
    const asleep = Date.now
    Date.now = () => asleep() + 2 * 24 * 60 * 60_000
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(asOf).not.toHaveText(before, { timeout: 2_000 })
})

test('sixty open issues of somebody who leaves are given to others, and one undo brings all back', async () => {
  const people = ['Jonas Weber', 'Amara Okafor', 'Priya Raman']
  const line = (place: number) =>
    `T-${place},Issue ${place},In Progress,High,${people[place <= 60 ? 0 : 1 + (place % 2)]},2026-11-20 09:00`
  const lines = Array.from({ length: 70 }, (_, place) => line(place + 1))
  await engagementOf(['Issue key,Summary,Status,Priority,Assignee,Created', ...lines].join('\n'))
  await open()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  const desks = page.getByRole('list', { name: 'Load per person' })
  const desk = (name: string) => desks.getByRole('listitem').filter({ hasText: name })
  await expect(desk('Jonas Weber')).toContainText('60 open')
  await expectNoFindings(page)

  await desk('Jonas Weber').getByRole('button', { name: 'Hand over' }).click()
  const dialog = page.getByRole('dialog', { name: 'Somebody has left' })
  await expect(dialog.getByRole('listitem')).toHaveCount(60)
  await expect(dialog.getByRole('listitem').first()).toContainText(/to (Amara Okafor|Priya Raman)$/)
  await expectNoFindings(page)
  await dialog.getByRole('button', { name: 'Give away 60 issues' }).click()
  await expect(dialog).toBeHidden()
  await expect(desk('Amara Okafor')).toContainText('35 open')
  await expect(desk('Priya Raman')).toContainText('35 open')
  await expect(desk('Jonas Weber')).toBeHidden()

  await page.keyboard.press('Control+z')
  await expect(desk('Jonas Weber')).toContainText('60 open')
  await expect(desk('Amara Okafor')).toContainText('5 open')
})

test('an issue that nobody has is given to somebody by one key', async () => {
  const header = 'Issue key,Summary,Status,Priority,Assignee,Created\n'
  await engagementOf(
    `${header}T-1,Pump stops,In Progress,Highest,,2026-11-20 09:00\nT-2,Valve,Done,Low,Jonas Weber,2026-11-20 09:00\n`,
  )
  await open()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  const list = page.getByRole('listbox', { name: 'Issues that nobody really has' })
  await expect(list.getByRole('option')).toContainText('T-1')
  await list.focus()
  await page.keyboard.press('1')
  await expect(page.getByRole('list', { name: 'Load per person' })).toContainText('1 open')
  await expect(page.getByText('T-1 given to Jonas Weber').first()).toBeVisible()
})
