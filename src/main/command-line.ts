import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type HeadlessCommand, headlessCommands, isHeadlessCommand } from '@contract/headless-commands'

export interface CommandLine {
  readonly profile: string | undefined
  /** Milliseconds since the epoch at which the clock stands still. */
  readonly fixedNow: number | undefined
  /** Files to open, as handed over by the system. */
  readonly files: readonly string[]
  readonly headless:
    | { readonly command: HeadlessCommand; readonly options: Readonly<Record<string, string | boolean>> }
    | undefined
}

export class CommandLineProblem extends Error {
  constructor(
    message: string,
    readonly code: 'bad-command-line' | 'unknown-command' = 'bad-command-line',
  ) {
    super(message)
  }
}

const flags = new Set(['dry-run', 'redact', 'preview', 'encrypt', 'join', 'accept-key', 'whole'])
/** Every option of a headless command. One that is not here is a slip of the keyboard, and must not pass unnoticed. */
const options = new Set([
  ...flags,
  'as-of',
  'audience',
  'date-order',
  'encoding',
  'engagement',
  'entity',
  'figures',
  'file',
  'folder',
  'for',
  'format',
  'ics',
  'id',
  'issues',
  'key',
  'kind',
  'mapping',
  'name',
  'now',
  'out',
  'paper',
  'passphrase-file',
  'person',
  'profile',
  'role',
  'seed',
  'set',
  'source',
  'until',
  'withhold',
])
/** Chromium's own, which some surroundings need and people put anywhere. */
const passedOver = new Set(['no-sandbox', 'disable-gpu'])
const openable = /\.(warroom|csv|tsv|txt|xlsx|json)$/i

/**
 * Reads what follows the program's name. Switches that are Chromium's are passed over.
 * @throws CommandLineProblem with a sentence that says what is wrong.
 */
export function readCommandLine(args: readonly string[], folder: string): CommandLine {
  const start = args.indexOf('headless')
  if (start >= 0) return readHeadless(args.slice(start + 1), folder)
  const options = new Map(args.filter((arg) => arg.startsWith('--')).map((arg) => splitSwitch(arg)))
  return {
    profile: pathOption(options.get('profile'), folder),
    fixedNow: instantOption(options.get('now')),
    files: args
      .filter((arg) => !arg.startsWith('-') && openable.test(arg))
      .map((file) => pathOf(file, folder)),
    headless: undefined,
  }
}

/** File managers of Linux hand over addresses, `file:///home/ada/All%20of%20it.warroom`. */
function pathOf(file: string, folder: string): string {
  if (!file.startsWith('file://')) return resolve(folder, file)
  try {
    return fileURLToPath(file)
  } catch {
    // On another machine, say: opening it tells that it is not there.
    return file
  }
}

function readHeadless(args: readonly string[], folder: string): CommandLine {
  const words: string[] = []
  const given: Record<string, string | boolean> = {}
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] as string
    if (!arg.startsWith('--')) {
      words.push(arg)
      continue
    }
    const [name, attached] = splitSwitch(arg)
    if (passedOver.has(name)) continue
    if (!options.has(name))
      throw new CommandLineProblem(
        `There is no option --${name}. There are: ${[...options].map((each) => `--${each}`).join(', ')}.`,
      )
    if (attached !== undefined) given[name] = attached
    else if (flags.has(name)) given[name] = true
    else {
      const value = args[index + 1]
      given[name] = value === undefined || value.startsWith('--') ? true : value
      if (given[name] !== true) index++
    }
  }
  if (words.length === 0)
    throw new CommandLineProblem(
      'Say what to do: headless COMMAND …, for example “headless dump --profile DIR”.',
    )
  const command = words.join(' ')
  if (!isHeadlessCommand(command))
    throw new CommandLineProblem(
      `There is no command “${command}”. There are: ${headlessCommands.join(', ')}.`,
      'unknown-command',
    )
  const { profile, now, ...others } = given
  return {
    profile: pathOption(profile === true ? undefined : profile, folder),
    fixedNow: instantOption(now === true ? undefined : now),
    files: [],
    headless: { command, options: others },
  }
}

function splitSwitch(arg: string): [string, string | undefined] {
  const equals = arg.indexOf('=')
  return equals < 0 ? [arg.slice(2), undefined] : [arg.slice(2, equals), arg.slice(equals + 1)]
}

function pathOption(value: string | boolean | undefined, folder: string): string | undefined {
  return typeof value === 'string' ? resolve(folder, value) : undefined
}

function instantOption(value: string | boolean | undefined): number | undefined {
  if (typeof value !== 'string') return undefined
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value)
    ? Date.parse(value)
    : Number.NaN
  if (Number.isNaN(instant))
    throw new CommandLineProblem(`--now takes an instant such as 2026-11-23T09:00:00Z, not “${value}”.`)
  return instant
}
