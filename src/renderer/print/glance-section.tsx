import type { DailyPack } from '@domain/reporting/daily-pack'

/** Figures that tell where the work stands, each on a line of its own. */
export function GlanceSection({ glance }: { readonly glance: DailyPack['glance'] }) {
  return (
    <section>
      <h2>At a glance</h2>
      <table className="glance">
        <tbody>
          {glance.map(({ label, display }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{display}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
