import { expect, type Page, test } from '@playwright/test'
import { engagementWindow } from '../support/engagement-window'
import { launchApp } from '../support/launch'
import { monday } from '../support/stored-engagement'

test('two engagements are kept apart, switched between, archived and taken out of the archive', async () => {
  const { page, profile, app, remove } = await engagementWindow()
  await expect(rail(page)).toContainText('ERP go-live')
  await newIssue(page, 'Totals are wrong')

  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'New engagement' }).click()
  await page.getByLabel('Client').fill('Northwind')
  await page.getByLabel('System').fill('Payroll')
  await page.getByRole('button', { name: 'Start the engagement' }).click()
  await expect(rail(page)).toContainText('Northwind Payroll')
  await goToIssues(page)
  await expect(page.getByText('Totals are wrong')).toBeHidden()
  await newIssue(page, 'Payslip is blank')

  await switchTo(page, 'ERP go-live')
  await goToIssues(page)
  await expect(page.getByText('Totals are wrong')).toBeVisible()
  await expect(page.getByText('Payslip is blank')).toBeHidden()

  await page.keyboard.press('g')
  await page.keyboard.press('e')
  const active = page.getByRole('table', { name: 'Engagements', exact: true })
  await active
    .getByRole('row', { name: /Northwind Payroll/ })
    .getByRole('button', { name: 'Archive' })
    .click()
  await expect(active).not.toContainText('Northwind Payroll')
  await rail(page)
    .getByRole('button', { name: /ERP go-live/ })
    .click()
  await expect(page.getByRole('menuitem', { name: 'ERP go-live' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Northwind Payroll' })).toBeHidden()
  await page.keyboard.press('Escape')
  await app.close()

  const again = await launchApp({ profile, args: [monday] })
  await expect(rail(again.page)).toContainText('ERP go-live')
  await again.page.keyboard.press('g')
  await again.page.keyboard.press('e')
  await again.page.getByText('Archived (1)').click()
  await again.page
    .getByRole('table', { name: 'Archived engagements' })
    .getByRole('button', { name: 'Take out' })
    .click()
  await switchTo(again.page, 'Northwind Payroll')
  await goToIssues(again.page)
  await expect(again.page.getByText('Payslip is blank')).toBeVisible()
  await again.close()
  await remove()
})

const rail = (page: Page) => page.getByRole('navigation', { name: 'Engagement and screens' })

async function switchTo(page: Page, name: string): Promise<void> {
  await rail(page).getByRole('button').first().click()
  await page.getByRole('menuitem', { name }).click()
  await expect(rail(page)).toContainText(name)
}

async function goToIssues(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page.getByRole('heading', { name: 'Issues', level: 1 })).toBeVisible()
}

async function newIssue(page: Page, title: string): Promise<void> {
  await page.keyboard.press('n')
  await page.getByLabel('Title').fill(title)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}
