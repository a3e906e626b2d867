import type { Pack } from '@domain/reporting/read-pack'
import { DailyPages } from './daily-pages'
import { ExitPages } from './exit-pages'
import { HandoverPages } from './handover-pages'
import { WeeklyPages } from './weekly-pages'

/** The pages of a sponsor pack of any kind. */
export function PackPages({ pack }: { readonly pack: Pack }) {
  if (pack.kind === 'daily') return <DailyPages pack={pack} />
  if (pack.kind === 'handover') return <HandoverPages pack={pack} />
  if (pack.kind === 'weekly') return <WeeklyPages pack={pack} />
  return <ExitPages pack={pack} />
}
