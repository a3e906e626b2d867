import type { Replica } from '@domain/merge/replica'
import type { Fields } from '@domain/model/value'
import { makeLaptop } from '../../support/laptop'

export const hour = 60 * 60_000
export const day = 24 * hour

/** Monday 2 November 2026, 06:00 in Berlin. */
export const goLive = Date.UTC(2026, 10, 2, 5)

export const engagement: Fields = {
  name: 'Wave 2',
  client: 'Nordwind',
  system: 'Finance',
  zone: 'Europe/Berlin',
  goLiveAt: goLive,
  plannedEndOn: '2026-11-29',
}

export interface Told {
  /** Milliseconds since the go-live. */
  readonly at: number
  readonly entity?: string
  readonly key: string
  readonly fields: Fields
}

/** An engagement whose history is told change by change; all of it was written down at the end of the year. */
export function hypercare(told: readonly Told[], about: Fields = engagement): Replica {
  const laptop = makeLaptop('lead', Date.UTC(2026, 11, 31))
  laptop.write({ entity: 'engagement', key: 'engagement', fields: about, at: goLive - 30 * day })
  for (const { at, entity = 'issue', key, fields } of told)
    laptop.write({ entity, key, fields, at: goLive + at })
  return laptop.replica
}
