import { useLayoutEffect } from 'react'
import { KeyReader } from '../view-state/key-reader'
import { isAnswered, runShortcut } from '../view-state/use-shortcuts'

const fields = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]'
/** Whoever opened one of these answers to it first. */
const overlays = 'dialog[open], [popover]:popover-open:is([role=dialog], :has([role=menu]))'

/** What the focus is on does its own work with these keys. */
const pressed = 'button, a[href], summary, [role=button], [role=menuitem], [role=option], [role=separator]'
const ownKeys: ReadonlySet<string> = new Set(['Enter', ' ', 'ArrowLeft', 'ArrowRight'])

/** A press of the key alone; together with Ctrl or ⌘ it is nobody's own. */
function isForWhatIsFocused({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || !ownKeys.has(key)) return false
  return target instanceof Element && target.closest(pressed) !== null
}

/** Turns key presses anywhere in the window into shortcuts. */
export function useShortcutKeys(): void {
  // With the first screen, not after it: somebody may press a key as soon as it is shown.
  useLayoutEffect(() => {
    const reader = new KeyReader(isAnswered)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector(overlays)) return
      if (isForWhatIsFocused(event)) return
      const typing = event.target instanceof Element && event.target.closest(fields) !== null
      const shortcut = reader.read(event, event.timeStamp, typing)
      if (shortcut && runShortcut(shortcut)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
