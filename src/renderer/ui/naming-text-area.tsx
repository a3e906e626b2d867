import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Choice } from './combo-box'
import styles from './naming-text-area.module.css'
import { TextArea, type TextAreaProps } from './text-area'
import { VisuallyHidden } from './visually-hidden'

export interface NamingTextAreaProps extends Omit<TextAreaProps, 'ref' | 'aria'> {
  readonly choices: readonly Choice[]
  /** What the choices are, for screen readers: “People”. */
  readonly choicesLabel: string
}

/** The sign before a name, and the letters of it typed so far. */
interface Begun {
  readonly start: number
  readonly typed: string
}

const mostOffered = 8
const longestTyped = 40
const begun = /(?<![\p{L}\p{N}])@([^@\n]*)$/u

function begunAt(field: HTMLTextAreaElement): Begun | undefined {
  if (field.selectionStart !== field.selectionEnd) return undefined
  const before = field.value.slice(0, field.selectionStart).slice(-longestTyped - 1)
  const [, typed] = begun.exec(before) ?? []
  return typed === undefined ? undefined : { start: field.selectionStart - typed.length - 1, typed }
}

/** Those whose name, or a part of it, begins with the letters typed; after a space only the whole name counts. */
function offered(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.toLowerCase()
  const begins = ({ label }: Choice) => {
    const name = label.toLowerCase()
    return name.startsWith(wanted) || name.split(' ').some((part) => part.startsWith(wanted))
  }
  return choices.filter(begins).slice(0, mostOffered)
}

/** A text in which `@` offers names: the arrows choose, Enter or Tab takes one, Escape goes on without. */
export function NamingTextArea({ choices, choicesLabel, ...props }: NamingTextAreaProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [naming, setNaming] = useState<Begun | undefined>(undefined)
  const [declined, setDeclined] = useState<number | undefined>(undefined)
  const [marked, setMarked] = useState(0)
  const found = naming && naming.start !== declined ? offered(choices, naming.typed) : []
  const isOpen = found.length > 0
  const optionId = (place: number) => `${id}-${place}`

  useEffect(() => {
    if (isOpen) list.current?.showPopover()
    else list.current?.hidePopover()
  }, [isOpen])

  function look() {
    const now = field.current ? begunAt(field.current) : undefined
    setNaming(now)
    if (now?.typed !== naming?.typed) setMarked(0)
    if (now?.start !== declined) setDeclined(undefined)
  }

  function take(choice: Choice) {
    const element = field.current
    if (!element || !naming) return
    element.focus()
    element.setSelectionRange(naming.start, element.selectionEnd)
    // As if it had been typed, so that the field's own undo takes it back.
    document.execCommand('insertText', false, `@${choice.label} `)
    setNaming(undefined)
  }

  function onKeyDown(event: KeyboardEvent) {
    const choice = found[marked]
    if (!choice || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown') setMarked((marked + 1) % found.length)
    else if (event.key === 'ArrowUp') setMarked((marked + found.length - 1) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(choice)
    else if (event.key === 'Escape') setDeclined(naming?.start)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field inside
    <div
      className={styles.place}
      onKeyDownCapture={onKeyDown}
      onInput={look}
      onSelect={look}
      onBlur={() => setNaming(undefined)}
    >
      <TextArea
        {...props}
        ref={field}
        aria={{
          'aria-autocomplete': 'list',
          'aria-haspopup': 'listbox',
          ...(isOpen && { 'aria-controls': `${id}-list`, 'aria-activedescendant': optionId(marked) }),
        }}
      />
      <VisuallyHidden>
        <output>{isOpen && `${found.length} to choose from`}</output>
      </VisuallyHidden>
      {/* The focus stays in the field, which names the marked one. */}
      <div
        ref={list}
        id={`${id}-list`}
        popover="manual"
        role="listbox"
        aria-label={choicesLabel}
        className={styles.list}
      >
        {found.map((choice, place) => (
          <button
            key={choice.key}
            type="button"
            id={optionId(place)}
            role="option"
            tabIndex={-1}
            aria-selected={place === marked}
            className={styles.choice}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            <span className={styles.name}>{choice.label}</span>
            {choice.note && <span className={styles.note}>{choice.note}</span>}
          </button>
        ))}
      </div>
    </div>
  )
}
