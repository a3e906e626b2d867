import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { type Launched, launchApp, runHeadless } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

let launched: Launched | undefined
let profile: string
let folder: string

async function open(): Promise<Page> {
  launched = await launchApp({ profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Issues' }).click()
  await expect(page.getByRole('grid', { name: 'Issues' })).toBeVisible()
  return page
}

async function restart(): Promise<Page> {
  await launched?.close()
  return open()
}

/** Opens the first line of the list. */
async function openFirst(page: Page): Promise<Locator> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const attachments = page
    .getByRole('complementary', { name: 'Issue', exact: true })
    .getByRole('region', { name: 'Attachments' })
  await expect(attachments).toBeVisible()
  return attachments
}

/** Puts a picture of the window on the system's clipboard, and pastes it into the open issue. */
async function pasteScreenshot(page: Page, expected: Locator): Promise<void> {
  const picture = (await page.screenshot()).toString('base64')
  const image = await page.evaluateHandle(async (base64) => {
    const shown = document.createElement('img')
    shown.src = `data:image/png;base64,${base64}`
    shown.style.cssText = 'position: fixed; inset: 0; z-index: 99'
    document.body.append(shown)
    await shown.decode()
    return shown
  }, picture)
  await launched?.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.copyImageAt(40, 40)
  })
  // The clipboard belongs to the system, and has the picture in its own time.
  await expect(async () => {
    await page.keyboard.press('Control+v')
    await expect(expected).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await image.evaluate((shown) => shown.remove())
}

async function dropOn(page: Page, target: Locator, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content as string], name as string))
      return transfer
    },
    [name, content],
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await target.dispatchEvent(type, { dataTransfer: data })
}

