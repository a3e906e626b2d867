import { fold } from './fold'

const separator = '\n'

/** Many texts as one folded string: looking for a part in 100,000 of them is one pass over it. */
export class FoldedTexts {
  private joined = ''
  /** Where each text begins in `joined`. */
  private starts = new Uint32Array(0)
  private last: { readonly part: string; readonly containing: Uint8Array } | undefined

  get size(): number {
    return this.starts.length
  }

  append(texts: readonly string[]): void {
    const folded = texts.map((text) => fold(text).replaceAll(separator, ' '))
    const starts = new Uint32Array(this.size + folded.length)
    starts.set(this.starts)
    let start = this.joined.length
    for (const [index, text] of folded.entries()) {
      starts[this.size + index] = start
      start += text.length + separator.length
    }
    this.joined += folded.map((text) => text + separator).join('')
    this.starts = starts
    this.last = undefined
  }

  /** 1 for each text that has `part` somewhere in it, folded alike. A filter that stays is looked for once. */
  containing(part: string): Uint8Array {
    if (this.last?.part !== part) this.last = { part, containing: this.lookFor(part) }
    return this.last.containing
  }

  private lookFor(part: string): Uint8Array {
    const containing = new Uint8Array(this.size)
    const wanted = fold(part).replaceAll(separator, ' ')
    if (wanted === '') return containing.fill(1)
    const { joined, starts } = this
    let index = 0
    for (let place = joined.indexOf(wanted); place >= 0; place = joined.indexOf(wanted, starts[index])) {
      while (index + 1 < starts.length && (starts[index + 1] ?? 0) <= place) index++
      containing[index++] = 1
      if (index >= starts.length) break
    }
    return containing
  }
}
