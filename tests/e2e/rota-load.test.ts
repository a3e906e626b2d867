import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchApp } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

const theirs = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:late',
  'SUMMARY:Triage: Priya Raman',
  'DTSTART;TZID=Head Office:20261203T190000',
  'DURATION:PT2H',
  'RRULE:FREQ=DAILY;COUNT=2',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

test('the rota says what is too much, mends it by a key, fills itself after a look, and goes out and comes in as a calendar', async () => {
  test.setTimeout(90_000)
  const { profile, remove } = await demoProfile()
  const { app, page, close } = await launchApp({ profile, args: [monday] })
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { level: 1, name: 'Rota' })).toBeVisible()
  await page.keyboard.press(']')
  await expect(page.getByText('Mon 30 Nov 2026 to Sun 6 Dec 2026', { exact: true })).toBeVisible()
  const tooMuch = page.getByRole('region', { name: 'Too much for somebody' })
  const shares = page.getByRole('region', { name: 'Who carries how much' })
  await expect(shares.getByRole('row', { name: /Chiara Conti/ })).toContainText('50 h')

  // Ten hours on five days are two too many; the way out is one key away.
  await expect(tooMuch).toContainText('50 h on shift in the seven days')
  await expect(tooMuch).toContainText('Way out: Nadia Rahimi takes Floor walker')
  await page.keyboard.press('w')
  await expect(shares.getByRole('row', { name: /Chiara Conti/ })).toContainText('40 h')
  await page.keyboard.press('Control+z')
  await expect(shares.getByRole('row', { name: /Chiara Conti/ })).toContainText('50 h')

  // Somebody is on leave in that week: a proposal changes nothing until it is accepted.
  const gap = page.getByRole('button', { name: /^Floor walker: 1 of 2 on/ })
  await expect(gap.first()).toBeVisible()
  const gaps = await gap.count()
  await page.keyboard.press('f')
  const dialog = page.getByRole('dialog', { name: 'Fill the rota' })
  await dialog.getByRole('button', { name: 'Propose' }).click()
  await expect(dialog.getByRole('status')).toContainText('would change hands', { timeout: 60_000 })
  await expect(gap).toHaveCount(gaps)
  await dialog.getByRole('button', { name: 'Accept' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/^Rota filled: \d+ shift/).first()).toBeVisible()
  await expect.poll(() => gap.count()).toBeLessThan(gaps)
  await page.keyboard.press('Control+z')
  await expect(gap).toHaveCount(gaps)

  const file = join(profile, 'shifts.ics')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await page.keyboard.press('d')
  await page
    .getByRole('dialog', { name: 'Shifts as a calendar' })
    .getByRole('button', { name: /Export/ })
    .click()
  await expect(page.getByText(/^Saved shifts.ics: \d+ events/)).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin')

  // A zone that nobody knows is asked about, and nothing is stored before.
  const schedule = join(profile, 'theirs.ics')
  writeFileSync(schedule, theirs)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, schedule)
  await page.keyboard.press('i')
  const taking = page.getByRole('dialog', { name: 'Import shifts' })
  await taking.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(taking.getByRole('button', { name: 'Import 0' })).toBeDisabled()
  await taking.getByRole('textbox', { name: 'Which zone is “Head Office”?' }).fill('Europe/Berlin')
  await page.keyboard.press('Enter')
  await expect(taking.getByText('Priya Raman').first()).toBeVisible()
  await taking.getByRole('button', { name: 'Import 2' }).click()
  await expect(taking).toBeHidden()
  await expect(page.getByText('theirs.ics taken into the rota: 2 shifts').first()).toBeVisible()
  await expect(
    page.getByRole('button', { name: /^Priya Raman \(override\), Thu 3 Dec 2026, 19:00/ }),
  ).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: /^Priya Raman \(override\)/ })).toHaveCount(0)
  await close()
  remove()
})
