import { disputedLabel, disputedText } from '@domain/conflicts/conflict-words'
import type { BundlePreview } from '../../storage/bundle-file'
import { Badge } from '../../ui/badge'
import { useShortInstantText } from '../../view-state/use-zone'
import styles from './exchange.module.css'
import { usePreviewTelling } from './use-preview-telling'
import { counted } from './words'

const longestShown = 300
const mostShown = 100

/** Fields that would be in conflict: every value side by side, with who wrote it and when. */
export function ConflictList({ preview }: { readonly preview: BundlePreview }) {
  const telling = usePreviewTelling()
  const when = useShortInstantText()
  const conflicts = preview.rows
    .flatMap((row) =>
      row.fields.flatMap(({ field, standing }) => (standing ? [{ row, field, standing }] : [])),
    )
    .slice(0, mostShown)
  return (
    <section className={styles.panel} aria-labelledby="conflicts-ahead">
      <h2 id="conflicts-ahead" className={styles.panelTitle}>
        {counted(preview.conflicts, 'field')} changed on two laptops
      </h2>
      <p className={styles.quiet}>Both values are kept. The later one shows until somebody settles it.</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>Where</th>
            <th>Field</th>
            <th>Values</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ row, field, standing }) => (
            <tr key={`${row.entity} ${row.key} ${field}`}>
              <td className={styles.clipped} title={row.name}>
                {row.name}
              </td>
              <td>{disputedLabel(row.entity, field)}</td>
              <td>
                <ul className={styles.sides}>
                  {standing.map(({ value, by, at }, place) => (
                    <li key={`${by} ${at}`} className={styles.side}>
                      <span className={styles.value}>
                        {disputedText(row.entity, field, value, telling).slice(0, longestShown)}
                      </span>
                      <span className={styles.quiet}>
                        {by}, {when(at)} {place === 0 && <Badge>Shows</Badge>}
                      </span>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.conflicts > conflicts.length && (
        <p className={styles.quiet}>and {counted(preview.conflicts - conflicts.length, 'more field')}</p>
      )}
    </section>
  )
}
