import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launchApp } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday } from '../support/stored-engagement'

const wild = '<img src=x onerror=alert(1)> =HYPERLINK("x")'

/** What the clipboard holds, as any program that is pasted into would get it. */
async function pasted(page: Page): Promise<{ html: string; text: string }> {
  // Listening before the key is pressed: keys go before whatever else the page is asked.
  const got = await page.evaluateHandle(() => ({
    whenPasted: new Promise<{ html: string; text: string }>((done) => {
      document.addEventListener(
        'paste',
        ({ clipboardData }) =>
          done({
            html: clipboardData?.getData('text/html') ?? '',
            text: clipboardData?.getData('text/plain') ?? '',
          }),
        { once: true },
      )
    }),
  }))
  await page.keyboard.press('Control+v')
  return got.evaluate(({ whenPasted }) => whenPasted)
}

test('an issue is marked, drafted, reworded, copied, saved as a mail and kept as sent', async () => {
  const { profile, remove } = await demoProfile(40)
  const { app, page, close } = await launchApp({ profile, args: [monday] })
  await page.getByRole('link', { name: 'Issues' }).click()
  await page.getByRole('row').filter({ hasText: /HC-\d/ }).first().click()
  const issue = page.getByRole('region', { name: 'For users' })
  await issue.getByLabel('Tell users in bulletins').click()
  await issue.getByLabel('Title for users').fill(wild)
  await issue.getByLabel('Workaround for users').fill('- Print again\n=1+1')
  await issue.getByLabel('Workaround for users').press('Control+Enter')

  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { level: 1, name: 'Bulletins' })).toBeVisible()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'New audience' })
  await dialog.getByLabel('Name').fill('Everybody in the branch')
  await dialog.getByLabel('Recipients').fill('Änne <anne@branch.example>, bo@branch.example')
  await dialog.getByLabel('Mon').check()
  await look(page, 'bulletins-audience')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Say at what time it is due on those days.')).toBeVisible()
  await dialog.getByLabel('Until').fill('16:00')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()

  await page.getByRole('button', { name: /^Everybody in the branch/ }).click()
  await page.keyboard.press('b')
  const main = page.getByRole('region', { name: 'Bulletin 1 to Everybody in the branch' })
  await main.getByLabel('Introduction').fill('Good morning')
  await main.getByLabel('Introduction').press('Control+Enter')
  const preview = main.getByRole('article', { name: 'Preview' })
  await expect(preview).toContainText(wild)
  await expect(preview.locator('img')).toHaveCount(0)
  await look(page, 'bulletins-draft')

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('c')
  await expect(page.getByText('Copied as rich text')).toBeVisible()
  const { html, text } = await pasted(page)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; =HYPERLINK(')
  expect(html).not.toMatch(/<(img|script)/)
  expect(text).toContain(`. ${wild}\n`)
  expect(text).toContain('   What to do until then: • Print again\n')
  expect(text).toContain("'=1+1")

  const mail = join(profile, 'bulletin.eml')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, mail)
  await page.keyboard.press('m')
  await expect(page.getByText('Saved bulletin.eml')).toBeVisible()
  const eml = readFileSync(mail, 'utf8')
  expect(eml).toMatch(/^X-Unsent: 1\r$/m)
  expect(eml).toMatch(/^To: anne@branch\.example, bo@branch\.example\r$/m)

  // The last words are in it, although nobody has left the field before.
  await main.getByLabel('Introduction').fill('Good morning, and thank you')
  await main.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(
    page.getByText('Bulletin 1 to Everybody in the branch marked as sent', { exact: true }),
  ).toBeVisible()
  await page.keyboard.press('b')
  const second = page.getByRole('region', { name: 'Bulletin 2 to Everybody in the branch' })
  await second.getByLabel('Introduction').fill('Good evening')
  await second.getByLabel('Introduction').press('Control+Enter')
  await second.getByRole('tab', { name: 'Changes since bulletin 1' }).click()
  await expect(second.locator('ins', { hasText: 'evening' })).toBeVisible()
  await expect(second.locator('del', { hasText: 'morning' })).toBeVisible()
  await look(page, 'bulletins-changes')

  await page
    .getByRole('region', { name: 'Everybody in the branch', exact: true })
    .getByRole('button', { name: /^Bulletin 1\b/ })
    .click()
  await expect(page.getByText('anne@branch.example, bo@branch.example')).toBeVisible()
  await expect(main).toContainText('Good morning, and thank you')
  await look(page, 'bulletins-sent')
  await close()
  remove()
})
