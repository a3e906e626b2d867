import { ProgressBar } from '../../ui/progress-bar'
import type { Progress } from '../../workers/rpc'
import styles from './exchange.module.css'

export function Working({
  progress: { step, done, total },
  onCancel,
}: {
  readonly progress: Progress
  readonly onCancel: () => void
}) {
  return (
    <div className={styles.working}>
      <ProgressBar label={step} done={done} total={total || undefined} onCancel={onCancel} />
    </div>
  )
}
