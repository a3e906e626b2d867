import { useState } from 'react'
import { useSession } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { PageHeader } from '../../ui/page-header'
import { ProgressBar } from '../../ui/progress-bar'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import { Brings } from './brings'
import type { BundleFlow, Read } from './bundle-flow'
import { ConflictList } from './conflict-list'
import styles from './exchange.module.css'
import { Facts } from './facts'
import { RowList } from './row-list'
import { SetAside } from './set-aside'
import { counted } from './words'

/** What a bundle of the open engagement would bring, before any of it is stored. */
export function Review({ flow, read }: { readonly flow: BundleFlow; readonly read: Read }) {
  const session = useSession()
  const zone = useZone()
  const [accepted, setAccepted] = useState(false)
  const { summary, preview, comparing, problem } = read
  const isChanged = summary.key === 'changed'
  const ready = preview !== undefined && !comparing && (!isChanged || accepted)
  const merge = () => void flow.merge(session, isChanged && accepted)
  useShortcut('mergeBundle', merge, ready)

  return (
    <>
      <PageHeader
        title="Take in a bundle"
        note={read.name}
        actions={
          <>
            <Button onClick={flow.stop}>Cancel</Button>
            <Button tone="primary" keys={shortcuts.mergeBundle.keys} disabled={!ready} onClick={merge}>
              {preview && preview.fresh > 0 ? `Merge ${counted(preview.fresh, 'change')}` : 'Merge'}
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        {isChanged && (
          <Banner tone="warning">
            <p>
              {summary.writer}’s laptop once signed with another key. A new installation of the app does that,
              but so would somebody else writing in their name. Ask {summary.writer} to read the key below
              from their Exchange screen before you go on.
            </p>
            <Checkbox checked={accepted} onChange={setAccepted}>
              I have asked, and this is their key
            </Checkbox>
          </Banner>
        )}
        <div className={styles.halves}>
          <section className={styles.panel} aria-label="The bundle">
            <Facts summary={summary} zone={zone} />
          </section>
          <section className={styles.panel} aria-label="What it brings">
            {comparing && (
              <ProgressBar
                label={comparing.step}
                done={comparing.done}
                total={comparing.total || undefined}
                onCancel={flow.stop}
              />
            )}
            {preview && <Brings preview={preview} />}
          </section>
        </div>
        {preview && preview.conflicts > 0 && <ConflictList preview={preview} />}
        {summary.quarantined > 0 && <SetAside summary={summary} />}
        {preview && preview.rows.length > 0 && <RowList preview={preview} />}
      </div>
    </>
  )
}
