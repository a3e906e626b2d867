import { expect, test } from '@playwright/test'
import { type Launched, launchApp } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday } from '../support/stored-engagement'

let demo: Awaited<ReturnType<typeof demoProfile>>
let launched: Launched | undefined
test.beforeEach(async () => {
  demo = await demoProfile(40)
})
test.afterEach(async () => {
  await launched?.close()
  demo.remove()
})

test('a note is read, the next one drafted, written on and handed over; the rounds of triage are told', async () => {
  launched = await launchApp({ profile: demo.profile, args: [monday] })
  const { page } = launched
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const day = page.getByRole('list', { name: "The team's day" })
  await expect(day).toContainText('A hand-over note waits to be read')
  await expect(day).toContainText('Triage of 09:30 is due')
  await press('g', 't')
  await expect(page.getByRole('list', { name: 'Rounds of today' })).toContainText('09:30 due')
  await press('g', 'v')
  const note = page.getByRole('region', { name: 'The note' })
  await expect(note).toContainText('What comes next')
  await press('y')
  await expect(note).toContainText('Read by Somebody')
  await press('w')
  const text = note.getByLabel('What the next shift should know')
  await expect(text).toHaveValue(/Severity 1 and 2 open: \d+\n- HC-/)
  await press('e', 'Control+End', 'Enter')
  await page.keyboard.type('Call the bank first.')
  await press('Control+Enter')
  await look(page, 'shift-note')
  await text.blur()
  await press('h')
  await expect(note).toContainText('Handed over Mon 23 Nov 2026, 10:00')
  await expect(note).toContainText('Call the bank first.')
  await press('Control+z')
  await expect(text).toBeVisible()
  await press('g', 'd')
  await expect(page.getByText('What to do next')).toBeVisible()
  await expect(day).not.toContainText('note')
})
