import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { type Launched, launchApp } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

let launched: Launched | undefined
let profile: string

async function open(): Promise<Page> {
  launched = await launchApp({ profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Issues' }).click()
  await expect(page.getByRole('grid', { name: 'Issues' })).toBeVisible()
  return page
}

const detailOf = (page: Page) => page.getByRole('complementary', { name: 'Issue' })

/** Opens the first line of the list. */
async function openFirst(page: Page) {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const detail = detailOf(page)
  await expect(detail).toBeVisible()
  return detail
}

test.beforeEach(async () => {
  ;({ profile } = await demoProfile(60))
})
test.afterEach(() => launched?.close())

test('the clocks of an issue say what is left, and every minute of one is explained', async () => {
  const page = await open()
  const detail = await openFirst(page)
  const clocks = detail.getByRole('region', { name: 'Clocks' })
  await expect(clocks.getByRole('listitem')).toHaveCount(3)
  await expect(clocks).toContainText(/Acknowledge.*Tell the users.*Resolve/)
  await expect(clocks).toContainText(/left|Breached/)
  await clocks.getByRole('button', { name: 'Explain: Resolve' }).focus()
  await page.keyboard.press('Enter')
  const ledger = page.getByRole('dialog', { name: /^Resolve: the clock of HC-/ })
  await expect(ledger.getByText(/held to severity/i)).toBeVisible()
  await expect(ledger.getByRole('row').filter({ hasText: 'Counted, of' })).toBeVisible()
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/ledger.png` })
  await expectNoFindings(page)
  await page.keyboard.press('Escape')
  await expect(ledger).toBeHidden()
})

test('the list tells what falls due next, in a column that is not sorted by', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Next due' }).check()
  await page.keyboard.press('Escape')
  const head = page.getByRole('columnheader', { name: 'Next due' })
  await expect(head).toBeVisible()
  await expect(head.getByRole('button')).toHaveCount(0)
  const cells = page.locator('[role=gridcell][data-column=nextDue]')
  await expect(
    cells.filter({ hasText: /\d\d:\d\d (resolve|acknowledge|tell the users)/ }).first(),
  ).toBeVisible()
  await expectNoFindings(page)
})

test('an issue is linked by keyboard, read from both sides, and never linked to itself', async () => {
  const page = await open()
  const detail = await openFirst(page)
  const called = await detail.getByRole('heading').first().innerText()
  const links = detail.getByRole('region', { name: 'Links' })
  const field = links.getByRole('combobox', { name: 'Issue to link to' })
  await field.fill(called)
  await page.keyboard.press('Enter')
  await expect(page.getByText('An issue cannot be linked to itself.')).toBeVisible()
  await field.fill('HC-7')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${called} blocks HC-7`, { exact: true })).toBeVisible()
  await expectNoFindings(page)
  await links.getByRole('button', { name: /^HC-7 / }).focus()
  await page.keyboard.press('Enter')
  await expect(detail.getByRole('heading').first()).toHaveText('HC-7')
  const back = links.getByRole('listitem').filter({ hasText: 'Blocked by' })
  await expect(back).toContainText(called)
  await page.keyboard.press('Control+z')
  await expect(back).toHaveCount(0)
})

test('affected users are named, and the next update is promised beside its clock', async () => {
  const page = await open()
  const detail = await openFirst(page)
  const users = detail.getByRole('region', { name: 'Affected users' })
  await users.getByRole('textbox', { name: 'Add a user' }).focus()
  await page.keyboard.type('Mia Berg')
  await page.keyboard.press('Enter')
  await expect(users.getByRole('button', { name: 'Take off Mia Berg' })).toBeVisible()

  const clocks = detail.getByRole('region', { name: 'Clocks' })
  await clocks.getByRole('textbox', { name: 'Next update due' }).fill('24 Nov 2026, 09:30')
  await page.keyboard.press('Tab')
  await expect(clocks.getByRole('listitem').filter({ hasText: 'Tell the users' })).toContainText(
    'due Tue 24 Nov 2026, 09:30',
  )
  await clocks.getByRole('button', { name: 'Explain: Tell the users' }).click()
  await expect(page.getByText(/promised for Tue 24 Nov 2026, 09:30/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expectNoFindings(page)
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/detail.png` })
  await users.getByRole('button', { name: 'Take off Mia Berg' }).click()
  await expect(users.getByText('Mia Berg')).toHaveCount(0)
})
