import { numberText } from '@domain/reporting/number-text'
import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { Rest } from './rest'

type Communication = WeeklyPack['communication']

/** What users were told, what they keep asking, and what is done so that they need not. */
export function CommunicationSection({ communication }: { readonly communication: Communication }) {
  const { figures, audiences, gaps, actions } = communication
  return (
    <section>
      <h2>User communication</h2>
      <p className="quiet">{figures.map(({ label, display }) => `${label}: ${display}`).join(' · ')}</p>
      {audiences.count === 0 ? (
        <p>No audience is told anything yet.</p>
      ) : (
        <table className="register audiences">
          <thead>
            <tr>
              <th scope="col">Audience</th>
              <th scope="col">Bulletins in the week</th>
              <th scope="col">On time</th>
              <th scope="col">Issues told</th>
              <th scope="col">Addresses</th>
              <th scope="col">Last told</th>
            </tr>
          </thead>
          <tbody>
            {audiences.lines.map(({ rank, name, sent, onTime, told, addresses, last }) => (
              <tr key={rank}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{numberText(sent)}</td>
                <td>{onTime}</td>
                <td>{numberText(told)}</td>
                <td>{addresses}</td>
                <td>{last}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rest count={audiences.count} shown={audiences.lines.length} />
      <Gaps gaps={gaps} />
      <Actions actions={actions} />
    </section>
  )
}

function Gaps({ gaps }: { readonly gaps: Communication['gaps'] }) {
  return (
    <>
      <h3>{`What people keep asking: ${numberText(gaps.count)}`}</h3>
      {gaps.count === 0 ? (
        <p className="quiet">Nothing was asked more than once of late.</p>
      ) : (
        <table className="register gaps">
          <thead>
            <tr>
              <th scope="col">Asked first as</th>
              <th scope="col">Component</th>
              <th scope="col">Asked</th>
              <th scope="col">In 14 days</th>
              <th scope="col">What is done about it</th>
            </tr>
          </thead>
          <tbody>
            {gaps.lines.map(({ rank, title, component, asked, lately, action }) => (
              <tr key={rank}>
                <th scope="row">
                  <bdi>{title}</bdi>
                </th>
                <td>
                  <bdi>{component}</bdi>
                </td>
                <td>{numberText(asked)}</td>
                <td>{numberText(lately)}</td>
                <td>{action ? <bdi>{action}</bdi> : 'nothing yet'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rest count={gaps.count} shown={gaps.lines.length} />
    </>
  )
}

function Actions({ actions }: { readonly actions: Communication['actions'] }) {
  if (actions.count === 0) return null
  return (
    <>
      <h3>{`Training actions: ${numberText(actions.count)}`}</h3>
      <table className="register training">
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Kind</th>
            <th scope="col">State</th>
            <th scope="col">Who has it</th>
            <th scope="col">Asked a week before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {actions.lines.map(({ rank, title, kind, state, owner, before, after }) => (
            <tr key={rank}>
              <th scope="row">
                <bdi>{title}</bdi>
              </th>
              <td>{kind}</td>
              <td>{state}</td>
              <td>{owner ? <bdi>{owner}</bdi> : 'nobody yet'}</td>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest count={actions.count} shown={actions.lines.length} />
    </>
  )
}
