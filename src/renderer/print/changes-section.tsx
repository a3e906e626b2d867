import type { CommonPack } from '@domain/reporting/pack'
import { IssueList } from './issue-list'

export function ChangesSection({ pack: { changes, period } }: { readonly pack: CommonPack }) {
  const happened = changes.filter(({ count }) => count > 0)
  const quiet = changes.filter(({ count }) => count === 0)
  return (
    <section>
      <h2>{period.heading}</h2>
      {happened.map((group) => (
        <IssueList key={group.id} group={group} />
      ))}
      {quiet.length > 0 && (
        <p className="quiet">None: {quiet.map(({ label }) => label.toLowerCase()).join(', ')}.</p>
      )}
    </section>
  )
}
