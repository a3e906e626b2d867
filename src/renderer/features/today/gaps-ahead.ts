import type { Instant } from '@domain/model/value'
import { type CoverageGap, coverageGaps } from '@domain/rotation/coverage'
import type { Rota } from '@domain/rotation/rota'

const day = 24 * 60 * 60_000

/** Where a role is short of people while there is still time, or none any more, to find somebody. */
export const gapsAhead = (rota: Rota, now: Instant): readonly CoverageGap[] =>
  coverageGaps(rota, now, now + day)
