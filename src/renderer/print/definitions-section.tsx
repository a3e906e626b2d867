import type { DailyPack } from '@domain/reporting/daily-pack'

/** What the numbers mean, and those that found no place elsewhere. */
export function DefinitionsSection({ pack }: { readonly pack: DailyPack }) {
  return (
    <section className="definitions">
      <h2>Figures and what they mean</h2>
      <p>
        Data as of {pack.asOfText}, {pack.zoneText}. All times are told in this zone. Since yesterday means in
        the 24 hours before. Status, severity and owner are told as they were then; everything else as it is
        now.
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
