import type { DailyPack, RegisterLine, ResolvedLine } from '@domain/reporting/daily-pack'
import { severityMark } from './words'

export function RegisterSection({ pack }: { readonly pack: DailyPack }) {
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
          <h3>Resolved since yesterday</h3>
          <ResolvedTable lines={resolved.lines} />
          <Rest count={resolved.count} shown={resolved.lines.length} />
        </>
      )}
    </section>
  )
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

function Rest({ count, shown }: { readonly count: number; readonly shown: number }) {
  if (count <= shown) return null
  return <p className="quiet">and {(count - shown).toLocaleString('en-GB')} more, listed in the app</p>
}
