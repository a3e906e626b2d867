import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly ref?: Ref<HTMLButtonElement>
  readonly icon: IconName
  /** What it does; its name for screen readers and its tooltip. */
  readonly label: string
  readonly keys?: string
}

export function IconButton({ icon, label, keys, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tooltip={label}
      data-tooltip-keys={keys}
      className={classNames(styles.button, styles.quiet, styles.iconOnly, className)}
    >
      <Icon name={icon} />
    </button>
  )
}
