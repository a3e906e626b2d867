import { numberText } from '@domain/reporting/number-text'
import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { Rest } from './rest'

/** What may go wrong, what was decided, and what was promised and is late. */
export function RhythmSection({ rhythm }: { readonly rhythm: WeeklyPack['rhythm'] }) {
  const { figures, risks, made, actions } = rhythm
  return (
    <section>
      <h2>Risks and decisions</h2>
      <p className="quiet">{figures.map(({ label, display }) => `${label}: ${display}`).join(' · ')}</p>
      {risks.count === 0 ? (
        <p>No risk is open.</p>
      ) : (
        <table className="register risks">
          <thead>
            <tr>
              <th scope="col">Risk</th>
              <th scope="col">Presses</th>
              <th scope="col">What is done against it</th>
              <th scope="col">Status</th>
              <th scope="col">Who has it</th>
            </tr>
          </thead>
          <tbody>
            {risks.lines.map((line) => (
              <tr key={line.title}>
                <th scope="row">
                  <bdi>{line.title}</bdi>
                </th>
                <td>{line.exposure}</td>
                <td>{line.mitigation ? <bdi>{line.mitigation}</bdi> : 'nothing yet'}</td>
                <td>{line.status}</td>
                <td>{line.owner ? <bdi>{line.owner}</bdi> : 'nobody yet'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rest count={risks.count} shown={risks.lines.length} />
      <h3>{`Decisions made: ${numberText(made.count)}`}</h3>
      {made.count === 0 ? (
        <p className="quiet">None in the week.</p>
      ) : (
        <ul className="decisions">
          {made.lines.map((line) => (
            <li key={`${line.day} ${line.title}`}>
              <p>
                <bdi>{line.title}</bdi>
              </p>
              <p className="aside">
                {line.day}
                {line.outcome && (
                  <>
                    {': '}
                    <bdi>{line.outcome}</bdi>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Rest count={made.count} shown={made.lines.length} />
      <h3>{`Actions overdue: ${numberText(actions.count)}`}</h3>
      {actions.count === 0 ? (
        <p className="quiet">Everything that was promised for a past day is done.</p>
      ) : (
        <ul className="decisions">
          {actions.lines.map((line) => (
            <li key={`${line.due} ${line.text}`}>
              <p>
                <bdi>{line.text}</bdi>
              </p>
              <p className="aside">
                {line.owner ? <bdi>{line.owner}</bdi> : 'nobody yet'}
                {`, was due ${line.due}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Rest count={actions.count} shown={actions.lines.length} />
    </section>
  )
}
