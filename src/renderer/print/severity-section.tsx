import { numberText } from '@domain/reporting/number-text'
import type { CommonPack } from '@domain/reporting/pack'
import { Sparkline } from '../charts/sparkline'
import { changeWords, severityWords } from './words'

/** Open issues by severity, each with how it stands against the last pack and how it came to be. */
export function SeveritySection({ pack }: { readonly pack: CommonPack }) {
  const { days } = pack.flow
  return (
    <section>
      <div className="headed">
        <h2>Open issues</h2>
        <p className="aside">{pack.comparison}</p>
      </div>
      <ul className="tiles">
        <Tile
          title="All open"
          name=""
          {...pack.total}
          course={days.map(({ open }) => open.reduce((sum, part) => sum + part, 0))}
        />
        {pack.severities.map(({ severity, name, open, change }, place) => (
          <Tile
            key={severityWords(severity)}
            title={severityWords(severity)}
            name={severity === null ? '' : name}
            open={open}
            change={change}
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
  readonly change: number | null
  /** Open at the end of each day. */
  readonly course: readonly number[]
}

function Tile({ title, name, open, change, course }: TileProps) {
  return (
    <li>
      <p className="tile-title">
        {title} <bdi>{name}</bdi>
      </p>
      <p className="tile-number">{numberText(open)}</p>
      <p className="tile-change">{changeWords(change)}</p>
      <Sparkline label={`${title}, open per day: from ${course[0] ?? 0} to ${open}`} values={course} />
    </li>
  )
}
