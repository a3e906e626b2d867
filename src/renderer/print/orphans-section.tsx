import { numberText } from '@domain/reporting/number-text'
import type { WeekPack } from '@domain/reporting/weekly-pack'
import { DataTable } from '../charts/data-table'
import { severityWords } from './words'

/** Open issues that nobody really has, by why. */
export function OrphansSection({ pack }: { readonly pack: WeekPack }) {
  const { count, reasons } = pack.orphans
  const columns = [...pack.severities.map(({ severity }) => severityWords(severity)), 'All']
  return (
    <section className="together">
      <h2>{`Orphans: ${numberText(count)}`}</h2>
      <p className="quiet">Open issues that nobody really has, each under its gravest reason.</p>
      {count === 0 ? (
        <p>Every open issue has somebody.</p>
      ) : (
        <div className="roomy">
          <DataTable
            caption="Table: orphans by reason and severity"
            rowHead="Reason"
            columns={columns}
            rows={reasons.map(({ name, open, total }) => ({ name, values: [...open, total] }))}
          />
        </div>
      )}
    </section>
  )
}
