import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { type Launched, launchApp } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday } from '../support/stored-engagement'

let stored: Awaited<ReturnType<typeof demoProfile>>
let launched: Launched
let page: Page

test.beforeEach(async () => {
  stored = await demoProfile()
  launched = await launchApp({ profile: stored.profile, args: [monday] })
  page = launched.page
  await page.getByRole('link', { name: 'Issues' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
})
test.afterEach(async () => {
  await launched.close()
  stored.remove()
})

const messages = () => page.getByRole('region', { name: 'Messages' })
const detail = () => page.getByRole('complementary', { name: 'Issue' })

/** Opens the first issue and gives it another severity than it has. */
async function changeSeverity() {
  await page.getByRole('grid').getByRole('row').nth(1).click()
  const severity = detail().getByLabel('Severity', { exact: true })
  await severity.focus()
  await severity.selectOption((await severity.inputValue()) === '1' ? '2' : '1')
  await expect(messages().getByText(/^Severity of/)).toBeVisible()
}

/** Names of what can be operated and lies, even in part, under a message. */
const covered = () =>
  page.evaluate(() => {
    const region = document.querySelector('[aria-label=Messages]')
    const controls = [
      ...document.querySelectorAll('button, a, input, select, textarea, [role=grid], summary'),
    ]
    const lines = [...(region?.children ?? [])].map((line) => line.getBoundingClientRect())
    return controls
      .filter((control) => !region?.contains(control))
      .filter((control) => {
        const box = shown(control)
        return lines.some(
          ({ left, right, top, bottom }) =>
            box.left < right && box.right > left && box.top < bottom && box.bottom > top,
        )
      })
      .map((control) => control.getAttribute('aria-label') ?? control.textContent)

    /** As much of it as is not scrolled away. */
    function shown(control: Element) {
      let { left, right, top, bottom } = control.getBoundingClientRect()
      for (let frame = control.parentElement; frame; frame = frame.parentElement) {
        if (getComputedStyle(frame).overflowY === 'visible') continue
        const edge = frame.getBoundingClientRect()
        top = Math.max(top, edge.top)
        bottom = Math.min(bottom, edge.bottom)
      }
      return { left, right, top, bottom }
    }
  })

for (const [width, height] of [
  [960, 640],
  [1280, 800],
  [1600, 1000],
] as const) {
  test(`messages lie over nothing that can be operated, at ${width} × ${height}`, async () => {
    await launched.app.evaluate(
      ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      [width, height] as const,
    )
    await changeSeverity()
    expect(await covered()).toEqual([])
    await expectNoFindings(page)
  })
}

test('a message stays while it is pointed at, and goes by itself afterwards', async () => {
  await changeSeverity()
  await messages()
    .getByText(/^Severity of/)
    .hover()
  await page.waitForTimeout(10_000)
  await expect(messages().getByText(/^Severity of/)).toBeVisible()
  await look(page, 'message')
  await page.mouse.move(700, 5)
  await expect(messages()).toBeHidden()
})

test('a message goes by its button or by Escape, which closes an issue first', async () => {
  await changeSeverity()
  await messages().getByRole('button', { name: 'Dismiss' }).click()
  await expect(messages()).toBeHidden()
  await expect(detail().getByLabel('Severity', { exact: true })).toBeFocused()

  await changeSeverity()
  await detail().getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Escape')
  await expect(detail()).toBeHidden()
  await expect(messages()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(messages()).toBeHidden()
})

test('undo from a message gives the focus back to the work', async () => {
  await changeSeverity()
  await messages().getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('Enter')
  await expect(messages().getByText(/^Undone: Severity/)).toBeVisible()
  await expect(detail().getByLabel('Severity', { exact: true })).toBeFocused()
})
