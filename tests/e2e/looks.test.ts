import { rmSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { type EngagementWindow, engagementWindow } from '../support/engagement-window'
import { freshProfile, type Launched, launchApp, runHeadless } from '../support/launch'
import { look, sizes } from '../support/looking'
import { demoProfile, monday, printed } from '../support/stored-engagement'

/*
 * Every screen and dialog, in light and in dark: axe finds nothing, nothing is wider than the window. With the
 * variable PICTURES naming a folder, a picture of each is put there, for somebody to look at.
 */

const settingsSections = [
  'engagement',
  'severities',
  'hours',
  'cadence',
  'shifts',
  'people',
  'teams',
  'laptop',
  'notifications',
  'data',
]

async function goTo(page: Page, path: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  await expect(page.locator('main h1')).toBeVisible()
}

/** What has the focus and shows nothing for it; lists show it on the line that is active. */
const focusWithoutRing = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body || element.matches('[role=grid], [role=listbox]')) return []
    return getComputedStyle(element).outlineStyle === 'none' ? [element.outerHTML.slice(0, 120)] : []
  })

const projector = { width: 1920, height: 1080 }

/** How far the wall would have to be scrolled, which nobody does. */
const wallOverflow = (page: Page) =>
  page.locator('main > div').evaluate((wall) => wall.scrollHeight - wall.clientHeight)

/** A dialog that a key opens, looked at and closed. */
async function lookAtDialog(page: Page, keys: string, name: string, picture: string) {
  await page.keyboard.press(keys)
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  await look(page, picture)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

test.describe('the first run', () => {
  test('start screen and a new engagement', async () => {
    test.setTimeout(120_000)
    const { page, close } = await launchApp({ args: [monday] })
    await expect(page.getByLabel('Your name')).toBeVisible()
    await look(page, 'start')
    await page.getByLabel('Your name').fill('Priya Raman')
    await page.getByRole('button', { name: /Start a new engagement/ }).click()
    await expect(page.getByLabel('Client')).toBeVisible()
    await look(page, 'start-new')
    await close()
  })
})

test.describe('with an empty engagement', () => {
  let window: EngagementWindow
  let page: Page
  test.beforeEach(async () => {
    window = await engagementWindow()
    page = window.page
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  })
  test.afterEach(() => window.remove())

  test('every screen says what to do next', async () => {
    test.setTimeout(240_000)
    for (const path of [
      'today',
      'today/wall',
      'issues',
      'triage',
      'ownership',
      'standups',
      'registers',
      'bulletins',
      'training',
      'handover',
      'exit',
      'forecast',
      'patches',
      'rota',
      'shift-notes',
      'adoption',
      'reports',
      'import',
      'exchange',
      'history',
    ]) {
      await goTo(page, `/${path}`)
      await look(page, `empty-${path.replace('/', '-')}`)
    }
    for (const section of ['people', 'teams']) {
      await goTo(page, `/settings/${section}`)
      await look(page, `empty-settings-${section}`)
    }
  })

  test('the stages of an import', async () => {
    test.setTimeout(240_000)
    const header =
      'Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Assignee,Reporter,Created,Updated'
    const rows = [
      'Invoices print twice,FIN-1,1,Bug,In Progress,FIN,Highest,Ada Byron,Eve Adams,03/11/2026 08:10,04/11/2026 09:00',
      'Approval button hidden,FIN-2,2,Bug,To Do,FIN,High,Bo Lind,Eve Adams,05/11/2026 10:00,06/11/2026 11:00',
      'Report shows last month,FIN-3,3,Bug,Parking lot,FIN,Low,,Eve Adams,06/11/2026 10:00,07/11/2026 11:00',
      'A date nobody can read,FIN-4,4,Bug,To Do,FIN,Low,,Eve Adams,yesterday,07/11/2026 11:00',
    ]
    await window.drop('overnight.csv', `${[header, ...rows].join('\n')}\n`)
    await expect(page.getByRole('heading', { name: 'Which number is the day?' })).toBeVisible()
    await look(page, 'import-question')
    await page.keyboard.press('d')
    await expect(page.getByRole('button', { name: /^Import \d/ })).toBeEnabled()
    await look(page, 'import-review')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'overnight.csv is imported' })).toBeVisible()
    await look(page, 'import-stored')
  })
})

