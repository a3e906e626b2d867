import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type Launched, launchApp } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

let demo: Awaited<ReturnType<typeof demoProfile>>
let launched: Launched
let page: Page

async function open() {
  launched = await launchApp({ profile: demo.profile, args: [monday] })
  page = launched.page
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
}

test.beforeEach(async () => {
  demo = await demoProfile(60)
  await open()
})
test.afterEach(async () => {
  await launched.close()
  demo.remove()
})

const palette = () => page.getByRole('dialog', { name: 'Find' })

/** Types into the palette and takes the line it stands on. */
async function choose(typed: string, line: string | RegExp) {
  await page.keyboard.press('Control+k')
  await palette().waitFor()
  await page.keyboard.type(typed)
  await expect(palette().getByRole('option', { selected: true })).toHaveAccessibleName(line)
  await page.keyboard.press('Enter')
  await expect(palette()).toBeHidden()
}

test('theme and density are chosen in place, and kept on this laptop', async () => {
  const root = page.locator('html')
  await choose('theme dark', /^Theme: dark/)
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+Shift+L')
  await expect(root).toHaveAttribute('data-theme', 'light')
  await choose('density comf', /^Density: comfortable/)
  await expect(root).toHaveAttribute('data-density', 'comfortable')
  await launched.close()
  await open()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'comfortable')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')

  await page.getByRole('link', { name: 'Issues' }).click()
  const rows = page.getByRole('grid').getByRole('row')
  const heightOf = async () => Math.round((await rows.nth(2).boundingBox())?.height ?? 0)
  expect(await heightOf()).toBe(38)
  await page.keyboard.press('Control+Shift+D')
  await expect.poll(heightOf).toBe(30)
})

test('a new issue is written without leaving the screen, and undone by a line of its own', async () => {
  await choose('new is', /^New issue/)
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  await dialog.getByLabel('Title').fill('Printer on floor 3 is mute')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await choose('undo', /^Undo the last change/)
  await expect(page.getByText(/^Undone: /).first()).toBeVisible()
})

test('the report is saved from another screen: its own opens first', async () => {
  const filePath = join(demo.profile, 'report.pdf')
  await launched.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
  await choose('save the report', /^Save the report as PDF/)
  await expect(page.getByRole('dialog', { name: 'Report saved' })).toBeVisible({ timeout: 30_000 })
})

test('what is typed right after Ctrl-K is no command, however long the palette takes to come', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('n')
  await expect(palette()).toBeVisible()
  await expect(page.getByRole('dialog', { name: 'New issue' })).toBeHidden()
})

test('the keys of triage are offered where they apply, and only there', async () => {
  await page.keyboard.press('Control+k')
  await palette().waitFor()
  await page.keyboard.type('training gap')
  await expect(palette().getByRole('group', { name: 'On this screen' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(palette()).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByRole('article')).toBeVisible()
  await choose('training', /^Training gap/)
  await expect(
    page.getByRole('region', { name: 'Decide' }).getByRole('button', { name: 'Training gap' }),
  ).toHaveAttribute('aria-pressed', 'true')
})

test('an issue is found by its key before all others, a person and a section of the settings by name', async () => {
  await choose('hc-12', /HC-12\b/)
  await expect(page).toHaveURL(/#\/issues\//)
  await expect(page.getByRole('complementary', { name: 'Issue' }).getByRole('heading').first()).toHaveText(
    'HC-12',
  )
  await choose('support h', /^Support hours/)
  await expect(page.getByRole('heading', { level: 2, name: 'Support hours' })).toBeVisible()
  await choose('Lena B', /^Lena Brandt/)
  await expect(page.getByRole('search').getByRole('button', { name: 'Owner: Lena Brandt' })).toBeVisible()
  await choose('search issues', /^Search issues/)
  await expect(page.getByLabel('Search issues')).toBeFocused()
})

test('the sheet of keys is narrowed by typing', async () => {
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByText('Training gap')).toBeVisible()
  await expect(sheet.getByLabel('Find a key')).toBeFocused()
  await page.keyboard.type('hold')
  await expect(sheet.getByRole('term')).toHaveText(['Hold', 'Hold the standup'])
})
