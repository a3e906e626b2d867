import type { Evidence } from '@domain/exit/evidence'
import { numberText } from '@domain/reporting/number-text'
import { calledKey } from '@domain/triage/list-columns'
import { Link } from 'wouter'
import { Button } from '../../ui/button'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortInstantText } from '../../view-state/use-zone'
import styles from './exit.module.css'

const mostShown = 50

export interface EvidenceTableProps {
  readonly evidence: readonly Evidence[]
  readonly onList: () => void
}

/** The first of the issues that bear a criterion out, each with what it has to do with it. */
export function EvidenceTable({ evidence, onList }: EvidenceTableProps) {
  const shortText = useShortInstantText()
  const many = evidence.length === 1 ? '1 issue' : `${numberText(evidence.length)} issues`
  return (
    <div className={styles.evidence}>
      <table className={styles.rows}>
        <caption className={styles.caption}>{many} behind it</caption>
        <thead>
          <tr>
            <th scope="col">Issue</th>
            <th scope="col">Title, and why</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {evidence.slice(0, mostShown).map(({ issue, at, note }) => (
            <tr key={`${issue.row.key} ${at} ${note}`}>
              <td>
                <Link href={paths.issue(issue.row.key)}>{calledKey(issue.row)}</Link>
              </td>
              <td className={styles.bears}>
                <div>{issue.row.values.title?.slice(0, 200)}</div>
                <div className={styles.quiet}>{note}</div>
              </td>
              <td data-numeric className={styles.date}>
                {shortText(at)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button keys={shortcuts.exitOpen.keys} onClick={onList}>
        {evidence.length > mostShown ? `List all ${numberText(evidence.length)}` : 'List them'}
      </Button>
    </div>
  )
}
