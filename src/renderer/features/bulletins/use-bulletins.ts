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

export interface KeptDraft {
  /** As it would go out now; undefined until all issues have been looked through once. */
  readonly draft: Draft | undefined
  /** The same with the words that were being typed when it was asked for: leaving a field writes them, which takes a moment. */
  readonly written: () => Promise<Draft | undefined>
}

/** The bulletin to an audience. */
export function useDraft(audience: AudienceRow, published: readonly IssueRow[] | undefined): KeptDraft {
  const session = useSession()
  const version = useVersion('audience', 'bulletin', 'bulletinLine', 'bulletinSending')
  const minute = useMinute()
  const read = useCallback(
    () => published && draftFor(session.replica, audience, published, minute),
    [session, audience, published, minute],
  )
  const draft = useMemo(() => {
    void version
    return read()
  }, [read, version])
  const written = useCallback(async () => {
    await session.settled()
    return read()
  }, [session, read])
  return { draft, written }
}
