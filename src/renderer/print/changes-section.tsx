import type { ChangeGroup } from '@domain/reporting/daily-pack'
import { IssueList } from './issue-list'

export function ChangesSection({ changes }: { readonly changes: readonly ChangeGroup[] }) {
  const happened = changes.filter(({ count }) => count > 0)
  const quiet = changes.filter(({ count }) => count === 0)
  return (
    <section>
      <h2>Since yesterday</h2>
      {happened.map((group) => (
        <IssueList key={group.id} group={group} />
      ))}
      {quiet.length > 0 && (
        <p className="quiet">None: {quiet.map(({ label }) => label.toLowerCase()).join(', ')}.</p>
      )}
    </section>
  )
}
