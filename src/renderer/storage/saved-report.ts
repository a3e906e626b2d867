import { rememberReport, reportSavedLabel, type ToRemember } from '@domain/reporting/last-report'
import type { EngagementSession } from './session'

/**
 * Remembers what a report said that has left the app as a file, for the next one to be held against; where nothing can
 * be written it is not remembered. What was told cannot be untold, so undo passes it over.
 */
export async function rememberSavedReport(session: EngagementSession, report: ToRemember): Promise<void> {
  if (session.access.kind !== 'write') return
  const intents = rememberReport(report, session.replica.rows('savedReport'))
  if (intents.length > 0) await session.remember(reportSavedLabel(report.kind), intents)
}
