import { type Rescue, rescues } from '@domain/model/issue'
import { rescueWords } from '@domain/triage/words'
import type { KeyboardEvent } from 'react'
import { Button } from '../../ui/button'
import styles from './rescue.module.css'

/** Null is the answer that nobody can give yet; it holds nobody up, and the exit lists it as not told. */
const choices: readonly { readonly key: string; readonly rescue: Rescue | null; readonly words: string }[] = [
  ...rescues.map((rescue, index) => ({ key: String(index + 1), rescue, words: rescueWords[rescue] })),
  { key: '0', rescue: null, words: 'Told later' },
]

/** What a key answers; undefined where it answers nothing. */
export const rescueOfKey = (key: string): Rescue | null | undefined =>
  choices.find((choice) => choice.key === key)?.rescue

export interface RescueChoicesProps {
  /** Absent where an answer is acted on at once. */
  readonly chosen?: Rescue | null | undefined
  readonly isChoosing?: boolean
  /** The focus comes here as soon as it is drawn. */
  readonly autoFocus?: boolean
  readonly onAnswer: (rescue: Rescue | null) => void
}

/** Who brought a resolution about, by one key each while the focus is on any of them. */
export function RescueChoices({
  chosen,
  isChoosing = false,
  autoFocus = false,
  onAnswer,
}: RescueChoicesProps) {
  function onKeyDown(event: KeyboardEvent) {
    const rescue = event.ctrlKey || event.metaKey || event.altKey ? undefined : rescueOfKey(event.key)
    if (rescue === undefined) return
    event.stopPropagation()
    onAnswer(rescue)
  }
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>Who brought the resolution about?</legend>
      {choices.map(({ key, rescue, words }, index) => (
        <Button
          key={key}
          keys={key}
          aria-keyshortcuts={key}
          aria-pressed={isChoosing ? chosen === rescue : undefined}
          autoFocus={autoFocus && index === 0}
          onKeyDown={onKeyDown}
          onClick={() => onAnswer(rescue)}
        >
          {words}
        </Button>
      ))}
    </fieldset>
  )
}
