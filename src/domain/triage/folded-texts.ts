import { fold } from './fold'

const separator = '\n'

/** Many texts as one folded string: looking for a part in 100,000 of them is one pass over it. */
export class FoldedTexts {
  private readonly folded: string[] = []
  private joined = ''
  /** Where each text begins in `joined`. */
  private starts = new Uint32Array(0)

  get size(): number {
    return this.folded.length
  }

  /** Appends texts. */
  append(texts: Iterable<string>): void {
    for (const text of texts) this.folded.push(fold(text).replaceAll(separator, ' '))
    this.joined = this.folded.join(separator)
    this.starts = new Uint32Array(this.folded.length)
    let start = 0
    for (const [index, text] of this.folded.entries()) {
      this.starts[index] = start
      start += text.length + separator.length
    }
  }

  /** 1 for each text that has `part` somewhere in it, folded alike. */
  containing(part: string): Uint8Array {
    const containing = new Uint8Array(this.folded.length)
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
