import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type Launched, launchApp, runHeadless } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday, printed } from '../support/stored-engagement'

/** Before the standup of that Monday, in the zone of the demo. */
const earlyMonday = '--now=2026-11-23T07:40:00Z'

let demo: Awaited<ReturnType<typeof demoProfile>>
let launched: Launched | undefined
test.beforeEach(async () => {
  demo = await demoProfile(40, earlyMonday)
})
test.afterEach(async () => {
  await launched?.close()
  demo.remove()
})

const stopTitle = (page: Page) => page.locator('main h2').first()
const items = (page: Page) => page.getByRole('listbox')

async function press(page: Page, ...keys: readonly string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

async function write(page: Page, key: string, text: string) {
  await press(page, key)
  await page.keyboard.type(text)
  await press(page, 'Enter')
  await expect(items(page).getByRole('option').filter({ hasText: text })).toBeVisible()
  await press(page, 'Escape')
}

test('a standup is held by keyboard, from the first person to the minutes', async () => {
  launched = await launchApp({ profile: demo.profile, args: [earlyMonday] })
  const { page, app } = launched
  await page.getByRole('link', { name: 'Standups' }).waitFor()
  await press(page, 'g', 'u')
  await expect(page.getByText('Next Tue 24 Nov 2026, 09:00')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Open actions' }).getByRole('listitem').first()).toBeVisible()

  await press(page, 'h')
  await expect(page.getByRole('heading', { level: 1, name: 'Standup Mon 23 Nov 2026' })).toBeVisible()
  await expect(stopTitle(page)).toHaveText('Since the last standup')
  await expect(items(page)).not.toContainText('Reading the issues')
  await press(page, 'j')
  const name = await stopTitle(page).innerText()
  await press(page, 'p')
  await expect(page.getByRole('button', { name: 'Is there' })).toBeVisible()
  await write(page, 't', 'Printer queue is **empty**')
  await write(page, 'b', 'No trace from the vendor')
  await write(page, 'd', 'Portions stay in blocks')
  await write(page, 'a', 'Call the vendor')
  await press(page, 'a')
  await page.keyboard.type('half a promise')
  await look(page, 'standup-action')
  await press(page, 'Escape', 'a')
  await expect(page.getByLabel('Action', { exact: true })).toHaveValue('half a promise')
  await page.getByLabel('Action', { exact: true }).fill('')
  await press(page, 'Escape')

  // The line is made an issue, and that tells of itself.
  const line = items(page).getByRole('option', { selected: true })
  await expect(line).toContainText('Call the vendor')
  await press(page, 'i')
  await expect(line).toContainText(/[A-Z]{2,3}-1/)
  await press(page, 'x')
  await expect(line).toContainText('done')
  await press(page, 'Control+z')
  await expect(line).not.toContainText('done')

  await press(page, 'c')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain(`## ${name}`)
  expect(copied).toContain('- Printer queue is \\*\\*empty\\*\\*')
  const file = join(demo.profile, 'minutes.md')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await press(page, 'Control+s')
  await expect(page.getByText('Saved as minutes.md')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toBe(copied)

  await press(page, 'e')
  await expect(page.getByText('What had changed by then')).toBeVisible()
  await press(page, 'g', 'u')
  await expect(page.getByText('Next Tue 24 Nov 2026, 09:00')).toBeVisible()
  await press(page, '/')
  await page.keyboard.type('printer QUEUE empty')
  await expect(page.getByRole('list', { name: 'Past standups' }).getByRole('listitem')).toHaveCount(1)
  await launched.close()
  launched = undefined

  const { entities } = printed<{ entities: Record<string, Record<string, Record<string, unknown>>> }>(
    await runHeadless(['dump', '--profile', demo.profile, monday]),
  )
  expect(Object.values(entities.action ?? {})).toContainEqual(
    expect.objectContaining({ text: 'Call the vendor', standup: 'standup:2026-11-23' }),
  )
})
