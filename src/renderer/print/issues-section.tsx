import type { ExitPack } from '@domain/reporting/exit-pack'
import { Rest } from './rest'
import { severityMark } from './words'

/** Longer lists are set closer. */
const long = 400

/** Every issue, a line each. */
export function IssuesSection({ issues }: { readonly issues: ExitPack['issues'] }) {
  const { count, summary, lines } = issues
  return (
    <section className="new-page">
      <h2>Issue list</h2>
      <p className="quiet">{summary}</p>
      {count > 0 && (
        <table className="register issues" data-length={lines.length > long ? 'long' : undefined}>
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Sev.</th>
              <th scope="col">Issue</th>
              <th scope="col">Class</th>
              <th scope="col">Status</th>
              <th scope="col">Raised</th>
              <th scope="col">Ended</th>
              <th scope="col">Resolved by</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">
                  <bdi>{line.key}</bdi>
                </th>
                <td className="severity-mark">{severityMark(line.severity)}</td>
                <td>
                  <bdi>{line.title}</bdi>
                </td>
                <td>{line.kind}</td>
                <td>{line.status}</td>
                <td>{line.raised}</td>
                <td>{line.ended}</td>
                <td>{line.rescue}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rest count={count} shown={lines.length} />
    </section>
  )
}
