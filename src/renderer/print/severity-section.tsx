import { numberText } from '@domain/reporting/number-text'
import type { CommonPack } from '@domain/reporting/pack'
import { Sparkline } from '../charts/sparkline'
import { changeWords, severityWords } from './words'

/** Open issues by severity, each with its change within the pack's period and how it came to be. */
export function SeveritySection({ pack }: { readonly pack: CommonPack }) {
  const { days } = pack.flow
  const { same } = pack.period
  return (
    <section>
      <h2>Open issues</h2>
      <ul className="tiles">
        <Tile
          title="All open"
          name=""
          {...pack.total}
          same={same}
          course={days.map(({ open }) => open.reduce((sum, part) => sum + part, 0))}
        />
        {pack.severities.map(({ severity, name, open, change }, place) => (
          <Tile
            key={severityWords(severity)}
            title={severityWords(severity)}
            name={severity === null ? '' : name}
            open={open}
            change={change}
            same={same}
            course={days.map((day) => day.open[place] ?? 0)}
          />
        ))}
      </ul>
    </section>
  )
}

interface TileProps {
  readonly title: string
  readonly name: string
  readonly open: number
  readonly change: number
  /** What is said of no change. */
  readonly same: string
  /** Open at the end of each day. */
  readonly course: readonly number[]
}

function Tile({ title, name, open, change, same, course }: TileProps) {
  return (
    <li>
      <p className="tile-title">
        {title} <bdi>{name}</bdi>
      </p>
      <p className="tile-number">{numberText(open)}</p>
      <p className="tile-change">{changeWords(change, same)}</p>
      <Sparkline label={`${title}, open per day: from ${course[0] ?? 0} to ${open}`} values={course} />
    </li>
  )
}
