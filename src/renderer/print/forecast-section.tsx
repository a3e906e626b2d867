import type { WeeklyPack } from '@domain/reporting/weekly-pack'

/** When hypercare may end, how that stands to the plan, and what the days beyond it cost. */
export function ForecastSection({ forecast }: { readonly forecast: WeeklyPack['forecast'] }) {
  const { summary, figures, basis } = forecast
  return (
    <section>
      <h2>Exit forecast</h2>
      <p>{summary}</p>
      {figures.length > 0 && (
        <table className="figures outlook together">
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Value</th>
              <th scope="col">Against the last report</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ label, display, trend }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{display}</td>
                <td>{trend}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {basis !== '' && <p className="quiet">{basis}</p>}
    </section>
  )
}
