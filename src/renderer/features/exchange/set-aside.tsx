import type { BundleSummary } from '../../storage/bundle-file'
import styles from './exchange.module.css'
import { counted } from './words'

const mostShown = 50

/** Lines of a bundle that are no changes this version can read. */
export function SetAside({ summary: { quarantined, problems } }: { readonly summary: BundleSummary }) {
  const shown = problems.slice(0, mostShown)
  return (
    <section className={styles.panel} aria-labelledby="set-aside">
      <h2 id="set-aside" className={styles.panelTitle}>
        {counted(quarantined, 'line')} set aside
      </h2>
      <p className={styles.quiet}>They cannot be read and are left out; nothing else is held up by them.</p>
      <ul className={styles.lines}>
        {shown.map(({ line, reason }) => (
          <li key={line}>
            Line {line}: {reason}
          </li>
        ))}
      </ul>
      {quarantined > shown.length && (
        <p className={styles.quiet}>and {counted(quarantined - shown.length, 'more line')}</p>
      )}
    </section>
  )
}
