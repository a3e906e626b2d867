import { describe, expect, it } from 'vitest'
import { KeyReader, stepOf } from '../../../src/renderer/view-state/key-reader'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('reading keys', () => {
  it('writes a press the way the table does', () => {
    expect(stepOf(press('z', { ctrlKey: true }))).toBe('Mod+Z')
    expect(stepOf(press('Z', { metaKey: true, shiftKey: true }))).toBe('Mod+Shift+Z')
    expect(stepOf(press('?', { shiftKey: true }))).toBe('?')
    expect(stepOf(press('g'))).toBe('g')
  })

  it('knows a shortcut by its one press, and by its other keys', () => {
    const reader = new KeyReader()
    expect(reader.read(press('z', { ctrlKey: true }), 0, false)).toBe('undo')
    expect(reader.read(press('y', { ctrlKey: true }), 0, false)).toBe('redo')
  })

  it('knows two keys one after the other', () => {
    const reader = new KeyReader()
    expect(reader.read(press('g'), 0, false)).toBeUndefined()
    expect(reader.read(press('s'), 400, false)).toBe('goSettings')
  })

  it('forgets the first key after a while', () => {
    const reader = new KeyReader((name) => name === 'goSettings')
    reader.read(press('g'), 0, false)
    expect(reader.read(press('s'), 5_000, false)).toBeUndefined()
  })

  it('prefers two keys to the second alone', () => {
    const reader = new KeyReader()
    reader.read(press('g'), 0, false)
    expect(reader.read(press('m'), 100, false)).toBe('goImport')
    expect(reader.read(press('n'), 200, false)).toBe('newIssue')
  })

  it('leaves what is typed into a field alone, but for keys that say otherwise', () => {
    const reader = new KeyReader()
    expect(reader.read(press('n'), 0, true)).toBeUndefined()
    expect(reader.read(press('z', { ctrlKey: true }), 0, true)).toBeUndefined()
    expect(reader.read(press('k', { ctrlKey: true }), 0, true)).toBe('palette')
  })
})

describe('the table of shortcuts', () => {
  it('gives a key that two screens have to the one that listens', () => {
    const onTriage = new KeyReader((name) => name.startsWith('triage'))
    expect(onTriage.read(press('d'), 0, false)).toBe('triageDefect')
    const onImport = new KeyReader((name) => name === 'dayFirst')
    expect(onImport.read(press('d'), 0, false)).toBe('dayFirst')
  })
})
