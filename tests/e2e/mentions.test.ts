import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { type Launched, launchApp } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

let launched: Launched | undefined
let profile: string

async function takePicture(page: Page, name: string) {
  if (!process.env.PICTURES) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

const detailOf = (page: Page) => page.getByRole('complementary', { name: 'Issue', exact: true })

async function openFirst(page: Page) {
  await page.getByRole('link', { name: 'Issues' }).click()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(detailOf(page)).toBeVisible()
}

test.beforeEach(async () => {
  ;({ profile } = await demoProfile())
})
test.afterEach(() => launched?.close())

test('somebody mentioned by keyboard is found, follows a new name, and sees it on the first screen', async () => {
  launched = await launchApp({ profile, args: [monday] })
  const { page } = launched
  await openFirst(page)
  const comment = detailOf(page).getByLabel('New comment')
  await comment.focus()
  await page.keyboard.type('Please look, @mur')
  const names = page.getByRole('listbox', { name: 'People' })
  await expect(names.getByRole('option', { name: /^Murat Demir/, selected: true })).toBeVisible()
  await expectNoFindings(page)
  // What is there for screen readers alone must not make the pane scroll.
  expect(await detailOf(page).evaluate((pane) => pane.scrollHeight - pane.clientHeight)).toBeLessThan(2)
  await takePicture(page, 'mention-list')
  // Escape goes on without a name, and loses no letter.
  await page.keyboard.press('Escape')
  await expect(names).toBeHidden()
  await expect(comment).toHaveValue('Please look, @mur')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('@mur')
  await page.keyboard.press('Enter')
  await expect(comment).toHaveValue('Please look, @Murat Demir ')
  await page.keyboard.type('<b>today</b>')
  await page.keyboard.press('Control+Enter')
  const said = detailOf(page)
    .getByRole('paragraph')
    .filter({ hasText: 'Please look, @Murat Demir <b>today</b>' })
  await expect(said).toBeVisible()
  await expect(said.locator('b')).toHaveCount(0)
  await takePicture(page, 'mention')

  // Who uses the laptop is not known by that name yet.
  await page.getByRole('button', { name: 'Mentions me' }).click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Say who you are first')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('link', { name: 'You and this laptop' }).click()
  await page.getByLabel('Your name').fill('Murat Demir')
  await page.keyboard.press('Enter')

  await page.getByRole('link', { name: 'Today' }).click()
  const changed = page.getByRole('region', { name: 'Changed since you looked' })
  await expect(changed.getByRole('button', { name: /1 Mentions you|Mentions you.*1/ })).toBeVisible()
  await expectNoFindings(page)
  await takePicture(page, 'mention-today')
  await page.locator('main').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2)
  await takePicture(page, 'mention-filter')

  // The text stays as it was written; the name shown is that of today.
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: 'More about Murat Demir' }).click()
  await page.getByRole('menuitem', { name: 'Edit…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Murat Yilmaz')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await openFirst(page)
  await expect(detailOf(page).getByText('Please look, @Murat Yilmaz')).toBeVisible()
})
