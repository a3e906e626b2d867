import { type Draft, draftFor } from '@domain/bulletins/draft'
import { audiencesOf } from '@domain/bulletins/due'
import { type AudienceRow, publishedIssues, type SendingRow, sendingsTo } from '@domain/bulletins/published'
import type { IssueRow } from '@domain/triage/as-of'
import { useCallback, useMemo } from 'react'
import { useRows, useSession, useVersion } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'

/** An audience with what it was sent, the latest first. */
export interface AudienceLine {
  readonly audience: AudienceRow
  readonly sent: readonly SendingRow[]
}

export function useAudiences(): readonly AudienceLine[] {
  const audiences = useRows('audience')
  const sendings = useRows('bulletinSending')
  const version = useVersion('audience', 'bulletinSending')
  return useMemo(() => {
    void version
    return audiencesOf(audiences.values()).map((audience) => ({
      audience,
      sent: sendingsTo(audience.key, sendings.values()),
    }))
  }, [audiences, sendings, version])
}

/** The issues that users are told of; undefined until all issues have been looked through once. */
export function usePublished(): readonly IssueRow[] | undefined {
  const issues = useRows('issue')
  const version = useVersion('issue')
  return useInTurns(
    useCallback(() => {
      void version
      return publishedIssues(issues.values())
    }, [issues, version]),
  )
}

/** The bulletin to an audience as it would go out now. */
export function useDraft(
  audience: AudienceRow | undefined,
  published: readonly IssueRow[] | undefined,
): Draft | undefined {
  const { replica } = useSession()
  const version = useVersion('audience', 'bulletin', 'bulletinLine', 'bulletinSending')
  const minute = useMinute()
  return useMemo(() => {
    void version
    return audience && published && draftFor(replica, audience, published, minute)
  }, [replica, version, audience, published, minute])
}
