import { type FocusEvent, type KeyboardEvent, useState } from 'react'

export interface Draft {
  readonly text: string
  readonly problem: string | undefined
  readonly change: (text: string) => void
  readonly handlers: {
    readonly onBlur: (event: FocusEvent) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
}

export interface DraftOptions {
  /** What stands stored. */
  readonly value: string
  /** Called once with the finished text, only when it differs. Without it every key press goes to `onChange`. */
  readonly onCommit?: ((text: string) => void) | undefined
  readonly onChange?: ((text: string) => void) | undefined
  /** Why the text cannot be committed. */
  readonly validate?: ((text: string) => string | undefined) | undefined
  /** In many lines Enter makes a line, so there Mod+Enter commits. */
  readonly manyLines?: boolean
}

/** Text being typed, kept apart from the stored value until Enter or leaving; Escape takes it back. */
export function useDraft({ value, onCommit, onChange, validate, manyLines = false }: DraftOptions): Draft {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [problem, setProblem] = useState<string | undefined>(undefined)

  function commit() {
    if (typed === undefined || !onCommit) return
    const found = validate?.(typed)
    setProblem(found)
    if (found) return
    setTyped(undefined)
    if (typed !== value) onCommit(typed)
  }

  return {
    text: typed ?? value,
    problem,
    change(text) {
      if (onCommit) setTyped(text)
      if (problem && !validate?.(text)) setProblem(undefined)
      onChange?.(text)
    },
    handlers: {
      onBlur: commit,
      onKeyDown(event) {
        if (event.key === 'Enter' && (!manyLines || event.ctrlKey || event.metaKey)) commit()
        if (event.key === 'Escape' && typed !== undefined) {
          event.stopPropagation()
          setTyped(undefined)
          setProblem(undefined)
        }
      },
    },
  }
}
