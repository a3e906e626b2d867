import { expect, it } from 'vitest'
import { keySteps } from '../../../src/renderer/ui/keys'

it('names keys as this machine does', () => {
  expect(keySteps('Mod+Shift+Z', false)).toEqual([['Ctrl', 'Shift', 'Z']])
  expect(keySteps('Mod+Shift+Z', true)).toEqual([['⌘', '⇧', 'Z']])
})

it('draws every arrow', () => {
  expect(keySteps('ArrowUp ArrowDown ArrowLeft ArrowRight', false)).toEqual([['↑'], ['↓'], ['←'], ['→']])
})

it('keeps keys that follow each other apart', () => {
  expect(keySteps('g i', false)).toEqual([['G'], ['I']])
})
