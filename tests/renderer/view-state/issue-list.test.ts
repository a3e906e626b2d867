import { afterEach, expect, it, vi } from 'vitest'
import { issueListOf } from '../../../src/renderer/view-state/issue-list'

afterEach(() => vi.unstubAllGlobals())

it('stores columns and widths when they change, and nothing for a key press in the search', () => {
  const stored = new Map<string, string>()
  const setItem = vi.fn((name: string, text: string) => void stored.set(name, text))
  vi.stubGlobal('localStorage', { getItem: (name: string) => stored.get(name) ?? null, setItem })
  const list = issueListOf('e-1').getState()
  list.setWidth('title', 300)
  expect(setItem).toHaveBeenCalledTimes(1)
  list.search('inv')
  list.search('invo')
  expect(setItem).toHaveBeenCalledTimes(1)
  list.showColumns(['key', 'title'])
  expect(JSON.parse(stored.get('issue-list e-1') ?? '').state).toMatchObject({
    columns: ['key', 'title'],
    widths: { title: 300 },
  })
})
