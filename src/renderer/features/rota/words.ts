import type { Instant } from '@domain/model/value'
import type { BoardPiece } from '@domain/rotation/rota-board'
import type { ShiftOrigin } from '@domain/rotation/shift'
import type { Span } from '@domain/rotation/span-line'
import { formatInstant } from '@domain/time/format'

const hour = 60 * 60_000

/** `36 h`, `7.5 h`; of a few minutes `20 min`. */
export function lengthText(ms: number): string {
  if (ms !== 0 && Math.abs(ms) < hour) return `${Math.round(ms / 60_000)} min`
  const hours = Math.round((ms / hour) * 10) / 10
  return `${hours} h`
}

const timeLength = '09:00'.length

/** `Mon 23 Nov 2026, 09:00 to 18:00`, with the day again where it is another. */
export function spanText(span: Span, zone: string): string {
  return spanWords(span, (instant) => formatInstant(instant, zone))
}

/** The same with instants told by what remembers them: of a month of shifts each ends where the next begins. */
export function spanWords({ from, to }: Span, instantText: (instant: Instant) => string): string {
  const [begin, end] = [instantText(from), instantText(to)]
  const isSameDay = begin.slice(0, -timeLength) === end.slice(0, -timeLength)
  return `${begin} to ${isSameDay ? end.slice(-timeLength) : end}`
}

export const originWords: Readonly<Record<ShiftOrigin, string>> = {
  rotation: '',
  temporary: 'temporary plan',
  override: 'override',
  swap: 'swapped',
}

/** Who is on, or why nobody is, and what is special about it. */
export function pieceText({ shift, missing, swap }: BoardPiece, name: (person: string) => string): string {
  if (!shift) return missing === undefined ? 'Nobody' : `Nobody: ${name(missing)} is away`
  const notes = [originWords[shift.origin], swap && swapWords(swap.values.state)].filter(Boolean)
  return notes.length > 0 ? `${name(shift.person)} (${notes.join(', ')})` : name(shift.person)
}

const swapWords = (state: string | null | undefined) =>
  state === 'taken' ? 'swap waits for approval' : 'offered'
