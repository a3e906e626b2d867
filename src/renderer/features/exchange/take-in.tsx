import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { shortcuts } from '../../view-state/shortcuts'
import type { BundleFlow } from './bundle-flow'
import styles from './exchange.module.css'

export interface TakeInProps {
  readonly flow: BundleFlow
  /** Why the last file could not be taken. */
  readonly problem: string | undefined
}

export function TakeIn({ flow, problem }: TakeInProps) {
  return (
    <section className={styles.panel} aria-labelledby="take-in">
      <h2 id="take-in" className={styles.panelTitle}>
        Take one in
      </h2>
      {problem && <Banner tone="danger">{problem}</Banner>}
      <p className={styles.quiet}>
        Drop a bundle anywhere in this window, or choose it. You see what it would bring before anything is
        stored, and can take it back as a whole.
      </p>
      <div className={styles.ways}>
        <Button
          tone="primary"
          icon="import"
          keys={shortcuts.chooseBundle.keys}
          onClick={() => void flow.choose()}
        >
          Choose a bundle…
        </Button>
      </div>
    </section>
  )
}
