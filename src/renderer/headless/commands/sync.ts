import { syncFolderOf, syncWithFolder, takeSyncFolder } from '../../storage/sync-folder'
import { CommandFailure } from '../failure'
import { type Command, inEngagement } from '../run'

/** One look into the sync folder; `--folder DIR` chooses it, for this time and from now on. */
export const sync: Command = (run) =>
  inEngagement(run, async (session) => {
    const { options, workspace, progress } = run
    const folder =
      options.folder === undefined
        ? await syncFolderOf(session.id)
        : await takeSyncFolder(session.id, 'folder')
    if (!folder)
      throw new CommandFailure(
        'no-folder-chosen',
        'No sync folder is chosen yet. Name one with --folder DIR.',
      )
    const { brought, sent, passedOver, unlooked } = await syncWithFolder(
      session,
      workspace,
      ({ step, done, total }) => progress(total > 0 ? `${step}: ${done} of ${total}` : step),
    )
    return { folder: folder.name, brought, sent, passedOver, unlooked }
  })
