import { engagementKey } from '@domain/model/engagement'
import { type FillRequest, mostChoices, type Proposal, proposeRota } from '@domain/rotation/fill'
import { helpersOf } from '@domain/rotation/helpers'
import { rotaOf } from '@domain/rotation/rota-of'
import { limitsOf } from '@domain/rotation/shift-limits'
import { supportCalendar } from '@domain/time/support-calendar'
import type loadHighs from 'highs'
import type { Report } from '../rpc'
import { FollowedRows } from './followed-rows'
import { solveWith } from './solve'

export interface ProposalInput extends FillRequest {
  readonly engagement: string
  /** Longest that the solver may take. */
  readonly seconds: number
}

/** The search tree is left here, so that it ends at the same place on every machine. */
const mostNodes = 200

export class TooMuchToFill extends Error {
  readonly code = 'too-much-to-fill'

  constructor() {
    super(
      `There are more than ${mostChoices} choices of who takes which shift. Fill a shorter period. Nothing was changed.`,
    )
    this.name = 'TooMuchToFill'
  }
}

/** Reads the rota from the log and proposes how to fill it; nothing is written. */
export async function proposeFrom(
  highs: Awaited<ReturnType<typeof loadHighs>>,
  { engagement, seconds, ...request }: ProposalInput,
  report: Report,
): Promise<Proposal> {
  report({ step: 'Reading the rota', done: 0, total: 0 })
  const replica = await new FollowedRows(engagement).upToDate()
  const about = replica.rows('engagement').get(engagementKey)?.values ?? {}
  const rota = rotaOf(replica)
  const helpers = helpersOf(rota, replica.rows('person'), request.from, request.to)
  report({ step: 'Looking for a fair rota', done: 0, total: 0 })
  const proposal = proposeRota(rota, request, helpers, limitsOf(about), supportCalendar(about), (program) =>
    solveWith(highs, program, { seconds, nodes: mostNodes }),
  )
  if (!proposal) throw new TooMuchToFill()
  return proposal
}
