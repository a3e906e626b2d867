import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { PageHeader } from '../../ui/page-header'
import { shortcuts } from '../../view-state/shortcuts'
import type { BundleFlow, BundleStage } from './bundle-flow'
import styles from './exchange.module.css'
import { counted, sumOf } from './words'

export interface MergedProps {
  readonly flow: BundleFlow
  readonly stage: Extract<BundleStage, { kind: 'merged' }>
}

/** What a merge has brought, and the way on. */
export function Merged({ flow, stage: { name, summary, preview, change } }: MergedProps) {
  const { created, changed, conflicts } = preview
  return (
    <>
      <PageHeader title="Exchange" note={name} />
      <section className={styles.merged}>
        <h2 className={styles.mergedTitle}>
          <Icon name="check" />
          {change ? `Merged what ${summary.writer} wrote` : 'There was nothing new in it'}
        </h2>
        {change && (
          <p>
            {counted(change.operations, 'change')}: {counted(sumOf(created), 'new row')},{' '}
            {counted(sumOf(changed), 'changed row')}.
            {conflicts > 0 &&
              ` ${counted(conflicts, 'field')} changed on two laptops: both values are kept, to be reviewed.`}
          </p>
        )}
        <p className={styles.quiet}>
          To hold the same, {summary.writer} needs a bundle of yours: give them one for their laptop.
        </p>
        <div className={styles.ways}>
          <Button tone="primary" onClick={flow.stop}>
            Done
          </Button>
          <Button icon="file" keys={shortcuts.chooseBundle.keys} onClick={() => void flow.choose()}>
            Take in another…
          </Button>
        </div>
      </section>
    </>
  )
}
