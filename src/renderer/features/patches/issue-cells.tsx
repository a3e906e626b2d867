import type { IssueRow } from '@domain/triage/as-of'
import { calledKey } from '@domain/triage/list-columns'
import { Mark } from '../../ui/mark'
import { severityLooks } from '../../view-state/marks'
import styles from './patches.module.css'

/** The cells that every line about an issue begins with. */
export function IssueCells({ row }: { readonly row: IssueRow }) {
  const { severity, title, component } = row.values
  return (
    <>
      <span className={styles.key}>{calledKey(row)}</span>
      <span className={styles.severity}>
        {severity != null && <Mark {...severityLooks[severity]} label={String(severity)} />}
      </span>
      <span className={styles.what}>{title}</span>
      <span className={styles.component}>{component}</span>
    </>
  )
}
