import { basename } from 'node:path'
import { BrowserWindow, dialog, shell } from 'electron'
import type { Context } from '../context'
import type { OpenedFiles } from '../files/opened-files'
import type { SavedFiles } from '../files/saved-files'
import { pathOfOption } from '../headless/enable'
import { answer } from '../ipc/register'
import { Refused } from '../refused'
import { ChosenFolders } from './chosen-folders'
import { SharedFolder } from './shared-folder'

/** The folder that laptops share, for the pages: they name engagements, laptops and files, never paths. */
export function enableSyncFolder(context: Context, opened: OpenedFiles, saved: SavedFiles): void {
  const chosen = new ChosenFolders(context.profile.folder)

  function folderOf(engagement: string): SharedFolder {
    const picked = chosen.of(engagement)
    if (picked === undefined)
      throw new Refused('no-folder-chosen', 'No sync folder has been chosen for this engagement.')
    return new SharedFolder(picked, engagement)
  }

  answer('sync.choose', async ({ engagement }, { contents }) => {
    const window = BrowserWindow.fromWebContents(contents)
    if (!window) return null
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: 'Sync folder',
      message: 'Choose a folder that OneDrive, Syncthing or another engine keeps the same on all laptops.',
      properties: ['openDirectory', 'createDirectory'],
    })
    const [folder] = filePaths
    if (!folder) return null
    chosen.choose(engagement, folder)
    return { name: basename(folder) }
  })
  answer('sync.useFolder', async ({ engagement, option }) => {
    const folder = pathOfOption(context, option)
    await new SharedFolder(folder, engagement).present()
    chosen.choose(engagement, folder)
    return { name: basename(folder) }
  })
  answer('sync.folder', ({ engagement }) => {
    const picked = chosen.of(engagement)
    return picked === undefined ? null : { name: basename(picked) }
  })
  answer('sync.forget', ({ engagement }) => chosen.forget(engagement))
  answer('sync.show', async ({ engagement }) => {
    await shell.openPath(folderOf(engagement).picked)
  })
  answer('sync.list', ({ engagement }) => folderOf(engagement).files())
  answer('sync.open', ({ engagement, laptop, name }) =>
    opened.open(folderOf(engagement).pathOf(laptop, name)),
  )
  answer('sync.begin', async ({ engagement, laptop, name }) => {
    const folder = folderOf(engagement)
    await folder.present()
    await folder.removeUnfinished(laptop)
    return saved.begin(folder.pathOf(laptop, name))
  })
  answer('sync.remove', ({ engagement, laptop, names }) => folderOf(engagement).remove(laptop, names))
}
