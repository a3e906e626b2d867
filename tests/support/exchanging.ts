import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Launched } from './launch'

/** A folder for what goes from laptop to laptop. */
export function stick(): { file: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'war-room-stick-'))
  return {
    file: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What the system's dialogs answer from now on. */
export async function dialogsAnswer({ app }: Launched, path: string): Promise<void> {
  await app.evaluate(({ dialog }, picked) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: picked })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [picked] })
  }, path)
}

export async function goTo({ page }: Launched, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  await expect(page.locator('main h1')).toBeVisible()
}

/** Saves a bundle as it stands in the form, to this file. */
export async function saveBundle(laptop: Launched, path: string): Promise<void> {
  await dialogsAnswer(laptop, path)
  await laptop.page.getByRole('button', { name: /^Save a bundle of/ }).click()
  await expect(laptop.page.getByText(/^Saved .* with/)).toBeVisible()
}

/** Chooses this file on the exchange screen. */
export async function chooseBundle(laptop: Launched, path: string): Promise<void> {
  await goTo(laptop, '/exchange')
  await dialogsAnswer(laptop, path)
  await laptop.page.getByRole('button', { name: 'Choose a bundle…' }).click()
}

/** Chooses whom the bundle is for, by the name of whoever writes on that laptop. */
export async function chooseReceiver({ page }: Launched, writer: string): Promise<void> {
  const field = page.getByLabel('For', { exact: true })
  const label = await field.getByRole('option', { name: writer }).innerText()
  await field.selectOption({ label })
}
