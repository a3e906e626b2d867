import type { ReactNode } from 'react'
import styles from './description-list.module.css'

/** Names and values below each other, for a panel of details. */
export function DescriptionList({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>
}

export function DescriptionRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}
