import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { type Launched, launchApp, runHeadless } from '../support/launch'
import { emptyProfile, monday, printed } from '../support/stored-engagement'

let profile: string
let launched: Launched | undefined
let page: Page

test.afterEach(async () => {
  await launched?.close()
  launched = undefined
  rmSync(profile, { recursive: true, force: true })
})

/** The engagement was set up long before the Monday on which the app is open: what is written at once is one policy. */
const weeksBefore = '--now=2026-10-26T08:00:00Z'
const header = 'Issue key,Summary,Status,Priority,Assignee,Created,Resolved'

/** An engagement in Berlin under the usual policy, with the issues of this CSV. */
async function engagementOf(lines: readonly string[], createdAt = weeksBefore, importedAt = monday) {
  ;({ profile } = await emptyProfile(undefined, createdAt))
  const list = join(profile, 'issues.csv')
  writeFileSync(list, [header, ...lines].join('\n'))
  printed(await runHeadless(['import', '--profile', profile, '--file', list, '--source', 'jira', importedAt]))
}

async function open() {
  launched = await launchApp({ profile, args: [monday] })
  page = launched.page
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
}

async function openIssue(title: string) {
  await page.getByRole('link', { name: 'Issues', exact: true }).click()
  await page.getByRole('grid').getByText(title).click()
  await expect(page.getByRole('complementary', { name: 'Issue' }).getByLabel('Title')).toHaveValue(title)
}

async function openSettings(section: string) {
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: section }).click()
}

async function commit(label: string, text: string) {
  await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByLabel(label, { exact: true }).press('Enter')
}

const clocks = () =>
  page.getByRole('complementary', { name: 'Issue' }).getByRole('region', { name: 'Clocks' })
const clock = (name: string) => clocks().getByRole('listitem').filter({ hasText: name })
const ledger = () => page.getByRole('dialog')

test('a calendar with no hours at all never falls due, and a day with hours of its own brings them back', async () => {
  await engagementOf(['T-1,Valve is stuck,In Progress,High,Jonas Weber,2026-11-23 08:00,'])
  await open()
  await openSettings('Support hours')
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await commit(`Hours on ${day}`, '')
  await openIssue('Valve is stuck')
  await expect(clock('Resolve')).toContainText('Never falls due')
  await clocks().getByRole('button', { name: 'Explain: Resolve' }).click()
  await expect(ledger()).toContainText('It never falls due: the calendar has too few support hours ahead.')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('region', { name: 'Falling due next' })).toContainText('No clock is running')

  await openSettings('Support hours')
  await page.getByLabel('Day with its own hours').fill('28 Nov 2026')
  await page.getByLabel('Hours', { exact: true }).fill('18-8')
  await page.getByRole('button', { name: 'Add day' }).click()
  await expect(page.getByText('earliest first')).toBeVisible()
  await page.getByLabel('Hours', { exact: true }).fill('0-24')
  await page.getByRole('button', { name: 'Add day' }).click()
  await expect(page.getByLabel('Hours on Sat 28 Nov 2026')).toHaveValue('00:00-24:00')
  await expectNoFindings(page)
  await openIssue('Valve is stuck')
  // Significant: 24 hours of support, which is all of that Saturday.
  await expect(clock('Resolve')).toContainText('due Sun 29 Nov 2026, 00:00')
  await page.keyboard.press('Control+z')
  await expect(clock('Resolve')).toContainText('Never falls due')
})

interface Measured {
  readonly figures: readonly { readonly id: string; readonly display: string }[]
}

async function attainment() {
  const { figures } = printed<Measured>(await runHeadless(['metrics', '--profile', profile, monday]))
  return figures.filter(({ id }) => id.endsWith('-attainment'))
}

test('a policy changed mid-way leaves past attainment as it was, and the ledger says why', async () => {
  await engagementOf([
    'T-1,Valve is stuck,Done,High,Jonas Weber,2026-11-19 09:00,2026-11-19 16:00',
    'T-2,Pump stops,In Progress,High,Jonas Weber,2026-11-20 09:00,',
  ])
  const before = await attainment()
  expect(before.map(({ display }) => display)).toContain('100% (1 of 1)')
  await open()
  await openSettings('Severities')
  await commit('Resolve within, severity 2', '2 h')
  await openIssue('Valve is stuck')
  await expect(clock('Resolve')).toContainText('Kept, with 17 h of support hours to spare')
  await clocks().getByRole('button', { name: 'Explain: Resolve' }).click()
  await expect(ledger()).toContainText('after this was done. It is judged by the policy of its time.')
  await expect(ledger()).toContainText('Resolve within 24 h of support hours.')
  await page.keyboard.press('Escape')
  await openIssue('Pump stops')
  await expect(clock('Resolve')).toContainText('Breached')
  await clocks().getByRole('button', { name: 'Explain: Resolve' }).click()
  await expect(ledger()).toContainText('while this clock ran. The new one holds')
  await page.keyboard.press('Escape')

  await openSettings('Severities')
  const inProgress = page.getByRole('checkbox', { name: 'In progress' })
  await inProgress.click()
  await expect(inProgress).toBeChecked()
  await expectNoFindings(page)
  await openIssue('Pump stops')
  await expect(clock('Resolve')).toContainText('Paused, 2 h of support hours left')
  await launched?.close()
  launched = undefined
  expect(await attainment()).toEqual(before)
})

