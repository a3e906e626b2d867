import { engagementKey } from '@domain/model/engagement'
import { freeWindows, type PatchWindow, unreadWindows } from '@domain/patches/windows'
import { useMemo } from 'react'
import { useRow, useRows, useVersion } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'
import { useZone } from '../../view-state/use-zone'

export interface ProposedWindows {
  /** Soonest first; none where the cadence plan tells none. */
  readonly free: readonly PatchWindow[]
  /** What the plan says and nobody can read. */
  readonly unread: readonly string[]
}

/** Windows of the cadence plan that no patch has yet. */
export function useWindows(most: number): ProposedWindows {
  const goLiveAt = useRow('engagement', engagementKey)?.values.goLiveAt ?? undefined
  const zone = useZone()
  const now = useMinute()
  const phases = useRows('cadencePhase')
  const patches = useRows('patch')
  const version = useVersion('cadencePhase', 'patch')
  return useMemo(() => {
    void version
    const plan = [...phases.values()].filter(({ values }) => !values.removed).map(({ values }) => values)
    const free =
      goLiveAt === undefined ? [] : freeWindows({ phases: plan, goLiveAt, zone }, patches.values(), now, most)
    return { free, unread: unreadWindows(plan) }
  }, [goLiveAt, zone, now, phases, patches, version, most])
}
