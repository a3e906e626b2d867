import { numberText } from '@domain/reporting/number-text'
import type { ChangeGroup } from '@domain/reporting/pack'
import { severityWords } from './words'

/** A group of issues under its heading, and how many more there are than it names. */
export function IssueList({ group }: { readonly group: ChangeGroup }) {
  const more = group.count - group.issues.length
  return (
    <div className="issue-list">
      <div className="issue-list-head">
        <h3>{`${group.label}: ${numberText(group.count)}`}</h3>
        {more > 0 && <p className="aside">these first, and {numberText(more)} more</p>}
      </div>
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
