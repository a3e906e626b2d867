import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** Engagement → the folder that was picked for it on this laptop. */
const chosen = z.record(z.string(), z.string())

/** Which folders the user has picked. Kept by main, because pages never see a path. */
export class ChosenFolders {
  private readonly file: string

  constructor(profileFolder: string) {
    this.file = join(profileFolder, 'sync-folders.json')
  }

  of(engagement: string): string | undefined {
    return this.read()[engagement]
  }

  choose(engagement: string, folder: string): void {
    this.write({ ...this.read(), [engagement]: folder })
  }

  forget(engagement: string): void {
    const { [engagement]: _, ...others } = this.read()
    this.write(others)
  }

  private read(): Record<string, string> {
    try {
      return z.parse(chosen, JSON.parse(readFileSync(this.file, 'utf8')))
    } catch {
      // None has been picked yet; one that cannot be read is picked again.
      return {}
    }
  }

  private write(folders: Record<string, string>): void {
    writeFileSync(this.file, JSON.stringify(folders, null, 2))
  }
}
