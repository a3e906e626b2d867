import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import type { IssueRow } from '../triage/as-of'
import { draftOf, nextDraft } from './commands'
import { type BulletinHead, type ComposedSection, composeLines, contentOf } from './compose'
import type { BulletinContent } from './content'
import { type AudienceRow, issuesFor } from './published'
import { rideOfPatches } from './rides'

/** A bulletin as it would go out now. */
export interface Draft {
  readonly bulletin: BulletinHead
  readonly sections: readonly ComposedSection[]
  readonly content: BulletinContent
}

/** The bulletin to an audience that is being written or, where nobody has begun it, the one that comes next. */
export function draftFor(
  replica: Replica,
  audience: AudienceRow,
  published: Iterable<IssueRow>,
  now: Instant,
): Draft {
  const sendings = [...replica.rows('bulletinSending').values()]
  const bulletin =
    draftOf(audience.key, replica.rows('bulletin').values(), sendings) ?? nextDraft(audience, sendings)
  const issues = issuesFor(published, { audience, sendings, now, rideOf: rideOfPatches(replica, now) })
  const sections = composeLines(bulletin.key, issues, replica.rows('bulletinLine').values())
  return { bulletin, sections, content: contentOf(bulletin, sections) }
}
