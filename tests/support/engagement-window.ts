import type { Page } from '@playwright/test'
import { type Launched, launchApp } from './launch'
import { emptyProfile, monday } from './stored-engagement'

export interface EngagementWindow extends Launched {
  /** Drops a file with this content on the window. */
  drop(name: string, content: string | Uint8Array): Promise<void>
  /** Closes the window and takes the profile away. */
  remove(): Promise<void>
}

/** The app in its window with a new, empty engagement open. */
export async function engagementWindow(): Promise<EngagementWindow> {
  const { profile, remove } = await emptyProfile()
  const launched = await launchApp({ profile, args: [monday] })
  return {
    ...launched,
    drop: (name, content) => dropFile(launched.page, name, content),
    async remove() {
      await launched.close()
      remove()
    },
  }
}

/** Drops a file with this content on the window. */
export async function dropFile(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const base64 = Buffer.from(content).toString('base64')
  const data = await page.evaluateHandle(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], name, { type: 'text/csv' }))
      return transfer
    },
    { name, base64 },
  )
  await page.locator('main').dispatchEvent('drop', { dataTransfer: data })
}
