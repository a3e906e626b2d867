import type { OpenEngagement } from '../storage/open-engagement'
import type { Workspace } from '../storage/workspace'
import { CommandFailure } from './failure'

export type Options = Readonly<Record<string, string | boolean>>

/** One headless run: its options, its profile, and where to tell of progress. */
export interface Run {
  readonly options: Options
  readonly workspace: Workspace
  readonly progress: (message: string) => void
  /** For output too large to be one string: goes to standard output as it is. */
  readonly write: (text: string) => Promise<void>
}

/** What a command prints: a JSON object, or nothing when it has written its output itself. */
export type Command = (run: Run) => Promise<object | undefined>

export function textOption(options: Options, name: string): string | undefined {
  const value = options[name]
  if (value === true) throw new CommandFailure('missing-option', `--${name} needs a value.`)
  return typeof value === 'string' ? value : undefined
}

export function neededOption(options: Options, name: string): string {
  const value = textOption(options, name)
  if (value === undefined) throw new CommandFailure('missing-option', `--${name} is needed.`)
  return value
}

/** One of the words that an option can take. */
export function choiceOption<T extends string>(
  options: Options,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = textOption(options, name)
  if (value === undefined) return undefined
  const choice = choices.find((each) => each === value)
  if (!choice)
    throw new CommandFailure('bad-option', `--${name} takes ${choices.join(', ')}; not “${value}”.`)
  return choice
}

export function countOption(options: Options, name: string, usual: number, most: number): number {
  const value = textOption(options, name)
  if (value === undefined) return usual
  const count = Number(value)
  if (!Number.isSafeInteger(count) || count < 0 || count > most)
    throw new CommandFailure('bad-option', `--${name} takes a whole number up to ${most}; not “${value}”.`)
  return count
}

/** An instant such as 2026-11-23T09:00:00Z, in milliseconds. */
export function instantOption(options: Options, name: string): number | undefined {
  const value = textOption(options, name)
  if (value === undefined) return undefined
  const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value)
    ? Date.parse(value)
    : Number.NaN
  if (Number.isNaN(instant))
    throw new CommandFailure(
      'bad-option',
      `--${name} takes an instant such as 2026-11-23T09:00:00Z; not “${value}”.`,
    )
  return instant
}

/** The engagement a command is about: `--engagement ID`, or the one that was opened last. */
export async function inEngagement<T>(run: Run, work: (session: OpenEngagement) => Promise<T>): Promise<T> {
  const session = await run.workspace.open(chosenEngagement(run))
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}

/** Its id. @throws CommandFailure where the profile holds no such engagement. */
export function chosenEngagement({ options, workspace }: Run): string {
  const id = textOption(options, 'engagement') ?? workspace.engagements.find(({ archived }) => !archived)?.id
  if (id === undefined)
    throw new CommandFailure(
      'no-engagement',
      'This profile holds no engagement yet. Make one with “engagement create --file ENGAGEMENT.json” or “demo”.',
    )
  if (!workspace.engagements.some((entry) => entry.id === id))
    throw new CommandFailure('no-engagement', `This profile holds no engagement “${id}”.`)
  return id
}
