import type { Page } from '@playwright/test'
import type { HeadlessRun } from './launch'
import { profileMadeBy } from './made-profiles'

export const monday = '--now=2026-11-23T09:00:00Z'

/** A profile of its own with a small demo in it. */
export const demoProfile = (issues = 12, now = monday) =>
  profileMadeBy(['demo', '--issues', String(issues), now])

/** What most tests go by that begin without any issue. */
const erp = {
  name: 'ERP go-live',
  client: 'Acme',
  zone: 'Europe/Berlin',
  goLive: '2026-11-02',
  plannedEnd: '2026-11-29',
}

/** A profile of its own with an engagement without issues in it. */
export const emptyProfile = (about: object = erp, now = monday) =>
  profileMadeBy(['engagement', 'create', now], about)

/** What a command printed, if it succeeded. */
export function printed<T>({ exitCode, json, stdout, stderr }: HeadlessRun): T {
  if (exitCode !== 0) throw new Error(`The command exited ${exitCode}: ${stdout}${stderr}`)
  return json as T
}

export interface Alteration {
  readonly engagement: string
  readonly store: string
  /** The record to alter; the first of the store where it is left out. */
  readonly key?: string
  /** Members to put in place of the record's own. */
  readonly members: Readonly<Record<string, unknown>>
}

/** Changes a stored record behind the app's back, as a broken disk or a newer version would. */
export function alterRecord(page: Page, alteration: Alteration): Promise<void> {
  return page.evaluate(
    ({ engagement, store, key, members }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open(`war-room-engagement-${engagement}`)
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const transaction = database.transaction(store, 'readwrite')
          const reading = transaction.objectStore(store).openCursor(key)
          reading.onsuccess = () => reading.result?.update({ ...reading.result.value, ...members })
          transaction.oncomplete = () => {
            database.close()
            done()
          }
          transaction.onerror = () => failed(transaction.error)
        }
      }),
    alteration,
  )
}
