import type { CommonPack } from '@domain/reporting/pack'

/** What the numbers mean, and those that found no place elsewhere. */
export function DefinitionsSection({ pack }: { readonly pack: CommonPack }) {
  return (
    <section className="definitions">
      <h2>Figures and what they mean</h2>
      <p>
        Data as of {pack.asOfText}, {pack.zoneText}. All times are told in this zone. {pack.period.meaning}{' '}
        Status, severity and owner are told as they were then; a next update only if it was promised by then;
        everything else as it is now.
      </p>
      <p>
        <strong>How the verdict is reached.</strong> {pack.verdict.rule}
      </p>
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
        <tbody>
          {pack.definitions.map(({ label, display, definition }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="number">{display}</td>
              <td>{definition}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