test.describe('with the demo', () => {
  let demo: Awaited<ReturnType<typeof demoProfile>>
  let launched: Launched
  let page: Page
  test.beforeEach(async () => {
    demo = await demoProfile(240)
    launched = await launchApp({ profile: demo.profile, args: [monday] })
    page = launched.page
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  })
  test.afterEach(async () => {
    await launched.close()
    demo.remove()
  })

  test('today, ownership, import, history, engagements, palette and keys', async () => {
    test.setTimeout(300_000)
    for (const path of [
      'today',
      'today/wall',
      'ownership',
      'rota',
      'import',
      'history',
      'engagements',
      'engagements/new',
      'engagements/backups',
    ]) {
      await goTo(page, `/${path}`)
      await look(page, path.replace('/', '-'))
    }
    await goTo(page, '/ownership')
    await lookAtDialog(page, 'l', 'Somebody has left', 'ownership-leave')
    await goTo(page, '/rota')
    await lookAtDialog(page, 'e', 'Change Lead', 'rota-change')
    await lookAtDialog(page, 'd', 'Shifts as a calendar', 'rota-calendar')
    await lookAtDialog(page, 'i', 'Import shifts', 'rota-schedule')
    await lookAtDialog(page, 'f', 'Fill the rota', 'rota-fill')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Find' }).waitFor()
    await look(page, 'palette')
    await page.keyboard.type('pri')
    await look(page, 'palette-found')
    await page.keyboard.press('Escape')
    await lookAtDialog(page, '?', 'Keys', 'keys')
    await goTo(page, '/today')
    await page.keyboard.press('=')
    const numbers = page.getByRole('dialog', { name: 'The numbers of Today' })
    await numbers.getByRole('button', { name: /^In the inbox \d/ }).click()
    await expect(
      numbers.getByRole('list', { name: 'Rows behind In the inbox' }).getByRole('link'),
    ).not.toHaveCount(0)
    await look(page, 'today-numbers')
  })

  test('the list of issues, its filters, a detail, a new issue and what is picked', async () => {
    test.setTimeout(300_000)
    await goTo(page, '/issues')
    await expect(page.getByRole('grid', { name: 'Issues' })).toBeVisible()
    await look(page, 'issues')
    const search = page.getByRole('search')
    await search.getByRole('button', { name: 'Severity' }).click()
    await page.getByRole('dialog', { name: 'Filter by severity' }).waitFor()
    await look(page, 'issues-filter')
    await page.keyboard.press('Escape')
    await lookAtDialog(page, 'n', 'New issue', 'issues-new')
    await lookAtDialog(page, 'Control+Shift+e', 'Export issues', 'issues-export')
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await expect(page.getByText('2 picked')).toBeVisible()
    await look(page, 'issues-picked')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'Issue' }).waitFor()
    await look(page, 'issues-detail')
    await page.getByRole('tab', { name: 'History' }).click()
    await look(page, 'issues-detail-history')
  })

  test('triage, with each question open', async () => {
    test.setTimeout(300_000)
    await goTo(page, '/triage')
    await expect(page.getByRole('article')).toBeVisible()
    await look(page, 'triage')
    for (const [key, question] of Object.entries({
      o: 'owner',
      w: 'workaround',
      m: 'merge',
      x: 'decline',
      h: 'hold',
      s: 'split',
      c: 'comment',
      p: 'sessions',
    })) {
      await page.keyboard.press(key)
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await look(page, `triage-${question}`)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
    await page.keyboard.press('1')
    await expect(page.getByText(/set to 1/).first()).toBeVisible()
    await look(page, 'triage-message')
  })

  test('reports of every kind, and signing', async () => {
    test.setTimeout(300_000)
    await goTo(page, '/reports')
    const ready = () =>
      expect(page.getByRole('button', { name: /Save PDF/ })).toBeEnabled({ timeout: 30_000 })
    await ready()
    await expect(page.getByRole('img', { name: /^Page 1 of / })).toBeVisible()
    await look(page, 'reports-daily')
    await page.getByRole('radio', { name: 'Weekly' }).check()
    await ready()
    await expect(page.getByRole('img', { name: /^Page 2 of / })).toBeVisible()
    await look(page, 'reports-weekly')
    await page.getByRole('radio', { name: 'Exit' }).check()
    await ready()
    await page.getByRole('tab', { name: 'Sign-off' }).click()
    await look(page, 'reports-exit')
    await page.getByRole('button', { name: 'Sign…' }).click()
    await expect(page.getByRole('dialog', { name: 'Sign the exit report' })).toBeVisible()
    await look(page, 'reports-sign')
    await page.keyboard.press('Escape')
  })

  test('every section of the settings', async () => {
    test.setTimeout(300_000)
    for (const section of settingsSections) {
      await goTo(page, `/settings/${section}`)
      await look(page, `settings-${section}`)
    }
  })

  test('whoever goes by Tab sees where they are, on every screen', async () => {
    test.setTimeout(120_000)
    for (const path of [
      'today',
      'triage',
      'issues',
      'ownership',
      'patches',
      'bulletins',
      'rota',
      'reports',
      'import',
      'exchange',
      'history',
      'settings',
    ]) {
      await goTo(page, `/${path}`)
      const unseen: string[] = []
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab')
        unseen.push(...(await focusWithoutRing(page)))
      }
      expect.soft(unseen, path).toEqual([])
    }
  })

  test('comfortable lists', async () => {
    await goTo(page, '/settings/laptop')
    await page.getByRole('radio', { name: 'Comfortable' }).check()
    for (const path of ['today', 'issues', 'triage', 'ownership']) {
      await goTo(page, `/${path}`)
      await look(page, `comfortable-${path}`)
    }
  })
})

test('with ten thousand issues', async () => {
  test.setTimeout(300_000)
  const profile = freshProfile()
  printed(await runHeadless(['demo', '--profile', profile, '--issues', '10000', monday]))
  const { page, close } = await launchApp({ profile, args: [monday] })
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  for (const path of ['today', 'today/wall', 'issues', 'ownership', 'triage']) {
    await goTo(page, `/${path}`)
    await look(page, `many-${path.replace('/', '-')}`)
  }
  await goTo(page, '/today/wall')
  for (const size of [...sizes, projector]) {
    await page.setViewportSize(size)
    expect(await wallOverflow(page), `the wall at ${size.width}`).toBeLessThanOrEqual(0)
  }
  await close()
  rmSync(profile, { recursive: true, force: true })
})
