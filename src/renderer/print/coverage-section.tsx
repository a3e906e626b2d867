import type { WeeklyPack } from '@domain/reporting/weekly-pack'
import { DataTable } from '../charts/data-table'

const columns = ['Needed for', 'On shift, all together', 'Without enough people', 'In the week to come']

/** Who was on shift, and where nobody was; nothing where there is no rota. */
export function CoverageSection({ coverage }: { readonly coverage: WeeklyPack['coverage'] }) {
  if (coverage.length === 0) return null
  return (
    <section className="together">
      <h2>On shift</h2>
      <p className="quiet">
        Hours of the last seven days; the last column is what the rota lacks in the next seven.
      </p>
      <div className="roomy">
        <DataTable
          caption="Table: cover by role"
          rowHead="Role"
          columns={columns}
          rows={coverage.map(({ role, needed, onShift, missing, missingAhead }) => ({
            name: role,
            values: [needed, onShift, missing, missingAhead],
          }))}
        />
      </div>
    </section>
  )
}
