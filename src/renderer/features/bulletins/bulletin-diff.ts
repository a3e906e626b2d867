import { diffLines, diffWordsWithSpace } from 'diff'

/** A stretch of text that both have, or only one of them. */
export interface Stretch {
  readonly text: string
  readonly kind: 'same' | 'added' | 'gone'
}

/** Words are compared so long; then lines, which takes no time. */
const patience = 30
/** A number moves on when something before it is new, and says nothing. */
const numbers = /^\d+\. /gm

/** What has changed from one bulletin to another. */
export function bulletinDiff(before: string, after: string): readonly Stretch[] {
  const [old, current] = [before.replace(numbers, ''), after.replace(numbers, '')]
  const changes = diffWordsWithSpace(old, current, { timeout: patience }) ?? diffLines(old, current)
  return changes.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'gone' : 'same',
  }))
}
