import { expect, type Page, test } from '@playwright/test'
import { engagementWindow } from '../support/engagement-window'
import { launchApp } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

async function openRota(page: Page) {
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { level: 1, name: 'Rota' })).toBeVisible()
}

/** Letters of a name, then Enter. */
async function pick(page: Page, field: string, name: string) {
  await page.getByRole('combobox', { name: field }).focus()
  await page.keyboard.type(name.slice(0, 4).toLowerCase())
  await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible()
  await page.keyboard.press('Enter')
}

const chosen = (page: Page) => page.getByRole('region', { name: 'What is chosen' })

test('a rota is read and changed by keys, looked at before, undone, and still there after a restart', async () => {
  test.setTimeout(90_000)
  const { profile, remove } = await demoProfile()
  let { page, close } = await launchApp({ profile, args: [monday] })
  await openRota(page)
  // Whoever is on now is chosen; the arrow keys go along and down.
  await expect(chosen(page)).toContainText('Lena Brandt')
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toContainText('Triage desk')
  const before = await chosen(page).locator('strong').textContent()
  await page.keyboard.press('ArrowRight')
  await expect(chosen(page)).toContainText('Tue 24 Nov 2026, 08:00 to 18:00')

  // Somebody else is on: who is affected is told before it is written.
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'Somebody else is on' })
  await pick(page, 'Who is on', 'Katrin Vogel')
  const preview = dialog.getByRole('region', { name: 'What this changes' })
  await expect(preview).toContainText('Katrin Vogel')
  await expect(preview).toContainText('+10 h')
  await expect(preview).toContainText('−10 h')
  await dialog.getByRole('button', { name: 'Override' }).click()
  await expect(dialog).toBeHidden()
  await expect(chosen(page)).toContainText('Katrin Vogel (override)')
  await page.keyboard.press('Control+z')
  await expect(chosen(page)).not.toContainText('Katrin Vogel')
  await page.keyboard.press('Control+Shift+z')
  await expect(chosen(page)).toContainText('Katrin Vogel (override)')

  // Next week somebody offers a shift, and nobody has taken over from somebody on leave.
  await page.keyboard.press(']')
  await expect(page.getByRole('button', { name: /^Floor walker: 1 of 2 on, Tue 1 Dec/ })).toBeVisible()
  await page.getByRole('button', { name: /\(offered\)/ }).click()
  await page.keyboard.press('t')
  const taking = page.getByRole('dialog', { name: 'Take a shift' })
  await pick(page, 'Who takes it', 'Petra Hahn')
  await expect(taking.getByRole('region', { name: 'What this changes' })).toContainText('Petra Hahn')
  await taking.getByRole('button', { name: 'Take it' }).click()
  await expect(taking).toBeHidden()
  await expect(chosen(page)).toContainText('swap waits for approval')
  await page.keyboard.press('p')
  const approving = page.getByRole('dialog', { name: 'Approve a swap' })
  await approving.getByRole('button', { name: 'Approve' }).click()
  await expect(approving).toBeHidden()
  await expect(chosen(page)).toContainText('Petra Hahn (swapped)')

  // A rotation gets another name, and for some days another length of its turns, which is ended again.
  await page.keyboard.press('r')
  const naming = page.getByRole('dialog', { name: /^Name / })
  await naming.getByLabel('Name', { exact: true }).fill('Floor, ground')
  await naming.getByRole('button', { name: 'Name it' }).click()
  await expect(naming).toBeHidden()
  await expect(chosen(page)).toContainText('Floor, ground')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('e')
  const changing = page.getByRole('dialog', { name: 'Change Floor, ground' })
  await changing.getByText('For a while').click()
  await changing.getByLabel('From', { exact: true }).fill('30 Nov 2026, 06:00')
  await changing.getByLabel('Up to').fill('6 Dec 2026, 20:00')
  await changing.getByRole('button', { name: 'Change it' }).click()
  await expect(changing).toBeHidden()
  await expect(chosen(page)).toContainText('temporary plan')
  await page.keyboard.press('z')
  await expect(chosen(page)).not.toContainText('temporary plan')
  await page.keyboard.press('v')
  await expect(page.getByText('November 2026', { exact: true })).toBeVisible()
  await close()
  ;({ page, close } = await launchApp({ profile, args: [monday] }))
  await openRota(page)
  await expect(page.getByRole('button', { name: /^Katrin Vogel \(override\), Tue 24 Nov/ })).toBeVisible()
  expect(before).not.toBe('Katrin Vogel')
  await close()
  remove()
})

test('a first rota is made by one key, and taken back by another', async () => {
  test.setTimeout(60_000)
  const { page, remove } = await engagementWindow()
  await openRota(page)
  await page.getByRole('button', { name: 'Add people' }).click()
  await page.getByRole('button', { name: 'Add person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add person' })
  await dialog.getByLabel('Name', { exact: true }).fill('Mina Okafor')
  await dialog.getByLabel('Role').selectOption({ label: 'On call' })
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { name: 'No rota yet' })).toBeVisible()
  await page.keyboard.press('m')
  await expect(chosen(page)).toContainText('Mina Okafor')
  await expect(page.getByText('covered')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'No rota yet' })).toBeVisible()
  await remove()
})