test('a severity changed ten times is held to the last, counted from when the issue was raised', async () => {
  const longAgo = '--now=2024-01-08T09:00:00Z'
  await engagementOf(['T-1,Valve is stuck,To Do,High,Jonas Weber,2024-01-08 08:00,'], longAgo, longAgo)
  // A clock that goes, so that each change has a moment of its own.
  launched = await launchApp({ profile })
  page = launched.page
  await page.getByRole('link', { name: 'Triage', exact: true }).click()
  await expect(page.getByRole('article')).toBeFocused()
  for (const severity of [3, 1, 2, 3, 1, 2, 3, 1, 3, 1]) await page.keyboard.press(String(severity))
  const decided = page.getByRole('region', { name: 'Decide' }).getByRole('button', { name: /^1/ })
  await expect(decided).toHaveAttribute('aria-pressed', 'true')
  await openIssue('Valve is stuck')
  await clocks().getByRole('button', { name: 'Explain: Resolve' }).click()
  await expect(ledger()).toContainText('It is held to severity 1.')
  await expect(ledger()).toContainText('The severity changed 10 times')
  await expect(ledger()).toContainText('The target is counted from when the issue was raised.')
  await expect(ledger().getByRole('row').nth(1)).toContainText('Mon 8 Jan 2024, 08:00')
})

test('the laptop’s zone changes while the app is open, and every time stays in the engagement’s', async () => {
  await engagementOf(['T-1,Valve is stuck,In Progress,Highest,Jonas Weber,2026-11-23 08:00,'])
  await open()
  await openIssue('Valve is stuck')
  const before = await clocks().innerText()
  expect(before).toContain('Mon 23 Nov 2026, 12:00')
  const zoneOffset = () => page.evaluate(() => new Date().getTimezoneOffset())
  const devtools = await page.context().newCDPSession(page)
  for (const [timezoneId, offset] of [
    ['America/New_York', 300],
    ['Asia/Kathmandu', -345],
  ] as const) {
    await devtools.send('Emulation.setTimezoneOverride', { timezoneId })
    await expect.poll(zoneOffset).toBe(offset)
    await page.getByRole('link', { name: 'Today' }).click()
    await expect(page.getByText('Mon 23 Nov 2026, 10:00, Europe/Berlin (UTC+01:00)')).toBeVisible()
    await openIssue('Valve is stuck')
    expect(await clocks().innerText()).toBe(before)
  }
  // What is typed is meant in the engagement's zone too.
  await page.getByLabel('Next update due').fill('23 Nov 2026, 15:30')
  await page.getByLabel('Next update due').press('Enter')
  await expect(clock('Tell the users')).toContainText('due Mon 23 Nov 2026, 15:30')
})

test('an owner who is removed with sixty open issues leaves sixty orphans, which are given away at once', async () => {
  const people = ['Jonas Weber', 'Amara Okafor']
  await engagementOf(
    Array.from({ length: 61 }, (_, place) => {
      return `T-${place},Issue ${place},In Progress,High,${people[place < 60 ? 0 : 1]},2026-11-23 08:00,`
    }),
  )
  await open()
  await openSettings('People')
  await page.getByRole('button', { name: 'More about Jonas Weber' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('link', { name: 'Today' }).click()
  const left = page.getByRole('button', { name: /Owner has left$/ })
  await expect(left).toHaveText(/^60/)
  await left.click()
  await expect(page.getByRole('main').locator('output').first()).toHaveText('60 of 61 issues')
  await page.getByRole('grid').getByText('Issue 7', { exact: true }).click()
  // Acknowledged in time, but of nobody: no green.
  await expect(clock('Acknowledge')).toContainText('Owner has left')
  await expect(clock('Acknowledge').locator('[data-tone="ok"]')).toHaveCount(0)

  await page.getByRole('link', { name: 'Ownership' }).click()
  const desks = page.getByRole('list', { name: 'Load per person' })
  await desks
    .getByRole('listitem')
    .filter({ hasText: 'Jonas Weber has left' })
    .getByRole('button', { name: 'Give away' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Give away 60 issues' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(desks.getByRole('listitem').filter({ hasText: 'Amara Okafor' })).toContainText('61 open')
  await page.keyboard.press('Control+z')
  await expect(desks.getByRole('listitem').filter({ hasText: 'Jonas Weber' })).toContainText('60 open')
})

test('issues of somebody on leave are orphans for those days, and no one on leave is given any', async () => {
  await engagementOf([
    'T-1,Valve is stuck,In Progress,High,Jonas Weber,2026-11-23 08:00,',
    'T-2,Pump stops,In Progress,High,Amara Okafor,2026-11-23 08:00,',
  ])
  await open()
  await openSettings('People')
  await page.getByRole('button', { name: 'More about Jonas Weber' }).click()
  await page.getByRole('menuitem', { name: 'Leave…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Leave of Jonas Weber' })
  await dialog.getByLabel('First day').fill('23 Nov 2026')
  await dialog.getByLabel('Last day').fill('27 Nov 2026')
  await dialog.getByRole('button', { name: 'Add leave' }).click()
  await expect(dialog.getByRole('table', { name: 'Leave' })).toContainText(
    'Mon 23 Nov 2026 to Fri 27 Nov 2026',
  )
  await expectNoFindings(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row', { name: /Jonas Weber/ })).toContainText('on leave until 27 Nov')

  await page.getByRole('link', { name: 'Ownership' }).click()
  const list = page.getByRole('listbox', { name: 'Issues that nobody really has' })
  const away = list.getByRole('group', { name: 'Owner is away' }).getByRole('option')
  await expect(away).toContainText('T-1')
  const desks = page.getByRole('list', { name: 'Load per person' })
  await expect(desks).toContainText('Jonas Weber is on leave')
  const takers = page.getByRole('group', { name: 'Give T-1 to' })
  await expect(takers.getByRole('button')).toHaveCount(1)
  await expect(takers.getByRole('button')).toContainText('Amara Okafor')
  await page.keyboard.press('Control+z')
  await expect(away).toHaveCount(0)
})
