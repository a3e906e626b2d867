import { type Cadence, cadenceOf } from '@domain/cadence/cadence'
import { engagementKey } from '@domain/model/engagement'
import { useMemo } from 'react'
import { useRow, useRows, useVersion } from '../storage/queries'

/** The cadence plan of the open engagement. */
export function useCadence(): Cadence {
  const phases = useRows('cadencePhase')
  const version = useVersion('cadencePhase', 'engagement')
  const engagement = useRow('engagement', engagementKey)
  return useMemo(() => {
    void version
    return cadenceOf(phases.values(), engagement?.values ?? {})
  }, [phases, engagement, version])
}
