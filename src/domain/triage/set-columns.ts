import type { IssueRow } from './as-of'
import type { Bits } from './bits'
import { finish } from './sliced-sort'

const readBetweenYields = 250
const tagPrefix = 'tag:'
const columnPrefix = 'column:'

export function tagsOf(row: IssueRow): string[] {
  const tags: string[] = []
  for (const field in row.values) {
    if (field.startsWith(tagPrefix) && row.values[field as `tag:${string}`] === true) {
      tags.push(field.slice(tagPrefix.length))
    }
  }
  return tags
}

/** Which tags the issues have, as codes, and which imported columns there are at all. */
export class SetColumns {
  readonly tags: string[] = []
  /** Ids of imported columns, `column:HEADER`, as they were met. */
  readonly imported = new Set<`column:${string}`>()
  private readonly codeOf = new Map<string, number>()
  private readonly codes: (readonly number[] | undefined)[] = []
  /** The same few tags stand together on issue after issue; each list of codes is kept once. */
  private readonly lists = new Map<string, readonly number[]>()

  constructor(private readonly rows: readonly IssueRow[]) {}

  *fill(): Generator<void, void> {
    while (this.codes.length < this.rows.length) {
      this.take(this.codes.length)
      if (this.codes.length % readBetweenYields === 0) yield
    }
  }

  update(position: number): void {
    if (position < this.codes.length) this.take(position)
  }

  /** Whether all rows have been read, or so few are missing that it makes no difference. */
  get isRead(): boolean {
    return this.rows.length - this.codes.length <= readBetweenYields
  }

  /** Whether every row has been read: then `imported` are all there are. */
  get isWhole(): boolean {
    return this.codes.length >= this.rows.length
  }

  /** Keeps issues that have any tag at all, or none. */
  keepFilled(found: Bits, filled: boolean): void {
    finish(this.fill())
    found.filter((position) => (this.codes[position] !== undefined) === filled)
  }

  /** Keeps issues that have any of the tags; '' stands for having none. */
  keepTagged(found: Bits, tags: ReadonlySet<string>): void {
    finish(this.fill())
    const wanted = new Set<number>()
    for (const tag of tags) wanted.add(this.codeOf.get(tag) ?? -1)
    const untagged = tags.has('')
    found.filter((position) => {
      const codes = this.codes[position]
      return codes ? codes.some((code) => wanted.has(code)) : untagged
    })
  }

  tagCounts(among: Bits): Map<string, number> {
    finish(this.fill())
    const counts = new Map<string, number>()
    const count = (tag: string) => counts.set(tag, (counts.get(tag) ?? 0) + 1)
    among.filter((position) => {
      const codes = this.codes[position]
      if (codes) for (const code of codes) count(this.tags[code] ?? '')
      else count('')
      return true
    })
    return counts
  }

  private take(position: number): void {
    const row = this.rows[position]
    const codes: number[] = []
    for (const field in row?.values) {
      if (field.startsWith(columnPrefix)) this.imported.add(field as `column:${string}`)
      else if (field.startsWith(tagPrefix) && row?.values[field as `tag:${string}`] === true) {
        codes.push(this.codeFor(field.slice(tagPrefix.length)))
      }
    }
    this.codes[position] = codes.length > 0 ? this.keptOnce(codes) : undefined
  }

  private keptOnce(codes: readonly number[]): readonly number[] {
    const name = codes.join()
    const known = this.lists.get(name)
    if (known) return known
    this.lists.set(name, codes)
    return codes
  }

  private codeFor(tag: string): number {
    let code = this.codeOf.get(tag)
    if (code === undefined) {
      code = this.tags.length
      this.tags.push(tag)
      this.codeOf.set(tag, code)
    }
    return code
  }
}
