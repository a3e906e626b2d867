import type { CommonPack } from '@domain/reporting/pack'

/** Figures that tell where the work stands, each on a line of its own. */
export function GlanceSection({ glance }: { readonly glance: CommonPack['glance'] }) {
  return (
    <section>
      <h2>At a glance</h2>
      <table className="glance">
        <tbody>
          {glance.map(({ label, display, trend }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {display}
                {trend !== '' && <p className="aside">{trend}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
