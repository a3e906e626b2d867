import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expectNoFindings } from '../support/axe'
import { engagementWindow } from '../support/engagement-window'
import { type Launched, launchApp } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

const ready = (page: Page) =>
  expect(page.getByRole('button', { name: /Save PDF/ })).toBeEnabled({ timeout: 30_000 })

async function savedPdf({ app, page, profile }: Launched, name: string) {
  const path = join(profile, name)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Report saved' })
  await expect(dialog).toBeVisible()
  const bytes = readFileSync(path)
  await expect(dialog.getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible()
  await page.keyboard.press('Escape')
  return getDocument({ data: new Uint8Array(bytes) }).promise
}

/** What stands in the spreadsheet of the figures. */
async function savedFigures({ app, page, profile }: Launched, name: string): Promise<string> {
  const path = join(profile, name)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await page.keyboard.press('Control+Shift+x')
  await expect(page.getByText(`Figures saved: ${name}`)).toBeVisible()
  return Object.values(unzipSync(readFileSync(path)))
    .map((entry) => strFromU8(entry))
    .join('\n')
}

async function textOf(document: Awaited<ReturnType<typeof savedPdf>>): Promise<string> {
  const { items } = await (await document.getPage(1)).getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join(' ')
}

test('the pages shown are the pages saved, every figure opens to its issues, as of any day', async () => {
  const { profile, remove } = await demoProfile(60)
  const launched = await launchApp({ profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Reports' }).click()
  await ready(page)
  const pages = page.getByRole('img', { name: /^Page \d+ of / })
  await expect(pages.first()).toBeVisible()
  // The page is really drawn: its canvas is not all white.
  await expect
    .poll(() =>
      pages.first().evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
          data: [],
        }
        return data.some((value, index) => index % 4 === 0 && value < 100)
      }),
    )
    .toBe(true)
  await expectNoFindings(page)

  const saved = await savedPdf(launched, 'today.pdf')
  expect(saved.numPages).toBe(await pages.count())
  expect(await textOf(saved)).toContain('Mon 23 Nov 2026')

  const openNow = page.getByRole('button', { name: /^Open issues/ })
  const sheets = await savedFigures(launched, 'today.xlsx')
  expect(sheets).toContain('Open issues')
  expect(sheets).toContain('count of issues that are open')

  await openNow.click()
  await expect(page.getByText('= count of issues that are open')).toBeVisible()
  const rows = page.getByRole('list', { name: 'Rows behind Open issues' })
  await rows.getByRole('link').first().click()
  await expect(page).toHaveURL(/issues\/./)

  await page.getByRole('link', { name: 'Reports' }).click()
  await ready(page)
  await page.getByLabel('A past moment').check()
  await page.getByLabel('Day and time').fill('13 Nov 2026, 18:00')
  await page.keyboard.press('Enter')
  await page.getByLabel('Paper').selectOption('letter')
  await expect(page.getByText('Bringing it up to date')).toBeHidden()
  await ready(page)
  const past = await savedPdf(launched, 'past.pdf')
  expect(await textOf(past)).toContain('Fri 13 Nov 2026')
  expect((await past.getPage(1)).view.slice(2)).toEqual([612, 792])
  await launched.close()
  remove()
})

