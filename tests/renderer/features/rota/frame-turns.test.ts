import { expect, test } from 'vitest'
import { FrameTurns, mostInFrame } from '../../../../src/renderer/features/rota/frame-turns'

/** Frames that come when the test says so. */
function handMadeFrames() {
  const asked: (() => void)[] = []
  const turns = new FrameTurns((frame) => asked.push(frame))
  return { turns, asked, next: () => asked.shift()?.() }
}

test('a frame draws as much as fits, first come, first served', () => {
  const { turns, asked, next } = handMadeFrames()
  const drawn: string[] = []
  for (const name of ['a', 'b', 'c']) turns.wait(() => drawn.push(name), mostInFrame / 2)
  expect(asked).toHaveLength(1)
  next()
  expect(drawn).toEqual(['a', 'b'])
  next()
  expect(drawn).toEqual(['a', 'b', 'c'])
  expect(asked).toEqual([])
})

test('what does not fit into any frame has one of its own', () => {
  const { turns, next } = handMadeFrames()
  const drawn: string[] = []
  turns.wait(() => drawn.push('small'), 1)
  turns.wait(() => drawn.push('large'), mostInFrame * 2)
  turns.wait(() => drawn.push('after'), 1)
  next()
  expect(drawn).toEqual(['small'])
  next()
  expect(drawn).toEqual(['small', 'large'])
  next()
  expect(drawn).toEqual(['small', 'large', 'after'])
})

test('what was called off is not drawn, and what comes later still is', () => {
  const { turns, next } = handMadeFrames()
  const drawn: string[] = []
  const callOff = turns.wait(() => drawn.push('off'), 1)
  callOff()
  next()
  turns.wait(() => drawn.push('later'), 1)
  next()
  expect(drawn).toEqual(['later'])
})
