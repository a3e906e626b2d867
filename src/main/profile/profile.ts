import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
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

/** The folder cannot hold a profile; the message says what to do. */
export class ProfileProblem extends Error {}

/**
 * Points Electron at the profile. Must run before the app is ready.
 * @throws ProfileProblem
 */
export function useProfile(folder: string | undefined): Profile {
  const place = folder ?? app.getPath('userData')
  try {
    return profileIn(place)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ProfileProblem(
      `“${place}” cannot hold a profile (${why}). Choose a folder that can be written, for example with --profile DIR.`,
    )
  }
}

function profileIn(place: string): Profile {
  mkdirSync(place, { recursive: true })
  app.setPath('userData', place)
  app.setPath('sessionData', join(place, 'browser'))
  app.setPath('logs', join(place, 'logs'))
  const marker = join(place, 'installation')
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
