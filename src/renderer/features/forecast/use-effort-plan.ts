import { engagementKey } from '@domain/model/engagement'
import { type EffortPlan, effortPlan } from '@domain/tapering/plan'
import { useMemo } from 'react'
import { useRow, useRows, useVersion } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'

/** Planned effort against what was spent, as of now. */
export function useEffortPlan(): EffortPlan {
  const phases = useRows('cadencePhase')
  const efforts = useRows('effort')
  const version = useVersion('cadencePhase', 'effort')
  const engagement = useRow('engagement', engagementKey)?.values
  const asOf = useMinute()
  return useMemo(() => {
    void version
    return effortPlan(phases.values(), efforts.values(), engagement ?? {}, asOf)
  }, [phases, efforts, version, engagement, asOf])
}
