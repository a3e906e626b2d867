import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchApp, runHeadless } from '../support/launch'
import { alterRecord, demoProfile, monday, printed } from '../support/stored-engagement'

const program = createRequire(import.meta.url)('electron') as string
const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

test('a database that a newer version has written opens read-only, and says so', async () => {
  const { profile, engagement, remove } = await demoProfile()
  const first = await launchApp({ profile, args: [monday] })
  await expect(first.page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await alterRecord(first.page, { engagement, store: 'facts', key: 'schemaVersion', members: { value: 99 } })
  await first.close()

  const { page, close } = await launchApp({ profile, args: [monday] })
  await expect(
    page.getByText(/Read-only\. A newer version of the app has written this engagement/),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await close()

  const before = printed(await runHeadless(['dump', '--profile', profile]))
  const edit = [
    'edit',
    '--profile',
    profile,
    '--entity',
    'engagement',
    '--key',
    'engagement',
    '--set',
    '{"note":"no"}',
  ]
  const refused = await runHeadless(edit)
  expect(refused.exitCode).toBe(1)
  expect(refused.json).toMatchObject({ error: { code: 'read-only' } })
  expect(printed(await runHeadless(['dump', '--profile', profile]))).toEqual(before)
  remove()
})

test('a damaged log says so and comes back from the last backup in one click', async () => {
  const { profile, engagement, remove } = await demoProfile()
  printed(await runHeadless(['backup', 'create', '--profile', profile, monday]))
  const before = printed(await runHeadless(['dump', '--profile', profile]))
  const first = await launchApp({ profile, args: [monday] })
  await expect(first.page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await alterRecord(first.page, { engagement, store: 'segments', members: { checksum: 0 } })
  await alterRecord(first.page, { engagement, store: 'snapshot', members: { checksum: 0 } })
  await first.close()

  const { page, close } = await launchApp({ profile, args: [monday] })
  await expect(page.getByRole('heading', { name: /cannot be opened/ })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('is damaged')
  await page.getByRole('button', { name: /Restore the last backup/ }).click()
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await expect(page.getByText(/Read-only/)).toBeHidden()
  await close()
  expect(printed(await runHeadless(['dump', '--profile', profile]))).toEqual(before)
  remove()
})

test('a browser profile that is gone is noticed, and the backups are offered', async () => {
  const { profile, remove } = await demoProfile()
  printed(await runHeadless(['backup', 'create', '--profile', profile, monday]))
  rmSync(join(profile, 'browser'), { recursive: true })
  const { page, close } = await launchApp({ profile, args: [monday] })
  await page.getByLabel('Your name').fill('Priya Raman')
  await page.getByRole('button', { name: /Restore from a backup/ }).click()
  await page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await close()
  remove()
})

test('a full disk refuses the edit in plain words and changes nothing', async () => {
  const { profile, remove } = await demoProfile()
  const { page, close } = await launchApp({ profile, args: [monday] })
  await page.getByRole('link', { name: 'Issues' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
  })
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('No room for this one')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/The disk would not take it/)).toBeVisible()
  await close()
  const { entities } = printed<{ entities: { issue: Record<string, { title: string }> } }>(
    await runHeadless(['dump', '--profile', profile]),
  )
  expect(Object.values(entities.issue).map(({ title }) => title)).not.toContain('No room for this one')
  remove()
})

test('a second start brings the first to the front and hands over its file', async () => {
  const { profile, remove } = await demoProfile()
  const file = join(profile, 'overnight.csv')
  writeFileSync(file, 'Ticket ID,Summary,Status\nN-1,Came in overnight,New\n')
  const { app, page, close } = await launchApp({ profile, args: [monday] })
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())

  const exitCode = await new Promise((ended) => {
    spawn(program, [...sandbox, resolve('.'), `--profile=${profile}`, file], { stdio: 'ignore' }).once(
      'close',
      ended,
    )
  })
  expect(exitCode).toBe(0)
  await expect(page.getByText('overnight.csv').first()).toBeVisible()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(
    false,
  )

  const busy = await runHeadless(['dump', '--profile', profile])
  expect(busy.exitCode).toBe(1)
  expect(busy.json).toMatchObject({ error: { code: 'profile-in-use' } })
  await close()
  remove()
})

test('the page can reach nothing: no network, no windows, no Node, and no unchecked request', async () => {
  const { app, page, close } = await launchApp({ args: [monday] })
  await expect(page.getByLabel('Your name')).toBeVisible()
  const reached = await page.evaluate(async () => ({
    node: 'process' in globalThis || 'require' in globalThis,
    network: await fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
    window: window.open('https://example.com/') === null ? 'refused' : 'opened',
    file: await fetch('app://war-room/..%2fmain/index.js').then(
      () => 'read',
      () => 'refused',
    ),
    unknown: await window.warRoom.request('file.delete' as never, undefined as never),
    wrong: await window.warRoom.request('file.readChunk', {
      handle: '../../etc/passwd',
      offset: 0,
      length: 1,
    }),
  }))
  expect(reached).toMatchObject({
    node: false,
    network: 'refused',
    window: 'refused',
    file: 'refused',
    unknown: { ok: false, error: { code: 'unknown-request' } },
    wrong: { ok: false, error: { code: 'bad-input' } },
  })
  const address = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const prevented = new Promise((done) =>
      contents?.once('will-navigate', ({ defaultPrevented }) => done(defaultPrevented)),
    )
    await contents?.executeJavaScript("location.href = 'https://example.com/'")
    return { prevented: await prevented, url: contents?.getURL() }
  })
  expect(address.prevented).toBe(true)
  expect(address.url).toMatch(/^app:\/\/war-room\//)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await close()
})
