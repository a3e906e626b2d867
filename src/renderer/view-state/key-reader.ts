import { type Shortcut, type ShortcutName, shortcuts } from './shortcuts'

/** What of a key press decides which shortcut it is. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** How long the first key of two waits for the second. */
const patience = 1_500

/** A press as the table of shortcuts writes it: `Mod+Shift+Z`, `g`, `?`. */
export function stepOf(press: KeyPress): string {
  const mod = press.ctrlKey || press.metaKey
  if (!mod && !press.altKey) return press.key
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key
  return [mod && 'Mod', press.altKey && 'Alt', press.shiftKey && 'Shift', key].filter(Boolean).join('+')
}

/** Reads key presses one after the other and says which shortcut they make. Keeps the first key of two in mind. */
export class KeyReader {
  /** @param isAnswered whether anything listens to a shortcut: one key may stand for another thing on each screen. */
  constructor(private readonly isAnswered: (name: ShortcutName) => boolean = () => true) {}

  private first: { readonly step: string; readonly at: number } | undefined

  /**
   * @param at milliseconds on any steady clock
   * @param typing whether the press goes into a field
   */
  read(press: KeyPress, at: number, typing: boolean): ShortcutName | undefined {
    const step = stepOf(press)
    const first = this.first && at - this.first.at < patience ? this.first.step : undefined
    this.first = undefined
    const found =
      (first === undefined ? undefined : this.find(`${first} ${step}`, typing)) ?? this.find(step, typing)
    if (!found && !typing) this.first = { step, at }
    return found
  }

  private find(keys: string, typing: boolean): ShortcutName | undefined {
    for (const [name, shortcut] of Object.entries<Shortcut>(shortcuts)) {
      if (typing && !shortcut.whileTyping) continue
      const isMeant = shortcut.keys === keys || shortcut.also === keys
      if (isMeant && this.isAnswered(name as ShortcutName)) return name as ShortcutName
    }
    return undefined
  }
}
