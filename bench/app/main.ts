import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { readCommandLine } from '../../src/main/command-line'
import type { Context } from '../../src/main/context'
import { enlargeHeap } from '../../src/main/engine'
import { enableFiles } from '../../src/main/files/enable'
import { OpenedFiles } from '../../src/main/files/opened-files'
import { SavedFiles } from '../../src/main/files/saved-files'
import { enableHeadless } from '../../src/main/headless/enable'
import { answer, openDoor } from '../../src/main/ipc/register'
import { enablePdf } from '../../src/main/pdf/enable'
import { useProfile } from '../../src/main/profile/profile'
import { declareScheme, ownOrigin, secure } from '../../src/main/security'
import { securePreferences } from '../../src/main/window'

// The product's main process with one page of its own, so that storage can be measured from inside. It is started
// like a headless import, by which its page may open the file that `--file` names.
const commandLine = readCommandLine(process.argv.slice(1), process.cwd())
const profile = useProfile(commandLine.profile, true)
let window: BrowserWindow | undefined

const context: Context = {
  profile,
  commandLine,
  pages: join(import.meta.dirname, '../renderer'),
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  now: () => Date.now(),
  window: () => window,
}

declareScheme()
enlargeHeap()
app.on('window-all-closed', () => app.quit())

void app.whenReady().then(() => {
  secure(context.pages)
  const opened = new OpenedFiles()
  const saved = new SavedFiles()
  enableFiles(context, opened, saved)
  enableHeadless(context, opened, saved)
  enablePdf(context)
  answer('app.info', () => ({
    version: app.getVersion(),
    platform: process.platform,
    fingerprint: profile.fingerprint,
    fixedNow: null,
    profileIsNew: profile.isNew,
  }))
  openDoor()
  window = new BrowserWindow({ webPreferences: { ...securePreferences, preload: context.preload } })
  void window.loadURL(`${ownOrigin}/bench.html`)
})
