import { IconButton } from '../../ui/icon-button'
import type { NamedIssues } from '../../view-state/issue-list'
import { useInstantText } from '../../view-state/use-zone'
import styles from './filter-bar.module.css'

export interface NamedChipProps {
  readonly named: NamedIssues
  readonly onRemove: () => void
}

/** Says which issues are shown where no filter tells, and takes that back. */
export function NamedChip({ named: { title, at }, onRemove }: NamedChipProps) {
  const instant = useInstantText()
  const when = at === undefined ? '' : `, ${instant(at)}`
  const text = `${title}${when}`
  return (
    <span className={styles.chip}>
      <span className={styles.chipWords} data-tooltip={text}>
        <span className={styles.name}>{title}</span>
        <span>{when}</span>
      </span>
      <IconButton icon="close" label={`Remove the filter “${text}”`} onClick={onRemove} />
    </span>
  )
}
