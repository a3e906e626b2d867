import { figuresForPrograms } from '@domain/reporting/figures'
import { othersOf } from '../../storage/peers'
import { type Command, inEngagement, instantOption } from '../run'
import { withholdOption } from '../withhold-option'

export const metrics: Command = (run) =>
  inEngagement(run, async (session) => {
    const asOf = instantOption(run.options, 'as-of') ?? run.workspace.now()
    const copies = await othersOf(session.id, run.workspace.laptop)
    return {
      asOf: new Date(asOf).toISOString(),
      figures: figuresForPrograms(session.replica, {
        asOf,
        copies,
        withhold: withholdOption(run.options, session.replica),
      }),
    }
  })
