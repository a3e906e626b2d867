import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import { Kbd } from './kbd'
import { Spinner } from './spinner'

export type ButtonTone = 'default' | 'primary' | 'quiet' | 'danger'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly ref?: Ref<HTMLButtonElement>
  /** `primary` at most once on a screen; `quiet` has no edge until pointed at. */
  readonly tone?: ButtonTone
  readonly icon?: IconName
  /** Shortcut that does the same, shown at the end. */
  readonly keys?: string
  /** Work is under way: shows a spinner and takes no second press. */
  readonly pending?: boolean
  readonly children: ReactNode
}

export function Button({
  tone = 'default',
  icon,
  keys,
  pending = false,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[tone], className)}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : onClick}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} />}
      <span className={styles.label}>{children}</span>
      {keys && <Kbd keys={keys} />}
    </button>
  )
}
