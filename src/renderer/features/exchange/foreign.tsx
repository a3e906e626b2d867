import { useLocation } from 'wouter'
import { useWorkspace } from '../../storage/queries'
import { Button } from '../../ui/button'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import type { BundleFlow, Read } from './bundle-flow'
import styles from './exchange.module.css'
import { Facts } from './facts'
import { joining } from './works'

export interface ForeignProps {
  readonly flow: BundleFlow
  readonly read: Read
  /** The engagement that is open, where one is. */
  readonly open?: string
  /** What has to be known before anything is begun; resolves to false to stay. */
  readonly before?: () => Promise<boolean>
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** A bundle of an engagement that is not open: this laptop holds it, or can begin it with the bundle. */
export function Foreign({ flow, read: { summary }, open, before = async () => true }: ForeignProps) {
  const { engagements } = useWorkspace()
  const door = useEngagementDoor()
  const [, navigate] = useLocation()
  const { id, name } = summary.engagement
  const held = engagements.find((entry) => entry.id === id)

  async function goOn() {
    if (!(await before())) return
    if (held) return door.open(id)
    const bundle = flow.handOver()
    navigate(paths.today)
    if (bundle) door.work(joining(bundle, summary))
  }
  useShortcut('mergeBundle', () => void goOn())

  return (
    <section className={styles.narrow}>
      <h2 className={styles.title}>{held ? `This bundle belongs to ${held.name}` : `Join ${name}`}</h2>
      <p className={styles.quiet}>
        {held
          ? 'This laptop holds that engagement too. Once it is open you see what the bundle would bring.'
          : open
            ? 'This laptop does not hold that engagement yet. Joining begins it here as a further one, kept apart from the one that is open now.'
            : 'Joining begins the engagement on this laptop, with everything that is in the bundle.'}
      </p>
      <Facts summary={summary} zone={ownZone} />
      <div className={styles.ways}>
        <Button onClick={flow.stop}>Cancel</Button>
        <Button tone="primary" keys={shortcuts.mergeBundle.keys} onClick={() => void goOn()}>
          {held ? `Switch to ${held.name}` : open ? 'Join as a further engagement' : 'Join'}
        </Button>
      </div>
    </section>
  )
}
