import { useEffect, useRef } from 'react'
import { Icon } from '../../ui/icon'
import { Kbd } from '../../ui/kbd'
import type { PaletteItem } from '../../view-state/palette'
import styles from './palette.module.css'

export interface LineProps {
  readonly id: string
  readonly item: PaletteItem
  readonly selected: boolean
  readonly onChoose: () => void
}

export function Line({ id, item, selected, onChoose }: LineProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the search field, which points here
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className={styles.line}
      onClick={onChoose}
    >
      <Icon name={item.icon ?? 'chevron-right'} />
      {item.called && <span className={styles.called}>{item.called}</span>}
      <span className={styles.title}>{item.title}</span>
      {item.note && <span className={styles.note}>{item.note}</span>}
      {item.keys && (
        <span className={styles.keys}>
          <Kbd keys={item.keys} />
        </span>
      )}
    </div>
  )
}
