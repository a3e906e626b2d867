import { join } from 'node:path'
import { beginningCommands } from '@contract/headless-commands'
import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import { type CommandLine, CommandLineProblem, readCommandLine } from './command-line'
import type { Context } from './context'
import { enlargeHeap } from './engine'
import { enableFiles } from './files/enable'
import { OpenedFiles } from './files/opened-files'
import { SavedFiles } from './files/saved-files'
import { callersFolder, enableHeadless, failHeadless, openHeadlessPage } from './headless/enable'
import { answer, openDoor } from './ipc/register'
import { enableMail } from './mail/enable'
import { enableMenu } from './menu/enable'
import { enableNotifications } from './notifications/enable'
import { enablePdf } from './pdf/enable'
import { enablePower } from './power/enable'
import { type Profile, ProfileProblem, useProfile } from './profile/profile'
import { declareScheme, openLink, secure } from './security'
import { enableSyncFolder } from './sync-folder/enable'
import { enableTray } from './tray/enable'
import { bringToFront, openWindow } from './window'

const commandLine = commandLineOrExit()
const profile = profileOrExit()
const { fixedNow } = commandLine
let window: BrowserWindow | undefined

const context: Context = {
  profile,
  commandLine,
  pages: join(import.meta.dirname, '../renderer'),
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  now: () => fixedNow ?? Date.now(),
  window: () => window,
}

declareScheme()
enlargeHeap()

if (app.requestSingleInstanceLock({ files: commandLine.files })) start()
else if (commandLine.headless)
  failHeadless(
    'profile-in-use',
    'This profile is open in another window or command. Close it there and try again; nothing was changed.',
  )
else app.exit(0)

function start(): void {
  app.on('second-instance', () => bringToFront(window))
  app.on('window-all-closed', () => {
    if (!commandLine.headless) app.quit()
  })
  app.on('activate', () => {
    if (!app.isReady()) return
    if (BrowserWindow.getAllWindows().length === 0) show()
    else bringToFront(window)
  })
  void app.whenReady().then(() => {
    secure(context.pages)
    const opened = new OpenedFiles()
    const saved = new SavedFiles()
    enableFiles(context, opened, saved)
    enableHeadless(context, opened, saved)
    enableSyncFolder(context, opened, saved)
    enablePdf(context)
    enableMail(context)
    enableNotifications(context)
    enableTray(context)
    enablePower(context)
    answer('app.info', () => ({
      version: app.getVersion(),
      platform: process.platform,
      fingerprint: profile.fingerprint,
      fixedNow: fixedNow ?? null,
      profileIsNew: profile.isNew,
    }))
    answer('link.open', ({ url }) => openLink(url))
    answer('theme.set', ({ theme }) => {
      nativeTheme.themeSource = theme
    })
    openDoor()
    if (commandLine.headless) openHeadlessPage(context.preload)
    else show()
  })
}

function show(): void {
  window = openWindow(context.preload, profile.folder)
  enableMenu(context)
  window.on('closed', () => {
    window = undefined
  })
}

function commandLineOrExit(): CommandLine {
  try {
    return readCommandLine(process.argv.slice(1), callersFolder())
  } catch (error) {
    if (!(error instanceof CommandLineProblem)) throw error
    failHeadless(error.code, error.message)
    process.exit(1)
  }
}

function profileOrExit(): Profile {
  try {
    const { headless } = commandLine
    return useProfile(commandLine.profile, !headless || beginningCommands.has(headless.command))
  } catch (error) {
    if (!(error instanceof ProfileProblem)) throw error
    if (commandLine.headless) failHeadless(error.code, error.message)
    else dialog.showErrorBox('Hypercare War Room cannot start', error.message)
    process.exit(1)
  }
}
