import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { Rest } from './rest'

/** How hypercare tapers off, what that was meant to cost, and what it has cost. */
export function PlanSection({ plan }: { readonly plan: WeeklyPack['plan'] }) {
  const { warning, summary, outside, phases } = plan
  return (
    <section className="together">
      <h2>Plan and effort</h2>
      {warning && (
        <p>
          <strong>{warning}</strong>
        </p>
      )}
      {summary && <p>{summary}</p>}
      {phases.count > 0 && (
        <table className="register plan">
          <thead>
            <tr>
              <th scope="col">Phase</th>
              <th scope="col">Days</th>
              <th scope="col">Who is on</th>
              <th scope="col">To be reached</th>
              <th scope="col" className="number">
                Person days planned
              </th>
              <th scope="col" className="number">
                Of that until today
              </th>
              <th scope="col" className="number">
                Spent
              </th>
            </tr>
          </thead>
          <tbody>
            {phases.lines.map(({ rank, name, days, rota, targets, planned, due, spent }) => (
              <tr key={rank}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{days}</td>
                <td>
                  <bdi>{rota}</bdi>
                </td>
                <td>
                  <bdi>{targets}</bdi>
                </td>
                <td className="number">{planned}</td>
                <td className="number">{due}</td>
                <td className="number">{spent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rest count={phases.count} shown={phases.lines.length} />
      {outside && <p className="quiet">{`Outside of all phases: ${outside}.`}</p>}
    </section>
  )
}
