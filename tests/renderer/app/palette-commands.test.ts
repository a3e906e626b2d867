import { beforeAll, describe, expect, it, vi } from 'vitest'
import { distance, matches, matching } from '../../../src/renderer/app/palette/match'
import type * as sources from '../../../src/renderer/app/palette/shortcut-sources'
import { type Shortcut, type ShortcutName, shortcuts } from '../../../src/renderer/view-state/shortcuts'
import type * as answering from '../../../src/renderer/view-state/use-shortcuts'

const names = Object.keys(shortcuts) as ShortcutName[]
const answered = new Set<ShortcutName>()
const ran: ShortcutName[] = []

vi.mock('../../../src/renderer/view-state/use-shortcuts', async (original) => ({
  ...(await original<typeof answering>()),
  isAnswered: (name: ShortcutName) => answered.has(name),
  runShortcut: (name: ShortcutName) => ran.push(name) > 0,
  runWhenAnswered: (name: ShortcutName) => ran.push(name),
}))

const change = { label: 'Severity of HC-1 set to 2' } as never
let hereSource: typeof sources.hereSource
let everywhereItems: typeof sources.everywhereItems

beforeAll(async () => {
  ;({ hereSource, everywhereItems } = await import('../../../src/renderer/app/palette/shortcut-sources'))
})

describe('commands of the palette', () => {
  it('are every shortcut that something answers to, but the palette itself and the screens', () => {
    for (const name of names) answered.add(name)
    const offered = [
      ...hereSource.find(''),
      ...everywhereItems(() => undefined, { undoable: change, redoable: change }),
    ]
    const expected = names.filter((name) => name !== 'palette' && shortcuts[name].group !== 'Go to')
    expect(offered.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
    for (const { id, keys } of offered) expect(keys).toBe(shortcuts[id as ShortcutName].keys)
    answered.clear()
  })

  it('act in place where the screen answers, and are left out where it does not', () => {
    answered.add('triageHold')
    const [hold] = hereSource.find('hold')
    hold?.run()
    expect(ran.splice(0)).toEqual(['triageHold'])
    answered.clear()
    expect(hereSource.find('hold')).toEqual([])
  })

  it('go to their screen first where they make sense from anywhere', () => {
    const gone: string[] = []
    const items = everywhereItems((path) => gone.push(path), { undoable: undefined, redoable: undefined })
    items.find(({ id }) => id === 'savePdf')?.run()
    expect(gone).toEqual(['/reports'])
    expect(ran.splice(0)).toEqual(['savePdf'])
  })

  it('are offered on every screen as soon as they make sense from anywhere', () => {
    const fromAnywhere = names.filter((name) => (shortcuts[name] as Shortcut).fromAnywhere)
    const items = everywhereItems(() => undefined, { undoable: undefined, redoable: undefined })
    expect(items.map(({ id }) => id).toSorted()).toEqual(fromAnywhere.toSorted())
  })

  it('offer undo only where there is something to undo, and say what', () => {
    const ids = (undoable: typeof change | undefined) =>
      everywhereItems(() => undefined, { undoable, redoable: undefined }).filter(({ id }) => id === 'undo')
    expect(ids(undefined)).toEqual([])
    expect(ids(change)).toMatchObject([{ note: 'Severity of HC-1 set to 2' }])
  })
})

describe('finding a line', () => {
  const item = (title: string, more: { called?: string; words?: string } = {}) => ({
    id: title,
    title,
    run: () => undefined,
    ...more,
  })

  it('goes by the beginnings of words, in any order and case', () => {
    expect(matches('imp', 'Import')).toBe(true)
    expect(matches('back rest', 'Restore from a backup')).toBe(true)
    expect(matches('', 'Anything')).toBe(true)
    expect(matches('port', 'Import')).toBe(false)
    expect(matches('imp x', 'Import')).toBe(false)
    expect(matches('dark', 'Theme: dark')).toBe(true)
  })

  it('goes by further words too', () => {
    expect(matching('settings', [item('People', { words: 'Settings' }), item('Issues')])).toHaveLength(1)
  })

  it('puts the very name before a beginning, and a beginning before a part', () => {
    expect(distance('hc-1', item('Invoices print twice', { called: 'HC-1' }))).toBe(0)
    expect(distance('sev', item('Severities'))).toBe(1)
    expect(distance('backup', item('Restore from a backup'))).toBe(2)
  })
})
