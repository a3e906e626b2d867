import { type Command, inEngagement, neededOption } from '../run'

export const createBackup: Command = async (run) => {
  const id = await inEngagement(run, async (session) => session.id)
  await run.workspace.backUp(id, 'by hand')
  return { written: (await run.workspace.backups()).find(({ engagement }) => engagement === id) }
}

export const listBackups: Command = async ({ workspace }) => ({ backups: await workspace.backups() })

export const restoreBackup: Command = async ({ options, workspace, progress }) => {
  const name = neededOption(options, 'name')
  return {
    engagement: await workspace.restore(name, ({ step, done, total }) =>
      progress(`${step}: ${done} of ${total}`),
    ),
  }
}
