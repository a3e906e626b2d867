import type { CommonPack, RegisterLine, ResolvedLine } from '@domain/reporting/pack'
import { Rest } from './rest'
import { severityMark } from './words'

export function RegisterSection({ pack }: { readonly pack: CommonPack }) {
  const { register, resolved } = pack
  return (
    <section>
      <h2>Severity 1 and 2 register</h2>
      {register.count === 0 ? (
        <p>No issue of severity 1 or 2 is open.</p>
      ) : (
        <OpenTable lines={register.lines} />
      )}
      <Rest count={register.count} shown={register.lines.length} />
      {resolved.count > 0 && (
        <>
          <h3>{resolvedHeading(pack)}</h3>
          <ResolvedTable lines={resolved.lines} />
          <Rest count={resolved.count} shown={resolved.lines.length} />
        </>
      )}
    </section>
  )
}

function resolvedHeading({ period }: CommonPack): string {
  return `Resolved ${period.heading.charAt(0).toLowerCase()}${period.heading.slice(1)}`
}

function OpenTable({ lines }: { readonly lines: readonly RegisterLine[] }) {
  return (
    <table className="register">
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Sev.</th>
          <th scope="col">Issue</th>
          <th scope="col">Status</th>
          <th scope="col">Owner</th>
          <th scope="col" className="number">
            Age, days
          </th>
          <th scope="col">Next update</th>
          <th scope="col">Work&shy;around</th>
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
              {line.component && (
                <span className="aside">
                  {' '}
                  <bdi>{line.component}</bdi>
                </span>
              )}
            </td>
            <td>{line.status}</td>
            <td>{line.owner ? <bdi>{line.owner}</bdi> : 'nobody yet'}</td>
            <td className="number">{line.ageDays}</td>
            <td>
              {line.nextUpdate ?? 'not set'}
              {line.updateOverdue && <strong> overdue</strong>}
            </td>
            <td>{line.workaround ? 'yes' : 'no'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ResolvedTable({ lines }: { readonly lines: readonly ResolvedLine[] }) {
  return (
    <table className="register resolved">
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Sev.</th>
          <th scope="col">Issue</th>
          <th scope="col">Status</th>
          <th scope="col">Resolved</th>
          <th scope="col" className="number">
            Took, days
          </th>
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
            <td>{line.resolved}</td>
            <td className="number">{line.daysTaken}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
