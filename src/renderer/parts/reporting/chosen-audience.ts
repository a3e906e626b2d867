import {
  audienceNamed,
  type BuiltInAudience,
  namesAndUnits,
  type ReportAudienceRow,
  type Withholding,
} from '@domain/reporting/withholding'
import { useMemo } from 'react'
import { useSession, useVersion, useWorkspace } from '../../storage/queries'

export interface ChosenAudience {
  /** A built-in audience, or the key of one of the engagement. */
  readonly id: string
  readonly withholding: Withholding
}

const strictest: BuiltInAudience = 'without-names-and-units'

/** Whom the report is for. A choice that this engagement does not know is taken as the strictest of all. */
export function chosenAudience(rows: ReadonlyMap<string, ReportAudienceRow>, chosen: string): ChosenAudience {
  const withholding = audienceNamed(rows, chosen)
  return withholding ? { id: chosen, withholding } : { id: strictest, withholding: namesAndUnits }
}

/** What is withheld from those whom the report is for. */
export function useWithholding(): Withholding {
  const { reportAudience } = useWorkspace().settings
  const { replica } = useSession()
  const version = useVersion('reportAudience')
  return useMemo(() => {
    void version
    return chosenAudience(replica.rows('reportAudience'), reportAudience).withholding
  }, [replica, version, reportAudience])
}
