import { expect, test } from '@playwright/test'
import { launchApp } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

test('the scorecard is replayed, a threshold changed and taken back, and an own criterion said to be met', async () => {
  const { profile, remove } = await demoProfile(160)
  const { page, close } = await launchApp({ profile, args: [monday] })
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  const list = page.getByRole('listbox', { name: 'Exit criteria' })
  await expect(list.getByRole('option')).toHaveCount(9)
  const now = await list.innerText()

  await page.keyboard.press('[')
  await page.keyboard.press('[')
  await expect(page.getByRole('slider', { name: 'Day' })).toHaveAttribute('aria-valuetext', /^End of /)
  await expect(page.getByLabel('Days without one')).toBeHidden()
  await page.keyboard.press('.')
  await expect(list).toHaveText(now, { useInnerText: true })

  await page.keyboard.press('j')
  const open = page.getByRole('region', { name: 'No open severity 1, few of severity 2' })
  await open.getByLabel('Open severity 2, at most').fill('17')
  await open.getByLabel('Open severity 2, at most').press('Enter')
  await expect(list).toContainText('at most 17 of severity 2')
  await page.getByRole('button', { name: 'Undo Ctrl Z' }).click()
  await expect(list).toContainText('at most 4 of severity 2')

  await list.focus()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Write down an exit criterion' })
  await dialog.getByLabel('What has to hold').fill('The runbook is read')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const own = list.getByRole('option', { name: /The runbook is read/ })
  await own.click()
  await expect(own).toContainText('Not measured yet')
  await page.keyboard.press('m')
  await expect(own).toContainText('Said to be met')
  await close()
  remove()
})
