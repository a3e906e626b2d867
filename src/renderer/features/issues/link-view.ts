import { LinkIndex } from '@domain/triage/link-index'
import { useSyncExternalStore } from 'react'
import { inTurns } from '../../storage/pace'
import { useSession } from '../../storage/queries'
import type { EngagementSession } from '../../storage/session'

/** Which issues point to which, of an open engagement; kept up with its rows once somebody has asked. */
class LinkView {
  readonly index: LinkIndex
  version = 0
  private readonly listeners = new Set<() => void>()
  private known = -1

  constructor(private readonly session: EngagementSession) {
    this.index = new LinkIndex(session.replica.rows('issue'))
    void inTurns(this.index.open()).then(() => {
      session.subscribe(() => this.follow())
      // Rows may have changed in between.
      this.follow()
    })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private follow(): void {
    if (this.session.version('issue') === this.known) return
    this.known = this.session.version('issue')
    this.index.refresh()
    this.version++
    for (const listener of this.listeners) listener()
  }
}

const views = new WeakMap<EngagementSession, LinkView>()

function linkViewOf(session: EngagementSession): LinkView {
  const known = views.get(session)
  if (known) return known
  const view = new LinkView(session)
  views.set(session, view)
  return view
}

/** Who points to whom; draws again when that may have changed. */
export function useLinkIndex(): LinkIndex {
  const view = linkViewOf(useSession())
  useSyncExternalStore(view.subscribe, () => view.version)
  return view.index
}
