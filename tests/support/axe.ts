import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** What axe judges by colours: text on its ground, and links told from the text around them. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** What axe finds on the page as it is now, as `rule: element`; all of its rules, or those that hang on colours. */
export async function findings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (only) => {
      // What glides from one look to the next is judged where it arrives; what turns for ever never does.
      const arrives = ({ playState, effect }: Animation) =>
        playState === 'running' && effect?.getComputedTiming().endTime !== Infinity
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(arrives)
          .map(({ finished }) => finished),
      )
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
        ...(only && { runOnly: only }),
        // Asked for all that is well, too, axe makes a selector for every element, which takes as long again.
        resultTypes: ['violations'],
      })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    },
    rules === 'colours' ? colourRules : undefined,
  )
}

export const colourSchemes = ['light', 'dark'] as const

/** In dark nothing but the colours is another than in light. */
export const findingsIn = (page: Page, scheme: (typeof colourSchemes)[number]) =>
  findings(page, scheme === 'light' ? 'all' : 'colours')

export async function expectNoFindings(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([])
}

export async function expectNoFindingsInLightAndDark(page: Page): Promise<void> {
  for (const colorScheme of colourSchemes) {
    await page.emulateMedia({ colorScheme })
    expect(await findingsIn(page, colorScheme), colorScheme).toEqual([])
  }
}
