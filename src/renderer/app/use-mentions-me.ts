import { mentioningIssues } from '@domain/mentions/mentioning-issues'
import { useLocation } from 'wouter'
import { inTurns } from '../storage/pace'
import { useSession, useWorkspace } from '../storage/queries'
import { toast } from '../ui/toast'
import { now } from '../view-state/clock'
import { issueListOf } from '../view-state/issue-list'
import { paths } from '../view-state/paths'
import { useMe } from '../view-state/use-me'
import { useShortcut } from '../view-state/use-shortcuts'

/** Lists the issues in which the person who uses this laptop is mentioned. */
export function useMentionsMe(): void {
  const session = useSession()
  const { settings } = useWorkspace()
  const me = useMe()
  const [, navigate] = useLocation()
  useShortcut('mentionsMe', () => {
    if (me === undefined) {
      toast({ text: unknown(settings.userName) })
      return
    }
    const { replica } = session
    const tables = { issues: replica.rows('issue'), comments: replica.rows('comment') }
    issueListOf(session.id)
      .getState()
      .showOnly({ title: 'Mention me', at: now(), keys: () => inTurns(mentioningIssues(tables, me)) })
    navigate(paths.issues)
  })
}

const unknown = (name: string) =>
  name.trim() === ''
    ? 'Say who you are first: your name is in Settings, under You and this laptop.'
    : `Nobody in this engagement is called “${name}”. Add yourself to its people, or write your name in Settings as it is there.`
