import styles from './details.module.css'

/** What the programs said, word for word, folded away: for whoever is asked for help. */
export function Details({ children }: { readonly children: string }) {
  return (
    <details className={styles.details}>
      <summary>Details</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long ones scroll, and the keyboard must reach their end */}
      <pre className={styles.text} tabIndex={0}>
        {children}
      </pre>
    </details>
  )
}
