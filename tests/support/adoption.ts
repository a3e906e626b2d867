import { usageHeaders } from '@domain/adoption/columns'
import type { AdoptionDraft } from '@domain/adoption/draft'
import { planAdoption } from '@domain/adoption/plan-import'
import { readUsage } from '@domain/adoption/read-file'
import { type AdoptionReading, readAdoption } from '@domain/adoption/reading'
import type { DateOrder } from '@domain/importing/dates/date-text'
import { readTable } from '@domain/importing/read-table'
import { importCause } from '@domain/merge/operation'
import { dayOf } from '@domain/time/zone'
import { finished } from './finished'
import type { Laptop } from './laptop'

export const lines = (...rows: readonly string[]) => `${rows.join('\r\n')}\r\n`

/** A file of text, as it is read in an engagement of Berlin. */
export async function draftOf(text: string | Uint8Array, dateOrder?: DateOrder): Promise<AdoptionDraft> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const table = await readTable({ name: 'use.csv', bytes }, {}, usageHeaders)
  return readUsage(table, { name: 'use.csv', zone: 'Europe/Berlin', dateOrder })
}

/** Imports a draft on a laptop; tells what was news. */
export function importOn(laptop: Laptop, draft: AdoptionDraft) {
  const plan = planAdoption(draft, laptop.replica, { zone: 'Europe/Berlin', now: laptop.now })
  laptop.write(plan.intents, importCause('x'))
  return { created: plan.created, updated: plan.updated, unchanged: plan.unchanged }
}

/** All that is known on a laptop, up to its own day. */
export function adoptionOn({ replica, now }: Laptop): AdoptionReading {
  const tables = {
    people: replica.rows('activePeople').values(),
    totals: replica.rows('usageTotals').values(),
    licences: replica.rows('licencePage').values(),
  }
  return finished(readAdoption(tables, 'Europe/Berlin', dayOf(now, 'Europe/Berlin')))
}
