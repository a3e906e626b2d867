import { begunAt } from '@domain/merge/apply'
import type { Row } from '@domain/merge/row'
import { engagementKey } from '@domain/model/engagement'
import type { ImportRun } from '@domain/model/entities'
import { formatInstant } from '@domain/time/format'
import { usableZone } from '@domain/time/zone'
import { useLocation } from 'wouter'
import { useRow, useRows, useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { paths } from '../../view-state/paths'
import styles from './screen.module.css'
import { listIssuesOf } from './show-issues'
import { formatCount, storedSourceLabel } from './words'

const mostShown = 50
const counts = [
  ['created', 'New'],
  ['updated', 'Changed'],
  ['unchanged', 'Unchanged'],
  ['conflicts', 'Conflicts'],
  ['quarantined', 'Not read'],
] as const satisfies readonly (readonly [keyof ImportRun, string])[]

/** What was imported before, latest first. */
export function EarlierImports() {
  const session = useSession()
  const [, navigate] = useLocation()
  const runs = useRows('importRun')
  const zone = usableZone(useRow('engagement', engagementKey)?.values.zone)
  const shown = [...runs.values()].sort((a, b) => importedAt(b) - importedAt(a)).slice(0, mostShown)
  if (shown.length === 0) return null

  function show(importId: string) {
    listIssuesOf(session, importId)
    navigate(paths.issues)
  }

  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>Earlier imports</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>File</th>
            <th>From</th>
            <th>When</th>
            {counts.map(([field, label]) => (
              <th key={field} className={styles.number}>
                {label}
              </th>
            ))}
            <th>
              <VisuallyHidden>Issues</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((run) => (
            <tr key={run.key} className={isUndone(run) ? styles.undone : undefined}>
              <td className={styles.clipped} title={run.values.file ?? ''}>
                {run.values.file}
                {isUndone(run) && <span className={styles.quiet}> (undone)</span>}
              </td>
              <td>{storedSourceLabel(run.values.source)}</td>
              <td>{formatInstant(importedAt(run), zone)}</td>
              {counts.map(([field]) => (
                <td key={field} className={styles.number}>
                  {formatCount(run.values[field] ?? 0)}
                </td>
              ))}
              <td className={styles.number}>
                {hasIssues(run) && (
                  <Button
                    tone="quiet"
                    aria-label={`Show the issues of ${run.values.file}, ${formatInstant(importedAt(run), zone)}`}
                    onClick={() => show(run.key)}
                  >
                    Show
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function importedAt(run: Row<ImportRun>): number {
  return run.values.importedAt ?? begunAt(run)
}

function hasIssues(run: Row<ImportRun>): boolean {
  return !isUndone(run) && (run.values.created ?? 0) + (run.values.updated ?? 0) > 0
}

/** An undo removes every row that the import brought, its own record among them. */
function isUndone({ values }: Row<ImportRun>): boolean {
  return 'removed' in values && values.removed === true
}
