import { expect, type Page, test } from '@playwright/test'
import { type Launched, launchApp, runHeadless } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday, printed } from '../support/stored-engagement'

interface Dump {
  readonly entities: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
}

let demo: Awaited<ReturnType<typeof demoProfile>>
let launched: Launched | undefined
test.beforeEach(async () => {
  demo = await demoProfile(24)
  const { entities } = await dump()
  const ready = { status: 'fix-ready', patch: null, resolvedAt: null, rescue: null }
  for (const key of Object.keys(entities.issue ?? {}).slice(0, 2)) await edit('issue', key, ready)
})
test.afterEach(async () => {
  await launched?.close()
  launched = undefined
  demo.remove()
})

async function dump(): Promise<Dump> {
  return printed(await runHeadless(['dump', '--profile', demo.profile, monday]))
}
async function edit(entity: string, key: string, fields: object): Promise<void> {
  const set = JSON.stringify(fields)
  const about = ['--profile', demo.profile, '--entity', entity, '--key', key, '--set', set]
  printed(await runHeadless(['edit', ...about, monday]))
}
const lines = (page: Page, name: string) => page.getByRole('listbox', { name }).getByRole('option')

test('fixes ride on a patch, are shipped, retested and confirmed, all by keys, and undo takes a step back', async () => {
  test.setTimeout(120_000)
  launched = await launchApp({ profile: demo.profile, args: [monday] })
  const { page } = launched
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.getByRole('link', { name: /^Patches/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Patches' })).toBeVisible()

  const ready = lines(page, 'Fixes ready')
  await expect(ready.nth(1)).toBeVisible()
  const waiting = await ready.count()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('m')
  await page.getByRole('dialog', { name: 'Put 2 fixes on a patch' }).waitFor()
  await page.keyboard.press('9')
  await expect(ready).toHaveCount(waiting - 2)

  await page
    .getByRole('option', { name: /2 fixes/ })
    .first()
    .click()
  await expect(lines(page, 'What rides on it')).toHaveCount(2)
  const name = (await page.getByRole('heading', { level: 2 }).textContent()) ?? ''
  await page.keyboard.press('s')
  await page.getByRole('dialog', { name: `Ship ${name}` }).waitFor()
  await expect(page.getByText('Goes to retest')).toHaveCount(2)
  await look(page, 'patches-ship')
  await page.keyboard.press('Enter')
  const retests = lines(page, 'Retests')
  await expect(retests.filter({ hasText: 'Waiting' })).toHaveCount(2)
  await expect(page.getByRole('dialog')).toBeHidden()
  const [passing = '', failing = ''] = (await retests.allInnerTexts()).map(
    (text) => text.match(/HC-\d+/)?.[0],
  )

  await page.keyboard.press('y')
  await page.getByRole('dialog', { name: `${passing} passed: who resolved it?` }).waitFor()
  await page.keyboard.press('3')
  await expect(retests.filter({ hasText: 'Passed' })).toContainText(passing)
  await expect(page.getByRole('dialog')).toBeHidden()
  // What is judged goes below what waits, and the key is for the line that is then on top.
  await expect(retests.first()).toContainText(failing)
  await page.keyboard.press('f')
  await page.getByRole('dialog', { name: `${failing} failed` }).waitFor()
  await page.keyboard.type('The total is still wrong')
  await page.keyboard.press('Control+Enter')
  await expect(retests.filter({ hasText: 'Failed' })).toContainText(failing)
  await expect(page.getByRole('dialog')).toBeHidden()
  await look(page, 'patches-retests')

  const confirm = page.getByRole('button', { name: /^Confirm/ })
  await expect(confirm).toBeDisabled()
  await page.keyboard.press('v')
  await page.getByRole('dialog', { name: `Excuse ${failing}` }).waitFor()
  await page.keyboard.type('The next fix rides on another patch')
  await page.keyboard.press('Control+Enter')
  await expect(retests.filter({ hasText: 'Failed, excused' })).toHaveCount(1)
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('r')
  await expect(page.getByLabel('Markdown')).toHaveValue(new RegExp(`${passing}`))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('c')
  await page.getByRole('dialog', { name: `Confirm ${name}` }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('Confirmed', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('u')
  await expect(confirm).toBeEnabled()
  await launched.close()
  launched = undefined

  const { entities } = await dump()
  const patch = Object.values(entities.patch ?? {}).find((values) => values.name === name)
  expect(patch).toMatchObject({ state: 'shipped', releaseNotes: expect.stringContaining(passing) })
  const issue = (called: string) =>
    Object.values(entities.issue ?? {}).find(({ shortKey }) => shortKey === called)
  expect(issue(passing)).toMatchObject({ status: 'resolved', rescue: 'project-team' })
  expect(issue(failing)).toMatchObject({ status: 'returned', patch: null })
})
