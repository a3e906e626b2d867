import { calledKey } from '@domain/triage/list-columns'
import type { SimilarIssue } from '@domain/triage/similar-issues'
import { statusWords } from '@domain/triage/words'
import { Link } from 'wouter'
import { Mark } from '../../ui/mark'
import { statusLooks } from '../../view-state/marks'
import { paths } from '../../view-state/paths'
import styles from './triage.module.css'

const wordsShown = 5

export interface SimilarListProps {
  readonly similar: readonly SimilarIssue[]
  /** The words of all issues are still being read. */
  readonly isReading: boolean
}

/** Issues that say the same, with the words that say so. */
export function SimilarList({ similar, isReading }: SimilarListProps) {
  return (
    <section aria-label="Similar issues" className={styles.group}>
      <h3 className={styles.heading}>Similar issues, open or ended in the last 30 days</h3>
      {similar.length === 0 && (
        <p className={styles.quiet}>
          {isReading ? 'Reading the words of all issues' : 'None says the same.'}
        </p>
      )}
      <ul className={styles.plain}>
        {similar.map(({ row, shared }) => {
          const { status = 'new', title } = row.values
          return (
            <li key={row.key} className={styles.similar}>
              <p className={styles.line}>
                <Link href={paths.issue(row.key)} className={styles.keyLink}>
                  {calledKey(row)}
                </Link>
                <Mark {...statusLooks[status]} label={statusWords[status]} />
              </p>
              <p className={styles.twoLines}>{title || 'Untitled'}</p>
              <p className={styles.quiet}>Same words: {shared.slice(0, wordsShown).join(', ')}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
