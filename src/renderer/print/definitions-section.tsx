import type { CommonPack } from '@domain/reporting/pack'

/** Rows that stay with the heading. */
const first = 4
/** The report ends with this table: a last page with fewer rows of it would be nearly empty. */
const last = 12

/** What the numbers mean, and those that found no place elsewhere. */
export function DefinitionsSection({ pack }: { readonly pack: CommonPack }) {
  const { definitions } = pack
  return (
    <section className="definitions">
      <div className="together heads-table">
        <h2>Figures and what they mean</h2>
        <p>
          Data as of {pack.asOfText}, {pack.zoneText}. All times are told in this zone. {pack.period.meaning}{' '}
          Status, severity and owner are told as they were then; a next update only if it was promised by
          then; everything else as it is now.
        </p>
        <p>
          <strong>How the verdict is reached.</strong> {pack.verdict.rule}
        </p>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" className="number">
              Value
            </th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <Rows definitions={definitions.slice(0, first)} together />
        <Rows definitions={definitions.slice(first, -last)} />
        <Rows definitions={definitions.slice(first).slice(-last)} together />
      </table>
    </section>
  )
}

interface RowsProps {
  readonly definitions: CommonPack['definitions']
  /** On one page. */
  readonly together?: boolean
}

function Rows({ definitions, together = false }: RowsProps) {
  if (definitions.length === 0) return null
  return (
    <tbody {...(together && { className: 'together' })}>
      {definitions.map(({ label, display, trend, definition }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td className="number">
            {display}
            {trend !== '' && <span className="change">{trend}</span>}
          </td>
          <td>{definition}</td>
        </tr>
      ))}
    </tbody>
  )
}
