import { rmSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { dropFile } from '../support/engagement-window'
import { freshProfile, type Launched, launchApp } from '../support/launch'
import { type NotificationDaemon, startNotificationDaemon } from '../support/notification-daemon'

const minute = 60_000

let daemon: NotificationDaemon
let profile: string
let launched: Launched

test.beforeEach(async () => {
  daemon = await startNotificationDaemon()
  profile = freshProfile()
  launched = await launchApp({ profile, env: daemon.env })
})

test.afterEach(async () => {
  await launched.close()
  await daemon.stop()
  rmSync(profile, { recursive: true, force: true })
})

/** An engagement under a clock that the test can put forward, as sleep does, or back. */
async function startEngagement(page: Page) {
  await page.getByLabel('Your name').fill('Priya Raman')
  await page.getByRole('button', { name: /Start a new engagement/ }).click()
  await page.getByLabel('Client').fill('Northwind')
  await page.getByRole('button', { name: 'Start the engagement' }).click()
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Issues', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Issues', level: 1 })).toBeVisible()
  await page.clock.install()
  // The first look finds nothing, and remembers since when it watches.
  await page.clock.fastForward(minute)
}

async function writeIssue(page: Page, title: string, severity: '1' | '2' | '3') {
  await page.getByRole('button', { name: 'New issue' }).click()
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  await dialog.getByLabel('Title').fill(title)
  await dialog.getByLabel('Severity').selectOption(severity)
  await dialog.getByRole('button', { name: 'Write it down' }).click()
  await expect(dialog).toBeHidden()
}

const arrived = () => daemon.arrived().map(({ title }) => title.replace(/[A-Z]{2,3}-/, ''))

const isVisible = () =>
  launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

/** What has been told is settled when nothing more arrives for a while. */
async function nothingMoreArrives(count: number) {
  await launched.page.waitForTimeout(1_500)
  expect(daemon.arrived()).toHaveLength(count)
}

test('a severity 1 is told at once, its clock before and when it breaches; a click brings the hidden window to it', async () => {
  const { page, app } = launched
  await startEngagement(page)
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByRole('link', { name: 'Notifications' }).click()
  await page.getByRole('checkbox', { name: /Closing the window/ }).check()
  await page.getByRole('link', { name: 'Issues', exact: true }).click()
  await writeIssue(page, 'Meters & pumps <do> not report', '1')
  await expect.poll(arrived).toEqual(['Severity 1: 1'])
  await page.getByRole('link', { name: 'Reports', exact: true }).click()

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(isVisible).toBe(false)
  // Acknowledged within 15 minutes: a warning five before.
  await page.clock.fastForward(11 * minute)
  await expect.poll(arrived).toEqual(['Severity 1: 1', expect.stringMatching(/^1 breaches in [34] min$/)])
  await page.clock.fastForward(5 * minute)
  await expect.poll(arrived).toHaveLength(3)
  expect(arrived()[2]).toBe('Breached: 1')
  const body = daemon.arrived()[2]?.body
  expect(body).toContain('Severity 1. Acknowledge was due ')
  expect(body).toMatch(/\(UTC[+-]\d\d:\d\d\)|UTC$/)
  expect(await daemon.displayed()).toBe(3)

  await daemon.click()
  await expect.poll(isVisible).toBe(true)
  const issue = page.getByRole('complementary', { name: 'Issue' })
  await expect(issue.getByLabel('Title')).toHaveValue('Meters & pumps <do> not report')
  await nothingMoreArrives(3)
})

