import { app, BrowserWindow, dialog, type FileFilter, shell, type WebContents } from 'electron'
import type { Context } from '../context'
import { tell } from '../events'
import { answer } from '../ipc/register'
import { Backups } from './backups'
import { largestBackup, type OpenedFiles } from './opened-files'
import type { SavedFiles } from './saved-files'

const importable: FileFilter[] = [
  { name: 'Tracker exports', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'json', 'jsonl'] },
  { name: 'All files', extensions: ['*'] },
]

const schedules: FileFilter[] = [
  { name: 'Calendars and tables', extensions: ['ics', 'csv', 'tsv', 'txt'] },
  { name: 'All files', extensions: ['*'] },
]

const bundles: FileFilter[] = [{ name: 'Hypercare War Room', extensions: ['warroom'] }]

const reports: FileFilter[] = [{ name: 'PDF', extensions: ['pdf'] }]

const savable: Readonly<Record<string, FileFilter>> = {
  csv: { name: 'CSV', extensions: ['csv'] },
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
  json: { name: 'JSON', extensions: ['json'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  markdown: { name: 'Markdown', extensions: ['md'] },
  warroom: { name: 'Hypercare War Room', extensions: ['warroom'] },
  ics: { name: 'Calendar', extensions: ['ics'] },
  html: { name: 'Web page', extensions: ['html'] },
  eml: { name: 'Mail draft', extensions: ['eml'] },
  attachment: { name: 'All files', extensions: ['*'] },
}

/** Opening, saving and backing up files, for the pages. */
export function enableFiles(context: Context, opened: OpenedFiles, saved: SavedFiles): void {
  const backups = new Backups(context.profile.backups)
  const handed = [...context.commandLine.files]
  const backupsUnderWay = new Map<string, string>()

  function hand(paths: readonly string[]): void {
    handed.push(...paths)
    if (paths.length > 0) tell(context.window(), 'file.handed', {})
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    hand([path])
  })
  app.on('second-instance', (_event, _argv, _folder, data) => {
    hand((data as { files?: string[] } | undefined)?.files ?? [])
  })

  async function pick(contents: WebContents, title: string, filters: FileFilter[]) {
    const window = BrowserWindow.fromWebContents(contents)
    if (!window) return null
    const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openFile'], filters })
    return filePaths[0] ? opened.open(filePaths[0]) : null
  }
  answer('file.openImport', (_input, { contents }) => pick(contents, 'Import from a tracker', importable))
  answer('file.openSchedule', (_input, { contents }) => pick(contents, 'Take in a schedule', schedules))
  answer('file.openPdf', (_input, { contents }) => pick(contents, 'Check a signed report', reports))
  answer('file.openBundle', (_input, { contents }) => pick(contents, 'Take in a bundle', bundles))
  answer('file.takeHanded', () => {
    const path = handed.shift()
    return path ? opened.open(path) : null
  })
  answer('file.readChunk', ({ handle, offset, length }) => opened.read(handle, offset, length))
  answer('file.close', ({ handle }) => opened.close(handle))

  answer('save.begin', async ({ name, kind }, { contents }) => {
    const window = BrowserWindow.fromWebContents(contents)
    const filter = savable[kind]
    if (!window || !filter) return null
    const { filePath } = await dialog.showSaveDialog(window, { defaultPath: name, filters: [filter] })
    return filePath ? saved.begin(filePath) : null
  })
  answer('save.chunk', ({ handle, data }) => saved.write(handle, data))
  answer('save.finish', async ({ handle }) => {
    const name = await saved.finish(handle)
    const engagement = backupsUnderWay.get(handle)
    backupsUnderWay.delete(handle)
    if (engagement) await backups.prune(engagement)
    return { name }
  })
  answer('save.cancel', ({ handle }) => saved.cancel(handle))

  answer('backup.begin', async ({ engagement, title, reason }) => {
    const begun = await saved.begin(backups.pathFor(engagement, title, reason, new Date(context.now())))
    backupsUnderWay.set(begun.handle, engagement)
    return begun
  })
  answer('backup.list', () => backups.list())
  answer('backup.open', async ({ name }) => opened.open(await backups.path(name), largestBackup))
  answer('backup.showFolder', async () => {
    await backups.list()
    await shell.openPath(context.profile.backups)
  })
}
