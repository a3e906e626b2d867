import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const folderId = 'war-room'
const apiKey = 'only-for-this-test'
const patienceMs = 30_000
const pollMs = 100

/** Two Syncthing daemons on this machine that keep one folder the same in two places, and talk to nobody else. */
export interface ReplicatedFolder {
  /** The folder as each of the two has it. */
  readonly places: readonly [string, string]
  /** From now on neither hears of the other. */
  cutLink(): Promise<void>
  restoreLink(): Promise<void>
  /** Resolves when each of them knows that the other has everything. */
  replicated(): Promise<void>
  stop(): Promise<void>
}

interface Daemon {
  readonly home: string
  readonly place: string
  readonly device: string
  /** Where it answers: a socket, so that no port can be taken. */
  readonly socket: string
}

export async function startReplicatedFolder(): Promise<ReplicatedFolder> {
  const base = mkdtempSync(join(tmpdir(), 'war-room-syncthing-'))
  const processes: ChildProcess[] = []
  const stop = async () => {
    await Promise.all(processes.map(ended))
    rmSync(base, { recursive: true, force: true })
  }
  try {
    const daemons = [await makeHome(base, 'one'), await makeHome(base, 'two')] as const
    const [one, two] = daemons
    const port = await freePort()
    writeFileSync(join(one.home, 'config.xml'), configOf(one, two, `tcp://127.0.0.1:${port}`, 'dynamic'))
    writeFileSync(
      join(two.home, 'config.xml'),
      configOf(two, one, 'tcp://127.0.0.1:0', `tcp://127.0.0.1:${port}`),
    )
    for (const { home } of daemons) processes.push(started(home))
    const setPaused = (paused: boolean) =>
      ask(one, 'PATCH', `/rest/config/devices/${two.device}`, { paused }).then(() =>
        until(
          `the link to be ${paused ? 'cut' : 'there'}`,
          async () => (await isLinked(one, two)) !== paused,
        ),
      )
    for (const daemon of daemons)
      await until('Syncthing to answer', () =>
        ask(daemon, 'GET', '/rest/system/ping').then(
          () => true,
          () => false,
        ),
      )
    await setPaused(false)
    return {
      places: [one.place, two.place],
      cutLink: () => setPaused(true),
      restoreLink: () => setPaused(false),
      async replicated() {
        // A scan answers when it has found everything, so nothing is left to the engine's watching in time.
        for (const daemon of daemons) await ask(daemon, 'POST', `/rest/db/scan?folder=${folderId}`)
        await until(
          'both to have everything',
          async () => (await hasEverything(one, two)) && (await hasEverything(two, one)),
        )
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function makeHome(base: string, name: string): Promise<Daemon> {
  const home = join(base, name)
  const place = join(base, `${name}-shared`)
  mkdirSync(join(place, '.stfolder'), { recursive: true })
  await run('syncthing', ['generate', '--home', home, '--no-default-folder', '--skip-port-probing'])
  const device = /<device id="([^"]+)"/.exec(readFileSync(join(home, 'config.xml'), 'utf8'))?.[1]
  if (!device) throw new Error('Syncthing made no device.')
  return { home, place, device, socket: join(home, 'answers') }
}

/** Nothing is looked for or told beyond this machine. */
function configOf(own: Daemon, other: Daemon, listens: string, otherListens: string): string {
  return `<configuration version="36">
  <folder id="${folderId}" path="${own.place}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="false">
    <device id="${own.device}"/>
    <device id="${other.device}"/>
  </folder>
  <device id="${own.device}" name="own"><address>dynamic</address></device>
  <device id="${other.device}" name="other"><address>${otherListens}</address></device>
  <gui enabled="true" tls="false"><address>${own.socket}</address><apikey>${apiKey}</apikey></gui>
  <options>
    <listenAddress>${listens}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <announceLANAddresses>false</announceLANAddresses>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
  </options>
</configuration>
`
}

function started(home: string): ChildProcess {
  const args = ['serve', '--home', home, '--no-browser', '--no-restart', '--no-upgrade']
  // In a group of its own: Syncthing watches itself from a second process.
  const daemon = spawn('syncthing', args, { stdio: 'ignore', detached: true })
  process.once('exit', () => kill(daemon, 'SIGKILL'))
  return daemon
}

async function ended(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return
  const gone = once(daemon, 'exit')
  kill(daemon, 'SIGTERM')
  await gone
}

function kill({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, signal)
}

async function isLinked(daemon: Daemon, other: Daemon): Promise<boolean> {
  const { connections } = await ask<{ connections: Record<string, { connected: boolean }> }>(
    daemon,
    'GET',
    '/rest/system/connections',
  )
  return connections[other.device]?.connected ?? false
}

async function hasEverything(daemon: Daemon, other: Daemon): Promise<boolean> {
  const { needItems, needDeletes } = await ask<{ needItems: number; needDeletes: number }>(
    daemon,
    'GET',
    `/rest/db/completion?folder=${folderId}&device=${other.device}`,
  )
  return needItems === 0 && needDeletes === 0
}

function ask<T>({ socket }: Daemon, method: string, path: string, body?: object): Promise<T> {
  return new Promise((fulfil, reject) => {
    const headers = { 'X-API-Key': apiKey, 'Content-Type': 'application/json' }
    const asking = request({ socketPath: socket, method, path, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      answer.once('end', () => {
        if (answer.statusCode === 200) fulfil((text === '' ? {} : JSON.parse(text)) as T)
        else reject(new Error(`Syncthing answered ${answer.statusCode} to ${path}: ${text}`))
      })
    })
    asking.once('error', reject)
    asking.end(body && JSON.stringify(body))
  })
}

function freePort(): Promise<number> {
  return new Promise((fulfil, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address
          ? fulfil(address.port)
          : reject(new Error('There is no port.')),
      )
    })
  })
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}