test('an engagement without issues has a report, and a decision asked for is printed on it until made', async () => {
  const launched = await engagementWindow()
  const { page } = launched
  await page.getByRole('link', { name: 'Reports' }).click()
  await ready(page)
  await page.getByRole('tab', { name: /Decisions needed/ }).click()
  await expect(page.getByText('Nothing waits for a decision.')).toBeVisible()

  await page.getByRole('button', { name: 'Ask for a decision' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^Ask/ }).click()
  await expect(page.getByText('Say what is to be decided')).toBeVisible()
  await page.getByLabel('What is to be decided').fill('Extend hypercare by a week')
  await page.getByLabel('Asked of').fill('Mira Sponsor')
  await page.getByRole('textbox', { name: 'Needed by' }).fill('20 Nov 2026')
  await expectNoFindings(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Asked of Mira Sponsor, needed by Fri 20 Nov 2026')).toBeVisible()
  await expect(page.getByText('Overdue')).toBeVisible()
  await expect(page.getByRole('button', { name: /Save PDF/ })).toBeDisabled()
  await ready(page)
  expect(await textOf(await savedPdf(launched, 'asked.pdf'))).toContain('Extend hypercare by a week')

  await page.getByRole('button', { name: 'Made…' }).click()
  await page.getByLabel('What was decided').fill('Yes, until 6 December')
  await page.getByRole('button', { name: 'It is made' }).click()
  await expect(page.getByText('Nothing waits for a decision.')).toBeVisible()
  await page.getByText('Made (1)').click()
  await expect(page.getByText('Yes, until 6 December')).toBeVisible()
  await launched.remove()
})

test('the weekly report is chosen, opens its figures, is saved as shown, and stays chosen', async () => {
  const { profile, remove } = await demoProfile(60)
  const launched = await launchApp({ profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Reports' }).click()
  await expect(page.getByRole('heading', { name: 'Daily report' })).toBeVisible()
  await page.getByRole('radio', { name: 'Daily' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'Weekly report' })).toBeVisible()
  await ready(page)
  await expectNoFindings(page)

  await page.getByRole('button', { name: /^Resolve in time \d/ }).click()
  await expect(page.getByText('= count of clocks met ÷ count of clocks judged')).toBeVisible()
  await expect(page.getByText('Against the week before')).toBeVisible()
  const rows = page.getByRole('list', { name: 'Rows behind Resolve in time' })
  await expect(rows.getByRole('link').first()).toBeVisible()

  const saved = await savedPdf(launched, 'week.pdf')
  expect(saved.numPages).toBe(await page.getByRole('img', { name: /^Page \d+ of / }).count())
  expect(await textOf(saved)).toContain('Hypercare weekly report')
  await launched.close()

  const again = await launchApp({ profile, args: [monday] })
  await again.page.getByRole('link', { name: 'Reports' }).click()
  await expect(again.page.getByRole('radio', { name: 'Weekly' })).toBeChecked()
  await again.page.getByRole('radio', { name: 'Daily' }).check()
  await expect(again.page.getByRole('heading', { name: 'Daily report' })).toBeVisible()
  await again.close()
  remove()
})

test('what an audience may not read is withheld on the pages shown and saved, for as long as it is chosen', async () => {
  const { profile, remove } = await demoProfile(60)
  const launched = await launchApp({ profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Reports' }).click()
  await ready(page)
  expect(await textOf(await savedPdf(launched, 'named.pdf'))).not.toContain('names withheld')

  await page.getByLabel('For', { exact: true }).selectOption('Without names')
  await expect(page.getByRole('button', { name: /Save PDF/ })).toBeDisabled()
  await ready(page)
  expect(await textOf(await savedPdf(launched, 'withheld.pdf'))).toContain('names withheld')

  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'New audience' })
  await dialog.getByLabel('Name', { exact: true }).fill('The board')
  await dialog.getByRole('checkbox', { name: /^Units/ }).check()
  await dialog.getByRole('checkbox', { name: 'Title' }).check()
  await expectNoFindings(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('For', { exact: true })).toHaveValue(/^[0-9a-f-]{36}$/)
  await expect(page.getByRole('button', { name: /Save PDF/ })).toBeDisabled()
  await ready(page)
  const board = await textOf(await savedPdf(launched, 'board.pdf'))
  expect(board).toContain('names, units and 1 field withheld')
  expect(board).toContain('[withheld]')
  await expectNoFindings(page)
  await launched.close()

  const again = await launchApp({ profile, args: [monday] })
  await again.page.getByRole('link', { name: 'Reports' }).click()
  await expect(again.page.getByLabel('For', { exact: true }).locator('option:checked')).toHaveText(
    'The board',
  )
  await again.close()
  remove()
})
