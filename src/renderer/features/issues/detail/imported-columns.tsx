import type { IssueRow } from '@domain/triage/as-of'
import { DescriptionList, DescriptionRow } from '../../../ui/description-list'
import styles from './issue-detail.module.css'

const prefix = 'column:'
const longestShown = 2_000
const mostShown = 100

/** Columns that came with an import and that nobody gave a meaning, as they came. */
export function ImportedColumns({ row }: { readonly row: IssueRow }) {
  const fields = Object.entries(row.values).filter(
    ([field, value]) => field.startsWith(prefix) && value !== null && value !== '',
  )
  if (fields.length === 0) return null
  return (
    <section className={styles.section} aria-label="Other imported columns">
      <h3 className={styles.heading}>Other imported columns</h3>
      <DescriptionList>
        {fields.slice(0, mostShown).map(([field, value]) => (
          <DescriptionRow key={field} name={field.slice(prefix.length)}>
            <span className={styles.value}>{String(value).slice(0, longestShown)}</span>
          </DescriptionRow>
        ))}
      </DescriptionList>
      {fields.length > mostShown && <p className={styles.quiet}>and {fields.length - mostShown} more</p>}
    </section>
  )
}
