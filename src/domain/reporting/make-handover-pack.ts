import { handoverLinesInSteps } from '../handover/lines'
import { readHandoverIssues } from '../handover/open-issues'
import type { Replica } from '../merge/replica'
import { engagementKey } from '../model/engagement'
import type { Instant } from '../model/value'
import { type HandoverPack, handoverPack } from './handover-pack'
import { redactionOf } from './redaction'
import type { Withholding } from './withholding'

export interface HandoverQuestion {
  readonly asOf: Instant
  readonly withhold: Withholding
}

/** The handover of an engagement for its readers, in steps. */
export function* makeHandoverPack(
  replica: Replica,
  { asOf, withhold }: HandoverQuestion,
): Generator<void, HandoverPack> {
  const issues = yield* readHandoverIssues(replica.rows('issue').values(), asOf)
  const items = replica.rows('handoverItem').values()
  const sessions = replica.rows('knowledgeSession').values()
  const lines = yield* handoverLinesInSteps({ items, sessions, issues })
  const engagement = replica.rows('engagement').get(engagementKey)?.values ?? {}
  return handoverPack(lines, engagement, { asOf, redaction: redactionOf(replica, withhold) })
}
