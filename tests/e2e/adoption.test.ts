import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { engagementWindow } from '../support/engagement-window'
import { dialogsAnswer, stick } from '../support/exchanging'
import { look } from '../support/looking'

const day = (back: number) => new Date(Date.UTC(2026, 10, 22 - back)).toISOString().slice(0, 10)
const people = [...Array(12).keys()].map((number) => `user${number}`)

/** Two weeks; the last four of the twelve stay away in the second. */
const logins = [
  'Username,Login Time,Status,API Type',
  ...[...Array(14).keys()].flatMap((back) =>
    people.slice(0, back < 7 ? 8 : 12).map((user) => `${user},${day(back)} 08:00,Success,N/A`),
  ),
  `user0,${day(1)} 03:00,Success,REST API`,
  `user1,${day(1)} 08:00,Invalid Password,N/A`,
].join('\n')

const licences = [
  'Username,Name,Department,Active,Last Login',
  ...people.map((user, place) => `${user},Name ${place},${place < 8 ? 'North' : 'South'},TRUE,`),
  'nobody,Nobody Yet,North,TRUE,',
].join('\n')

test('sign-ins and licensed users come in by the screen; a silent group gets an owner and an action', async () => {
  const files = stick()
  const window = await engagementWindow()
  const { page } = window
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('heading', { name: 'Nobody has told who uses the system' })).toBeVisible()

  const dialog = page.getByRole('dialog', { name: 'Import use' })
  for (const [name, content, told] of [
    ['logins.csv', logins, '1 failed, 1 by API'],
    ['users.csv', licences, '13 licensed users new, 0 changed, 0 known already'],
  ] as const) {
    writeFileSync(files.file(name), content)
    await dialogsAnswer(window, files.file(name))
    await page.keyboard.press('i')
    await dialog.getByRole('button', { name: 'Choose a file…' }).click()
    await expect(dialog.getByText(told)).toBeVisible()
    if (name === 'logins.csv') await look(page, 'adoption-import')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
  }
  await expect(page.getByText('61.5% (8 of 13) of licensed people active in seven days')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Never signed in' }).getByText('Nobody Yet')).toBeVisible()

  const concerns = page.getByRole('listbox', { name: 'Concerns' })
  await expect(concerns.getByText('South: nobody in a week')).toBeVisible()
  await page.keyboard.press('w')
  const concern = page.getByRole('dialog', { name: 'Look after a concern' })
  await concern.getByLabel('What is done about it').fill('Visit them')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(concerns.getByText('Nobody has it · Visit them')).toBeVisible()
  await look(page, 'adoption')
  await page.keyboard.press('d')
  await expect(concerns.getByText('Done', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(concerns.getByText('Open', { exact: true })).toBeVisible()
  await window.remove()
  files.remove()
})
