import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { Rest } from './rest'

/** Who carried how much in the week, and where that was too much. */
export function LoadSection({ load }: { readonly load: WeeklyPack['load'] }) {
  const { figures, people, breaches } = load
  return (
    <section>
      <h2>Team load</h2>
      <p className="quiet">{figures.map(({ label, display }) => `${label}: ${display}`).join(' · ')}</p>
      {people.count === 0 ? (
        <p>Nobody was on shift in the week.</p>
      ) : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">On shift</th>
              <th scope="col">On call</th>
              <th scope="col">Outside hours</th>
              <th scope="col">Nights</th>
              <th scope="col">Hero index</th>
            </tr>
          </thead>
          <tbody>
            {people.lines.map(({ rank, name, time, onCall, outside, nights, hero }) => (
              <tr key={rank}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{time}</td>
                <td>{onCall}</td>
                <td>{outside}</td>
                <td>{nights}</td>
                <td>{hero}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rest count={people.count} shown={people.lines.length} />
      {breaches.count > 0 && (
        <>
          <h3>Too much for somebody</h3>
          <ul className="decisions">
            {breaches.lines.map(({ name, rule, text }) => (
              <li key={`${name} ${text}`}>
                <p>
                  <bdi>{name}</bdi>: {rule}
                </p>
                <p className="aside">{text}</p>
              </li>
            ))}
          </ul>
          <Rest count={breaches.count} shown={breaches.lines.length} />
        </>
      )}
    </section>
  )
}
