import { expect, test } from '@playwright/test'
import { type Launched, launchApp } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday } from '../support/stored-engagement'

let demo: Awaited<ReturnType<typeof demoProfile>>
let launched: Launched | undefined
test.beforeEach(async () => {
  demo = await demoProfile(40)
})
test.afterEach(async () => {
  await launched?.close()
  demo.remove()
})

test('risks and decisions are kept by keyboard, linked to issues from both sides', async () => {
  launched = await launchApp({ profile: demo.profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Risks and decisions' }).waitFor()
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('g', 'k')
  const risks = page.getByRole('listbox', { name: 'Risks' })
  const decisions = page.getByRole('listbox', { name: 'Decisions' })
  await expect(risks.getByRole('option').first()).toContainText('High')

  await press('r')
  await page.keyboard.type('Nobody watches the queue on Sunday')
  // A key that is held down asks again before the first answer is there; the risk is written once.
  await page.evaluate(() => {
    const asked = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }
    for (let times = 0; times < 2; times++)
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', asked))
  })
  const mine = risks.getByRole('option', { name: /Nobody watches the queue/ })
  await expect(mine).toContainText('Not graded')
  await expect(page.getByRole('dialog')).toBeHidden()
  while ((await mine.getAttribute('aria-selected')) !== 'true') await press('j')
  await press('w')
  await page.getByLabel('Likelihood').selectOption('high')
  await page.getByLabel('Impact').selectOption('high')
  await look(page, 'risk')
  await press('Control+Enter')
  await expect(mine).toContainText('High')
  await expect(page.getByRole('dialog')).toBeHidden()

  while ((await mine.getAttribute('aria-selected')) !== 'true') await press('k')
  await press('l')
  await page.getByLabel('Issue to link to').fill('HC-2')
  await press('Enter')
  await expect(page.getByRole('list', { name: 'Linked issues' })).toContainText('HC-2')
  await press('Escape')
  await expect(mine).toContainText('HC-2')
  await expect(page.getByRole('dialog')).toBeHidden()

  await press('ArrowRight', 'm')
  await page.keyboard.type('Yes, for both teams')
  await page.getByRole('button', { name: 'It is made' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(decisions.getByRole('option', { name: /Yes, for both teams/ })).toBeHidden()
  await press('h')
  await expect(decisions.getByRole('option', { name: /Yes, for both teams/ })).toContainText('Made')
  await look(page, 'registers')
  await press('Control+z')
  await expect(decisions.getByRole('option', { name: /Yes, for both teams/ })).toBeHidden()

  await press('ArrowLeft')
  while ((await mine.getAttribute('aria-selected')) !== 'true') await press('j')
  await press('o')
  const linked = page.getByRole('region', { name: 'Risks and decisions' })
  await expect(linked).toContainText('Nobody watches the queue on Sunday')
  await linked.getByRole('button', { name: /Take off/ }).click()
  await expect(linked.getByRole('list')).toBeHidden()
  await press('Control+Shift+S')
  await expect(page.getByText('HC-2 put on the standup', { exact: true })).toBeVisible()
})
