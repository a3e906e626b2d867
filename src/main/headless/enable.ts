import { writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { Context } from '../context'
import type { OpenedFiles } from '../files/opened-files'
import type { SavedFiles } from '../files/saved-files'
import { answer } from '../ipc/register'
import { Refused } from '../refused'
import { pageUrl } from '../security'
import { securePreferences } from '../window'

/** Folder against which paths on the command line are read: the caller's, also when npm has moved us. */
export const callersFolder = () => process.env.WAR_ROOM_CWD ?? process.cwd()

/** Longest that the hidden page may take to ask for its command: a page that cannot start never does. */
const patience = 60_000

/** The same app without its window: a hidden page takes the command, does it, and says how it ended. */
export function enableHeadless(context: Context, opened: OpenedFiles, saved: SavedFiles): void {
  const asked = context.commandLine.headless
  const waiting =
    asked &&
    setTimeout(
      () =>
        failHeadless(
          'page-failed',
          'The page that does the work did not start. Install the app anew if this goes on.',
        ),
      patience,
    )
  answer('headless.take', () => {
    clearTimeout(waiting)
    return asked ? { command: asked.command, options: { ...asked.options } } : null
  })
  answer('headless.openFile', ({ option }) => opened.open(pathOfOption(context, option)))
  answer('headless.beginFile', ({ option }) => saved.begin(pathOfOption(context, option)))
  answer('headless.progress', ({ message }) => writeAll(2, `${message}\n`))
  answer('headless.write', ({ text }) => writeAll(1, text))
  answer('headless.finish', ({ result, ok }) => {
    writeAll(1, result === '' ? '' : `${result}\n`)
    void saved.cancelAll().then(() => app.exit(ok ? 0 : 1))
  })
}

/** The file or folder that an option of the command line names. @throws Refused where it names none. */
export function pathOfOption({ commandLine }: Context, option: string): string {
  const path = commandLine.headless?.options[option]
  if (typeof path !== 'string') throw new Refused('missing-option', `--${option} needs a file or folder.`)
  return resolve(callersFolder(), path)
}

export function openHeadlessPage(preload: string): void {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...securePreferences, backgroundThrottling: false, preload },
  })
  window.webContents.on('render-process-gone', (_event, { reason }) =>
    failHeadless('page-gone', `The page that does the work ended (${reason}).`),
  )
  window.webContents.on('did-fail-load', (_event, code, text) =>
    failHeadless('page-failed', `The page that does the work did not load: ${text} (${code}).`),
  )
  void window.loadURL(pageUrl('headless'))
}

/** Ends a headless run that could not do its work. */
export function failHeadless(code: string, message: string): void {
  writeAll(1, `${JSON.stringify({ error: { code, message, details: {} } })}\n`)
  app.exit(1)
}

/** A pipe takes what it can; the rest follows when the reader has caught up. */
function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text)
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return
    }
  }
}
