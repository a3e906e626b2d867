import { rmSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { freshProfile, launchApp } from '../support/launch'
import { look } from '../support/looking'

const monday = '--now=2026-11-23T09:00:00Z'

/** Changes one letter of the log behind the app's back, as a failing disk would. */
async function damageLog(page: Page) {
  await page.evaluate(async () => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const databases = await indexedDB.databases()
    const name = databases.find((database) => database.name?.startsWith('war-room-engagement-'))?.name
    if (!name) throw new Error('no engagement is stored')
    const database = await finished(indexedDB.open(name))
    const transaction = database.transaction(['segments', 'snapshot'], 'readwrite')
    const [first] = await finished(transaction.objectStore('segments').getAll())
    const lines: Uint8Array = first.lines.slice()
    lines[lines.length >> 1] = (lines[lines.length >> 1] ?? 0) ^ 1
    await finished(transaction.objectStore('segments').put({ ...first, lines }))
    await finished(transaction.objectStore('snapshot').clear())
    database.close()
  })
}

test('a damaged engagement says so, and its last backup brings it back in one click', async () => {
  const profile = freshProfile()
  const first = await launchApp({ profile, args: [monday] })
  await first.page.getByLabel('Your name').fill('Priya Raman')
  await first.page.getByRole('button', { name: /Start a new engagement/ }).click()
  await first.page.getByLabel('Client').fill('Northwind')
  await first.page.getByRole('button', { name: 'Start the engagement' }).click()
  await first.page.getByRole('link', { name: 'Settings', exact: true }).click()
  await first.page.getByRole('link', { name: 'Data and backups' }).click()
  await first.page.getByRole('button', { name: 'Back up now' }).click()
  await expect(first.page.getByRole('table', { name: 'Latest backups' })).toContainText('by hand')
  await damageLog(first.page)
  await first.close()

  const { page, close } = await launchApp({ profile, args: [monday] })
  await expect(page.getByRole('heading', { name: 'Northwind cannot be opened' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('damaged')
  // What the programs said is there for whoever wants it, and only for them.
  await expect(page.getByText('DamagedEngagement')).toBeHidden()
  await page.getByText('Details', { exact: true }).click()
  await expect(page.getByText('DamagedEngagement')).toBeVisible()
  await look(page, 'unopened')
  await page.getByRole('button', { name: 'Restore the last backup' }).click()
  await expect(page.getByRole('navigation', { name: 'Engagement and screens' })).toContainText('Northwind')
  await close()
  rmSync(profile, { recursive: true, force: true })
})
