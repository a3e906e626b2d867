import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { launchApp, runHeadless } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, printed } from '../support/stored-engagement'

test('a clock that was set back since the laptop last wrote is said, keeps nobody from anything, and rests once looked at', async () => {
  test.setTimeout(180_000)
  const { profile } = await demoProfile()
  const { entities } = printed<{ entities: { issue: object } }>(
    await runHeadless(['dump', '--profile', profile]),
  )
  const [key = ''] = Object.keys(entities.issue)
  const edit = ['edit', '--profile', profile, '--entity', 'issue', '--key', key, '--set', '{"severity":1}']
  printed(await runHeadless([...edit, '--now=2027-11-23T09:00:00Z']))
  const { page, close } = await launchApp({ profile, args: ['--now=2026-11-23T08:00:00Z'] })
  const notice = page.getByText('This laptop’s clock seems to be 1 year behind')
  await expect(notice).toBeVisible()
  await expect(page.getByText(/It last wrote at Tue 23 Nov 2027/)).toBeVisible()
  await look(page, 'clock-notice')
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page.getByRole('heading', { level: 1, name: 'Issues' })).toBeVisible()
  await page.getByRole('button', { name: 'I have looked' }).click()
  await expect(notice).toBeHidden()
  await close()
  rmSync(profile, { recursive: true, force: true })
})
