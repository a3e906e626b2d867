import { describe, expect, it } from 'vitest'
import {
  everyKey,
  listKeys,
  orphanKeys,
  rotaKeys,
  type Shortcut,
  type ShortcutGroup,
  shortcuts,
} from '../../../src/renderer/view-state/shortcuts'

/** Groups of keys that are within reach together, besides those that work everywhere. */
const screens: readonly (readonly ShortcutGroup[])[] = [
  ['Today'],
  ['Ownership'],
  ['Rota'],
  ['Issues', 'In the list of issues', 'An open issue'],
  ['Triage'],
  ['Standups'],
  ['Risks and decisions'],
  ['Shift notes'],
  ['Import'],
  ['Reports', 'Sign-off'],
  ['Conflicts'],
  ['Bulletins'],
  ['Training'],
  ['Handover'],
  ['Exit', 'Sign-off'],
  ['Adoption'],
  ['Forecast'],
  ['Exchange'],
  ['Patches'],
]
const everywhere: readonly ShortcutGroup[] = ['Everywhere', 'Go to']

/** Every way to press a shortcut; a dash stands for the keys between. */
function presses({ keys, also }: Shortcut): readonly string[] {
  const range = /^(\d)–(\d)$/.exec(keys)
  if (!range) return also ? [keys, also] : [keys]
  const [first, last] = [Number(range[1]), Number(range[2])]
  return Array.from({ length: last - first + 1 }, (_, place) => String(first + place))
}

/** What a screen's keys do twice; Escape closes whatever lies on top, one after the other. */
function clashes(within: readonly Shortcut[]): string[] {
  const all = within.flatMap(presses).filter((keys) => keys !== 'Escape')
  const starts = new Set(all.filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0] ?? ''))
  return all.filter((keys, place) => all.indexOf(keys) !== place || starts.has(keys))
}

describe('the keys of the product', () => {
  it('are all on the sheet', () => {
    expect(new Set(everyKey)).toEqual(
      new Set([...Object.values(shortcuts), ...listKeys, ...orphanKeys, ...rotaKeys]),
    )
  })

  it('belong to a place that is known', () => {
    const known = new Set([...everywhere, ...screens.flat()])
    expect(everyKey.filter(({ group }) => !known.has(group))).toEqual([])
  })

  it.each(screens)('do not clash where %s is', (...groups) => {
    const within = everyKey.filter(({ group }) => everywhere.includes(group) || groups.includes(group))
    expect(clashes(within)).toEqual([])
  })

  it('would be seen to clash', () => {
    const key = (keys: string): Shortcut => ({ keys, title: keys, group: 'Today' })
    expect(clashes([key('a'), key('a')])).toEqual(['a'])
    expect(clashes([key('g i'), key('g')])).toEqual(['g'])
    expect(clashes([key('1–3'), key('2')])).toEqual(['2'])
  })
})
