import { useEffect } from 'react'
import { useSession } from '../../storage/queries'
import { PageHeader } from '../../ui/page-header'
import { Spinner } from '../../ui/spinner'
import { Board } from './board'
import type { BundleFlow, BundleStage, Read } from './bundle-flow'
import styles from './exchange.module.css'
import { Folder } from './folder'
import { Foreign } from './foreign'
import { Give } from './give'
import { Merged } from './merged'
import { Review } from './review'
import { TakeIn } from './take-in'
import { TakenList } from './taken-list'
import { Unlock } from './unlock'
import { useBundleFlow } from './use-bundle-flow'
import { useLaptops } from './use-laptops'
import { Working } from './working'

/** Laptops agree: by files from hand to hand, or through a folder that they share. */
export default function ExchangeScreen() {
  const { flow, stage } = useBundleFlow()
  switch (stage.kind) {
    case 'none':
      return <Overview flow={flow} problem={stage.problem} />
    case 'reading':
      return (
        <>
          <PageHeader title="Take in a bundle" note={stage.name} />
          <Working progress={stage.progress} onCancel={flow.stop} />
        </>
      )
    case 'locked':
      return (
        <>
          <PageHeader title="Take in a bundle" note={stage.name} />
          <Unlock flow={flow} stage={stage} />
        </>
      )
    case 'read':
      return <WhatWasRead flow={flow} read={stage} />
    case 'merging':
      return (
        <>
          <PageHeader title="Take in a bundle" note={stage.read.name} />
          <Working progress={stage.progress} onCancel={flow.stop} />
        </>
      )
    case 'merged':
      return <Merged flow={flow} stage={stage} />
  }
}

function Overview({
  flow,
  problem,
}: {
  readonly flow: BundleFlow
  readonly problem: Extract<BundleStage, { kind: 'none' }>['problem']
}) {
  const { access } = useSession()
  const laptops = useLaptops()
  const writes = access.kind === 'write'
  return (
    <>
      <PageHeader title="Exchange" note="Laptops that have exchanged everything hold the same" />
      <div className={styles.page}>
        {laptops ? <Board laptops={laptops} /> : <Spinner />}
        <div className={styles.halves}>
          {laptops && <Give others={laptops.others} />}
          {writes && (
            <div className={styles.stack}>
              <TakeIn flow={flow} problem={problem} />
              <Folder />
            </div>
          )}
        </div>
        <TakenList />
      </div>
    </>
  )
}

/** A bundle of this engagement is compared with what is here; of another, it says which. */
function WhatWasRead({ flow, read }: { readonly flow: BundleFlow; readonly read: Read }) {
  const session = useSession()
  const isOwn = read.summary.engagement.id === session.id
  const due = isOwn && !read.preview && !read.comparing && !read.problem
  useEffect(() => {
    if (due) void flow.compare(session)
  }, [flow, session, due])
  if (isOwn) return <Review flow={flow} read={read} />
  return (
    <>
      <PageHeader title="Take in a bundle" note={read.name} />
      <Foreign flow={flow} read={read} open={session.id} />
    </>
  )
}
