import { EngagementFileProblem, readEngagementFile } from '@domain/engagement/engagement-file'
import { CommandFailure } from '../failure'
import { jsonOption } from '../option-file'
import type { Command } from '../run'

export const createEngagement: Command = async ({ options, workspace }) => {
  const input = await jsonOption(options, 'file')
  try {
    const values = readEngagementFile(input)
    return { id: await workspace.createEngagement(values), name: values.name, zone: values.zone }
  } catch (error) {
    if (error instanceof EngagementFileProblem) throw new CommandFailure('bad-engagement', error.message)
    throw error
  }
}
