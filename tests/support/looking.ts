import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The windows that screens are made for. */
export const sizes = [
  { width: 1280, height: 800 },
  { width: 1600, height: 1000 },
]

/** Where pictures of every screen go; none are taken without it. */
const folder = process.env.PICTURES

/** What axe judges by colours: text on its ground, and links told from the text around them. */
const colourRules = ['color-contrast', 'link-in-text-block'] as const

/** What axe finds on the page as it is now, as `rule: element`; all of its rules, or those that hang on colours. */
export async function findings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Electron opens no second page, which axe would otherwise run in.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules === 'all' ? axe : axe.withRules([...colourRules])).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** What stands wider than the window, which nobody could reach: it never scrolls sideways. */
const widerThanItsPlace = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Looks at the page as it is now, in light and in dark: axe must find nothing, and nothing may be wider than the window. */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // In dark nothing but the colours is another.
    const found = await findings(page, colorScheme === 'light' ? 'all' : 'colours')
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([])
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
