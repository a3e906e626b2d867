import { eventText } from '@domain/adoption/event-text'
import { numberText } from '@domain/reporting/number-text'
import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { DataTable } from '../charts/data-table'
import { MarkedBars } from '../charts/marked-bars'
import { adoptionChart } from '../parts/adoption/adoption-chart'
import { Rest } from './rest'

type Adoption = NonNullable<WeeklyPack['adoption']>

/** Whether the system is used by those it was made for, over what went wrong and what was shipped. */
export function AdoptionSection({ adoption }: { readonly adoption: Adoption }) {
  const { summary, figures, days, groups, features, trends, concerns } = adoption
  return (
    <section>
      <h2>Adoption</h2>
      <p>{summary}</p>
      <p className="quiet">
        {figures
          .map(({ label, display, trend }) => `${label}: ${display}${trend === '' ? '' : ` (${trend})`}`)
          .join(' · ')}
      </p>
      {days.length > 0 && <Days days={days} />}
      {trends.length > 0 && (
        <>
          <h3>What looks wrong</h3>
          <ul className="decisions">
            {trends.map(({ rank, title, seen }) => (
              <li key={rank}>
                <p>
                  <bdi>{title}</bdi>
                </p>
                <p className="aside">{seen}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <Concerns concerns={concerns} />
      {groups.count > 0 && (
        <>
          <h3>By group</h3>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">Group</th>
                <th scope="col">Active in the week</th>
                <th scope="col">Licensed</th>
                <th scope="col">Share</th>
                <th scope="col">Week before</th>
                <th scope="col">Never signed in</th>
              </tr>
            </thead>
            <tbody>
              {groups.lines.map(({ rank, name, active, licensed, share, before, never }) => (
                <tr key={rank}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td>{active}</td>
                  <td>{licensed}</td>
                  <td>{share}</td>
                  <td>{before}</td>
                  <td>{never}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Rest count={groups.count} shown={groups.lines.length} />
        </>
      )}
      {features.count > 0 && (
        <>
          <h3>By feature</h3>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">Feature</th>
                <th scope="col">People in the week</th>
                <th scope="col">Events</th>
                <th scope="col">People the week before</th>
              </tr>
            </thead>
            <tbody>
              {features.lines.map(({ rank, name, people, events, before }) => (
                <tr key={rank}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td>{people}</td>
                  <td>{events}</td>
                  <td>{before}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Rest count={features.count} shown={features.lines.length} />
        </>
      )}
    </section>
  )
}

function Days({ days }: { readonly days: Adoption['days'] }) {
  const data = adoptionChart(days)
  return (
    <div className="measured">
      <h3>{data.title}</h3>
      <p className="quiet">Different people, against those who could sign in.</p>
      <MarkedBars data={data} />
      <div className="measured-table">
        <DataTable
          caption="Table: people active by day"
          rowHead="Day"
          columns={['Active', 'Licensed', 'What happened']}
          rows={days.map((day) => ({
            name: day.label,
            values: [day.active, day.licensed ?? 'not known', eventText(day)],
          }))}
        />
      </div>
    </div>
  )
}

function Concerns({ concerns }: { readonly concerns: Adoption['concerns'] }) {
  if (concerns.count === 0) return null
  return (
    <>
      <h3>{`Concerns that somebody looks after: ${numberText(concerns.count)}`}</h3>
      <ul className="decisions">
        {concerns.lines.map(({ rank, title, seen, action, owner }) => (
          <li key={rank}>
            <p>
              <bdi>{title}</bdi>
            </p>
            <p className="aside">
              {[seen, action ?? 'Nothing decided yet.', owner ?? 'Nobody has it.']
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <Rest count={concerns.count} shown={concerns.lines.length} />
    </>
  )
}
