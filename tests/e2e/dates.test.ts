import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { type EngagementWindow, engagementWindow } from '../support/engagement-window'

let launched: EngagementWindow
let page: Page

test.beforeEach(async () => {
  launched = await engagementWindow()
  page = launched.page
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
test.afterEach(() => launched.remove())

async function open(hash: string) {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

test('dates read and are typed as the app shows them, in the zone it says', async () => {
  await open('/settings/engagement')
  const goLive = page.getByRole('textbox', { name: 'Go-live' })
  await expect(goLive).toHaveValue('2 Nov 2026, 00:00')
  await expect(page.getByText('Europe/Berlin', { exact: true })).toBeVisible()

  await goLive.fill('3.11.2026 13:35')
  await goLive.press('Enter')
  await expect(goLive).toHaveValue('3 Nov 2026, 13:35')
  await expect(page.getByText('Go-live set to Tue 3 Nov 2026, 13:35')).toBeVisible()

  await goLive.fill('4 Nov')
  await goLive.blur()
  await expect(page.getByText('A day with its time, such as 23 Nov 2026, 13:35')).toBeVisible()
  await goLive.focus()
  await goLive.press('Escape')
  await expect(goLive).toHaveValue('3 Nov 2026, 13:35')
})

test('the part at the caret moves by arrow keys', async () => {
  await open('/settings/engagement')
  const goLive = page.getByRole('textbox', { name: 'Go-live' })
  await goLive.focus()
  await goLive.press('Home')
  await goLive.press('ArrowUp')
  await goLive.press('End')
  await goLive.press('ArrowDown')
  await goLive.press('ArrowDown')
  await expect(goLive).toHaveValue('2 Nov 2026, 23:58')
  expect(
    await goLive.evaluate((input: HTMLInputElement) => input.value.slice(input.selectionStart ?? 0)),
  ).toBe('58')
  await goLive.press('Enter')
  await expect(page.getByText('Go-live set to Mon 2 Nov 2026, 23:58')).toBeVisible()
})

test('a day can be picked from a calendar by keyboard', async () => {
  await open('/settings/engagement')
  const end = page.getByRole('textbox', { name: 'Planned end' })
  await expect(end).toHaveValue('29 Nov 2026')
  await end.press('Alt+ArrowDown')
  const calendar = page.getByRole('application', { name: /Planned end/ })
  await expect(calendar.getByRole('button', { name: /29 November 2026/ })).toBeFocused()
  await expectNoFindings(page)
  await page.keyboard.press('Escape')
  await expect(calendar).toBeHidden()
  await expect(end).toBeFocused()

  await end.press('Alt+ArrowDown')
  await expect(calendar.getByRole('button', { name: /29 November 2026/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(end).toHaveValue('30 Nov 2026')
  await expect(end).toBeFocused()
  await expect(page.getByText('Planned end set to Mon 30 Nov 2026')).toBeVisible()
})

test('no form is sent with a date that nobody can read', async () => {
  await open('/reports')
  await page.getByRole('tab', { name: /Decisions needed/ }).click()
  await page.getByRole('button', { name: 'Ask for a decision' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask for a decision' })
  await dialog.getByLabel('What is to be decided').fill('Extend hypercare')
  const by = dialog.getByRole('textbox', { name: 'Needed by' })
  await by.fill('04/05/2027')
  await dialog.getByLabel('What is to be decided').press('Enter')
  await expect(dialog.getByText('Write the month in letters: 4 May 2027 or 5 Apr 2027')).toBeVisible()
  await expect(by).toBeFocused()
  await expectNoFindings(page)
  await by.fill('4 May 2027')
  await by.press('Enter')
  await expect(page.getByText('needed by Tue 4 May 2027')).toBeVisible()
})
