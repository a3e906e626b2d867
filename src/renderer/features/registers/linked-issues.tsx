import type { Row } from '@domain/merge/row'
import type { Decision, Risk } from '@domain/model/entities'
import { issuesOf } from '@domain/triage/issue-links'
import { useTelling } from '../../view-state/use-telling'
import styles from './registers.module.css'

const mostNamed = 6

/** How the issues are called that a line has to do with. */
export function LinkedIssues({ row }: { readonly row: Row<Risk> | Row<Decision> }) {
  const { issueKey } = useTelling()
  const issues = issuesOf(row)
  if (issues.length === 0) return null
  const more = issues.length - mostNamed
  return (
    <span className={styles.called}>
      {issues.slice(0, mostNamed).map(issueKey).join(', ')}
      {more > 0 && ` and ${more} more`}
    </span>
  )
}
