import type { ImportLine, ImportListName } from '../../storage/import-session'
import { Cancelled } from '../../workers/rpc'
import type { ImportFlow } from './import-flow'

const pageLength = 200

/** Lines of one list, fetched a page at a time as they come into sight. */
export class LinePages {
  /** Grows with every page that has come. */
  version = 0
  private readonly pages = new Map<number, readonly ImportLine[]>()
  private readonly asked = new Set<number>()
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly flow: ImportFlow,
    private readonly list: ImportListName,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Undefined while it has not come yet. */
  line(index: number): ImportLine | undefined {
    return this.pages.get(Math.floor(index / pageLength))?.[index % pageLength]
  }

  /** Sees to it that these lines will be there. */
  want(first: number, last: number): void {
    for (let page = Math.floor(first / pageLength); page <= Math.floor(last / pageLength); page++) {
      if (this.asked.has(page)) continue
      this.asked.add(page)
      void this.fetch(page)
    }
  }

  private async fetch(page: number): Promise<void> {
    try {
      const lines = await this.flow.lines(this.list, page * pageLength, (page + 1) * pageLength)
      this.pages.set(page, lines)
    } catch (error) {
      // The import was given up, and this list with it.
      if (error instanceof Cancelled) return
      throw error
    }
    this.version++
    for (const listener of this.listeners) listener()
  }
}
