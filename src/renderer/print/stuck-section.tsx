import { numberText } from '@domain/reporting/number-text'
import type { StuckLine, WeeklyPack } from '@domain/reporting/weekly-pack'
import { Rest } from './rest'
import { severityMark } from './words'

/** Open issues about which nothing has been heard for too long. */
export function StuckSection({ stuck }: { readonly stuck: WeeklyPack['stuck'] }) {
  const { count, rule, lines } = stuck
  return (
    <section>
      <h2>{`Stuck: ${numberText(count)}`}</h2>
      <p className="quiet">{rule}</p>
      {count === 0 ? <p>No open issue is stuck.</p> : <StuckTable lines={lines} />}
      <Rest count={count} shown={lines.length} />
    </section>
  )
}

function StuckTable({ lines }: { readonly lines: readonly StuckLine[] }) {
  return (
    <table className="register stuck">
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Sev.</th>
          <th scope="col">Issue</th>
          <th scope="col">Status</th>
          <th scope="col">Last touched</th>
          <th scope="col">Quiet for</th>
          <th scope="col">Allowed</th>
          <th scope="col">Owner</th>
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
            <td>{line.status}</td>
            <td>{line.touched}</td>
            <td>{line.quiet}</td>
            <td>{line.allowed}</td>
            <td>{line.owner ? <bdi>{line.owner}</bdi> : 'nobody yet'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
