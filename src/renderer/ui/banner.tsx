import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { classNames } from './class-names'
import { Icon } from './icon'

export interface BannerProps {
  readonly tone: 'info' | 'warning' | 'danger'
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Across the whole width, without an edge of its own. */
  readonly flush?: boolean
}

const icons = { info: 'info', warning: 'warning', danger: 'warning' } as const

/** Something to know before going on; stays as long as it is so. */
export function Banner({ tone, children, actions, flush = false }: BannerProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames(styles.banner, styles[tone], flush && styles.flush)}
    >
      <Icon name={icons[tone]} />
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
