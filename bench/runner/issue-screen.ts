import type { Page } from '@playwright/test'

const patienceMs = 120_000

export const searchField = (page: Page) => page.getByRole('searchbox', { name: 'Search issues' })
const countText = (page: Page) => page.getByRole('main').locator('output').first()

/** Waits until the list of issues is there and searches find everything; the search is empty again afterwards. */
export async function searchReady(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Issues' }).click({ timeout: patienceMs })
  await page.getByRole('gridcell').first().waitFor({ timeout: patienceMs })
  await searchField(page).fill('a')
  await countText(page).filter({ hasNotText: 'getting ready' }).waitFor({ timeout: patienceMs })
  await searchField(page).fill('')
}
