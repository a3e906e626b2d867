import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { freshProfile, type Launched, launchApp, runHeadless } from './launch'
import { printed } from './stored-engagement'

export const now = '--now=2026-11-23T09:00:00Z'

export interface EngagementWindow extends Launched {
  /** Drops a file with this content on the window. */
  drop(name: string, content: string | Uint8Array): Promise<void>
  /** Closes the window and takes the profile away. */
  remove(): Promise<void>
}

/** The app in its window with a new, empty engagement open. */
export async function engagementWindow(): Promise<EngagementWindow> {
  const profile = freshProfile()
  const about = {
    name: 'ERP go-live',
    client: 'Acme',
    zone: 'Europe/Berlin',
    goLive: '2026-11-02',
    plannedEnd: '2026-11-29',
  }
  const file = join(profile, 'engagement.json')
  writeFileSync(file, JSON.stringify(about))
  printed(await runHeadless(['engagement', 'create', '--profile', profile, '--file', file, now]))
  const launched = await launchApp({ profile, args: [now] })
  return {
    ...launched,
    drop: (name, content) => dropFile(launched.page, name, content),
    async remove() {
      await launched.close()
      rmSync(profile, { recursive: true, force: true })
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
