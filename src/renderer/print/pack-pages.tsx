import type { Pack } from '@domain/reporting/read-pack'
import { DailyPages } from './daily-pages'
import { WeeklyPages } from './weekly-pages'

/** The pages of a sponsor pack of any kind. */
export function PackPages({ pack }: { readonly pack: Pack }) {
  return pack.kind === 'daily' ? <DailyPages pack={pack} /> : <WeeklyPages pack={pack} />
}
