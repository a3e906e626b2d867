import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { colourSchemes, findingsIn } from './axe'

/** The windows that screens are made for. */
export const sizes = [
  { width: 1280, height: 800 },
  { width: 1600, height: 1000 },
]

/** Where pictures of every screen go; none are taken without it. */
const folder = process.env.PICTURES

/** What stands wider than the window, which nobody could reach: it never scrolls sideways. */
const widerThanItsPlace = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Looks at the page as it is now, in light and in dark: axe must find nothing, and nothing may be wider than the window. */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of colourSchemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect.soft(await findingsIn(page, colorScheme), `${name}, ${colorScheme}`).toEqual([])
    expect.soft(await widerThanItsPlace(page), `${name}, ${colorScheme}, wider than the window`).toBe(0)
    if (folder) await takePictures(page, folder, `${name}-${colorScheme}`)
  }
}

async function takePictures(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`) })
  }
}
