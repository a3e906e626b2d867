import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { Rest } from './rest'

/** The exit scorecard: what has to hold before hypercare ends, and what does. */
export function ExitSection({ exit }: { readonly exit: WeeklyPack['exit'] }) {
  return (
    <section>
      <h2>Exit scorecard</h2>
      <p>{exit.summary}</p>
      <table className="register exit">
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">State</th>
            <th scope="col">Asked for</th>
            <th scope="col">Is</th>
            <th scope="col">Taken back by</th>
            <th scope="col">Not before</th>
          </tr>
        </thead>
        <tbody>
          {exit.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <bdi>{line.title}</bdi>
              </th>
              <td>{line.stateWord}</td>
              <td>{line.wanted}</td>
              <td>
                <bdi>{line.actual}</bdi>
              </td>
              <td>
                <bdi>{line.reset}</bdi>
              </td>
              <td>{line.earliest}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest count={exit.count} shown={exit.lines.length} />
      {exit.leftOut && <p className="quiet">{`Left out: ${exit.leftOut}.`}</p>}
    </section>
  )
}
