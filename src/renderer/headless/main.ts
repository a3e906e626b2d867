import { request } from '../app/bridge'
import { openWorkspace } from '../storage/workspace'
import { commands } from './commands'
import { CommandFailure, refusalOf } from './failure'
import type { Run } from './run'

async function run(): Promise<void> {
  const asked = await request('headless.take', undefined)
  if (!asked) throw new CommandFailure('no-command', 'There is nothing to do.')
  const [command, workspace] = await Promise.all([commands[asked.command](), openWorkspace()])
  const context: Run = {
    options: asked.options,
    workspace,
    progress: (message) => void request('headless.progress', { message }),
    write: (text) => request('headless.write', { text }),
  }
  const result = await command(context)
  await request('headless.finish', { ok: true, result: result ? JSON.stringify(result) : '' })
}

function fail(error: unknown): void {
  void request('headless.finish', { ok: false, result: JSON.stringify({ error: refusalOf(error) }) })
}

// Nobody is there to see that a command has stopped on the way: whatever goes wrong anywhere ends the run.
addEventListener('error', ({ error }) => fail(error))
addEventListener('unhandledrejection', ({ reason }) => fail(reason))
run().catch(fail)
