import type { ReactNode } from 'react'
import styles from './badge.module.css'

/** A short word or number set apart from the line it stands in. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className={styles.badge}>{children}</span>
}
