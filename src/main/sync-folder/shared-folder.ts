import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SharedFile } from '@contract/ipc'
import { isUnfinished } from '../files/saved-files'
import { fileRefusal, Refused } from '../refused'

/** Where all engagements of a picked folder stand, each in a folder of its own. */
const place = 'Hypercare War Room'
/** A replication engine may leave anything in there; so many files are looked at. */
const mostFiles = 50_000
const bundleName = /^[^/\\\0]+\.warroom$/i

export interface SharedFiles {
  readonly files: SharedFile[]
  /** How many more there are. */
  readonly unlooked: number
}

/**
 * One engagement in a folder that some engine replicates: a folder for each laptop, in which only that laptop ever
 * writes, so that two can never change the same file.
 */
export class SharedFolder {
  private readonly root: string

  constructor(
    readonly picked: string,
    engagement: string,
    private readonly most = mostFiles,
  ) {
    this.root = join(picked, place, engagement)
  }

  /** @throws Refused when the picked folder itself is not there: a stick pulled out, a share that is not mounted. */
  async files(): Promise<SharedFiles> {
    await this.present()
    const folders: { readonly laptop: string; readonly names: readonly string[] }[] = []
    for (const laptop of await namesIn(this.root)) {
      const names = (await namesIn(join(this.root, laptop))).filter(isBundle).sort()
      folders.push({ laptop, names })
    }
    // One folder that something has filled up keeps none of the others from being read.
    const places = folders
      .sort((a, b) => a.names.length - b.names.length)
      .flatMap(({ laptop, names }) => names.map((name) => ({ laptop, name })))
    const files: SharedFile[] = []
    for (const { laptop, name } of places.slice(0, this.most)) {
      const file = await stat(join(this.root, laptop, name)).catch(() => undefined)
      // The engine may have taken it away since it was listed.
      if (file?.isFile()) files.push({ laptop, name, size: file.size, modified: Math.floor(file.mtimeMs) })
    }
    files.sort((a, b) => (`${a.laptop}/${a.name}` < `${b.laptop}/${b.name}` ? -1 : 1))
    return { files, unlooked: Math.max(0, places.length - this.most) }
  }

  pathOf(laptop: string, name: string): string {
    if (!isPlain(laptop) || !isPlain(name) || !bundleName.test(name))
      throw new Refused('bad-name', `“${name}” is no bundle of a sync folder.`)
    return join(this.root, laptop, name)
  }

  async present(): Promise<void> {
    try {
      if (!(await stat(this.picked)).isDirectory())
        throw new Refused('no-folder', 'The sync folder is not a folder any more. Choose it again.')
    } catch (error) {
      if (error instanceof Refused) throw error
      throw new Refused(
        'no-folder',
        'The sync folder is not there. Plug the stick in or connect the share; changes are kept here and follow then.',
      )
    }
  }

  /** Takes away what a run of this laptop that was killed has left; only one of its runs writes at a time. */
  async removeUnfinished(laptop: string): Promise<void> {
    const folder = join(this.root, laptop)
    for (const name of (await namesIn(folder)).filter(isUnfinished))
      await rm(join(folder, name), { force: true }).catch((error: unknown) => {
        throw fileRefusal(error, name)
      })
  }

  async remove(laptop: string, names: readonly string[]): Promise<void> {
    for (const name of names) {
      await rm(this.pathOf(laptop, name), { force: true }).catch((error: unknown) => {
        throw fileRefusal(error, name)
      })
    }
  }
}

const isBundle = (name: string) => bundleName.test(name) && !name.startsWith('.')

const isPlain = (name: string) => name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name)

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    // Not made yet, not a folder, or just taken away: nothing to read in it.
    return []
  }
}
