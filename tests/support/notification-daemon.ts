import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Arrived {
  readonly title: string
  readonly body: string
}

/** A session bus with a notification daemon on it, as on a desktop, and an ear on what is said to it. */
export interface NotificationDaemon {
  /** What a program needs to find the bus. */
  readonly env: Readonly<Record<string, string>>
  /** What has arrived so far, oldest first. */
  arrived(): readonly Arrived[]
  /** How many the daemon shows. */
  displayed(): Promise<number>
  /** Clicks the notification on top. */
  click(): Promise<void>
  stop(): Promise<void>
}

const config = `[global]
notification_limit = 0
[urgency_low]
timeout = 0
[urgency_normal]
timeout = 0
[urgency_critical]
timeout = 0
`

const nameHasOwner = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.DBus',
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.NameHasOwner',
  'string:org.freedesktop.Notifications',
]

export async function startNotificationDaemon(): Promise<NotificationDaemon> {
  const folder = mkdtempSync(join(tmpdir(), 'war-room-dunst-'))
  writeFileSync(join(folder, 'dunstrc'), config)
  // The bus lives as long as the daemon that it runs.
  const bus = spawn(
    'dbus-run-session',
    ['--', 'sh', '-c', 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec dunst -conf "$0"', join(folder, 'dunstrc')],
    { stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  )
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string]
  const env = { DBUS_SESSION_BUS_ADDRESS: address }
  const surroundings = { env: { ...process.env, ...env } }
  const ask = async (...args: string[]) => (await run('dunstctl', args, surroundings)).stdout.trim()
  // The daemon itself is not asked before it is there: the bus would start a second one to answer.
  await until(async () => (await run('dbus-send', nameHasOwner, surroundings)).stdout.includes('true'))

  const match = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'"
  const ear = spawn('dbus-monitor', ['--session', match], {
    ...surroundings,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let heard = ''
  ear.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard += text
  })
  // It listens once it has told of itself.
  await once(ear.stdout, 'data')

  return {
    env,
    arrived: () => notifyCalls(heard),
    displayed: async () => Number(await ask('count', 'displayed')),
    click: async () => void (await ask('action')),
    async stop() {
      ear.kill()
      await ended(bus)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Strings of a call come in the order of its arguments: the program, its icon, the title, the body. */
function notifyCalls(heard: string): readonly Arrived[] {
  return heard
    .split(/^method call /m)
    .filter((call) => call.includes('member=Notify\n') && call.includes('array ['))
    .map((call) => {
      const [, , title = '', body = ''] = [...call.matchAll(/^ {3}string "([\s\S]*?)"$/gm)].map(
        ([, text]) => text,
      )
      return { title, body }
    })
}

/** The whole group: the bus, its runner and the daemon. */
async function ended(bus: ChildProcess): Promise<void> {
  if (bus.exitCode !== null || bus.signalCode !== null) return
  const gone = once(bus, 'exit')
  if (bus.pid !== undefined) process.kill(-bus.pid, 'SIGTERM')
  await gone
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries >= 100) throw new Error('The notification daemon did not start.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
