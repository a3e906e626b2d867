import { CommandFailure } from '../failure'
import { type Command, inEngagement } from '../run'

/** Makes all rows again from the log alone and compares them with what was shown. */
export const rebuild: Command = async (run) => {
  const id = await inEngagement(run, async (session) => session.id)
  const result = await run.workspace.rebuild(id)
  if (!result.equal)
    throw new CommandFailure(
      'rows-differed',
      'The rows were not what the log says; they have been made again from it.',
      result,
    )
  return { ...result }
}
