import type { IssueRow } from '../triage/as-of'
import { wordsIn } from '../triage/similar-issues'

interface Known {
  readonly title: string | null | undefined
  readonly description: string | null | undefined
  readonly words: ReadonlyMap<string, number>
}

/** The words of questions that were read before: where one issue changes, the texts of all others need no reading. */
export class KnownWords {
  private readonly known = new WeakMap<IssueRow, Known>()

  of(row: IssueRow): ReadonlyMap<string, number> {
    const { title, description } = row.values
    const before = this.known.get(row)
    if (before && before.title === title && before.description === description) return before.words
    const words = wordsIn(row)
    this.known.set(row, { title, description, words })
    return words
  }
}