test('a laptop that slept for two days tells everything in one summary, and never again', async () => {
  const { page, app } = launched
  await startEngagement(page)
  for (const title of ['Pumps stand still', 'Bills are empty', 'Login is slow'])
    await writeIssue(page, title, '1')
  await expect.poll(() => daemon.arrived().length).toBeGreaterThan(0)
  await page.clock.fastForward(2 * minute)
  await nothingMoreArrives(2)
  const before = 2

  await page.clock.fastForward(48 * 60 * minute)
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
  await expect.poll(() => daemon.arrived().length).toBe(before + 1)
  const summary = daemon.arrived()[before]
  // Acknowledge, tell the users and resolve, of each.
  expect(summary?.title).toBe('9 breached')
  expect(summary?.body).toMatch(/^Since /)
  expect(summary?.body).toContain('Pumps stand still')
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
  await page.clock.fastForward(10 * minute)
  await nothingMoreArrives(before + 1)

  await daemon.click()
  await expect(page.getByRole('grid')).toBeVisible()
})

test('after the clock was put back, and after a restart, nothing is told twice and the new is told', async () => {
  const { page } = launched
  await startEngagement(page)
  await writeIssue(page, 'Pumps stand still', '1')
  await expect.poll(arrived).toEqual(['Severity 1: 1'])
  await page.clock.fastForward(16 * minute)
  await expect.poll(arrived).toEqual(['Severity 1: 1', 'Breached: 1'])
  // Back by less than the issue is old, so that it is still there then.
  await page.clock.setSystemTime(Date.now() + 3 * minute)
  await page.clock.fastForward(14 * minute)
  await nothingMoreArrives(2)
  await page.clock.fastForward(2 * minute)
  await writeIssue(page, 'Bills are empty', '1')
  await expect.poll(arrived).toEqual(['Severity 1: 1', 'Breached: 1', 'Severity 1: 2'])
  await launched.close()

  launched = await launchApp({ profile, env: daemon.env })
  await expect(launched.page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await nothingMoreArrives(3)
})

test('quiet hours hold back all but severity 1, and undo says nothing', async () => {
  const { page } = launched
  await startEngagement(page)
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByRole('link', { name: 'Notifications' }).click()
  await page.getByRole('button', { name: 'Show one now' }).click()
  await expect.poll(arrived).toEqual(['This is how a notification looks'])
  await page.getByRole('switch', { name: /Keep quiet/ }).check()
  await page.getByLabel('From', { exact: true }).fill('0')
  await page.getByLabel('From', { exact: true }).press('Enter')
  await page.getByLabel('To', { exact: true }).fill('23.59')
  await page.getByLabel('To', { exact: true }).press('Enter')
  await expect(page.getByLabel('To', { exact: true })).toHaveValue('23:59')
  await page.getByRole('link', { name: 'Issues', exact: true }).click()
  await writeIssue(page, 'Pumps stand still', '1')
  await expect.poll(arrived).toEqual(['This is how a notification looks', 'Severity 1: 1'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  await page.clock.fastForward(2 * minute)
  await nothingMoreArrives(2)
})

test('four hundred new issues imported on a Monday are one word, and what they breach is one more', async () => {
  const { page } = launched
  await startEngagement(page)
  const raised = await page.evaluate(() => new Date(Date.now() - 60_000).toISOString())
  const lines = Array.from(
    { length: 400 },
    (_, place) => `MON-${place},Record ${place} cannot be saved,To Do,Highest,${raised}`,
  )
  await dropFile(page, 'monday.csv', ['Issue key,Summary,Status,Priority,Created', ...lines].join('\n'))
  await page.getByRole('button', { name: /^Import 400/ }).click()
  await expect.poll(arrived, { timeout: 20_000 }).toEqual(['400 raised as severity 1'])
  await page.clock.fastForward(20 * minute)
  await expect.poll(arrived).toEqual(['400 raised as severity 1', '400 breached'])
  await page.getByRole('link', { name: 'Today' }).click()
  const figures = page.getByRole('region', { name: 'Figures of the day' })
  await expect(figures.getByRole('button', { name: /Past their target$/ })).toHaveText(/^400/)
  await expect(figures.getByRole('button', { name: /In the inbox$/ })).toHaveText(/^400/)
  await nothingMoreArrives(2)
})
