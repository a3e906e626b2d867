import { openWorkspace } from '../../src/renderer/storage/workspace'
import { frameMs, painted, within } from './frame'

export interface EditTimes {
  /** Milliseconds from the key press to a painted frame with what is durable by then. */
  readonly ours: number[]
  readonly floor: number[]
  /** The durable part alone. */
  readonly oursDurable: number[]
  readonly floorDurable: number[]
}

/** Edits one field of an issue after the other, and puts one bare record in between. */
export async function edits(rounds: number): Promise<EditTimes> {
  const workspace = await openWorkspace()
  const [entry] = workspace.engagements
  if (!entry) throw new Error('The profile holds no engagement.')
  const session = await workspace.open(entry.id)
  const issues = session.replica.rows('issue')
  const keys = [...issues.keys()]
  const shown = shownOutput()
  let watched = ''
  const stop = session.subscribe(() => {
    shown.textContent = issues.get(watched)?.values.title ?? ''
  })
  const bare = await BareStore.open()

  async function ours(round: number): Promise<number> {
    watched = keys[(round * 37) % keys.length] ?? ''
    const began = performance.now()
    await session.write('Title changed', [
      { entity: 'issue', key: watched, fields: { title: `Title of round ${round}` } },
    ])
    return performance.now() - began
  }

  async function floor(round: number): Promise<number> {
    const text = `Title of round ${round}`
    const began = performance.now()
    await bare.put({ id: round, text })
    shown.textContent = text
    return performance.now() - began
  }

  const times: EditTimes = { ours: [], floor: [], oursDurable: [], floorDurable: [] }
  for (let round = 0; round < rounds; round++) {
    const phase = (round / rounds) * frameMs
    for (const [write, all, durable] of [
      [ours, times.ours, times.oursDurable],
      [floor, times.floor, times.floorDurable],
    ] as const) {
      await within(phase)
      const began = performance.now()
      durable.push(await write(round))
      await painted()
      all.push(performance.now() - began)
    }
  }
  stop()
  await session.close()
  bare.close()
  return times
}

/** IndexedDB with nothing around it. */
class BareStore {
  private constructor(private readonly database: IDBDatabase) {}

  static open(): Promise<BareStore> {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('floor-edit', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' })
      opening.onsuccess = () => resolve(new BareStore(opening.result))
      opening.onerror = () => reject(opening.error)
    })
  }

  put(row: { id: number; text: string }): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put(row)
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    })
  }

  close(): void {
    this.database.close()
  }
}

function shownOutput(): HTMLElement {
  const shown = document.getElementById('shown')
  if (!shown) throw new Error('bench.html has no #shown')
  return shown
}