async function takePicture(page: Page, name: string, inSight?: Locator) {
  if (!process.env.PICTURES) return
  await inSight?.scrollIntoViewIfNeeded()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

test.beforeEach(async () => {
  ;({ profile } = await demoProfile())
  folder = mkdtempSync(join(tmpdir(), 'attached-'))
})
test.afterEach(async () => {
  await launched?.close()
  for (const each of [profile, folder]) rmSync(each, { recursive: true, force: true })
})

test('a pasted screenshot is there after a restart, opens large, and is saved as it was', async () => {
  let page = await open()
  let attachments = await openFirst(page)
  await takePicture(page, 'attachments-empty', attachments)
  const name = 'Screenshot 2026-11-23 10.00.png'
  await pasteScreenshot(page, attachments.getByRole('button', { name: `Show ${name}` }))
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(`“${name}” attached to HC-`)
  // The same picture once more is the same attachment.
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Attached already')
  await expect(attachments.getByRole('listitem')).toHaveCount(1)

  page = await restart()
  attachments = await openFirst(page)
  const likeness = attachments.getByRole('button', { name: `Show ${name}` }).locator('img')
  await expect
    .poll(() => likeness.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(500)
  await expectNoFindings(page)
  await takePicture(page, 'attachments', attachments)
  await attachments.getByRole('button', { name: `Show ${name}` }).click()
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog.getByRole('img', { name })).toBeVisible()
  await expectNoFindings(page)
  await takePicture(page, 'attachment-large')

  const saved = join(folder, 'saved.png')
  await launched?.app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, saved)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Saved as saved.png')
  expect(readFileSync(saved).subarray(1, 4).toString()).toBe('PNG')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('a dropped file goes to the open issue, is taken off, and comes back with undo', async () => {
  const page = await open()
  const attachments = await openFirst(page)
  await dropOn(page, attachments, 'trace.csv', 'a,b\n1,2\n')
  await expect(attachments.getByText('trace.csv')).toBeVisible()
  await expect(page).toHaveURL(/#\/issues\//)
  // Markup of any kind is a file to save, never something to show.
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "taken over"</script></svg>'
  await dropOn(page, attachments, 'logo.svg', svg)
  await expect(attachments.getByRole('button', { name: /^Save logo.svg, it opens/ })).toBeVisible()
  await expect(attachments.locator('img')).toHaveCount(0)
  await takePicture(page, 'attachments-files', attachments)

  await attachments.getByRole('button', { name: 'Take off trace.csv' }).click()
  await expect(attachments.getByText('trace.csv')).toBeHidden()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: /Undo/ }).click()
  await expect(attachments.getByText('trace.csv')).toBeVisible()
})

test('files chosen by key; one too large is told, and holds up no other', async () => {
  const page = await open()
  const attachments = await openFirst(page)
  const [good, large] = [join(folder, 'notes.txt'), join(folder, 'recording.mp4')]
  writeFileSync(good, 'What we saw')
  writeFileSync(large, Buffer.alloc(50 * 1024 ** 2 + 1))
  const choosing = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+Shift+A')
  await (await choosing).setFiles([large, good])
  await expect(attachments.getByText('notes.txt')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    '“recording.mp4” has 51 MB; a file of up to 50 MB can be attached.',
  )
  await expect(attachments.getByRole('listitem')).toHaveCount(1)
})

test('a backup holds attached files, and restoring it brings them back', async () => {
  let page = await open()
  let attachments = await openFirst(page)
  const shown = { name: /^Show Screenshot/ }
  await pasteScreenshot(page, attachments.getByRole('button', shown))
  await launched?.close()
  launched = undefined
  const written = await runHeadless(['backup', 'create', '--profile', profile, monday])
  expect(written.exitCode, written.stdout).toBe(0)
  const { name } = (written.json as { written: { name: string } }).written
  // The browser's own data is gone, as after a clean-up program.
  rmSync(join(profile, 'browser'), { recursive: true, force: true })
  const restored = await runHeadless(['backup', 'restore', '--name', name, '--profile', profile, monday])
  expect(restored.exitCode, restored.stdout).toBe(0)

  page = await open()
  attachments = await openFirst(page)
  await attachments.getByRole('button', shown).click()
  const picture = page.getByRole('dialog').getByRole('img')
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(500)
})

/** A new issue in the inbox, with a file dropped on it there. */
async function attachInTriage() {
  const csv = join(folder, 'export.csv')
  writeFileSync(csv, 'Ticket ID,Summary,Status\nX-1,Printer prints blank labels,New\n')
  const imported = await runHeadless(['import', '--file', csv, '--profile', profile, monday])
  expect(imported.exitCode, imported.stdout).toBe(0)
  const page = await open()
  await page.getByRole('link', { name: 'Triage', exact: true }).click()
  const attachments = page.getByRole('article').getByRole('region', { name: 'Attachments' })
  await dropOn(page, attachments, 'printer.log', 'blank')
  await expect(attachments.getByText('printer.log')).toBeVisible()
  return { page, attachments }
}

test('in triage a file is shown with its issue, and put there', async () => {
  const { page, attachments } = await attachInTriage()
  await expectNoFindings(page)
  await takePicture(page, 'attachments-triage', attachments)
  await page.keyboard.press('s')
  const split = page.getByRole('dialog', { name: /^Split/ })
  await split.getByLabel('Title of the new issue').fill('The other printer')
  await split.getByRole('checkbox', { name: 'printer.log' }).check()
  await split.getByRole('button', { name: 'Split it off' }).click()
  await expect(split).toBeHidden()
  await page.getByRole('link', { name: 'Issues' }).click()
  await page.getByRole('searchbox').fill('The other printer')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Issue', exact: true })).toContainText('printer.log')
})

test('the files of a duplicate are told at its original', async () => {
  const { page } = await attachInTriage()
  await page.keyboard.press('m')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('hc-1')
  await expect(page.getByRole('button', { name: 'Merge into HC-1' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing waits for triage')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Find' }).waitFor()
  await page.keyboard.type('HC-1')
  await page
    .getByRole('option', { name: /^HC-1 / })
    .first()
    .click()
  const file = page
    .getByRole('complementary', { name: 'Issue', exact: true })
    .getByRole('region', { name: 'Attachments' })
    .getByRole('listitem')
  await expect(file).toContainText('printer.log')
  await expect(file).toContainText('on X-1')
})

test('a full disk keeps the file out, says so, and leaves nothing half stored', async () => {
  const page = await open()
  const attachments = await openFirst(page)
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...record) {
      if (this.name === 'blobs') throw new DOMException('The disk is full', 'QuotaExceededError')
      return put.apply(this, record)
    }
    window.addEventListener('room', () => {
      IDBObjectStore.prototype.put = put
    })
  })
  await dropOn(page, attachments, 'trace.csv', 'a,b\n1,2\n')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The disk would not take it')
  await expect(attachments.getByRole('listitem')).toHaveCount(0)
  await page.evaluate(() => window.dispatchEvent(new Event('room')))
  await dropOn(page, attachments, 'trace.csv', 'a,b\n1,2\n')
  await expect(attachments.getByText('trace.csv')).toBeVisible()
  await launched?.close()
  launched = undefined
  const rebuilt = await runHeadless(['rebuild', '--profile', profile, monday])
  expect(rebuilt.json).toMatchObject({ equal: true })
})

test('a file whose content has not come yet says so', async () => {
  let page = await open()
  let attachments = await openFirst(page)
  await dropOn(page, attachments, 'trace.csv', 'a,b\n1,2\n')
  await expect(attachments.getByRole('button', { name: 'Save trace.csv', exact: true })).toBeVisible()
  await page.evaluate(async () => {
    const [name] = (await indexedDB.databases())
      .map((database) => database.name ?? '')
      .filter((each) => each.startsWith('war-room-engagement-'))
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open(name ?? '')
      opening.onerror = () => failed(opening.error)
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('blobs', 'readwrite')
        transaction.objectStore('blobs').clear()
        transaction.oncomplete = () => {
          opening.result.close()
          done()
        }
      }
    })
  })
  page = await restart()
  attachments = await openFirst(page)
  await expect(attachments.getByRole('listitem')).toContainText('Not on this laptop yet')
  await expect(attachments.getByRole('button', { name: /^Save/ })).toHaveCount(0)
  await takePicture(page, 'attachment-missing', attachments)
})
