import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { freshProfile, runHeadless } from './launch'

export interface MadeProfile {
  readonly profile: string
  /** The id of the engagement in it. */
  readonly engagement: string
  remove(): void
}

/**
 * A profile in which a headless command has begun an engagement. Whoever asks first has it made; everybody gets a copy
 * of their own, which takes milliseconds where an Electron takes seconds.
 * @param about what the file says that the command reads
 */
export async function profileMadeBy(command: readonly string[], about?: object): Promise<MadeProfile> {
  const original = join(
    shelf(),
    createHash('sha256')
      .update(JSON.stringify([command, about]))
      .digest('hex'),
  )
  if (!existsSync(original)) await make(original, command, about)
  const profile = freshProfile()
  // It is by this very file that the app tells a copy of a profile from the laptop it was made on.
  const marker = join(original, 'profile', 'installation')
  cpSync(join(original, 'profile'), profile, { recursive: true, filter: (path) => path !== marker })
  linkSync(marker, join(profile, 'installation'))
  return {
    profile,
    engagement: readFileSync(join(original, 'engagement'), 'utf8'),
    remove: () => rmSync(profile, { recursive: true, force: true }),
  }
}

/** Two who ask at once both make it; the later one's is thrown away. */
async function make(original: string, command: readonly string[], about?: object): Promise<void> {
  const making = mkdtempSync(join(shelf(), 'making-'))
  const file = join(making, 'about.json')
  if (about) writeFileSync(file, JSON.stringify(about))
  const reading = about ? ['--file', file] : []
  const { exitCode, json, stdout, stderr } = await runHeadless([
    ...command,
    ...reading,
    '--profile',
    join(making, 'profile'),
  ])
  if (exitCode !== 0) throw new Error(`${command.join(' ')} exited ${exitCode}: ${stdout}${stderr}`)
  writeFileSync(join(making, 'engagement'), (json as { id: string }).id)
  try {
    renameSync(making, original)
  } catch (error) {
    if (!existsSync(original)) throw error
    rmSync(making, { recursive: true })
  }
}

/** Where `scripts/test-setup.mjs` has made room for them, for one run of tests. */
function shelf(): string {
  const folder = process.env.WAR_ROOM_MADE_PROFILES
  if (!folder) throw new Error('Run this with vitest or Playwright, whose set-up makes room for profiles.')
  return folder
}
