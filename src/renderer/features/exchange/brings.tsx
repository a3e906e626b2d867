import type { BundlePreview } from '../../storage/bundle-file'
import styles from './exchange.module.css'
import { counted, entityWords, formatCount } from './words'

/** New and changed rows by entity. */
export function Brings({ preview: { fresh, known, created, changed } }: { readonly preview: BundlePreview }) {
  const entities = [...new Set([...Object.keys(created), ...Object.keys(changed)])]
  if (fresh === 0)
    return (
      <p className={styles.quiet}>
        Everything in it is here already. Merging it only notes what the other laptop has.
      </p>
    )
  return (
    <>
      <p>
        <strong>{counted(fresh, 'new change')}</strong>
        {known > 0 && <span className={styles.quiet}>, {formatCount(known)} that are here already</span>}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>What</th>
            <th className={styles.number}>New</th>
            <th className={styles.number}>Changed</th>
          </tr>
        </thead>
        <tbody>
          {entities.map((entity) => (
            <tr key={entity}>
              <th scope="row" className={styles.rowHead}>
                {entityWords(entity)}
              </th>
              <td className={styles.number}>{formatCount(created[entity] ?? 0)}</td>
              <td className={styles.number}>{formatCount(changed[entity] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
