import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beginningCommands } from '@contract/headless-commands'
import { app } from 'electron'

/** Where this installation keeps what it knows. */
export interface Profile {
  readonly folder: string
  /** Complete backup files; outside `browser/`, so that a broken database does not take them along. */
  readonly backups: string
  /** Tells this profile in this place from a copy of it. */
  readonly fingerprint: string
  readonly isNew: boolean
}

/** The folder cannot hold a profile, or holds none; the message says what to do. */
export class ProfileProblem extends Error {
  constructor(
    readonly code: 'profile-unusable' | 'no-engagement',
    message: string,
  ) {
    super(message)
  }
}

/**
 * Points Electron at the profile. Must run before the app is ready.
 * @param mayBegin whether a folder that holds no profile yet becomes one
 * @throws ProfileProblem
 */
export function useProfile(folder: string | undefined, mayBegin: boolean): Profile {
  const place = folder ?? app.getPath('userData')
  if (!mayBegin && holdsNone(place))
    throw new ProfileProblem(
      'no-engagement',
      `“${place}” holds no profile. Check the folder after --profile, or begin a profile there with ${beginnings()}.`,
    )
  try {
    return profileIn(place)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ProfileProblem(
      'profile-unusable',
      `“${place}” cannot hold a profile (${why}). Choose a folder that can be written, for example with --profile DIR.`,
    )
  }
}

/** Where there can be none at all, that is told when it is tried. */
function holdsNone(place: string): boolean {
  try {
    return statSync(place).isDirectory() && !existsSync(markerIn(place))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

const markerIn = (place: string) => join(place, 'installation')
/** Only told where it is needed: the first format costs a start twenty milliseconds. */
const beginnings = () =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    [...beginningCommands].map((command) => `“${command}”`),
  )

function profileIn(place: string): Profile {
  mkdirSync(place, { recursive: true })
  app.setPath('userData', place)
  app.setPath('sessionData', join(place, 'browser'))
  app.setPath('logs', join(place, 'logs'))
  const marker = markerIn(place)
  const isNew = !existsSync(marker)
  if (isNew) writeFileSync(marker, `${randomUUID()}\n`)
  return { folder: place, backups: join(place, 'backups'), fingerprint: fingerprintOf(marker), isNew }
}

/**
 * A copied folder has the same bytes but not the same file: its number and the time it came into being differ.
 * Renaming the folder changes neither.
 */
function fingerprintOf(marker: string): string {
  const { ino, birthtimeMs } = statSync(marker)
  return createHash('sha256')
    .update(`${hostname()}\n${ino}\n${Math.floor(birthtimeMs)}`)
    .digest('hex')
    .slice(0, 32)
}
