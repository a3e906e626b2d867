import type { ChangeGroup } from '@domain/reporting/daily-pack'
import { severityWords } from './words'

/** A group of issues under its heading, and how many more there are than it names. */
export function IssueList({ group }: { readonly group: ChangeGroup }) {
  const more = group.count - group.issues.length
  return (
    <div className="issue-list">
      <h3>
        {group.label} <span className="count">{group.count.toLocaleString('en-GB')}</span>
        {more > 0 && <span className="aside">these first, and {more.toLocaleString('en-GB')} more</span>}
      </h3>
      <ul>
        {group.issues.map(({ key, title, severity }) => (
          <li key={key}>
            <bdi className="key">{key}</bdi> <bdi className="line-title">{title}</bdi>{' '}
            <span className="aside">{severityWords(severity).toLowerCase()}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
