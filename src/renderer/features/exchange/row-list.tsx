import { disputedLabel } from '@domain/conflicts/conflict-words'
import type { BundlePreview, TouchedRow } from '../../storage/bundle-file'
import styles from './exchange.module.css'
import { counted, entityWords, sumOf } from './words'

const mostShown = 200
const mostFields = 6

/** Rows that a bundle brings or changes. */
export function RowList({ preview: { rows, created, changed } }: { readonly preview: BundlePreview }) {
  const shown = rows.slice(0, mostShown)
  const rest = sumOf(created) + sumOf(changed) - shown.length
  return (
    <section className={styles.panel} aria-labelledby="rows-ahead">
      <h2 id="rows-ahead" className={styles.panelTitle}>
        What would be new or changed
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>What</th>
            <th>Name</th>
            <th>New or changed</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.entity} ${row.key}`}>
              <td>{entityWords(row.entity)}</td>
              <td className={styles.clipped} title={row.name}>
                {row.name}
              </td>
              <td className={styles.clipped}>{row.isNew ? 'New' : changedText(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className={styles.quiet}>and {counted(rest, 'more row')}</p>}
    </section>
  )
}

function changedText({ entity, fields }: TouchedRow): string {
  const named = fields.slice(0, mostFields).map(({ field }) => disputedLabel(entity, field))
  const rest = fields.length - named.length
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ')
}
