import { numberText } from '@domain/reporting/number-text'
import type { BreachLine, LevelRow, WeekPack } from '@domain/reporting/weekly-pack'
import { counted } from '@domain/reporting/words'
import { Rest } from './rest'
import { severityMark } from './words'

/** Whether promises were kept: per clock and severity, and what is broken now. */
export function ServiceLevelsSection({ pack }: { readonly pack: WeekPack }) {
  const { notes, clocks, breaches } = pack.serviceLevels
  const [first, ...others] = clocks
  return (
    <section>
      <div className="together">
        <h2>Service levels in the last seven days</h2>
        {notes.map((note) => (
          <p key={note} className="quiet">
            {note}
          </p>
        ))}
        {first && <Clock {...first} />}
      </div>
      {others.map((clock) => (
        <div key={clock.title} className="together">
          <Clock {...clock} />
        </div>
      ))}
      <h3>{`Open breaches: ${numberText(breaches.clocks)}`}</h3>
      {breaches.clocks === 0 ? (
        <p>No acknowledge or resolve clock runs beyond its target.</p>
      ) : (
        <>
          <p className="quiet">{breachWords(breaches)}</p>
          <BreachTable lines={breaches.lines} />
          <Rest count={breaches.clocks} shown={breaches.lines.length} />
        </>
      )}
    </section>
  )
}

function Clock({ title, levels }: WeekPack['serviceLevels']['clocks'][number]) {
  return (
    <>
      <h3>{title}</h3>
      <LevelTable rows={levels} />
    </>
  )
}

function breachWords({ clocks, issues }: WeekPack['serviceLevels']['breaches']): string {
  const of = clocks === issues ? '' : `, of ${counted(issues, 'issue')}`
  return `Clocks that have used up their target and are not stopped${of}. By how much is counted time.`
}

function LevelTable({ rows }: { readonly rows: readonly LevelRow[] }) {
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">Severity</th>
          <th scope="col">Target now</th>
          <th scope="col" className="number">
            Judged
          </th>
          <th scope="col" className="number">
            Met
          </th>
          <th scope="col" className="number">
            Missed
          </th>
          <th scope="col" className="number">
            Still open
          </th>
          <th scope="col">In time</th>
          <th scope="col">Median</th>
          <th scope="col">90th percentile</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{row.target}</td>
            <td className="number">{numberText(row.judged)}</td>
            <td className="number">{numberText(row.met)}</td>
            <td className="number">{numberText(row.missed)}</td>
            <td className="number">{numberText(row.open)}</td>
            <td>{row.inTime}</td>
            <td>{row.median}</td>
            <td>{row.ninth}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BreachTable({ lines }: { readonly lines: readonly BreachLine[] }) {
  return (
    <table className="register breaches">
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Sev.</th>
          <th scope="col">Issue</th>
          <th scope="col">Clock</th>
          <th scope="col">Beyond target</th>
          <th scope="col">Owner</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.key} ${line.clock}`}>
            <th scope="row">
              <bdi>{line.key}</bdi>
            </th>
            <td className="severity-mark">{severityMark(line.severity)}</td>
            <td>
              <bdi>{line.title}</bdi>
            </td>
            <td>{line.clock}</td>
            <td>{line.over}</td>
            <td>{line.owner ? <bdi>{line.owner}</bdi> : 'nobody yet'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
